"""What the browser is given of a score: one page of beats, the course of the whole, files and names."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from pyojeong.emotion import Beat, Emotion, Evidence, Mood, Score
from pyojeong.emotion.score_editing import with_mood, with_speaker
from pyojeong.interfaces.web.drawings import sprite
from pyojeong.interfaces.web.frame import STATIC
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.score import shown
from pyojeong.interfaces.web.score.panels.bar import file_stem
from pyojeong.interfaces.web.score.sample import sample
from pyojeong.interfaces.web.words import Language, Words

KOREAN, ENGLISH = Words(Language.KOREAN), Words(Language.ENGLISH)
CSS = (STATIC / "score.css").read_text(encoding="utf-8")


def long_score(count: int) -> Score:
    """Beats of three letters a line apart; every tenth is strong anger, the others weak joy."""
    strong, weak = Mood.of(Emotion.ANGER, intensity=0.9), Mood.of(Emotion.JOY, intensity=0.1)
    beats = [Beat(5 * n, 5 * n + 3, weak if n % 10 else strong) for n in range(count)]
    return Score("가나다\n\n" * count, weak, tuple(beats))


@pytest.mark.parametrize("chosen", [0, shown.BEATS_A_PAGE - 1, shown.BEATS_A_PAGE, 99])
def test_pages_together_show_all_of_the_text_once(chosen: int) -> None:
    score = long_score(100)
    page = shown.page_shown(score, chosen, KOREAN)
    assert page["first"] <= chosen < page["first"] + len(page["beats"])
    assert (page["count"], page["pages"]) == (100, -(-100 // shown.BEATS_A_PAGE))
    pages = [shown.page_shown(score, first, KOREAN) for first in range(0, 100, shown.BEATS_A_PAGE)]
    words = "".join(
        "".join(b["gap"] + "".join(p["text"] for p in b["pieces"]) for b in one["beats"]) + one["tail"] for one in pages
    )
    assert words == score.text


def test_the_course_keeps_the_strong_beats() -> None:
    bars = shown.course(long_score(1600))
    assert len(bars) == shown.COURSE_BARS
    assert [bar["first"] for bar in bars] == list(range(0, 1600, 10))
    assert all(bar["intensity"] == 0.9 for bar in bars)
    assert len(shown.course(long_score(30))) == 30


def test_a_beat_tells_whose_word_it_is_and_who_speaks() -> None:
    mood = Mood({Emotion.NEUTRAL: 1.0}, certainty=0.2, unsure=True, evidence=(Evidence(0, 2, 1.0),))
    score = Score("글쎄 뭘까", mood, (Beat(0, 5, mood),))
    unsure = shown.beat_shown(score.beats[0], score.text, KOREAN)
    assert (unsure["name"], unsure["icon"], unsure["own"]) == ("모르겠어요", "#sign-unsure", False)
    assert [piece["weight"] for piece in unsure["pieces"]] == [0.0], "what did not decide is not underlined"
    told = with_speaker(with_mood(score, 0, Mood.told(Emotion.JOY, intensity=0.5)), 0, "지우")
    own = shown.beat_shown(told.beats[0], score.text, ENGLISH)
    assert (own["name"], own["own"], own["speaker"]) == ("joy", True, "지우")
    assert own["label"] == "joy 50, set by you. 지우: 글쎄 뭘까"


def test_the_example_shows_what_a_person_can_do() -> None:
    sample.cache_clear()
    example = sample()
    score = example.score
    assert score is not None and score.beats[example.chosen].read is not None
    assert any(beat.speaker for beat in score.beats)
    assert len({beat.mood.leading for beat in score.beats}) >= 4


@pytest.mark.parametrize(
    ("name", "stem"), [("일기", "일기"), ("", "감정-악보"), ("../..", "감정-악보"), ("a" * 99, "a" * 60)]
)
def test_files_are_named_safely(name: str, stem: str) -> None:
    assert file_stem(name, KOREAN) == stem


def test_what_the_browser_refuses_is_said_in_both_languages() -> None:
    said = upload_refusal("too-heavy")
    assert "80 MB" in said.korean and "80 MB" in said.english


def test_the_style_sheet_uses_what_there_is_and_nothing_from_elsewhere() -> None:
    assert not re.findall(r"url\(|@import", CSS)
    defined = set(re.findall(r"(--[a-z-]+):", (STATIC / "studio.css").read_text(encoding="utf-8") + CSS))
    named = {f"--{emotion}" for emotion in Emotion} | {"--part", "--weight"}
    assert set(re.findall(r"var\((--[a-z-]+)", CSS)) <= defined | named


def test_every_drawing_of_the_components_exists(source: str) -> None:
    ids = {symbol.get("id") for symbol in ElementTree.fromstring(sprite())}
    assert {"sign-pencil", "sign-before", "sign-after", "sign-cut", "sign-join", "sign-plus"} <= ids
    assert set(re.findall(r'href="#([a-z]+-[a-z]+)"', source)) <= ids
