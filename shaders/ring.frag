// A group of symbols: a ring of its technologies' shares, clockwise from the top, around a disc for the count.
uniform float u_ratio;
uniform vec4 u_parts[9];
uniform vec4 u_halo;
uniform vec4 u_ink;

in vec2 v_at;
flat in float v_radius;
flat in vec4 v_until0;
flat in vec4 v_until1;
flat in vec4 v_look;

out vec4 o_color;

const float kTurn = 6.28318531;

float until(int part) {
  if (part < 4) return v_until0[part];
  return part < 8 ? v_until1[part - 4] : 1.0;
}

void main() {
  float from_middle = length(v_at);
  float width = max(3.5 * u_ratio, 0.3 * v_radius);
  float share = fract(atan(v_at.x, -v_at.y) / kTurn + 1.0);
  // px along the ring to the border of the next part, so that the borders are smooth.
  float round = kTurn * max(from_middle, 1.0);
  vec4 part = u_parts[8];
  float before = 0.0;
  for (int i = 0; i < 9; ++i) {
    float end = until(i);
    if (end <= before) continue;
    if (share < end) {
      part = u_parts[i];
      // A hairline of the halo between two parts.
      bool whole = before <= 0.0 && end >= 0.999;
      float off = min(share - before, end - share) * round;
      if (!whole) part = mix(u_halo, part, clamp(off - 0.1 * u_ratio, 0.0, 1.0));
      break;
    }
    before = end;
  }
  vec4 acc = vec4(0.0);
  if (v_look.y > 0.5) {
    float d = abs(from_middle - v_radius - 3.0 * u_ratio) - 0.6 * u_ratio;
    acc = over(acc, u_ink, cover(d));
  }
  acc = over(acc, u_halo, cover(from_middle - v_radius - 1.2 * u_ratio));
  acc = over(acc, part, cover(from_middle - v_radius));
  acc = over(acc, u_halo, cover(from_middle - v_radius + width));
  o_color = acc * v_look.x;
}
