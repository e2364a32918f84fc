in vec2 v_at;
flat in vec2 v_half_size;
flat in vec2 v_corner;
flat in vec4 v_color;
flat in vec4 v_border;

out vec4 o_color;

void main() {
  float radius = min(v_corner.x, min(v_half_size.x, v_half_size.y));
  float d = rounded_box(v_at, v_half_size, radius);
  float outer = cover(d);
  float inner = v_corner.y > 0.0 ? min(outer, cover(d + v_corner.y)) : outer;
  vec4 fill = vec4(v_color.rgb, 1.0) * v_color.a * inner;
  vec4 border = vec4(v_border.rgb, 1.0) * v_border.a * (outer - inner);
  o_color = fill + border;
}
