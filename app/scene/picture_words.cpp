#include "scene/picture_words.hpp"

#include <algorithm>
#include <set>

#include "scene/embed.hpp"
#include "scene/story.hpp"
#include "state/url.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

using Ids = std::set<std::string, std::less<>>;

/// Some columns hold several ids with ';' between them.
void add(Ids& to, std::string_view ids) {
  while (!ids.empty()) {
    const std::size_t end = std::min(ids.find(';'), ids.size());
    to.emplace(ids.substr(0, end));
    ids.remove_prefix(std::min(end + 1, ids.size()));
  }
}
void add(Ids& to, const std::vector<std::string>& ids) { to.insert(ids.begin(), ids.end()); }

void add_selected(const World& w, const Selection& s, Ids& to) {
  const Portfolio& p = w.portfolio;
  if (const Project* project = s.kind == SelectionKind::project ? p.project(s.id) : nullptr) add(to, project->sources);
  if (const Route* route = s.kind == SelectionKind::route ? p.route(s.id) : nullptr) add(to, route->sources);
  if (const Locomotive* locomotive = s.kind == SelectionKind::locomotive ? p.locomotive(s.id) : nullptr) add(to, locomotive->sources);
  if (const CountryFact* country = s.kind == SelectionKind::country ? p.country(s.id) : nullptr) add(to, country->sources);
  for (const Claim& claim : p.claims)
    if (s.kind == SelectionKind::claim && claim.id == s.id) add(to, claim.source);
}

/// Of the step that is told and of what is selected; else of all projects that the view shows.
Ids cited(const World& w, const State& s, const ProjectList& list) {
  Ids ids;
  if (const StoryStep* step = step_of(w, s.view)) add(ids, step->sources);
  add_selected(w, s.view.selection, ids);
  if (ids.empty())
    for (const ProjectRow& row : list.rows) add(ids, w.portfolio.projects[row.project].sources);
  return ids;
}

std::string words_of(const Source& s) {
  std::string out = s.publisher;
  if (!s.title.empty()) out += (out.empty() ? "" : ": ") + s.title;
  if (!s.url.empty()) out += (out.empty() ? "" : ", ") + s.url;
  return s.licence.empty() ? out : out + " (" + s.licence + ")";
}

/// Ends a sentence that has no end yet.
std::string ended(std::string text, const Translator& tr) {
  const bool has_end = text.ends_with(".") || text.ends_with("。") || text.ends_with("!") || text.ends_with("?");
  return text.empty() || has_end ? text : text + (tr.chinese() ? "。" : ".");
}

}  // namespace

std::string newest_day(const Portfolio& portfolio) {
  std::string day;
  for (const Source& source : portfolio.sources)
    if (source.date.size() == 10 && source.date > day) day = source.date;
  return day;
}

PictureWords picture_words(const World& w, const State& s, std::string_view address) {
  const Translator& tr = w.tr;
  const ProjectList list = project_list(w, s);
  const EmbedHead head = embed_head(w, s, list.total);
  const std::string counts = tr("totals.counts", list.total.projects, w.portfolio.projects.size(), figure(list.total.capacity, tr).text(), w.portfolio.routes.size());
  PictureWords out;
  out.language = tr.code();
  out.title = tr("app.title") + (tr.chinese() ? "：" : ": ") + head.title;
  out.description = ended(head.words, tr) + (tr.chinese() || head.words.empty() ? "" : " ") + ended(counts, tr);
  out.link = std::string(address) + "#" + citation_fragment(s, w.portfolio.version, w.results.digest);
  out.date = newest_day(w.portfolio);
  out.data_version = w.portfolio.version;
  out.digest = w.results.digest;
  out.rights = "MIT; credit: " + tr("map.attribution");
  const Ids ids = cited(w, s, list);
  for (const Source& source : w.portfolio.sources)
    if (ids.contains(source.id)) out.sources.push_back(words_of(source));
  return out;
}

}  // namespace gs
