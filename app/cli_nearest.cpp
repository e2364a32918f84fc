#include "cli_nearest.hpp"

#include <algorithm>
#include <numeric>

namespace gs::cli {
namespace {

/// How many letters must be put in, left out or changed to make one word of the other (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  std::string found;
  std::size_t least = std::string::npos;
  for (const std::string& candidate : candidates) {
    const std::size_t far = candidate.find(word) != std::string::npos ? 0 : distance(candidate, word);
    if (far >= least) continue;
    least = far;
    found = candidate;
  }
  return found;
}

std::vector<std::string> row_ids(const Portfolio& portfolio) {
  std::vector<std::string> ids;
  for (const Project& p : portfolio.projects) ids.push_back(p.id);
  for (const Locomotive& l : portfolio.locomotives) ids.push_back(l.id);
  return ids;
}

}  // namespace gs::cli
