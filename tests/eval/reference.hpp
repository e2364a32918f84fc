#pragma once
#include <string_view>
#include <vector>

#include "eval/eval.hpp"

/// Reference vectors: how far a model's columns lie from those of a file that another program made.
namespace gs::test {

struct Bound {
  std::string_view column;
  double tolerance;
  enum Kind { relative, absolute } kind = relative;
  double floor = 0.0;  ///< of relative: values below it are compared absolutely, as shares of the floor
  bool angle = false;  ///< degrees that wrap at 360
};

/// Runs the model on tests/reference/NAME.csv (must exist) and on ../shared/reference/NAME.csv (when it is there), and
/// CHECKs each column against its bound, with an empty cell of the reference expected as an empty cell. `extras` names files
/// beside it ("pv_annual.csv"), read from the same folder.
void check_model(const eval::Model&, std::string_view name, std::vector<Bound> bounds, std::vector<std::string_view> extras = {});

/// The same for a file that may only be read where it stands (results that another program's authors stored): SKIPs, in
/// words, when the folder of whole references is not there. A model that takes a folder gets that one, here as above.
void check_stored(const eval::Model&, std::string_view name, std::vector<Bound> bounds);

/// The folder of whole references, empty when it is not there.
eval::Folder reference_folder();

/// Whether the folder of whole reference files stands beside the repository.
bool has_whole_references();

}  // namespace gs::test
