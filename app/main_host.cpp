#include "main_host.hpp"

#include <utility>

#include "platform/platform.hpp"
#include "scene/view.hpp"

namespace gs {
namespace {

constexpr std::size_t kMostWaiting = 200;  ///< messages; of more, the oldest have long been overtaken

}  // namespace

void Host::take(std::string_view json) {
  waiting_.emplace_back(json);
  if (waiting_.size() > kMostWaiting) waiting_.pop_front();
}

bool Host::hear(const State& now, const Portfolio& facts, const std::function<void(const std::string&)>& open, Actions& out) {
  while (!waiting_.empty()) {
    HostMessage m = read_message(waiting_.front(), facts, now, known_projection);
    if (m.fragment && !out.empty()) {  // what came before it comes first
      platform::wake();
      return false;
    }
    waiting_.pop_front();
    if (!m.refused.empty()) platform::tell_page(refused_json(m.id, m.refused));
    for (Action& a : m.actions) out.push_back(std::move(a));
    if (m.story) {
      story_ = std::move(m.story);
      story_message_ = m.id;
    }
    if (!m.fragment) continue;
    story_.reset();
    open(*m.fragment);
    return true;
  }
  return false;
}

void Host::due(const ViewState& v, Library& library, Actions& out) {
  if (!story_) return;
  library.want_stories();
  if (!library.has_stories()) return;
  const StepFound found = step_after(*std::exchange(story_, std::nullopt), library.stories(), v);
  if (found.step) out.push_back(*found.step);
  if (found.refused) platform::tell_page(refused_json(story_message_, {&*found.refused, 1}));
}

}  // namespace gs
