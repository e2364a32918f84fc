#include "guest/twin_json.hpp"

#include <nlohmann/json.hpp>

#include "guest/claim_json.hpp"
#include "guest/twin_controls.hpp"
#include "guest/twin_details.hpp"
#include "scene/story.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

using Json = nlohmann::ordered_json;

Json value_of(const TwinValue& value) {
  if (const bool* on = std::get_if<bool>(&value)) return *on;
  if (const int* number = std::get_if<int>(&value)) return *number;
  if (const std::string* text = std::get_if<std::string>(&value)) return *text;
  return nullptr;
}

Json control(const TwinControl& c) {
  Json j{{"id", c.id}, {"kind", id_of(c.kind)}, {"group", c.group}, {"label", c.label}, {"value", value_of(c.value)}};
  if (c.kind == TwinKind::range) {
    j["min"] = c.range.least;
    j["max"] = c.range.most;
    j["step"] = 1;
    j["words"] = c.words;
  }
  if (c.kind == TwinKind::text) j["longest"] = kLongestQuery;
  if (!c.note.empty()) j["note"] = c.note;
  if (!c.set.empty()) j["set"] = c.set;
  if (!c.can) j["can"] = false;
  if (c.quiet) j["quiet"] = true;
  if (c.kind != TwinKind::choice || c.quiet) return j;
  j["options"] = Json::array();
  for (const TwinOption& o : c.options) j["options"].push_back({{"id", o.id}, {"label", o.label}});
  return j;
}

Json sources(const std::vector<TwinSource>& all) {
  Json out = Json::array();
  for (const TwinSource& s : all) out.push_back({{"label", s.label}, {"url", s.url}});
  return out;
}

Json selection(const World& w, const State& s) {
  const auto details = twin_details(w, s);
  if (!details) return nullptr;
  Json facts = Json::array();
  for (const auto& fact : details->facts) facts.push_back(Json::array({fact.first, fact.second}));
  return {{"kind", details->kind}, {"title", details->title}, {"facts", facts}, {"notes", details->notes}, {"sources", sources(details->sources)}};
}

Json story(const World& w, const State& s) {
  const Story* told = story_of(w, s.view);
  const StoryStep* step = step_of(w, s.view);
  if (!told || !step) return nullptr;
  const std::string_view code = w.tr.code();
  return {{"title", title_of(*told, code)}, {"place", w.tr("story.of", s.view.step + 1, told->steps.size())}, {"head", step->title.in(code)},
          {"text", with_figures(step->text.in(code), w)}, {"sources", sources(twin_sources(w.portfolio, step->sources))}};
}

/// How many rows there are, and what all that operates saves.
Json summary(const TwinShown& t) {
  const Translator& tr = t.world.tr;
  const Total& shown = t.list.total;
  const std::string saved = figure(shown.avoided.best, tr).text() + tr("figure.a_year") + "; " + tr("totals.range", range_text(shown.avoided, tr));
  return Json::array({tr("twin.caption", t.list.rows.size(), t.state.scenario.year), tr("totals.caption", t.state.scenario.year) + ": " + saved});
}

Json hits(const World& w, const std::string& query) {
  Json out = Json::array();
  for (const SearchHit& hit : search(w, query)) out.push_back({{"id", twin_id(hit.selection)}, {"label", hit.title}, {"note", hit.note}});
  return out;
}

Json lines_of(const std::string& text) {
  Json out = Json::array();
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    out.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

}  // namespace

std::string twin_json(const TwinShown& t) {
  const World& w = t.world;
  Json j{{"type", "twin"}};
  j["language"] = w.tr.code();
  j["groups"] = Json::array();
  for (const TwinGroup& g : twin_groups()) j["groups"].push_back({{"id", g.id}, {"label", w.tr(g.key)}});
  j["controls"] = Json::array();
  for (const TwinControl& c : twin_controls(w, t.state)) j["controls"].push_back(control(c));
  j["summary"] = summary(t);
  j["message"] = t.message;
  j["selection"] = selection(w, t.state);
  j["story"] = story(w, t.state);
  j["hits"] = hits(w, t.state.view.query);
  j["claim"] = t.claim ? lines_of(claim_lines(w, *t.claim)) : Json::array();
  j["words"] = {{"sources", w.tr("sources.title")}, {"no_source", w.tr("sources.none")}, {"also", w.tr("search.also")}, {"sort", w.tr("twin.sort")},
                {"none", w.tr("list.empty")}};
  return j.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gs
