"""Edits of a score: whatever is done in whatever order, its beats stay in order, cover the same words, and fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Beat, Emotion, Evidence, Feeling, Mood, Score, SetBy
from pyojeong.emotion.score_editing import (
    beat_at,
    carried,
    excerpt,
    free_stretches,
    merge,
    reread,
    split,
    with_expression,
    with_intensity,
    with_mood,
    with_named,
    with_reading,
    with_setting,
    with_speaker,
)
from pyojeong.emotion.score_json import dumps, loads
from pyojeong.errors import PyojeongError

TEXT = "속상해 정말. 그래도 좋아! 글쎄 모르겠네…"
ANGRY = Mood.told(Emotion.ANGER, intensity=0.6)


def read_mood(emotion: Emotion, *evidence: Evidence, certainty: float = 0.8) -> Mood:
    return replace(Mood.of(emotion, intensity=0.5), certainty=certainty, unsure=certainty < 0.3, evidence=evidence)


def example() -> Score:
    sad = read_mood(Emotion.SADNESS, Evidence(0, 3, 1.0), Evidence(4, 6, 0.4))
    glad = read_mood(Emotion.JOY, Evidence(4, 6, 1.0))
    unsure = read_mood(Emotion.NEUTRAL, certainty=0.2)
    return Score(TEXT, sad, (Beat(0, 7, sad), Beat(8, 15, glad), Beat(16, 24, unsure)))


def inked(score: Score) -> str:
    """The letters of all beats, without white space."""
    return "".join("".join(score.text_of(beat).split()) for beat in score.beats)


words = st.text("가나다 슬픔기쁨.!?\n😀", min_size=1, max_size=12)
numbers = st.integers(0, 40)
edits = st.one_of(
    st.tuples(st.just("split"), numbers, st.integers(-2, 90)),
    st.tuples(st.just("merge"), numbers, st.just(0)),
    st.tuples(st.just("mood"), numbers, st.sampled_from(list(Emotion))),
    st.tuples(st.just("intensity"), numbers, st.floats(0, 1)),
    st.tuples(st.just("named"), numbers, st.lists(st.sampled_from(list(Feeling)), max_size=3)),
    st.tuples(st.just("speaker"), numbers, words),
    st.tuples(st.just("reading"), numbers, st.sampled_from(list(Emotion))),
)


def edited(score: Score, edit: tuple[str, int, object]) -> Score:
    name, wanted, value = edit
    number = wanted % len(score.beats)
    if name == "split":
        return split(score, number, score.beats[number].start + int(value))  # type: ignore[call-overload]
    if name == "merge":
        return merge(score, number)
    if name == "mood":
        return with_mood(score, number, Mood.told(value, intensity=0.4))  # type: ignore[arg-type]
    if name == "reading":
        end = score.beats[number].end - score.beats[number].start
        return with_reading(score, number, read_mood(value, Evidence(0, end, 0.5)))  # type: ignore[arg-type]
    named = {"intensity": with_intensity, "named": with_named, "speaker": with_speaker}
    return named[name](score, number, value)


@st.composite
def scores(draw: st.DrawFn) -> Score:
    """Texts of a few sentences, each a beat with evidence somewhere in it, some of them set by a person."""
    text, beats = "", []
    for sentence in draw(st.lists(words.filter(str.strip), min_size=1, max_size=6)):
        start = len(text) + len(sentence) - len(sentence.lstrip())
        text += sentence
        end = len(text.rstrip())
        at = draw(st.integers(0, end - start - 1))
        mood = read_mood(
            draw(st.sampled_from(list(Emotion))), Evidence(at, draw(st.integers(at + 1, end - start)), 0.5)
        )
        seconds = (float(start), float(end)) if draw(st.booleans()) else None
        beats.append(Beat(start, end, mood, seconds=seconds))
        text += draw(st.sampled_from(["", " ", "\n\n"]))
    return Score(text, beats[0].mood, tuple(beats))


@given(scores(), st.lists(edits, max_size=12))
def test_any_edits_in_any_order_keep_the_score_whole(score: Score, several: list[tuple[str, int, object]]) -> None:
    letters = inked(score)
    for edit in several:
        try:
            score = edited(score, edit)
        except PyojeongError as refusal:
            assert edit[0] in ("split", "merge") and refusal.kind == "score-edit"
        assert inked(score) == letters
        for beat in score.beats:
            readings = [mood for mood in (beat.mood, beat.read) if mood is not None]
            assert all(e.end <= beat.end - beat.start for mood in readings for e in mood.evidence)
            assert score.text_of(beat).strip() == score.text_of(beat)
        assert all(0 <= e.start < e.end <= len(score.text) for e in score.mood.evidence)
    again = loads(dumps(score))
    assert [(b.start, b.end, b.set_by, b.speaker) for b in again.beats] == [
        (b.start, b.end, b.set_by, b.speaker) for b in score.beats
    ]


@given(scores(), numbers, st.integers(1, 12))
def test_what_is_split_is_merged_again(score: Score, wanted: int, offset: int) -> None:
    number = wanted % len(score.beats)
    try:
        parted = split(score, number, score.beats[number].start + offset)
    except PyojeongError:
        return
    again = merge(parted, number).beats[number]
    assert (again.start, again.end) == (score.beats[number].start, score.beats[number].end)
    assert again.mood.leading is score.beats[number].mood.leading


def test_each_half_keeps_its_own_evidence_and_its_share_of_the_time() -> None:
    timed = replace(example().beats[0], seconds=(1.0, 8.0), speaker="토끼", expression={"jawOpen": 0.5})
    left, right, *_ = split(replace(example(), beats=(timed, *example().beats[1:])), 0, 4).beats
    assert (left.start, left.end, right.start, right.end) == (0, 3, 4, 7)
    assert left.mood.evidence == (Evidence(0, 3, 1.0),)
    assert right.mood.evidence == (Evidence(0, 2, 0.4),)
    assert (left.seconds, right.seconds) == ((1.0, 4.0), (5.0, 8.0))
    assert left.speaker == right.speaker == "토끼" and left.expression == right.expression


@pytest.mark.parametrize("at", [-5, 0, 7, 99])
def test_a_beat_is_not_split_at_its_edge(at: int) -> None:
    with pytest.raises(PyojeongError, match="커서"):
        split(example(), 0, at)


def test_the_last_beat_has_nothing_to_be_joined_with() -> None:
    with pytest.raises(PyojeongError, match="마지막"):
        merge(example(), 2)


def test_the_persons_word_wins_when_beats_are_joined() -> None:
    told = merge(with_mood(example(), 1, ANGRY), 0).beats[0]
    assert told.set_by is SetBy.PERSON
    assert told.mood.shares[Emotion.ANGER] == 1.0
    assert told.read is not None and told.read.shares[Emotion.ANGER] == 0.0
    assert {(e.start, e.end) for e in told.read.evidence} <= {(0, 3), (4, 6), (12, 14)}


def test_two_readings_are_gathered_when_joined() -> None:
    both = merge(example(), 0).beats[0]
    assert both.set_by is SetBy.READER
    assert 0 < both.mood.shares[Emotion.JOY] < 1


def test_what_was_read_stays_beside_the_persons_word() -> None:
    score = example()
    for mood in (ANGRY, Mood.told(Emotion.FEAR, intensity=0.2)):
        score = with_mood(score, 2, mood)
    beat = score.beats[2]
    assert beat.mood.leading is Emotion.FEAR and beat.read == example().beats[2].mood
    taken_back = with_reading(score, 2, example().beats[2].mood)
    assert taken_back.beats == example().beats


def test_an_unsure_beat_takes_the_emotion_of_the_feeling_that_is_named() -> None:
    mood = with_named(example(), 2, [Feeling.SORROW]).beats[2].mood
    assert mood.leading is Emotion.SADNESS
    assert (mood.unsure, mood.certainty, mood.named) == (False, 1.0, (Feeling.SORROW,))
    sure = with_named(example(), 1, [Feeling.SORROW]).beats[1].mood
    assert sure.leading is Emotion.JOY and sure.valence < 0


def test_intensity_moves_valence_and_arousal_along() -> None:
    before = example().beats[1].mood
    after = with_intensity(example(), 1, 1.0).beats[1].mood
    assert after.intensity == 1.0 and after.valence == pytest.approx(min(2 * before.valence, 1.0))
    calm = Mood.of(Emotion.JOY, intensity=0.0).at(0.5)
    assert calm.valence == pytest.approx(Mood.of(Emotion.JOY, intensity=0.5).valence)


def test_speaker_and_expression_do_not_change_whose_word_the_mood_is() -> None:
    score = with_expression(with_speaker(example(), 0, "  늙은   여우 "), 0, {"jawOpen": 0.5})
    assert (score.beats[0].speaker, score.beats[0].set_by) == ("늙은 여우", SetBy.READER)
    assert with_speaker(with_expression(score, 0, None), 0, "").beats == example().beats


def test_beats_that_play_elsewhere_do_so_until_it_is_taken_back() -> None:
    score = with_setting(example(), (0, 1), place="sea", weather=None)
    assert [beat.place for beat in score.beats] == ["sea", "sea", None] and score.mood == example().mood
    assert [beat.place for beat in split(score, 0, score.beats[0].start + 2).beats] == ["sea", "sea", "sea", None]
    assert merge(score, 1).beats[1].place == "sea"
    assert with_setting(score, (0, 1), place=None, weather=None) == example()


def test_the_whole_is_gathered_from_the_beats_after_every_edit() -> None:
    score = example()
    for number in range(3):
        score = with_mood(score, number, Mood.told(Emotion.DISGUST, intensity=1.0))
    assert score.mood.leading is Emotion.DISGUST and score.mood.certainty == 1.0


def test_reading_again_leaves_hand_set_beats_alone() -> None:
    score = with_mood(example(), 1, ANGRY)
    assert free_stretches(score) == ((0, 8), (15, 24))
    fresh = [Beat(0, 3, read_mood(Emotion.FEAR)), Beat(16, 24, read_mood(Emotion.JOY))]
    again = reread(score, fresh)
    assert [b.mood.leading for b in again.beats] == [Emotion.FEAR, Emotion.ANGER, Emotion.JOY]
    with pytest.raises(ValueError, match="overlap"):
        reread(score, [Beat(10, 12, ANGRY)])


STAGED = with_setting(example(), (0, 1), place="sea", weather="rain")


def staged(beats: Sequence[Beat]) -> list[tuple[str | None, str | None]]:
    return [(beat.place, beat.weather) for beat in beats]


@pytest.mark.parametrize(
    ("spans", "places"),
    [
        ([(0, 7), (8, 15), (16, 24)], ["sea", "sea", None]),
        ([(0, 3), (4, 7), (8, 24)], ["sea", "sea", None]),
        ([(0, 15), (16, 24)], ["sea", None]),
    ],
)
def test_reading_again_leaves_what_is_staged_where_it_was_chosen(
    spans: list[tuple[int, int]], places: list[str | None]
) -> None:
    assert free_stretches(STAGED) == ((0, 24),)
    again = reread(STAGED, [Beat(*span, read_mood(Emotion.FEAR)) for span in spans])
    assert staged(again.beats) == [(place, place and "rain") for place in places]
    assert all(beat.mood.leading is Emotion.FEAR and beat.set_by is SetBy.READER for beat in again.beats)


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        (TEXT, ["속상해 정말.", "그래도 좋아!"]),
        (TEXT.replace("글쎄", "글쎼"), ["속상해 정말.", "그래도 좋아!"]),
        (TEXT.replace("정말", "참말"), ["속상해 참말.", "그래도 좋아!"]),
        ("자, " + TEXT.replace("정말", "참"), ["그래도 좋아!"]),
        (TEXT.replace("좋아!", "정말 좋아!"), ["속상해 정말.", "그래도 정말 좋아!"]),
        ("속이 시원하게 모두 다른 이야기.", []),
        ("", []),
    ],
)
def test_where_a_beat_plays_follows_its_words_into_a_changed_text(changed: str, kept: list[str]) -> None:
    found = carried(STAGED, changed)
    assert [changed[beat.start : beat.end] for beat in found] == kept
    assert set(staged(found)) <= {("sea", "rain")}


def test_changed_words_lose_the_mood_a_person_set_and_keep_where_they_play() -> None:
    score = with_mood(STAGED, 1, ANGRY)
    changed = TEXT.replace("좋아!", "좋다!")
    first, second = carried(score, changed)
    assert (second.set_by, second.place, second.read) == (SetBy.READER, "sea", None)
    again = reread(Score(changed, score.mood, (first, second)), [Beat(0, 15, read_mood(Emotion.JOY))])
    assert staged(again.beats) == [("sea", "rain")]


@given(words, words)
def test_hand_set_beats_follow_their_words_into_a_changed_text(before: str, after: str) -> None:
    score = with_mood(example(), 1, ANGRY)
    changed = before + TEXT + after
    kept = carried(score, changed)
    assert [changed[b.start : b.end] for b in kept] == ["그래도 좋아!"]


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        (TEXT, ["그래도 좋아!"]),
        ("그래도 좋아! 속상해 정말.", ["그래도 좋아!"]),
        ("속상해 정말. 그래도 싫어! 글쎄", []),
        ("새 글 그래도 좋아! 그리고 그래도 좋아! 끝", []),
        ("", []),
    ],
)
def test_hand_set_beats_go_where_their_words_are_gone_or_twice(changed: str, kept: list[str]) -> None:
    found = carried(with_mood(example(), 1, ANGRY), changed)
    assert [changed[b.start : b.end] for b in found] == kept


def test_a_beat_alone_is_a_score_with_its_evidence() -> None:
    alone = excerpt(example(), 1)
    assert (alone.text, alone.mood.evidence) == ("그래도 좋아!", (Evidence(4, 6, 1.0),))


def test_the_beat_at_a_place_of_the_text() -> None:
    assert [beat_at(example(), place) for place in (0, 7, 8, 20, 99)] == [0, 0, 1, 2, 2]
