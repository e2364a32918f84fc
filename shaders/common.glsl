// Put before every stage. Target space: device px, from the top left, y down.

// Into clip space.
vec4 clip_of(vec2 px, vec2 target) {
  return vec4(px.x / target.x * 2.0 - 1.0, 1.0 - px.y / target.y * 2.0, 0.0, 1.0);
}

// How the plane lies on the target. The centre comes as hi + lo, so that near it nothing is lost: p - hi is exact.
struct Plane {
  vec2 centre_hi, centre_lo;
  float scale;  // device px per plane unit
};
uniform vec2 u_turn;  // cosine less 1 and sine of the angle that the plane is turned clockwise by
vec2 px_of(vec2 p, Plane plane, vec2 target) {
  vec2 d = ((p - plane.centre_hi) - plane.centre_lo) * plane.scale;
  float c = u_turn.x + 1.0, s = u_turn.y;
  return vec2(target.x * 0.5 + (d.x * c + d.y * s), target.y * 0.5 + (d.x * s - d.y * c));
}

// Share of a pixel that lies inside an edge `d` px away (negative: inside).
float cover(float d) { return clamp(0.5 - d, 0.0, 1.0); }

// `top` (not premultiplied) with `coverage` over premultiplied `below`.
vec4 over(vec4 below, vec4 top, float coverage) {
  float a = top.a * coverage;
  return vec4(top.rgb * a, a) + below * (1.0 - a);
}

// Distance to a rounded rectangle about the origin; `half_size` includes the corners.
float rounded_box(vec2 p, vec2 half_size, float radius) {
  vec2 q = abs(p) - half_size + radius;
  return min(max(q.x, q.y), 0.0) + length(max(q, 0.0)) - radius;
}
