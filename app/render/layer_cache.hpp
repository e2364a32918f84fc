#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace gs {

/// What was made on the GPU of layers that lie at an address in a revision. Kept while it is drawn, and for a while
/// after: the scene of a picture may come between two frames of the screen.
template <class Made>
class LayerCache {
 public:
  /// The entry of a layer; `stale` says that it must be made (again).
  Made& get(const void* address, std::uint64_t revision, bool& stale) {
    for (Entry& e : entries_) {
      if (e.address != address) continue;
      stale = e.revision != revision;
      e.revision = revision;
      e.used = frame_;
      return *e.made;
    }
    stale = true;
    entries_.push_back({address, revision, frame_, std::make_unique<Made>()});
    return *entries_.back().made;
  }

  /// Once a frame: lets go of what was not drawn for long.
  void next_frame() {
    constexpr std::uint64_t kKept = 120;
    ++frame_;
    std::erase_if(entries_, [this](const Entry& e) { return e.used + kKept < frame_; });
  }

 private:
  struct Entry {
    const void* address;
    std::uint64_t revision, used;
    std::unique_ptr<Made> made;
  };
  std::vector<Entry> entries_;
  std::uint64_t frame_ = 0;
};

}  // namespace gs
