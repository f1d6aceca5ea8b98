"""What a browser keeps so that a reload loses nothing: the score in few enough characters for its session storage."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from dataclasses import dataclass

from pyojeong.emotion import Score
from pyojeong.emotion.score_json import score_from_json, score_to_json
from pyojeong.errors import PyojeongError

LARGEST_BYTES = 64_000_000
"""A score of 300,000 characters is 21 MB of JSON; whoever posts more did not get it from us."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The work on one page: the score, the chosen beat and the name its files get."""

    score: Score | None
    chosen: int = 0
    name: str = ""


def written(draft: Draft) -> str:
    """The draft as text: JSON, deflated (a fortieth of the size), in base 64."""
    score = None if draft.score is None else score_to_json(draft.score)
    document = {"score": score, "chosen": draft.chosen, "name": draft.name}
    packed = zlib.compress(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
    return base64.b64encode(packed).decode("ascii")


def opened(text: str) -> Draft:
    """The draft that `written` wrote.

    >>> opened(written(Draft(None, 3, "일기"))).name
    '일기'

    Raises:
        PyojeongError: When it is none.
    """
    try:
        document = json.loads(_inflated(base64.b64decode(text, validate=True)))
        score = None if document["score"] is None else score_from_json(document["score"])
        chosen, name = int(document["chosen"]), str(document["name"])
    except (binascii.Error, zlib.error, ValueError, TypeError, KeyError, RecursionError) as broken:
        raise PyojeongError(
            "브라우저에 담아 둔 악보를 다시 열지 못했습니다. 저장해 둔 파일이 있으면 그 파일을 열어 주세요.",
            "The score kept in this browser could not be opened again; open a saved file if there is one.",
            kind="draft",
        ) from broken
    last = 0 if score is None else max(len(score.beats) - 1, 0)
    return Draft(score, min(max(chosen, 0), last), name)


def _inflated(packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    data = unpacking.decompress(packed, LARGEST_BYTES)
    if unpacking.unconsumed_tail:
        raise ValueError(f"a draft must unpack to at most {LARGEST_BYTES} bytes")
    return data
