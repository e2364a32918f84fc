#pragma once
#include <optional>
#include <string>

#include "portfolio/own_data.hpp"

/// Files of projects and lines of one's own, for greensilk check and simulate.
namespace gs::cli {

/// Reads a file ("-": standard input) as the page and the window do. An error on standard error where there is no such file.
std::optional<OwnData> load_own(const std::string& path);

/// Adds the rows of the file `own`, unless that is empty. False: an error on standard error, and in `status` how the program is to end.
bool join_own(Portfolio&, const std::string& own, int& status);

/// The portfolio to be simulated (cli_files.hpp) with the rows of the file `own` beside its own, unless that is empty. Otherwise
/// nothing, an error on standard error, and in `status` how the program is to end.
std::optional<Portfolio> load_with_own(const std::string& folder, const std::string& own, int& status);

}  // namespace gs::cli
