"""How a figure is built: sizes of its parts, and where they are at one moment."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

from pyojeong.media.drawing.nodes import Point
from pyojeong.performing.character.acting import Acting, Arm, Layer, Legs, Part, Pose
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.hands import Family, Glyph, hand_at
from pyojeong.performing.character.limbs import Bones, bones
from pyojeong.performing.character.props import PROPS

YAW_SHIFT, PITCH_SHIFT = 0.26, 0.24
"""How far, in half sizes of the head, the face goes at a turn of 45 degrees; found by looking."""
_LOWER = {Legs.SIT: 0.62, Legs.KNEEL: 0.72, Legs.TIPTOE: -0.30, Legs.JUMP: -0.40}
"""How much of a leg's length the body sinks."""

_HIP_EDGE = 1.2
"""Front hands within this many half sizes lie on the body: fists on hips have an outline of their own."""
_REST = Arm((1.2, 0.5))
_ASKED_NOTHING = Arm()


class Hands(NamedTuple):
    """Something for each hand, the character's right one (left in the picture) first."""

    right: Reach
    left: Reach


@dataclass(frozen=True, slots=True)
class Build:
    """Sizes, in canvas units, of a figure that stands straight on `GROUND`.

    Attributes:
        head: Without ears and hair.
        body: Without limbs.
        shoulder: Outward and down, in half sizes of the body.
        arm: Thickness.
        bones: Lengths of upper arm and forearm.
        hand: Radius of a palm.
        leg: Thickness.
        foot: Half sizes of a foot.
        hip: How far from the middle the legs stand, in half sizes of the body.
        family: How the hands are built.
        stretch: How many times longer the arms may become.
        rest: What an arm does that was asked for nothing.
        sleeve: Share of the arm that is covered in another colour; 0 is a bare arm that grows out of the body.
        paw: How much of a sleeved arm shows before the face at most, in radii of a hand.
    """

    head: Frame
    body: Frame
    shoulder: Point = (0.72, -0.42)
    arm: float = 30.0
    bones: Point = (36.0, 34.0)
    hand: float = 18.0
    leg: float = 34.0
    foot: Point = (22.0, 14.0)
    hip: float = 0.46
    family: Family = Family.MITTEN
    stretch: float = 2.2
    rest: Arm = _REST
    sleeve: float = 0.0
    paw: float = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """One arm at one moment.

    Attributes:
        arm: What it was asked to do.
        bones: Where it is.
        glyph: Its hand.
        side: 1 on the picture's right, -1 on its left.
    """

    arm: Arm
    bones: Bones
    glyph: Glyph
    side: int


@dataclass(frozen=True, slots=True, eq=False)
class Posture:
    """Where everything is at one moment.

    Attributes:
        build: Sizes, moved and lowered as the pose asks.
        pose: The pose.
        face: Shift of the face inside the head, in canvas units along the head's own axes.
        arms: Both arms.
    """

    build: Build
    pose: Pose
    face: Point
    arms: Hands

    @property
    def head(self) -> Frame:
        """Where the head is."""
        return self.build.head

    @property
    def body(self) -> Frame:
        """Where the body is."""
        return self.build.body

    @property
    def upright_head(self) -> Frame:
        """The head before its tilt: designs draw in it."""
        return replace(self.build.head, tilt_degrees=0.0)


def posture(build: Build, acting: Acting) -> Posture:
    """Where everything is: legs lower the body, the head follows body and expression, the arms reach."""
    pose, expression = acting.pose, acting.expression
    stood = _headed(_stanced(build, pose), acting)
    width, height = stood.head.half_size
    turn = (
        pose.turn[0] * YAW_SHIFT + YAW_SHIFT * expression.yaw_degrees / 45,
        pose.turn[1] * PITCH_SHIFT - PITCH_SHIFT * expression.pitch_degrees / 45 + 0.26 * pose.bow,
    )
    if pose.legs is Legs.LIE:
        turn = turn[0] + 0.04, turn[1] + 0.12
    right, left = _asked(build, pose)
    arms = Hands(_reach(stood, right, -1), _reach(stood, left, 1))
    return Posture(stood, pose, (_soft(turn[0]) * width, _soft(turn[1]) * height), arms)


def _asked(build: Build, pose: Pose) -> tuple[Arm, Arm]:
    """What the arms do: what was asked for, or what the prop wants, or rest."""
    wanted = PROPS[pose.prop].arms if pose.prop else (None, None)
    right, left = (
        (hint or build.rest) if arm == _ASKED_NOTHING else arm
        for arm, hint in zip((pose.right, pose.left), wanted, strict=True)
    )
    return right, left


def _soft(turn: float) -> float:
    """A turn that never carries the face over the head's edge."""
    return 0.34 * math.tanh(turn / 0.34)


def _stanced(build: Build, pose: Pose) -> Build:
    """Body and head where the legs put them."""
    if pose.legs is Legs.LIE:
        return _lying(build)
    sunk = _LOWER.get(pose.legs, 0.0) * leg_length(build)
    return replace(build, body=_moved(build.body, 0.0, sunk), head=_moved(build.head, 0.0, sunk))


def leg_length(build: Build) -> float:
    """From the hip to the ground."""
    _, y = build.body.centre
    return GROUND - (y + build.body.half_size[1] * 0.72)


def _lying(build: Build) -> Build:
    """On its belly, head to the viewer's left, body behind it."""
    (hx, _), (w, h) = build.head.centre, build.head.half_size
    bw, bh = build.body.half_size
    head = replace(build.head, centre=(hx - 0.42 * w, GROUND - 0.99 * h))
    body = Frame((hx + 0.52 * w, GROUND - 0.78 * bh), (1.3 * bw, 0.76 * bh))
    return replace(build, head=head, body=body)


def _headed(build: Build, acting: Acting) -> Build:
    """The head shifted, tilted and bowed."""
    pose, head = acting.pose, build.head
    w, h = head.half_size
    low = GROUND - 0.98 * h
    x, y = head.centre[0] + pose.head_shift[0] * w, head.centre[1] + pose.head_shift[1] * h
    y += max(0.0, low - y) * pose.bow**1.5
    tilt = acting.expression.roll_degrees + (-8.0 if pose.legs is Legs.LIE else 0.0)
    body = build.body
    if pose.bow:
        bw, bh = body.half_size
        risen = body.centre[1] - 0.45 * pose.bow * bh
        body = Frame((body.centre[0], risen), (bw * (1 + 0.22 * pose.bow), bh * (1 + 0.18 * pose.bow)))
    return replace(build, head=Frame((x, y), (w, h), tilt), body=body)


def _moved(frame: Frame, right: float, down: float) -> Frame:
    return replace(frame, centre=(frame.centre[0] + right, frame.centre[1] + down))


def _reach(build: Build, arm: Arm, side: int) -> Reach:
    shoulder = build.body.at(build.shoulder[0] * side, build.shoulder[1])
    wanted = _wanted(build, arm, side)
    if arm.share != 1.0:
        wanted = swung(shoulder, _wanted(build, build.rest, side), wanted, arm.share, side=side)
        arm = _on_the_way(build.rest, arm)
    found = bones(shoulder, wanted, build.bones, side=side, bend=arm.bend, stretch=build.stretch)
    turned = hand_at(
        arm.hand,
        build.family,
        found.hand,
        build.hand,
        side=side,
        forearm_degrees=found.degrees,
        turn_degrees=arm.turn_degrees,
    )
    return Reach(arm, found, turned, side)


def _wanted(build: Build, arm: Arm, side: int) -> Point:
    """Where an arm wants its hand."""
    outward, down = arm.at
    part = build.head if arm.part is Part.HEAD else build.body
    return part.at(outward * side, down)


def _on_the_way(rest: Arm, arm: Arm) -> Arm:
    """What of an arm has no place: it glides where it can, and the hand changes in the middle, where it is fastest."""
    share = min(1.0, arm.share)
    near = arm if share >= 0.5 else rest
    bend = rest.bend + (arm.bend - rest.bend) * share
    turn = rest.turn_degrees + (arm.turn_degrees - rest.turn_degrees) * share
    return replace(near, bend=bend, turn_degrees=turn)


def swung(centre: Point, start: Point, end: Point, share: float, *, side: int) -> Point:
    """The place ``share`` of the way from ``start`` to ``end`` on an arc around ``centre``, on the body's outer side.

    >>> [round(v, 1) for v in swung((0, 0), (0, 10), (0, -10), 0.5, side=1)]
    [10.0, 0.0]
    """
    (angle, long), (other, far) = _polar(centre, start, side), _polar(centre, end, side)
    turn, reach = angle + (other - angle) * share, long + (far - long) * share
    return centre[0] + side * reach * math.sin(turn), centre[1] + reach * math.cos(turn)


def _polar(centre: Point, place: Point, side: int) -> Point:
    """Radians from hanging, outward positive, and distance; what is up and inward is reached from the outside."""
    x, y = (place[0] - centre[0]) * side, place[1] - centre[1]
    angle = math.atan2(x, y)
    return angle + (2 * math.pi if angle < -0.6 * math.pi else 0.0), math.hypot(x, y)


def is_over_body(posture: Posture, reach: Reach) -> bool:
    """Whether an arm passes in front of the body rather than out of its side."""
    if reach.arm.layer is Layer.BEHIND:
        return False
    (cx, cy), (w, h) = posture.body.centre, posture.body.half_size
    x, y = reach.bones.hand
    edge = _HIP_EDGE if reach.arm.layer is Layer.FRONT else 0.93
    return math.hypot((x - cx) / w, (y - cy) / h) < edge
