"""The plain forms of disguised writing.

Marks between syllables, split jamo, look-alikes, single syllables spaced out, and Hangul typed on Latin keys. Each form
is a `Traced` text; a gate looks into all of them. Nothing is joined across the words of ordinary writing: ``다시 발표``
never becomes ``시발``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pyojeong.reading.text.gate.jamo import OPEN_SYLLABLE, SYLLABLE, closed, composed, typed
from pyojeong.reading.text.gate.traced import Traced

_HANGUL = "가-힣ㄱ-ㅎㅏ-ㅣ"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\u115f\u1160\u3164]")
_FOREIGN_FORM = re.compile("[^\x00-\x7f가-힣ㄱ-ㅎㅏ-ㅣ]")
#: What stands for a jamo by its shape, where a jamo stands beside it (authored).
_LOOKS_LIKE = {
    "1": "ㅣ",
    "l": "ㅣ",
    "|": "ㅣ",
    "!": "ㅣ",
    "i": "ㅣ",
    "0": "ㅇ",
    "o": "ㅇ",
    "7": "ㄱ",
    "^": "ㅅ",
    "-": "ㅡ",
}
_LOOK_ALIKE = re.compile(
    f"(?<=[ㄱ-ㅎ])[{re.escape(''.join(_LOOKS_LIKE))}](?=[ㄱ-ㅎㅏ-ㅣ])|(?<=[ㅏ-ㅣ])[0o](?=[{_HANGUL}]|$)|[0o](?=[ㅏ-ㅣ])"
)
_BETWEEN = re.compile(rf"(?<=[{_HANGUL}])[^\s{_HANGUL}a-z]{{1,3}}(?=[{_HANGUL}])")
_SPACED_OUT = re.compile(rf"(?<!\S)[{_HANGUL}](?:[^\S\n]+[{_HANGUL}](?!\S))+")
_LATIN = re.compile("[A-Za-z]{3,24}")
_SPACES = re.compile(r"\s+")


def plain_forms(text: str) -> Iterator[Traced]:
    """The text as it stands, then each form that differs from those before it.

    >>> [form.text for form in plain_forms("ㄴㅓ ㅁㅜㅓㅎㅐ")]
    ['ㄴㅓ ㅁㅜㅓㅎㅐ', '너 뭐해']
    >>> [form.text for form in plain_forms("바.보")][-1], [form.text for form in plain_forms("바 보")][-1]
    ('바보', '바보')
    """
    seen: set[str] = set()
    upright = _upright(Traced.of(text))
    whole = _put_together(upright)
    bare = whole.replaced(_BETWEEN, lambda _: "")
    for form in (Traced.of(text), upright, whole, bare, _put_together(_unspaced(bare)), _meant_as_hangul(upright)):
        if form.text not in seen:
            seen.add(form.text)
            yield form


def _upright(text: Traced) -> Traced:
    """Without invisible characters and full-width or styled forms; letters small."""
    shown = text.replaced(_INVISIBLE, lambda _: "")
    shown = shown.replaced(_FOREIGN_FORM, lambda found: unicodedata.normalize("NFKC", found))
    return shown.replaced(re.compile("[A-Z]+"), str.lower)


def _put_together(text: Traced) -> Traced:
    """With look-alikes read as jamo, and loose jamo as syllables."""
    spelled = text.replaced(_LOOK_ALIKE, lambda found: _LOOKS_LIKE[found])
    return spelled.replaced(SYLLABLE, composed).replaced(OPEN_SYLLABLE, closed)


def _unspaced(text: Traced) -> Traced:
    """With runs of single syllables, each a word of its own, closed up."""
    return text.replaced(_SPACED_OUT, lambda found: _SPACES.sub("", found))


def _meant_as_hangul(text: Traced) -> Traced:
    """With Latin words read as the Hangul keys under them, where that gives whole syllables."""

    def meant(word: str) -> str:
        hangul = SYLLABLE.sub(lambda found: composed(found.group()), typed(word))
        return hangul if re.fullmatch("[가-힣]+", hangul) else word

    return text.replaced(_LATIN, meant)
