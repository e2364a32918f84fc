#pragma once
#include <string>

#include "scene/filter.hpp"
#include "sim/claim_check.hpp"

namespace gs {

/// The base map's countries with their names in all its languages.
ClaimCountries claim_countries(const BaseMap&);

/// The check of the text in the state, made anew only when the text or the results change.
class ClaimDesk {
 public:
  /// Valid until the next call.
  const ClaimCheck& of(const World&, const State&);

 private:
  std::string text_, digest_, version_;
  Scenario scenario_;
  ClaimCountries countries_;
  const BaseMap* base_ = nullptr;
  ClaimCheck check_;
};

}  // namespace gs
