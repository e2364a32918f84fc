#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scene/filter.hpp"

namespace gs {

/// What a picture says to those who do not see it, and to catalogues.
struct PictureWords {
  std::string language;     ///< BCP 47
  std::string title;
  std::string description;  ///< a sentence or two in that language: the figures of its headline
  std::string link;         ///< opens the view again, computes its figures and compares them
  std::string date;         ///< newest day that the data carry, ISO 8601, or empty
  std::string data_version, digest;
  std::string rights;                ///< in English
  std::vector<std::string> sources;  ///< "publisher: title, address (licence)", in the order of the bibliography
};

/// Of the view that a picture shows. `address`: of a page that opens links, without fragment; empty: the link is the fragment alone.
PictureWords picture_words(const World&, const State&, std::string_view address);

/// The newest day that a source of the data carries, ISO 8601; empty where none does.
std::string newest_day(const Portfolio&);

}  // namespace gs
