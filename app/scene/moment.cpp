#include "scene/moment.hpp"

#include <fmt/format.h>

#include <sstream>

#include "scene/year_chart.hpp"

namespace gs {

std::string day_text(int day_of_year, const Translator& tr) {
  const CalendarDay day = calendar_day(day_of_year);
  std::istringstream months(tr("months.short"));
  std::string month;
  for (int i = 0; i <= day.month; ++i) months >> month;
  return tr("date.day_month", day.day, month);
}

std::string clock_text(double hour) {
  const auto minutes = static_cast<int>(hour * 60.0) % (24 * 60);
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string hour_text(double hour, const Translator& tr) {
  return tr("map.hour_value", day_text(static_cast<int>(hour / 24.0), tr), clock_text(hour));
}

}  // namespace gs
