#include "sim/forecast.hpp"

#include <algorithm>
#include <array>

#include "portfolio/names.hpp"
#include "sim/assumptions.hpp"
#include "sim/factor_rows.hpp"
#include "sim/factors.hpp"
#include "sim/grid.hpp"
#include "sim/simulate.hpp"

namespace gs {
namespace {

Error missing(std::string_view row) {
  return Error{"factors.csv", "expected a row " + std::string(row) + " with a value, found none"};
}

std::optional<Technology> technology_of(std::string_view id) {
  for (std::size_t i = 0; i < names::kTechnology.size(); ++i)
    if (names::kTechnology[i] == id) return static_cast<Technology>(i);
  return std::nullopt;
}

std::string_view prefix_of(ForecastMix mix) {
  return mix == ForecastMix::world ? "forecast-mix-world-" : "forecast-mix-portfolio-";
}

/// One technology of the mix with all that it needs.
Result<ForecastShare> share_of(const Portfolio& portfolio, FactorRows& rows, const ForecastChoice& choice, Technology technology,
                               double share) {
  const std::int32_t factor = find_capacity_factor(portfolio, technology, "");
  if (factor < 0)
    return Error{"capacity_factors.csv", "expected a row of the world for " + std::string(id_of(technology)) + ", found none"};
  const std::string cost = factor_id("capex-", technology), years = factor_id("lifetime-", technology);
  const auto capital = rows.read(cost, "USD/kW"), life = rows.read(years, "years");
  if (!capital) return missing(cost);
  if (!life || life->best < 1.0) return missing(years);
  const auto wear = rows.read(factor_id("degradation-", technology), "%/year");
  const CapacityFactor& cf = portfolio.capacity_factors[static_cast<std::size_t>(factor)];
  ForecastShare out{technology, {}, factor};
  out.inputs.id = id_of(technology);
  out.inputs.share = share;
  out.inputs.capacity_factor = {ratio(cf.low), ratio(cf.central), ratio(cf.high)};
  for (const ForecastInput& own : choice.capacity_factors)
    if (own.technology == technology) out.inputs.capacity_factor = {ratio(own.value), ratio(own.value), ratio(own.value)};
  out.inputs.capital = {model::usd_per_kw(capital->low), model::usd_per_kw(capital->best),
                        model::usd_per_kw(capital->high)};
  out.inputs.degradation = wear ? wear->best * 1e-2 : 0.0;
  out.inputs.lifetime_years = static_cast<int>(life->best);
  return out;
}

/// The technologies and their shares: those of the choice, or of the rows of its mix.
Result<std::vector<ForecastInput>> shares_of(const Portfolio& portfolio, FactorRows& rows, const ForecastChoice& choice) {
  if (!choice.shares.empty()) return choice.shares;
  std::vector<ForecastInput> shares;
  for (const Factor& row : portfolio.factors) {
    if (row.id.compare(0, prefix_of(choice.mix).size(), prefix_of(choice.mix)) != 0) continue;
    const std::optional<Technology> technology = technology_of(row.subject);
    if (!technology)
      return Error{"factors.csv", "row " + row.id + ": expected a technology as subject, found \"" + row.subject + "\""};
    const auto share = rows.read(row.id, "fraction");
    if (!share) return missing(row.id);
    shares.push_back({*technology, share->best});
  }
  if (shares.empty()) return missing(std::string(prefix_of(choice.mix)) + "*");
  return shares;
}

Result<std::vector<ForecastShare>> mix_of(const Portfolio& portfolio, FactorRows& rows, const ForecastChoice& choice) {
  const auto inputs = shares_of(portfolio, rows, choice);
  if (!inputs) return inputs.error();
  std::vector<ForecastShare> shares;
  double whole = 0.0;
  for (const ForecastInput& input : *inputs) {
    auto share = share_of(portfolio, rows, choice, input.technology, input.value);
    if (!share) return share.error();
    whole += input.value;
    shares.push_back(std::move(*share));
  }
  if (whole < 0.999 || whole > 1.001)
    return Error{choice.shares.empty() ? "factors.csv" : "the mix", "expected shares that sum to 1, found " + std::to_string(whole)};
  return shares;
}

/// What stands for a country in the means: the capacity of its shown projects, and its grid's way down.
struct Weight {
  std::string_view country;
  double mw;
  model::Pathway pathway;
};

std::vector<Weight> weights_of(const Portfolio& portfolio, const ForecastChoice& choice) {
  std::vector<Weight> weights;
  for (const Project& project : portfolio.projects) {
    if (!project.capacity || !project.part_of.empty() || !generates(project.technology) ||
        has_no_bri_role(portfolio, project))
      continue;
    const auto found = std::find_if(weights.begin(), weights.end(),
                                    [&](const Weight& weight) { return weight.country == project.country; });
    if (found != weights.end())
      found->mw += project.capacity->base();
    else
      weights.push_back({project.country, project.capacity->base(),
                         pathway_of(portfolio, choice.pathway, choice.method, project.country)});
  }
  return weights;
}

/// The mean of the countries' factors, in the pathway's base year and in later ones.
class Baseline {
 public:
  static constexpr std::array kYears{kDataYear, 2027, 2030, 2033, 2035, 2037, 2040, 2050};  // with every bend to 2040

  Baseline(const Portfolio& portfolio, const ForecastChoice& choice)
      : portfolio_(portfolio), method_(choice.method), weights_(weights_of(portfolio, choice)) {}

  /// `share`: of the technology's generation in the mix.
  void add(Technology technology, double share) {
    Range<double> base{};
    std::array<double, kYears.size()> later{};
    double capacity = 0.0;
    int countries = 0;
    for (const Weight& weight : weights_) {
      const auto grid = find_grid_factor(portfolio_, method_, technology, weight.country);
      if (!grid) continue;
      const Range<Intensity>& factor = grid->intensity;
      base += Range<double>{factor.low.base(), factor.best.base(), factor.high.base()} * weight.mw;
      for (std::size_t i = 0; i < kYears.size(); ++i)
        later[i] += weight.mw * weight.pathway.factor_in(kYears[i], factor.best).base();
      capacity += weight.mw;
      ++countries;
    }
    if (capacity <= 0.0) return;
    weighed_ = std::max(weighed_, capacity);
    countries_ = std::max(countries_, countries);
    share_ += share;
    base_ += base * (share / capacity);
    for (std::size_t i = 0; i < kYears.size(); ++i) later_[i] += later[i] * (share / capacity);
  }

  /// False when no country has a factor.
  bool write(ForecastResult& out) const {
    if (share_ <= 0.0) return false;
    const Range<double> mean = base_ * (1.0 / share_);
    out.inputs.baseline = {tonnes_per_mwh(mean.low), tonnes_per_mwh(mean.best), tonnes_per_mwh(mean.high)};
    std::array<model::PathwayPoint, kYears.size()> points;
    for (std::size_t i = 0; i < kYears.size(); ++i) points[i] = {kYears[i], later_[i]};
    out.inputs.pathway = model::Pathway::stated(kDataYear, points);
    out.weighed = megawatts(weighed_);
    out.countries = countries_;
    return true;
  }

 private:
  const Portfolio& portfolio_;
  FactorMethod method_;
  std::vector<Weight> weights_;
  Range<double> base_{};
  std::array<double, kYears.size()> later_{};
  double share_ = 0.0, weighed_ = 0.0;
  int countries_ = 0;
};

void find_contrast(ForecastResult& out, const Portfolio& portfolio) {
  for (std::size_t i = 0; i < portfolio.claims.size(); ++i) {
    const Claim& claim = portfolio.claims[i];
    if (claim.subject != "forecast_80gw" || !claim.value || claim.unit != "GW") continue;
    if (claim.quantity == "completed_capacity")
      out.completed = gigawatts(*claim.value);
    else if (claim.quantity == "pipeline_capacity")
      out.pipeline = gigawatts(*claim.value);
    else
      continue;
    out.contrast.push_back(static_cast<std::uint32_t>(i));
  }
}

}  // namespace

const model::ForecastYear* ForecastResult::in(int year) const {
  for (const model::ForecastYear& y : years)
    if (y.year == year) return &y;
  return nullptr;
}

Result<ForecastResult> forecast_of(const Portfolio& portfolio, const ForecastChoice& choice) {
  FactorRows rows(portfolio);
  ForecastResult out;
  find_contrast(out, portfolio);
  if (const auto row = rows.read("forecast-realised-2013-2023", "GW/year"))
    out.realised = model::gigawatts_per_year(row->best);

  out.inputs.first_year = choice.first_year;
  out.inputs.last_year = choice.last_year;
  if (choice.target) {
    out.inputs.target = *choice.target;
  } else {
    const auto target = rows.read("forecast_80gw", "GW/year");
    if (!target) return missing("forecast_80gw");
    out.inputs.target = model::gigawatts_per_year(target->best);
  }
  if (choice.ramp == ForecastRamp::linear) {
    if (!out.realised) return missing("forecast-realised-2013-2023");
    out.inputs.ramp = {model::Ramp::Kind::linear, *out.realised, choice.last_year};
  }

  auto mix = mix_of(portfolio, rows, choice);
  if (!mix) return mix.error();
  out.mix = std::move(*mix);
  Baseline baseline(portfolio, choice);
  std::vector<model::ForecastTechnology> technologies;
  for (const ForecastShare& share : out.mix) {
    baseline.add(share.technology, share.inputs.share * share.inputs.capacity_factor.best.base());
    technologies.push_back(share.inputs);
  }
  if (!baseline.write(out))
    return Error{"grid_factors.csv", "expected a factor of the method for a country of the projects, found none"};
  out.years = model::forecast(out.inputs, technologies);
  for (const model::ForecastYear& year : out.years) {
    out.generated += year.generation;
    out.saved += year.saved;
  }
  out.factors = rows.ids();
  return out;
}

}  // namespace gs
