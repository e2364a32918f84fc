#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "assets.hpp"
#include "main_effects.hpp"
#include "main_simulation.hpp"
#include "platform/platform.hpp"
#include "scene/own_sheet.hpp"
#include "state/session.hpp"

namespace gs {

/// A reader's own rows: files that were dropped are read and shown, and join the portfolio when the person says so. They live
/// as long as the program runs, and leave the machine only as files that the person saves.
class OwnRows {
 public:
  /// Whether somebody else takes a file.
  using Other = std::function<bool(const platform::Dropped&)>;
  /// Once a frame, between two uses of the portfolio; `other` is asked first. True when its panel is to be opened.
  bool take_files(const Assets&, const Other& other);
  /// Whether the portfolio has become another one since the last call: what points into it is void.
  bool take_changed(const Simulation&);

  /// Set by the panel, carried out here.
  OwnWish wish = OwnWish::none;
  void carry_out(const Assets&, Simulation&, Effects&, const Translator&);

  const OwnSheet& sheet() const { return sheet_; }
  /// The files of the rows on the map, and of those that are looked at; another revision where they are others.
  const std::vector<KeptFile>& files() const { return files_; }
  const std::vector<KeptFile>& waiting() const { return waiting_; }
  unsigned revision() const { return revision_; }
  /// Others in place of all that is there.
  void restore(std::vector<KeptFile> files, std::vector<KeptFile> waiting, const Assets&, Simulation&);
  /// Whether the sheet has become another one since the last call.
  bool take_stirred() { return std::exchange(stirred_, false); }

 private:
  OwnData read(const KeptFile&, std::size_t size, const Assets&);
  OwnData read(const std::vector<KeptFile>&, const Assets&);
  void look_at(OwnData, std::vector<KeptFile>);
  void discard();
  void bring(OwnData, std::vector<KeptFile>, const Assets&, Simulation&);
  void save(const char* name, const std::string& bytes, Effects&, const Translator&);

  OwnSheet sheet_;
  std::vector<KeptFile> files_, waiting_;
  unsigned revision_ = 0;
  std::optional<Portfolio> base_;  ///< as it was read, once rows have joined it
  OwnChecks checks_;
  bool was_changing_ = false, stirred_ = false;
};

}  // namespace gs
