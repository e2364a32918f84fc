#include <algorithm>
#include <array>

#include "sim/forecast.hpp"
#include "sim/simulate.hpp"
#include "ui/panels.hpp"

/// The forecast of 80 GW a year, worked out: what would stand, generate, save and cost, beside what was counted.
namespace gs::ui {
namespace {

constexpr std::array kShown{2030, 2035, 2040};
using Ranges = std::array<Range<Figure>, kShown.size()>;
using Units = std::array<std::string, kShown.size()>;

/// The sources of the inputs in the order of their first use, numbered as source_list will number them.
class Cited {
 public:
  Cited(const Portfolio& portfolio, std::vector<std::string>& ids) : portfolio_(portfolio), ids_(ids) {}

  /// " [2] [3]" for the sources of a cell ("a;b"); nothing for a row that was worked out of others.
  std::string operator()(std::string_view cell) {
    std::string marks;
    for (std::size_t from = 0; from <= cell.size();) {
      const std::size_t end = std::min(cell.find(';', from), cell.size());
      const std::string_view id = cell.substr(from, end - from);
      from = end + 1;
      if (id.empty() || id == "derived" || !portfolio_.source(id)) continue;
      auto at = std::find(ids_.begin(), ids_.end(), id);
      if (at == ids_.end()) at = ids_.emplace(ids_.end(), id);
      const std::string mark = fmt::format(" [{}]", at - ids_.begin() + 1);
      if (marks.find(mark) == std::string::npos) marks += mark;
    }
    return marks;
  }
  /// Of rows of factors.csv; none is marked twice.
  std::string rows(std::initializer_list<std::string> ids) {
    std::string sources;
    for (const std::string& id : ids)
      if (const Factor* factor = portfolio_.factor(id)) sources += factor->source + ";";
    return (*this)(sources);
  }

 private:
  const Portfolio& portfolio_;
  std::vector<std::string>& ids_;
};

Figure figure(model::Money m, const Translator& tr) {
  return {number(m.base() / (tr.chinese() ? 1e8 : 1e9), tr, 3), tr("unit.busd")};
}
using gs::figure;

constexpr Range<Power> exact(Power p) { return {p, p, p}; }

template <class Q>
Range<Figure> figures(const Range<Q>& r, const Translator& tr) {
  return {figure(r.low, tr), figure(r.best, tr), figure(r.high, tr)};
}

/// Texts in columns of one width, each wrapping in its own.
void columns(std::span<const std::string> words, ImFont* font, Color color) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float step = ImGui::GetContentRegionAvail().x / static_cast<float>(words.size()), room = step - 6.0f;
  float height = 0.0f;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text_at(ImGui::GetWindowDrawList(), font, {at.x + step * static_cast<float>(i), at.y}, color, words[i], room);
    height = std::max(height, text_size(font, words[i], room).y);
  }
  ImGui::Dummy({1, height});
  gap(2);
}

/// Figures side by side, each with its range below; `units` stand elsewhere and are not repeated.
void cells(const Ui& ui, std::span<const Range<Figure>> ranges, std::span<const std::string> units, Color color) {
  const float room = ImGui::GetContentRegionAvail().x / static_cast<float>(ranges.size()) - 6.0f;
  std::vector<std::string> best, ends;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const auto bare = [&](const Figure& f) { return f.unit == units[i] ? f.number : f.text(); };
    best.push_back(bare(ranges[i].best));
    const std::string low = bare(ranges[i].low), high = bare(ranges[i].high);
    ends.push_back(low == high ? "" : low + "–" + high);
    if (text_width(ui.fonts.small, ends.back()) > room) ends.back() = low + "–\n" + high;
  }
  columns(best, ui.fonts.body_bold, color);
  if (std::any_of(ends.begin(), ends.end(), [](const std::string& e) { return !e.empty(); }))
    columns(ends, ui.fonts.small, ui.palette.secondary);
  gap(16);
}

/// One quantity in three years: the unit once, above.
void table_row(const Ui& ui, const char* key, const Ranges& ranges, Color color, int since) {
  const std::string& unit = ranges.back().best.unit;
  text(ui.fonts.small, ui.palette.secondary, ui.tr()(key, unit, since), true);
  gap(2);
  cells(ui, ranges, Units{unit, unit, unit}, color);
}

void table(const Ui& ui, const ForecastResult& r) {
  const Translator& tr = ui.tr();
  Units years;
  for (std::size_t i = 0; i < kShown.size(); ++i) years[i] = fmt::format("{}", kShown[i]);
  columns(years, ui.fonts.small_bold, ui.palette.ink);
  Ranges standing, output, saved, invested;
  for (std::size_t i = 0; i < kShown.size(); ++i) {
    const model::ForecastYear* year = r.in(kShown[i]);
    if (!year) return;
    standing[i] = figures(exact(year->standing), tr);
    output[i] = figures(year->generation, tr);
    saved[i] = figures(year->saved, tr);
    invested[i] = figures(year->invested_so_far, tr);
  }
  const int since = r.inputs.first_year;
  table_row(ui, "forecast.standing", standing, ui.palette.ink, since);
  table_row(ui, "forecast.output", output, ui.palette.ink, since);
  table_row(ui, "forecast.saved", saved, ui.palette.accent, since);
  table_row(ui, "forecast.invested", invested, ui.palette.ink, since);
}

/// The sums over the years.
void in_all(const Ui& ui, const ForecastResult& r) {
  const Translator& tr = ui.tr();
  text(ui.fonts.small_bold, ui.palette.ink, tr("forecast.so_far", r.inputs.first_year, r.inputs.last_year), true);
  const std::array ranges{figures(r.generated, tr), figures(r.saved, tr)};
  const std::array units{ranges[0].best.unit, ranges[1].best.unit};
  gap(2);
  columns(std::array{tr("forecast.output_short", units[0]), tr("forecast.saved_short", units[1])}, ui.fonts.small,
        ui.palette.secondary);
  cells(ui, ranges, units, ui.palette.ink);
}

/// What would stand, and what it would generate and save in the last year.
void reading(const Ui& ui, const ForecastChoice& choice, const std::string& name) {
  const Translator& tr = ui.tr();
  const auto r = forecast_of(ui.world.portfolio, choice);
  const model::ForecastYear* last = r ? r->in(choice.last_year) : nullptr;
  if (!last) return;
  text(ui.fonts.small_bold, ui.palette.ink, name, true);
  const Ranges ranges{figures(exact(last->standing), tr), figures(last->generation, tr), figures(last->saved, tr)};
  const Units units{ranges[0].best.unit, ranges[1].best.unit, ranges[2].best.unit};
  gap(2);
  columns(Units{tr("forecast.standing_short", units[0]), tr("forecast.output_short", units[1]),
              tr("forecast.saved_short", units[2])},
        ui.fonts.small, ui.palette.secondary);
  cells(ui, ranges, units, ui.palette.ink);
}

void other_readings(const Ui& ui, const ForecastChoice& choice, const ForecastResult& r) {
  const Translator& tr = ui.tr();
  if (!r.realised) return;
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("forecast.other", choice.last_year));
  const auto rate = [&](model::BuildRate b) { return figure(model::built_in(b, 1.0), tr).text(); };
  ForecastChoice linear = choice, listed = choice, both = choice;
  linear.ramp = both.ramp = ForecastRamp::linear;
  listed.mix = both.mix = ForecastMix::portfolio;
  reading(ui, linear,
          tr("forecast.linear", rate(*r.realised), choice.first_year, rate(r.inputs.target), choice.last_year));
  reading(ui, listed, tr("forecast.portfolio"));
  reading(ui, both, tr("forecast.both"));
}

void bar(const Ui& ui, const std::string& name, Power power, Power whole, Color color) {
  const Translator& tr = ui.tr();
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string value = figure(power, tr).text();
  ImDrawList* d = ImGui::GetWindowDrawList();
  text_at(d, ui.fonts.small, at, ui.palette.ink, name);
  text_at(d, ui.fonts.small_bold, {at.x + width - text_width(ui.fonts.small_bold, value), at.y}, ui.palette.ink, value);
  const float length = std::max(2.0f, static_cast<float>(power / whole) * width);
  d->AddRectFilled({at.x, at.y + 18}, {at.x + width, at.y + 26}, u32(ui.palette.inset), 2);
  d->AddRectFilled({at.x, at.y + 18}, {at.x + length, at.y + 26}, u32(color), 2);
  ImGui::Dummy({1, 26});
  gap(8);
}

void counted(const Ui& ui, const ForecastResult& r, Cited& cited) {
  const Translator& tr = ui.tr();
  const Portfolio& p = ui.world.portfolio;
  if (!r.completed || !r.pipeline || !r.realised || r.years.empty()) return;
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("forecast.counted"));
  const Power whole = r.years.back().standing;
  bar(ui, tr("forecast.completed"), *r.completed, whole, ui.palette.secondary);
  bar(ui, tr("forecast.pipeline"), *r.pipeline, whole, ui.palette.secondary);
  bar(ui, tr("forecast.by", r.inputs.last_year), whole, whole, ui.palette.accent);
  std::string marks;
  for (const std::uint32_t i : r.contrast)
    if (const std::string mark = cited(p.claims[i].source); marks.find(mark) == std::string::npos) marks += mark;
  const Power rate = model::built_in(*r.realised, 1.0);
  text(ui.fonts.small, ui.palette.ink,
       tr("forecast.counted_note", figure(*r.completed, tr).text(), figure(rate, tr).text(),
          number(r.inputs.target / *r.realised, tr, 2), figure(*r.pipeline, tr).text()) +
           marks,
       true);
  const Total& t = ui.world.results.operating;
  text(ui.fonts.small, ui.palette.secondary,
       tr("claim.forecast_beside", t.projects, figure(t.capacity, tr).text(), ui.state.scenario.year), true);
}

void inputs(const Ui& ui, const ForecastChoice& choice, const ForecastResult& r, Cited& cited) {
  const Translator& tr = ui.tr();
  const Portfolio& p = ui.world.portfolio;
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("forecast.inputs"));
  const std::string target = figure(model::built_in(r.inputs.target, 1.0), tr).text();
  fact(ui, tr("forecast.rate"), tr("forecast.rate_value", target) + cited.rows({"forecast_80gw"}));
  std::string mix, factors, capital, wear, mix_marks;
  for (const ForecastShare& share : r.mix) {
    const std::string name = tech_name(ui, share.technology), id(id_of(share.technology));
    const auto line = [](std::string& all, const std::string& more) { all += (all.empty() ? "" : "\n") + more; };
    const CapacityFactor& cf = p.capacity_factors[static_cast<std::size_t>(share.capacity_factor)];
    line(mix, name + " " + tr("percent", number(share.inputs.share * 100, tr, 3)));
    line(factors,
         fmt::format("{} {} ({}–{})", name, percent(cf.central, tr), whole(cf.low * 100, tr), percent(cf.high, tr)) +
             cited(cf.source));
    const Range<model::CapitalCost>& cost = share.inputs.capital;
    line(capital,
         fmt::format("{} {} ({}–{})", name, whole(cost.best.base(), tr), whole(cost.low.base(), tr), whole(cost.high.base(), tr)) +
             cited.rows({"capex-" + id}));
    line(wear, tr("forecast.wear_value", name, tr("percent", number(share.inputs.degradation * 100, tr, 2)),
                  share.inputs.lifetime_years) +
                   cited.rows({"degradation-" + id, "lifetime-" + id}));
  }
  for (const std::string& id : r.factors)
    if (id.find("forecast-mix-") == 0 && mix_marks.empty()) mix_marks = cited.rows({id});
  fact(ui, tr("forecast.mix"), mix + mix_marks);
  fact(ui, tr("forecast.cf"), factors);
  fact(ui, tr("forecast.capital"), capital);
  fact(ui, tr("forecast.wear"), wear);
  const std::string method = tr("method." + std::string(id_of(choice.method)));
  const std::string pathway = tr("forecast.pathway_" + std::string(id_of(choice.pathway)));
  fact(ui, tr("forecast.grid"),
       tr("forecast.grid_value", method, figure(r.inputs.baseline.best, tr).text(), range_text(r.inputs.baseline, tr),
          r.countries, figure(r.weighed, tr).text(), choice.last_year,
          percent(r.inputs.pathway.share_in(choice.last_year), tr), pathway));
}

}  // namespace

void forecast_view(const Ui& ui, std::vector<std::string>& sources) {
  const Translator& tr = ui.tr();
  ForecastChoice choice;
  choice.method = ui.state.scenario.method;
  choice.pathway = ui.state.scenario.pathway;
  const WhatIf& what_if = ui.state.scenario.what_if;
  if (what_if.build_gw > 0) choice.target = model::gigawatts_per_year(what_if.build_gw);
  if (what_if.build_up) choice.ramp = ForecastRamp::linear;
  const auto r = forecast_of(ui.world.portfolio, choice);
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("forecast.title"));
  if (!r) return text(ui.fonts.small, ui.palette.warning, tr("forecast.none", r.error().text()), true);
  const std::string rate = figure(model::built_in(r->inputs.target, 1.0), tr).text();
  text(ui.fonts.small, ui.palette.secondary, tr("forecast.note", rate, choice.first_year, choice.last_year), true);
  gap(8);
  table(ui, *r);
  in_all(ui, *r);
  Cited cited(ui.world.portfolio, sources);
  counted(ui, *r, cited);
  other_readings(ui, choice, *r);
  inputs(ui, choice, *r, cited);
}

}  // namespace gs::ui
