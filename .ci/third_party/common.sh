# Flags and helpers of the third-party recipes. A recipe NAME.sh defines
#   gs_build_NAME TARGET SOURCES PREFIX    fills PREFIX/include and PREFIX/lib; runs in an empty work folder
# TARGET is native or web. Sourced by setup. Changing this file or a recipe changes the key, and so builds anew.

GS_FLAGS_NATIVE=(-O2 -g0 -fPIC)
GS_FLAGS_WEB=(-O2 -g0 -fwasm-exceptions)

# gs_archive TARGET LIBRARY FLAG... -- SOURCE... : compiles every file, in parallel, into one static library.
gs_archive() {
  local target=$1 library=$2 flags=() source compiler standard
  local cc=gcc cxx=g++ ar=ar
  shift 2
  [ "$target" = web ] && cc=emcc cxx=em++ ar=emar
  [ "$target" = web ] && flags=("${GS_FLAGS_WEB[@]}") || flags=("${GS_FLAGS_NATIVE[@]}")
  while [ "$1" != -- ]; do
    flags+=("$1")
    shift
  done
  shift
  mkdir -p objects "$(dirname "$library")"
  printf '%s\n' "${flags[@]}" >flags.rsp
  for source in "$@"; do
    compiler=$cxx standard=-std=c++17
    case $source in *.c) compiler=$cc standard=-std=gnu11 ;; esac
    printf '%s\0' "$compiler" "$standard" "$source" "objects/$(gs_hash <<<"$source")-$(basename "$source").o"
  done | xargs -0 -n 4 -P "$GS_JOBS" sh -c 'exec "$0" "$1" @flags.rsp -w -c "$2" -o "$3"'
  "$ar" rcs "$library" objects/*.o
}
