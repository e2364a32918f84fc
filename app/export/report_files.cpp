#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "export/report.hpp"
#include "export/row.hpp"
#include "sim/simulate.hpp"

/// A report for other programs: CSV and JSON. Numbers have all their digits.
namespace gs::report {
namespace {

using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : ";") + id;
  return all;
}

std::string digits(const std::optional<double>& number) { return number ? fmt::format("{}", *number) : std::string(); }

/// A line of CSV.
class Lines {
 public:
  void add(std::initializer_list<std::string> cells) {
    bool first = true;
    for (const std::string& cell : cells) {
      if (!first) text += ',';
      text += quoted_cell(cell);
      first = false;
    }
    text += "\r\n";
  }
  std::string text;
};

Json number_or_null(const std::optional<double>& number) { return number ? Json(*number) : Json(nullptr); }

Json json_of(const std::string& item, const Cell& cell) {
  Json out{{"item", item}, {"figure", cell.figure}, {"words", cell.words}};
  if (cell.value) {
    out["value"] = cell.value->best;
    out["low"] = number_or_null(cell.value->low);
    out["high"] = number_or_null(cell.value->high);
    out["unit"] = cell.value->unit;
    out["interval"] = cell.value->ends == Ends::none ? Json(nullptr) : Json(id_of(cell.value->ends));
  } else {
    for (const char* name : {"value", "low", "high", "unit", "interval"}) out[name] = nullptr;
  }
  if (!cell.small.empty()) out["note"] = cell.small;
  if (!cell.from.empty()) out["from"] = cell.from;
  out["estimated"] = cell.estimated;
  out["sources"] = cell.sources;
  return out;
}

Json json_of(const Section& s) {
  Json out{{"id", s.id}, {"heading", s.heading}, {"text", s.paragraphs}, {"notes", s.notes}, {"figures", Json::array()}, {"charts", Json::array()}};
  for (const Table& t : s.tables)
    for (const Row& row : t.rows)
      for (const Cell& cell : row.cells)
        if (!cell.figure.empty()) out["figures"].push_back(json_of(row.item, cell));
  for (const Picture& p : s.pictures) out["charts"].push_back({{"id", p.id}, {"title", p.title}, {"head", p.table.head}, {"rows", p.table.rows}});
  return out;
}

Json json_of(const Scenario& s) {
  return {{"year", s.year}, {"method", gs::id_of(s.method)}, {"pathway", gs::id_of(s.pathway)}, {"draws", s.drawing.draws}, {"seed", s.drawing.seed}};
}

}  // namespace

std::string to_csv(const Report& r) {
  Lines out;
  out.add({"section", "item", "figure", "value", "low", "high", "unit", "interval", "estimated", "words", "source"});
  const auto about = [&](const char* figure, const std::string& words) { out.add({"report", r.subject, figure, "", "", "", "", "", "", words, ""}); };
  about("title", r.title);
  about("link", r.link);
  about("data_version", r.data_version);
  about("digest", r.digest);
  for (const Section& s : r.sections)
    for (const Table& t : s.tables)
      for (const Row& row : t.rows)
        for (const Cell& cell : row.cells) {
          if (cell.figure.empty()) continue;
          const Value value = cell.value.value_or(Value{});
          std::string words = cell.words;
          for (const std::string* more : {&cell.small, &cell.from})
            if (!more->empty()) words += "; " + *more;
          out.add({s.id, row.item, cell.figure, cell.value ? digits(value.best) : "", digits(value.low), digits(value.high), value.unit, std::string(id_of(value.ends)),
                   cell.estimated ? "yes" : "no", words, joined(cell.sources)});
        }
  return out.text;
}

std::string to_json(const Report& r) {
  Json out{{"format", "greensilk-report-1"}, {"kind", r.kind}, {"subject", r.subject}, {"language", r.language}, {"title", r.title}, {"subtitle", r.subtitle},
           {"data_version", r.data_version}, {"digest", r.digest}, {"newest_source", r.date}, {"link", r.link}, {"citation", r.citation}, {"scenario", json_of(r.scenario)},
           {"sections", Json::array()}, {"sources", Json::array()}};
  for (const Section& s : r.sections) out["sections"].push_back(json_of(s));
  for (const Cited& s : r.sources) out["sources"].push_back({{"id", s.id}, {"citation", s.words}, {"url", s.url}, {"licence", s.licence}});
  return out.dump(1) + "\n";
}

}  // namespace gs::report
