#include "portfolio/own_data.hpp"
#include "scene/geometry.hpp"
#include "ui/line_saving.hpp"
#include "ui/locomotive_saving.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

std::string optional_number(const std::optional<double>& v, const char* unit, const Translator& tr) {
  return v ? tr(unit, number(*v, tr, 4)) : std::string();
}

void alternatives(const Ui& ui, std::string_view subject) {
  bool first = true;
  for (const Claim& c : ui.world.portfolio.claims) {
    if (c.subject != subject) continue;
    if (first) {
      rule(ui);
      text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("claims.title"));
      first = false;
    }
    std::string line = c.value ? number(*c.value, ui.tr(), 6) : c.low && c.high ? number(*c.low, ui.tr(), 4) + "–" + number(*c.high, ui.tr(), 4) : std::string();
    if (!line.empty()) line += " " + c.unit + " · ";
    line += ui.tr().fact(c.claimant) + (c.date.empty() ? "" : ", " + c.date);
    text(ui.fonts.small, ui.palette.ink, line, true);
    if (!c.notes.empty()) text(ui.fonts.small, ui.palette.secondary, ui.tr().fact(c.notes), true);
    gap(6);
  }
}

}  // namespace

void locomotive_view(const Ui& ui, const Locomotive& l, const LocomotiveResult& r, Actions& out) {
  const Translator& tr = ui.tr();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  symbol(ImGui::GetWindowDrawList(), {at.x + 9, at.y + 8}, 6.5f, Category::locomotive, Fill::solid, Badge::none, ui.palette);
  panel_head(ui, "       " + tr(std::string("loco.") + std::string(id_of(l.type))) + " · " + country_name(ui.world, l.country), display_name(l, tr), out);
  ImGui::PushFont(ui.fonts.small);
  confidence_dots(ui, l.confidence);
  ImGui::PopFont();
  ImGui::SameLine(0, 6);
  text(ui.fonts.small, ui.palette.secondary, confidence_name(ui, l.confidence));

  locomotive_saving(ui, l, r, out);

  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("loco.facts"));
  fact(ui, tr("loco.builder"), tr.fact(l.builder));
  fact(ui, tr("loco.operator"), tr.fact(l.operator_name));
  fact(ui, tr("loco.gauge"), l.gauge_mm ? tr("unit.mm_value", *l.gauge_mm) : "");
  fact(ui, tr("loco.axles"), l.axle_arrangement);
  if (l.traction_power) fact(ui, tr("loco.traction"), tr("unit.kw_value", whole(l.traction_power->base() * 1e3, tr)));
  if (l.engine_power) fact(ui, tr("loco.engine"), tr("unit.kw_value", whole(l.engine_power->base() * 1e3, tr)));
  if (l.battery) fact(ui, tr("loco.battery_capacity"), tr("unit.kwh_value", whole(l.battery->base() * 1e3, tr)));
  fact(ui, tr("loco.h2"), optional_number(l.h2_kg, "unit.kg_value", tr));
  fact(ui, tr("loco.mass"), optional_number(l.mass_t, "unit.t_value", tr));
  fact(ui, tr("loco.start_te"), optional_number(l.start_te_kn, "unit.kn_value", tr));
  fact(ui, tr("loco.cont_te"), optional_number(l.cont_te_kn, "unit.kn_value", tr));
  fact(ui, tr("loco.max_speed"), optional_number(l.max_speed_kmh, "unit.kmh_value", tr));
  fact(ui, tr("loco.sfc"), optional_number(l.sfc_g_per_kwh, "unit.g_per_kwh_value", tr));
  fact(ui, tr("loco.units"), l.units ? fmt::format("{}. {}", *l.units, tr.fact(l.units_note)) : tr.fact(l.units_note));
  fact(ui, tr("loco.year"), l.year ? fmt::format("{}. {}", *l.year, tr.fact(l.year_note)) : tr.fact(l.year_note));
  fact(ui, tr("loco.duty"), tr.fact(l.duty));
  fact(ui, tr("loco.claimed"), tr.fact(l.claimed_saving));
  if (!l.notes.empty()) {
    gap(8);
    text(ui.fonts.small, ui.palette.secondary, tr.fact(l.notes), true);
  }
  alternatives(ui, l.id);
  rule(ui);
  source_list(ui, l.sources, out);
  gap(8);
  if (link(ui, "cite", tr("copy.citation"))) out.push_back(action::CopyCitation{});
}

void route_view(const Ui& ui, const Route& r, Actions& out) {
  const Translator& tr = ui.tr();
  std::string countries;
  for (const auto& c : r.countries) countries += (countries.empty() ? "" : ", ") + country_name(ui.world, c);
  panel_head(ui, tr("kind.railway") + " · " + countries, display_name(r, tr), out);
  ImGui::PushFont(ui.fonts.small);
  confidence_dots(ui, r.confidence);
  ImGui::PopFont();
  ImGui::SameLine(0, 6);
  text(ui.fonts.small, ui.palette.secondary, confidence_name(ui, r.confidence));
  if (!tractions_for(ui.world.portfolio, r).empty() && !rail_places(r).empty()) {
    gap(8);
    if (button(ui, "laboratory", tr("lab.open"), false, ImGui::GetContentRegionAvail().x)) out.push_back(action::OpenLaboratory{r.id});
  }
  if (is_own(r.id)) text(ui.fonts.small, ui.palette.warning, tr("own.line_mark"), true);
  rule(ui, 4, 10);
  static constexpr std::array<const char*, 3> status{"line.open", "line.construction", "line.planned"};
  fact(ui, tr("line.status"), tr(status[static_cast<std::size_t>(r.status)]) + (r.opened_note.empty() ? "" : ": " + tr.fact(r.opened_note)));
  if (r.length) fact(ui, tr("line.length"), tr("unit.km_value", number(r.length->base(), tr, 4)));
  fact(ui, tr("line.gauge"), r.gauge_mm ? tr("unit.mm_value", *r.gauge_mm) : "");
  fact(ui, tr("line.traction"), tr(std::string("electrified.") + std::string(id_of(r.electrified))) +
                                    (r.electrification_note.empty() ? "" : ": " + tr.fact(r.electrification_note)));
  fact(ui, tr("line.tracks"), r.tracks.empty() ? "" : tr("tracks." + r.tracks));
  fact(ui, tr("loco.max_speed"), optional_number(r.max_speed_kmh, "unit.kmh_value", tr));
  line_working(ui, r);
  gap(6);
  fact(ui, tr("line.traffic"), tr.fact(r.traffic));
  fact(ui, tr("who.chinese_role"), tr.fact(r.chinese_role));
  fact(ui, tr("who.cost"), tr.fact(r.cost));
  if (!r.notes.empty()) {
    gap(8);
    text(ui.fonts.small, ui.palette.secondary, tr.fact(r.notes), true);
  }
  gap(4);
  text(ui.fonts.small, ui.palette.secondary, tr("line.geometry_note"), true);
  line_saving(ui, r, out);
  alternatives(ui, r.id);
  rule(ui);
  source_list(ui, r.sources, out);
}

}  // namespace gs::ui
