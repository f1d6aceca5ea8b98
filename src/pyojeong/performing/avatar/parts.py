"""The parts of a head and the picture each is painted in."""

from __future__ import annotations

from enum import IntEnum


class Part(IntEnum):
    """What a point of the head belongs to. Left is the subject's own."""

    SKIN = 0
    MOUTH = 1
    EYE_LEFT = 2
    EYE_RIGHT = 3
    TEETH_UPPER = 4
    TEETH_LOWER = 5
    GUMS_UPPER = 6
    GUMS_LOWER = 7
    TONGUE = 8
    LASHES_LEFT = 9
    LASHES_RIGHT = 10


class Tile(IntEnum):
    """A picture of [0, 1] × [0, 1] texture coordinates."""

    SKIN = 0
    EYES = 1
    MOUTH = 2
    LASHES = 3


def tile_of(part: Part) -> Tile:
    """The picture a part is painted in; both eyes share theirs, and both sides' lashes.

    >>> tile_of(Part.TONGUE)
    <Tile.MOUTH: 2>
    """
    if part is Part.SKIN:
        return Tile.SKIN
    if part in (Part.EYE_LEFT, Part.EYE_RIGHT):
        return Tile.EYES
    return Tile.LASHES if part in (Part.LASHES_LEFT, Part.LASHES_RIGHT) else Tile.MOUTH
