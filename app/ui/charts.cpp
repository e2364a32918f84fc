#include "ui/charts.hpp"

#include <algorithm>
#include <cmath>

namespace gs::ui {
namespace {

constexpr float kRow = 20.0f, kGap = 8.0f;

/// Word `i` of a list that is set with spaces: nothing is allocated.
std::string_view word(std::string_view list, int i) {
  for (; i > 0; --i) list.remove_prefix(std::min(list.size(), list.find(' ') + 1));
  return list.substr(0, std::min(list.size(), list.find(' ')));
}

/// A row of names left and values right with the room between them for bars around zero.
struct Axis {
  ImVec2 at;
  float left, right, end;  ///< of the bars; end of the values
  double low, high;        ///< low <= 0 <= high, not both 0

  float x(double value) const { return left + static_cast<float>((value - low) / (high - low)) * (right - left); }
};

/// As wide as the names and values leave it.
template <class Row>
Axis axis_over(const Ui& ui, std::span<const Row> rows, double low, double high) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  float name = 0, value = 0;
  for (const Row& r : rows) {
    name = std::max(name, text_width(ui.fonts.small_bold, r.name));
    value = std::max(value, text_width(ui.fonts.small_bold, r.value));
  }
  name = std::min(name, 0.42f * width);
  low = std::min(low, 0.0);
  high = std::max(high, 0.0);
  if (high - low < 1e-12) high = low + 1.0;
  return {at, at.x + name + kGap, at.x + width - value - kGap, at.x + width, low, high};
}

void names(const Ui& ui, const Axis& a, std::size_t row, std::string_view name, std::string_view value, bool bold) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  ImFont* font = bold ? ui.fonts.small_bold : ui.fonts.small;
  const float y = a.at.y + kRow * static_cast<float>(row) + 2.0f;
  text_at(d, font, {a.at.x, y}, bold ? ui.palette.ink : ui.palette.secondary, shortened(font, name, a.left - a.at.x - kGap + 1.0f));
  text_at(d, font, {a.end - text_width(font, value), y}, ui.palette.ink, value);
}

/// The line at zero behind the bars of `rows` rows.
void zero_line(const Ui& ui, const Axis& a, std::size_t rows) {
  const float x = std::floor(a.x(0)) + 0.5f;
  ImGui::GetWindowDrawList()->AddLine({x, a.at.y}, {x, a.at.y + kRow * static_cast<float>(rows)}, u32(ui.palette.secondary));
}

void tip(const Ui& ui, std::string_view words) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(8, 6));
  if (ImGui::BeginTooltip()) {
    text(ui.fonts.small, ui.palette.ink, words);
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

bool pointed(ImVec2 from, ImVec2 to) { return ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, to); }

Color mix(Color a, Color b, float t) {
  const auto part = [t](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(static_cast<float>(from) + t * (static_cast<float>(to) - static_cast<float>(from)) + 0.5f);
  };
  return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b), 255};
}

/// The colour at 0..1 of a ramp of five.
Color ramp(const std::array<Color, 5>& colors, float t) {
  const float at = std::clamp(t, 0.0f, 1.0f) * 4.0f;
  const auto i = static_cast<std::size_t>(std::min(at, 3.0f));
  return mix(colors[i], colors[i + 1], at - static_cast<float>(i));
}

constexpr std::array<Color, 5> kOutput{rgb(0xF5F3ED), rgb(0xFBE8B8), rgb(0xF2C24A), rgb(0xDD8D08), rgb(0xA04E04)};
constexpr std::array<Color, 5> kOutputDark{rgb(0x1C262E), rgb(0x4A3A14), rgb(0x9A6A0C), rgb(0xFFBB2B), rgb(0xFFF0C4)};
constexpr std::array<Color, 5> kBothWays{rgb(0x1F5C99), rgb(0x8FB3D1), rgb(0xF3F1EB), rgb(0xE3A77F), rgb(0xB5521B)};
constexpr std::array<Color, 5> kBothWaysDark{rgb(0x6FB4F2), rgb(0x3D5F7D), rgb(0x26323B), rgb(0x8A5535), rgb(0xFF9A5C)};

/// From nothing to the most; where a store charges, from the one over nothing to the other.
struct HourColors {
  const std::array<Color, 5>& colors;
  float least, most;

  static HourColors of(const YearChart& year, bool dark) {
    if (year.least_mw >= 0) return {dark ? kOutputDark : kOutput, 0, std::max(year.most_mw, 1e-6f)};
    const float reach = std::max(year.most_mw, -year.least_mw);
    return {dark ? kBothWaysDark : kBothWays, -reach, reach};
  }
  Color at(float mw) const { return ramp(colors, (mw - least) / (most - least)); }
};

/// Bar and end labels of the colours, right-aligned on the line of the heading.
void color_key(const Ui& ui, const HourColors& c, ImVec2 top_right) {
  constexpr float kKey = 40.0f;
  ImDrawList* d = ImGui::GetWindowDrawList();
  const std::string high = figure(megawatts(static_cast<double>(c.most < 10 ? std::round(c.most * 10) / 10 : std::round(c.most))), ui.tr()).text();
  const std::string low = c.least < 0 ? whole(static_cast<double>(c.least), ui.tr()) : "0";
  float x = top_right.x - text_width(ui.fonts.small, high);
  text_at(d, ui.fonts.small, {x, top_right.y}, ui.palette.secondary, high);
  x -= 8 + kKey;
  for (std::size_t i = 0; i < 4; ++i) {
    const float from = x + 0.25f * kKey * static_cast<float>(i);
    const ImU32 a = u32(c.colors[i]), b = u32(c.colors[i + 1]);
    d->AddRectFilledMultiColor({from, top_right.y + 4}, {from + 0.25f * kKey, top_right.y + 12}, a, b, b, a);
  }
  d->AddRect({x - 0.5f, top_right.y + 3.5f}, {x + kKey + 0.5f, top_right.y + 12.5f}, u32(ui.palette.hairline));
  text_at(d, ui.fonts.small, {x - 8 - text_width(ui.fonts.small, low), top_right.y}, ui.palette.secondary, low);
}

void hour_tip(const Ui& ui, const YearChart& year, int column, int hour) {
  const CalendarDay from = calendar_day(column * YearChart::kDaysOfColumn);
  const CalendarDay to = calendar_day(column * YearChart::kDaysOfColumn + YearChart::kDaysOfColumn - 1);
  const double mw = static_cast<double>(year.at(column, hour));
  const std::string power = figure(megawatts(std::abs(mw) < 10 ? std::round(mw * 10) / 10 : std::round(mw)), ui.tr()).text();
  tip(ui, ui.tr()("year.cell", from.day, std::string(month_name(ui, from.month)), to.day, std::string(month_name(ui, to.month)), hour,
                  hour + 1, power));
}

/// One rectangle an hour of each column's days, from `bottom` up.
template <class PlaceOf>
void cells(ImDrawList* d, const YearChart& year, const HourColors& colors, PlaceOf x_of, float bottom, float cell) {
  for (int c = 0; c < YearChart::kColumns; ++c) {
    const float from = x_of(static_cast<float>(c)), to = x_of(static_cast<float>(c + 1));
    for (int h = 0; h < YearChart::kRows; ++h) {
      const float mw = year.at(c, h);
      if (std::abs(mw) < 0.002f * colors.most) continue;  // as the ground
      const float y = bottom - cell * static_cast<float>(h + 1);
      d->AddRectFilled({from, y}, {to, y + cell}, u32(colors.at(mw)));
    }
  }
}

/// 1, 2 or 5 times a power of ten: two or three lines below `most`.
double line_step(double most) {
  const double raw = most / 2.5, power = std::pow(10.0, std::floor(std::log10(raw))), lead = raw / power;
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
}

}  // namespace

std::string_view month_name(const Ui& ui, int month) { return word(ui.tr()("months.short"), month); }

MonthUnit month_unit(const Ui& ui, const YearChart& year) {
  const double most = *std::max_element(year.month_mwh.begin(), year.month_mwh.end());
  const Translator& tr = ui.tr();
  if (tr.chinese()) return most >= 1e5 ? MonthUnit{1e5, tr("unit.yi_kwh")} : MonthUnit{10, tr("unit.wan_kwh")};
  return most >= 1e6 ? MonthUnit{1e6, tr("unit.twh")} : most >= 1e3 ? MonthUnit{1e3, tr("unit.gwh")} : MonthUnit{1, tr("unit.mwh")};
}

void parts_chart(const Ui& ui, std::span<const PartRow> rows) {
  double low = 0, high = 0;
  for (const PartRow& r : rows) {
    low = std::min(low, r.amount);
    high = std::max(high, r.amount);
  }
  const Axis a = axis_over(ui, rows, low, high);
  ImDrawList* d = ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float y = a.at.y + kRow * static_cast<float>(i);
    const float from = a.x(std::min(0.0, rows[i].amount)), to = a.x(std::max(0.0, rows[i].amount));
    if (to - from >= 0.5f) d->AddRectFilled({from, y + 5}, {to, y + 15}, u32(rows[i].sum ? ui.palette.ink : ui.palette.tertiary), 2);
    names(ui, a, i, rows[i].name, rows[i].value, rows[i].sum);
  }
  zero_line(ui, a, rows.size());
  ImGui::Dummy({1, kRow * static_cast<float>(rows.size())});
}

void spread_chart(const Ui& ui, std::span<const SpreadRow> rows) {
  double low = 0, high = 0;
  for (const SpreadRow& r : rows) {
    low = std::min({low, r.low, r.high});
    high = std::max({high, r.low, r.high});
  }
  const Axis a = axis_over(ui, rows, low, high);
  ImDrawList* d = ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float y = a.at.y + kRow * static_cast<float>(i);
    const float from = a.x(std::min(rows[i].low, rows[i].high)), to = std::max(a.x(std::max(rows[i].low, rows[i].high)), from + 2);
    d->AddRectFilled({from, y + 5}, {to, y + 15}, u32(ui.palette.accent.with_alpha(0.55)), 2);
    names(ui, a, i, rows[i].name, rows[i].value, false);
    if (pointed({a.at.x, y}, {a.end, y + kRow}))
      tip(ui, ui.tr()("drivers.tip", rows[i].name, signed_percent(rows[i].low, ui.tr()), signed_percent(rows[i].high, ui.tr())));
  }
  zero_line(ui, a, rows.size());
  const float y = a.at.y + kRow * static_cast<float>(rows.size()) + 2.0f;
  const std::string left = signed_percent(a.low, ui.tr()), right = signed_percent(a.high, ui.tr());
  text_at(d, ui.fonts.small, {a.left, y}, ui.palette.secondary, left);
  text_at(d, ui.fonts.small, {a.right - text_width(ui.fonts.small, right), y}, ui.palette.secondary, right);
  ImGui::Dummy({1, kRow * static_cast<float>(rows.size()) + 18.0f});
}

void month_chart(const Ui& ui, const YearChart& year, const Range<double>& interval, const CategoryColors& colors) {
  constexpr float kLabels = 36.0f, kHeight = 64.0f;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float left = at.x + kLabels, width = ImGui::GetContentRegionAvail().x - kLabels, bottom = at.y + 8 + kHeight;
  ImDrawList* d = ImGui::GetWindowDrawList();
  const double most = std::max(1e-6, *std::max_element(year.month_mwh.begin(), year.month_mwh.end()) * std::max(1.0, interval.high));
  const auto y_of = [&](double mwh) { return bottom - static_cast<float>(mwh / most) * kHeight; };
  const double step = line_step(most);
  const double unit = month_unit(ui, year).mwh;
  for (double mwh = 0; mwh <= most; mwh += step) {
    const float y = std::floor(y_of(mwh)) + 0.5f;
    d->AddLine({left, y}, {left + width, y}, u32(mwh > 0 ? ui.palette.hairline : ui.palette.control_edge));
    const std::string label = mwh > 0 ? number(mwh / unit, ui.tr(), 3) : "0";
    text_at(d, ui.fonts.small, {left - 8 - text_width(ui.fonts.small, label), y - 8}, ui.palette.secondary, label);
  }
  const TimeAxis time(d, left, left + width);
  const float pitch = width / 12.0f;
  for (int m = 0; m < 12; ++m) {
    const double mwh = std::max(0.0, year.month_mwh[static_cast<std::size_t>(m)]);
    const float middle = left + pitch * (static_cast<float>(m) + 0.5f), half = std::floor(pitch * 0.34f);
    const float x = std::floor(middle) + 0.5f;
    d->AddRectFilled({x - half, y_of(mwh)}, {x + half, bottom}, u32(colors.fill), 2, ImDrawFlags_RoundCornersTop);
    d->AddLine({x, y_of(mwh * interval.high)}, {x, y_of(mwh * interval.low)}, u32(ui.palette.ink), 1.0f);
    const std::string_view initial = word(ui.tr()("months.initials"), m);
    text_at(d, ui.fonts.small, {x - 0.5f * text_width(ui.fonts.small, initial), bottom + 4}, ui.palette.secondary, initial);
    const float from = time.item(middle - 0.5f * pitch, pitch);
    if (pointed({from, at.y}, {from + pitch, bottom + 20}))
      tip(ui, ui.tr()("year.month", std::string(month_name(ui, m)), figure(megawatt_hours(mwh), ui.tr()).text()));
  }
  ImGui::Dummy({1, 8 + kHeight + 20});
}

void hour_chart(const Ui& ui, const YearChart& year) {
  constexpr float kLabels = 36.0f, kCell = 3.0f, kHeight = kCell * YearChart::kRows;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const HourColors colors = HourColors::of(year, ui.palette.dark);
  color_key(ui, colors, {at.x + width, at.y - 24});
  const float left = at.x + kLabels, top = at.y + 4, bottom = top + kHeight;
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddRectFilled({left, top}, {at.x + width, bottom}, u32(colors.at(0)));
  const auto x_of = [&](float column) { return std::floor(left + column / YearChart::kColumns * (width - kLabels)); };
  for (const int hour : {6, 12, 18}) {
    const std::string label = fmt::format("{}", hour);
    const float y = bottom - kCell * static_cast<float>(hour);
    d->AddLine({left - 4, y + 0.5f}, {left, y + 0.5f}, u32(ui.palette.control_edge));
    text_at(d, ui.fonts.small, {left - 8 - text_width(ui.fonts.small, label), y - 8}, ui.palette.secondary, label);
  }
  const TimeAxis time(d, left, at.x + width);
  cells(d, year, colors, x_of, bottom, kCell);
  int day = 0;
  for (int m = 0; m < 12; ++m) {
    const float x = x_of(static_cast<float>(day) / YearChart::kDaysOfColumn);
    if (m % 3 == 0) {
      d->AddLine({x + 0.5f, bottom}, {x + 0.5f, bottom + 4}, u32(ui.palette.control_edge));
      text_at(d, ui.fonts.small, {x, bottom + 4}, ui.palette.secondary, month_name(ui, m));
    }
    while (day < 365 && calendar_day(day).month == m) ++day;
  }
  const ImVec2 mouse = time.mouse();
  if (pointed({left, top}, {at.x + width, bottom})) {
    const int column = std::clamp(static_cast<int>((mouse.x - left) / (width - kLabels) * YearChart::kColumns), 0, YearChart::kColumns - 1);
    const int hour = std::clamp(static_cast<int>((bottom - mouse.y) / kCell), 0, YearChart::kRows - 1);
    hour_tip(ui, year, column, hour);
  }
  ImGui::Dummy({1, 4 + kHeight + 20});
}

}  // namespace gs::ui
