#include "cli_own_data.hpp"

#include <cstdio>
#include <memory>

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

}  // namespace gs::cli
