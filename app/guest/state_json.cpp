#include "guest/state_json.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "guest/twin_controls.hpp"
#include "scene/lab_curves.hpp"
#include "scene/portfolio_charts.hpp"
#include "scene/project_table.hpp"
#include "scene/story.hpp"
#include "scene/working.hpp"
#include "sim/simulate.hpp"
#include "sim/totals.hpp"
#include "text/figure.hpp"
#include "text/problem.hpp"

namespace gs {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, kFactorMethodCount> kMethods{"ifi_combined_margin", "ifi_operating_margin", "ember_average", "coal_equivalent"};

template <class Q>
Json range(const Range<Q>& r) {
  return {{"low", r.low.base()}, {"best", r.best.base()}, {"high", r.high.base()}};
}

Json total(const Total& t) {
  return {{"projects", t.projects}, {"capacity_mw", t.capacity.base()}, {"energy_mwh", range(t.energy)},
          {"avoided_t", range(t.avoided)}, {"reported_t", t.reported.base()}, {"reporting", t.reporting}};
}

Json selected(const Shown& s, std::string& announce) {
  const Selection& what = s.state.view.selection;
  const World& w = s.world;
  if (what.kind == SelectionKind::project) {
    for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) {
      const Project& p = w.portfolio.projects[i];
      if (p.id != what.id) continue;
      const ProjectResult& r = w.results.projects[i];
      Json j{{"name", display_name(p, w.tr)}, {"avoided_t", nullptr}, {"reported_t", nullptr}};
      announce = display_name(p, w.tr);
      if (r.avoided) {
        j["avoided_t"] = range(*r.avoided);
        announce += ": " + w.tr("card.simulated", figure(r.avoided->best, w.tr).text(), range_text(*r.avoided, w.tr));
      }
      if (r.reported) j["reported_t"] = r.reported->base();
      return j;
    }
  } else if (what.kind == SelectionKind::locomotive) {
    if (const Locomotive* l = w.portfolio.locomotive(what.id)) {
      announce = display_name(*l, w.tr);
      Json j{{"name", announce}, {"saving_per_unit_t", nullptr}};
      if (l->co2_saving_per_unit) j["saving_per_unit_t"] = l->co2_saving_per_unit->base();
      return j;
    }
  } else if (what.kind == SelectionKind::route) {
    if (const Route* r = w.portfolio.route(what.id)) {
      announce = display_name(*r, w.tr);
      return {{"name", announce}};
    }
  }
  return nullptr;
}

Json own_rows(const OwnData& d) { return {{"projects", d.projects.size()}, {"lines", d.routes.size()}, {"problems", d.problems.size()}}; }

Json own_data(const Shown& s) {
  if (!s.own) return nullptr;
  Json j{{"joined", own_rows(s.own->joined)}, {"dropped", s.own->has_dropped ? own_rows(s.own->dropped) : Json()}, {"joining", s.own->joining}};
  j["total"] = s.own->joined.empty() ? Json() : total(own_total(s.world.portfolio, s.world.results));
  return j;
}

Json numbers(const Range<double>& r) { return {{"low", r.low}, {"best", r.best}, {"high", r.high}}; }

/// The train laboratory: what runs, what each run comes to, and what they do at the cursor.
Json laboratory(const Shown& s, std::string& announce) {
  const LabResults* lab = s.world.lab;
  if (!lab) return nullptr;
  Json j{{"line", s.state.laboratory.line}, {"digest", lab->digest}, {"preview", lab->preview}};
  if (lab->route) {
    j["name"] = display_name(*lab->route, s.world.tr);
    announce = display_name(*lab->route, s.world.tr);
  }
  j["train"] = lab->train ? Json(lab->train->id) : Json();
  j["length_km"] = lab->line.line.length_m * 1e-3;
  const double km = lab_cursor(*lab, s.state.view.lab_km);
  const LabReading here = lab_reading(*lab, km);
  const auto value = [](double v) { return v == v ? Json(v) : Json(); };
  j["at_km"] = here.km;
  j["grade_permille"] = here.grade_permille;
  const LabRun* front = lab_front(*lab);
  if (front) j["front"] = front->traction->id;
  Json runs = Json::array();
  for (std::size_t i = 0; i < lab->runs.size(); ++i) {
    const LabRun& run = lab->runs[i];
    const bool ran = run.problems.empty() && run.run.arrived;
    Json r{{"id", run.traction->id}, {"kind", id_of(run.traction->traction)}, {"arrived", ran}, {"time_h", run.run.time_s / 3600.0}};
    r["trailing_t"] = run.run.trailing_t;
    r["energy_mwh"] = numbers(run.energy_mwh);
    r["co2_kg_per_1000_tkm"] = numbers(run.co2_per_1000_tkm);
    r["co2_t"] = run.emissions.total_kg() * 1e-3;
    r["saved_against_diesel"] = numbers(lab->saved_against_diesel[i]);
    r["co2_known"] = run.co2_known;
    r["what_if_wire"] = run.wire_is_what_if;
    if (i < here.runs.size())
      r["here"] = {{"speed_kmh", value(here.runs[i].speed_kmh)}, {"power_mw", value(here.runs[i].power_mw)}, {"charge", value(here.runs[i].charge)}};
    runs.push_back(std::move(r));
  }
  j["runs"] = std::move(runs);
  if (s.scene.laboratory().train) j["train_at"] = {{"x", s.scene.laboratory().train->x}, {"y", s.scene.laboratory().train->y}};
  return j;
}

/// The laboratory in words, a row a run.
Json laboratory_table(const World& w) {
  const Translator& tr = w.tr;
  const LabResults& lab = *w.lab;
  Json j{{"type", "table"}};
  j["caption"] = tr("lab.twin_caption", lab.route ? display_name(*lab.route, tr) : std::string(), lab.train ? whole(lab.train->gross_t(), tr) : "–");
  j["head"] = {tr("lab.twin_traction"), tr("lab.locomotive"), tr("lab.time_h"), tr("lab.energy_mwh"), tr("lab.twin_range"), tr("lab.co2_t"),
               tr("lab.co2_head"), tr("lab.twin_range"), tr("lab.twin_saved"), tr("lab.twin_range")};
  Json rows = Json::array();
  for (std::size_t i = 0; i < lab.runs.size(); ++i) {
    const LabRun& run = lab.runs[i];
    const std::string kind = tr("lab.kind." + std::string(id_of(run.traction->traction)));
    const std::string& name = display_name(*run.traction, tr);
    if (!run.problems.empty() || !run.run.arrived) {
      const std::string why = run.problems.empty() ? tr("lab.stalls", whole(run.run.stalled_at_m * 1e-3, tr)) : run.problems.front().what;
      rows.push_back({kind, name, why, "–", "–", "–", "–", "–", "–", "–"});
      continue;
    }
    const auto range = [&](const Range<double>& r) { return tr("lab.range", number(r.low, tr, 3), number(r.high, tr, 3)); };
    const Range<double>& saved = lab.saved_against_diesel[i];
    const bool diesel = run.traction->traction == TractionKind::diesel;
    rows.push_back({kind, name, number(run.run.time_s / 3600.0, tr, 2), number(run.energy_mwh.best, tr, 3), range(run.energy_mwh),
                    number(run.emissions.total_kg() * 1e-3, tr, 3), number(run.co2_per_1000_tkm.best, tr, 3), range(run.co2_per_1000_tkm),
                    diesel ? "–" : percent(saved.best, tr), diesel ? "–" : tr("lab.range", percent(saved.low, tr), percent(saved.high, tr))});
  }
  j["rows"] = std::move(rows);
  return j;
}

/// The step that is told; its words are what a reader without the canvas hears.
Json story(const Shown& s, std::string& announce) {
  const StoryStep* step = step_of(s.world, s.state.view);
  if (!step) return nullptr;
  const std::string_view code = s.world.tr.code();
  announce = step->title.in(code) + ". " + with_figures(step->text.in(code), s.world);
  return {{"id", s.state.view.story}, {"step", s.state.view.step}, {"title", step->title.in(code)}};
}

Json json(const TextTable& table) { return {{"caption", table.caption}, {"head", table.head}, {"rows", table.rows}}; }

/// The working that is open is told before what is selected.
void tell_working(const Shown& s, std::string& announce) {
  const auto of = working_of(s.world, s.state);
  if (of) announce = of->title + ": " + of->what + ", " + of->result + (of->interval.empty() ? "" : ", " + of->interval);
}

/// The working that is open as the first table behind another.
Json with_working(Json table, const World& w, const State& s) {
  const auto of = working_of(w, s);
  if (!of) return table;
  Json more = Json::array({json(working_table(w, *of))});
  if (table.contains("more"))
    for (Json& other : table["more"]) more.push_back(std::move(other));
  table["more"] = std::move(more);
  return table;
}

std::string bytes_of(const Json& j) { return j.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// What makes a table of projects one that can be sorted and chosen from: how each column is sorted and what a press on its head
/// asks of the control "sort", and what each row asks of "select". A column without a name cannot be sorted by.
void tell_hands(const World& w, std::span<const ProjectRow> rows, TableOrder order, std::span<const std::optional<TableColumn>> columns, Json& j) {
  j["columns"] = Json::array();
  for (const auto& column : columns) {
    if (!column) {
      j["columns"].push_back(nullptr);
      continue;
    }
    const char* sorted = *column != order.column ? "none" : order.ascending ? "ascending" : "descending";
    j["columns"].push_back({{"sort", sorted}, {"press", twin_id(pressed(order, *column))}});
  }
  j["ids"] = Json::array();
  for (const ProjectRow& row : rows) j["ids"].push_back(twin_id(Selection{SelectionKind::project, w.portfolio.projects[row.project].id}));
}

/// Those of text_table().
std::vector<std::optional<TableColumn>> whole_columns() {
  std::vector<std::optional<TableColumn>> out;
  for (int c = 0; c < kTableColumnCount; ++c) {
    const auto column = static_cast<TableColumn>(c);
    out.push_back(column);
    if (column == TableColumn::output || column == TableColumn::saving) out.push_back(std::nullopt);
  }
  out.push_back(std::nullopt);
  return out;
}

/// The open table in its order, and its charts as tables behind it.
Json whole_table(const World& w, const State& s, const ProjectList& list) {
  Json j = json(text_table(w, s, list));
  j["type"] = "table";
  tell_hands(w, in_order(w, list.rows, s.view.table), s.view.table, whole_columns(), j);
  j["more"] = Json::array();
  std::vector<std::string> codes;
  j["more"].push_back(json(table_of(country_chart(w, list.rows, "", 60, codes))));
  j["more"].push_back(json(table_of(commissioning_chart(w, list.rows, s.scenario.year))));
  j["more"].push_back(json(table_of(check_chart(w, list.rows))));
  return j;
}

}  // namespace

std::string state_json(const Shown& s) {
  const ViewState& v = s.state.view;
  std::string announce;
  Json j{{"type", "state"}};
  j["selection"] = v.selection.id;
  j["projection"] = v.projection;
  j["year"] = s.state.scenario.year;
  j["method"] = kMethods[static_cast<std::size_t>(s.state.scenario.method)];
  j["language"] = std::string(code_of(v.language));
  j["theme"] = s.dark ? "dark" : "light";
  j["query"] = v.query;
  j["viewpoint"] = {{"longitude", v.viewpoint.longitude}, {"latitude", v.viewpoint.latitude}, {"zoom", v.viewpoint.zoom}};
  j["fragment"] = s.fragment;
  j["digest"] = s.world.results.digest;
  j["data_version"] = s.world.portfolio.version;
  j["totals"] = total(s.world.results.operating);
  j["shown"] = total(s.list.total);
  j["listed"] = s.list.rows.size();
  j["selected"] = selected(s, announce);
  j["laboratory"] = laboratory(s, announce);
  j["story"] = story(s, announce);
  j["own"] = own_data(s);
  tell_working(s, announce);
  j["sharing"] = v.sharing;
  if (v.sharing) announce = s.world.tr("share.link");
  j["announce"] = announce;
  Json markers = Json::array();
  const glm::vec2 canvas = s.scene.scene().view.viewport;
  for (const Marker& m : s.scene.scene().markers) {
    if (m.at.x < 0 || m.at.y < 0 || m.at.x > canvas.x || m.at.y > canvas.y) continue;  // at most its rim is seen
    const Selection& what = s.scene.picks()[m.id];
    markers.push_back({{"id", what.id}, {"x", m.at.x}, {"y", m.at.y}, {"r", m.radius}});
  }
  j["markers"] = std::move(markers);
  Json notes = Json::array();
  for (const Error& e : s.notes) notes.push_back(placed_words(e, s.world.tr));
  j["notes"] = std::move(notes);
  j["frames"] = s.frames;
  return j.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string table_json(const World& w, const State& s, const ProjectList& list) {
  if (w.lab) return bytes_of(with_working(laboratory_table(w), w, s));
  if (s.view.panel == Panel::table) return bytes_of(with_working(whole_table(w, s, list), w, s));
  const Translator& tr = w.tr;
  Json j{{"type", "table"}};
  j["caption"] = tr("twin.caption", list.rows.size(), s.scenario.year);
  j["head"] = {tr("twin.project"), tr("twin.country"), tr("twin.technology"), tr("twin.status"), tr("figure.capacity"),
               tr("figure.simulated_saving"), tr("twin.range"), tr("figure.reported")};
  static constexpr std::array<std::optional<TableColumn>, 8> columns{TableColumn::name, TableColumn::country, TableColumn::technology, TableColumn::status,
                                                                     TableColumn::capacity, TableColumn::saving, std::nullopt, TableColumn::reported};
  const std::vector<ProjectRow> ordered = in_order(w, list.rows, s.view.table);
  tell_hands(w, ordered, s.view.table, columns, j);
  Json rows = Json::array();
  for (const ProjectRow& row : ordered) {
    const Project& p = w.portfolio.projects[row.project];
    const ProjectResult& r = w.results.projects[row.project];
    rows.push_back({display_name(p, tr), country_name(w, p.country), tr("tech." + std::string(id_of(p.technology))),
                    tr("status." + std::string(id_of(row.status))), p.capacity ? figure(*p.capacity, tr).text() : "–",
                    r.avoided ? figure(r.avoided->best, tr).text() : "–", r.avoided ? range_text(*r.avoided, tr) : "–",
                    r.reported ? figure(*r.reported, tr).text() : "–"});
  }
  j["rows"] = std::move(rows);
  return bytes_of(with_working(std::move(j), w, s));
}

}  // namespace gs
