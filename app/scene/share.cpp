#include "scene/share.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gs {
namespace {

constexpr std::string_view kEmbedPage = "/embed.html";

/// A link's parts: up to the last '/' of its path, that and the name behind it, "#...".
struct Parts {
  std::string_view folder, page, fragment;
};

Parts parts_of(std::string_view link) {
  const auto hash = std::min(link.find('#'), link.size());
  const std::string_view path = link.substr(0, std::min(link.find('?'), hash));
  const auto scheme = path.find("://"), slash = path.rfind('/');
  const bool host_alone = slash == std::string_view::npos || (scheme != std::string_view::npos && slash <= scheme + 2);
  const std::size_t end = host_alone ? path.size() : slash;
  return {path.substr(0, end), path.substr(end), link.substr(hash)};
}

std::string_view size_of(EmbedFrame frame) {
  switch (frame) {
    case EmbedFrame::wide: return "aspect-ratio:16/9";
    case EmbedFrame::classic: return "aspect-ratio:4/3";
    case EmbedFrame::fixed: return "height:480px";
  }
  return "";
}

}  // namespace

std::string page_link(std::string_view link) {
  const Parts p = parts_of(link);
  return p.page == kEmbedPage ? std::string(p.folder) + "/" + std::string(p.fragment) : std::string(link);
}

std::string embed_link(std::string_view link) {
  const Parts p = parts_of(link);
  return std::string(p.folder) + std::string(kEmbedPage) + std::string(p.fragment);
}

bool is_local(std::string_view link) {
  const auto scheme = link.find("://");
  if (scheme == std::string_view::npos || link.starts_with("file:")) return true;
  const std::string_view rest = link.substr(scheme + 3), host = rest.substr(0, rest.find_first_of("/:?#"));
  return host == "localhost" || host.starts_with("127.") || host.ends_with(".localhost") || rest.starts_with("[::1]");
}

std::string escaped_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string embed_snippet(std::string_view link, std::string_view title, EmbedFrame frame) {
  return fmt::format(R"(<iframe src="{}" title="{}" loading="lazy" style="width:100%;{};border:0" allow="clipboard-write; web-share; fullscreen"></iframe>)",
                     escaped_html(embed_link(link)), escaped_html(title), size_of(frame));
}

}  // namespace gs
