#pragma once
#include <string>
#include <vector>

#include "text/translator.hpp"

/// Problems in the reader's language. Where an Error has no phrases, or the language not all of them, its English stands.
namespace gs {

/// What was expected and, mostly, what was found; one part or more.
std::vector<std::string> parts_of(const Error&, const Translator&);
/// The parts as one sentence.
std::string words_of(const Error&, const Translator&);
/// The sentence after its place, as Error::text().
std::string placed_words(const Error&, const Translator&);

}  // namespace gs
