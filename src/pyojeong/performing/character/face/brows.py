"""Both brows."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import arc
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.face.forms import SIDE_NAMES, BrowForm, brow_form
from pyojeong.performing.character.face.style import Brows, FacePlaces, FaceStyle
from pyojeong.performing.character.looks import Eye, Looks
from pyojeong.performing.character.pens import Nodes, Pen

SHOWN_FROM, SHOWN_WHOLLY = 0.12, 0.17
"""Activities between which the brows of `Brows.ACTIVE` grow: a resting animal has none."""


def brow_nodes(pen: Pen, places: FacePlaces, style: FaceStyle, acting: Acting, looks: Looks) -> Nodes:
    """Two groups, the left one of the picture first; none while active brows rest."""
    groups = []
    for side, centre, eye in ((-1, places.eyes[0], looks.right_eye), (1, places.eyes[1], looks.left_eye)):
        form = brow_form(acting.expression, side)
        size = _size(style, form)
        if size <= 0:
            continue
        lifted = places.brows_above + (0.16 * places.eye_radius if eye is Eye.WIDE else 0.0)
        drawn = _brow(pen, style, form, (centre[0], centre[1] - lifted), places.eye_radius * 1.18, size)
        tilt = Matrix.turned(places.tilt_degrees, centre) if places.tilt_degrees else None
        groups.append(Group(drawn, matrix=tilt, opacity=size, name=f"{SIDE_NAMES[side].lower()}-brow"))
    return tuple(groups)


def _size(style: FaceStyle, form: BrowForm) -> float:
    """Share of the full length that shows."""
    if style.brows is not Brows.ACTIVE:
        return 1.0
    return min(1.0, (form.activity - SHOWN_FROM) / (SHOWN_WHOLLY - SHOWN_FROM))


def _brow(pen: Pen, style: FaceStyle, form: BrowForm, centre: Point, length: float, size: float) -> Nodes:
    (x, y), side = centre, form.side
    half = length * (0.6 + 0.4 * size)
    inner = x - side * half * (0.84 + form.knit), y + length * form.inner
    outer = x + side * half * (0.98 - 0.5 * form.knit), y + length * form.outer
    middle = (inner[0] + outer[0]) / 2, (inner[1] + outer[1]) / 2
    arch = 0.34 - 0.40 * form.furrow - 0.22 * abs(form.inner - form.outer)
    by = middle[0] + side * 0.16 * length, middle[1] - 2 * arch * 0.5 * length
    colour, part = style.brow_colour or pen.ink, f"brow{side}"
    width = pen.width * style.line
    if style.brows is Brows.TAPERED:
        return pen.fill(_wedge(inner, by, outer, 1.5 * width), colour, part=part)
    if style.brows is Brows.BLOCK:
        return pen.line(arc(inner, by, outer), width=2.0 * width, colour=colour, part=part)
    return pen.line(arc(inner, by, outer), width=width, colour=colour, part=part)


def _wedge(inner: Point, by: Point, outer: Point, width: float) -> skia.Path:
    """A brow that is thick inside and runs out in a point."""
    path = skia.Path()
    path.moveTo(inner[0], inner[1] + 0.5 * width)
    path.quadTo(by[0], by[1] + 0.5 * width, *outer)
    path.quadTo(by[0], by[1] - 0.6 * width, inner[0], inner[1] - 0.5 * width)
    path.quadTo(inner[0] - 0.5 * width * (1 if outer[0] > inner[0] else -1), inner[1], inner[0], inner[1] + 0.5 * width)
    path.close()
    return path
