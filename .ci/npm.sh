# npm packages, by lockfile, in the cache; the clone only gets a link `node_modules` (ignored by git) so that Node's
# ES modules find them from any folder of the tree. Sourced by setup.

gs_npm_folder() { printf '%s/npm-%s\n' "$GS_CACHE" "$(gs_hash <"$GS_ROOT/web/package-lock.json")"; }

gs_npm_is_ready() { [ -d "$(gs_npm_folder)/node_modules" ]; }

gs_npm_install() {
  local work
  work=$(mktemp -d "$GS_CACHE/npm.XXXXXX")
  cp "$GS_ROOT/web/package.json" "$GS_ROOT/web/package-lock.json" "$work/"
  gs_logged "$GS_CACHE/log/npm.log" "installing the npm packages of web/package-lock.json" \
    npm ci --prefix "$work" --ignore-scripts --no-audit --no-fund
  rm -rf "$(gs_npm_folder)"
  mv "$work" "$(gs_npm_folder)"
}

gs_npm_link() {
  local folder link=$GS_ROOT/node_modules
  folder=$(gs_npm_folder)/node_modules
  [ "$(readlink "$link" || true)" = "$folder" ] && return
  [ -e "$link" ] && [ ! -L "$link" ] && gs_fail "$link is in the way; it must be a link into the cache, so remove it."
  ln -sfn "$folder" "$link"
}

gs_npm_report() {
  node -e 'const lock = require(process.argv[1]);
    for (const [path, one] of Object.entries(lock.packages)) if (path) console.log(`  ${path.replace("node_modules/", "")} ${one.version}`);
  ' "$GS_ROOT/web/package-lock.json"
}
