#include "paper/fonts.hpp"

#include <fontconfig/fontconfig.h>

namespace gs::paper {

Outcome register_fonts(std::optional<std::string> (*path_of)(std::string_view asset)) {
  static bool registered = false;
  if (registered) return Done{};
  FcConfig* config = FcConfigCreate();  // without the machine's folders and rules
  if (!config) return Error{"fonts", "there is no memory for them"};
  for (const std::string_view name : kFonts) {
    const auto path = path_of(name);
    if (path && FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(path->c_str()))) continue;
    FcConfigDestroy(config);
    return path ? Error{*path, "expected a font, found none"} : Error{std::string(name), "this part of the program is missing"};
  }
  // Pango's font map, which librsvg draws with, takes the current configuration.
  registered = FcConfigSetCurrent(config) == FcTrue;
  FcConfigDestroy(config);
  return registered ? Outcome(Done{}) : Outcome(Error{"fonts", "they cannot be made the ones in use"});
}

}  // namespace gs::paper
