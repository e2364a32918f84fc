#include "scene/embed.hpp"

#include <algorithm>

#include "scene/story.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

/// The end of the sentence that begins at `from`; a point within a number ends none.
std::size_t sentence_end(std::string_view text, std::size_t from) {
  static constexpr std::string_view kEnds[]{". ", "! ", "? ", "\u061f ", "。", "！", "？"};
  std::size_t end = text.size();
  for (const std::string_view mark : kEnds) {
    const std::size_t at = text.find(mark, from);
    if (at != std::string_view::npos) end = std::min(end, at + mark.size());
  }
  return end;
}

std::string_view without_space(std::string_view s) {
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

EmbedHead head_of_all(const World& w, int year, const Total& total) {
  const Translator& tr = w.tr;
  if (w.results.projects.empty()) return {tr("embed.title"), ""};
  const std::string range = tr("totals.range", range_text(total.avoided, tr));
  return {tr("embed.title"), tr("embed.total", year, figure(total.avoided.best, tr).text(), range)};
}

}  // namespace

EmbedHead embed_head(const World& w, const State& s, const Total& total) {
  if (const StoryStep* step = step_of(w, s.view)) return {step->title.in(w.tr.code()), with_figures(step->text.in(w.tr.code()), w), true};
  if (const auto card = embed_card(w, s)) return {card->name, card->saving.empty() ? card->kind : card->saving};
  return head_of_all(w, s.scenario.year, total);
}

std::vector<Category> embed_legend(const ViewState& v) {
  std::vector<Category> out;
  for (int i = 0; i < kCategoryCount; ++i) {
    const auto c = static_cast<Category>(i);
    const bool shown = c == Category::locomotive ? shows(v, Layer::locomotives) : shows(v, Layer::sites) && (v.categories >> i & 1u) != 0;
    if (shown) out.push_back(c);
  }
  return out;
}

int embed_steps(const World& w, const ViewState& v) {
  const Story* story = story_of(w, v);
  return story ? static_cast<int>(story->steps.size()) : 0;
}

std::string whole_sentences(std::string_view text, const std::function<bool(std::string_view)>& fits) {
  std::size_t end = sentence_end(text, 0);
  for (std::size_t next = end; next < text.size();) {
    next = sentence_end(text, next);
    if (!fits(without_space(text.substr(0, next)))) break;
    end = next;
  }
  return std::string(without_space(text.substr(0, end)));
}

State as_embedded(State s) {
  s = reduce(std::move(s), action::SetPanel{Panel::none});
  s = reduce(std::move(s), action::ShowWorking{Worked::none});
  return s.view.time == TimeScale::years ? s : reduce(std::move(s), action::SetTimeScale{TimeScale::years});
}

std::string explorer_address(std::string_view page, std::string_view fragment) {
  static constexpr std::string_view kEmbed = "/embed.html", kExplorer = "/index.html";
  std::string address(page.substr(0, page.find_first_of("?#")));
  if (address.ends_with(kEmbed)) address.replace(address.size() - kEmbed.size(), kEmbed.size(), kExplorer);
  return fragment.empty() ? address : address + "#" + std::string(fragment);
}

}  // namespace gs
