// Strings and events between the program and the page. JavaScript here only hands over; what it does is in web/*.mjs.
#include "platform/page_web.hpp"

#include <SDL.h>
#include <emscripten.h>
#include <imgui.h>

#include <map>
#include <utility>

#include "platform/imgui_host.hpp"
#include "platform/platform.hpp"

namespace gs::platform {
namespace {

page::Events events;
std::string buffer;  // the page writes a string or bytes here, then calls one of the functions below
std::function<void(std::string_view)> message_handler;
std::map<int, std::function<void(bool, std::string)>> fetches;
int fetch_count = 0;
bool fragment_changed = false;
Dropped coming;  // a file that the page hands over

struct NamedKey {
  std::string_view name;  // KeyboardEvent.key
  ImGuiKey key;
};
constexpr NamedKey kKeys[] = {
    {"Enter", ImGuiKey_Enter},         {"Escape", ImGuiKey_Escape},     {"Tab", ImGuiKey_Tab},
    {"ArrowLeft", ImGuiKey_LeftArrow}, {"ArrowUp", ImGuiKey_UpArrow},   {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowDown", ImGuiKey_DownArrow}, {"Home", ImGuiKey_Home},         {"End", ImGuiKey_End},
    {"PageUp", ImGuiKey_PageUp},       {"PageDown", ImGuiKey_PageDown}, {"Delete", ImGuiKey_Delete},
    {"Backspace", ImGuiKey_Backspace}, {"a", ImGuiKey_A},               {"c", ImGuiKey_C},
    {"x", ImGuiKey_X},                 {"y", ImGuiKey_Y},               {"z", ImGuiKey_Z},
};

// 1 Ctrl or Cmd, 2 Shift, 4 Alt.
void add_modifiers(int held) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, (held & 1) != 0);
  io.AddKeyEvent(ImGuiMod_Shift, (held & 2) != 0);
  io.AddKeyEvent(ImGuiMod_Alt, (held & 4) != 0);
}

void wake_now() {
  host::unsettle();
  if (events.woken) events.woken();
}

}  // namespace
}  // namespace gs::platform

// clang-format off
EM_JS(void, gs_js_connect, (), {
  const give = function(bytes) {
    const at = Module['_gs_buffer'](bytes.length);
    HEAPU8.set(bytes, at);
  };
  const text = function(string) { give(new TextEncoder().encode(string)); };
  Module['gsText'] = text;
  Module['greensilk'] = {
    'resize': function(width, height, ratio) { Module['_gs_resize'](width, height, ratio); },
    'wake': function() { Module['_gs_wake'](); },
    'edit': function(backspaces, string) { text(string); Module['_gs_edit'](backspaces); },
    'key': function(name, down, modifiers) { text(name); return Module['_gs_key'](down, modifiers); },
    'resetKeys': function() { Module['_gs_reset_keys'](); },
    'takesTab': function() { return Module['_gs_takes_tab']() !== 0; },
    'message': function(json) { text(json); Module['_gs_message'](); },
    'drop': function(name, size, bytes, failure) {
      text(failure);
      Module['_gs_drop_begin'](size);
      text(name);
      Module['_gs_drop_name']();
      give(bytes);
      Module['_gs_drop']();
    },
    'frame': function() { Module['_gs_frame'](); },
    'visible': function(on) { Module['_gs_visible'](on ? 1 : 0); },
    'fragmentChanged': function() { Module['_gs_fragment_changed'](); }
  };
  Module['page']['connect'](Module['greensilk']);
})
EM_JS(void, gs_js_canvas_pixels, (int width, int height), {
  const canvas = Module['canvas'];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
})
EM_JS(void, gs_js_text_field, (int visible, double x, double y, double height), {
  Module['page']['textField'](visible !== 0, x, y, height);
})
// Names of objects that went with their context: deleting one later must not reach an object of the new context.
EM_JS(void, gs_js_forget_gl_objects, (), {
  const tables = [GL.buffers, GL.programs, GL.framebuffers, GL.renderbuffers, GL.textures, GL.shaders, GL.vaos,
                  GL.queries, GL.samplers, GL.transformFeedbacks, GL.syncs];
  tables.forEach(function(table) { if (table) table.fill(null); });
})
// Dear ImGui asks WebGL for the state that it puts back when it has drawn. Most of it is known only on the other side of the
// browser's command buffer: each question waits until all is drawn. Nothing here relies on that state (the renderer sets all
// of its own), so the answers are what a new context would say.
EM_JS(void, gs_js_answer_at_once, (), {
  const known = new Map([[GLctx.VIEWPORT, new Int32Array(4)], [GLctx.SCISSOR_BOX, new Int32Array(4)]]);
  [GLctx.CURRENT_PROGRAM, GLctx.TEXTURE_BINDING_2D, GLctx.SAMPLER_BINDING, GLctx.ARRAY_BUFFER_BINDING,
   GLctx.VERTEX_ARRAY_BINDING].forEach(function(name) { known.set(name, null); });
  [GLctx.BLEND_SRC_RGB, GLctx.BLEND_SRC_ALPHA].forEach(function(name) { known.set(name, GLctx.ONE); });
  [GLctx.BLEND_DST_RGB, GLctx.BLEND_DST_ALPHA].forEach(function(name) { known.set(name, GLctx.ZERO); });
  [GLctx.BLEND_EQUATION_RGB, GLctx.BLEND_EQUATION_ALPHA].forEach(function(name) { known.set(name, GLctx.FUNC_ADD); });
  known.set(GLctx.ACTIVE_TEXTURE, GLctx.TEXTURE0);
  const ask = GLctx.getParameter.bind(GLctx);
  GLctx.getParameter = function(name) { return known.has(name) ? known.get(name) : ask(name); };
})
// Drawn by the processor: what the driver calls itself, asked here and told to nobody. Firefox says it without the extension,
// of which it warns; the others name only their engine.
EM_JS(int, gs_js_software_graphics, (), {
  const told = String(GLctx.getParameter(GLctx.RENDERER));
  const names = told.startsWith('WebKit') ? GLctx.getExtension('WEBGL_debug_renderer_info') : null;
  const driver = names ? String(GLctx.getParameter(names.UNMASKED_RENDERER_WEBGL)) : told;
  return /swiftshader|llvmpipe|softpipe|basic render/i.test(driver) ? 1 : 0;
})
EM_JS(void, gs_js_presented, (), { Module['page']['presented'](); })
EM_JS(void, gs_js_context_lost, (int lost), { Module['page']['contextLost'](lost !== 0); })
EM_JS(void, gs_js_fetch, (int id, const char* name, int length), {
  Module['page']['fetchAsset'](UTF8ToString(name, length)).then(
    function(bytes) {
      const room = Module['_gs_buffer'](bytes.length);  // may give the memory, and with it HEAPU8, another place
      HEAPU8.set(bytes, room);
      Module['_gs_fetched'](id, 1);
    },
    function(error) {
      Module['gsText'](String(error && error.message ? error.message : error));
      Module['_gs_fetched'](id, 0);
    });
})
EM_JS(void, gs_js_rest, (int id), {
  Module['page']['rest']().then(
    function(files) {
      files.forEach(function(file) {
        const path = '/assets/' + file['name'];
        FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
        FS.writeFile(path, file['bytes']);
      });
      Module['_gs_fetched'](id, 1);
    },
    function(error) {
      Module['gsText'](String(error && error.message ? error.message : error));
      Module['_gs_fetched'](id, 0);
    });
})
EM_JS(void, gs_js_remember, (const char* name, int name_length, const char* words, int length), {
  Module['page']['remember'](UTF8ToString(name, name_length), UTF8ToString(words, length));
})
EM_JS(void, gs_js_recall, (const char* name, int length), { Module['gsText'](Module['page']['recall'](UTF8ToString(name, length))); })
EM_JS(void, gs_js_save, (const char* name, int name_length, const char* bytes, int length), {
  Module['page']['save'](UTF8ToString(name, name_length), HEAPU8.slice(bytes, bytes + length));
})
EM_JS(void, gs_js_choose_file, (), { Module['page']['chooseFile'](); })
EM_JS(int, gs_js_prefers, (const char* what), { return Module['page']['prefers'](UTF8ToString(what)) ? 1 : 0; })
EM_JS(void, gs_js_language, (), { Module['gsText'](Module['page']['language']()); })
EM_JS(int, gs_js_embedded, (), { return Module['page']['embedded']() ? 1 : 0; })
EM_JS(void, gs_js_query, (), { Module['gsText'](Module['page']['query']()); })
EM_JS(void, gs_js_fragment, (), { Module['gsText'](Module['page']['fragment']()); })
EM_JS(void, gs_js_set_fragment, (const char* text, int length), {
  Module['page']['setFragment'](UTF8ToString(text, length));
})
EM_JS(void, gs_js_address, (), { Module['gsText'](Module['page']['address']()); })
EM_JS(void, gs_js_copy, (const char* text, int length), { Module['page']['copy'](UTF8ToString(text, length)); })
EM_JS(void, gs_js_open_link, (const char* url, int length), { Module['page']['openLink'](UTF8ToString(url, length)); })
EM_JS(void, gs_js_tell, (const char* json, int length), { Module['page']['tell'](UTF8ToString(json, length)); })
// clang-format on

namespace {

using namespace gs::platform;

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* gs_buffer(int bytes) {
  buffer.assign(static_cast<std::size_t>(bytes), '\0');
  return buffer.data();
}

EMSCRIPTEN_KEEPALIVE void gs_resize(int width, int height, double ratio) {
  if (events.resized) events.resized(width, height, ratio);
}

EMSCRIPTEN_KEEPALIVE void gs_wake() { wake_now(); }

EMSCRIPTEN_KEEPALIVE void gs_edit(int backspaces) {
  if (!ImGui::GetCurrentContext()) return;
  ImGuiIO& io = ImGui::GetIO();
  add_modifiers(0);  // a field drops what is typed under Ctrl, and the paste of Ctrl+V comes as text
  for (int i = 0; i < backspaces; ++i) {
    io.AddKeyEvent(ImGuiKey_Backspace, true);
    io.AddKeyEvent(ImGuiKey_Backspace, false);
  }
  io.AddInputCharactersUTF8(buffer.c_str());
  wake_now();
}

// Returns 1 when the name is that of a key which Dear ImGui's text fields act on.
EMSCRIPTEN_KEEPALIVE int gs_key(int down, int modifiers) {
  if (!ImGui::GetCurrentContext()) return 0;
  add_modifiers(modifiers);
  for (const NamedKey& one : kKeys) {
    if (one.name != buffer) continue;
    ImGui::GetIO().AddKeyEvent(host::as_laid_out(one.key), down != 0);
    wake_now();
    return 1;
  }
  return 0;
}

EMSCRIPTEN_KEEPALIVE void gs_reset_keys() {
  SDL_ResetKeyboard();
  if (!ImGui::GetCurrentContext()) return;
  ImGuiIO& io = ImGui::GetIO();
  for (const NamedKey& one : kKeys) io.AddKeyEvent(one.key, false);
  add_modifiers(0);
  wake_now();
}

EMSCRIPTEN_KEEPALIVE int gs_takes_tab() {
  return ImGui::GetCurrentContext() && (ImGui::GetIO().ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void gs_message() {
  if (message_handler) message_handler(std::exchange(buffer, {}));
  wake_now();
}

// A file in three steps: why it could not be read (mostly nothing) with its size, its name, its bytes.
EMSCRIPTEN_KEEPALIVE void gs_drop_begin(double size) {
  coming.failure = std::exchange(buffer, {});
  coming.size = static_cast<std::size_t>(size);
}

EMSCRIPTEN_KEEPALIVE void gs_drop_name() { coming.name = std::exchange(buffer, {}); }

EMSCRIPTEN_KEEPALIVE void gs_drop() {
  coming.bytes = std::exchange(buffer, {});
  host::dropped(std::exchange(coming, {}));
  wake_now();
}

EMSCRIPTEN_KEEPALIVE void gs_frame() {
  if (events.frame) events.frame();
}

EMSCRIPTEN_KEEPALIVE void gs_visible(int on) {
  if (events.seen) events.seen(on != 0);
}

EMSCRIPTEN_KEEPALIVE void gs_fragment_changed() {
  fragment_changed = true;
  wake_now();
}

EMSCRIPTEN_KEEPALIVE void gs_fetched(int id, int ok) {
  const auto found = fetches.find(id);
  if (found == fetches.end()) return;
  const auto done = std::move(found->second);
  fetches.erase(found);
  done(ok != 0, std::exchange(buffer, {}));
  wake_now();
}

}  // extern "C"

namespace gs::platform::page {

void connect(Events given) {
  events = std::move(given);
  gs_js_connect();
}

void set_canvas_pixels(int width, int height) { gs_js_canvas_pixels(width, height); }
void show_text_field(bool visible, float x, float y, float line_height) {
  gs_js_text_field(visible, x, y, line_height);
}
void presented() { gs_js_presented(); }
void choose_file() { gs_js_choose_file(); }
void answer_gl_at_once() { gs_js_answer_at_once(); }
void forget_gl_objects() { gs_js_forget_gl_objects(); }
void say_context_lost(bool lost) { gs_js_context_lost(lost); }
bool prefers(const char* what) { return gs_js_prefers(what) != 0; }

void request_fetch(std::string_view name, std::function<void(bool, std::string)> done) {
  const int id = ++fetch_count;
  fetches[id] = std::move(done);
  gs_js_fetch(id, name.data(), size_of(name));
}

void request_rest(std::function<void(bool, std::string)> done) {
  const int id = ++fetch_count;
  fetches[id] = std::move(done);
  gs_js_rest(id);
}

void download(std::string_view name, std::string_view bytes) {
  gs_js_save(name.data(), size_of(name), bytes.data(), size_of(bytes));
}

}  // namespace gs::platform::page

namespace gs::platform {

bool software_graphics() { return gs_js_software_graphics() != 0; }
bool shows_late() { return true; }
bool reduced_motion() { return page::prefers("reduced-motion"); }
bool prefers_dark() { return page::prefers("dark"); }

std::string language() {
  gs_js_language();
  return std::exchange(buffer, {});
}

void remember(std::string_view name, std::string_view words) { gs_js_remember(name.data(), size_of(name), words.data(), size_of(words)); }

std::string recall(std::string_view name) {
  gs_js_recall(name.data(), size_of(name));
  return std::exchange(buffer, {});
}

bool embedded() { return gs_js_embedded() != 0; }

std::string query() {
  gs_js_query();
  return std::exchange(buffer, {});
}

std::string fragment() {
  gs_js_fragment();
  return std::exchange(buffer, {});
}

void set_fragment(std::string_view text) { gs_js_set_fragment(text.data(), size_of(text)); }

std::string link_to(std::string_view text) {
  gs_js_address();
  return std::exchange(buffer, {}) + "#" + std::string(text);
}

bool take_fragment_changed() { return std::exchange(fragment_changed, false); }

void copy_text(std::string_view text) { gs_js_copy(text.data(), size_of(text)); }
void open_link(std::string_view url) { gs_js_open_link(url.data(), size_of(url)); }
void tell_page(std::string_view json) { gs_js_tell(json.data(), size_of(json)); }
void on_page_message(std::function<void(std::string_view)> handler) { message_handler = std::move(handler); }

}  // namespace gs::platform
