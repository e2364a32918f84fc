#pragma once
#include <stdexcept>
#include <string_view>

/// What readers and links bring, given to the program's own parsers: any bytes, and laws that hold whatever they are. Fed by
/// libFuzzer (fuzzer.cpp) and, with the kept inputs of corpus/, by the tests (replay_test.cpp).
namespace gs::fuzz {

void csv(std::string_view bytes);      ///< a table of projects or lines
void geojson(std::string_view bytes);  ///< the same as features
void link(std::string_view bytes);     ///< the fragment of an address, and the list of named scenarios
void story(std::string_view bytes);    ///< a story file
void tmy(std::string_view bytes);      ///< a year of weather: EPW, TMY3, NSRDB, PVGIS

/// Ends the run when a law is broken.
inline void law(bool holds, const char* what) {
  if (!holds) throw std::logic_error(what);
}

}  // namespace gs::fuzz
