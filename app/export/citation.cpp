#include "export/citation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "portfolio/own_data.hpp"
#include "sim/simulate.hpp"

namespace gs {
namespace {

/// The method in words, since an id means nothing in a list of references.
std::string_view method_words(FactorMethod method) {
  switch (method) {
    case FactorMethod::ifi_combined_margin: return "IFI combined margin";
    case FactorMethod::ifi_operating_margin: return "IFI operating margin";
    case FactorMethod::ember_average: return "Ember average intensity";
    case FactorMethod::coal_equivalent: return "coal equivalent";
  }
  return "";
}

/// `IFI combined margin, grids on the stated pathway, year 2026`, and the draws where they are not the usual ones.
std::string scenario_words(const Scenario& s) {
  std::string words = fmt::format("{}, grids on the {} pathway, year {}", method_words(s.method), id_of(s.pathway), s.year);
  if (!(s.drawing == Drawing{})) words += fmt::format(", {} draws of seed {}", s.drawing.draws, s.drawing.seed);
  return words;
}

/// The figure that is cited, else `simulated saving of 93 operating projects 48.4 Mt CO2 a year (range 39.8 to 57.7)`.
std::string headline(const Results& results, const Cited& cited) {
  if (!cited.figure.empty()) return std::string(cited.figure);
  const Range<Mass>& avoided = results.operating.avoided;
  const double mt = 1e6;
  return fmt::format("simulated saving of {} operating projects {:.1f} Mt CO2 a year (range {:.1f} to {:.1f})",
                     results.operating.projects, avoided.best.base() / mt, avoided.low.base() / mt,
                     avoided.high.base() / mt);
}

/// What of the figures others cannot repeat; empty where they can.
std::string own_words(const Portfolio& portfolio) {
  const auto own = [](const auto& rows) { return std::count_if(rows.begin(), rows.end(), [](const auto& row) { return is_own(row.id); }); };
  const auto projects = own(portfolio.projects), lines = own(portfolio.routes);
  if (projects + lines == 0) return {};
  return fmt::format(", with own data of the writer beside them ({} {}, {} {}) in data version and digest, which others cannot verify without those data",
                     projects, projects == 1 ? "project" : "projects", lines, lines == 1 ? "line" : "lines");
}

/// Backslash, braces and % mean something to BibTeX.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '#' || c == '&' || c == '_' || c == '{' || c == '}') out += '\\';
    if (c != '\\') out += c;
  }
  return out;
}

}  // namespace

std::string citation(const Portfolio& portfolio, const Results& results, const Cited& cited) {
  std::string text =
      fmt::format("Green Silk Road explorer, data {}: {}, {}, digest {}{}.", portfolio.version, headline(results, cited),
                  scenario_words(results.scenario), results.digest, own_words(portfolio));
  if (!cited.link.empty()) text += fmt::format(" {}", cited.link);
  if (!cited.accessed.empty()) text += fmt::format(" (accessed {})", cited.accessed);
  return text;
}

std::string bibtex(const Portfolio& portfolio, const Results& results, const Cited& cited) {
  std::string text = fmt::format("@misc{{greensilk-{},\n  title = {{Green Silk Road explorer}},\n", results.digest);
  if (!cited.link.empty()) text += fmt::format("  howpublished = {{\\url{{{}}}}},\n", cited.link);
  if (!cited.accessed.empty()) text += fmt::format("  urldate = {{{}}},\n", cited.accessed);
  return text + fmt::format(
                    "  note = {{{}}}\n}}\n",
                    escaped(fmt::format("Data {}, {}, {}, digest {}{}", portfolio.version, headline(results, cited),
                                        scenario_words(results.scenario), results.digest, own_words(portfolio))));
}

}  // namespace gs
