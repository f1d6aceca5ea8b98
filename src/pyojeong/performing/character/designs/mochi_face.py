"""The rice cake's face: low, wide apart, almost nothing."""

from __future__ import annotations

from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.face import Cheeks, Eyes, FacePlaces, FaceStyle, Teeth
from pyojeong.performing.character.layout import Layout, places
from pyojeong.performing.character.looks import Mouth


def face_style(choices: Choices) -> FaceStyle:
    """How its face is drawn."""
    return FaceStyle(
        eyes=Eyes(choices.option("eye-kind")),
        teeth=Teeth.BUCK,
        cheeks=Cheeks(choices.option("cheeks")),
        rest=Mouth.OMEGA,
        line=0.95,
        blush=0.62,
        iris="#8a6fd0",
        inside="#8c3348",
        blush_colour=choices.colour("blush"),
    )


def face_where(choices: Choices, stood: Posture) -> FacePlaces:
    """Where its features are."""
    low = choices.number("low")
    return places(
        stood,
        Layout(
            eyes=(0.40 * choices.number("distance"), 0.06 + low),
            eye_radius=0.112 * choices.number("eyes"),
            brows_above=0.27,
            mouth_down=0.31 + low,
            mouth_size=0.245 * choices.number("mouth"),
            cheeks=(0.66, 0.30 + low),
            cheek_size=(0.13, 0.10),
        ),
    )
