#include "platform/keep_native.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <utility>

#include "platform/files_native.hpp"

namespace gs::platform {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kBrokenOff{10};  // older than any writing takes

std::string lock_of(const std::string& path) { return path + ".lock"; }

// The lock of a file, or -1 with errno. Who ends takes the lock's file away, so one that was opened before may be gone by then:
// only a lock that still has its name counts.
int hold(const std::string& path) {
  const std::string name = lock_of(path);
  for (int attempt = 0; attempt < 100; ++attempt) {
    const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return -1;
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
      const int error = errno;
      ::close(file);
      errno = error;
      return -1;
    }
    struct stat held{}, named{};
    if (::fstat(file, &held) == 0 && ::stat(name.c_str(), &named) == 0 && held.st_ino == named.st_ino && held.st_dev == named.st_dev) return file;
    ::close(file);
  }
  errno = EAGAIN;
  return -1;
}

void clear_broken_off(const fs::path& folder) {
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    if (entry.path().filename().string().rfind(".greensilk-", 0) != 0) continue;
    const auto written = entry.last_write_time(none);
    if (!none && fs::file_time_type::clock::now() - written > kBrokenOff) fs::remove(entry.path(), none);
  }
}

}  // namespace

std::optional<Kept> Kept::make(const std::string& folder, const std::string& ending, Failure& why) {
  if (auto failed = make_folder(folder)) {
    why = std::move(*failed);
    return std::nullopt;
  }
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  for (int number = 0; number < 1000; ++number) {
    std::string path = folder + "/" + std::to_string(now + number) + "-" + std::to_string(::getpid()) + ending;
    const int lock = hold(path);
    if (lock < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
      why = {folder, std::string("the system says: ") + std::strerror(errno)};
      return std::nullopt;
    }
    if (lock < 0) continue;
    Kept made(std::move(path), lock);
    if (!is_file(made.path_)) return made;
  }
  why = {folder, "there is no free name"};
  return std::nullopt;
}

std::optional<Kept> Kept::take(const std::string& path) {
  if (!is_file(path)) return std::nullopt;
  const int lock = hold(path);
  if (lock < 0) return std::nullopt;
  Kept taken(path, lock);
  if (!is_file(path)) return std::nullopt;  // somebody took it away meanwhile
  return taken;
}

std::vector<Kept> Kept::left_behind(const std::string& folder, const std::string& ending) {
  clear_broken_off(folder);
  std::vector<std::pair<fs::file_time_type, std::string>> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const fs::path& path = entry.path();
    if (path.extension() == ending && path.filename().string().front() != '.') files.emplace_back(entry.last_write_time(none), path.string());
  }
  std::sort(files.rbegin(), files.rend());
  std::vector<Kept> out;
  for (const auto& [time, path] : files) {
    if (auto taken = take(path)) out.push_back(std::move(*taken));
  }
  return out;
}

Kept::Kept(Kept&& other) noexcept : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

Kept& Kept::operator=(Kept&& other) noexcept {
  if (this == &other) return *this;
  let_go();
  path_ = std::move(other.path_);
  lock_ = std::exchange(other.lock_, -1);
  return *this;
}

Kept::~Kept() { let_go(); }

void Kept::let_go() {
  if (lock_ < 0) return;
  ::unlink(lock_of(path_).c_str());  // while it is held: nobody else's is taken away
  ::close(std::exchange(lock_, -1));
}

void Kept::remove() {
  if (lock_ >= 0) ::unlink(path_.c_str());
}

Writer::Writer(std::function<void()> failed) : failed_(std::move(failed)), thread_([this] { work(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Writer::write(std::string path, std::function<std::string()> text) {
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(tasks_, [&](const Task& t) { return t.path == path; });
    tasks_.push_back({std::move(path), std::move(text)});
  }
  changed_.notify_all();
}

void Writer::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return tasks_.empty() && !busy_; });
}

bool Writer::idle() {
  const std::lock_guard lock(mutex_);
  return tasks_.empty() && !busy_;
}

std::optional<Failure> Writer::take_failure() {
  const std::lock_guard lock(mutex_);
  return std::exchange(failure_, std::nullopt);
}

void Writer::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return !tasks_.empty() || ends_; });
    if (tasks_.empty()) return;
    const Task task = std::move(tasks_.front());
    tasks_.erase(tasks_.begin());
    busy_ = true;
    lock.unlock();
    auto failed = write_file(task.path, task.text());
    lock.lock();
    busy_ = false;
    changed_.notify_all();
    if (!failed) continue;
    failure_ = std::move(failed);
    lock.unlock();
    failed_();
    lock.lock();
  }
}

}  // namespace gs::platform
