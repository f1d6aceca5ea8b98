"""The parts of a head."""

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
