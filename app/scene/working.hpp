#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scene/filter.hpp"
#include "scene/text_table.hpp"
#include "sim/economy.hpp"

/// How a figure is worked out: its formula, its inputs with units and sources.
namespace gs {

struct WorkingInput {
  /// What it does in the formula: products first, then what is added; `told` stands behind one of the others.
  enum class Part : std::uint8_t { factor, divisor, term, told };
  std::string name, value;           ///< value with unit and, where it has one, interval
  std::string from;                  ///< where it comes from, in words
  std::vector<std::string> sources;  ///< ids of Source
  bool estimated = false;
  Part part = Part::told;
  double number = 0.0;  ///< best estimate in the units that make Working::best; what is taken off is below 0
};

struct Working {
  std::string title, what;       ///< of whom ("Al Dhafra solar"), and which figure ("Simulated saving")
  std::string formula;           ///< in words and signs, a line each
  std::string result, interval;  ///< "1.98 Mt CO₂ a year", and between what it lies, in words
  std::vector<WorkingInput> inputs;
  std::vector<std::string> notes;
  std::string cited;   ///< English: "Al Dhafra solar: simulated saving 1.98 Mt CO2 a year (range 1.7 to 2.3)"
  double best = 0.0;   ///< the figure: t CO2, MWh or t hydrogen a year
};

/// Of the figure that ViewState::worked names: of the selected project, line, locomotive or country, or of all that counts
/// by the filter. Nothing where there is no such figure, or while the railway's runs are not there yet.
std::optional<Working> working_of(const World&, const State&);
/// The same subject's other figure: its output for its saving, and back.
Worked other_figure(Worked);
/// What the formula makes of the inputs' best estimates: Working::best.
double worked_out(const Working&);
/// A row for the formula, each input and each note.
TextTable working_table(const World&, const Working&);

/// The formulas of a project's money, work, homes and life cycle, and the general figures that they need, all of them `told`.
/// `cited` does not say whose they are.
Working economy_working(const World&, const Economy&);

/// Sections of a project whose figures open where they stand.
enum class WorkedSection : std::uint8_t { store, hydrogen, waste };
/// Each figure of a section in its order; none where the project has no such section. A year that is simulated hour by hour has
/// inputs that are all `told`; of every other figure worked_out is its best, in the units of its result. No titles; `cited`
/// does not say whose it is.
std::vector<Working> section_workings(const World&, std::size_t project, WorkedSection);
/// The same of a run of World::lab: time, work at the wheels, energy, CO2; none of a run that did not arrive.
std::vector<Working> lab_workings(const World&, const LabRun&);
/// Shown as one: the formulas a line each, every input and note once; `cited` is all of them, of `whose` (English).
Working together(std::string_view whose, const std::vector<Working>&);
/// "Khorgos - Almaty, Mixed goods train, 4,004 t, 2 x TE33A": whose a run's figures are, in English.
std::string run_in_english(const LabResults&, const LabRun&);

/// Of a country's projects that count, whatever the filter.
Total country_total(const World&, std::string_view iso3);

/// Works it out anew only when another figure is asked for, or what it depends on changes.
class Workings {
 public:
  struct Shown {
    std::optional<Working> working;
    bool other = false;  ///< there is a working of other_figure too
  };
  /// Valid until the next call.
  const Shown& of(const World&, const State&);

 private:
  State of_;
  std::shared_ptr<const Fleet> fleet_;
  std::string digest_;
  Shown shown_;
};

}  // namespace gs
