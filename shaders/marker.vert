uniform vec2 u_target;
uniform float u_ratio;

layout(location = 0) in vec4 a_place;  // centre and radius in device px, angle in radians clockwise
layout(location = 1) in uvec4 a_kind;  // shape, fill, badge, emphasis + 8 * inexact
layout(location = 2) in vec4 a_color;
layout(location = 3) in vec4 a_edge;
layout(location = 4) in vec4 a_halo;
layout(location = 5) in vec4 a_line;   // outline of what is not solid
layout(location = 6) in vec4 a_ring;   // of the emphasis
layout(location = 7) in vec4 a_light;  // opacity, glow, pulse

out vec2 v_at;
flat out vec2 v_place;  // radius, angle
flat out uvec4 v_kind;
flat out vec4 v_color;
flat out vec4 v_edge;
flat out vec4 v_halo;
flat out vec4 v_line;
flat out vec4 v_ring;
flat out vec4 v_light;

void main() {
  // Most have nothing around them: their outline, a halo and a rim of half a px. 1.65: the widest shape's corner.
  const uint kPlain = 0u, kFaded = 4u, kUnderline = 2u;
  bool bare = (a_kind.w == kPlain || a_kind.w == kFaded) && a_kind.z != kUnderline && a_light.y + a_light.z == 0.0;
  // Glow and pulse reach as far as marker.frag lets them.
  float light = a_light.y + a_light.z > 0.0 ? a_place.z * 0.75 + 4.0 * u_ratio : 0.0;
  float reach = light + a_place.z * 1.65 + (bare ? 1.2 * u_ratio + 1.0 : 10.0 * u_ratio);
  vec2 side = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1 & 1)) * 2.0 - 1.0;
  v_at = side * reach;
  v_place = a_place.zw;
  v_kind = a_kind;
  v_color = a_color;
  v_edge = a_edge;
  v_halo = a_halo;
  v_line = a_line;
  v_ring = a_ring;
  v_light = a_light;
  gl_Position = clip_of(a_place.xy + v_at, u_target);
}
