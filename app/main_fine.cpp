#include "main_fine.hpp"

#include <cstring>

#include "platform/platform.hpp"

namespace gs {
namespace {

constexpr double kPatience = 15.0;  ///< s

}  // namespace

void FineMap::ask(const BaseMap& base) {
  asked_ = true;
  platform::request_asset(kFineMap, [this, &base](std::optional<platform::Failure> failure, std::string bytes) {
    asked_ = false;
    not_before_ = platform::seconds() + kPatience;
    if (failure) return;
    std::vector<std::byte> copy(bytes.size());
    std::memcpy(copy.data(), bytes.data(), bytes.size());
    reader_.emplace(std::move(copy), base);
    platform::wake();
  });
}

bool FineMap::work(bool wanted, const BaseMap& base) {
  if (detail_) return false;
  if (!reader_) {
    if (wanted && !asked_ && platform::seconds() >= not_before_) ask(base);
    return false;
  }
  if (reader_->work()) return true;
  if (auto read = reader_->take()) detail_.emplace(std::move(*read));
  reader_.reset();
  return detail_.has_value();
}

}  // namespace gs
