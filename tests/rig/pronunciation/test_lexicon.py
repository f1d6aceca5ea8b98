"""The lexicon respells by the articles it names and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pyojeong.rig.pronunciation.hangul import IOTATED, NEUTRAL, TENSE, is_syllable, split
from pyojeong.rig.pronunciation.letters import english_words
from pyojeong.rig.pronunciation.lexicon import Lexicon, shipped_lexicon
from pyojeong.rig.pronunciation.syllable import Boundary, Syllable

FILE = Path(__file__).parents[3] / "src/pyojeong/rig/pronunciation/lexicon.tsv"
ROWS = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_it_holds_what_was_asked_for_once_each() -> None:
    assert len(ROWS) >= 1200
    assert len({row[0] for row in ROWS}) == len(ROWS) == len(shipped_lexicon().entries)
    assert {row[2] for row in ROWS} <= {"10", "15", "20", "24", "26", "28", "29"}


def allowed(before: str, after: str, article: str) -> bool:
    (onset, vowel, coda), (new_onset, new_vowel, new_coda) = split(before), split(after)
    tensed = TENSE.get(onset) == new_onset
    added = onset == "ㅇ" and new_onset == "ㄴ" and vowel in IOTATED and article in ("15", "29")
    nasal = onset == "ㄹ" and new_onset == "ㄴ" and article == "20"
    same_coda = new_coda == coda or (article in ("10", "15") and new_coda in (NEUTRAL[coda], "ㅂ"))
    return new_vowel == vowel and same_coda and (new_onset == onset or tensed or added or nasal)


def test_entries_change_only_what_their_article_allows() -> None:
    wrong = [
        word
        for word, sound, article in ROWS
        if len(word) != len(sound) or not all(map(allowed, word, sound, [article] * len(word)))
    ]
    assert not wrong


def test_a_short_word_is_not_found_inside_a_longer_one() -> None:
    lexicon = Lexicon({"대가": "대까"})
    family = tuple(Syllable.of(s) for s in "대가족")
    assert lexicon.respelled(family) == family


def test_a_word_is_not_found_across_a_particle() -> None:
    lexicon = Lexicon({"물가": "물까"})
    water = (Syllable.of("물", tag="NNG"), Syllable.of("가", before=Boundary.FORM, tag="JKS"))
    assert lexicon.respelled(water) == water


def test_words_and_respellings_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="as many syllables"):
        Lexicon({"눈동자": "눈똥"})


def test_english_words_are_hangul() -> None:
    words = english_words()
    assert len(words) >= 400
    assert all(word == word.lower() and all(map(is_syllable, said)) for word, said in words.items())
