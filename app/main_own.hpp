#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "assets.hpp"
#include "main_effects.hpp"
#include "main_simulation.hpp"
#include "scene/own_sheet.hpp"

namespace gs {

/// A reader's own rows: files that were dropped are read and shown, and join the portfolio when the person says so. They live
/// as long as the program runs, and leave the machine only as files that the person saves.
class OwnRows {
 public:
  /// Whether somebody else takes a file, by its name and bytes.
  using Other = std::function<bool(const std::string& name, std::string_view bytes)>;
  /// Once a frame, between two uses of the portfolio; `other` is asked first. True when its panel is to be opened.
  bool take_files(const Assets&, const Other& other);
  /// Whether the portfolio has become another one since the last call: what points into it is void.
  bool take_changed(const Simulation&);

  /// Set by the panel, carried out here.
  OwnWish wish = OwnWish::none;
  void carry_out(const Assets&, Simulation&, Effects&, const Translator&);

  const OwnSheet& sheet() const { return sheet_; }
  /// Whether the sheet has become another one since the last call.
  bool take_stirred() { return std::exchange(stirred_, false); }

 private:
  void bring(OwnData, const Assets&, Simulation&);
  void save(const char* name, const std::string& bytes, Effects&, const Translator&);

  OwnSheet sheet_;
  std::optional<Portfolio> base_;  ///< as it was read, once rows have joined it
  OwnChecks checks_;
  bool was_changing_ = false, stirred_ = false;
};

}  // namespace gs
