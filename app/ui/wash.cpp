#include "ui/kit.hpp"

namespace gs::ui {

void wash(ImDrawList* d, ImVec2 at, float w, float h, float fade, Color color) {
  constexpr int kSteps = 8;
  const auto place = [&](float solid, int step) { return step == 0 ? 0.0f : solid + fade * static_cast<float>(step - 1) / (kSteps - 1); };
  const auto ease = [](int step) {
    const float t = step == 0 ? 0.0f : static_cast<float>(step - 1) / (kSteps - 1);
    return 1.0f - t * t * (3.0f - 2.0f * t);
  };
  const auto shade = [&](int i, int j) { return u32(color.with_alpha(static_cast<double>(ease(i) * ease(j)) * color.a / 255.0)); };
  for (int j = 0; j < kSteps; ++j)
    for (int i = 0; i < kSteps; ++i)
      d->AddRectFilledMultiColor({at.x + place(w, i), at.y + place(h, j)}, {at.x + place(w, i + 1), at.y + place(h, j + 1)}, shade(i, j),
                                 shade(i + 1, j), shade(i + 1, j + 1), shade(i, j + 1));
}

}  // namespace gs::ui
