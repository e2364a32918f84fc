uniform sampler2D u_sheet;

in vec2 v_share;

out vec4 o_color;

void main() { o_color = texture(u_sheet, v_share); }
