#include "paper/report_pdf.hpp"

#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <span>
#include <utility>

#include "paper/report_table.hpp"

namespace gs::paper {
namespace {

const Style kText{9.0, false, false, kInk}, kNote{7.5, false, false, kSecond}, kHead{14.0, true, false, kInk}, kSubhead{10.5, true, false, kInk};

struct Destroyed {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroyed>;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* pdf, const report::Report& r) {
  const std::string made = (r.date.size() == 10 ? r.date : "1970-01-01") + "T00:00:00Z";
  const auto say = [pdf](cairo_pdf_metadata_t what, const std::string& words) { cairo_pdf_surface_set_metadata(pdf, what, words.c_str()); };
  say(CAIRO_PDF_METADATA_TITLE, r.title);
  say(CAIRO_PDF_METADATA_AUTHOR, "Green Silk Road explorer");
  say(CAIRO_PDF_METADATA_SUBJECT, r.subtitle);
  say(CAIRO_PDF_METADATA_KEYWORDS, "digest " + r.digest + ", data " + r.data_version);
  say(CAIRO_PDF_METADATA_CREATOR, "greensilk");
  say(CAIRO_PDF_METADATA_CREATE_DATE, made);
  say(CAIRO_PDF_METADATA_MOD_DATE, made);
}

double scale_of(const report::Picture& p) {
  return std::min(Sheet::kLine / static_cast<double>(p.width), Sheet::kBody / static_cast<double>(p.height));
}

std::optional<Error> add_picture(Sheet& sheet, const report::Picture& p) {
  GError* error = nullptr;
  const std::string svg = without_vowels(p.svg);
  RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error);
  if (handle) {
    const double scale = scale_of(p);
    const double width = scale * static_cast<double>(p.width), height = scale * static_cast<double>(p.height);
    sheet.need(height);
    const RsvgRectangle place{Sheet::kLeft + 0.5 * (Sheet::kLine - width), sheet.y, width, height};
    rsvg_handle_render_document(handle, sheet.cr(), &place, &error);
    sheet.y += height + 6.0;
    g_object_unref(handle);
  }
  if (!error) return std::nullopt;
  Error out{"chart " + p.id, error->message};
  g_error_free(error);
  return out;
}

void add_front(Sheet& sheet, const report::Report& r) {
  sheet.paragraph(r.program, {9.0, true, false, kAccent});
  sheet.y += 4.0;
  sheet.paragraph(r.title, {24.0, true, r.language == "en" || r.language == "ru", kInk});
  sheet.y += 2.0;
  sheet.paragraph(r.subtitle, {11.0, false, false, kSecond});
  sheet.y += 6.0;
  for (const std::string& line : r.about) sheet.paragraph(line, kNote);
}

/// What must stand on one page with a section's heading: the first of what it has, or the heading below it.
double beginning(std::span<const report::Section> from) {
  constexpr double kHeading = 40.0;
  const report::Section& s = from.front();
  if (!s.paragraphs.empty()) return 90.0;
  if (!s.pictures.empty()) return std::min(Sheet::kBody, kHeading + scale_of(s.pictures.front()) * static_cast<double>(s.pictures.front().height));
  if (!s.tables.empty()) return 150.0;
  return s.notes.empty() && from.size() > 1 && from[1].sub ? kHeading + beginning(from.subspan(1)) : 90.0;
}

/// The first of `from`.
std::optional<Error> add_section(Sheet& sheet, std::span<const report::Section> from, const report::Report& r) {
  const report::Section& s = from.front();
  const Style& head = s.sub ? kSubhead : kHead;
  sheet.y += s.sub ? 8.0 : 16.0;
  sheet.need(beginning(from));
  sheet.destination(s.id);
  sheet.paragraph(s.heading, head);
  sheet.y += 3.0;
  for (const std::string& p : s.paragraphs) {
    sheet.paragraph(p, kText);
    sheet.y += 3.0;
  }
  for (const report::Picture& p : s.pictures)
    if (auto error = add_picture(sheet, p)) return error;
  for (const report::Table& t : s.tables) add_table(sheet, t, r);
  for (const std::string& note : s.notes) sheet.paragraph(note, kNote);
  return std::nullopt;
}

void add_sources(Sheet& sheet, const report::Report& r) {
  sheet.y += 16.0;
  sheet.need(90.0);
  sheet.destination("sources");
  sheet.paragraph(r.sources_head, kHead);
  sheet.y += 3.0;
  int n = 0;
  for (const report::Cited& s : r.sources) {
    const bool web = s.url.starts_with("https://") || s.url.starts_with("http://");
    sheet.paragraph(fmt::format("{}. {}{}", ++n, s.words, s.licence.empty() ? "" : " (" + s.licence + ")"), kNote);
    if (web) sheet.paragraph(s.url, {6.5, false, false, kAccent}, s.url);
    sheet.y += 2.0;
  }
  sheet.y += 10.0;
  sheet.need(40.0);
  sheet.paragraph(r.citation, kNote);
}

void add_outline(cairo_surface_t* pdf, const report::Report& r) {
  int parent = CAIRO_PDF_OUTLINE_ROOT;
  const auto add = [pdf](int under, const std::string& name, const std::string& place) {
    return cairo_pdf_surface_add_outline(pdf, under, name.c_str(), ("dest='" + place + "'").c_str(), static_cast<cairo_pdf_outline_flags_t>(0));
  };
  for (const report::Section& s : r.sections) {
    const int made = add(s.sub ? parent : CAIRO_PDF_OUTLINE_ROOT, s.heading, s.id);
    if (!s.sub) parent = made;
  }
  add(CAIRO_PDF_OUTLINE_ROOT, r.sources_head, "sources");
}

struct Made {
  std::string bytes;
  int pages = 0;
};

/// The whole document; its pages say of how many they are one.
Result<Made> made_of(const report::Report& r, int pages) {
  Made out;
  const Surface pdf(cairo_pdf_surface_create_for_stream(append, &out.bytes, Sheet::kWidth, Sheet::kHeight));
  describe(pdf.get(), r);
  {
    const bool web = r.link.starts_with("https://") || r.link.starts_with("http://");
    Sheet sheet(pdf.get(), r.language, r.rightward, {r.program + " · " + r.title, r.about.size() > 1 ? r.about[1] : r.digest, web ? r.link : "", pages});
    add_front(sheet, r);
    const std::span<const report::Section> sections(r.sections);
    for (std::size_t i = 0; i < sections.size(); ++i)
      if (const auto error = add_section(sheet, sections.subspan(i), r)) return *error;
    add_sources(sheet, r);
    out.pages = sheet.finish();
    add_outline(pdf.get(), r);
  }
  cairo_surface_finish(pdf.get());
  if (const cairo_status_t status = cairo_surface_status(pdf.get()); status != CAIRO_STATUS_SUCCESS) return Error{"pdf", cairo_status_to_string(status)};
  return out;
}

}  // namespace

Result<std::string> report_pdf(const report::Report& r) {
  const auto counted = made_of(r, 0);
  if (!counted) return counted.error();
  auto made = made_of(r, counted->pages);
  if (!made) return made.error();
  return std::move(made->bytes);
}

}  // namespace gs::paper
