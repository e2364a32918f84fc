#include "guest/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "state/url.hpp"

namespace gs {
namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;
constexpr std::size_t kLongestQuoted = 60, kLongestId = 64;  // bytes

std::string bytes_of(const Json& j) { return j.dump(-1, ' ', false, Json::error_handler_t::replace); }
std::string shown(const Json& j) { return std::string(clipped(bytes_of(j), kLongestQuoted)); }

/// A problem of a link ("expected ..., found ...") in its parts.
Refusal refusal_of(const Error& e, std::string place) {
  constexpr std::string_view kExpected = "expected ", kFound = ", found ";
  const auto at = std::min(e.what.rfind(kFound), e.what.size());
  std::string expected = e.what.substr(0, at);
  if (expected.starts_with(kExpected)) expected.erase(0, kExpected.size());
  return {std::move(place), std::move(expected), at < e.what.size() ? e.what.substr(at + kFound.size()) : std::string()};
}

/// A field of a view, by the name that a link has for it.
struct Field {
  std::string_view name, link;
  bool number;
};
constexpr std::array<Field, 12> kFields{{{"projection", "p", false}, {"longitude", "lon", true}, {"latitude", "lat", true}, {"zoom", "z", true},
                                         {"roll", "roll", true}, {"year", "y", true}, {"method", "m", false}, {"pathway", "g", false},
                                         {"language", "lang", false}, {"theme", "theme", false}, {"query", "q", false}, {"country", "country", false}}};

class Reader {
 public:
  Reader(const Json& message, const Portfolio& facts, const State& now, bool (*known)(std::string_view))
      : message_(message), facts_(facts), now_(now), known_(known) {}

  HostMessage read() {
    if (message_.is_object() && message_.contains("id")) read_id();
    if (const char* kind = kind_of_message()) {
      place_ = kind;
      version();
      if (place_ == "greensilk:hello") only({});
      else if (place_ == "greensilk:set") set();
      else if (place_ == "greensilk:select") select();
      else play();
    }
    if (!out_.refused.empty() && !out_.fragment) {
      out_.actions.clear();
      out_.story.reset();
    }
    return std::move(out_);
  }

 private:
  void refuse(std::string place, std::string expected, std::string found) { out_.refused.push_back({std::move(place), std::move(expected), std::move(found)}); }
  std::string at(std::string_view name) const { return fmt::format("{}:{}", place_, name); }

  /// Null counts as not there.
  const Json* field(const char* name) const {
    const auto found = message_.find(name);
    return found == message_.end() || found->is_null() ? nullptr : &*found;
  }

  const char* kind_of_message() {
    if (!message_.is_object()) {
      refuse("message", "a JSON object", message_.is_discarded() ? "something else" : shown(message_));
      return nullptr;
    }
    const Json* type = field("type");
    for (const char* kind : {"greensilk:hello", "greensilk:set", "greensilk:select", "greensilk:play"})
      if (type && type->is_string() && type->get_ref<const std::string&>() == kind) return kind;
    refuse("message:type", "one of greensilk:hello greensilk:set greensilk:select greensilk:play", type ? shown(*type) : "none");
    return nullptr;
  }

  void read_id() {
    const Json& id = message_["id"];
    const bool good = id.is_number() || (id.is_string() && id.get_ref<const std::string&>().size() <= kLongestId);
    if (good) out_.id = bytes_of(id);
    else if (!id.is_null()) refuse("message:id", fmt::format("a number or a text up to {} bytes", kLongestId), shown(id));
  }

  void version() {
    const Json* v = field("version");
    if (!v || !v->is_number() || v->get<double>() != kVersion) refuse(at("version"), fmt::format("{}", kVersion), v ? shown(*v) : "none");
  }

  /// Refuses every other field.
  void only(const std::vector<std::string_view>& names) {
    std::string list;
    for (const std::string_view n : names) list += fmt::format("{}{}", list.empty() ? "" : " ", n);
    for (const auto& item : message_.items()) {
      const std::string& name = item.key();
      const bool usual = name == "type" || name == "version" || name == "id";
      if (usual || std::find(names.begin(), names.end(), name) != names.end()) continue;
      refuse(fmt::format("{}:{}", place_, clipped(name, kLongestQuoted)), list.empty() ? "no such field" : "one of " + list, "another field");
    }
  }

  std::optional<std::string> text(const char* name) {
    const Json* j = field(name);
    if (j && j->is_string()) return j->get<std::string>();
    if (j) refuse(at(name), "a text", shown(*j));
    return std::nullopt;
  }

  std::optional<bool> flag(const char* name) {
    const Json* j = field(name);
    if (j && j->is_boolean()) return j->get<bool>();
    if (j) refuse(at(name), "true or false", shown(*j));
    return std::nullopt;
  }

  /// What a link with this one name opens; nothing, and refused, where it cannot be read.
  std::optional<State> linked(std::string_view name, std::string_view link, std::string value) {
    const std::array<NamedText, 1> pair{{{std::string(link), std::move(value)}}};
    FromFragment read = from_pairs(pair, known_);
    if (read.ignored.empty()) return std::move(read.state);
    out_.refused.push_back(refusal_of(read.ignored.front(), at(name)));
    return std::nullopt;
  }

  void set() {
    std::vector<std::string_view> names{"fragment"};
    for (const Field& f : kFields) names.push_back(f.name);
    only(names);
    const auto link = text("fragment");
    Viewpoint to = now_.view.viewpoint;
    bool fields = false;
    for (const Field& f : kFields) {
      const Json* j = field(f.name.data());
      if (!j) continue;
      fields = true;
      if (f.number ? !j->is_number() : !j->is_string()) refuse(at(f.name), f.number ? "a number" : "a text", shown(*j));
      else set(f, f.number ? bytes_of(*j) : j->get<std::string>(), to);
    }
    if (!(to == now_.view.viewpoint)) out_.actions.push_back(action::SetViewpoint{to});
    if (link && fields) return refuse(at("fragment"), "a fragment or fields, not both", "both");
    if (!link && !fields && out_.refused.empty()) return refuse(place_, "a fragment or a field", "none");
    if (!link || !out_.refused.empty()) return;
    for (const Error& e : from_fragment(*link, known_).ignored) out_.refused.push_back(refusal_of(e, place_ + ":fragment:" + e.where));
    out_.fragment = *link;
  }

  void set(const Field& f, std::string value, Viewpoint& to) {
    if (f.name == "country" && value.empty()) return out_.actions.push_back(action::SetCountry{""});
    const auto read = linked(f.name, f.link, std::move(value));
    if (!read) return;
    const ViewState& v = read->view;
    if (f.name == "projection") out_.actions.push_back(action::SetProjection{v.projection});
    else if (f.name == "longitude") to.longitude = v.viewpoint.longitude;
    else if (f.name == "latitude") to.latitude = v.viewpoint.latitude;
    else if (f.name == "zoom") to.zoom = v.viewpoint.zoom;
    else if (f.name == "roll") to.roll = v.viewpoint.roll;
    else if (f.name == "year") out_.actions.push_back(action::SetYear{read->scenario.year});
    else if (f.name == "method") out_.actions.push_back(action::SetMethod{read->scenario.method});
    else if (f.name == "pathway") out_.actions.push_back(action::SetPathway{read->scenario.pathway});
    else if (f.name == "language") out_.actions.push_back(action::SetLanguage{v.language});
    else if (f.name == "theme") out_.actions.push_back(action::SetTheme{v.theme});
    else if (f.name == "query") out_.actions.push_back(action::SetQuery{v.query});
    else out_.actions.push_back(action::SetCountry{v.country});
  }

  void select() {
    only({"selection", "fly"});
    const bool fly = flag("fly").value_or(true);
    const auto what = text("selection");
    if (!what) {
      const bool nothing = message_.contains("selection") && message_["selection"].is_null();
      if (nothing) out_.actions.push_back(action::Select{});
      else if (!field("selection")) refuse(at("selection"), "an id, or null for none", "none");
      return;
    }
    const Selection found = what->empty() ? Selection{} : selection(*what);
    if (!what->empty() && found.kind == SelectionKind::none)
      return refuse(at("selection"), "the id of a project, line or locomotive, as \"project:al-dhafra-pv2\" or without its kind", shown(*what));
    out_.actions.push_back(action::Select{found});
    if (fly && found.kind != SelectionKind::none) out_.actions.push_back(action::FlyTo{found});
  }

  /// Of that id, with or without its kind before it.
  Selection selection(std::string_view what) const {
    const auto colon = what.find(':');
    const std::string_view kind = colon == std::string_view::npos ? "" : what.substr(0, colon);
    const std::string_view id = colon == std::string_view::npos ? what : what.substr(colon + 1);
    const auto is = [&](std::string_view name) { return kind.empty() || kind == name; };
    if (is("project") && facts_.project(id)) return {SelectionKind::project, std::string(id)};
    if (is("route") && facts_.route(id)) return {SelectionKind::route, std::string(id)};
    if (is("locomotive") && facts_.locomotive(id)) return {SelectionKind::locomotive, std::string(id)};
    return {};
  }

  void play() {
    only({"years", "hours", "trains", "story", "step", "progress"});
    const auto years = flag("years"), hours = flag("hours"), trains = flag("trains");
    if (years) out_.actions.push_back(action::PlayYears{*years});
    if (hours) out_.actions.push_back(action::PlayHours{*hours});
    if (trains) out_.actions.push_back(action::PlayTrains{*trains});
    const Json *step = field("step"), *progress = field("progress");
    const auto story = text("story");
    if (step && progress) refuse(at("progress"), "a step or a progress, not both", "both");
    if (story && story->empty()) {
      if (step || progress) refuse(at("story"), "the id of a story", "\"\"");
      return out_.actions.push_back(action::EndStory{});
    }
    if (story || step || progress) move(story.value_or(""), step, progress);
    else if (!years && !hours && !trains && out_.refused.empty()) refuse(place_, "one of years hours trains story step progress", "none");
  }

  void move(std::string story, const Json* step, const Json* progress) {
    StoryMove to;
    to.story = std::move(story);
    if (step && *step == "next") to.by = 1;
    else if (step && *step == "prev") to.by = -1;
    else if (step) to.step = whole(*step);
    if (progress) {
      const double p = progress->is_number() ? progress->get<double>() : -1.0;
      if (p >= 0.0 && p <= 1.0) to.progress = p;
      else refuse(at("progress"), "a number from 0 to 1", shown(*progress));
    }
    out_.story = std::move(to);
  }

  std::optional<int> whole(const Json& step) {
    const double s = step.is_number() ? step.get<double>() : -1.0;
    if (s >= 0.0 && s <= kMostSteps && s == std::floor(s)) return static_cast<int>(s);
    refuse(at("step"), fmt::format("\"next\", \"prev\" or a whole number from 0 to {}", kMostSteps), shown(step));
    return std::nullopt;
  }

  const Json& message_;
  const Portfolio& facts_;
  const State& now_;
  bool (*known_)(std::string_view);
  std::string place_;
  HostMessage out_;
};

}  // namespace

HostMessage read_message(std::string_view json, const Portfolio& facts, const State& now, bool (*known_projection)(std::string_view)) {
  const Json message = Json::parse(json, nullptr, false);
  return Reader(message, facts, now, known_projection).read();
}

StepFound step_after(const StoryMove& move, std::span<const Story> stories, const ViewState& now) {
  const std::string& id = move.story.empty() ? now.story : move.story;
  std::string ids;
  for (const Story& s : stories) {
    ids += (ids.empty() ? "" : " ") + s.id;
    if (s.id != id || s.steps.empty()) continue;
    const int last = static_cast<int>(s.steps.size()) - 1;
    if (move.step && *move.step > last)
      return {std::nullopt, Refusal{"greensilk:play:step", fmt::format("a whole number from 0 to {}", last), fmt::format("{}", *move.step)}};
    int step = move.step.value_or(0);
    if (move.by != 0) step = now.story == id ? now.step + move.by : 0;
    if (move.progress) step = static_cast<int>(*move.progress * (last + 1));
    return {action::ShowStep{id, std::clamp(step, 0, last)}, std::nullopt};
  }
  return {std::nullopt, Refusal{"greensilk:play:story", "one of " + ids, id.empty() ? "none" : id}};
}

std::string refused_json(const std::string& id, std::span<const Refusal> refused) {
  Json j{{"type", "refused"}, {"id", nullptr}, {"problems", Json::array()}};
  if (!id.empty()) j["id"] = Json::parse(id, nullptr, false);
  for (const Refusal& r : refused) j["problems"].push_back({{"place", r.place}, {"expected", r.expected}, {"found", r.found}});
  return bytes_of(j);
}

}  // namespace gs
