#include "main_lazy.hpp"

#include <cstring>

#include "platform/platform.hpp"

namespace gs {
namespace {

constexpr double kPatience = 15.0;  ///< s

}  // namespace

std::optional<std::vector<std::byte>> Fetch::take(bool wanted) {
  if (bytes_) {
    auto bytes = std::move(bytes_);
    bytes_.reset();
    return bytes;
  }
  if (!wanted || asked_ || platform::seconds() < not_before_) return std::nullopt;
  asked_ = true;
  platform::request_asset(file_, [this](std::optional<platform::Failure> failure, std::string bytes) {
    asked_ = false;
    not_before_ = platform::seconds() + kPatience;
    if (failure) return;
    bytes_.emplace(bytes.size());
    std::memcpy(bytes_->data(), bytes.data(), bytes.size());
    platform::wake();
  });
  return std::nullopt;
}

bool LazyDetail::work(bool wanted, const BaseMap& base) {
  if (detail_) return false;
  if (!reader_) {
    if (auto bytes = fetch_.take(wanted)) reader_.emplace(open_(std::move(*bytes), base));
    return reader_.has_value();
  }
  if (reader_->work()) return true;
  if (auto read = reader_->take()) detail_.emplace(std::move(*read));
  reader_.reset();
  return detail_.has_value();
}

bool LazyMap::work_relief(bool wanted) {
  if (relief_) return false;
  const auto bytes = relief_file_.take(wanted);
  if (!bytes) return false;
  if (auto read = read_relief(*bytes)) relief_.emplace(std::move(*read));
  return relief_.has_value();
}

bool LazyMap::work_base(BaseMap& base) {
  if (base.details.size() > 1) return false;
  if (!middle_.work(true, base)) return false;
  if (middle_.detail()) base.details.push_back(middle_.take());
  return true;
}

bool LazyMap::work_cities(bool wanted) {
  if (cities_) return false;
  const auto bytes = cities_file_.take(wanted);
  if (!bytes) return false;
  if (auto read = read_cities({reinterpret_cast<const char*>(bytes->data()), bytes->size()})) cities_.emplace(std::move(*read));
  return cities_.has_value();
}

bool LazyMap::work(const Wants& wants, const BaseMap& base) {
  // One after the other: a frame reads a part of one of them.
  if (work_cities(wants.cities) || water_.work(wants.water, base) || fine_.work(wants.fine, base)) return true;
  return rivers_.work(wants.fine && wants.water, base) || work_relief(wants.relief);
}

}  // namespace gs
