from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.emotion import Emotion
from pyojeong.errors import PyojeongError
from pyojeong.reading.text import TextReader
from pyojeong.reading.text.reader import LONGEST_TEXT

PLAIN = {
    "드디어 합격했다! 너무 기뻐서 눈물이 났어.": Emotion.JOY,
    "오늘 발표를 망쳐서 너무 속상해": Emotion.SADNESS,
    "아니 왜 자꾸 새치기를 해, 진짜 화난다": Emotion.ANGER,
    "내일 수술이라 너무 무섭고 불안해": Emotion.FEAR,
    "사람들 앞에서 넘어져서 얼굴이 빨개졌다": Emotion.EMBARRASSMENT,
    "깜짝이야! 뒤에서 갑자기 튀어나왔어": Emotion.SURPRISE,
    "바퀴벌레가 나왔어 으악 징그러워": Emotion.DISGUST,
    "오후 세 시에 회의가 있다.": Emotion.NEUTRAL,
}


@pytest.fixture(scope="module")
def reader() -> TextReader:
    return TextReader.shipped()


@pytest.mark.parametrize(("text", "emotion"), PLAIN.items(), ids=[e.value for e in PLAIN.values()])
def test_plainly_told_emotions_are_read(reader: TextReader, text: str, emotion: Emotion) -> None:
    assert reader.read(text).mood.leading is emotion


def test_a_beat_a_sentence_with_exact_spans(reader: TextReader) -> None:
    text = "  오늘 너무 좋았어 근데 집에 오니까 슬퍼ㅠㅠ\n\n그래도 괜찮아.  "
    score = reader.read(text)
    assert [score.text_of(b) for b in score.beats] == [
        "오늘 너무 좋았어",
        "근데 집에 오니까 슬퍼ㅠㅠ",
        "그래도 괜찮아.",
    ]
    assert score.text == text


def test_the_whole_remembers_what_moved(reader: TextReader) -> None:
    dull = "아침 아홉 시에 버스를 탔다. 회의실은 삼 층이다. 점심은 열두 시에 먹었다. "
    score = reader.read(dull + "그런데 강아지가 죽었다는 전화를 받고 펑펑 울었다.")
    assert score.mood.leading is Emotion.SADNESS


def test_evidence_names_the_words_that_decided(reader: TextReader) -> None:
    text = "어제 발표를 망쳐서 너무 속상해ㅠㅠㅠㅠㅠ"
    mood = reader.read(text).mood
    words = {text[e.start : e.end] for e in mood.evidence if e.weight > 0}
    assert {"속상해", "ㅠㅠㅠㅠㅠ"} & words
    assert all(word in text.replace("해ㅠ", "해 ㅠ").split() or word == "속상해" for word in words)
    assert max(abs(e.weight) for e in mood.evidence) == 1.0


def test_evidence_of_later_sentences_points_into_the_whole_text(reader: TextReader) -> None:
    text = "오후 세 시에 회의가 있다. 갑자기 뒤에서 소리쳐서 깜짝 놀랐다."
    score = reader.read(text)
    told = {text[e.start : e.end] for e in score.mood.evidence}
    assert told <= set(text.replace(".", "").split())
    beat = score.beats[1]
    assert all(e.end <= beat.end - beat.start for e in beat.mood.evidence)


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("ㅋㅋㅋㅋ", Emotion.JOY),
        ("ㅠㅠ", Emotion.SADNESS),
        ("😭😭", Emotion.SADNESS),
        ("😡", Emotion.ANGER),
        ("😂", Emotion.JOY),
    ],
)
def test_signs_alone_can_be_read(reader: TextReader, text: str, emotion: Emotion) -> None:
    assert reader.read(text).mood.leading is emotion


def test_negation_weakens_what_it_denies(reader: TextReader) -> None:
    for told, denied, emotion in (
        ("슬퍼", "안 슬퍼", Emotion.SADNESS),
        ("나 지금 화났어", "나 지금 화 안 났어", Emotion.ANGER),
        ("행복해", "행복하지 않아", Emotion.JOY),
        ("귀신이 무서워", "귀신 하나도 안 무서워", Emotion.FEAR),
    ):
        assert reader.read_sentence(denied).shares[emotion] < reader.read_sentence(told).shares[emotion]


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("진짜 너무 무서웠어", Emotion.FEAR),
        ("오늘 진짜 행복했어", Emotion.JOY),
        ("너무 창피했다", Emotion.EMBARRASSMENT),
        ("무섭지 않아", Emotion.NEUTRAL),
        ("안 슬퍼", Emotion.NEUTRAL),
        ("기쁘지 않아", Emotion.SADNESS),
        ("펑펑 울었다", Emotion.SADNESS),
        ("기뻐서 펑펑 울었다", Emotion.JOY),
    ],
)
def test_plain_forms_and_their_denials_are_read(reader: TextReader, text: str, emotion: Emotion) -> None:
    assert reader.read_sentence(text).leading is emotion


def test_intensifiers_strengthen(reader: TextReader) -> None:
    for weak, strong in (("조금 슬프다", "정말 너무너무 슬프다"), ("살짝 짜증난다", "진짜 미치도록 짜증난다!!")):
        assert reader.read_sentence(weak).intensity < reader.read_sentence(strong).intensity


def test_missing_spaces_do_not_turn_the_mood(reader: TextReader) -> None:
    for text in ("오늘 너무 짜증났다", "진짜 너무 무섭다", "정말 행복한 하루였다"):
        assert reader.read_sentence(text.replace(" ", "")).leading is reader.read_sentence(text).leading


def test_what_follows_a_concession_counts(reader: TextReader) -> None:
    assert reader.read_sentence("비는 왔지만 소풍은 즐거웠다").leading is Emotion.JOY
    assert reader.read_sentence("음식은 맛있었지만 직원이 너무 무례해서 화가 났다").leading is Emotion.ANGER


@pytest.mark.parametrize("text", ["", "  \n\t", "\x00\x00", "\u200b\u202e"])
def test_empty_text_is_refused(reader: TextReader, text: str) -> None:
    with pytest.raises(PyojeongError) as refused:
        reader.read(text)
    assert refused.value.kind == "empty-text"


@pytest.mark.parametrize("text", ["hello world", "12345", "悲しい", "!!! ..."])
def test_text_without_korean_says_what_can_be_read(reader: TextReader, text: str) -> None:
    with pytest.raises(PyojeongError, match="이모지") as refused:
        reader.read(text)
    assert refused.value.kind == "no-korean"


def test_too_long_a_text_is_refused_with_the_limit(reader: TextReader) -> None:
    with pytest.raises(PyojeongError, match="300,000") as refused:
        reader.read("가" * (LONGEST_TEXT + 1))
    assert refused.value.kind == "text-too-long"


@pytest.mark.parametrize("tone", ["🏻", "🏿 🏽"])
def test_a_skin_tone_alone_is_an_empty_text(reader: TextReader, tone: str) -> None:
    with pytest.raises(PyojeongError) as refused:
        reader.read(tone)
    assert refused.value.kind == "empty-text"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_string_gives_a_score_or_a_clear_refusal(text: str) -> None:
    try:
        score = TextReader.shipped().read(text)
    except PyojeongError as refused:
        assert refused.kind in {"empty-text", "no-korean"}
    else:
        assert score.beats
        assert all(0 <= e.start < e.end <= len(text) for e in score.mood.evidence)


@pytest.mark.parametrize(
    "text",
    ["좋\x00아요\ud800 정말", "\u202e나는 행복해\u202c", "슬프다 悲 so sad", "가" * 3000, "ㅋ" * 5000, "😀" * 800],
)
def test_odd_text_is_read(reader: TextReader, text: str) -> None:
    score = reader.read(text)
    assert score.text == text and score.beats
    assert sum(score.mood.shares.values()) == pytest.approx(1.0) and 0 <= score.mood.certainty <= 1


def test_a_stream_gives_the_beats_of_the_whole(reader: TextReader) -> None:
    text = "오늘은 정말 즐거웠다. 그런데 비가 왔다.\n" * 150
    pieces = [text[at : at + 700] for at in range(0, len(text), 700)]
    beats = list(reader.stream(pieces))
    assert [(b.start, b.end) for b in beats] == [(b.start, b.end) for b in reader.read(text).beats]


def test_streaming_keeps_memory_flat(reader: TextReader) -> None:
    def chunks(count: int) -> Iterator[str]:
        for _ in range(count):
            yield "오늘은 정말 즐거웠다. " * 20

    def peak(count: int) -> int:
        tracemalloc.start()
        read = sum(1 for _ in reader.stream(chunks(count)))
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert read == 20 * count
        return highest

    peak(2)
    assert peak(60) < 1.6 * peak(20)
