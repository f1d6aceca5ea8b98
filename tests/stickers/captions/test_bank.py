"""The written bank is large, covers what it promises, repeats nothing and offends nobody."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import chain, combinations, product
from pathlib import Path

import pytest

import pyojeong
from pyojeong.emotion import Emotion, Feeling
from pyojeong.stickers.captions import Caption, CaptionBank, Length, Situation, Voice
from pyojeong.stickers.captions.caption import LONGEST, syllables
from pyojeong.stickers.captions.likeness import Worded, bare

BANK = CaptionBank.shipped().captions
HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")


def test_there_are_enough_lines() -> None:
    assert len(BANK) >= 1400 and len(Situation) >= 40


def test_every_feeling_has_a_dozen() -> None:
    counts = Counter(chain.from_iterable(caption.feelings for caption in BANK))
    assert {feeling: counts[feeling] for feeling in Feeling if counts[feeling] < 12} == {}


def test_every_situation_has_fifteen_and_every_voice_two_of_them() -> None:
    counts = Counter(chain.from_iterable(caption.situations for caption in BANK))
    spoken = Counter((situation, caption.voice) for caption in BANK for situation in caption.situations)
    assert {situation: counts[situation] for situation in Situation if counts[situation] < 15} == {}
    assert [pair for pair in product(Situation, Voice) if spoken[pair] < 2] == []


def test_every_voice_has_its_share_and_casual_and_polite_speech_most() -> None:
    counts = Counter(caption.voice for caption in BANK)
    assert min(counts[voice] for voice in Voice) >= 120
    assert {voice for voice, _ in counts.most_common(2)} == {Voice.BANMAL, Voice.POLITE}


def test_every_voice_can_wear_every_emotion() -> None:
    assert {(c.voice, c.emotion) for c in BANK} == set(product(Voice, Emotion))


def test_no_line_stands_twice_even_without_spaces_and_marks() -> None:
    counts = Counter(bare(caption.text) for caption in BANK)
    assert [letters for letters, count in counts.items() if count > 1] == []


def test_no_two_lines_of_a_voice_are_nearly_the_same() -> None:
    near = []
    for voice in Voice:
        lines = [Worded(c.text) for c in BANK if c.voice is voice and syllables(c.text) > 4]
        for one, other in combinations(lines, 2):
            if 2 * len(one.pairs & other.pairs) > 0.75 * (len(one.pairs) + len(other.pairs)):
                near.append((one.text, other.text))
    assert near == []


def test_lines_are_short_and_korean() -> None:
    counts = [syllables(caption.text) for caption in BANK]
    assert max(counts) <= LONGEST and sum(2 <= n <= 12 for n in counts) / len(counts) > 0.95
    foreign = [c.text for c in BANK if not HANGUL.search(c.text) or re.search("[A-Za-z]{3}", c.text)]
    letters = "".join(re.sub(r"[^\w]", "", caption.text) for caption in BANK)
    assert foreign == [] and len(HANGUL.findall(letters)) / len(letters) > 0.98


def test_the_gate_finds_nothing_to_rephrase() -> None:
    assert [caption.text for caption in BANK if not pyojeong.check_manners(caption.text).polite] == []


def test_polite_lines_are_polite_and_casual_ones_casual() -> None:
    polite = re.compile(r"(요|니다|니까|시다|죠|합시다)(?![가-힣])")
    casual = [c.text for c in BANK if c.voice is Voice.BANMAL and re.search("(니다|세요|[가-힣]요)[.!?~]*$", c.text)]
    assert set(casual) <= {"세뱃돈 주세요!"}
    others = [c.text for c in BANK if c.voice is Voice.POLITE and not polite.search(c.text)]
    assert len(others) < 0.05 * sum(c.voice is Voice.POLITE for c in BANK)


def test_the_table_is_read_as_it_stands() -> None:
    path = Path(pyojeong.__file__).parent / "stickers/captions/bank.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["text"] for row in rows] == [caption.text for caption in BANK]


@pytest.mark.parametrize(
    ("text", "emotion"), [("", Emotion.JOY), ("두\n줄", Emotion.JOY), ("가" * 19, Emotion.JOY), ("야호", Emotion.FEAR)]
)
def test_what_is_no_caption_is_refused(text: str, emotion: Emotion) -> None:
    with pytest.raises(ValueError, match="must"):
        Caption(text, emotion, (Feeling.JOY,), (), Voice.BANMAL)


@pytest.mark.parametrize(
    ("count", "length"), [(4, Length.SHORT), (5, Length.MEDIUM), (9, Length.MEDIUM), (10, Length.LONG)]
)
def test_length_classes_have_edges(count: int, length: Length) -> None:
    assert Caption("가" * count + "!", Emotion.JOY, (Feeling.JOY,), (), Voice.BANMAL).length is length


def test_values_are_found_by_either_name() -> None:
    assert all(Situation.of(s.korean) is Situation.of(s.value) is s for s in Situation)
    assert all(Voice.of(v.korean) is Voice.of(v.value.upper()) is v for v in Voice)
    assert all(s.emotions and 0 <= s.intensity <= 1 and s.english for s in Situation)
    with pytest.raises(ValueError, match="payday"):
        Situation.of("없는 일")
    with pytest.raises(ValueError, match="아재"):
        Voice.of("없는 말투")
