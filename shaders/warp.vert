uniform vec2 u_target;
uniform float u_ratio;
uniform float u_share;

layout(location = 0) in vec2 a_from;  // logical px
layout(location = 1) in vec2 a_to;

out vec2 v_from;
out vec2 v_to;

vec2 in_picture(vec2 px) { return vec2(px.x, u_target.y - px.y) / u_target; }

void main() {
  vec2 from = a_from * u_ratio, to = a_to * u_ratio;
  v_from = in_picture(from);
  v_to = in_picture(to);
  gl_Position = clip_of(mix(from, to, u_share), u_target);
}
