#pragma once
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

/// Pages of A4 that are filled from top to bottom. Only for paper/*.cpp; lengths are points.
namespace gs::paper {

struct Ink {
  double r, g, b;
};
/// As the program is on paper (accent, ink, secondary, hairline), and what an estimate is marked with.
inline constexpr Ink kInk{0.0, 0.0, 0.0}, kSecond{0.267, 0.267, 0.267}, kHair{0.8, 0.8, 0.8}, kAccent{0.043, 0.431, 0.310}, kWarning{0.541, 0.290, 0.071};

struct Style {
  double size = 9.0;  ///< of the em
  bool bold = false, title = false;
  Ink ink = kInk;
};

/// What every page says at its edges.
struct Running {
  std::string head, foot, link;  ///< the foot opens the link
  int pages = 0;                 ///< of the whole; 0 while they are counted
};

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

/// A text, below it a smaller one, and below that what warns.
struct Words {
  std::string_view text, small{}, mark{};
};

/// Without Arabic vowel marks, which the faces have not and ordinary text does without.
std::string without_vowels(std::string_view utf8);

class Sheet {
 public:
  static constexpr double kWidth = 595.276, kHeight = 841.89;
  static constexpr double kLeft = 46.0, kTop = 56.0, kBottom = kHeight - 58.0;
  static constexpr double kBody = kBottom - kTop, kLine = kWidth - 2.0 * kLeft;

  /// The surface must outlive it. `rightward`: lines run from right to left.
  Sheet(cairo_surface_t* pdf, const std::string& language, bool rightward, Running);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  void new_page();
  /// A new page unless so much fits on this one.
  void need(double height);
  /// The last page; how many there are.
  int finish();

  /// In lines of at most `wide`; below 0: in one line. At the beginning of the line as the document runs, or at its end.
  Layout lay(const Words&, const Style&, double wide, bool at_end = false) const;
  static double height_of(const Layout&);
  /// The width of the longest line, and of the longest word.
  double natural(const Words&, const Style&) const;
  double least(const Words&, const Style&) const;

  /// Down from y, over as many pages as it needs. `uri`: what it links to.
  void flow(const Layout&, const Ink&, const std::string& uri = {});
  void paragraph(std::string_view text, const Style&, const std::string& uri = {});
  /// On this page, where it is said.
  void put(const Layout&, double x, double at_y, const Ink&);
  void rule(double at_y, const Ink&, double thick);
  /// A place that the outline names.
  void destination(const std::string& name);

  cairo_t* cr() const { return cr_; }
  bool rightward() const { return rightward_; }

  double y = kTop;

 private:
  void edges();

  cairo_t* cr_;
  PangoContext* context_;
  bool rightward_;
  Running running_;
  int page_ = 1;
};

}  // namespace gs::paper
