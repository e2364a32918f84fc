#include <array>

#include "guest/twin_board.hpp"
#include "map/projection.hpp"
#include "sim/simulate.hpp"

/// Language and display, the years, ways of counting, and the map.
namespace gs {
namespace {

// Each in its own script, in the order of Language.
constexpr std::array<const char*, kLanguageCount> kLanguageNames{"English", "中文", "Русский", "العربية"};
constexpr std::array<const char*, 4> kThemes{"theme.system", "theme.light", "theme.dark", "theme.print"};
constexpr std::array<const char*, kWorkedCount> kWorked{"none", "saving", "energy", "total_saving", "total_energy"};
constexpr std::array<const char*, kSizeByCount> kSizes{"size.capacity", "size.generation", "size.savings"};
constexpr std::array<const char*, kCountryFillCount> kFills{"fill.grid", "fill.savings", "fill.projects", "fill.difference"};
constexpr std::array<const char*, kResourceCount> kResources{"resource.sun", "resource.wind"};

/// The place of an id among options whose ids are "0", "1", ...
std::size_t place_of(const std::string& id) { return static_cast<std::size_t>(id.front() - '0'); }
std::string place(std::size_t i) { return std::string(1, static_cast<char>('0' + i)); }

template <std::size_t N>
std::vector<TwinOption> options_of(const Translator& tr, const std::array<const char*, N>& keys) {
  std::vector<TwinOption> out;
  for (std::size_t i = 0; i < N; ++i) out.push_back({place(i), tr(keys[i])});
  return out;
}

template <class Enum, std::size_t N>
void add_style(TwinBoard& b, const char* id, const char* label, const std::array<const char*, N>& keys, Enum MapStyle::*member) {
  const MapStyle style = b.s.view.map;
  b.choice(id, b.tr(label), options_of(b.tr, keys), place(static_cast<std::size_t>(style.*member)), [style, member](const std::string& chosen) {
    MapStyle to = style;
    to.*member = static_cast<Enum>(place_of(chosen));
    return Actions{action::SetMapStyle{to}};
  });
}

/// The table and the laboratory are pages of their own; whatever else is open lies over the map.
std::string page_of(Panel panel) { return panel == Panel::table ? "table" : panel == Panel::laboratory ? "laboratory" : "map"; }

}  // namespace

void add_view_controls(TwinBoard& b) {
  b.begin("view");
  std::vector<TwinOption> languages;
  for (std::size_t i = 0; i < kLanguageCount; ++i) languages.push_back({std::string(kLanguageCodes[i]), kLanguageNames[i]});
  b.choice("language", b.tr("twin.language"), std::move(languages), std::string(code_of(b.s.view.language)),
           [](const std::string& code) { return Actions{action::SetLanguage{language_of(code).value_or(Language::en)}}; });
  b.choice("theme", b.tr("twin.theme"), options_of(b.tr, kThemes), place(static_cast<std::size_t>(b.s.view.theme)),
           [](const std::string& id) { return Actions{action::SetTheme{static_cast<Theme>(place_of(id))}}; });
  b.choice("page", b.tr("twin.page"), {{"map", b.tr("tab.map")}, {"table", b.tr("tab.table")}, {"laboratory", b.tr("tab.laboratory")}}, page_of(b.s.view.panel),
           [](const std::string& id) {
             if (id == "laboratory") return Actions{action::OpenLaboratory{}};
             return Actions{action::SetPanel{id == "table" ? Panel::table : Panel::none}};
           });
  b.button("link", b.tr("working.link"), {action::CopyLink{}});
  b.button("csv", b.tr("export.csv"), {action::Export{action::Export::csv}});
}

void add_time_controls(TwinBoard& b) {
  b.begin("time");
  const int year = b.s.scenario.year;
  b.range("year", b.tr("settings.year"), {kFirstYear, kLastYear}, year, fmt::format("{}", year), [](int to) { return Actions{action::SetYear{to}}; });
  b.held("play", b.tr("twin.play"), b.s.view.playing_years, [](bool on) { return Actions{action::PlayYears{on}}; });
}

void add_counting_controls(TwinBoard& b) {
  b.begin("counting");
  std::vector<TwinOption> methods, ways, figures;
  for (int i = 0; i < kFactorMethodCount; ++i) {
    const std::string id(id_of(static_cast<FactorMethod>(i)));
    methods.push_back({id, b.tr("method." + id)});
  }
  for (int i = 0; i < kGridPathwayCount; ++i) {
    const std::string id(id_of(static_cast<GridPathway>(i)));
    ways.push_back({id, b.tr("pathway." + id)});
  }
  b.choice("method", b.tr("settings.method"), std::move(methods), std::string(id_of(b.s.scenario.method)), [](const std::string& id) {
    int i = 0;
    while (i + 1 < kFactorMethodCount && id_of(static_cast<FactorMethod>(i)) != id) ++i;
    return Actions{action::SetMethod{static_cast<FactorMethod>(i)}};
  });
  b.choice("pathway", b.tr("settings.pathway"), std::move(ways), std::string(id_of(b.s.scenario.pathway)), [](const std::string& id) {
    int i = 0;
    while (i + 1 < kGridPathwayCount && id_of(static_cast<GridPathway>(i)) != id) ++i;
    return Actions{action::SetPathway{static_cast<GridPathway>(i)}};
  });
  const std::string all = b.tr("working.all", b.s.scenario.year) + ": ";
  const std::array<std::string, kWorkedCount> labels{b.tr("twin.none"), b.tr("figure.simulated_saving"), b.tr("figure.simulated_output"),
                                                     all + b.tr("figure.simulated_saving"), all + b.tr("figure.simulated_output")};
  for (std::size_t i = 0; i < kWorkedCount; ++i) figures.push_back({kWorked[i], labels[i]});
  b.choice("working", b.tr("help.working"), std::move(figures), kWorked[static_cast<std::size_t>(b.s.view.worked)], [](const std::string& id) {
     std::size_t i = 0;
     while (i + 1 < kWorkedCount && id != kWorked[i]) ++i;
     return Actions{action::ShowWorking{static_cast<Worked>(i)}};
   });
}

void add_map_controls(TwinBoard& b) {
  b.begin("map");
  std::vector<TwinOption> kinds;
  for (const ProjectionInfo& p : projections()) {
    const std::string id(p.key);
    kinds.push_back({id, b.tr("projection." + id) + " – " + b.tr("keeps." + std::string(id_of(p.keeps)))});
  }
  const ViewState& v = b.s.view;
  if (v.projection == kCustomProjection) kinds.push_back({std::string(kCustomProjection), v.projection_text});
  b.choice("projection", b.tr("settings.projection"), std::move(kinds), v.projection, [](const std::string& id) { return id == kCustomProjection ? Actions{} : Actions{action::SetProjection{id}}; });
  add_style(b, "size", "map.size", kSizes, &MapStyle::size);
  add_style(b, "fill", "map.fill", kFills, &MapStyle::fill);
  add_style(b, "resource", "map.resource", kResources, &MapStyle::resource);
  b.button("home", b.tr("twin.home"), {action::GoHome{}});
}

}  // namespace gs
