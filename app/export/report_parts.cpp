#include "export/report_parts.hpp"

#include <algorithm>

#include "export/chart_svg.hpp"
#include "export/citation.hpp"
#include "scene/picture_words.hpp"
#include "scene/what_if_rows.hpp"
#include "scene/working_words.hpp"
#include "sim/assumptions.hpp"
#include "state/url.hpp"

namespace gs::report {
namespace {

Cited cited(const Source& s) {
  Cited out{s.id, s.publisher.empty() ? s.id : s.publisher, s.url, s.licence};
  if (!s.title.empty()) out.words += ": " + s.title;
  if (!s.date.empty()) out.words += ", " + s.date;
  return out;
}

/// What the figures depend on besides the data.
std::string scenario_words(const Scenario& s, const Translator& tr) {
  std::string words = fmt::format("{} {} · {}: {} · {}: {} · {}", tr("settings.year"), s.year, tr("settings.method"), method_name(tr, s.method),
                                  tr("settings.pathway"), pathway_name(tr, s.pathway), tr("report.drawing", s.drawing.draws, s.drawing.seed));
  const WhatIf standard;
  for (const WhatIfRow& row : kWhatIfRows)
    if (s.what_if.*row.value != standard.*row.value) words += " · " + tr(row.key) + ": " + row.words(tr, row.shown(s.what_if));
  return words;
}

void add_method(Draft& d) {
  Section& s = d.section("method", d.tr("method.title"));
  static constexpr std::array<const char*, 7> heads{"method.head1", "method.head2", "method.head3", "method.head4", "method.head5", "method.head6", "method.head7"};
  static constexpr std::array<const char*, 7> texts{"method.text1", "method.text2", "method.text3", "method.text4", "method.text5", "method.text6", "method.text7"};
  const std::string stop = d.tr.chinese() ? "：" : ": ";
  for (std::size_t i = 0; i < heads.size(); ++i) s.paragraphs.push_back(d.tr(heads[i]) + stop + d.tr(texts[i]));
}

template <class Q>
Cell with_interval(const Translator& tr, std::string figure_name, const Range<Q>& r, const std::string& unit, Ends ends, std::vector<std::string> sources, bool a_year) {
  const char* key = ends == Ends::drawn ? "totals.range" : "working.between";
  return ranged(std::move(figure_name), figure(r.best, tr).text() + (a_year ? tr("figure.a_year") : ""), tr(key, range_text(r, tr)),
                {r.low.base(), r.best.base(), r.high.base()}, unit, ends, std::move(sources));
}

}  // namespace

std::string_view id_of(Ends ends) {
  constexpr std::array<std::string_view, 3> ids{"", "P10-P90", "inputs low-high"};
  return ids[static_cast<std::size_t>(ends)];
}

int Report::number_of(std::string_view source) const {
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (sources[i].id == source) return static_cast<int>(i) + 1;
  return 0;
}

std::string Report::numbers_of(const std::vector<std::string>& ids) const {
  std::vector<int> numbers;
  for (const std::string& id : ids)
    if (const int n = number_of(id); n > 0) numbers.push_back(n);
  std::sort(numbers.begin(), numbers.end());
  std::string out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] <= numbers[last] + 1) ++last;
    out += (out.empty() ? "" : ", ") + fmt::format("{}", numbers[i]);
    if (numbers[last] > numbers[i]) out += (numbers[last] == numbers[i] + 1 ? ", " : "–") + fmt::format("{}", numbers[last]);
    i = last + 1;
  }
  return out;
}

Draft::Draft(const Asked& of, std::string kind, std::string subject) : asked(of), w(of.world), tr(of.world.tr) {
  out.kind = std::move(kind);
  out.subject = std::move(subject);
  out.language = tr.code();
  out.rightward = tr.rightward();
  out.program = tr("app.title") + " · " + tr("report.kind");
  out.contents = tr("report.contents");
  out.sources_head = tr("tab.sources");
  out.table_words = tr("list.as_table");
  out.estimate = tr("working.estimate");
  out.data_version = w.portfolio.version;
  out.digest = w.results.digest;
  out.date = newest_day(w.portfolio);
  out.scenario = w.results.scenario;
}

Section& Draft::section(std::string id, std::string heading, bool sub) {
  out.sections.push_back({std::move(id), std::move(heading), sub, {}, {}, {}, {}});
  return out.sections.back();
}

Report Draft::finish(State link) {
  add_method(*this);
  link.scenario = out.scenario;
  link.view.language = asked.state.view.language;
  out.link = asked.address + "#" + citation_fragment(link, out.data_version, out.digest);
  out.citation = gs::citation(w.portfolio, w.results, {out.link, ""});
  out.about = {scenario_words(out.scenario, tr), tr("working.data", out.data_version) + " · " + tr("result.digest", out.digest)};
  if (!out.date.empty()) out.about.push_back(tr("report.newest", out.date));
  for (const Section& s : out.sections)
    for (const Table& t : s.tables)
      for (const Row& row : t.rows)
        for (const Cell& cell : row.cells)
          for (const std::string& id : cell.sources)
            if (const Source* source = out.number_of(id) == 0 ? w.portfolio.source(id) : nullptr) out.sources.push_back(cited(*source));
  return std::move(out);
}

Cell label(std::string words) { return {std::move(words), {}, {}, {}, {}, {}, false}; }

Cell fact(std::string figure, std::string words, std::vector<std::string> sources, std::string from) {
  return {words.empty() ? "–" : std::move(words), {}, std::move(figure), {}, std::move(sources), std::move(from), false};
}

Cell missing(std::string figure, std::string why) { return {"–", std::move(why), std::move(figure), {}, {}, {}, false}; }

Cell plain(std::string figure, std::string words, double value, std::string unit, std::vector<std::string> sources, std::string from) {
  return {std::move(words), {}, std::move(figure), Value{value, {}, {}, std::move(unit), Ends::none}, std::move(sources), std::move(from), false};
}

Cell ranged(std::string figure, std::string words, std::string small, const Range<double>& r, std::string unit, Ends ends, std::vector<std::string> sources) {
  return {std::move(words), std::move(small), std::move(figure), Value{r.best, r.low, r.high, std::move(unit), ends}, std::move(sources), {}, false};
}

Cell simulated(const Translator& tr, std::string figure, const Range<Mass>& r, Ends ends, std::vector<std::string> sources, bool a_year) {
  return with_interval(tr, std::move(figure), r, a_year ? kTonnesAYear : "t CO2", ends, std::move(sources), a_year);
}

Cell simulated(const Translator& tr, std::string figure, const Range<Energy>& r, Ends ends, std::vector<std::string> sources, bool a_year) {
  return with_interval(tr, std::move(figure), r, a_year ? kMwhAYear : "MWh", ends, std::move(sources), a_year);
}

Cell simulated(const Translator& tr, std::string figure, const Range<Intensity>& r, Ends ends, std::vector<std::string> sources) {
  return with_interval(tr, std::move(figure), r, kIntensity, ends, std::move(sources), false);
}

Row figure_row(const Translator& tr, std::string item, std::string name, Cell cell) {
  std::string from = cell.from;
  if (cell.estimated) from = tr("working.estimate") + (from.empty() ? "" : "; " + from);
  return {std::move(item), {label(std::move(name)), std::move(cell), label(std::move(from))}};
}

Table figure_table(const Translator& tr, std::string caption) {
  return {std::move(caption), {{tr("figures.figure")}, {tr("working.value"), true}, {tr("working.source")}}, {}, true};
}

void add_once(std::vector<std::string>& to, const std::vector<std::string>& ids) {
  for (const std::string& id : ids)
    if (std::find(to.begin(), to.end(), id) == to.end()) to.push_back(id);
}

std::vector<std::string> sources_of(const Working& working) {
  std::vector<std::string> out;
  for (const WorkingInput& in : working.inputs) add_once(out, in.sources);
  return out;
}

void add_picture(Section& s, const Asked& asked, const Chart& chart) {
  if (std::all_of(chart.series.begin(), chart.series.end(), [](const Series& one) { return one.data.empty(); })) return;
  SvgPage page = page_for(chart, asked.world.tr.code());
  page.part = chart.id;
  s.pictures.push_back({chart.id, chart.title, to_svg(chart, print_palette(), asked.width, page), page.width, page.height, table_of(chart)});
}

}  // namespace gs::report
