"""Every coefficient is seen, on its own side, whatever the style."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from drawn_face import PEN, changed, face_pixels

from pyojeong.media.drawing import Drawing, Group
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.face import Cheeks, Eyes, FacePlaces, FaceStyle, eye_nodes
from pyojeong.performing.character.looks import Mouth, looks_of
from pyojeong.rig import ARKIT_NAMES, Expression
from pyojeong.rig.names import mirrored_name

VISIBLE_PX = 12
STYLES = [FaceStyle(eyes=eyes) for eyes in Eyes] + [FaceStyle(rest=Mouth.LINE)]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: f"{style.eyes.value}-{style.rest.value}")
def test_each_of_the_52_changes_the_face(style: FaceStyle, places: FacePlaces) -> None:
    rest = face_pixels(style, places, Expression())
    unseen = [
        n for n in ARKIT_NAMES if changed(rest, face_pixels(style, places, Expression({n: 1.0}))).sum() < VISIBLE_PX
    ]
    assert not unseen


@pytest.mark.parametrize("name", [n for n in ARKIT_NAMES if n.startswith(("eye", "browDown", "browOuter", "cheekS"))])
def test_one_sided_movements_stay_on_their_side(name: str, places: FacePlaces) -> None:
    """The character's own left is the right half of the picture."""
    rest = face_pixels(FaceStyle(), places, Expression())
    seen = changed(rest, face_pixels(FaceStyle(), places, Expression({name: 1.0})))[:115]
    own, other = (seen[:, 120:], seen[:, :120]) if name.endswith("Left") else (seen[:, :120], seen[:, 120:])
    assert own.sum() >= VISIBLE_PX
    assert other.sum() == 0


@pytest.mark.parametrize("name", ["eyeBlinkLeft", "mouthSmileRight", "mouthDimpleLeft", "browOuterUpLeft", "cheekPuff"])
def test_mirrored_expressions_are_mirrored_drawings(name: str, places: FacePlaces) -> None:
    plain = replace(FaceStyle(), shine=0.0)  # the light does not change sides
    one = face_pixels(plain, places, Expression({name: 1.0}))
    other = face_pixels(plain, places, Expression({mirrored_name(name): 1.0}))
    assert changed(one[:, ::-1], other).sum() < 30


@pytest.mark.parametrize(
    ("name", "across", "down"),
    [("eyeLookOutLeft", 1, 0), ("eyeLookInLeft", -1, 0), ("eyeLookUpLeft", 0, -1), ("eyeLookDownLeft", 0, 1)],
)
def test_gaze_goes_where_it_says(name: str, across: int, down: int, places: FacePlaces) -> None:
    def dark(expression: Expression) -> np.ndarray:
        eye = face_pixels(FaceStyle(), places, expression)[72:128, 135:191].sum(-1) < 200
        return np.argwhere(eye).mean(0)[::-1]

    moved = dark(Expression({name: 1.0})) - dark(Expression())
    assert moved @ (across, down) > 3


def test_an_opening_jaw_opens_the_mouth_more_and_more_and_downwards(places: FacePlaces) -> None:
    rest = face_pixels(FaceStyle(), places, Expression())
    lowest, areas = [], []
    for jaw in (0.15, 0.4, 0.7, 1.0):
        seen = changed(rest, face_pixels(FaceStyle(), places, Expression({"jawOpen": jaw})))
        lowest.append(np.argwhere(seen)[:, 0].max())
        areas.append(seen.sum())
    assert areas == sorted(areas)
    assert lowest[-1] > lowest[0] + 15


@pytest.mark.parametrize("mouth", ["wail", "round"])
def test_howling_and_round_mouths_stay_under_the_nose(mouth: str, places: FacePlaces) -> None:
    style = FaceStyle(blush=0.0)
    rest = face_pixels(style, places, Expression())
    coefficients = (
        {"jawOpen": 1.0, "mouthFrownLeft": 0.8, "mouthFrownRight": 0.8}
        if mouth == "wail"
        else {"jawOpen": 1.0, "mouthFunnel": 0.7}
    )
    seen = changed(rest, face_pixels(style, places, Expression(coefficients)))[118:, 90:150]
    assert np.argwhere(seen)[:, 0].min() + 118 > places.nose[1] + 4


def test_active_brows_are_hidden_until_they_move(places: FacePlaces) -> None:
    brows = slice(50, 80)
    rest = face_pixels(FaceStyle(), places, Expression())[brows]
    assert (rest == rest[0, 0]).all()
    assert (face_pixels(FaceStyle(), places, Expression({"browInnerUp": 0.08}))[brows] == rest).all()
    assert changed(rest, face_pixels(FaceStyle(), places, Expression({"browInnerUp": 0.5}))[brows]).sum() > 100


def test_a_wide_eye_has_white_and_its_pupil_shrinks(places: FacePlaces) -> None:
    def counts(wide: float) -> tuple[int, int]:
        eye = face_pixels(FaceStyle(), places, Expression({"eyeWideLeft": wide}))[70:130, 135:191].sum(-1)
        return int((eye > 740).sum()), int((eye[20:40, 18:38] < 200).sum())

    (white, pupil), (torn_white, torn_pupil) = counts(0.6), counts(1.0)
    assert white > 300
    assert torn_white > white
    assert torn_pupil < pupil


@pytest.mark.parametrize("eyes", [eyes for eyes in Eyes if eyes is not Eyes.LINE])
def test_an_eye_gets_lower_evenly_before_its_lid_cuts_it(eyes: Eyes, places: FacePlaces) -> None:
    """Half of photographed eyes differ by less than the cover from which a lid's line is drawn."""

    def height(blink: float) -> float:
        sides = {"eyeBlinkLeft": blink, "eyeBlinkRight": blink}
        eye = eye_nodes(PEN, places, FaceStyle(eyes=eyes), Acting(Expression(sides)), looks_of(Expression()))
        return float((painted(Drawing(Group(eye), (240, 240)), 960).pixels[280:520, 632:672, 3] > 127).mean() * 60)

    heights = [height(blink) for blink in (0.0, 0.08, 0.16, 0.24, 0.32)]
    falls = [before - after for before, after in pairwise(heights)]
    assert min(falls) > 0 and max(falls) < 4.5 * min(falls)


def test_ringed_eyes_widen_before_they_are_torn_open(places: FacePlaces) -> None:
    def height(wide: float) -> int:
        face = face_pixels(FaceStyle(eyes=Eyes.RING), places, Expression({"eyeWideLeft": wide}))
        return int(np.ptp(np.argwhere((face[60:135, 163] > 740).all(-1) | (face[60:135, 163] < 120).all(-1))))

    heights = [height(wide) for wide in (0.0, 0.2, 0.4, 0.5, 0.6)]
    assert heights == sorted(set(heights))


@pytest.mark.parametrize("rest", [Mouth.SMILE, Mouth.LINE])
def test_a_smile_grows_out_of_the_resting_mouth(rest: Mouth, places: FacePlaces) -> None:
    def depth(smile: float) -> int:
        sides = {"mouthSmileLeft": smile, "mouthSmileRight": smile}
        mouth = face_pixels(FaceStyle(rest=rest, cheeks=Cheeks.NONE), places, Expression(sides))[124:160, 90:150]
        return int(np.ptp(np.argwhere((mouth.sum(-1) < 330).any(1))))

    depths = [depth(smile) for smile in (0.0, 0.2, 0.4, 0.7)]
    assert depths == sorted(set(depths))


def test_raised_brows_leave_a_resting_smile_some_of_its_bend_and_lowered_ones_none(places: FacePlaces) -> None:
    def depth(name: str, value: float) -> int:
        sides = {n: value for n in ARKIT_NAMES if n.startswith(name)}
        mouth = face_pixels(FaceStyle(rest=Mouth.SMILE, cheeks=Cheeks.NONE), places, Expression(sides))
        return int(np.ptp(np.argwhere((mouth[124:160, 90:150].sum(-1) < 330).any(1))))

    assert depth("browOuterUp", 0.3) == depth("browDown", 0.0) > depth("browInnerUp", 0.3) > depth("browDown", 0.6)
