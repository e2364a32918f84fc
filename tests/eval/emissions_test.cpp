#include "eval/emissions.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <string>

#include "eval/read.hpp"
#include "eval/reference.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

namespace {

const std::string kHead =
    "energy_MWh,ef_om,ef_bm,tech,lifecycle_g_per_kWh,grid_decline_per_year,year,pv_degradation,"
    "freight_t,road_km,rail_km,road_g_per_tkm,rail_kJ_per_tkm,traction,td_loss\n";

struct Answer {
  std::vector<Error> problems;
  eval::Computed computed;
};

Answer answer(const std::string& csv) {
  Answer answer;
  eval::Given given;
  given.table = eval::read("in.csv", csv, eval::kEmissions.takes, answer.problems);
  if (!answer.problems.empty()) return answer;
  answer.computed.assign(eval::kEmissions.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
  answer.problems = eval::kEmissions.run(given, answer.computed);
  return answer;
}

}  // namespace

// The file prints 12 digits, of its inputs too: a product of three of them is known to about 1e-11 only. The formulas
// themselves are held to 1e-12 below.
TEST_CASE("emissions: the reference's rows, as far as their twelve digits go", "[eval][emissions]") {
  test::check_model(eval::kEmissions, "emissions",
                    {{"w_om", 0.0}, {"w_bm", 0.0}, {"ef_cm", 1e-11}, {"be_tCO2", 1e-11},
                     {"net_of_lifecycle_tCO2e", 1e-11}, {"ef_year", 1e-11}, {"cumulative_2025_to_year_tCO2", 1e-11},
                     {"be_modal_t", 1e-11}, {"pe_modal_t", 1e-11}, {"er_modal_t", 1e-11}});
}

TEST_CASE("emissions: rows of the reference computed with whole fractions agree to 1e-12", "[eval][emissions]") {
  const struct {
    const char* cells;
    double wanted[10];
  } rows[] = {
      {"4351375.77065,0.351158069542,0.542833335046,wind_solar,41,0.0823842108441,2037,0.00734590103239,275611.467331,"
       "684.009600188,713.060967755,129,5.30943278737,electric,0.107411194441",
       {0.75, 0.25, 0.399076885918, 1736533.4920100393, 1558127.0854133894, 0.14222865645431493, 13694662.245684763,
        24319.19475534339, 46.18545706201333, 24273.009298281373}},
      {"2772929.88944,1.01940011847,0.0807577018689,other2,24,0.0429956907227,2030,0.00156069114783,631912.439192,"
       "233.451690498,299.142846688,245,17.435408005,diesel,0.0908908415264",
       {0.25, 0.75, 0.315418306019175, 874632.848437103, 808082.531090543, 0.2531957209644251, 4697608.602155129,
        36142.65165814132, 269.5848362123614, 35873.06682192896}},
      {"4001446.50431,0.280555526022,0.650887676593,other1,11,0.0161491073121,2026,0.0043205557098,6170883.03458,"
       "909.163041733,1016.39115348,245,44.6331832552,diesel,0.0011006991689",
       {0.5, 0.5, 0.4657216013075, 1863560.0735335513, 1819544.1619861415, 0.45820061319042216, 3689103.726737352,
        1374533.003524843, 22897.806009272106, 1351635.1975155708}},
      {"933326.594702,0.291072627502,0.70428563083,other1,48,0.0891829164984,2026,0.00744724975571,6059482.97884,"
       "702.459981872,619.160798569,245,12.9938099135,diesel,0.13231393107",
       {0.5, 0.5, 0.497679129166, 464497.16687875957, 419697.4903330636, 0.4532946529465922, 884418.3991977625,
        1042853.3543500615, 3987.5243619108874, 1038865.8299881506}},
      {"3466371.72596,0.071462058019,0.705839075657,wind_solar,48,0.00587483704055,2025,0.00188203470604,6286285.65976,"
       "1333.3947719,1485.03866634,129,46.6488485929,electric,0.0816868340878",
       {0.75, 0.25, 0.2300563124285, 797460.6967807725, 631074.8539346926, 0.2300563124285, 797460.6967807725,
        1081290.9559078165, 30304.95512196643, 1050986.00078585}},
  };
  for (const auto& row : rows) {
    INFO(row.cells);
    const Answer found = answer(kHead + row.cells + "\n");
    REQUIRE(found.problems.empty());
    for (std::size_t i = 0; i < 10; ++i) CHECK_THAT(found.computed[i][0], WithinRel(row.wanted[i], 1e-12));
  }
}

TEST_CASE("emissions: what is not asked for stays empty", "[eval][emissions]") {
  const Answer found = answer("energy_MWh,ef_om,ef_bm,tech\n1000,0.8,0.4,wind_solar\n");
  REQUIRE(found.problems.empty());
  CHECK_THAT(found.computed[2][0], WithinRel(0.7, 1e-15));
  CHECK_THAT(found.computed[3][0], WithinRel(700.0, 1e-15));
  for (std::size_t i = 4; i < 10; ++i) CHECK(std::isnan(found.computed[i][0]));
}

TEST_CASE("emissions: a bad cell is named with its row and column", "[eval][emissions]") {
  const struct {
    const char *cells, *where;
  } rows[] = {
      {"1,0.5,0.5,sun,1,0,2030,0,1,1,1,1,1,electric,0", "in.csv:2:tech"},
      {"1,0.5,0.5,other1,1,0,2030,0,1,1,1,1,1,steam,0", "in.csv:2:traction"},
      {"1,0.5,0.5,other1,1,0,2030.5,0,1,1,1,1,1,diesel,0", "in.csv:2:year"},
      {"1,0.5,0.5,other1,1,0,2024,0,1,1,1,1,1,diesel,0", "in.csv:2:year"},
      {"1,0.5,0.5,other1,1,0,2030,0,1,1,1,1,1,electric,1", "in.csv:2:td_loss"},
      {"-1,0.5,0.5,other1,1,0,2030,0,1,1,1,1,1,electric,0", "in.csv:2:energy_MWh"},
      {"1,,0.5,other1,1,0,2030,0,1,1,1,1,1,electric,0", "in.csv:2:ef_om"},
      {"1,0.5,0.5,other1,1,1.5,2030,0,1,1,1,1,1,electric,0", "in.csv:2:grid_decline_per_year"},
  };
  for (const auto& row : rows) {
    INFO(row.cells);
    const Answer found = answer(kHead + row.cells + "\n");
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].where == row.where);
  }
}
