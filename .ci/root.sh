# A clean root: a minimal Debian of this machine's release, from this machine's own mirrors, that is removed at the end.
# Sourced after lib.sh and packages.sh; only root can make one. GS_KEEP_ROOT=1 keeps it.

gs_mounted=()
gs_remove_root() {
  local at
  for at in "${gs_mounted[@]}"; do umount "$at" 2>/dev/null || umount -l "$at" || true; done
  # Never delete through a mount that could not be undone.
  if [ -z "${GS_KEEP_ROOT:-}" ] && ! grep -q " $root/" /proc/mounts; then rm -rf --one-file-system "$place"; else gs_say "kept $root"; fi
}

# gs_make_root PACKAGES : sets root, its folder, and place, a folder around it. PACKAGES, with commas, are there beside the minimum.
gs_make_root() {
  local file codename lists
  command -v mmdebstrap >/dev/null || gs_install_packages mmdebstrap
  place=$(mktemp -d "${TMPDIR:-/tmp}/greensilk-root.XXXXXX")
  root=$place/root
  trap gs_remove_root EXIT
  # Only the lists of Debian's own release: a Node of somebody else's is just what must not help here.
  codename=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
  mkdir -p "$place/lists"
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    [ -f "$file" ] || continue
    case $file in
      *.sources | *.list) ! grep -qE "(^|[ \t])$codename([ \t]|\$)" "$file" || cp "$file" "$place/lists/" ;;
    esac
  done
  mapfile -t lists < <(find "$place/lists" -type f)
  gs_logged "$GS_CACHE/log/clean-root.log" "making a clean root" mmdebstrap --variant=minbase --include="$1" \
    --aptopt='APT::Install-Recommends "false"' "$codename" "$root" "${lists[@]}"
}

# gs_connect_root : the way to the network and the certificates of this machine, and the system's folders.
gs_connect_root() {
  local file at
  cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
  cp -rL /usr/local/share/ca-certificates "$root/usr/local/share/" 2>/dev/null || true
  cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  for file in /etc/apt/apt.conf.d/*; do
    # How this machine reaches its mirrors (proxies, certificates), not what it prefers to install.
    ! grep -qiE '^\s*Acquire' "$file" || cp "$file" "$root/etc/apt/apt.conf.d/"
  done
  for at in proc sys dev dev/shm; do gs_lend_root "/$at" "$root/$at"; done
}

# gs_lend_root FOLDER PLACE : a folder of this machine inside the root.
gs_lend_root() {
  mkdir -p "$1" "$2"
  mount --bind "$1" "$2" && gs_mounted=("$2" "${gs_mounted[@]}")
}

# gs_in_root [WRAPPER...] -- COMMAND... : with nothing of this machine's environment but its proxies.
gs_in_root() {
  local wrapper=() pass=() name
  while [ "$1" != -- ]; do wrapper+=("$1") && shift; done
  shift
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY NODE_EXTRA_CA_CERTS CI GS_JOBS; do
    [ -z "${!name:-}" ] || pass+=("$name=${!name}")
  done
  env -i "${pass[@]}" HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    "${wrapper[@]}" chroot "$root" "$@" </dev/null
}
