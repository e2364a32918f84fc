// The file chooser of xdg-desktop-portal: the desktop's own dialog, also from within a sandbox.
#include "platform/portal_native.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace gs::platform {
namespace {

constexpr const char* kPortal = "org.freedesktop.portal.Desktop";
constexpr const char* kPath = "/org/freedesktop/portal/desktop";
constexpr const char* kRequest = "org.freedesktop.portal.Request";

/// What the callbacks of one question share.
struct Waiting {
  GMainLoop* loop;
  FileAnswer answer;
};

void on_response(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* parameters, void* data) {
  auto& waiting = *static_cast<Waiting*>(data);
  if (g_variant_is_of_type(parameters, G_VARIANT_TYPE("(ua{sv})"))) {
    guint32 response = 2;
    GVariant* found = nullptr;
    g_variant_get(parameters, "(u@a{sv})", &response, &found);
    const Given<GVariant> results(found);
    const Given<GVariant> uris(g_variant_lookup_value(found, "uris", G_VARIANT_TYPE_STRING_ARRAY));
    if (response == 0 && uris && g_variant_n_children(uris.get()) > 0) {
      const char* uri = nullptr;
      g_variant_get_child(uris.get(), 0, "&s", &uri);
      const Given<char> path(g_filename_from_uri(uri, nullptr, nullptr));
      if (path) waiting.answer.path = path.get();
      else waiting.answer.failure = Failure{uri, "this is no file of this machine"};
    }
  }
  g_main_loop_quit(waiting.loop);
}

void on_vanished(GDBusConnection*, const char*, void* data) {
  auto& waiting = *static_cast<Waiting*>(data);
  waiting.answer.failure = Failure{"xdg-desktop-portal", "it ended before a file was chosen"};
  g_main_loop_quit(waiting.loop);
}

gboolean on_cancelled(GCancellable*, void* data) {
  g_main_loop_quit(static_cast<Waiting*>(data)->loop);
  return G_SOURCE_REMOVE;
}

GVariant* options_of(const FileQuestion& q, const std::string& token) {
  GVariantBuilder options, filters;
  g_variant_builder_init(&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add(&options, "{sv}", "handle_token", g_variant_new_string(token.c_str()));
  g_variant_builder_init(&filters, G_VARIANT_TYPE("a(sa(us))"));
  for (const FileFilter& f : q.filters) {
    GVariantBuilder patterns;
    g_variant_builder_init(&patterns, G_VARIANT_TYPE("a(us)"));
    std::string words = f.words;
    for (const std::string& p : f.patterns) {
      g_variant_builder_add(&patterns, "(us)", 0u, p.c_str());
      if (f.words.empty()) words += (words.empty() ? "" : " ") + p;
    }
    g_variant_builder_add(&filters, "(s@a(us))", words.c_str(), g_variant_builder_end(&patterns));
  }
  GVariant* list = g_variant_builder_end(&filters);
  if (q.filters.empty()) g_variant_unref(g_variant_ref_sink(list));
  else g_variant_builder_add(&options, "{sv}", "filters", list);
  if (q.save && !q.name.empty() && g_utf8_validate(q.name.c_str(), -1, nullptr))
    g_variant_builder_add(&options, "{sv}", "current_name", g_variant_new_string(q.name.c_str()));
  if (!q.folder.empty()) g_variant_builder_add(&options, "{sv}", "current_folder", g_variant_new_bytestring(q.folder.c_str()));
  return g_variant_builder_end(&options);
}

/// The portal's object for this question, under which it will answer: made of our name on the bus and the token.
std::string request_path(GDBusConnection* bus, const std::string& token) {
  std::string sender = g_dbus_connection_get_unique_name(bus) + 1;  // without its colon
  std::replace(sender.begin(), sender.end(), '.', '_');
  return std::string(kPath) + "/request/" + sender + "/" + token;
}

}  // namespace

bool has_session_bus() {
  if (const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS"); address && *address) return true;
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  return runtime && *runtime == '/' && ::access((std::string(runtime) + "/bus").c_str(), R_OK | W_OK) == 0;
}

std::optional<FileAnswer> ask_portal(const FileQuestion& q, const std::string& parent, GCancellable* cancel) {
  if (!has_session_bus()) return std::nullopt;
  // What the bus says to us is heard on this thread.
  const Given<GMainContext> context(g_main_context_new());
  g_main_context_push_thread_default(context.get());
  struct Pop {
    GMainContext* of;
    ~Pop() {
      while (g_main_context_iteration(of, FALSE)) {}  // what let go of the bus is told here
      g_main_context_pop_thread_default(of);
    }
  } const pop{context.get()};
  const Given<GDBusConnection> bus(g_bus_get_sync(G_BUS_TYPE_SESSION, cancel, nullptr));
  if (!bus) return std::nullopt;
  g_dbus_connection_set_exit_on_close(bus.get(), FALSE);

  static unsigned number = 0;
  const std::string token = "greensilk" + std::to_string(++number), expected = request_path(bus.get(), token);
  const Given<GMainLoop> loop(g_main_loop_new(context.get(), FALSE));
  Waiting waiting{loop.get(), {}};
  const auto listen = [&](const char* path) {
    return g_dbus_connection_signal_subscribe(bus.get(), kPortal, kRequest, "Response", path, nullptr, G_DBUS_SIGNAL_FLAGS_NONE, on_response, &waiting, nullptr);
  };
  guint heard = listen(expected.c_str());  // before the call: the answer may be quick
  GError* error = nullptr;
  const Given<GVariant> called(g_dbus_connection_call_sync(bus.get(), kPortal, kPath, "org.freedesktop.portal.FileChooser", q.save ? "SaveFile" : "OpenFile",
                                                           g_variant_new("(ss@a{sv})", parent.c_str(), q.title.c_str(), options_of(q, token)),
                                                           G_VARIANT_TYPE("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, cancel, &error));
  const Given<GError> refused(error);
  if (!called) {
    g_dbus_connection_signal_unsubscribe(bus.get(), heard);
    return g_cancellable_is_cancelled(cancel) ? std::optional(FileAnswer{}) : std::nullopt;
  }
  const char* handle = nullptr;
  g_variant_get(called.get(), "(&o)", &handle);
  if (expected != handle) {  // portals before 0.9 name it themselves
    g_dbus_connection_signal_unsubscribe(bus.get(), heard);
    heard = listen(handle);
  }
  const guint watch = g_bus_watch_name_on_connection(bus.get(), kPortal, G_BUS_NAME_WATCHER_FLAGS_NONE, nullptr, on_vanished, &waiting, nullptr);
  const Given<GSource> cancelled(g_cancellable_source_new(cancel));
  g_source_set_callback(cancelled.get(), G_SOURCE_FUNC(on_cancelled), &waiting, nullptr);
  g_source_attach(cancelled.get(), context.get());
  g_main_loop_run(loop.get());
  g_source_destroy(cancelled.get());
  g_bus_unwatch_name(watch);
  g_dbus_connection_signal_unsubscribe(bus.get(), heard);
  if (g_cancellable_is_cancelled(cancel))
    g_dbus_connection_call(bus.get(), kPortal, handle, kRequest, "Close", nullptr, nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr, nullptr);
  return waiting.answer;
}

}  // namespace gs::platform
