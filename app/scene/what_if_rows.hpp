#pragma once
#include <array>
#include <string>

#include "state/scenario.hpp"
#include "text/translator.hpp"

namespace gs {

/// What a reader may change of the world by a slider: in the scenario's panel and in the readable twin.
struct WhatIfRow {
  const char *id, *key, *note;  ///< keys of its name and of what moving it means
  int WhatIf::* value;
  WholeRange range;
  std::string (*words)(const Translator&, int value);

  /// As a slider shows it: the rate that the article's forecast names in place of a build-out of 0, which stands for it.
  int shown(const WhatIf&) const;
  void set(WhatIf&, int shown) const;
};

extern const std::array<WhatIfRow, 8> kWhatIfRows;

}  // namespace gs
