#include "sim/claim_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/claim_scan.hpp"

namespace gs {
namespace {

/// A code in capitals counts where no name was found: "ARE" and "IN" are words too.
void find_codes(ReadClaim& read, std::span<const ClaimChar> chars, const ClaimCountries& countries) {
  if (read.says(ClaimPart::country)) return;
  for (std::size_t at = 0; at < chars.size(); ++at) {
    const auto found = countries.code_at(chars, at);
    if (found.end == 0) continue;
    const std::size_t begin = chars[at].begin, end = chars[found.end - 1].end;
    const auto taken = std::find_if(read.parts.begin(), read.parts.end(), [&](const ReadPart& p) {
      return begin < p.end && p.begin < end && !(p.kind == ClaimPart::unread && p.note == ClaimNote::none);
    });
    if (taken != read.parts.end()) continue;
    std::erase_if(read.parts, [&](const ReadPart& p) { return begin < p.end && p.begin < end; });
    ReadPart code{ClaimPart::country, begin, end, 0.0, {}, std::string(found.iso3), {}, false};
    const auto after = std::find_if(read.parts.begin(), read.parts.end(), [&](const ReadPart& p) { return p.begin >= end; });
    read.parts.insert(after, std::move(code));
    return;
  }
}

/// Whether the words say that a figure is of a year.
bool yearly(std::string_view words) {
  for (const std::string_view year : {"a year", "per year", "/year", "/yr", "/a", "nnual", "early", "p.a.", "每年", "年均", "/年", "в год", "ежегодн", "سنويا"})
    if (words.find(year) != std::string_view::npos) return true;
  return false;
}

/// A time that is no year belongs to the last figure before it, else to the next one, unless that is said to be of a year.
void judge_periods(ReadClaim& read) {
  const auto figure = [](const ReadPart& p) { return p.kind == ClaimPart::energy || p.kind == ClaimPart::co2; };
  for (std::size_t i = 0; i < read.parts.size(); ++i) {
    if (read.parts[i].kind != ClaimPart::period) continue;
    const auto before = std::find_if(read.parts.rbegin() + static_cast<std::ptrdiff_t>(read.parts.size() - i), read.parts.rend(), figure);
    const auto after = std::find_if(read.parts.begin() + static_cast<std::ptrdiff_t>(i), read.parts.end(), figure);
    const std::string_view all = read.text;
    if (before != read.parts.rend()) {
      const std::size_t from = std::next(before) == read.parts.rend() ? 0 : std::next(before)->end;
      if (!yearly(all.substr(from, read.parts[i].begin - from))) before->note = ClaimNote::not_yearly;
    } else if (after != read.parts.end()) {
      if (!yearly(all.substr(read.parts[i].end))) after->note = ClaimNote::not_yearly;
    }
  }
}

/// The first usable part of each kind is the claim's.
void use_first(ReadClaim& read) {
  std::array<const ReadPart*, kClaimPartCount> first{};
  for (ReadPart& p : read.parts) {
    if (p.kind > ClaimPart::year || (p.note != ClaimNote::none && p.note != ClaimNote::ambiguous)) continue;
    const ReadPart*& one = first[static_cast<std::size_t>(p.kind)];
    if (one && (one->id != p.id || std::fabs(one->value - p.value) > 1e-9 * one->value)) p.note = ClaimNote::second;
    p.used = !one;
    if (one) continue;
    one = &p;
    switch (p.kind) {
      case ClaimPart::capacity: read.capacity = megawatts(p.value); break;
      case ClaimPart::energy: read.energy = megawatt_hours(p.value); break;
      case ClaimPart::co2: read.co2 = tonnes(p.value); break;
      case ClaimPart::country: read.country = p.id; break;
      case ClaimPart::technology: read.technology = static_cast<Technology>(static_cast<int>(p.value)); break;
      default: read.year = static_cast<int>(p.value);
    }
  }
}

}  // namespace

bool ReadClaim::says(ClaimPart kind) const {
  return std::any_of(parts.begin(), parts.end(), [&](const ReadPart& p) { return p.kind == kind; });
}

ReadClaim read_claim(std::string_view text, const ClaimCountries& countries) {
  ReadClaim read;
  read.text = text;
  const std::vector<ClaimChar> chars = claim_chars(text);
  read.parts = scan_claim(chars, countries);
  find_codes(read, chars, countries);
  judge_periods(read);
  use_first(read);
  return read;
}

std::string_view id_of(ClaimPart part) {
  static constexpr std::array<std::string_view, kClaimPartCount> ids{"capacity", "energy", "co2",  "country", "technology", "year",
                                                                     "homes",    "people", "cars", "trees",   "jobs",       "money",
                                                                     "other_mass", "other_plant", "period", "unread"};
  return ids[static_cast<std::size_t>(part)];
}

std::string_view id_of(ClaimNote note) {
  static constexpr std::array<std::string_view, 6> ids{"none", "ambiguous", "second", "not_yearly", "out_of_range", "malformed"};
  return ids[static_cast<std::size_t>(note)];
}

}  // namespace gs
