uniform vec2 u_target;

layout(location = 0) in vec4 a_box;     // min, max in device px
layout(location = 1) in vec2 a_corner;  // radius, border width in device px
layout(location = 2) in vec4 a_color;
layout(location = 3) in vec4 a_border;

out vec2 v_at;
flat out vec2 v_half_size;
flat out vec2 v_corner;
flat out vec4 v_color;
flat out vec4 v_border;

void main() {
  vec2 middle = (a_box.xy + a_box.zw) * 0.5;
  v_half_size = (a_box.zw - a_box.xy) * 0.5;
  vec2 side = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1 & 1)) * 2.0 - 1.0;
  v_at = side * (v_half_size + 1.0);
  v_corner = a_corner;
  v_color = a_color;
  v_border = a_border;
  gl_Position = clip_of(middle + v_at, u_target);
}
