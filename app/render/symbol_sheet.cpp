#include "render/symbol_sheet.hpp"

namespace gs {
namespace {

constexpr double kMostScaled = 1.6;

}  // namespace

SymbolSheet::SymbolSheet(gl::Program program)
    : program_(std::move(program)), target_(program_), box_(gl::uniform(program_, "u_box")) {
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glBindTexture(GL_TEXTURE_2D, 0);
}

Result<SymbolSheet> SymbolSheet::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "sheet");
  if (!program) return program.error();
  return SymbolSheet(std::move(*program));
}

void SymbolSheet::begin(const MapView& view, std::uint64_t revision, const gl::Target& target) {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.id());
  if (width_ != target.width || height_ != target.height) {
    width_ = target.width, height_ = target.height;
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glBindTexture(GL_TEXTURE_2D, 0);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
  }
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  of_ = {view, revision};
}

bool SymbolSheet::serves(const MapView& view, std::uint64_t revision) const {
  if (!of_ || of_->revision != revision) return false;
  if (of_->view.viewport != view.viewport || of_->view.pixel_ratio != view.pixel_ratio) return false;
  const double scaled = view.scale / of_->view.scale;
  return scaled < kMostScaled && scaled * kMostScaled > 1.0;
}

void SymbolSheet::lay(const MapView& view, const gl::Target& target) {
  if (!of_) return;
  // Where the sheet's corners are seen now, logical px.
  const double scaled = view.scale / of_->view.scale;
  const glm::dvec2 half = glm::dvec2(view.viewport) * 0.5;
  const glm::dvec2 moved = (of_->view.centre - view.centre) * view.scale;
  const glm::dvec2 middle = half + glm::dvec2(moved.x, -moved.y);
  const glm::vec2 min((middle - half * scaled) * static_cast<double>(target.ratio));
  const glm::vec2 max((middle + half * scaled) * static_cast<double>(target.ratio));
  glUseProgram(program_.id());
  target_.set(target);
  glUniform4f(box_, min.x, min.y, max.x, max.y);
  glBindVertexArray(array_.id());
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glBindTexture(GL_TEXTURE_2D, 0);
}

}  // namespace gs
