"""Open eyes in every style but `chibi`, which draws its own lids."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Linear, Point, Stop
from pyojeong.media.drawing.paths import circle, oval, rounded
from pyojeong.performing.character.face.eyecase import Ball, EyeCase
from pyojeong.performing.character.face.lids import under_lids
from pyojeong.performing.character.face.style import Eyes
from pyojeong.performing.character.pens import Nodes


def dot_eye(case: EyeCase) -> Ball:
    """A dark oval with a highlight."""
    half = _swollen(case, 0.84, 1.08)
    centre = _looking(case, 0.40, 0.30)
    shine = shines(case, centre, half)
    return Ball(case.pen.fill(oval(centre, half), case.dark, part=case.part) + shine, half)


def gloss_eye(case: EyeCase) -> Ball:
    """A tall dark oval, lit from below, with two highlights."""
    half = _swollen(case, 0.94, 1.2)
    (x, y) = centre = _looking(case, 0.32, 0.26)
    glow = Stop(1.0, case.style.iris), Stop(0.42, mixed(case.dark, case.style.iris, 0.12))
    light = Linear((x, y + half[1]), (x, y - half[1]), (Stop(0.0, glow[0].colour), Stop(0.58, glow[1].colour)))
    nodes = case.pen.fill(oval(centre, half), case.dark, part=case.part)
    inner = oval((x, y + 0.10 * half[1]), (half[0] * 0.80, half[1] * 0.80))
    nodes += case.pen.fill(inner, light, part=case.part + "iris")
    return Ball(nodes + shines(case, centre, half, second=True), half)


def button_eye(case: EyeCase) -> Ball:
    """A sewn-on button: rim, four holes, a gleam."""
    half = _swollen(case, 0.98, 0.98)
    (x, y) = centre = _looking(case, 0.26, 0.22)
    rim, hole = mixed(case.dark, "#ffffff", 0.30), mixed(case.dark, "#ffffff", 0.62)
    nodes = case.pen.fill(oval(centre, half), case.dark, part=case.part)
    nodes += case.pen.line(circle(centre, 0.68 * half[0]), width=0.13 * half[0], colour=rim, part=case.part + "rim")
    for u, v in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        nodes += case.pen.fill(circle((x + 0.21 * u * half[0], y + 0.21 * v * half[0]), 0.11 * half[0]), hole)
    return Ball(nodes, half)


def line_eye(case: EyeCase) -> Ball:
    """A short upright stroke."""
    w, h = 0.30 * case.radius, (0.82 + 0.34 * case.form.wide + 0.12 * case.form.watery) * case.radius
    x, y = _looking(case, 0.42, 0.30)
    nodes = case.pen.fill(rounded(x - w, y - h, 2 * w, 2 * h, w), case.dark, part=case.part)
    if case.form.watery > 0.1 and case.style.shine:
        nodes += case.pen.fill(circle((x, y - h + 1.1 * w), (0.25 + 0.25 * case.form.watery) * w), "#ffffff")
    return Ball(nodes, (2.0 * w, h))


def ring_eye(case: EyeCase) -> Ball:
    """A white ball with an edge and a pupil."""
    radius = case.radius * (1.06 + 0.12 * case.form.watery + 0.30 * case.form.wide)
    return _white_ball(case, (radius, radius * (1 + 0.15 * case.form.wide)), pupil=0.54 + 0.10 * case.form.watery)


def wide_eye(case: EyeCase) -> Nodes:
    """An eye torn open: a white ball in which the pupil shrinks."""
    torn = (case.form.wide - 0.45) / 0.55
    width = case.radius * (1.22 + 0.30 * torn)
    return under_lids(case, _white_ball(case, (width, width * 1.08), pupil=0.46 - 0.20 * max(0.0, torn)))


def blank_ball(case: EyeCase) -> Nodes:
    """A white ball without a pupil."""
    return _white_ball(case, (case.radius * 1.25, case.radius * 1.32), pupil=0.0).nodes


OPEN_EYES: Mapping[Eyes, Callable[[EyeCase], Ball]] = MappingProxyType(
    {
        Eyes.DOT: dot_eye,
        Eyes.GLOSS: gloss_eye,
        Eyes.BUTTON: button_eye,
        Eyes.LINE: line_eye,
        Eyes.HALF: dot_eye,
        Eyes.RING: ring_eye,
    }
)


def shines(case: EyeCase, centre: Point, half: Point, *, second: bool = False) -> Nodes:
    """Highlights: one up left, another down right for glossy and watery eyes, a pool for the latter."""
    (x, y), (w, h), size = centre, half, case.style.shine
    watery = case.form.watery
    if not size:
        return ()
    shimmer = 0.05 * math.sin(2 * math.pi * case.phase) * watery
    lid = 0.0 if case.form.cover < 0.1 else 2 * case.form.cover
    first = oval((x - 0.30 * w, y - (max(-0.2, 0.38 - lid) + shimmer) * h), (0.34 * w * size, 0.30 * h * size))
    nodes = case.pen.fill(first, "#ffffff", part=case.part + "shine")
    if second or watery > 0.1:
        radius = w * size * (0.15 + 0.10 * watery)
        nodes += case.pen.fill(circle((x + 0.36 * w, y + (0.34 + shimmer) * h), radius), "#ffffff", opacity=0.92)
    return nodes + (_pool(case, centre, half) if watery > 0.25 else ())


def _pool(case: EyeCase, centre: Point, half: Point) -> Nodes:
    """Water standing on the lower lid."""
    (x, y), (w, h) = centre, half
    level = oval((x, y + h * (1.12 - 0.18 * case.form.watery)), (1.1 * w, 0.42 * h))
    return (Group(case.pen.fill(level, "#cfeaff", opacity=0.92), clip=oval(centre, half)),)


def _white_ball(case: EyeCase, half: Point, *, pupil: float) -> Ball:
    (x, y), (gx, gy) = case.centre, case.form.gaze
    outline = oval((x, y), half)
    nodes = case.pen.fill(outline, case.style.white, part=case.part)
    if pupil:
        radius = half[0] * pupil
        room = half[0] - radius - 0.5 * case.width
        at = x + gx * room * 0.8, y + gy * room * 0.8
        nodes += case.pen.fill(circle(at, radius), case.dark, part=case.part + "pupil")
        if pupil > 0.36:
            nodes += shines(case, at, (radius, radius))
    nodes += case.pen.edge(outline, width=case.width * 0.85, part=case.part)
    return Ball(nodes, half, lash=1.0)


def _swollen(case: EyeCase, w: float, h: float) -> Point:
    form = case.form
    wide, watery = form.wide, form.watery
    return case.radius * w * (1 + 0.08 * wide + 0.20 * watery), case.radius * h * (1 + 0.24 * wide + 0.10 * watery)


def _looking(case: EyeCase, across: float, down: float) -> Point:
    gx, gy = case.form.gaze
    return case.centre[0] + gx * across * case.radius, case.centre[1] + gy * down * case.radius
