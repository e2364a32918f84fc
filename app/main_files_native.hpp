#pragma once
#include <optional>
#include <string>
#include <vector>

#include "main_desktop.hpp"
#include "main_recent_native.hpp"
#include "platform/dialog_native.hpp"
#include "platform/keep_native.hpp"
#include "state/session.hpp"
#include "ui/files_menu_native.hpp"

namespace gs {

/// The session and its files. What a reader does is kept at once in a file of the program's own (autosave), so that its end at any
/// moment loses nothing; what is replaced by another session stays among the recent ones.
class Files final : public Desktop, private ui::BarEnd {
 public:
  /// `given`: a link or a session's file, or empty: then the session of a program that was ended, or the last one, comes back.
  explicit Files(const std::string& given);
  ~Files() override;
  /// What the explorer begins with.
  const std::string& link() const { return first_; }

  bool take_file(const platform::Dropped&) override;
  bool begin(const Parts&) override;
  void keep(const Parts&) override;
  ui::BarEnd* bar_end() override { return this; }

 private:
  /// A session that is to take the place of the present one.
  struct Due {
    Session session;
    std::vector<Error> ignored;
    std::optional<platform::Kept> kept;  ///< the file in which it was kept, if it goes on there
    bool restored = false;               ///< of a program that was ended
  };

  // How it begins.
  void look_for_left_behind(bool take_one);

  // Opening.
  void due_file(const std::string& path);
  void due_kept(platform::Kept);
  void due_bytes(const std::string& name, const std::string& path, const std::string& bytes);
  void due_new(const State&);
  void open(Due, const Parts&);
  void leave_present(const Parts&);

  // Saving.
  void save(const std::string& path, bool asked, const Parts&);
  void answered(const platform::FileAnswer&, bool save, const Parts&);
  void ask(bool save, const Parts&);
  void carry_out(const ui::FilesWish&, const Parts&);

  // Keeping.
  void note_changes(const Parts&);
  void note_look(const ViewState&);
  void autosave(const Parts&);
  void write_kept(bool closed);
  std::string name() const;  ///< of the session's file, without its ending
  void show_title(const Translator&);

  float width(const ui::Ui& u) const override { return ui::files_width(u); }
  void draw(const ui::Ui&) override;

  Session now_;        ///< as it stands
  State seen_;         ///< of which its link is
  unsigned own_ = 0, stories_ = 0;  ///< revisions that are in it
  int settling_ = 2;   ///< frames in which a view that was opened finds its place: no change of the reader's
  std::optional<platform::Kept> kept_;
  bool dirty_ = false, urgent_ = false;  ///< something is not kept yet; and is more than a view
  double written_ = -1e9, failed_ = -1e9;  ///< s
  std::string said_, title_;
  std::string look_;   ///< language and colours, as a link
  std::string first_;  ///< the link that the explorer began with, until it did
  std::optional<Due> due_;
  std::vector<std::string> wrong_;  ///< to be said
  std::optional<ui::FilesWish> wish_;
  struct Answer {
    bool save;
    platform::FileAnswer file;
  };
  std::optional<Answer> answer_;
  ui::FilesSheet sheet_;
  Recent recent_;
  platform::Writer writer_{[] { platform::wake(); }};  ///< last: it ends before what it writes
};

}  // namespace gs
