#include "state/state.hpp"

#include <algorithm>
#include <cmath>

namespace gs {
namespace {

double wrap_longitude(double lon) {
  if (!std::isfinite(lon)) return 0.0;
  if (lon >= -180.0 && lon <= 180.0) return lon;
  lon = std::fmod(lon + 180.0, 360.0);
  return lon < 0 ? lon + 180.0 : lon - 180.0;
}

Viewpoint in_range(Viewpoint c) {
  const Viewpoint standard;
  c.longitude = std::isfinite(c.longitude) ? wrap_longitude(c.longitude) : standard.longitude;
  c.latitude = std::isfinite(c.latitude) ? std::clamp(c.latitude, -90.0, 90.0) : standard.latitude;
  c.zoom = std::isfinite(c.zoom) ? std::clamp(c.zoom, kMinZoom, kMaxZoom) : standard.zoom;
  c.roll = std::isfinite(c.roll) ? std::remainder(c.roll, 360.0) : standard.roll;
  if (c.roll == -180.0) c.roll = 180.0;
  return c;
}

YearSpan in_range(YearSpan y) {
  y.first = std::clamp(y.first, kFirstYear, kLastYear);
  y.last = std::clamp(y.last, kFirstYear, kLastYear);
  if (y.last < y.first) std::swap(y.first, y.last);
  return y;
}

bool is_pace(int pace) { return std::find(kTrainPaces.begin(), kTrainPaces.end(), pace) != kTrainPaces.end(); }

std::optional<double> in_range(std::optional<double> km) {
  if (!km || !std::isfinite(*km)) return std::nullopt;
  return std::clamp(*km, 0.0, 1e5);
}

/// A frame that took longer than a quarter of a second does not make the trains jump.
void tick(State& s, double seconds) {
  if (!(seconds > 0)) return;
  const double passed = std::min(seconds, 0.25);
  if (s.view.playing_trains) s.view.train_clock += passed * s.view.train_pace;
  if (s.view.map.playing_hours) s.view.map.hour = std::fmod(s.view.map.hour + passed * s.view.map.pace, kLastHour);
}

/// Flips bit i of a mask whose standard value has a bit for everything that exists.
void toggle(std::uint32_t& bits, unsigned i, std::uint32_t existing) {
  if (i < 32 && (existing >> i & 1u) != 0) bits ^= 1u << i;
}

Scenario in_range(Scenario s) {
  s.year = std::clamp(s.year, kFirstYear, kLastYear);
  s.drawing.draws = std::clamp(s.drawing.draws, kFewestDraws, kMostDraws);
  s.what_if = in_range(s.what_if);
  return s;
}

State in_range(State s) {
  const ViewState standard;
  ViewState& v = s.view;
  v.viewpoint = in_range(v.viewpoint);
  v.lon_0 = wrap_longitude(v.lon_0);
  const bool custom = v.projection == kCustomProjection;
  if (custom && !is_projection_text(v.projection_text)) v.projection = standard.projection;
  if (v.projection != kCustomProjection) v.projection_text.clear();
  v.layers &= kAllLayers;
  v.map = in_range(v.map);
  v.categories &= standard.categories;
  v.statuses &= standard.statuses;
  v.confidences &= standard.confidences;
  if (v.built) v.built = in_range(*v.built);
  v.query = clipped(v.query, kLongestQuery);
  if (!std::isfinite(v.train_clock) || v.train_clock < 0) v.train_clock = standard.train_clock;
  if (!is_pace(v.train_pace)) v.train_pace = standard.train_pace;
  v.lab_km = in_range(v.lab_km);
  s.laboratory = in_range(std::move(s.laboratory));
  v.claim = clipped(v.claim, kLongestQuery);
  if (!v.story.empty() && !is_id(v.story)) v.story.clear();
  v.step = v.story.empty() ? 0 : std::clamp(v.step, 0, kMostSteps);
  s.scenario = in_range(s.scenario);
  if (s.against) s.against = in_range(*s.against);
  return s;
}

struct Reducer {
  State& s;

  void operator()(const action::SetViewpoint& a) { s.view.viewpoint = in_range(a.viewpoint); }
  void operator()(const action::SetProjection& a) {
    if (a.id == kCustomProjection) return;  // that needs its text
    s.view.projection = a.id;
    s.view.projection_text.clear();
  }
  void operator()(const action::SetCustomProjection& a) {
    if (!is_projection_text(a.text)) return;
    s.view.projection = kCustomProjection;
    s.view.projection_text = a.text;
  }
  void operator()(const action::SetCentralMeridian& a) { s.view.lon_0 = wrap_longitude(a.lon_0); }
  void operator()(const action::Select& a) {
    if (a.selection.kind == SelectionKind::group) return;
    if (!(a.selection == s.view.selection) && s.view.worked <= Worked::energy) s.view.worked = Worked::none;
    s.view.selection = a.selection;
    if (a.selection.kind != SelectionKind::none && s.view.sheet == SheetStop::peek) s.view.sheet = SheetStop::half;
  }
  void operator()(const action::Hover& a) { s.view.hover = a.selection; }
  void operator()(const action::ToggleLayer& a) {
    toggle(s.view.layers, static_cast<unsigned>(a.layer), kAllLayers);
    if (!shows(s.view, Layer::night) && s.view.time == TimeScale::years) s.view.map.playing_hours = false;
  }
  void operator()(const action::SetMapStyle& a) { s.view.map = in_range(a.style); }
  void operator()(const action::PlayHours& a) {
    s.view.map.playing_hours = a.on;
    if (a.on) s.view.layers |= bit(Layer::night);
  }
  void operator()(const action::ToggleCategory& a) { toggle(s.view.categories, a.category, ViewState{}.categories); }
  void operator()(const action::ToggleStatus& a) { toggle(s.view.statuses, a.status, ViewState{}.statuses); }
  void operator()(const action::ToggleConfidence& a) { toggle(s.view.confidences, a.confidence, ViewState{}.confidences); }
  void operator()(const action::SetBuilt& a) {
    s.view.built = a.years;
    if (s.view.built) s.view.built = in_range(*s.view.built);
  }
  void operator()(const action::ShowHidden& a) { s.view.show_hidden = a.on; }
  void operator()(const action::SetQuery& a) { s.view.query = clipped(a.text, kLongestQuery); }
  void operator()(const action::SetCountry& a) { s.view.country = a.iso3; }
  void operator()(const action::SetYear& a) {
    s.scenario.year = std::clamp(a.year, kFirstYear, kLastYear);
    if (s.scenario.year == kLastYear) s.view.playing_years = false;
  }
  void operator()(const action::SetMethod& a) { s.scenario.method = a.method; }
  void operator()(const action::SetPathway& a) { s.scenario.pathway = a.pathway; }
  void operator()(const action::SetLanguage& a) { s.view.language = a.language; }
  void operator()(const action::SetTheme& a) { s.view.theme = a.theme; }
  void operator()(const action::SetPanel& a) {
    s.view.panel = a.panel;
    s.view.lab_held = false;
  }
  void operator()(const action::SetSheet& a) { s.view.sheet = a.stop; }
  void operator()(const action::PlayYears& a) {
    s.view.playing_years = a.on;
    if (a.on && s.scenario.year >= kLastYear) s.scenario.year = kFirstYear;
  }
  void operator()(const action::PlayTrains& a) { s.view.playing_trains = a.on; }
  void operator()(const action::SetTrainPace& a) {
    if (is_pace(a.pace)) s.view.train_pace = a.pace;
  }
  /// Another line has its own usual train and tonnage.
  void operator()(const action::OpenLaboratory& a) {
    s.view.panel = Panel::laboratory;
    s.view.lab_held = false;
    if (!a.line.empty() && is_id(a.line) && a.line != s.laboratory.line) {
      s.laboratory.line = a.line;
      s.laboratory.train.clear();
      s.laboratory.trailing_t = 0.0;
      s.laboratory.traction.clear();
      s.view.lab_km.reset();
    }
  }
  void operator()(const action::SetLaboratory& a) { s.laboratory = in_range(a.laboratory); }
  void operator()(const action::SetLabCursor& a) { s.view.lab_km = in_range(a.km); }
  void operator()(const action::HoldLaboratory& a) { s.view.lab_held = a.on; }
  void operator()(const action::Tick& a) { tick(s, a.seconds); }
  void operator()(const action::ResetFilters&) {
    const ViewState standard;
    s.view.categories = standard.categories;
    s.view.statuses = standard.statuses;
    s.view.confidences = standard.confidences;
    s.view.built.reset();
    s.view.show_hidden = standard.show_hidden;
    s.view.query.clear();
    s.view.country.clear();
  }
  void operator()(const action::SetScenario& a) { s.scenario = in_range(a.scenario); }
  void operator()(const action::SetAgainst& a) {
    s.against = a.scenario;
    if (s.against) s.against = in_range(*s.against);
  }
  void operator()(const action::SetTable& a) { s.view.table = a.order; }
  void operator()(const action::SetTimeScale& a) {
    s.view.time = a.time;
    if (a.time == TimeScale::hours) s.view.playing_years = false;
    else s.view.map.playing_hours = false;
  }
  void operator()(const action::ShowWorking& a) { s.view.worked = a.figure; }
  void operator()(const action::ShowSharing& a) { s.view.sharing = a.on; }
  void operator()(const action::SetClaim& a) { s.view.claim = clipped(a.text, kLongestQuery); }
  void operator()(const action::EndStory&) {
    s.view.story.clear();
    s.view.step = 0;
  }
  void operator()(const action::Replace& a) { s = in_range(a.state); }
  template <class Wish>
  void operator()(const Wish&) {}
};

}  // namespace

State reduce(State s, const Action& a) {
  std::visit(Reducer{s}, a);
  return s;
}

WhatIf in_range(WhatIf w) {
  const auto within = [](int& value, WholeRange range) { value = std::clamp(value, range.least, range.most); };
  within(w.weather, kWeather), within(w.ageing, kAgeing), within(w.curtailment, kCurtailment), within(w.stored, kStored);
  within(w.traffic, kTraffic), within(w.wires, kWires), within(w.hydrogen_cents, kHydrogenCents), within(w.build_gw, kBuildGw);
  return w;
}

bool is_projection_text(std::string_view text) {
  return !text.empty() && text.size() <= kLongestProjection &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string_view clipped(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0u) == 0x80u) --most;
  return text.substr(0, most);
}

double scale_of(const Viewpoint& c) { return 100.0 * std::exp2(c.zoom); }
double zoom_of_scale(double scale) { return std::log2(scale / 100.0); }

}  // namespace gs
