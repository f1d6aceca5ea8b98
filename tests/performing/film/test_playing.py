"""Everybody in a scene, at any second."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.film.acting import Moment, face_of
from pyojeong.performing.film.gesturing import Gestures
from pyojeong.performing.film.playing import Playing
from pyojeong.rig.mouth import CLOSED, Mouth

from . import plays

SCENE = plays.scene(emotion=Emotion.SADNESS)
RATE = 120


def moments(role):
    playing = Playing(SCENE)
    return [playing.moment(role, n / RATE) for n in range(int(SCENE.seconds * RATE))]


@pytest.mark.parametrize("role", ["아이", "곰"])
def test_faces_and_heads_never_jump(role):
    for sooner, later in zip(moments(role), moments(role)[1:], strict=False):
        a, b = sooner.expression.to_dict(), later.expression.to_dict()
        names = {n for n in {**a, **b} if "Blink" not in n and "Look" not in n and "Wide" not in n}
        limits = {n: 1.0 if n.startswith("head") else 0.12 for n in names}
        assert all(abs(a.get(n, 0.0) - b.get(n, 0.0)) < limits[n] for n in names)
        assert abs(later.share - sooner.share) < 0.12
        assert abs(later.voice - sooner.voice) < 0.12


def test_the_mouth_is_speech_s_while_one_speaks_and_at_rest_before():
    playing = Playing(SCENE)
    line = SCENE.turns[0]
    heard = [line.start + 0.1 + n / 30 for n in range(45)]
    assert all(playing.moment("아이", at).voice == 1.0 for at in heard)
    assert not playing.speaks("아이", line.start - 0.3)
    assert playing.moment("아이", 0.2).mouth == CLOSED
    assert max(playing.moment("아이", at).mouth.close for at in heard) == 1.0


def test_what_cannot_glide_changes_under_shut_lids():
    for role in ("아이", "곰"):
        own = moments(role)
        changes = [later for sooner, later in itertools.pairwise(own) if later.settled != sooner.settled]
        assert changes
        assert all(moment.expression["eyeBlinkLeft"] > 0.9 for moment in changes)


def test_a_body_gathers_itself_comes_and_goes():
    own = moments("아이")
    start = int((SCENE.turns[0].start - 0.1) * RATE)
    assert min(m.spring for m in own[start - 30 : start]) < -0.3
    assert max(m.share for m in own) > 1.02
    assert own[0].share == own[-1].share == 0.0


def test_who_listens_feels_a_little_of_it_with_a_shut_mouth_and_nods():
    playing, line = Playing(SCENE), SCENE.turns[0]
    late = playing.moment("곰", line.end - 0.1)
    assert 0.05 < late.expression["mouthFrownLeft"] < 0.6
    assert late.expression["jawOpen"] == 0.0
    assert not late.speaks


def test_it_turns_to_whom_it_faces():
    playing = Playing(SCENE)
    left, right = (playing.moment("아이", 2.0, facing=side).expression for side in (-1.0, 1.0))
    assert left.yaw_degrees < -8 < 8 < right.yaw_degrees
    assert right["eyeLookOutLeft"] > 0.1 < left["eyeLookInLeft"]


def test_an_accent_lifts_brows_and_drops_the_chin():
    calm, beat = face_of(Moment()), face_of(Moment(accent=1.0))
    assert beat["browInnerUp"] > calm["browInnerUp"]
    assert beat.pitch_degrees < calm.pitch_degrees
    assert face_of(Moment(mouth=Mouth(jaw=0.6), voice=0.5))["jawOpen"] == pytest.approx(0.3)


def test_who_hears_anger_is_uneasy_and_does_not_scowl():
    scene = plays.scene(emotion=Emotion.ANGER)
    line = scene.turns[0]
    hears, speaks = (Playing(scene).moment(role, line.end - 0.1).expression for role in ("곰", "아이"))
    assert speaks["browDownLeft"] > 0.2
    assert hears["browDownLeft"] < 0.1 < hears["browInnerUp"]


def test_what_startles_is_seen_on_everybody_though_it_is_told_of_nobody():
    scene = plays.scene(emotion=Emotion.SURPRISE)
    line = dataclasses.replace(scene.turns[0], role="", feels=None)
    told = dataclasses.replace(scene, turns=(line,))
    late = Playing(told).moment("곰", line.end - 0.1).expression
    assert late["browInnerUp"] > 0.15
    assert late["eyeWideLeft"] > 0.15


def test_who_is_told_to_do_what_has_no_act_stands_quietly_and_feels_it_all():
    line = dataclasses.replace(SCENE.turns[0], act="", mood=Mood.of(Emotion.JOY, intensity=0.9))
    for told, act, strength in ((line.role, "", 0.9), ("", "", 0.45), ("", "laugh", 0.9)):
        scene = dataclasses.replace(SCENE, turns=(dataclasses.replace(line, role=told, act=act),))
        assert Gestures(scene, line.role).at(line.start + 0.5).strength == strength
