#pragma once
#include <gio/gio.h>

#include <memory>
#include <optional>
#include <string>

#include "platform/dialog_native.hpp"

namespace gs::platform {

/// What GLib gives is given back.
struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
  void operator()(GError* error) const { g_error_free(error); }
  void operator()(GVariant* variant) const { g_variant_unref(variant); }
  void operator()(GBytes* bytes) const { g_bytes_unref(bytes); }
  void operator()(GMainContext* context) const { g_main_context_unref(context); }
  void operator()(GMainLoop* loop) const { g_main_loop_unref(loop); }
  void operator()(GSource* source) const { g_source_unref(source); }
  void operator()(char* text) const { g_free(text); }
};
template <class T>
using Given = std::unique_ptr<T, Unref>;

/// Whether there is a session bus to ask on; none is started for it.
bool has_session_bus();

/// Asks org.freedesktop.portal.FileChooser and waits for the person, or until it is cancelled (then nobody chose). Nothing where
/// there is no such portal. `parent`: the window as the portal names it ("x11:1a00003"), or empty.
std::optional<FileAnswer> ask_portal(const FileQuestion&, const std::string& parent, GCancellable*);

}  // namespace gs::platform
