"""A figure put together: tail, limbs, body, head, front paws and props in the order in which they hide one another."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from operator import mul

import skia

from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import circle, outside, placed, united
from pyojeong.performing.character.acting import Layer
from pyojeong.performing.character.build import Posture, Reach, is_over_body
from pyojeong.performing.character.figure import Figure
from pyojeong.performing.character.legs import Leg, legs
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.props.placing import PropLayers, prop_layers

FINE = 0.55
"""Inner lines of hands, soles and clothes against the main line."""
_SHOULDER_GAP = 0.7
"""Radius, in arm thicknesses, of the place at the shoulder where an arm has no outline: it grows out of the body."""
_LOST = 0.4
"""Length of an arm, in its thicknesses, under the hair from which it no longer leads to its hand."""
_HANGS = 0.6
"""How far down beside the face, in half heights, hair hangs that arms are raised before; behind shorter hair they pass
as behind the head. Sideburns come to .4, the shortest bob to 1."""
_EVERY = 3
"""Of a path's points, for telling which way round it runs: about the ones that are no handles."""
PINHOLE = 700.0
"""In square units; the hole of an arm on a hip is larger."""
_HEART = "#ff5d7a"


@dataclass(frozen=True, slots=True, eq=False)
class Dress:
    """What a design gives to the shared anatomy at one moment. Upright means: before the head's tilt.

    Attributes:
        skin: Colour of hands, and of limbs that nothing covers.
        torso: Colour of the body.
        body: The body's outline.
        head: The head's outline, upright.
        head_nodes: Head, face, hair and all that is on it, upright.
        eyes: Centres of the eyes, upright, the character's right one first.
        eye_radius: Half the width of an eye.
        mouth: Centre of the mouth, upright.
        behind: Tail, wings: behind everything.
        behind_head: Hair that falls behind the body, ears, upright.
        on_body: Belly and clothes, inside the body.
        over_body: What hangs over the body's edge: scarf, skirt.
        sleeve: Colour of sleeves, where the build has them.
        trousers: Colour of legs, or None: as the body.
        shoe: Colour of shoes, which lie over the legs, or None: feet in the legs' colour.
        sole: Colour of the pads under a foot.
        crown: Areas of hair and ears beyond the head's outline, upright.
        hair: What lies over the face and never blushes, upright; None where nothing does.
    """

    skin: str
    torso: str
    body: skia.Path
    head: skia.Path
    head_nodes: Nodes
    eyes: tuple[Point, Point]
    eye_radius: float
    mouth: Point
    behind: Nodes = ()
    behind_head: Nodes = ()
    on_body: Nodes = ()
    over_body: Nodes = ()
    sleeve: str | None = None
    trousers: str | None = None
    shoe: str | None = None
    sole: str = "#f2a6a0"
    crown: tuple[skia.Path, ...] = ()
    hair: skia.Path | None = None


def assembled(pen: Pen, posture: Posture, dress: Dress) -> Figure:
    """The whole figure."""
    tilt = Matrix.turned(posture.head.tilt_degrees, posture.head.centre)
    prop, hair = prop_layers(pen, posture), None if dress.hair is None else placed(dress.hair, tilt)
    own_legs = legs(posture.pose.legs, posture.build)
    torso = _torso(posture, dress, own_legs)
    layers: list[tuple[str, Nodes]] = [
        ("behind", (*prop.behind, *dress.behind)),
        ("hair-behind", (Group(dress.behind_head, matrix=tilt),) if dress.behind_head else ()),
        ("arms-behind", tuple(_arms_behind(pen, posture, dress))),
        ("body", tuple(_body(pen, posture, dress, own_legs, torso))),
        ("arms", tuple(_arms_over(pen, posture, dress))),
        ("prop-under-head", prop.under_head),
        ("head", (Group(dress.head_nodes, matrix=tilt),)),
        ("arms-over-hair", tuple(_arms_over_hair(pen, posture, dress, placed(dress.head, tilt), hair))),
        ("arms-front", tuple(_arms_front(pen, posture, dress, placed(dress.head, tilt)))),
        ("prop", _held(pen, posture, dress, prop)),
    ]
    return Figure(
        node=Group(tuple(Group(nodes, name=name) for name, nodes in layers if nodes)),
        head=posture.head,
        body=posture.body,
        eyes=(tilt.of(dress.eyes[0]), tilt.of(dress.eyes[1])),
        eye_radius=dress.eye_radius,
        mouth=tilt.of(dress.mouth),
        hands=(posture.arms.right.bones.hand, posture.arms.left.bones.hand),
        silhouette=_silhouette(posture, dress, torso, tilt),
        ink=pen.ink,
        hair=hair,
    )


def _torso(posture: Posture, dress: Dress, own_legs: tuple[Leg, Leg]) -> skia.Path:
    """Body, and whatever grows out of it in its colour, as one area."""
    areas = [dress.body]
    if dress.trousers is None:
        areas += [path for leg in own_legs for path in ((leg.area,) if leg.is_sole else (leg.area, leg.foot))]
    if dress.sleeve is None:
        areas += [area for reach in posture.arms if _grows_out(posture, reach) for area in _bare(posture, reach)]
    return sealed(united(*areas))


def sealed(path: skia.Path) -> skia.Path:
    """``path`` without holes and specks smaller than `PINHOLE`: between limbs they look like dirt."""
    kept, piece = skia.Path(), skia.Path()
    kept.setFillType(path.getFillType())
    iterator = skia.Path.Iter(path, False)
    verb, points = iterator.next()
    while verb != skia.Path.kDone_Verb:
        if verb == skia.Path.kMove_Verb:
            piece = skia.Path()
            piece.moveTo(points[0])
        elif verb == skia.Path.kConic_Verb:
            piece.conicTo(points[1], points[2], iterator.conicWeight())
        elif verb == skia.Path.kClose_Verb:
            piece.close()
            if piece.getBounds().width() * piece.getBounds().height() >= PINHOLE:
                kept.addPath(piece)
        else:
            _DRAW[verb](piece, *points[1:])
        verb, points = iterator.next()
    return kept


_DRAW = {
    skia.Path.kLine_Verb: skia.Path.lineTo,
    skia.Path.kQuad_Verb: skia.Path.quadTo,
    skia.Path.kCubic_Verb: skia.Path.cubicTo,
}


def _grows_out(posture: Posture, reach: Reach) -> bool:
    """Whether an arm is one area with the body: it leaves it at the side."""
    return reach.arm.layer is not Layer.BEHIND and not is_over_body(posture, reach)


def _bare(posture: Posture, reach: Reach) -> tuple[skia.Path, skia.Path]:
    return reach.bones.area(posture.build.arm), reach.glyph.outline


def _silhouette(posture: Posture, dress: Dress, torso: skia.Path, tilt: Matrix) -> skia.Path:
    areas = [placed(area, tilt) for area in (dress.head, *dress.crown)]
    areas += [area for reach in posture.arms for area in _bare(posture, reach)]
    return heaped(torso, *areas)


def heaped(*areas: skia.Path) -> skia.Path:
    """All that lies in any of ``areas``, as one path of overlapping contours that all run the same way round.

    It costs a twentieth of the union, and a winding fill shows the same.
    """
    path = skia.Path()
    for area in areas:
        if _turned(area) < 0:
            path.reverseAddPath(area)
        else:
            path.addPath(area)
    return path


def _turned(area: skia.Path) -> float:
    """Twice the area within some of its points; under zero when they run the other way round."""
    points = [area.getPoint(n) for n in range(0, area.countPoints(), _EVERY)]
    xs, ys = [point.x() for point in points], [point.y() for point in points]
    there = sum(map(mul, xs, ys[1:] + ys[:1]))
    return float(there - sum(map(mul, xs[1:] + xs[:1], ys)))


def _body(pen: Pen, posture: Posture, dress: Dress, own_legs: tuple[Leg, Leg], torso: skia.Path) -> Iterator[Node]:
    if dress.trousers is not None:
        for leg in own_legs:
            if not leg.is_sole and dress.shoe is None:
                yield from pen.shape(leg.foot, dress.trousers, part="foot")
            yield from pen.shape(leg.area, dress.trousers, part="leg")
            if not leg.is_sole and dress.shoe is not None:
                yield from pen.shape(leg.foot, dress.shoe, part="foot")
    yield from pen.shape(torso, dress.torso, part="torso")
    if dress.on_body:
        yield Group(dress.on_body, clip=dress.body)
        yield Group(pen.edge(dress.body, part="torso"), clip=outside(_limb_roots(posture, own_legs)))
    for leg in own_legs:
        if leg.is_sole:
            yield from _sole(pen, leg, dress)
    for reach in posture.arms:
        if dress.sleeve is None and _grows_out(posture, reach) and not _is_pawed(posture, reach):
            yield from _details(pen, reach, dress)
    yield from dress.over_body


def _limb_roots(posture: Posture, own_legs: tuple[Leg, Leg]) -> skia.Path:
    """Where limbs leave the body, so that its own line is left out there."""
    path = skia.Path()
    path.setFillType(skia.PathFillType.kWinding)
    for area in (*(leg.area for leg in own_legs), *(reach.bones.area(posture.build.arm) for reach in posture.arms)):
        path.addPath(area)
    return path


def _sole(pen: Pen, leg: Leg, dress: Dress) -> Iterator[Node]:
    yield from pen.shape(leg.foot, dress.shoe or dress.skin, part="sole")
    box = leg.foot.getBounds()
    pad = placed(leg.foot, Matrix.scaled(0.5, 0.45, (box.centerX(), box.centerY() + box.height() * 0.16)))
    yield from pen.fill(pad, dress.sole, part="pad")


def _arms_behind(pen: Pen, posture: Posture, dress: Dress) -> Iterator[Node]:
    """Arms behind the back; and those over the body once more beneath it, so that what stands out has its edge."""
    for reach in posture.arms:
        if reach.arm.layer is Layer.BEHIND or dress.sleeve is not None or is_over_body(posture, reach):
            yield from _arm(pen, posture, reach, dress)


def _arms_over(pen: Pen, posture: Posture, dress: Dress) -> Iterator[Node]:
    """Arms over the body, under the head: the left one over the right one; crossed, each lies over the other once."""
    shown = [reach for reach in posture.arms if _is_shown(posture, reach, dress)]
    for reach in shown:
        yield from _grown_arm(pen, posture, reach, dress)
    if len(shown) == 2 and _cross(posture):
        yield from _paw(pen, posture, shown[0], dress, 1.5 * posture.build.hand)


def _is_shown(posture: Posture, reach: Reach, dress: Dress) -> bool:
    return reach.arm.layer is not Layer.BEHIND and (dress.sleeve is not None or is_over_body(posture, reach))


def _cross(posture: Posture) -> bool:
    middle = posture.body.centre[0]
    return posture.arms.right.bones.hand[0] > middle > posture.arms.left.bones.hand[0]


def _is_pawed(posture: Posture, reach: Reach) -> bool:
    """Whether a front hand meets the head: then it is drawn over it once more, while its arm stays behind."""
    if reach.arm.layer is not Layer.FRONT:
        return False
    (x, y), (w, h) = posture.head.centre, posture.head.half_size
    near = posture.build.hand * 1.4
    return math.hypot((reach.bones.hand[0] - x) / (w + near), (reach.bones.hand[1] - y) / (h + near)) < 1.0


def _arms_over_hair(
    pen: Pen, posture: Posture, dress: Dress, head: skia.Path, hair: skia.Path | None
) -> Iterator[Node]:
    """Arms raised or held out once more, over locks that would leave a hand alone at their edge."""
    if hair is None or hair.getBounds().bottom() < posture.head.at(0.0, _HANGS)[1]:
        return
    for reach in posture.arms:
        if _is_held_away(reach) and _hidden(reach, head, hair) > _LOST * posture.build.arm:
            yield Group(tuple(_grown_arm(pen, posture, reach, dress)), clip=outside(head))
            yield Group(pen.edge(head, part="head"), clip=reach.bones.area(posture.build.arm + pen.width))


def _is_held_away(reach: Reach) -> bool:
    """Whether an arm beside the head or body reaches further out than down: it is raised, or held out."""
    (x, y), (shoulder_x, shoulder_y) = reach.bones.hand, reach.bones.shoulder
    return reach.arm.layer is Layer.BESIDE and (x - shoulder_x) * reach.side > y - shoulder_y


def _hidden(reach: Reach, head: skia.Path, hair: skia.Path) -> float:
    """Length of an arm that lies under the hair beside the head; endless where its hand does."""
    box = reach.glyph.outline.getBounds()
    if _is_under(reach.bones.hand, head, hair) or _is_under((box.centerX(), box.centerY()), head, hair):
        return math.inf
    measure, steps = skia.PathMeasure(reach.bones.line(), False), 24
    length = measure.getLength()
    places = [measure.getPosTan(length * (n + 0.5) / steps)[0] for n in range(steps)]
    return float(length * sum(_is_under((at.x(), at.y()), head, hair) for at in places) / steps)


def _is_under(place: Point, head: skia.Path, hair: skia.Path) -> bool:
    return bool(hair.contains(*place) and not head.contains(*place))


def _arms_front(pen: Pen, posture: Posture, dress: Dress, head: skia.Path) -> Iterator[Node]:
    """Hands on the face are short paws over it, their arms stay behind the head."""
    for reach in posture.arms:
        if _is_pawed(posture, reach):
            yield from _paw(pen, posture, reach, dress, _paw_length(posture, reach, head), head=head)


def _paw_length(posture: Posture, reach: Reach, head: skia.Path) -> float:
    """How much of the arm's end shows before the face: to the head's edge, but no more than looks like a paw."""
    radius, length, steps = posture.build.hand, reach.bones.length(), 24
    measure = skia.PathMeasure(reach.bones.line(), False)
    inside = 0
    for inside in range(steps):
        place, _ = measure.getPosTan(length * (1 - inside / steps))
        if not head.contains(place.x(), place.y()):
            break
    most = posture.build.paw if posture.build.sleeve else 1.3
    return max(1.2 * radius, min(most * radius, length * inside / steps))


def _paw(
    pen: Pen, posture: Posture, reach: Reach, dress: Dress, length: float, *, head: skia.Path | None = None
) -> Iterator[Node]:
    """The last ``length`` of an arm with its hand."""
    start = max(0.0, 1 - length / max(1.0, reach.bones.length()))
    yield from _arm(pen, posture, reach, dress, start=start)
    if head is not None:
        place, _ = skia.PathMeasure(reach.bones.line(), False).getPosTan(reach.bones.length() * start)
        seam = circle((place.x(), place.y()), posture.build.arm / 2 - 0.45 * pen.width)
        yield Group(pen.fill(seam, _colour_at(posture, reach, dress, start), part="seam"), clip=outside(head))


def _colour_at(posture: Posture, reach: Reach, dress: Dress, start: float) -> str:
    """Of an arm at ``start`` of its length: its sleeve's as far as that goes."""
    return dress.sleeve if dress.sleeve is not None and start < _cuff(posture, reach) else dress.skin


def _cuff(posture: Posture, reach: Reach) -> float:
    """Where a sleeve ends, as a share of the arm."""
    return min(posture.build.sleeve, 1 - 0.8 * posture.build.hand / max(1.0, reach.bones.length()))


def _grown_arm(pen: Pen, posture: Posture, reach: Reach, dress: Dress) -> Iterator[Node]:
    """An arm before the body, without an outline where it leaves the shoulder."""
    gap = outside(circle(reach.bones.shoulder, posture.build.arm * _SHOULDER_GAP))
    root = reach.bones.area(posture.build.arm, start=0.0, end=0.5)
    yield from pen.fill(root, dress.sleeve or dress.skin, part="root")
    yield Group(tuple(_arm(pen, posture, reach, dress)), clip=gap)


def _arm(pen: Pen, posture: Posture, reach: Reach, dress: Dress, *, start: float = 0.0) -> Iterator[Node]:
    """An arm from ``start`` of its length on, with its hand."""
    build, side = posture.build, "left" if reach.side > 0 else "right"
    if dress.sleeve is None:
        area = united(reach.bones.area(build.arm, start=start), reach.glyph.outline)
        yield from pen.shape(area, dress.skin, part=f"{side}-arm")
        yield from _details(pen, reach, dress)
        return
    cuff = _cuff(posture, reach)
    if cuff < 0.75:
        bare = reach.bones.area(build.arm * 0.84, start=max(start, cuff * 0.9))
        yield from pen.shape(united(bare, reach.glyph.outline), dress.skin, part=f"{side}-arm")
    else:
        yield from pen.shape(reach.glyph.outline, dress.skin, part=f"{side}-hand")
    yield from _details(pen, reach, dress)
    if start < cuff:
        yield from pen.shape(reach.bones.area(build.arm, start=start, end=cuff), dress.sleeve, part=f"{side}-sleeve")


def _details(pen: Pen, reach: Reach, dress: Dress) -> Iterator[Node]:
    """What a hand has beside its outline."""
    side = "left" if reach.side > 0 else "right"
    for n, line in enumerate(reach.glyph.lines):
        yield from pen.line(line, width=pen.width * FINE, part=f"{side}-finger-{n}")
    for n, over in enumerate(reach.glyph.over):
        yield from pen.shape(over, dress.skin, width=pen.width * 0.75, part=f"{side}-over-{n}")
    if reach.glyph.heart is not None:
        yield from pen.shape(reach.glyph.heart, _HEART, width=pen.width * 0.7, part=f"{side}-heart")


def _held(pen: Pen, posture: Posture, dress: Dress, prop: PropLayers) -> Nodes:
    """The prop, and the hands that hold it again before it."""
    hands: list[Node] = []
    for reach in posture.arms:
        if reach.side in prop.hands:
            hands.extend(_paw(pen, posture, reach, dress, 1.15 * posture.build.hand))
    return (*prop.front, *hands)
