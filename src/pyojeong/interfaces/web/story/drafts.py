"""What a tab keeps so that a reload loses nothing: the lines, the cast and how the film shall be; no photo, no file."""

from __future__ import annotations

import base64
import binascii
import json
import struct
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from pyojeong.emotion import Emotion, Mood, Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.stories import FilmOrder
from pyojeong.interfaces.web.score import drafts as score_drafts
from pyojeong.stories.cast import Company
from pyojeong.stories.cast_toml import company_from_document, company_to_document

LARGEST_CHARACTERS = 4_000_000
"""A browser keeps five million for all pages."""
_WISHES = ("shape", "height", "frames_per_second", "subtitled", "music", "title")
_NUMBERS = ("intensity", "valence", "arousal", "certainty")
_MOOD = struct.Struct(f"<{len(Emotion) + len(_NUMBERS)}d")
"""Of one beat, exactly: a written score rounds, and a scene of a rounded mood would be drawn anew."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The work in one tab; the fields as `StoryDesk` explains them, ``film`` is the name a film is kept under."""

    score: Score
    company: Company
    title: str
    order: FilmOrder
    film: str = ""


def written(draft: Draft) -> str:
    """The draft as JSON."""
    document = {
        "score": score_drafts.written(score_drafts.Draft(draft.score, 0, "")),
        "moods": base64.b64encode(b"".join(_packed(beat.mood) for beat in draft.score.beats)).decode("ascii"),
        "cast": company_to_document(draft.company),
        "title": draft.title,
        "order": {name: getattr(draft.order, name) for name in _WISHES},
        "credits": draft.order.credits,
        "film": draft.film,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def opened(text: str) -> Draft:
    """The draft that `written` wrote.

    Raises:
        PyojeongError: When it is none.
    """
    try:
        if len(text) > LARGEST_CHARACTERS:
            raise ValueError(f"a draft must have at most {LARGEST_CHARACTERS} characters, but got {len(text)}")
        document = json.loads(text)
        score = score_drafts.opened(str(document["score"])).score
        if score is None:
            raise ValueError("a draft must hold a score")
        score = _exact(score, base64.b64decode(document["moods"], validate=True))
        order = FilmOrder(**_wishes(document["order"]), credits=tuple(str(line) for line in document["credits"]))
        company, film = company_from_document(document["cast"]), str(document.get("film", ""))
        return Draft(score, company, str(document["title"]), order, film)
    except (PyojeongError, binascii.Error, struct.error, ValueError, TypeError, KeyError, RecursionError) as broken:
        raise PyojeongError(
            "이 창에 담아 둔 동화를 다시 열지 못했습니다. 저장해 둔 악보와 배역표가 있으면 그 파일을 열어 주세요.",
            "The tale kept in this tab could not be opened again; open a saved score and cast if there are any.",
            kind="draft",
        ) from broken


def _wishes(told: dict[str, Any]) -> dict[str, Any]:
    """What was wished of the film; drafts written before 2026-11-21 call ``frames_per_second`` ``rate``."""
    named = {"frames_per_second": told["rate"], **told} if "rate" in told else told
    return {name: named[name] for name in _WISHES}


def _packed(mood: Mood) -> bytes:
    return _MOOD.pack(*chain((mood.shares[e] for e in Emotion), (getattr(mood, name) for name in _NUMBERS)))


def _exact(score: Score, packed: bytes) -> Score:
    """The score with the numbers of its moods as they were."""
    beats = []
    for beat, numbers in zip(score.beats, _MOOD.iter_unpack(packed), strict=True):
        shares, rest = dict(zip(Emotion, numbers, strict=False)), numbers[len(Emotion) :]
        intensity, valence, arousal, certainty = rest
        exact = replace(
            beat.mood, shares=shares, intensity=intensity, valence=valence, arousal=arousal, certainty=certainty
        )
        beats.append(replace(beat, mood=exact))
    return replace(score, beats=tuple(beats))
