#include "map/projection.hpp"

namespace gs {

bool knows_projection_codes() { return false; }

Result<std::string> projection_parameters(std::string_view text) {
  if (!is_projection_code(text)) return std::string(text);
  return Error{std::string(text), "codes need PROJ's database, which the desktop program has; here, write PROJ's parameters"};
}

}  // namespace gs
