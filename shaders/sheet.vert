uniform vec2 u_target;
uniform vec4 u_box;  // device px from the top left: min, max

out vec2 v_share;

void main() {
  vec2 share = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1 & 1));
  v_share = vec2(share.x, 1.0 - share.y);
  gl_Position = clip_of(mix(u_box.xy, u_box.zw, share), u_target);
}
