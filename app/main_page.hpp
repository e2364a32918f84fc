#pragma once
#include <optional>
#include <string>
#include <vector>

#include "guest/state_json.hpp"
#include "scene/build.hpp"
#include "state/url.hpp"

namespace gs {

/// The address of the page: the link that was opened, and what a citation in it claims.
class Address {
 public:
  struct Opened {
    State state;
    bool names_view = false;  ///< else the view is the home view, or that of the story's step
    std::vector<Error> ignored;
  };
  Opened open();
  /// Another link than the page's; `otherwise`: where it names no language.
  Opened open(const std::string& fragment, Language otherwise);
  /// Once the figures are whole: that they are others than those of the citation, if they are.
  std::optional<Error> check(std::string_view data_version, std::string_view digest);

 private:
  std::optional<FromFragment> claim_;  ///< of the link that was opened, until it is checked
};

/// What the page around the canvas is told: when something is another, and now and then while only clocks run.
class Telling {
 public:
  /// `now` in seconds; `stirred`: in any case.
  void tell(const Shown&, const State& before, bool stirred, double now);

 private:
  bool due(const State& before, const State& now, bool stirred, double seconds);

  void tell_table(const Shown&, double now);

  std::string fragment_, ran_, table_;  ///< as told
  std::size_t listed_ = 0;
  double next_ = 0, table_next_ = 0;  ///< s
  bool table_due_ = false, table_wakes_ = false;
  bool late_ = false;  ///< clocks ran on since the last telling
};

}  // namespace gs
