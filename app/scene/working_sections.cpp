#include "scene/working_sections.hpp"

#include <fmt/format.h>

#include "scene/working_words.hpp"

/// The sections of a project whose figures open where they stand, and a waste plant's year.
namespace gs {
namespace works {
namespace {

WorkingInput waste_output(const SectionOf& of) {
  const Translator& tr = of.tr();
  const Range<Energy>& e = of.plant.waste->electricity;
  Origin from = sourced(of.row.sources, false, basis_text(of.w, of.row, of.result));
  if (of.plant.capacity_factor >= 0) {
    const CapacityFactor& f = of.w.portfolio.capacity_factors[static_cast<std::size_t>(of.plant.capacity_factor)];
    from.sources = ids_of(f.source);
    from.estimated = f.country.empty() || f.confidence == Confidence::low;
  }
  return input(tr("working.new_plant"), with_range(e, tr), e.best.base(), Part::factor, std::move(from));
}

WorkingInput burnt_waste(const SectionOf& of) {
  const Translator& tr = of.tr();
  const Range<Mass>& waste = of.plant.waste->waste;
  return input(tr("waste.burnt"), three_words(tr, "waste.burnt_value", {waste.low.base(), waste.best.base(), waste.high.base()}, 2), waste.best.base(), Part::factor,
               given(tr("working.burnt_from")));
}

}  // namespace

std::string three_words(const Translator& tr, std::string_view key, const Range<double>& r, int digits) {
  return tr(key, number(r.best, tr, digits), number(r.low, tr, digits), number(r.high, tr, digits));
}

Origin hourly(const SectionOf& of) { return given(of.tr()("working.hourly")); }

/// What a plant's own sun and wind give before its store or electrolyser takes it.
WorkingInput own_output(const SectionOf& of, const char* name, Energy energy, Part part) {
  Origin from = given(basis_text(of.w, of.row, of.result));
  from.estimated = of.plant.estimated_input;
  if (const Site* site = of.w.portfolio.site(of.row.id)) from.sources = published(site->tech_sources);
  return input(of.tr()(name), figure(energy, of.tr()).text(), energy.base(), part, std::move(from));
}

Working energy_figure(const SectionOf& of, const char* what, Energy best, std::vector<WorkingInput> inputs, std::string_view cited) {
  return closed(of.tr()(what), figure(best, of.tr()).text(), best.base(), std::move(inputs), fmt::format("{} {} a year", cited, english(best)));
}

std::vector<Working> of_waste(const SectionOf& of) {
  if (!of.plant.waste) return {};
  const Translator& tr = of.tr();
  const model::WasteYear& year = *of.plant.waste;
  const model::WasteFactors f;
  const auto rate = [&](const char* name, const char* value, const Range<double>& r, std::string_view id, Part part) {
    return input(tr(name), three_words(tr, value, r), r.best, part, row_origin(of.w.portfolio, id));
  };
  const auto mass = [&](const char* what, Mass best, std::vector<WorkingInput> inputs, std::string_view cited) {
    return closed(tr(what), figure(best, tr).text(), best.base(), std::move(inputs), fmt::format("{} {} a year", cited, english(best)));
  };
  std::vector<Working> out;
  out.push_back(mass("waste.burnt", year.waste.best,
                     {waste_output(of), rate("working.waste_rate", "working.waste_rate_value", f.electricity_mwh, "waste-electricity", Part::divisor)}, "waste burnt"));
  out.back().result = tr("lab.tonnes", number(year.waste.best.base(), tr, 2));
  out.push_back(mass("waste.fossil", year.fossil.best,
                     {burnt_waste(of), rate("working.fossil_rate", "working.fossil_rate_value", f.fossil_co2, "waste-fossil-co2", Part::factor)}, "fossil CO2 of the waste"));
  out.push_back(mass("waste.methane", year.landfill.value.best,
                     {burnt_waste(of), rate("waste.methane_rate", "working.fossil_rate_value", f.landfill_methane, "waste-landfill-methane", Part::factor),
                      input(tr("waste.warming"), tr("waste.warming_value", number(f.methane_gwp, tr)), f.methane_gwp, Part::factor, assumed(tr("waste.warming_from")))},
                     "what if the waste had gone to a landfill: methane worth, in CO2,"));
  return out;
}

}  // namespace works

std::vector<Working> section_workings(const World& w, std::size_t project, WorkedSection section) {
  const works::SectionOf of{w, w.portfolio.projects[project], w.results.projects[project], w.results.fleet->plants[project]};
  switch (section) {
    case WorkedSection::store: return works::of_store(of);
    case WorkedSection::hydrogen: return works::of_hydrogen(of);
    case WorkedSection::waste: return works::of_waste(of);
  }
  return {};
}

}  // namespace gs
