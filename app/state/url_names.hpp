#pragma once
#include <array>
#include <string_view>

#include "state/state.hpp"

/// The words of a link, each list in the order of what it names. Only for state/url*.cpp.
namespace gs::link {

inline constexpr std::array<std::string_view, 6> kKinds{"", "project", "route", "locomotive", "country", "claim"};
inline constexpr std::array<std::string_view, kLayerCount> kLayers{"sites",  "railways", "trains",   "locomotives",
                                                            "labels", "borders",  "graticule", "groups",
                                                            "night",  "countries", "resource", "water",
                                                            "relief"};
inline constexpr std::array<std::string_view, kCountryFillCount> kFills{"grid", "savings", "projects", "difference"};
inline constexpr std::array<std::string_view, kSizeByCount> kSizes{"capacity", "generation", "savings"};
inline constexpr std::array<std::string_view, kResourceCount> kResources{"sun", "wind"};
inline constexpr std::array<std::string_view, kHourSpanCount> kSpans{"day", "week", "season", "year"};
inline constexpr std::array<std::string_view, 2> kTimes{"years", "hours"};
inline constexpr std::array<std::string_view, kWorkedCount> kWorked{"none", "saving", "energy", "total_saving", "total_energy"};
inline constexpr std::array<std::string_view, 3> kConfidences{"high", "medium", "low"};
inline constexpr std::array<std::string_view, 9> kCategories{"solar",    "csp",   "wind", "hydro",     "storage",
                                                      "hydrogen", "waste", "grid", "locomotive"};
inline constexpr std::array<std::string_view, 5> kStatuses{"operating", "construction", "agreed", "planned", "suspended"};
inline constexpr std::array<std::string_view, kFactorMethodCount> kMethods{"ifi_combined_margin", "ifi_operating_margin",
                                                                    "ember_average", "coal_equivalent"};
inline constexpr std::array<std::string_view, kGridPathwayCount> kPathways{"constant", "stated", "pledged"};
inline constexpr std::array<std::string_view, 4> kThemes{"system", "light", "dark", "print"};
inline constexpr std::array<std::string_view, kPanelCount> kPanels{"none", "list", "layers", "sources", "about", "claims", "laboratory", "map",
                                                          "table", "checker", "policy", "stories", "scenario", "own", "help"};
inline constexpr std::array<std::string_view, kTableColumnCount> kColumns{"name", "country", "technology", "status", "year", "capacity", "output", "saving", "reported", "confidence"};
inline constexpr std::array<std::string_view, kHydrogenSourceCount> kHydrogens{"wind", "grid", "gas"};

}  // namespace gs::link
