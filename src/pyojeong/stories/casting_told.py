"""What a tale says beside a name: whose grandchild, how old, a girl or a boy, how large."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

#: What may follow a name in its own word.
_AFTER = (
    r"(?:이)?(?:은|는|이|가|을|를|와|과|의|에게|에게서|께서|께|한테|도|만|랑|하고|야|아|님은|님이|님|라는|라고|라|네)?"
    r"(?![가-힣])"
)
_BEFORE = r"(?<![가-힣])"
#: Copulas that end what a name is said to be.
_IS = r"(?:이?였|이었|이에요|예요|입니다|이다|이고|이며|인데|이라|이지만|로 태어났)"
#: Of somebody else, though the name began the sentence.
_OTHER = re.compile(r"(?:것|사람|분|이것|그것|저것|그|이|곳)[은는] ")
_BETWEEN = r"[^.!?,\n“”\"‘’]{0,40}?"


def told_beside(name: str, text: str, words: Iterable[str], *, others: Sequence[str] = ()) -> tuple[str, ...]:
    """Words of ``words`` that ``text`` says of ``name``, oftenest first, then earliest.

    Args:
        name: Of one role.
        text: The tale.
        words: What may be said of somebody.
        others: Every role's name; a word that makes the name of another is that other's.

    >>> told_beside("달래", "할머니와 손녀 달래가 살았습니다.", ["할머니", "손녀"])
    ('손녀',)
    >>> told_beside("순이", "순이는 일곱 살 여자아이였습니다.", ["아이", "여자아이"])
    ('여자아이',)
    >>> told_beside("곰", "작은 곰이 울었다.", ["작은"], others=["곰", "작은 곰"])
    ()
    """
    free = sorted((word for word in words if word and f"{word} {name}" not in others), key=len, reverse=True)
    if not free or not name.strip() or name not in text:
        return ()
    some, called = "|".join(map(re.escape, free)), re.escape(name)
    found: Counter[str] = Counter()
    for pattern in _patterns(some, called):
        for match in re.finditer(pattern, text):
            if not _OTHER.search(match[0], len(name) + 2):
                found[match["word"]] += 1
    return tuple(word for word, _ in found.most_common())


def _patterns(word: str, name: str) -> tuple[str, ...]:
    """손녀 달래가; 달래는 … 소녀였다; 달래라는 … 소녀; 소녀의 이름은 달래."""
    told = rf"(?P<word>{word})"
    return (
        rf"{_BEFORE}{told} {name}{_AFTER}",
        rf"{_BEFORE}{name}이?[은는] (?:{_BETWEEN}(?<![가-힣]))?{told}{_IS}",
        rf"{_BEFORE}{name}(?:이?라는|이?라고 (?:하는|불리는)) (?:[가-힣]+ ){{0,3}}?{told}(?![가-힣]{{3}})",
        rf"{_BEFORE}{told}(?:의|가|는)? 이름은 {name}(?:{_AFTER}|{_IS})",
    )
