#include "platform/dialog_native.hpp"

#include <SDL.h>
#include <SDL_syswm.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "platform/files_native.hpp"
#include "platform/imgui_host.hpp"
#include "platform/portal_native.hpp"
#include "platform/stage_host_native.hpp"

namespace gs::platform {
namespace {

struct Asking {
  FileQuestion question;
  std::function<void(const FileAnswer&)> answered;
  unsigned long window = 0;  ///< X11's number of ours; 0 elsewhere
  Given<GCancellable> cancel{g_cancellable_new()};
  FileAnswer answer;  ///< the thread's until `done`
  std::atomic<bool> done = false;
  std::thread thread;
};
std::unique_ptr<Asking> asking;

bool has_program(const char* name) { return Given<char>(g_find_program_in_path(name)) != nullptr; }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

/// Runs a program that prints the path chosen, without a shell. Its exit status 1 says that none was; nothing where it could not ask.
std::optional<FileAnswer> ask_program(const std::vector<std::string>& words, GCancellable* cancel) {
  std::vector<const char*> argv;
  for (const std::string& w : words) argv.push_back(w.c_str());
  argv.push_back(nullptr);
  const Given<GSubprocess> program(
      g_subprocess_newv(argv.data(), static_cast<GSubprocessFlags>(G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE), nullptr));
  if (!program) return std::nullopt;
  GBytes* printed = nullptr;
  const bool ended = g_subprocess_communicate(program.get(), nullptr, cancel, &printed, nullptr, nullptr);
  const Given<GBytes> owned(printed);
  if (!ended) {
    g_subprocess_force_exit(program.get());
    return g_cancellable_is_cancelled(cancel) ? std::optional(FileAnswer{}) : std::nullopt;
  }
  if (!g_subprocess_get_if_exited(program.get())) return std::nullopt;
  const int status = g_subprocess_get_exit_status(program.get());
  if (status == 1) return FileAnswer{};
  if (status != 0 || !printed) return std::nullopt;
  gsize size = 0;
  const auto* bytes = static_cast<const char*>(g_bytes_get_data(printed, &size));
  std::string path(bytes ? bytes : "", size);
  if (path.ends_with('\n')) path.pop_back();
  return FileAnswer{path, std::nullopt};
}

std::string start_of(const FileQuestion& q) {
  const std::string folder = q.folder.empty() ? documents_folder() : q.folder;
  return folder + "/" + (q.save ? q.name : "");
}

std::optional<FileAnswer> ask_zenity(const FileQuestion& q, unsigned long window, GCancellable* cancel) {
  if (!has_program("zenity")) return std::nullopt;
  std::vector<std::string> words{"zenity", "--file-selection", "--title=" + q.title, "--filename=" + start_of(q)};
  if (q.save) words.insert(words.end(), {"--save", "--confirm-overwrite"});
  if (window) words.push_back(fmt::format("--attach={}", window));
  for (const FileFilter& f : q.filters) words.push_back("--file-filter=" + (f.words.empty() ? joined(f.patterns) : f.words) + " | " + joined(f.patterns));
  return ask_program(words, cancel);
}

std::optional<FileAnswer> ask_kdialog(const FileQuestion& q, unsigned long window, GCancellable* cancel) {
  if (!has_program("kdialog")) return std::nullopt;
  std::vector<std::string> words{"kdialog", "--title", q.title};
  if (window) words.insert(words.end(), {"--attach", fmt::format("{}", window)});
  words.insert(words.end(), {q.save ? "--getsavefilename" : "--getopenfilename", start_of(q)});
  if (!q.filters.empty()) words.push_back(joined(q.filters.front().patterns));
  return ask_program(words, cancel);
}

FileAnswer ask(const Asking& a) {
  const FileQuestion& q = a.question;
  GCancellable* cancel = a.cancel.get();
  if (auto answer = ask_portal(q, a.window ? fmt::format("x11:{:x}", a.window) : "", cancel)) return *answer;
  if (auto answer = ask_zenity(q, a.window, cancel)) return *answer;
  if (auto answer = ask_kdialog(q, a.window, cancel)) return *answer;
  return {"", Failure{"file dialog", "expected xdg-desktop-portal, zenity or kdialog, found none of them that works; install one"}};
}

unsigned long x11_window() {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version)
  SDL_Window* window = SDL_GL_GetCurrentWindow();
  if (!window || !SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11) return 0;
#ifdef SDL_VIDEO_DRIVER_X11
  return info.info.x11.window;
#else
  return 0;
#endif
}

}  // namespace

void ask_for_file(FileQuestion question, std::function<void(const FileAnswer&)> answered) {
  if (asking) return;
  asking = std::make_unique<Asking>();
  asking->question = std::move(question);
  asking->answered = std::move(answered);
  asking->window = x11_window();
  asking->thread = std::thread([a = asking.get()] {
    a->answer = ask(*a);
    a->done = true;
    wake();
  });
}

bool asking_for_file() { return asking != nullptr; }

void deliver_answers() {
  if (!asking || !asking->done) return;
  const auto answered = std::move(asking);  // the answer may ask again
  answered->thread.join();
  answered->answered(answered->answer);
  host::unsettle();
}

void stop_asking() {
  if (!asking) return;
  g_cancellable_cancel(asking->cancel.get());
  asking->thread.join();
  asking.reset();
}

bool can_choose_file() {
  static const bool can = has_session_bus() || has_program("zenity") || has_program("kdialog");
  return can && !stage::held();
}

void choose_file() {
  const FileFilter known{"", {"*.csv", "*.geojson", "*.json", "*.greensilk", "*.CSV", "*.tsv", "*.txt"}}, all{"", {"*"}};
  ask_for_file({false, "Green Silk Road", "", "", {known, all}}, [](const FileAnswer& answer) {
    if (answer.failure) {
      Dropped failed;
      failed.name = answer.failure->where;
      failed.failure = answer.failure->what;
      host::dropped(std::move(failed));
    } else if (!answer.path.empty()) {
      host::dropped(host::read_dropped(answer.path.c_str()));
    }
  });
}

}  // namespace gs::platform
