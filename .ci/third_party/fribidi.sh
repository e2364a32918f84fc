# FriBidi: order and forms of writing from right to left. Its tables lie ready in the tarball; no character sets, no
# debugging, and none of the interfaces that it keeps for old programs.

gs_build_fribidi() {
  local version major minor micro header
  version=$(gs_version fribidi)
  IFS=. read -r major minor micro <<<"$version"
  mkdir -p "$3/include/fribidi"
  sed -e "s/@FRIBIDI_VERSION@/$version/g" -e "s/@FRIBIDI_MAJOR_VERSION@/$major/" -e "s/@FRIBIDI_MINOR_VERSION@/$minor/" \
    -e "s/@FRIBIDI_MICRO_VERSION@/$micro/" -e 's/@FRIBIDI_INTERFACE_VERSION@/4/' -e 's/@SIZEOF_INT@/4/' \
    -e '/@FRIBIDI_MSVC/d' -e 's/@[A-Za-z_]*@//g' "$2/lib/fribidi-config.h.in" >"$3/include/fribidi/fribidi-config.h"
  for header in "$2"/lib/fribidi*.h; do
    cp "$header" "$3/include/fribidi/"
  done
  gs_archive "$1" "$3/lib/libfribidi.a" -DHAVE_STDLIB_H=1 -DHAVE_STRING_H=1 -DHAVE_STRINGIZE=1 \
    -DFRIBIDI_NO_DEPRECATED=1 "-I$3/include/fribidi" "-I$2/lib" -- \
    "$2"/lib/fribidi{,-arabic,-bidi,-bidi-types,-brackets,-joining,-joining-types,-mirroring,-run,-shape}.c
}
