#include "scene/claim_sentences.hpp"

#include <algorithm>
#include <cmath>

#include "model/ledger.hpp"
#include "sim/simulate.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

std::string key(std::string_view head, std::string_view id) { return std::string(head) + std::string(id); }
std::string method_words(const Translator& tr, FactorMethod m) { return tr(key("method.", id_of(m))); }

/// Shares below a tenth with a digit more.
std::string share(double value, const Translator& tr) {
  return value < 0.0995 ? tr("percent", number(value * 100.0, tr, 2)) : percent(value, tr);
}

const ConventionRow* row_of(const ClaimCase& of, FactorMethod method) {
  const auto found = std::find_if(of.rows.begin(), of.rows.end(), [&](const ConventionRow& r) { return r.method == method; });
  return found == of.rows.end() ? nullptr : &*found;
}

/// The convention that counts most, or least, of those of a method.
const ConventionRow* extreme(const ClaimCase& of, bool highest) {
  const ConventionRow* one = nullptr;
  for (const ConventionRow& r : of.rows)
    if (r.method && (!one || (highest ? r.factor.best > one->factor.best : r.factor.best < one->factor.best))) one = &r;
  return one;
}

std::string best_plant(const World& w, const UsualOutput& usual) {
  return usual.best_plant < 0 ? "" : display_name(w.portfolio.projects[static_cast<std::size_t>(usual.best_plant)], w.tr);
}

std::string beyond_all(const World& w, const ClaimCheck& check, const ClaimCase& of) {
  const Translator& tr = w.tr;
  const ConventionRow* most = extreme(of, true);
  if (!most) return "";
  if (of.energy_claimed || !most->needed || !of.usual.expected())
    return tr("check.why.factor", figure(of.implied.implied, tr).text(), convention_name(w, *most), figure(most->factor.best, tr).text());
  const std::string usual = share_range(w, *of.usual.expected());
  if (of.usual.best_plant < 0) return tr("check.why.needs_usual", convention_name(w, *most), share(*most->needed, tr), usual);
  (void)check;
  return tr("check.why.needs", convention_name(w, *most), share(*most->needed, tr), usual, best_plant(w, of.usual), share(of.usual.best, tr));
}

std::string output_reason(const World& w, const ClaimCheck& check, const ClaimCase& of) {
  const Translator& tr = w.tr;
  std::string words = tr("check.why.output", figure(*check.read.energy, tr).text(), figure(*check.read.capacity, tr).text(), share(*of.implied_output, tr));
  if (of.usual.simulated) words += " " + tr("check.why.beside", simulated_where(w, check, of.usual), share_range(w, *of.usual.simulated));
  if (of.usual.reported) words += " " + tr("check.why.beside", reported_where(w, check, of.usual), share_range(w, *of.usual.reported));
  return words;
}

std::string value_words(const World& w, ClaimPart kind, double value) {
  const Translator& tr = w.tr;
  if (kind == ClaimPart::capacity) return value < 1.0 ? number(value, tr, 4) + " " + tr("unit.mw") : figure(megawatts(value), tr).text();
  if (kind == ClaimPart::energy) return figure(megawatt_hours(value), tr).text();
  if (kind == ClaimPart::co2) return figure(tonnes(value), tr).text();
  return fmt::format("{:.0f}", value);
}

}  // namespace

std::string convention_name(const World& w, const ConventionRow& row) {
  return row.method ? method_words(w.tr, *row.method) : w.tr(key("check.convention.", row.id));
}

std::string share_range(const World& w, const Range<double>& r) { return w.tr("check.shares", share(r.low, w.tr), share(r.high, w.tr)); }

std::string claim_verdict(const World& w, const ClaimCheck& check, const ClaimCase& of) {
  const std::string name = key("check.verdict.", id_of(of.verdict));
  if (of.verdict == ClaimVerdict::plausible) return w.tr(name, method_words(w.tr, check.method));
  if (of.verdict != ClaimVerdict::other_convention) return w.tr(name);
  std::string names;
  for (const ConventionRow& r : of.rows)
    if (r.method && r.claim == Side::inside) names += (names.empty() ? "" : w.tr("check.and")) + convention_name(w, r);
  return w.tr(name, names);
}

std::string claim_reason(const World& w, const ClaimCheck& check, const ClaimCase& of) {
  const Translator& tr = w.tr;
  const auto claimed = [&] { return figure(*check.read.co2, tr).text(); };
  switch (of.verdict) {
    case ClaimVerdict::impossible:
      return tr("check.why.hours", figure(*check.read.energy, tr).text(), figure(*check.read.capacity, tr).text(),
                whole(std::ceil(*of.implied_output * model::kYear.base() - 1e-6), tr));
    case ClaimVerdict::too_much_output:
      return output_reason(w, check, of) +
             (of.usual.best_plant < 0 ? "" : " " + tr("check.why.best", best_plant(w, of.usual), share(of.usual.best, tr)));
    case ClaimVerdict::plausible: {
      std::string words = tr("check.why.saving", method_words(tr, check.method), range_text(row_of(of, check.method)->saving, tr), claimed());
      std::string others;
      for (const ConventionRow& r : of.rows)
        if (r.method && r.method != check.method && r.claim == Side::inside) others += (others.empty() ? "" : tr("check.and")) + convention_name(w, r);
      return others.empty() ? words : words + " " + tr("check.why.also", others);
    }
    case ClaimVerdict::other_convention:
    case ClaimVerdict::between:
      if (const ConventionRow* own = row_of(of, check.method))
        return tr("check.why.saving", convention_name(w, *own), range_text(own->saving, tr), claimed());
      return tr("working.no_factor", method_words(tr, check.method));
    case ClaimVerdict::above_all: return beyond_all(w, check, of);
    case ClaimVerdict::below_all: {
      const ConventionRow* least = extreme(of, false);
      return tr("check.why.saving", convention_name(w, *least), range_text(least->saving, tr), claimed());
    }
    case ClaimVerdict::nothing: return "";
    default: return output_reason(w, check, of);
  }
}

std::string claim_part(const World& w, const ReadClaim& read, const ReadPart& part) {
  const Translator& tr = w.tr;
  std::string value;
  if (part.kind == ClaimPart::country) value = country_name(w, part.id);
  else if (part.kind == ClaimPart::technology) value = tr(key("tech.", part.id));
  else if (part.kind <= ClaimPart::year) value = value_words(w, part.kind, part.value);
  std::string words = tr("check.read", std::string(read.words(part)), tr(key("check.part.", id_of(part.kind)), value));
  if (part.note == ClaimNote::none) return words;
  return words + tr("check.but", tr(key("check.note.", id_of(part.note)), part.other ? value_words(w, part.kind, *part.other) : ""));
}

std::string claim_lack(const World& w, ClaimLack lack) { return w.tr(key("check.lack.", id_of(lack))); }

std::string convention_inputs(const World& w, const ConventionRow& row) {
  std::string words = figure(row.factor.best, w.tr).text();
  if (row.factor_year) words += fmt::format(" ({})", *row.factor_year);
  if (row.left < 1.0) words += " " + w.tr("check.left", share(row.left, w.tr));
  if (row.needed) words += " · " + w.tr("check.needs", share(*row.needed, w.tr));
  return words;
}

std::string energy_working(const World& w, const ClaimCheck& check, const ClaimCase& of) {
  const Translator& tr = w.tr;
  if (!of.energy) return "";
  if (of.energy_claimed) return tr("check.energy_claimed", figure(*check.read.energy, tr).text());
  return tr("check.energy", figure(*check.read.capacity, tr).text(), share_range(w, *of.usual.expected()), range_text(*of.energy, tr));
}

std::string simulated_where(const World& w, const ClaimCheck& check, const UsualOutput& usual) {
  const std::size_t n = usual.plants.size();
  return usual.nearby ? w.tr("check.simulated_near", n, whole(kNearbyKm, w.tr)) : w.tr("check.simulated_in", n, country_name(w, check.read.country));
}

std::string reported_where(const World& w, const ClaimCheck& check, const UsualOutput& usual) {
  return usual.row_of_country ? w.tr("check.reported_in", country_name(w, check.read.country)) : w.tr("check.reported_world");
}

std::string claim_basis(const World& w, const ClaimCheck& check) {
  return w.tr("check.basis", check.year, method_words(w.tr, check.method), w.tr(key("pathway.", id_of(check.pathway))));
}

}  // namespace gs
