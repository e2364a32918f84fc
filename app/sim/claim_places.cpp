#include "sim/claim_places.hpp"

#include <algorithm>
#include <array>

namespace gs {
namespace {

/// Short names that Unicode CLDR does not have. General knowledge.
constexpr std::array<std::pair<std::string_view, std::string_view>, 50> kShort{{
    {"UAE", "ARE"}, {"U.A.E.", "ARE"}, {"Emirates", "ARE"}, {"Abu Dhabi", "ARE"}, {"Dubai", "ARE"}, {"阿联酋", "ARE"}, {"ОАЭ", "ARE"}, {"الإمارات", "ARE"},
    {"Saudi", "SAU"}, {"KSA", "SAU"}, {"沙特", "SAU"}, {"السعودية", "SAU"}, {"Turkey", "TUR"}, {"Ivory Coast", "CIV"}, {"Burma", "MMR"},
    {"Czech Republic", "CZE"}, {"Bosnia", "BIH"}, {"波黑", "BIH"}, {"Босния", "BIH"}, {"UK", "GBR"}, {"Britain", "GBR"}, {"USA", "USA"}, {"U.S.", "USA"},
    {"США", "USA"}, {"DRC", "COD"}, {"刚果金", "COD"}, {"ДРК", "COD"}, {"刚果布", "COG"}, {"Russian Federation", "RUS"}, {"РФ", "RUS"}, {"Viet Nam", "VNM"},
    {"Lao PDR", "LAO"}, {"Macedonia", "MKD"}, {"East Timor", "TLS"}, {"中非", "CAF"}, {"ЦАР", "CAF"}, {"乌兹别克", "UZB"}, {"哈萨克", "KAZ"},
    {"吉尔吉斯", "KGZ"}, {"ЮАР", "ZAF"}, {"Египт", "EGY"}, {"Киргизстан", "KGZ"}, {"Кыргызстан", "KGZ"}, {"Казахстан", "KAZ"}, {"КНР", "CHN"}, {"波斯尼亚", "BIH"},
    {"أوزبكستان", "UZB"}, {"كازاخستان", "KAZ"}, {"قيرغيزستان", "KGZ"}, {"باكستان", "PAK"},
}};

/// What Russian cases put behind a stem.
bool is_ending(char32_t c) { return std::u32string_view(U"аеийоуыюямхвью").find(c) != std::u32string_view::npos; }

bool ends_a_word(std::span<const ClaimChar> text, std::size_t end) {
  return end >= text.size() || is_ideograph(text[end - 1].c) || !is_letter(text[end].c) || is_ideograph(text[end].c);
}

}  // namespace

ClaimCountries::ClaimCountries(std::vector<ClaimCountry> countries) : countries_(std::move(countries)) {
  for (std::size_t i = 0; i < countries_.size(); ++i) {
    for (const std::string& name : countries_[i].names) {
      add(name, i);
      // "Myanmar (Burma)", but not "Congo (Dem. Rep.)"; "Bosnia & Herzegovina"
      if (const auto more = name.find(" ("); more != std::string::npos && !begins_another(name.substr(0, more), i)) add(name.substr(0, more), i);
      if (const auto both = name.find(" & "); both != std::string::npos) add(name.substr(0, both) + " and " + name.substr(both + 3), i);
    }
    for (const auto& [name, iso3] : kShort)
      if (iso3 == countries_[i].iso3) add(name, i);
  }
  std::stable_sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return a.length > b.length; });
}

bool ClaimCountries::begins_another(std::string_view name, std::size_t country) const {
  for (std::size_t i = 0; i < countries_.size(); ++i)
    for (const std::string& other : countries_[i].names)
      if (i != country && other.starts_with(name)) return true;
  return false;
}

void ClaimCountries::add(std::string_view name, std::size_t country) {
  const std::u32string folded = folded_word(name);
  Name made{{}, country, folded.size()};
  for (std::size_t from = 0; from < folded.size();) {
    std::size_t end = folded.find(U' ', from);
    if (end == std::u32string::npos) end = folded.size();
    Word word{folded.substr(from, end - from)};
    from = end + 1;
    if (word.stem.size() > 3 && is_cyrillic(word.stem.front())) {
      word.bends = true;
      const auto ends_with = [&](std::u32string_view tail) { return word.stem.ends_with(tail) && word.stem.size() > tail.size() + 2; };
      for (const std::u32string_view tail : {U"ая", U"ый", U"ие", U"ые", U"а", U"я", U"й", U"ь", U"ы"}) {
        if (!ends_with(tail)) continue;
        word.stem.resize(word.stem.size() - tail.size());
        word.cut = true;
        break;
      }
    }
    if (word.stem.find_first_not_of(U"-") != std::u32string::npos) made.words.push_back(std::move(word));
  }
  if (!made.words.empty()) names_.push_back(std::move(made));
}

std::size_t ClaimCountries::match(const Name& name, std::span<const ClaimChar> text, std::size_t at) const {
  for (std::size_t w = 0; w < name.words.size(); ++w) {
    const Word& word = name.words[w];
    if (w > 0) {
      if (at >= text.size() || (text[at].c != U' ' && text[at].c != U'-')) return 0;
      while (at < text.size() && (text[at].c == U' ' || text[at].c == U'-')) ++at;
    }
    for (const char32_t c : word.stem) {
      if (at >= text.size() || text[at].c != c) return 0;
      ++at;
    }
    int ending = 0;
    while (word.bends && ending < 3 && at < text.size() && is_ending(text[at].c)) ++at, ++ending;
    if ((word.cut && ending == 0) || !ends_a_word(text, at)) return 0;
  }
  return at;
}

ClaimCountries::Found ClaimCountries::name_at(std::span<const ClaimChar> text, std::size_t at) const {
  if (!begins_a_word(text, at)) return {};
  for (const Name& name : names_) {
    if (name.words.front().stem.front() != text[at].c) continue;
    if (const std::size_t end = match(name, text, at)) return {end, countries_[name.country].iso3};
  }
  return {};
}

ClaimCountries::Found ClaimCountries::code_at(std::span<const ClaimChar> text, std::size_t at) const {
  std::size_t end = at;
  std::string code;
  while (end < text.size() && text[end].capital) code += static_cast<char>(text[end++].c - 32);
  if ((code.size() != 2 && code.size() != 3) || (at > 0 && (is_letter(text[at - 1].c) || is_digit(text[at - 1].c)))) return {};
  if (end < text.size() && (is_letter(text[end].c) || is_digit(text[end].c))) return {};
  for (const ClaimCountry& c : countries_)
    if ((code.size() == 3 ? c.iso3 : c.iso2) == code) return {end, c.iso3};
  return {};
}

const ClaimCountry* ClaimCountries::country(std::string_view iso3) const {
  const auto found = std::find_if(countries_.begin(), countries_.end(), [&](const ClaimCountry& c) { return c.iso3 == iso3; });
  return found == countries_.end() || iso3.empty() ? nullptr : &*found;
}

}  // namespace gs
