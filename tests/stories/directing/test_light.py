"""One person's scene: its place from her own words, its light from her feelings, seen whole only when it is new."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.performing.film.screenplay import Framing, Opening, Place, Screenplay, Weather
from pyojeong.performing.voice.speaking import Voice
from pyojeong.rig.speech import SpokenWord, silent
from pyojeong.stories.cast import Company, Looks, Part
from pyojeong.stories.directing import Spoken, directed

LINES = (
    ("이스트소프트 최종 발표날이 왔어요.", Emotion.NEUTRAL),
    ("훌륭한 심사위원님들 앞이라 너무 긴장되네요.", Emotion.FEAR),
    ("실수한 나 자신에게 너무 화가 났어요.", Emotion.ANGER),
    ("많이 배우고 성장한 것 같아서 행복합니다.", Emotion.JOY),
)


@pytest.fixture(scope="module")
def film() -> Screenplay:
    text = " ".join(line for line, _ in LINES)
    beats = []
    for line, emotion in LINES:
        start = text.index(line)
        beats.append(Beat(start, start + len(line), Mood.of(emotion, intensity=0.7), speaker="나"))
    score = Score(text, Mood.of(Emotion.NEUTRAL), tuple(beats))
    words = (SpokenWord("아", 0, 1, "아"),)
    spoken = [Spoken(n, silent(words, 4.0), "나") for n in range(len(beats))]
    company = Company(Part(Looks.UNSEEN, "", Voice("narae")), {"나": Part(Looks.CHARACTER, "chibi", Voice("jun"))})
    return directed(score, spoken, company, title="발표하던 날")


def test_the_place_is_told_by_who_is_there(film: Screenplay) -> None:
    assert {scene.place for scene in film.scenes} == {Place.STAGE}


def test_the_light_follows_the_feeling(film: Screenplay) -> None:
    assert [scene.tone for scene in film.scenes] == [Emotion.FEAR, Emotion.ANGER, Emotion.JOY]
    assert [turn.beat for scene in film.scenes for turn in scene.turns] == [0, 1, 2, 3]


def test_the_place_stays_the_same_picture_and_only_the_first_is_seen_whole(film: Screenplay) -> None:
    assert len({scene.seed for scene in film.scenes}) == 1
    assert [scene.opening for scene in film.scenes] == [Opening.PAGE, Opening.FADE, Opening.FADE]
    assert [scene.shots[0].framing is Framing.WIDE for scene in film.scenes] == [True, False, False]


def test_the_light_follows_several_too_and_nobody_leaves() -> None:
    lines = [("토끼", Emotion.JOY), ("자라", Emotion.JOY), ("토끼", Emotion.FEAR), ("자라", Emotion.FEAR)]
    text = " ".join(f"“가자, {n}.”" for n in range(len(lines)))
    starts = [text.index(f"“가자, {n}.”") for n in range(len(lines))]
    beats = tuple(
        Beat(start, start + 8, Mood.of(emotion, intensity=0.55), speaker=who)
        for start, (who, emotion) in zip(starts, lines, strict=True)
    )
    parts = {who: Part(Looks.CHARACTER, "rabbit", Voice("jun")) for who in ("토끼", "자라")}
    words = (SpokenWord("아", 0, 1, "아"),)
    spoken = [Spoken(n, silent(words, 5.0), beat.speaker) for n, beat in enumerate(beats)]
    company = Company(Part(Looks.UNSEEN, "", Voice("narae")), parts)
    play = directed(Score(text, Mood.of(Emotion.NEUTRAL), beats), spoken, company, title="길")
    assert [scene.tone for scene in play.scenes] == [Emotion.JOY, Emotion.FEAR]
    assert {standing.role for standing in play.scenes[1].shots[-1].standing} == {"토끼", "자라"}


def told(*lines: tuple[str, float]) -> Screenplay:
    """A tale told by the narrator, of (line, seconds) about 달래."""
    text = " ".join(line for line, _ in lines)
    starts = [text.index(line) for line, _ in lines]
    mood = Mood.of(Emotion.NEUTRAL, intensity=0.3)
    beats = tuple(Beat(at, at + len(line), mood) for at, (line, _) in zip(starts, lines, strict=True))
    words = (SpokenWord("아", 0, 1, "아"),)
    spoken = [Spoken(n, silent(words, seconds), "달래") for n, (_, seconds) in enumerate(lines)]
    company = Company(Part(Looks.UNSEEN, "", Voice("narae")), {"달래": Part(Looks.CHARACTER, "chibi", Voice("jun"))})
    return directed(Score(text, mood, beats), spoken, company, title="밤")


def test_night_never_reaches_back_before_the_words_that_tell_it() -> None:
    play = told(
        ("옛날 깊은 산골 마을에 달래가 살았습니다.", 4.0),
        ("어느 날 밤, 달이 밝은 숲길에서 달래는 길을 잃었습니다.", 6.0),
        ("달래는 숲에서 오래오래 걸었습니다.", 6.0),
    )
    assert [(scene.place, scene.weather) for scene in play.scenes] == [
        (Place.VILLAGE, Weather.CLEAR),
        (Place.FOREST, Weather.STARS),
    ]


def test_a_short_first_scene_of_the_same_air_plays_where_the_next_does() -> None:
    play = told(("달래가 마을에 살았습니다.", 4.0), ("달래는 숲속 숲길로 갔습니다.", 9.0))
    assert [scene.place for scene in play.scenes] == [Place.FOREST]


def test_who_laughs_in_his_words_laughs_on_where_it_is_told() -> None:
    text = "“하하하!” 달래가 배를 잡고 웃었습니다."
    joy = Mood.of(Emotion.JOY, intensity=0.6)
    beats = (Beat(0, 6, joy, speaker="달래"), Beat(7, len(text), joy))
    words = (SpokenWord("아", 0, 1, "아"),)
    company = Company(Part(Looks.UNSEEN, "", Voice("narae")), {"달래": Part(Looks.CHARACTER, "chibi", Voice("jun"))})
    spoken = [Spoken(n, silent(words, 4.0), "달래") for n in range(2)]
    play = directed(Score(text, joy, beats), spoken, company, title="웃음")
    assert [turn.act for scene in play.scenes for turn in scene.turns] == ["laugh", "laugh"]


def test_where_only_the_light_changes_nobody_waits(film: Screenplay) -> None:
    silences = [a.seconds - a.turns[-1].end + b.turns[0].start for a, b in pairwise(film.scenes)]
    assert max(silences) < 1.0
    assert film.scenes[-1].seconds - film.scenes[-1].turns[-1].end == pytest.approx(1.0)


@pytest.mark.parametrize(("intensity", "scenes"), [(0.9, 2), (0.6, 2), (0.56, 1)])
def test_a_new_light_must_be_seen(intensity: float, scenes: int) -> None:
    text = " ".join(f"“가자, {n}.”" for n in range(4))
    moods = [Emotion.JOY, Emotion.NEUTRAL, Emotion.FEAR, Emotion.NEUTRAL]
    starts = [text.index(f"“가자, {n}.”") for n in range(4)]
    beats = tuple(
        Beat(at, at + 8, Mood.of(mood, intensity=intensity if mood is not Emotion.NEUTRAL else 0.3), speaker="토끼")
        for at, mood in zip(starts, moods, strict=True)
    )
    words = (SpokenWord("아", 0, 1, "아"),)
    lengths = (2.5, 7.5, 2.5, 7.5)
    spoken = [Spoken(n, silent(words, lengths[n]), "토끼") for n in range(4)]
    company = Company(Part(Looks.UNSEEN, "", Voice("narae")), {"토끼": Part(Looks.CHARACTER, "rabbit", Voice("jun"))})
    play = directed(Score(text, Mood.of(Emotion.NEUTRAL), beats), spoken, company, title="길")
    assert len(play.scenes) == scenes
