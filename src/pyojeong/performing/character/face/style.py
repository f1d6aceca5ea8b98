"""How a design's face is drawn, and where: styles of its features, their colours, and their places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pyojeong.media.drawing.nodes import Point, checked_colour
from pyojeong.performing.character.looks import Mouth


class Eyes(str, Enum):
    """Styles of open eyes."""

    DOT = "dot"
    GLOSS = "gloss"
    CHIBI = "chibi"
    BUTTON = "button"
    LINE = "line"
    HALF = "half"
    RING = "ring"


class Brows(str, Enum):
    """Styles of brows; `ACTIVE` shows a line only while they move, since resting brows make animals stern."""

    LINE = "line"
    TAPERED = "tapered"
    BLOCK = "block"
    ACTIVE = "active"


class Teeth(str, Enum):
    """What shows in an open mouth."""

    NONE = "none"
    BAND = "band"
    FANG = "fang"
    BUCK = "buck"


class Nose(str, Enum):
    """Styles of noses."""

    NONE = "none"
    DOT = "dot"
    BEAN = "bean"
    BUTTON = "button"
    HOOK = "hook"


class Cheeks(str, Enum):
    """Styles of blushing cheeks."""

    NONE = "none"
    ROUND = "round"
    SOFT = "soft"
    HATCH = "hatch"


@dataclass(frozen=True, slots=True)
class FaceStyle:
    """One design's manner of drawing a face.

    Attributes:
        eyes: Of open eyes.
        brows: Of brows.
        teeth: In laughing and speaking.
        nose: Drawn at the nose's place, where there is one.
        cheeks: How they redden.
        rest: The mouth of a face that does nothing: an omega, a small smile or a line.
        line: Weight of lines in the face, in widths of the pen's main line.
        lashes: Lashes at each eye's outer corner.
        blush: Redness of resting cheeks, in [0, 1].
        shine: Size of the highlights in the eyes against the usual, 0 for none.
        eye_colour: Of dots, pupils and the dark of an iris; None is the pen's ink.
        iris: The iris's light.
        white: White of the eyes.
        brow_colour: None is the pen's ink.
        inside: Of an open mouth.
        tongue: The tongue.
        teeth_colour: The teeth.
        lip: Colour of lips, or None for no lips.
        nose_colour: The nose.
        blush_colour: Of cheeks.
    """

    eyes: Eyes = Eyes.DOT
    brows: Brows = Brows.ACTIVE
    teeth: Teeth = Teeth.BAND
    nose: Nose = Nose.NONE
    cheeks: Cheeks = Cheeks.ROUND
    rest: Mouth = Mouth.OMEGA
    line: float = 0.9
    lashes: int = 0
    blush: float = 0.5
    shine: float = 1.0
    eye_colour: str | None = None
    iris: str = "#9a6a45"
    white: str = "#ffffff"
    brow_colour: str | None = None
    inside: str = "#8c2f3b"
    tongue: str = "#f58a92"
    teeth_colour: str = "#ffffff"
    lip: str | None = None
    nose_colour: str = "#6b4038"
    blush_colour: str = "#ff8f8f"

    def __post_init__(self) -> None:
        for name in ("iris", "white", "inside", "tongue", "teeth_colour", "nose_colour", "blush_colour"):
            checked_colour(getattr(self, name))
        for colour in (self.eye_colour, self.brow_colour, self.lip):
            if colour is not None:
                checked_colour(colour)
        if self.rest not in (Mouth.OMEGA, Mouth.SMILE, Mouth.LINE):
            raise ValueError(f"rest must be omega, smile or line, but got {self.rest.value!r}")
        if not 0.0 <= self.blush <= 1.0:
            raise ValueError(f"blush must be in [0, 1], but got {self.blush!r}")
        if not 0.2 <= self.line <= 3.0:
            raise ValueError(f"line must be in [0.2, 3], but got {self.line!r}")


@dataclass(frozen=True, slots=True)
class FacePlaces:
    """Where the features are, on the canvas. The first of a pair is on the left of the picture.

    Attributes:
        eyes: Centres of the eyes.
        eye_radius: Half the width of an open eye.
        brows_above: How far resting brows are above the eyes' centres.
        mouth: Middle of the resting mouth.
        mouth_size: Half the width of a broad smile.
        cheeks: Centres of the cheeks.
        cheek_size: Half width and half height of a blush.
        nose: Middle of the nose, or None.
        tilt_degrees: Clockwise tilt of every feature around its own centre.
    """

    eyes: tuple[Point, Point]
    eye_radius: float
    brows_above: float
    mouth: Point
    mouth_size: float
    cheeks: tuple[Point, Point]
    cheek_size: Point
    nose: Point | None = None
    tilt_degrees: float = 0.0

    def __post_init__(self) -> None:
        for name in ("eye_radius", "brows_above", "mouth_size"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be > 0, but got {getattr(self, name)!r}")
