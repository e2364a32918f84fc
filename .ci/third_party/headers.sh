# Header-only libraries of Debian for the browser build, as links in a folder of their own: handing /usr/include itself to
# Emscripten would let the C library of this machine in.

gs_build_headers() {
  local prefix=$3 name
  mkdir -p "$prefix/include" "$prefix/lib"
  for name in glm nlohmann fmt CLI fast_float stb xxhash.h xxh3.h; do
    [ -e "/usr/include/$name" ] || gs_fail "the headers of $name are not in /usr/include."
    ln -s "/usr/include/$name" "$prefix/include/$name"
  done
}
