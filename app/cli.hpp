#pragma once
#include <optional>

#include "presentation.hpp"

namespace gs {

/// The command line: `greensilk simulate | check ...`. Exit codes: 0 done, 1 it could not be done or the data has
/// problems, 2 the arguments cannot be used. Errors go to standard error, one sentence each; results to standard output
/// or `-o`.
///
/// `present`: the talk that was asked for, which is the window's.
int run_cli(int argc, char** argv, std::optional<Presentation>& present);

/// Whether `argv` asks for the command line rather than the window: a subcommand, --help or --version comes first.
bool wants_cli(int argc, char** argv);

}  // namespace gs
