uniform vec2 u_target;
uniform float u_ratio;

layout(location = 0) in vec3 a_place;   // centre and outer radius in device px
layout(location = 1) in vec4 a_until0;  // shares up to which parts 0 to 3 go
layout(location = 2) in vec4 a_until1;  // 4 to 7; the last part takes the rest
layout(location = 3) in vec4 a_look;    // opacity, whether a pointer is over it

out vec2 v_at;
flat out float v_radius;
flat out vec4 v_until0;
flat out vec4 v_until1;
flat out vec4 v_look;

void main() {
  vec2 side = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1 & 1)) * 2.0 - 1.0;
  v_at = side * (a_place.z + 7.0 * u_ratio);
  v_radius = a_place.z;
  v_until0 = a_until0;
  v_until1 = a_until1;
  v_look = a_look;
  gl_Position = clip_of(a_place.xy + v_at, u_target);
}
