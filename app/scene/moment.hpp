#pragma once
#include <string>

#include "text/translator.hpp"

/// An hour of the year in words.
namespace gs {

std::string day_text(int day_of_year, const Translator&);  ///< "21 June"
std::string clock_text(double hour_of_year);               ///< "09:30"
std::string hour_text(double hour_of_year, const Translator&);

}  // namespace gs
