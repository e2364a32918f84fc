#include <algorithm>

#include "ui/laboratory.hpp"
#include "ui/table_view.hpp"

/// The filters above the table: those of the map, so that both show the same rows.
namespace gs::ui {
namespace {

/// A tick that stays open when it is pressed: several can be chosen.
bool tick_item(const Ui& ui, std::string_view label, std::string_view note, bool on, std::optional<Category> category = std::nullopt) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float h = ui.control() - 6.0f, width = std::max(ImGui::GetContentRegionAvail().x, 216.0f);
  ImGui::PushID(label.data(), label.data() + label.size());
  const bool pressed = press("tick", {width, h});
  ImDrawList* d = ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) d->AddRectFilled({at.x - 6, at.y}, {at.x + width + 6, at.y + h}, u32(ui.palette.inset), 4);
  const float y = at.y + 0.5f * h;
  d->AddRect({at.x + 0.5f, y - 7.5f}, {at.x + 15.5f, y + 7.5f}, u32(on ? ui.palette.accent : ui.palette.control_edge), 3, 0, 1.2f);
  if (on) {
    const ImVec2 mark[3]{{at.x + 3.5f, y}, {at.x + 7.0f, y + 3.5f}, {at.x + 12.5f, y - 3.5f}};
    d->AddPolyline(mark, 3, u32(ui.palette.accent), 0, 2.0f);
  }
  float x = at.x + 26;
  if (category) symbol(d, {x + 6, y}, 6.0f, *category, Fill::solid, Badge::none, ui.palette), x += 22;
  text_at(d, ui.fonts.body, {x, y - 9.5f}, ui.palette.ink, label);
  text_at(d, ui.fonts.small, {at.x + width - text_width(ui.fonts.small, note), y - 8}, ui.palette.secondary, note);
  focus_ring(ui);
  ImGui::PopID();
  return pressed;
}

void country_chip(const Ui& ui, float most, Actions& out) {
  const std::string& chosen = ui.state.view.country;
  if (!begin_chip(ui, "country", ui.tr()("table.head.country"), chosen.empty() ? ui.tr()("filter.all") : country_name(ui.world, chosen), most)) return;
  if (menu_item(ui, ui.tr()("filter.all_countries"), chosen.empty())) out.push_back(action::SetCountry{""});
  for (const auto& [name, code] : project_countries(ui.world))
    if (menu_item(ui, name, code == chosen)) out.push_back(action::SetCountry{code});
  end_chip();
}

/// "all", the one that is left, or "5 of 8".
template <class Name>
std::string chosen_words(const Ui& ui, std::uint32_t bits, int count, Name name) {
  int on = 0, last = 0;
  for (int i = 0; i < count; ++i)
    if ((bits >> i & 1u) != 0) ++on, last = i;
  if (on == count) return ui.tr()("filter.all");
  return on == 1 ? name(last) : ui.tr()("filter.some", on, count);
}

/// Ticks of what a filter lets through, with how many rows each has. `more` adds to the list.
template <class Toggle, class Name, class Counts>
void ticks_chip(const Ui& ui, const char* id, const char* caption, std::uint32_t bits, int count, const Counts& rows, Name name, float most, Actions& out,
                bool symbols = false, void (*more)(const Ui&, Actions&) = nullptr) {
  if (!begin_chip(ui, id, ui.tr()(caption), chosen_words(ui, bits, count, name), most)) return;
  for (int i = 0; i < count; ++i) {
    const std::string held = fmt::format("{}", rows[static_cast<std::size_t>(i)]);
    if (tick_item(ui, name(i), held, (bits >> i & 1u) != 0, symbols ? std::optional(static_cast<Category>(i)) : std::nullopt))
      out.push_back(Toggle{static_cast<std::uint8_t>(i)});
  }
  if (more) more(ui, out);
  end_chip();
}

void hidden_rows(const Ui& ui, Actions& out) {
  ImGui::Separator();
  if (tick_item(ui, ui.tr()("filter.hidden"), "", ui.state.view.show_hidden)) out.push_back(action::ShowHidden{!ui.state.view.show_hidden});
}

void technology_chip(const Ui& ui, float most, Actions& out) {
  constexpr int kCategories = kCategoryCount - 1;  // locomotives are no projects
  const auto name = [&](int i) { return ui.tr()("category." + std::string(id_of(static_cast<Category>(i)))); };
  ticks_chip<action::ToggleCategory>(ui, "technology", "table.head.technology", ui.state.view.categories, kCategories, ui.list.by_category, name, most, out, true);
}

void status_chip(const Ui& ui, float most, Actions& out) {
  const auto name = [&](int i) { return status_name(ui, static_cast<Status>(i)); };
  ticks_chip<action::ToggleStatus>(ui, "status", "table.head.status", ui.state.view.statuses, kStatusCount, ui.list.by_status, name, most, out, false, hidden_rows);
}

void confidence_chip(const Ui& ui, float most, Actions& out) {
  const auto name = [&](int i) { return confidence_name(ui, static_cast<Confidence>(i)); };
  ticks_chip<action::ToggleConfidence>(ui, "confidence", "table.head.confidence", ui.state.view.confidences, kConfidenceCount, ui.list.by_confidence, name, most, out);
}

/// The scenario's year, which the timeline sets elsewhere: a step back and forth, and a list of every fifth.
void year_chip(const Ui& ui, Actions& out) {
  const int year = ui.state.scenario.year;
  if (button(ui, "earlier", "‹", false, ui.control())) out.push_back(action::SetYear{year - 1});
  ImGui::SameLine(0, 4);
  if (begin_chip(ui, "year", ui.tr()("table.as_of"), fmt::format("{}", year), 200.0f)) {
    for (int y = 2010; y <= kLastYear; y += y < 2040 ? 1 : 5)
      if (menu_item(ui, fmt::format("{}", y), y == year)) out.push_back(action::SetYear{y});
    end_chip();
  }
  ImGui::SameLine(0, 4);
  if (button(ui, "later", "›", false, ui.control())) out.push_back(action::SetYear{year + 1});
}

/// The span of years that was drawn in the chart; a press takes it away.
std::string built_words(const Ui& ui, YearSpan years) {
  const std::string span = years.first == years.last ? fmt::format("{}", years.first) : fmt::format("{}–{}", years.first, years.last);
  return ui.tr()("filter.built", span);
}

}  // namespace

void table_filters(const Ui& ui, TableWishes& wishes, Actions& out) {
  const float right = ui.layout.panel.w - ImGui::GetCursorPosX(), left = ImGui::GetCursorPosX();
  // Chips stand side by side and go on in the next line where they find no room.
  float next = left;
  const auto place = [&](float width) {
    if (next > left && next + width <= right) ImGui::SameLine(0, 8);
    else if (next > left) next = left;
  };
  const auto after = [&] { next = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + 8; };
  const auto chip_width = [&](std::string_view caption, std::string_view value) { return text_width(ui.fonts.body, caption) + text_width(ui.fonts.body_bold, value) + 54.0f; };
  const float most = std::min(330.0f, right - left);
  const Translator& tr = ui.tr();
  const auto group = [&](float width, auto draw) {
    place(width);
    ImGui::BeginGroup();
    draw();
    ImGui::EndGroup();
    after();
  };
  const std::string country = ui.state.view.country.empty() ? tr("filter.all") : country_name(ui.world, ui.state.view.country);
  group(std::min(most, chip_width(tr("table.head.country"), country)), [&] { country_chip(ui, most, out); });
  group(chip_width(tr("table.head.technology"), tr("filter.some", 8, 8)), [&] { technology_chip(ui, most, out); });
  group(chip_width(tr("table.head.status"), tr("filter.some", 5, 5)), [&] { status_chip(ui, most, out); });
  group(chip_width(tr("table.head.confidence"), tr("filter.some", 3, 3)), [&] { confidence_chip(ui, most, out); });
  if (const auto& built = ui.state.view.built) {
    const std::string words = built_words(ui, *built);
    group(text_width(ui.fonts.body_bold, words) + 24.0f, [&] { if (button(ui, "built", words, true)) out.push_back(action::SetBuilt{}); });
  }
  group(chip_width(tr("table.as_of"), "2026") + 2 * ui.control() + 8, [&] { year_chip(ui, out); });
  const auto key_width = [&](const char* key) { return text_width(ui.fonts.body, tr(key)) + 24.0f; };
  if (is_filtered(ui.state.view)) group(key_width("filter.reset"), [&] { if (button(ui, "reset", tr("filter.reset"), false, 0, false)) out.push_back(action::ResetFilters{}); });
  group(key_width("table.csv"), [&] { if (button(ui, "csv", tr("table.csv"), false)) wishes.csv = true; });
}

}  // namespace gs::ui
