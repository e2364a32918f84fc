#include "explorer.hpp"

int main() { return gs::run_explorer(); }
