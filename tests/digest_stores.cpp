#include <vector>

#include "digest.hpp"
#include "model/capture.hpp"
#include "model/demand.hpp"
#include "model/hydrogen.hpp"
#include "model/numerics.hpp"
#include "model/storage.hpp"

namespace gs {
namespace {

using namespace model;

/// MW by hour of a plant that gives all or nothing and everything between.
std::vector<double> output() {
  const numerics::Draws draws(11, 2);
  std::vector<double> mw(kHours);
  for (std::size_t h = 0; h < mw.size(); ++h) mw[h] = 130.0 * draws.uniform(h) * (h % 24 < 14 ? 1.0 : 0.0);
  return mw;
}

void add_storage(Digest& d, const Result<StorageYear>& year) {
  if (!year) return d.add(year.error().text());
  for (const auto* hours : {&year->charge, &year->discharge, &year->level, &year->delivered}) add_all(d, *hours);
  for (const Energy e : {year->charged, year->discharged, year->lost(), year->curtailed, year->delivered_without})
    d.add(e.base());
  const StorageCredit credit = storage_credit(*year, {g_per_kwh(400), g_per_kwh(500), g_per_kwh(600)}, {});
  d.add(credit.saved.best.base());
  d.add(credit.peak.value.best.base());
}

void add_hydrogen(Digest& d, const Electrolyser& e) {
  for (const TopUp top_up : {TopUp::none, TopUp::to_minimum_load}) {
    const auto year = hydrogen_year(e, output(), top_up, 55'000.0);
    if (!year) return d.add(year.error().text());
    for (const auto* hours : {&year->hydrogen_kg, &year->used, &year->from_grid}) add_all(d, *hours);
    d.add(year->kwh_per_kg());
    d.add(static_cast<std::int64_t>(year->stacks_replaced));
    d.add(displaced_grey(*year, {g_per_kwh(400), g_per_kwh(500), g_per_kwh(600)}).best.base());
    d.add(displaced_diesel(*year, {}).value.high.base());
  }
}

void add_capture(Digest& d, const Result<CaptureYear>& year) {
  if (!year) return d.add(year.error().text());
  for (const CaptureChain& chain : {year->worst, year->middling, year->best})
    for (const Mass m : {chain.produced, chain.captured, chain.lost_in_transport, chain.leaked, chain.avoided})
      d.add(m.base());
}

}  // namespace

void print_stores() {
  const std::vector<double> mw = output();
  print_digest("store", "surplus", [&](Digest& d) {
    add_storage(d, store_beside_plant(battery(megawatts(50)), mw, megawatts(80), StoreRule::capture_surplus,
                                      evening_window(55.0)));
  });
  print_digest("store", "peak", [&](Digest& d) {
    add_storage(
        d, store_beside_plant(battery(megawatts(50)), mw, megawatts(80), StoreRule::serve_peak, evening_window(55.0)));
  });
  print_digest("store", "grid", [&](Digest& d) {
    const auto demand = demand_year(megawatts(2000), 55.0);
    if (!demand) return d.add(demand.error().text());
    add_storage(d, store_in_grid(pumped_store(megawatts(100)), *demand));
    add_storage(d, store_in_grid(aged(battery(megawatts(100)), 8.0), *demand));
  });
  print_digest("hydrogen", "alkaline", [](Digest& d) { add_hydrogen(d, alkaline(megawatts(90))); });
  print_digest("hydrogen", "pem", [](Digest& d) { add_hydrogen(d, pem(megawatts(90))); });
  print_digest("capture", "plant", [](Digest& d) {
    for (const CaptureSite site : {CaptureSite::coal_plant, CaptureSite::gas_plant})
      add_capture(d, capture_at_plant(terawatt_hours(3), g_per_kwh(820), capture_factors(site)));
  });
  print_digest("capture", "process", [](Digest& d) {
    add_capture(d, capture_at_process(megatonnes(1), {g_per_kwh(400), g_per_kwh(500), g_per_kwh(600)},
                                      capture_factors(CaptureSite::coal_plant)));
  });
}

}  // namespace gs
