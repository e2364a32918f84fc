#pragma once
#include <string>
#include <vector>

namespace gs {

/// A table in words, for whoever reads instead of looking: the page's accessible twin, a terminal, a test.
struct TextTable {
  std::string caption;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;  ///< each as long as `head`
};

}  // namespace gs
