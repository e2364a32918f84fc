#include "sim/rail_trials.hpp"

#include "model/rail/train.hpp"
#include "portfolio/schema.hpp"

namespace gs {
namespace {

/// The number that ends where `mark` begins, at its last place in the text: 1,016 of "train 1,016 t net" before " t net".
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

RailCheck begun(const RailFactor& row, std::string part = "") {
  RailCheck check;
  check.row = &row;
  check.part = std::move(part);
  check.unit = row.unit;
  check.published = schema::parse_number(row.value);
  return check;
}

RailCheck level(const RailFactor& row, std::string_view mark, model::rail::Law law) {
  model::rail::Train train;
  train.locomotives.mass_t = 0.0;
  model::rail::Wagons wagon;
  wagon.count = 1;
  wagon.tare_t = 24.0;
  wagon.load_t = 60.0;
  wagon.law = law;
  train.wagons.push_back(wagon);
  RailCheck check = begun(row, std::string(mark.substr(1)));
  check.published = number_before(row.notes, mark);
  check.simulated = train.rolling().at(60.0 / 3.6) / train.trailing_t() / 3.6;
  check.conditions = "one wagon of 84 t on four axles at 60 km/h, level, straight, no locomotive; at the rail";
  return check;
}

}  // namespace

void RailTrials::compare(const RailFactor& row, std::vector<RailCheck>& out) {
  if (row.id == "level_check") {
    out.push_back(level(row, " by PTR", model::rail::Law::ptr_freight4));
    out.push_back(level(row, " by TB/T", model::rail::Law::cn_freight));
    return;
  }
  out.push_back(begun(row));
  out.back().why = "no run stands for it yet";
}

}  // namespace gs
