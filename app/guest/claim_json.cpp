#include "guest/claim_json.hpp"

#include <nlohmann/json.hpp>

#include "scene/claim_sentences.hpp"
#include "sim/simulate.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json shares(const std::optional<Range<double>>& r) {
  return r ? Json{{"low", r->low}, {"best", r->best}, {"high", r->high}} : Json(nullptr);
}

template <class Q>
Json range(const Range<Q>& r) {
  return {{"low", r.low.base()}, {"best", r.best.base()}, {"high", r.high.base()}};
}

Json part(const World& w, const ReadClaim& read, const ReadPart& p) {
  const bool figure = p.kind == ClaimPart::capacity || p.kind == ClaimPart::energy || p.kind == ClaimPart::co2 || p.kind == ClaimPart::year;
  return {{"text", std::string(read.words(p))}, {"begin", p.begin}, {"end", p.end}, {"kind", id_of(p.kind)},
          {"value", figure ? Json(p.value) : p.id.empty() ? Json(nullptr) : Json(p.id)}, {"other", or_null(p.other)},
          {"note", id_of(p.note)}, {"used", p.used}, {"words", claim_part(w, read, p)}};
}

Json output(const World& w, const ClaimCase& of) {
  const UsualOutput& u = of.usual;
  Json plants = Json::array();
  for (const std::uint32_t i : u.plants) plants.push_back(w.portfolio.projects[i].id);
  const auto id = [&](std::int32_t i) { return i < 0 ? Json(nullptr) : Json(w.portfolio.projects[static_cast<std::size_t>(i)].id); };
  return {{"verdict", id_of(of.output)}, {"claimed", or_null(of.implied_output)}, {"simulated", shares(u.simulated)}, {"plants", plants},
          {"nearby", u.nearby}, {"reported", shares(u.reported)}, {"reported_in_country", u.row_of_country},
          {"best_plant", id(u.best_plant)}, {"best", u.best}, {"most", u.most}, {"energy_mwh", of.energy ? range(*of.energy) : Json(nullptr)},
          {"energy_claimed", of.energy_claimed}};
}

Json convention(const ConventionRow& r) {
  return {{"id", r.id}, {"factor_t_mwh", range(r.factor)}, {"factor_year", or_null(r.factor_year)}, {"left", r.left}, {"saving_t", range(r.saving)},
          {"claim", id_of(r.claim)}, {"needs_capacity_factor", or_null(r.needed)}, {"source", r.source}};
}

Json case_json(const World& w, const ClaimCheck& check, const ClaimCase& of) {
  Json rows = Json::array();
  for (const ConventionRow& r : of.rows) rows.push_back(convention(r));
  Json implied = nullptr;
  if (!of.rows.empty()) {
    const model::Explanation& e = of.implied;
    implied = {{"factor_t_mwh", e.implied.base()}, {"nearest", e.nearest ? Json(of.rows[*e.nearest].id) : Json(nullptr)}, {"deviation", e.deviation},
               {"matches", e.matches}};
  }
  return {{"technology", id_of(of.technology)}, {"verdict", id_of(of.verdict)}, {"words", claim_verdict(w, check, of)},
          {"why", claim_reason(w, check, of)}, {"output", output(w, of)}, {"implied", implied}, {"conventions", rows}};
}

Json match(const World& w, const ClaimMatch& m) {
  const Project& p = w.portfolio.projects[m.project];
  const ProjectResult& r = w.results.projects[m.project];
  return {{"project", p.id}, {"name", display_name(p, w.tr)}, {"capacity_mw", p.capacity->base()},
          {"reported_mwh", p.generation ? Json(p.generation->base()) : Json(nullptr)}, {"reported_t", p.co2 ? Json(p.co2->base()) : Json(nullptr)},
          {"simulated_mwh", r.energy ? range(*r.energy) : Json(nullptr)}, {"simulated_t", r.avoided ? range(*r.avoided) : Json(nullptr)}};
}

}  // namespace

std::string claim_json(const World& w, const ClaimCheck& check) {
  Json parts = Json::array(), cases = Json::array(), matches = Json::array(), lacks = Json::array();
  for (const ReadPart& p : check.read.parts) parts.push_back(part(w, check.read, p));
  for (const ClaimCase& c : check.cases) cases.push_back(case_json(w, check, c));
  for (const ClaimMatch& m : check.matches) matches.push_back(match(w, m));
  for (const ClaimLack l : check.lacks) lacks.push_back(id_of(l));
  const bool any = !check.cases.empty();
  const Json all{{"claim", check.read.text}, {"verdict", id_of(check.verdict)},
                 {"words", any ? claim_verdict(w, check, check.cases.front()) : w.tr("check.verdict.nothing")},
                 {"why", any ? claim_reason(w, check, check.cases.front()) : ""}, {"year", check.year}, {"method", id_of(check.method)},
                 {"pathway", id_of(check.pathway)}, {"parts", parts}, {"lacks", lacks}, {"cases", cases}, {"matches", matches}, {"sources", check.sources}};
  // Bytes that are no UTF-8 are shown as U+FFFD.
  return all.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string claim_lines(const World& w, const ClaimCheck& check) {
  const Translator& tr = w.tr;
  std::string out;
  const auto line = [&](const std::string& words, int indent = 0) {
    if (!words.empty()) out += std::string(static_cast<std::size_t>(indent), ' ') + words + "\n";
  };
  const auto row = [](const std::string& name, const std::string& value) { return name + ": " + value; };
  if (check.cases.empty()) line(tr("check.verdict.nothing"));
  for (const ClaimCase& of : check.cases) {
    const std::string verdict = claim_verdict(w, check, of);
    line(check.cases.size() > 1 && check.verdict != ClaimVerdict::nothing ? row(tr("check.taken_as", tr("tech." + std::string(id_of(of.technology)))), verdict) : verdict);
    line(claim_reason(w, check, of), 2);
    if (check.verdict == ClaimVerdict::nothing) break;
    if (check.read.capacity) {
      if (of.usual.simulated) line(row(simulated_where(w, check, of.usual), share_range(w, *of.usual.simulated)), 2);
      if (of.usual.reported) line(row(reported_where(w, check, of.usual), share_range(w, *of.usual.reported)), 2);
    }
    if (!of.rows.empty()) line(energy_working(w, check, of), 2);
    for (const ConventionRow& r : of.rows) line(row(convention_name(w, r), range_text(r.saving, tr) + " · " + convention_inputs(w, r)), 2);
  }
  line(tr("check.understood"));
  for (const ReadPart& p : check.read.parts) line(claim_part(w, check.read, p), 2);
  for (const ClaimLack l : check.lacks) line(claim_lack(w, l), 2);
  if (check.verdict == ClaimVerdict::nothing) return out;
  if (!check.matches.empty()) line(tr("check.matches"));
  for (const ClaimMatch& m : check.matches) {
    const Project& p = w.portfolio.projects[m.project];
    const ProjectResult& r = w.results.projects[m.project];
    std::string words = display_name(p, tr) + " (" + p.id + "), " + figure(*p.capacity, tr).text();
    if (p.co2) words += " · " + tr("figure.reported_value", figure(*p.co2, tr).text());
    if (r.avoided) words += " · " + tr("figure.simulated_value", range_text(*r.avoided, tr));
    line(words, 2);
  }
  line(claim_basis(w, check));
  std::string sources;
  for (const std::string& id : check.sources) sources += (sources.empty() ? "" : ", ") + id;
  line(row(tr("sources.title"), sources));
  return out;
}

}  // namespace gs
