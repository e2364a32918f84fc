#include "scene/color_key.hpp"

#include "scene/country_fill.hpp"
#include "scene/resource.hpp"
#include "text/figure.hpp"

namespace gs {

ColorKey country_key(const State& s, const Palette& p, const Translator& tr) {
  static constexpr std::array<const char*, kCountryFillCount> notes{"fill.grid_note", "fill.savings_note", "fill.projects_note", "fill.difference_note"};
  const CountryFill fill = s.view.map.fill;
  ColorKey key;
  for (int i = 0; i < kCountryClasses; ++i) key.colors.push_back(class_color(p, fill, i));
  for (const double b : class_bounds(fill)) key.bounds.push_back(fill == CountryFill::savings || fill == CountryFill::difference ? number(b * 1e-6, tr, 2) : whole(b, tr));
  key.note = tr(notes[static_cast<std::size_t>(fill)], s.scenario.year);
  return key;
}

ColorKey resource_key(const State& s, const Palette& p, const Translator& tr) {
  const Resource r = s.view.map.resource;
  ColorKey key;
  for (int i = 0; i < kResourceClasses; ++i) key.colors.push_back(resource_color(p, r, i));
  for (const double b : resource_bounds(r)) key.bounds.push_back(number(b, tr, 4));
  key.note = tr(r == Resource::sun ? "resource.sun_note" : "resource.wind_note");
  return key;
}

std::vector<ColorKey> color_keys(const State& s, const Palette& p, const Translator& tr) {
  std::vector<ColorKey> out;
  if (shows(s.view, Layer::countries)) out.push_back(country_key(s, p, tr));
  if (shows(s.view, Layer::resource)) out.push_back(resource_key(s, p, tr));
  return out;
}

}  // namespace gs
