# Catch2, with its main().

gs_build_catch2() {
  local target=$1 sources=$2 prefix=$3 files
  mkdir -p "$prefix/include/catch2"
  (cd "$sources/src/catch2" && find . -name '*.hpp' -exec cp --parents {} "$prefix/include/catch2/" \;)
  cat >"$prefix/include/catch2/catch_user_config.hpp" <<-'CONFIG'
	#pragma once
	#define CATCH_CONFIG_DEFAULT_REPORTER "console"
	#define CATCH_CONFIG_CONSOLE_WIDTH 120
	CONFIG
  mapfile -t files < <(find "$sources/src/catch2" -name '*.cpp' | sort)
  gs_archive "$target" "$prefix/lib/libcatch2.a" "-I$prefix/include" -- "${files[@]}"
}
