// Files of the desktop program: written whole or not at all, never over another, and a reason in words when it fails.
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "platform/platform.hpp"
#include "platform/scratch.hpp"

namespace {

using Catch::Matchers::ContainsSubstring;

using namespace gs::test;

/// No file of this process may grow beyond `bytes`: writing stops in the middle, as on a full disk.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  SizeLimit(const SizeLimit&) = delete;
  SizeLimit& operator=(const SizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

void put(const fs::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string get(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const std::string kLong(100'000, 'x');

}  // namespace

TEST_CASE("a file is written with every byte and replaces the one before") {
  const Folder folder;
  const std::string odd("a\0b\xff\n", 5);
  REQUIRE_FALSE(gs::platform::write_file((folder / "a.bin").string(), "long before, short after"));
  REQUIRE_FALSE(gs::platform::write_file((folder / "a.bin").string(), odd));
  CHECK(get(folder / "a.bin") == odd);
  CHECK(folder.files() == 1);
  CHECK((fs::status(folder / "a.bin").permissions() & fs::perms::owner_read) != fs::perms::none);
}

TEST_CASE("writing that breaks off leaves the old file as it was and nothing beside it") {
  const Folder folder;
  put(folder / "a.csv", "old");
  {
    const SizeLimit limit(4096);
    const auto failure = gs::platform::write_file((folder / "a.csv").string(), kLong);
    REQUIRE(failure);
    CHECK(failure->where == (folder / "a.csv").string());
    CHECK_THAT(failure->what, ContainsSubstring("nothing was written"));
  }
  CHECK(get(folder / "a.csv") == "old");
  CHECK(folder.files() == 1);
}

TEST_CASE("a full disk is called a full disk, and nothing is left on it") {
  const Folder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=16k") != 0) SKIP("only root may mount a tiny disk");
  put(folder / "a.csv", "old");
  const auto replaced = gs::platform::write_file((folder / "a.csv").string(), kLong);
  std::string path;
  const auto saved = gs::platform::save_file((folder / "b.csv").string(), kLong, path);
  const std::string old = get(folder / "a.csv");
  const std::size_t files = folder.files();
  ::umount(folder.path().c_str());

  REQUIRE(replaced);
  CHECK(replaced->what == "the disk is full; nothing was written");
  REQUIRE(saved);
  CHECK(saved->what == "the disk is full; nothing was written");
  CHECK(path.empty());
  CHECK(old == "old");
  CHECK(files == 1);
}

TEST_CASE("a place that cannot take the file is named with the reason") {
  const Folder folder;
  put(folder / "file", "");
  const auto no_folder = gs::platform::write_file((folder / "missing/a.csv").string(), "x");
  REQUIRE(no_folder);
  CHECK(no_folder->what == "there is no such folder");
  CHECK(no_folder->where == (folder / "missing/a.csv").string());
  const auto below_a_file = gs::platform::write_file((folder / "file/a.csv").string(), "x");
  REQUIRE(below_a_file);
  CHECK(below_a_file->what == "there is no such folder");
  const auto over_a_folder = gs::platform::write_file(folder.path().string(), "x");
  REQUIRE(over_a_folder);
  CHECK(over_a_folder->what == "this is a folder, not a file");
}

TEST_CASE("saving never writes over another file") {
  const Folder folder;
  const Environment downloads("XDG_DOWNLOAD_DIR", folder.path().string());
  for (const char* name : {"map.png", "map-1.png", "map-2.png"}) {
    std::string path;
    REQUIRE_FALSE(gs::platform::save_file("map.png", name, path));
    CHECK(path == (folder / name).string());
  }
  for (const char* name : {"map.png", "map-1.png", "map-2.png"}) CHECK(get(folder / name) == name);

  std::string path;
  REQUIRE_FALSE(gs::platform::save_file((folder / "map.png").string(), "with a folder", path));
  CHECK(path == (folder / "map-3.png").string());
  fs::create_symlink("nowhere", folder / "link.csv");
  REQUIRE_FALSE(gs::platform::save_file("link.csv", "x", path));
  CHECK(path == (folder / "link-1.csv").string());
}

TEST_CASE("files go to the folder that the desktop names for downloads, else home") {
  const Folder home;
  const Environment no_variable("XDG_DOWNLOAD_DIR", "");
  const Environment own_home("HOME", home.path().string());
  const Environment config("XDG_CONFIG_HOME", (home / "config").string());
  std::string path;
  REQUIRE_FALSE(gs::platform::save_file("a.csv", "x", path));
  CHECK(path == (home / "a.csv").string());
  fs::create_directory(home / "Downloads");
  REQUIRE_FALSE(gs::platform::save_file("a.csv", "x", path));
  CHECK(path == (home / "Downloads/a.csv").string());
  fs::create_directory(home / "config");
  fs::create_directory(home / "下载");
  put(home / "config/user-dirs.dirs", "# comment\nXDG_DESKTOP_DIR=\"$HOME/Desktop\"\nXDG_DOWNLOAD_DIR=\"$HOME/下载\"\n");
  REQUIRE_FALSE(gs::platform::save_file("a.csv", "x", path));
  CHECK(path == (home / "下载/a.csv").string());
}

TEST_CASE("a part of the program is read whole, and a missing one is named with the places that were looked at") {
  const Folder folder;
  const Environment assets("GREENSILK_ASSETS", folder.path().string());
  fs::create_directory(folder / "data");
  const std::string bytes("\0\r\n\xef", 4);
  put(folder / "data/a.bin", bytes);
  std::string read;
  REQUIRE_FALSE(gs::platform::read_asset("data/a.bin", read));
  CHECK(read == bytes);

  read = "untouched";
  const auto failure = gs::platform::read_asset("data/none.bin", read);
  REQUIRE(failure);
  CHECK(failure->where == "data/none.bin");
  CHECK_THAT(failure->what, ContainsSubstring("missing") && ContainsSubstring(folder.path().string()));
  CHECK(read == "untouched");
}
