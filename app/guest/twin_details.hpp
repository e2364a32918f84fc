#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scene/filter.hpp"

namespace gs {

struct TwinSource {
  std::string label, url;  ///< url: may be empty
};

/// What is known of a selection, in words: said as reported or simulated, with intervals and sources.
struct TwinDetails {
  std::string kind, title;
  std::vector<std::pair<std::string, std::string>> facts;  ///< what, and its value
  std::vector<std::string> notes;
  std::vector<TwinSource> sources;
};

/// Of a project, line, locomotive, country or claim; nothing where none is selected.
std::optional<TwinDetails> twin_details(const World&, const State&);

std::vector<TwinSource> twin_sources(const Portfolio&, const std::vector<std::string>& ids);

}  // namespace gs
