uniform sampler2D u_atlas;

in vec2 v_texel;
flat in vec2 v_halo;
flat in vec4 v_color;

out vec4 o_color;

const float kOutline = 192.0 / 255.0;  // the atlas's value on a glyph's outline

void main() {
  float value = texture(u_atlas, v_texel / vec2(textureSize(u_atlas, 0))).r;
  float ink = value;
  if (v_halo.x > 0.0) {
    float d = (kOutline - value) * v_halo.y;
    ink = value > 0.0 ? 1.0 - smoothstep(v_halo.x * 0.45, v_halo.x + 0.5, d) : 0.0;
  }
  float a = v_color.a * ink;
  o_color = vec4(v_color.rgb * a, a);
}
