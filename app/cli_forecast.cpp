#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "portfolio/names.hpp"
#include "portfolio/schema.hpp"
#include "sim/forecast.hpp"
#include "sim/simulate.hpp"

namespace gs::cli {
namespace {

constexpr int kFailed = 1, kUnusable = 2;

struct Options {
  std::string folder, ramp = "immediate", mix = "world", method = "ifi_combined_margin", pathway = "stated", output;
  double target_gw = 0.0;
  std::vector<std::string> shares, capacity_factors;
};

int unusable(const std::string& words) {
  std::fprintf(stderr, "error: %s\n", words.c_str());
  return kUnusable;
}

/// "solar_pv=0.6": a technology and a number from 0 to 1.
Result<std::vector<ForecastInput>> inputs_of(const std::string& option, const std::vector<std::string>& words) {
  std::vector<ForecastInput> inputs;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    const std::string id = word.substr(0, equals);
    const auto technology = std::find(names::kTechnology.begin(), names::kTechnology.end(), id);
    const auto value = equals == std::string::npos ? std::nullopt : schema::parse_number(word.substr(equals + 1));
    if (technology == names::kTechnology.end() || !value || *value < 0.0 || *value > 1.0)
      return Error{option, "expected TECHNOLOGY=NUMBER with a number from 0 to 1, as solar_pv=0.6, found \"" + word + "\""};
    inputs.push_back({static_cast<Technology>(technology - names::kTechnology.begin()), *value});
  }
  return inputs;
}

std::string table_of(const ForecastResult& forecast) {
  std::string text =
      "year,added_mw_per_year,standing_mw,generation_low_mwh,generation_mwh,generation_high_mwh,saved_low_t,saved_t,saved_high_t,"
      "invested_low_usd,invested_usd,invested_high_usd,generated_so_far_mwh,saved_so_far_t,invested_so_far_usd\n";
  for (const model::ForecastYear& y : forecast.years)
    text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", y.year, y.added.base(), y.standing.base(),
                        y.generation.low.base(), y.generation.best.base(), y.generation.high.base(), y.saved.low.base(),
                        y.saved.best.base(), y.saved.high.base(), y.invested.low.base(), y.invested.best.base(),
                        y.invested.high.base(), y.generated_so_far.base(), y.saved_so_far.base(), y.invested_so_far.best.base());
  return text;
}

int forecast_command(const Options& o) {
  ForecastChoice choice;
  if (o.target_gw > 0.0) choice.target = model::gigawatts_per_year(o.target_gw);
  choice.ramp = o.ramp == "linear" ? ForecastRamp::linear : ForecastRamp::immediate;
  choice.mix = o.mix == "portfolio" ? ForecastMix::portfolio : ForecastMix::world;
  for (int i = 0; i < kFactorMethodCount; ++i)
    if (id_of(static_cast<FactorMethod>(i)) == o.method) choice.method = static_cast<FactorMethod>(i);
  for (int i = 0; i < kGridPathwayCount; ++i)
    if (id_of(static_cast<GridPathway>(i)) == o.pathway) choice.pathway = static_cast<GridPathway>(i);
  const auto shares = inputs_of("--share", o.shares);
  if (!shares) return unusable(shares.error().text());
  const auto factors = inputs_of("--capacity-factor", o.capacity_factors);
  if (!factors) return unusable(factors.error().text());
  choice.shares = *shares;
  choice.capacity_factors = *factors;
  const Loaded loaded = load_checked(data_files(o.folder));
  const auto forecast = forecast_of(loaded.portfolio, choice);
  if (!forecast) return unusable(forecast.error().text());
  return write_output(o.output, table_of(*forecast)) ? 0 : kFailed;
}

}  // namespace

void add_forecast(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  Options& o = *options;
  CLI::App* command =
      app.add_subcommand("forecast", "The article's 80 GW a year worked out to 2040 as a table: a what-if with your own inputs");
  command->add_option("--data", o.folder, "Folder of data files (otherwise the program's own)");
  command->add_option("--target", o.target_gw, "GW of new capacity a year (otherwise the claim's)")->check(CLI::Range(0.001, 10000.0));
  command->add_option("--ramp", o.ramp, "The target in every year, or reached in equal steps")
      ->check(CLI::IsMember({"immediate", "linear"}))
      ->capture_default_str();
  command->add_option("--mix", o.mix, "Technologies as the world added them, or as this list has them")
      ->check(CLI::IsMember({"world", "portfolio"}))
      ->capture_default_str();
  command->add_option("--share", o.shares, "Instead of a mix: TECHNOLOGY=SHARE, several, that sum to 1");
  command->add_option("--capacity-factor", o.capacity_factors, "TECHNOLOGY=FACTOR, several");
  command->add_option("--method", o.method, "Grid factor")
      ->check(CLI::IsMember({"ifi_combined_margin", "ifi_operating_margin", "ember_average", "coal_equivalent"}))
      ->capture_default_str();
  command->add_option("--pathway", o.pathway, "How the grids become cleaner")
      ->check(CLI::IsMember({"constant", "stated", "pledged"}))
      ->capture_default_str();
  command->add_option("-o,--output", o.output, "File to write (otherwise standard output)");
  command->callback([options, &exit_code] { exit_code = forecast_command(*options); });
}

}  // namespace gs::cli
