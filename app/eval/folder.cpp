#include <algorithm>

#include "eval/eval.hpp"

namespace gs::eval {
namespace {

bool is_or_ends_in(std::string_view path, std::string_view part) {
  return path.ends_with(part) && (path.size() == part.size() || path[path.size() - part.size() - 1] == '/');
}

}  // namespace

std::string Folder::find(std::string_view file) const {
  for (std::string_view part = file;;) {
    const std::string* best = nullptr;
    for (const std::string& path : paths)
      if (is_or_ends_in(path, part) && (!best || path.size() < best->size())) best = &path;
    if (best) return *best;
    const std::size_t slash = part.find('/');
    if (slash == part.npos) return {};
    part.remove_prefix(slash + 1);
  }
}

Result<std::string> Folder::bytes(std::string_view file) const {
  const std::string path = find(file);
  if (path.empty())
    return Error{name + "/" + std::string(file), "expected this file in the folder, found none of that name"};
  return read(path);
}

}  // namespace gs::eval
