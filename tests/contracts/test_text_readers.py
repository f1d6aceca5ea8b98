"""The exam every reader of text passes, whatever model it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pyojeong.emotion import Emotion
from pyojeong.emotion.score_json import dumps, loads
from pyojeong.errors import PyojeongError
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.classifiers.adding import examined, kept, opened_keeper
from tiny_classifiers import EIGHT, Tiny


def _added(folder: Path) -> TextReader:
    """A reader with a tiny classifier, added as a person adds one; it knows four words."""
    source = Tiny(EIGHT, {"합격했다!": 0, "기뻐서": 0, "소름이": 6, "슬프다.": 1}).written(folder / "source")
    model = kept(examined(source), folder / "models", name="tiny", licence="MIT", source="made here")
    return TextReader(opened_keeper(model))


READERS: dict[str, Callable[[Path], TextReader]] = {"shipped": lambda _: TextReader.shipped(), "classifier": _added}
#: Those that were taught Korean; the others are only held to the shape of their answers.
TAUGHT = ("shipped",)
DIARY = "드디어 합격했다! 너무 기뻐서 눈물이 났다.\n그런데 바퀴벌레가 나와서 소름이 끼쳤다 😱 ㅠㅠ"


@pytest.fixture(scope="module", params=READERS)
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TextReader:
    return READERS[request.param](tmp_path_factory.mktemp("reader"))


def test_beats_cover_what_was_written_in_order(reader: TextReader) -> None:
    score = reader.read(DIARY)
    assert len(score.beats) >= 3
    outside = set(range(len(DIARY))) - {i for b in score.beats for i in range(b.start, b.end)}
    assert all(DIARY[i].isspace() for i in outside)


def test_a_score_survives_its_file(reader: TextReader) -> None:
    score = reader.read(DIARY)
    again = loads(dumps(score))
    assert again.text == score.text and len(again.beats) == len(score.beats)
    assert [b.mood.leading for b in again.beats] == [b.mood.leading for b in score.beats]


def test_evidence_points_into_its_own_beat(reader: TextReader) -> None:
    beats = reader.read(DIARY).beats
    assert beats[0].mood.evidence and beats[1].mood.evidence
    for beat in beats:
        assert all(0 <= e.start < e.end <= beat.end - beat.start for e in beat.mood.evidence)


def test_the_deciding_word_of_every_beat_is_the_one_that_says_so(reader: TextReader) -> None:
    score = reader.read("오늘은 날씨가 맑다. 시험에 떨어져서 너무 슬프다.")
    last = score.beats[-1]
    strongest = max(last.mood.evidence, key=lambda e: e.weight)
    assert "슬프" in score.text_of(last)[strongest.start : strongest.end]


def test_the_same_text_reads_the_same(reader: TextReader) -> None:
    assert reader.read(DIARY) == reader.read(DIARY)


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("너무 행복하고 기쁜 하루였다", Emotion.JOY),
        ("슬프고 서러워서 펑펑 울었다", Emotion.SADNESS),
        ("진짜 화가 나서 미치겠다", Emotion.ANGER),
        ("무섭고 불안해서 잠이 안 온다", Emotion.FEAR),
        ("너무 창피하고 당황해서 얼굴이 빨개졌다", Emotion.EMBARRASSMENT),
        ("깜짝 놀랐다, 정말 충격이다", Emotion.SURPRISE),
        ("역겹고 더러워서 토할 것 같다", Emotion.DISGUST),
        ("회의는 내일 오후 세 시에 시작합니다", Emotion.NEUTRAL),
    ],
)
@pytest.mark.parametrize("reader", TAUGHT, indirect=True)
def test_plain_words_are_understood(reader: TextReader, text: str, emotion: Emotion) -> None:
    assert reader.read(text).mood.leading is emotion


@pytest.mark.parametrize("text", ["", "   \n", "hello there", "12345"])
def test_what_is_no_korean_is_refused_in_a_sentence(reader: TextReader, text: str) -> None:
    with pytest.raises(PyojeongError, match=r"글|한글|한국어"):
        reader.read(text)
