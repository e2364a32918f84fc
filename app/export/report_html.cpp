#include <fmt/format.h>

#include <algorithm>

#include "export/report.hpp"
#include "export/report_style.hpp"
#include "scene/share.hpp"

/// A report as one page that fetches nothing and runs no script.
namespace gs::report {
namespace {

std::string element(std::string_view name, std::string_view text, std::string_view attributes = {}) {
  return fmt::format("<{0}{1}>{2}</{0}>", name, attributes, escaped_html(text));
}

/// Links to the numbered sources: "1, 2, 7".
std::string references(const Report& r, const std::vector<std::string>& ids) {
  std::vector<int> numbers;
  for (const std::string& id : ids)
    if (const int n = r.number_of(id); n > 0) numbers.push_back(n);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::string out;
  for (const int n : numbers) out += fmt::format("{}<a href=\"#source-{}\">{}</a>", out.empty() ? "" : ", ", n, n);
  return out.empty() ? "–" : out;
}

std::string contents_of(const Cell& cell, const Report& r) {
  std::string out = escaped_html(cell.words);
  if (!cell.small.empty()) out += "<small>" + escaped_html(cell.small) + "</small>";
  if (cell.estimated) out += "<small class=\"estimate\">" + escaped_html(r.estimate) + "</small>";
  return out;
}

std::vector<std::string> sources_of(const Row& row) {
  std::vector<std::string> ids;
  for (const Cell& cell : row.cells) ids.insert(ids.end(), cell.sources.begin(), cell.sources.end());
  return ids;
}

std::string head_of(const std::string& caption, const std::vector<Column>& columns, const std::string& cited) {
  std::string out = "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped_html(caption) + "\">\n<table>\n" + element("caption", caption) + "\n<thead><tr>";
  for (const Column& c : columns) out += element("th", c.words, c.number ? " scope=\"col\" class=\"number\"" : " scope=\"col\"");
  if (!cited.empty()) out += element("th", cited, " scope=\"col\"");
  return out + "</tr></thead>\n<tbody>\n";
}

std::string table_of(const Table& t, const Report& r) {
  std::string out = head_of(t.caption, t.head, t.cited ? r.sources_head : "");
  for (const Row& row : t.rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string cell = contents_of(row.cells[i], r);
      if (i == 0) out += "<th scope=\"row\">" + cell + "</th>";
      else if (t.head[i].number) out += "<td class=\"number\">" + cell + "</td>";
      else out += (row.cells[i].figure.empty() ? "<td class=\"from\">" : "<td>") + cell + "</td>";
    }
    if (t.cited) out += "<td class=\"refs\">" + references(r, sources_of(row)) + "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</div>\n";
}

std::string picture_of(const Picture& p, const Report& r) {
  std::string out = "<figure>\n" + p.svg + "<details>" + element("summary", r.table_words + ": " + p.title);
  std::vector<Column> columns;
  for (const std::string& head : p.table.head) columns.push_back({head, !columns.empty()});
  out += head_of(p.title, columns, "");
  for (const auto& row : p.table.rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) out += i == 0 ? element("th", row[i], " scope=\"row\"") : element("td", row[i], " class=\"number\"");
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</div>\n</details>\n</figure>\n";
}

std::string section_of(const Section& s, const Report& r) {
  const char* heading = s.sub ? "h3" : "h2";
  std::string out = fmt::format("<section id=\"{0}\"{1} aria-labelledby=\"{0}-head\">\n", s.id, s.sub ? " class=\"sub\"" : "");
  out += element(heading, s.heading, " id=\"" + s.id + "-head\"") + "\n";
  for (const std::string& p : s.paragraphs) out += element("p", p) + "\n";
  for (const Picture& p : s.pictures) out += picture_of(p, r);
  for (const Table& t : s.tables) out += table_of(t, r);
  if (!s.notes.empty()) {
    out += "<ul class=\"notes\">";
    for (const std::string& note : s.notes) out += element("li", note);
    out += "</ul>\n";
  }
  return out + "</section>\n";
}

std::string link(const std::string& url, const std::string& words) { return "<a href=\"" + escaped_html(url) + "\" rel=\"noreferrer\">" + escaped_html(words) + "</a>"; }

bool is_web(const std::string& url) { return url.starts_with("https://") || url.starts_with("http://"); }

std::string sources_section(const Report& r) {
  std::string out = "<section id=\"sources\" aria-labelledby=\"sources-head\">\n" + element("h2", r.sources_head, " id=\"sources-head\"") + "\n<ol class=\"sources\">\n";
  int n = 0;
  for (const Cited& s : r.sources) {
    out += fmt::format("<li id=\"source-{}\">", ++n) + (is_web(s.url) ? link(s.url, s.words) : escaped_html(s.words));
    if (!s.licence.empty()) out += " (" + escaped_html(s.licence) + ")";
    out += "</li>\n";
  }
  return out + "</ol>\n</section>\n";
}

std::string contents_list(const Report& r) {
  std::string out = "<nav aria-labelledby=\"contents-head\">" + element("h2", r.contents, " id=\"contents-head\"") + "<ol>";
  for (const Section& s : r.sections)
    if (!s.sub) out += "<li>" + element("a", s.heading, " href=\"#" + s.id + "\"") + "</li>";
  return out + "<li>" + element("a", r.sources_head, " href=\"#sources\"") + "</li></ol></nav>\n";
}

std::string document_head(const Report& r) {
  return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                     "<meta name=\"generator\" content=\"greensilk\">\n<meta name=\"greensilk-digest\" content=\"{}\">\n<meta name=\"greensilk-data\" content=\"{}\">\n",
                     r.language, r.rightward ? "rtl" : "ltr", r.digest, r.data_version) +
         element("title", r.title + " · " + r.program) + "\n<style>" + std::string(kStyle) + "</style>\n</head>\n";
}

}  // namespace

std::string to_html(const Report& r) {
  std::string out = document_head(r);
  out += "<body>\n<header>\n" + element("p", r.program, " class=\"program\"") + "\n" + element("h1", r.title) + "\n" + element("p", r.subtitle, " class=\"subtitle\"") +
         "\n<ul class=\"about\">";
  for (const std::string& line : r.about) out += element("li", line);
  out += "</ul>\n</header>\n" + contents_list(r) + "<main>\n";
  for (const Section& s : r.sections) out += section_of(s, r);
  out += sources_section(r) + "</main>\n<footer lang=\"en\" dir=\"ltr\">\n" + element("p", r.citation) + "\n";
  if (is_web(r.link)) out += "<p>" + link(r.link, r.link) + "</p>\n";
  return out + "</footer>\n</body>\n</html>\n";
}

}  // namespace gs::report
