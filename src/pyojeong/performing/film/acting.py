"""The promise of an actor: shows one moment of somebody on the stage, whatever it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyojeong.rig.expression import Expression
from pyojeong.rig.mouth import Mouth

if TYPE_CHECKING:
    import skia

    from pyojeong.emotion import Emotion


@dataclass(frozen=True, slots=True)
class Moment:
    """What somebody does at one time.

    Attributes:
        expression: The face without speech: feeling, gaze, blink and turn of the head, already in time.
        mouth: What speech does to the mouth; None while silent.
        emotion: What is felt, for bodies and comic marks.
        strength: How strongly, [0, 1].
        act: Name of what the body does (see `performing.character.acts`), empty for standing there; photos ignore it.
        share: How far into the act the body has come, [0, 1], eased by whoever directs.
        seconds: The stage clock, for what breathes, drips and trembles.
    """

    expression: Expression
    mouth: Mouth | None
    emotion: Emotion
    strength: float
    act: str = ""
    share: float = 0.0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Build:
    """An actor's own box, in units of its height: 1 high, ``width`` wide, origin at its top left.

    Attributes:
        width: Of the box.
        face_centre: Between the eyes and the mouth.
        face_size: Half width and half height of the face.
        standing: True when it has feet at the box's bottom; False for a bust, which the picture's edge must cut.
    """

    width: float
    face_centre: tuple[float, float]
    face_size: tuple[float, float]
    standing: bool


class Actor(Protocol):
    """Somebody on stage. One a role and a process; what it shows is a pure function of the moment."""

    build: Build

    def paint(self, canvas: skia.Canvas, moment: Moment, *, height_px: float) -> None:
        """Draw ``moment`` with the box's top left at the canvas's origin, the box ``height_px`` high.

        The canvas is moved, never scaled, so an actor of pixels may prepare itself for the size.
        """
        ...
