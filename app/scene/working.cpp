#include "scene/working.hpp"

#include <algorithm>

#include "portfolio/schema.hpp"
#include "scene/working_parts.hpp"

namespace gs {
namespace {

constexpr std::string_view kDerived = "derived", kUnsourced = "unsourced-general-knowledge";

/// What of a state a working depends on, the rest as usual.
State of_interest(const State& s) {
  State out;
  out.scenario = s.scenario;
  const ViewState& v = s.view;
  out.view.worked = v.worked;
  out.view.selection = v.selection;
  out.view.categories = v.categories;
  out.view.statuses = v.statuses;
  out.view.confidences = v.confidences;
  out.view.built = v.built;
  out.view.show_hidden = v.show_hidden;
  out.view.query = v.query;
  out.view.country = v.country;
  out.view.language = v.language;
  return out;
}

std::optional<Working> of_selection(const World& w, const Selection& s, bool saving) {
  const Portfolio& p = w.portfolio;
  switch (s.kind) {
    case SelectionKind::project:
      if (const Project* row = p.project(s.id)) return works::of_project(w, static_cast<std::size_t>(row - p.projects.data()), saving);
      break;
    case SelectionKind::route:
      if (const Route* row = p.route(s.id); row && saving) return works::of_line(w, *row);
      break;
    case SelectionKind::locomotive:
      if (const Locomotive* row = p.locomotive(s.id); row && saving)
        return works::of_locomotive(w, w.results.locomotives[static_cast<std::size_t>(row - p.locomotives.data())]);
      break;
    case SelectionKind::country: return works::of_country(w, s.id, saving);
    default: break;
  }
  return std::nullopt;
}

std::string source_words(const World& w, const WorkingInput& in) {
  std::string words = in.estimated ? w.tr("working.estimate") : std::string();
  const auto add = [&](std::string_view more) {
    if (!more.empty()) words += (words.empty() ? "" : "; ") + std::string(more);
  };
  add(in.from);
  for (const std::string& id : in.sources)
    if (const Source* s = w.portfolio.source(id)) add(s->title.empty() ? s->publisher : s->publisher + ": " + s->title);
  return words.empty() ? "–" : words;
}

/// Decimals that leave three digits, never fewer than none.
int decimals_of(double value) {
  const double size = value < 0 ? -value : value;
  return size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
}

/// "1.98 Mt CO2 a year (range 1.7 to 2.3)".
std::string in_english(const Range<double>& r, double unit, std::string_view name) {
  const int decimals = decimals_of(r.best / unit), ends = std::max(0, decimals - 1);
  return fmt::format("{:.{}f} {} a year (range {:.{}f} to {:.{}f})", r.best / unit, decimals, name, r.low / unit, ends, r.high / unit, ends);
}

template <class Q>
Range<double> plain(const Range<Q>& r) {
  return {r.low.base(), r.best.base(), r.high.base()};
}

}  // namespace

namespace works {

std::vector<std::string> published(const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (const std::string& id : ids)
    if (!id.empty() && id != kDerived && id != kUnsourced) out.push_back(id);
  return out;
}

std::vector<std::string> ids_of(std::string_view cell) { return published(schema::split_list(cell)); }

std::string formula_of(std::string_view what, std::span<const WorkingInput> inputs) {
  std::string factors, terms;
  for (const WorkingInput& in : inputs) {
    if (in.part == Part::factor) factors += (factors.empty() ? "" : " × ") + in.name;
    if (in.part == Part::divisor) factors += " ÷ " + in.name;
    if (in.part == Part::term) terms += (in.number < 0.0 ? " − " : " + ") + in.name;
  }
  if (factors.empty() && terms.starts_with(" + ")) terms.erase(0, 3);
  return std::string(what) + " = " + factors + terms;
}

void put_row(WorkingInput& in, const Portfolio& portfolio, std::string_view id) {
  const Factor* row = portfolio.factor(id);
  if (!row) return;
  in.from = row->basis;
  in.sources = ids_of(row->source);
  in.estimated = row->confidence == Confidence::low;
}

std::string cited(std::string_view whose, std::string_view what, const Range<Mass>& r) {
  const double size = std::max(r.best.base(), -r.best.base());
  const double unit = size >= 1e5 ? 1e6 : size >= 1e3 ? 1e3 : 1.0;
  return fmt::format("{}: {} {}", whose, what, in_english(plain(r), unit, unit == 1e6 ? "Mt CO2" : unit == 1e3 ? "kt CO2" : "t CO2"));
}

std::string cited(std::string_view whose, std::string_view what, const Range<Energy>& r) {
  const double unit = r.best.base() >= 1e5 ? 1e6 : r.best.base() >= 1e3 ? 1e3 : 1.0;
  return fmt::format("{}: {} {}", whose, what, in_english(plain(r), unit, unit == 1e6 ? "TWh" : unit == 1e3 ? "GWh" : "MWh"));
}

void put_result(Working& out, const Range<Mass>& r, const Translator& tr) {
  out.what = tr("figure.simulated_saving");
  out.result = figure(r.best, tr).text() + tr("figure.a_year");
  out.interval = tr("totals.range", range_text(r, tr));
  out.best = r.best.base();
}

void put_result(Working& out, const Range<Energy>& r, const Translator& tr) {
  out.what = tr("figure.simulated_output");
  out.result = figure(r.best, tr).text() + tr("figure.a_year");
  out.interval = tr("totals.range", range_text(r, tr));
  out.best = r.best.base();
}

}  // namespace works

std::optional<Working> working_of(const World& w, const State& s) {
  switch (s.view.worked) {
    case Worked::none: return std::nullopt;
    case Worked::saving:
    case Worked::energy: return of_selection(w, s.view.selection, s.view.worked == Worked::saving);
    case Worked::total_saving:
    case Worked::total_energy: return works::of_all(w, s, s.view.worked == Worked::total_saving);
  }
  return std::nullopt;
}

Worked other_figure(Worked figure) {
  switch (figure) {
    case Worked::saving: return Worked::energy;
    case Worked::energy: return Worked::saving;
    case Worked::total_saving: return Worked::total_energy;
    case Worked::total_energy: return Worked::total_saving;
    case Worked::none: break;
  }
  return Worked::none;
}

double worked_out(const Working& w) {
  double product = 1.0, sum = 0.0;
  bool any = false;
  for (const WorkingInput& in : w.inputs) {
    any = any || in.part == works::Part::factor;
    if (in.part == works::Part::factor) product *= in.number;
    if (in.part == works::Part::divisor) product /= in.number;
    if (in.part == works::Part::term) sum += in.number;
  }
  return (any ? product : 0.0) + sum;
}

TextTable working_table(const World& w, const Working& of) {
  const Translator& tr = w.tr;
  TextTable table;
  table.caption = of.title + ": " + of.what + ", " + of.result;
  table.head = {tr("working.input"), tr("working.value"), tr("working.source")};
  table.rows.push_back({tr("working.formula"), of.formula, of.interval.empty() ? "–" : of.interval});
  for (const WorkingInput& in : of.inputs) table.rows.push_back({in.name, in.value, source_words(w, in)});
  for (const std::string& note : of.notes) table.rows.push_back({tr("working.note"), note, "–"});
  return table;
}

const Workings::Shown& Workings::of(const World& w, const State& s) {
  State now = of_interest(s);
  // Results have no digest while they are not whole.
  if (!digest_.empty() && digest_ == w.results.digest && fleet_ == w.results.fleet && of_ == now) return shown_;
  digest_ = w.results.digest;
  fleet_ = w.results.fleet;
  shown_.working = working_of(w, now);
  of_ = now;
  now.view.worked = other_figure(now.view.worked);
  shown_.other = shown_.working && working_of(w, now);
  return shown_;
}

}  // namespace gs
