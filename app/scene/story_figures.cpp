#include <algorithm>
#include <optional>

#include "scene/story.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

/// "saving:al-dhafra-pv2" in two.
struct Asked {
  std::string_view what, id;
};

template <class T>
std::string or_none(const std::optional<T>& value, const Translator& tr) {
  return value ? figure(*value, tr).text() : tr("figure.none");
}

std::string of_project(Asked a, const World& w) {
  const auto& all = w.portfolio.projects;
  const auto row = std::find_if(all.begin(), all.end(), [&](const Project& p) { return p.id == a.id; });
  if (row == all.end()) return {};
  const ProjectResult& r = w.results.projects[static_cast<std::size_t>(row - all.begin())];
  const auto best = [](const auto& range) { return range ? std::optional(range->best) : std::nullopt; };
  if (a.what == "saving") return or_none(best(r.avoided), w.tr);
  if (a.what == "range") return r.avoided ? range_text(*r.avoided, w.tr) : w.tr("figure.none");
  if (a.what == "output") return or_none(best(r.energy), w.tr);
  if (a.what == "reported_saving") return or_none(row->co2, w.tr);
  if (a.what == "reported_output") return or_none(row->generation, w.tr);
  if (a.what == "capacity") return or_none(row->capacity, w.tr);
  return {};
}

std::string of_locomotive(std::string_view id, const World& w) {
  for (const LocomotiveResult& r : w.results.locomotives) {
    if (w.portfolio.locomotives[r.locomotive].id != id) continue;
    return r.simulated_per_unit ? figure(r.simulated_per_unit->best, w.tr).text() : w.tr("figure.none");
  }
  return {};
}

std::string of_claim(std::string_view id, const World& w) {
  for (const Claim& c : w.portfolio.claims)
    if (c.id == id) return c.value ? stated(c, w.tr) : w.tr("figure.none");
  return {};
}

std::string figure_of(Asked a, const World& w) {
  if (a.what == "total_saving") return figure(w.results.operating.avoided.best, w.tr).text();
  if (a.what == "total_range") return range_text(w.results.operating.avoided, w.tr);
  if (a.what == "locomotive_saving") return of_locomotive(a.id, w);
  if (a.what == "claim") return of_claim(a.id, w);
  return of_project(a, w);
}

/// The next placeholder of a text, which then goes on behind it; nothing where there is none.
std::optional<std::string_view> next_inside(std::string_view& text) {
  const auto open = text.find('{'), close = text.find('}', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  const std::string_view inside = text.substr(open + 1, close - open - 1);
  text.remove_prefix(close + 1);
  return inside;
}

SelectionKind kind_of(std::string_view what) {
  return what == "claim" ? SelectionKind::claim : what == "locomotive_saving" ? SelectionKind::locomotive : SelectionKind::project;
}

}  // namespace

std::vector<Selection> named_in(std::string_view text) {
  std::vector<Selection> out;
  while (const auto inside = next_inside(text)) {
    const auto colon = inside->find(':');
    if (colon == std::string_view::npos) continue;
    const Selection one{kind_of(inside->substr(0, colon)), std::string(inside->substr(colon + 1))};
    if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
  }
  return out;
}

std::string stated(const Claim& c, const Translator& tr) {
  return c.value ? number(*c.value, tr, 6) + (c.unit == "count" ? "" : " " + c.unit) : std::string();
}

std::string with_figures(std::string_view text, const World& w) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{'), close = text.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    out += text.substr(0, open);
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    const auto colon = std::min(inside.find(':'), inside.size());
    const std::string words = figure_of({inside.substr(0, colon), inside.substr(std::min(colon + 1, inside.size()))}, w);
    out += words.empty() ? std::string(text.substr(open, close - open + 1)) : words;  // what is not known stays to be seen
    text.remove_prefix(close + 1);
  }
  return out += text;
}

}  // namespace gs
