"""The promise of an actor: shows one moment of somebody on the stage, whatever it is made of."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pyojeong.emotion import Emotion
from pyojeong.rig.expression import Expression, mix
from pyojeong.rig.mouth import CLOSED, Mouth
from pyojeong.rig.speaking import speaking
from pyojeong.rig.timeline import between

if TYPE_CHECKING:
    import skia

#: What an accent of speech does to a face and head: brows up, chin down (prototype: .2-.3 and 1.9 degrees).
_ACCENT_INNER, _ACCENT_OUTER, _ACCENT_DEGREES = 0.16, 0.14, 1.9
_BREATHS_PER_SECOND = 0.27
"""At rest: sixteen a minute; adults take twelve to twenty."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What somebody does at one time.

    Attributes:
        expression: The face without speech and accents: feeling, gaze, blink and turn of the head, already in time.
        mouth: What speech does to the mouth; closed while silent.
        voice: How far speech has taken the mouth over from the expression, [0, 1].
        emotion: What is felt, for bodies and comic marks.
        strength: How strongly, [0, 1].
        settled: The face this moment belongs to at its fullest and without blinks. What cannot glide is chosen from
            it, such as a drawn eye's kind, so that a tremble of the expression never makes a drawing flicker.
        act: Name of what the body does (see `film.deeds` and `performing.character.acts`); empty for what the emotion
            itself does.
        share: How far into the act the body has come, [0, 1.1]: it swings a little beyond.
        since: Seconds since it began.
        spring: How the body gathers itself (-1) before a movement and stretches (1) in it.
        accent: Of speech at this moment, [0, 1.5]: brows go up and the head nods.
        facing: Towards which side it turns, [-1, 1] to the picture's right.
        speaks: Whether the feeling is its own line's, so that its mouth must be seen.
        seconds: The stage clock, for what breathes, drips and trembles.
    """

    expression: Expression = field(default_factory=Expression)
    mouth: Mouth = CLOSED
    voice: float = 0.0
    emotion: Emotion = Emotion.NEUTRAL
    strength: float = 0.2
    settled: Expression = field(default_factory=Expression)
    act: str = ""
    share: float = 0.0
    since: float = 0.0
    spring: float = 0.0
    accent: float = 0.0
    facing: float = 0.0
    speaks: bool = False
    seconds: float = 0.0

    @property
    def begun(self) -> int:
        """Tenths of a second on the stage clock at which the act began; the same for every moment of one act."""
        return round(10 * (self.seconds - self.since))


def breath(seconds: float, *, phase: float = 0.0) -> float:
    """Where in its breath a living body is, [-1, 1]: head, chest and shoulders of one body go together."""
    return math.sin(2 * math.pi * _BREATHS_PER_SECOND * seconds + phase)


def face_of(moment: Moment) -> Expression:
    """Feeling, speech and accents on one face, for actors that have a whole one.

    >>> face_of(Moment(mouth=Mouth(jaw=0.5), voice=1.0))["jawOpen"]
    0.5
    """
    face = moment.expression
    if moment.voice > 0.0:
        said = speaking(face, moment.mouth, emotion=moment.emotion, strength=moment.strength)
        face = said if moment.voice == 1.0 else between(face, said, moment.voice)
    if moment.accent < 1e-3:
        return face
    lift = _ACCENT_OUTER * moment.accent
    brows = {"browOuterUpLeft": lift, "browOuterUpRight": lift, "browInnerUp": _ACCENT_INNER * moment.accent}
    accent = Expression.nearest({**brows, "headPitch": -_ACCENT_DEGREES * moment.accent})
    return mix({face: 1.0, accent: 1.0})


@dataclass(frozen=True, slots=True)
class Build:
    """An actor's own box, in units of its height: 1 high, ``width`` wide, origin at its top left.

    Attributes:
        width: Of the box.
        face_centre: Between the eyes and the mouth.
        face_size: Half width and half height of the face.
        standing: True when it has feet; False for a bust, which the picture's edge must cut.
        top: Where it begins at rest: hair, ears and hat.
        foot: Where its feet stand; the box's bottom for a bust.
    """

    width: float
    face_centre: tuple[float, float]
    face_size: tuple[float, float]
    standing: bool
    top: float = 0.0
    foot: float = 1.0

    @property
    def chin(self) -> float:
        """Where the face ends."""
        return self.face_centre[1] + self.face_size[1]


class Actor(Protocol):
    """Somebody on stage. One a role and a process; what it shows is a pure function of the moment.

    Attributes:
        build: Its box.
        drawn: Whether it is drawn, and so moves on twos, as drawn films do.
    """

    build: Build
    drawn: bool

    def paint(self, canvas: skia.Canvas, moment: Moment, *, height_px: float) -> None:
        """Draw ``moment`` with the box's top left at the canvas's origin, the box ``height_px`` high.

        The canvas is moved, never scaled, so an actor of pixels may prepare itself for the size.
        """
        ...
