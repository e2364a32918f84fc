uniform vec2 u_target;

layout(location = 0) in vec4 a_box;     // min, max in device px
layout(location = 1) in vec4 a_texels;  // min, max in the atlas
// Slant (px right per px up), base line y, px of the halo (0: letters), px of distance from a texel's 0 to 1.
layout(location = 2) in vec4 a_style;
layout(location = 3) in vec4 a_color;

out vec2 v_texel;
flat out vec2 v_halo;
flat out vec4 v_color;

void main() {
  vec2 share = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1 & 1));
  vec2 px = mix(a_box.xy, a_box.zw, share);
  px.x += (a_style.y - px.y) * a_style.x;
  v_texel = mix(a_texels.xy, a_texels.zw, share);
  v_halo = a_style.zw;
  v_color = a_color;
  gl_Position = clip_of(px, u_target);
}
