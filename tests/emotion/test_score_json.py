"""The score's file comes back whole, follows its published schema, and refuses what it does not know."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Beat, Emotion, Evidence, Feeling, Mood, Score, SetBy
from pyojeong.emotion.score_json import dumps, json_schema, loads, score_from_json, score_to_json
from pyojeong.errors import PyojeongError

SCHEMA_FILE = Path(__file__).parents[2] / "docs/schemas/pyojeong.score-1.schema.json"


def example() -> Score:
    mood = Mood(
        {Emotion.SADNESS: 0.75, Emotion.ANGER: 0.25},
        intensity=0.7,
        feelings={Feeling.SADNESS: 0.8, Feeling.REGRET: 0.6},
        named=(Feeling.SADNESS,),
        valence=-0.6,
        arousal=-0.1,
        certainty=0.9,
        evidence=(Evidence(3, 5, 1.0),),
    )
    beats = (Beat(0, 7, mood, speaker="토끼", expression={"jawOpen": 0.25}, seconds=(0.0, 1.5)), Beat(8, 11, mood))
    return Score("너무 속상해. 흑흑…", mood, beats)


def test_it_comes_back_whole() -> None:
    assert loads(dumps(example())) == example()


def test_it_follows_the_published_schema() -> None:
    published = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert published == json_schema()
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(score_to_json(example()), published)


def test_a_persons_word_is_written_beside_what_was_read() -> None:
    told = Mood.told(Emotion.JOY, intensity=0.5, named=[Feeling.RELIEF])
    by_hand = [Beat(0, 7, told, set_by=SetBy.PERSON, read=example().mood), Beat(8, 11, told, set_by=SetBy.PERSON)]
    score = Score(example().text, told, tuple(by_hand))
    assert loads(dumps(score)) == score
    document = score_to_json(score)
    jsonschema.validate(document, json_schema())
    assert [("set_by" in beat, "read" in beat) for beat in document["beats"]] == [(True, True), (True, False)]


def test_where_a_beat_plays_is_written_where_a_person_chose() -> None:
    first, second = example().beats
    score = replace(example(), beats=(replace(first, place="sea", weather="rain"), replace(second, weather="fog")))
    assert loads(dumps(score)) == score
    document = score_to_json(score)
    jsonschema.validate(document, json_schema())
    assert [("place" in beat, "weather" in beat) for beat in document["beats"]] == [(True, True), (False, True)]
    document["beats"][0]["place"] = 3
    with pytest.raises(PyojeongError):
        score_from_json(document)


def test_a_score_nobody_edited_is_written_as_it_always_was() -> None:
    fields = ["span", "text", "speaker", "mood", "expression", "seconds"]
    assert all(list(beat) == fields for beat in score_to_json(example())["beats"])


@given(st.lists(st.floats(0, 1), min_size=8, max_size=8).filter(lambda p: sum(p) > 0.1))
def test_rounded_shares_still_add_up(parts: list[float]) -> None:
    mood = Mood.blend(dict(zip(Emotion, parts, strict=True)))
    again = loads(dumps(Score("가", mood, (Beat(0, 1, mood),))))
    assert all(abs(again.mood.shares[e] - mood.shares[e]) < 1e-3 for e in Emotion)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(format="pyojeong.score/2"),
        lambda d: d.pop("mood"),
        lambda d: d.update(author="x"),
        lambda d: d["beats"][0].update(tempo=3),
        lambda d: d["beats"][0].update(text="다른 글"),
        lambda d: d["mood"]["shares"].update(joy=0.9),
        lambda d: d["mood"]["shares"].update(bliss=0.0),
        lambda d: d["mood"]["feelings"].update(배고픔=0.5),
        lambda d: d["beats"][1].update(span=[2, 4]),
        lambda d: d["beats"][1].update(span=["a", 4]),
        lambda d: d["mood"].update(unsure="yes"),
        lambda d: d["beats"][1].update(span=[0, float("inf")]),
        lambda d: d["beats"][0].pop("text"),
        lambda d: d["beats"][0].update(speaker=["토끼"]),
        lambda d: d["beats"][0].update(expression=0.5),
        lambda d: d["beats"][0].update(set_by="robot"),
        lambda d: d["beats"][0].update(set_by=["person"]),
        lambda d: d["beats"][0].update(read=d["mood"]),
        lambda d: d["beats"][0].update(set_by="person", read="슬픔"),
        lambda d: d["beats"][0].update(expression={"jawOpen": float("nan")}),
        lambda d: d["beats"][0].update(seconds=[0.0, float("inf")]),
    ],
)
def test_it_refuses_what_does_not_hold(change: Callable[[dict[str, Any]], object]) -> None:
    document = score_to_json(example())
    change(document)
    with pytest.raises(PyojeongError, match="감정 악보를 읽을 수 없습니다"):
        score_from_json(document)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '"글"', "null", "[" * 100_000])
def test_it_refuses_what_is_no_score(text: str) -> None:
    with pytest.raises(PyojeongError, match="감정 악보"):
        loads(text)
