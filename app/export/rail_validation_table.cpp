#include "export/rail_validation_table.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/rail_validation.hpp"

namespace gs {
namespace {

std::string signed_percent(double share) { return fmt::format("{:+.0f} %", std::round(share * 100.0) + 0.0); }  // no -0

/// Three digits that count: 25.5, 0.33, 169.
std::string figure(double x) {
  return fmt::format("{:.{}f}", x, std::fabs(x) >= 99.95 ? 0 : std::fabs(x) >= 0.995 ? 1 : 2);
}

std::string name_of(const RailCheck& check) {
  return check.part.empty() ? check.row->id : fmt::format("{} ({})", check.row->id, check.part);
}

std::string cell(const std::optional<double>& x) { return x ? fmt::format("{}", *x) : ""; }

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string summary(const std::vector<RailCheck>& checks) {
  std::string text =
      "| figures | compared | median absolute error | bias | miss by over 20 % |\n|---|--:|--:|--:|--:|\n";
  for (const auto& [name, category] : {std::pair{"all", ""},
                                       {"consumption", "energy_validation"},
                                       {"energy returned, battery units", "regen"},
                                       {"reported savings", "reported_saving"}}) {
    const Agreement a = rail_agreement(checks, category);
    text += a.rows == 0 ? fmt::format("| {} | 0 | - | - | - |\n", name)
                        : fmt::format("| {} | {} | {:.0f} % | {} | {} |\n", name, a.rows, a.median_absolute * 100.0,
                                      signed_percent(a.bias), a.beyond);
  }
  return text;
}

std::string compared_rows(const std::vector<RailCheck>& checks) {
  std::string text =
      "| figure | unit | published | simulated | P10 to P90 | error | conditions of the run "
      "|\n|---|---|--:|--:|--:|--:|---|\n";
  for (const RailCheck& c : checks) {
    if (!c.compared()) continue;
    const std::string interval =
        c.interval ? fmt::format("{} to {}", figure(c.interval->low), figure(c.interval->high)) : "";
    text += fmt::format("| {}: {} | {} | {} | {} | {} | {} | {} |\n", name_of(c), c.row->name, c.unit,
                        figure(*c.published), figure(*c.simulated), interval, signed_percent(c.error()), c.conditions);
  }
  return text;
}

}  // namespace

std::string rail_validation_markdown(const Portfolio& portfolio) {
  const std::vector<RailCheck> checks = validate_railway(portfolio);
  std::string text = summary(checks);
  text +=
      "\nErrors are simulated over published less 1. P10 to P90: of resistance, profile, auxiliaries and losses, or of "
      "the yard's duty.\n\n";
  text += compared_rows(checks);
  text +=
      "\n**Figures that miss by over 20 %, and why** (judged; what \"the run takes\" is computed, in the row's "
      "unit)\n\n";
  for (const RailCheck& c : checks)
    if (c.misses()) text += fmt::format("- **{}** ({}): {}\n", name_of(c), signed_percent(c.error()), c.why);
  text += "\n**Not compared, and why**\n\n";
  for (const RailCheck& c : checks)
    if (!c.compared()) text += fmt::format("- **{}**: {}\n", name_of(c), c.why);
  return text;
}

std::string rail_validation_csv(const Portfolio& portfolio) {
  std::string text = "id,part,category,unit,published,simulated,p10,p90,error,conditions,why,sources,confidence\r\n";
  for (const RailCheck& c : validate_railway(portfolio)) {
    std::string sources;
    for (const std::string& s : c.row->sources) sources += (sources.empty() ? "" : ";") + s;
    text += fmt::format(
        "{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", c.row->id, quoted(c.part), c.row->category, quoted(c.unit),
        cell(c.published), cell(c.simulated), c.interval ? fmt::format("{}", c.interval->low) : "",
        c.interval ? fmt::format("{}", c.interval->high) : "", c.compared() ? fmt::format("{}", c.error()) : "",
        quoted(c.conditions), quoted(c.why), sources, id_of(c.row->confidence));
  }
  return text;
}

}  // namespace gs
