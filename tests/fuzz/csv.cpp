#include "fuzz/own.hpp"
#include "fuzz/targets.hpp"

void gs::fuzz::csv(std::string_view bytes) { own_file("mine.csv", bytes); }
