"""Drawn people's eyes: white, a large iris lit from below, a heavy upper lash, a faint lower lid.

Their lids are the eye's own outline, which bends; they are never cut by a straight edge.
"""

from __future__ import annotations

from typing import NamedTuple

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Linear, Point, Stop
from pyojeong.media.drawing.paths import curve, oval
from pyojeong.performing.character.face.eyecase import Ball, EyeCase
from pyojeong.performing.character.face.lids import lashes
from pyojeong.performing.character.pens import Nodes


class _Almond(NamedTuple):
    """Corners and controls, inner to outer along the top, back along the bottom."""

    inner: Point
    top_inner: Point
    top_outer: Point
    outer: Point
    low_outer: Point
    low_inner: Point


def chibi_eye(case: EyeCase) -> Nodes:
    """The whole eye with its lids."""
    almond = _almond(case)
    outline = _outline(almond)
    pen, ink = case.pen, case.pen.ink
    inside = pen.fill(outline, case.style.white, part=case.part) + _iris(case)
    shade = oval(case.at(0.1, _top(case) - 0.02), (1.3 * case.radius, 0.36 * case.radius))
    inside += pen.fill(shade, mixed(ink, "#5a5a8a", 0.4), opacity=0.20)
    nodes: Nodes = (Group(inside, clip=outline),)
    low = curve(almond.outer, almond.low_outer, almond.low_inner, almond.inner)
    nodes += (Group(pen.line(low, width=case.width * 0.42, part=case.part + "low"), opacity=0.42),)
    nodes += pen.fill(_lash(case, almond), ink, part=case.part + "lid")
    return nodes + lashes(case, Ball((), (1.0 * case.radius, 1.2 * case.radius)))


def _top(case: EyeCase) -> float:
    """Height of the upper lid's crown, in radii below the eye's middle."""
    return -_height(case) * (1 - 1.5 * case.form.cover)


def _height(case: EyeCase) -> float:
    return 1.26 * (1 + 0.16 * case.form.wide + 0.05 * case.form.watery)


def _almond(case: EyeCase) -> _Almond:
    form = case.form
    h, top, slant = _height(case), _top(case), form.slope / 26
    inner = 0.10 * h + 0.26 * h * slant + 0.10 * h * form.cover
    outer = -0.04 * h - 0.18 * h * slant + 0.16 * h * form.cover
    low = h * (1 - 1.25 * form.low)
    return _Almond(
        case.at(-0.96, inner),
        case.at(-0.74, 1.18 * top + 0.42 * h * slant),
        case.at(0.56, 1.32 * top - 0.20 * h * slant),
        case.at(1.06, outer),
        case.at(0.98, max(outer, 1.10 * low)),
        case.at(-0.76, max(inner, 1.14 * low)),
    )


def _outline(almond: _Almond) -> skia.Path:
    path = curve(almond.inner, almond.top_inner, almond.top_outer, almond.outer)
    path.cubicTo(*almond.low_outer, *almond.low_inner, *almond.inner)
    path.close()
    return path


def _lash(case: EyeCase, almond: _Almond) -> skia.Path:
    """The upper edge as one mass: thin inside, thick over the iris, flicked out at the corner."""
    thick = 1.15 * case.width
    tip = _shifted(almond.outer, case.form.side * 0.22 * case.radius, -0.55 * thick)
    path = curve(almond.inner, almond.top_inner, almond.top_outer, almond.outer)
    path.lineTo(*tip)
    back_outer = _shifted(almond.top_outer, case.form.side * 0.06 * case.radius, -1.5 * thick)
    back_inner = _shifted(almond.top_inner, 0, -1.15 * thick)
    path.cubicTo(*back_outer, *back_inner, *_shifted(almond.inner, 0, -0.25 * thick))
    path.close()
    return path


def _iris(case: EyeCase) -> Nodes:
    pen, style, radius, form = case.pen, case.style, case.radius, case.form
    torn = max(0.0, (form.wide - 0.5) / 0.5)
    w = radius * (0.83 - 0.39 * torn + 0.05 * form.watery)
    h = w * (1.36 - 0.26 * torn)
    x, y = case.centre[0] + 0.34 * radius * form.gaze[0], case.centre[1] + 0.30 * radius * form.gaze[1]
    stops = Stop(0.0, mixed(style.iris, "#ffffff", 0.22)), Stop(0.45, style.iris), Stop(1.0, case.dark)
    nodes = pen.fill(oval((x, y), (w, h)), case.dark, part=case.part + "rim")
    nodes += pen.fill(oval((x, y + 0.03 * h), (0.88 * w, 0.9 * h)), Linear((x, y + h), (x, y - 0.75 * h), stops))
    nodes += pen.fill(oval((x, y - 0.04 * h), (0.40 * w, 0.44 * h)), mixed(case.dark, "#000000", 0.35))
    size = style.shine
    if size:
        nodes += pen.fill(oval((x - 0.36 * w, y - 0.42 * h), (0.33 * w * size, 0.29 * h * size)), "#ffffff")
        nodes += pen.fill(
            oval((x + 0.40 * w, y + 0.42 * h), (0.16 * w * size, 0.14 * h * size)), "#ffffff", opacity=0.9
        )
    if form.watery > 0.2:
        nodes += pen.fill(oval((x - 0.2 * w, y + 0.52 * h), (0.2 * w, 0.16 * h)), "#dff2ff", opacity=0.9)
        pool = oval(case.at(0.0, _height(case) * 0.98), (0.9 * radius, 0.34 * radius))
        nodes += pen.fill(pool, "#cfeaff", opacity=0.9)
    return nodes


def _shifted(point: Point, right: float, down: float) -> Point:
    return point[0] + right, point[1] + down
