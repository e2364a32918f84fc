#include "explorer.hpp"

#include <cstdio>
#include <memory>
#include <utility>

#include "assets.hpp"
#include "main_bench.hpp"
#include "main_desktop.hpp"
#include "main_effects.hpp"
#include "main_embed.hpp"
#include "main_faces.hpp"
#include "main_host.hpp"
#include "main_laboratory.hpp"
#include "main_library.hpp"
#include "main_notes.hpp"
#include "main_own.hpp"
#include "main_page.hpp"
#include "main_panels.hpp"
#include "main_scenarios.hpp"
#include "main_share.hpp"
#include "main_simulation.hpp"
#include "main_stage.hpp"
#include "main_start.hpp"
#include "main_table.hpp"
#include "main_travel.hpp"
#include "main_twin.hpp"
#include "own_files.hpp"
#include "platform/platform.hpp"
#include "render/renderer.hpp"
#include "text/problem.hpp"
#include "ui/keyboard.hpp"
#include "ui/panels.hpp"

namespace gs {
namespace {

/// Seconds of simulating a frame has room for; before the first picture nobody waits for a frame.
constexpr double kSlice = 0.006, kFirstSlice = 0.1;

/// Owns the state; frame() is the program as a list of calls.
class Explorer {
 public:
  Explorer(Assets assets, Measures measures, std::unique_ptr<Renderer> renderer, bool embed, std::unique_ptr<Desktop> desktop)
      : desktop_(std::move(desktop)), embed_(embed), assets_(std::move(assets)), faces_(assets_, std::move(measures)), renderer_(std::move(renderer)) {
    open_link();
    if (bench_) begin_bench();
    else platform::on_page_message([this](std::string_view json) {
      if (!twin_.takes(json)) host_.take(json);
    });
    faces_.hand_to(*renderer_);
  }

  bool frame() {
    if (platform::take_context_restored()) make_renderer();
    const bool linked = platform::take_fragment_changed();
    if (linked) open_link();
    if (!bench_) faces_.want(state_.view.language, failed_);
    const bool more = frames_ > 0 && start_.work(assets_, stage_.lazy(), *renderer_, bench_.has_value());
    return bench_ || !start_.has_facts() ? frame_of_ground(more) : frame_of_all(linked);
  }

 private:
  // Apart from each other in the compiled program too: a browser compiles a function when it is first called.

  /// Land first: nobody waits for figures to see where they will stand.
  [[gnu::noinline]] bool frame_of_ground(bool more) {
    faces_.follow(state_.view.language, *renderer_);
    const Translator& words = faces_.words();
    platform::mirror_panels(false);
    platform::begin_frame();
    const platform::Viewport screen = platform::viewport();
    const Palette& palette = bench_ ? bench_->palette : palette_of(state_.view.theme, platform::prefers_dark());
    const World world{.portfolio = assets_.portfolio, .results = simulation_.results(), .base = *assets_.base, .tr = words, .fine = stage_.lazy().fine(),
                      .crowd = bench_ && frames_ > 0 ? &bench_->crowd : nullptr};
    const ui::Layout layout = embed_.layout(world, state_, {}, faces_.measures(), screen, touch());
    const Window window{{screen.width, screen.height}, screen.pixel_ratio, bench_ ? Padding{} : layout.padding()};
    go_home(window);
    const ViewState before = state_.view;
    if (frames_ > 0) ui::map_alone(state_.view.viewpoint, window, stage_.scene(), gesture(), actions_);
    for (const Action& a : actions_) state_ = reduce(std::move(state_), a);
    actions_.clear();
    play();
    const auto drawn = stage_.draw({{world, ground_of(state_), palette, faces_.measures(), window, false, touch(), false, ui::over_the_map(layout, state_.view)},
                                    before, true, false, false, ui::map_is_held(), frames_ == 0}, *renderer_);
    if (drawn.problem) notes_.add(*drawn.problem);
    platform::present();
    ++frames_;
    return drawn.moving || more || frames_ == 1;
  }

  [[gnu::noinline]] bool frame_of_all(bool linked) {
    simulation_.work(state_.scenario, simulation_.has_results() ? std::max(kSlice, drawing_) : kFirstSlice);
    if (!simulation_.has_results()) return true;
    if (own_.take_changed(simulation_)) desk_ = {}, selected_ = {};
    if (own_.take_files(assets_, [this](const platform::Dropped& file) { return (desktop_ && desktop_->take_file(file)) || library_.take_file(file.name, file.bytes); })) open_own();
    if (desktop_ && desktop_->begin(parts_of_desktop())) linked = true;
    linked = host_.hear(state_, assets_.portfolio, [this](const std::string& fragment) { open_of_host(fragment); }, actions_) || linked;
    const double began = platform::seconds();
    faces_.follow(state_.view.language, *renderer_);
    faces_.follow_panels(platform::viewport().pixel_ratio);
    say_ignored();
    const Translator& words = faces_.words();
    platform::mirror_panels(words.rightward());
    platform::begin_frame();  // a resize is among the events: the size is asked for after it
    const platform::Viewport screen = platform::viewport();
    const Palette& palette = palette_of(state_.view.theme, platform::prefers_dark());
    ui::apply_style(palette, touch(), words.rightward());
    library_.follow(state_.view, [this](const Error& e) { effects_.say(placed_words(e, faces_.words()), true); });
    travel_.due(state_.view, library_, actions_);
    host_.due(state_.view, library_, actions_);
    const World world{.portfolio = assets_.portfolio, .results = simulation_.results(), .base = *assets_.base, .tr = words,
                      .lab = desk_.runs(assets_.portfolio, state_), .fine = stage_.lazy().fine(), .water = stage_.lazy().water(),
                      .relief = stage_.lazy().relief(), .cities = stage_.lazy().cities(), .stories = library_.stories(),
                      .policy = library_.policy(), .against = simulation_.against(state_.against)};
    const ProjectList list = project_list(world, state_);
    ui::Layout layout = embed_.layout(world, state_, list.total, faces_.measures(), screen, touch());
    if (desktop_) desktop_->lay_out(world, state_, faces_.ui(), screen, layout);
    const Window window{{screen.width, screen.height}, screen.pixel_ratio, layout.padding()};
    go_home(window);

    const State before = state_;
    twin_.hear(world, state_, effects_, actions_);
    if (desktop_) desktop_->hear(parts_of_desktop(), actions_);
    ui::walk_panels();
    const ui::Ui shown{.world = world, .state = state_, .palette = palette, .fonts = faces_.ui(), .layout = layout, .list = list, .touch = touch(),
                        .selected = selected_.of(assets_.portfolio, world.results, state_.view.selection),
                        .claim = selected_.claim(assets_.portfolio, state_.view.selection), .curves = desk_.curves(), .still = platform::reduced_motion(),
                        .guide = travel_.guide(), .kept_views = static_cast<int>(library_.kept()), .own = &own_.sheet(), .own_wish = &own_.wish,
                        .fleet = fleet_hours_.of(assets_.portfolio, world.results, state_.view.time == TimeScale::hours && !layout.timeline.empty()),
                        .share = share_.follow(world, state_), .share_wish = &share_.wish, .scenarios = scenarios_.all(), .bar_end = desktop_ ? desktop_->bar_end() : nullptr, .embed = embed_.figure()};
    if (!desktop_ || !desktop_->draw_stage(shown)) draw_panels(shown, {stage_.scene(), table_, effects_, notes_.all(assets_.problems), gesture()}, actions_);
    faces_.want(ui::take_lacking(), failed_);
    const Effects::Context effects{world, state_, stage_.scene(), *renderer_, window, faces_.measures(), palette};
    for (const Action& a : actions_) {
      state_ = reduce(std::move(state_), a);
      travel_.carry_out(a, {state_, library_, effects_, words});
      scenarios_.carry_out(a, state_.scenario, effects_, words);
      effects_.carry_out(a, effects);
    }
    table_.save(effects_, effects);
    share_.carry_out(effects_, effects);
    actions_.clear();
    state_ = embed_.fitting(std::move(state_));
    if (!linked) travel_.remember(before, state_);
    own_.carry_out(assets_, simulation_, effects_, words);
    if (desktop_) desktop_->keep(parts_of_desktop());
    play();
    if (const auto to = desk_.follow(stage_.scene().geometry().projector(), state_, window)) effects_.start_flight(state_.view.viewpoint, *to);
    if (const auto to = table_.follow(state_, window)) effects_.start_flight(state_.view.viewpoint, *to);
    const bool flying = effects_.fly(state_);
    if (!(state_.scenario == before.scenario)) simulation_.work(state_.scenario, 0.0);  // the scene is of the new one
    check_claim();
    const auto drawn = stage_.draw({{world, state_, palette, faces_.measures(), window, false, touch(), false, ui::over_the_map(layout, state_.view)},
                                    before.view, linked || platform::reduced_motion(), flying, simulation_.busy(), ui::map_is_held(), false}, *renderer_);
    if (drawn.problem) notes_.add(*drawn.problem);
    platform::present();
    ++frames_;
    const LazyMap::Wants wants{stage_.scene().geometry().wants_fine(), shows(state_.view, Layer::water),
                               relief_strength(palette, state_.view) > 0.0, wants_cities(state_.view)};
    const bool finer = stage_.lazy().work(wants, *assets_.base);
    const bool changed = first_ || linked || !(state_ == before);
    const bool dark = palette_of(state_.view.theme, platform::prefers_dark()).dark;
    telling_.tell({world, state_, list, stage_.scene(), notes_.all(assets_.problems), {}, dark, frames_, &own_.sheet()}, before, first_ || linked || own_.take_stirred(), last_);
    twin_.tell(world, before, state_, list, effects_.message(), last_);
    first_ = false;
    drawing_ = platform::seconds() - began;
    if (effects_.message_until() > 0) platform::wake_after(effects_.message_until());
    const bool animating = flying || state_.view.playing_years || state_.view.map.playing_hours || (state_.view.playing_trains && !platform::reduced_motion());
    // After the last movement of a globe one more frame brings all of its points back.
    return animating || changed || drawn.moving || finer || simulation_.busy();
  }

  void go_home(const Window& window) {
    if (std::exchange(at_home_, false)) state_.view.viewpoint = home(state_.view, window);
  }

  /// What can be shown without figures.
  const State& ground_of(const State& state) {
    ground_ = state;
    for (const Layer layer : {Layer::sites, Layer::railways, Layer::locomotives}) ground_.view.layers &= ~(1u << static_cast<unsigned>(layer));
    return ground_;
  }

  void begin_bench() {
    state_ = bench_->state;
    at_home_ = false;
    platform::on_page_message([this](std::string_view json) {
      if (const auto seconds = spin_of(json)) spin(state_, *seconds);
    });
  }

  static std::optional<ui::Gesture> gesture() {
    const auto p = platform::take_pinch();
    return p ? std::optional<ui::Gesture>{{{p->x, p->y}, {p->pan_x, p->pan_y}, p->factor, p->twist}} : std::nullopt;
  }

  bool touch() const { return platform::touch() || platform::viewport().width < 720.0f; }

  void open_own() {
    actions_.push_back(action::SetPanel{Panel::own});
    if (state_.view.sheet == SheetStop::peek) actions_.push_back(action::SetSheet{SheetStop::half});
  }

  Desktop::Parts parts_of_desktop() {
    return {state_, assets_, simulation_, own_, library_, scenarios_, travel_, effects_, faces_.words(),
            [this](const std::string& link) { open(address_.open(link, state_.view.language)); }};
  }

  void open_link() { open(address_.open()); }

  /// In the language and the colours that the reader has, unless the link names its own.
  void open_of_host(const std::string& fragment) {
    const ViewState before = state_.view;
    open(address_.open(fragment, before.language));
    if (fragment.find("theme=") == std::string::npos) state_.view.theme = before.theme;
  }

  void open(Address::Opened opened) {
    state_ = embed_.fitting(std::move(opened.state));
    at_home_ = !opened.names_view;
    if (at_home_ && !state_.view.story.empty()) travel_.show_step_later();
    notes_.opened(std::move(opened.ignored));
  }

  /// What a link's opening left out, once the words of its language have come.
  void say_ignored() {
    if (!assets_.speaks(state_.view.language)) return;
    if (const Error* first = notes_.take_unsaid()) effects_.say(faces_.words()("link.ignored", placed_words(*first, faces_.words())), true);
  }

  /// A citation's link says which figures it gave: whether these are the same is said once they are there.
  void check_claim() {
    if (simulation_.busy()) return;
    if (const auto note = address_.check(assets_.portfolio.version, simulation_.results().digest)) {
      notes_.add(*note);
      effects_.say(placed_words(*note, faces_.words()), true);
    }
  }

  void make_renderer() {
    auto made = Renderer::create(read_own);
    if (!made) return effects_.say(made.error().text(), true);
    renderer_ = std::move(*made);
    stage_.forget();
    faces_.hand_to(*renderer_);
  }

  void play() {
    const double now = platform::seconds();
    const double passed = last_ > 0 ? now - last_ : 0.0;
    last_ = now;
    const bool plays = state_.view.map.playing_hours || (state_.view.playing_trains && !platform::reduced_motion());
    if (plays) state_ = reduce(std::move(state_), action::Tick{passed});
    if (!state_.view.playing_years) {
      year_clock_ = 0;
    } else if ((year_clock_ += passed) > 0.7) {
      year_clock_ = 0;
      state_ = reduce(std::move(state_), action::SetYear{state_.scenario.year + 1});
    }
  }

  std::unique_ptr<Desktop> desktop_;
  Embed embed_;
  Assets assets_;
  Faces faces_;
  Faces::Failed failed_ = [this](std::string why) { effects_.say(std::move(why), true); };
  std::unique_ptr<Renderer> renderer_;
  std::optional<Bench> bench_ = bench_of(platform::query());
  State state_;
  Simulation simulation_{assets_.portfolio};
  Stage stage_;
  Library library_;
  Host host_;
  Travel travel_;
  Scenarios scenarios_;
  Share share_;
  Start start_;
  Address address_;
  Telling telling_;
  Twin twin_;
  Selected selected_;
  FleetHours fleet_hours_;
  Effects effects_;
  Desk desk_;
  TableDesk table_;
  OwnRows own_;
  State ground_;
  Actions actions_;
  Notes notes_;
  bool first_ = true, at_home_ = false;
  double last_ = 0, year_clock_ = 0;
  double drawing_ = 0;  ///< s that the last frame took: simulating may take as long
  std::uint64_t frames_ = 0;
};

int fail(const std::string& words) {
  std::fprintf(stderr, "greensilk: %s\n", words.c_str());
  platform::tell_page(fatal_json(words));
  return 1;
}

}  // namespace

int run_explorer(bool embed, std::unique_ptr<Desktop> desktop) {
  auto assets = load_ground(read_own);
  if (!assets) return fail(assets.error().text());
  auto measures = measure(*assets, Language::en);
  if (!measures) return fail(measures.error().text());
  if (const auto failure = platform::open({"Green Silk Road", embed ? 720 : 1280, embed ? 480 : 800})) return fail(failure->where + ": " + failure->what);
  auto renderer = Renderer::create(read_own, platform::software_graphics() ? Renderer::Begin::plain_ground : Renderer::Begin::ground);
  if (!renderer) return fail(renderer.error().text());
  static std::unique_ptr<Explorer> explorer;  // the page's frames outlive this function
  explorer = std::make_unique<Explorer>(std::move(*assets), std::move(*measures), std::move(*renderer), embed, std::move(desktop));
  platform::run([] { return explorer->frame(); });
  explorer.reset();
  platform::close();
  return 0;
}

}  // namespace gs
