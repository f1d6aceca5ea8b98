"""Where everybody is in the picture: faces of one size in a shot, nobody behind the subtitles, and a slow drift."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from pyojeong.performing.film.acting import Build
from pyojeong.performing.film.screenplay import Framing, Scene, Shot, Standing

#: How much nearer the camera comes in ten seconds, and how far it drifts, in picture widths.
_CREEP, _DRIFT = 0.035, 0.012
#: Where the middle of a face is, in picture heights, for who has no feet in the picture.
_EYE_LINE = {Framing.WIDE: 0.44, Framing.MEDIUM: 0.42, Framing.CLOSE: 0.44}
_GROUND = 0.93
"""Where boxes of standing figures end; who is too large for the picture is cut by its lower edge instead."""
_HEADROOM = 0.015
"""Over whoever stands on the ground, in picture heights."""
_LEAST = 0.8
"""Of their size at which faces of a shot are shown so that feet stand above the subtitles; sooner feet are cut off."""
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


@dataclass(frozen=True, slots=True)
class Room:
    """What of the picture actors may fill.

    Attributes:
        size_wh: Of the picture in pixels.
        free: The row at which subtitles begin; the picture's height where there are none.
    """

    size_wh: tuple[int, int]
    free: float

    @property
    def whole(self) -> bool:
        """Whether nothing is written into the picture."""
        return self.free >= self.size_wh[1]


def fitting(shot: Shot, builds: Mapping[str, Build], room: Room) -> float:
    """By how much the faces of a shot are smaller, so that feet which nearly do stand above the subtitles."""
    if room.whole or shot.framing is Framing.CLOSE:
        return 1.0
    high = room.free - _HEADROOM * room.size_wh[1]
    boxes = [(builds[s.role], _box(s, builds[s.role], room, 1.0 + _CREEP)) for s in shot.standing]
    shares = [high / ((build.foot - build.top) * box) for build, box in boxes if build.standing]
    return min((share for share in shares if _LEAST <= share < 1.0), default=1.0)


def placed(
    standing: Standing, framing: Framing, build: Build, room: Room, camera: Camera, *, fit: float = 1.0
) -> Placed:
    """Where somebody of a shot with this framing and this `fitting` is."""
    width, height = room.size_wh
    box = _box(standing, build, room, fit * camera.zoom)
    left = standing.across * width - build.face_centre[0] * box - camera.right * width
    by_eyes = _EYE_LINE[framing] * height - build.face_centre[1] * box
    top = _top_of_figure(build, room, box, by_eyes) if build.standing else _top_of_bust(build, room, box, by_eyes)
    return Placed(left, top, box)


def _box(standing: Standing, build: Build, room: Room, scale: float) -> float:
    return standing.size * sized_by(room.size_wh) * scale / (2.0 * build.face_size[1])


def _top_of_figure(build: Build, room: Room, box: float, by_eyes: float) -> float:
    """On the ground above the subtitles; who is too tall for that by its eyes, with its feet below the picture.

    Ears so long that the chin would come behind the words go over the picture's edge instead.
    """
    height = room.size_wh[1]
    by_foot = _GROUND * height - box
    if room.whole:
        return max(by_eyes, by_foot)
    stood, cut = min(by_foot, room.free - build.foot * box), max(by_eyes, height - build.foot * box)
    fits, hidden = stood + build.top * box >= 0.0, cut + build.chin * box > room.free
    return stood if fits or hidden else cut


def _top_of_bust(build: Build, room: Room, box: float, by_eyes: float) -> float:
    """Cut by the picture's edge; lifted where its chin would be behind the subtitles."""
    return min(max(by_eyes, room.size_wh[1] - box), room.free - build.chin * box)
