# Shared by every script here and by the front doors: places, messages, running a step with its output in a log.
# Sourced, never run. Sets: GS_ROOT (this clone), GS_CACHE (third-party builds, outside the clone), GS_JOBS.

GS_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
GS_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/greensilk
GS_JOBS=${GS_JOBS:-$(nproc)}
export GS_ROOT GS_CACHE GS_JOBS

# A Node that is not Debian's does not look where Debian keeps Emscripten's JavaScript modules (acorn).
export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}

gs_say() { printf '%s\n' "$*" >&2; }

# So that a second clone, in another folder, finds what the first one compiled.
export CCACHE_BASEDIR=$GS_ROOT CCACHE_NOHASHDIR=1

# Stops with one clear sentence.
gs_fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# gs_logged LOG WHAT COMMAND... : runs the command with its output in LOG; on failure shows the end of the log and stops.
gs_logged() {
  local log=$1 what=$2
  shift 2
  mkdir -p "$(dirname "$log")"
  # In the background, because bash ignores errexit inside a condition.
  (set -e; "$@") >"$log" 2>&1 </dev/null &
  if ! wait $!; then
    tail -n 25 "$log" >&2
    gs_fail "$what failed; the whole log is in $log."
  fi
}

# First 12 hexadecimal digits of the SHA-256 of standard input.
gs_hash() { sha256sum | cut -c1-12; }
