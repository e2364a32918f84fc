# libcsv: one C file.

gs_build_libcsv() {
  mkdir -p "$3/include"
  cp "$2/csv.h" "$3/include/"
  gs_archive "$1" "$3/lib/libcsv.a" "-I$2" -- "$2/libcsv.c"
}
