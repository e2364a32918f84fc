# PROJ, its projections only: no ISO 19111 object model, no SQLite, no proj.db, no grids, no network. What the left-out
# parts would have answered is in proj_shim.cpp: `+proj=` strings and pipelines of them work; EPSG codes, WKT, reference
# systems and grid shifts do not exist here.

gs_build_proj() {
  local target=$1 sources=$2 prefix=$3 src=$2/src files=() name
  mkdir -p "$prefix/include"
  cp "$src/proj.h" "$src/geodesic.h" "$prefix/include/"
  : >proj_config.h  # PROJ's configured header only says which system functions exist; none of them is needed
  # The one function that PROJ's text helpers take from SQLite.
  printf '#include <cstdio>\n#define sqlite3_snprintf(size, buffer, ...) std::snprintf(buffer, size, __VA_ARGS__)\n' >sqlite3.h
  sed -i -E '/PROJ_HEAD\((defmodel|deformation|gridshift|hgridshift|horner|molodensky|tinshift|vertoffset|vgridshift|xyzgridshift) *,/d' \
    "$src/pj_list.h"
  for name in aasincos adjlon auth ctx datum_set datums deriv dmstor ell_set ellps factors filemanager fwd gauss \
    generic_inverse init initcache internal inv list log malloc mlfn msfn mutex param phi2 pipeline pr_list proj_mdist \
    qsfn release rtodms strerrno strtod tsfn units zpoly1 4D_api iso19111/internal transformations/{affine,helmert} \
    conversions/{axisswap,cart,geoc,geocent,noop,set,topocentric,unitconvert}; do
    files+=("$src/$name.cpp")
  done
  files+=("$src/geodesic.c" "$GS_ROOT/.ci/third_party/proj_shim.cpp" "$src"/projections/*.cpp)
  gs_archive "$target" "$prefix/lib/libproj.a" -I. "-I$src" "-I$sources/include" '-DPROJ_LIB=\"\"' -DMUTEX_stub \
    -- "${files[@]}"
}
