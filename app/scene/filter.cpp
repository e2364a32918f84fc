#include "scene/filter.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "sim/simulate.hpp"
#include "sim/totals.hpp"

namespace gs {
namespace {

/// A letter as most people type it: io as ie in Russian; in Arabic alef without hamza, teh marbuta as heh, alef maksura as
/// yeh. Empty for what may be left out in typing (tatweel, vowel marks). Others stay.
std::string_view plain_letter(std::string_view two_bytes) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> plain{
      {{"ё", "е"}, {"Ё", "е"}, {"أ", "ا"}, {"إ", "ا"}, {"آ", "ا"}, {"ة", "ه"}, {"ى", "ي"}}};
  for (const auto& [letter, typed] : plain) {
    if (letter == two_bytes) return typed;
  }
  return two_bytes == "ـ" || (two_bytes >= "\u064B" && two_bytes <= "\u0652") ? std::string_view() : two_bytes;
}

/// One step of simple case folding for the scripts in use: Latin, Latin-1, Cyrillic, and plain letters. Other bytes stay.
std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (c < 0x80) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    } else if (c >= 0xD0 && c <= 0xD9 && next != 0 && plain_letter(text.substr(i, 2)) != text.substr(i, 2)) {
      out += plain_letter(text.substr(i, 2));
      ++i;
    } else if (c == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) {  // 0x97 is the multiplication sign
      out += {static_cast<char>(c), static_cast<char>(next + 32)};
      ++i;
    } else if (c == 0xD0 && next >= 0x80 && next <= 0x8F) {
      out += {static_cast<char>(0xD1), static_cast<char>(next + 16)};
      ++i;
    } else if (c == 0xD0 && next >= 0x90 && next <= 0x9F) {
      out += {static_cast<char>(0xD0), static_cast<char>(next + 32)};
      ++i;
    } else if (c == 0xD0 && next >= 0xA0 && next <= 0xAF) {
      out += {static_cast<char>(0xD1), static_cast<char>(next - 32)};
      ++i;
    } else {
      out += static_cast<char>(c);
    }
  }
  return out;
}

std::string haystack(const World& w, const Project& p) {
  return p.name + " " + p.name_zh + " " + display_name(p, w.tr) + " " + p.id + " " + p.country + " " + country_name(w, p.country) + " " +
         w.tr(std::string("tech.") + std::string(id_of(p.technology))) + " " + p.chinese_role + " " + w.tr.fact(p.chinese_role);
}

bool passes_text(const World& w, const ViewState& v, const Project& p) {
  if (!v.country.empty() && p.country != v.country) return false;
  return v.query.empty() || matches(haystack(w, p), v.query);
}

bool bit(std::uint32_t bits, std::size_t i) { return (bits >> i & 1u) != 0; }

bool passes_years(const ViewState& v, const Project& p) {
  return !v.built || (p.commissioning_year && *p.commissioning_year >= v.built->first && *p.commissioning_year <= v.built->last);
}

}  // namespace

bool matches(std::string_view text, std::string_view query) {
  const std::string in = folded(text), words = folded(query);
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t space = std::min(words.find(' ', from), words.size());
    if (space > from && in.find(words.substr(from, space - from)) == std::string::npos) return false;
    from = space + 1;
  }
  return true;
}

NameLanguage name_language(const Translator& tr) {
  return tr.chinese() ? NameLanguage::zh : tr.russian() ? NameLanguage::ru : tr.rightward() ? NameLanguage::ar : NameLanguage::en;
}

std::string country_name(const World& w, std::string_view iso3) {
  for (const auto& c : w.base.countries) {
    if (c.iso3 == iso3) {
      const std::string& name = c.names[static_cast<std::size_t>(name_language(w.tr))];
      return name.empty() ? c.names[0] : name;
    }
  }
  return std::string(iso3);
}

std::vector<std::pair<std::string, std::string>> project_countries(const World& w) {
  std::set<std::string_view> codes;
  for (const Project& p : w.portfolio.projects) codes.insert(p.country);
  std::multimap<std::u32string, std::pair<std::string, std::string>> sorted;
  for (const std::string_view code : codes) {
    std::string name = country_name(w, code);
    std::u32string key = w.tr.sort_key(name);
    sorted.emplace(std::move(key), std::pair{std::move(name), std::string(code)});
  }
  std::vector<std::pair<std::string, std::string>> out;
  for (auto& [key, country] : sorted) out.push_back(std::move(country));
  return out;
}

namespace {

template <class Row>
const std::string& named(const char* group, const Row& row, const Translator& tr) {
  return tr.name(group, row.id, tr.chinese() && !row.name_zh.empty() ? row.name_zh : row.name);
}

}  // namespace

const std::string& display_name(const Project& p, const Translator& tr) { return named("projects", p, tr); }
const std::string& display_name(const Route& r, const Translator& tr) { return named("lines", r, tr); }
const std::string& display_name(const Locomotive& l, const Translator& tr) { return named("locomotives", l, tr); }
const std::string& display_name(const TrainRow& t, const Translator& tr) { return named("trains", t, tr); }
const std::string& display_name(const TractionRow& t, const Translator& tr) { return named("tractions", t, tr); }
const std::string& station_name(const std::string& english, const Translator& tr) { return tr.name("stations", english, english); }

bool is_filtered(const ViewState& v) {
  const ViewState usual;
  return !v.query.empty() || !v.country.empty() || v.built || v.categories != usual.categories || v.statuses != usual.statuses ||
         v.confidences != usual.confidences || v.show_hidden;
}

bool passes(const World& w, const State& s, std::size_t i) {
  const Project& p = w.portfolio.projects[i];
  if (w.results.projects[i].hidden && !s.view.show_hidden) return false;
  if (!bit(s.view.categories, static_cast<std::size_t>(category(p.technology)))) return false;
  if (!bit(s.view.statuses, static_cast<std::size_t>(status_at(p, s.scenario.year)))) return false;
  if (!bit(s.view.confidences, static_cast<std::size_t>(p.confidence))) return false;
  return passes_years(s.view, p) && passes_text(w, s.view, p);
}

ProjectList project_list(const World& w, const State& s) {
  ProjectList list;
  TotalSum sum(w.portfolio, w.results);
  for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) {
    const Project& p = w.portfolio.projects[i];
    const ProjectResult& r = w.results.projects[i];
    if (r.hidden && !s.view.show_hidden) continue;
    if (!passes_years(s.view, p) || !passes_text(w, s.view, p)) continue;
    const Category c = category(p.technology);
    const Status status = status_at(p, s.scenario.year);
    const bool in_category = bit(s.view.categories, static_cast<std::size_t>(c));
    const bool in_status = bit(s.view.statuses, static_cast<std::size_t>(status));
    const bool in_confidence = bit(s.view.confidences, static_cast<std::size_t>(p.confidence));
    if (in_status && in_confidence) ++list.by_category[static_cast<std::size_t>(c)];
    if (in_category && in_confidence) ++list.by_status[static_cast<std::size_t>(status)];
    if (in_category && in_status) ++list.by_confidence[static_cast<std::size_t>(p.confidence)];
    if (!in_category || !in_status || !in_confidence) continue;
    const bool counted = r.counted == Counted::yes;
    list.rows.push_back({static_cast<std::uint32_t>(i), c, status, counted});
    if (counted) sum.add(r);
  }
  list.total = sum.total();
  const auto saving = [&](const ProjectRow& row) {
    const auto& a = w.results.projects[row.project].avoided;
    return a ? a->best.base() : -1.0;
  };
  std::stable_sort(list.rows.begin(), list.rows.end(),
                   [&](const ProjectRow& a, const ProjectRow& b) {
                     return a.counted != b.counted ? a.counted : saving(a) > saving(b);
                   });
  return list;
}

std::vector<SearchHit> search(const World& w, const std::string& query) {
  std::vector<SearchHit> hits;
  if (query.empty()) return hits;
  for (const Locomotive& l : w.portfolio.locomotives) {
    if (matches(l.name + " " + l.name_zh + " " + display_name(l, w.tr) + " " + l.builder + " " + l.operator_name + " " + country_name(w, l.country), query)) {
      hits.push_back({SearchKind::locomotive, {SelectionKind::locomotive, l.id}, display_name(l, w.tr), l.operator_name});
    }
  }
  for (const Route& r : w.portfolio.routes) {
    std::string text = r.name + " " + r.name_zh + " " + display_name(r, w.tr);
    for (const auto& c : r.countries) text += " " + country_name(w, c);
    for (const auto& p : r.points) text += " " + p.name + " " + station_name(p.name, w.tr);
    if (matches(text, query)) {
      hits.push_back({SearchKind::route, {SelectionKind::route, r.id}, display_name(r, w.tr), w.tr("kind.railway")});
    }
  }
  for (const CountryFact& c : w.portfolio.countries) {
    const std::string name = country_name(w, c.iso3);
    if (matches(name + " " + c.iso3, query)) {
      hits.push_back({SearchKind::country, {SelectionKind::country, c.iso3}, name, w.tr("kind.country")});
    }
  }
  return hits;
}

}  // namespace gs
