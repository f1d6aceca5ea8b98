"""Closed mouths."""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.nodes import Point
from pyojeong.performing.character.face.mouthcase import MouthCase
from pyojeong.performing.character.looks import Mouth
from pyojeong.performing.character.pens import Nodes

Places = list[Point]


def omega(case: MouthCase) -> Nodes:
    """An animal's resting mouth; a style that is no animal rests in a small smile or a line."""
    form = case.form
    if case.style.rest is not Mouth.OMEGA:
        bend = 0.16 if case.style.rest is Mouth.SMILE else 0.0
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
    """A curve from corner to corner: smiling, level or sad; pressed ones wriggle, as a held-back smile does."""
    nodes = _lips(case) + case.line(_curve(case))
    nodes += _dimples(case)
    return nodes + _chin(case) + _rolled(case)


def frown(case: MouthCase) -> Nodes:
    """A hanging curve."""
    form = case.form
    w, bend, (left, right) = 0.86 * form.half, form.bend, form.corners
    top = bend - 0.02
    path = case.bent((-w, 0.24 + left), (-0.55 * w, top), (0.55 * w, top), (w, 0.24 + right))
    return _lips(case) + case.line(path) + _chin(case) + _dimples(case)


def sneer(case: MouthCase) -> Nodes:
    """A lip drawn up on one side, over a tooth when it is drawn far."""
    form = case.form
    side = -1 if form.sneer[0] > form.sneer[1] + 0.05 else 1
    lift = max(form.sneer)
    w = 0.86 * form.half
    upper = [(-w, 0.26), (-0.42 * w, -0.04), (0.08 * w, 0.06), (0.56 * w, -0.26 * lift), (w, 0.02)]
    lower = [(w, 0.02), (0.62 * w, 0.14), (0.10 * w, 0.26), (-0.40 * w, 0.20), (-w, 0.26)]
    upper, lower = ([(side * u, v) for u, v in places] for places in (upper, lower))
    crease = case.bent(
        (side * 1.16 * w, -0.20), (side * 1.34 * w, -0.06), (side * 1.34 * w, 0.10), (side * 1.24 * w, 0.24)
    )
    nodes = case.fine_line(crease, "crease")
    if form.upper[0] + form.upper[1] < 0.5:
        return nodes + case.line(case.through(upper)) + _chin(case)
    gap = skia.Path(case.through(upper))
    gap.addPath(case.through(lower), skia.Path.kExtend_AddPathMode)
    gap.close()
    tooth = case.bent((side * 0.42 * w, -0.4), (side * 0.44 * w, 0.1), (side * 0.50 * w, 0.18), (side * 0.54 * w, 0.2))
    tooth.lineTo(*case.at(side * 0.80 * w, -0.4))
    tooth.close()
    teeth = case.pen.fill(tooth, case.style.teeth_colour, part="tooth")
    return nodes + case.hole(gap, teeth) + _chin(case)


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
    count, w = 6, 0.52 + 0.26 * abs(form.half - 0.56) / 0.3
    swing = 0.07 + 0.07 * min(1.0, form.half - 0.56 + 0.4)
    beat = math.cos(2 * math.pi * case.phase)
    height = 0.0 if form.open < 0.12 else 0.16 + 0.42 * form.open

    def edge(down: float) -> Places:
        signs = (1 if n % 2 else -1 for n in range(count + 1))
        return [(w * (2 * n / count - 1), down + beat * swing * sign) for n, sign in enumerate(signs)]

    if not height:
        return case.line(case.through(edge(0.06))) + _chin(case)
    upper, lower = edge(0.0), edge(height * 1.7)
    outline = case.through(
        [(-w - 0.06, 0.5 * height + 0.02), *upper, (w + 0.06, 0.5 * height + 0.02), *reversed(lower)], closed=True
    )
    bite = case.pen.line(case.through(edge(0.85 * height)), width=0.8 * case.fine, part="bite")
    return case.hole(outline, bite, colour=case.style.teeth_colour)


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


def _curve(case: MouthCase) -> skia.Path:
    form = case.form
    w, bend, (left, right) = form.half, form.bend, form.corners
    sway = form.jaw_shift
    wriggle = 0.30 * form.press * form.tension * (1.0 if form.smile > -0.05 else 0.0)
    lean = 0.5 * (right - left)
    if wriggle > 0.03:
        points = []
        for n in range(7):
            u = n / 3 - 1
            fall = (bend + 0.05) * (1 - u * u) + (left if u < 0 else right) * abs(u) ** 1.5
            points.append((u * w, fall + wriggle * (1 if n % 2 else -1) * (1 - 0.4 * abs(u))))
        return case.through(points)
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
