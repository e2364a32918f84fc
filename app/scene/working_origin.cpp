#include "scene/working_origin.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace gs {
namespace works {
namespace {

/// Three digits, as far as they stand behind the point.
std::string digits(double value, double unit, std::string_view name) {
  const double v = value / unit, size = std::abs(v);
  return fmt::format("{:.{}f} {}", v, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2, name);
}

}  // namespace

Origin row_origin(const Portfolio& portfolio, std::string_view id) {
  WorkingInput in;
  put_row(in, portfolio, id);
  return {in.from, in.sources, in.estimated};
}

Origin rail_origin(const Portfolio& portfolio, std::string_view id) {
  for (const RailFactor& row : portfolio.rail_factors) {
    if (row.id != id) continue;
    return sourced(row.sources, row.confidence == Confidence::low, row.name);
  }
  return {};
}

Origin sourced(const std::vector<std::string>& ids, bool estimated, std::string from) {
  Origin out{std::move(from), published(ids), false};
  out.estimated = estimated || out.sources.empty();
  return out;
}

Origin assumed(std::string from) { return {std::move(from), {}, true}; }

Origin given(std::string from) { return {std::move(from), {}, false}; }

WorkingInput input(std::string name, std::string value, double number, WorkingInput::Part part, Origin o) {
  return {std::move(name), std::move(value), std::move(o.from), std::move(o.sources), o.estimated, part, number};
}

WorkingInput told_input(std::string name, std::string value, double number, Origin o) {
  return input(std::move(name), std::move(value), number, WorkingInput::Part::told, std::move(o));
}

Working closed(std::string what, std::string result, double best, std::vector<WorkingInput> inputs, std::string cited) {
  Working out;
  out.formula = formula_of(what, inputs);
  out.what = std::move(what);
  out.result = std::move(result);
  out.best = best;
  out.inputs = std::move(inputs);
  out.cited = std::move(cited);
  return out;
}

Working stepped(std::string what, std::string result, double best, std::string formula, std::vector<WorkingInput> inputs) {
  Working out = closed(std::move(what), std::move(result), best, std::move(inputs), {});
  out.formula = std::move(formula);
  return out;
}

std::string exact_percent(double share, const Translator& tr) { return tr("percent", number(100.0 * share, tr, 3)); }

std::string english(Energy e) {
  const double mwh = std::abs(e.base());
  return mwh >= 1e6 ? digits(e.base(), 1e6, "TWh") : mwh >= 1e3 ? digits(e.base(), 1e3, "GWh") : digits(e.base(), 1.0, "MWh");
}

std::string english(Mass m) {
  const double t = std::abs(m.base());
  return t >= 1e6 ? digits(m.base(), 1e6, "Mt") : t >= 1e3 ? digits(m.base(), 1e3, "kt") : digits(m.base(), 1.0, "t");
}

}  // namespace works

Working together(std::string_view whose, const std::vector<Working>& figures) {
  Working out;
  for (const Working& figure : figures) {
    if (!figure.formula.empty()) out.formula += (out.formula.empty() ? "" : "\n") + figure.formula;
    if (!figure.cited.empty()) out.cited += (out.cited.empty() ? "" : "; ") + figure.cited;
    for (const WorkingInput& in : figure.inputs) {
      const auto same = [&](const WorkingInput& other) { return other.name == in.name && other.value == in.value; };
      if (std::none_of(out.inputs.begin(), out.inputs.end(), same)) out.inputs.push_back(in);
    }
    for (const std::string& note : figure.notes)
      if (std::find(out.notes.begin(), out.notes.end(), note) == out.notes.end()) out.notes.push_back(note);
  }
  if (!out.cited.empty()) out.cited = std::string(whose) + ": " + out.cited;
  return out;
}

}  // namespace gs
