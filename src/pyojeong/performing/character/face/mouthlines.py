"""Closed mouths."""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import rounded
from pyojeong.performing.character.face.mouthcase import MouthCase
from pyojeong.performing.character.looks import Mouth
from pyojeong.performing.character.pens import Nodes

Places = list[Point]
RESTING = 0.16
"""Bend of a mouth that smiles at rest."""


def omega(case: MouthCase) -> Nodes:
    """An animal's resting mouth; a style that is no animal rests in a small smile or a line."""
    form = case.form
    if case.style.rest is not Mouth.OMEGA:
        bend = RESTING if case.style.rest is Mouth.SMILE else 0.0
        return case.line(case.bent((-0.40, -0.5 * bend), (-0.16, bend), (0.16, bend), (0.40, -0.5 * bend)))
    left, right = (0.4 * corner for corner in form.corners)
    path = case.bent(
        (-0.52, -0.10 + left),
        (-0.48, 0.30),
        (-0.06, 0.30),
        (0.0, -0.04),
        (0.06, 0.30),
        (0.48, 0.30),
        (0.52, -0.10 + right),
    )
    return case.line(path)


def smile(case: MouthCase) -> Nodes:
    """A curve between raised corners; a pressed one trembles, as a held-back smile does."""
    return _line(_smiling(case, RESTING if case.style.rest is Mouth.SMILE else 0.09))


def level(case: MouthCase) -> Nodes:
    """A line from corner to corner; a face that rests in a smile keeps as much of it as brows and corners leave."""
    form = case.form
    kept = max(0.0, 1 - 2.5 * form.tension + 8 * min(0.0, form.smile)) if case.style.rest is Mouth.SMILE else 0.0
    return _line(_smiling(case, RESTING * kept))


def frown(case: MouthCase) -> Nodes:
    """A hanging curve."""
    form = case.form
    w, (left, right) = 0.80 * form.half + 0.08, form.corners
    top = 0.62 * form.bend - 0.06
    path = case.bent((-w, 0.20 + left), (-0.62 * w, top), (0.62 * w, top), (w, 0.20 + right))
    return _lips(case) + case.line(path) + _chin(case) + _dimples(case)


def sneer(case: MouthCase) -> Nodes:
    """A wry line, one end of it drawn up; drawn up far, the lip leaves the mouth open and the tongue comes forward."""
    form = case.form
    side = -1 if form.sneer[0] > form.sneer[1] + 0.05 else 1
    lift, w = max(form.sneer), 1.04 * form.half + 0.06
    crease = ((1.12, -0.34), (1.34, -0.22), (1.44, 0.0), (1.34, 0.20))
    nodes = case.fine_line(case.bent(*((side * u * w, v) for u, v in crease)), "crease")
    if form.open < 0.2:
        places = ((-w, 0.20), (-0.40 * w, -0.16 - 0.32 * lift), (0.24 * w, 0.30), (w, -0.04 - 0.22 * lift))
        return nodes + case.line(case.bent(*((side * u, v) for u, v in places))) + _chin(case)
    deep = 0.28 + 0.6 * form.open
    rim = ((-w, 0.92 * deep), (-0.72 * w, 0.10), (0.0, -0.06), (0.64 * w, -0.18), (0.98 * w, 0.26 * deep))
    low = ((0.84 * w, 0.86 * deep), (0.10 * w, 0.78 * deep), (-0.62 * w, 1.12 * deep))
    hole = case.through([(side * u, v) for u, v in (*rim, *low)], closed=True)
    x, y = case.at(side * 0.10 - 0.22, 0.42 * deep)
    tongue = rounded(x, y, 0.44 * case.size, (0.34 * deep + 0.32 * form.sneer[0] + 0.1) * case.size, 0.2 * case.size)
    tip = case.pen.fill(tongue, case.style.tongue, part="tongue") + case.pen.edge(
        tongue, width=0.8 * case.width, part="tongue"
    )
    return nodes + case.hole(hole, ()) + tip


def pout(case: MouthCase) -> Nodes:
    """Lips jammed together, the chin pushed up."""
    form = case.form
    w = 0.30 + 0.16 * form.press + 0.12 * max(0.0, -form.smile)
    drop = 0.16 + 0.10 * form.tension
    path = case.bent((-w, drop), (-0.55 * w, -0.22), (0.55 * w, -0.22), (w, drop))
    chin = case.bent((-0.20, 0.44), (-0.08, 0.36), (0.08, 0.36), (0.20, 0.44))
    return case.line(path) + case.fine_line(chin, "chin")


def wave(case: MouthCase) -> Nodes:
    """A trembling mouth: a wavy line, which parts over chattering teeth."""
    form = case.form
    w = 0.54 + 0.34 * max(form.half - 0.56, 0.0) / 0.3
    swing = 0.06 + 0.05 * min(1.0, 3 * max(form.half - 0.56, 0.0))
    beat = math.cos(2 * math.pi * case.phase)

    def edge(reach: float, down: float, swing: float) -> Places:
        signs = [-1 if n % 2 else 1 for n in range(7)]
        return [(reach * (n / 3 - 1), down + beat * swing * sign) for n, sign in enumerate(signs)]

    if form.open < 0.12:
        return case.line(case.through(edge(w, 0.08, swing + 0.03))) + _chin(case)
    h = 0.32 + 0.78 * form.open
    outline = [
        *edge(0.86 * w, -0.08, 0.5 * swing),
        (w, 0.5 * h - 0.06),
        *reversed(edge(0.86 * w, h - 0.06, 0.5 * swing)),
    ]
    outline.append((-w, 0.5 * h - 0.06))
    bite = case.pen.line(case.through(edge(1.1 * w, 0.5 * h - 0.06, 0.8 * swing)), width=case.fine, part="bite")
    return case.hole(case.through(outline, closed=True), bite, colour=case.style.teeth_colour)


def bilabial(case: MouthCase) -> Nodes:
    """Lips closed on one another: m, b, p."""
    w = 0.44 * min(1.0, case.form.half / 0.5)
    ends = [case.bent((s * w, -0.06), (s * (w + 0.06), 0.0), (s * (w + 0.06), 0.06), (s * w, 0.12)) for s in (-1, 1)]
    nodes = case.line(case.bent((-w, 0.03), (-0.4 * w, -0.02), (0.4 * w, -0.02), (w, 0.03)))
    for side, end in zip((-1, 1), ends, strict=True):
        nodes += case.fine_line(end, f"corner{side}")
    return nodes


def kiss(case: MouthCase) -> Nodes:
    """Lips pushed out: a 3."""
    k = 0.8 + 0.3 * case.form.pucker
    path = case.bent(
        (-0.08 * k, -0.22 * k),
        (0.26 * k, -0.30 * k),
        (0.26 * k, -0.02 * k),
        (-0.02 * k, 0.02 * k),
        (0.30 * k, 0.04 * k),
        (0.28 * k, 0.36 * k),
        (-0.10 * k, 0.28 * k),
    )
    return case.line(path)


def chew(case: MouthCase) -> Nodes:
    """A full cheek and a mouth that works to one side."""
    swing = 0.10 * math.sin(2 * math.pi * case.phase)
    path = case.bent((-0.34, 0.06 + swing), (-0.14, -0.08), (0.02, 0.20), (0.22, 0.04 - swing))
    bulge = case.bent((0.56, -0.26), (0.92, -0.22), (0.96, 0.26 + swing), (0.60, 0.32))
    return case.line(path) + case.fine_line(bulge, "bulge")


def _smiling(case: MouthCase, more: float) -> MouthCase:
    """The same mouth with ``more`` of a smile's bend."""
    form, (left, right) = case.form, case.form.corners
    return case.with_form(form._replace(bend=form.bend + more, corners=(left - 0.5 * more, right - 0.5 * more)))


def _line(case: MouthCase) -> Nodes:
    return _lips(case) + case.line(_curve(case)) + _dimples(case) + _chin(case) + _rolled(case)


def _curve(case: MouthCase) -> skia.Path:
    form = case.form
    w, bend, (left, right) = form.half, form.bend, form.corners
    sway = form.jaw_shift
    lean = 0.5 * (right - left)
    wriggle = 0.24 * form.press * form.tension * min(1.0, max(0.0, 1 + 8 * form.smile))
    if wriggle > 0.02:  # a held-back smile: it trembles between the smile's corners
        places = []
        for n in range(13):
            u = n / 6 - 1
            fall = bend * (1 - u * u) + (left if u < 0 else right) * u * u
            places.append((u * w, fall + wriggle * math.sin(3.4 * math.pi * u) * (1 - u * u)))
        return case.through(places)
    return case.bent((-w + lean, left), (-0.5 * w + sway, bend), (0.5 * w + sway, bend), (w + lean, right))


def _dimples(case: MouthCase) -> Nodes:
    """Short curves at corners that are drawn in, or up by a broad smile."""
    form = case.form
    nodes: Nodes = ()
    for side, dimple, corner in zip((-1, 1), form.dimples, form.corners, strict=True):
        depth = max(dimple, 1.4 * (-corner - 0.18))
        if depth > 0.08:
            u, k = side * (form.half + 0.04), 0.06 + 0.10 * min(1.0, depth)
            path = case.bent(
                (u - side * k, corner - k),
                (u + side * k, corner - k),
                (u + side * 1.4 * k, corner),
                (u + side * 0.9 * k, corner + 1.2 * k),
            )
            nodes += case.fine_line(path, f"dimple{side}")
    return nodes


def _chin(case: MouthCase) -> Nodes:
    """The dent over a chin that is pushed up or forward."""
    shrug = case.form.shrug
    if shrug < 0.12:
        return ()
    w, v = 0.12 + 0.14 * shrug, 0.40 + 0.08 * shrug
    return case.fine_line(case.bent((-w, v + 0.06), (-0.5 * w, v), (0.5 * w, v), (w, v + 0.06)), "chin")


def _rolled(case: MouthCase) -> Nodes:
    """Shadow over or under lips that are rolled in."""
    nodes: Nodes = ()
    for roll, v, name in ((case.form.roll_upper, -0.18, "roll-upper"), (case.form.roll_lower, 0.24, "roll-lower")):
        if roll > 0.3:
            w, dip = 0.26 * roll, 0.05 if v > 0 else -0.05
            nodes += case.fine_line(case.bent((-w, v), (-0.5 * w, v + dip), (0.5 * w, v + dip), (w, v)), name)
    return nodes


def _lips(case: MouthCase) -> Nodes:
    """Coloured lips around a closed mouth."""
    lip, form = case.style.lip, case.form
    if lip is None:
        return ()
    w, bend, (left, right) = 0.80 * form.half, 0.7 * form.bend, (0.8 * c for c in form.corners)
    path = case.bent(
        (-w, left),
        (-0.5 * w, bend - 0.22),
        (-0.16 * w, bend - 0.24),
        (0.0, bend - 0.14),
        (0.16 * w, bend - 0.24),
        (0.5 * w, bend - 0.22),
        (w, right),
        (0.5 * w, bend + 0.36),
        (-0.5 * w, bend + 0.36),
        (-w, left),
    )
    return case.pen.fill(path, lip, opacity=0.85, part="lip")
