#pragma once
#include <functional>
#include <span>
#include <vector>

#include "model/uncertainty/response.hpp"
#include "sim/fleet.hpp"
#include "sim/plant_inputs.hpp"

/// One technology's part of a plant: its hours at the best estimate and the draws of its energy.
namespace gs {

struct PlantPart {
  std::vector<double> power;     ///< MW by hour (UTC); empty where only the year is known
  double energy_mwh = 0.0;       ///< best estimate
  std::vector<double> relative;  ///< draws over the best estimate
  std::vector<EnergyDriver> drivers;
};

/// Points of the unit cube that every plant uses, and their normal quantiles.
struct DrawSpace {
  explicit DrawSpace(const Drawing&);
  static constexpr int kDimensions = 16;  ///< more than a hybrid of sun and wind has inputs
  Drawing drawing;
  model::Cube uniform, normal;
};

/// The draws of one number: dimension `d` of the space in the plant's own order.
class PlantDraws {
 public:
  /// `stream` is of the plant: the same draws wherever the row stands.
  PlantDraws(const DrawSpace&, std::uint64_t stream);
  std::vector<double> next(const model::Distribution&);

 private:
  const DrawSpace& space_;
  std::vector<std::uint32_t> order_;
  int dimension_ = 0;
};

/// A number that changes the hours themselves: the product of its inputs, and the nodes at which the hours are run.
struct Scale {
  std::vector<PlantInput> inputs;
  model::Axis axis;
  static Scale of(PlantInput input, int nodes) { return {{input}, model::axis_over(input.distribution, nodes)}; }
};

/// Runs `year_mwh` at the nodes of each scale, fits the response, draws scales and multipliers. `pairs` are scales that
/// interact.
void believe(PlantPart&, PlantDraws&, std::span<const Scale> scales, std::span<const PlantInput> multipliers,
             const std::function<double(std::span<const double>)>& year_mwh,
             std::vector<std::array<std::size_t, 2>> pairs = {});

/// A part of which only the year's energy is known.
PlantPart yearly_part(PlantDraws&, Driver, const Range<Energy>&);

/// The sum of parts: powers and energies add, draws by their weight.
PlantPart sum_of(std::vector<PlantPart> parts);

}  // namespace gs
