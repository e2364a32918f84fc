#include <fmt/format.h>

#include "state/url.hpp"
#include "state/url_names.hpp"

namespace gs {

using namespace link;

namespace {

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '_' || c == '.' || c == ':' || c == ',';
    if (plain) out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

std::string trimmed(double value, int decimals) {
  std::string s = fmt::format("{:.{}f}", value, decimals);
  s.erase(s.find_last_not_of('0') + 1);
  if (s.ends_with('.')) s.pop_back();
  return s == "-0" ? "0" : s;
}

/// Names of the bits that are on.
template <class Names>
std::string names_of(const Names& names, std::uint32_t bits) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((bits >> i & 1u) != 0) list += (list.empty() ? "" : ",") + std::string(names[i]);
  }
  return list;
}

template <class Put>
void put_scenario(const Scenario& s, Put put) {
  const Scenario usual;
  const WhatIf &w = s.what_if, &none = usual.what_if;
  const auto whole = [&](std::string_view name, auto value, auto standard) {
    if (value != standard) put(name, fmt::format("{}", value));
  };
  whole("y", s.year, usual.year);
  if (s.method != usual.method) put("m", std::string(kMethods[static_cast<std::size_t>(s.method)]));
  if (s.pathway != usual.pathway) put("g", std::string(kPathways[static_cast<std::size_t>(s.pathway)]));
  whole("n", s.drawing.draws, usual.drawing.draws);
  whole("seed", s.drawing.seed, usual.drawing.seed);
  whole("weather", w.weather, none.weather);
  whole("ageing", w.ageing, none.ageing);
  whole("cut", w.curtailment, none.curtailment);
  whole("stored", w.stored, none.stored);
  whole("traffic", w.traffic, none.traffic);
  whole("wires", w.wires, none.wires);
  whole("h2price", w.hydrogen_cents, none.hydrogen_cents);
  whole("gw", w.build_gw, none.build_gw);
  if (w.build_up) put("buildup", "1");
}

template <class Put>
void put_map_style(const MapStyle& m, Put put) {
  const MapStyle usual;
  if (m.fill != usual.fill) put("fill", std::string(kFills[static_cast<std::size_t>(m.fill)]));
  if (m.size != usual.size) put("size", std::string(kSizes[static_cast<std::size_t>(m.size)]));
  if (m.resource != usual.resource) put("res", std::string(kResources[static_cast<std::size_t>(m.resource)]));
  if (trimmed(m.hour, 2) != trimmed(usual.hour, 2)) put("h", trimmed(m.hour, 2));
  if (m.span != usual.span) put("span", std::string(kSpans[static_cast<std::size_t>(m.span)]));
  if (m.pace != usual.pace) put("hpace", fmt::format("{}", m.pace));
  std::string order, fade;
  for (const Layer l : m.order) order += (order.empty() ? "" : ",") + std::string(kLayers[static_cast<std::size_t>(l)]);
  for (std::size_t i = 0; i < m.opacity.size(); ++i) {
    if (m.opacity[i] != 100) fade += fmt::format("{}{}:{}", fade.empty() ? "" : ",", kLayers[i], m.opacity[i]);
  }
  if (m.order != usual.order) put("order", order);
  if (!fade.empty()) put("fade", fade);
}

}  // namespace

std::string to_fragment(const State& s) {
  const State standard;
  const ViewState &v = s.view, &d = standard.view;
  std::string out = "v=1";
  const auto put = [&](std::string_view name, const std::string& value) { out += fmt::format("&{}={}", name, escape(value)); };
  if (v.projection != d.projection) put("p", v.projection);
  if (v.projection == kCustomProjection) put("proj", v.projection_text);
  // What differs by less than is printed does not differ, or the link read back would be written as another text.
  if (trimmed(v.lon_0, 3) != trimmed(d.lon_0, 3)) put("c", trimmed(v.lon_0, 3));
  const auto at = [](const Viewpoint& p) {
    return std::array{trimmed(p.longitude, 4), trimmed(p.latitude, 4), trimmed(p.zoom, 3)};
  };
  if (const auto here = at(v.viewpoint); here != at(d.viewpoint)) {
    put("lon", here[0]);
    put("lat", here[1]);
    put("z", here[2]);
  }
  if (trimmed(v.viewpoint.roll, 1) != "0") put("roll", trimmed(v.viewpoint.roll, 1));
  if (v.selection.kind != SelectionKind::none) {
    put("sel", fmt::format("{}:{}", kKinds[static_cast<std::size_t>(v.selection.kind)], v.selection.id));
  }
  put_scenario(s.scenario, put);
  if (s.against) {
    std::string pairs;
    put_scenario(*s.against, [&](std::string_view name, const std::string& value) { pairs += fmt::format("{}{}:{}", pairs.empty() ? "" : ",", name, value); });
    put("b", pairs.empty() ? "standard" : pairs);
  }
  if (v.language != d.language) put("lang", std::string(code_of(v.language)));
  if (v.theme != d.theme) put("theme", std::string(kThemes[static_cast<std::size_t>(v.theme)]));
  if (v.panel != d.panel) put("panel", std::string(kPanels[static_cast<std::size_t>(v.panel)]));
  if (const auto off = d.layers & ~v.layers; off != 0) put("off", names_of(kLayers, off));
  if (const auto on = v.layers & ~d.layers; on != 0) put("on", names_of(kLayers, on));
  put_map_style(v.map, put);
  if (v.categories != d.categories) put("cat", names_of(kCategories, ~v.categories));
  if (v.statuses != d.statuses) put("status", names_of(kStatuses, ~v.statuses));
  if (v.confidences != d.confidences) put("conf", names_of(kConfidences, ~v.confidences));
  if (v.built) put("built", fmt::format("{}-{}", v.built->first, v.built->last));
  if (v.time != d.time) put("time", std::string(kTimes[static_cast<std::size_t>(v.time)]));
  if (v.worked != d.worked) put("work", std::string(kWorked[static_cast<std::size_t>(v.worked)]));
  if (v.show_hidden) put("hidden", "1");
  if (!v.query.empty()) put("q", v.query);
  if (!v.country.empty()) put("country", v.country);
  if (v.table != d.table) put("sort", std::string(kColumns[static_cast<std::size_t>(v.table.column)]) + (v.table.ascending ? ".up" : ""));
  if (!v.claim.empty()) put("claim", v.claim);
  if (!v.story.empty()) {
    put("story", v.story);
    put("step", fmt::format("{}", v.step));
  }
  if (v.train_pace != d.train_pace) put("pace", fmt::format("{}", v.train_pace));
  const Laboratory &l = s.laboratory, &usual = standard.laboratory;
  if (l.line != usual.line) put("line", l.line);
  if (l.backwards) put("back", "1");
  if (!l.train.empty()) put("train", l.train);
  if (l.trailing_t != usual.trailing_t) put("t", fmt::format("{:.0f}", l.trailing_t));
  if (l.battery_scale != usual.battery_scale) put("batt", trimmed(l.battery_scale, 2));
  if (l.celsius != usual.celsius) put("temp", trimmed(l.celsius, 1));
  if (l.stops != usual.stops) put("stops", fmt::format("{}", l.stops));
  if (l.hydrogen != usual.hydrogen) put("h2", std::string(kHydrogens[static_cast<std::size_t>(l.hydrogen)]));
  if (!l.traction.empty()) put("pull", l.traction);
  return out;
}

std::string citation_fragment(const State& s, std::string_view data_version, std::string_view digest) {
  return fmt::format("{}&data={}&d={}", to_fragment(s), escape(data_version), escape(digest));
}

}  // namespace gs
