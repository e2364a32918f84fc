#include "scene/working_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "sim/simulate.hpp"
#include "text/figure.hpp"

namespace gs {

std::string method_name(const Translator& tr, FactorMethod method) { return tr("method." + std::string(id_of(method))); }

std::string pathway_name(const Translator& tr, GridPathway pathway) { return tr("pathway." + std::string(id_of(pathway))); }

std::string basis_text(const World& w, const Project& p, const ProjectResult& r) {
  const Translator& tr = w.tr;
  switch (r.basis) {
    case EnergyBasis::simulated: return tr("basis.simulated");
    case EnergyBasis::reported: return tr("basis.reported", figure(*p.generation, tr).text());
    case EnergyBasis::country_factor:
    case EnergyBasis::default_factor: {
      if (r.capacity_factor < 0) return tr("basis.none");
      const CapacityFactor& f = w.portfolio.capacity_factors[static_cast<std::size_t>(r.capacity_factor)];
      const std::string share = percent(f.central, tr), low = percent(f.low, tr), high = percent(f.high, tr);
      const std::string technology = tr("tech." + std::string(id_of(f.technology)));
      return r.basis == EnergyBasis::country_factor ? tr("basis.country_factor", share, low, high, country_name(w, f.country), technology)
                                                    : tr("basis.default_factor", share, low, high, technology);
    }
    case EnergyBasis::none: return tr("basis.none");
  }
  return {};
}

std::string factor_text(const World& w, const ProjectResult& r) {
  const Translator& tr = w.tr;
  const std::string method = method_name(tr, w.results.scenario.method);
  if (!r.intensity) return tr("working.no_factor", method);
  std::string words = method + ": " + figure(r.intensity->best, tr).text() + " (" + range_text(*r.intensity, tr) + ")";
  if (r.grid_factor >= 0) {
    const GridFactor& f = w.portfolio.grid_factors[static_cast<std::size_t>(r.grid_factor)];
    words += ", " + country_name(w, f.country) + (f.year ? fmt::format(" {}", *f.year) : "");
  }
  return words;
}

std::string known_text(const World& w, const model::Provenance& from, StationVariable variable) {
  static constexpr std::array<const char*, 8> keys{"known.measured", "known.published", "known.satellite", "known.sunshine",
                                                   "known.profile",  "known.blend",     "known.estimate",  "known.flat"};
  const std::string& words = w.tr(keys[static_cast<std::size_t>(from.basis)]);
  const Station* station = from.station.empty() ? nullptr : w.portfolio.station(from.station, variable);
  const std::string spread = percent(from.deviation, w.tr);
  return station ? w.tr("known.station", words, spread, station->name) : w.tr("known.line", words, spread);
}

std::string gap_text(const World& w, const ProjectResult& r) {
  if (!r.gap_parts) return {};
  const model::Explanation& e = r.gap_parts->explanation;
  const std::string implied = figure(e.implied, w.tr).text();
  if (!e.matches || !e.nearest) return w.tr("why.no_match", implied);
  // The conventions are those of the methods that have a factor here, in their order.
  int method = -1;
  for (std::size_t left = *e.nearest + 1; left > 0 && ++method < kFactorMethodCount;)
    if (r.avoided_by_method[static_cast<std::size_t>(method)]) --left;
  const double within = std::max(1.0, std::ceil(std::abs(e.deviation) * 100.0 - 1e-9)) / 100.0;
  return w.tr("why.match", method_name(w.tr, static_cast<FactorMethod>(std::min(method, kFactorMethodCount - 1))), percent(within, w.tr), implied);
}

std::vector<std::string> notes_of(const ProjectResult& r, const Translator& tr, bool inputs) {
  static constexpr std::array<std::pair<Note, const char*>, 8> kFigures{{{Note::expected, "note.expected"},
                                                                         {Note::zero_grid_factor, "note.zero_grid_factor"},
                                                                         {Note::no_grid_factor, "note.no_grid_factor"},
                                                                         {Note::not_generation, "note.not_generation"},
                                                                         {Note::no_capacity, "note.no_capacity"},
                                                                         {Note::no_climate, "note.no_climate"},
                                                                         {Note::own_weather, "note.own_weather"},
                                                                         {Note::fossil_waste, "note.fossil_waste"}}};
  static constexpr std::array<std::pair<Note, const char*>, 3> kInputs{{{Note::estimated_input, "note.estimated_input"},
                                                                        {Note::rating_unknown, "note.rating_unknown"},
                                                                        {Note::assumed_spread, "note.assumed_spread"}}};
  std::vector<std::string> notes;
  const auto add = [&](const auto& table) {
    for (const auto& [note, key] : table)
      if (r.has(note)) notes.push_back(tr(key));
  };
  add(kFigures);
  if (inputs) add(kInputs);
  return notes;
}

}  // namespace gs
