"""Where everybody is in the picture: faces of one size in a shot, feet or busts cut by its edge, and a slow drift."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pyojeong.performing.film.acting import Build
from pyojeong.performing.film.screenplay import Framing, Scene, Shot, Standing

#: How much nearer the camera comes in ten seconds, and how far it drifts, in picture widths.
_CREEP, _DRIFT = 0.035, 0.012
#: Where the middle of a face is, in picture heights, for who has no feet in the picture.
_EYE_LINE = {Framing.WIDE: 0.44, Framing.MEDIUM: 0.42, Framing.CLOSE: 0.44}
_GROUND = 0.93
"""Where feet stand; who is too large for the picture is cut by its lower edge instead."""
_WIDTH_SHARE = 0.78
"""Of the width, by which actors and sets are sized on pictures higher than wide."""


@dataclass(frozen=True, slots=True)
class Camera:
    """How far the picture is moved against its rest.

    Attributes:
        zoom: 1 at rest.
        right: Of the camera, in picture widths: what is near moves the other way.
    """

    zoom: float = 1.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """An actor's box in the picture.

    Attributes:
        left: Of the box in pixels.
        top: Of the box.
        height: Of the box.
    """

    left: float
    top: float
    height: float


def camera_at(scene: Scene, shot: Shot, seconds: float) -> Camera:
    """The camera ``seconds`` after the scene's start: it creeps nearer within a shot and sways a little."""
    within = max(0.0, seconds - shot.start)
    near = 1.0 + _CREEP * (1.0 - math.exp(-within / 10.0))
    return Camera(near, _DRIFT * math.sin(0.21 * seconds + scene.seed))


def sized_by(size_wh: tuple[int, int]) -> float:
    """Pixels that count as the picture's height where actors, trees and houses are sized.

    >>> sized_by((1280, 720)), sized_by((720, 1280))
    (720.0, 561.6)
    """
    width, height = size_wh
    return min(float(height), width * _WIDTH_SHARE)


def placed(standing: Standing, framing: Framing, build: Build, size_wh: tuple[int, int], camera: Camera) -> Placed:
    """Where somebody of a shot with this framing is."""
    width, height = size_wh
    box = standing.size * sized_by(size_wh) * camera.zoom / (2.0 * build.face_size[1])
    x, y = build.face_centre
    left = standing.across * width - x * box - camera.right * width
    by_eyes = _EYE_LINE[framing] * height - y * box
    by_foot = (_GROUND if build.standing else 1.0) * height - box
    return Placed(left, max(by_eyes, by_foot), box)
