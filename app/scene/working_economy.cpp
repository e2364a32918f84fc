#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scene/working_parts.hpp"

/// Money, work, homes and the plant's own life cycle: formulas, and the rows of factors.csv that they use.
namespace gs {
namespace {

/// What a row is, by the beginning of its id.
const char* name_of(std::string_view id) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 10> names{{{"capex", "factor.capex"},
                                                                                  {"opex", "factor.opex"},
                                                                                  {"lifetime", "factor.lifetime"},
                                                                                  {"discount", "factor.discount"},
                                                                                  {"degradation", "factor.degradation"},
                                                                                  {"reference-electricity", "factor.reference"},
                                                                                  {"jobs-construction", "factor.construction"},
                                                                                  {"jobs-operation", "factor.operation"},
                                                                                  {"household", "factor.household"},
                                                                                  {"lifecycle", "factor.lifecycle"}}};
  for (const auto& [beginning, key] : names)
    if (id.starts_with(beginning)) return key;
  return "factor.other";
}

/// "7.5 %/year (3.8 to 12 %/year)".
std::string value_of(const Factor& f, const Translator& tr) {
  const std::string best = number(*f.value, tr, 3) + " " + f.unit;
  if (!f.low || !f.high) return best;
  return tr("line.with_interval", best, tr("range", number(*f.low, tr, 3), number(*f.high, tr, 3), f.unit));
}

std::string formulas(const Economy& e, const Translator& tr) {
  std::string lines;
  const auto say = [&](bool known, const char* key) {
    if (known) lines += (lines.empty() ? "" : "\n") + tr(key);
  };
  say(e.capital && e.basis == CapitalBasis::technology, "economy.formula_capital");
  say(e.lcoe.has_value(), "economy.formula_lcoe");
  say(e.abatement.has_value(), "economy.formula_abatement");
  say(e.construction.has_value(), "economy.formula_construction");
  say(e.operation.has_value(), "economy.formula_operation");
  say(e.households.has_value(), "economy.formula_households");
  say(e.lifecycle.has_value(), "economy.formula_lifecycle");
  return lines;
}

/// Of a figure that was derived here from the costs of single projects ("obs-capex-*"): where those costs were read.
std::vector<std::string> observed_sources(const Portfolio& p, std::string_view technology) {
  std::vector<std::string> all;
  for (const Factor& f : p.factors)
    if (f.kind == "observed_capex" && f.subject == technology)
      for (const std::string& id : works::ids_of(f.source))
        if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
  return all;
}

/// "capital 900 million USD (800 to 1000); cost of energy 32 USD/MWh (27 to 40)".
std::string in_english(const Economy& e) {
  std::string words;
  const auto say = [&](const char* what, const auto& range, double unit, const char* name) {
    if (!range) return;
    const double best = range->best.base() / unit, size = best < 0 ? -best : best;
    const int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    words += fmt::format("{}{} {:.{}f} {} ({:.{}f} to {:.{}f})", words.empty() ? "" : "; ", what, best, decimals, name, range->low.base() / unit, decimals,
                         range->high.base() / unit, decimals);
  };
  say("capital", e.capital, 1e6, "million USD");
  say("cost of energy", e.lcoe, 1.0, "USD/MWh");
  say("cost of saving", e.abatement, 1.0, "USD/t CO2");
  say("building", e.construction, 1.0, "job-years");
  say("running", e.operation, 1.0, "jobs");
  say("electricity of", e.households, 1.0, "homes");
  say("life cycle", e.lifecycle, 1.0, "t CO2e a year");
  return words;
}

}  // namespace

Working economy_working(const World& w, const Economy& e) {
  Working out;
  out.formula = formulas(e, w.tr);
  out.cited = in_english(e);
  for (const std::string& id : e.factors) {
    const Factor* f = w.portfolio.factor(id);
    if (!f || !f->value) continue;
    WorkingInput in;
    in.name = w.tr(name_of(id));
    in.value = value_of(*f, w.tr);
    works::put_row(in, w.portfolio, id);
    if (in.sources.empty() && !in.estimated) in.sources = observed_sources(w.portfolio, f->subject);
    if (!f->year.empty()) in.from += ", " + f->year;
    in.number = *f->value;
    out.inputs.push_back(std::move(in));
  }
  return out;
}

}  // namespace gs
