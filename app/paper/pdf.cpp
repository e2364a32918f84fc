#include "paper/pdf.hpp"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

#include <memory>

namespace gs::paper {
namespace {

constexpr double kPointsPerPx = 0.75;

template <class T, void (*Free)(T*)>
struct Freed {
  void operator()(T* thing) const { Free(thing); }
};
using Surface = std::unique_ptr<cairo_surface_t, Freed<cairo_surface_t, cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Freed<cairo_t, cairo_destroy>>;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;
using Stream = std::unique_ptr<GInputStream, Unref>;

Error taken(GError* error, const char* otherwise) {
  Error out{"pdf", error ? error->message : otherwise};
  g_clear_error(&error);
  return out;
}

/// A picture with a relief is larger than librsvg reads by default.
Result<Handle> opened(std::string_view svg) {
  const Stream stream(g_memory_input_stream_new_from_data(svg.data(), static_cast<gssize>(svg.size()), nullptr));
  GError* error = nullptr;
  Handle handle(rsvg_handle_new_from_stream_sync(stream.get(), nullptr, RSVG_HANDLE_FLAG_UNLIMITED, nullptr, &error));
  if (!handle) return taken(error, "the picture cannot be read");
  return handle;
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* page, const PdfInfo& info) {
  const std::string made = (info.date.size() == 10 ? info.date : "1970-01-01") + "T00:00:00Z";
  const auto say = [page](cairo_pdf_metadata_t what, const std::string& words) { cairo_pdf_surface_set_metadata(page, what, words.c_str()); };
  say(CAIRO_PDF_METADATA_TITLE, info.title);
  say(CAIRO_PDF_METADATA_AUTHOR, "Green Silk Road explorer");
  say(CAIRO_PDF_METADATA_SUBJECT, info.subject);
  say(CAIRO_PDF_METADATA_KEYWORDS, info.keywords);
  say(CAIRO_PDF_METADATA_CREATOR, "greensilk");
  say(CAIRO_PDF_METADATA_CREATE_DATE, made);
  say(CAIRO_PDF_METADATA_MOD_DATE, made);
}

}  // namespace

Result<std::string> to_pdf(std::string_view svg, const PdfInfo& info) {
  const auto handle = opened(svg);
  if (!handle) return handle.error();
  double width = 0.0, height = 0.0;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle->get(), &width, &height)) return Error{"pdf", "expected a picture with width and height, found none"};
  std::string out;
  const Surface page(cairo_pdf_surface_create_for_stream(append, &out, width * kPointsPerPx, height * kPointsPerPx));
  describe(page.get(), info);
  const Context context(cairo_create(page.get()));
  const RsvgRectangle all{0.0, 0.0, width * kPointsPerPx, height * kPointsPerPx};
  GError* error = nullptr;
  if (!rsvg_handle_render_document(handle->get(), context.get(), &all, &error)) return taken(error, "the picture cannot be drawn");
  cairo_show_page(context.get());
  cairo_surface_finish(page.get());
  if (const cairo_status_t status = cairo_surface_status(page.get()); status != CAIRO_STATUS_SUCCESS) return Error{"pdf", cairo_status_to_string(status)};
  return out;
}

}  // namespace gs::paper
