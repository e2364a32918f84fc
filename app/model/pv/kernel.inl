// Included by each kernel_*.cpp within a namespace of its own. Only functions that are always inlined may be called
// here: one that the linker shares between files could end up, compiled for a newer processor, in the rest of the
// program.

/// Below this sine of the true elevation not even refraction lifts the sun over the horizon.
constexpr double kDark = -0.0145446;  // of kSunRadius_deg + kHorizonRefraction_deg under the horizon

GS_INLINE Lanes load(const double* p) { return Lanes{p[0], p[1], p[2], p[3]}; }
GS_INLINE Lanes gather(const double* p, const int* at) { return Lanes{p[at[0]], p[at[1]], p[at[2]], p[at[3]]}; }

/// Numbers of the hours from `first` to `last` with light, padded to whole lanes; how many there are.
GS_INLINE int lit_hours(const sun::Observer& o, const YearColumns& y, int first, int last, int* lit) {
  int count = 0;
  for (int h = first; h < last; h += kLanes) {  // months are whole days, so the last lanes are whole
    const sun::Geocentric<Lanes> g{load(y.greenwich + h), load(y.west + h), load(y.pole + h), load(y.parallax + h)};
    const Lanes up = sun::topocentric(o, g).up;
    for (int k = 0; k < kLanes; ++k) {
      lit[count] = h + k;
      count += static_cast<int>(y.ghi[h + k] > 0.0) & static_cast<int>(up[k] > kDark);
    }
  }
  for (int k = 0; k < kLanes; ++k) lit[count + k] = count > 0 ? lit[count - 1] : first;
  return count;
}

template <bool Tracked, bool Given>
GS_INLINE double month_of(const PvChain& p, const YearColumns& y, const int* lit, int count, double back,
                          double* power) {
  Lanes sum{};
  for (int i = 0; i < count; i += kLanes) {
    const int* at = lit + i;
    const sun::Geocentric<Lanes> g{gather(y.greenwich, at), gather(y.west, at), gather(y.pole, at),
                                   gather(y.parallax, at)};
    const Lanes outside = gather(y.extraterrestrial, at);
    const HourWeather<Lanes> w{gather(y.ghi, at), gather(y.air, at), gather(y.wind, at)};
    HourLight<Lanes> l = light_of_hour(p.observer, g, w.ghi, outside);
    if constexpr (Given) {
      l.light.dni = gather(y.dni, at);
      l.light.dhi = gather(y.dhi, at);
    }
    const Lanes ac = plant_hour<Tracked>(p, l, w, outside, back).ac;
    for (int k = 0; k < kLanes; ++k) power[at[k]] = ac[k];
    const int left = count - i;
    sum = sum + select(left - LaneMask{0, 1, 2, 3} > 0, ac, Lanes{});
  }
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

template <bool Tracked, bool Given>
void months(const PvChain& p, const YearColumns& y, double* power, double* energy) {
  int lit[31 * 24 + kLanes];
  for (int h = 0; h < kHours; ++h) power[h] = 0.0;
  int first = 0;
  for (int m = 0; m < 12; ++m) {
    const int last = first + kDaysOfMonth[m] * 24;
    const int count = lit_hours(p.observer, y, first, last, lit);
    energy[m] = month_of<Tracked, Given>(p, y, lit, count, p.rear.share[m], power);
    first = last;
  }
}

void year(const PvChain& p, const YearColumns& y, double* power, double* energy) {
  const bool given = y.dni != nullptr;
  if (p.tracked)
    given ? months<true, true>(p, y, power, energy) : months<true, false>(p, y, power, energy);
  else
    given ? months<false, true>(p, y, power, energy) : months<false, false>(p, y, power, energy);
}
