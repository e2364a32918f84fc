#include "main_faces.hpp"

#include <utility>

#include "platform/platform.hpp"

namespace gs {

void Faces::fetch_chinese(std::function<void(std::string)> failed) {
  asked_for_zh_ = true;
  platform::request_asset(kChineseFont, [this, failed = std::move(failed)](std::optional<platform::Failure> failure, std::string bytes) {
    if (failure) failed(failure->where + ": " + failure->what);
    else assets_.files["zh"] = std::move(bytes);
    platform::wake();
  });
}

void Faces::follow(Language language, float pixel_ratio, Renderer& renderer, std::function<void(std::string)> failed) {
  const bool zh = language == Language::zh;
  if (zh && assets_.files.at("zh").empty() && !asked_for_zh_) fetch_chinese(std::move(failed));
  const bool has_zh = zh && !assets_.files.at("zh").empty();
  if (fonts_.body && pixel_ratio == ratio_ && has_zh == zh_) return;
  ratio_ = pixel_ratio;
  zh_ = has_zh;
  files_ = {assets_.files.at("regular"), assets_.files.at("bold"), assets_.files.at("display"), assets_.files.at("zh"), assets_.files.at("names")};
  fonts_ = ui::build_fonts(files_, pixel_ratio, has_zh);
  platform::fonts_changed();
  if (auto m = measure(assets_, has_zh ? Language::zh : Language::en)) measures_ = std::move(*m);
  hand_to(renderer);
}

void Faces::hand_to(Renderer& renderer) const {
  const Language language = zh_ ? Language::zh : Language::en;
  for (const Face f : {Face::regular, Face::bold, Face::display}) renderer.set_fonts(f, font_chain(assets_, f, language));
}

}  // namespace gs
