#include "main_recent_native.hpp"

#include <algorithm>
#include <string_view>

#include "platform/files_native.hpp"
#include "platform/platform.hpp"

namespace gs {
namespace {

void write(const std::vector<Recent::File>& all) {
  std::string text;
  for (const auto& f : all) text += f.path + '\t' + f.label + '\n';
  platform::remember("recent", text);
}

}  // namespace

std::vector<Recent::File> Recent::read() const {
  std::vector<File> all;
  const std::string text = platform::recall("recent");
  for (std::string_view rest = text; !rest.empty() && all.size() < kMost;) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::size_t tab = std::min(line.find('\t'), line.size());
    if (tab > 0) all.push_back({std::string(line.substr(0, tab)), std::string(line.substr(std::min(tab + 1, line.size())))});
  }
  return all;
}

void Recent::add(const std::string& path, const std::string& label) {
  if (path.find_first_of("\t\n") != std::string::npos) return;  // no line can hold it
  std::vector<File> all = read();
  std::erase_if(all, [&](const File& f) { return f.path == path; });
  all.insert(all.begin(), {path, label});
  if (all.size() > kMost) all.resize(kMost);
  write(all);
}

void Recent::forget(const std::string& path) {
  std::vector<File> all = read();
  if (std::erase_if(all, [&](const File& f) { return f.path == path; }) > 0) write(all);
}

void Recent::forget_missing() {
  std::vector<File> all = read();
  if (std::erase_if(all, [](const File& f) { return !platform::is_file(f.path); }) > 0) write(all);
}

}  // namespace gs
