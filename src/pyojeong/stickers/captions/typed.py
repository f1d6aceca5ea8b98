"""What a person typed as a caption, and which lines of a bank say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyojeong.reading.text.gate import Gate
from pyojeong.reading.text.words import word_stems
from pyojeong.stickers.captions.caption import syllables

LONGEST_TYPED = 14
"""Syllables of a typed sentence that stand on a sticker as they are: two lines of seven. Chosen by looking."""
_KOREAN = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
_CLAUSE = re.compile(r"(?<=[.!?~…])\s+|[\n,]\s*")
_ASKS = re.compile(r"\?|[가-힣](?:니|냐|나요|까|까요|래\?)\s*[ㅠㅜㅋㅎ~!. ]*$")
_WHO = re.compile("(?<![가-힣])(?!(?:많|같|높|깊|길|굳|끝없|말없)이 )([가-힣]{1,6}?)(?:이가|이|가|께서)(?= )")
"""Who or what a sentence is about; adverbs end in 이 too, and 는 ends verbs."""
_SELF = frozenset({"나", "내", "저", "제", "우리", "오늘", "지금", "이제", "내일", "어제"})
_OF_ONESELF = re.compile("(?<![가-힣])(?:나|내|나는|난|저|저는|제)(?![가-힣])")


def as_caption(sentence: str) -> str | None:
    """The sentence when it is short, clean and Korean; of a longer one its first part that is, or None.

    >>> as_caption("라면 먹고 갈래?"), as_caption("오늘 회식이 있다고 하는데 정말로 가기가 싫어. 어떡해!")
    ('라면 먹고 갈래?', '어떡해!')
    """
    gate = Gate.shipped()
    line = " ".join(sentence.split())
    for part in (line, *(part.strip() for part in _CLAUSE.split(sentence))):
        fits = part.isprintable() and 0 < syllables(part) <= LONGEST_TYPED and _KOREAN.search(part)
        if fits and gate.check(sentence if part == line else part).polite:
            return part
    return None


def says_the_same(line: str, sentence: str) -> bool:
    """Whether a line may stand for a sentence: it asks where that asks, is about whom it is about, shares a word.

    >>> says_the_same("밥 먹었어?", "너 오늘 점심밥 먹었어?"), says_the_same("나 아파…", "고양이가 많이 아파")
    (True, False)
    """
    if bool(_ASKS.search(line)) != bool(_ASKS.search(sentence)):
        return False
    others = {who for who in _WHO.findall(sentence) if who not in _SELF}
    if others and (_OF_ONESELF.search(line) or not all(who in line for who in others)):
        return False
    shared = _stems(line) & _stems(sentence)
    return len(shared) > 1 or any(len(stem) > 1 for stem in shared)


def standing_for(sentence: str, lines: Iterable[str]) -> str | None:
    """What a sticker says for ``sentence``: itself where it can, else the first line that says the same, or None."""
    return as_caption(sentence) or next((line for line in lines if says_the_same(line, sentence)), None)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem.form for stem in word_stems(text))
