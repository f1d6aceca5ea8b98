"""The small person's build and its manner."""

from __future__ import annotations

from pyojeong.performing.character.acting import Arm
from pyojeong.performing.character.build import Build
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.person import sleeves_of
from pyojeong.performing.character.designs.person_face import Manner
from pyojeong.performing.character.face import Brows, Cheeks, Eyes, FaceStyle, Nose
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.hands import Family
from pyojeong.performing.character.layout import Layout
from pyojeong.performing.character.looks import Mouth
from pyojeong.performing.character.pens import InkPen, Pen

WIDTH = 5.2
"""Of a main line."""
_MIDDLE = 180.0


def _finer(pen: Pen, width: float) -> Pen:
    return InkPen(pen.ink, pen.width * width)


MANNER = Manner(
    FaceStyle(
        eyes=Eyes.CHIBI,
        brows=Brows.TAPERED,
        nose=Nose.DOT,
        cheeks=Cheeks.ROUND,
        rest=Mouth.SMILE,
        line=0.86,
        blush=0.34,
        shine=1.15,
    ),
    Layout(
        eyes=(0.44, 0.26),
        eye_radius=0.225,
        brows_above=0.43,
        mouth_down=0.66,
        mouth_size=0.235,
        cheeks=(0.70, 0.56),
        cheek_size=(0.145, 0.095),
        nose_down=0.49,
    ),
    jaw=((0.965, 0.46), (0.715, 0.80), (0.28, 0.98)),
    finer=_finer,
    brow=0.95,
)


def build(choices: Choices) -> Build:
    """Its sizes: about two and a quarter heads, legs long enough to kick."""
    tall = choices.number("height")
    w, h = 88 * choices.number("face-width"), 77 * choices.number("face-length")
    bh, low = 45.0 * tall, 64.0 * tall
    by = GROUND - low - 0.62 * bh
    return Build(
        head=Frame((_MIDDLE, by - 0.82 * bh - 0.86 * h), (w, h)),
        body=Frame((_MIDDLE, by), (41.0, bh)),
        shoulder=(0.74, -0.52),
        arm=22.0,
        bones=(30.0 * tall, 30.0 * tall),
        hand=15.0,
        leg=27.0,
        foot=(19.0, 12.0),
        hip=0.53,
        family=Family.FINGERS,
        stretch=2.9,
        paw=1.9,
        rest=Arm((1.42, 0.62)),
        sleeve=sleeves_of(choices),
    )
