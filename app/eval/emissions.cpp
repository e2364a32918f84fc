#include "eval/emissions.hpp"

#include <cmath>
#include <optional>

#include "model/emissions.hpp"
#include "model/freight.hpp"
#include "model/ledger.hpp"

namespace gs::eval {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr int kBaseYear = 2025, kLatestYear = 2200;

constexpr Column kTakes[] = {
    {.name = "energy_MWh", .unit = "MWh", .meaning = "generation of a year", .low = 0.0},
    {.name = "ef_om", .unit = "t/MWh", .meaning = "operating margin", .low = 0.0},
    {.name = "ef_bm", .unit = "t/MWh", .meaning = "build margin", .low = 0.0},
    {.name = "tech", .unit = "", .meaning = "TOOL07: wind_solar, other1, other2 (first, later crediting period)",
     .text = true},
    {.name = "lifecycle_g_per_kWh", .unit = "g/kWh", .meaning = "life-cycle footprint of the plant, CO2e", .low = 0.0,
     .may_lack = true},
    {.name = "grid_decline_per_year", .unit = "1/a", .meaning = "share by which the factor falls each year", .low = 0.0,
     .high = 1.0, .may_lack = true},
    {.name = "year", .unit = "", .meaning = "year, a whole number", .low = kBaseYear, .high = kLatestYear,
     .may_lack = true},
    {.name = "pv_degradation", .unit = "1/a", .meaning = "share of the generation lost each year", .low = 0.0,
     .high = 1.0, .may_lack = true},
    {.name = "freight_t", .unit = "t", .meaning = "freight moved from road to rail in a year", .low = 0.0,
     .may_lack = true},
    {.name = "road_km", .unit = "km", .meaning = "way by road", .low = 0.0, .may_lack = true},
    {.name = "rail_km", .unit = "km", .meaning = "way by rail", .low = 0.0, .may_lack = true},
    {.name = "road_g_per_tkm", .unit = "g/tkm", .meaning = "CO2 of the lorries", .low = 0.0, .may_lack = true},
    {.name = "rail_kJ_per_tkm", .unit = "kJ/tkm", .meaning = "of the trains: at the meter, or in the fuel", .low = 0.0,
     .may_lack = true},
    {.name = "traction", .unit = "", .meaning = "electric or diesel", .text = true, .may_lack = true},
    {.name = "td_loss", .unit = "1", .meaning = "losses of transmission and distribution, below 1", .low = 0.0,
     .high = 1.0, .may_lack = true},
};

constexpr Column kGives[] = {
    {.name = "w_om", .unit = "1", .meaning = "weight of the operating margin"},
    {.name = "w_bm", .unit = "1", .meaning = "weight of the build margin"},
    {.name = "ef_cm", .unit = "t/MWh", .meaning = "combined margin"},
    {.name = "be_tCO2", .unit = "t", .meaning = "baseline emissions: energy x combined margin"},
    {.name = "net_of_lifecycle_tCO2e", .unit = "t", .meaning = "the same less the plant's life cycle"},
    {.name = "ef_year", .unit = "t/MWh", .meaning = "combined margin in the year, declined since 2025"},
    {.name = "cumulative_2025_to_year_tCO2", .unit = "t", .meaning = "savings from 2025 to the year, both in full"},
    {.name = "be_modal_t", .unit = "t", .meaning = "emissions of the lorries"},
    {.name = "pe_modal_t", .unit = "t", .meaning = "emissions of the trains"},
    {.name = "er_modal_t", .unit = "t", .meaning = "the difference"},
};

enum Gives { w_om, w_bm, ef_cm, be, net, ef_year, cumulative, be_modal, pe_modal, er_modal };

std::optional<model::MarginClass> margin_class(std::string_view word) {
  if (word == "wind_solar") return model::MarginClass::wind_solar;
  if (word == "other1") return model::MarginClass::other_first;
  if (word == "other2") return model::MarginClass::other_later;
  return std::nullopt;
}

/// One row's cells; a column that is not there is NaN.
struct Row {
  const Table& table;
  std::size_t at;

  double operator()(std::string_view column) const {
    const std::span<const double> all = table[column];
    return all.empty() ? kNan : all[at];
  }
  std::string_view text(std::string_view column) const {
    const std::span<const std::string> all = table.text(column);
    return all.empty() ? std::string_view() : std::string_view(all[at]);
  }
  Error error(std::string_view column, std::string what) const { return {table.where(at, column), std::move(what)}; }
};

std::vector<Error> problems_of(const Row& row) {
  std::vector<Error> problems;
  const std::string_view tech = row.text("tech"), traction = row.text("traction");
  if (!margin_class(tech))
    problems.push_back(row.error("tech", "expected wind_solar, other1 or other2, found \"" + std::string(tech) + "\""));
  if (!traction.empty() && traction != "electric" && traction != "diesel")
    problems.push_back(row.error("traction", "expected electric or diesel, found \"" + std::string(traction) + "\""));
  const double year = row("year");
  if (!std::isnan(year) && year != std::floor(year)) problems.push_back(row.error("year", "expected a whole number"));
  if (row("td_loss") >= 1.0) problems.push_back(row.error("td_loss", "expected a share below 1"));
  return problems;
}

/// Electricity: what is saved in the year and up to it.
void savings(const Row& row, Intensity factor, const auto& put) {
  const Energy energy = megawatt_hours(row("energy_MWh"));
  put(be, model::avoided_co2(energy, factor).base());
  put(net, model::net_of_lifecycle(energy, factor, g_per_kwh(row("lifecycle_g_per_kWh"))).base());
  if (std::isnan(row("year"))) return;
  const int year = static_cast<int>(row("year"));
  const model::Pathway pathway = model::Pathway::yearly_rate(kBaseYear, row("grid_decline_per_year"));
  if (std::isnan(pathway.rate)) return;
  put(ef_year, pathway.factor_in(year, factor).base());
  const model::YearlyEnergy yearly{energy, kBaseYear, row("pv_degradation")};
  put(cumulative, model::cumulative_savings(yearly, factor, pathway, year).base());
}

/// Freight: lorries, trains and the difference. `grid` is NaN where the year or the decline is not given.
void modal_shift(const Row& row, Intensity grid, const auto& put) {
  const model::FreightShift shift{tonnes(row("freight_t")), kilometres(row("road_km")), kilometres(row("rail_km"))};
  const double kj_per_tkm = row("rail_kJ_per_tkm");
  const Mass road = model::road_freight_emissions(shift, row("road_g_per_tkm"));
  Mass rail = tonnes(kNan);
  if (row.text("traction") == "electric")
    rail = model::electric_rail_emissions(shift, kj_per_tkm, grid, ratio(row("td_loss")));
  if (row.text("traction") == "diesel") rail = model::diesel_rail_emissions(shift, kj_per_tkm);
  put(be_modal, road.base());
  put(pe_modal, rail.base());
  put(er_modal, (road - rail).base());
}

std::vector<Error> run(const Given& given, Computed& computed) {
  std::vector<Error> problems;
  for (std::size_t i = 0; i < given.table.rows; ++i) {
    const Row row{given.table, i};
    const std::vector<Error> wrong = problems_of(row);
    problems.insert(problems.end(), wrong.begin(), wrong.end());
    if (!wrong.empty()) continue;
    const auto put = [&](Gives column, double value) { computed[column][i] = value; };
    const model::MarginWeights weights = model::margin_weights(*margin_class(row.text("tech")));
    const Intensity factor =
        model::combined_margin(tonnes_per_mwh(row("ef_om")), tonnes_per_mwh(row("ef_bm")), weights);
    put(w_om, weights.operating);
    put(w_bm, weights.build);
    put(ef_cm, factor.base());
    savings(row, factor, put);
    modal_shift(row, tonnes_per_mwh(computed[ef_year][i]), put);
  }
  return problems;
}

}  // namespace

const Model kEmissions = {
    .name = "emissions",
    .about = "Combined margin (UNFCCC CDM TOOL07), savings by year, life cycle, and freight moved from road to rail "
             "(TOOL12; IPCC 2006 for diesel).",
    .takes = kTakes,
    .gives = kGives,
    .extras = {},
    .run = run,
};

}  // namespace gs::eval
