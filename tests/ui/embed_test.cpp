// The embed's layout, and its parts as Dear ImGui draws them, without a window.
#include "ui/embed.hpp"

#include <imgui.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <memory>

#include "assets.hpp"
#include "render/canvas.hpp"
#include "scene/story.hpp"
#include "sim/simulate.hpp"
#include "state/url.hpp"
#include "ui/keyboard.hpp"
#include "ui/kit.hpp"

using namespace gs;
using namespace gs::ui;

namespace {

struct Size {
  float w, h;
};
const Size kSizes[] = {{720, 480}, {390, 480}, {640, 360}};
constexpr Language kLanguages[] = {Language::en, Language::zh, Language::ru, Language::ar};

const Assets& facts() {
  static const Assets all = [] {
    auto made = load_assets(asset);
    if (!made) FAIL(made.error().text());
    for (const Language l : kLanguages) {
      if (const auto error = load_language(asset, l, *made)) FAIL(error->text());
    }
    return std::move(*made);
  }();
  return all;
}

const Results& results() {
  static const Results all = simulate(facts().portfolio, Scenario{});
  return all;
}

const std::vector<Story>& stories() {
  static const std::vector<Story> all = [] {
    const std::string file = "data/stories/sun-over-the-desert.json";
    std::vector<Story> out;
    out.push_back(read_story(file, asset(file).value()).value());
    return out;
  }();
  return all;
}

struct View {
  const char* name;
  State state;
};

std::vector<View> views(Language l) {
  State all;
  all.view.language = l;
  State project = reduce(all, action::Select{{SelectionKind::project, "al-dhafra-pv2"}});
  State locomotive = reduce(all, action::Select{{SelectionKind::locomotive, "ckd6h"}});
  State told = state_of_step(stories()[0], 1, all);
  told.scenario = all.scenario;  // the results are of it
  told.view.selection = {};
  return {{"all", all}, {"project", project}, {"locomotive", locomotive}, {"story", told}};
}

bool inside(const Rect& a, const Rect& b) { return a.x >= b.x - 0.5f && a.y >= b.y - 0.5f && a.right() <= b.right() + 0.5f && a.bottom() <= b.bottom() + 0.5f; }
bool apart(const Rect& a, const Rect& b) {
  return a.empty() || b.empty() || a.x >= b.right() - 0.5f || b.x >= a.right() - 0.5f || a.y >= b.bottom() - 0.5f || b.y >= a.bottom() - 0.5f;
}

/// Each size, language and view, with the embed's parts.
template <class Each>
void every_embed(Each each) {
  for (const Language l : kLanguages) {
    const auto measures = measure(facts(), l);
    REQUIRE(measures);
    World world{facts().portfolio, results(), *facts().base, facts().words(l)};
    world.stories = stories();
    for (const View& view : views(l)) {
      const ProjectList list = project_list(world, view.state);
      for (const Size& size : kSizes) {
        const bool touch = size.w < 720.0f;
        CAPTURE(code_of(l), view.name, size.w, size.h);
        each(world, view.state, list, embed_figure(world, view.state, list.total, measures->fonts(), size.w, size.h, touch), touch);
      }
    }
  }
}

/// Dear ImGui with the type of a language, and no window.
class Screen {
 public:
  Screen(Language l, bool mirrored) : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().IniFilename = nullptr;
    const auto names = [&](Face face) { return font_names(face, l); };
    const auto regular = names(Face::regular), bold = names(Face::bold), display = names(Face::display);
    const Assets& a = facts();
    FontFiles f{&a.font(regular[0]), &a.font(bold[0]), &a.font(display[0]), &a.font(kNamesFont)};
    if (regular.size() > 1) f.more_regular = &a.font(regular[1]);
    if (bold.size() > 1) f.more_bold = &a.font(bold[1]);
    if (display[1] != bold[0]) f.more_display = &a.font(display[1]);
    fonts = build_fonts(f, 1.0f, mirrored);
    if (!ImGui::GetIO().Fonts->IsBuilt()) ImGui::GetIO().Fonts->Build();
  }
  ~Screen() { ImGui::DestroyContext(context_); }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  UiFonts fonts;

 private:
  ImGuiContext* context_;
};

}  // namespace

TEST_CASE("an embed's parts lie in the window and not over each other", "[embed]") {
  every_embed([](const World&, const State&, const ProjectList&, const EmbedFigure& e, bool touch) {
    const Layout& l = e.layout;
    const Rect zoom = zoom_place(l, touch ? 44.0f : 32.0f);
    for (const Rect* part : {&l.bar, &l.timeline, &l.panel, &l.map, &zoom}) CHECK(inside(*part, l.window));
    CHECK(apart(l.bar, l.timeline));
    CHECK(apart(l.bar, l.panel));
    CHECK(apart(l.panel, l.timeline));
    CHECK(apart(l.panel, zoom));
    std::vector<Rect> head{zoom};
    for (const auto* lines : {&e.title, &e.words}) for (const EmbedLine& line : *lines) head.push_back(line.at);
    for (const EmbedKey& key : e.legend) head.push_back(key.at);
    for (std::size_t i = 0; i < head.size(); ++i) {
      if (i > 0) CHECK(inside(head[i], l.bar));
      for (std::size_t k = i + 1; k < head.size(); ++k) CHECK(apart(head[i], head[k]));
    }
    const Rect controls[] = {e.play, e.slider, e.back, e.on, e.count, e.link};
    for (const Rect& a : controls) {
      if (!a.empty()) CHECK(inside(a, l.timeline));
      for (const Rect& b : controls) if (&a != &b) CHECK(apart(a, b));
    }
    for (const Rect& target : {e.play, e.back, e.on, e.link}) if (!target.empty() && touch) CHECK((target.w >= 44 && target.h >= 44));
    CHECK((e.steps > 0) == e.slider.empty());
    if (e.steps == 0) CHECK(e.slider.w >= 90);
    for (const Rect& row : e.rows) CHECK(row.bottom() <= e.open.y);
    CHECK_FALSE(e.title.empty());
    CHECK_FALSE(e.words.empty());
    CHECK(l.map.h >= 60);
  });
}

TEST_CASE("an embed cuts no headline, and has a legend where nothing is selected", "[embed]") {
  every_embed([](const World&, const State& s, const ProjectList&, const EmbedFigure& e, bool) {
    for (const auto* lines : {&e.title, &e.words}) for (const EmbedLine& line : *lines) CHECK_FALSE(line.text.ends_with("…"));
    if (e.layout.window.w >= 720 && s.view.selection.kind == SelectionKind::none && s.view.story.empty()) CHECK_FALSE(e.legend.empty());
  });
}

TEST_CASE("the free part of an embed's map is what its head, foot and a wide card leave", "[embed]") {
  every_embed([](const World&, const State& s, const ProjectList&, const EmbedFigure& e, bool) {
    const Layout& l = e.layout;
    const Padding p = l.padding();
    CHECK((p.left == 0 && p.right == 0));
    CHECK(p.top == l.bar.bottom());
    CHECK(std::abs(static_cast<float>(p.bottom) + l.map.bottom() - l.window.h) < 0.01f);
    const bool over_all = !l.panel.empty() && l.window.w < 560;
    CHECK(l.map.bottom() == (over_all ? l.panel.y : l.timeline.y));
    for (const glm::vec4& over : over_the_map(l, s.view)) CHECK((over.x >= 0 && over.z <= l.window.w && over.x < over.z && over.y < over.w));
  });
}

TEST_CASE("what an embed draws in its foot and its card is within them, in every language", "[embed]") {
  std::unique_ptr<Screen> screen;
  std::string language;
  const SelectedProject selected{};
  every_embed([&](const World& world, const State& state, const ProjectList& list, const EmbedFigure& e, bool touch) {
    const bool rightward = world.tr.rightward();
    if (world.tr.code() != language) {
      screen.reset();
      screen = std::make_unique<Screen>(state.view.language, rightward);
      language = world.tr.code();
    }
    const Rect& window = e.layout.window;
    ImGui::GetIO().DisplaySize = {window.w, window.h};
    ImGui::GetIO().DeltaTime = 0.016f;
    const Palette& palette = light_palette();
    apply_style(palette, touch, rightward);
    const Ui u{.world = world, .state = state, .palette = palette, .fonts = screen->fonts, .layout = e.layout, .list = list, .touch = touch,
               .selected = selected, .embed = &e};
    Actions out;
    for (int frame = 0; frame < 2; ++frame) {
      ImGui::NewFrame();
      walk_panels();
      gs::ui::embed_head(u);
      CHECK_FALSE(gs::ui::embed_card(u, out));
      CHECK_FALSE(gs::ui::embed_foot(u, out));
      ImGui::Render();
    }
    CHECK(out.empty());
    int lists = 0;
    for (const ImDrawList* drawn : ImGui::GetDrawData()->CmdLists) {
      const std::string_view name = drawn->_OwnerName ? drawn->_OwnerName : "";
      const Rect* within = name == "foot" ? &e.layout.timeline : name == "card" ? &e.layout.panel : nullptr;
      if (!within) continue;
      ++lists;
      const Rect wide{within->x - 3, within->y - 3, within->w + 6, within->h + 6};
      CAPTURE(name);
      CHECK(std::all_of(drawn->VtxBuffer.begin(), drawn->VtxBuffer.end(), [&](const ImDrawVert& v) { return wide.holds(v.pos.x, v.pos.y); }));
    }
    CHECK(lists == (e.card ? 2 : 1));
    // What was measured is what is drawn.
    for (const EmbedLine& line : e.words) CHECK(text_width(e.head.told ? screen->fonts.body : screen->fonts.small, line.text) <= line.at.w + 2.0f);
    for (const EmbedLine& line : e.title) CHECK(text_width(e.large ? screen->fonts.title : screen->fonts.head, line.text) <= line.at.w + 2.0f);
  });
}
