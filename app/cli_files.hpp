#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/load.hpp"

/// Files of the command line.
namespace gs::cli {

/// Reads the data files of `folder`; if it is empty those that came with the program, else those of ./data. ember.csv
/// is made by the build: a folder without it gets the program's.
ReadFile data_files(std::string folder);

/// Loads with the base map's checks. A base map that is missing is said on standard error, and places are then not
/// tested.
Loaded load_checked(const ReadFile& read);

/// The portfolio to be simulated; on standard error what of it was left out, or why there is nothing (then nothing is
/// returned).
std::optional<Portfolio> load_to_simulate(const std::string& folder);

/// The bytes of a file, or of standard input when `path` is empty or "-".
Result<std::string> read_input(const std::string& path);

/// The folder that a layout of files begins with: of `folder` itself, unless it is a folder named thirdparty or lies in one,
/// then the one that holds that.
std::string layout_of(const std::string& folder);

/// Paths from `folder` of the files below it, with /, sorted; hidden ones and what lies behind links to folders are left
/// out. Errors: no such folder; more than 10,000 files.
Result<std::vector<std::string>> files_below(const std::string& folder);

/// The bytes of such a file. Errors: missing, not readable, above 64 MB.
Result<std::string> read_below(const std::string& folder, const std::string& path);

/// Writes `bytes` to the file `path` whole or not at all, or to standard output when `path` is empty or "-". Devices
/// and pipes are written to as they are. On failure says one sentence on standard error and returns false.
bool write_output(const std::string& path, std::string_view bytes);

}  // namespace gs::cli
