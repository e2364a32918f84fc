#pragma once

namespace gs::platform {

/// Lets go of what open_offscreen() made; harmless without it.
void close_offscreen();

}  // namespace gs::platform
