"""Who is dead by a told line: who is buried, whose grave or funeral it is, who has passed away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pyojeong.reading.text.morphemes import is_denied, morphemes
from pyojeong.stories.directing.doing import happens

_GRAVES = frozenset({"무덤", "묘", "산소", "장례", "장례식"})
_DOER = ("JKS", "JX")
_WHOM = ("JKO",)


def dead_in(text: str) -> tuple[str, ...]:
    """The nouns for those whom ``text`` tells to be dead, in its order.

    묻다 is to bury where Kiwi calls it regular (묻었다) and to ask where it is not (물었다), by what it is told of.

    >>> dead_in("소년은 소녀와 함께 할아버지의 무덤에 갔습니다."), dead_in("청개구리는 어머니를 강가에 묻었습니다.")
    (('할아버지',), ('어머니',))
    >>> dead_in("토끼는 자라에게 길을 묻고 걸었습니다."), dead_in("할머니께서 돌아가셨습니다.")
    ((), ('할머니',))
    """
    tokens = morphemes(text)
    return tuple(noun for n in range(len(tokens)) for noun in _dead_at(tokens, n, text))


def _dead_at(tokens: Sequence[Any], n: int, text: str) -> Iterator[str]:
    form, tag = tokens[n].form, tokens[n].tag
    if form in _GRAVES and tag == "NNG":
        owner = n - 2 if n and tokens[n - 1].form == "의" else n - 1
        if owner >= 0 and tokens[owner].tag.startswith(("NN", "XSN")):
            yield _word_to(tokens, owner, text)
        return
    particles = _WHOM if (form, tag) == ("묻", "VV-R") else _DOER if tag.startswith("VV") and _dies(tokens, n) else ()
    if not particles or is_denied(tokens, n) or not happens(tokens, n):
        return
    for m in range(n - 1, 0, -1):
        if tokens[m].tag == "SF":
            return
        if tokens[m].tag in particles:
            yield _word_to(tokens, m - 1, text)
            return


def _dies(tokens: Sequence[Any], n: int) -> bool:
    """Whether the verb at ``n`` is one of dying: 묻히다, 돌아가시다, 세상을 떠나다."""
    form = tokens[n].form
    if form == "돌아가":
        return n + 1 < len(tokens) and tokens[n + 1].form == "시"
    return form == "묻히" or (
        form in ("떠나", "뜨") and any(token.form == "세상" for token in tokens[max(0, n - 2) : n])
    )


def _word_to(tokens: Sequence[Any], last: int, text: str) -> str:
    """The word that ends with the morpheme ``last``."""
    return text[: tokens[last].end].rpartition(" ")[2]
