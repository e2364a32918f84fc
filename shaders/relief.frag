// Shading by longitude and latitude: dark slopes take the shadow's colour, bright ones the light's.
uniform sampler2D u_shade;  // the whole sphere, 128 of 255 flat
uniform vec4 u_shadow;
uniform vec4 u_light;
uniform float u_level;      // of the picture's levels: one for the whole view, so that no seam shows where longitudes jump

in vec3 v_direction;
out vec4 o_color;

const float kPi = 3.14159265358979;

// Cubic B-spline of 4 x 4 cells by four taps between them (Sigg and Hadwiger, GPU Gems 2, chapter 20): no cell shows.
float smooth_shade(vec2 at) {
  vec2 size = vec2(textureSize(u_shade, int(u_level)));
  vec2 cell = at * size - 0.5;
  vec2 f = fract(cell);
  cell -= f;
  vec2 f2 = f * f, f3 = f2 * f;
  vec2 w0 = (1.0 - f) * (1.0 - f) * (1.0 - f) / 6.0;
  vec2 w1 = (4.0 - 6.0 * f2 + 3.0 * f3) / 6.0;
  vec2 w3 = f3 / 6.0;
  vec2 w2 = 1.0 - w0 - w1 - w3;
  vec2 g0 = w0 + w1, g1 = w2 + w3;
  vec2 near = (cell - 0.5 + w1 / g0) / size, far = (cell + 1.5 + w3 / g1) / size;
  float nw = textureLod(u_shade, near, u_level).r, ne = textureLod(u_shade, vec2(far.x, near.y), u_level).r;
  float sw = textureLod(u_shade, vec2(near.x, far.y), u_level).r, se = textureLod(u_shade, far, u_level).r;
  return g0.y * (g0.x * nw + g1.x * ne) + g1.y * (g0.x * sw + g1.x * se);
}

void main() {
  vec3 d = normalize(v_direction);
  vec2 at = vec2(atan(d.y, d.x) / (2.0 * kPi) + 0.5, 0.5 - asin(clamp(d.z, -1.0, 1.0)) / kPi);
  // The spline takes a third of the peaks.
  float shade = clamp(1.4 * (smooth_shade(at) * (255.0 / 127.0) - 128.0 / 127.0), -1.0, 1.0);
  vec4 color = shade < 0.0 ? u_shadow : u_light;
  float a = color.a * abs(shade);
  o_color = vec4(color.rgb * a, a);
}
