// What a reader does is kept at once, in a file of the program's own.
#include <algorithm>
#include <memory>
#include <utility>

#include "main_files_native.hpp"
#include "main_files_paths_native.hpp"

namespace gs {
namespace {

constexpr double kBetween = 0.5, kAgain = 5.0;  ///< s from one autosave to the next; after one that failed

}  // namespace

void Files::note_changes(const Parts& p) {
  bool made = false;
  const auto follow = [&](auto& mine, const auto& theirs) {
    mine.assign(theirs.begin(), theirs.end());
    made = true;
  };
  if (own_ != p.own.revision()) {
    own_ = p.own.revision();
    follow(now_.own, p.own.files());
    follow(now_.waiting, p.own.waiting());
  }
  if (stories_ != p.library.revision()) {
    stories_ = p.library.revision();
    follow(now_.stories, p.library.files());
  }
  if (now_.views != p.library.kept_links()) follow(now_.views, p.library.kept_links());
  if (const auto all = p.scenarios.all(); !std::equal(all.begin(), all.end(), now_.scenarios.begin(), now_.scenarios.end())) {
    now_.scenarios.assign(all.begin(), all.end());
    made = made || settling_ == 0;  // before that they are what the settings keep
  }
  std::string link = settling_ == 0 && p.state == seen_ ? now_.link : session_link(p.state);
  seen_ = p.state;
  const bool moved = link != now_.link;
  now_.link = std::move(link);
  if (settling_ > 0) --settling_;
  else if (moved) dirty_ = now_.changed = true;
  if (made) dirty_ = urgent_ = now_.changed = true;
}

void Files::note_look(const ViewState& v) {
  std::string look = look_of(v);
  if (look == look_) return;
  // What a link or the system brought is no wish of the reader's.
  if (settling_ == 0) platform::remember("look", look);
  look_ = std::move(look);
}

void Files::write_kept(bool closed) {
  auto session = std::make_shared<Session>(now_);
  session->closed = closed;
  session->saved = platform::now_utc();
  writer_.write(kept_->path(), [session] { return to_session(*session); });
  dirty_ = urgent_ = false;
}

void Files::autosave(const Parts& p) {
  const double now = platform::seconds();
  const auto failed = [&](const platform::Failure& why) {
    failed_ = now;
    dirty_ = true;
    const std::string words = why.where + ": " + why.what;
    if (std::exchange(said_, words) != words) p.effects.say(words, true);
  };
  if (const auto why = writer_.take_failure()) failed(*why);
  if (!dirty_) return;
  const double due = std::max(urgent_ ? written_ : written_ + kBetween, failed_ + kAgain);
  if (now < due) return platform::wake_after(due - now);
  if (!kept_) {
    platform::Failure why;
    kept_ = platform::Kept::make(autosave_folder(), kEnding, why);
    if (!kept_) {
      failed(why);
      return platform::wake_after(kAgain);
    }
  }
  written_ = now;
  write_kept(false);
}

}  // namespace gs
