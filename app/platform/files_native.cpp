// Files of the desktop program and of the command line.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "platform/files_native.hpp"
#include "platform/imgui_host.hpp"
#include "platform/platform.hpp"
#include "platform/stage_host_native.hpp"

namespace gs::platform {
namespace {

namespace fs = std::filesystem;

std::string words(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "the disk is full; nothing was written";
    case EFBIG:
      return "the file would be larger than this system allows; nothing was written";
    case EACCES:
    case EPERM:
      return "there is no permission to write here";
    case EROFS:
      return "this place can only be read, not written";
    case ENOENT:
    case ENOTDIR:
      return "there is no such folder";
    case EISDIR:
      return "this is a folder, not a file";
    case ENAMETOOLONG:
      return "the name is too long";
    default:
      return std::string("the system says: ") + std::strerror(error);
  }
}

Failure failure(const fs::path& path, int error) { return {path.string(), words(error)}; }

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    if (written == 0) {
      errno = ENOSPC;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Asked once: the mask can only be asked for by setting it, for all threads.
mode_t usual_mode() {
  static const mode_t mode = [] {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return static_cast<mode_t>(0666 & ~mask);
  }();
  return mode;
}

// Moves the temporary file to its name. Without `replace` an existing file stays and errno is EEXIST.
bool move_to(const std::string& from, const std::string& to, bool replace) {
  if (replace) return ::rename(from.c_str(), to.c_str()) == 0;
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // A file system without that flag: a second name fails when the name is taken.
  if (::link(from.c_str(), to.c_str()) != 0) return false;
  return ::unlink(from.c_str()) == 0;
}

void flush_folder(const fs::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);  // the file itself is safe already; some file systems cannot do this, and that is no failure
  ::close(file);
}

// 0, or the errno of the step that failed; then nothing new is left on the disk.
int write_whole(const fs::path& path, std::string_view bytes, bool replace) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::string temporary = (folder / ".greensilk-XXXXXX").string();
  const int file = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0) return errno;
  int error = 0;
  if (!write_all(file, bytes) || ::fchmod(file, usual_mode()) != 0 || ::fsync(file) != 0) error = errno;
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && !move_to(temporary, path.string(), replace)) error = errno;
  if (error != 0) {
    ::unlink(temporary.c_str());
    return error;
  }
  flush_folder(folder);
  return 0;
}

// "map.png", 2 -> "map-2.png"
fs::path numbered(const fs::path& path, int number) {
  if (number == 0) return path;
  return path.parent_path() / (path.stem().string() + "-" + std::to_string(number) + path.extension().string());
}

fs::path home() {
  const char* home = std::getenv("HOME");
  return home && *home ? fs::path(home) : fs::path(".");
}

// A folder that a variable names, else below home. The specification: paths that are not absolute are to be ignored.
fs::path base_folder(const char* variable, const char* below_home) {
  const char* named = std::getenv(variable);
  return named && *named == '/' ? fs::path(named) : home() / below_home;
}

fs::path settings() { return base_folder("XDG_CONFIG_HOME", ".config"); }

// The line of user-dirs.dirs that names a folder: XDG_DOWNLOAD_DIR="$HOME/Downloads".
fs::path user_folder_of_config(std::string_view variable_of_folder) {
  std::ifstream lines(settings() / "user-dirs.dirs");
  const std::string key = std::string(variable_of_folder) + "=\"";
  for (std::string line; std::getline(lines, line);) {
    if (line.compare(0, key.size(), key) != 0) continue;
    const std::string value = line.substr(key.size(), line.rfind('"') - key.size());
    constexpr std::string_view variable = "$HOME/";
    if (value.compare(0, variable.size(), variable) == 0) return home() / value.substr(variable.size());
    return value;
  }
  return {};
}

// A folder of the person's that the environment or the desktop names, else the usual one, else home.
std::string user_folder(const char* variable, const char* usual) {
  std::vector<fs::path> choices;
  if (const char* asked = std::getenv(variable); asked && *asked) choices.emplace_back(asked);
  choices.push_back(user_folder_of_config(variable));
  choices.push_back(home() / usual);
  choices.push_back(home());
  std::error_code none;
  for (const fs::path& choice : choices) {
    if (fs::is_directory(choice, none)) return choice.string();
  }
  return ".";
}

std::vector<fs::path> asset_folders() {
  std::vector<fs::path> folders;
  if (const char* asked = std::getenv("GREENSILK_ASSETS"); asked && *asked) folders.emplace_back(asked);
  std::error_code none;
  const fs::path program = fs::read_symlink("/proc/self/exe", none);
  if (!none) {
    folders.push_back(program.parent_path() / "assets");
    folders.push_back(program.parent_path().parent_path() / "share" / "greensilk");
  }
  return folders;
}

}  // namespace

void remember(std::string_view name, std::string_view words) {
  const std::string folder = config_folder();
  if (!make_folder(folder)) (void)write_file((fs::path(folder) / name).string(), words);
}

std::string recall(std::string_view name) {
  std::ifstream file(fs::path(config_folder()) / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string settings_folder() { return settings().string(); }
std::string config_folder() { return (settings() / "greensilk").string(); }
std::string state_folder() { return (base_folder("XDG_STATE_HOME", ".local/state") / "greensilk").string(); }

std::string download_folder() { return user_folder("XDG_DOWNLOAD_DIR", "Downloads"); }
std::string documents_folder() { return user_folder("XDG_DOCUMENTS_DIR", "Documents"); }

std::optional<Failure> make_folder(const std::string& path) {
  const fs::path folder(path);
  std::error_code none;
  if (fs::is_directory(folder, none)) return std::nullopt;
  if (folder.has_parent_path() && folder.parent_path() != folder) {
    if (auto failed = make_folder(folder.parent_path().string())) return failed;
  }
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failure(folder, errno);
  if (!fs::is_directory(folder, none)) return failure(folder, ENOTDIR);
  return std::nullopt;
}

std::optional<Failure> read_file(const std::string& path, std::size_t most, std::string& bytes) {
  const fs::path file(path);
  std::error_code error;
  if (fs::is_directory(file, error)) return failure(file, EISDIR);
  const auto size = fs::file_size(file, error);
  if (error) return error == std::errc::no_such_file_or_directory ? Failure{path, "there is no such file"} : failure(file, error.value());
  if (size > most) return Failure{path, "expected at most " + std::to_string(most / 1'000'000) + " MB, found " + std::to_string(size / 1'000'000) + " MB"};
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return failure(file, errno);
  bytes.assign(std::istreambuf_iterator<char>(stream), {});
  if (bytes.size() != size) return Failure{path, "the file cannot be read"};
  return std::nullopt;
}

bool is_file(const std::string& path) {
  std::error_code none;
  return fs::is_regular_file(path, none);
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  return error ? path : whole.lexically_normal().string();
}

std::string name_of_path(const std::string& path) { return fs::path(path).filename().string(); }
std::string folder_of_path(const std::string& path) { return fs::path(path).parent_path().string(); }

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  char text[32] = "";
  if (::gmtime_r(&now, &parts)) std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::optional<Failure> write_file(const std::string& path, std::string_view bytes) {
  if (const int error = write_whole(path, bytes, true)) return failure(path, error);
  return std::nullopt;
}

std::optional<Failure> save_file(std::string_view name, std::string_view bytes, std::string& path) {
  if (stage::held()) return Failure{std::string(name), "a kiosk saves no files"};
  const fs::path wanted = fs::path(name).has_parent_path() ? fs::path(name) : fs::path(download_folder()) / name;
  if (!wanted.has_filename()) return Failure{wanted.string(), "the file has no name"};
  constexpr int kMostCopies = 10000;
  for (int number = 0; number < kMostCopies; ++number) {
    const fs::path target = numbered(wanted, number);
    std::error_code none;
    if (fs::exists(fs::symlink_status(target, none))) continue;
    const int error = write_whole(target, bytes, false);
    if (error == EEXIST) continue;
    if (error) return failure(target, error);
    path = target.string();
    return std::nullopt;
  }
  return Failure{wanted.string(), "there are too many files of this name already"};
}

std::optional<std::string> asset_path(std::string_view name) {
  std::error_code none;
  for (const fs::path& folder : asset_folders())
    if (fs::is_regular_file(folder / name, none)) return (folder / name).string();
  return std::nullopt;
}

std::optional<Failure> read_asset(std::string_view name, std::string& out) {
  std::string looked;
  for (const fs::path& folder : asset_folders()) {
    const fs::path path = folder / name;
    std::error_code none;
    if (!fs::is_regular_file(path, none)) {
      looked += (looked.empty() ? "" : ", ") + folder.string();
      continue;
    }
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file || bytes.size() != fs::file_size(path, none)) return Failure{path.string(), "this file cannot be read"};
    out = std::move(bytes);
    return std::nullopt;
  }
  return Failure{std::string(name), "this part of the program is missing; looked in " + looked};
}

namespace host {

Dropped read_dropped(const char* path) {
  Dropped out;
  const fs::path file(path);
  out.name = file.filename().string();
  out.path = path;
  std::error_code error;
  if (fs::is_directory(file, error)) {
    out.failure = words(EISDIR);
    return out;
  }
  out.size = static_cast<std::size_t>(fs::file_size(file, error));
  if (error) {
    out.size = 0;
    out.failure = words(error.value());
  } else if (out.size <= kMostDropped) {
    std::ifstream stream(file, std::ios::binary);
    out.bytes.assign(std::istreambuf_iterator<char>(stream), {});
    if (!stream && !stream.eof()) out.failure = "the file cannot be read";
    out.size = out.bytes.size();
  }
  return out;
}

}  // namespace host

}  // namespace gs::platform
