#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_film.hpp"
#include "cli_shard.hpp"
#include "cli_studio.hpp"
#include "cli_vector.hpp"
#include "export/png.hpp"
#include "own_files.hpp"
#include "platform/platform.hpp"
#include "render/renderer.hpp"
#include "scene/plain_map.hpp"
#include "scene/view.hpp"
#include "state/url.hpp"

namespace gs::cli {
namespace {

constexpr int kLeastPx = 16, kMostPx = 8192;
constexpr double kLeastRatio = 0.5, kMostRatio = 8.0;

struct Options {
  std::string size, theme, language, folder, output, link, batch, shard, format;
  PictureKind kind = PictureKind::png;  ///< by the format, else by the output's ending
  double ratio = 1.0;
  bool plain = false, embed = false, bare = false;
  int fps = 0;           ///< of a film, as what follows; 0 and empty: not given
  double seconds = 0.0;
  std::string plays;
  bool has_ratio = false;
};

struct Size {
  int width = 0, height = 0;
};

/// "1280x720" in device px.
std::optional<Size> size_of(const std::string& text) {
  Size s;
  int end = 0;
  if (std::sscanf(text.c_str(), "%5dx%5d%n", &s.width, &s.height, &end) != 2) return std::nullopt;
  if (static_cast<std::size_t>(end) != text.size()) return std::nullopt;
  const auto fits = [](int px) { return px >= kLeastPx && px <= kMostPx; };
  return fits(s.width) && fits(s.height) ? std::optional(s) : std::nullopt;
}

std::string check_size(const std::string& text) {
  if (size_of(text)) return "";
  return fmt::format("expected WIDTHxHEIGHT in pixels, each from {} to {}, such as 1280x720, found \"{}\"", kLeastPx,
                     kMostPx, text);
}

int fail(const std::string& words) {
  std::fprintf(stderr, "error: %s\n", words.c_str());
  return 1;
}

void warn(const std::string& words) { std::fprintf(stderr, "warning: %s\n", words.c_str()); }

/// The state of a fragment or of a whole address, as `greensilk` and the page read it; options come after it.
FromFragment state_of(const Options& o) {
  const auto hash = o.link.find('#');
  const bool address = hash == std::string::npos && o.link.find("://") != std::string::npos;
  const std::string fragment = address ? "" : hash == std::string::npos ? o.link : o.link.substr(hash + 1);
  FromFragment read = from_fragment(fragment, known_projection);
  check_projection(read.state, read.ignored);
  if (!o.language.empty()) read.state.view.language = language_of(o.language).value_or(Language::en);
  if (o.theme == "print") read.state.view.theme = Theme::print;
  if (o.theme == "light") read.state.view.theme = Theme::light;
  if (o.theme == "dark") read.state.view.theme = Theme::dark;
  return read;
}

bool names_a_zoom(const std::string& link) {
  return link.starts_with("z=") || link.find("&z=") != std::string::npos || link.find("#z=") != std::string::npos;
}

/// Needs nothing but the base map: no data are read and nothing is simulated.
Result<std::string> drawn_plain(const Options& o, const ViewState& view, Size size) {
  const auto base = read_world(read_own);
  if (!base) return base.error();
  const auto renderer = Renderer::create(read_own);
  if (!renderer) return renderer.error();
  PlainMap map;
  const auto scene = map.build(*base, view, {glm::dvec2(size.width, size.height) / o.ratio, o.ratio, {}});
  if (!scene) return scene.error();
  const auto pixels = (*renderer)->draw_to_pixels(**scene, size.width, size.height);
  if (!pixels) return pixels.error();
  return to_png(*pixels, size.width, size.height);
}

int plain_command(const Options& o, const ViewState& view) {
  if (const auto failure = platform::open_offscreen()) return fail(failure->where + ": " + failure->what);
  const auto png = drawn_plain(o, view, *size_of(o.size));
  platform::close();
  if (!png) return fail(png.error().text());
  return write_output(o.output, *png) ? 0 : 1;
}

/// One picture, from its link to its file.
bool draw(Studio& studio, const Options& o) {
  const FromFragment link = state_of(o);
  for (const Error& e : link.ignored) warn(e.text());
  const Size size = *size_of(o.size);
  const Shot shot{link.state, size.width, size.height, o.ratio, !names_a_zoom(o.link), o.embed, o.bare};
  const auto picture = o.kind == PictureKind::png ? studio.picture(shot) : vector_picture(studio, shot, o.kind, o.link);
  if (picture) return write_output(o.output, *picture);
  fail(picture.error().text());
  return false;
}

int draw_all(const Options& common, const std::vector<Options>& orders) {
  const auto studio = Studio::open(common.folder);
  if (!studio) return fail(studio.error().text());
  const bool painted = std::any_of(orders.begin(), orders.end(), [](const Options& o) { return o.kind == PictureKind::png; });
  if (painted)
    if (const auto failure = platform::open_offscreen()) return fail(failure->where + ": " + failure->what);
  bool good = true;
  for (const Options& order : orders) good = draw(**studio, order) && good;
  if (painted) platform::close();
  return good ? 0 : kFailed;
}

using Json = nlohmann::json;

std::string text_at(const Json& order, const char* name, const std::string& otherwise) {
  const auto found = order.find(name);
  return found != order.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

/// Every n-th of the orders, where the command names a shard.
std::vector<Options> of_shard(std::vector<Options> orders, const std::string& name) {
  const auto shard = shard_of(name);
  if (!shard) return orders;
  std::vector<Options> out;
  for (std::size_t i = shard->next(0); i < orders.size(); i = shard->next(i + 1)) out.push_back(std::move(orders[i]));
  return out;
}

/// One of a batch, which has the command's options for what it does not say itself.
Result<Options> order_of(const Json& one, const Options& common, const std::string& where) {
  if (!one.is_object()) return Error{where, "expected an object"};
  Options o = common;
  o.link = text_at(one, "link", common.link);
  o.output = text_at(one, "output", "");
  o.size = text_at(one, "size", common.size);
  o.theme = text_at(one, "theme", common.theme);
  o.language = text_at(one, "lang", common.language);
  o.bare = one.value("bare", Json(common.bare)) == Json(true);
  const Json ratio = one.value("ratio", Json(common.ratio));
  o.ratio = ratio.is_number() ? ratio.get<double>() : 0.0;
  if (o.output.empty()) return Error{where + ":output", "expected a file"};
  if (const std::string wrong = check_size(o.size); !wrong.empty()) return Error{where + ":size", wrong};
  if (!(o.ratio >= kLeastRatio && o.ratio <= kMostRatio)) return Error{where + ":ratio", fmt::format("expected {} to {}", kLeastRatio, kMostRatio)};
  if (!o.language.empty() && !language_of(o.language)) return Error{where + ":lang", "expected en, zh, ru or ar, found \"" + o.language + "\""};
  const auto kind = picture_kind(o.format, o.output);
  if (!kind) return Error{where + ":output", kind.error().text()};
  o.kind = *kind;
  return o;
}

Result<std::vector<Options>> orders_of(const Options& common) {
  const auto bytes = read_input(common.batch);
  if (!bytes) return bytes.error();
  const Json list = Json::parse(*bytes, nullptr, false);
  if (!list.is_array()) return Error{common.batch, "expected a JSON list of pictures"};
  std::vector<Options> out;
  for (const Json& one : list) {
    auto order = order_of(one, common, common.batch + "[" + std::to_string(out.size()) + "]");
    if (!order) return order.error();
    out.push_back(std::move(*order));
  }
  return out;
}

int unusable(const std::string& words) { return fail(words), kUnusable; }

/// A film of a link or a story.
int film(const Options& o, FilmKind kind) {
  if (o.plain || o.embed || o.bare) return unusable("--plain, --embed and --bare are for pictures, not for films");
  Options link = o;
  if (names_a_story(o.link)) link.link.clear();
  const FromFragment read = state_of(link);
  for (const Error& e : read.ignored) warn(e.text());
  const Size size = *size_of(o.size);
  return film_command({kind, o.output, o.folder, o.link, read.state, size.width, size.height, o.has_ratio ? o.ratio : 0.0, o.fps, o.seconds, o.plays, !names_a_zoom(o.link)});
}

int render_command(Options o) {
  if (!o.batch.empty()) {
    const auto orders = orders_of(o);
    return orders ? draw_all(o, of_shard(*orders, o.shard)) : unusable(orders.error().text());
  }
  if (o.size.empty()) return unusable("--size is required");
  if (o.output.empty()) return unusable("--output is required");
  if (const auto kind = film_kind(o.format, o.output)) return film(o, *kind);
  if (o.fps > 0 || o.seconds > 0.0 || !o.plays.empty()) return unusable("--fps, --seconds and --play are for films: name the file .mp4, .webm or .gif");
  const auto kind = picture_kind(o.format, o.output);
  if (!kind) return unusable(kind.error().text());
  o.kind = *kind;
  if (!o.plain) return draw_all(o, {o});
  if (o.kind != PictureKind::png) return unusable("--plain is drawn as PNG only");
  const FromFragment link = state_of(o);
  for (const Error& e : link.ignored) warn(e.text());
  return plain_command(o, link.state.view);
}

}  // namespace

void add_render(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("render", "A picture of the map as PNG, SVG or PDF, or a film of a story as MP4, WebM or GIF, without a display");
  command->add_option("--size", options->size, "WIDTHxHEIGHT of the picture in pixels")
      ->check(CLI::Validator(check_size, ""));
  command->add_option("--ratio", options->ratio, "Pixels per unit of lengths and type: 2 for dense displays and print")
      ->check(CLI::Range(kLeastRatio, kMostRatio))
      ->capture_default_str();
  command->add_option("--theme", options->theme, "Colours, instead of the link's")
      ->check(CLI::IsMember({"light", "dark", "print"}));
  command->add_option("--lang", options->language, "Language, instead of the link's")
      ->check(CLI::IsMember({"en", "zh", "ru", "ar"}));
  command->add_flag("--plain", options->plain,
                    "Land on sea with coasts and borders (off=borders: none) and nothing else, to compare with other maps");
  command->add_flag("--embed", options->embed, "As a figure in an article: title, a line, the legend, and a card of what is selected");
  command->add_flag("--bare", options->bare, "The map without panels and words, to stand where a map is about to come");
  CLI::Option* batch = command->add_option("--batch", options->batch,
                      "Many pictures at once: a JSON list of {\"output\", \"link\", \"size\", \"ratio\", \"theme\", \"lang\", \"bare\"}, - for standard input");
  command->add_option("--shard", options->shard, "Only a part of --batch, 3/8: every eighth picture from the third on")
      ->check(CLI::Validator(check_shard, ""))
      ->needs(batch);
  command->add_option("--data", options->folder, "Folder of data files (otherwise the program's own)");
  command->add_option("-o,--output", options->output, "File to write, - for standard output: PNG, or what its ending says (.svg, .pdf; .mp4, .webm, .gif)");
  command->add_option("--format", options->format, "png, svg, pdf, mp4, webm or gif, whatever the file's name")
      ->check(CLI::IsMember({"png", "svg", "pdf", "mp4", "webm", "gif"}));
  command->add_option("--fps", options->fps, "Of a film: pictures a second (otherwise 30, in a GIF 12)")->check(CLI::Range(kLeastFps, kMostFps));
  command->add_option("--seconds", options->seconds, "Of a film: its length (otherwise 4 s a step and 1 s between two)")
      ->check(CLI::Range(kLeastSeconds, kMostSeconds));
  command->add_option("--play", options->plays, "Of a film: what moves in it, years, hours or trains, with commas between them")
      ->check(CLI::Validator(check_plays, ""));
  command->add_option("LINK", options->link, "Address of a view, or its part after #; for a film also the id of a story, or a story file");
  command->callback([options, command, &exit_code] {
    options->has_ratio = command->count("--ratio") > 0;
    exit_code = render_command(*options);
  });
}

}  // namespace gs::cli
