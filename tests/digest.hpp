#pragma once
#include <cstdio>
#include <functional>
#include <span>

#include "model/digest.hpp"

/// Lines of the digest program: what was computed, and the fingerprint of its numbers.
namespace gs {

/// Prints "<family> <name> <16 hexadecimal digits>" of all that `fill` adds.
inline void print_digest(const char* family, const char* name, const std::function<void(Digest&)>& fill) {
  Digest digest;
  fill(digest);
  std::printf("%s %s %s\n", family, name, digest.hex().c_str());
}

inline void add_all(Digest& digest, std::span<const double> values) {
  for (const double value : values) digest.add(value);
}

void print_lanes();        ///< lane_math, for one number and for four at a time
void print_weather();      ///< sun and synthetic years
void print_plants();       ///< photovoltaics with every kernel, wind, mirrors, water
void print_rail();         ///< resistance, profiles, runs under every traction
void print_stores();       ///< batteries, hydrogen, capture
void print_uncertainty();  ///< draws, responses, shares
void print_forecast();     ///< pathways and the forecast
void print_rail_power();   ///< powertrains under random requests, a year of yard locomotives

/// False once two ways of computing the same have given different bits; each is named on the error stream.
bool all_agree();
void expect_same(const char* what, const std::string& one, const std::string& other);

}  // namespace gs
