"""A score as a table a person can open: one row a beat, UTF-8 with a mark so that Excel shows Hangul."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from types import MappingProxyType

from pyojeong.emotion import Beat, Emotion, Mood, Score, SetBy
from pyojeong.interfaces.messages import ENGLISH
from pyojeong.interfaces.spreadsheets import kept_as_text

_Cell = Callable[[int, Beat, Score], object]

#: Title (Korean, English) → what stands below it. Numbers are plain, so that spreadsheets calculate with them.
_COLUMNS: Mapping[tuple[str, str], _Cell] = MappingProxyType(
    {
        ("번호", "number"): lambda number, beat, score: number + 1,
        ("시작 글자", "start"): lambda number, beat, score: beat.start,
        ("끝 글자", "end"): lambda number, beat, score: beat.end,
        ("말하는 이", "speaker"): lambda number, beat, score: beat.speaker or "",
        ("글", "text"): lambda number, beat, score: score.text_of(beat),
    }
)
_NUMBERS: Mapping[tuple[str, str], Callable[[Mood], float]] = MappingProxyType(
    {
        ("세기", "intensity"): lambda mood: mood.intensity,
        ("확신", "certainty"): lambda mood: mood.certainty,
        ("유쾌", "valence"): lambda mood: mood.valence,
        ("들뜸", "arousal"): lambda mood: mood.arousal,
    }
)
_WHO = {SetBy.READER: ("읽음", "read"), SetBy.PERSON: ("직접 정함", "person")}


def score_csv(score: Score, *, language: str) -> bytes:
    """The table's file: a heading and a row a beat, in Korean or, for ``en``, in English.

    After the text come the emotion and who set it, what had been read where a person set it, four numbers, the named
    feelings, the shares of the eight emotions, and the seconds. Rows end with CR LF (RFC 4180).
    """
    column = 1 if language == ENGLISH else 0
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(_titles(column))
    for number, beat in enumerate(score.beats):
        writer.writerow([kept_as_text(cell) for cell in _row(number, beat, score, column)])
    return table.getvalue().encode("utf-8-sig")


def _titles(column: int) -> list[str]:
    felt = [("감정", "emotion"), ("정한 이", "set by"), ("읽은 감정", "emotion read")]
    last = [("이름 붙은 감정", "named feelings"), *((e.korean, e.value) for e in Emotion)]
    time = [("시작 초", "seconds start"), ("끝 초", "seconds end")]
    return [title[column] for title in (*_COLUMNS, *felt, *_NUMBERS, *last, *time)]


def _row(number: int, beat: Beat, score: Score, column: int) -> list[object]:
    mood = beat.mood
    read = mood if beat.set_by is SetBy.READER else beat.read
    start, end = beat.seconds or ("", "")
    return [
        *(cell(number, beat, score) for cell in _COLUMNS.values()),
        _emotion(mood, column),
        _WHO[beat.set_by][column],
        "" if read is None else _emotion(read, column),
        *(round(value(mood), 4) for value in _NUMBERS.values()),
        "; ".join(str(feeling) if column == 0 else feeling.english for feeling in mood.named),
        *(round(mood.shares[emotion], 4) for emotion in Emotion),
        start,
        end,
    ]


def _emotion(mood: Mood, column: int) -> str:
    if mood.unsure:
        return ("모르겠어요", "not sure")[column]
    return (mood.leading.korean, mood.leading.value)[column]
