#include "cli_film.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <sstream>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_studio.hpp"
#include "cli_vector.hpp"
#include "platform/files_native.hpp"
#include "scene/film.hpp"
#include "scene/picture_words.hpp"

namespace gs::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kUsualFps = 30, kGifFps = 12, kMostGifFps = 50;  // a GIF counts in hundredths of a second
constexpr double kMostGifBytes = 1.5e9;                        // ffmpeg holds all of its pictures to choose the colours
constexpr double kUsualHeight = 720.0, kLeastRatio = 0.5, kMostRatio = 8.0;

int fail(const Error& e, int status) {
  std::fprintf(stderr, "error: %s\n", e.text().c_str());
  return status;
}

/// The ids of the stories that came with the program, with commas.
std::string known_stories() {
  std::vector<std::string> ids;
  const auto beside = platform::asset_path("data/projects.csv");
  std::error_code none;
  if (beside)
    for (const auto& entry : fs::directory_iterator(fs::path(*beside).parent_path() / "stories", none))
      if (entry.path().extension() == ".json") ids.push_back(entry.path().stem().string());
  std::sort(ids.begin(), ids.end());
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + id;
  return all;
}

bool is_file_name(const std::string& told) {
  std::error_code none;
  return told.ends_with(".json") || (told.find('=') == std::string::npos && fs::is_regular_file(told, none));
}

/// The story that is told; nothing where a view is.
Result<std::optional<Story>> story_told(Studio& studio, const FilmOrder& o) {
  if (names_a_story(o.told) && is_file_name(o.told)) {
    const auto bytes = read_input(o.told);
    if (!bytes) return bytes.error();
    auto story = read_story(o.told, *bytes);
    if (!story) return story.error();
    return std::optional<Story>(std::move(*story));
  }
  const std::string id = names_a_story(o.told) ? o.told : o.state.view.story;
  if (id.empty()) return std::optional<Story>();
  auto story = studio.story(id);
  if (story) return std::optional<Story>(std::move(*story));
  const bool there = platform::asset_path("data/stories/" + id + ".json").has_value();
  return there ? story.error() : Error{"story", "expected one of " + known_stories() + ", or a story file, found \"" + id + "\""};
}

State with_plays(State s, const std::string& plays) {
  std::istringstream words(plays);
  for (std::string word; std::getline(words, word, ',');) {
    if (word == "years") s = reduce(std::move(s), action::PlayYears{true});
    if (word == "hours") s = reduce(std::move(s), action::PlayHours{true});
    if (word == "trains") s = reduce(std::move(s), action::PlayTrains{true});
  }
  return s;
}

/// What the sizes and times of a film must be, beyond what the arguments are tested for one by one.
std::optional<Error> wrong(const FilmOrder& o, const FilmPlan& plan) {
  const std::string size = fmt::format("{}x{}", o.width, o.height);
  if (o.kind != FilmKind::gif && (o.width % 2 != 0 || o.height % 2 != 0))
    return Error{"--size", "expected an even width and height, as films of this kind have them, found " + size};
  if (o.kind == FilmKind::gif && plan.fps > kMostGifFps) return Error{"--fps", fmt::format("expected at most {} for a GIF, found {}", kMostGifFps, plan.fps)};
  if (o.kind == FilmKind::gif && 4.0 * o.width * o.height * plan.fps * plan.seconds > kMostGifBytes)
    return Error{"--size", fmt::format("expected a smaller or shorter film for a GIF, which is held in memory as a whole, found {} for {:g} s; or name the file .webm", size, plan.seconds)};
  return std::nullopt;
}

using Pixels = std::vector<std::uint8_t>;

/// Draws the pictures of a film, each once.
class Painter {
 public:
  Painter(Studio& studio, const FilmOrder& o, double ratio) : studio_(studio), order_(o), ratio_(ratio) {}

  /// Opens what is drawn with, and composes the first picture for what it says.
  Result<PictureWords> begin(const State& first) {
    auto renderer = studio_.renderer(first.view.language);
    if (!renderer) return renderer.error();
    renderer_ = std::move(*renderer);
    PictureWords words;
    const Outcome composed = studio_.compose(shot(first), [&](const Scene&, const World& world, const Fonts&) -> Outcome {
      words = picture_words(world, first, page_of(order_.told));
      return Done{};
    });
    return composed ? Result<PictureWords>(words) : composed.error();
  }

  Outcome write(const Film& film, Encoder& to) {
    const std::size_t count = film.frames.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Outcome added = frame(film, film.frames[i], to);
      if (!added) return added;
      const std::size_t tenth = (i + 1) * 10 / count;
      if (tenth > i * 10 / count) std::fprintf(stderr, "film: %zu of %zu frames\n", i + 1, count);
    }
    return Done{};
  }

 private:
  Shot shot(const State& s) {
    Shot out{s, order_.width, order_.height, ratio_, order_.at_home};
    out.caption = caption_sheet;
    out.builder = &builder_;
    return out;
  }

  Outcome frame(const Film& film, const FilmFrame& f, Encoder& to) {
    if (f.before) {
      const auto before = pixels(film, *f.before, before_);
      if (!before) return before.error();
      if (f.share <= 0.0) return to.add(**before);
    }
    const auto now = pixels(film, f.state, now_);
    if (!now) return now.error();
    return f.before ? to.add(faded(before_.pixels, **now, f.share)) : to.add(**now);
  }

  struct Drawn {
    std::size_t state = 0;
    Pixels pixels;  ///< empty: none yet
  };

  Result<const Pixels*> pixels(const Film& film, std::size_t state, Drawn& into) {
    if (!into.pixels.empty() && into.state == state) return &into.pixels;
    if (!now_.pixels.empty() && now_.state == state) {
      into = now_;  // the last picture before a fade
      return &into.pixels;
    }
    const Outcome drawn = studio_.compose(shot(film.states[state]), [&](const Scene& scene, const World&, const Fonts&) -> Outcome {
      auto made = renderer_->draw_to_pixels(scene, order_.width, order_.height);
      if (!made) return made.error();
      into = {state, std::move(*made)};
      return Done{};
    });
    if (!drawn) return drawn.error();
    return &into.pixels;
  }

  Studio& studio_;
  const FilmOrder& order_;
  double ratio_;
  std::unique_ptr<Renderer> renderer_;
  PictureBuilder builder_;
  Drawn now_, before_;
};

Outcome make(Studio& studio, const FilmOrder& o, const Film& film, double ratio, const std::string& title) {
  if (const auto failure = platform::open_offscreen()) return Error{failure->where, failure->what};
  const Outcome made = [&]() -> Outcome {
    Painter painter(studio, o, ratio);
    const auto words = painter.begin(film.states.front());
    if (!words) return words.error();
    const FilmSheet sheet{o.kind, o.width, o.height, film.fps, title.empty() ? words->title : title, words->link + " digest " + words->digest};
    const auto encoder = Encoder::start(sheet, o.output);
    if (!encoder) return encoder.error();
    const Outcome written = painter.write(film, **encoder);
    return written ? (*encoder)->finish() : written;
  }();
  platform::close();
  return made;
}

}  // namespace

bool names_a_story(const std::string& told) { return is_file_name(told) || (!told.empty() && is_id(told)); }

std::string check_plays(const std::string& plays) {
  std::istringstream words(plays);
  for (std::string word; std::getline(words, word, ',');)
    if (word != "years" && word != "hours" && word != "trains") return "expected years, hours or trains, with commas between them, found \"" + word + "\"";
  return plays.empty() ? "expected years, hours or trains, found nothing" : "";
}

int film_command(const FilmOrder& o) {
  if (o.output == "-") return fail({"--output", "expected the name of a file: a film is written whole or not at all"}, kUnusable);
  const auto studio = Studio::open(o.folder);
  if (!studio) return fail(studio.error(), kFailed);
  const auto story = story_told(**studio, o);
  if (!story) return fail(story.error(), kUnusable);
  const State state = with_plays(o.state, o.plays);

  FilmPlan plan{o.fps > 0 ? o.fps : o.kind == FilmKind::gif ? kGifFps : kUsualFps, o.seconds};
  if (plan.seconds <= 0.0) plan.seconds = *story ? usual_seconds(**story) : kStepSeconds;
  if (const auto error = wrong(o, plan)) return fail(*error, kUnusable);
  const Film film = *story ? film_of(**story, state, plan) : film_of(state, plan);
  if (!*story && !film.moves())
    return fail({"", "nothing moves in this view: add --play years, --play hours or --play trains, or name a story (" + known_stories() + ")"}, kUnusable);
  std::string title;
  if (*story) {
    title = title_of(**story, code_of(state.view.language));
    (*studio)->tell(**story);
  }
  const double ratio = o.ratio > 0.0 ? o.ratio : std::clamp(std::min(o.width, o.height) / kUsualHeight, kLeastRatio, kMostRatio);
  FilmOrder order = o;
  order.at_home = o.at_home && !*story;  // a step of a story has its viewpoint
  const Outcome made = make(**studio, order, film, ratio, title);
  return made ? 0 : fail(made.error(), kFailed);
}

}  // namespace gs::cli
