"""Where a caption goes beside a figure, and where the figure goes to make room for it.

The face is never covered, and everything keeps its distance from the canvas edge.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.lettering.forms import Form
from pyojeong.stickers.lettering.lettering import Lettered, expected_size, letter
from pyojeong.stickers.lettering.motion import Motion
from pyojeong.stickers.lettering.signboard import BOARD, EDGE, signboard
from pyojeong.stickers.lettering.style import NIGHT, WHITE, Style

MARGIN = 8.0
"""Units kept free at every edge of the canvas."""
GAP = 4.0
"""Units between caption and figure."""
_SHARES = (0.16, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4)
"""Shares of the canvas that a caption may take; more leaves a figure too small to show what it feels."""
_EASY = 46.0
"""Height of a syllable read without effort at 100 px (12.8 px there); places that give less count for less."""
_COVERED = 0.1
"""Share of the figure's height, from its feet up, that a caption below may cover."""
_COVERED_BY_SIGN = 0.34


class Place(str, Enum):
    """Where a caption stands; left and right are written from top to bottom."""

    ABOVE = "above"
    BELOW = "below"
    LEFT = "left"
    RIGHT = "right"
    SIGN = "sign"

    @property
    def korean(self) -> str:
        """The Korean name shown to people."""
        return _KOREAN[self]


_COLUMNS = (Place.LEFT, Place.RIGHT)
_KOREAN = dict(zip(Place, ("위", "아래", "왼쪽 세로", "오른쪽 세로", "팻말"), strict=True))
_LIKED = {Place.ABOVE: 1.0, Place.BELOW: 1.04, Place.LEFT: 0.84, Place.RIGHT: 0.84}
"""How gladly each is chosen when nobody says; signs only on request, since not every figure can hold one."""
_LONG_COLUMN = 5
"""Letters; columns longer than this are read more slowly than lines and chosen less gladly."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where the figure shall stand: inside ``box``, by ``matrix`` from where it was drawn."""

    box: Box
    matrix: Matrix

    def of(self, part: Box) -> Box:
        """Where a part of the figure comes to lie."""
        return Box(*self.matrix.of((part.left, part.top)), *self.matrix.of((part.right, part.bottom)))


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A caption in its place: ``node`` is painted over the figure, which ``room`` has moved."""

    node: Group
    lettered: Lettered
    place: Place
    room: Room
    bounds: Box


def place_caption(
    text: str,
    *,
    figure: Box,
    face: Box,
    style: Style,
    canvas: Point = (360.0, 360.0),
    place: Place | None = None,
    stressed: str = "",
    grounds: tuple[str, ...] = (WHITE, NIGHT),
    motion: Motion | None = None,
    phase: float = 0.0,
) -> Placed:
    """The caption beside a figure drawn in ``figure`` with its face in ``face``, and the figure's new place.

    Without ``place``, the one that leaves letters and figure largest. The figure is never enlarged.

    Raises:
        PyojeongError: When the text cannot be a caption, as `letter` tells.
        ValueError: When the face does not lie in the figure, or a box is empty.
    """
    if min(figure.width, figure.height, face.width, face.height) <= 0 or not figure.holds(face):
        raise ValueError(f"figure must hold the face and both must have a size, but got {figure!r} and {face!r}")
    scene = _Scene(figure, face, Box(0.0, 0.0, *canvas).grown(-MARGIN))
    place, share = _chosen(text, scene, style, place)
    caption_box, _ = scene.parts(place, share)
    lettered = letter(
        text,
        box=caption_box.grown(-EDGE) if place is Place.SIGN else caption_box,
        style=_worn(style, place),
        stressed=stressed,
        grounds=(BOARD,) if place is Place.SIGN else grounds,
        motion=motion,
        phase=phase,
    )
    return _settled(lettered, place, scene)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The figure, its face and the canvas within its margin."""

    figure: Box
    face: Box
    stage: Box

    def parts(self, place: Place, share: float) -> tuple[Box, Box]:
        """Box for the caption and box for the figure when the caption takes ``share``."""
        stage = self.stage
        tall, wide = share * stage.height, share * stage.width
        if place is Place.ABOVE:
            return stage._replace(bottom=stage.top + tall), stage._replace(top=stage.top + tall + GAP)
        if place is Place.LEFT:
            return stage._replace(right=stage.left + wide), stage._replace(left=stage.left + wide + GAP)
        if place is Place.RIGHT:
            return stage._replace(left=stage.right - wide), stage._replace(right=stage.right - wide - GAP)
        top = stage.bottom - tall
        low = min(stage.bottom, top + self.covered(place, top) - GAP)
        return stage._replace(top=top), stage._replace(bottom=low)

    def covered(self, place: Place, top: float) -> float:
        """How far the figure may reach under a caption that begins at ``top`` without its face doing so."""
        most = _COVERED_BY_SIGN if place is Place.SIGN else _COVERED
        below_face = (self.figure.bottom - self.face.bottom) / self.figure.height
        uncovered = settled(self.figure, self.stage._replace(bottom=top)).a  # with more room it only gets larger
        return max(0.0, min(most, below_face)) * uncovered * self.figure.height


def settled(figure: Box, room: Box) -> Matrix:
    """The least shift and scaling that brings ``figure`` into ``room``.

    >>> settled(Box(10, 10, 20, 30), Box(0, 0, 36, 36)) == Matrix()
    True
    """
    scale = min(1.0, room.width / figure.width, room.height / figure.height)
    (x, y), (w, h) = figure.centre, (figure.width * scale / 2, figure.height * scale / 2)
    to_x = min(max(x, room.left + w), room.right - w)
    to_y = min(max(y, room.top + h), room.bottom - h)
    return Matrix(scale, 0.0, 0.0, scale, to_x - scale * x, to_y - scale * y)


def _worn(style: Style, place: Place) -> Style:
    if place in _COLUMNS:
        return replace(style, form=Form.VERTICAL)
    if place is Place.SIGN:
        return replace(style, rim=None, lip=0.0)
    return style


def _chosen(text: str, scene: _Scene, style: Style, place: Place | None) -> tuple[Place, float]:
    """The place and share that leave letters and figure largest."""
    places = tuple(_LIKED) if place is None else (place,)
    value = _value_of(text, scene, style)
    return max(((one, share) for one in places for share in _SHARES), key=value)


def _value_of(text: str, scene: _Scene, style: Style) -> Callable[[tuple[Place, float]], float]:
    def value(option: tuple[Place, float]) -> float:
        place, share = option
        box, room = scene.parts(place, share)
        if place is Place.SIGN:
            box = box.grown(-EDGE)
        size = expected_size(text, width=box.width, height=box.height, style=_worn(style, place))
        scale = settled(scene.figure, room).a
        # The figure carries the feeling, so its size counts more than the letters'; 0.5 was chosen by looking.
        slow = 0.8 if place in _COLUMNS and len(text) > _LONG_COLUMN else 1.0
        return _LIKED.get(place, 1.0) * slow * scale * float(size**0.5) * min(1.0, size / _EASY)

    return value


def _settled(lettered: Lettered, place: Place, scene: _Scene) -> Placed:
    """The caption moved to the canvas edge, the figure given all the rest, the caption moved back to the figure."""
    stage = scene.stage
    taken = lettered.bounds.grown(EDGE) if place is Place.SIGN else lettered.bounds
    is_column = place in _COLUMNS
    share = taken.width / stage.width if is_column else taken.height / stage.height
    _, box = scene.parts(place, share)
    room = Room(box, settled(scene.figure, box))
    shift = _shift(taken, place, room.of(scene.figure), room.of(scene.face), stage)
    lettered, taken = lettered.moved(*shift), taken.moved(*shift)
    board = (signboard(taken),) if place is Place.SIGN else ()
    return Placed(Group((*board, lettered.node), name="captioned"), lettered, place, room, taken)


def _shift(taken: Box, place: Place, figure: Box, face: Box, stage: Box) -> Point:
    """How far to move the caption to stand close to the figure, still on the stage."""
    (x, y), (to_x, to_y) = taken.centre, figure.centre
    if place is Place.ABOVE:
        return _kept(taken, to_x - x, figure.top - GAP - taken.bottom, stage)
    if place is Place.LEFT:
        return _kept(taken, figure.left - GAP - taken.right, to_y - y, stage)
    if place is Place.RIGHT:
        return _kept(taken, figure.right + GAP - taken.left, to_y - y, stage)
    covered = _COVERED_BY_SIGN if place is Place.SIGN else _COVERED
    top = max(face.bottom + GAP, figure.bottom - covered * figure.height)
    return _kept(taken, to_x - x, top - taken.top, stage)


def _kept(taken: Box, right: float, down: float, stage: Box) -> Point:
    """The shift, shortened so that the caption stays on the stage."""
    right = min(max(right, stage.left - taken.left), stage.right - taken.right)
    down = min(max(down, stage.top - taken.top), stage.bottom - taken.bottom)
    return right, down
