#include <proj.h>

#include <algorithm>
#include <cctype>
#include <memory>

#include "map/projection.hpp"
#include "map/projection_text.hpp"

namespace gs {
namespace {

struct Destroy {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
  void operator()(PJ* pj) const { proj_destroy(pj); }
};
using Context = std::unique_ptr<PJ_CONTEXT, Destroy>;
using Object = std::unique_ptr<PJ, Destroy>;

void keep(void* said, int, const char* message) { *static_cast<std::string*>(said) = message; }

}  // namespace

bool knows_projection_codes() { return true; }

Result<std::string> projection_parameters(std::string_view text) {
  if (!is_projection_code(text)) return std::string(text);
  const auto bad = [&](std::string what) { return Error{std::string(text), std::move(what)}; };
  std::string code(text.substr(text.find_first_not_of(" \t")));
  code.erase(code.find_last_not_of(" \t") + 1);
  const auto colon = code.begin() + static_cast<std::ptrdiff_t>(code.find(':'));
  std::transform(code.begin(), colon, code.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });

  std::string said;
  const Context context(proj_context_create());
  proj_log_level(context.get(), PJ_LOG_ERROR);
  proj_log_func(context.get(), &said, keep);
  Object crs(proj_create(context.get(), code.c_str()));
  if (!crs) return bad("PROJ: " + (said.starts_with("proj_create: ") ? said.substr(13) : said));
  if (proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) crs.reset(proj_crs_get_sub_crs(context.get(), crs.get(), 0));
  if (crs && proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS) crs.reset(proj_get_source_crs(context.get(), crs.get()));
  const PJ_TYPE type = crs ? proj_get_type(crs.get()) : PJ_TYPE_UNKNOWN;
  if (type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS) return std::string("+proj=eqc");
  if (type != PJ_TYPE_PROJECTED_CRS) return bad(code + " is not a projected reference system");
  const char* parameters = proj_as_proj_string(context.get(), crs.get(), PJ_PROJ_4, nullptr);
  if (!parameters) return bad(code + " cannot be written as a PROJ string");
  return on_the_sphere(parameters);
}

}  // namespace gs
