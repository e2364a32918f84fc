#pragma once
#include <string>
#include <string_view>

/// Versions of data that hold rows which a reader brought: they have the form of all others, so that a link carries them.
namespace gs {

inline constexpr std::string_view kOwnVersion = "00000000";  ///< the first half of such a version; no folder's digest has it

inline std::string own_version(std::string_view digest) { return std::string(kOwnVersion) + std::string(digest.substr(0, 8)); }
inline bool is_own_version(std::string_view version) { return version.starts_with(kOwnVersion); }

}  // namespace gs
