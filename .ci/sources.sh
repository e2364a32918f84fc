# Fetches upstream source tarballs from the machine's own Debian mirrors, through a private apt source list.
# Nothing of the system's apt state is touched, so no root is needed. Sourced by setup.

GS_NEXT_RELEASE=trixie

# gs_source_lists FOLDER : writes deb-src lists for the release of this machine and for the next one.
gs_source_lists() {
  local into=$1 file codename
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  [ "$codename" = bookworm ] || gs_say "note: made for Debian 12 (bookworm); this machine says \"$codename\"."
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] && gs_deb822_sources "$codename" "$file"
  done >"$into/greensilk.sources"
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$file" ] && gs_oneline_sources "$codename" "$file"
  done >"$into/greensilk.list"
  [ -s "$into/greensilk.sources" ] || [ -s "$into/greensilk.list" ] ||
    gs_fail "no Debian mirror for the release \"$codename\" is listed in /etc/apt, so no source package can be fetched."
}

# Stanzas of a deb822 file that serve the release, as deb-src of that release and of the next.
gs_deb822_sources() {
  local suite
  for suite in "$1" "$GS_NEXT_RELEASE"; do
    grep -v '^#' "$2" | awk -v codename="$1" -v suite="$suite" '
      BEGIN { RS = ""; FS = "\n" }
      {
        serves = 0; enabled = 1
        for (i = 1; i <= NF; i++) {
          if (tolower($i) ~ /^suites:/ && (" " $i " ") ~ ("[ \t]" codename "[ \t]")) serves = 1
          if (tolower($i) ~ /^enabled:[ \t]*no/) enabled = 0
        }
        if (!serves || !enabled) next
        for (i = 1; i <= NF; i++) {
          if (tolower($i) ~ /^types:/) print "Types: deb-src"
          else if (tolower($i) ~ /^suites:/) print "Suites: " suite
          else print $i
        }
        print ""
      }'
  done
}

# The same for one-line lists: deb [options] address suite components...
gs_oneline_sources() {
  local suite
  for suite in "$1" "$GS_NEXT_RELEASE"; do
    sed -nE "s@^[[:space:]]*deb[[:space:]]+((\[[^]]*\][[:space:]]+)?[^[:space:]]+[[:space:]]+)$1([[:space:]].*)\$@deb-src \1$suite\3@p" "$2"
  done
}

# gs_fetch_sources : every tarball of versions.tsv into the cache, checked against its SHA-256.
gs_fetch_sources() {
  local work package version tarball sum
  work=$(mktemp -d "$GS_CACHE/fetch.XXXXXX")
  mkdir -p "$work/parts" "$work/lists/partial" "$work/archives/partial" "$GS_CACHE/sources"
  gs_source_lists "$work/parts"
  GS_APT_OPTIONS=(-q -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$work/parts"
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache::Archives=$work/archives" -o Dir::Cache::srcpkgcache=
    -o Dir::Cache::pkgcache= -o Acquire::Languages=none -o APT::Sandbox::User=root -o Debug::NoLocking=true)
  gs_logged "$GS_CACHE/log/source-lists.log" "reading the lists of Debian source packages" \
    apt-get "${GS_APT_OPTIONS[@]}" update
  while read -r _ version package tarball sum; do
    gs_fetch_one "$work" "$package" "$version" "$tarball" "$sum"
  done < <(gs_third_party_table)
  rm -rf "$work"
}

# Newest Debian revision of one upstream version: the revision may move on, the upstream tarball may not.
gs_fetch_one() {
  local work=$1 package=$2 version=$3 tarball=$4 sum=$5 debian
  gs_source_is_here "$tarball" "$sum" && return
  debian=$(apt-cache "${GS_APT_OPTIONS[@]}" showsrc "$package" 2>/dev/null | sed -n 's/^Version: //p' |
    awk -v want="${tarball#"${package}"_}" '{ up = $0; sub(/^[0-9]+:/, "", up); sub(/-[^-]*$/, "", up)
      if (index(want, up ".orig.tar.") == 1) print $0 }' | sort -V | tail -n 1)
  [ -n "$debian" ] || gs_fail "the Debian mirror offers no source package $package of version $version."
  (cd "$work" && gs_logged "$GS_CACHE/log/source-$package.log" "fetching the sources of $package $version" \
    apt-get "${GS_APT_OPTIONS[@]}" source --download-only --tar-only "$package=$debian")
  printf '%s  %s\n' "$sum" "$work/$tarball" | sha256sum -c --quiet >/dev/null 2>&1 ||
    gs_fail "the source tarball $tarball has another SHA-256 than the one pinned in .ci/third_party/versions.tsv."
  mv "$work/$tarball" "$GS_CACHE/sources/$tarball"
}

gs_sources_are_here() {
  local tarball sum
  while read -r _ _ _ tarball sum; do
    gs_source_is_here "$tarball" "$sum" || return 1
  done < <(gs_third_party_table)
}

gs_source_is_here() {
  [ -f "$GS_CACHE/sources/$1" ] && printf '%s  %s\n' "$2" "$GS_CACHE/sources/$1" | sha256sum -c --quiet >/dev/null 2>&1
}
