"""Lids: a curve that cuts the eye off, and the line it is seen by.

An eye that is cut without a line reads as an error of drawing, so small covers make the whole eye lower instead.
"""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import arc, lines, outside, oval
from pyojeong.performing.character.face.eyecase import Ball, EyeCase
from pyojeong.performing.character.face.forms import LOW_MOST
from pyojeong.performing.character.pens import Nodes

CUT_FROM = 0.10
"""Cover under which an upper lid stays away."""
SLANT_FROM = 5.0
"""Degrees from which a lid shows, however little it covers."""
LOW_FROM = 0.07
"""The same for the lower lid of white eyes."""
LOWERED = (0.13, 0.10, 0.40)
"""Cover from which a lid reaches the middle of the eye, what the whole eye has lost in height until then, and the
cover at which it is of full height again, because the lid alone takes as much: so its height falls evenly."""
SEATED = 0.4
"""How far in its widths a lid's line lies within an eye without an edge: drawn around it, a coming lid would make the
eye higher."""
BEAMING_FROM = 0.13
"""Lower lid from which a dark eye is cut by the cheek; cut less, its ends look like shoes."""


def relaxed(case: EyeCase) -> EyeCase:
    """The eye under a heavy lid that falls a little outward."""
    return case.with_form(cover=min(0.66, 0.26 + 0.7 * case.form.cover), slope=-7.0)


def under_lids(case: EyeCase, ball: Ball, *, weary: bool = False) -> Nodes:
    """The eye as far as its lids let it be seen, with their lines."""
    form = case.form
    upper = form.cover > CUT_FROM or abs(form.slope) > SLANT_FROM
    lower = form.low > LOW_FROM and ball.lash > 0
    lid = _upper(case, ball, at_least=0.05 + abs(form.slope) / 190 if upper else 0.0)
    nodes: Nodes = ball.nodes
    if not ball.lash and form.low > BEAMING_FROM and form.cover < 0.3:
        nodes = (Group(nodes, clip=outside(_cheek(case, ball))),)
    elif form.low > BEAMING_FROM:
        lower = True
    if upper or lower:
        nodes = (Group(nodes, clip=_opening(case, ball, lid if upper else None, lower=lower)),)
    if upper:
        nodes += case.pen.line(arc(*lid), width=case.width, part=case.part + "lid")
    if lower:
        nodes += case.pen.line(arc(*_lower(case, ball)), width=case.width * 0.5, part=case.part + "low")
    if weary:
        (x, y), (w, h) = case.centre, ball.half_size
        bag = arc((x - 0.62 * w, y + 1.22 * h), (x, y + 1.42 * h), (x + 0.62 * w, y + 1.22 * h))
        nodes += case.pen.line(bag, width=case.width * 0.45, part=case.part + "bag")
    return _lowered(case, ball, nodes) + lashes(case, ball)


def _lowered(case: EyeCase, ball: Ball, nodes: Nodes) -> Nodes:
    """The eye, less high the nearer its lid is."""
    (turn, most, end), cover = LOWERED, case.form.cover
    lost = most * max(0.0, min(cover / turn, (end - cover) / (end - turn)))
    foot = case.centre[0], case.centre[1] + ball.half_size[1]
    return (Group(nodes, matrix=Matrix.scaled(1.0, 1 - lost, foot)),) if lost > 0 else nodes


def lashes(case: EyeCase, ball: Ball) -> Nodes:
    """Short strokes at the outer corner."""
    nodes: Nodes = ()
    (w, h), side = ball.half_size, case.form.side
    x, y = case.centre
    sunk = 1.5 * case.form.cover * h
    for n in range(case.style.lashes):
        start = x + side * w * (0.72 + 0.16 * n), y - h * (0.66 - 0.36 * n) + sunk
        end = start[0] + side * w * 0.42, start[1] - h * (0.34 - 0.12 * n)
        nodes += case.pen.line(lines([start, end]), width=case.width * 0.6, part=f"{case.part}lash{n}")
    return nodes


Lid = tuple[Point, Point, Point]
"""Start, control and end of a curve from left to right."""


def _upper(case: EyeCase, ball: Ball, *, at_least: float) -> Lid:
    (x, y), (w, h), form = case.centre, ball.half_size, case.form
    seated = 0.0 if ball.lash else SEATED * case.width
    middle = y - h + 2 * h * max(form.cover, at_least) + seated
    reach = 1.16 * w
    rise = math.tan(math.radians(form.slope)) * reach * -form.side
    bulge = 0.30 * h * max(0.0, 1 - abs(form.slope) / 14) * (1 - form.cover)
    return (x - reach, middle - rise), (x, middle - 2 * bulge), (x + reach, middle + rise)


def _lower(case: EyeCase, ball: Ball) -> Lid:
    (x, y), (w, h), low = case.centre, ball.half_size, case.form.low
    edge = y + h - 2 * h * low
    return (x - 1.06 * w, edge + 0.20 * h), (x, edge - 0.22 * h), (x + 1.06 * w, edge + 0.20 * h)


def _cheek(case: EyeCase, ball: Ball) -> skia.Path:
    """The cheek that a broad smile pushes over a dark eye, which leaves a thick arch of it."""
    (x, y), (w, h) = case.centre, ball.half_size
    beaming = (case.form.low - BEAMING_FROM) / (LOW_MOST - BEAMING_FROM)
    return oval((x, y + h * (1.72 - 0.66 * beaming)), (1.06 * w, 1.16 * h))


def _opening(case: EyeCase, ball: Ball, upper: Lid | None, *, lower: bool) -> skia.Path:
    """What the lids leave open, wide enough for everything of the ball."""
    (x, y), (w, h) = case.centre, ball.half_size
    path = skia.Path()
    if upper is None:
        path.moveTo(x - 3 * w, y - 3 * h)
        path.lineTo(x + 3 * w, y - 3 * h)
    else:
        path.moveTo(*upper[0])
        path.quadTo(*upper[1], *upper[2])
    if lower:
        left, middle, right = _lower(case, ball)
        path.lineTo(x + 3 * w, right[1])
        path.lineTo(*right)
        path.quadTo(*middle, *left)
        path.lineTo(x - 3 * w, left[1])
    else:
        path.lineTo(x + 3 * w, y + 3 * h)
        path.lineTo(x - 3 * w, y + 3 * h)
    path.close()
    return path
