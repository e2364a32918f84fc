# Writes the version that shards of a study are known by (app/cli_shard.hpp), of the program and of the sources behind its figures:
#   cmake -DROOT=FOLDER -DVERSION=0.1.0 -DOUT=FILE.cpp -P program_version.cmake
set(layers units model portfolio state sim)
list(TRANSFORM layers REPLACE "(.+)" "${ROOT}/app/\\1/*.?pp" OUTPUT_VARIABLE patterns)
file(GLOB_RECURSE sources RELATIVE "${ROOT}" ${patterns})
list(SORT sources)
set(all "")
foreach(source IN LISTS sources)
  file(SHA256 "${ROOT}/${source}" hash)
  string(APPEND all "${source} ${hash}\n")
endforeach()
string(SHA256 fingerprint "${all}")
string(SUBSTRING "${fingerprint}" 0 12 fingerprint)
file(WRITE "${OUT}" "#include \"cli_shard.hpp\"\n
std::string_view gs::cli::program_version() { return \"${VERSION}-${fingerprint}\"; }\n")
