#include <fmt/format.h>

#include "model/hydrogen.hpp"
#include "scene/working_sections.hpp"

/// An electrolyser's year: sim/fleet.cpp said in words, with the same numbers.
namespace gs::works {
namespace {

Working electrolyser_hours(const SectionOf& of) {
  const World& w = of.w;
  const Translator& tr = of.tr();
  const HydrogenResult& h = *of.plant.hydrogen;
  const model::Electrolyser e = model::alkaline(*of.row.capacity);
  std::vector<WorkingInput> inputs{own_output(of, "hydrogen.offered", h.used + h.unused, Part::told)};
  const auto tell = [&](const char* name, std::string value, double best, Origin from) { inputs.push_back(told_input(tr(name), std::move(value), best, std::move(from))); };
  tell("hydrogen.rating", figure(e.rated, tr).text(), e.rated.base(), sourced(of.row.sources, false, of.row.capacity_note));
  tell("hydrogen.full_load", tr("hydrogen.rate_value", number(e.system_kwh_per_kg, tr)), e.system_kwh_per_kg, row_origin(w.portfolio, "electrolyser-efficiency"));
  tell("hydrogen.stack", tr("hydrogen.rate_value", number(e.stack_kwh_per_kg, tr)), e.stack_kwh_per_kg, sourced({"doe-alkaline-targets"}, false));
  tell("hydrogen.least_load", exact_percent(e.minimum_load.base(), tr), e.minimum_load.base(), row_origin(w.portfolio, "electrolyser-min-load"));
  tell("hydrogen.wear", tr("hydrogen.wear_value", exact_percent(e.wear_per_1000h, tr)), e.wear_per_1000h, row_origin(w.portfolio, "electrolyser-wear"));
  tell("hydrogen.stack_life", tr("working.hours_value", whole(e.stack_life_h, tr)), e.stack_life_h, row_origin(w.portfolio, "electrolyser-stack-life"));
  tell("hydrogen.voltage", exact_percent(e.voltage_rise, tr), e.voltage_rise, assumed(tr("hydrogen.voltage_from")));
  tell("hydrogen.fixed", exact_percent(e.fixed_auxiliaries, tr), e.fixed_auxiliaries, assumed(tr("hydrogen.fixed_from")));
  tell("hydrogen.crossover", exact_percent(e.crossover, tr), e.crossover, assumed(tr("hydrogen.crossover_from")));
  Working out = stepped(tr("hydrogen.used"), figure(h.used, tr).text(), h.used.base(), tr("hydrogen.formula"), std::move(inputs));
  out.cited = fmt::format("electrolyser, simulated hour by hour, uses {} a year", english(h.used));
  return out;
}

WorkingInput used_energy(const SectionOf& of, double sign, Part part) {
  const Energy used = of.plant.hydrogen->used;
  return input(of.tr()("hydrogen.used"), figure(used, of.tr()).text(), sign * used.base(), part, hourly(of));
}

WorkingInput mean_rate(const SectionOf& of, Part part) {
  const double rate = of.plant.hydrogen->kwh_per_kg;
  return input(of.tr()("working.electrolyser"), of.tr()("hydrogen.rate_value", number(rate, of.tr(), 3)), rate, part, given(of.tr()("hydrogen.rate_from")));
}

WorkingInput made_hydrogen(const SectionOf& of) {
  const Mass made = of.plant.hydrogen->hydrogen;
  return input(of.tr()("hydrogen.made"), of.tr()("hydrogen.made_value", number(made.base(), of.tr(), 3)), made.base(), Part::factor, hourly(of));
}

/// At the price that the reader has set: what a year's hydrogen is worth, million USD, and what a MWh may cost at most, USD.
void put_price(const SectionOf& of, std::vector<Working>& out) {
  const Translator& tr = of.tr();
  const HydrogenResult& h = *of.plant.hydrogen;
  const double usd = 0.01 * of.w.results.scenario.what_if.hydrogen_cents;
  if (usd <= 0.0 || h.kwh_per_kg <= 0.0) return;
  const auto price = [&](double number_in_result) {
    return input(tr("what_if.hydrogen"), tr("what_if.hydrogen_value", number(usd, tr, 3)), number_in_result, Part::factor, given(tr("working.chosen")));
  };
  const double worth = usd * 1e-3 * h.hydrogen.base(), pays = usd * 1e3 / h.kwh_per_kg;
  out.push_back(closed(tr("hydrogen.worth"), tr("unit.musd_value", number(worth, tr, 3)), worth, {made_hydrogen(of), price(usd * 1e-3)},
                       fmt::format("worth {:.1f} million USD a year at {} USD/kg", worth, usd)));
  out.push_back(closed(tr("hydrogen.pays"), tr("hydrogen.pays_value", number(pays, tr, 2)), pays, {price(usd * 1e3), mean_rate(of, Part::divisor)}, {}));
}

}  // namespace

std::vector<Working> of_hydrogen(const SectionOf& of) {
  if (!of.plant.hydrogen || !of.row.capacity) return {};
  const Translator& tr = of.tr();
  const HydrogenResult& h = *of.plant.hydrogen;
  std::vector<Working> out{electrolyser_hours(of)};
  if (h.kwh_per_kg <= 0.0) return out;
  out.push_back(closed(tr("hydrogen.made"), tr("hydrogen.made_value", number(h.hydrogen.base(), tr, 3)), h.hydrogen.base(),
                       {used_energy(of, 1.0, Part::factor), mean_rate(of, Part::divisor)}, fmt::format("hydrogen {} a year of {:.1f} kWh/kg", english(h.hydrogen), h.kwh_per_kg)));
  out.push_back(energy_figure(of, "hydrogen.unused", h.unused, {own_output(of, "hydrogen.offered", h.used + h.unused, Part::term), used_energy(of, -1.0, Part::term)}, "unused"));
  const Range<double>& litres = model::kWaterWithdrawn;
  out.push_back(closed(tr("hydrogen.water"), tr("hydrogen.water_value", number(h.water.base(), tr, 2)), h.water.base(),
                       {made_hydrogen(of), input(tr("hydrogen.water_rate"), three_words(tr, "hydrogen.water_rate_value", litres), litres.best, Part::factor,
                                                 row_origin(of.w.portfolio, "water-hydrogen"))},
                       fmt::format("water {:.0f} m3 a year", h.water.base())));
  put_price(of, out);
  return out;
}

}  // namespace gs::works
