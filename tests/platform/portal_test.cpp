// The portal's file chooser, as its specification has it: asked on a bus of the test's own, answered by a portal of the test's own.
#include "platform/portal_native.hpp"

#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

using namespace gs::platform;

namespace {

constexpr const char* kInterface = R"(<node><interface name="org.freedesktop.portal.FileChooser">
  <method name="OpenFile"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
  <method name="SaveFile"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
</interface></node>)";

/// A bus of its own for the length of a test.
class Bus {
 public:
  Bus() : bus_(g_test_dbus_new(G_TEST_DBUS_NONE)) { g_test_dbus_up(bus_); }
  /// Not taken down as a whole: that would wait for GLib's own hold on the bus.
  ~Bus() { g_test_dbus_stop(bus_); }
  Bus(const Bus&) = delete;
  Bus& operator=(const Bus&) = delete;
  const char* address() const { return g_test_dbus_get_bus_address(bus_); }

 private:
  GTestDBus* bus_;
};

/// Answers each question with what `reply` gives: a response and its URIs. Keeps what it was asked.
class Portal {
 public:
  struct Reply {
    bool answers = true;
    unsigned response = 0;
    std::vector<const char*> uris{};
  };
  Portal(const char* address, Reply reply) : reply_(std::move(reply)), context_(g_main_context_new()), loop_(g_main_loop_new(context_.get(), FALSE)) {
    bool ready = false;
    std::mutex mutex;
    std::condition_variable is_ready;
    thread_ = std::thread([&, address] {
      g_main_context_push_thread_default(context_.get());
      const Given<GDBusConnection> bus(g_dbus_connection_new_for_address_sync(
          address, static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION), nullptr, nullptr,
          nullptr));
      GDBusNodeInfo* info = g_dbus_node_info_new_for_xml(kInterface, nullptr);
      const GDBusInterfaceVTable table{called, nullptr, nullptr, {}};
      g_dbus_connection_register_object(bus.get(), "/org/freedesktop/portal/desktop", info->interfaces[0], &table, this, nullptr, nullptr);
      const Given<GVariant> named(g_dbus_connection_call_sync(bus.get(), "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                                                              g_variant_new("(su)", "org.freedesktop.portal.Desktop", 0u), nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr,
                                                              nullptr));
      {
        const std::lock_guard lock(mutex);
        ready = true;
        is_ready.notify_all();  // under the lock: the waiting side owns it
      }
      g_main_loop_run(loop_.get());
      g_dbus_node_info_unref(info);
      g_main_context_pop_thread_default(context_.get());
    });
    std::unique_lock lock(mutex);
    is_ready.wait(lock, [&] { return ready; });
  }
  ~Portal() {
    g_main_loop_quit(loop_.get());
    thread_.join();
  }
  Portal(const Portal&) = delete;
  Portal& operator=(const Portal&) = delete;

  std::string asked;  ///< method, parent, title and options, as GVariant prints them

 private:
  static void called(GDBusConnection* bus, const char* sender, const char*, const char*, const char* method, GVariant* parameters, GDBusMethodInvocation* call,
                     void* data) {
    auto& self = *static_cast<Portal*>(data);
    const Given<char> printed(g_variant_print(parameters, FALSE));
    self.asked = std::string(method) + " " + printed.get();
    const Given<GVariant> options(g_variant_get_child_value(parameters, 2));
    const char* token = "";
    g_variant_lookup(options.get(), "handle_token", "&s", &token);
    std::string name = sender + 1;
    for (char& c : name) c = c == '.' ? '_' : c;
    const std::string path = "/org/freedesktop/portal/desktop/request/" + name + "/" + token;
    g_dbus_method_invocation_return_value(call, g_variant_new("(o)", path.c_str()));
    if (!self.reply_.answers) return;
    GVariantBuilder results;
    g_variant_builder_init(&results, G_VARIANT_TYPE_VARDICT);
    g_variant_builder_add(&results, "{sv}", "uris", g_variant_new_strv(self.reply_.uris.data(), static_cast<gssize>(self.reply_.uris.size())));
    g_dbus_connection_emit_signal(bus, sender, path.c_str(), "org.freedesktop.portal.Request", "Response",
                                  g_variant_new("(u@a{sv})", self.reply_.response, g_variant_builder_end(&results)), nullptr);
  }

  Reply reply_;
  Given<GMainContext> context_;
  Given<GMainLoop> loop_;
  std::thread thread_;
};

const FileQuestion kSave{true, "Save as…", "/tmp", "мой.greensilk", {{"", {"*.greensilk"}}, {"All", {"*"}}}};
const FileQuestion kOpen{false, "Open…", "", "", {}};

std::optional<FileAnswer> answer_of(const FileQuestion& q) {
  const Given<GCancellable> cancel(g_cancellable_new());
  return ask_portal(q, "x11:1a00003", cancel.get());
}

bool holds(const std::string& text, const std::string& part) {
  CAPTURE(text, part);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the portal is asked for a file and its answer is a path") {
  const Given<char> daemon(g_find_program_in_path("dbus-daemon"));
  if (!daemon) SKIP("there is no dbus-daemon to ask on");
  const Bus bus;
  {
    Portal portal(bus.address(), {true, 0, {"file:///tmp/%D0%BC%D0%BE%D0%B9.greensilk"}});
    const auto answer = answer_of(kSave);
    REQUIRE(answer);
    CHECK_FALSE(answer->failure);
    CHECK(answer->path == "/tmp/мой.greensilk");
    CHECK(holds(portal.asked, "SaveFile ('x11:1a00003', 'Save as…'"));
    CHECK(holds(portal.asked, "'current_name': <'мой.greensilk'>"));
    CHECK(holds(portal.asked, "'current_folder': <b'/tmp'>"));
    CHECK(holds(portal.asked, "'filters': <[('*.greensilk', [(uint32 0, '*.greensilk')]), ('All', [(0, '*')])]>"));
  }
  {
    Portal portal(bus.address(), {true, 1, {}});
    const auto answer = answer_of(kOpen);
    REQUIRE(answer);
    CHECK(answer->path.empty());
    CHECK_FALSE(answer->failure);
    CHECK(holds(portal.asked, "OpenFile ('x11:1a00003', 'Open…'"));
    CHECK_FALSE(holds(portal.asked, "current_"));
  }
  {
    Portal portal(bus.address(), {true, 0, {"sftp://elsewhere/a.greensilk"}});
    const auto answer = answer_of(kOpen);
    REQUIRE(answer);
    REQUIRE(answer->failure);
    CHECK(answer->failure->where == "sftp://elsewhere/a.greensilk");
  }
  {
    Portal portal(bus.address(), {false, 0, {}});  // the person thinks
    const Given<GCancellable> cancel(g_cancellable_new());
    std::thread closing([&] {
      g_usleep(300'000);
      g_cancellable_cancel(cancel.get());
    });
    const auto answer = ask_portal(kOpen, "", cancel.get());
    closing.join();
    REQUIRE(answer);
    CHECK(answer->path.empty());
  }
  const Given<GCancellable> cancel(g_cancellable_new());
  CHECK_FALSE(ask_portal(kOpen, "", cancel.get()));  // there is none any more: another way is tried
}
