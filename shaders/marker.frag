// A marker is composed here, bottom first: dashed ring of an inexact place, ring of the emphasis, halo, fill, edge,
// details. Shapes of one radius have one area, that of the disc.
uniform float u_ratio;  // device px per logical px

in vec2 v_at;
flat in vec2 v_place;
flat in uvec4 v_kind;
flat in vec4 v_color;
flat in vec4 v_edge;
flat in vec4 v_halo;
flat in vec4 v_line;
flat in vec4 v_ring;
flat in vec4 v_light;  // opacity, glow, pulse

out vec4 o_color;

// As gs::Shape, gs::Fill, gs::Badge, gs::Emphasis.
const uint kRingDot = 1u, kPill = 8u;
const uint kSolid = 0u, kTinted = 1u, kSlashed = 3u;
const uint kBar = 1u, kUnderline = 2u;
const uint kHover = 1u, kSelected = 2u, kFocus = 3u, kFaded = 4u, kInexact = 8u;
const float kQuarter = 1.57079633;

// By shape: first corner, number of corners (0: round), lowest point and radius of rings around it, in radii.
const vec4 kShapes[9] = vec4[9](vec4(0.0, 0.0, 1.0, 1.0), vec4(0.0, 0.0, 1.0, 1.0), vec4(0.0, 3.0, 0.93, 1.55),
    vec4(3.0, 4.0, 1.25, 1.2), vec4(7.0, 4.0, 0.89, 1.2), vec4(11.0, 6.0, 0.95, 1.1), vec4(17.0, 5.0, 0.93, 1.15),
    vec4(22.0, 12.0, 1.15, 1.23), vec4(0.0, 0.0, 0.71, 1.3));
// In radii, each of area pi: equilateral triangle (its centroid a fifteenth of its height low, so that it looks
// centred), diamond, square, hexagon, pentagon, cross with arms 0.36 of its span wide.
const vec2 kCorners[34] = vec2[34](
    vec2(0.00000, -1.39961), vec2(1.34677, 0.93307), vec2(-1.34677, 0.93307), vec2(0.00000, -1.25331),
    vec2(1.25331, 0.00000), vec2(0.00000, 1.25331), vec2(-1.25331, 0.00000), vec2(-0.88623, -0.88623),
    vec2(0.88623, -0.88623), vec2(0.88623, 0.88623), vec2(-0.88623, 0.88623), vec2(-0.54982, -0.95231),
    vec2(0.54982, -0.95231), vec2(1.09964, 0.00000), vec2(0.54982, 0.95231), vec2(-0.54982, 0.95231),
    vec2(-1.09964, 0.00000), vec2(0.00000, -1.14948), vec2(1.09322, -0.35521), vec2(0.67565, 0.92995),
    vec2(-0.67565, 0.92995), vec2(-1.09322, -0.35521), vec2(-0.41522, -1.15338), vec2(0.41522, -1.15338),
    vec2(0.41522, -0.41522), vec2(1.15338, -0.41522), vec2(1.15338, 0.41522), vec2(0.41522, 0.41522),
    vec2(0.41522, 1.15338), vec2(-0.41522, 1.15338), vec2(-0.41522, 0.41522), vec2(-1.15338, 0.41522),
    vec2(-1.15338, -0.41522), vec2(-0.41522, -0.41522));
const vec2 kPillHalf = vec2(1.21061, 0.71212);  // 1.7 : 1, corners rounded
const float kPillCorner = 0.59818;

// Signed px to the outline; where on it, in dash periods (whole: middle of a dash); px a period.
struct Outline {
  float d, phase, period;
};

float periods(float len, float wanted) { return max(1.0, floor(len / wanted + 0.5)); }

Outline disc(vec2 p, float r, float wanted) {
  float count = periods(4.0 * kQuarter * r, wanted);
  float turn = dot(p, p) > 0.0 ? atan(p.y, p.x) / (4.0 * kQuarter) : 0.0;
  return Outline(length(p) - r, turn * count, 4.0 * kQuarter * r / count);
}

// After Inigo Quilez, "distance to a polygon". Whole periods an edge: every corner is the middle of a dash.
Outline polygon(vec2 p, float r, int first, int count, float wanted) {
  Outline o = Outline(0.0, 0.0, 1.0);
  float best = 1e12, side = 1.0;
  vec2 a = kCorners[first + count - 1] * r;
  for (int i = 0; i < count; ++i) {
    vec2 b = kCorners[first + i] * r;
    vec2 e = b - a, w = p - a;
    float len = length(e);
    float t = clamp(dot(w, e) / (len * len), 0.0, 1.0);
    float d = dot(w - e * t, w - e * t);
    if (d < best) {
      best = d;
      float n = periods(len, wanted);
      o.phase = t * n;
      o.period = len / n;
    }
    bvec3 c = bvec3(p.y >= a.y, p.y < b.y, e.x * w.y > e.y * w.x);
    if (all(c) || all(not(c))) side = -side;
    a = b;
  }
  o.d = side * sqrt(best);
  return o;
}

Outline pill(vec2 p, float r, float wanted) {
  vec2 half_size = kPillHalf * r;
  float corner = kPillCorner * r;
  vec2 straight = half_size - corner;
  vec2 w = abs(p) - straight;
  float arc = kQuarter * corner, quarter = straight.x + arc + straight.y;
  float u = w.x > 0.0 && w.y > 0.0 ? straight.y + corner * atan(w.y, w.x)
            : w.x > w.y            ? min(abs(p.y), straight.y)
                                   : quarter - min(abs(p.x), straight.x);
  float n = periods(quarter, wanted);
  return Outline(rounded_box(p, half_size, corner), u / quarter * n, quarter / n);
}

// Ink of a band of the outline, dashed.
float dashed(Outline o, float band) {
  float from_dash = abs(fract(o.phase + 0.5) - 0.5) * o.period;
  return band * cover(from_dash - 0.29 * o.period);
}

float stroke(float d, float width) { return cover(abs(d) - width * 0.5) * min(width, 1.0); }

float segment(vec2 p, vec2 a, vec2 b) {
  vec2 e = b - a;
  return length(p - a - e * clamp(dot(p - a, e) / dot(e, e), 0.0, 1.0));
}

vec4 emphasised(vec4 below, uint emphasis, vec2 p, float bound) {
  if (emphasis == kHover) return over(below, v_ring, stroke(length(p) - bound - 3.0 * u_ratio, 1.2 * u_ratio));
  if (emphasis == kSelected) {
    float d = length(p) - bound - 4.0 * u_ratio;
    below = over(below, v_halo, cover(d));
    return over(below, v_ring, stroke(d, 2.0 * u_ratio));
  }
  if (emphasis == kFocus) {
    float d = rounded_box(p, vec2(bound + 5.0 * u_ratio), 4.5 * u_ratio);
    below = over(below, v_halo, cover(d) * 0.6);
    return over(below, v_ring, stroke(d, 2.0 * u_ratio));
  }
  return below;
}

vec4 bodied(vec4 below, uint fill, float r, Outline o) {
  float line_width = min(1.4 * u_ratio, 0.4 * r);
  if (fill == kSolid) {
    vec4 acc = over(below, v_edge, cover(o.d));
    return over(acc, v_color, cover(o.d + min(u_ratio, 0.2 * r)));
  }
  if (fill == kTinted) {
    vec4 acc = over(below, v_line, cover(o.d));
    return over(acc, mix(vec4(v_halo.rgb, 1.0), vec4(v_color.rgb, 1.0), 0.28), cover(o.d + line_width));
  }
  return over(below, v_line, dashed(o, cover(o.d - 0.25 * line_width) - cover(o.d + 0.75 * line_width)));
}

vec4 detailed(vec4 below, vec2 p, vec2 turned, float r, float lowest) {
  bool solid = v_kind.y == kSolid;
  if (v_kind.x == kRingDot) {
    below = over(below, solid ? v_halo : v_color, cover(length(p) - max(0.4 * r, 1.1 * u_ratio)));
  }
  if (v_kind.x == kPill && v_kind.y < kSlashed) {
    float window = rounded_box(turned - vec2(0.62, 0.0) * r, vec2(0.2, 0.29) * r, 0.0);
    below = over(below, solid ? v_halo : v_line, cover(window));
  }
  if (v_kind.z == kBar) {
    vec2 bar = max(vec2(0.36, 0.2) * r, vec2(1.5, 0.8) * u_ratio);
    below = over(below, solid ? v_edge : v_line, cover(rounded_box(p, bar, 0.0)));
  }
  if (v_kind.y == kSlashed) {
    float d = segment(p, vec2(-0.95, 0.95) * r, vec2(0.95, -0.95) * r);
    below = over(below, v_line, stroke(d, min(1.4 * u_ratio, 0.3 * r)));
  }
  if (v_kind.z == kUnderline) {
    float y = max(r, lowest) + 3.6 * u_ratio;
    float d = rounded_box(p - vec2(0.0, y), vec2(1.2 * r, 0.75 * u_ratio), 0.0);
    below = over(below, v_halo, cover(d - 1.2 * u_ratio));
    below = over(below, v_line, cover(d));
  }
  return below;
}

// Sunlight that falls on a plant: strongest at its rim, gone at twice its radius.
vec4 glowing(vec4 below, float d, float r) {
  float fall = 1.0 - smoothstep(0.0, r * 0.9 + 5.0 * u_ratio, d);
  return over(below, v_color, 0.6 * v_light.y * fall * fall);
}

// What the wind gives: a ring that stands further out the more it is.
vec4 pulsing(vec4 below, float from_middle, float bound, float r) {
  float out_by = v_light.z * (0.7 * r + 5.0 * u_ratio) + 1.5 * u_ratio;
  float ring = stroke(from_middle - bound - out_by, 1.5 * u_ratio);
  return over(below, v_color, ring * (0.35 + 0.5 * v_light.z));
}

void main() {
  float r = v_place.x, wanted = 3.9 * u_ratio;
  float c = cos(v_place.y), s = sin(v_place.y);
  vec2 turned = vec2(c * v_at.x + s * v_at.y, c * v_at.y - s * v_at.x);
  vec4 shape = kShapes[v_kind.x];
  float lowest = shape.z * r, bound = shape.w * r;
  Outline o;  // no ?: on structures: WebGL's checker refuses it
  if (v_kind.x == kPill) o = pill(turned, r, wanted);
  else if (shape.y > 0.0) o = polygon(turned, r, int(shape.x), int(shape.y), wanted);
  else o = disc(turned, r, wanted);
  vec4 acc = vec4(0.0);
  if (v_light.y > 0.0) acc = glowing(acc, max(o.d, 0.0), r);
  if (v_light.z > 0.0) acc = pulsing(acc, length(v_at), bound, r);
  if ((v_kind.w & kInexact) != 0u) {
    Outline ring = disc(v_at, bound + 5.0 * u_ratio, wanted);
    acc = over(acc, v_line, dashed(ring, stroke(ring.d, 1.1 * u_ratio)));
  }
  uint emphasis = v_kind.w & 7u;
  acc = emphasised(acc, emphasis, v_at, bound);
  acc = over(acc, v_halo, cover(o.d - 1.2 * u_ratio) * (v_kind.y > kTinted ? 0.75 : 1.0));
  acc = bodied(acc, v_kind.y, r, o);
  acc = detailed(acc, v_at, turned, r, lowest);
  o_color = acc * (emphasis == kFaded ? 0.25 : 1.0) * v_light.x;
}
