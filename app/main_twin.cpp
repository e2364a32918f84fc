#include "main_twin.hpp"

#include <utility>

#include "guest/twin_actions.hpp"
#include "main_effects.hpp"
#include "platform/platform.hpp"
#include "text/problem.hpp"

namespace gs {
namespace {

constexpr double kBetweenTellings = 0.25;  ///< s
constexpr std::size_t kMostHeard = 500;    ///< messages that wait for a frame

/// Without clocks, the hand and the flight: the twin says nothing of them.
State settled(State s) {
  const State standard;
  s.view.train_clock = standard.view.train_clock;
  s.view.map.hour = standard.view.map.hour;
  s.view.viewpoint = standard.view.viewpoint;
  s.view.hover = standard.view.hover;
  return s;
}

}  // namespace

bool Twin::takes(std::string_view json) {
  if (!json.starts_with(R"({"type":"do")")) return false;
  if (heard_.size() < kMostHeard) heard_.emplace_back(json);
  return true;
}

void Twin::hear(const World& w, const State& s, Effects& effects, Actions& out) {
  if (heard_.empty()) return;
  State then = s;  // each message is of the state that the one before it leaves
  for (const std::string& json : std::exchange(heard_, {})) {
    const auto actions = twin_actions(w, then, json);
    if (!actions) effects.say(placed_words(actions.error(), w.tr), true);
    if (!actions) continue;
    for (const Action& a : *actions) {
      then = reduce(std::move(then), a);
      out.push_back(a);
    }
  }
}

void Twin::tell(const World& w, const State& before, const State& now_shown, const ProjectList& list, std::string_view message, double now) {
  State s = settled(now_shown);
  std::string made = fmt::format("{} {} {} {} {} {}", w.results.digest, w.tr.code(), list.rows.size(), w.stories.size(), w.results.projects.size(), message);
  if (!told_.empty() && s == of_ && made == made_) return;
  if (!(s == settled(before))) return;  // the list is still of the frame before, and another frame follows
  if (now < next_) {
    if (!std::exchange(wakes_, true)) platform::wake_after(next_ - now);
    return;
  }
  wakes_ = false;
  next_ = now + kBetweenTellings;
  const bool claims = now_shown.view.claim.find_first_not_of(' ') != std::string::npos;
  std::string json = twin_json({w, now_shown, list, message, claims ? &desk_.of(w, now_shown) : nullptr});
  of_ = std::move(s);
  made_ = std::move(made);
  if (json == told_) return;
  told_ = std::move(json);
  platform::tell_page(told_);
}

}  // namespace gs
