#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "state/state.hpp"
#include "units/result.hpp"

namespace gs {

/// What of the state a link carries, without '#': `v=1&p=ortho&lon=54.5&lat=24.1&z=2.5&sel=project:al-dhafra-pv2&y=2026`.
/// Only what differs from the standard state is written; the same state always gives the same text.
std::string to_fragment(const State&);

struct FromFragment {
  State state;
  std::vector<Error> ignored;  ///< each unknown name or bad value: where, expected, found. The rest still counts
  /// What a cited link claims of its figures, 16 hexadecimal digits each: no part of the state.
  std::optional<std::string> data_version, digest;
};

/// Reads a link's fragment (with or without '#'). `known_projection` tells whether an id can be used.
/// Never fails: a damaged link opens the standard map and says what was ignored.
FromFragment from_fragment(std::string_view fragment, bool (*known_projection)(std::string_view));

/// The same of names and values that stand in another form than a link.
struct NamedText {
  std::string name, value;
};
FromFragment from_pairs(std::span<const NamedText>, bool (*known_projection)(std::string_view));

/// The link of a citation: the state, then the version of the data and the digest of the results that it was given with.
std::string citation_fragment(const State&, std::string_view data_version, std::string_view digest);

/// What a reader of a cited link must know when the figures computed here are others than those cited, and the likely
/// reason. Nothing when they are the same or the link claims none.
std::optional<Error> digest_note(const FromFragment&, std::string_view data_version, std::string_view digest);

}  // namespace gs
