#include "export/xml.hpp"

#include <vector>

namespace gs::test {

std::string xml_flaw(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = 0; at < xml.size();) {
    const std::size_t from = xml.find('<', at);
    const std::string text = xml.substr(at, from == std::string::npos ? from : from - at);
    if (text.find('>') != std::string::npos) return "a bare > in " + text;
    for (std::size_t amp = text.find('&'); amp != std::string::npos; amp = text.find('&', amp + 1)) {
      const std::string entity = text.substr(amp, text.find(';', amp) - amp + 1);
      if (entity != "&amp;" && entity != "&lt;" && entity != "&gt;" && entity != "&quot;" && entity != "&#10;") return "entity " + entity;
    }
    if (from == std::string::npos) break;
    std::size_t end = from;
    bool quoted = false;
    while (end < xml.size() && (quoted || xml[end] != '>')) quoted ^= xml[end++] == '"';
    if (end >= xml.size()) return "a tag without end";
    const std::string tag = xml.substr(from + 1, end - from - 1);
    if (tag.find('<') != std::string::npos) return "a < in " + tag;
    const std::string name = tag.substr(tag[0] == '/' ? 1 : 0, tag.find_first_of(" /\n", 1) - (tag[0] == '/' ? 1 : 0));
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return "</" + tag.substr(1) + "> closes nothing";
      open.pop_back();
    } else if (tag[0] != '?' && tag.back() != '/') {
      open.push_back(name);
    }
    at = end + 1;
  }
  return open.empty() ? "" : "<" + open.back() + "> stays open";
}

}  // namespace gs::test
