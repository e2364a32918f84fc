#pragma once
#include <optional>
#include <string>

#include "render/renderer.hpp"
#include "scene/build.hpp"

namespace gs {

/// Carries out the wishes that leave the state as it is or change it over time: flights, copies, files, addresses.
class Effects {
 public:
  struct Context {
    const World& world;
    const State& state;
    const SceneBuilder& scene;
    Renderer& renderer;
    const Window& window;
    Fonts fonts;
    const Palette& palette;
  };

  void carry_out(const Action&, const Context&);

  void start_flight(const Viewpoint& from, const Viewpoint& to);
  /// Moves the viewpoint along a flight that is under way; true while it lasts. A hand on the map ends it.
  bool fly(State&);

  /// A short message for the person, and how long it still stands, seconds.
  void say(std::string words, bool warning);
  /// Says nothing from now on.
  void be_silent() { silent_ = true; }
  std::string_view message() const;
  bool warning() const { return warning_; }
  double message_until() const;

  /// Writes a file for the person, and says so or why not.
  void save(const Context&, const std::string& name, std::string_view bytes);

 private:
  void picture(const Context&);

  struct Flight {
    Viewpoint from, to, last;
    double start, seconds;
  };
  std::optional<Flight> flight_;
  std::string message_;
  bool warning_ = false, silent_ = false;
  double message_end_ = 0;
};

/// A citation as a sentence and as BibTeX.
struct CitedTexts {
  std::string sentence, bibtex;
};
/// Of the figure that is given in words, else of the one whose working is open, else of the headline.
CitedTexts cited_texts(const World&, const State&, const std::string& given = {});

/// {"type":"fatal","text":...} for the page.
std::string fatal_json(const std::string& words);

}  // namespace gs
