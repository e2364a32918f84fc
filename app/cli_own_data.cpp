#include "cli_own_data.hpp"

#include <cstdio>
#include <memory>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "own_files.hpp"
#include "scene/data_checks.hpp"

namespace gs::cli {

std::optional<OwnData> load_own(const std::string& path) {
  const Result<std::string> bytes = read_input(path);
  if (!bytes) {
    std::fprintf(stderr, "error: %s\n", bytes.error().what.c_str());
    return std::nullopt;
  }
  OwnChecks checks;
  if (auto map = read_world(read_own)) checks = own_checks_of(std::make_shared<const BaseMap>(std::move(map).value()));
  else std::fprintf(stderr, "note: rows must say their country, there is no base map (%s)\n", map.error().text().c_str());
  return read_own_data(path == "-" ? "standard input" : path, *bytes, checks);
}

bool join_own(Portfolio& portfolio, const std::string& own, int& status) {
  if (own.empty()) return true;
  status = kFailed;
  const auto rows = load_own(own);
  if (!rows) return false;
  for (const Error& problem : rows->problems) std::fprintf(stderr, "warning: %s\n", problem.text().c_str());
  if (rows->empty()) {
    std::fprintf(stderr, "error: --own: expected a row that can be used, found none\n");
    status = kUnusable;
    return false;
  }
  portfolio = joined(portfolio, *rows);
  return true;
}

std::optional<Portfolio> load_with_own(const std::string& folder, const std::string& own, int& status) {
  status = kFailed;
  auto portfolio = load_to_simulate(folder);
  if (portfolio && !join_own(*portfolio, own, status)) return std::nullopt;
  return portfolio;
}

}  // namespace gs::cli
