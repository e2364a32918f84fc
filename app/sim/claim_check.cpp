#include "sim/claim_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/ledger.hpp"
#include "sim/claim_conventions.hpp"
#include "sim/claim_output.hpp"
#include "sim/factors.hpp"

namespace gs {
namespace {

/// Replaced plants are shown beside the conventions; the verdict is of the conventions.
ClaimVerdict judge_co2(const ClaimCase& of, FactorMethod method) {
  int below = 0, above = 0, inside = 0;
  bool own = false, grid = false;
  for (const ConventionRow& row : of.rows) {
    if (!row.method) continue;
    grid = grid || row.method != FactorMethod::coal_equivalent;
    (row.claim == Side::below ? below : row.claim == Side::above ? above : inside) += 1;
    own = own || (row.method == method && row.claim == Side::inside);
  }
  // Without a grid (no country, or none with factors) only what no convention allows can be said.
  if (!grid) return above > 0 ? ClaimVerdict::above_all : ClaimVerdict::nothing;
  if (own) return ClaimVerdict::plausible;
  if (inside > 0) return ClaimVerdict::other_convention;
  if (above > 0 && below > 0) return ClaimVerdict::between;
  return above > 0 ? ClaimVerdict::above_all : below > 0 ? ClaimVerdict::below_all : ClaimVerdict::nothing;
}

ClaimVerdict judge(const ClaimCase& of, FactorMethod method) {
  if (of.output == OutputVerdict::impossible) return ClaimVerdict::impossible;
  if (of.output == OutputVerdict::too_high) return ClaimVerdict::too_much_output;
  if (!of.rows.empty()) return judge_co2(of, method);
  switch (of.output) {
    case OutputVerdict::simulated: return ClaimVerdict::output_plausible;
    case OutputVerdict::reported: return ClaimVerdict::output_as_reported;
    case OutputVerdict::low: return ClaimVerdict::output_low;
    case OutputVerdict::high: return ClaimVerdict::output_high;
    default: return ClaimVerdict::nothing;
  }
}

ClaimCase case_of(const Portfolio& portfolio, const Fleet& fleet, const ClaimCountries& countries, const ClaimCheck& check, Technology technology) {
  const ReadClaim& read = check.read;
  ClaimCase of;
  of.technology = technology;
  of.usual = usual_output(portfolio, fleet, countries, technology, read.country, read.capacity);
  if (read.capacity && read.energy) {
    of.implied_output = *read.energy / (*read.capacity * model::kYear);
    of.output = judge_output(*of.implied_output, of.usual);
  }
  of.energy_claimed = read.energy.has_value();
  if (read.energy) of.energy = Range<Energy>{*read.energy, *read.energy, *read.energy};
  else if (const auto usual = of.usual.expected(); usual && read.capacity)
    of.energy = model::annual_energy(*read.capacity, {ratio(usual->low), ratio(usual->best), ratio(usual->high)});
  if (read.co2 && of.energy) {
    of.rows = convention_rows(portfolio, check, of);
    std::vector<model::Convention> conventions;
    for (const ConventionRow& row : of.rows) conventions.push_back({row.id, row.factor.best});
    of.implied = model::explain({*read.co2, read.energy}, {of.energy->best, Intensity{}}, conventions);
  }
  of.verdict = judge(of, check.method);
  return of;
}

/// The best reading of a claim that names no technology.
int rank(ClaimVerdict v) {
  switch (v) {
    case ClaimVerdict::plausible:
    case ClaimVerdict::output_plausible: return 0;
    case ClaimVerdict::other_convention:
    case ClaimVerdict::output_as_reported: return 1;
    case ClaimVerdict::between: return 2;
    case ClaimVerdict::below_all:
    case ClaimVerdict::output_low: return 3;
    case ClaimVerdict::above_all:
    case ClaimVerdict::output_high: return 4;
    case ClaimVerdict::too_much_output: return 5;
    case ClaimVerdict::impossible: return 6;
    case ClaimVerdict::nothing: return 7;
  }
  return 7;
}

std::vector<ClaimLack> lacks_of(const ReadClaim& read) {
  std::vector<ClaimLack> lacks;
  const bool two = (read.capacity ? 1 : 0) + (read.energy ? 1 : 0) + (read.co2 ? 1 : 0) >= 2;
  if (!read.technology && read.says(ClaimPart::other_plant)) lacks.push_back(ClaimLack::generating);
  if (!read.capacity && !read.energy && !read.co2) lacks.push_back(ClaimLack::figures);
  else if (!two) lacks.push_back(read.co2 ? ClaimLack::capacity_or_energy : ClaimLack::co2_or_energy);
  if (read.country.empty()) lacks.push_back(ClaimLack::country);
  if (!read.technology && !read.says(ClaimPart::other_plant)) lacks.push_back(ClaimLack::technology);
  return lacks;
}

std::vector<ClaimMatch> matches_of(const Portfolio& portfolio, const ReadClaim& read, const std::vector<ClaimCase>& cases) {
  std::vector<ClaimMatch> found;
  if (!read.capacity || read.country.empty()) return found;
  for (std::size_t i = 0; i < portfolio.projects.size(); ++i) {
    const Project& p = portfolio.projects[i];
    if (p.country != read.country || !p.capacity) continue;
    const bool same = std::any_of(cases.begin(), cases.end(), [&](const ClaimCase& c) { return base_technology(c.technology) == base_technology(p.technology); });
    const double off = *p.capacity / *read.capacity - 1.0;
    if (same && std::fabs(off) <= kSameCapacity) found.push_back({static_cast<std::uint32_t>(i), off});
  }
  std::stable_sort(found.begin(), found.end(), [](const ClaimMatch& a, const ClaimMatch& b) { return std::fabs(a.capacity_off) < std::fabs(b.capacity_off); });
  return found;
}

void add_sources(std::vector<std::string>& all, std::string_view ids) {
  for (std::size_t from = 0; from <= ids.size();) {
    const std::size_t end = std::min(ids.find(';', from), ids.size());
    const std::string_view id = ids.substr(from, end - from);
    from = end + 1;
    if (!id.empty() && id != "derived" && std::find(all.begin(), all.end(), id) == all.end()) all.emplace_back(id);
  }
}

}  // namespace

ClaimCheck check_claim(const Portfolio& portfolio, const Results& results, const ClaimCountries& countries, std::string_view text) {
  ClaimCheck check;
  check.read = read_claim(text, countries);
  check.year = check.read.year.value_or(results.scenario.year);
  check.year_claimed = check.read.year.has_value();
  check.method = results.scenario.method;
  check.pathway = results.scenario.pathway;
  check.lacks = lacks_of(check.read);
  if (check.read.technology) {
    check.cases.push_back(case_of(portfolio, *results.fleet, countries, check, *check.read.technology));
  } else if (!check.read.says(ClaimPart::other_plant)) {
    for (const Technology t : {Technology::solar_pv, Technology::wind_onshore}) check.cases.push_back(case_of(portfolio, *results.fleet, countries, check, t));
    std::stable_sort(check.cases.begin(), check.cases.end(), [](const ClaimCase& a, const ClaimCase& b) { return rank(a.verdict) < rank(b.verdict); });
  }
  if (check.cases.empty()) return check;
  check.verdict = check.cases.front().verdict;
  check.matches = matches_of(portfolio, check.read, check.cases);
  for (const ClaimCase& c : check.cases) {
    for (const ConventionRow& row : c.rows) add_sources(check.sources, row.source);
    if (c.usual.row >= 0) add_sources(check.sources, portfolio.capacity_factors[static_cast<std::size_t>(c.usual.row)].source);
  }
  for (const ClaimMatch& m : check.matches)
    for (const std::string& id : portfolio.projects[m.project].sources) add_sources(check.sources, id);
  return check;
}

std::string_view id_of(ClaimVerdict verdict) {
  static constexpr std::array<std::string_view, kClaimVerdictCount> ids{
      "impossible", "too_much_output", "plausible", "other_convention", "between", "above_all", "below_all",
      "output_plausible", "output_as_reported", "output_low", "output_high", "nothing"};
  return ids[static_cast<std::size_t>(verdict)];
}

std::string_view id_of(OutputVerdict verdict) {
  static constexpr std::array<std::string_view, 7> ids{"none", "simulated", "reported", "low", "high", "too_high", "impossible"};
  return ids[static_cast<std::size_t>(verdict)];
}

std::string_view id_of(ClaimLack lack) {
  static constexpr std::array<std::string_view, 6> ids{"figures", "capacity_or_energy", "co2_or_energy", "country", "technology", "generating"};
  return ids[static_cast<std::size_t>(lack)];
}

std::string_view id_of(Side side) {
  static constexpr std::array<std::string_view, 3> ids{"below", "inside", "above"};
  return ids[static_cast<std::size_t>(side)];
}

}  // namespace gs
