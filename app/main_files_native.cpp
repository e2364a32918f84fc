#include "main_files_native.hpp"

#include <utility>

#include "main_files_paths_native.hpp"
#include "platform/desktop_native.hpp"

namespace gs {

Files::Files(const std::string& given) {
  sheet_.reopens = platform::recall("reopen") != "no";
  const bool file = is_session_name(given);
  look_for_left_behind(given.empty());
  if (file) due_file(platform::absolute_path(given));
  first_ = due_ ? due_->session.link : !given.empty() && !file ? given : platform::recall("look");
}

Files::~Files() {
  const bool last = now_.changed || !now_.file.empty();  // to begin with the next time
  if (last && !kept_) {
    platform::Failure why;
    kept_ = platform::Kept::make(autosave_folder(), kEnding, why);
  }
  if (!kept_) return;
  if (last) write_kept(true);
  writer_.finish();
  if (!last) kept_->remove();
  if (now_.changed) recent_.add(kept_->path(), name());
}

std::string Files::name() const { return without_ending(platform::name_of_path(now_.file)); }
bool Files::take_file(const platform::Dropped& file) {
  if (!is_session_name(file.name)) return false;
  due_file(platform::absolute_path(file.path));
  return true;
}

bool Files::begin(const Parts& p) {
  if (const auto wish = std::exchange(wish_, std::nullopt)) carry_out(*wish, p);
  if (const auto answer = std::exchange(answer_, std::nullopt)) answered(answer->file, answer->save, p);
  const bool opens = due_.has_value();
  if (opens) open(*std::exchange(due_, std::nullopt), p);
  first_.clear();
  if (!wrong_.empty()) {
    p.effects.say(wrong_.front(), true);
    wrong_.clear();
  }
  return opens;
}

void Files::carry_out(const ui::FilesWish& wish, const Parts& p) {
  switch (wish.deed) {
    case ui::FilesWish::none: return;
    case ui::FilesWish::begin: return due_new(p.state);
    case ui::FilesWish::open: return ask(false, p);
    case ui::FilesWish::save: return now_.file.empty() ? ask(true, p) : save(now_.file, false, p);
    case ui::FilesWish::save_as: return ask(true, p);
    case ui::FilesWish::open_recent: return due_file(wish.path);
    case ui::FilesWish::forget_missing: return recent_.forget_missing();
    case ui::FilesWish::toggle_reopen:
      sheet_.reopens = !sheet_.reopens;
      return platform::remember("reopen", sheet_.reopens ? "yes" : "no");
  }
}

void Files::ask(bool save, const Parts& p) {
  platform::FileQuestion question;
  question.save = save;
  question.title = p.words(save ? "file.save_as" : "file.open");
  question.folder = platform::folder_of_path(now_.file);
  for (const Recent::File& f : recent_.read())
    if (question.folder.empty() && !is_autosave(f.path)) question.folder = platform::folder_of_path(f.path);
  question.name = now_.file.empty() ? "green-silk-road" + kEnding : platform::name_of_path(now_.file);
  question.filters = {{"", {"*" + kEnding}}, {"", {"*"}}};
  platform::ask_for_file(std::move(question), [this, save](const platform::FileAnswer& file) { answer_ = Answer{save, file}; });
}

void Files::answered(const platform::FileAnswer& file, bool is_save, const Parts& p) {
  if (file.failure && is_save && now_.file.empty()) return save("", true, p);  // where nobody can be asked, it goes where all files go
  if (file.failure) return wrong_.push_back(file.failure->where + ": " + file.failure->what);
  if (file.path.empty()) return;  // the person chose none
  if (is_save) save(file.path, true, p);
  else due_file(file.path);
}

void Files::save(const std::string& path, bool asked, const Parts& p) {
  Session s = now_;
  s.saved = platform::now_utc();
  s.file.clear();
  s.digest.clear();
  s.changed = s.closed = false;
  std::string to = path.empty() ? "green-silk-road" + kEnding : is_session_name(platform::name_of_path(path)) ? path : path + kEnding;
  s.title = without_ending(platform::name_of_path(to));
  if (std::string there; !asked && !platform::read_file(to, kMostSessionBytes, there) && digest_of(there) != now_.digest) {
    p.effects.say(p.words("file.stale", to), true);  // somebody else wrote to it
    return ask(true, p);
  }
  const std::string bytes = to_session(s);
  // A name that nobody was asked about is never written over.
  const auto failed = to == path ? platform::write_file(to, bytes) : platform::save_file(to, bytes, to);
  if (failed) return p.effects.say(failed->where + ": " + failed->what, true);
  now_.file = to;
  now_.digest = digest_of(bytes);
  now_.changed = false;
  dirty_ = urgent_ = true;
  recent_.add(to);
  p.effects.say(p.words("export.done", to), false);
}

void Files::show_title(const Translator& words) {
  const std::string untitled = now_.changed ? words("file.untitled") : "";
  const std::string called = now_.file.empty() ? untitled : name();
  std::string title = (now_.changed ? "• " : "") + called + (called.empty() ? "" : " – ") + "Green Silk Road";
  if (title == title_) return;
  title_ = std::move(title);
  platform::set_window_title(title_);
}

void Files::keep(const Parts& p) {
  note_changes(p);
  note_look(p.state.view);
  if (auto wish = ui::files_keys()) wish_ = std::move(wish);
  if (wish_) platform::wake();
  autosave(p);
  show_title(p.words);
  sheet_.name = name();
  sheet_.changed = now_.changed;
}

void Files::draw(const ui::Ui& u) {
  bool opened = false;
  if (auto wish = ui::files_menu(u, sheet_, opened)) wish_ = std::move(wish);
  if (!opened && !(wish_ && wish_->deed == ui::FilesWish::forget_missing)) return;
  sheet_.recent.clear();
  for (const Recent::File& f : recent_.read()) {
    const bool unsaved = is_autosave(f.path);
    const std::string called = unsaved ? f.label : without_ending(platform::name_of_path(f.path));
    sheet_.recent.push_back({f.path, called.empty() ? u.tr()("file.untitled") : called, unsaved ? u.tr()("file.changed") : platform::folder_of_path(f.path),
                             platform::is_file(f.path)});
  }
}

}  // namespace gs
