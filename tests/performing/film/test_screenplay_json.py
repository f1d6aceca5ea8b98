"""What is written and read back draws the same pixels."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np

from pyojeong.emotion import Emotion
from pyojeong.media.face import Face, HeadPose
from pyojeong.performing.film.screenplay import Hour
from pyojeong.performing.film.screenplay_json import (
    screenplay_from_json,
    screenplay_to_json,
    source_from_json,
    source_to_json,
)
from pyojeong.performing.film.sources import PhotoSource
from pyojeong.rig.expression import Expression

from .plays import play, scene, sources


def test_a_screenplay_comes_back_as_it_was() -> None:
    first = scene(0, emotion=Emotion.FEAR)
    by_hand = replace(first.turns[0], expression=Expression({"jawOpen": 0.123456789}, yaw_degrees=3.3), act="hello")
    hugged = replace(first.turns[1], act="hug", partner="아이", together=True)
    film = play(replace(first, turns=(by_hand, hugged), hour=Hour.DUSK, moon=True), scene(1))
    written = screenplay_to_json(film)
    back = screenplay_from_json(json.loads(json.dumps(written)))
    assert screenplay_to_json(back) == written
    assert [t.utterance for s in back.scenes for t in s.turns] == [t.utterance for s in film.scenes for t in s.turns]
    assert back.scenes[0].turns[0].expression == by_hand.expression
    assert back.scenes[0].turns[1].partner == "아이" and back.scenes[0].turns[1].together
    assert (back.scenes[0].hour, back.scenes[0].moon) == (Hour.DUSK, True)
    assert back.scenes[0].shots == first.shots and back.format == film.format


def test_actors_come_back_as_they_were(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for source in sources().values():
        assert source_from_json(json.loads(json.dumps(source_to_json(source)))) == source
    face = Face((1.5, 2.0, 30.25, 40.0), np.random.default_rng(1).random((478, 3)), HeadPose(1.0, 2.0, 3.0))
    photo = source_from_json(json.loads(json.dumps(source_to_json(PhotoSource(tmp_path / "me.jpg", face)))))
    assert isinstance(photo, PhotoSource) and photo.path == tmp_path / "me.jpg"
    assert np.array_equal(photo.face.landmarks, face.landmarks) and photo.face.pose == face.pose
