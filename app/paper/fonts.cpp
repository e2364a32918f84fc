#include "paper/fonts.hpp"

#include <fontconfig/fontconfig.h>

namespace gs::paper {

Outcome register_fonts(std::span<const std::string> files) {
  static bool registered = false;
  if (registered) return Done{};
  FcConfig* config = FcConfigCreate();  // without the machine's folders and rules
  if (!config) return Error{"fonts", "there is no memory for them"};
  for (const std::string& file : files) {
    if (FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file.c_str()))) continue;
    FcConfigDestroy(config);
    return Error{file, "expected a font, found none"};
  }
  // Pango's font map, which librsvg draws with, takes the current configuration.
  registered = FcConfigSetCurrent(config) == FcTrue;
  FcConfigDestroy(config);
  return registered ? Outcome(Done{}) : Outcome(Error{"fonts", "they cannot be made the ones in use"});
}

}  // namespace gs::paper
