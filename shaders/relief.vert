uniform vec2 u_target;
uniform vec2 u_centre_hi;
uniform vec2 u_centre_lo;
uniform float u_scale;

layout(location = 0) in vec2 a_point;
layout(location = 1) in vec3 a_direction;  // on the earth

out vec3 v_direction;

void main() {
  v_direction = a_direction;
  gl_Position = clip_of(px_of(a_point, Plane(u_centre_hi, u_centre_lo, u_scale), u_target), u_target);
}
