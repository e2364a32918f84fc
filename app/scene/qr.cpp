#include "scene/qr.hpp"

#include <qrcodegen/qrcodegen.hpp>
#include <string>

namespace gs {
namespace {

using qrcodegen::QrCode;

Qr modules_of(const QrCode& code) {
  Qr qr{code.getSize(), {}};
  qr.dark.reserve(static_cast<std::size_t>(qr.size) * static_cast<std::size_t>(qr.size));
  for (int y = 0; y < qr.size; ++y) {
    for (int x = 0; x < qr.size; ++x) qr.dark.push_back(code.getModule(x, y));
  }
  return qr;
}

}  // namespace

std::optional<Qr> qr_of(std::string_view text) {
  if (text.empty() || text.size() > kMostQrBytes) return std::nullopt;
  const std::string whole(text);
  for (const QrCode::Ecc level : {QrCode::Ecc::MEDIUM, QrCode::Ecc::LOW}) {
    try {
      return modules_of(QrCode::encodeText(whole.c_str(), level));
    } catch (const qrcodegen::data_too_long&) {
    }
  }
  return std::nullopt;
}

std::vector<QrRun> runs_of(const Qr& qr) {
  std::vector<QrRun> runs;
  for (int y = 0; y < qr.size; ++y) {
    for (int x = 0; x < qr.size; ++x) {
      if (!qr.at(x, y)) continue;
      const int from = x;
      while (x < qr.size && qr.at(x, y)) ++x;
      runs.push_back({from, y, x - from});
    }
  }
  return runs;
}

}  // namespace gs
