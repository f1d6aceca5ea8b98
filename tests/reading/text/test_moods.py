from __future__ import annotations

import numpy as np

from pyojeong.emotion import Beat, Emotion, Evidence, Mood
from pyojeong.reading.text.evidence import deciding_words, original_span
from pyojeong.reading.text.grams import words_of
from pyojeong.reading.text.moods import whole_mood
from pyojeong.reading.text.spelling import spell


def mood(emotion: Emotion, intensity: float, *evidence: Evidence) -> Mood:
    feelings = Mood.of(emotion)
    return Mood(feelings.shares, intensity, {f: 0.1 for f in _all()}, evidence=evidence)


def _all() -> list[object]:
    from pyojeong.emotion import Feeling

    return list(Feeling)


def test_one_beat_is_the_whole_and_its_evidence_moves() -> None:
    whole = whole_mood([Beat(5, 15, mood(Emotion.JOY, 0.8, Evidence(0, 2, 1.0)))], unsure_below=0.4)
    assert whole.evidence == (Evidence(5, 7, 1.0),)


def test_a_strong_beat_outweighs_neutral_ones() -> None:
    beats = [Beat(0, 30, mood(Emotion.NEUTRAL, 0.3))] * 3 + [Beat(90, 120, mood(Emotion.ANGER, 0.9))]
    assert whole_mood(beats, unsure_below=0.4).leading is Emotion.ANGER


def test_evidence_of_the_whole_speaks_for_its_leading_emotion() -> None:
    beats = [
        Beat(0, 40, mood(Emotion.JOY, 0.9, Evidence(0, 2, 1.0))),
        Beat(41, 46, mood(Emotion.SADNESS, 0.2, Evidence(0, 2, 1.0))),
    ]
    assert whole_mood(beats, unsure_below=0.4).evidence == (Evidence(0, 2, 1.0),)


def test_spans_cover_the_run_that_spelling_shortened() -> None:
    text = "슬퍼 ㅠㅠㅠㅠㅠㅠㅠ 그래"
    line = spell(text)
    spans = words_of([line]).span
    assert [text[slice(*original_span(s, line, text))] for s in spans] == ["슬퍼", "ㅠㅠㅠㅠㅠㅠㅠ", "그래"]


def test_faint_words_and_bare_marks_are_left_out() -> None:
    text = "정말 좋다 ..."
    line = spell(text)
    spans = words_of([line]).span
    found = deciding_words(np.array([0.1, 2.0, 1.9], np.float32), spans, line, text)
    assert [(text[e.start : e.end], e.weight) for e in found] == [("좋다", 1.0)]
