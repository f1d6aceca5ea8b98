"""Legs and feet for every `Legs`: the areas they cover."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.paths import arc, lines, oval, placed, stroked
from pyojeong.performing.character.acting import Legs
from pyojeong.performing.character.build import Build
from pyojeong.performing.character.figure import GROUND


@dataclass(frozen=True, slots=True, eq=False)
class Leg:
    """One leg.

    Attributes:
        area: Thigh and shin as one area.
        foot: The foot, or the sole of a foot stretched towards the viewer.
        is_sole: Whether the sole is seen.
    """

    area: skia.Path
    foot: skia.Path
    is_sole: bool = False


def legs(kind: Legs, build: Build) -> tuple[Leg, Leg]:
    """Both legs of a body that already stands where ``kind`` puts it (see `posture`), the right one first."""
    return _DRAWN[kind](build, -1), _DRAWN[kind](build, 1)


def _hip(build: Build, side: int) -> Point:
    return build.body.at(build.hip * side, 0.55)


def _straight(
    build: Build, side: int, foot: Point, *, knee: float = 0.0, turn_degrees: float = 0.0, thick: float = 1.0
) -> Leg:
    """A leg from the hip to ``foot`` (the ankle), its knee ``knee`` units outward."""
    hip = _hip(build, side)
    by = (hip[0] + foot[0]) / 2 + knee * side, (hip[1] + foot[1]) / 2
    return Leg(stroked(arc(hip, by, foot), build.leg * thick), _foot(build, side, foot, turn_degrees))


def _foot(build: Build, side: int, ankle: Point, turn_degrees: float = 0.0) -> skia.Path:
    w, h = build.foot
    shape = oval((ankle[0] + side * 0.12 * w, ankle[1] + 0.1 * h), build.foot)
    return placed(shape, Matrix.turned(turn_degrees * side, ankle)) if turn_degrees else shape


def _on_ground(build: Build, x: float, *, lifted: float = 0.0) -> Point:
    return build.body.centre[0] + x, GROUND - build.foot[1] * 1.1 - lifted


def _stand(build: Build, side: int) -> Leg:
    return _straight(build, side, _on_ground(build, side * build.hip * build.body.half_size[0]))


def _wide(build: Build, side: int) -> Leg:
    return _straight(build, side, _on_ground(build, side * 0.96 * build.body.half_size[0]), knee=4, thick=0.84)


def _knock(build: Build, side: int) -> Leg:
    place = _on_ground(build, side * 0.5 * build.body.half_size[0])
    return _straight(build, side, place, knee=-0.55 * build.body.half_size[0], turn_degrees=-14)


def _tiptoe(build: Build, side: int) -> Leg:
    ankle = _on_ground(build, side * 0.3 * build.body.half_size[0], lifted=build.foot[1] * 0.5)
    leg = _straight(build, side, ankle)
    return Leg(
        leg.area, oval((ankle[0], ankle[1] + build.foot[1] * 0.62), (build.foot[0] * 0.72, build.foot[1] * 0.98))
    )


def _jump(build: Build, side: int) -> Leg:
    ankle = _on_ground(build, side * 1.02 * build.body.half_size[0], lifted=build.foot[1] * 0.9)
    return _straight(build, side, ankle, knee=4, turn_degrees=36, thick=0.8)


def _sit(build: Build, side: int) -> Leg:
    """On the ground, soles to the viewer."""
    w, h = build.foot
    sole = build.body.centre[0] + side * 0.98 * build.body.half_size[0], GROUND - h * 1.25
    area = stroked(lines([build.body.at(0.5 * side, 0.62), sole]), build.leg * 1.08)
    return Leg(area, placed(oval(sole, (w * 0.92, h * 1.22)), Matrix.turned(-12 * side, sole)), is_sole=True)


def _kneel(build: Build, side: int) -> Leg:
    """Thighs towards the viewer; the feet are hidden behind."""
    knee = build.body.centre[0] + side * 0.48 * build.body.half_size[0], GROUND - build.leg * 0.52
    area = stroked(lines([_hip(build, side), knee]), build.leg * 1.2)
    return Leg(area, oval((knee[0], GROUND - build.leg * 0.5), (build.leg * 0.72, build.leg * 0.5)))


def _kick(build: Build, side: int) -> Leg:
    if side < 0:
        return _straight(build, side, _on_ground(build, -0.22 * build.body.half_size[0]))
    hip = _hip(build, side)
    ankle = hip[0] + 1.5 * build.body.half_size[0], hip[1] - 0.30 * build.body.half_size[1]
    leg = _straight(build, side, ankle, turn_degrees=-74)
    return leg


def _walk(build: Build, side: int) -> Leg:
    """One leg on the ground, the other lifted behind it."""
    x = side * 0.62 * build.body.half_size[0]
    lifted = build.foot[1] * 1.35 if side > 0 else 0.0
    return _straight(build, side, _on_ground(build, x, lifted=lifted), knee=5, turn_degrees=30 if side > 0 else 0)


def _lie(build: Build, side: int) -> Leg:
    """Both legs trail behind the body, to the right of the picture."""
    x = build.body.centre[0] + build.body.half_size[0]
    y = GROUND - build.foot[1] * (1.1 if side > 0 else 2.0)
    ankle = x + (10.0 if side > 0 else 2.0), y
    hip = build.body.at(0.55, 0.3)
    return Leg(stroked(lines([hip, ankle]), build.leg * 0.95), oval(ankle, (build.foot[1], build.foot[0] * 0.86)))


_DRAWN = {
    Legs.STAND: _stand,
    Legs.WIDE: _wide,
    Legs.KNOCK: _knock,
    Legs.TIPTOE: _tiptoe,
    Legs.JUMP: _jump,
    Legs.SIT: _sit,
    Legs.KNEEL: _kneel,
    Legs.KICK: _kick,
    Legs.WALK: _walk,
    Legs.LIE: _lie,
}
