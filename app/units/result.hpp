#pragma once
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gs {

/// A part of a sentence for readers of any language: a key of the words, and what fills its places.
struct Phrase {
  std::string key;
  std::vector<std::string> args;
  bool operator==(const Phrase&) const = default;
};

/// What went wrong and where: `{"projects.csv:7:capacity_mw", "expected a number above 0, found \"12x\""}`.
struct Error {
  std::string where;
  std::string what;
  std::vector<Phrase> phrases = {};  ///< `what` in parts ("expected ...", "found ..."), where its maker gives them (units/problem.hpp)

  std::string text() const { return where.empty() ? what : where + ": " + what; }
  bool operator==(const Error&) const = default;
};

/// A value or the reason why there is none. Expected failures are values; exceptions never leave a layer.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// Only when ok().
  T& value() & { return *std::get_if<0>(&content_); }
  const T& value() const& { return *std::get_if<0>(&content_); }
  T&& value() && { return std::move(*std::get_if<0>(&content_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// Only when !ok().
  const Error& error() const { return *std::get_if<1>(&content_); }

 private:
  std::variant<T, Error> content_;
};

struct Done {};
using Outcome = Result<Done>;

}  // namespace gs
