#pragma once
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <sys/types.h>

#include "units/result.hpp"

/// Films through ffmpeg, which takes pictures from a pipe.
namespace gs::cli {

enum class FilmKind : std::uint8_t { mp4, webm, gif };

/// "mp4", "webm" or "gif", else what the file's ending asks for; nothing where it is no film.
std::optional<FilmKind> film_kind(const std::string& format, const std::string& path);

struct FilmSheet {
  FilmKind kind = FilmKind::mp4;
  int width = 0, height = 0, fps = 30;
  std::string title, comment;  ///< a GIF has no place for them
};

/// Writes a film whole or not at all: into a file beside its place, which takes that place when all is written. SIGINT,
/// SIGTERM and SIGHUP end the work, not the program, while there is one.
class Encoder {
 public:
  /// Errors: ffmpeg is missing; there is no writing at `path`.
  static Result<std::unique_ptr<Encoder>> start(const FilmSheet&, const std::string& path);
  ~Encoder();  ///< without finish() nothing is left
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  /// One frame, RGBA rows from the top. Errors: ffmpeg's last words; a signal.
  Outcome add(std::span<const std::uint8_t> rgba);
  Outcome finish();

 private:
  explicit Encoder(std::string path) : path_(std::move(path)) {}
  Outcome make_file(FilmKind);
  Outcome spawn(const FilmSheet&);
  int wait();  ///< ffmpeg's exit status once it has ended, 128 and the signal where one ended it; -1 when a signal came first
  Error last_words(int status);

  std::string path_, temporary_;
  std::FILE* said_ = nullptr;  ///< what ffmpeg says; the system removes it
  int frames_ = -1;            ///< the pipe's end that is written to
  pid_t child_ = -1;
};

}  // namespace gs::cli
