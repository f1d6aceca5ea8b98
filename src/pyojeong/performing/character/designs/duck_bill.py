"""The bill: all that a mouth can do, done by two flat mandibles that never had lips or teeth."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Node, Point
from pyojeong.media.drawing.paths import arc, lines, oval, smooth
from pyojeong.performing.character.face.forms import MouthForm
from pyojeong.performing.character.face.symbols import drop
from pyojeong.performing.character.looks import Mouth
from pyojeong.performing.character.pens import Nodes, Pen


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill about to be drawn, in units of its size.

    Attributes:
        pen: What it is drawn with.
        form: How the mouth is moved.
        centre: Middle of the resting gape.
        size: Canvas units of one unit.
        colour: Of the bill.
        inside: Of the throat.
        tongue: Of the tongue.
        phase: Of the cycle.
        wide: Half its width.
        high: Its root above the gape.
        corners: Drop of each end, left and right of the picture.
        bend: Drop of the upper mandible's middle.
        gape: How far the lower mandible is dropped.
        lip: Thickness of the lower mandible.
        lifted: Each side of the upper mandible's edge.
        ripple: Of the upper edge: a bow, or teeth of a saw when negative.
    """

    pen: Pen
    form: MouthForm
    centre: Point
    size: float
    colour: str
    inside: str
    tongue: str
    phase: float
    wide: float = 1.0
    high: float = 0.62
    corners: Point = (0.0, 0.0)
    bend: float = 0.1
    gape: float = 0.0
    lip: float = 0.17
    lifted: Point = (0.0, 0.0)
    ripple: float = 0.10

    def at(self, x: float, y: float) -> Point:
        """A place on the canvas."""
        return self.centre[0] + (x + self.form.shift) * self.size, self.centre[1] + y * self.size


def bill_at(bill: Bill, mouth: Mouth) -> Nodes:
    """The bill doing ``mouth``."""
    return (Group(_KINDS[mouth](moved(bill)), name="mouth"),)


def moved(bill: Bill) -> Bill:
    """What every kind takes from the coefficients."""
    form = bill.form
    tight = 0.9 * form.press + 0.5 * (form.roll_upper + form.roll_lower)
    return replace(
        bill,
        wide=0.66 + 0.56 * form.half + 0.05 * sum(form.dimples),
        high=0.60 + 0.10 * form.funnel + 0.12 * form.pucker - 0.05 * form.press,
        corners=(0.86 * form.corners[0] - 0.08 * form.dimples[0], 0.86 * form.corners[1] - 0.08 * form.dimples[1]),
        bend=0.10 + 0.34 * form.bend - 0.05 * form.roll_upper,
        lip=max(0.07, 0.17 - 0.07 * tight + 0.10 * form.funnel + 0.10 * form.shrug + 0.05 * form.pucker),
        lifted=(0.30 * form.upper[0] + 0.20 * form.sneer[0], 0.30 * form.upper[1] + 0.20 * form.sneer[1]),
        ripple=0.10 - 0.06 * form.press,
    )


def _upper_edge(bill: Bill) -> list[Point]:
    """The edge of the upper mandible from its right end to its left one."""
    (cl, cr), w, m, (ll, lr) = bill.corners, bill.wide, bill.bend, bill.lifted
    right, left = 0.5 * cr + 0.62 * m + bill.ripple - lr, 0.5 * cl + 0.62 * m + bill.ripple - ll
    return [
        (0.90 * w, cr + 0.11),
        (0.46 * w, right),
        (0.0, m - 0.3 * (ll + lr) - 0.5 * bill.ripple),
        (-0.46 * w, left),
        (-0.90 * w, cl + 0.11),
    ]


def upper_path(bill: Bill, edge: list[Point] | None = None) -> skia.Path:
    """The upper mandible."""
    (cl, cr), w, h = bill.corners, bill.wide, bill.high
    crown = [
        (-w, cl - 0.02),
        (-0.84 * w, 0.72 * cl - 0.24),
        (-0.42 * w, 0.24 * cl - 0.70 * h),
        (0.0, -h),
        (0.42 * w, 0.24 * cr - 0.70 * h),
        (0.84 * w, 0.72 * cr - 0.24),
        (w, cr - 0.02),
    ]
    return smooth([bill.at(*p) for p in (*crown, *(edge or _upper_edge(bill)))])


def lower_path(bill: Bill, *, grown: float = 0.0) -> skia.Path:
    """The lower mandible with all that is above it; ``grown`` reaches beyond its inner edge."""
    (cl, cr), w, s = bill.corners, 0.86 * bill.wide, bill.form.jaw_shift
    low = bill.bend + bill.gape + bill.lip * grown
    ll, lr = 0.35 * bill.form.lower[0], 0.35 * bill.form.lower[1]
    points = [
        (-w, cl + 0.02),
        (0.0, -0.1),
        (w, cr + 0.02),
        (0.94 * w + 0.5 * s, 0.4 * cr + 0.42 * low + 0.3 * lr + 0.06),
        (0.56 * w + s, 0.90 * low + lr + 0.10),
        (s, 1.06 * low + 0.5 * (ll + lr) + 0.10),
        (-0.56 * w + s, 0.90 * low + ll + 0.10),
        (-0.94 * w + 0.5 * s, 0.4 * cl + 0.42 * low + 0.3 * ll + 0.06),
    ]
    return smooth([bill.at(*p) for p in points])


def mandibles(bill: Bill, *, edge: list[Point] | None = None, extra: Nodes = ()) -> Nodes:
    """Lower one, throat, tongue, upper one."""
    pen, under = bill.pen, mixed(bill.colour, pen_ink(bill), 0.16)
    drawn: list[Node] = list(pen.shape(lower_path(bill, grown=1.0), under, width=0.9 * pen.width, part="lower-bill"))
    if bill.gape > 0.06 or max(bill.lifted) > 0.08 or max(bill.form.lower) > 0.2:
        hole = lower_path(bill, grown=-0.35)
        drawn += pen.fill(hole, bill.inside, part="throat")
        drawn.append(Group((*_tongue(bill), *extra), clip=hole))
        drawn += pen.line(hole, width=0.5 * pen.width, part="throat")
    top = upper_path(bill, edge)
    drawn += pen.shape(top, bill.colour, part="upper-bill")
    return (*drawn, *_details(bill, top))


def pen_ink(bill: Bill) -> str:
    """The ink that darkens."""
    return bill.pen.ink


def _tongue(bill: Bill) -> Nodes:
    """A tongue lying in an open bill, or sticking out a little."""
    out, low = bill.form.tongue, bill.bend + bill.gape
    if low < 0.35 and out < 0.1:
        return ()
    x, y = bill.at(bill.form.jaw_shift, 1.02 * low + 0.08 - 0.30 * out)
    return bill.pen.fill(
        oval((x, y), (0.46 * bill.wide * bill.size, (0.28 * low + 0.10) * bill.size)), bill.tongue, part="tongue"
    )


def _details(bill: Bill, top: skia.Path) -> Nodes:
    """Nostrils and a gleam, the dimples at the ends, the chin."""
    pen, h, form = bill.pen, bill.high, bill.form
    nodes: Nodes = ()
    for side, sneer in zip((-1, 1), form.sneer, strict=True):
        hole = oval(bill.at(side * 0.15, -0.60 * h - 0.05 * sneer), (0.045 * bill.size, 0.062 * bill.size))
        nodes += pen.fill(hole, mixed(bill.colour, pen.ink, 0.72), part=f"nostril{side}")
    gleam = smooth([bill.at(x, y * h) for x, y in ((-0.42, -0.58), (-0.24, -0.80), (-0.16, -0.76), (-0.34, -0.50))])
    nodes += (Group(pen.fill(gleam, "#ffffff", opacity=0.6, part="gleam"), clip=top),)
    for side, (dimple, corner) in enumerate(zip(form.dimples, bill.corners, strict=True)):
        if dimple > 0.15:
            s = 2 * side - 1
            tick = arc(
                bill.at(s * (bill.wide + 0.07), corner - 0.16),
                bill.at(s * (bill.wide + 0.18), corner),
                bill.at(s * (bill.wide + 0.07), corner + 0.14),
            )
            nodes += pen.line(tick, width=0.6 * pen.width, part=f"dimple{side}")
    if form.shrug > 0.2:
        low = bill.bend + bill.gape + bill.lip + 0.20
        chin = arc(bill.at(-0.22, low + 0.05), bill.at(0.0, low + 0.05 - 0.18 * form.shrug), bill.at(0.22, low + 0.05))
        nodes += pen.line(chin, width=0.6 * pen.width, part="chin")
    return nodes


def _closed(bill: Bill) -> Nodes:
    return mandibles(replace(bill, gape=0.05 * bill.form.open))


def _omega(bill: Bill) -> Nodes:
    return mandibles(replace(bill, corners=(bill.corners[0] - 0.12, bill.corners[1] - 0.12), ripple=0.15))


def _line(bill: Bill) -> Nodes:
    return mandibles(replace(bill, ripple=0.02, bend=bill.bend - 0.02))


def _frown(bill: Bill) -> Nodes:
    cl, cr = bill.corners
    return mandibles(replace(bill, corners=(cl + 0.16, cr + 0.16), bend=min(-0.06, bill.bend - 0.16), ripple=-0.02))


def _sneer(bill: Bill) -> Nodes:
    """One end lifted so far that the throat shows."""
    left = bill.form.sneer[0] + bill.form.upper[0] > bill.form.sneer[1] + bill.form.upper[1] + 0.01
    cl, cr = bill.corners
    low, high = 0.22, -0.16
    return mandibles(
        replace(
            bill,
            corners=(cl + high, cr + low) if left else (cl + low, cr + high),
            lifted=(bill.lifted[0] + 0.20 * left, bill.lifted[1] + 0.20 * (not left)),
            gape=0.10,
        )
    )


def _pout(bill: Bill) -> Nodes:
    """Both mandibles pushed out and up."""
    return mandibles(
        replace(bill, wide=0.72 * bill.wide, bend=-0.10, lip=0.28, corners=(0.10, 0.10), ripple=0.0, high=0.66)
    )


def _wave(bill: Bill) -> Nodes:
    """A chattering edge."""
    w, (cl, cr), k = bill.wide, bill.corners, 0.08
    shake = k if int(bill.phase * 8) % 2 == 0 else -k
    places = [(0.90 - 0.30 * n) * w for n in range(7)]
    edge = [(x, (cr if x > 0 else cl) * abs(x) / w + 0.09 + (shake if n % 2 else -shake)) for n, x in enumerate(places)]
    return mandibles(replace(bill, gape=0.05), edge=edge)


def _laugh(bill: Bill) -> Nodes:
    cl, cr = bill.corners
    return mandibles(
        replace(bill, gape=0.34 + 1.05 * bill.form.open**0.7, corners=(cl - 0.05, cr - 0.05), high=bill.high + 0.05)
    )


def _talk(bill: Bill) -> Nodes:
    return mandibles(
        replace(bill, gape=0.16 + 0.95 * bill.form.open**0.8, wide=bill.wide * (1 - 0.2 * bill.form.funnel))
    )


def _wail(bill: Bill) -> Nodes:
    """Torn open, ends hanging, the tongue trembling."""
    cl, cr = bill.corners
    quiver = 0.04 * math.sin(4 * math.pi * bill.phase)
    wide = replace(
        bill,
        gape=0.40 + 0.95 * bill.form.open**0.7 + quiver,
        corners=(cl + 0.22, cr + 0.22),
        bend=-0.14,
        wide=0.92 * bill.wide,
        ripple=-0.04,
    )
    return mandibles(wide)


def _round(bill: Bill) -> Nodes:
    """A ring."""
    form, pen = bill.form, bill.pen
    wide, high = 0.50 + 0.10 * form.funnel - 0.10 * form.pucker, 0.34 + 0.52 * form.open
    ring = oval(bill.at(0.0, -0.06 + 0.5 * high), (wide * bill.size, (high + 0.12) * bill.size))
    hole = oval(bill.at(0.0, 0.04 + 0.5 * high), (0.62 * wide * bill.size, 0.64 * high * bill.size))
    tongue = oval(bill.at(0.0, 0.04 + 1.05 * high), (0.46 * wide * bill.size, 0.34 * high * bill.size))
    return (
        *pen.shape(ring, bill.colour, part="ring"),
        *pen.fill(hole, bill.inside, part="throat"),
        Group(pen.fill(tongue, bill.tongue, part="tongue"), clip=hole),
        *pen.line(hole, width=0.7 * pen.width, part="throat"),
        *_details(replace(bill, high=0.48), ring),
    )


def _teeth(bill: Bill) -> Nodes:
    """A bill has no teeth, so it borrows a saw's."""
    w, (cl, cr) = bill.wide, bill.corners
    gape = 0.44 + 0.30 * bill.form.open
    open_ = replace(bill, gape=gape, corners=(cl + 0.06, cr + 0.06), bend=-0.06, ripple=0.0, lifted=(0.06, 0.06))
    places = [(-0.8 + 0.2 * n) * w for n in range(9)]
    upper = lines(
        [bill.at(x, 0.16 if n % 2 else -0.02) for n, x in enumerate(places)] + [bill.at(w, -0.4), bill.at(-w, -0.4)],
        closed=True,
    )
    lower = lines(
        [bill.at(x, gape - 0.22 if n % 2 else gape + 0.02) for n, x in enumerate(places)]
        + [bill.at(w, gape + 0.6), bill.at(-w, gape + 0.6)],
        closed=True,
    )
    saw = tuple(
        n
        for path, name in ((upper, "saw-up"), (lower, "saw-low"))
        for n in (
            *bill.pen.fill(path, "#fff8e6", part=name),
            *bill.pen.line(path, width=0.5 * bill.pen.width, part=name),
        )
    )
    return mandibles(open_, extra=saw)


def _bilabial(bill: Bill) -> Nodes:
    return mandibles(replace(bill, wide=1.06 * bill.wide, bend=0.03, lip=0.11, ripple=0.02, high=0.94 * bill.high))


def _kiss(bill: Bill) -> Nodes:
    """Pursed to a knob with three creases."""
    small = replace(bill, wide=0.56, bend=0.06, lip=0.24, corners=(0.0, 0.0), high=0.56, ripple=0.04)
    creases = [lines([bill.at(x, 0.02), bill.at(1.25 * x, -0.16)]) for x in (-0.16, 0.0, 0.16)]
    return mandibles(small) + tuple(
        n for k, c in enumerate(creases) for n in bill.pen.line(c, width=0.5 * bill.pen.width, part=f"crease{k}")
    )


def _tongue_out(bill: Bill) -> Nodes:
    """The tongue hangs over the lower mandible."""
    gape = 0.22 + 0.7 * bill.form.open
    nodes = mandibles(replace(bill, gape=gape))
    long = 0.22 + 0.36 * bill.form.tongue
    y = bill.bend + gape
    hang = smooth(
        [
            bill.at(x, v)
            for x, v in ((-0.24, y - 0.1), (-0.27, y + long), (0.0, y + long + 0.20), (0.27, y + long), (0.24, y - 0.1))
        ]
    )
    seam = lines([bill.at(0.0, y), bill.at(0.0, y + long)])
    return (
        *nodes,
        *bill.pen.shape(hang, bill.tongue, width=0.8 * bill.pen.width, part="tongue"),
        *bill.pen.line(seam, width=0.5 * bill.pen.width, colour=mixed(bill.tongue, bill.pen.ink, 0.4), part="seam"),
    )


def _chew(bill: Bill) -> Nodes:
    side = 0.14 if bill.phase < 0.5 else -0.14
    return mandibles(
        replace(
            bill, corners=(-side, side), lip=0.26, form=bill.form._replace(jaw_shift=bill.form.jaw_shift + 2 * side)
        )
    )


def _spit(bill: Bill) -> Nodes:
    drops = [(-0.3, 0.7), (0.05, 0.95), (0.35, 0.66)]
    spray = tuple(
        n
        for k, (x, y) in enumerate(drops)
        for n in bill.pen.shape(
            drop(bill.at(x, y + 0.2 * bill.phase), 0.10 * bill.size, 180 + 40 * x),
            "#8fd0f5",
            width=0.6 * bill.pen.width,
            part=f"spray{k}",
        )
    )
    return _round(replace(bill, form=bill.form._replace(open=max(0.25, bill.form.open)))) + spray


_KINDS: Mapping[Mouth, Callable[[Bill], Nodes]] = MappingProxyType(
    {
        Mouth.OMEGA: _omega,
        Mouth.SMILE: _closed,
        Mouth.LINE: _line,
        Mouth.FROWN: _frown,
        Mouth.SNEER: _sneer,
        Mouth.POUT: _pout,
        Mouth.WAVE: _wave,
        Mouth.LAUGH: _laugh,
        Mouth.WAIL: _wail,
        Mouth.ROUND: _round,
        Mouth.TEETH: _teeth,
        Mouth.TALK: _talk,
        Mouth.BILABIAL: _bilabial,
        Mouth.KISS: _kiss,
        Mouth.TONGUE: _tongue_out,
        Mouth.CHEW: _chew,
        Mouth.SPIT: _spit,
    }
)
