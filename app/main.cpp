#include "explorer.hpp"

#include <cstdio>
#include <memory>
#include <utility>

#include "assets.hpp"
#include "main_bench.hpp"
#include "main_effects.hpp"
#include "main_faces.hpp"
#include "main_laboratory.hpp"
#include "main_library.hpp"
#include "main_own.hpp"
#include "main_simulation.hpp"
#include "main_stage.hpp"
#include "main_table.hpp"
#include "own_files.hpp"
#include "guest/state_json.hpp"
#include "platform/platform.hpp"
#include "render/renderer.hpp"
#include "state/history.hpp"
#include "state/url.hpp"
#include "ui/keyboard.hpp"
#include "ui/laboratory.hpp"
#include "ui/own_parts.hpp"
#include "ui/panels.hpp"

namespace gs {
namespace {

/// Seconds of simulating a frame has room for; before the first picture nobody waits for a frame.
constexpr double kSlice = 0.006, kFirstSlice = 0.1;
constexpr double kBetweenTellings = 0.5;  ///< s

/// Owns the state; frame() is the program as a list of calls.
class Explorer {
 public:
  Explorer(Assets assets, Measures measures, std::unique_ptr<Renderer> renderer)
      : assets_(std::move(assets)), faces_(assets_, std::move(measures)), renderer_(std::move(renderer)) {
    notes_ = assets_.problems;
    open_link();
    if (bench_) begin_bench();
    faces_.hand_to(*renderer_);
  }

  bool frame() {
    if (platform::take_context_restored()) make_renderer();
    const bool linked = platform::take_fragment_changed();
    if (linked) open_link();
    if (!bench_) faces_.want(state_.view.language, [this](std::string why) { effects_.say(std::move(why), true); });
    const bool more = frames_ > 0 && bring_rest();
    const bool alone = bench_ || !facts_;  // land first: nobody waits for figures to see where they will stand
    if (!alone) simulation_.work(state_.scenario, simulation_.has_results() ? std::max(kSlice, drawing_) : kFirstSlice);
    if (!alone && !simulation_.has_results()) return true;
    if (own_.take_changed(simulation_)) desk_ = {}, selected_ = {};
    if (!alone && own_.take_files(assets_)) open_own();
    const double began = platform::seconds();
    faces_.follow(state_.view.language, *renderer_);
    if (!alone) faces_.follow_panels(platform::viewport().pixel_ratio);
    const Translator& words = faces_.words();
    platform::mirror_panels(!alone && words.rightward());
    platform::begin_frame();  // a resize is among the events: the size is asked for after it
    const platform::Viewport screen = platform::viewport();
    const ui::Layout layout = ui::layout(screen.width, screen.height, state_.view, words.rightward());
    const Palette& palette = bench_ ? bench_->palette : palette_of(state_.view.theme, platform::prefers_dark());
    if (!alone) ui::apply_style(palette, touch(), words.rightward());
    library_.follow(state_.view, [this](const Error& e) { effects_.say(e.text(), true); });
    if (step_to_show_ && library_.story(state_.view.story)) {
      actions_.push_back(action::ShowStep{state_.view.story, state_.view.step});
      step_to_show_ = false;
    }
    const World world{assets_.portfolio, simulation_.results(), *assets_.base, words,
                      alone ? nullptr : desk_.runs(assets_.portfolio, state_), stage_.lazy().fine(), bench_ && frames_ > 0 ? &bench_->crowd : nullptr,
                      stage_.lazy().water(), stage_.lazy().relief(), stage_.lazy().cities(), library_.stories(), library_.policy(), alone ? nullptr : simulation_.against(state_.against)};
    const Window window{{screen.width, screen.height}, screen.pixel_ratio, bench_ ? Padding{} : layout.padding()};
    if (at_home_) state_.view.viewpoint = home(state_.view, window);
    at_home_ = false;

    const State before = state_;
    const ProjectList list = alone ? ProjectList{} : project_list(world, state_);
    ui::walk_panels();
    if (!alone) panels({world, state_, palette, faces_.ui(), layout, list, touch(), selected_.of(assets_.portfolio, world.results, state_.view.selection),
                        selected_.claim(assets_.portfolio, state_.view.selection), desk_.curves(), platform::reduced_motion(), guide_, static_cast<int>(library_.kept())});
    else if (frames_ > 0) ui::map_alone(state_.view.viewpoint, window, stage_.scene(), gesture(), actions_);
    for (const Action& a : actions_) {
      state_ = reduce(std::move(state_), a);
      travel(a);
      effects_.carry_out(a, {world, state_, stage_.scene(), *renderer_, window, faces_.measures(), palette});
    }
    if (!alone) table_.save(effects_, {world, state_, stage_.scene(), *renderer_, window, faces_.measures(), palette});
    actions_.swap(actions_to_come_);
    actions_to_come_.clear();
    if (!linked && !alone) remember(before);
    own_.carry_out(assets_, simulation_, effects_, words);
    play();
    if (!alone) {
      if (const auto to = desk_.follow(stage_.scene().geometry().projector(), state_, window)) effects_.start_flight(state_.view.viewpoint, *to);
      if (const auto to = table_.follow(state_, window)) effects_.start_flight(state_.view.viewpoint, *to);
    }
    const bool flying = effects_.fly(state_);
    if (!(state_.scenario == before.scenario)) simulation_.work(state_.scenario, 0.0);  // the scene is of the new one
    if (!alone) check_claim();
    const auto drawn = stage_.draw({{world, alone ? ground_of(state_) : state_, palette, faces_.measures(), window, false, touch(), false,
                                     ui::over_the_map(layout, state_.view)},
                                    before.view, alone || linked || platform::reduced_motion(), flying, !bench_ && simulation_.busy(),
                                    ui::map_is_held(), frames_ == 0}, *renderer_);
    const bool moving = drawn.moving;
    if (drawn.problem) notes_.push_back(*drawn.problem);
    platform::present();
    ++frames_;
    if (alone) return moving || more || frames_ == 1;
    const LazyMap::Wants wants{stage_.scene().geometry().wants_fine(), shows(state_.view, Layer::water),
                               relief_strength(palette, state_.view) > 0.0, wants_cities(state_.view)};
    const bool finer = stage_.lazy().work(wants, *assets_.base);
    const bool changed = first_ || linked || !(state_ == before);
    // A slider let go is run again, and the railway's figures are there, in the frame after.
    const std::string ran = world.results.digest + (world.lab ? world.lab->digest : std::string());
    if (tells(before) || linked || list.rows.size() != listed_ || ran != told_) tell_page(world, list);
    told_ = ran;
    first_ = false;
    drawing_ = platform::seconds() - began;
    if (effects_.message_until() > 0) platform::wake_after(effects_.message_until());
    const bool animating = flying || state_.view.playing_years || state_.view.map.playing_hours || (state_.view.playing_trains && !platform::reduced_motion());
    // After the last movement of a globe one more frame brings all of its points back.
    return animating || changed || moving || finer || simulation_.busy();
  }

 private:
  /// What can be shown without figures.
  const State& ground_of(const State& state) {
    ground_ = state;
    for (const Layer layer : {Layer::sites, Layer::railways, Layer::locomotives}) ground_.view.layers &= ~(1u << static_cast<unsigned>(layer));
    return ground_;
  }

  /// After the first picture: the nearer base map, a part each time, then the facts. True while there is more to do at once.
  bool bring_rest() {
    if (!asked_for_rest_ && !bench_) {
      platform::request_rest([this](std::optional<platform::Failure> failure) {
        if (failure) platform::tell_page(fatal_json(failure->where + ": " + failure->what));
        else has_rest_ = true;
      });
    }
    if (!asked_for_rest_) {
      const Outcome painters = renderer_->finish(read_own);
      if (!painters) platform::tell_page(fatal_json(painters.error().text()));
    }
    asked_for_rest_ = true;
    const bool more = stage_.lazy().work_base(*assets_.base);
    if (facts_ || !has_rest_ || assets_.base->details.size() < 2) return more;
    load_facts(read_own, assets_);
    notes_.insert(notes_.begin(), assets_.problems.begin(), assets_.problems.end());
    return facts_ = true;
  }

  /// Through a story and through time.
  void travel(const Action& a) {
    if (const auto* show = std::get_if<action::ShowStep>(&a)) {
      const Story* story = library_.story(show->story);
      if (!story) return;
      State to = state_of_step(*story, show->step, state_);
      const Viewpoint end = to.view.viewpoint;
      const bool same_map = to.view.projection == state_.view.projection && to.view.lon_0 == state_.view.lon_0;
      if (same_map) to.view.viewpoint = state_.view.viewpoint;
      state_ = reduce(std::move(state_), action::Replace{std::move(to)});
      if (same_map) effects_.start_flight(state_.view.viewpoint, end);
    }
    if (std::holds_alternative<action::DismissGuide>(a)) {
      guide_ = false;
      platform::remember("guide", "dismissed");
    }
    if (std::holds_alternative<action::KeepView>(a)) {
      State kept = state_;
      kept.view.panel = Panel::none;
      library_.keep(to_fragment(reduce(std::move(kept), action::EndStory{})));
      effects_.say(faces_.words()("stories.kept", library_.kept()), false);
    }
    if (std::holds_alternative<action::SaveStory>(a)) {
      actions_to_come_.push_back(action::SaveFile{"my-story.json", library_.written()});
      platform::wake();
    }
    const bool back = std::holds_alternative<action::Undo>(a), again = std::holds_alternative<action::Redo>(a);
    if (!back && !again) return;
    const auto to = back ? history_.undo(state_) : history_.redo(state_);
    if (!to) return;
    state_ = *to;
    travelled_ = true;
    effects_.say(faces_.words()(back ? "undo.done" : "redo.done"), false);
  }

  void remember(const State& before) {
    if (!std::exchange(travelled_, false)) history_.note(before, state_, platform::seconds());
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
  /// While nothing but the trains moves, the page hears of it now and then only.
  bool tells(const State& before) {
    State still = state_;
    still.view.train_clock = before.view.train_clock;
    still.view.map.hour = before.view.map.hour;
    const bool stirred = first_ || !(still == before);
    if (!stirred && (state_ == before || last_ < next_telling_)) return false;
    next_telling_ = last_ + kBetweenTellings;
    return true;
  }

  void panels(const ui::Ui& u) {
    ui::map_view(u, stage_.scene(), gesture(), actions_);
    const bool phone = u.layout.form == ui::Form::phone;
    const bool lab = state_.view.panel == Panel::laboratory, rows = state_.view.panel == Panel::table;
    if (phone && lab) {
      ui::laboratory_bar(u, actions_);
    } else if (phone && rows) {
      ui::table_bar(u, actions_);
    } else if (phone) {
      ui::phone_bar(u, actions_);
    } else {
      ui::totals(u, actions_);
      ui::top_bar(u, actions_);
      if (!lab && !rows && u.layout.story.empty()) ui::legend(u, actions_);
      if (!lab && !rows) ui::timeline(u, actions_);
      ui::projection_panel(u, actions_);
    }
    ui::story_card(u, actions_);
    ui::own_desk(own_.sheet(), own_.wish);
    if (lab) ui::laboratory(u, stage_.scene().laboratory(), actions_);
    else if (rows) table_.draw(u, actions_);
    else ui::side_panel(u, notes_, actions_);
    ui::toast(u, effects_.message(), effects_.warning());
  }

  void open_own() {
    state_ = reduce(std::move(state_), action::SetPanel{Panel::own});
    if (state_.view.sheet == SheetStop::peek) state_ = reduce(std::move(state_), action::SetSheet{SheetStop::half});
  }

  void open_link() {
    auto read_link = from_fragment(platform::fragment(), known_projection);
    check_projection(read_link.state, read_link.ignored);
    state_ = read_link.state;
    claim_ = read_link;
    const bool says_language = platform::fragment().find("lang=") != std::string::npos;
    if (!says_language) state_.view.language = language_of(platform::language()).value_or(Language::en);
    at_home_ = platform::fragment().find("z=") == std::string::npos;
    step_to_show_ = at_home_ && !state_.view.story.empty();
    notes_.resize(assets_.problems.size());
    notes_.insert(notes_.end(), read_link.ignored.begin(), read_link.ignored.end());
    if (!read_link.ignored.empty()) {
      effects_.say(assets_.words(state_.view.language)("link.ignored", read_link.ignored.front().text()), true);
    }
  }

  /// A citation's link says which figures it gave: whether these are the same is said once they are there.
  void check_claim() {
    if (!claim_ || simulation_.busy()) return;
    if (const auto note = digest_note(*claim_, assets_.portfolio.version, simulation_.results().digest)) {
      notes_.push_back(*note);
      effects_.say(note->text(), true);
    }
    claim_.reset();
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

  void tell_page(const World& world, const ProjectList& list) {
    const std::string fragment = to_fragment(state_);
    if (fragment != fragment_) platform::set_fragment(fragment);
    fragment_ = fragment;
    listed_ = list.rows.size();
    platform::tell_page(state_json({world, state_, list, stage_.scene(), notes_, fragment, palette_of(state_.view.theme, platform::prefers_dark()).dark, frames_, &own_.sheet()}));
    platform::tell_page(table_json(world, state_, list));
  }

  Assets assets_;
  Faces faces_;
  std::unique_ptr<Renderer> renderer_;
  std::optional<Bench> bench_ = bench_of(platform::query());
  State state_;
  Simulation simulation_{assets_.portfolio};
  Stage stage_;
  Library library_;
  History history_;
  bool guide_ = platform::recall("guide").empty();
  bool step_to_show_ = false;  ///< a link that names a step and no view of its own
  bool travelled_ = false;  ///< this frame's change is one of History's own
  Selected selected_;
  Effects effects_;
  Desk desk_;
  TableDesk table_;
  OwnRows own_;
  State ground_;
  Actions actions_, actions_to_come_;
  std::vector<Error> notes_;
  bool first_ = true, at_home_ = false;
  bool asked_for_rest_ = false, has_rest_ = false, facts_ = false;
  double last_ = 0, year_clock_ = 0;
  double next_telling_ = 0;
  double drawing_ = 0;  ///< s that the last frame took: simulating may take as long
  std::size_t listed_ = 0;
  std::uint64_t frames_ = 0;
  std::string fragment_, told_;
  std::optional<FromFragment> claim_;  ///< of the link that was opened, until it is checked
};

int fail(const std::string& words) {
  std::fprintf(stderr, "greensilk: %s\n", words.c_str());
  platform::tell_page(fatal_json(words));
  return 1;
}

}  // namespace

int run_explorer() {
  auto assets = load_ground(read_own);
  if (!assets) return fail(assets.error().text());
  auto measures = measure(*assets, Language::en);
  if (!measures) return fail(measures.error().text());
  if (const auto failure = platform::open({"Green Silk Road", 1280, 800})) return fail(failure->where + ": " + failure->what);
  auto renderer = Renderer::create(read_own, true);
  if (!renderer) return fail(renderer.error().text());
  static std::unique_ptr<Explorer> explorer;  // the page's frames outlive this function
  explorer = std::make_unique<Explorer>(std::move(*assets), std::move(*measures), std::move(*renderer));
  platform::run([] { return explorer->frame(); });
  explorer.reset();
  platform::close();
  return 0;
}

}  // namespace gs
