#include "state/url.hpp"

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "model/own_version.hpp"
#include "state/url_names.hpp"
#include "units/problem.hpp"

namespace gs {

using namespace link;

namespace {

constexpr std::size_t kLongestQuoted = 60;  // bytes of a bad part that are repeated to the reader

template <class Names>
std::optional<std::size_t> index_of(const Names& names, std::string_view word) {
  const auto at = std::find(names.begin(), names.end(), word);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names.begin());
}

What form(std::string_view how) { return what("problem.form", "expected {}", how); }
What expected_one_of(std::string_view list) { return what("problem.one_of", "expected one of {}", list); }

template <class Names>
What one_of(const Names& names) {
  std::string list;
  for (const auto name : names) {
    if (!name.empty()) list += fmt::format("{}{}", list.empty() ? "" : " ", name);
  }
  return expected_one_of(list);
}

std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    if (text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16).ptr == text.data() + i + 3) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

bool is_digest(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

constexpr std::size_t kMostIgnored = 40;

class Reader {
 public:
  explicit Reader(bool (*known_projection)(std::string_view)) : known_projection_(known_projection) {}

  void pair(std::string_view name, const std::string& value) {
    ViewState& v = out.state.view;
    if (name == "v") version(value);
    else if (name == "p") projection(value);
    else if (name == "proj") projection_text(value);
    else if (name == "c") number(name, value, -180, 180, v.lon_0);
    else if (name == "lon") number(name, value, -180, 180, v.viewpoint.longitude);
    else if (name == "lat") number(name, value, -90, 90, v.viewpoint.latitude);
    else if (name == "z") number(name, value, kMinZoom, kMaxZoom, v.viewpoint.zoom);
    else if (name == "roll") number(name, value, -180, 180, v.viewpoint.roll);
    else if (name == "sel") selection(value);
    else if (name == "b") against(value);
    else if (name == "sort") sort(value, v.table);
    else if (name == "claim") v.claim = clipped(value, kLongestQuery);
    else if (name == "story") id(name, value, v.story);
    else if (name == "step") whole(name, value, 0, kMostSteps, v.step);
    else if (name == "data") digest(name, value, out.data_version);
    else if (name == "d") digest(name, value, out.digest);
    else if (name == "lang") word(name, value, kLanguageCodes, v.language);
    else if (name == "theme") word(name, value, kThemes, v.theme);
    else if (name == "panel") word(name, value, kPanels, v.panel);
    else if (name == "off") bits(name, value, kLayers, [&v](std::uint32_t b) { v.layers &= ~b; });
    else if (name == "on") bits(name, value, kLayers, [&v](std::uint32_t b) { v.layers |= b; });
    else if (name == "cat") bits(name, value, kCategories, [&v](std::uint32_t b) { v.categories &= ~b; });
    else if (name == "status") bits(name, value, kStatuses, [&v](std::uint32_t b) { v.statuses &= ~b; });
    else if (name == "conf") bits(name, value, kConfidences, [&v](std::uint32_t b) { v.confidences &= ~b; });
    else if (name == "built") built(value, v.built);
    else if (name == "time") word(name, value, kTimes, v.time);
    else if (name == "work") word(name, value, kWorked, v.worked);
    else if (name == "hidden") flag(name, value, v.show_hidden);
    else if (name == "q") v.query = clipped(value, kLongestQuery);
    else if (name == "country") country(value);
    else if (name == "pace") one_of_paces(name, value, kTrainPaces, v.train_pace);
    else if (!scenario(name, value, out.state.scenario) && !map_style(name, value) && !laboratory(name, value)) ignore(name, what("problem.link_name", "expected a name that a link knows"), std::string(name));
  }

  /// After the last pair: what only makes sense together.
  FromFragment done() {
    ViewState& v = out.state.view;
    const bool custom = v.projection == kCustomProjection;
    if (custom && v.projection_text.empty()) {
      ignore("p", what("problem.custom", "expected with \"custom\" PROJ's parameters in proj"), "none");
      v.projection = ViewState{}.projection;
    } else if (!custom && !v.projection_text.empty()) {
      ignore("proj", what("problem.with_it", "expected {} with it", "p=custom"), v.projection);
      v.projection_text.clear();
    }
    if (v.story.empty()) v.step = 0;
    return std::move(out);
  }

 private:
  FromFragment out;

  void ignore(std::string_view name, What expected, std::string_view found) {
    if (out.ignored.size() >= kMostIgnored) return;  // a page of complaints helps nobody
    out.ignored.push_back(error_at(fmt::format("link:{}", clipped(name, kLongestQuoted)),
                                   std::move(expected) + what("problem.found", "found \"{}\"", clipped(found, kLongestQuoted))));
  }

  void version(const std::string& value) {
    if (value != "1") ignore("v", what("problem.version", "expected version {}", 1), value);
  }
  void projection(const std::string& value) {
    if (value == kCustomProjection || known_projection_(value)) out.state.view.projection = value;
    else ignore("p", what("problem.projection_id", "expected a projection's id"), value);
  }
  void projection_text(const std::string& value) {
    if (is_projection_text(value)) out.state.view.projection_text = value;
    else ignore("proj", what("problem.parameters", "expected PROJ's parameters, up to {} plain letters and signs", kLongestProjection), value);
  }
  void number(std::string_view name, const std::string& value, double low, double high, double& target) {
    double x = 0;
    const auto end = fast_float::from_chars(value.data(), value.data() + value.size(), x);
    if (end.ec == std::errc() && end.ptr == value.data() + value.size() && x >= low && x <= high) target = x;
    else ignore(name, what("problem.number_between", "expected a number from {} to {}", low, high), value);
  }
  void year(const std::string& value, int& target) {
    double y = 0;
    number("y", value, kFirstYear, kLastYear, y);
    if (y < kFirstYear) return;
    if (y != std::floor(y)) ignore("y", what("problem.whole_year", "expected a whole year"), value);
    else target = static_cast<int>(y);
  }
  /// Digits only.
  template <class Integer>
  void whole(std::string_view name, const std::string& value, Integer low, Integer high, Integer& target) {
    Integer i = 0;
    const bool digits = !value.empty() && value.front() >= '0' && value.front() <= '9';
    const auto end = std::from_chars(value.data(), value.data() + value.size(), i);
    if (digits && end.ec == std::errc() && end.ptr == value.data() + value.size() && i >= low && i <= high) target = i;
    else ignore(name, what("problem.whole_between", "expected a whole number from {} to {}", low, high), value);
  }
  void digest(std::string_view name, const std::string& value, std::optional<std::string>& target) {
    if (is_digest(value)) target = value;
    else ignore(name, what("problem.digest", "expected 16 hexadecimal digits"), value);
  }
  template <class Names, class Enum>
  void word(std::string_view name, const std::string& value, const Names& names, Enum& target) {
    if (const auto i = index_of(names, value)) target = static_cast<Enum>(*i);
    else ignore(name, one_of(names), value);
  }
  template <class Each>
  static void items(const std::string& value, Each each) {
    for (std::size_t from = 0; from <= value.size();) {
      const std::size_t comma = std::min(value.find(',', from), value.size());
      each(value.substr(from, comma - from));
      from = comma + 1;
    }
  }
  template <class Names, class Apply>
  void bits(std::string_view name, const std::string& value, const Names& names, Apply apply) {
    items(value, [&](const std::string& item) {
      if (const auto i = index_of(names, item)) apply(1u << *i);
      else ignore(name, one_of(names), item);
    });
  }
  /// The names of a scenario; false for any other.
  bool scenario(std::string_view name, const std::string& value, Scenario& s) {
    WhatIf& w = s.what_if;
    const auto in = [&](WholeRange r, int& target) { whole(name, value, r.least, r.most, target); };
    if (name == "y") year(value, s.year);
    else if (name == "m") word(name, value, kMethods, s.method);
    else if (name == "g") word(name, value, kPathways, s.pathway);
    else if (name == "n") whole(name, value, kFewestDraws, kMostDraws, s.drawing.draws);
    else if (name == "seed") whole<std::uint64_t>(name, value, 0, std::numeric_limits<std::uint64_t>::max(), s.drawing.seed);
    else if (name == "weather") in(kWeather, w.weather);
    else if (name == "ageing") in(kAgeing, w.ageing);
    else if (name == "cut") in(kCurtailment, w.curtailment);
    else if (name == "stored") in(kStored, w.stored);
    else if (name == "traffic") in(kTraffic, w.traffic);
    else if (name == "wires") in(kWires, w.wires);
    else if (name == "h2price") in(kHydrogenCents, w.hydrogen_cents);
    else if (name == "gw") in(kBuildGw, w.build_gw);
    else if (name == "buildup") flag(name, value, w.build_up);
    else return false;
    return true;
  }
  /// Names and values of the scenario compared with, "y:2040,m:coal_equivalent"; "standard" where it is that.
  void against(const std::string& value) {
    Scenario s;
    if (value != "standard") {
      items(value, [&](const std::string& item) {
        const auto colon = std::min(item.find(':'), item.size());
        const std::string name = item.substr(0, colon);
        if (!scenario(name, item.substr(std::min(colon + 1, item.size())), s)) ignore("b", what("problem.scenario", "expected names of a scenario with their values"), item);
      });
    }
    out.state.against = s;
  }
  void sort(const std::string& value, TableOrder& order) {
    order.ascending = value.ends_with(".up");
    word("sort", value.substr(0, value.size() - (order.ascending ? 3 : 0)), kColumns, order.column);
  }
  /// The map's own names; false for any other.
  bool map_style(std::string_view name, const std::string& value) {
    MapStyle& m = out.state.view.map;
    if (name == "fill") word(name, value, kFills, m.fill);
    else if (name == "size") word(name, value, kSizes, m.size);
    else if (name == "res") word(name, value, kResources, m.resource);
    else if (name == "h") number(name, value, kFirstHour, kLastHour, m.hour);
    else if (name == "span") word(name, value, kSpans, m.span);
    else if (name == "hpace") one_of_paces(name, value, kHourPaces, m.pace);
    else if (name == "order") order(value, m.order);
    else if (name == "fade") items(value, [&](const std::string& item) { fade(item, m); });
    else return false;
    return true;
  }
  void order(const std::string& value, LayerOrder& target) {
    LayerOrder read{};
    std::size_t n = 0;
    items(value, [&](const std::string& item) {
      const auto i = index_of(kLayers, item);
      if (i && n < read.size()) read[n] = static_cast<Layer>(*i);
      n = i ? n + 1 : read.size() + 1;
    });
    if (n == read.size() && is_order(read)) target = read;
    else ignore("order", what("problem.layer_order", "expected the lines {}, then the symbols {}", "graticule borders railways", "trains sites locomotives"), value);
  }
  void fade(const std::string& item, MapStyle& m) {
    const auto colon = item.find(':');
    const auto layer = index_of(kLayers, item.substr(0, colon));
    if (colon == std::string::npos || !layer) return ignore("fade", form("layer:percent"), item);
    int percent = 100;
    whole("fade", item.substr(colon + 1), static_cast<int>(kLeastOpacity), 100, percent);
    m.opacity[*layer] = static_cast<std::uint8_t>(percent);
  }
  void flag(std::string_view name, const std::string& value, bool& target) {
    if (value == "1" || value == "0") target = value == "1";
    else ignore(name, what("problem.either", "expected {} or {}", 0, 1), value);
  }
  void selection(const std::string& value) {
    const auto colon = value.find(':');
    const auto kind = index_of(kKinds, value.substr(0, colon));
    if (colon == std::string::npos || !kind || *kind == 0 || colon + 1 == value.size() || value.size() > 120) {
      ignore("sel", form("kind:id"), value);
    } else {
      out.state.view.selection = {static_cast<SelectionKind>(*kind), value.substr(colon + 1)};
    }
  }
  template <class Paces>
  void one_of_paces(std::string_view name, const std::string& value, const Paces& paces, int& target) {
    for (const int pace : paces)
      if (fmt::format("{}", pace) == value) return void(target = pace);
    ignore(name, expected_one_of(fmt::format("{}", fmt::join(paces, " "))), value);
  }
  /// "2010-2015".
  void built(const std::string& value, std::optional<YearSpan>& target) {
    const auto dash = std::min(value.find('-'), value.size());
    YearSpan years;
    const auto before = out.ignored.size();
    whole("built", value.substr(0, dash), kFirstYear, kLastYear, years.first);
    if (out.ignored.size() == before) whole("built", value.substr(std::min(dash + 1, value.size())), kFirstYear, kLastYear, years.last);
    if (out.ignored.size() == before && years.first <= years.last) target = years;
    else if (out.ignored.size() == before) ignore("built", what("problem.years", "expected the earlier year first"), value);
  }
  void id(std::string_view name, const std::string& value, std::string& target) {
    if (!value.empty() && is_id(value)) target = value;
    else ignore(name, what("problem.id", "expected an id of small letters, digits, _ and -"), value);
  }
  /// The train laboratory's names; false for any other.
  bool laboratory(std::string_view name, const std::string& value) {
    Laboratory& l = out.state.laboratory;
    if (name == "line") id(name, value, l.line);
    else if (name == "back") flag(name, value, l.backwards);
    else if (name == "train") id(name, value, l.train);
    else if (name == "t") number(name, value, kLeastTrailing, kMostTrailing, l.trailing_t);
    else if (name == "batt") number(name, value, kLeastBatteryScale, kMostBatteryScale, l.battery_scale);
    else if (name == "temp") number(name, value, kColdest, kHottest, l.celsius);
    else if (name == "stops") whole(name, value, 0, kMostStops, l.stops);
    else if (name == "h2") word(name, value, kHydrogens, l.hydrogen);
    else if (name == "pull") id(name, value, l.traction);
    else return false;
    l = in_range(std::move(l));
    return true;
  }
  void country(const std::string& value) {
    const bool iso3 = value.size() == 3 && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (iso3) out.state.view.country = value;
    else ignore("country", what("problem.iso3", "expected three capital letters (ISO 3166-1 alpha-3)"), value);
  }

  bool (*known_projection_)(std::string_view);
};

/// That the figures differ, and why.
What other_figures(const FromFragment& link, std::string_view data_version, std::string_view digest, bool other_data) {
  const std::string& there = *link.digest;
  if (is_own_version(data_version))
    return what("problem.figures_own", "the figures differ from those of the link: digest {} there, {} here; own data are joined here, and were not there", there, digest);
  if (other_data)
    return what("problem.figures_data", "the figures differ from those of the link: digest {} there, {} here; the data have changed ({} then, {} now)",
                there, digest, *link.data_version, data_version);
  if (link.data_version)
    return what("problem.figures_program",
                "the figures differ from those of the link: digest {} there, {} here; the data are the same, so another version of the program made the link, or the link was altered",
                there, digest);
  return what("problem.figures", "the figures differ from those of the link: digest {} there, {} here; the data or the program have changed", there, digest);
}

}  // namespace

std::optional<Error> digest_note(const FromFragment& link, std::string_view data_version, std::string_view digest) {
  const bool other_data = link.data_version && *link.data_version != data_version;
  if (link.digest ? *link.digest == digest : !other_data) return std::nullopt;
  if (!link.digest)
    return error_at("link:data", what("problem.data_version", "the link was made with data {}, this program has {}", *link.data_version, data_version));
  if (other_data && is_own_version(*link.data_version))
    return error_at("link:data", what("problem.maker_data", "the figures of the link hold data of its maker's own, which no link carries: digest {} there, {} here",
                                      *link.digest, digest));
  return error_at("link:d", other_figures(link, data_version, digest, other_data));
}

FromFragment from_pairs(std::span<const NamedText> pairs, bool (*known_projection)(std::string_view)) {
  Reader reader(known_projection);
  for (const auto& [name, value] : pairs) reader.pair(name, value);
  return reader.done();
}

FromFragment from_fragment(std::string_view fragment, bool (*known_projection)(std::string_view)) {
  std::vector<NamedText> pairs;
  if (fragment.starts_with('#')) fragment.remove_prefix(1);
  while (!fragment.empty()) {
    const std::string_view pair = fragment.substr(0, fragment.find('&'));
    fragment.remove_prefix(std::min(pair.size() + 1, fragment.size()));
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) pairs.push_back({unescape(pair), ""});
    else pairs.push_back({unescape(pair.substr(0, equals)), unescape(pair.substr(equals + 1))});
  }
  return from_pairs(pairs, known_projection);
}

}  // namespace gs
