#include <algorithm>
#include <cmath>

#include "ui/laboratory.hpp"
#include "ui/panels.hpp"
#include "ui/working_lines.hpp"

/// What the runs come to: CO2 a tonne-kilometre, the whole trip, what is saved, and how far that may be trusted.
namespace gs::ui {
namespace {

bool ran(const LabRun& run) { return run.problems.empty() && run.run.arrived; }
bool known(const LabRun& run) { return ran(run) && run.co2_known; }

/// Why there is no figure.
std::string why_not(const Ui& ui, const LabRun& run) {
  if (!run.problems.empty()) return run.problems.front().what;
  if (run.run.arrived) return ui.tr()("lab.no_factor");
  return ui.tr()("lab.stalls", whole(run.run.stalled_at_m * 1e-3, ui.tr()));
}

double nice_end(double most) {
  const double power = std::pow(10.0, std::floor(std::log10(std::max(most, 1e-9)))), lead = most / power;
  for (const double k : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0})
    if (lead <= k) return k * power;
  return 10.0 * power;
}

void row_ground(const Ui& ui, ImVec2 at, float width, float height, bool on) {
  if (!on && !ImGui::IsItemHovered()) return;
  ImGui::GetWindowDrawList()->AddRectFilled({at.x - 10, at.y}, {at.x + width + 10, at.y + height}, u32(on ? ui.palette.selected_row : ui.palette.inset), 4);
}

void bar(const Ui& ui, const LabRun& run, const LabRun* front, double end, float height, Actions& out) {
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Palette& p = ui.palette;
  ImGui::PushID(run.traction->id.c_str());
  if (press("row", {width, height})) out.push_back(bring_forward(ui, run));
  row_ground(ui, at, width, height, &run == front);
  focus_ring(ui);
  ImGui::PopID();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const TractionKind kind = run.traction->traction;
  const Color color = traction_color(p, kind);
  const float top = at.y + 5;
  traction_mark(d, {at.x + 6, top + 9}, 5.0f, kind, color, color);
  const std::string& name = kind_name(ui, kind);
  text_at(d, ui.fonts.small_bold, {at.x + 20, top}, p.ink, name);
  const std::string value = known(run) ? with_decimals(run.co2_per_1000_tkm.best, ui.tr(), end) : "–";
  const float value_w = text_width(ui.fonts.body_bold, value), x = at.x + 20 + text_width(ui.fonts.small_bold, name) + 8;
  std::string note = traction_name(ui, *run.traction);
  if (run.wire_is_what_if) note += ui.tr()("lab.comma") + ui.tr()("lab.what_if_wire");
  text_at(d, ui.fonts.small, {x, top}, p.secondary, shortened(ui.fonts.small, note, at.x + width - value_w - 8 - x));
  text_at(d, ui.fonts.body_bold, {at.x + width - value_w, top - 2}, p.ink, value);
  if (!known(run)) {
    text_at(d, ui.fonts.small, {at.x + 20, top + 18}, p.warning, shortened(ui.fonts.small, why_not(ui, run), width - 20));
    return;
  }
  const Range<double>& r = run.co2_per_1000_tkm;
  const std::string interval = r.high > 0 ? ui.tr()("lab.range", with_decimals(r.low, ui.tr(), end), with_decimals(r.high, ui.tr(), end)) : ui.tr()("lab.none_short");
  const float interval_w = text_width(ui.fonts.small, interval);
  text_at(d, ui.fonts.small, {at.x + width - interval_w, top + 17}, p.secondary, interval);
  const float y = top + 20, right = at.x + width - 78;
  const auto x_of = [&](double v) { return at.x + static_cast<float>(v / end) * (right - at.x); };
  d->AddRectFilled({at.x, y}, {x_of(r.low), y + 11}, u32(color), 1);
  d->AddRectFilled({x_of(r.low), y}, {std::max(x_of(r.high), x_of(r.low) + 1), y + 11}, u32(color.with_alpha(0.38)), 1);
  d->AddLine({x_of(r.best), y - 2}, {x_of(r.best), y + 13}, u32(p.ink), 2.0f);
}

void cells(ImVec2 at, float width, float column, ImFont* font, Color color, const std::array<std::string, 3>& values, float height) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float right = at.x + width - column * static_cast<float>(2 - i);
    text_at(d, font, {right - text_width(font, values[i]), at.y + 0.5f * (height - 16)}, color, values[i]);
  }
}

/// What the run in front saves against the diesel, in a sentence with its interval.
void saving(const Ui& ui, const LabResults& lab, const LabRun& front) {
  const Translator& tr = ui.tr();
  const auto i = static_cast<std::size_t>(&front - lab.runs.data());
  const auto diesel = std::find_if(lab.runs.begin(), lab.runs.end(), [](const LabRun& r) { return r.traction->traction == TractionKind::diesel && known(r); });
  const std::string& name = tr("lab.the." + std::string(id_of(front.traction->traction)));
  std::string words;
  if (!known(front)) words = tr("lab.no_run", name);
  else if (diesel == lab.runs.end()) words = tr("lab.no_diesel");
  else if (front.traction->traction == TractionKind::diesel) words = tr("lab.is_diesel");
  else if (front.co2_per_1000_tkm.high == 0.0) words = tr("lab.none", name);
  else {
    const Range<double>& s = lab.saved_against_diesel[i];
    if (s.low >= 0) words = tr("lab.saves", name, percent(s.best, tr), percent(s.low, tr), percent(s.high, tr));
    else if (s.high <= 0) words = tr("lab.costs", name, percent(-s.best, tr), percent(-s.high, tr), percent(-s.low, tr));
    else words = tr("lab.either", name, signed_percent(-s.best, tr), signed_percent(-s.high, tr), signed_percent(-s.low, tr));
  }
  text(ui.fonts.body, ui.palette.ink, words, true);
}

/// Where the CO2 of the run in front arises, and what it drew.
void parts(const Ui& ui, const LabRun& run) {
  const Translator& tr = ui.tr();
  const RunEmissions& e = run.emissions;
  const auto kg = [&](double v) { return figure(tonnes(v * 1e-3), tr).text(); };
  constexpr float kCaption = 150.0f;
  if (run.fuel_litres > 0) fact(ui, tr("lab.diesel_used"), tr("lab.litres", number(run.fuel_litres, tr, 3)), kCaption);
  if (run.hydrogen_mass_kg > 0) fact(ui, tr("lab.hydrogen_used"), tr("lab.kg", number(run.hydrogen_mass_kg, tr, 3)), kCaption);
  if (run.electricity_mwh != 0) fact(ui, tr("lab.electricity_used"), figure(megawatt_hours(run.electricity_mwh), tr).text(), kCaption);
  if (e.tank_to_wheel_kg > 0) fact(ui, tr("lab.burnt"), kg(e.tank_to_wheel_kg), kCaption);
  if (e.well_to_tank_kg > 0) fact(ui, tr("lab.well_to_tank"), kg(e.well_to_tank_kg), kCaption);
  if (e.electricity_kg != 0) fact(ui, tr("lab.at_plants"), kg(e.electricity_kg), kCaption);
  if (run.hydrogen_mass_kg > 0) fact(ui, tr("lab.of_hydrogen"), e.hydrogen_kg > 0 ? kg(e.hydrogen_kg) : "0", kCaption);
  if (e.lifecycle_kg > 0) fact(ui, tr("lab.lifecycle"), kg(e.lifecycle_kg), kCaption);
}

/// Of time, energy and CO2; kept, since its inputs are many.
const Working& run_working(const Ui& ui, const LabResults& lab, const LabRun& front) {
  static struct {
    std::string key;
    Working working;
  } kept;
  std::string key = lab.digest + front.traction->id + ui.tr().code() + ui.world.results.digest;
  if (kept.key == key) return kept.working;
  kept.working = together(run_in_english(lab, front), lab_workings(ui.world, front));
  kept.working.cited += "; laboratory digest " + lab.digest;
  kept.key = std::move(key);
  return kept.working;
}

/// Other locomotives of the tractions, to take the place of the one in front or of another of its kind.
void locomotives(const Ui& ui, const LabResults& lab, const LabRun& front, Actions& out) {
  const auto rows = tractions_for(ui.world.portfolio, *lab.route);
  if (!begin_chip(ui, "locomotive", ui.tr()("lab.locomotive"), traction_name(ui, *front.traction), ImGui::GetContentRegionAvail().x)) return;
  std::optional<TractionKind> kind;
  for (const TractionRow* row : rows) {
    if (kind != row->traction) menu_head(ui, kind_name(ui, row->traction));
    kind = row->traction;
    ImGui::PushID(row->id.c_str());
    if (menu_item(ui, traction_name(ui, *row), row == front.traction)) {
      Laboratory l = ui.state.laboratory;
      l.traction = row->id;
      out.push_back(action::SetLaboratory{l});
    }
    ImGui::PopID();
  }
  end_chip();
}

}  // namespace

void lab_bars(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  const LabResults& lab = *ui.world.lab;
  const LabRun* front = lab_front(lab);
  text(ui.fonts.head, ui.palette.ink, tr("lab.co2_head"));
  gap(2);
  text(ui.fonts.small, ui.palette.secondary, tr("lab.co2_note"), true);
  double most = 0;
  for (const LabRun& run : lab.runs) most = std::max(most, run.co2_per_1000_tkm.high);
  const double end = nice_end(most);
  const float height = ui.touch ? 48.0f : 44.0f;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 4));
  for (const LabRun& run : lab.runs) bar(ui, run, front, end, height, out);
  ImGui::PopStyleVar();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x - 78;
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddLine({at.x, std::floor(at.y) + 0.5f}, {right, std::floor(at.y) + 0.5f}, u32(ui.palette.control_edge));
  for (int i = 0; i <= 4; ++i) {
    const std::string words = number(end * i / 4, tr, 3);
    const float x = at.x + 0.25f * static_cast<float>(i) * (right - at.x), w = text_width(ui.fonts.small, words);
    d->AddLine({std::floor(x) + 0.5f, at.y}, {std::floor(x) + 0.5f, at.y + 4}, u32(ui.palette.control_edge));
    text_at(d, ui.fonts.small, {i == 0 ? x : x - 0.5f * w, at.y + 5}, ui.palette.secondary, words);
  }
  ImGui::Dummy({1, 22});
}

void lab_trip(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  const LabResults& lab = *ui.world.lab;
  const LabRun* front = lab_front(lab);
  if (!front) return;
  double tonnes_hauled = 0, mwh = 0, kg = 0;
  for (const LabRun& run : lab.runs) {
    tonnes_hauled = std::max(tonnes_hauled, run.run.trailing_t);
    if (ran(run)) mwh = std::max(mwh, run.energy_mwh.best), kg = std::max(kg, run.emissions.total_kg());
  }
  text(ui.fonts.body_bold, ui.palette.ink, tr("lab.trip", whole(tonnes_hauled, tr)), true);
  const float width = ImGui::GetContentRegionAvail().x, height = ui.touch ? 32.0f : 22.0f;
  const float column = std::clamp(text_width(ui.fonts.small, tr("lab.energy_mwh")) + 14.0f, 0.2f * width, 0.31f * width);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 0));
  cells(ImGui::GetCursorScreenPos(), width, column, ui.fonts.small, ui.palette.secondary, {tr("lab.time_h"), tr("lab.energy_mwh"), tr("lab.co2_t")}, 20);
  ImGui::Dummy({1, 20});
  for (const LabRun& run : lab.runs) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(run.traction->id.c_str());
    if (press("trip", {width, height})) out.push_back(bring_forward(ui, run));
    row_ground(ui, at, width, height, &run == front);
    ImGui::PopID();
    const bool on = &run == front;
    ImFont* font = on ? ui.fonts.small_bold : ui.fonts.small;
    const Color color = traction_color(ui.palette, run.traction->traction);
    traction_mark(ImGui::GetWindowDrawList(), {at.x + 6, at.y + 0.5f * height}, 4.5f, run.traction->traction, color, color);
    text_at(ImGui::GetWindowDrawList(), font, {at.x + 20, at.y + 0.5f * (height - 16)}, ui.palette.ink, kind_name(ui, run.traction->traction));
    if (ran(run)) {
      cells(at, width, column, font, ui.palette.ink, {with_decimals(run.run.time_s / 3600.0, tr, 10.0), with_decimals(run.energy_mwh.best, tr, mwh), known(run) ? with_decimals(run.emissions.total_kg() * 1e-3, tr, kg * 1e-3) : "–"}, height);
    } else {
      cells(at, width, column, font, ui.palette.ink, {"–", "–", "–"}, height);
    }
  }
  ImGui::PopStyleVar();
  gap(12);
  if (ran(*front)) {
    text(ui.fonts.small, ui.palette.secondary,
         tr("lab.energy_range", kind_name(ui, front->traction->traction), number(front->energy_mwh.low, tr, 3), number(front->energy_mwh.high, tr, 3)), true);
  }
  rule(ui, 4, 10);
  saving(ui, lab, *front);
  gap(8);
  locomotives(ui, lab, *front, out);
  gap(8);
  if (!ran(*front)) return;
  parts(ui, *front);
  if (!working_opens(ui, "lab-working")) return;
  working_lines(ui, run_working(ui, lab, *front), out);
}

void lab_grounds(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  const LabResults& lab = *ui.world.lab;
  const LabRun* front = lab_front(lab);
  if (!lab.route || !front) return;
  rule(ui, 4, 10);
  text(ui.fonts.body_bold, ui.palette.ink, tr("lab.profile"));
  const auto basis = [&](bool sourced) -> const std::string& { return tr(sourced ? "lab.sourced" : "lab.assumed"); };
  text(ui.fonts.small, ui.palette.ink,
       tr("lab.profile_text", number(lab.line.ruling_permille, tr, 3), basis(lab.line.ruling_sourced), number(lab.line.undulation_permille, tr, 2),
          percent(lab.line.grade_uncertainty, tr)), true);
  text(ui.fonts.small, ui.palette.secondary,
       tr("lab.bases", basis(lab.line.length_sourced), basis(lab.line.speed_sourced), basis(lab.line.wire_sourced)), true);
  const auto catenary = std::find_if(lab.runs.begin(), lab.runs.end(), [](const LabRun& r) { return r.wire_is_what_if; });
  if (catenary != lab.runs.end()) text(ui.fonts.small, ui.palette.secondary, tr("lab.what_if_note"), true);
  std::string estimated;
  for (const LabRun& run : lab.runs)
    if (!run.traction->estimated.empty()) estimated += (estimated.empty() ? "" : tr("lab.comma")) + traction_name(ui, *run.traction);
  if (!estimated.empty()) text(ui.fonts.small, ui.palette.secondary, tr("lab.estimated", estimated), true);
  if (lab.train && !lab.train->notes.empty()) text(ui.fonts.small, ui.palette.secondary, tr.fact(lab.train->notes), true);
  rule(ui, 4, 10);
  std::vector<std::string> ids;
  const auto add = [&](const std::vector<std::string>& more) {
    for (const std::string& id : more)
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  if (const LineRow* row = ui.world.portfolio.line(lab.route->id)) add(row->sources);
  add(lab.route->sources);
  if (lab.train) add(lab.train->sources);
  for (const LabRun& run : lab.runs) add(run.traction->sources);
  source_list(ui, ids, out);
  gap(8);
  if (link(ui, "share", tr("lab.share"))) out.push_back(action::CopyLink{});
  text(ui.fonts.small, ui.palette.tertiary, lab.preview ? tr("lab.preview") : tr("result.digest", lab.digest));
}

}  // namespace gs::ui
