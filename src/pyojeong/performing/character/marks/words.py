"""Marks that speak: question, exclamation, dots, ZZZ, a bulb, a soul that leaves."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import circle, lines, oval, polar, rounded, smooth, stroked, united
from pyojeong.performing.character.marks.brush import Brush
from pyojeong.performing.character.marks.spots import Spot
from pyojeong.performing.character.marks.turns import popped, pulse, reborn, step, swing
from pyojeong.performing.character.pens import Nodes

ASK, SHOUT, DOZE, GLOW = "#4f86ff", "#f2433b", "#4f86f7", "#ffd23f"


def _letter(spot: Spot, place: Point) -> Point:
    """A local place that is never mirrored."""
    return spot.at(place[0] * spot.side, place[1])


def question(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A question mark that tilts to and fro."""
    place = spot.moved(0, 0, turn_degrees=9 * swing(phase))
    hook = skia.Path()
    hook.moveTo(*_letter(place, (-0.44, -0.42)))
    hook.cubicTo(*_letter(place, (-0.42, -1.0)), *_letter(place, (0.56, -0.98)), *_letter(place, (0.48, -0.36)))
    hook.cubicTo(*_letter(place, (0.44, -0.02)), *_letter(place, (0.0, -0.02)), *_letter(place, (0.0, 0.3)))
    dot = circle(_letter(place, (0.0, 0.8)), 0.2 * place.size)
    name = f"mark-question-{round(spot.size)}"
    hooked = brush.solid(stroked(hook, 0.34 * place.size), ASK, width=0.55, part=name)
    return (*hooked, *brush.solid(dot, ASK, width=0.55, part=f"{name}-dot"))


def exclaim(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """An exclamation mark that hops."""
    place = spot.moved(0, -0.12 * abs(swing(phase)))
    bar = smooth(
        [place.at(-0.3, -0.86), place.at(0, -0.98), place.at(0.3, -0.86), place.at(0.13, 0.36), place.at(-0.13, 0.36)]
    )
    dot = circle(place.at(0.0, 0.76), 0.23 * place.size)
    name = f"mark-exclaim-{spot.side}-{round(spot.size)}"
    drawn = brush.solid(bar, SHOUT, width=0.55, part=name)
    return (*drawn, *brush.solid(dot, SHOUT, width=0.55, part=f"{name}-dot"))


def dots(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A speech bubble with three dots, said one after the other."""
    box = spot.size
    x, y = spot.centre
    bubble = rounded(x - box, y - 0.62 * box, 2 * box, 1.16 * box, 0.56 * box)
    tail = lines([spot.at(-0.62, 0.34), spot.at(-0.88, 0.92), spot.at(-0.16, 0.5)], closed=True)
    nodes = brush.solid(united(bubble, tail), "#ffffff", width=0.6, part="mark-dots")
    shown = 3 if phase < 0.5 else step((phase - 0.5) * 2, 3) + 1
    for n in range(shown):
        dot = circle((x + (n - 1) * 0.54 * box, y - 0.03 * box), 0.15 * box)
        nodes += brush.light(dot, brush.pen.ink, part=f"mark-dots-{n}")
    return nodes


def sleep(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """Three Zs that rise, the highest the largest."""
    nodes: Nodes = ()
    for n, (out, down, size) in enumerate(((-0.72, 0.72, 0.24), (-0.16, 0.16, 0.33), (0.5, -0.5, 0.48))):
        place = Spot(spot.at(out + 0.07 * swing(phase + 0.3 * n), down), spot.size * size, 8.0, 1)
        corners = [place.at(-0.7, -0.72), place.at(0.7, -0.72), place.at(-0.7, 0.72), place.at(0.7, 0.72)]
        nodes += brush.line(lines(corners), DOZE, width=0.75 + 0.25 * n, part=f"mark-sleep-{n}")
    return nodes


def light_bulb(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A bulb with rays that flash."""
    glass = skia.Path()
    glass.moveTo(*spot.at(-0.2, 0.42))
    glass.cubicTo(*spot.at(-0.24, 0.16), *spot.at(-0.56, 0.06), *spot.at(-0.54, -0.32))
    glass.cubicTo(*spot.at(-0.5, -0.9), *spot.at(0.5, -0.9), *spot.at(0.54, -0.32))
    glass.cubicTo(*spot.at(0.56, 0.06), *spot.at(0.24, 0.16), *spot.at(0.2, 0.42))
    glass.close()
    left, top = min(spot.at(-0.22, 0)[0], spot.at(0.22, 0)[0]), spot.at(0, 0.44)[1]
    cap = rounded(left, top, 0.44 * spot.size, 0.32 * spot.size, 0.1 * spot.size)
    nodes = brush.solid(glass, GLOW, width=0.6, part="mark-bulb")
    nodes += brush.solid(cap, "#aab0bd", width=0.5, part="mark-bulb-cap")
    reach = 0.12 * swing(2 * phase)
    for n, degrees in enumerate((-165, -127, -90, -53, -15)):
        near, far = polar((0.0, -0.3), 0.74 + reach / 2, degrees), polar((0.0, -0.3), 1.0 + reach, degrees)
        ray = lines([spot.at(*near), spot.at(*far)])
        nodes += brush.line(ray, "#e89a12", width=0.6, part=f"mark-bulb-ray-{n}")
    return nodes


def soul(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A small white ghost that floats out of the head on a thread."""
    place = spot.moved(0.06 * swing(phase), -0.08 * swing(2 * phase), turn_degrees=5 * swing(phase))
    body = [(-0.1, -0.98), (0.5, -0.72), (0.62, -0.1), (0.36, 0.36), (-0.1, 0.66), (-0.62, 1.0)]
    back = [(-0.42, 0.58), (-0.56, 0.2), (-0.66, -0.2), (-0.58, -0.72)]
    path = smooth([place.at(*point) for point in (*body, *back)])
    nodes = brush.solid(path, "#ffffff", width=0.62, part="mark-soul")
    for n, across in enumerate((-0.26, 0.2)):
        eye = oval(place.at(across, -0.36), (0.09 * place.size, 0.13 * place.size))
        nodes += brush.light(eye, brush.pen.ink, part=f"mark-soul-eye-{n}")
    mouth = oval(place.at(-0.03, -0.02), (0.12 * place.size, 0.16 * place.size))
    return (*nodes, *brush.light(mouth, brush.pen.ink, part="mark-soul-mouth"))


def snow(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """A flake that turns as it sinks."""
    travel, size = reborn(phase)
    place = spot.moved(0, 0.3 * travel, turn_degrees=60 * phase).grown(max(0.02, size))
    arms = skia.Path()
    for n in range(6):
        u, v = polar((0.0, 0.0), 0.95, 60 * n)
        arms.moveTo(*place.centre)
        arms.lineTo(*place.at(u, v))
        fork = polar((0.0, 0.0), 0.55, 60 * n)
        for turn in (-34, 34):
            twig = polar(fork, 0.34, 60 * n + turn)
            arms.moveTo(*place.at(*fork))
            arms.lineTo(*place.at(*twig))
    return brush.line(
        arms, "#3d93dd", width=0.55 * min(1.0, popped(min(1.0, size))) + 0.01, part=f"mark-snow-{round(spot.size)}"
    )


def glow(brush: Brush, spot: Spot, phase: float, strength: float) -> Nodes:
    """Three short strokes beside the head: somebody noticed."""
    nodes: Nodes = ()
    jump = pulse(phase, 0.14)
    for n, degrees in enumerate((-72, -36, 0)):
        near, far = polar((-0.9, 0.9), 1.0 * jump, degrees), polar((-0.9, 0.9), 1.75 * jump, degrees)
        nodes += brush.line(lines([spot.at(*near), spot.at(*far)]), "#f08a1d", width=0.85, part=f"mark-glow-{n}")
    return nodes
