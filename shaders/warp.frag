// Of two pictures, each where it has this place within its window.
uniform sampler2D u_before;
uniform sampler2D u_after;
uniform vec2 u_weights;  // of the two
uniform float u_alpha;

in vec2 v_from;
in vec2 v_to;

out vec4 o_color;

float within(vec2 at) {
  vec2 inside = step(vec2(0.0), at) * step(at, vec2(1.0));
  return inside.x * inside.y;
}

void main() {
  vec2 weights = u_weights * vec2(within(v_from), within(v_to));
  float sum = weights.x + weights.y;
  if (sum <= 0.0) discard;
  o_color = (texture(u_before, v_from) * weights.x + texture(u_after, v_to) * weights.y) * (u_alpha / sum);
}
