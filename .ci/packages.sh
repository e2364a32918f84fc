# The Debian packages each front door needs, and how they get installed. Sourced by setup.

GS_PACKAGES_BASE=(bash ca-certificates cmake ninja-build ccache g++ pkg-config bzip2 xz-utils brotli git
  nlohmann-json3-dev libglm-dev libfmt-dev libcli11-dev libfast-float-dev libstb-dev libxxhash-dev
  python3 python3-fonttools fonts-noto-core fonts-droid-fallback
  libmagics++-data ferret-datasets)
GS_PACKAGES_NATIVE=(libsdl2-dev libproj-dev libcsv-dev libyaml-dev libfribidi-dev libqrcodegencpp-dev librsvg2-dev libpango1.0-dev libgles-dev libegl-dev libgl1-mesa-dri
  librsvg2-bin dpkg-dev)
GS_PACKAGES_WEB=(emscripten chromium esbuild webp libjpeg-turbo-progs)
GS_PACKAGES_TESTS=(xvfb xdotool firefox-esr ffmpeg poppler-utils lintian mmdebstrap nginx-light libnginx-mod-http-brotli-static zenity man-db
  desktop-file-utils appstream shared-mime-info libglib2.0-bin parallel)
GS_PACKAGES_FUZZ=(clang libclang-rt-14-dev llvm)

# Prints the packages of the lists given that are not installed, one a line.
gs_missing_packages() {
  local installed name
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
  for name in "$@"; do
    grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
  done
  # Any Node from 18 on with its npm will do, wherever it comes from.
  if ! node -e 'process.exit(+process.versions.node.split(".")[0] >= 18 ? 0 : 1)' 2>/dev/null; then
    printf 'nodejs\n'
  fi
  command -v npm >/dev/null || printf 'npm\n'
}

# gs_install_packages NAME... : as root or through sudo; otherwise stops with one sentence that names them.
gs_install_packages() {
  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      as=(sudo)
    else
      gs_fail "these Debian packages are missing and only root can install them: $* (run: apt-get install --no-install-recommends $*)."
    fi
  fi
  gs_say "installing $# Debian packages, some minutes: $*"
  local apt=("${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=600)
  gs_logged "$GS_CACHE/log/apt-update.log" "refreshing the Debian package lists" "${apt[@]}" update
  gs_logged "$GS_CACHE/log/apt-install.log" "installing Debian packages ($*)" \
    "${apt[@]}" install --no-install-recommends "$@"
}
