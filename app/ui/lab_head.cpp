#include <algorithm>
#include <array>
#include <cmath>

#include "sim/simulate.hpp"
#include "ui/laboratory.hpp"

/// What the laboratory runs: choices and sliders.
namespace gs::ui {
namespace {

/// Where the next choice stands: on this line if it fits, else below.
struct Row {
  float left, right, x;
  bool first = true;
  void next(float width) {
    if (!first && x + 8.0f + width <= right) {
      ImGui::SameLine(0, 8);
      x += 8.0f + width;
    } else {
      ImGui::SetCursorPosX(left);
      x = left + width;
    }
    first = false;
  }
};

std::string line_words(const Ui& ui, const Route& r) {
  const Translator& tr = ui.tr();
  std::string words = display_name(r, tr);
  if (r.length) words += tr("lab.comma") + tr("unit.km_value", whole(r.length->base(), tr));
  return words + tr("lab.comma") + tr("lab.wires." + std::string(id_of(r.electrified)));
}

const std::string& train_name(const Ui& ui, const TrainRow& t) { return display_name(t, ui.tr()); }

std::string train_tonnes(const Ui& ui, const TrainRow& t) { return ui.tr()("lab.tonnes", whole(t.gross_t(), ui.tr())); }

double tonnes_of(const Ui& ui) {
  const Laboratory& l = ui.state.laboratory;
  if (l.trailing_t > 0.0) return l.trailing_t;
  const LabResults* lab = ui.world.lab;
  for (const LabRun& run : lab->runs)
    if (run.run.trailing_t > 0.0) return run.run.trailing_t;
  return lab->train ? lab->train->gross_t() : 0.0;
}

void line_choice(const Ui& ui, Row& row, float most, Actions& out) {
  const LabResults& lab = *ui.world.lab;
  const std::string value = lab.route ? line_words(ui, *lab.route) : ui.state.laboratory.line;
  const std::string& caption = ui.tr()("lab.line");
  row.next(std::min(most, text_width(ui.fonts.body, caption) + text_width(ui.fonts.body_bold, value) + 56.0f));
  if (!begin_chip(ui, "line", caption, value, most)) return;
  for (const Route& r : ui.world.portfolio.routes) {
    if (tractions_for(ui.world.portfolio, r).empty() || rail_places(r).empty()) continue;
    ImGui::PushID(r.id.c_str());
    if (menu_item(ui, line_words(ui, r), &r == lab.route)) out.push_back(action::OpenLaboratory{r.id});
    ImGui::PopID();
  }
  end_chip();
}

void train_choice(const Ui& ui, Row& row, float most, Actions& out) {
  const LabResults& lab = *ui.world.lab;
  if (!lab.route || !lab.train) return;
  const std::string& caption = ui.tr()("lab.train");
  std::string value = train_name(ui, *lab.train);
  if (text_width(ui.fonts.body, caption) + text_width(ui.fonts.body_bold, value) + 56.0f > most) value = train_tonnes(ui, *lab.train);
  row.next(std::min(most, text_width(ui.fonts.body, caption) + text_width(ui.fonts.body_bold, value) + 56.0f));
  if (!begin_chip(ui, "train", caption, value, most)) return;
  for (const TrainRow& t : ui.world.portfolio.trains) {
    if (t.gauge_mm != lab.line.line.gauge_mm) continue;
    ImGui::PushID(t.id.c_str());
    const std::string words = train_name(ui, t) + ui.tr()("lab.comma") + ui.tr()("lab.tonnes", whole(t.gross_t(), ui.tr()));
    if (menu_item(ui, words, &t == lab.train)) {
      Laboratory l = ui.state.laboratory;
      l.train = t.id;
      l.trailing_t = 0.0;
      out.push_back(action::SetLaboratory{l});
    }
    ImGui::PopID();
  }
  end_chip();
}

std::string grid_words(const Ui& ui) {
  const Scenario& s = ui.state.scenario;
  return ui.tr()("lab.grid_value", s.year, ui.tr()("pathway.short." + std::string(id_of(s.pathway))));
}

const std::string& hydrogen_words(const Ui& ui, HydrogenSource source) {
  static constexpr std::array<const char*, kHydrogenSourceCount> keys{"lab.h2.from_wind", "lab.h2.from_grid", "lab.h2.from_gas"};
  return ui.tr()(keys[static_cast<std::size_t>(source)]);
}

/// Two arrows: the train runs the other way.
void turn_button(const Ui& ui, float width, Actions& out) {
  const Palette& p = ui.palette;
  const bool on = ui.state.laboratory.backwards;
  const ImVec2 at = ImGui::GetCursorScreenPos(), end{at.x + width, at.y + ui.control()};
  if (press("turn", {width, ui.control()})) {
    Laboratory l = ui.state.laboratory;
    l.backwards = !l.backwards;
    out.push_back(action::SetLaboratory{l});
  }
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddRectFilled(at, end, u32(on ? p.selected_row : ImGui::IsItemHovered() ? p.inset : p.panel), 4);
  d->AddRect({at.x + 0.5f, at.y + 0.5f}, {end.x - 0.5f, end.y - 0.5f}, u32(on ? p.accent : p.control_edge), 4);
  const ImVec2 c{std::floor(at.x + 0.5f * width), std::floor(at.y + 0.5f * ui.control())};
  const ImU32 ink = u32(p.ink);
  for (const float way : {1.0f, -1.0f}) {
    const float y = c.y - 3.5f * way, tip = c.x + 8 * way;
    d->AddLine({c.x - 8 * way, y}, {tip, y}, ink, 1.6f);
    d->AddLine({tip - 4 * way, y - 3.5f}, {tip, y}, ink, 1.6f);
    d->AddLine({tip - 4 * way, y + 3.5f}, {tip, y}, ink, 1.6f);
  }
  focus_ring(ui);
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", drawn(ui.tr()("lab.turn")));
}

void grid_choice(const Ui& ui, Row& row, float most, Actions& out) {
  const Translator& tr = ui.tr();
  const Scenario& s = ui.state.scenario;
  static constexpr std::array<const char*, kFactorMethodCount> methods{"method.ifi_combined_margin", "method.ifi_operating_margin",
                                                                       "method.ember_average", "method.coal_equivalent"};
  const std::string& caption = tr("lab.grid");
  const std::string value = grid_words(ui);
  row.next(std::min(most, text_width(ui.fonts.body, caption) + text_width(ui.fonts.body_bold, value) + 56.0f));
  if (!begin_chip(ui, "grid", caption, value, most)) return;
  menu_head(ui, tr("lab.grid_year"));
  for (const int year : {2020, 2023, 2026, 2030, 2035, 2040, 2050, 2060})
    if (menu_item(ui, fmt::format("{}", year), year == s.year)) out.push_back(action::SetYear{year});
  menu_head(ui, tr("settings.pathway"));
  for (int i = 0; i < kGridPathwayCount; ++i) {
    const auto way = static_cast<GridPathway>(i);
    if (menu_item(ui, tr("pathway.short." + std::string(id_of(way))), way == s.pathway)) out.push_back(action::SetPathway{way});
  }
  menu_head(ui, tr("settings.method"));
  for (int i = 0; i < kFactorMethodCount; ++i) {
    const auto method = static_cast<FactorMethod>(i);
    if (menu_item(ui, tr(methods[static_cast<std::size_t>(i)]), method == s.method)) out.push_back(action::SetMethod{method});
  }
  end_chip();
}

void hydrogen_choice(const Ui& ui, Row& row, float most, Actions& out) {
  const Translator& tr = ui.tr();
  const Laboratory& now = ui.state.laboratory;
  const std::string &caption = tr("lab.hydrogen"), &value = hydrogen_words(ui, now.hydrogen);
  row.next(std::min(most, text_width(ui.fonts.body, caption) + text_width(ui.fonts.body_bold, value) + 56.0f));
  if (!begin_chip(ui, "hydrogen", caption, value, most)) return;
  for (int i = 0; i < kHydrogenSourceCount; ++i) {
    const auto source = static_cast<HydrogenSource>(i);
    if (menu_item(ui, hydrogen_words(ui, source), source == now.hydrogen)) {
      Laboratory l = now;
      l.hydrogen = source;
      out.push_back(action::SetLaboratory{l});
    }
  }
  end_chip();
}

}  // namespace

std::string lab_title(const Ui& ui) {
  const Translator& tr = ui.tr();
  const LabResults& lab = *ui.world.lab;
  if (!lab.route || lab.line.places.size() < 2) return tr("tab.laboratory");
  const std::string key = fmt::format("lab.count.{}", lab.runs.size());
  if (lab.runs.size() < 2 || !tr.has(key)) return display_name(*lab.route, tr);
  const std::string name = display_name(*lab.route, tr);
  const auto& places = lab.line.places;
  const auto place = [&](const auto& p) { return short_place(station_name(p.name, tr)); };
  const std::string way = name == lab.route->name ? tr("lab.between", place(places.front()), place(places.back())) : name;
  return tr("lab.title", way, tr(key));
}

void lab_choices(const Ui& ui, float width, Actions& out) {
  const LabResults& lab = *ui.world.lab;
  const float turn = ui.control() + 4.0f;
  // On one line if only the names of line and train need be cut.
  float line = 410.0f, train = 260.0f;
  if (width > 900.0f && lab.route && lab.train) {
    const auto wide = [&](const char* caption, const std::string& value) {
      return text_width(ui.fonts.body, ui.tr()(caption)) + text_width(ui.fonts.body_bold, value) + 56.0f;
    };
    const float rest = width - turn - 4 * 8.0f - wide("lab.grid", grid_words(ui)) - wide("lab.hydrogen", hydrogen_words(ui, ui.state.laboratory.hydrogen));
    const float line_w = wide("lab.line", line_words(ui, *lab.route)), train_w = wide("lab.train", train_name(ui, *lab.train));
    // A name that would be cut short gives way to the train's tonnes.
    train = train_w <= rest - line_w ? train_w : wide("lab.train", train_tonnes(ui, *lab.train));
    line = std::min(line_w, rest - train);
  }
  Row row{ImGui::GetCursorPosX(), ImGui::GetCursorPosX() + width, 0};
  const float most = std::min(width, 410.0f);
  line_choice(ui, row, std::min(width, line), out);
  train_choice(ui, row, std::min(width, train), out);
  grid_choice(ui, row, most, out);
  hydrogen_choice(ui, row, most, out);
  row.next(turn);
  turn_button(ui, turn, out);
}

void lab_sliders(const Ui& ui, float width, int columns, Actions& out) {
  const Translator& tr = ui.tr();
  const Laboratory& now = ui.state.laboratory;
  const float gap_x = 24.0f, w = (width - gap_x * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float left = ImGui::GetCursorPosX();
  bool held = false;
  int n = 0;
  const auto place = [&] {
    if (n % columns == 0) ImGui::SetCursorPosX(left);
    else ImGui::SameLine(0, gap_x);
    ++n;
  };
  const auto wish = [&](auto change) {
    Laboratory l = now;
    change(l);
    if (!(in_range(l) == now)) out.push_back(action::SetLaboratory{l});
  };
  // Tonnes by hundreds up to what the longest trains of the lines weigh.
  constexpr double kLeast = 500.0, kMost = 8000.0;
  const double t = tonnes_of(ui);
  place();
  if (const auto x = slider(ui, "tonnes", tr("lab.tonnage"), tr("lab.tonnes", whole(t, tr)), (t - kLeast) / (kMost - kLeast), 100.0 / (kMost - kLeast), w, held))
    wish([&](Laboratory& l) { l.trailing_t = std::round((kLeast + *x * (kMost - kLeast)) / 100.0) * 100.0; });
  place();
  // Batteries from a quarter to four times, evenly by the factor; 1 is easy to hit.
  const double octaves = std::log2(kMostBatteryScale / kLeastBatteryScale), at = std::log2(now.battery_scale / kLeastBatteryScale) / octaves;
  if (const auto x = slider(ui, "battery", tr("lab.battery"), tr("lab.times", number(now.battery_scale, tr, 3)), at, 1.0 / 32.0, w, held))
    wish([&](Laboratory& l) {
      const double scale = kLeastBatteryScale * std::exp2(*x * octaves);
      l.battery_scale = std::abs(*x - 0.5) < 0.012 ? 1.0 : std::round(scale * 20.0) / 20.0;
    });
  place();
  const double degrees = (now.celsius - kColdest) / (kHottest - kColdest);
  if (const auto x = slider(ui, "celsius", tr("lab.temperature"), tr("lab.celsius", number(now.celsius, tr, 2)), degrees, 1.0 / 85.0, w, held))
    wish([&](Laboratory& l) { l.celsius = std::round(kColdest + *x * (kHottest - kColdest)); });
  place();
  constexpr int kStopsShown = 12;
  if (const auto x = slider(ui, "stops", tr("lab.stops"), fmt::format("{}", now.stops), now.stops / static_cast<double>(kStopsShown), 1.0 / kStopsShown, w, held))
    wish([&](Laboratory& l) { l.stops = static_cast<int>(std::lround(*x * kStopsShown)); });
  if (held != ui.state.view.lab_held) out.push_back(action::HoldLaboratory{held});
}

}  // namespace gs::ui
