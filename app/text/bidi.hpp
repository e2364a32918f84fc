#pragma once
#include <string>
#include <string_view>

/// Writing from right to left, by FriBidi: letters joined as neighbours ask for, characters in the order in which a line
/// shows them (the Unicode Bidirectional Algorithm, UAX #9). Faces here have no positioning tables: vowel marks, which
/// would need them and which ordinary Arabic text does without, are left out.
namespace gs {

/// Before a line of a text from right to left that has no letter of its own: it keeps the text's direction.
inline constexpr char32_t kRightwardMark = 0x200F;
/// Letters of a script that is written from right to left, as they are typed or already joined, and that mark.
bool is_rightward(char32_t);
/// Marks, embeddings, overrides and isolates of direction: never drawn.
bool is_direction_sign(char32_t);
/// Whether a text has such a letter: its paragraphs then run from right to left.
bool has_rightward(std::string_view utf8);

/// What a removed character leaves behind in arabic_forms().
inline constexpr char32_t kNoLetter = 0xFEFF;
/// The characters of one paragraph in the order of reading, each in its form (Arabic Presentation Forms-B): as many as
/// were given. The alef of a lam-alef, vowel marks and signs of direction become kNoLetter.
std::u32string arabic_forms(std::u32string);

/// A text of any number of lines, in the order of reading, with its letters in their forms; for measuring and breaking.
/// Signs of direction stay. Twice is as once.
std::string joined(std::string_view utf8);

/// One line as it is seen, from left to right: joined, ordered, brackets turned, without signs of direction.
std::string visual(std::string_view utf8);
/// The same from right to left: for a screen that is laid out from left to right and then mirrored.
std::string visual_mirrored(std::string_view utf8);

}  // namespace gs
