#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sim/fleet_part.hpp"

/// A part of a fleet as bytes, exactly: the same list of fields writes and reads it. Only for shard_file.cpp.
namespace gs::shard {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie in memory");

struct Writing {
  static constexpr bool kReads = false;
  std::string& out;
  bool good() const { return true; }
  void bytes(void* at, std::size_t size) { out.append(static_cast<const char*>(at), size); }
};

/// Once the bytes have come to an end, all is left as it is.
struct Reading {
  static constexpr bool kReads = true;
  std::string_view in;
  bool enough = true;
  bool good() const { return enough; }
  bool has(std::uint64_t size) { return enough = enough && size <= in.size(); }
  void bytes(void* at, std::size_t size) {
    if (!has(size)) return;
    if (size > 0) std::memcpy(at, in.data(), size);
    in.remove_prefix(size);
  }
};

/// Integers, enumerations and numbers: their little-endian bytes.
template <class Io, class T>
  requires(std::is_arithmetic_v<T> || std::is_enum_v<T>)
void pass(Io& io, T& value) {
  io.bytes(&value, sizeof value);
}
template <class Io>
void pass(Io& io, bool& value) {
  std::uint8_t byte = value ? 1 : 0;
  io.bytes(&byte, 1);
  value = byte != 0;
}
template <class Io, class D>
void pass(Io& io, Quantity<D>& value) {
  double number = value.base();
  pass(io, number);
  value = Quantity<D>::from_base(number);
}

/// Each of some values, one after the other.
template <class Io, class... T>
void all(Io& io, T&... values);

template <class Io, class Q>
void pass(Io& io, Range<Q>& range) {
  all(io, range.low, range.best, range.high);
}
template <class Io, class A, class B>
void pass(Io& io, std::pair<A, B>& pair) {
  all(io, pair.first, pair.second);
}
template <class Io, class T, std::size_t N>
void pass(Io& io, std::array<T, N>& values) {
  for (T& value : values) pass(io, value);
}
/// Whether there is one, then what it is.
template <class Io, class T>
void pass(Io& io, std::optional<T>& value) {
  bool there = value.has_value();
  pass(io, there);
  if (Io::kReads && there) value.emplace();
  if (there) pass(io, *value);
}
/// How many there are, 64 bits, then each.
template <class Io, class T>
void pass(Io& io, std::vector<T>& values) {
  std::uint64_t count = values.size();
  pass(io, count);
  if constexpr (std::is_same_v<T, float>) {
    if constexpr (Io::kReads) {
      if (!io.has(count) || !io.has(count * sizeof(T))) return;
      values.resize(static_cast<std::size_t>(count));
    }
    io.bytes(values.data(), values.size() * sizeof(T));
  } else {
    for (std::size_t i = 0; i < count && io.good(); ++i) {
      if constexpr (Io::kReads) values.emplace_back();
      pass(io, values[i]);
    }
  }
}
template <class Io>
void pass(Io& io, std::string& text) {
  std::uint64_t size = text.size();
  pass(io, size);
  if constexpr (Io::kReads) {
    if (!io.has(size)) return;
    text.resize(static_cast<std::size_t>(size));
  }
  io.bytes(text.data(), text.size());
}

// A field that is added to one of these does not compile until it is named here too.

template <class Io>
void pass(Io& io, model::Provenance& p) {
  auto& [basis, deviation, station] = p;
  all(io, basis, deviation, station);
}
template <class Io>
void pass(Io& io, EnergyDriver& d) {
  auto& [driver, at_p10, at_p90, variance] = d;
  all(io, driver, at_p10, at_p90, variance);
}
template <class Io>
void pass(Io& io, StoreYear& s) {
  auto& [capacity, charged, discharged, lost, curtailed_without, curtailed, peak] = s;
  all(io, capacity, charged, discharged, lost, curtailed_without, curtailed, peak);
}
template <class Io>
void pass(Io& io, HydrogenResult& h) {
  auto& [hydrogen, water, used, unused, kwh_per_kg] = h;
  all(io, hydrogen, water, used, unused, kwh_per_kg);
}
template <class Io>
void pass(Io& io, model::WasteYear& w) {
  auto& [electricity, waste, fossil, landfill] = w;
  all(io, electricity, waste, fossil, landfill.value);
}
template <class Io>
void pass(Io& io, PlantYear& p) {
  auto& [basis, capacity_factor, energy, power, relative, low, high, drivers, driver_count, degradation, ghi, beam, wind, wind_shape,
         own_weather, estimated_input, assumed_spread, rating_unknown, store, hydrogen, waste] = p;
  all(io, basis, capacity_factor, energy, power, relative, low, high, drivers, driver_count, degradation, ghi, beam, wind, wind_shape,
      own_weather, estimated_input, assumed_spread, rating_unknown, store, hydrogen, waste);
}
template <class Io>
void pass(Io& io, EnergyUse& e) {
  auto& [fuel_l, hydrogen_kg, wire_mwh, charger_mwh] = e;
  all(io, fuel_l, hydrogen_kg, wire_mwh, charger_mwh);
}
template <class Io>
void pass(Io& io, MeanRun& r) {
  auto& [traction, use, time_s, low, high] = r;
  all(io, traction, use, time_s, low, high);
}
template <class Io>
void pass(Io& io, LineTimetable::Node& n) {
  auto& [time_s, at_m] = n;
  all(io, time_s, at_m);
}
template <class Io>
void pass(Io& io, LineRuns& l) {
  auto& [route, train, length_km, wire_share, trailing_t, net_t, lightened, countries, diesel, wire, out, back] = l;
  all(io, route, train, length_km, wire_share, trailing_t, net_t, lightened, countries, diesel, wire, out, back);
}
template <class Io>
void pass(Io& io, YardRun& y) {
  auto& [locomotive, traction, plug_in, diesel_fuel_t, fuel_saved_share, fuel_saved_t, electricity_mwh, hydrogen_t] = y;
  all(io, locomotive, traction, plug_in, diesel_fuel_t, fuel_saved_share, fuel_saved_t, electricity_mwh, hydrogen_t);
}

template <class Io, class... T>
void all(Io& io, T&... values) {
  (pass(io, values), ...);
}

}  // namespace gs::shard
