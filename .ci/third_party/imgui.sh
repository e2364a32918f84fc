# Dear ImGui with its SDL 2 and OpenGL ES 3 backends: the same source natively and for the browser.

gs_build_imgui() {
  local target=$1 sources=$2 prefix=$3 flags=()
  mkdir -p "$prefix/include"
  cp "$sources"/*.h "$sources"/backends/imgui_impl_{sdl2,opengl3}.h "$sources"/misc/cpp/imgui_stdlib.h "$prefix/include/"
  if [ "$target" = web ]; then
    flags=("-I$(gs_prefix web sdl2)/include/SDL2" -DNDEBUG) # its assertions are for those who develop: the desktop has them
  else
    read -ra flags < <(pkg-config --cflags sdl2)
  fi
  gs_archive "$target" "$prefix/lib/libimgui.a" "-I$sources" "${flags[@]}" -DIMGUI_IMPL_OPENGL_ES3 \
    -DIMGUI_DISABLE_DEMO_WINDOWS -DIMGUI_DISABLE_OBSOLETE_FUNCTIONS -- "$sources"/imgui*.cpp \
    "$sources"/backends/imgui_impl_{sdl2,opengl3}.cpp "$sources"/misc/cpp/imgui_stdlib.cpp
}
