"""The mood of several beats: what moved counts, what is missing counts as nothing, unsure beats make it unsure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.emotion import Beat, Emotion, Evidence, Feeling, Mood
from pyojeong.emotion.gathering import gathered_mood, weight


def beat(start: int, mood: Mood, length: int = 10) -> Beat:
    return Beat(start, start + length, mood)


@st.composite
def some_beats(draw: st.DrawFn) -> list[Beat]:
    moods = st.builds(
        lambda parts, intensity, named: replace(
            Mood.blend(dict(zip(Emotion, parts, strict=True)), intensity=intensity),
            feelings=dict.fromkeys(named, 0.7),
            named=tuple(named),
        ),
        st.lists(st.floats(0.01, 1), min_size=8, max_size=8),
        st.floats(0, 1),
        st.lists(st.sampled_from(list(Feeling)), unique=True, max_size=4),
    )
    several = draw(st.lists(moods, min_size=1, max_size=8))
    return [beat(10 * n, mood) for n, mood in enumerate(several)]


@given(some_beats())
def test_the_whole_lies_among_its_beats(beats: list[Beat]) -> None:
    whole = gathered_mood(beats)
    for name in ("intensity", "valence", "arousal", "certainty"):
        values = [getattr(b.mood, name) for b in beats]
        assert min(values) - 1e-9 <= getattr(whole, name) <= max(values) + 1e-9
    for feeling in Feeling:
        told = [w * b.mood.feelings.get(feeling, 0.0) for b, w in zip(beats, map(weight, beats), strict=True)]
        expected = sum(told) / sum(map(weight, beats))
        assert whole.feelings.get(feeling, 0.0) == pytest.approx(expected)


def test_one_beat_is_the_whole() -> None:
    mood = replace(Mood.of(Emotion.FEAR, intensity=0.4), evidence=(Evidence(1, 2, 1.0),))
    assert gathered_mood([beat(5, mood)]) == replace(mood, evidence=(Evidence(6, 7, 1.0),))


def test_what_moved_outweighs_what_did_not() -> None:
    calm = [beat(10 * n, Mood.of(Emotion.NEUTRAL, intensity=0.3)) for n in range(4)]
    assert gathered_mood([*calm, beat(40, Mood.of(Emotion.ANGER, intensity=0.9))]).leading is Emotion.ANGER


def test_unsure_beats_make_it_unsure_when_they_outweigh_the_others() -> None:
    unsure = replace(Mood.of(Emotion.JOY, intensity=0.5), unsure=True)
    sure = replace(unsure, unsure=False)
    assert gathered_mood([beat(0, unsure), beat(10, unsure), beat(20, sure)]).unsure
    assert not gathered_mood([beat(0, unsure), beat(10, sure), beat(20, sure)]).unsure


def test_nothing_has_no_mood() -> None:
    with pytest.raises(ValueError, match="at least one"):
        gathered_mood([])
