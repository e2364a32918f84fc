#include "scene/film.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "scene/view.hpp"

namespace gs {
namespace {

/// Times are multiples of 1/fps: what is a whole number of steps must not fall short of it by a rounding.
constexpr double kRounding = 1e-9;

std::size_t frame_count(const FilmPlan& p) { return static_cast<std::size_t>(std::max(1LL, std::llround(p.fps * p.seconds))); }

bool same_map(const ViewState& a, const ViewState& b) {
  return a.projection == b.projection && a.lon_0 == b.lon_0 && a.projection_text == b.projection_text;
}

/// Both plays and shows: the hours also where their timeline is shown.
State playing(State s, const ViewState& as) {
  if (as.playing_years) s = reduce(std::move(s), action::PlayYears{true});
  if (as.map.playing_hours || s.view.time == TimeScale::hours) s = reduce(std::move(s), action::PlayHours{true});
  if (as.playing_trains) s = reduce(std::move(s), action::PlayTrains{true});
  return s;
}

/// Where the steps of a story lie in time.
struct Times {
  double stand, move;

  Times(std::size_t steps, double seconds) {
    const auto n = static_cast<double>(steps);
    const double usual = n * kStepSeconds + (n - 1.0) * kMoveSeconds;
    move = kMoveSeconds * std::min(1.0, seconds / usual);
    stand = (seconds - (n - 1.0) * move) / n;
  }
  /// When the way to a step begins; the first step is there from the beginning.
  double start(std::size_t step) const { return step == 0 ? 0.0 : static_cast<double>(step) * (stand + move) - move; }
};

class Reel {
 public:
  explicit Reel(int fps) { film_.fps = fps; }

  std::size_t keep(State s) {
    if (film_.states.empty() || !(film_.states.back() == s)) film_.states.push_back(std::move(s));
    return film_.states.size() - 1;
  }
  void show(State s) { film_.frames.push_back({keep(std::move(s))}); }
  void fade(std::size_t before, State s, double share) { film_.frames.push_back({keep(std::move(s)), before, share}); }
  Film take() { return std::move(film_); }

 private:
  Film film_;
};

}  // namespace

double usual_seconds(const Story& story) {
  const auto n = static_cast<double>(story.steps.size());
  return n * kStepSeconds + (n - 1.0) * kMoveSeconds;
}

State played(const State& from, double seconds) {
  constexpr double kTick = 0.25;  // a longer one counts as this
  State s = from;
  if (s.view.map.playing_hours || s.view.playing_trains) {
    const auto whole = static_cast<int>(std::floor(seconds / kTick + kRounding));
    for (int i = 0; i < whole; ++i) s = reduce(std::move(s), action::Tick{kTick});
    const double rest = seconds - whole * kTick;
    if (rest > kRounding) s = reduce(std::move(s), action::Tick{rest});
  }
  const auto years = static_cast<int>(std::floor(seconds / kYearSeconds + kRounding));
  if (s.view.playing_years && years > 0) s = reduce(std::move(s), action::SetYear{s.scenario.year + years});
  return s;
}

Film film_of(const Story& story, const State& reader, const FilmPlan& plan) {
  const Times times(story.steps.size(), plan.seconds);
  const std::size_t count = frame_count(plan);
  Reel film(plan.fps);
  State step = playing(state_of_step(story, 0, reader), reader.view), end;
  std::size_t at = 0, last = 0;  // the step; the last state of the one before
  for (std::size_t i = 0; i < count; ++i) {
    const double t = static_cast<double>(i) / plan.fps;
    while (at + 1 < story.steps.size() && t + kRounding >= times.start(at + 1)) {
      end = played(step, times.start(at + 1) - times.start(at));
      last = film.keep(end);
      step = playing(state_of_step(story, static_cast<int>(++at), end), reader.view);
    }
    const double passed = std::max(0.0, t - times.start(at));
    const double way = at == 0 || passed + kRounding >= times.move ? 1.0 : passed / times.move;
    State now = played(step, passed);
    if (way >= 1.0) {
      film.show(std::move(now));
    } else if (same_map(end.view, now.view)) {
      now.view.viewpoint = between(end.view.viewpoint, now.view.viewpoint, way);
      film.show(std::move(now));
    } else {
      film.fade(last, std::move(now), way * way * (3.0 - 2.0 * way));
    }
  }
  return film.take();
}

Film film_of(const State& view, const FilmPlan& plan) {
  const std::size_t count = frame_count(plan);
  const State begin = playing(view, view.view);
  Reel film(plan.fps);
  for (std::size_t i = 0; i < count; ++i) film.show(played(begin, static_cast<double>(i) / plan.fps));
  return film.take();
}

std::vector<std::uint8_t> faded(std::span<const std::uint8_t> from, std::span<const std::uint8_t> to, double share) {
  const auto weight = static_cast<unsigned>(std::lround(std::clamp(share, 0.0, 1.0) * 256.0));
  std::vector<std::uint8_t> out(std::min(from.size(), to.size()));
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>((from[i] * (256u - weight) + to[i] * weight + 128u) >> 8u);
  return out;
}

}  // namespace gs
