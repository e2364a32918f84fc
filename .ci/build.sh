# Configures and builds presets for the front doors. Sourced after lib.sh.

# gs_build PRESET TARGET... : configures once (CMake sees by itself when it must again) and builds, with Ninja's progress.
gs_build() {
  local preset=$1 folder=$GS_ROOT/build/$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    gs_logged "$folder.configure.log" "configuring the preset $preset" env -C "$GS_ROOT" cmake --preset "$preset"
  fi
  local log=$folder.build.log
  if [ -t 2 ]; then
    NINJA_STATUS="[%f/%t] " ninja -C "$folder" -j "$GS_JOBS" "$@" >&2 || gs_fail "building the preset $preset failed; see above."
  elif ! NINJA_STATUS="[%f/%t] " ninja -C "$folder" -j "$GS_JOBS" "$@" 2>&1 | tee "$log" |
    sed -u -nE '/^\[[0-9]+\/[0-9]+\]|error|FAILED/{s/^(.{150}).*/\1.../;p}' >&2; then
    tail -n 25 "$log" >&2
    gs_fail "building the preset $preset failed; the whole log is in $log."
  fi
}

# gs_build_report : build/report.txt, what this build was made of; written when FILE is newer.
gs_build_report() {
  [ "$GS_ROOT/build/report.txt" -nt "$1" ] || "$GS_ROOT/.ci/setup" --report >"$GS_ROOT/build/report.txt"
}
