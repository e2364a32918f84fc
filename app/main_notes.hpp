#pragma once
#include <utility>
#include <vector>

#include "units/result.hpp"

namespace gs {

/// What of the data and of the link was left out: a list for the panel, and a message when a link is opened.
class Notes {
 public:
  void opened(std::vector<Error> ignored) {
    ignored_ = std::move(ignored);
    all_.clear();
    unsaid_ = !ignored_.empty();
  }
  void add(Error e) { ignored_.push_back(std::move(e)); }

  /// The first part of the link that was ignored, once after its opening; else nullptr.
  const Error* take_unsaid() { return std::exchange(unsaid_, false) ? &ignored_.front() : nullptr; }

  const std::vector<Error>& all(const std::vector<Error>& of_data) {
    if (all_.size() != of_data.size() + ignored_.size()) {
      all_ = of_data;
      all_.insert(all_.end(), ignored_.begin(), ignored_.end());
    }
    return all_;
  }

 private:
  std::vector<Error> ignored_, all_;
  bool unsaid_ = false;
};

}  // namespace gs
