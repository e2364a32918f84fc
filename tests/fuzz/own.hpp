#pragma once
#include <string_view>

namespace gs::fuzz {

/// Reads a reader's file and checks what holds for all of them; csv.cpp and geojson.cpp differ in their inputs.
void own_file(std::string_view name, std::string_view bytes);

}  // namespace gs::fuzz
