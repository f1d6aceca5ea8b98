"""The score as JSON (`pyojeong.score/1`): written to be read, compared and edited by people.

The reader refuses what it does not know: another version, an unknown field, a mood that does not add up.
The published schema is ``docs/schemas/pyojeong.score-1.schema.json``, written by `json_schema`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pyojeong.emotion.emotion import Emotion
from pyojeong.emotion.feeling import Feeling
from pyojeong.emotion.mood import Evidence, Mood
from pyojeong.emotion.score import Beat, Score, SetBy
from pyojeong.errors import PyojeongError

FORMAT = "pyojeong.score/1"
_DIGITS = 4
_MOOD_KEYS = (
    "shares",
    "intensity",
    "feelings",
    "named",
    "valence",
    "arousal",
    "certainty",
    "unsure",
    "evidence",
)


_BEAT_KEYS = ("span", "text", "speaker", "mood", "expression", "seconds")
_PERSON_KEYS = ("set_by", "read")
"""Fields a beat may lack: written only where a person set the mood."""
_SETTING_KEYS = ("place", "weather")
"""Fields a beat may lack: written only where a person chose them."""


def mood_to_json(mood: Mood) -> dict[str, Any]:
    """The MOOD object of the schema; numbers rounded to four digits."""
    return {
        "shares": {str(e): round(p, _DIGITS) for e, p in mood.shares.items()},
        "intensity": round(mood.intensity, _DIGITS),
        "feelings": {str(f): round(p, _DIGITS) for f, p in mood.feelings.items()},
        "named": [str(f) for f in mood.named],
        "valence": round(mood.valence, _DIGITS),
        "arousal": round(mood.arousal, _DIGITS),
        "certainty": round(mood.certainty, _DIGITS),
        "unsure": mood.unsure,
        "evidence": [{"span": [e.start, e.end], "weight": round(e.weight, _DIGITS)} for e in mood.evidence],
    }


def score_to_json(score: Score) -> dict[str, Any]:
    """The whole document, ready for `json.dumps`."""
    return {
        "format": FORMAT,
        "text": score.text,
        "mood": mood_to_json(score.mood),
        "beats": [_beat_to_json(beat, score.text_of(beat)) for beat in score.beats],
    }


def _beat_to_json(beat: Beat, text: str) -> dict[str, Any]:
    written: dict[str, Any] = {
        "span": [beat.start, beat.end],
        "text": text,
        "speaker": beat.speaker,
        "mood": mood_to_json(beat.mood),
        "expression": None if beat.expression is None else dict(beat.expression),
        "seconds": None if beat.seconds is None else list(beat.seconds),
    }
    if beat.set_by is SetBy.PERSON:  # left out elsewhere: a score nobody edited is written as it always was
        written["set_by"] = str(beat.set_by)
        if beat.read is not None:
            written["read"] = mood_to_json(beat.read)
    return written | {name: chosen for name in _SETTING_KEYS if (chosen := getattr(beat, name)) is not None}


def dumps(score: Score) -> str:
    """The document as text: two-space indent, Hangul as itself, a newline at the end."""
    return json.dumps(score_to_json(score), ensure_ascii=False, indent=2) + "\n"


def loads(text: str) -> Score:
    """The score written in ``text``.

    Raises:
        PyojeongError: When the text is no JSON, another format or version, or does not hold together.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as broken:
        where = f"{broken.lineno}번째 줄 {broken.colno}번째 글자부터 JSON이 아닙니다"
        raise _refusal(where, f"it is not JSON ({broken})") from broken
    except (ValueError, RecursionError) as broken:
        raise _refusal(f"JSON이 아닙니다 ({broken})", f"it is not JSON ({broken})") from broken
    return score_from_json(document)


def score_from_json(document: object) -> Score:
    """The score a parsed document holds.

    Raises:
        PyojeongError: As `loads`.
    """
    found = document.get("format") if isinstance(document, Mapping) else type(document).__name__
    if not isinstance(document, Mapping) or found != FORMAT:
        raise _refusal(f"형식이 {FORMAT}이어야 하는데 {found!r}입니다", f"format must be {FORMAT}, but got {found!r}")
    try:
        _only(document, ("format", "text", "mood", "beats"), "score")
        text = _typed(document["text"], str, "text")
        beats = tuple(_beat(item, text) for item in _typed(document["beats"], list, "beats"))
        return Score(text, mood_from_json(document["mood"]), beats)
    except KeyError as missing:
        raise _refusal(f"{missing} 항목이 없습니다", f"field {missing} is missing") from missing
    except (TypeError, ValueError, OverflowError) as broken:
        raise _refusal(f"맞지 않는 내용이 있습니다(영어로: {broken})", str(broken)) from broken


def mood_from_json(item: object) -> Mood:
    """The mood a parsed MOOD object holds.

    Raises:
        KeyError: When a field is missing.
        ValueError: When a field is unknown or out of range.
    """
    fields = _typed(item, dict, "mood")
    _only(fields, _MOOD_KEYS, "mood")
    shares = _typed(fields["shares"], dict, "shares")
    return Mood(
        shares=_renormalised({Emotion(k): float(v) for k, v in shares.items()}),
        intensity=float(fields["intensity"]),
        feelings={Feeling.of(k): float(v) for k, v in _typed(fields["feelings"], dict, "feelings").items()},
        named=tuple(Feeling.of(k) for k in fields["named"]),
        valence=float(fields["valence"]),
        arousal=float(fields["arousal"]),
        certainty=float(fields["certainty"]),
        unsure=_typed(fields["unsure"], bool, "unsure"),
        evidence=tuple(Evidence(int(e["span"][0]), int(e["span"][1]), float(e["weight"])) for e in fields["evidence"]),
    )


def _beat(item: object, text: str) -> Beat:
    fields = _typed(item, dict, "beat")
    _only(fields, (*_BEAT_KEYS, *_PERSON_KEYS, *_SETTING_KEYS), "beat")
    start, end = (int(v) for v in fields["span"])
    if fields["text"] != text[start:end]:
        raise ValueError(f"beat text must be characters {start}:{end} of the text, but got {fields['text']!r}")
    speaker, expression, seconds = fields["speaker"], fields["expression"], fields["seconds"]
    setting = {name: _typed(fields[name], str, name) for name in _SETTING_KEYS if fields.get(name) is not None}
    return Beat(
        start=start,
        end=end,
        mood=mood_from_json(fields["mood"]),
        speaker=None if speaker is None else _typed(speaker, str, "speaker"),
        expression=None if expression is None else _typed(expression, dict, "expression"),
        seconds=None if seconds is None else (float(seconds[0]), float(seconds[1])),
        set_by=SetBy(fields.get("set_by", SetBy.READER)),
        read=None if fields.get("read") is None else mood_from_json(fields["read"]),
        **setting,
    )


def _renormalised(shares: dict[Emotion, float]) -> dict[Emotion, float]:
    """Undo the rounding of eight four-digit numbers; anything further from 1 is left for `Mood` to refuse."""
    total = sum(shares.values())
    return {e: p / total for e, p in shares.items()} if abs(total - 1.0) < 8 * 10**-_DIGITS else shares


def _typed(value: object, kind: type, name: str) -> Any:
    if not isinstance(value, kind):
        raise ValueError(f"{name} must be {kind.__name__}, but got {type(value).__name__}")
    return value


def _only(fields: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    unknown = sorted(set(fields) - set(known))
    if unknown:
        raise ValueError(f"{where} has no field {', '.join(unknown)}; it has {', '.join(known)}")


def _refusal(korean: str, english: str) -> PyojeongError:
    return PyojeongError(f"감정 악보를 읽을 수 없습니다: {korean}.", f"Cannot read the score: {english}.", kind="score")


_UNIT = {"type": "number", "minimum": 0, "maximum": 1}
_SIGNED = {"type": "number", "minimum": -1, "maximum": 1}
_TEXT = {"type": "string"}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the document."""
    top = {
        "format": {"const": FORMAT},
        "text": _TEXT,
        "mood": {"$ref": "#/$defs/mood"},
        "beats": {"type": "array", "items": {"$ref": "#/$defs/beat"}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **_closed(top),
        "$defs": {"mood": mood_schema(), "beat": _beat_schema()},
    }


def mood_schema() -> dict[str, Any]:
    """The JSON Schema of a MOOD object, which other documents hold too."""
    feelings = [str(f) for f in Feeling]
    return _closed(
        {
            "shares": _closed({str(e): _UNIT for e in Emotion}),
            "intensity": _UNIT,
            "feelings": {"type": "object", "propertyNames": {"enum": feelings}, "additionalProperties": _UNIT},
            "named": {"type": "array", "items": {"enum": feelings}},
            "valence": _SIGNED,
            "arousal": _SIGNED,
            "certainty": _UNIT,
            "unsure": {"type": "boolean"},
            "evidence": {"type": "array", "items": _closed({"span": _pair("integer"), "weight": _SIGNED})},
        }
    )


def _beat_schema() -> dict[str, Any]:
    return _closed(
        {
            "span": _pair("integer"),
            "text": _TEXT,
            "speaker": {"type": ["string", "null"]},
            "mood": {"$ref": "#/$defs/mood"},
            "expression": {"type": ["object", "null"], "additionalProperties": {"type": "number"}},
            "seconds": {"anyOf": [_pair("number"), {"type": "null"}]},
            "set_by": {"enum": [str(word) for word in SetBy]},
            "read": {"anyOf": [{"$ref": "#/$defs/mood"}, {"type": "null"}]},
            **{name: {"type": ["string", "null"]} for name in _SETTING_KEYS},
        },
        optional=(*_PERSON_KEYS, *_SETTING_KEYS),
    )


def _pair(kind: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": kind, "minimum": 0}, "minItems": 2, "maxItems": 2}


def _closed(properties: Mapping[str, Any], *, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }
