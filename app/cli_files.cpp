#include "cli_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <span>
#include <system_error>

#include "own_files.hpp"
#include "platform/platform.hpp"
#include "scene/data_checks.hpp"

namespace gs::cli {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_file(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return Error{path.string(), "expected a file, found none at " + path.string()};
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file || fs::is_directory(path, error)) return Error{path.string(), "cannot be read: " + path.string()};
  return bytes;
}

Result<std::string> read_programs_own(std::string_view name) { return read_own("data/" + std::string(name)); }

bool complain(const std::string& where, const std::string& what) {
  std::fprintf(stderr, "error: %s: %s\n", where.c_str(), what.c_str());
  return false;
}

std::string system_words(int error) {
  if (error == ENOSPC || error == EDQUOT) return "the disk is full; nothing usable was written";
  if (error == 0) error = EIO;
  return "cannot be written (" + std::generic_category().message(error) + ")";
}

bool write_stream(std::FILE* stream, const std::string& where, std::string_view bytes) {
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), stream) == bytes.size() && std::fflush(stream) == 0) return true;
  return complain(where, system_words(errno));
}

/// A device or a pipe cannot be replaced by a file that was written beside it.
bool write_special(const std::string& path, std::string_view bytes) {
  std::FILE* stream = std::fopen(path.c_str(), "wb");
  if (!stream) return complain(path, system_words(errno));
  const bool written = write_stream(stream, path, bytes);
  const bool closed = std::fclose(stream) == 0;
  if (written && !closed) return complain(path, system_words(errno));
  return written && closed;
}

}  // namespace

ReadFile data_files(std::string folder) {
  if (folder.empty()) {
    std::string ignored;
    const bool have_own = !platform::read_asset("data/projects.csv", ignored);
    if (have_own) return read_programs_own;
    folder = "data";
  }
  return [folder](std::string_view name) -> Result<std::string> {
    const fs::path path = fs::path(folder) / name;
    std::error_code error;
    if (name == "ember.csv" && !fs::exists(path, error)) return read_programs_own(name);
    return read_file(path);
  };
}

Loaded load_checked(const ReadFile& read) {
  Result<BaseMap> map = read_world(read_own);
  if (!map) {
    std::fprintf(stderr, "note: places and country codes are not tested, there is no base map (%s)\n", map.error().text().c_str());
    return load_portfolio(read);
  }
  return load_portfolio(read, checks_of(std::make_shared<const BaseMap>(std::move(map).value())));
}

std::optional<Portfolio> load_to_simulate(const std::string& folder) {
  Loaded loaded = load_checked(data_files(folder));
  if (loaded.portfolio.projects.empty()) {
    const std::string why = loaded.problems.empty() ? "no rows" : loaded.problems.front().text();
    std::fprintf(stderr, "error: there are no projects to simulate (%s)\n", why.c_str());
    return std::nullopt;
  }
  if (!loaded.fit_to_run())
    std::fprintf(stderr,
                 "warning: %zu %s in the data; the rows in question are left out (greensilk check lists them)\n",
                 loaded.problems.size(), loaded.problems.size() == 1 ? "problem" : "problems");
  return std::move(loaded.portfolio);
}

Result<std::string> read_input(const std::string& path) {
  if (!path.empty() && path != "-") return read_file(path);
  std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  if (std::cin.bad()) return Error{"standard input", "cannot be read"};
  return bytes;
}

std::string layout_of(const std::string& folder) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(folder, error);
  fs::path root;
  for (const fs::path& part : whole) {
    if (part == "thirdparty" && !root.empty()) return root.string();
    root /= part;
  }
  return folder;
}

Result<std::vector<std::string>> files_below(const std::string& folder) {
  constexpr std::size_t kMost = 10'000;
  std::error_code error;
  if (!fs::is_directory(folder, error)) return Error{folder, "expected a folder, found none at " + folder};
  std::vector<std::string> paths;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
      continue;
    }
    std::error_code unknown;
    if (!at->is_regular_file(unknown)) continue;
    if (paths.size() == kMost) return Error{folder, "expected a folder of the model's own files, found more than 10,000"};
    paths.push_back(at->path().lexically_relative(folder).generic_string());
  }
  if (error) return Error{folder, "cannot be read (" + error.message() + ")"};
  std::sort(paths.begin(), paths.end());
  return paths;
}

Result<std::string> read_below(const std::string& folder, const std::string& path) {
  constexpr std::uintmax_t kMost = 64 * 1024 * 1024;
  const fs::path whole = fs::path(folder) / path;
  std::error_code error;
  const std::uintmax_t size = fs::file_size(whole, error);
  if (!error && size > kMost) return Error{whole.string(), "expected at most 64 MB, found more"};
  return read_file(whole);
}

bool write_output(const std::string& path, std::string_view bytes) {
  if (path.empty() || path == "-") return write_stream(stdout, "standard output", bytes);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status))
    return write_special(path, bytes);
  const auto failure = fs::is_directory(status) ? std::optional(platform::Failure{path, "this is a folder, not a file"})
                                                : platform::write_file(path, bytes);
  return failure ? complain(failure->where, failure->what) : true;
}

}  // namespace gs::cli
