#include "scene/build.hpp"

#include <algorithm>
#include <cmath>

namespace gs {
namespace {

StrokeStyle rail_stroke(RailStyle style, Gauge g, const Palette& p) {
  StrokeStyle s;
  // Broad gauge leans to rust, narrow to violet; the legend and the inspector say it in words too.
  switch (g) {
    case Gauge::broad: s.color = p.dark ? rgb(0xF0B48C) : rgb(0x7A3414); break;
    case Gauge::narrow: s.color = p.dark ? rgb(0xC9B6EE) : rgb(0x54388F); break;
    default: s.color = p.rail; break;
  }
  switch (style) {
    case RailStyle::electrified: s.width = 1.7f; break;
    case RailStyle::partly: s.width = 1.1f; break;
    case RailStyle::unknown: s.width = 0.9f; break;
    case RailStyle::diesel: s.width = 0.9f, s.tick_length = 4.6f, s.tick_every = 6.5f; break;
    case RailStyle::construction: s.width = 1.4f, s.dash = 5.0f, s.gap = 3.2f; break;
    case RailStyle::planned: s.width = 1.6f, s.dash = 0.0f, s.gap = 4.0f; break;
    case RailStyle::ferry: s.width = 0.9f, s.dash = 2.0f, s.gap = 4.0f; break;
  }
  return s;
}

StrokeStyle line(Color c, float width) {
  StrokeStyle s;
  s.color = c;
  s.width = width;
  return s;
}

template <class Stroke>
void borders(const Geometry& g, const Palette& p, Stroke stroke) {
  stroke(g.borders, line(p.border, 0.7f));
  StrokeStyle dashed = line(p.border, 0.8f);
  dashed.dash = 3.0f, dashed.gap = 2.5f;
  stroke(g.disputed, dashed);
}

template <class Stroke>
void railways(const Geometry& g, const Palette& p, Stroke stroke) {
  for (int style = kRailStyleCount - 1; style >= 0; --style) {
    for (int gauge = 0; gauge < kGaugeCount; ++gauge) {
      const auto s = static_cast<std::size_t>(style), k = static_cast<std::size_t>(gauge);
      stroke(g.rails[s][k], rail_stroke(static_cast<RailStyle>(style), static_cast<Gauge>(gauge), p));
    }
  }
}

}  // namespace

double relief_strength(const Palette& p, const ViewState& v) {
  constexpr double kWhole = 6000.0, kDoublings = 3.0;  // px per earth radius up to which it is whole; until it is gone
  if (!shows(v, Layer::relief) || (p.relief_shadow.a == 0 && p.relief_light.a == 0)) return 0.0;
  const double near = std::clamp(1.0 - std::log2(scale_of(v.viewpoint) / kWhole) / kDoublings, 0.0, 1.0);
  return near * opacity_of(v.map, Layer::relief);
}

void add_base(const Geometry& g, const CountryFills& countries, const Night& night, const SceneInput& in, Scene& scene) {
  const Palette& p = in.palette;
  const ViewState& v = in.state.view;
  const auto stroke = [&](const Lines& lines, const StrokeStyle& style) {
    if (!lines.pieces.empty()) scene.strokes.push_back({&lines, g.revision(), style});
  };
  scene.page = p.page;
  scene.fills.push_back({&g.sea, g.revision(), p.sea});
  scene.fills.push_back({&g.land, g.revision(), p.land});
  if (shows(v, Layer::countries)) countries.add(scene, p, opacity_of(v.map, Layer::countries));
  if (const double strength = relief_strength(p, v); in.world.relief && strength > 0.0) {
    scene.relief = ReliefLayer{&g.lattice, &g.land, in.world.relief, g.revision(), faded(p.relief_shadow, strength),
                               faded(p.relief_light, strength), scene.fills.size()};
  }
  const double wet = opacity_of(v.map, Layer::water);
  if (!g.water.lakes.rings.empty()) scene.fills.push_back({&g.water.lakes, g.revision(), faded(p.lake, wet)});
  if (shows(v, Layer::night)) night.add(scene, p.dark, opacity_of(v.map, Layer::night));
  stroke(g.water.rivers, line(faded(p.river, wet), 0.7f));
  stroke(g.water.great_rivers, line(faded(p.river, wet), 1.1f));
  stroke(g.water.shores, line(faded(p.coast, wet), 0.6f));
  stroke(g.coast, line(p.coast, 0.7f));
  stroke(g.edge, line(p.coast, 1.0f));
  for (std::size_t i = 0; i < kLinesInOrder; ++i) {
    const Layer layer = v.map.order[i];
    if (!shows(v, layer)) continue;
    const double strength = opacity_of(v.map, layer);
    const auto first = scene.strokes.size();
    if (layer == Layer::graticule) stroke(g.graticule, line(p.graticule.with_alpha(p.dark ? 1.0 : 0.75), 0.6f));
    if (layer == Layer::borders) borders(g, p, stroke);
    if (layer == Layer::railways) railways(g, p, stroke);
    for (auto s = first; s < scene.strokes.size(); ++s) scene.strokes[s].style.color = faded(scene.strokes[s].style.color, strength);
  }
  if (!g.selected_route.pieces.empty()) {
    StrokeStyle s = line(p.accent, 3.4f);
    s.halo_width = 6.5f;
    s.halo = p.dark ? p.page : p.panel;
    scene.strokes.push_back({&g.selected_route, g.selected_revision, s});
  }
}

}  // namespace gs
