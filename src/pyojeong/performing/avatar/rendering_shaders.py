"""How light falls on an avatar. Light is reckoned in squares of what is shown: near enough to linear, and cheap."""

from __future__ import annotations

from pyojeong.performing.avatar.camera import DISTANCE_CM

VERTEX = """
#version 330
uniform mat4 to_screen;
uniform mat3 view, head;
uniform vec3 axis, middle;
in vec3 place, normal;
in vec2 uv;
in float neck;
in vec3 along;
out vec3 at, towards, runs;
out vec2 spot;
out vec3 own;
void main() {
    vec3 turned = mix(place, head * (place - axis) + axis, neck);
    vec3 facing = mix(normal, head * normal, neck);
    at = view * (turned - middle);
    towards = view * facing;
    runs = view * mix(along, head * along, neck);
    own = place;
    spot = uv;
    gl_Position = to_screen * vec4(at - vec3(0.0, 0.0, DISTANCE), 1.0);
}
""".replace("DISTANCE", str(DISTANCE_CM))

FRAGMENT = """
#version 330
uniform sampler2D picture;
const int surface = SURFACE;
uniform float blush;
in vec3 at, towards, own, runs;
in vec2 spot;
out vec4 shown;

const vec3 KEY = normalize(vec3(-0.45, 0.55, 0.85));
const vec3 FILL = normalize(vec3(0.75, 0.05, 0.65));
const vec3 RIM = normalize(vec3(0.55, 0.45, -0.75));

float fourth(float x) { float square = x * x; return square * square; }
float sixteenth(float x) { return fourth(fourth(x)); }

vec3 lit(vec3 n, vec3 wrap) {
    vec3 key = max((dot(n, KEY) + wrap) / (1.0 + wrap), 0.0);
    vec3 fill = max((dot(n, FILL) + wrap) / (1.0 + wrap), 0.0);
    vec3 sky = mix(vec3(0.21, 0.19, 0.18), vec3(0.40, 0.41, 0.43), n.y * 0.5 + 0.5);
    return sky + 0.62 * key * vec3(1.0, 0.97, 0.93) + 0.20 * fill * vec3(0.92, 0.96, 1.0);
}

void main() {
    vec4 texel = texture(picture, spot);
    float alpha = surface == 3 ? texel.a : 1.0;
    if (surface == 4 && texel.a < 0.5) discard;
    vec3 base = texel.rgb * texel.rgb;
    vec3 n = normalize(towards);
    vec3 eye = normalize(vec3(0.0, 0.0, DISTANCE) - at);
    vec3 light;
    if (surface == 0) {
        vec3 cheek = vec3(abs(own.x) - 4.6, own.y + 0.8, 0.0) / vec3(2.6, 2.0, 1.0);
        base = mix(base, base * vec3(1.02, 0.62, 0.62), 0.75 * blush * exp(-dot(cheek, cheek)) * step(0.0, own.z));
        light = base * lit(n, vec3(0.42, 0.26, 0.20));
        vec3 between = normalize(KEY + eye);
        float shine = max(dot(n, between), 0.0);
        shine = sixteenth(shine) * fourth(shine);
        float edge = fourth(1.0 - max(dot(n, eye), 0.0));
        light += vec3(0.045 * shine) + 0.10 * edge * base * max(dot(n, RIM) + 0.5, 0.0);
    } else if (surface == 1) {
        float deep = smoothstep(4.2, 9.9, own.z);
        light = base * lit(n, vec3(0.5)) * mix(vec3(0.13, 0.045, 0.04), vec3(1.0), deep);
        light += 0.10 * deep * pow(max(dot(n, normalize(KEY + eye)), 0.0), 40.0);
    } else if (surface == 2) {
        float side = (abs(own.x) - 3.15) / 1.5;
        float lid = 1.0 - 0.42 * smoothstep(3.55, 4.3, own.y) - 0.40 * min(side * side, 1.0);
        light = base * lit(n, vec3(0.7)) * lid;
        light += 0.55 * smoothstep(0.988, 0.998, dot(n, normalize(KEY + eye)));
        light += 0.05 * smoothstep(0.95, 0.99, dot(n, normalize(FILL + eye)));
    } else if (surface == 3) {
        light = base;
    } else {
        float inner = dot(n, eye) < 0.0 ? 0.55 : 1.0;
        n = normalize(dot(n, eye) < 0.0 ? n - 1.6 * dot(n, eye) * eye : n);
        float root = mix(0.62, 1.0, smoothstep(0.0, 0.22, 1.0 - spot.y));
        light = base * lit(n, vec3(0.30)) * inner * root;
        vec3 between = normalize(KEY + eye);
        float grain = texel.g - 0.3;
        float near = dot(normalize(runs + (0.10 + 0.25 * grain) * n), between);
        float far = dot(normalize(runs + (0.25 * grain - 0.16) * n), between);
        float facing = max(dot(n, KEY) + 0.25, 0.0) * inner;
        light += (0.4 * base + 0.022) * fourth(sixteenth(max(1.0 - near * near, 0.0))) * facing;
        light += 0.7 * base * sixteenth(max(1.0 - far * far, 0.0)) * facing;
        float rim = 1.0 - max(dot(n, eye), 0.0);
        light += 0.25 * base * rim * rim * rim * max(dot(n, RIM) + 0.6, 0.0);
    }
    shown = vec4(sqrt(clamp(light, 0.0, 1.0)) * alpha, alpha);
}
"""


def fragment_of(surface: int) -> str:
    """The fragment shader of one surface alone: software drivers run every branch of a shader, taken or not."""
    return FRAGMENT.replace("SURFACE", str(surface)).replace("DISTANCE", str(DISTANCE_CM))
