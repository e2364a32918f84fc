#include "main_library.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "own_files.hpp"
#include "own_stories.hpp"
#include "platform/platform.hpp"

namespace gs {
const Story* Library::story(std::string_view id) const {
  for (const Story& s : stories_)
    if (s.id == id) return &s;
  return nullptr;
}

std::string Library::written() const {
  const nlohmann::ordered_json none{{"en", ""}, {"zh", ""}, {"ru", ""}, {"ar", ""}};
  nlohmann::ordered_json story{{"id", "my-story"}, {"version", 1}, {"title", none}, {"summary", none}, {"steps", nlohmann::ordered_json::array()}};
  for (const std::string& link : kept_)
    story["steps"].push_back({{"link", link}, {"title", none}, {"text", none}, {"sources", nlohmann::ordered_json::array()}});
  return story.dump(1) + "\n";
}

void Library::arrived(std::size_t place, std::string bytes, const Failed& failed) {
  auto read = read_story(file_of_story(kStories[place]), bytes);
  if (read) fetched_[place] = std::move(*read);
  else failed(read.error());
  if (--pending_ > 0) return;
  std::vector<Story> all;
  for (auto& s : fetched_)
    if (s) all.push_back(std::move(*s));
  for (Story& own : stories_) all.push_back(std::move(own));
  stories_ = std::move(all);
}

Result<std::string> Library::add(KeptFile file) {
  auto read = read_story(file.name, file.bytes);
  if (!read) return read.error();
  std::string id = add_own(stories_, std::move(*read), kStories);
  const auto same = std::find(ids_.begin(), ids_.end(), id);
  if (same != ids_.end()) {
    files_[static_cast<std::size_t>(same - ids_.begin())] = std::move(file);
  } else {
    ids_.push_back(id);
    files_.push_back(std::move(file));
  }
  ++revision_;
  return id;
}

bool Library::take_file(const std::string& name, std::string_view bytes) {
  if (!is_story_file(bytes)) return false;
  auto id = add({name, std::string(bytes)});
  if (id) opened_ = std::move(*id);
  else wrong_ = id.error();
  return true;
}

std::vector<Error> Library::restore(std::vector<KeptFile> stories, std::vector<std::string> views) {
  std::erase_if(stories_, [](const Story& s) { return s.own; });
  files_.clear();
  ids_.clear();
  ++revision_;
  kept_ = std::move(views);
  std::vector<Error> wrong;
  for (KeptFile& file : stories)
    if (auto id = add(std::move(file)); !id) wrong.push_back(id.error());
  return wrong;
}

void Library::follow(const ViewState& v, const Failed& failed) {
  if (wrong_) failed(*std::exchange(wrong_, std::nullopt));
  if (v.panel == Panel::policy && !read_policy_) {
    read_policy_ = true;
    const auto bytes = read_own("data/policy.json");
    const auto read = bytes ? read_policy(*bytes) : Result<Policy>(bytes.error());
    if (read) policy_ = *read;
    else failed(read.error());
  }
  if (asked_ || (v.panel != Panel::stories && v.story.empty() && !wanted_)) return;
  asked_ = true;
  fetched_.resize(kStories.size());
  pending_ = kStories.size();
  for (std::size_t i = 0; i < kStories.size(); ++i) {
    platform::request_asset(file_of_story(kStories[i]), [this, i, failed](std::optional<platform::Failure> failure, std::string bytes) {
      if (failure) failed({failure->where, failure->what});
      arrived(i, failure ? "" : std::move(bytes), failure ? Failed([](const Error&) {}) : failed);
      platform::wake();
    });
  }
}

}  // namespace gs
