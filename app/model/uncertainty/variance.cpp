#include "model/uncertainty/variance.hpp"

namespace gs::model {

std::vector<Share> product_shares(std::span<const Moments> factors) {
  std::vector<double> relative;
  // 1 + Q by multiplication and Q itself by summing what each factor adds: no digits are lost where all are small.
  double grown = 1.0, whole = 0.0;
  for (const Moments& factor : factors) {
    relative.push_back(factor.mean != 0.0 ? factor.variance / (factor.mean * factor.mean) : 0.0);
    whole += grown * relative.back();
    grown *= 1.0 + relative.back();
  }
  std::vector<Share> shares(factors.size());
  if (!(whole > 0.0)) return shares;
  for (std::size_t i = 0; i < shares.size(); ++i)
    shares[i] = {relative[i] / whole, relative[i] * (grown / (1.0 + relative[i])) / whole};
  return shares;
}

}  // namespace gs::model
