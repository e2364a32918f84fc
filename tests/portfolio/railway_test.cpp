#include <catch2/catch_test_macros.hpp>

#include "portfolio/fixture.hpp"
#include "portfolio/load.hpp"

using gs::test::DataSet;
using Texts = std::vector<std::string>;

TEST_CASE("the railway's rows keep what they say", "[portfolio][railway]") {
  const gs::Portfolio p = DataSet::small().portfolio();
  const gs::LineRow* line = p.line("line");
  REQUIRE(line);
  CHECK(line->ruling_grade_permille == 9.0);
  CHECK(line->grade_basis == gs::Basis::by_class);
  CHECK(line->electrified_basis == gs::Basis::sourced);
  CHECK_FALSE(line->electrified_all);
  CHECK(line->electrified_km == std::vector<std::pair<double, double>>{{0.0, 50.0}});
  REQUIRE(line->countries.size() == 2);
  CHECK(line->countries[1].country == "CHN");
  CHECK(line->countries[1].from_km == 120.0);
  CHECK(line->traffic_low_mt == 8.0);
  CHECK(line->traffic_year == 2025);
  CHECK(p.line("no-line") == nullptr);
  const gs::TrainRow* train = p.train("mixed");
  REQUIRE(train);
  CHECK(train->gross_t() == 3000.0);
  CHECK(train->brake_ms2 == 0.3);
  const gs::TractionRow* hybrid = p.traction("hybrid-line");
  REQUIRE(hybrid);
  CHECK(hybrid->traction == gs::TractionKind::hybrid);
  CHECK(hybrid->locomotive == "hybrid");
  CHECK(hybrid->plug_in);
  CHECK(hybrid->estimated == Texts{"battery_out_kw", "aux_kw"});
  CHECK_FALSE(hybrid->wire_kw.has_value());  // an empty cell is no figure, not 0
  REQUIRE(p.deliveries.size() == 2);
  CHECK(p.deliveries[1].kind == gs::DeliveryKind::framework);
  CHECK_FALSE(p.deliveries[1].year.has_value());
}

TEST_CASE("wires stand all the way, nowhere, or on spans", "[portfolio][railway]") {
  const auto line = [](const char* cell) {
    return DataSet::small().set("lines.csv", 2, "electrified_sections", cell).portfolio().lines.at(0);
  };
  CHECK(line("all").electrified_all);
  CHECK(line("all").electrified_km.empty());
  CHECK_FALSE(line("").electrified_all);
  CHECK(line("").electrified_km.empty());
  CHECK(line("0-50; 90.5-120").electrified_km == std::vector<std::pair<double, double>>{{0.0, 50.0}, {90.5, 120.0}});
}

TEST_CASE("every rule of the railway's files names the place", "[portfolio][railway]") {
  const struct {
    const char *file, *column, *value;
    int row;
    const char* problem;
  } cases[] = {
      {"lines.csv", "route_id", "lime", 2,
       "lines.csv:2:route_id: expected an id of routes.csv, found \"lime\"; did you mean \"line\"?"},
      {"lines.csv", "ruling_grade_permille", "0", 2,
       "lines.csv:2:ruling_grade_permille: expected a number from 0 to 100, found \"0\""},
      {"lines.csv", "grade_basis", "guess", 2, "lines.csv:2:grade_basis: expected one of sourced, class, found \"guess\""},
      {"lines.csv", "grade_basis", "", 2, "lines.csv:2:grade_basis: expected a value, found an empty cell"},
      {"lines.csv", "electrified_sections", "50-20", 2,
       "lines.csv:2:electrified_sections: expected \"all\", nothing, or rising spans of km as in \"0-130;300-420\", found "
       "\"50-20\""},
      {"lines.csv", "electrified_sections", "0-50;40-60", 2,
       "lines.csv:2:electrified_sections: expected \"all\", nothing, or rising spans of km as in \"0-130;300-420\", found "
       "\"0-50;40-60\""},
      {"lines.csv", "electrified_sections", "everywhere", 2,
       "lines.csv:2:electrified_sections: expected \"all\", nothing, or rising spans of km as in \"0-130;300-420\", found "
       "\"everywhere\""},
      {"line_countries.csv", "to_km", "100", 3, "line_countries.csv:3:to_km: expected more than from_km, found \"100\""},
      {"line_countries.csv", "from_km", "130", 3,
       "line_countries.csv:3:from_km: expected the to_km of the row before, found \"130\""},
      {"line_countries.csv", "from_km", "5", 2,
       "line_countries.csv:2:from_km: expected 0, the line's start, found \"5\""},
      {"lines.csv", "traffic_high", "9", 2, "lines.csv:2:traffic_high: expected at least 10, the traffic_mt, found \"9\""},
      {"lines.csv", "traffic_year", "", 2,
       "lines.csv:2:traffic_year: expected a value beside traffic_mt, found an empty cell"},
      {"lines.csv", "sources", "prss", 2,
       "lines.csv:2:sources: expected an id of sources.csv, found \"prss\"; did you mean \"press\"?"},
      {"trains.csv", "kind", "goods", 2, "trains.csv:2:kind: expected one of freight, passenger, found \"goods\""},
      {"trains.csv", "law", "ptr_freight", 2,
       "trains.csv:2:law: expected a rule of resistance, found \"ptr_freight\"; did you mean \"ptr_freight4\"?"},
      {"trains.csv", "wagons", "0", 2, "trains.csv:2:wagons: expected a whole number from 1 to 500, found \"0\""},
      {"trains.csv", "load_t", "360", 2, "trains.csv:2:load_t: expected at most 40 t on an axle, found \"360\""},
      {"trains.csv", "brake_permille_decel", "30", 2,
       "trains.csv:2:brake_permille_decel: expected a number from 0 to 3, found \"30\""},
      {"tractions.csv", "locomotive_id", "hybird", 3,
       "tractions.csv:3:locomotive_id: expected an id of locomotives.csv, found \"hybird\"; did you mean \"hybrid\"?"},
      {"tractions.csv", "traction", "steam", 2,
       "tractions.csv:2:traction: expected one of diesel, hybrid, battery, hydrogen, catenary, dual, found \"steam\""},
      {"tractions.csv", "engine_kw", "", 2,
       "tractions.csv:2:engine_kw: expected a value for the traction diesel, found an empty cell"},
      {"tractions.csv", "battery_in_kw", "", 5,
       "tractions.csv:5:battery_in_kw: expected a value beside battery_kwh, found an empty cell"},
      {"tractions.csv", "wire_kw", "", 4,
       "tractions.csv:4:wire_kw: expected a value for the traction catenary, found an empty cell"},
      {"tractions.csv", "regen", "battery", 2,
       "tractions.csv:2:regen: expected a battery that takes the braking energy, found \"battery\""},
      {"tractions.csv", "estimated", "batery_kwh", 3,
       "tractions.csv:3:estimated: expected names of columns, found \"batery_kwh\""},
      {"deliveries.csv", "locomotive_id", "loco", 2,
       "deliveries.csv:2:locomotive_id: expected an id of locomotives.csv, found \"loco\""},
      {"deliveries.csv", "kind", "sold", 2,
       "deliveries.csv:2:kind: expected one of delivered, ordered, framework, planned, found \"sold\""},
      {"deliveries.csv", "country", "KZ", 2,
       "deliveries.csv:2:country: expected an ISO 3166-1 alpha-3 country code, found \"KZ\""},
      {"shunting.csv", "moving_h_high", "4.5", 2,
       "shunting.csv:2:moving_h_high: expected at least 5, the moving_h, found \"4.5\""},
      {"shunting.csv", "parked_h", "2", 2,
       "shunting.csv:2:idle_hot_h: expected hours moving, idling, plugged and parked that add up to 24, found 26"},
      {"shunting.csv", "load_spectrum", "0.6@0.1;0.3@0.5", 2,
       "shunting.csv:2:load_spectrum: expected shares of the time at rising shares of the power that add up to 1, as in "
       "\"0.6@0.1;0.4@0.5\", found \"0.6@0.1;0.3@0.5\""},
      {"shunting.csv", "load_spectrum", "0.6@0.5;0.4@0.1", 2,
       "shunting.csv:2:load_spectrum: expected shares of the time at rising shares of the power that add up to 1, as in "
       "\"0.6@0.1;0.4@0.5\", found \"0.6@0.5;0.4@0.1\""},
      {"shunting.csv", "mean_load", "0.3", 2,
       "shunting.csv:2:mean_load: expected the spectrum's own mean, 0.260, found \"0.3\""},
      {"shunting.csv", "baseline_traction", "yard-deisel", 2,
       "shunting.csv:2:baseline_traction: expected an id of tractions.csv, found \"yard-deisel\"; did you mean \"yard-diesel\"?"},
      {"shunting.csv", "estimated", "dayz", 2, "shunting.csv:2:estimated: expected names of columns, found \"dayz\""},
  };
  for (const auto& c : cases) {
    INFO(c.file << " " << c.column << " = " << c.value);
    CHECK(gs::test::problems(DataSet::small().set(c.file, c.row, c.column, c.value)) == Texts{c.problem});
  }
}

TEST_CASE("a figure that is called sourced is there", "[portfolio][railway]") {
  auto set = DataSet::small();
  set.set("lines.csv", 2, "grade_basis", "sourced").set("lines.csv", 2, "ruling_grade_permille", "");
  CHECK(gs::test::problems(set) ==
        Texts{"lines.csv:2:ruling_grade_permille: expected a value where grade_basis is sourced, found an empty cell"});
  // By class of line it may be missing: the model has the limit of each class.
  CHECK(gs::test::problems(DataSet::small().set("lines.csv", 2, "ruling_grade_permille", "")).empty());
}

TEST_CASE("the data version changes with the railway's files", "[portfolio][railway]") {
  const std::string version = DataSet::small().portfolio().version;
  for (const char* file : {"lines.csv", "line_countries.csv", "trains.csv", "tractions.csv", "deliveries.csv"}) {
    INFO(file);
    CHECK(version != DataSet::small().set(file, 2, "notes", "x").portfolio().version);
  }
}
