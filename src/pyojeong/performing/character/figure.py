"""What a design hands back: the drawn figure, and where its parts are, so that marks, captions and tests find them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.space import Space

if TYPE_CHECKING:
    import skia

    from pyojeong.performing.character.looks import Looks
    from pyojeong.performing.character.pens import Pen

CANVAS = 360.0
"""Designs are drawn on a square of this side, in units that are pixels of a messenger's sticker."""
GROUND = 336.0
"""Where feet stand."""
MARGIN = 8.0
"""Nothing may come nearer to the canvas's edge."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part's own axes: half sizes around a centre, tilted."""

    centre: Point
    half_size: Point
    tilt_degrees: float = 0.0

    def at(self, right: float, down: float) -> Point:
        """A place in half sizes, on the canvas.

        >>> Frame((100, 100), (50, 40)).at(1, -1)
        (150.0, 60.0)
        """
        (x, y), (w, h) = self.centre, self.half_size
        return Matrix.turned(self.tilt_degrees, self.centre).of((x + right * w, y + down * h))


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A drawn figure before it is squashed, leaned and fitted.

    Attributes:
        node: The picture, the lowest first.
        head: Where the head is; its half sizes leave ears and hair out.
        body: Where the body is.
        eyes: Centres of the eyes: the character's right eye (left in the picture) first.
        eye_radius: Half the width of an eye.
        mouth: Centre of the mouth.
        hands: Centres of the hands: the right one first.
        silhouette: Head with hair and ears, body and limbs as one area.
        ink: Colour of its lines, for marks.
        hair: What lies over the face and never blushes; None where nothing does.
    """

    node: Group
    head: Frame
    body: Frame
    eyes: tuple[Point, Point]
    eye_radius: float
    mouth: Point
    hands: tuple[Point, Point]
    silhouette: skia.Path
    ink: str
    hair: skia.Path | None = None


class Design(Protocol):
    """A way of drawing a character.

    Attributes:
        name: Lower-case word with hyphens, as in ``CHARACTER.json``.
        korean: What people call it.
        english: The same in English.
        about: One sentence in each language on its temper: what makes it act as no other design does.
        space: What can be chosen about it.
        gags: Its own gags by name, each with a Korean and an English name (six at least).
    """

    name: str
    korean: str
    english: str
    about: tuple[str, str]
    space: Space
    gags: dict[str, tuple[str, str]]

    def pen(self, choices: Choices, seed: int) -> Pen:
        """What its lines and areas are drawn with; marks use it too."""
        ...

    def temper(self, acting: Acting) -> Acting:
        """What was asked, done in this design's own way; as it was asked when a design has no temper of its own.

        The stage asks before it chooses looks, so a temper may change face, body and marks alike.
        """
        return acting

    def figure(self, choices: Choices, acting: Acting, looks: Looks, *, seed: int) -> Figure:
        """The figure, standing on `GROUND` in the middle of the canvas; a pure function."""
        ...
