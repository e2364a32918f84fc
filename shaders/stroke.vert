// A segment is a rectangle of four vertices, from p_from to p_to; its points are read from a texture. z is the running length in plane units, negative on the two points that
// pad each piece: there the line ends, and segments that start or stop there are no segments.
uniform vec2 u_target;
uniform vec2 u_centre_hi;
uniform vec2 u_centre_lo;
uniform float u_scale;
uniform float u_reach;  // device px to either side of the middle that may be inked

uniform highp sampler2D u_points;

vec3 point(int i) { return texelFetch(u_points, ivec2(i & 1023, i >> 10), 0).xyz; }

out vec2 v_at;          // px along and across, from p_from
flat out float v_length;
flat out float v_start;  // running px at p_from
// Half planes that a segment shares with its neighbours: it inks where dot(p, normal) >= 0 about its start and < 0
// about its end, so that no pixel is inked twice. (0, 0): a free end.
flat out vec2 v_start_normal;
flat out vec2 v_end_normal;

vec2 direction(vec2 d) {
  float l = length(d);
  return l > 0.0 ? d / l : vec2(0.0);
}

void main() {
  int segment = gl_VertexID >> 2;
  vec3 p_before = point(segment), p_from = point(segment + 1), p_to = point(segment + 2), p_after = point(segment + 3);
  Plane plane = Plane(u_centre_hi, u_centre_lo, u_scale);
  vec2 from = px_of(p_from.xy, plane, u_target);
  vec2 to = px_of(p_to.xy, plane, u_target);
  float len = distance(from, to);
  vec2 mid = (from + to) * 0.5;
  vec2 far_away = abs(mid - u_target * 0.5) - u_target * 0.5 - (len * 0.5 + u_reach);
  if (p_from.z < 0.0 || p_to.z < 0.0 || len <= 0.0 || max(far_away.x, far_away.y) > 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec2 along = (to - from) / len;
  vec2 across = vec2(-along.y, along.x);
  mat2 local = mat2(along.x, across.x, along.y, across.y);  // target px -> along, across
  vec2 before = direction(from - px_of(p_before.xy, plane, u_target));
  vec2 after = direction(px_of(p_after.xy, plane, u_target) - to);
  v_start_normal = p_before.z < 0.0 ? vec2(0.0) : local * (before + along);
  v_end_normal = p_after.z < 0.0 ? vec2(0.0) : local * (along + after);
  float back = float(gl_VertexID & 1), side = float(gl_VertexID >> 1 & 1) * 2.0 - 1.0;
  v_at = vec2(mix(-u_reach, len + u_reach, back), side * u_reach);
  v_length = len;
  v_start = p_from.z * u_scale;
  gl_Position = clip_of(from + along * v_at.x + across * v_at.y, u_target);
}
