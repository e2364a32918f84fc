#include "eval/pv.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <string>

#include "eval/read.hpp"
#include "eval/reference.hpp"

using namespace gs;
using test::Bound;
using test::check_model;

namespace {

struct Answer {
  std::vector<Error> problems;
  eval::Computed computed;
  std::span<const eval::Column> gives;

  double at(std::string_view column, std::size_t row = 0) const {
    for (std::size_t i = 0; i < gives.size(); ++i)
      if (gives[i].name == column) return computed[i][row];
    FAIL("no column " << column);
    return 0.0;
  }
};

Answer answer(const eval::Model& model, const std::string& csv) {
  Answer answer;
  answer.gives = model.gives;
  eval::Given given;
  given.table = eval::read("in.csv", csv, model.takes, answer.problems);
  if (!answer.problems.empty()) return answer;
  answer.computed.assign(model.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
  answer.problems = model.run(given, answer.computed);
  return answer;
}

const std::string kPerezHead =
    "zenith_deg,azimuth_deg,surface_tilt_deg,surface_azimuth_deg,dni_Wm2,dhi_Wm2,ghi_Wm2,dni_extra_Wm2,albedo\n";
const std::string kTrackingHead =
    "apparent_zenith_deg,azimuth_deg,axis_tilt_deg,axis_azimuth_deg,max_angle_deg,backtrack,gcr,cross_axis_tilt_deg\n";

}  // namespace

TEST_CASE("erbs: the reference's rows", "[eval][pv]") {
  check_model(eval::kErbs, "erbs", {{"dni_extra_Wm2", 1e-11}, {"kt", 1e-11}, {"dni_Wm2", 1e-9}, {"dhi_Wm2", 1e-9}});
}

TEST_CASE("transposition_perez: the reference's rows", "[eval][pv]") {
  check_model(eval::kTranspositionPerez, "transposition_perez",
              {{"aoi_deg", 1e-9},
               {"airmass", 1e-10},
               {"perez_poa_sky_diffuse", 1e-9},
               {"perez_poa_isotropic", 1e-9},
               {"perez_poa_circumsolar", 1e-9},
               {"perez_poa_horizon", 1e-9},
               {"beam", 1e-9},
               {"ground_diffuse", 1e-9},
               {"poa_global", 1e-9}});
}

TEST_CASE("iam: the reference's rows", "[eval][pv]") {
  check_model(eval::kIam, "iam",
              {{"physical", 1e-10},
               {"physical_ar129", 1e-10},
               {"diffuse_sky", 1e-10},
               {"diffuse_horizon", 1e-10},
               {"diffuse_ground", 1e-10}});
}

// Near 0 degrees a relative error means nothing: the inputs have 12 digits.
TEST_CASE("cell_temperature: the reference's rows", "[eval][pv]") {
  check_model(eval::kCellTemperature, "cell_temperature",
              {{"faiman", 1e-10, Bound::relative, 1.0}, {"faiman_25_12", 1e-10, Bound::relative, 1.0}});
}

TEST_CASE("pvwatts: the reference's rows", "[eval][pv]") {
  check_model(eval::kPvwatts, "pvwatts", {{"pdc_W", 1e-10}, {"pdc_net_W", 1e-10}, {"pac_W", 1e-10}});
}

TEST_CASE("tracking: the reference's rows", "[eval][pv]") {
  const auto degrees = [](std::string_view column) { return Bound{column, 1e-8, Bound::absolute, 0.0, true}; };
  check_model(eval::kTracking, "tracking",
              {degrees("psza_deg"),
               degrees("tracker_theta_deg"),
               degrees("aoi_deg"),
               degrees("surface_tilt_deg"),
               degrees("surface_azimuth_deg"),
               {"shaded_fraction1d", 1e-9, Bound::absolute}});
}

// The reference takes 20 rows for what a row sees of the ground, this model all of them.
TEST_CASE("bifacial: the reference's rows", "[eval][pv]") {
  check_model(eval::kBifacial, "bifacial",
              {{"iso_poa_front", 7e-4},
               {"iso_poa_back", 7e-4},
               {"iso_poa_global", 7e-4},
               {"iso_shaded_front", 1e-9, Bound::absolute},
               {"hd_poa_front", 7e-4},
               {"hd_poa_back", 7e-4}});
}

TEST_CASE("erbs: no light, a sun at the limit and one below the horizon", "[eval][pv]") {
  const Answer a =
      answer(eval::kErbs, "ghi_Wm2,zenith_deg,doy\n0,30,100\n50,87,100\n50,87.0000001,100\n50,120,100\n300,0,1\n");
  REQUIRE(a.problems.empty());
  CHECK(a.at("dni_Wm2", 0) == 0.0);
  CHECK(a.at("dhi_Wm2", 0) == 0.0);
  CHECK(a.at("dni_Wm2", 1) > 0.0);  // the limit itself still counts
  for (const std::size_t row : {2, 3}) {
    CHECK(a.at("dni_Wm2", row) == 0.0);
    CHECK(a.at("dhi_Wm2", row) == 50.0);
  }
  CHECK(std::fabs(a.at("dni_Wm2", 4) + a.at("dhi_Wm2", 4) - 300.0) < 1e-12);  // an overhead sun: the parts add up
}

TEST_CASE("transposition_perez: no diffuse light, no light, a sun on and below the horizon", "[eval][pv]") {
  const Answer a = answer(eval::kTranspositionPerez, kPerezHead +
                                                         "40,180,30,180,800,0,613,1366,0.2\n"
                                                         "40,180,30,180,0,0,0,1366,0.2\n"
                                                         "90,180,30,180,0,20,20,1366,0.2\n"
                                                         "95,180,30,180,0,20,20,1366,0.2\n"
                                                         "40,180,0,180,500,100,483,1366,0.2\n");
  REQUIRE(a.problems.empty());
  CHECK(a.at("perez_poa_sky_diffuse", 0) == 0.0);
  CHECK(a.at("beam", 0) > 780.0);
  CHECK(a.at("poa_global", 1) == 0.0);
  CHECK(a.at("airmass", 2) > 30.0);
  CHECK(std::isnan(a.at("airmass", 3)));
  CHECK(a.at("perez_poa_sky_diffuse", 3) == 0.0);
  CHECK(a.at("perez_poa_isotropic", 3) == 0.0);
  CHECK(a.at("poa_global", 3) == a.at("ground_diffuse", 3));
  CHECK(a.at("ground_diffuse", 4) == 0.0);  // a flat plane sees no ground, and all of the sky
  CHECK(std::fabs(a.at("perez_poa_sky_diffuse", 4) - 100.0) < 1e-9);
}

TEST_CASE("iam: straight, grazing and from behind", "[eval][pv]") {
  const Answer a = answer(
      eval::kIam,
      "aoi_deg,n,K_per_m,L_m,tilt_deg\n0,1.526,4,0.002,0\n90,1.526,4,0.002,90\n120,1.526,4,0.002,30\n60,1,0,0,30\n");
  REQUIRE(a.problems.empty());
  CHECK(a.at("physical", 0) == 1.0);
  CHECK(std::fabs(a.at("physical_ar129", 0) - 1.0) < 1e-15);
  CHECK(a.at("diffuse_ground", 0) == 0.0);  // a flat plane sees no ground
  CHECK(a.at("physical", 1) < 1e-14);
  CHECK(a.at("physical", 2) == 0.0);
  CHECK(a.at("physical", 3) == 1.0);  // without glass nothing is reflected
  CHECK(a.at("physical_ar129", 1) >= 0.0);
}

TEST_CASE("tracking: overhead, at the horizon, below it, along the axis", "[eval][pv]") {
  const Answer a = answer(eval::kTracking, kTrackingHead +
                                               "0,180,0,180,60,1,0.4,0\n"
                                               "90,90,0,180,60,1,0.4,0\n"
                                               "90.0000001,90,0,180,60,1,0.4,0\n"
                                               "90,180,0,180,60,1,0.4,0\n"
                                               "80,270,0,180,90,1,0.4,0\n"
                                               "80,270,0,180,90,0,0.4,0\n");
  REQUIRE(a.problems.empty());
  CHECK(std::fabs(a.at("tracker_theta_deg", 0)) < 1e-12);
  CHECK(std::fabs(a.at("surface_azimuth_deg", 0) - 270.0) < 1e-9);
  CHECK(std::fabs(a.at("tracker_theta_deg", 1)) < 1e-6);  // turned back until flat
  CHECK_FALSE(std::isnan(a.at("aoi_deg", 1)));
  for (const char* column :
       {"tracker_theta_deg", "aoi_deg", "surface_tilt_deg", "surface_azimuth_deg", "shaded_fraction1d"})
    CHECK(std::isnan(a.at(column, 2)));
  CHECK_FALSE(std::isnan(a.at("psza_deg", 2)));
  CHECK_FALSE(std::isnan(a.at("tracker_theta_deg", 3)));
  CHECK(a.at("shaded_fraction1d", 4) < 1e-12);  // backtracking keeps the shadow off
  CHECK(a.at("shaded_fraction1d", 5) > 0.5);
  CHECK(std::fabs(a.at("tracker_theta_deg", 5) - 80.0) < 1e-9);
  CHECK(a.at("aoi_deg", 5) < 1e-6);
}

TEST_CASE("bad cells of the photovoltaic models are named", "[eval][pv]") {
  const Answer backtrack = answer(eval::kTracking, kTrackingHead + "40,90,0,180,60,0.5,0.4,0\n");
  REQUIRE(backtrack.problems.size() == 1);
  CHECK(backtrack.problems[0].where == "in.csv:2:backtrack");
  CHECK(answer(eval::kTracking, kTrackingHead + "40,90,0,180,60,1,0,0\n").problems.at(0).where == "in.csv:2:gcr");
  CHECK(answer(eval::kErbs, "ghi_Wm2,zenith_deg,doy\n-1,30,100\n").problems.at(0).where == "in.csv:2:ghi_Wm2");
  CHECK(answer(eval::kPvwatts, "eff_irr_Wm2\n1\n").problems.size() == 6);  // columns that lack
}
