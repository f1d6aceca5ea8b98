"""The dry one's build and manner."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.performing.character.acting import Arm
from pyojeong.performing.character.build import Build
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.person import sleeves_of
from pyojeong.performing.character.designs.person_face import Manner
from pyojeong.performing.character.designs.webtoon_pen import CelPen
from pyojeong.performing.character.face import Brows, Cheeks, Eyes, FaceStyle, Nose
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.hands import Family
from pyojeong.performing.character.layout import Layout
from pyojeong.performing.character.looks import Mouth
from pyojeong.performing.character.pens import Pen

WIDTH = 3.4
"""Of a main line."""
_MIDDLE = 180.0


def _finer(pen: Pen, width: float) -> Pen:
    return CelPen(pen.ink, pen.width * width)


MANNER = Manner(
    FaceStyle(
        eyes=Eyes.RING,
        brows=Brows.LINE,
        nose=Nose.HOOK,
        cheeks=Cheeks.SOFT,
        rest=Mouth.LINE,
        line=1.0,
        blush=0.0,
        shine=0.0,
    ),
    Layout(
        eyes=(0.40, 0.14),
        eye_radius=0.182,
        brows_above=0.33,
        mouth_down=0.62,
        mouth_size=0.27,
        cheeks=(0.64, 0.46),
        cheek_size=(0.16, 0.10),
        nose_down=0.38,
    ),
    jaw=((0.94, 0.44), (0.70, 0.79), (0.29, 0.975)),
    finer=_finer,
    brow=1.25,
    nose=1.75,
    body=((0.0, -1.0), (0.40, -0.99), (0.86, -0.80), (0.96, -0.52), (0.86, 0.2), (0.84, 0.92), (0.4, 1.0), (0.0, 1.0)),
    forehead=0.55,
)


def coloured(choices: Choices) -> Manner:
    """The manner with this person's eyes: small pupils in white, as dark as the iris lets them be."""
    return replace(MANNER, face=replace(MANNER.face, eye_colour=choices.colour("iris")))


def build(choices: Choices) -> Build:
    """Its sizes: three heads, long arms and legs."""
    tall = choices.number("height")
    w, h = 57 * choices.number("face-width"), 59 * choices.number("face-length")
    bh, low = 52.0 * tall, 100.0 * tall
    by = GROUND - low - 0.62 * bh
    return Build(
        head=Frame((_MIDDLE, by - 0.92 * bh - 0.93 * h), (w, h)),
        body=Frame((_MIDDLE, by), (38.0, bh)),
        shoulder=(0.80, -0.66),
        arm=18.0,
        bones=(40.0 * tall, 38.0 * tall),
        hand=11.5,
        leg=24.0,
        foot=(17.0, 9.0),
        hip=0.42,
        family=Family.FINGERS,
        stretch=2.0,
        paw=2.2,
        rest=Arm((1.28, 0.86), bend=0.16),
        sleeve=sleeves_of(choices),
    )
