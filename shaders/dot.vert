uniform vec2 u_target;
uniform vec2 u_centre_hi;
uniform vec2 u_centre_lo;
uniform float u_scale;
uniform float u_radius;  // device px

layout(location = 0) in vec2 a_point;
layout(location = 1) in vec4 a_color;

flat out vec4 v_color;

void main() {
  v_color = a_color;
  gl_PointSize = 2.0 * u_radius + 1.0;
  gl_Position = clip_of(px_of(a_point, Plane(u_centre_hi, u_centre_lo, u_scale), u_target), u_target);
}
