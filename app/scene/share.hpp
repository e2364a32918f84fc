#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scene/qr.hpp"

/// What a reader takes along of a view: its link, a frame for another page, a QR code, a citation.
namespace gs {

/// The address of the whole explorer, given a link to any of its pages: embed.html, which is made for frames, and its query
/// give way to the page beside it.
std::string page_link(std::string_view link);
/// The address of embed.html beside the page that a link opens, with the link's fragment.
std::string embed_link(std::string_view link);
/// Whether a link leads to the machine that made it, and so to nothing from others.
bool is_local(std::string_view link);

/// How high the frame is: by its width, or 480 px.
enum class EmbedFrame : std::uint8_t { wide, classic, fixed };
/// The <iframe> that shows what a link shows; `title` tells readers of the host page what it is, in plain text.
std::string embed_snippet(std::string_view link, std::string_view title, EmbedFrame);
/// A text as HTML, within and without quotes.
std::string escaped_html(std::string_view);

/// What the card of sharing shows.
struct ShareSheet {
  std::string link, snippet;
  std::string citation;    ///< empty while the results are not whole
  std::optional<Qr> code;  ///< of the link; none where it is too long
  std::vector<QrRun> runs;
  EmbedFrame frame = EmbedFrame::wide;
};

/// What a person wants of it; the program carries it out.
enum class ShareDeed : std::uint8_t { none, copy_link, copy_snippet, copy_citation, copy_bibtex, save_svg, save_png };
struct ShareWish {
  ShareDeed deed = ShareDeed::none;
  std::optional<EmbedFrame> frame;
};

}  // namespace gs
