#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace gs {

/// A 64-bit fingerprint of bytes and numbers in the order in which they are added (XXH3-128, low half; not
/// cryptographic: it shows that two results are the same, not who made them). Numbers enter as their little-endian
/// bits.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  void add(std::string_view bytes);  ///< its length goes in first, so that "ab","c" differs from "a","bc"
  void add(double value);
  void add(std::int64_t value);

  std::string hex() const;  ///< 16 hexadecimal digits, of everything added until now

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gs
