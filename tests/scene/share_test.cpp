#include "scene/share.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace gs;

TEST_CASE("the page for frames lies beside the page of the link, with its view", "[scene]") {
  struct Row {
    const char *link, *page, *embed;
  };
  for (const Row row : {Row{"https://example.org/", "https://example.org/", "https://example.org/embed.html"},
                        {"https://example.org", "https://example.org", "https://example.org/embed.html"},
                        {"https://example.org/map/#v=1&y=2030", "https://example.org/map/#v=1&y=2030", "https://example.org/map/embed.html#v=1&y=2030"},
                        {"https://example.org/map/index.html?a=b/c#v=1&q=a/b?c", "https://example.org/map/index.html?a=b/c#v=1&q=a/b?c",
                         "https://example.org/map/embed.html#v=1&q=a/b?c"},
                        {"https://example.org/map/embed.html?plain=1#v=1", "https://example.org/map/#v=1", "https://example.org/map/embed.html#v=1"},
                        {"http://localhost:8080/#v=1", "http://localhost:8080/#v=1", "http://localhost:8080/embed.html#v=1"}}) {
    CAPTURE(row.link);
    CHECK(page_link(row.link) == row.page);
    CHECK(embed_link(row.link) == row.embed);
    CHECK(embed_link(page_link(row.link)) == row.embed);
  }
}

TEST_CASE("a link to this machine is told from one that others can open", "[scene]") {
  for (const char* link : {"http://localhost:8080/#v=1", "http://localhost/", "http://127.0.0.1:3000/", "http://[::1]:8080/", "file:///map/index.html"}) {
    CAPTURE(link);
    CHECK(is_local(link));
  }
  for (const char* link : {"https://example.org/#v=1", "https://localhost.example.org/", "https://example.org/localhost"}) {
    CAPTURE(link);
    CHECK_FALSE(is_local(link));
  }
}

TEST_CASE("the snippet is one element whose attributes hold the link and the title, whatever they are", "[scene]") {
  const std::string title = "\"Green\" <Silk> & 'Road' \xe4\xb8\xad";
  for (const EmbedFrame frame : {EmbedFrame::wide, EmbedFrame::classic, EmbedFrame::fixed}) {
    const std::string html = embed_snippet("https://example.org/#v=1&q=<\"'>", title, frame);
    CAPTURE(html);
    CHECK(html.starts_with("<iframe src=\"https://example.org/embed.html#v=1&amp;q=&lt;&quot;&#39;&gt;\" "));
    CHECK(html.ends_with("></iframe>"));
    CHECK(html.find("title=\"&quot;Green&quot; &lt;Silk&gt; &amp; &#39;Road&#39; \xe4\xb8\xad\"") != std::string::npos);
    CHECK(html.find("loading=\"lazy\"") != std::string::npos);
    CHECK(html.find("allow=\"clipboard-write; web-share; fullscreen\"") != std::string::npos);
    CHECK(html.find("width:100%") != std::string::npos);
    CHECK((html.find("height:480px") != std::string::npos) == (frame == EmbedFrame::fixed));
    CHECK((html.find("aspect-ratio:4/3") != std::string::npos) == (frame == EmbedFrame::classic));
    CHECK((html.find("aspect-ratio:16/9") != std::string::npos) == (frame == EmbedFrame::wide));
  }
}
