#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "state/state.hpp"
#include "units/result.hpp"

/// A session file (NAME.greensilk): all that a reader has made, as JSON. Pure functions between the two.
namespace gs {

/// A file that a reader brought, byte for byte.
struct KeptFile {
  std::string name;  ///< without folders
  std::string bytes;
  bool operator==(const KeptFile&) const = default;
};

struct Session {
  std::string title;                 ///< of the file when it was saved, for who looks into it
  std::string saved;                 ///< date and time, UTC, ISO 8601; empty: not said
  std::string link;                  ///< the view and the scenario, as the fragment of a link; it always names its language
  std::vector<KeptFile> own;         ///< whose rows are on the map, in the order in which they were brought
  std::vector<KeptFile> waiting;     ///< that were brought and are not yet on the map
  std::vector<KeptFile> stories;     ///< of the reader's own
  std::vector<std::string> views;    ///< kept for the story that the reader writes: a link each
  std::vector<NamedScenario> scenarios;
  // Only in what the program keeps by itself.
  std::string file;                  ///< path of the session file that this is the present state of; empty: none yet
  std::string digest;                ///< of that file's bytes, as they were read or written last
  bool changed = false;              ///< since that file was written
  bool closed = false;               ///< the program ended as it was told to
  bool operator==(const Session&) const = default;
};

inline constexpr std::string_view kSessionEnding = ".greensilk";
inline constexpr int kSessionVersion = 1;
inline constexpr std::size_t kMostSessionBytes = 400'000'000;
inline constexpr std::size_t kMostKeptFiles = 1'000, kMostKeptViews = kMostSteps;

/// Whether a file is called as a session is, in any case of letters.
bool is_session_name(std::string_view name);

/// JSON with a line for each part, a line feed at its end. The same session always gives the same text.
std::string to_session(const Session&);

struct ReadSession {
  Session session;
  std::vector<Error> ignored;  ///< parts that are damaged or not known: where, expected, found. All others still count
};

/// Reads a session file; `file`: its name, for errors (`mine.greensilk:own[2].name`; `mine.greensilk:12` for a line). Versions up
/// to our own. An error only where it is no session at all, is cut short, or is of a later version.
Result<ReadSession> read_session(std::string_view file, std::string_view bytes);

/// A state's link with its language in any case: a session does not open in another one on another machine.
std::string session_link(const State&);

/// The reader's list with those of a session's that it has not. One whose name is taken by another scenario gets a number behind
/// its name. `left_out`: how many found no room.
std::vector<NamedScenario> joined_scenarios(std::vector<NamedScenario> mine, const std::vector<NamedScenario>& theirs, std::size_t& left_out);

}  // namespace gs
