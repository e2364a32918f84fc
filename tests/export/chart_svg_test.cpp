#include "export/chart_svg.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "export/xml.hpp"
#include "scene/explorer.hpp"
#include "scene/portfolio_charts.hpp"

using namespace gs;

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : c == '\n' ? "&#10;" : std::string(1, c);
  return out;
}

float wide(std::string_view s, bool) { return static_cast<float>(s.size()) * 6.5f; }

}  // namespace

TEST_CASE("a chart's SVG is well-formed, with title, description and source as text", "[export][chart]") {
  for (const Language language : {Language::en, Language::zh}) {
    test::Explorer e = test::Explorer::desktop();
    e.act(action::SetLanguage{language});
    const World w = e.world();
    for (int i = 0; i < kPortfolioChartCount; ++i) {
      const Chart c = chart_for_file(w, e.state, static_cast<PortfolioChart>(i));
      const std::string svg = to_svg(c, print_palette(), wide, page_for(c, w.tr.code()));
      CAPTURE(c.id);
      CHECK(test::xml_flaw(svg).empty());
      CHECK(svg.find("<title id=\"title\">" + escaped(c.title)) != std::string::npos);
      CHECK(svg.find("<desc id=\"description\">" + escaped(c.note)) != std::string::npos);
      CHECK(svg.find(w.portfolio.version) != std::string::npos);
      CHECK(svg.find("font-family=\"Noto Sans") != std::string::npos);
      // The same figures as in the chart and its table.
      for (const Series& s : c.series)
        for (const Datum& d : s.data) CHECK(svg.find("<title>" + escaped(d.reading.empty() ? d.name + "\n" + d.words : d.reading)) != std::string::npos);
      if (i != 0) continue;
      for (const auto& row : table_of(c).rows) CHECK(svg.find(escaped(row.front())) != std::string::npos);
    }
  }
}

TEST_CASE("as a part of a page a chart's SVG has no declaration, and ids that no other part has", "[export][chart]") {
  Chart c;
  c.title = "a";
  SvgPage page;
  page.part = "years";
  const std::string svg = to_svg(c, print_palette(), wide, page);
  CHECK(test::xml_flaw(svg).empty());
  CHECK(svg.starts_with("<svg "));
  CHECK(svg.find("aria-labelledby=\"years-title years-description\"") != std::string::npos);
  CHECK(svg.find("<title id=\"years-title\">") != std::string::npos);
  CHECK(svg.find("<desc id=\"years-description\">") != std::string::npos);
}

TEST_CASE("words with signs of XML do not break an SVG, and a chart without data is one", "[export][chart]") {
  Chart c;
  c.title = "a < b & \"c\"\x01";
  c.at.names = {"<&>"};
  CHECK(test::xml_flaw(to_svg(c, light_palette(), wide, {})).empty());
  CHECK(to_svg(c, light_palette(), wide, {}).find('\x01') == std::string::npos);
}

TEST_CASE("a table in words is CSV that quotes what it must", "[export][chart]") {
  CHECK(to_csv(TextTable{"", {"a", "b"}, {{"1,2", "say \"so\""}}}) == "a,b\r\n\"1,2\",\"say \"\"so\"\"\"\r\n");
}

TEST_CASE("a line from right to left says so, ends at its left, and keeps per cent right of its number", "[export][chart]") {
  Chart c;
  c.title = "\u0627\u0644\u062d\u0635\u0629 80%";
  const std::string svg = to_svg(c, print_palette(), wide, {});
  CHECK(test::xml_flaw(svg).empty());
  CHECK(svg.find("direction=\"rtl\" text-anchor=\"end\"") != std::string::npos);
  CHECK(svg.find("\u2066" "80%\u2069") != std::string::npos);
  c.title = "share 80%";
  CHECK(to_svg(c, print_palette(), wide, {}).find("direction") == std::string::npos);
}
