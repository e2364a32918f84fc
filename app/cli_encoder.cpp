#include "cli_encoder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <vector>

extern char** environ;

namespace gs::cli {
namespace {

namespace fs = std::filesystem;

const char* name_of(FilmKind k) { return k == FilmKind::mp4 ? "mp4" : k == FilmKind::webm ? "webm" : "gif"; }

/// Set by a signal, which takes effect between two frames or while ffmpeg is waited for.
volatile std::sig_atomic_t interrupted = 0;
void note_signal(int) { interrupted = 1; }

/// While films are made, signals that would end the program are noted, but for those that are ignored (nohup). That ffmpeg has ended is
/// seen where it is written to.
constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP, SIGPIPE};
std::array<struct sigaction, kSignals.size()> before{};

void listen() {
  interrupted = 0;
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    struct sigaction ours{};  // without SA_RESTART: a wait or a write ends
    ours.sa_handler = kSignals[i] == SIGPIPE ? SIG_IGN : note_signal;
    ::sigaction(kSignals[i], nullptr, &before[i]);
    if (before[i].sa_handler != SIG_IGN) ::sigaction(kSignals[i], &ours, nullptr);
  }
}

void listen_no_more() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &before[i], nullptr);
}

Error stopped() { return {"", "interrupted; nothing was written"}; }

Error system_error(const std::string& where, int error) { return {where, std::strerror(error)}; }

/// The same bytes for the same frames: no dates, versions or thread counts of a machine.
std::vector<std::string> arguments(const FilmSheet& f, const std::string& file) {
  std::vector<std::string> a{"ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba",
                             "-s", fmt::format("{}x{}", f.width, f.height), "-r", std::to_string(f.fps), "-i", "pipe:0", "-an", "-threads", "2"};
  const auto add = [&](std::initializer_list<std::string> more) { a.insert(a.end(), more); };
  if (f.kind == FilmKind::gif) {
    add({"-filter_complex", "split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle", "-loop", "0"});
  } else {
    add({"-vf", "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int+bitexact,format=yuv420p"});
    add({"-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"});
    add({"-metadata", "title=" + f.title, "-metadata", "comment=" + f.comment});
  }
  if (f.kind == FilmKind::mp4) add({"-c:v", "libx264", "-preset", "medium", "-crf", "18", "-movflags", "+faststart"});
  if (f.kind == FilmKind::webm) add({"-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "30", "-deadline", "good", "-cpu-used", "5", "-row-mt", "1"});
  add({"-fflags", "+bitexact", "-flags:v", "+bitexact", "-f", name_of(f.kind), file.starts_with('/') ? file : "./" + file});
  return a;
}

void close_end(int& end) {
  if (end >= 0) ::close(end);
  end = -1;
}

}  // namespace

std::optional<FilmKind> film_kind(const std::string& format, const std::string& path) {
  std::string name = format.empty() ? fs::path(path).extension().string() : "." + format;
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const FilmKind kind : {FilmKind::mp4, FilmKind::webm, FilmKind::gif})
    if (name == std::string(".") + name_of(kind)) return kind;
  return std::nullopt;
}

Result<std::unique_ptr<Encoder>> Encoder::start(const FilmSheet& sheet, const std::string& path) {
  std::unique_ptr<Encoder> made(new Encoder(path));
  listen();
  if (const Outcome file = made->make_file(sheet.kind); !file) return file.error();
  if (const Outcome child = made->spawn(sheet); !child) return child.error();
  return made;
}

Encoder::~Encoder() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) continue;
  }
  close_end(frames_);
  if (said_) std::fclose(said_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  listen_no_more();
}

Outcome Encoder::make_file(FilmKind kind) {
  std::error_code none;
  const fs::path path(path_);
  if (fs::exists(path, none) && !fs::is_regular_file(path, none)) return Error{path_, "expected a file to write, found a folder or a device"};
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const std::string ending = std::string(".") + name_of(kind);
  std::string name = (folder / (".greensilk-XXXXXX" + ending)).string();
  const int file = ::mkostemps(name.data(), static_cast<int>(ending.size()), O_CLOEXEC);
  if (file < 0) return system_error(path_, errno);
  temporary_ = name;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(file, static_cast<mode_t>(0666 & ~mask));
  ::close(file);
  return Done{};
}

Outcome Encoder::spawn(const FilmSheet& sheet) {
  int ends[2];
  said_ = std::tmpfile();
  if (!said_ || ::pipe2(ends, O_CLOEXEC) != 0) return system_error("ffmpeg", errno);
  frames_ = ends[1];
  const std::vector<std::string> words = arguments(sheet, temporary_);
  std::vector<char*> argv;
  for (const std::string& w : words) argv.push_back(const_cast<char*>(w.c_str()));  // as POSIX has it; they are only read
  argv.push_back(nullptr);

  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&files, ::fileno(said_), STDERR_FILENO);
  // A group of its own: Ctrl-C is for this program, which then ends ffmpeg.
  posix_spawnattr_t how;
  posix_spawnattr_init(&how);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigdefault(&how, &usual);
  posix_spawnattr_setpgroup(&how, 0);
  posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  const int failed = ::posix_spawnp(&child_, "ffmpeg", &files, &how, argv.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&how);
  ::close(ends[0]);
  if (failed == 0) return Done{};
  child_ = -1;
  if (failed == ENOENT) return Error{"", "films are made by ffmpeg, which is not there: install the package ffmpeg (apt-get install ffmpeg)"};
  return system_error("ffmpeg", failed);
}

int Encoder::wait() {
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0)
    if (errno != EINTR || interrupted) return -1;
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Error Encoder::last_words(int status) {
  std::string said(4096, '\0');
  std::fseek(said_, 0, SEEK_END);
  const long size = std::ftell(said_);
  std::fseek(said_, std::max(0L, size - static_cast<long>(said.size())), SEEK_SET);
  said.resize(std::fread(said.data(), 1, said.size(), said_));
  while (!said.empty() && (said.back() == '\n' || said.back() == ' ')) said.pop_back();
  const std::string last = said.substr(said.find_last_of('\n') + 1);
  const std::string how = last.empty() ? fmt::format("exit status {}", status) : last;
  return {"ffmpeg", "ended before the film was made: " + how};
}

Outcome Encoder::add(std::span<const std::uint8_t> rgba) {
  while (!rgba.empty()) {
    if (interrupted) return stopped();
    const ssize_t written = ::write(frames_, rgba.data(), rgba.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      close_end(frames_);
      const int status = wait();
      return status < 0 ? stopped() : last_words(status);
    }
    rgba = rgba.subspan(static_cast<std::size_t>(written));
  }
  return Done{};
}

Outcome Encoder::finish() {
  close_end(frames_);
  if (interrupted) return stopped();
  const int status = wait();
  if (status < 0) return stopped();
  if (status > 0) return last_words(status);
  if (interrupted) return stopped();
  const int file = ::open(temporary_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0 || ::fsync(file) != 0) {
    const int error = errno;
    if (file >= 0) ::close(file);
    return system_error(path_, error);
  }
  ::close(file);
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) return system_error(path_, errno);
  temporary_.clear();
  return Done{};
}

}  // namespace gs::cli
