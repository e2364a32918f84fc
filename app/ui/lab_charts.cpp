#include <algorithm>
#include <cmath>

#include "ui/laboratory.hpp"

/// Height, speed, power and charge over one axis of distance, with one cursor through all.
namespace gs::ui {
namespace {

constexpr float kHead = 22.0f, kAxis = 40.0f;

/// One chart of the stack: where it is and what its axis spans.
struct Plot {
  Rect r;
  double low = 0, high = 1;
  float y(double v) const { return r.bottom() - static_cast<float>((v - low) / (high - low)) * r.h; }
};

struct Stack {
  const Ui& ui;
  const LabResults& lab;
  const LabCurves& curves;
  LabReading reading;
  const LabRun* front;
  float left, right, edge;  ///< of the plots; end of the read-outs
  bool names;               ///< stand with the read-outs, else once above all
  ImDrawList* d;

  float x(double km) const { return left + static_cast<float>(km / curves.length_km) * (right - left); }
  Color color(std::size_t run) const { return traction_color(ui.palette, lab.runs[run].traction->traction); }
};

double nice_step(double span, double parts) {
  const double raw = span / parts, power = std::pow(10.0, std::floor(std::log10(raw))), lead = raw / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
}

void head(const Stack& s, const Plot& p, std::string_view title) {
  text_at(s.d, s.ui.fonts.small_bold, {s.left, p.r.y - kHead + 2}, s.ui.palette.ink, title);
}

/// Lines across with their values left of the plot.
void rules(const Stack& s, const Plot& p, double step) {
  for (double v = std::ceil(p.low / step - 1e-9) * step; v <= p.high + 1e-9 * step; v += step) {
    const float y = std::floor(p.y(v)) + 0.5f;
    const bool zero = std::abs(v) < 1e-9 * step;
    s.d->AddLine({s.left, y}, {s.right, y}, u32(zero && p.low < 0 ? s.ui.palette.secondary : s.ui.palette.hairline));
    const std::string words = number(zero ? 0.0 : v, s.ui.tr(), 4);
    text_at(s.d, s.ui.fonts.small, {s.left - 8 - text_width(s.ui.fonts.small, words), y - 8}, s.ui.palette.secondary, words);
  }
}

Color mix(Color a, Color b, float t) {
  const auto part = [t](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(static_cast<float>(from) + t * (static_cast<float>(to) - static_cast<float>(from)) + 0.5f);
  };
  return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b), 255};
}

/// Down in blue, level as the ground, up in rust (LOOK.md, "against report").
Color grade_color(bool dark, double share) {
  static constexpr std::array<Color, 5> day{rgb(0x1F5C99), rgb(0x8FB3D1), rgb(0xF3F1EB), rgb(0xE3A77F), rgb(0xB5521B)};
  static constexpr std::array<Color, 5> night{rgb(0x6FB4F2), rgb(0x3D5F7D), rgb(0x26323B), rgb(0x8A5535), rgb(0xFF9A5C)};
  const auto& ramp = dark ? night : day;
  const float at = static_cast<float>(std::clamp(share, -1.0, 1.0) + 1.0) * 2.0f;
  const auto i = static_cast<std::size_t>(std::min(at, 3.0f));
  return mix(ramp[i], ramp[i + 1], at - static_cast<float>(i));
}

/// Points of a curve in px, without those that lie on the line of their neighbours.
void polyline(ImDrawList* d, const std::vector<ImVec2>& points, Color color, float width) {
  if (points.size() > 1) d->AddPolyline(points.data(), static_cast<int>(points.size()), u32(color), 0, width);
}

template <class Value>
std::vector<ImVec2> simplified(const Stack& s, const Plot& p, std::size_t n, Value value) {
  std::vector<ImVec2> out;
  for (std::size_t i = 0; i < n; ++i) {
    const float v = value(i);
    if (!(v == v)) break;
    const ImVec2 at{s.x(s.curves.km(i)), std::clamp(p.y(static_cast<double>(v)), p.r.y - 1.0f, p.r.bottom() + 1.0f)};
    if (out.size() >= 2) {
      const ImVec2 a = out[out.size() - 2], b = out.back();
      const float on = a.y + (b.x - a.x) / (at.x - a.x) * (at.y - a.y);
      if (std::abs(on - b.y) < 0.12f && at.x - a.x < 60.0f) out.pop_back();
    }
    out.push_back(at);
  }
  return out;
}

void dashed(ImDrawList* d, ImVec2 a, ImVec2 b, ImU32 color, float on, float off, float width = 1.0f) {
  const float length = std::hypot(b.x - a.x, b.y - a.y);
  for (float at = 0; at < length; at += on + off) {
    const float end = std::min(at + on, length);
    d->AddLine({a.x + (b.x - a.x) * at / length, a.y + (b.y - a.y) * at / length},
               {a.x + (b.x - a.x) * end / length, a.y + (b.y - a.y) * end / length}, color, width);
  }
}

/// Names with values right of a plot, in the order of the values and never over each other; a press brings a run forward.
struct ReadOut {
  std::size_t run;
  double value;
  std::string words;
};
void read_outs(const Stack& s, const Plot& p, const char* id, std::vector<ReadOut> rows, Actions& out) {
  constexpr float kLine = 16.0f;
  std::stable_sort(rows.begin(), rows.end(), [](const ReadOut& a, const ReadOut& b) { return a.value > b.value; });
  std::vector<float> at;
  for (const ReadOut& r : rows) at.push_back(p.y(r.value) - 0.5f * kLine);
  const float top = p.r.y - 8.0f, bottom = p.r.bottom() + 8.0f - kLine;
  for (std::size_t i = 0; i < at.size(); ++i) at[i] = std::max(at[i], i ? at[i - 1] + kLine : top);
  for (std::size_t i = at.size(); i-- > 0;) at[i] = std::min(at[i], i + 1 < at.size() ? at[i + 1] - kLine : bottom);
  ImGui::PushID(id);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const LabRun& run = s.lab.runs[rows[i].run];
    const bool bold = &run == s.front;
    const Color color = s.color(rows[i].run);
    ImFont* font = bold ? s.ui.fonts.small_bold : s.ui.fonts.small;
    ImGui::SetCursorScreenPos({s.right + 4, at[i]});
    ImGui::PushID(static_cast<int>(rows[i].run));
    if (press("name", {s.edge - s.right - 4, kLine})) out.push_back(bring_forward(s.ui, run));
    if (ImGui::IsItemHovered()) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      s.d->AddRectFilled({s.right + 4, at[i]}, {s.edge + 4, at[i] + kLine}, u32(s.ui.palette.inset), 3);
    }
    ImGui::PopID();
    traction_mark(s.d, {s.right + 10, at[i] + 8.5f}, 3.6f, run.traction->traction, color, color);
    const float value_w = text_width(font, rows[i].words);
    const float room = s.edge - value_w - 6 - (s.right + 20);
    if (s.names) text_at(s.d, font, {s.right + 20, at[i]}, bold ? s.ui.palette.ink : s.ui.palette.secondary, shortened(font, kind_name(s.ui, run.traction->traction), room));
    text_at(s.d, font, {s.edge - value_w, at[i]}, s.ui.palette.ink, rows[i].words);
  }
  ImGui::PopID();
}

/// Runs as curves, the one in front last and thicker, each with its mark every so often and at the cursor.
template <class Values, class Now>
void runs(const Stack& s, const Plot& p, Values values, Now now) {
  const TimeAxis along(s.d, s.left, s.right);
  const float cursor = s.x(s.reading.km);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < s.curves.runs.size(); ++i)
    if (&s.lab.runs[i] != s.front) order.push_back(i);
  for (std::size_t i = 0; i < s.curves.runs.size(); ++i)
    if (&s.lab.runs[i] == s.front) order.push_back(i);
  for (const std::size_t i : order) {
    const std::vector<float>& v = values(s.curves.runs[i]);
    const bool front = &s.lab.runs[i] == s.front;
    const Color color = s.color(i);
    const auto points = simplified(s, p, v.size(), [&](std::size_t k) { return v[k]; });
    polyline(s.d, points, front ? color : color.with_alpha(0.72), front ? 2.6f : 1.3f);
    const TractionKind kind = s.lab.runs[i].traction->traction;
    for (float x = s.left + 26.0f + 31.0f * static_cast<float>(i); x < s.right; x += 190.0f) {
      const double node = static_cast<double>(x - s.left) / static_cast<double>(s.right - s.left) * static_cast<double>(v.size() - 1);
      const float value = v[static_cast<std::size_t>(node)];
      if (std::abs(x - cursor) < 14.0f || !(value == value)) continue;
      traction_mark(s.d, {x, p.y(static_cast<double>(value))}, front ? 3.6f : 2.8f, kind, color, s.ui.palette.page);
    }
    if (!points.empty() && !s.lab.runs[i].run.arrived) {  // it could not go on
      const ImVec2 e = points.back();
      s.d->AddLine({e.x - 4, e.y - 4}, {e.x + 4, e.y + 4}, u32(color), 2.0f);
      s.d->AddLine({e.x - 4, e.y + 4}, {e.x + 4, e.y - 4}, u32(color), 2.0f);
    }
  }
  for (const std::size_t i : order) {
    const double value = now(s.reading.runs[i]);
    if (!(value == value)) continue;
    const bool front = &s.lab.runs[i] == s.front;
    traction_mark(s.d, {cursor, std::clamp(p.y(value), p.r.y, p.r.bottom())}, front ? 5.0f : 4.0f, s.lab.runs[i].traction->traction, s.color(i), s.ui.palette.page);
  }
}

template <class Now, class Words>
std::vector<ReadOut> rows_of(const Stack& s, Now now, Words words) {
  std::vector<ReadOut> rows;
  for (std::size_t i = 0; i < s.reading.runs.size(); ++i) {
    const double value = now(s.reading.runs[i]);
    if (value == value) rows.push_back({i, value, words(value)});
  }
  return rows;
}

template <class Values>
std::pair<double, double> span_of(const LabCurves& c, Values values) {
  double low = 0, high = 0;
  for (const LabCurve& run : c.runs)
    for (const float v : values(run))
      if (v == v) low = std::min(low, static_cast<double>(v)), high = std::max(high, static_cast<double>(v));
  return {low, high};
}

/// The ground in the colours of its grades, and its line.
void profile(const Stack& s, const Plot& p, double steepest) {
  const TimeAxis along(s.d, s.left, s.right);
  const LabCurves& c = s.curves;
  for (std::size_t i = 0; i + 1 < c.nodes(); ++i) {
    const float a = s.x(c.km(i)), b = s.x(c.km(i + 1));
    const float y = std::min(p.y(static_cast<double>(c.height_m[i])), p.y(static_cast<double>(c.height_m[i + 1])));
    s.d->AddRectFilled({a, y}, {b, p.r.bottom()}, u32(grade_color(s.ui.palette.dark, static_cast<double>(c.grade_permille[i]) / steepest)));
  }
  polyline(s.d, simplified(s, p, c.nodes(), [&](std::size_t i) { return c.height_m[i]; }), s.ui.palette.ink, 1.6f);
}

void height_chart(const Stack& s, Plot& p) {
  const Ui& ui = s.ui;
  const LabCurves& c = s.curves;
  const auto [lowest, highest] = std::minmax_element(c.height_m.begin(), c.height_m.end());
  const double low = static_cast<double>(*lowest), high = static_cast<double>(*highest), span = std::max(60.0, high - low);
  const double step = nice_step(span, 2.4);
  p.low = low - 0.30 * span, p.high = low + 1.06 * span;
  head(s, p, ui.tr()(c.height_known ? "lab.height" : "lab.height_relative"));
  const double steepest = std::max(1.0, std::ceil(s.lab.line.ruling_permille));
  for (double v = std::ceil(low / step) * step; v <= high + 1e-6; v += step) {
    const float y = std::floor(p.y(v)) + 0.5f;
    s.d->AddLine({s.left - 4, y}, {s.left, y}, u32(ui.palette.control_edge));
    const std::string words = number(v, ui.tr(), 5);
    text_at(s.d, ui.fonts.small, {s.left - 8 - text_width(ui.fonts.small, words), y - 8}, ui.palette.secondary, words);
  }
  profile(s, p, steepest);

  // The key of the colours on the line of the heading.
  const std::string up = ui.tr()("lab.up", number(steepest, ui.tr(), 3)), down = ui.tr()("lab.down", number(steepest, ui.tr(), 3));
  const float title_end = s.left + text_width(ui.fonts.small_bold, ui.tr()(c.height_known ? "lab.height" : "lab.height_relative")) + 12;
  const bool roomy = s.right - title_end > text_width(ui.fonts.small, up) + text_width(ui.fonts.small, down) + 104.0f;
  const float kKey = roomy ? 88.0f : 36.0f;
  float x = s.right - text_width(ui.fonts.small, up);
  const float y = p.r.y - kHead + 2;
  text_at(s.d, ui.fonts.small, {x, y}, ui.palette.secondary, up);
  x -= 8 + kKey;
  for (int i = 0; i < 4; ++i) {
    const ImU32 a = u32(grade_color(ui.palette.dark, -1 + 0.5 * i)), b = u32(grade_color(ui.palette.dark, -0.5 + 0.5 * i));
    const float from = x + 0.25f * kKey * static_cast<float>(i);
    s.d->AddRectFilledMultiColor({from, y + 4}, {from + 0.25f * kKey, y + 12}, a, b, b, a);
  }
  s.d->AddRect({x - 0.5f, y + 3.5f}, {x + kKey + 0.5f, y + 12.5f}, u32(ui.palette.hairline));
  if (roomy) text_at(s.d, ui.fonts.small, {x - 8 - text_width(ui.fonts.small, down), y}, ui.palette.secondary, down);
}

/// Height and grade at the cursor, in a box beside it.
void height_read_out(const Stack& s, const Plot& p) {
  const Ui& ui = s.ui;
  const double g = s.reading.grade_permille;
  const std::string grade = number(std::abs(g), ui.tr(), 2);
  const std::string words = ui.tr()(std::abs(g) < 0.05 ? "lab.here_level" : g > 0 ? "lab.here_up" : "lab.here_down", whole(s.reading.height_m, ui.tr()), grade);
  const float w = text_width(ui.fonts.small_bold, words) + 14, x = s.x(s.reading.km), y = p.y(s.reading.height_m);
  s.d->AddCircleFilled({x, y}, 4.5f, u32(ui.palette.ink), 20);
  const float at = x - 8 - w >= s.left ? x - 8 - w : x + 8;
  const float top = p.r.y - 2;
  s.d->AddRectFilled({at, top}, {at + w, top + 20}, u32(ui.palette.panel), 4);
  s.d->AddRect({at + 0.5f, top + 0.5f}, {at + w - 0.5f, top + 19.5f}, u32(ui.palette.hairline), 4);
  text_at(s.d, ui.fonts.small_bold, {at + 7, top + 2}, ui.palette.ink, words);
}

/// What the line allows, dashed.
void limits(const Stack& s, const Plot& p) {
  const TimeAxis along(s.d, s.left, s.right);
  const auto& limit = s.curves.limit_kmh;
  for (std::size_t i = 0; i < limit.size();) {
    std::size_t j = i;
    while (j < limit.size() && limit[j] == limit[i]) ++j;
    const float y = std::floor(p.y(static_cast<double>(limit[i]))) + 0.5f;
    dashed(s.d, {s.x(s.curves.km(i)), y}, {s.x(s.curves.km(std::min(j, limit.size() - 1))), y}, u32(s.ui.palette.secondary), 4, 3);
    i = j;
  }
}

void speed_chart(const Stack& s, Plot& p, Actions& out) {
  const Ui& ui = s.ui;
  double top = 10;
  for (const float v : s.curves.limit_kmh) top = std::max(top, static_cast<double>(v));
  top = std::max(top, span_of(s.curves, [](const LabCurve& c) -> const auto& { return c.speed_kmh; }).second);
  const double step = nice_step(top, p.r.h > 70 ? 2.2 : 1.2);
  p.high = std::max(top * 1.04, step);
  head(s, p, ui.tr()("lab.speed"));
  rules(s, p, step);
  limits(s, p);
  runs(s, p, [](const LabCurve& c) -> const auto& { return c.speed_kmh; }, [](const LabReading::Run& r) { return r.speed_kmh; });
  read_outs(s, p, "speed", rows_of(s, [](const LabReading::Run& r) { return r.speed_kmh; }, [&s](double v) { return whole(v, s.ui.tr()); }), out);
}

void power_chart(const Stack& s, Plot& p, Actions& out) {
  const auto values = [](const LabCurve& c) -> const auto& { return c.power_mw; };
  const auto [low, high] = span_of(s.curves, values);
  const double step = nice_step(std::max(1.0, high - low), p.r.h > 80 ? 3.0 : 2.0);
  p.low = low < -0.05 ? std::min(low * 1.04, -0.4 * step) : 0, p.high = std::max(high * 1.04, step);
  head(s, p, s.ui.tr()("lab.power"));
  rules(s, p, step);
  runs(s, p, values, [](const LabReading::Run& r) { return r.power_mw; });
  const auto words = [&s](double v) { return std::abs(v) < 0.05 ? std::string("0") : number(std::round(v * 10) / 10, s.ui.tr(), 3); };
  read_outs(s, p, "power", rows_of(s, [](const LabReading::Run& r) { return r.power_mw; }, words), out);
}

void charge_chart(const Stack& s, Plot& p, Actions& out) {
  p.high = 1.0;
  head(s, p, s.ui.tr()("lab.charge"));
  for (const double v : {0.0, 0.5, 1.0}) {
    const float y = std::floor(p.y(v)) + 0.5f;
    s.d->AddLine({s.left, y}, {s.right, y}, u32(s.ui.palette.hairline));
    const std::string words = whole(100 * v, s.ui.tr());
    text_at(s.d, s.ui.fonts.small, {s.left - 8 - text_width(s.ui.fonts.small, words), y - 8}, s.ui.palette.secondary, words);
  }
  runs(s, p, [](const LabCurve& c) -> const auto& { return c.charge; }, [](const LabReading::Run& r) { return r.charge; });
  read_outs(s, p, "charge", rows_of(s, [](const LabReading::Run& r) { return r.charge; }, [&s](double v) { return whole(100 * v, s.ui.tr()); }), out);
}

/// Through all charts, with what is read at it; to its top from the train on the map above, which is at `train`.
void cursor_line(const Stack& s, const Plot& height, float top, float bottom, std::optional<float> train) {
  const TimeAxis along(s.d, s.left, s.right);
  const float cursor = std::floor(s.x(s.reading.km)) + 0.5f;
  s.d->AddLine({cursor, top}, {cursor, bottom}, u32(s.ui.palette.ink), 1.2f);
  height_read_out(s, height);
  if (!train) return;
  const float x = along.item(*train), y = top - 6;
  dashed(s.d, {x, y}, {x, y + 3}, u32(s.ui.palette.ink), 2, 2);
  dashed(s.d, {x, y + 3}, {cursor, y + 6}, u32(s.ui.palette.ink), 2, 2);
}

/// Kilometres below all, the stops as small triangles, the cursor's place in a pill.
void axis(const Stack& s, float y) {
  const Ui& ui = s.ui;
  const TimeAxis along(s.d, s.left, s.right);
  const double step = nice_step(s.curves.length_km, (s.right - s.left) / 110.0f);
  const float cursor = s.x(s.reading.km);
  s.d->AddLine({s.left, y + 0.5f}, {s.right, y + 0.5f}, u32(ui.palette.secondary));
  const std::string now = ui.tr()("unit.km_value", whole(s.reading.km, ui.tr()));
  const float w = text_width(ui.fonts.small_bold, now) + 16;
  const float pill = std::clamp(cursor - 0.5f * w, s.left - 12, s.right + 12 - w);
  for (double km = 0; km <= s.curves.length_km; km += step) {
    const float x = std::floor(s.x(km)) + 0.5f;
    s.d->AddLine({x, y}, {x, y + 5}, u32(ui.palette.secondary));
    const std::string words = whole(km, ui.tr());
    const float tw = text_width(ui.fonts.small, words), at = x - 0.5f * tw;
    if (at + tw + 6 < pill || at - 6 > pill + w) text_at(s.d, ui.fonts.small, {at, y + 6}, ui.palette.secondary, words);
  }
  for (const model::rail::Stop& stop : s.lab.line.line.stops) {
    const float x = s.x(stop.at_m * 1e-3);
    s.d->AddTriangleFilled({x - 4, y - 7}, {x + 4, y - 7}, {x, y - 1}, u32(ui.palette.secondary));
  }
  s.d->AddRectFilled({pill, y + 4}, {pill + w, y + 24}, u32(ui.palette.ink), 10);
  text_at(s.d, ui.fonts.small_bold, {pill + 8, y + 6}, ui.palette.panel, now);
}

/// Pointer, finger and keys move the cursor.
void hand(const Stack& s, float top, float bottom, Actions& out) {
  ImGui::SetCursorScreenPos({s.left - 4, top});
  press("distance", {s.right - s.left + 8, bottom - top});
  const ImGuiIO& io = ImGui::GetIO();
  const bool pointed = ImGui::IsItemActive() || (!s.ui.touch && ImGui::IsItemHovered());
  if (pointed && ImGui::IsMousePosValid() && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || ImGui::IsItemActivated())) {
    const double km = std::clamp(static_cast<double>((TimeAxis(s.d, s.left, s.right).mouse().x - s.left) / (s.right - s.left)), 0.0, 1.0) * s.curves.length_km;
    out.push_back(action::SetLabCursor{km});
  }
  if (ImGui::IsItemFocused() && io.NavVisible) {
    const double step = s.curves.length_km / 100.0 * (io.KeyShift ? 5.0 : 1.0);
    if (ImGui::IsKeyPressed(left_arrow())) out.push_back(action::SetLabCursor{s.reading.km - step});
    if (ImGui::IsKeyPressed(right_arrow())) out.push_back(action::SetLabCursor{std::min(s.reading.km + step, s.curves.length_km)});
  }
  focus_ring(s.ui);
}

/// Which mark is which run, in a row of names that bring theirs forward; below it the charts begin.
float names_above(const Stack& s, const Rect& r, Actions& out) {
  float x = r.x;
  ImGui::PushID("names");
  for (std::size_t i = 0; i < s.lab.runs.size(); ++i) {
    const LabRun& run = s.lab.runs[i];
    const bool bold = &run == s.front;
    ImFont* font = bold ? s.ui.fonts.small_bold : s.ui.fonts.small;
    const std::string& name = kind_name(s.ui, run.traction->traction);
    const float w = 15 + text_width(font, name);
    ImGui::SetCursorScreenPos({x - 2, r.y - 6});
    ImGui::PushID(static_cast<int>(i));
    if (press("name", {w + 6, 28})) out.push_back(bring_forward(s.ui, run));
    ImGui::PopID();
    traction_mark(s.d, {x + 5, r.y + 8}, 4.0f, run.traction->traction, s.color(i), s.color(i));
    text_at(s.d, font, {x + 14, r.y}, bold ? s.ui.palette.ink : s.ui.palette.secondary, name);
    x += w + 9;
  }
  ImGui::PopID();
  return r.y + 28;
}

bool has_battery(const LabCurves& c) {
  for (const LabCurve& run : c.runs)
    for (const float v : run.charge)
      if (v == v) return true;
  return false;
}

}  // namespace

void lab_charts(const Ui& ui, const Rect& r, const LabOnMap* map, Actions& out) {
  if (!ui.curves || ui.curves->nodes() < 2 || !ui.world.lab) return;
  const LabResults& lab = *ui.world.lab;
  const bool narrow = r.w < 640.0f;
  float name = 0;
  for (const LabRun& run : lab.runs) name = std::max(name, text_width(ui.fonts.small_bold, kind_name(ui, run.traction->traction)));
  Stack s{ui, lab, *ui.curves, lab_reading(lab, lab_cursor(lab, ui.state.view.lab_km)), lab_front(lab),
          r.x + (narrow ? 38.0f : 60.0f), 0, r.right() - (narrow ? 0.0f : 16.0f), !narrow, ImGui::GetWindowDrawList()};
  s.right = s.edge - (narrow ? 0.0f : std::min(name, 90.0f)) - 20.0f - (narrow ? 34.0f : 44.0f);
  const bool charge = has_battery(s.curves);
  const float bottom = r.bottom() - kAxis, room = bottom - r.y - (narrow ? 28.0f : 0.0f) - kHead * (charge ? 4.0f : 3.0f) - 12.0f;
  const std::array<float, 4> share = charge ? std::array<float, 4>{0.19f, 0.26f, 0.31f, 0.24f} : std::array<float, 4>{0.25f, 0.34f, 0.41f, 0.0f};
  std::array<Plot, 4> plots;
  float y = narrow ? names_above(s, r, out) : r.y;
  for (std::size_t i = 0; i < plots.size(); ++i) {
    plots[i].r = {s.left, y + kHead, s.right - s.left, share[i] * room};
    y += kHead + share[i] * room + 4.0f;
  }
  hand(s, r.y, bottom + 4, out);  // below the names, which lie beside it
  height_chart(s, plots[0]);
  speed_chart(s, plots[1], out);
  const std::string at = ui.tr()("lab.at_km", whole(s.reading.km, ui.tr()));
  if (!narrow) text_at(s.d, ui.fonts.small, {s.edge - text_width(ui.fonts.small, at), plots[0].r.bottom() - 16}, ui.palette.secondary, at);
  power_chart(s, plots[2], out);
  if (charge) charge_chart(s, plots[3], out);
  cursor_line(s, plots[0], narrow ? plots[0].r.y : r.y + 6, bottom, map && map->train ? std::optional(ui.layout.seen(map->train->x)) : std::nullopt);
  axis(s, bottom);
  const std::string from = ui.tr()("lab.km_from", lab.line.places.empty() ? std::string() : short_place(station_name(lab.line.places.front().name, ui.tr())));
  const std::string& note = ui.tr()(narrow ? "lab.chart_note_short" : "lab.chart_note");
  text_at(s.d, ui.fonts.small, {s.left, bottom + 24}, ui.palette.secondary, note);
  if (s.left + text_width(ui.fonts.small, note) + 16 + text_width(ui.fonts.small, from) < s.right)
    text_at(s.d, ui.fonts.small, {s.right - text_width(ui.fonts.small, from), bottom + 24}, ui.palette.secondary, from);
  ImGui::SetCursorScreenPos({r.x, r.bottom()});
  ImGui::Dummy({1, 1});
}

}  // namespace gs::ui
