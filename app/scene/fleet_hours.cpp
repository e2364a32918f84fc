#include "scene/fleet_hours.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/hours.hpp"
#include "portfolio/own_data.hpp"

namespace gs {
namespace {

constexpr int kDay = 24, kWeekDays = 7, kSeason = model::kHours / 4, kDays = model::kHours / kDay;

/// Adds a plant's MW by hour, so that the year's sum is `mwh`. False where its hours are not known: they are taken as even.
bool add_plant(std::vector<double>& mw, const std::vector<float>& power, double mwh) {
  mw.resize(model::kHours);
  const double sum = power.size() == mw.size() ? std::accumulate(power.begin(), power.end(), 0.0) : 0.0;
  if (!(sum > 0.0)) {
    for (double& hour : mw) hour += mwh / model::kHours;
    return false;
  }
  for (std::size_t h = 0; h < mw.size(); ++h) mw[h] += static_cast<double>(power[h]) * (mwh / sum);
  return true;
}

double most_of(const std::array<std::vector<double>, kCategoryCount>& mw) {
  double most = 0.0;
  for (std::size_t h = 0; h < static_cast<std::size_t>(model::kHours); ++h) {
    double sum = 0.0;
    for (const auto& category : mw) sum += category.empty() ? 0.0 : category[h];
    most = std::max(most, sum);
  }
  return most;
}

/// Of each hour -> from the year's beginning to the hour's.
std::vector<double> added_up(const std::vector<double>& hours) {
  std::vector<double> sums{0.0};
  if (hours.empty()) return {};
  sums.reserve(hours.size() + 1);
  for (const double h : hours) sums.push_back(sums.back() + h);
  return sums;
}

bool by_days(HourSpan span) { return span == HourSpan::season || span == HourSpan::year; }

}  // namespace

double FleetOutput::mean_mw(Category c, int first, int end) const {
  const auto& made = made_mwh[static_cast<std::size_t>(c)];
  return made.empty() ? 0.0 : (made[static_cast<std::size_t>(end)] - made[static_cast<std::size_t>(first)]) / (end - first);
}

std::array<double, kCategoryCount> FleetOutput::mean_mw(int first, int end) const {
  std::array<double, kCategoryCount> mw{};
  for (std::size_t c = 0; c < mw.size(); ++c) mw[c] = mean_mw(static_cast<Category>(c), first, end);
  return mw;
}

double FleetOutput::year_mwh() const {
  double sum = 0.0;
  for (const auto& made : made_mwh) sum += made.empty() ? 0.0 : made.back();
  return sum;
}

FleetOutput fleet_output(const Portfolio& portfolio, const Results& results) {
  FleetOutput out;
  out.year = results.scenario.year;
  std::array<std::vector<double>, kCategoryCount> mw;
  for (const ProjectResult& row : results.projects) {
    const Project& project = portfolio.projects[row.project];
    if (row.counted != Counted::yes || !row.energy || is_own(project.id)) continue;
    const double mwh = row.energy->best.base();
    ++out.projects;
    if (!add_plant(mw[static_cast<std::size_t>(category(project.technology))], results.fleet->plants[row.project].power, mwh)) out.even_mwh += mwh;
  }
  out.most_mw = most_of(mw);
  for (std::size_t c = 0; c < mw.size(); ++c) out.made_mwh[c] = added_up(mw[c]);
  return out;
}

const FleetOutput* FleetHours::of(const Portfolio& portfolio, const Results& results, bool shown) {
  if (!shown || !results.fleet) {
    fleet_.reset();
    return nullptr;
  }
  if (fleet_ != results.fleet || scenario_ != results.scenario) {
    fleet_ = results.fleet;
    scenario_ = results.scenario;
    output_ = fleet_output(portfolio, results);
  }
  return &output_;
}

HourWindow window_of(HourSpan span, double hour) {
  const int day = std::clamp(static_cast<int>(hour / kDay), 0, kDays - 1);
  switch (span) {
    case HourSpan::day: return {day * kDay, kDay};
    case HourSpan::week: return {std::min(day / kWeekDays * kWeekDays, kDays - kWeekDays) * kDay, kWeekDays * kDay};
    case HourSpan::season: return {std::clamp(static_cast<int>(hour / kSeason), 0, 3) * kSeason, kSeason};
    case HourSpan::year: break;
  }
  return {0, model::kHours};
}

int hours_of_step(const HourWindow& window, double px) {
  for (const int step : {1, 2, 3, 4, 6}) {
    if (window.hours <= step * px) return step;
  }
  const int days = static_cast<int>(std::ceil(window.hours / (kDay * std::max(px, 1.0))));
  return kDay * std::max(1, days);
}

double hour_at(HourSpan span, double hour, double share) {
  const HourWindow window = window_of(span, hour);
  const double at = window.first + std::clamp(share, 0.0, 1.0) * window.hours;
  if (!by_days(span)) {
    const double grain = span == HourSpan::day ? 0.25 : 1.0;
    return std::clamp(std::round(at / grain) * grain, static_cast<double>(window.first), window.end() - grain);
  }
  const double there = kDay * std::floor(at / kDay) + std::fmod(hour, kDay);
  if (there < window.first) return there + kDay;
  return there < window.end() ? there : there - kDay;
}

double step_hours(HourSpan span) { return by_days(span) ? kDay : 1.0; }

}  // namespace gs
