#include "sim/rail_trials.hpp"

#include "model/rail/train.hpp"
#include "portfolio/schema.hpp"

namespace gs {
namespace {

RailCheck level(const RailFactor& row, std::string_view mark, model::rail::Law law) {
  model::rail::Train train;
  train.locomotives.mass_t = 0.0;
  model::rail::Wagons wagon;
  wagon.count = 1;
  wagon.tare_t = 24.0;
  wagon.load_t = 60.0;
  wagon.law = law;
  train.wagons.push_back(wagon);
  RailCheck check = begun_check(row, std::string(mark.substr(1)));
  check.published = number_before(row.notes, mark);
  check.simulated = train.rolling().at(60.0 / 3.6) / train.trailing_t() / 3.6;
  check.conditions = "one wagon of 84 t on four axles at 60 km/h, level, straight, no locomotive; at the rail";
  return check;
}

struct Reason {
  std::string_view id, why;
};
constexpr Reason kNotCompared[] = {
    {"cn_tce_2010",
     "all energy of the railways, buildings and works included, per tonne- and passenger-kilometre together"},
    {"rzd_2018", "the unit is garbled in the source"},
    {"kz_specific", "no figure was found"},
    {"in_specific", "no figure was found"},
    {"lkab_iore", "the numbers are in a paper that was not at hand"},
    {"edr_2022",
     "a line's year of traffic, not a run; the source does not say against what, nor whether carbon or CO2"},
    {"pap_andijan", "a line's year of traffic, not a run: the traffic behind it is not known"},
    {"uzb_24loco", "implausible (37,500 t a locomotive), and the row says not to use it"},
    {"thai", "the work that the locomotive does is not published"},
    {"lng_te33", "the model has no gas engine"},
    {"etihad", "against lorries, a comparison of factors and not of a train's run"},
    {"laos_cost", "a cost"},
    {"hd300", "no ratings of this locomotive are among the data; its hybrid class is compared as ckd6h and hxn6"},
    {"alstom_h3", "\"up to\", expected by the maker; no ratings of battery and old diesel are among the data"},
    {"flxdrive_shunter_ktz", "money: the price of fuel behind it is not said"},
};

}  // namespace

std::optional<double> number_before(std::string_view text, std::string_view mark) {
  const std::size_t end = text.rfind(mark);
  if (end == std::string_view::npos) return std::nullopt;
  std::size_t from = end;
  while (from > 0 && std::string_view("0123456789.,").find(text[from - 1]) != std::string_view::npos) --from;
  std::string digits;
  for (const char c : text.substr(from, end - from))
    if (c != ',') digits += c;
  return schema::parse_number(digits);
}

RailCheck begun_check(const RailFactor& row, std::string part) {
  RailCheck check;
  check.row = &row;
  check.part = std::move(part);
  check.unit = row.unit;
  check.published = schema::parse_number(row.value);
  return check;
}

void RailTrials::compare(const RailFactor& row, std::vector<RailCheck>& out) {
  if (row.id == "level_check") {
    out.push_back(level(row, " by PTR", model::rail::Law::ptr_freight4));
    out.push_back(level(row, " by TB/T", model::rail::Law::cn_freight));
    return;
  }
  if (compare_consumption(portfolio_, row, space_, out) || compare_batteries(portfolio_, row, space_, out) ||
      compare_yards(portfolio_, row, out))
    return;
  out.push_back(begun_check(row));
  out.back().why = "no run stands for it";
  for (const Reason& reason : kNotCompared)
    if (reason.id == row.id) out.back().why = reason.why;
}

}  // namespace gs
