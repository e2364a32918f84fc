#pragma once
#include "ui/kit.hpp"

/// A card over everything, with the rest of the screen veiled.
namespace gs::ui {

inline constexpr float kCardEdge = 20.0f, kCardHead = 66.0f;  ///< px at its sides; of its head

struct Veil {
  bool opens, pressed;  ///< it was not there in the frame before; somebody pressed beside the card
};
Veil begin_veil(const Ui&, const char* id);
void end_veil();

/// Of a card of that height: in the middle of a wide window; at a phone's foot, as wide as its sheet. Never higher than fits.
Rect card_place(const Layout&, float height);
/// Between a veil's begin and end.
void begin_card(const Ui&, const Rect&);
void end_card();
/// What the card is of, and the cross, which is the item submitted last. True when it is to close.
bool card_head(const Ui&, std::string_view kind, std::string_view title, float width);

}  // namespace gs::ui
