#include "main_page.hpp"

#include <utility>

#include "platform/platform.hpp"

namespace gs {
namespace {

constexpr double kBetweenTellings = 0.5;  ///< s

}  // namespace

Address::Opened Address::open() { return open(platform::fragment(), language_of(platform::language()).value_or(Language::en)); }

Address::Opened Address::open(const std::string& fragment, Language otherwise) {
  FromFragment read = from_fragment(fragment, known_projection);
  check_projection(read.state, read.ignored);
  claim_ = read;
  if (fragment.find("lang=") == std::string::npos) read.state.view.language = otherwise;
  return {std::move(read.state), fragment.find("z=") != std::string::npos, std::move(read.ignored)};
}

std::optional<Error> Address::check(std::string_view data_version, std::string_view digest) {
  if (!claim_) return std::nullopt;
  const auto note = digest_note(*claim_, data_version, digest);
  claim_.reset();
  return note;
}

bool Telling::due(const State& before, const State& now, bool stirred, double seconds) {
  State still = now;
  still.view.train_clock = before.view.train_clock;
  still.view.map.hour = before.view.map.hour;
  if (!stirred && still == before) {
    if (now != before && !std::exchange(late_, true) && seconds < next_) platform::wake_after(next_ - seconds);
    if (!late_ || seconds < next_) return false;
  }
  late_ = false;
  next_ = seconds + kBetweenTellings;
  return true;
}

void Telling::tell(const Shown& s, const State& before, bool stirred, double now) {
  // A slider let go is run again, the railway's figures are there, or another language's words have come, in a frame after.
  tell_table(s, now);
  const std::string ran = s.world.results.digest + (s.world.lab ? s.world.lab->digest : std::string()) + s.world.tr.code();
  if (!due(before, s.state, stirred || s.list.rows.size() != listed_ || ran != ran_, now)) return;
  ran_ = ran;
  listed_ = s.list.rows.size();
  const std::string fragment = to_fragment(s.state);
  if (fragment != fragment_) platform::set_fragment(fragment);
  fragment_ = fragment;
  Shown told = s;
  told.fragment = fragment_;
  platform::tell_page(state_json(told));
  table_due_ = true;
  tell_table(s, now);
}

/// A page lays a table of every project out anew: not for each frame of a hand that moves.
void Telling::tell_table(const Shown& s, double now) {
  if (!table_due_) return;
  if (now < table_next_) {
    if (!std::exchange(table_wakes_, true)) platform::wake_after(table_next_ - now);
    return;
  }
  table_due_ = table_wakes_ = false;
  std::string table = table_json(s.world, s.state, s.list);
  if (table == table_) return;
  table_ = std::move(table);
  table_next_ = now + kBetweenTellings;
  platform::tell_page(table_);
}

}  // namespace gs
