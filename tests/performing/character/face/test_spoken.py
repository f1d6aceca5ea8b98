"""A speaking mouth: shut where it must be, round or spread by its sounds, and never jumping."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import DESIGNS, Acting, Character, Edge, Speech, draw
from pyojeong.performing.character.face.spokenform import spoken_form
from pyojeong.rig.compose import prototype
from pyojeong.rig.expression import Expression
from pyojeong.rig.mouth import Mouth
from pyojeong.rig.phones import timed
from pyojeong.rig.speech import SpokenWord
from pyojeong.rig.viseme_targets import TARGETS
from pyojeong.rig.visemes import MouthTrack

FELT = (Emotion.NEUTRAL, Emotion.JOY, Emotion.SADNESS, Emotion.ANGER)


def face(design, mouth, emotion=Emotion.NEUTRAL):
    acting = Acting(prototype(emotion, 0.7), speech=Speech(mouth, 1.0, emotion, 0.7))
    return painted(draw(Character(design), acting, edge=Edge.NONE), 240, ground="#ffffff").pixels[..., :3].astype(int)


def differing(one, other):
    return int((np.abs(one - other).sum(-1) > 40).sum())


def sound(name, emotion=Emotion.NEUTRAL):
    return spoken_form(prototype(emotion, 0.7), Speech(Mouth(*TARGETS[name]), 1.0, emotion, 0.7))


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("emotion", FELT[:2])  # frowning corners follow the jaw even of a shut mouth
def test_lips_shut_over_an_open_jaw_show_nothing_of_the_inside(design, emotion):
    shut = Mouth(jaw=0.0, close=1.0)
    gaping = Mouth(jaw=0.8, upper=0.4, lower=0.5, teeth=0.9, tongue=0.9, close=1.0)
    assert differing(face(design, gaping, emotion), face(design, shut, emotion)) == 0
    assert differing(face(design, Mouth(jaw=0.8), emotion), face(design, shut, emotion)) > 40


@pytest.mark.parametrize("emotion", FELT)
@pytest.mark.parametrize("lips", "ㅁㅂㅃㅍ")
def test_lips_close_for_every_labial_in_every_feeling(emotion, lips):
    assert sound(lips, emotion).gap == 0.0


@pytest.mark.parametrize("design", DESIGNS)
def test_round_and_spread_vowels_are_other_mouths(design):
    vowels = [face(design, Mouth(*TARGETS[name])) for name in "ㅏㅣㅜ"]
    for n, one in enumerate(vowels):
        assert all(differing(one, other) > 12 for other in vowels[n + 1 :])


@pytest.mark.parametrize("emotion", FELT)
def test_rounding_narrows_and_spreading_widens_in_every_feeling(emotion):
    assert sound("ㅜ", emotion).half < sound("ㅗ", emotion).half < sound("ㅏ", emotion).half
    assert sound("ㅣ", emotion).half > sound("ㅓ", emotion).half
    assert sound("ㅏ", emotion).gap > sound("ㅔ", emotion).gap > sound("ㅣ", emotion).gap > 0


def test_teeth_and_tongue_tell_consonants_apart():
    assert sound("ㅅ").clenched > 0.5 > sound("ㄴ").clenched
    assert sound("ㄴ").tongue > 0.9 > sound("ㅏ").tongue
    hushed, hissed = sound("ㅈ"), sound("ㅅ")
    assert hushed.half < hissed.half - 0.05
    assert hushed.gap > hissed.gap + 0.05


def test_the_mouth_goes_through_a_line_without_a_jump():
    words = tuple(
        SpokenWord(w, n, n + 1, s) for n, (w, s) in enumerate([("발", "발표나리"), ("너", "너무"), ("좋", "조아요")])
    )
    track = MouthTrack(timed(words, seconds=2.4))
    smile = Expression({"mouthSmileLeft": 0.6, "mouthSmileRight": 0.6})
    forms = [spoken_form(smile, Speech(track.at(n / 120))) for n in range(289)]
    steps = [abs(later.area - sooner.area) for sooner, later in itertools.pairwise(forms)]
    assert max(form.area for form in forms) > 0.8
    assert max(steps) < 0.6  # a release takes 45 ms: a sixth of it a step


def test_speech_takes_the_mouth_over_without_a_jump():
    laugh, said = prototype(Emotion.JOY, 1.0), Mouth(jaw=0.1)
    areas = [spoken_form(laugh, Speech(said, n / 20, Emotion.JOY)).area for n in range(21)]
    assert max(abs(b - a) for a, b in itertools.pairwise(areas)) < 0.2


def test_what_is_said_changes_nothing_but_the_mouth():
    one, other = (face("rabbit", Mouth(*TARGETS[name])) for name in "ㅏㅁ")
    rows = np.flatnonzero((np.abs(one - other).sum(-1) > 40).any(1))
    assert rows.max() - rows.min() < 40
