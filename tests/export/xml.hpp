#pragma once
#include <string>

namespace gs::test {

/// What is wrong with a piece of XML: tags that do not close, unescaped signs; empty if nothing.
std::string xml_flaw(const std::string& xml);

}  // namespace gs::test
