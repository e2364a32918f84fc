#pragma once
#include "units/quantity.hpp"

namespace gs::model {

/// A figure that answers "what if" and is no saving of the project: it is shown beside the savings with that label and
/// is never added to a total. It has no arithmetic on purpose.
template <class Q>
struct WhatIf {
  Range<Q> value;
};

}  // namespace gs::model
