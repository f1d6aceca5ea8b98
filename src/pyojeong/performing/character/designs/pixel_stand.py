"""Where the game figure's parts are on its sheet, and its few colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyojeong.media.drawing.colours import mixed
from pyojeong.performing.character.acting import Acting, Arm, Part
from pyojeong.performing.character.build import Build, Posture, posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.pixel_face import Spots
from pyojeong.performing.character.designs.pixel_sheet import (
    CELL,
    FLOOR,
)
from pyojeong.performing.character.figure import Frame

HEAD_ROWS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "hero": (5, 7, 8, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 9, 8, 6),
        "robot": (8, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 9),
        "ghost": (4, 6, 8, 9, 9, *(10,) * 10, 9, 9, 8, 7, 5, 4, 2),
        "jelly": (5, 8, 9, 10, 11, 11, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 12),
        "hood": (6, 8, 9, 10, 10, 11, 11, 11, 11, 11, 11, 11, 10, 10, 9, 7),
    }
)
"""Half widths of heads, row by row."""
ONE_PIECE = frozenset({"ghost", "jelly"})


@dataclass(frozen=True, slots=True)
class Palette:
    """The few colours it has."""

    ink: str
    skin: str
    hair: str
    shirt: str
    trousers: str
    accent: str
    eye: str
    iris: str
    blush: str

    @classmethod
    def of(cls, choices: Choices) -> Palette:
        """What was chosen."""
        names = ("ink", "skin", "hair", "shirt", "trousers", "accent", "eye-colour", "iris", "blush")
        return cls(*(choices.colour(name) for name in names))

    def shade(self, colour: str) -> str:
        """The darker tone of ``colour``."""
        return mixed(colour, self.ink, 0.24)


@dataclass(frozen=True, slots=True, eq=False)
class Stood:
    """Where everything is on the sheet.

    Attributes:
        posture: In canvas units.
        middle: Of the head: a column's left edge.
        top: First row of the head.
        rows: Half widths of the head.
        body_middle: Of the body.
        body_top: Its first row.
        body: Half width and rows of the body.
        spots: Of the face.
    """

    posture: Posture
    middle: int
    top: int
    rows: tuple[int, ...]
    body_middle: int
    body_top: int
    body: tuple[int, int]
    spots: Spots


def skin_of(kind: str, tones: Palette) -> str:
    """The colour of a head."""
    return {
        "robot": tones.shirt,
        "jelly": mixed(tones.accent, "#ffffff", 0.34),
        "hood": tones.accent,
        "ghost": mixed(tones.skin, "#ffffff", 0.72),
    }.get(kind, tones.skin)


def build(choices: Choices) -> Build:
    """Its sizes, in canvas units; the sheet rounds them."""
    one = choices.option("kind") in ONE_PIECE
    tall = round(choices.number("legs")) if not one else 0
    rows = round(8 * choices.number("body"))
    low = FLOOR - 4 - tall
    head_half = len(head_rows(choices)) / 2
    head_low = low - rows + 1 if not one else FLOOR - (2 if choices.option("kind") == "jelly" else 3)
    half = 5.4 * CELL, max(3.0, rows / 2) * CELL
    middle = low - rows / 2
    if one:
        half, middle = (9.0 * CELL, 0.5 * head_half * CELL), head_low - 0.6 * head_half
    return Build(
        head=Frame((180.0, (head_low - head_half) * CELL), (10 * CELL, head_half * CELL)),
        body=Frame((180.0, middle * CELL), half),
        shoulder=(0.80, -0.55) if not one else (1.0, 0.0),
        arm=3 * CELL,
        bones=(34.0, 32.0),
        hand=2 * CELL,
        stretch=1.9,
        rest=Arm((1.42, 0.42), Part.BODY, 0.3),
    )


def head_rows(choices: Choices) -> tuple[int, ...]:
    """Half widths of its head."""
    rows = HEAD_ROWS[choices.option("kind")]
    wide, high = round(choices.number("width")), round(choices.number("height"))
    middle = len(rows) // 2
    rows = rows[:middle] + (rows[middle],) * max(0, high) + rows[middle + max(0, -high) :]
    return tuple(max(3, half + wide) for half in rows)


def stand(choices: Choices, acting: Acting) -> Stood:
    """The figure on the sheet."""
    stood, rows = posture(build(choices), acting), head_rows(choices)
    middle = round(stood.head.centre[0] / CELL)
    top = min(FLOOR - len(rows), round((stood.head.centre[1] - stood.head.half_size[1]) / CELL))
    roll = round(acting.expression.roll_degrees / 9)
    turn = round(2.0 * stood.face[0] / CELL / 1.4), round(1.0 * stood.face[1] / CELL / 1.4)
    eye = round(choices.number("eye-width")), round(choices.number("eye-height"))
    one = choices.option("kind") in ONE_PIECE
    line = top + (8 if one else round(0.53 * len(rows))) + round(choices.number("low"))
    spots = Spots(middle + turn[0] + roll, line + turn[1], round(choices.number("distance")), line + turn[1] + 4, eye)
    body_rows = round(8 * choices.number("body"))
    body_top = round((stood.body.centre[1] - body_rows * CELL / 2) / CELL)
    return Stood(stood, middle, top, rows, round(stood.body.centre[0] / CELL), body_top, (5, body_rows), spots)
