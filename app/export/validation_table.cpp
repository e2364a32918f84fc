#include "export/validation_table.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "sim/simulate.hpp"
#include "sim/validation.hpp"

namespace gs {
namespace {

constexpr std::array<std::string_view, 4> kChecks{"sourced", "estimated", "factor", "none"};

using Rows = std::vector<ValidationRow>;
using Figure = std::optional<Compared> ValidationRow::*;

std::string percent(double share) { return fmt::format("{:+.0f} %", std::round(share * 100.0) + 0.0); }  // no -0

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : std::string(between)) + part;
  return all;
}

std::string estimates(const ValidationRow& row) {
  std::vector<std::string> names(row.estimated.begin(), row.estimated.end());
  return joined(names, " ");
}

/// The row's note without the project's full name, which says nothing of a difference.
std::string note_of(const Project& p) {
  std::string note = p.notes.substr(0, p.notes.find("Full name:"));
  while (note.ends_with(' ')) note.pop_back();
  return note.empty() ? "" : fmt::format(" *The row's note: {}*", note);
}

bool misses(const std::optional<Compared>& c) { return c && std::fabs(c->error()) > kMiss; }

/// ` 21 | 9 % | -3 % | 2 ` of the rows of one check, or of both that simulate the output.
std::string summary(const Rows& rows, std::initializer_list<Check> checks, Figure figure) {
  std::vector<double> errors;
  for (const ValidationRow& row : rows)
    for (const Check check : checks)
      if (row.check == check && row.*figure) errors.push_back((row.*figure)->error());
  const Agreement a = agreement(errors);
  if (a.rows == 0) return "0 | - | - | -";
  return fmt::format("{} | {:.0f} % | {} | {}", a.rows, a.median_absolute * 100.0, percent(a.bias), a.beyond);
}

std::string summary_table(const Rows& rows, const Scenario& scenario) {
  std::string text =
      "| of rows with simulated output | rows | median absolute error | bias | miss by over 25 % "
      "|\n|---|--:|--:|--:|--:|\n";
  const struct {
    std::string name;
    Figure figure;
  } figures[] = {{"capacity factor", &ValidationRow::cf},
                 {fmt::format("CO2 by {}", id_of(scenario.method)), &ValidationRow::co2},
                 {"CO2 by the convention nearest to the claim", &ValidationRow::co2_by_convention}};
  for (const auto& [name, figure] : figures) {
    text += fmt::format("| {}, all | {} |\n", name, summary(rows, {Check::sourced, Check::estimated}, figure));
    text += fmt::format("| {}, inputs sourced | {} |\n", name, summary(rows, {Check::sourced}, figure));
    text += fmt::format("| {}, resting on estimates | {} |\n", name, summary(rows, {Check::estimated}, figure));
  }
  return text;
}

std::string compared_cells(const std::optional<Compared>& c, int decimals, double unit) {
  if (!c) return " | | ";
  return fmt::format("{:.{}f} | {:.{}f} | {}", c->reported / unit, decimals, c->simulated / unit, decimals,
                     percent(c->error()));
}

/// `coal_equivalent within 3 %`.
std::string nearest(const ValidationRow& row) {
  if (row.convention.empty()) return "";
  const auto off = fmt::format("{:.0f} %", std::fabs(row.explanation.deviation) * 100.0);
  return row.explanation.matches ? fmt::format("{} within {}", row.convention, off)
                                 : fmt::format("none ({} is {} off)", row.convention, off);
}

std::string rows_table(const Portfolio& portfolio, const Rows& rows, Check check) {
  std::string text =
      "| project | CF reported | simulated | error | kt CO2 reported | simulated | error | by nearest convention | the "
      "claim matches | estimates |\n"
      "|---|--:|--:|--:|--:|--:|--:|--:|---|---|\n";
  for (const ValidationRow& row : rows) {
    if (row.check != check) continue;
    const Project& p = portfolio.projects[row.project];
    text +=
        fmt::format("| {} ({}, {}) | {} | {} | {} | {} | {} |\n", p.id, id_of(p.technology), id_of(p.capacity_basis),
                    compared_cells(row.cf, 3, 1.0), compared_cells(row.co2, 0, 1e3),
                    row.co2_by_convention ? percent(row.co2_by_convention->error()) : "", nearest(row), estimates(row));
  }
  return text;
}

std::string factor_table(const Portfolio& portfolio, const Rows& rows) {
  std::string text =
      "| project | CF reported | t CO2/MWh of the claim | of the scenario | the claim matches "
      "|\n|---|--:|--:|--:|---|\n";
  for (const ValidationRow& row : rows) {
    if (row.check != Check::factor) continue;
    const Project& p = portfolio.projects[row.project];
    const std::string cf = row.reported_cf ? fmt::format("{:.2f}", *row.reported_cf) : "";
    const std::string factors =
        row.co2 ? fmt::format("{:.2f} | {:.2f}", row.explanation.implied.base(), row.factor.base()) : " | ";
    text += fmt::format("| {} ({}) | {} | {} | {} |\n", p.id, id_of(p.technology), cf, factors, nearest(row));
  }
  return text;
}

/// Why the output differs, as far as the data say.
void output_reasons(std::vector<std::string>& why, const ValidationRow& row, const Project& p, const PlantYear& plant) {
  if (row.within_interval) why.push_back("the reported output lies within the simulated P10 to P90");
  if (plant.rating_unknown) why.push_back("no source says whether the capacity is ac or dc");
  if (!row.estimated.empty())
    why.push_back("estimates: " + estimates(row));
  else if (plant.estimated_input)
    why.push_back("a part of the plant's make is not known");
  if (!p.generation_basis.empty() && p.generation_basis != "expected/design")
    why.push_back("reported output: " + p.generation_basis);
}

/// Why the saving differs: the factor's part, then the output's.
void saving_reasons(std::vector<std::string>& why, const ValidationRow& row) {
  const model::Explanation& e = row.explanation;
  const std::string claim =
      fmt::format("the claim is {:.2f} t/MWh of its {} output, the scenario's factor {:.2f}", e.implied.base(),
                  e.by_reported_energy ? "own" : "simulated", row.factor.base());
  if (!(row.factor > Intensity{}))
    why.push_back("the method's factor for this country is 0");
  else if (e.matches)
    why.push_back(fmt::format("{}: it matches {}", claim, nearest(row)));
  else
    why.push_back(fmt::format("{}: no convention explains it, the nearest is {}", claim,
                              row.convention.empty() ? "none" : row.convention));
}

std::string missing_rows(const Portfolio& portfolio, const Results& results, const Rows& rows) {
  std::string text;
  for (const ValidationRow& row : rows) {
    if (row.check != Check::sourced && row.check != Check::estimated) continue;
    if (!misses(row.cf) && !misses(row.co2)) continue;
    const Project& p = portfolio.projects[row.project];
    std::vector<std::string> missed, why;
    if (misses(row.cf)) missed.push_back("capacity factor " + percent(row.cf->error()));
    if (misses(row.co2)) missed.push_back("CO2 " + percent(row.co2->error()));
    if (misses(row.co2)) saving_reasons(why, row);
    if (misses(row.cf) || (misses(row.co2) && !row.explanation.by_reported_energy))
      output_reasons(why, row, p, results.fleet->plants[row.project]);
    text += fmt::format("- **{}** ({}): {}.{}\n", p.id, joined(missed, ", "),
                        why.empty() ? "the data give no reason" : joined(why, "; "), note_of(p));
  }
  return text;
}

std::string without_output(const Portfolio& portfolio, const Rows& rows) {
  std::vector<std::string> ids;
  for (const ValidationRow& row : rows)
    if (row.check == Check::none) ids.push_back(portfolio.projects[row.project].id);
  return joined(ids, ", ");
}

std::string cell(const std::optional<double>& x) { return x ? fmt::format("{}", *x) : ""; }

std::string csv_cells(const std::optional<Compared>& c) {
  return c ? fmt::format("{},{},{}", c->reported, c->simulated, c->error()) : ",,";
}

}  // namespace

std::string validation_markdown(const Portfolio& portfolio, const Results& results) {
  const Rows rows = validate(portfolio, results);
  const Scenario& s = results.scenario;
  std::string text = summary_table(rows, s);
  text += fmt::format(
      "\nErrors are simulated over reported less 1, of a new plant; CO2 by the grid factor of {}, year {}. "
      "Capacity factors are on the row's own capacity (ac, dc or net). Height, bifaciality and Weibull's k are not "
      "counted as estimates.\n",
      id_of(s.method), s.year);
  text += "\n**Output simulated, inputs sourced**\n\n" + rows_table(portfolio, rows, Check::sourced);
  text += "\n**Output simulated, resting on estimates**\n\n" + rows_table(portfolio, rows, Check::estimated);
  text += "\n**Rows that miss by over 25 %, and why**\n\n" + missing_rows(portfolio, results, rows);
  text += "\n**Only the factor is tested** (the output is the reported one, or capacity by a factor)\n\n" +
          factor_table(portfolio, rows);
  const std::string none = without_output(portfolio, rows);
  if (!none.empty()) text += "\nNot comparable, since they generate nothing of their own: " + none + ".\n";
  return text;
}

std::string validation_csv(const Portfolio& portfolio, const Results& results) {
  std::string text =
      "id,technology,capacity_basis,check,estimated_inputs,cf_reported,cf_simulated,cf_error,within_p10_p90,co2_"
      "reported_t,co2_simulated_t,co2_error,"
      "claim_t_per_mwh,factor_t_per_mwh,nearest_convention,convention_deviation,co2_by_convention_t,co2_by_convention_"
      "error,digest\r\n";
  for (const ValidationRow& row : validate(portfolio, results)) {
    const Project& p = portfolio.projects[row.project];
    const std::string cf = row.cf ? csv_cells(row.cf) : cell(row.reported_cf) + ",,";
    text += fmt::format("{},{},{},{},{},{},{},{},", p.id, id_of(p.technology), id_of(p.capacity_basis),
                        kChecks[static_cast<std::size_t>(row.check)], estimates(row), cf,
                        row.cf ? (row.within_interval ? "yes" : "no") : "", csv_cells(row.co2));
    text += row.co2 ? fmt::format("{},{},", row.explanation.implied.base(), row.factor.base()) : ",,";
    text += row.co2_by_convention ? fmt::format("{},{},{},{},", row.convention, row.explanation.deviation,
                                                row.co2_by_convention->simulated, row.co2_by_convention->error())
                                  : ",,,,";
    text += results.digest + "\r\n";
  }
  return text;
}

}  // namespace gs
