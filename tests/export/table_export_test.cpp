#include "export/table_export.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "portfolio/fixture.hpp"
#include "portfolio/schema.hpp"
#include "portfolio/table.hpp"
#include "sim/economy.hpp"
#include "sim/runs.hpp"

using namespace gs;
using gs::test::DataSet;

namespace {

struct Read {
  Table table;
  const std::string& cell(std::string_view id, std::string_view column) const {
    const auto at = [&](std::string_view name) {
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i] == name) return i;
      FAIL("no column " << name);
      return std::size_t{0};
    };
    for (const Table::Row& row : table.rows)
      if (row.cells[0] == id) return row.cells[at(column)];
    FAIL("no row " << id);
    return table.rows[0].cells[0];
  }
};

Read read_csv(const Portfolio& p, const Results& r) {
  Read read{read_table("out.csv", to_csv(p, r))};
  REQUIRE(read.table.problems.empty());
  return read;
}

}  // namespace

TEST_CASE("the table has one row for each project and locomotive, marked where it does not count", "[export]") {
  const Portfolio p = DataSet::small().portfolio();
  const Results r = simulate(p, {});
  const Read csv = read_csv(p, r);
  CHECK(csv.table.rows.size() == 9);
  CHECK(csv.cell("stranger", "hidden") == "yes");
  CHECK(csv.cell("stranger", "counted") == "no_bri_role");
  CHECK(csv.cell("sun-part", "counted") == "part_of_other");
  CHECK(csv.cell("sun", "counted") == "yes");
  CHECK(csv.cell("sun", "intensity_year") == "2021");
  CHECK(csv.cell("sun", "intensity_source") == "press");
  CHECK(csv.cell("sun", "digest") == r.digest);
  CHECK(csv.cell("sun", "data_version") == p.version);
  CHECK(csv.cell("hybrid", "kind") == "locomotive");
  CHECK(csv.cell("hybrid", "avoided_t") == "2400");
  CHECK(csv.cell("dam", "notes") == "zero_grid_factor");
}

TEST_CASE("a figure that does not exist is empty in CSV and null in JSON, and 0 is 0", "[export]") {
  const Portfolio p = DataSet::small().portfolio();
  const Results r = simulate(p, {});
  CHECK(read_csv(p, r).cell("battery", "avoided_t").empty());
  CHECK(read_csv(p, r).cell("dam", "avoided_t") == "0");
  const auto json = nlohmann::json::parse(to_json(p, r));
  for (const auto& row : json["rows"]) {
    if (row["id"] == "battery") CHECK(row["avoided_t"].is_null());
    if (row["id"] == "dam") CHECK(row["avoided_t"] == 0.0);
  }
}

TEST_CASE("numbers read back to the same bits from CSV and JSON", "[export][data]") {
  const Portfolio& p = test::repository_data().portfolio;
  const Results r = test::repository_results({FactorMethod::ember_average, 2040});
  const Read csv = read_csv(p, r);
  const auto json = nlohmann::json::parse(to_json(p, r));
  REQUIRE(csv.table.rows.size() == p.projects.size() + p.locomotives.size());
  REQUIRE(json["rows"].size() == csv.table.rows.size());
  int compared = 0;
  for (std::size_t i = 0; i < r.projects.size(); ++i) {
    if (!r.projects[i].avoided) continue;
    const Range<Mass>& avoided = *r.projects[i].avoided;
    const std::string& id = p.projects[r.projects[i].project].id;
    CHECK(schema::parse_number(csv.cell(id, "avoided_low_t")) == avoided.low.base());
    CHECK(schema::parse_number(csv.cell(id, "avoided_t")) == avoided.best.base());
    CHECK(schema::parse_number(csv.cell(id, "avoided_high_t")) == avoided.high.base());
    CHECK(json["rows"][i]["avoided_high_t"].get<double>() == avoided.high.base());
    ++compared;
  }
  CHECK(compared > 80);
  CHECK(json["operating"]["avoided_t"]["best"].get<double>() == r.operating.avoided.best.base());
  CHECK(json["timeline"].size() == 61);
  CHECK(json["digest"] == r.digest);
}

TEST_CASE("money, work and homes are in the table as they are worked out", "[export][data]") {
  const Portfolio& p = test::repository_data().portfolio;
  const Results r = simulate(p, {});
  const Read csv = read_csv(p, r);
  const auto json = nlohmann::json::parse(to_json(p, r));
  int priced = 0;
  for (std::size_t i = 0; i < r.projects.size(); ++i) {
    const std::string& id = p.projects[i].id;
    const Economy e = economy_of(p, r, r.projects[i]);
    INFO(id);
    CHECK(csv.cell(id, "capital_basis") == id_of(e.basis));
    CHECK(csv.cell(id, "capital_musd").empty() == !e.capital);
    CHECK(csv.cell(id, "lcoe_usd_per_mwh").empty() == !e.lcoe);
    CHECK(json["rows"][i]["abatement_usd_per_t"].is_null() == !e.abatement);
    if (e.capital) CHECK(schema::parse_number(csv.cell(id, "capital_high_musd")) == (*e.capital * 1e-6).high.base());
    if (e.lcoe) CHECK(json["rows"][i]["lcoe_low_usd_per_mwh"].get<double>() == e.lcoe->low.base());
    if (e.net) CHECK(schema::parse_number(csv.cell(id, "net_of_lifecycle_t")) == e.net->best.base());
    priced += e.lcoe.has_value();
  }
  CHECK(priced > 100);
  CHECK(csv.cell("al-dhafra-pv2", "reported_jobs") == "4500");
  CHECK(csv.cell("al-dhafra-pv2", "economy_factors").find("discount-rate") != std::string::npos);
  CHECK(csv.cell(p.locomotives[0].id, "capital_musd").empty());
}

TEST_CASE("CSV and JSON carry the same columns, each with its unit in the name", "[export]") {
  const Portfolio p = DataSet::small().portfolio();
  const Results r = simulate(p, {});
  const Read csv = read_csv(p, r);
  const auto json = nlohmann::ordered_json::parse(to_json(p, r));
  for (const auto& row : json["rows"]) {
    std::vector<std::string> names;
    for (const auto& [name, value] : row.items()) names.push_back(name);
    CHECK(names == csv.table.columns);
  }
  CHECK(std::set<std::string>(csv.table.columns.begin(), csv.table.columns.end()).size() == csv.table.columns.size());
}

TEST_CASE("words with commas, quotes and line ends survive", "[export]") {
  const std::string name = "A \"big\", bright\nplant";
  const Portfolio p = DataSet::small().set("projects.csv", 2, "name", name).portfolio();
  const Results r = simulate(p, {});
  CHECK(read_csv(p, r).cell("sun", "name") == name);
  CHECK(nlohmann::json::parse(to_json(p, r))["rows"][0]["name"] == name);
}
