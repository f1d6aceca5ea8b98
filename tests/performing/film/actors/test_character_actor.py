"""A drawn character on stage."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import skia

sys.path.insert(0, str(Path(__file__).parents[1]))
import plays

from pyojeong.emotion import Emotion
from pyojeong.performing.character import DESIGNS, Character, Legs
from pyojeong.performing.character.looks import Eye
from pyojeong.performing.film.acting import Moment
from pyojeong.performing.film.actors.bodies import Body
from pyojeong.performing.film.actors.character import CharacterActor
from pyojeong.performing.film.playing import Playing
from pyojeong.rig.compose import prototype
from pyojeong.rig.expression import Expression
from pyojeong.rig.mouth import Mouth

SCENE = plays.scene(emotion=Emotion.ANGER)
TIMES = (0.2, 0.95, 1.3, 2.1, 3.4)
ANGRY = Moment(
    prototype(Emotion.ANGER, 0.8), emotion=Emotion.ANGER, strength=0.8, settled=prototype(Emotion.ANGER, 0.8),
    share=1.0, since=1.0, speaks=True, seconds=2.0,
)  # fmt: skip


def shown(actor, moment, *, height_px=180.0, at=(60.25, 50.5)):
    pixels = np.zeros((260, 320, 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    canvas = surface.getCanvas()
    canvas.translate(*at)
    actor.paint(canvas, moment, height_px=height_px)
    surface.flushAndSubmit()
    return pixels


def film(order):
    actor, playing = CharacterActor(Character("chibi")), Playing(SCENE)
    return {at: shown(actor, playing.moment("아이", at)) for at in order}


def test_the_order_of_frames_does_not_matter():
    forth, back = film(TIMES), film((*reversed(TIMES), TIMES[0]))
    assert all(np.array_equal(forth[at], back[at]) for at in TIMES)
    assert all(forth[at].any() for at in TIMES)


def test_another_process_draws_the_same():
    told = hashlib.sha256(b"".join(film(TIMES)[at].tobytes() for at in TIMES)).hexdigest()
    code = (
        f"import sys; sys.path[:0] = [{str(Path(__file__).parent)!r}, {str(Path(__file__).parents[1])!r}]\n"
        "import hashlib, test_character_actor as t\n"
        "print(hashlib.sha256(b''.join(t.film(t.TIMES)[at].tobytes() for at in t.TIMES)).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.split()[-1] == told


@pytest.mark.parametrize("design", DESIGNS)
def test_every_design_speaks_in_anger_and_shuts_its_mouth(design):
    actor = CharacterActor(Character(design))
    wide, shut, pressed = (
        shown(actor, replace(ANGRY, mouth=mouth, voice=1.0)).astype(int)
        for mouth in (Mouth(jaw=0.7), Mouth(close=1.0), Mouth(upper=0.6, lower=0.6, teeth=1.0, tongue=1.0, close=1.0))
    )
    assert (np.abs(wide - shut).sum(-1) > 40).sum() > 20
    assert np.array_equal(shut, pressed)


def test_a_blink_in_anger_is_a_plain_one():
    body = Body(Character("chibi"))
    lids = {"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0}
    blinking = replace(ANGRY, expression=Expression({**ANGRY.expression.coefficients, **lids}))
    assert body.looks(ANGRY).left_eye is not Eye.SHUT
    assert body.looks(blinking).left_eye is Eye.SHUT


def test_a_trembling_face_keeps_its_kind_of_eyes():
    body = Body(Character("mascot"))
    for squint in (0.20, 0.24, 0.26, 0.28, 0.32):
        trembling = Expression({"eyeSquintLeft": squint, "eyeSquintRight": squint})
        moment = Moment(trembling, settled=Expression({"eyeSquintLeft": 0.27, "eyeSquintRight": 0.27}))
        assert body.looks(moment).left_eye is Eye.LIDDED


def test_marks_pop_in_and_go_with_the_act():
    body = Body(Character("chibi"))
    times = ((0.1, 1.0), (1.2, 1.0), (4.0, 0.3))
    early, there, leaving = (body.acting(replace(ANGRY, since=since, share=share)).marks for since, share in times)
    assert not early
    assert there
    assert not leaving


def test_a_strong_speaker_comes_back_to_the_ground():
    joyful = replace(ANGRY, emotion=Emotion.JOY, strength=1.0, settled=prototype(Emotion.JOY, 1.0))
    body = Body(Character("mascot"))
    poses = [body.acting(replace(joyful, since=since)).pose for since in (0.0, 6.0)]
    assert poses[0].lift > poses[1].lift == 0.0
    assert poses[1].legs is Legs.STAND


def test_gestures_go_to_the_side_it_faces():
    body = Body(Character("mascot"))
    telling = Moment(share=1.0, since=0.5, strength=0.4, speaks=True, seconds=1.0)
    right, left = (body.acting(replace(telling, facing=side)).pose for side in (0.8, -0.8))
    assert (right.left, right.right) == (left.right, left.left)
    assert right.left != right.right
