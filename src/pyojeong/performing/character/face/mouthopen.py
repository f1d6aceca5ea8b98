"""Open mouths. They open downwards, away from the nose."""

from __future__ import annotations

import math

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.paths import oval, rounded, smooth
from pyojeong.performing.character.face.mouthcase import MouthCase
from pyojeong.performing.character.face.style import Teeth
from pyojeong.performing.character.face.symbols import drop
from pyojeong.performing.character.pens import Nodes

EASE = 0.7
"""Power of an opening: a jaw dropped by a tenth has to show already."""


def laugh(case: MouthCase) -> Nodes:
    """A D on its back: a sagging upper edge, a deep lower one."""
    form = case.form
    w, (left, right) = 0.94 * form.half, (0.8 * c for c in form.corners)
    depth = 0.26 + 1.04 * form.open**EASE
    sag, s = 0.16 * form.smile - 0.10 * (form.upper[0] + form.upper[1]) / 2, form.jaw_shift
    path = case.bent(
        (-w, left),
        (-0.5 * w, sag + 0.2 * left),
        (0.5 * w, sag + 0.2 * right),
        (w, right),
        (1.04 * w + 0.5 * s, 0.72 * depth),
        (0.56 * w + s, 1.02 * depth),
        (s, 1.02 * depth),
        (-0.56 * w + s, 1.02 * depth),
        (-1.04 * w + 0.5 * s, 0.72 * depth),
        (-w, left),
    )
    path.close()
    teeth = _teeth(case, path, sag) if depth > 0.44 else ()
    corners = _corner_ticks(case, w)
    return case.hole(path, _tongue(case, path) + teeth) + corners


def wail(case: MouthCase) -> Nodes:
    """A howling mouth: an arched top, a trembling lower lip."""
    form = case.form
    w, h, s = 0.80 * form.half + 0.06, 0.30 + 0.92 * form.open**EASE, form.jaw_shift
    tremble = 0.04 * math.sin(2 * math.pi * case.phase)
    low, top = h, -0.16 - 0.06 * form.open
    path = case.bent(
        (-w, low),
        (-1.12 * w, 0.34 * low + top),
        (-0.62 * w, top),
        (0.0, top),
        (0.62 * w, top),
        (1.12 * w, 0.34 * low + top),
        (w + s, low),
        (0.82 * w + s, 1.22 * low),
        (0.40 * w + s, (1.0 + tremble) * low),
        (s, (0.94 + tremble) * low),
        (-0.40 * w + s, (1.0 - tremble) * low),
        (-0.82 * w + s, 1.22 * low),
        (-w, low),
    )
    path.close()
    return case.hole(path, _tongue(case, path))


def round_mouth(case: MouthCase) -> Nodes:
    """An o."""
    form = case.form
    w = 0.15 + 0.20 * form.open**EASE + 0.08 * form.funnel - 0.04 * form.pucker
    h = 0.17 + 0.46 * form.open**EASE + 0.06 * form.funnel
    path = oval(case.at(form.jaw_shift * 0.5, h - 0.16), (w * case.size, h * case.size))
    return case.hole(path, _tongue(case, path) if form.open > 0.2 else ()) + _puckers(case, w)


def teeth_bared(case: MouthCase) -> Nodes:
    """A snarl: a box of clenched teeth."""
    form = case.form
    w = 0.84 * form.half
    h = 0.22 + 0.34 * form.open**EASE
    dip = 0.12 + 0.10 * max(0.0, -form.smile)
    path = case.bent(
        (-w, dip),
        (-0.94 * w, -0.22),
        (-0.4 * w, -0.16),
        (0.0, -0.16),
        (0.4 * w, -0.16),
        (0.94 * w, -0.22),
        (w, dip),
        (1.16 * w, 2.0 * h + dip),
        (0.6 * w, 1.9 * h),
        (0.0, 1.9 * h - 0.4 * dip),
        (-0.6 * w, 1.9 * h),
        (-1.16 * w, 2.0 * h + dip),
        (-w, dip),
    )
    path.close()
    return case.hole(path, _grid(case, w, 0.86 * h), colour=case.style.teeth_colour)


def talk(case: MouthCase) -> Nodes:
    """A mouth that speaks: wide or narrow, as deep as the jaw is open."""
    form = case.form
    w, s = 0.72 * form.half + 0.04 + 0.08 * form.open, form.jaw_shift
    h = 0.22 + 0.74 * form.open**EASE
    left, right = form.corners
    upper = [0.12 + 0.12 * lift for lift in form.upper]
    lower = [h + 0.12 * fall for fall in form.lower]
    side, top = 0.34 * h, -(upper[0] + upper[1]) / 2
    path = case.bent(
        (-w, side + left),
        (-w, 0.34 * side - 0.66 * upper[0] + left),
        (-0.60 * w, -upper[0]),
        (0.0, top),
        (0.60 * w, -upper[1]),
        (w, 0.34 * side - 0.66 * upper[1] + right),
        (w, side + right),
        (w + s, side + 0.62 * h),
        (0.60 * w + s, lower[1]),
        (s, (lower[0] + lower[1]) / 2),
        (-0.60 * w + s, lower[0]),
        (-w + s, side + 0.62 * h),
        (-w, side + left),
    )
    path.close()
    teeth = _teeth(case, path, -upper[0] + 0.04) if max(form.upper) > 0.2 and h > 0.4 else ()
    return case.hole(path, _tongue(case, path) + teeth)


def tongue_out(case: MouthCase) -> Nodes:
    """The tongue hangs out of an open mouth, or under a smile that stays closed."""
    form = case.form
    if form.open > 0.16:
        mouth = laugh(case) if form.smile > 0.2 else wail(case)
        top, length = 0.10 + 0.55 * form.open, 0.46 + 0.36 * form.tongue
    else:
        w, (left, right) = form.half, form.corners
        mouth = case.line(case.bent((-w, left), (-0.5 * w, form.bend), (0.5 * w, form.bend), (w, right)))
        top, length = 0.72 * form.bend, 0.26 + 0.32 * form.tongue
    half, lean = 0.27, 0.14
    x, y = case.at(lean - half, top)
    hanging = rounded(x, y - 0.16 * case.size, 2 * half * case.size, (length + 0.16) * case.size, half * case.size)
    groove = case.bent((lean, top + 0.12), (lean, top + 0.2), (lean, top + 0.3), (lean, top + 0.62 * length))
    tip = case.pen.fill(_below(case, hanging, top), case.style.tongue, part="tongue")
    tip += case.pen.edge(_below(case, hanging, top), width=0.85 * case.width, part="tongue")
    dark = mixed(case.style.tongue, case.pen.ink, 0.4)
    tip += case.pen.line(groove, width=0.9 * case.fine, colour=dark, part="groove")
    return mouth + tip if form.open > 0.16 else tip + mouth


def spit(case: MouthCase) -> Nodes:
    """Pursed lips that let go: a spray to the front."""
    hole = oval(case.at(0.0, 0.10), (0.20 * case.size, 0.22 * case.size))
    nodes = case.hole(hole, ())
    far = 0.10 * math.sin(2 * math.pi * case.phase)
    for n, (u, v, r, degrees) in enumerate(
        ((-0.5, 0.62, 0.10, 40.0), (0.0, 0.78, 0.13, 0.0), (0.5, 0.62, 0.10, -40.0))
    ):
        tear = drop(case.at(u * (1 + far), v + far), r * case.size, degrees)
        nodes += case.pen.shape(tear, "#a8dcff", width=case.fine, part=f"spit{n}")
    return nodes


def _tongue(case: MouthCase, hole: skia.Path) -> Nodes:
    box = hole.computeTightBounds()
    if box.height() < 0.34 * case.size:
        return ()
    rise = 0.30 if case.form.tongue else 0.22
    centre = box.centerX() + 0.03 * case.size, box.bottom() + 0.10 * box.height()
    hump = oval(centre, (0.36 * box.width(), (rise + 0.18) * box.height()))
    return case.pen.fill(hump, case.style.tongue, part="tongue")


def _teeth(case: MouthCase, hole: skia.Path, sag: float) -> Nodes:
    """Upper teeth in the style's manner, hanging from the upper edge."""
    kind, size = case.style.teeth, case.size
    if kind is Teeth.NONE:
        return ()
    box, (x, y) = hole.computeTightBounds(), case.at(0.0, sag)
    colour = case.style.teeth_colour
    if kind is Teeth.BAND:
        deep = min(0.22 * size, 0.26 * (box.bottom() - y))
        left, right = box.left() - 4, box.right() + 4
        up = box.top() - 6
        band = smooth(
            [
                (left, up),
                (right, up),
                (right, y - 0.2 * size),
                (x + 0.4 * size, y + 0.7 * deep),
                (x, y + deep),
                (x - 0.4 * size, y + 0.7 * deep),
                (left, y - 0.2 * size),
            ]
        )
        return case.pen.fill(band, colour, part="teeth")
    if kind is Teeth.BUCK:
        deep, half = min(0.30 * size, 0.42 * (box.bottom() - y)), 0.17 * size
        pair = rounded(x - half, y - 0.3 * size, 2 * half, 0.3 * size + deep, 0.05 * size)
        seam = skia.Path()
        seam.moveTo(x, y - 0.1 * size)
        seam.lineTo(x, y + deep)
        return case.pen.fill(pair, colour, part="teeth") + case.pen.line(seam, width=0.6 * case.fine, part="seam")
    deep, at = min(0.26 * size, 0.40 * (box.bottom() - y)), x + 0.46 * case.form.half * size
    fang = skia.Path()
    fang.moveTo(at - 0.13 * size, y - 0.4 * size)
    fang.lineTo(at - 0.13 * size, y - 0.05 * size)
    fang.quadTo(at - 0.04 * size, y + 0.7 * deep, at + 0.01 * size, y + deep)
    fang.quadTo(at + 0.08 * size, y + 0.6 * deep, at + 0.13 * size, y - 0.08 * size)
    fang.lineTo(at + 0.13 * size, y - 0.4 * size)
    fang.close()
    return case.pen.fill(fang, colour, part="teeth")


def _grid(case: MouthCase, half: float, middle: float) -> Nodes:
    """Lines between clenched teeth."""
    across = case.bent(
        (-1.2 * half, middle + 0.12),
        (-0.4 * half, middle - 0.04),
        (0.4 * half, middle - 0.04),
        (1.2 * half, middle + 0.12),
    )
    nodes = case.pen.line(across, width=0.9 * case.fine, part="bite")
    for n in range(-2, 3):
        seam = case.bent(
            (0.42 * n * half, -0.4), (0.44 * n * half, 0.2), (0.45 * n * half, 0.8), (0.46 * n * half, 1.4)
        )
        nodes += case.pen.line(seam, width=0.7 * case.fine, part=f"seam{n}")
    return nodes


def _corner_ticks(case: MouthCase, half: float) -> Nodes:
    """The little folds at the ends of a broad laugh."""
    if case.form.smile < 0.5:
        return ()
    nodes: Nodes = ()
    for side, corner in zip((-1, 1), case.form.corners, strict=True):
        u, v = side * half, 0.8 * corner
        fold = case.bent(
            (u - side * 0.05, v - 0.10), (u + side * 0.05, v - 0.08), (u + side * 0.09, v), (u + side * 0.08, v + 0.10)
        )
        nodes += case.fine_line(fold, f"fold{side}")
    return nodes


def _puckers(case: MouthCase, half: float) -> Nodes:
    """Short lines beside lips that are pushed forward."""
    if case.form.funnel < 0.3:
        return ()
    nodes: Nodes = ()
    for side in (-1, 1):
        u = side * (half + 0.24)
        path = case.bent((u, -0.02), (u + side * 0.05, 0.04), (u + side * 0.05, 0.12), (u, 0.18))
        nodes += case.fine_line(path, f"pucker{side}")
    return nodes


def _below(case: MouthCase, path: skia.Path, top: float) -> skia.Path:
    """The part of ``path`` that hangs under ``top``."""
    x, y = case.at(0.0, top)
    lower = skia.Path()
    lower.addRect(skia.Rect.MakeLTRB(x - 2 * case.size, y, x + 2 * case.size, y + 4 * case.size))
    return skia.Op(path, lower, skia.PathOp.kIntersect_PathOp) or path
