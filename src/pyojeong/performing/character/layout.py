"""Where a design's features lie on its head, and where a turned head carries them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pyojeong.media.drawing.nodes import Point
from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.face.style import FacePlaces

_BALL = 0.92
"""Sine of the angle at which the head's edge lies on the ball the face is turned on."""

_FLAT = 1.14
"""A head wider than this beside its height has smaller features, so that they stay on it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A face at rest, in half sizes of the head, from its middle outward and down.

    Babies' faces are low and wide: eyes under the middle, far apart, the mouth near them.

    Attributes:
        eyes: Of the eye on either side.
        eye_radius: Half an eye's width, in half widths of the head.
        brows_above: How far brows are above the eyes, in half heights.
        mouth_down: The mouth's middle, in half heights.
        mouth_size: Half the width of a broad smile, in half widths.
        cheeks: Of the cheek on either side.
        cheek_size: Half sizes of a blush.
        nose_down: The nose, in half heights, or None.
    """

    eyes: Point = (0.385, 0.085)
    eye_radius: float = 0.12
    brows_above: float = 0.29
    mouth_down: float = 0.42
    mouth_size: float = 0.27
    cheeks: Point = (0.66, 0.40)
    cheek_size: Point = (0.16, 0.125)
    nose_down: float | None = None


def on_head(posture: Posture, right: float, down: float) -> Point:
    """A place of the face on the upright head, carried along by its turn as on a ball."""
    (x, y), (w, h) = posture.head.centre, posture.head.half_size
    turned_x, turned_y = posture.face[0] / w, posture.face[1] / h
    return x + w * _carried(right, turned_x), y + h * (down + turned_y)


def _carried(place: float, turn: float) -> float:
    """A share of the half width after a turn that takes the middle to ``turn``.

    >>> _carried(0.0, 0.2), _carried(0.4, 0.2) - 0.2 < 0.4
    (0.2, True)
    """
    angle = math.asin(max(-1.0, min(1.0, place * _BALL))) + math.asin(max(-1.0, min(1.0, turn * _BALL)))
    return round(math.sin(max(-math.pi / 2, min(math.pi / 2, angle))) / _BALL, 9)


def places(posture: Posture, layout: Layout) -> FacePlaces:
    """Where everything in the face is, on the upright head."""
    w, h = posture.head.half_size
    unit = min(w, _FLAT * math.sqrt(w * h))
    (ex, ey), (cx, cy) = layout.eyes, layout.cheeks
    return FacePlaces(
        eyes=(on_head(posture, -ex, ey), on_head(posture, ex, ey)),
        eye_radius=layout.eye_radius * unit,
        brows_above=max(layout.brows_above * h, 1.5 * layout.eye_radius * unit),
        mouth=on_head(posture, 0.0, layout.mouth_down),
        mouth_size=layout.mouth_size * unit,
        cheeks=(_cheek(posture, layout, -cx, cy), _cheek(posture, layout, cx, cy)),
        cheek_size=(layout.cheek_size[0] * w, layout.cheek_size[1] * h),
        nose=None if layout.nose_down is None else on_head(posture, 0.0, layout.nose_down),
    )


def _cheek(posture: Posture, layout: Layout, right: float, down: float) -> Point:
    """A cheek's middle, kept on the head however far it turns."""
    (x, y), (middle, width) = on_head(posture, right, down), (posture.head.centre[0], posture.head.half_size[0])
    most = width * (0.86 - 0.9 * layout.cheek_size[0])
    return max(middle - most, min(middle + most, x)), y
