# SDL 2 for the browser: windows, events and an OpenGL ES context. No audio, joystick, haptics, sensors, renderer.

gs_build_sdl2() {
  local target=$1 sources=$2 prefix=$3 src=$2/src
  mkdir -p "$prefix/include/SDL2"
  cp "$sources"/include/*.h "$prefix/include/SDL2/"
  # SDL's own configuration for Emscripten, less the drivers that this program never uses.
  sed -i -E '/SDL_AUDIO_DRIVER_|SDL_JOYSTICK_EMSCRIPTEN|SDL_SENSOR_DUMMY|SDL_VIDEO_RENDER_OGL_ES2|SDL_LOADSO_DLOPEN|HAVE_ICONV/d
    s@^#define SDL_CPUINFO_DISABLED 1@&\n#define SDL_AUDIO_DISABLED 1\n#define SDL_JOYSTICK_DISABLED 1\n#define SDL_SENSOR_DISABLED 1\n#define SDL_RENDER_DISABLED 1\n#define SDL_LOADSO_DISABLED 1@' \
    "$prefix/include/SDL2/SDL_config_emscripten.h"
  local files=("$src"/*.c "$src"/{atomic,audio,cpuinfo,dynapi,events,file,haptic,joystick,libm,sensor,stdlib,thread,timer,video}/*.c
    "$src"/video/{emscripten,yuv2rgb}/*.c "$src"/{filesystem,locale,misc,power}/emscripten/*.c "$src"/{locale,misc,power}/*.c
    "$src"/timer/unix/*.c "$src"/thread/generic/*.c "$src"/{haptic,joystick,loadso,sensor}/dummy/*.c "$src"/render/*.c "$src"/core/unix/SDL_poll.c)
  gs_archive "$target" "$prefix/lib/libSDL2.a" "-I$prefix/include/SDL2" -- "${files[@]}"
}
