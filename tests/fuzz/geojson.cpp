#include "fuzz/own.hpp"
#include "fuzz/targets.hpp"

void gs::fuzz::geojson(std::string_view bytes) { own_file("mine.geojson", bytes); }
