uniform float u_radius;

flat in vec4 v_color;

out vec4 o_color;

void main() {
  float from_middle = length(gl_PointCoord - 0.5) * (2.0 * u_radius + 1.0);
  float a = v_color.a * cover(from_middle - u_radius);
  o_color = vec4(v_color.rgb * a, a);
}
