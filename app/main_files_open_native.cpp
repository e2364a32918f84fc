// How a session takes the place of another one.
#include <algorithm>
#include <utility>

#include "main_files_native.hpp"
#include "main_files_paths_native.hpp"

namespace gs {
namespace {

constexpr std::size_t kMostLeftBehind = 30;

}  // namespace

void Files::look_for_left_behind(bool take_one) {
  auto left = platform::Kept::left_behind(autosave_folder(), kEnding);
  std::vector<std::pair<platform::Kept*, Session>> read;
  for (platform::Kept& kept : left) {
    std::string bytes;
    const auto failed = platform::read_file(kept.path(), kMostSessionBytes, bytes);
    auto session = failed ? Result<ReadSession>(Error{failed->where, failed->what}) : read_session(kept.path(), bytes);
    if (session) read.emplace_back(&kept, std::move(session->session));
    else wrong_.push_back(session.error().text());
  }
  // One that was broken off comes before one that was closed, however old.
  const auto broken_off = std::find_if(read.begin(), read.end(), [](const auto& r) { return !r.second.closed; });
  const auto first = broken_off != read.end() ? broken_off : read.begin();
  const bool takes = take_one && first != read.end() && (!first->second.closed || sheet_.reopens);
  for (auto r = read.rbegin(); r != read.rend(); ++r) {
    const bool is_first = takes && r->first == first->first;
    if (is_first) continue;
    if (!r->second.closed) recent_.add(r->first->path(), without_ending(platform::name_of_path(r->second.file)));
    else if (!r->second.changed && take_one && platform::is_file(r->second.file)) r->first->remove();  // all of it is in its file
  }
  for (std::size_t i = kMostLeftBehind; i < read.size(); ++i)
    if (read[i].second.closed && (!takes || read[i].first != first->first)) read[i].first->remove();
  if (takes) due_kept(std::move(*first->first));
}

void Files::due_bytes(const std::string& called, const std::string& path, const std::string& bytes) {
  auto read = read_session(called, bytes);
  if (!read) return wrong_.push_back(read.error().text());
  Due due{std::move(read->session), std::move(read->ignored), std::nullopt, false};
  due.session.file = path;
  due.session.digest = digest_of(bytes);
  due.session.changed = due.session.closed = false;
  due_ = std::move(due);
}

void Files::due_kept(platform::Kept kept) {
  std::string bytes;
  if (const auto failed = platform::read_file(kept.path(), kMostSessionBytes, bytes)) return wrong_.push_back(failed->where + ": " + failed->what);
  auto read = read_session(kept.path(), bytes);
  if (!read) return wrong_.push_back(read.error().text());
  Due due{std::move(read->session), std::move(read->ignored), std::move(kept), false};
  due.restored = !std::exchange(due.session.closed, false);
  if (!due.session.file.empty() && !due.session.changed) {
    // All of it was saved: the file says what it is now. Without the file this is the only copy.
    const std::string path = due.session.file;
    std::string there;
    if (platform::read_file(path, kMostSessionBytes, there)) due.session.changed = true;
    else if (digest_of(there) != due.session.digest) return due_bytes(platform::name_of_path(path), path, there);
  }
  due_ = std::move(due);
}

void Files::due_file(const std::string& path) {
  if (is_autosave(path)) {
    auto kept = platform::Kept::take(path);
    if (kept) return due_kept(std::move(*kept));
    return wrong_.push_back(path + ": " + (platform::is_file(path) ? "another window has it open" : "there is no such file"));
  }
  std::string bytes;
  if (const auto failed = platform::read_file(path, kMostSessionBytes, bytes)) return wrong_.push_back(failed->where + ": " + failed->what);
  due_bytes(platform::name_of_path(path), path, bytes);
}

void Files::due_new(const State& s) {
  due_.emplace();
  due_->session.link = look_of(s.view);
}

void Files::leave_present(const Parts& p) {
  note_changes(p);
  if (!kept_) return;
  if (now_.changed) {
    write_kept(true);
    writer_.finish();
    recent_.add(kept_->path(), name());
  } else {
    writer_.finish();
    kept_->remove();
  }
  kept_.reset();
}

void Files::open(Due due, const Parts& p) {
  leave_present(p);
  now_ = std::move(due.session);
  kept_ = std::move(due.kept);
  dirty_ = urgent_ = false;
  p.own.restore(now_.own, now_.waiting, p.assets, p.simulation);
  const std::vector<Error> stories = p.library.restore(now_.stories, now_.views);
  due.ignored.insert(due.ignored.end(), stories.begin(), stories.end());
  std::size_t left_out = 0;
  const std::vector<NamedScenario> mine(p.scenarios.all().begin(), p.scenarios.all().end());
  p.scenarios.remember(joined_scenarios(mine, now_.scenarios, left_out));
  now_.scenarios.assign(p.scenarios.all().begin(), p.scenarios.all().end());
  if (now_.link != first_) p.open(now_.link);
  p.travel.forget();
  own_ = p.own.revision();
  stories_ = p.library.revision();
  settling_ = 2;
  if (!now_.file.empty()) recent_.add(now_.file);
  if (kept_) recent_.forget(kept_->path());
  for (const Error& e : due.ignored) wrong_.push_back(e.text());
  if (left_out > 0) p.effects.say(p.words("scenario.full", kMostNamedScenarios), true);
  if (due.restored) p.effects.say(p.words("file.restored", now_.file.empty() ? p.words("file.untitled") : name()), false);
}

}  // namespace gs
