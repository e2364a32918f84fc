// What a running program keeps by itself: the folders of XDG, files that one window holds, and a writer beside the frames.
#include "platform/keep_native.hpp"

#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "platform/files_native.hpp"
#include "platform/scratch.hpp"

namespace {

using namespace gs::platform;
using namespace gs::test;

std::string get(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Kept made(const std::string& folder) {
  Failure why;
  auto kept = Kept::make(folder, ".x", why);
  if (!kept) FAIL(why.where << ": " << why.what);
  return std::move(*kept);
}

}  // namespace

TEST_CASE("settings and state are where XDG says, and a path that is not absolute counts as not set") {
  const Folder home;
  const Environment own_home("HOME", home.path());
  {
    const Environment config("XDG_CONFIG_HOME", home / "c"), state("XDG_STATE_HOME", home / "s");
    CHECK(config_folder() == home / "c/greensilk");
    CHECK(state_folder() == home / "s/greensilk");
  }
  for (const char* relative : {"", "s", "./s", "../s"}) {
    const Environment config("XDG_CONFIG_HOME", relative), state("XDG_STATE_HOME", relative);
    CAPTURE(relative);
    CHECK(config_folder() == home / ".config/greensilk");
    CHECK(state_folder() == home / ".local/state/greensilk");
    remember("word", "kept");
    CHECK(get(home / ".config/greensilk/word") == "kept");
    CHECK(recall("word") == "kept");
  }
  struct stat made{};
  REQUIRE(::stat((home / ".config").c_str(), &made) == 0);
  CHECK((made.st_mode & 0777) == 0700);
}

TEST_CASE("a file is held by one alone, and is free again when its holder is gone") {
  const Folder folder;
  const std::string inside = folder / "a/b";
  std::string path;
  {
    Kept kept = made(inside);
    path = kept.path();
    REQUIRE_FALSE(write_file(path, "x"));
    CHECK(Kept::left_behind(inside, ".x").empty());
    CHECK_FALSE(Kept::take(path));
    const Kept other = made(inside);
    CHECK(other.path() != path);
  }
  const auto left = Kept::left_behind(inside, ".x");
  REQUIRE(left.size() == 1);  // the other one was never written
  CHECK(left[0].path() == path);
  CHECK_FALSE(Kept::take(path));
}

TEST_CASE("a program that is killed lets go of its file") {
  const Folder folder;
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    Failure why;
    auto kept = Kept::make(folder.path(), ".x", why);
    const bool written = kept && !write_file(kept->path(), "of the child");
    (void)!::write(ready[1], written ? "y" : "n", 1);
    for (;;) ::pause();
  }
  char said = 0;
  REQUIRE(::read(ready[0], &said, 1) == 1);
  REQUIRE(said == 'y');
  CHECK(Kept::left_behind(folder.path(), ".x").empty());
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  const auto left = Kept::left_behind(folder.path(), ".x");
  REQUIRE(left.size() == 1);
  CHECK(get(left[0].path()) == "of the child");
}

TEST_CASE("what was left behind comes with the last one first; remains of broken writing go, fresh ones stay") {
  const Folder folder;
  for (const char* name : {"old.x", "new.x", "other.y", ".greensilk-abc", ".greensilk-def"}) std::ofstream(folder / name) << name;
  const auto now = fs::file_time_type::clock::now();
  fs::last_write_time(folder / "old.x", now - std::chrono::hours(5));
  fs::last_write_time(folder / ".greensilk-abc", now - std::chrono::hours(5));
  const auto left = Kept::left_behind(folder.path(), ".x");
  REQUIRE(left.size() == 2);
  CHECK(left[0].path() == folder / "new.x");
  CHECK(left[1].path() == folder / "old.x");
  CHECK_FALSE(is_file(folder / ".greensilk-abc"));
  CHECK(is_file(folder / ".greensilk-def"));  // another window may be writing it
  CHECK(Kept::left_behind(folder / "none", ".x").empty());
}

TEST_CASE("a folder that cannot be made is named with the reason") {
  const Folder folder;
  std::ofstream(folder / "file") << "x";
  Failure why;
  CHECK_FALSE(Kept::make(folder / "file/autosave", ".x", why));
  CHECK(why.where == folder / "file");
  CHECK(why.what == "there is no such folder");
}

TEST_CASE("the writer writes the last of what waits, and says what failed") {
  const Folder folder;
  int failures = 0;
  {
    Writer writer([&] { ++failures; });
    for (int i = 0; i <= 200; ++i) writer.write(folder / "a", [i] { return std::to_string(i); });
    writer.finish();
    CHECK(get(folder / "a") == "200");
    CHECK(writer.idle());
    CHECK_FALSE(writer.take_failure());
    writer.write(folder / "none/a", [] { return std::string("x"); });
    writer.finish();
    const auto failed = writer.take_failure();
    REQUIRE(failed);
    CHECK(failed->what == "there is no such folder");
    CHECK_FALSE(writer.take_failure());
    writer.write(folder / "b", [] { return std::string("at the end"); });
  }
  CHECK(failures == 1);
  CHECK(get(folder / "b") == "at the end");
}
