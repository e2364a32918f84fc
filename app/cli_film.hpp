#pragma once
#include <string>

#include "cli_encoder.hpp"
#include "state/state.hpp"

/// `greensilk render` where its file is a film.
namespace gs::cli {

struct FilmOrder {
  FilmKind kind = FilmKind::mp4;
  std::string output, folder;
  std::string told;  ///< a link, the id of a story, or a story file, as it was given
  State state;       ///< of the link, in the language and theme that were asked for
  int width = 0, height = 0;
  double ratio = 0.0;  ///< device px per logical px; 0: type as large as in a picture 720 px high
  int fps = 0;         ///< 0: 30, in a GIF 12
  double seconds = 0.0;  ///< 0: 4 s for each step of a story and 1 s between two; for a view, 4 s
  std::string plays;     ///< of "years", "hours", "trains", with commas
  bool at_home = false;  ///< the link names no viewpoint
};

/// Whether what is told names a story by its id or its file, rather than a view by a link.
bool names_a_story(const std::string& told);

inline constexpr int kLeastFps = 5, kMostFps = 60;
inline constexpr double kLeastSeconds = 1.0, kMostSeconds = 600.0;
/// Empty, or what is wrong in it: for the command's arguments.
std::string check_plays(const std::string&);

/// Makes the film and says on standard error how far it is. The exit status.
int film_command(const FilmOrder&);

}  // namespace gs::cli
