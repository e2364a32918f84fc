#pragma once
#include <string>

/// Speeds in units that mean something: each benchmark says how much it does, and at the end the program prints for
/// each a line "rate", name, unit, figure, goal, figure of the program that one compares with (0: none), apart by tabs.
/// tests/bench/run makes the table of the README from them.
namespace gs::bench {

/// Does `count` things, of which at least `goal` a second are wanted (0: as it comes); `other`: what the reference
/// program does a second. Returns the name, for BENCHMARK.
std::string per_second(std::string name, double count, double goal, double other = 0.0);

/// Wanted in at most `goal_ms` milliseconds (0: as it comes).
std::string in_time(std::string name, double goal_ms);

}  // namespace gs::bench
