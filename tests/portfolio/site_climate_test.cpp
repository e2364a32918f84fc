#include "portfolio/site_climate.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/climate/sunshine.hpp"
#include "portfolio/fixture.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

TEST_CASE("every site of the data folder has a climate, and a year of hours of it", "[portfolio]") {
  const Portfolio& portfolio = test::repository_data().portfolio;
  const auto rows = station_months(portfolio.stations);
  const model::sun::SunHours sun = model::sun::sun_year(2023);
  int with_hub = 0, with_beam = 0;
  for (const Site& site : portfolio.sites) {
    INFO(site.project_id);
    const Project* project = portfolio.project(site.project_id);
    REQUIRE(project != nullptr);
    const model::SiteClimate known = site_climate(site, project->latitude, project->longitude);
    const auto made = model::climate_of(known, rows);
    INFO((made ? "" : made.error().text()));
    REQUIRE(made);
    if (site.ghi) CHECK_THAT(model::annual_sum(made->climate.ghi), WithinRel(site.ghi->value, 1e-9));
    CHECK(made->ghi.deviation > 0.0);
    CHECK(made->ghi_months.basis != model::Basis::flat);
    CHECK(made->temperature.deviation < 3.0);
    with_beam += made->beam_known ? 1 : 0;
    const auto year = model::synthetic_year(made->climate, known.place, sun, 1);
    INFO((year ? "" : year.error().text()));
    CHECK(year);
    if (!made->hub) continue;
    ++with_hub;
    CHECK(made->hub->mean.deviation > 0.0);
    const auto windy = model::synthetic_year(model::with_hub_wind(*made), known.place, sun, 1);
    INFO((windy ? "" : windy.error().text()));
    REQUIRE(windy);
    CHECK(std::fabs(windy->wind_k - made->hub->weibull_k) < 1e-6);
  }
  CHECK(with_hub >= 30);
  CHECK(with_beam == 7);
}
