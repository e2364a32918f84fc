#pragma once
#include <optional>
#include <string>

#include "portfolio/own_data.hpp"

/// Files of projects and lines of one's own, for greensilk check and simulate.
namespace gs::cli {

/// Reads a file ("-": standard input) as the page and the window do. An error on standard error where there is no such file.
std::optional<OwnData> load_own(const std::string& path);

}  // namespace gs::cli
