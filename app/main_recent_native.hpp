#pragma once
#include <string>
#include <vector>

namespace gs {

/// The files that were opened or saved last, the last one first: a setting that all windows share.
class Recent {
 public:
  struct File {
    std::string path;
    std::string label;  ///< of what has no file of its own yet: what it is called; else empty
  };
  static constexpr std::size_t kMost = 10;

  /// As it is now, whatever other windows have done to it.
  std::vector<File> read() const;
  void add(const std::string& path, const std::string& label = {});
  void forget(const std::string& path);
  void forget_missing();
};

}  // namespace gs
