"""One mouth for all that is said: a line while it is shut, an opening that grows out of it, in the design's own pen."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.paths import oval
from pyojeong.performing.character.face.mouthcase import MouthCase
from pyojeong.performing.character.face.spokenform import SpokenForm
from pyojeong.performing.character.face.style import Teeth
from pyojeong.performing.character.looks import Mouth as Kind
from pyojeong.performing.character.pens import Nodes

_HAIR = 0.3
"""Opening, in line widths, under which there is nothing to be seen inside."""
_LINE_GOES = 2.2
"""Opening, in line widths, at which the line of the shut mouth has wholly become the edge of an open one."""
_NOTCH = 0.15
"""Of an animal's upper lip, under its nose."""


def spoken(case: MouthCase, form: SpokenForm) -> Nodes:
    """The mouth of one moment of speech."""
    open_px, width = form.gap * case.size, case.width
    shut = _arc(case, form, lower=False)
    nodes = _lips(case, form, shut)
    if open_px > _HAIR * width:
        hole = _hole(case, form)
        nodes += case.hole(hole, _inside(case, form))
    line = 1.0 - min(1.0, open_px / (_LINE_GOES * width))
    if line > 0.08:
        nodes += case.line(shut, weight=line * (1.0 + 0.12 * form.press))
    return nodes + _pressed(case, form)


def _handles(form: SpokenForm, notch: float, *, lower: bool) -> tuple[float, float, float]:
    """Where an arc's handles are: near the corner across and along, near the middle across."""
    wide = min(1.0, form.gap / 0.5) if lower else 0.0
    full = max(form.round, wide, 0.9 * form.square * min(1.0, form.gap / 0.2))
    box = form.square * min(1.0, form.gap / 0.2)
    first, along, second = 0.75 + 0.24 * full, 0.667 - 0.08 * full + 0.16 * box, 0.375 + 0.185 * full + 0.16 * box
    return first + (0.92 - first) * notch, along, second + (0.12 - second) * notch


def _notch(case: MouthCase, form: SpokenForm, *, lower: bool) -> float:
    """How much of an animal's split lip is left, [0, 1]: open jaws, round lips and strong corners smooth it."""
    if case.style.rest is not Kind.OMEGA:
        return 0.0
    calm = (1.0 - form.round) * (1.0 - min(1.0, 1.3 * abs(form.smile))) * (1.0 - form.square)
    return calm * (1.0 - min(1.0, form.gap / (0.12 if lower else 0.7)))


def _points(case: MouthCase, form: SpokenForm, *, lower: bool) -> list[Point]:
    """Seven places from the left corner to the right one: two cubics that meet in the middle."""
    notch = _notch(case, form, lower=lower)
    across, along, near = _handles(form, notch, lower=lower)
    middle, slide = (form.lower, form.jaw_shift) if lower else (form.upper, 0.0)
    sag, rise = middle + 1.5 * _NOTCH * notch, middle - 0.4 * _NOTCH * notch
    (left, right), half = (c - 0.5 * _NOTCH * notch for c in form.corners), form.half

    def first(corner: float) -> float:
        return corner + (middle - corner) * along + (sag - (corner + (middle - corner) * along)) * notch

    return [
        (-half, left),
        (-across * half + 0.5 * slide, first(left)),
        (-near * half + slide, sag),
        (slide, rise),
        (near * half + slide, sag),
        (across * half + 0.5 * slide, first(right)),
        (half, right),
    ]


def _arc(case: MouthCase, form: SpokenForm, *, lower: bool) -> skia.Path:
    return case.bent(*_points(case, form, lower=lower))


def _hole(case: MouthCase, form: SpokenForm) -> skia.Path:
    above, below = _points(case, form, lower=False), _points(case, form, lower=True)
    path = case.bent(*above, *below[-2::-1])
    path.close()
    return path


def _inside(case: MouthCase, form: SpokenForm) -> Nodes:
    """Tongue and teeth, from the back."""
    return _tongue(case, form) + _upper_teeth(case, form) + _lower_teeth(case, form) + _bite(case, form)


def _tongue(case: MouthCase, form: SpokenForm) -> Nodes:
    """It lies in the jaw; for ㄴ, ㄷ and ㄹ its tip rises to the teeth."""
    up = form.tongue * (1.0 - 0.6 * form.clenched)
    high = 0.14 + 0.30 * form.gap
    rest, raised = form.lower + 0.36 * high, form.upper + 0.34 * form.gap + high
    y = rest + (raised - rest) * up
    wide = form.half * (0.66 - 0.16 * up)
    hump = oval(case.at(form.jaw_shift, y), (wide * case.size, high * case.size))
    nodes = case.pen.fill(hump, case.style.tongue, part="tongue")
    if up > 0.3 and form.gap > 0.12:
        tip = oval(case.at(form.jaw_shift, y + 0.12 * high), (0.62 * wide * case.size, 0.72 * high * case.size))
        nodes += case.pen.fill(tip, mixed(case.style.tongue, "#ffffff", 0.18), opacity=min(1.0, up), part="tip")
    return nodes


def _upper_teeth(case: MouthCase, form: SpokenForm) -> Nodes:
    """A row that hangs from the upper arc, or the one or two teeth that a style has."""
    if case.style.teeth is Teeth.NONE:
        return ()
    row = min(0.36 * form.gap, 0.24)
    deep = (row + (1.0 * form.gap - row) * form.clenched) * form.teeth
    whole = form.clenched if case.style.teeth in (Teeth.FANG, Teeth.BUCK) else 1.0
    nodes = _few_teeth(case, form) if whole < 1.0 else ()
    if deep * whole > 0.02:
        nodes += case.pen.fill(_band(case, form, deep * whole), case.style.teeth_colour, part="teeth")
    return nodes


def _band(case: MouthCase, form: SpokenForm, deep: float, *, lower: bool = False) -> skia.Path:
    """What lies within ``deep`` of an arc; the opening cuts off what is beyond it."""
    edge = _points(case, form, lower=lower)
    by = -deep if lower else deep
    inner = [(x * 1.02, y + by) for x, y in edge]
    beyond = 0.6 if lower else -0.6
    far = [(edge[-1][0] * 1.1, edge[-1][1] + beyond), (edge[0][0] * 1.1, edge[0][1] + beyond)]
    path = case.bent(*inner)
    for place in far:
        path.lineTo(*case.at(*place))
    path.close()
    return path


def _few_teeth(case: MouthCase, form: SpokenForm) -> Nodes:
    """Two long front teeth, or one fang; they come out as the jaw goes down."""
    size, top = case.size, form.upper
    deep = min(0.30, 0.42 * form.gap)
    if case.style.teeth is Teeth.BUCK:
        (x, y), half = case.at(0.0, top), 0.17 * size
        pair = skia.Path()
        pair.addRoundRect(skia.Rect.MakeLTRB(x - half, y - 0.3 * size, x + half, y + deep * size), 3, 3)
        seam = case.bent((0.0, top - 0.1), (0.0, top), (0.0, top), (0.0, top + deep))
        return case.pen.fill(pair, case.style.teeth_colour, part="teeth") + case.pen.line(
            seam, width=0.6 * case.fine, part="seam"
        )
    at = 0.46 * form.half
    fang = case.bent(
        (at - 0.13, top - 0.4),
        (at - 0.13, top),
        (at - 0.06, top + 0.7 * deep),
        (at, top + 1.1 * deep),
        (at + 0.06, top + 0.7 * deep),
        (at + 0.13, top),
        (at + 0.13, top - 0.4),
    )
    fang.close()
    return case.pen.fill(fang, case.style.teeth_colour, part="teeth")


def _lower_teeth(case: MouthCase, form: SpokenForm) -> Nodes:
    """Anger bares them too."""
    deep = min(0.24 * form.gap, 0.15) * form.square
    if case.style.teeth is Teeth.NONE or deep < 0.02:
        return ()
    return case.pen.fill(_band(case, form, deep, lower=True), case.style.teeth_colour, part="low-teeth")


def _bite(case: MouthCase, form: SpokenForm) -> Nodes:
    """The line between clenched rows."""
    if form.clenched < 0.15 or case.style.teeth is Teeth.NONE:
        return ()
    above, below = _points(case, form, lower=False), _points(case, form, lower=True)
    path = case.bent(*((a[0], 0.5 * (a[1] + b[1])) for a, b in zip(above, below, strict=True)))
    colour = mixed(case.style.teeth_colour, case.pen.ink, 0.4)
    return case.pen.line(path, width=0.6 * case.fine * form.clenched, colour=colour, part="bite")


def _lips(case: MouthCase, form: SpokenForm, shut: skia.Path) -> Nodes:
    """Coloured lips under the line of a shut mouth; an open one has them at its edge."""
    if case.style.lip is None:
        return ()
    near = 1.0 - min(1.0, form.gap / 0.3)
    return case.pen.line(shut, width=(1.9 + 1.6 * near) * case.width, colour=case.style.lip, part="lip")


def _pressed(case: MouthCase, form: SpokenForm) -> Nodes:
    """Folds at the ends of lips that press on each other, and the dent over the chin."""
    weight = min(1.0, 2.2 * form.press) * (1.0 - min(1.0, form.gap / 0.1))
    if weight < 0.2:
        return ()
    nodes: Nodes = ()
    for side, corner in zip((-1, 1), form.corners, strict=True):
        u = side * (form.half + 0.05)
        fold = case.bent(
            (u, corner - 0.09), (u + side * 0.05, corner - 0.04), (u + side * 0.05, corner + 0.04), (u, corner + 0.09)
        )
        nodes += case.pen.line(fold, width=case.fine * weight, part=f"corner{side}")
    return nodes
