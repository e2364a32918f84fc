#include "render/map_sheet.hpp"

#include <cmath>
#include <glm/common.hpp>

namespace gs {
namespace {

/// A vector of the plane as a turned view shows it, y down.
glm::dvec2 on_screen(glm::dvec2 d, double roll) {
  const double c = std::cos(roll), s = std::sin(roll);
  return {d.x * c + d.y * s, d.x * s - d.y * c};
}

/// How strong it is does not matter: that changes with every zoom.
bool same_relief(const std::optional<ReliefLayer>& a, const std::optional<ReliefLayer>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->lattice == b->lattice && a->revision == b->revision && a->relief == b->relief;
}

}  // namespace

MapSheet::MapSheet(gl::Program program, double larger, double sharpness)
    : larger_(larger), sharpness_(sharpness), program_(std::move(program)), target_(program_), box_(gl::uniform(program_, "u_box")) {
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glBindTexture(GL_TEXTURE_2D, 0);
}

Result<MapSheet> MapSheet::create(const Renderer::ReadAsset& read, double larger, double sharpness) {
  auto program = gl::build_program(read, "sheet");
  if (!program) return program.error();
  return MapSheet(std::move(*program), larger, sharpness);
}

bool MapSheet::resize(int width, int height) {
  if (width_ == width && height_ == height) return true;
  width_ = width, height_ = height;
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glBindTexture(GL_TEXTURE_2D, 0);
  glBindRenderbuffer(GL_RENDERBUFFER, stencil_.id());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, width, height);
  glBindRenderbuffer(GL_RENDERBUFFER, 0);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, stencil_.id());
  return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

std::optional<MapSheet::Wide> MapSheet::begin(const Scene& of) {
  Wide wide{of.view, {}};
  wide.view.viewport *= static_cast<float>(larger_);
  wide.view.pixel_ratio = static_cast<float>(of.view.pixel_ratio * sharpness_);
  const glm::dvec2 size = glm::dvec2(wide.view.viewport) * static_cast<double>(wide.view.pixel_ratio);
  wide.target = {static_cast<int>(std::lround(size.x)), static_cast<int>(std::lround(size.y)), wide.view.pixel_ratio};
  of_.reset();
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.id());
  if (!resize(wide.target.width, wide.target.height)) {
    width_ = height_ = 0;
    return std::nullopt;
  }
  of_ = Of{of.view, of.page, of.fills, of.strokes, of.dots, of.relief};
  return wide;
}

bool MapSheet::shows(const Scene& scene) const {
  return of_ && of_->page == scene.page && of_->fills == scene.fills && of_->strokes == scene.strokes &&
         of_->dots == scene.dots && same_relief(of_->relief, scene.relief) &&
         of_->view.viewport == scene.view.viewport && of_->view.pixel_ratio == scene.view.pixel_ratio && of_->view.roll == scene.view.roll;
}

double MapSheet::covered(const MapView& view) const {
  if (!of_) return 0.0;
  // In px of the view: half the window, half the sheet, and how far their middles lie apart.
  const glm::dvec2 half = glm::dvec2(view.viewport) * 0.5, sheet = half * larger_ * scaled(view);
  const glm::dvec2 off = glm::abs(on_screen(of_->view.centre - view.centre, view.roll)) * view.scale;
  const glm::dvec2 seen = glm::max(glm::min(half, sheet - off) + glm::min(half, sheet + off), 0.0);
  return std::min(seen.x / (2.0 * half.x), seen.y / (2.0 * half.y));
}

void MapSheet::lay(const MapView& view, const gl::Target& target) {
  if (!of_) return;
  // Where the sheet's corners are seen now, logical px.
  const double size = scaled(view) * larger_;
  const glm::dvec2 half = glm::dvec2(view.viewport) * 0.5;
  const glm::dvec2 middle = half + on_screen(of_->view.centre - view.centre, view.roll) * view.scale;
  const glm::vec2 min((middle - half * size) * static_cast<double>(target.ratio));
  const glm::vec2 max((middle + half * size) * static_cast<double>(target.ratio));
  glUseProgram(program_.id());
  target_.set(target);
  glUniform4f(box_, min.x, min.y, max.x, max.y);
  glBindVertexArray(array_.id());
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glDisable(GL_BLEND);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glEnable(GL_BLEND);
  glBindTexture(GL_TEXTURE_2D, 0);
}

}  // namespace gs
