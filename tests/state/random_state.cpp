#include "state/random_state.hpp"

#include <array>

namespace gs::test {

namespace {

Scenario random_scenario(Dice& dice) {
  Scenario s;
  if (dice.coin()) s.year = kFirstYear + static_cast<int>(dice.below(kLastYear - kFirstYear + 1));
  s.method = static_cast<FactorMethod>(dice.below(kFactorMethodCount));
  s.pathway = static_cast<GridPathway>(dice.below(kGridPathwayCount));
  if (dice.coin()) s.drawing.draws = kFewestDraws + static_cast<int>(dice.below(kMostDraws - kFewestDraws + 1));
  if (dice.coin()) s.drawing.seed = std::uint64_t{dice.below(~0u)} << 32 | dice.below(~0u);
  const auto within = [&](WholeRange r, int& target) {
    if (dice.coin()) target = r.least + static_cast<int>(dice.below(static_cast<unsigned>(r.most - r.least + 1)));
  };
  WhatIf& w = s.what_if;
  within(kWeather, w.weather), within(kAgeing, w.ageing), within(kCurtailment, w.curtailment), within(kStored, w.stored);
  within(kTraffic, w.traffic), within(kWires, w.wires), within(kHydrogenCents, w.hydrogen_cents), within(kBuildGw, w.build_gw);
  w.build_up = dice.coin();
  return s;
}

}  // namespace

State random_state(Dice& dice) {
  static const std::array<const char*, 4> projections{"equal_earth", "ortho", "mercator", "satellite"};
  static const std::array<const char*, 5> ids{"al-dhafra-pv2", "khorgos_almaty", "ckd6h", "KAZ", "gt-forecast-80gw"};
  static const std::array<const char*, 6> queries{"dhafra",   "艾尔达芙拉",     "a&b=c#d%20+e",
                                                  "Ш ё „“",   " two  words ", "100 % \"q\"\n\t"};
  State s;
  ViewState& v = s.view;
  if (dice.coin()) v.projection = projections[dice.below(projections.size())];
  if (dice.below(8) == 0) v.projection = "custom", v.projection_text = "+proj=ob_tran +o_proj=moll +o_lat_p=45 % & #";
  if (dice.coin()) v.lon_0 = dice.between(-180, 180);
  if (dice.coin()) {
    v.viewpoint = {dice.between(-180, 180), dice.between(-90, 90), dice.between(kMinZoom, kMaxZoom)};
    if (dice.coin()) v.viewpoint.roll = dice.between(-179.9, 180);
  }
  if (dice.coin()) v.selection = {static_cast<SelectionKind>(1 + dice.below(5)), ids[dice.below(ids.size())]};
  if (dice.coin()) v.layers = dice.below(1u << kLayerCount);
  if (dice.coin()) v.categories = dice.below(1u << 9);
  if (dice.coin()) v.statuses = dice.below(1u << 5);
  if (dice.coin()) v.confidences = dice.below(1u << 3);
  if (dice.coin()) {
    const int first = kFirstYear + static_cast<int>(dice.below(40));
    v.built = YearSpan{first, first + static_cast<int>(dice.below(20))};
  }
  v.time = dice.coin() ? TimeScale::hours : TimeScale::years;
  v.worked = static_cast<Worked>(dice.below(kWorkedCount));
  v.show_hidden = dice.coin();
  if (dice.coin()) v.query = queries[dice.below(queries.size())];
  if (dice.coin()) v.country = dice.coin() ? "KAZ" : "ARE";
  v.language = static_cast<Language>(dice.below(kLanguageCount));
  v.theme = static_cast<Theme>(dice.below(4));
  MapStyle& m = v.map;
  m.fill = static_cast<CountryFill>(dice.below(kCountryFillCount));
  m.size = static_cast<SizeBy>(dice.below(kSizeByCount));
  m.resource = static_cast<Resource>(dice.below(kResourceCount));
  if (dice.coin()) m.order = moved(m.order, m.order[dice.below(m.order.size())], dice.coin());
  if (dice.coin()) m.opacity[dice.below(kLayerCount)] = static_cast<std::uint8_t>(kLeastOpacity + dice.below(91));
  if (dice.coin()) m.hour = static_cast<double>(dice.below(8760 * 4)) * 0.25;
  m.span = static_cast<HourSpan>(dice.below(kHourSpanCount));
  m.pace = kHourPaces[dice.below(kHourPaces.size())];
  v.panel = static_cast<Panel>(dice.below(kPanelCount));
  if (dice.coin()) v.train_pace = kTrainPaces[dice.below(kTrainPaces.size())];
  s.scenario = random_scenario(dice);
  if (dice.below(3) == 0) s.against = random_scenario(dice);
  v.table = {static_cast<TableColumn>(dice.below(kTableColumnCount)), dice.coin()};
  if (dice.coin()) v.claim = queries[dice.below(queries.size())];
  if (dice.coin()) v.story = "sun-over-the-desert", v.step = static_cast<int>(dice.below(kMostSteps + 1));
  static const std::array<const char*, 3> lines{"khorgos_almaty", "china_laos", "mombasa-nairobi_1"};
  static const std::array<const char*, 3> pulling{"", "battery", "te33a_x2"};
  Laboratory& l = s.laboratory;
  if (dice.coin()) l.line = lines[dice.below(lines.size())];
  l.backwards = dice.coin();
  if (dice.coin()) l.train = "kz_mixed";
  if (dice.coin()) l.trailing_t = dice.between(kLeastTrailing, kMostTrailing);
  if (dice.coin()) l.battery_scale = dice.between(kLeastBatteryScale, kMostBatteryScale);
  if (dice.coin()) l.celsius = dice.between(kColdest, kHottest);
  if (dice.coin()) l.stops = static_cast<int>(dice.below(kMostStops + 1));
  l.hydrogen = static_cast<HydrogenSource>(dice.below(kHydrogenSourceCount));
  l.traction = pulling[dice.below(pulling.size())];
  l = in_range(l);
  return s;
}

}  // namespace gs::test
