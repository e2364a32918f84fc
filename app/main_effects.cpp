#include "main_effects.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "export/citation.hpp"
#include "export/png.hpp"
#include "export/table_export.hpp"
#include "platform/platform.hpp"
#include "scene/picture.hpp"
#include "scene/share.hpp"
#include "scene/working.hpp"
#include "state/url.hpp"

namespace gs {
namespace {

constexpr double kFlightSeconds = 0.6, kMessageSeconds = 4.0, kWarningSeconds = 9.0;

std::string link_of(const State& s) { return page_link(platform::link_to(to_fragment(s))); }

}  // namespace

std::string fatal_json(const std::string& words) {
  return nlohmann::json{{"type", "fatal"}, {"text", words}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

CitedTexts cited_texts(const World& w, const State& s, const std::string& given) {
  const std::string link = page_link(platform::link_to(citation_fragment(s, w.portfolio.version, w.results.digest)));
  const auto working = given.empty() ? working_of(w, s) : std::nullopt;
  const std::string figure = working ? working->cited : given;
  const Cited cited{link, "", figure};
  return {citation(w.portfolio, w.results, cited), bibtex(w.portfolio, w.results, cited)};
}

void Effects::say(std::string words, bool warning) {
  if (silent_) return;
  message_ = std::move(words);
  warning_ = warning;
  message_end_ = platform::seconds() + (warning ? kWarningSeconds : kMessageSeconds);
}

double Effects::message_until() const {
  if (message_.empty()) return 0;
  const double left = message_end_ - platform::seconds();
  return left > -0.5 ? std::max(0.02, left + 0.02) : 0;
}

std::string_view Effects::message() const {
  return platform::seconds() < message_end_ ? std::string_view(message_) : std::string_view();
}

void Effects::start_flight(const Viewpoint& from, const Viewpoint& to) {
  if (from == to) return;
  const double seconds = platform::reduced_motion() ? 0.0 : kFlightSeconds;
  flight_ = Flight{from, to, from, platform::seconds(), seconds};
}

bool Effects::fly(State& s) {
  if (!flight_) return false;
  if (!(s.view.viewpoint == flight_->last)) {
    flight_.reset();
    return false;
  }
  const double passed = platform::seconds() - flight_->start;
  const double t = flight_->seconds > 0 ? passed / flight_->seconds : 1.0;
  s = reduce(std::move(s), action::SetViewpoint{between(flight_->from, flight_->to, t)});
  flight_->last = s.view.viewpoint;
  if (t >= 1.0) flight_.reset();
  return flight_.has_value();
}

void Effects::save(const Context& c, const std::string& name, std::string_view bytes) {
  std::string path;
  if (const auto failure = platform::save_file(name, bytes, path)) say(failure->where + ": " + failure->what, true);
  else say(c.world.tr("export.done", path.empty() ? name : path), false);
}

void Effects::picture(const Context& c) {
  const auto width = static_cast<int>(std::lround(c.window.viewport.x * c.window.pixel_ratio));
  const auto height = static_cast<int>(std::lround(c.window.viewport.y * c.window.pixel_ratio));
  PictureBuilder builder;
  const auto scene = builder.build({c.world, c.state, c.palette, c.fonts, c.window.viewport, c.window.pixel_ratio, false});
  if (!scene) return say(scene.error().text(), true);
  const auto pixels = c.renderer.draw_to_pixels(**scene, width, height);
  if (!pixels) return say(pixels.error().text(), true);
  const auto png = to_png(*pixels, width, height);
  if (!png) return say(png.error().text(), true);
  save(c, "green-silk-road.png", *png);
}

void Effects::carry_out(const Action& a, const Context& c) {
  const bool of_results = std::holds_alternative<action::CopyCitation>(a) || std::holds_alternative<action::Export>(a);
  if (of_results && !c.world.results.railway.ready) return say(c.world.tr("result.pending"), false);
  const Projector* projector = &c.scene.geometry().projector();
  if (const auto* fly = std::get_if<action::FlyTo>(&a)) {
    const SiteGroup* group = c.scene.group(fly->selection);
    const auto places = group ? places_in(c.world, *group) : places_of(c.world, fly->selection);
    if (group) return start_flight(c.state.view.viewpoint, opened(*projector, c.state.view.viewpoint, c.window, places));
    const double least = fly->selection.kind == SelectionKind::route ? 3.0 : fly->selection.kind == SelectionKind::country ? 12.0 : 16.0;
    start_flight(c.state.view.viewpoint, fitted(*projector, c.state.view.viewpoint, c.window, places, least));
  } else if (const auto* view = std::get_if<action::FlyToView>(&a)) {
    start_flight(c.state.view.viewpoint, view->viewpoint);
  } else if (std::holds_alternative<action::GoHome>(a)) {
    start_flight(c.state.view.viewpoint, home(c.state.view, c.window));
  } else if (std::holds_alternative<action::CopyLink>(a)) {
    platform::copy_text(link_of(c.state));
    say(c.world.tr("copy.link_done"), false);
  } else if (const auto* cite = std::get_if<action::CopyCitation>(&a)) {
    const CitedTexts cited = cited_texts(c.world, c.state, cite->figure);
    platform::copy_text(cited.sentence + "\n\n" + cited.bibtex);
    say(c.world.tr("copy.citation_done"), false);
  } else if (const auto* bytes = std::get_if<action::SaveFile>(&a)) {
    save(c, bytes->name, bytes->bytes);
  } else if (const auto* open = std::get_if<action::OpenAddress>(&a)) {
    platform::open_link(open->url);
  } else if (const auto* file = std::get_if<action::Export>(&a)) {
    switch (file->format) {
      case action::Export::csv: save(c, "green-silk-road.csv", to_csv(c.world.portfolio, c.world.results)); break;
      case action::Export::json: save(c, "green-silk-road.json", to_json(c.world.portfolio, c.world.results)); break;
      case action::Export::png: picture(c); break;
    }
  }
}

}  // namespace gs
