"""A pose's prop, put where it belongs on one figure."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import between
from pyojeong.performing.character.acting import Arm, Legs
from pyojeong.performing.character.build import Posture, Reach
from pyojeong.performing.character.figure import GROUND
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.props import PROPS, Held, Place, Prop

_USUAL_HEAD = 112.0
_USUAL_BODY = 57.0
_PILLOW = 2.4
"""What was held lies under the head of one that sleeps, this many times larger, so that it peeks out."""
_BROAD = 0.9
"""Things are as large as the head, or as this share of a body that is broader: small heads have large paws."""
_FARTHEST = 1.5
"""Hands farther apart than this, in half widths of the head, do not hold one thing together."""


@dataclass(frozen=True, slots=True, eq=False)
class PropLayers:
    """A prop where it belongs.

    Attributes:
        behind: Nodes behind the figure.
        under_head: Nodes over the body of one that lies, under its head.
        front: Nodes before the figure, under the hands that hold it.
        hands: Sides of the hands that show before it: 1 is on the picture's right.
    """

    behind: Nodes = ()
    under_head: Nodes = ()
    front: Nodes = ()
    hands: tuple[int, ...] = ()


NO_PROP = PropLayers()


def prop_layers(pen: Pen, posture: Posture) -> PropLayers:
    """The pose's prop; nothing when it has none."""
    if not posture.pose.prop:
        return NO_PROP
    prop = PROPS[posture.pose.prop]
    nodes = (Group(prop.draw(pen, _place(prop, posture)), name=f"prop-{prop.name}"),)
    hands = tuple(reach.side for reach in _holding(prop, posture)) if prop.hands_over else ()
    if prop.held is Held.BEHIND:
        return PropLayers(behind=nodes, hands=hands)
    if posture.pose.legs is Legs.LIE and prop.held in (Held.FRONT, Held.BOTH):
        return PropLayers(under_head=nodes)
    return PropLayers(front=nodes, hands=hands)


def _holding(prop: Prop, posture: Posture) -> tuple[Reach, ...]:
    """The arms that hold it: one for `HAND`; both for `BOTH`, unless they are too far apart, then the lower one."""
    right, left = posture.arms
    if prop.held is Held.HAND:
        return (right,) if posture.pose.left == Arm() != posture.pose.right else (left,)
    if prop.held is not Held.BOTH:
        return ()
    apart = math.dist(right.bones.hand, left.bones.hand)
    if apart <= _FARTHEST * posture.head.half_size[0]:
        return (right, left)
    return (right,) if right.bones.hand[1] > left.bones.hand[1] else (left,)


def _place(prop: Prop, posture: Posture) -> Place:
    scale = max(posture.head.half_size[0], _BROAD * posture.body.half_size[0]) / _USUAL_HEAD
    if prop.held in (Held.FRONT, Held.BESIDE, Held.BEHIND):
        return _standing(prop, posture)
    if prop.held is Held.HEAD:
        head = posture.head
        return Place(head.at(0.28, -0.92), prop.size * scale, 1, head.tilt_degrees + 12)
    if prop.held is Held.BOTH and posture.pose.legs is Legs.LIE:
        return Place(posture.head.at(0.1, 0.42), _PILLOW * prop.size * scale)
    origin, side, turn = _in_hand(prop, posture)
    unit = prop.size * scale
    shift = Matrix.turned(turn, (0, 0)).of((prop.offset[0] * unit * side, prop.offset[1] * unit))
    return Place((origin[0] + shift[0], origin[1] + shift[1]), unit, side, turn)


def _in_hand(prop: Prop, posture: Posture) -> tuple[Point, int, float]:
    """Where it is held, which way round, and how far it leans: things in one hand lean a little outward."""
    holding = _holding(prop, posture)
    if len(holding) == 2:
        return between(holding[0].bones.hand, holding[1].bones.hand, 0.5), 1, 0.3 * posture.pose.lean_degrees
    (reach,) = holding
    return reach.bones.hand, reach.side, (8.0 + reach.arm.turn_degrees) * reach.side


def _standing(prop: Prop, posture: Posture) -> Place:
    """On the ground beside the figure, or before or behind its body, as wide as the body asks."""
    (x, y), (w, _) = posture.body.centre, posture.body.half_size
    if prop.held is Held.BESIDE:
        left = x - 0.95 * posture.head.half_size[0]
        return Place((left, GROUND), prop.size * posture.head.half_size[0] / _USUAL_HEAD, -1)
    unit = prop.size * w / _USUAL_BODY
    return Place((x, GROUND if prop.held is Held.FRONT else y), unit)
