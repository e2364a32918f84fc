uniform vec4 u_color;
uniform float u_half_width;  // device px, 0.5 or more
uniform vec2 u_dash;         // dash and period; period 0: solid; dash 0: dots
uniform vec3 u_tick;         // half thickness, half length, every; every 0: none

in vec2 v_at;
flat in float v_length;
flat in float v_start;
flat in vec2 v_start_normal;
flat in vec2 v_end_normal;

out vec4 o_color;

// Signed px to the nearest repetition of the middle at `offset`.
float repeated(float s, float offset, float period) { return mod(s - offset + period * 0.5, period) - period * 0.5; }

void main() {
  vec2 from_end = v_at - vec2(v_length, 0.0);
  if (dot(v_at, v_start_normal) < 0.0 || (v_end_normal != vec2(0.0) && dot(from_end, v_end_normal) >= 0.0)) discard;
  float t = clamp(v_at.x, 0.0, v_length);
  float s = v_start + t;
  float d = distance(v_at, vec2(t, 0.0));
  float ink = cover(d - u_half_width);
  if (u_dash.y > 0.0) {
    if (u_dash.x > 0.0) {
      ink *= cover(abs(repeated(v_start + v_at.x, u_dash.x * 0.5, u_dash.y)) - u_dash.x * 0.5);
      // No dash begins behind a free end.
      if (v_start_normal == vec2(0.0)) ink *= cover(-v_at.x);
      if (v_end_normal == vec2(0.0)) ink *= cover(from_end.x);
    } else {
      ink = cover(length(vec2(repeated(v_start + v_at.x, 0.0, u_dash.y), v_at.y)) - u_half_width);
    }
  }
  if (u_tick.z > 0.0) {
    float tick = cover(abs(repeated(s, u_tick.z * 0.5, u_tick.z)) - u_tick.x) * cover(d - u_tick.y);
    ink = max(ink, tick * (t == v_at.x ? 1.0 : 0.0));
  }
  float a = u_color.a * ink;
  o_color = vec4(u_color.rgb * a, a);
}
