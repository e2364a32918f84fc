uniform vec2 u_target;
uniform vec2 u_centre_hi;
uniform vec2 u_centre_lo;
uniform float u_scale;

layout(location = 0) in vec2 a_point;

void main() { gl_Position = clip_of(px_of(a_point, Plane(u_centre_hi, u_centre_lo, u_scale), u_target), u_target); }
