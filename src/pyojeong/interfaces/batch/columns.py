"""The columns a reading adds to a table, and the cells below them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from pyojeong.emotion import Emotion, Mood, Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.faces import FaceReading, expression_json
from pyojeong.interfaces.messages import sentence

Cell = str | int | float | bool | None
CellRow = list[Cell]

DECIDING_WEIGHT = 0.25
"""Words that spoke less than a quarter as much as the strongest are left out, as on the screen."""
NOT_SURE = "모르겠어요"
_JOINT = "; "
_PREFIX = "pyojeong_"


class Kind(str, Enum):
    """What the cells of a column are, besides empty."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """A name and what stands below it."""

    name: str
    kind: Kind = Kind.TEXT


def _numbers(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Kind.NUMBER) for name in names)


_MOOD = (
    Column("emotion"),
    Column("emotion_ko"),
    *_numbers(*(f"share_{emotion.value}" for emotion in Emotion)),
    *_numbers("intensity", "valence", "arousal", "certainty"),
    Column("unsure", Kind.FLAG),
    Column("feelings"),
)
_REASON = (Column("reason_kind"), Column("reason"))
_PLACE = _numbers("left_px", "top_px", "right_px", "bottom_px", "yaw_degrees", "pitch_degrees", "roll_degrees")

TEXT_COLUMNS = (*_MOOD, Column("words"), *_REASON)
"""What reading a cell of writing adds: the mood of the whole cell, the words that decided, or why there is none."""
FACE_COLUMNS = (
    Column("face", Kind.WHOLE),
    *_PLACE,
    Column("confidence", Kind.NUMBER),
    Column("expression"),
    *_MOOD,
    *_REASON,
)
"""What reading a picture adds, a row a face: number (0 is the largest), place, movements as JSON, mood, or a reason."""


def text_cells(score: Score) -> CellRow:
    """The cells of one piece of writing, in the order of `TEXT_COLUMNS`.

    >>> from pyojeong.emotion import Beat
    >>> sad = Mood.of(Emotion.SADNESS)
    >>> dict(zip([c.name for c in TEXT_COLUMNS], text_cells(Score("속상해", sad, (Beat(0, 3, sad),)))))["emotion_ko"]
    '슬픔'
    """
    return [*_mood_cells(score.mood), _JOINT.join(deciding_words(score)), None, None]


def face_cells(number: int, reading: FaceReading) -> CellRow:
    """The cells of face ``number`` of a picture, in the order of `FACE_COLUMNS`; mood cells are empty without one."""
    face = reading.face
    place = (*face.box_xyxy, face.pose.yaw, face.pose.pitch, face.pose.roll)
    seen = None if reading.expression is None else _json_text(expression_json(reading.expression))
    mood = [None] * len(_MOOD) if reading.mood is None else _mood_cells(reading.mood)
    return [number, *(round(value, 1) for value in place), round(face.confidence, 3), seen, *mood, None, None]


def refused_cells(columns: Sequence[Column], refused: PyojeongError) -> CellRow:
    """A row that says why nothing was read."""
    return [*[None] * (len(columns) - len(_REASON)), refused.kind, sentence(refused)]


def deciding_words(score: Score) -> list[str]:
    """The stretches that spoke for the emotion of the whole, in the order of the text, each once."""
    spoken = [evidence for evidence in score.mood.evidence if evidence.weight >= DECIDING_WEIGHT]
    return list(dict.fromkeys(" ".join(score.text[one.start : one.end].split()) for one in spoken))


def free_names(columns: Iterable[Column], taken: Sequence[str]) -> tuple[str, ...]:
    """Names for the added ``columns`` beside the columns a table has: prefixed, all of them, where one is taken.

    >>> free_names([Column("emotion"), Column("reason")], ["번호", "emotion"])
    ('pyojeong_emotion', 'pyojeong_reason')
    """
    names = tuple(column.name for column in columns)
    while set(names) & set(taken):
        names = tuple(_PREFIX + name for name in names)
    return names


def _mood_cells(mood: Mood) -> CellRow:
    numbers = (mood.intensity, mood.valence, mood.arousal, mood.certainty)
    return [
        None if mood.unsure else mood.leading.value,
        NOT_SURE if mood.unsure else mood.leading.korean,
        *(round(mood.shares[emotion], 4) for emotion in Emotion),
        *(round(number, 4) for number in numbers),
        mood.unsure,
        _JOINT.join(str(feeling) for feeling in mood.named),
    ]


def _json_text(document: dict[str, float]) -> str:
    return json.dumps({name: value for name, value in document.items() if value}, ensure_ascii=False)
