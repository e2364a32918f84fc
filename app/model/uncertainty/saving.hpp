#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/uncertainty/distribution.hpp"
#include "model/uncertainty/response.hpp"
#include "model/uncertainty/variance.hpp"
#include "units/quantity.hpp"

/// A plant's energy and saving drawn from what is uncertain about it, and which doubt matters most.
namespace gs::model {

/// An uncertain input and with whom it is shared: plants that name the same stream and dimension draw the same numbers
/// (the grid factor of one country), others independent ones.
struct Doubt {
  Input input;
  std::uint64_t stream = 0;  ///< stream_of("project:...") or of what shares it
  int dimension = 0;         ///< 0..DrawTable::kDimensions - 1; another one for each input of a stream
};

/// The numbers that all plants of a portfolio draw from: made once for a seed.
class DrawTable {
 public:
  static constexpr int kDimensions = 16;
  /// `count` a power of two, so that the points stay even; 1,024 unless somebody wants more.
  explicit DrawTable(std::uint64_t seed, std::uint32_t count = 1024);

  std::uint32_t count() const { return uniform_.count(); }
  std::uint64_t seed() const { return seed_; }
  /// The draws of each doubt, one column each.
  Cube draw(std::span<const Doubt>) const;

 private:
  std::uint64_t seed_;
  Cube uniform_, normal_;
};

/// Saving = response(inputs) x product of `of_energy` x product of `of_saving`. The multipliers are shares that are
/// left (1 - loss, availability), t CO2 a MWh (factor) and shares of it (pathway), all 0 or more and not all 0.
struct UncertainPlant {
  const Response* response = nullptr;  ///< ready; its result in MWh a year
  std::vector<Doubt> of_response;      ///< in the order of its axes
  std::vector<Doubt> of_energy;
  std::vector<Doubt> of_saving;
};

/// One number a draw; draw i of every plant belongs to the same world, so that totals are sums draw by draw.
struct PlantDraws {
  std::vector<double> energy_mwh, saving_t;
  /// Of the saving; Bar::input counts through of_response, of_energy, of_saving. Greatest share first. Where the
  /// response has pairs, their interaction is left out of the shares (not of the draws).
  std::vector<Bar> bars;

  Range<Energy> energy() const { return range_of_draws<Energy>(energy_mwh); }
  Range<Mass> saving() const { return range_of_draws<Mass>(saving_t); }
};

/// About 0.3 ms for six inputs and 1,024 draws natively: a slice of a frame.
PlantDraws draw_plant(const UncertainPlant&, const DrawTable&);

}  // namespace gs::model
