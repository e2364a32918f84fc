#include <algorithm>

#include "sim/totals.hpp"
#include "text/problem.hpp"
#include "ui/own_parts.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

constexpr std::size_t kPreviewRows = 8, kShownProblems = 100;
constexpr float kProblemsHeight = 230.0f;

void wish(const Ui& ui, OwnWish what) {
  if (ui.own_wish) *ui.own_wish = what;
}

/// Buttons one after the other, in as many lines as they need.
class Buttons {
 public:
  explicit Buttons(const Ui& ui) : ui_(ui), right_(ImGui::GetWindowContentRegionMax().x) {}
  bool add(const char* id, const char* key, bool strong = false) {
    const std::string& label = ui_.tr()(key);
    const float width = text_width(ui_.fonts.body_bold, label) + 24.0f;
    if (!first_ && end_ + 8.0f + width <= right_) ImGui::SameLine(0, 8);
    first_ = false;
    end_ = ImGui::GetCursorPosX() + width;
    return button(ui_, id, label, strong, width);
  }

 private:
  const Ui& ui_;
  float right_, end_ = 0;
  bool first_ = true;
};

std::string counts(const Ui& ui, const OwnData& d) {
  std::string words = ui.tr()("own.counts", d.projects.size(), d.routes.size());
  if (!d.problems.empty()) words += " · " + ui.tr()("own.problem_count", d.problems.size());
  return words;
}

void table_row(const Ui& ui, std::string_view name, std::string_view note, std::string_view value) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, value_width = text_width(ui.fonts.small, value);
  ImDrawList* d = ImGui::GetWindowDrawList();
  text_at(d, ui.fonts.body, {at.x, at.y + 3}, ui.palette.ink, shortened(ui.fonts.body, name, width - value_width - 12));
  text_at(d, ui.fonts.small, {at.x + width - value_width, at.y + 5}, ui.palette.ink, value);
  text_at(d, ui.fonts.small, {at.x, at.y + 22}, ui.palette.secondary, shortened(ui.fonts.small, note, width));
  d->AddLine({at.x, at.y + 42.5f}, {at.x + width, at.y + 42.5f}, u32(ui.palette.hairline));
  ImGui::Dummy({width, 44});
}

/// The first rows as they were understood.
void preview(const Ui& ui, const OwnData& d) {
  const Translator& tr = ui.tr();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 0));
  std::size_t n = 0;
  for (const Project& p : d.projects) {
    if (n == kPreviewRows) break;
    ++n;
    std::string note = tech_name(ui, p.technology) + " · " + country_name(ui.world, p.country) + " · " + status_name(ui, p.status);
    if (p.commissioning_year) note += fmt::format(" {}", *p.commissioning_year);
    table_row(ui, p.name, note, p.capacity ? figure(*p.capacity, tr).text() : "");
  }
  for (const Route& r : d.routes) {
    if (n == kPreviewRows) break;
    ++n;
    std::string note;
    for (const std::string& c : r.countries) note += (note.empty() ? "" : ", ") + country_name(ui.world, c);
    table_row(ui, r.name, note, tr("own.points", r.points.size()));
  }
  const std::size_t all = d.projects.size() + d.routes.size();
  if (all > n) text(ui.fonts.small, ui.palette.secondary, tr("own.more", all - n));
  ImGui::PopStyleVar();
}

/// "file:7:capacity_mw" as row and column in words; the file's name where there is no more.
std::string place_words(const Ui& ui, const Error& e) {
  const std::string& where = e.where;
  const std::size_t last = where.rfind(':');
  if (last == std::string::npos) return where;
  const auto is_number = [](std::string_view s) { return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; }); };
  if (is_number(std::string_view(where).substr(last + 1))) return ui.tr()("own.row", where.substr(last + 1));
  const std::size_t before = where.rfind(':', last - 1);
  if (last == 0 || before == std::string::npos || !is_number(std::string_view(where).substr(before + 1, last - before - 1))) return where;
  return ui.tr()("own.row_column", where.substr(before + 1, last - before - 1), where.substr(last + 1));
}

void problem(const Ui& ui, const Error& e) {
  text(ui.fonts.small_bold, ui.palette.ink, place_words(ui, e), true);
  const std::vector<std::string> parts = parts_of(e, ui.tr());
  text(ui.fonts.small, parts.size() > 1 ? ui.palette.secondary : ui.palette.ink, parts.front(), true);
  for (std::size_t i = 1; i < parts.size(); ++i) text(ui.fonts.small, ui.palette.warning, parts[i], true);
  gap(4);
}

void problems(const Ui& ui, const OwnData& d) {
  if (d.problems.empty()) return;
  gap(12);
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("own.problems", d.problems.size()));
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("own.problems_note"), true);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, v4(ui.palette.inset));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(10, 8));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 2));
  const float needed = 16.0f + 62.0f * static_cast<float>(d.problems.size());
  if (ImGui::BeginChild("problems", {0, std::min(kProblemsHeight, needed)}, ImGuiChildFlags_AlwaysUseWindowPadding)) {
    for (std::size_t i = 0; i < std::min(d.problems.size(), kShownProblems); ++i) problem(ui, d.problems[i]);
    if (d.problems.size() > kShownProblems) text(ui.fonts.small, ui.palette.secondary, ui.tr()("own.more", d.problems.size() - kShownProblems));
    ImGui::Dummy({0, 0});  // the child reaches to where the cursor is
  }
  ImGui::EndChild();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
  gap(4);
  if (button(ui, "copy", ui.tr()("own.copy"), false)) wish(ui, OwnWish::copy_problems);
}

void dropped(const Ui& ui, const OwnSheet& sheet) {
  const OwnData& d = sheet.dropped;
  text(ui.fonts.body_bold, ui.palette.ink, shortened(ui.fonts.body_bold, d.file, ImGui::GetContentRegionAvail().x));
  text(ui.fonts.small, ui.palette.secondary, counts(ui, d), true);
  gap(6);
  Buttons buttons(ui);
  if (!d.empty()) {
    if (buttons.add("add", "own.add", true)) wish(ui, OwnWish::add);
    if (!sheet.joined.empty() && buttons.add("replace", "own.replace")) wish(ui, OwnWish::replace);
  }
  if (buttons.add("discard", "own.discard")) wish(ui, OwnWish::discard);
  if (d.empty()) text(ui.fonts.small, ui.palette.warning, ui.tr()("own.nothing"), true);
  gap(6);
  preview(ui, d);
  problems(ui, d);
}

void on_the_map(const Ui& ui, const OwnSheet& sheet, Actions& out) {
  const Translator& tr = ui.tr();
  text(ui.fonts.body_bold, ui.palette.ink, tr("own.on_map"));
  text(ui.fonts.small, ui.palette.secondary, counts(ui, sheet.joined), true);
  if (sheet.joining) {
    text(ui.fonts.small, ui.palette.secondary, tr("own.joining"), true);
  } else {
    const Total total = own_total(ui.world.portfolio, ui.world.results);
    if (total.projects > 0)
      text(ui.fonts.small, ui.palette.ink, tr("own.total", total.projects, figure(total.avoided.best, tr).text(), range_text(total.avoided, tr)), true);
    text(ui.fonts.small, ui.palette.secondary, tr("own.total_note"), true);
  }
  gap(6);
  Buttons buttons(ui);
  if (!sheet.joining && buttons.add("show", "own.show")) {
    const Selection first = sheet.joined.projects.empty() ? Selection{SelectionKind::route, sheet.joined.routes.front().id}
                                                          : Selection{SelectionKind::project, sheet.joined.projects.front().id};
    out.push_back(action::Select{first});
    out.push_back(action::FlyTo{first});
    out.push_back(action::SetPanel{Panel::none});
  }
  if (buttons.add("csv", "own.csv")) wish(ui, OwnWish::save_csv);
  if (buttons.add("geojson", "own.geojson")) wish(ui, OwnWish::save_geojson);
  if (buttons.add("remove", "own.remove")) wish(ui, OwnWish::remove);
}

void how_to(const Ui& ui, bool can_choose) {
  const Translator& tr = ui.tr();
  text(ui.fonts.small, ui.palette.ink, tr(can_choose ? "own.drop_page" : "own.drop_window"), true);
  text(ui.fonts.small, ui.palette.accent, tr("own.promise"), true);
  gap(4);
  Buttons buttons(ui);
  if (can_choose && buttons.add("choose", "own.choose")) wish(ui, OwnWish::choose);
  if (buttons.add("template", "own.template")) wish(ui, OwnWish::save_template);
  for (const auto& [head, how] : {std::pair{"own.projects_head", "own.projects_how"}, {"own.lines_head", "own.lines_how"}, {"own.climate_head", "own.climate_how"}}) {
    gap(14);
    text(ui.fonts.small_bold, ui.palette.ink, tr(head));
    gap(4);
    text(ui.fonts.small, ui.palette.secondary, tr(how), true);
  }
  gap(14);
  text(ui.fonts.small, ui.palette.secondary, tr("own.limits", kMostOwnBytes / 1'000'000, whole(static_cast<double>(kMostOwnRows), tr)), true);
}

}  // namespace

void own_view(const Ui& ui, Actions& out) {
  panel_head(ui, ui.tr()("own.kind"), ui.tr()("own.title"), out);
  if (!ui.own) return;
  const OwnSheet& sheet = *ui.own;
  gap(4);
  if (sheet.has_dropped) {
    dropped(ui, sheet);
    rule(ui, 12, 12);
  }
  if (!sheet.joined.empty()) {
    on_the_map(ui, sheet, out);
    if (!sheet.has_dropped) {
      gap(8);
      preview(ui, sheet.joined);
    }
    rule(ui, 12, 12);
  }
  how_to(ui, sheet.can_choose);
}

}  // namespace gs::ui
