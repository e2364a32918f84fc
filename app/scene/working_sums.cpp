#include <array>

#include "portfolio/own_data.hpp"
#include "scene/working_parts.hpp"
#include "scene/working_words.hpp"
#include "sim/totals.hpp"

/// A country's figures, and those of all that counts: sums.
namespace gs::works {
namespace {

bool has_own(const World& w, std::span<const std::uint32_t> rows) {
  for (const std::uint32_t i : rows)
    if (is_own(w.portfolio.projects[i].id)) return true;
  return false;
}

/// Result, formula and notes of a sum over projects.
void finish(Working& out, const World& w, const Total& total, std::span<const std::uint32_t> rows, bool saving) {
  const Translator& tr = w.tr;
  if (saving) put_result(out, total.avoided, tr);
  else put_result(out, total.energy, tr);
  out.formula = tr(saving ? "working.sum_saving" : "working.sum_output", rows.size());
  out.notes = {tr("working.sum_note", w.results.scenario.year), tr("working.sum_interval")};
  if (saving) out.notes.push_back(method_name(tr, w.results.scenario.method) + "; " + tr("working.way", w.results.scenario.year) + ": " + pathway_name(tr, w.results.scenario.pathway));
  if (has_own(w, rows)) out.notes.push_back(tr("working.sum_own"));
}

void put_total(Working& out, std::string name, std::string from, const Total& total, bool saving, const Translator& tr) {
  WorkingInput in{std::move(name), saving ? with_range(total.avoided, tr) : with_range(total.energy, tr), std::move(from), {}, false, Part::term, 0.0};
  in.number = saving ? total.avoided.best.base() : total.energy.best.base();
  out.inputs.push_back(std::move(in));
}

std::string cited_sum(std::string_view whose, const Total& total, bool saving) {
  return saving ? cited(whose, "simulated saving", total.avoided) : cited(whose, "simulated output", total.energy);
}

std::vector<std::uint32_t> counted_in(const World& w, std::string_view iso3) {
  std::vector<std::uint32_t> rows;
  for (const ProjectResult& r : w.results.projects)
    if (r.counted == Counted::yes && w.portfolio.projects[r.project].country == iso3) rows.push_back(r.project);
  return rows;
}

Total sum_of(const World& w, std::span<const std::uint32_t> rows) {
  TotalSum sum(w.portfolio, w.results);
  for (const std::uint32_t i : rows) sum.add(w.results.projects[i]);
  return sum.total();
}

void put_row_of(Working& out, const World& w, std::uint32_t i, bool saving) {
  const Project& p = w.portfolio.projects[i];
  const ProjectResult& r = w.results.projects[i];
  if (saving ? !r.avoided : !r.energy) return;
  std::string from = w.tr("tech." + std::string(id_of(p.technology)));
  if (p.capacity) from += " · " + figure(*p.capacity, w.tr).text();
  WorkingInput in{display_name(p, w.tr), saving ? with_range(*r.avoided, w.tr) : with_range(*r.energy, w.tr), from, published(p.sources), false, Part::term, 0.0};
  in.estimated = r.has(Note::estimated_input);
  in.number = saving ? r.avoided->best.base() : r.energy->best.base();
  out.inputs.push_back(std::move(in));
}

}  // namespace

std::optional<Working> of_country(const World& w, std::string_view iso3, bool saving) {
  const std::vector<std::uint32_t> rows = counted_in(w, iso3);
  if (rows.empty()) return std::nullopt;
  Working out;
  out.title = country_name(w, iso3);
  const Total total = sum_of(w, rows);
  for (const std::uint32_t i : rows) put_row_of(out, w, i, saving);
  finish(out, w, total, rows, saving);
  const auto country = find_country(w.base, iso3);
  const std::string english = country ? w.base.countries[*country].names[0] : std::string(iso3);
  out.cited = cited_sum(fmt::format("{}, {} operating projects", english, rows.size()), total, saving);
  return out;
}

std::optional<Working> of_all(const World& w, const State& s, bool saving) {
  const ProjectList list = project_list(w, s);
  std::array<std::vector<std::uint32_t>, kCategoryCount> by_category;
  std::vector<std::uint32_t> all;
  for (const ProjectRow& row : list.rows) {
    if (!row.counted) continue;
    all.push_back(row.project);
    by_category[static_cast<std::size_t>(row.category)].push_back(row.project);
  }
  Working out;
  out.title = w.tr("working.all", s.scenario.year);
  for (std::size_t c = 0; c < by_category.size(); ++c) {
    if (by_category[c].empty()) continue;
    const Total total = sum_of(w, by_category[c]);
    if (!saving && total.energy.best <= Energy{}) continue;
    put_total(out, w.tr("category." + std::string(id_of(static_cast<Category>(c)))), w.tr("working.of_category", by_category[c].size()), total, saving, w.tr);
  }
  finish(out, w, list.total, all, saving);
  const bool filtered = is_filtered(s.view);
  if (filtered) out.notes.push_back(w.tr("working.sum_filter"));
  out.cited = cited_sum(fmt::format("{} operating projects{}", all.size(), filtered ? " (by the filter of the link)" : ""), list.total, saving);
  return out;
}

}  // namespace gs::works

namespace gs {

Total country_total(const World& w, std::string_view iso3) { return works::sum_of(w, works::counted_in(w, iso3)); }

}  // namespace gs
