#include "main_present_native.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "platform/stage_native.hpp"
#include "scene/embed.hpp"
#include "scene/share.hpp"
#include "state/url.hpp"

namespace gs {
namespace {

constexpr double kPointerStays = 2;  // s

const StoryStep* step_at(const Story* story, int step) {
  return story && step >= 0 && step < static_cast<int>(story->steps.size()) ? &story->steps[static_cast<std::size_t>(step)] : nullptr;
}

/// Laboratory and table take the map's place.
bool is_page(const ViewState& v) { return v.panel == Panel::laboratory || v.panel == Panel::table; }

std::vector<ui::StageMark> legend_of(const ViewState& v, const Translator& tr) {
  std::vector<ui::StageMark> out;
  for (const Category c : embed_legend(v)) out.push_back({c, tr("category." + std::string(id_of(c)))});
  if (!out.empty() && shows(v, Layer::sites)) out.push_back({std::nullopt, tr("embed.pale")});
  return out;
}

ui::StageWords words_of(const World& world, const Story& story, int step) {
  const StoryStep& s = story.steps[static_cast<std::size_t>(step)];
  const std::string_view code = world.tr.code();
  ui::StageWords words{s.title.in(code), with_figures(s.text.in(code), world), world.tr("story.of", step + 1, story.steps.size())};
  if (is_page(s.state.view)) words.most = ui::kMostPageStrip;
  else words.legend = legend_of(s.state.view, world.tr);
  return words;
}

Viewpoint nearer(Viewpoint at, double octaves) {
  at.zoom = std::clamp(at.zoom + octaves, kMinZoom, kMaxZoom);
  return at;
}

}  // namespace

Present::Present(Presentation wish) : wish_(std::move(wish)) {
  talk_.scale = talk_.usual_scale = shown_scale_ = wish_.scale;
  talk_.kiosk = wish_.kiosk;
  platform::on_stage_key([this](const platform::StageKey& k) {
    const TalkKey key{k.name, k.ctrl, k.shift};
    if (!takes(talk_, key, ImGui::GetIO().WantTextInput)) {
      talk_.idle = 0;
      return false;
    }
    if (!k.repeated) talk_ = pressed(std::move(talk_), key);  // a key that is held turns one step
    return true;
  });
  platform::on_stage_touch([this](bool press) {
    moved_ = platform::seconds();
    talk_ = touched(std::move(talk_), press);
  });
}

/// Files that are dropped on a stage are nobody's.
bool Present::take_file(const platform::Dropped&) { return !talk_.exploring || talk_.kiosk; }

void Present::find_story(const Parts& p) {
  p.library.want_stories();
  if (!wish_.bytes.empty()) {
    if (!p.library.take_file(wish_.file, wish_.bytes)) return;
    wish_.bytes.clear();
    if (auto id = p.library.take_opened()) wish_.story = std::move(*id);
  }
  const Story* story = p.library.story(wish_.story);
  if (!story) return;
  talk_.steps = static_cast<int>(story->steps.size());
  talk_.step = std::min(talk_.step, talk_.steps - 1);
  talk_.elapsed = talk_.idle = 0;
  last_ = platform::seconds();
  ready_ = true;
  if (wish_.notes) notes_ = platform::SecondWindow::open(p.words("present.notes") + " – Green Silk Road");
}

bool Present::begin(const Parts& p) {
  p.effects.be_silent();
  p.travel.leave_guide();
  if (!ready_) find_story(p);
  return false;
}

void Present::wake_at(double at) {
  const double now = platform::seconds();
  if (alarm_ > now && alarm_ <= at) return;
  alarm_ = at;
  platform::wake_after(at - now);
}

/// As a reader's, but from so far that the stage shows what a window would.
void Present::show_step(const Parts& p, Actions& out) {
  const Story* story = p.library.story(wish_.story);
  if (!story) return;
  State to = state_of_step(*story, talk_.step, p.state);
  if (is_page(to.view)) {
    aim_.reset();
    return out.push_back(action::ShowStep{wish_.story, talk_.step});
  }
  aim_ = to.view.viewpoint;
  const Viewpoint end = nearer(*aim_, shown_octaves_ = octaves_);
  const bool same_map = to.view.projection == p.state.view.projection && to.view.lon_0 == p.state.view.lon_0;
  to.view.viewpoint = same_map ? p.state.view.viewpoint : end;
  out.push_back(action::Replace{std::move(to)});
  if (same_map) out.push_back(action::FlyToView{end});
}

/// Another scale or display leaves another room for the map: the same places stay in it.
void Present::follow_room(Actions& out) {
  if (!aim_ || std::abs(octaves_ - shown_octaves_) < 1e-3) return;
  shown_octaves_ = octaves_;
  out.push_back(action::FlyToView{nearer(*aim_, octaves_)});
}

/// A page of many parts is not drawn larger than they have room.
void Present::follow_scale(const ViewState& v) {
  const double across = platform::viewport().width * shown_scale_;  // px at scale 1
  const bool on_page = is_page(v) && !talk_.exploring;
  const double wanted = on_page ? std::min(talk_.scale, std::max(kLeastScale, across / ui::kPageWidth)) : talk_.scale;
  if (std::abs(wanted - shown_scale_) < 1e-3) return;
  shown_scale_ = wanted;
  platform::set_stage_scale(static_cast<float>(wanted));
}

/// Back is to the step as it was left, for a speaker in the language and colours of now; the next visitor of a kiosk finds its own.
void Present::follow_exploring(const State& now, Actions& out) {
  if (talk_.exploring == std::exchange(shown_exploring_, talk_.exploring)) return;
  if (talk_.exploring) {
    left_ = now;
    if (aim_) left_.view.viewpoint = nearer(*aim_, shown_octaves_);  // where it was on the way to
    return;
  }
  if (!talk_.kiosk) {
    left_.view.language = now.view.language;
    left_.view.theme = now.view.theme;
  }
  out.push_back(action::Replace{left_});
}

void Present::follow_code(const State& state) {
  if (!talk_.qr) return code_.reset();
  std::string link = page_link(platform::link_to(to_fragment(state)));
  if (code_ && code_->link == link) return;
  code_ = ui::StageCode{link, qr_of(link), {}};
  if (code_->code) code_->runs = runs_of(*code_->code);
}

void Present::hear(const Parts& p, Actions& out) {
  if (!ready_) return;
  const double now = platform::seconds();
  talk_ = passed(std::move(talk_), now - std::exchange(last_, now));
  talk_.rightward = p.words.rightward();
  if (talk_.ended) return platform::leave_stage();
  follow_exploring(p.state, out);
  if (!talk_.exploring && talk_.step != std::exchange(shown_step_, talk_.step)) show_step(p, out);
  else if (!talk_.exploring) follow_room(out);
  follow_scale(p.state.view);
  follow_code(p.state);
  if (const auto next = due(talk_)) wake_at(now + *next);
  if (moved_ + kPointerStays > now) wake_at(moved_ + kPointerStays);
  if (notes_) wake_at(now + (talk_.paused ? platform::next_minute() : 1.0 - (talk_.elapsed - std::floor(talk_.elapsed))));
}

/// The strip is as high as the step with the most words needs: the map stays where it is from step to step. A page has its own.
void Present::lay_out(const World& world, const State& state, const ui::UiFonts& fonts, const platform::Viewport& screen, ui::Layout& layout) {
  page_ = false;
  if (talk_.exploring) return;
  const Story* story = story_of(world, state.view);
  if (!step_at(story, state.view.step)) {
    layout = ui::stage_layout(screen.width, screen.height, 0, world.tr.rightward());  // the story is still to come
    return;
  }
  words_ = words_of(world, *story, state.view.step);
  page_ = is_page(state.view);
  if (page_) {
    layout = ui::stage_page(screen.width, screen.height, ui::stage_strip(fonts, words_, screen.width, screen.height), state.view, world.tr.rightward());
    return;
  }
  std::string of = fmt::format("{}|{}|{}|{}|{}", story->id, world.tr.code(), screen.width, screen.height, screen.pixel_ratio);
  if (of != measured_) {
    measured_ = std::move(of);
    strip_ = 0;
    for (int i = 0; i < static_cast<int>(story->steps.size()); ++i) {
      if (!is_page(story->steps[static_cast<std::size_t>(i)].state.view))
        strip_ = std::max(strip_, ui::stage_strip(fonts, words_of(world, *story, i), screen.width, screen.height));
    }
  }
  layout = ui::stage_layout(screen.width, screen.height, strip_, world.tr.rightward());
  octaves_ = ui::stage_octaves(layout.map);
}

bool Present::draw_stage(const ui::Ui& u) {
  if (notes_ && notes_->closed()) notes_.reset();
  if (notes_) draw_notes(u);
  if (u.layout.form != ui::Form::stage && !page_) return false;
  ui::stage(u, talk_, words_, code_ ? &*code_ : nullptr, moved_ + kPointerStays > platform::seconds());
  return !page_;
}

void Present::draw_notes(const ui::Ui& u) {
  const auto told = std::find_if(u.world.stories.begin(), u.world.stories.end(), [&](const Story& s) { return s.id == wish_.story; });
  const Story* story = told == u.world.stories.end() ? nullptr : &*told;
  const StoryStep *now = step_at(story, talk_.step), *next = step_at(story, talk_.step + 1);
  if (!now) return;
  const Translator& tr = u.tr();
  const std::string_view code = tr.code();
  const auto doing = [&]() -> std::string {
    if (talk_.exploring) return tr("present.exploring");
    if (talk_.black) return tr("present.black");
    return talk_.digits.empty() ? "" : talk_.digits + "…";
  };
  ui::NotesSheet sheet{now->title.in(code), tr("story.of", talk_.step + 1, talk_.steps), with_figures(now->notes.in(code), u.world),
                       next ? next->title.in(code) : "", platform::local_time(), clock_words(talk_.elapsed), doing(),
                       code_ && is_local(code_->link) ? tr("share.local") : "", talk_.paused};
  if (!notes_->take_stirred() && sheet == sheet_) return;
  sheet_ = std::move(sheet);
  notes_->begin();
  ui::speaker_notes(u.fonts, u.palette, tr, sheet_);
  notes_->end();
}

void Present::keep(const Parts&) { tell(); }

void Present::tell() {
  std::string words = fmt::format(
      R"({{"type":"talk","story":"{}","step":{},"steps":{},"black":{},"exploring":{},"qr":{},"laser":{},"scale":{},"kiosk":{},"paused":{},"notes":{},"page":{}}})", wish_.story,
      talk_.step, talk_.steps, talk_.black, talk_.exploring, talk_.qr, talk_.laser, talk_.scale, talk_.kiosk.value_or(0), talk_.paused, notes_ != nullptr, page_);
  if (!ready_ || words == told_) return;
  told_ = std::move(words);
  platform::tell_page(told_);
}

}  // namespace gs
