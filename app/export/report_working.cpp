#include <algorithm>

#include "export/report_parts.hpp"
#include "scene/working_words.hpp"

/// How figures are worked out: the same formulas, inputs and sources as the program opens.
namespace gs::report {
namespace {

Row input_row(const Draft& d, const WorkingInput& in) {
  Cell value = label(in.value);
  value.figure = "input";
  value.sources = in.sources;
  value.from = in.from;
  value.estimated = in.estimated;
  // A number that the formula takes; what is told beside it has its number in the words alone.
  if (in.part != WorkingInput::Part::told) value.value = Value{in.number, {}, {}, {}, Ends::none};
  return figure_row(d.tr, in.name, in.name, std::move(value));
}

}  // namespace

void add_working(Draft& d, std::string id, const Working& working) {
  Section& s = d.section(std::move(id), working.what.empty() ? d.tr("working.title") : working.what, true);
  std::string said = working.result;
  if (!working.interval.empty()) said += (said.empty() ? "" : "; ") + working.interval;
  if (!said.empty()) s.paragraphs.push_back(said);
  for (std::size_t from = 0; from < working.formula.size();) {
    const std::size_t end = std::min(working.formula.find('\n', from), working.formula.size());
    s.paragraphs.push_back(working.formula.substr(from, end - from));
    from = end + 1;
  }
  if (!working.inputs.empty()) {
    Table t{d.tr("working.open"), {{d.tr("working.input")}, {d.tr("working.value"), true}, {d.tr("working.source")}}, {}, true};
    for (const WorkingInput& in : working.inputs) t.rows.push_back(input_row(d, in));
    s.tables.push_back(std::move(t));
  }
  s.notes = working.notes;
}

Ends saving_ends(const ProjectResult& r) { return r.has(Note::hydrogen) || r.has(Note::fossil_waste) ? Ends::inputs : Ends::drawn; }

std::string why_no_saving(const Draft& d, const ProjectResult& r) {
  const std::vector<std::string> notes = notes_of(r, d.tr, false);
  return notes.empty() ? d.tr("saving.none") : notes.front();
}

std::vector<std::string> simulated_sources(const World& w, std::uint32_t project, bool saving) {
  State s;
  s.scenario = w.results.scenario;
  s.view.selection = {SelectionKind::project, w.portfolio.projects[project].id};
  s.view.worked = saving ? Worked::saving : Worked::energy;
  const auto working = working_of(w, s);
  std::vector<std::string> ids = working ? sources_of(*working) : std::vector<std::string>{};
  if (ids.empty()) ids = w.portfolio.projects[project].sources;
  return ids;
}

std::vector<std::string> sources_of(const World& w, std::span<const std::uint32_t> rows) {
  std::vector<std::string> ids;
  for (const std::uint32_t i : rows) add_once(ids, w.portfolio.projects[i].sources);
  return ids;
}

}  // namespace gs::report
