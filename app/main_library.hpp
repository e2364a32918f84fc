#pragma once
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scene/policy.hpp"
#include "scene/story.hpp"
#include "state/session.hpp"

namespace gs {

/// Stories and the page of policy, read when they are first wanted.
class Library {
 public:
  using Failed = std::function<void(const Error&)>;
  /// Once a frame; `failed` hears of what could not be read.
  void follow(const ViewState&, const Failed& failed);
  std::span<const Story> stories() const { return stories_; }
  /// Even while none is told and none are listed.
  void want_stories() { wanted_ = true; }
  /// All that could be read have come.
  bool has_stories() const { return asked_ && pending_ == 0; }
  const Policy* policy() const { return policy_ ? &*policy_ : nullptr; }
  const Story* story(std::string_view id) const;

  /// Takes a file that the person dropped or chose, where it is a story's; what is wrong in it is said by follow().
  bool take_file(const std::string& name, std::string_view bytes);
  /// The id of the story that came last so, once.
  std::optional<std::string> take_opened() { return std::exchange(opened_, std::nullopt); }

  /// The story that the reader writes: a link a step, and its file with room for the words.
  void keep(std::string link) { kept_.push_back(std::move(link)); }
  std::size_t kept() const { return kept_.size(); }
  const std::vector<std::string>& kept_links() const { return kept_; }
  std::string written() const;

  /// The files of the reader's own stories; another revision where they are others.
  const std::vector<KeptFile>& files() const { return files_; }
  unsigned revision() const { return revision_; }
  /// Others in place of the reader's own, and of the views kept; none of them begins. What cannot be read is among the errors.
  std::vector<Error> restore(std::vector<KeptFile> stories, std::vector<std::string> views);

 private:
  /// The id that the story has then.
  Result<std::string> add(KeptFile);
  void arrived(std::size_t place, std::string bytes, const Failed& failed);

  bool asked_ = false, wanted_ = false, read_policy_ = false;
  std::vector<std::optional<Story>> fetched_;  ///< in their order, as they come
  std::size_t pending_ = 0;
  std::vector<Story> stories_;  ///< the reader's own last
  std::optional<std::string> opened_;
  std::optional<Error> wrong_;
  std::optional<Policy> policy_;
  std::vector<std::string> kept_;
  std::vector<KeptFile> files_;
  std::vector<std::string> ids_;  ///< of the stories in those
  unsigned revision_ = 0;
};

}  // namespace gs
