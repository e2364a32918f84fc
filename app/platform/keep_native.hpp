#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "platform/platform.hpp"

/// What a running program keeps by itself, so that its end at any moment loses nothing.
namespace gs::platform {

/// A file of the program's own that one running program holds. The system lets go of it however that program ends.
class Kept {
 public:
  /// A new one in the folder, held from the start; its file is there once something is written.
  static std::optional<Kept> make(const std::string& folder, const std::string& ending, Failure& why);
  /// Those in the folder that nobody holds, the one written last first; held from now on. Remains of writing that was broken off
  /// are cleared away.
  static std::vector<Kept> left_behind(const std::string& folder, const std::string& ending);
  /// A certain one; nothing where somebody holds it.
  static std::optional<Kept> take(const std::string& path);

  Kept(Kept&&) noexcept;
  Kept& operator=(Kept&&) noexcept;
  ~Kept();  ///< lets go; the file stays

  const std::string& path() const { return path_; }
  /// Takes the file away.
  void remove();

 private:
  Kept(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
  void let_go();

  std::string path_;
  int lock_ = -1;  ///< of the file beside it that says that it is held
};

/// Writes files whole, one after the other, while the program goes on. Of several texts for one file that wait only the last is written.
class Writer {
 public:
  /// `failed` is called on the writer's own thread when one could not be written.
  explicit Writer(std::function<void()> failed);
  ~Writer();  ///< when all is written
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// `text` is called on the writer's thread.
  void write(std::string path, std::function<std::string()> text);
  /// Waits until all is written.
  void finish();
  bool idle();
  /// Why the last writing failed, once.
  std::optional<Failure> take_failure();

 private:
  struct Task {
    std::string path;
    std::function<std::string()> text;
  };
  void work();

  std::function<void()> failed_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Task> tasks_;
  std::optional<Failure> failure_;
  bool busy_ = false, ends_ = false;
  std::thread thread_;
};

}  // namespace gs::platform
