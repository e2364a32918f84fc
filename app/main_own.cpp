#include "main_own.hpp"

#include "export/own_export.hpp"
#include "platform/platform.hpp"
#include "scene/data_checks.hpp"
#include "text/problem.hpp"
#include "units/problem.hpp"

namespace gs {

OwnData OwnRows::read(const KeptFile& file, std::size_t size, const Assets& assets) {
  if (!checks_.country_at) checks_ = own_checks_of(assets.base);
  return read_own_data(file.name, file.bytes, checks_, size);
}

OwnData OwnRows::read(const std::vector<KeptFile>& files, const Assets& assets) {
  OwnData all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    OwnData one = read(files[i], 0, assets);
    all = i == 0 ? std::move(one) : merged(std::move(all), std::move(one));
  }
  return all;
}

void OwnRows::look_at(OwnData came, std::vector<KeptFile> files) {
  sheet_.dropped = std::move(came);
  waiting_ = std::move(files);
  stirred_ = sheet_.has_dropped = true;
  ++revision_;
}

bool OwnRows::take_files(const Assets& assets, const Other& other) {
  sheet_.can_choose = platform::can_choose_file();
  OwnData came;
  std::vector<KeptFile> files;
  bool any = false;
  while (auto file = platform::take_dropped()) {
    if (file->failure.empty() && other(*file)) continue;
    OwnData one;
    if (file->failure.empty()) {
      KeptFile kept{file->name, std::move(file->bytes)};
      one = read(kept, file->size, assets);
      if (kept.bytes.size() == file->size) files.push_back(std::move(kept));
    } else {
      one.file = file->name;
      one.problems.push_back(error_at(file->name, what("problem.unreadable", "{}", file->failure)));
    }
    came = any ? merged(std::move(came), std::move(one)) : std::move(one);
    any = true;
  }
  if (any) look_at(std::move(came), std::move(files));
  return any;
}

void OwnRows::restore(std::vector<KeptFile> files, std::vector<KeptFile> waiting, const Assets& assets, Simulation& simulation) {
  if (!files.empty() || !sheet_.joined.empty()) {
    OwnData rows = read(files, assets);
    bring(std::move(rows), std::move(files), assets, simulation);
  }
  if (!waiting.empty()) {
    OwnData rows = read(waiting, assets);
    look_at(std::move(rows), std::move(waiting));
  } else if (sheet_.has_dropped) {
    discard();
  }
}

bool OwnRows::take_changed(const Simulation& simulation) {
  const bool ended = was_changing_ && !simulation.changing();
  was_changing_ = sheet_.joining = simulation.changing();
  stirred_ = stirred_ || ended;
  return ended;
}

void OwnRows::discard() {
  sheet_.dropped = {};
  waiting_.clear();
  sheet_.has_dropped = false;
  stirred_ = true;
  ++revision_;
}

void OwnRows::bring(OwnData own, std::vector<KeptFile> files, const Assets& assets, Simulation& simulation) {
  if (!base_) base_ = assets.portfolio;
  sheet_.joined = std::move(own);
  files_ = std::move(files);
  discard();
  simulation.change(joined(*base_, sheet_.joined));
  was_changing_ = sheet_.joining = true;
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
    case OwnWish::add: {
      std::vector<KeptFile> files = files_;
      files.insert(files.end(), waiting_.begin(), waiting_.end());
      OwnData all = sheet_.joined;
      // One after the other, as from a session's file: the same digest.
      for (const KeptFile& file : waiting_) all = merged(std::move(all), read(file, 0, assets));
      return bring(std::move(all), std::move(files), assets, simulation);
    }
    case OwnWish::replace: return bring(sheet_.dropped, waiting_, assets, simulation);
    case OwnWish::remove: return bring({}, {}, assets, simulation);
    case OwnWish::discard: return discard();
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
