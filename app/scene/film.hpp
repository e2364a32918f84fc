#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "scene/story.hpp"

/// A film as plain data: which state each of its frames shows. No clock is read: the same input gives the same frames.
namespace gs {

inline constexpr double kStepSeconds = 4.0, kMoveSeconds = 1.0;  ///< a step of a story stands, and the way to the next
inline constexpr double kYearSeconds = 0.7;                      ///< of a year, while the years play

struct FilmPlan {
  int fps = 30;
  double seconds = kStepSeconds;
};

struct FilmFrame {
  std::size_t state = 0;                ///< place in Film::states
  std::optional<std::size_t> before{};  ///< the picture of this state gives way to the other
  double share = 1.0;                   ///< of the other, 0..1, while there is one before
  bool operator==(const FilmFrame&) const = default;
};

/// Frames that show the same have the same state.
struct Film {
  int fps = 30;
  std::vector<State> states;
  std::vector<FilmFrame> frames;
  bool moves() const { return states.size() > 1; }
};

/// What a story takes when nobody says otherwise: 4 s a step and 1 s between two.
double usual_seconds(const Story&);

/// All steps in turn, for the language and theme of `reader`, each as long as the others. The way to a step is 1 s (less in a
/// short film): a flight where both have the same map, else their pictures fade into each other. What plays in `reader`
/// (years, hours, trains) plays in every step from when the way to it begins, and the hours also where a step shows
/// their timeline; years and hours begin anew with each, the trains go on.
Film film_of(const Story&, const State& reader, const FilmPlan&);

/// What plays in a view; one state where nothing does.
Film film_of(const State&, const FilmPlan&);

/// The state after so many seconds of what plays in it, in steps that reduce() takes whole.
State played(const State&, double seconds);

/// `share` of `to` over `from`, a byte at a time; both have as many.
std::vector<std::uint8_t> faded(std::span<const std::uint8_t> from, std::span<const std::uint8_t> to, double share);

}  // namespace gs
