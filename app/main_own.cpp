#include "main_own.hpp"

#include "export/own_export.hpp"
#include "platform/platform.hpp"
#include "scene/data_checks.hpp"
#include "text/problem.hpp"
#include "units/problem.hpp"

namespace gs {

bool OwnRows::take_files(const Assets& assets, const Other& other) {
  sheet_.can_choose = platform::can_choose_file();
  OwnData came;
  bool any = false;
  while (const auto file = platform::take_dropped()) {
    if (file->failure.empty() && other(file->name, file->bytes)) continue;
    if (!checks_.country_at) checks_ = own_checks_of(assets.base);
    OwnData one;
    if (file->failure.empty()) {
      one = read_own_data(file->name, file->bytes, checks_, file->size);
    } else {
      one.file = file->name;
      one.problems.push_back(error_at(file->name, what("problem.unreadable", "{}", file->failure)));
    }
    came = any ? merged(std::move(came), std::move(one)) : std::move(one);
    any = true;
  }
  if (!any) return false;
  sheet_.dropped = std::move(came);
  sheet_.has_dropped = true;
  return stirred_ = true;
}

bool OwnRows::take_changed(const Simulation& simulation) {
  const bool ended = was_changing_ && !simulation.changing();
  was_changing_ = sheet_.joining = simulation.changing();
  stirred_ = stirred_ || ended;
  return ended;
}

void OwnRows::bring(OwnData own, const Assets& assets, Simulation& simulation) {
  if (!base_) base_ = assets.portfolio;
  sheet_.joined = std::move(own);
  sheet_.dropped = {};
  sheet_.has_dropped = false;
  simulation.change(joined(*base_, sheet_.joined));
  was_changing_ = sheet_.joining = stirred_ = true;
}

void OwnRows::save(const char* name, const std::string& bytes, Effects& effects, const Translator& tr) {
  if (bytes.empty()) return;
  std::string path;
  if (const auto failure = platform::save_file(name, bytes, path)) effects.say(failure->where + ": " + failure->what, true);
  else effects.say(tr("export.done", path.empty() ? name : path), false);
}

void OwnRows::carry_out(const Assets& assets, Simulation& simulation, Effects& effects, const Translator& tr) {
  switch (std::exchange(wish, OwnWish::none)) {
    case OwnWish::none: return;
    case OwnWish::choose: return platform::choose_file();
    case OwnWish::add: return bring(merged(sheet_.joined, sheet_.dropped), assets, simulation);
    case OwnWish::replace: return bring(sheet_.dropped, assets, simulation);
    case OwnWish::remove: return bring({}, assets, simulation);
    case OwnWish::discard:
      sheet_.dropped = {};
      sheet_.has_dropped = false;
      stirred_ = true;
      return;
    case OwnWish::save_template: return save("own-projects.csv", own_template_csv(), effects, tr);
    case OwnWish::save_csv:
      save("own-projects.csv", own_projects_csv(sheet_.joined), effects, tr);
      return save("own-lines.csv", own_lines_csv(sheet_.joined), effects, tr);
    case OwnWish::save_geojson: return save("own-data.geojson", own_geojson(sheet_.joined), effects, tr);
    case OwnWish::copy_problems: {
      std::string text;
      for (const Error& e : (sheet_.has_dropped ? sheet_.dropped : sheet_.joined).problems) text += placed_words(e, tr) + "\n";
      platform::copy_text(text);
      return effects.say(tr("own.copied"), false);
    }
  }
}

}  // namespace gs
