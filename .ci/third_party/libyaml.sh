# libyaml: its reading half, without its configure script, which only writes down the version.

gs_build_libyaml() {
  local version major minor patch
  version=$(gs_version libyaml)
  mkdir -p "$3/include"
  cp "$2/include/yaml.h" "$3/include/"
  IFS=. read -r major minor patch <<<"$version"
  printf '#define YAML_VERSION_STRING "%s"\n#define YAML_VERSION_MAJOR %s\n#define YAML_VERSION_MINOR %s\n#define YAML_VERSION_PATCH %s\n' \
    "$version" "$major" "$minor" "$patch" >config.h
  gs_archive "$1" "$3/lib/libyaml.a" -DHAVE_CONFIG_H=1 "-I$PWD" "-I$2/include" "-I$2/src" -- \
    "$2"/src/{api,reader,scanner,parser}.c
}
