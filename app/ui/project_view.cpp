#include "sim/simulate.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

void big_figure(const Ui& ui, std::string_view caption, const Figure& f, Color color, float x, float width) {
  ImGui::SetCursorPosX(x);
  ImGui::BeginGroup();
  text(ui.fonts.small, ui.palette.secondary, shortened(ui.fonts.small, caption, width));
  gap(2);
  const bool fits = text_width(ui.fonts.title, f.number) < width;
  text(fits ? ui.fonts.title : ui.fonts.head, color, f.number);
  gap(1);
  text(ui.fonts.small, ui.palette.secondary, f.unit);
  ImGui::EndGroup();
}

std::string basis_text(const Ui& ui, const Project& p, const ProjectResult& r) {
  const Translator& tr = ui.tr();
  switch (r.basis) {
    case EnergyBasis::simulated: return tr("basis.simulated");
    case EnergyBasis::reported: return tr("basis.reported", figure(*p.generation, tr).text());
    case EnergyBasis::country_factor:
    case EnergyBasis::default_factor: {
      if (r.capacity_factor < 0) return tr("basis.none");
      const CapacityFactor& f = ui.world.portfolio.capacity_factors[static_cast<std::size_t>(r.capacity_factor)];
      const std::string share = percent(f.central, tr), low = percent(f.low, tr), high = percent(f.high, tr);
      return r.basis == EnergyBasis::country_factor
                 ? tr("basis.country_factor", share, low, high, country_name(ui.world, f.country), tech_name(ui, f.technology))
                 : tr("basis.default_factor", share, low, high, tech_name(ui, f.technology));
    }
    case EnergyBasis::none: return tr("basis.none");
  }
  return {};
}

constexpr std::array<const char*, kFactorMethodCount> kMethodKeys{"method.ifi_combined_margin", "method.ifi_operating_margin",
                                                                  "method.ember_average", "method.coal_equivalent"};

std::string method_name(const Ui& ui) { return ui.tr()(kMethodKeys[static_cast<std::size_t>(ui.state.scenario.method)]); }

/// The same energy under the other methods: the choice matters more than any interval.
void by_method(const Ui& ui, const ProjectResult& r, Actions& out) {
  if (!r.energy) return;
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("methods.title"));
  for (int m = 0; m < kFactorMethodCount; ++m) {
    const auto& mass = r.avoided_by_method[static_cast<std::size_t>(m)];
    const bool chosen = m == static_cast<int>(ui.state.scenario.method);
    const float x = ImGui::GetCursorPosX();
    ImGui::PushID(m);
    if (chosen) text(ui.fonts.small_bold, ui.palette.accent, ui.tr()(kMethodKeys[static_cast<std::size_t>(m)]));
    else if (link(ui, "method", ui.tr()(kMethodKeys[static_cast<std::size_t>(m)]))) out.push_back(action::SetMethod{static_cast<FactorMethod>(m)});
    ImGui::PopID();
    ImGui::SameLine(0, 0);
    ImGui::SetCursorPosX(x + 170.0f);
    text(chosen ? ui.fonts.small_bold : ui.fonts.small, ui.palette.ink, mass ? figure(*mass, ui.tr()).text() : ui.tr()("figure.none"));
    gap(4);
  }
}

void saving(const Ui& ui, const ProjectResult& r) {
  const Translator& tr = ui.tr();
  text(ui.fonts.body_bold, ui.palette.ink, tr("saving.title"));
  if (r.avoided && r.avoided->high.base() <= 0 && !r.reported) {
    text(ui.fonts.small, ui.palette.secondary, tr("note.zero_grid_factor"), true);
  } else if (r.avoided) {
    interval_bar(ui, *r.avoided, r.reported, ImGui::GetContentRegionAvail().x);
    std::string note = tr("saving.range", range_text(*r.avoided, tr));
    if (r.reported) {
      note += r.avoided->contains(*r.reported) ? tr("saving.inside")
              : r.gap                          ? tr("saving.outside", signed_percent(*r.gap, tr))
                                               : std::string();
    }
    text(ui.fonts.small, ui.palette.secondary, note, true);
  } else {
    text(ui.fonts.small, ui.palette.secondary, tr("saving.none"), true);
    if (r.reported) fact(ui, tr("figure.reported"), figure(*r.reported, tr).text());
  }
}

void working(const Ui& ui, const Project& p, const ProjectResult& r, Actions& out) {
  const Translator& tr = ui.tr();
  text(ui.fonts.body_bold, ui.palette.ink, tr("working.title"));
  fact(ui, tr("working.energy"), basis_text(ui, p, r));
  if (r.energy) fact(ui, tr("working.energy_range"), range_text(*r.energy, tr));
  if (r.intensity) {
    std::string factor = method_name(ui) + ": " + figure(r.intensity->best, tr).text() + " (" + range_text(*r.intensity, tr) + ")";
    if (r.grid_factor >= 0) {
      const GridFactor& f = ui.world.portfolio.grid_factors[static_cast<std::size_t>(r.grid_factor)];
      factor += ", " + country_name(ui.world, f.country) + (f.year ? fmt::format(" {}", *f.year) : "");
    }
    fact(ui, tr("working.factor"), factor);
  } else {
    fact(ui, tr("working.factor"), tr("working.no_factor", method_name(ui)));
  }
  static constexpr std::array<const char*, 10> notes{"note.expected", "note.assumed_spread", "note.zero_grid_factor", "note.no_grid_factor",
                                                    "note.not_generation", "note.rating_unknown", "note.estimated_input", "note.no_capacity", "note.no_climate", "note.hydrogen"};
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if ((r.notes >> i & 1u) != 0) text(ui.fonts.small, ui.palette.secondary, tr(notes[i]), true);
  }
  std::vector<std::string> ids;
  if (r.capacity_factor >= 0) {
    const CapacityFactor& f = ui.world.portfolio.capacity_factors[static_cast<std::size_t>(r.capacity_factor)];
    fact(ui, tr("working.cf_source"), f.basis);
    ids.push_back(f.source.substr(0, f.source.find(';')));
  }
  if (r.grid_factor >= 0) {
    const std::string& s = ui.world.portfolio.grid_factors[static_cast<std::size_t>(r.grid_factor)].source;
    ids.push_back(s.substr(0, s.find(';')));
  }
  ImGui::PushID("factors");
  for (const std::string& id : ids) {
    if (id == "derived") continue;  // the line above says from what
    if (const Source* s = ui.world.portfolio.source(id)) {
      ImGui::PushID(id.c_str());
      const std::string name = s->title.empty() ? s->publisher : s->publisher + ": " + s->title;
      if (s->url.empty()) text(ui.fonts.small, ui.palette.secondary, name, true);
      else if (link(ui, "source", name)) out.push_back(action::OpenAddress{s->url});
      ImGui::PopID();
    }
  }
  ImGui::PopID();
}

void marks(const Ui& ui, const Project& p, const ProjectResult& r) {
  const Translator& tr = ui.tr();
  const auto mark = [&](const std::string& s) { text(ui.fonts.small, ui.palette.warning, s, true); };
  if (r.hidden) mark(tr("mark.no_role_long"));
  else if (p.chinese_role_check == ChineseRole::unverified) mark(tr("mark.unverified_long"));
  else if (p.chinese_role_check == ChineseRole::equipment_only) mark(tr("mark.equipment_long"));
  if (!p.part_of.empty()) {
    const Project* whole = ui.world.portfolio.project(p.part_of);
    mark(tr("mark.part_of", whole ? display_name(*whole, tr) : p.part_of));
  }
  if (r.counted == Counted::not_operating) text(ui.fonts.small, ui.palette.secondary, tr("mark.not_operating", ui.state.scenario.year), true);
}

void article_claim(const Ui& ui, const Project& p, Actions& out) {
  for (const Claim& c : ui.world.portfolio.claims) {
    if (c.subject != p.id || c.source.find("globaltimes") == std::string::npos) continue;
    rule(ui);
    text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("article.states"));
    std::string what;
    if (c.value && c.quantity == "co2_t") what = figure(tonnes(*c.value), ui.tr()).text() + ui.tr()("figure.a_year");
    else if (c.value && c.quantity == "capacity_mw") what = figure(megawatts(*c.value), ui.tr()).text();
    text(ui.fonts.body, ui.palette.ink, what, true);
    text(ui.fonts.small, ui.palette.secondary, fmt::format("{}, {}. {}", c.claimant, c.date, c.notes), true);
    if (const Source* s = ui.world.portfolio.source(c.source.substr(0, c.source.find(';')))) {
      if (!s->url.empty() && link(ui, c.id.c_str(), s->publisher + ", " + s->date)) out.push_back(action::OpenAddress{s->url});
    }
  }
}

}  // namespace

void project_view(const Ui& ui, const Project& p, const ProjectResult& r, Actions& out) {
  const Translator& tr = ui.tr();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Status status = status_at(p, ui.state.scenario.year);
  symbol(ImGui::GetWindowDrawList(), {at.x + 8, at.y + 8}, 6.5f, category(p.technology), fill_of(status), badge_of(p.technology), ui.palette);
  ImGui::Indent(24);
  const std::string kind = tech_name(ui, p.technology) + " · " + country_name(ui.world, p.country);
  ImGui::Unindent(24);
  panel_head(ui, "      " + kind, display_name(p, tr), out);

  const ImVec2 line = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddCircleFilled({line.x + 5, line.y + 8}, 4.0f, u32(status == Status::operating ? ui.palette.accent : ui.palette.tertiary), 16);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + 14);
  std::string when = status_name(ui, status);
  if (p.commissioning_year) when = tr(status == Status::operating ? "status.since" : "status.expected", when, *p.commissioning_year);
  text(ui.fonts.small, ui.palette.ink, when);
  const float both = 14 + text_width(ui.fonts.small, when) + 52 + text_width(ui.fonts.small, confidence_name(ui, p.confidence));
  if (both < ImGui::GetContentRegionAvail().x) ImGui::SameLine(0, 16);
  ImGui::PushFont(ui.fonts.small);
  confidence_dots(ui, p.confidence);
  ImGui::PopFont();
  ImGui::SameLine(0, 6);
  text(ui.fonts.small, ui.palette.secondary, confidence_name(ui, p.confidence));
  marks(ui, p, r);

  rule(ui, 4, 10);
  const float width = ImGui::GetContentRegionAvail().x, x = ImGui::GetCursorPosX(), y = ImGui::GetCursorPosY();
  const float second = 0.29f * width, third = 0.66f * width;  // the first is short in every language
  const Figure none{"–", tr("figure.none")};
  Figure capacity = p.capacity ? figure(*p.capacity, tr) : none;
  if (p.capacity && p.capacity_basis != CapacityBasis::unstated) capacity.unit += " " + tr(std::string("capacity.") + std::string(id_of(p.capacity_basis)));
  Figure energy = r.energy ? figure(r.energy->best, tr) : none;
  if (r.energy) energy.unit += tr("figure.a_year");
  Figure avoided = r.avoided ? figure(r.avoided->best, tr) : none;
  if (r.avoided) avoided.unit += tr("figure.a_year");
  big_figure(ui, tr("figure.capacity"), capacity, ui.palette.ink, x, second - 8);
  ImGui::SetCursorPosY(y);
  big_figure(ui, tr("figure.simulated_output"), energy, ui.palette.ink, x + second, third - second - 8);
  ImGui::SetCursorPosY(y);
  big_figure(ui, tr("figure.simulated_saving"), avoided, ui.palette.accent, x + third, width - third);

  rule(ui);
  saving(ui, r);
  rule(ui);
  working(ui, p, r, out);
  by_method(ui, r, out);
  article_claim(ui, p, out);
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("who.title"));
  fact(ui, tr("who.chinese_role"), p.chinese_role);
  fact(ui, tr("who.partner"), p.local_partner);
  fact(ui, tr("who.place"), tr(std::string("precision.") + std::string(id_of(p.coord_precision)), whole(p.coord_radius_km)) +
                                (p.coord_source.empty() ? "" : "; " + p.coord_source.substr(0, 80)));
  if (p.storage) fact(ui, tr("who.storage"), figure(*p.storage, tr).text());
  if (p.capital_cost_musd) fact(ui, tr("who.cost"), tr("unit.musd_value", whole(*p.capital_cost_musd)));
  if (p.jobs) fact(ui, tr("who.jobs"), whole(*p.jobs));
  if (p.households) fact(ui, tr("who.households"), whole(*p.households));
  if (!p.capacity_note.empty()) fact(ui, tr("who.capacity_note"), p.capacity_note);
  if (!p.notes.empty()) {
    gap(4);
    text(ui.fonts.small, ui.palette.secondary, p.notes, true);
  }
  rule(ui);
  source_list(ui, p.sources, out);
  rule(ui);
  const auto small_link = [&](const char* id, const char* key, Action a) {
    if (link(ui, id, tr(key))) out.push_back(std::move(a));
  };
  small_link("cite", "copy.citation", action::CopyCitation{});
  small_link("csv", "export.csv", action::Export{action::Export::csv});
  text(ui.fonts.small, ui.palette.tertiary, tr("result.digest", ui.world.results.digest.substr(0, 16)));
}

}  // namespace gs::ui
