// What the projections-only build of PROJ leaves out, answered as if nothing of it existed: there are no coordinate
// reference systems, no database, no grids and no network, so every object is a plain `+proj=` operation.
// Compiled into libproj.a for the browser only.
#define FROM_PROJ_CPP
#include <cstring>
#include <stdexcept>

#include "proj.h"
#include "proj_experimental.h"
#include "proj_internal.h"
#include "filemanager.hpp"
#include "proj/internal/internal.hpp"
#include "proj/internal/io_internal.hpp"

// PROJ asks `iso_obj`, which is always empty here, for its type; a dynamic_cast of a null pointer never reads these.
extern "C" {
extern const void* const identified_object_typeinfo[4] __asm__("_ZTIN5osgeo4proj6common16IdentifiedObjectE");
const void* const identified_object_typeinfo[4] = {};
extern const void* const coordinate_operation_typeinfo[4] __asm__("_ZTIN5osgeo4proj9operation19CoordinateOperationE");
const void* const coordinate_operation_typeinfo[4] = {};
}

// ---- objects: the functions of PROJ's own c_api.cpp, for operations only

PJ* proj_create(PJ_CONTEXT* ctx, const char* text) {
  if (!ctx) ctx = pj_get_default_ctx();
  if (!text) {
    proj_context_errno_set(ctx, PROJ_ERR_OTHER_API_MISUSE);
    return nullptr;
  }
  // EPSG codes, WKT, PROJJSON and CRS definitions need the object model.
  if (!std::strstr(text, "proj=") || std::strstr(text, "init=") || std::strstr(text, "type=crs")) {
    proj_context_errno_set(ctx, PROJ_ERR_INVALID_OP_WRONG_SYNTAX);
    return nullptr;
  }
  return pj_create_internal(ctx, text);
}

PJ* proj_clone(PJ_CONTEXT* ctx, const PJ* obj) {
  return obj && obj->def_full ? pj_create_internal(ctx ? ctx : pj_get_default_ctx(), obj->def_full) : nullptr;
}

PJ_TYPE proj_get_type(const PJ* obj) { return obj ? PJ_TYPE_OTHER_COORDINATE_OPERATION : PJ_TYPE_UNKNOWN; }
const char* proj_get_name(const PJ*) { return nullptr; }
const char* proj_as_proj_string(PJ_CONTEXT*, const PJ* obj, PJ_PROJ_STRING_TYPE, const char* const*) {
  return obj ? obj->def_full : nullptr;
}

// ---- reference systems: none

int proj_get_area_of_use(PJ_CONTEXT*, const PJ*, double*, double*, double*, double*, const char**) { return 0; }
double proj_coordoperation_get_accuracy(PJ_CONTEXT*, const PJ*) { return -1; }
int proj_coordoperation_get_grid_used_count(PJ_CONTEXT*, const PJ*) { return 0; }
PJ* proj_create_ellipsoidal_2D_cs(PJ_CONTEXT*, PJ_ELLIPSOIDAL_CS_2D_TYPE, const char*, double) { return nullptr; }
PJ* proj_create_geographic_crs(PJ_CONTEXT*, const char*, const char*, const char*, double, double, const char*, double,
                               const char*, double, PJ*) {
  return nullptr;
}
PJ* proj_create_geographic_crs_from_datum(PJ_CONTEXT*, const char*, PJ*, PJ*) { return nullptr; }
PJ* proj_crs_demote_to_2D(PJ_CONTEXT*, const char*, const PJ*) { return nullptr; }
PJ* proj_crs_get_datum(PJ_CONTEXT*, const PJ*) { return nullptr; }
PJ* proj_crs_get_datum_ensemble(PJ_CONTEXT*, const PJ*) { return nullptr; }
PJ* proj_crs_get_datum_forced(PJ_CONTEXT*, const PJ*) { return nullptr; }
PJ* proj_crs_get_geodetic_crs(PJ_CONTEXT*, const PJ*) { return nullptr; }
PJ* proj_get_ellipsoid(PJ_CONTEXT*, const PJ*) { return nullptr; }
PJ* proj_get_source_crs(PJ_CONTEXT*, const PJ*) { return nullptr; }
int proj_ellipsoid_get_parameters(PJ_CONTEXT*, const PJ*, double*, double*, int*, double*) { return 0; }

// ---- looking for operations between two of them: finds none

PJ_OPERATION_FACTORY_CONTEXT* proj_create_operation_factory_context(PJ_CONTEXT*, const char*) { return nullptr; }
void proj_operation_factory_context_destroy(PJ_OPERATION_FACTORY_CONTEXT*) {}
void proj_operation_factory_context_set_allow_ballpark_transformations(PJ_CONTEXT*, PJ_OPERATION_FACTORY_CONTEXT*, int) {
}
void proj_operation_factory_context_set_area_of_interest(PJ_CONTEXT*, PJ_OPERATION_FACTORY_CONTEXT*, double, double,
                                                         double, double) {}
void proj_operation_factory_context_set_area_of_interest_name(PJ_CONTEXT*, PJ_OPERATION_FACTORY_CONTEXT*, const char*) {
}
void proj_operation_factory_context_set_desired_accuracy(PJ_CONTEXT*, PJ_OPERATION_FACTORY_CONTEXT*, double) {}
void proj_operation_factory_context_set_grid_availability_use(PJ_CONTEXT*, PJ_OPERATION_FACTORY_CONTEXT*,
                                                              PROJ_GRID_AVAILABILITY_USE) {}
void proj_operation_factory_context_set_spatial_criterion(PJ_CONTEXT*, PJ_OPERATION_FACTORY_CONTEXT*,
                                                          PROJ_SPATIAL_CRITERION) {}
PJ_OBJ_LIST* proj_create_operations(PJ_CONTEXT*, const PJ*, const PJ*, const PJ_OPERATION_FACTORY_CONTEXT*) {
  return nullptr;
}
int proj_list_get_count(const PJ_OBJ_LIST*) { return 0; }
PJ* proj_list_get(PJ_CONTEXT*, const PJ_OBJ_LIST*, int) { return nullptr; }
void proj_list_destroy(PJ_OBJ_LIST*) {}

// ---- contexts: no C++ part, no database, no network

void proj_context_delete_cpp_context(projCppContext* context) { delete context; }
projCppContext::projCppContext(PJ_CONTEXT*, const char*, const std::vector<std::string>&) {}
projCppContext* projCppContext::clone(PJ_CONTEXT* ctx) const { return new projCppContext(ctx); }

namespace osgeo::proj {

io::DatabaseContextNNPtr no_database() { throw std::runtime_error("this build of PROJ has no database"); }
std::string io::DatabaseContext::getProjGridName(const std::string&) { return {}; }
std::string io::DatabaseContext::getOldProjGridName(const std::string&) { return {}; }
std::unique_ptr<File> pj_network_file_open(PJ_CONTEXT*, const char*) { return nullptr; }
void FileManager::fillDefaultNetworkInterface(PJ_CONTEXT*) {}
operation::GridDescription::~GridDescription() = default;

}  // namespace osgeo::proj

osgeo::proj::io::DatabaseContextNNPtr projCppContext::getDatabaseContext() { return osgeo::proj::no_database(); }
int proj_context_is_network_enabled(PJ_CONTEXT*) { return 0; }
int proj_context_set_enable_network(PJ_CONTEXT*, int) { return 0; }
