#include "own_files.hpp"

#include "platform/platform.hpp"

namespace gs {

Result<std::string> read_own(std::string_view name) {
  std::string bytes;
  if (const auto failure = platform::read_asset(name, bytes)) return Error{failure->where, failure->what};
  return bytes;
}

}  // namespace gs
