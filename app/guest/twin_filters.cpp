#include <algorithm>
#include <array>

#include "guest/twin_board.hpp"
#include "scene/project_table.hpp"
#include "sim/railway.hpp"

/// What the table shows, in which order, and which of it is selected; what the map shows.
namespace gs {
namespace {

constexpr std::array<const char*, kLayerCount> kLayers{"sites",  "railways", "trains", "locomotives", "labels",   "borders", "graticule",
                                                       "groups", "night",    "countries", "resource", "water", "relief"};

Selection selection_of(const std::string& id) {
  const std::size_t colon = std::min(id.find(':'), id.size());
  const std::string kind = id.substr(0, colon), rest = id.substr(std::min(colon + 1, id.size()));
  if (kind == "project") return {SelectionKind::project, rest};
  if (kind == "route") return {SelectionKind::route, rest};
  if (kind == "locomotive") return {SelectionKind::locomotive, rest};
  if (kind == "country") return {SelectionKind::country, rest};
  return {};
}

TableOrder order_of(const std::string& id) {
  const std::size_t colon = std::min(id.find(':'), id.size());
  int i = 0;
  while (i + 1 < kTableColumnCount && id_of(static_cast<TableColumn>(i)) != std::string_view(id).substr(0, colon)) ++i;
  return {static_cast<TableColumn>(i), colon < id.size()};
}

/// All that can be selected; what stands for nothing first. Their names are in the table and among what a search finds.
std::vector<TwinOption> selectable(const World& w) {
  std::vector<TwinOption> out{{"", ""}};
  const auto add = [&](SelectionKind kind, const std::string& id) { out.push_back({twin_id(Selection{kind, id}), {}}); };
  for (const Project& p : w.portfolio.projects) add(SelectionKind::project, p.id);
  for (const Route& r : w.portfolio.routes) add(SelectionKind::route, r.id);
  for (const Locomotive& l : w.portfolio.locomotives) add(SelectionKind::locomotive, l.id);
  for (const CountryFact& c : w.portfolio.countries) add(SelectionKind::country, c.iso3);
  return out;
}

/// The map and the table show what is selected; other panels would hide it.
Actions select(const Selection& what, Panel panel) {
  Actions out;
  if (panel != Panel::none && panel != Panel::list && panel != Panel::table) out.push_back(action::SetPanel{Panel::none});
  out.push_back(action::Select{what});
  if (what.kind != SelectionKind::none) out.push_back(action::FlyTo{what});
  return out;
}

template <class Toggle, class Name>
void add_ticks(TwinBoard& b, const char* set, const std::string& head, std::uint32_t bits, int count, Name name) {
  for (int i = 0; i < count; ++i) {
    const auto [id, label] = name(i);
    b.check(set + (":" + id), label, (bits >> i & 1u) != 0, {Toggle{static_cast<std::uint8_t>(i)}}).set = head;
  }
}

}  // namespace

void add_table_controls(TwinBoard& b) {
  b.begin("table");
  std::vector<TwinOption> orders;
  for (int c = 0; c < kTableColumnCount; ++c)
    for (const bool up : {false, true}) orders.push_back({twin_id(TableOrder{static_cast<TableColumn>(c), up}), head_of(b.w, static_cast<TableColumn>(c))});
  b.choice("sort", b.tr("tab.table"), std::move(orders), twin_id(b.s.view.table), [](const std::string& id) { return Actions{action::SetTable{order_of(id)}}; }).quiet = true;
  const Panel panel = b.s.view.panel;
  b.choice("select", b.tr("table.details"), selectable(b.w), twin_id(b.s.view.selection), [panel](const std::string& id) { return select(selection_of(id), panel); }).quiet = true;
}

void add_selected_controls(TwinBoard& b) {
  b.begin("selected");
  const Selection& what = b.s.view.selection;
  if (twin_id(what).empty()) return;
  b.button("fly", b.tr("twin.fly"), {action::FlyTo{what}});
  const Route* line = what.kind == SelectionKind::route ? b.w.portfolio.route(what.id) : nullptr;
  if (line && !tractions_for(b.w.portfolio, *line).empty() && !rail_places(*line).empty()) b.button("run", b.tr("lab.open"), {action::OpenLaboratory{line->id}});
  b.button("cite", b.tr("copy.citation"), {action::CopyCitation{}});
  b.button("deselect", b.tr("working.close"), {action::Select{}});
}

void add_filter_controls(TwinBoard& b) {
  b.begin("filters");
  const ViewState& v = b.s.view;
  b.text("query", b.tr("search.hint"), v.query, [](const std::string& text) { return Actions{action::SetQuery{text}}; });
  std::vector<TwinOption> countries{{"", b.tr("filter.all_countries")}};
  for (auto& [name, code] : project_countries(b.w)) countries.push_back({code, name});
  b.choice("country", b.tr("table.head.country"), std::move(countries), v.country, [](const std::string& code) { return Actions{action::SetCountry{code}}; });
  using Named = std::pair<std::string, std::string>;
  add_ticks<action::ToggleCategory>(b, "category", b.tr("table.head.technology"), v.categories, kCategoryCount, [&](int i) {
    const std::string id(id_of(static_cast<Category>(i)));
    return Named{id, b.tr("category." + id)};
  });
  add_ticks<action::ToggleStatus>(b, "status", b.tr("table.head.status"), v.statuses, kStatusCount, [&](int i) {
    const std::string id(id_of(static_cast<Status>(i)));
    return Named{id, b.tr("status." + id)};
  });
  add_ticks<action::ToggleConfidence>(b, "confidence", b.tr("table.head.confidence"), v.confidences, kConfidenceCount, [&](int i) {
    const std::string id(id_of(static_cast<Confidence>(i)));
    return Named{id, b.tr("confidence." + id)};
  });
  b.check("hidden", b.tr("filter.hidden"), v.show_hidden, {action::ShowHidden{!v.show_hidden}});
  b.button("reset", b.tr("filter.reset"), {action::ResetFilters{}}).can = is_filtered(v);
}

void add_layer_controls(TwinBoard& b) {
  b.begin("layers");
  for (std::size_t i = 0; i < kLayerCount; ++i) {
    const auto layer = static_cast<Layer>(i);
    const std::string id = kLayers[i];
    b.check("layer:" + id, b.tr("layer." + id), shows(b.s.view, layer), {action::ToggleLayer{layer}});
  }
}

}  // namespace gs
