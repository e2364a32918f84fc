#include "cli.hpp"

namespace gs {

// The page has no command line; the parser and its commands stay out of what a reader downloads.
bool wants_cli(int, char**) { return false; }
int run_cli(int, char**) { return 2; }

}  // namespace gs
