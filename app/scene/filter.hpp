#pragma once
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "map/basemap.hpp"
#include "portfolio/cities.hpp"
#include "scene/theme.hpp"
#include "scene/water.hpp"
#include "sim/railway.hpp"
#include "sim/results.hpp"
#include "state/state.hpp"
#include "text/translator.hpp"

namespace gs {

struct Crowd;
struct Story;   // scene/story.hpp
struct Policy;  // scene/policy.hpp

/// The facts and figures that every view is made of; all owned by the program and constant while a frame is built.
struct World {
  const Portfolio& portfolio;
  const Results& results;
  const BaseMap& base;
  const Translator& tr;
  const LabResults* lab = nullptr;  ///< while the train laboratory is open
  const Detail* fine = nullptr;     ///< the base map at 1:10 million, once it has been read
  const Crowd* crowd = nullptr;     ///< shown in place of sites and lines, to measure the map
  WaterDetails water{};             ///< lakes and rivers, once they have been read
  const Relief* relief = nullptr;   ///< likewise
  const std::vector<City>* cities = nullptr;  ///< likewise, the most important first
  std::span<const Story> stories{};           ///< likewise
  const Policy* policy = nullptr;             ///< likewise
  const Results* against = nullptr;           ///< of the scenario that this one is compared with
};

/// The column of the base map's names.
NameLanguage name_language(const Translator&);
/// Official short name in the language of `tr`; the code itself where the base map has none.
std::string country_name(const World&, std::string_view iso3);
/// Name and code of each country that has projects, by name as the language has them in order.
std::vector<std::pair<std::string, std::string>> project_countries(const World&);
/// Names in the language of `tr`, else in English.
const std::string& display_name(const Project&, const Translator&);
const std::string& display_name(const Route&, const Translator&);
const std::string& display_name(const Locomotive&, const Translator&);
const std::string& display_name(const TrainRow&, const Translator&);
const std::string& display_name(const TractionRow&, const Translator&);
const std::string& station_name(const std::string& english, const Translator&);

/// Whether anything but the usual choice is asked for.
bool is_filtered(const ViewState&);

/// Whether the filters, the query and the hidden mark let a row through.
bool passes(const World&, const State&, std::size_t project);

/// A project's row in the list.
struct ProjectRow {
  std::uint32_t project;
  Category category;
  Status status;  ///< at the scenario's year
  bool counted;
};

enum class SearchKind : std::uint8_t { route, locomotive, country };
struct SearchHit {
  SearchKind kind;
  Selection selection;
  std::string title, note;
};

struct ProjectList {
  std::vector<ProjectRow> rows;  ///< that pass: the counted first, then by saving
  Total total;                   ///< of the counted among them
  std::array<int, kCategoryCount> by_category{};  ///< rows that pass all but the category filter
  std::array<int, kStatusCount> by_status{};      ///< rows that pass all but the status filter
  std::array<int, kConfidenceCount> by_confidence{};  ///< likewise
};

ProjectList project_list(const World&, const State&);
/// Lines, locomotives and countries whose name holds the query; empty without a query.
std::vector<SearchHit> search(const World&, const std::string& query);

/// Case-insensitive for Latin and Cyrillic letters; every word of `query` must occur.
bool matches(std::string_view text, std::string_view query);

}  // namespace gs
