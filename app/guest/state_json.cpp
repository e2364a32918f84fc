#include "guest/state_json.hpp"

#include <nlohmann/json.hpp>

#include "sim/simulate.hpp"
#include "text/figure.hpp"

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

}  // namespace

std::string state_json(const Shown& s) {
  const ViewState& v = s.state.view;
  std::string announce;
  Json j{{"type", "state"}};
  j["selection"] = v.selection.id;
  j["projection"] = v.projection;
  j["year"] = s.state.scenario.year;
  j["method"] = kMethods[static_cast<std::size_t>(s.state.scenario.method)];
  j["language"] = v.language == Language::zh ? "zh" : "en";
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
  for (const Error& e : s.notes) notes.push_back(e.text());
  j["notes"] = std::move(notes);
  j["frames"] = s.frames;
  return j.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string table_json(const World& w, const State& s, const ProjectList& list) {
  const Translator& tr = w.tr;
  Json j{{"type", "table"}};
  j["caption"] = tr("twin.caption", list.rows.size(), s.scenario.year);
  j["head"] = {tr("twin.project"), tr("twin.country"), tr("twin.technology"), tr("twin.status"), tr("figure.capacity"),
               tr("figure.simulated_saving"), tr("twin.range"), tr("figure.reported")};
  Json rows = Json::array();
  for (const ProjectRow& row : list.rows) {
    const Project& p = w.portfolio.projects[row.project];
    const ProjectResult& r = w.results.projects[row.project];
    rows.push_back({display_name(p, tr), country_name(w, p.country), tr("tech." + std::string(id_of(p.technology))),
                    tr("status." + std::string(id_of(row.status))), p.capacity ? figure(*p.capacity, tr).text() : "–",
                    r.avoided ? figure(r.avoided->best, tr).text() : "–", r.avoided ? range_text(*r.avoided, tr) : "–",
                    r.reported ? figure(*r.reported, tr).text() : "–"});
  }
  j["rows"] = std::move(rows);
  return j.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gs
