#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assets.hpp"
#include "map/relief.hpp"
#include "portfolio/cities.hpp"
#include "render/renderer.hpp"
#include "scene/picture.hpp"
#include "scene/story.hpp"
#include "sim/results.hpp"

namespace gs::cli {

/// What a picture is to show.
struct Shot {
  State state;
  int width = 0, height = 0;  ///< device px
  double ratio = 1.0;         ///< device px per logical px
  bool at_home = false;       ///< as much of the Belt and Road as the picture holds, whatever the state's viewpoint
  bool embed = false;         ///< as a figure in an article
  bool bare = false;          ///< the map without panels and words
  CaptionSheet caption = nullptr;    ///< of a film's picture
  PictureBuilder* builder = nullptr;  ///< of the pictures before, which is quicker; none: its own
};

/// Something that is read when it is wanted for the first time, or tried to be.
template <class T>
class Once {
 public:
  template <class Read>
  const T* get(Read read) {
    if (!asked_) value_ = read();
    asked_ = true;
    return value_ ? &*value_ : nullptr;
  }

 private:
  std::optional<T> value_;
  bool asked_ = false;
};

/// Draws pictures of the map one after another, from data that are read once. A picture does not depend on those before it.
class Studio {
 public:
  /// With the data of a folder (empty: the program's own). Says on standard error what of them is left out.
  static Result<std::unique_ptr<Studio>> open(const std::string& folder);

  /// PNG bytes. Needs a current GL context.
  Result<std::string> picture(const Shot&);

  /// What a picture is drawn from, given to `use` while it is valid. Needs no GL.
  using Use = std::function<Outcome(const Scene&, const World&, const Fonts&)>;
  Outcome compose(const Shot&, const Use& use);

  /// Draws for a language. Needs a current GL context.
  Result<std::unique_ptr<Renderer>> renderer(Language);

  /// A story that came with the program, by its id. The pictures of a story tell it by the words that are known here.
  Result<Story> story(const std::string& id);
  void tell(Story story) { stories_.push_back(std::move(story)); }

 private:
  explicit Studio(Assets assets) : assets_(std::move(assets)) {}
  const Results& results_of(const Scenario&);
  Result<Fonts> fonts_of(Language);
  void warn_once(const std::string& words);
  std::span<const Story> stories_of(const ViewState&);
  void put_parts(World&, const ViewState&, const Palette&);
  void put_fine_parts(World&, const ViewState&);

  Assets assets_;
  std::vector<std::unique_ptr<Results>> results_;
  std::vector<Story> stories_;
  std::optional<Measures> measures_;
  Language measured_ = Language::en;
  std::set<std::string> warned_;
  Once<Detail> water_, fine_, rivers_;
  Once<Relief> relief_;
  Once<std::vector<City>> cities_;
};

}  // namespace gs::cli
