#include "export/row.hpp"

#include "portfolio/own_data.hpp"
#include "sim/economy.hpp"
#include "sim/simulate.hpp"

namespace gs {
namespace {

Value text(std::string_view words) { return words.empty() ? Value{} : Value{std::string(words)}; }

template <class Q>
Value base(const std::optional<Q>& quantity) {
  return quantity ? Value{quantity->base()} : Value{};
}

Value whole(const std::optional<int>& number) { return number ? Value{std::int64_t{*number}} : Value{}; }

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ";") + part;
  return all;
}

/// Low, best and high end as three columns: `add_range(row, {"a_low_t", "a_t", "a_high_t"}, range)`.
template <class Q>
void add_range(ExportRow& row, const std::string_view (&names)[3], const std::optional<Range<Q>>& range) {
  row.push_back({names[0], range ? Value{range->low.base()} : Value{}});
  row.push_back({names[1], range ? Value{range->best.base()} : Value{}});
  row.push_back({names[2], range ? Value{range->high.base()} : Value{}});
}

constexpr std::string_view kEnergyNames[3] = {"energy_low_mwh", "energy_mwh", "energy_high_mwh"};
constexpr std::string_view kIntensityNames[3] = {"intensity_low_t_per_mwh", "intensity_t_per_mwh",
                                                 "intensity_high_t_per_mwh"};
constexpr std::string_view kAvoidedNames[3] = {"avoided_low_t", "avoided_t", "avoided_high_t"};
constexpr std::string_view kMethodNames[kFactorMethodCount] = {"avoided_ifi_combined_margin_t",
                                                               "avoided_ifi_operating_margin_t",
                                                               "avoided_ember_average_t", "avoided_coal_equivalent_t"};

/// Year and source of the grid factor, wherever it stands.
void add_factor_source(ExportRow& row, const Portfolio& portfolio, const ProjectResult& result) {
  if (result.grid_factor >= 0) {
    const GridFactor& factor = portfolio.grid_factors[static_cast<std::size_t>(result.grid_factor)];
    row.push_back({"intensity_year", whole(factor.year)});
    row.push_back({"intensity_source", text(factor.source)});
    return;
  }
  const Factor* coal = result.intensity ? portfolio.factor("coal_equivalent") : nullptr;
  row.push_back({"intensity_year", Value{}});
  row.push_back({"intensity_source", coal ? text(coal->source) : Value{}});
}

std::string note_words(const ProjectResult& result) {
  static constexpr struct {
    Note note;
    std::string_view word;
  } kWords[] = {{Note::expected, "expected"},
                {Note::assumed_spread, "assumed_spread"},
                {Note::zero_grid_factor, "zero_grid_factor"},
                {Note::no_grid_factor, "no_grid_factor"},
                {Note::not_generation, "not_generation"},
                {Note::rating_unknown, "rating_unknown"},
                {Note::estimated_input, "estimated_input"},
                {Note::no_capacity, "no_capacity"},
                {Note::no_climate, "no_climate"},
                {Note::hydrogen, "hydrogen"},
                {Note::own_weather, "own_weather"},
                {Note::fossil_waste, "fossil_waste"}};
  std::string all;
  for (const auto& [note, word] : kWords)
    if (result.has(note)) all += (all.empty() ? "" : ";") + std::string(word);
  return all;
}

constexpr std::string_view kCapitalNames[3] = {"capital_low_musd", "capital_musd", "capital_high_musd"};
constexpr std::string_view kLcoeNames[3] = {"lcoe_low_usd_per_mwh", "lcoe_usd_per_mwh", "lcoe_high_usd_per_mwh"};
constexpr std::string_view kAbatementNames[3] = {"abatement_low_usd_per_t", "abatement_usd_per_t",
                                                 "abatement_high_usd_per_t"};
constexpr std::string_view kConstructionNames[3] = {"construction_low_job_years", "construction_job_years",
                                                    "construction_high_job_years"};
constexpr std::string_view kOperationNames[3] = {"operation_jobs_low", "operation_jobs", "operation_jobs_high"};
constexpr std::string_view kHouseholdNames[3] = {"households_low", "households", "households_high"};
constexpr std::string_view kLifecycleNames[3] = {"lifecycle_low_t", "lifecycle_t", "lifecycle_high_t"};
constexpr std::string_view kNetNames[3] = {"net_of_lifecycle_low_t", "net_of_lifecycle_t", "net_of_lifecycle_high_t"};

std::optional<Range<model::Money>> in_millions(const std::optional<Range<model::Money>>& money) {
  return money ? std::optional(*money * 1e-6) : money;
}

/// A locomotive's is empty: nothing of it is known.
void add_economy(ExportRow& row, const Economy& economy) {
  const auto number = [](const std::optional<double>& value) { return value ? Value{*value} : Value{}; };
  row.push_back({"capital_basis", text(id_of(economy.basis))});
  add_range(row, kCapitalNames, in_millions(economy.capital));
  add_range(row, kLcoeNames, economy.lcoe);
  add_range(row, kAbatementNames, economy.abatement);
  add_range(row, kConstructionNames, economy.construction);
  add_range(row, kOperationNames, economy.operation);
  row.push_back({"reported_jobs", number(economy.reported_jobs)});
  add_range(row, kHouseholdNames, economy.households);
  row.push_back({"reported_households", number(economy.reported_households)});
  add_range(row, kLifecycleNames, economy.lifecycle);
  add_range(row, kNetNames, economy.net);
  row.push_back({"economy_factors", text(joined(economy.factors))});
}

void add_common_end(ExportRow& row, const Portfolio& portfolio, const Results& results, Confidence confidence,
                    const std::vector<std::string>& sources) {
  row.push_back({"confidence", text(id_of(confidence))});
  row.push_back({"sources", text(joined(sources))});
  row.push_back({"year", std::int64_t{results.scenario.year}});
  row.push_back({"data_version", text(portfolio.version)});
  row.push_back({"digest", text(results.digest)});
}

}  // namespace

std::string quoted_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

ExportRow export_row(const Portfolio& portfolio, const Results& results, const ProjectResult& result) {
  const Project& p = portfolio.projects[result.project];
  ExportRow row{{"id", text(p.id)},
                {"name", text(p.name)},
                {"kind", text("project")},
                {"technology", text(id_of(p.technology))},
                {"country", text(p.country)},
                {"status", text(id_of(result.status))},
                {"commissioning_year", whole(p.commissioning_year)},
                {"counted", text(is_own(p.id) ? "own" : id_of(result.counted))},
                {"hidden", result.hidden},
                {"part_of", text(p.part_of)},
                {"chinese_role_check", text(id_of(p.chinese_role_check))},
                {"capacity_mw", base(p.capacity)},
                {"capacity_basis", text(id_of(p.capacity_basis))},
                {"units", Value{}},
                {"energy_basis", text(id_of(result.basis))}};
  const CapacityFactor* factor = result.capacity_factor < 0
                                     ? nullptr
                                     : &portfolio.capacity_factors[static_cast<std::size_t>(result.capacity_factor)];
  row.push_back({"capacity_factor", factor ? Value{factor->central} : Value{}});
  row.push_back({"capacity_factor_source", factor ? text(factor->source) : Value{}});
  add_range(row, kEnergyNames, result.energy);
  row.push_back({"method", text(id_of(results.scenario.method))});
  add_range(row, kIntensityNames, result.intensity);
  add_factor_source(row, portfolio, result);
  add_range(row, kAvoidedNames, result.avoided);
  for (std::size_t i = 0; i < result.avoided_by_method.size(); ++i)
    row.push_back({kMethodNames[i], base(result.avoided_by_method[i])});
  row.push_back({"reported_t", base(result.reported)});
  row.push_back({"gap_of_simulated", result.gap ? Value{*result.gap} : Value{}});
  add_economy(row, economy_of(portfolio, results, result));
  row.push_back({"notes", text(note_words(result))});
  add_common_end(row, portfolio, results, p.confidence, p.sources);
  return row;
}

ExportRow export_row(const Portfolio& portfolio, const Results& results, const LocomotiveResult& result) {
  const Locomotive& l = portfolio.locomotives[result.locomotive];
  ExportRow row{{"id", text(l.id)},
                {"name", text(l.name)},
                {"kind", text("locomotive")},
                {"technology", text(id_of(l.type))},
                {"country", text(l.country)},
                {"status", Value{}},
                {"commissioning_year", whole(l.year)},
                {"counted", text(id_of(result.counted))},
                {"hidden", false},
                {"part_of", Value{}},
                {"chinese_role_check", Value{}},
                {"capacity_mw", base(l.traction_power)},
                {"capacity_basis", Value{}},
                {"units", whole(result.units)},
                {"energy_basis", Value{}},
                {"capacity_factor", Value{}},
                {"capacity_factor_source", Value{}}};
  add_range(row, kEnergyNames, std::optional<Range<Energy>>{});
  row.push_back({"method", text("reported_saving_per_unit")});
  add_range(row, kIntensityNames, std::optional<Range<Intensity>>{});
  row.push_back({"intensity_year", Value{}});
  row.push_back({"intensity_source", Value{}});
  add_range(row, kAvoidedNames, result.avoided);
  for (const std::string_view name : kMethodNames) row.push_back({name, Value{}});
  row.push_back({"reported_t", base(result.reported)});
  row.push_back({"gap_of_simulated", Value{}});
  add_economy(row, {});
  row.push_back({"notes", Value{}});
  add_common_end(row, portfolio, results, l.confidence, l.sources);
  return row;
}

}  // namespace gs
