"""A mouth that follows what is said: closures are never missed, neighbours share, time does not drift."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.rig.mouth import CLOSED
from pyojeong.rig.phones import timed
from pyojeong.rig.speech import Phone, Role, SpokenWord, Utterance, silent
from pyojeong.rig.viseme_targets import BILABIAL
from pyojeong.rig.visemes import MouthTrack

TEXTS = ("엄마빠빠", "밥먹자", "나비바람", "물뿌리개", "무우푸우", "입쑬삐뚜러짐", "아버지밥")


def said(surface: str, seconds: float) -> Utterance:
    return timed((SpokenWord(surface, 0, len(surface), surface),), seconds=seconds)


def closed_frames(track: MouthTrack, phone: Phone, frames_per_second: float, phase: float) -> int:
    """Frames with shut lips that lie at the closure of ``phone``."""
    middle = (phone.start + phone.end) / 2
    reach = max(0.1, (phone.end - phone.start) / 2 + 0.06)
    count = int(track.seconds * frames_per_second) + 1
    times = [(i + phase) / frames_per_second for i in range(count)]
    return sum(track.at(t).close == 1.0 for t in times if abs(t - middle) <= reach)


@settings(max_examples=150, deadline=None)
@given(
    surface=st.text(st.sampled_from("가나마바파빠봄맘부무피음압쑤시이오"), min_size=2, max_size=8),
    pace=st.floats(0.06, 0.35),
    frames_per_second=st.sampled_from((24, 25, 30, 60)),
    phase=st.floats(0.0, 0.999),
)
def test_every_bilabial_is_shut_on_two_frames(surface: str, pace: float, frames_per_second: int, phase: float) -> None:
    track = MouthTrack(said(surface, max(0.25, pace * len(surface))))
    for phone in track.utterance.phones:
        if phone.sound in BILABIAL:
            assert closed_frames(track, phone, frames_per_second, phase) >= 2


@pytest.mark.parametrize("surface", TEXTS)
def test_the_mouth_opens_again_for_the_vowels(surface: str) -> None:
    track = MouthTrack(said(surface, 0.22 * len(surface)))
    for phone in track.utterance.phones:
        if phone.role is Role.VOWEL and phone.sound in "ㅏㅓㅗ":
            steps = [phone.start - 0.03 + i * 0.005 for i in range(int((phone.end - phone.start + 0.03) / 0.005) + 1)]
            assert min(track.at(max(0.0, t)).close for t in steps) < 0.35


def test_rounding_begins_during_the_closure() -> None:
    track = MouthTrack(said("나무", 0.8))
    closing = next(p for p in track.utterance.phones if p.sound == "ㅁ")
    middle = (closing.start + closing.end) / 2
    assert track.at(middle).close == 1.0 and track.at(middle).pucker > 0.3


def test_vowels_differ_as_they_look() -> None:
    def peak(surface: str, channel: str) -> float:
        track = MouthTrack(said(surface, 0.5))
        return max(float(getattr(track.at(i / 100), channel)) for i in range(50))

    assert peak("아", "jaw") > peak("어", "jaw") > peak("이", "jaw")
    assert peak("우", "pucker") > 0.7 > peak("이", "pucker")
    assert peak("이", "stretch") > peak("아", "stretch")
    assert peak("나", "tongue") > peak("가", "tongue")
    assert peak("사", "teeth") > peak("아", "teeth")


def test_lips_lead_the_sound() -> None:
    track = MouthTrack(Utterance(said("이우", 1.0).words, said("이우", 1.0).phones, 1.0).later(0.5))
    vowel = track.utterance.phones[-1]
    peak = max(range(150), key=lambda i: track.at(i / 100).pucker) / 100
    assert peak < (vowel.start + vowel.end) / 2


def test_the_mouth_rests_around_the_words() -> None:
    track = MouthTrack(said("나무", 0.6).later(0.8))
    assert track.at(0.2).jaw < 0.01 and track.at(-1.0) == track.at(99.0) == CLOSED
    assert MouthTrack(silent((), 2.0)).at(1.0) == CLOSED


@given(st.text("가나다마바사아", min_size=1, max_size=30), st.floats(0.5, 9.0))
def test_nothing_drifts(surface: str, seconds: float) -> None:
    utterance = said(surface, seconds)
    track = MouthTrack(utterance.later(0.25))
    ends = [span[1] for span in track.utterance.word_seconds if span]
    assert ends == pytest.approx([span[1] + 0.25 for span in utterance.word_seconds if span])
    assert track.seconds == pytest.approx(seconds + 0.25)


def test_later_speech_is_the_same_mouth_later() -> None:
    utterance = said("나비가 무를".replace(" ", ""), 1.2)
    now, later = MouthTrack(utterance), MouthTrack(utterance.later(1.0))
    for i in range(20, 110, 7):
        assert later.at(i / 100 + 1.0).jaw == pytest.approx(now.at(i / 100).jaw, abs=0.03)
        assert later.at(i / 100 + 1.0).close == pytest.approx(now.at(i / 100).close, abs=0.01)


@settings(max_examples=20, deadline=None)
@given(st.floats(0.0, 1.5), st.floats(0.0, 0.004))
def test_it_moves_without_jumps(seconds: float, step: float) -> None:
    track = MouthTrack(said("바다가보이는집", 1.5))
    here, there = track.at(seconds), track.at(min(1.5, seconds + step))
    assert abs(here.pucker - there.pucker) < 0.2 and abs(here.stretch - there.stretch) < 0.2
