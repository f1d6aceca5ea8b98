"""Articles 12 to 17: final consonants that move over to the next syllable, ㅎ, and palatalisation.

Every rule takes two neighbouring syllables and gives them back, changed where its article speaks of them.
"""

from __future__ import annotations

from pyojeong.rig.pronunciation.hangul import ASPIRATED, NEUTRAL, PARTS, TENSE, split
from pyojeong.rig.pronunciation.syllable import Pair, Syllable

_AFTER_H = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}
_PALATAL = {"ㄷ": ("", "ㅈ"), "ㅌ": ("", "ㅊ"), "ㄾ": ("ㄹ", "ㅊ")}
_PALATAL_BY_H = {"ㄷ": "", "ㄵ": "ㄴ"}


def palatalised(left: Syllable, right: Syllable) -> Pair:
    """17: ㄷ, ㅌ, ㄾ before a particle or suffix in ㅣ are ㅈ, ㅊ; ㄷ before the suffix 히 is ㅊ.

    >>> from pyojeong.rig.pronunciation.syllable import Boundary
    >>> [s.sound for s in palatalised(Syllable.of("밭"), Syllable.of("이", before=Boundary.FORM))]
    ['바', '치']
    """
    spelled = split(left.written)[2] == left.coda  # 첫인상 has its ㄷ from the lexicon and keeps it
    if not spelled or not right.joined_to_form or right.vowel not in "ㅣㅕ":
        return left, right
    vowel = "ㅓ" if right.vowel == "ㅕ" else "ㅣ"
    if right.onset == "ㅇ" and left.coda in _PALATAL:
        coda, onset = _PALATAL[left.coda]
        return left.sounding(coda=coda), right.sounding(onset=onset, vowel=vowel)
    if right.onset == "ㅎ" and left.coda in _PALATAL_BY_H and left.tag.startswith("V"):
        return left.sounding(coda=_PALATAL_BY_H[left.coda]), right.sounding(onset="ㅊ", vowel=vowel)
    return left, right


def h_strengthens(left: Syllable, right: Syllable) -> Pair:
    """12.1 and 12.2: ㅎ, ㄶ, ㅀ make ㄱ, ㄷ, ㅈ into ㅋ, ㅌ, ㅊ and ㅅ into ㅆ.

    >>> [s.sound for s in h_strengthens(Syllable.of("좋"), Syllable.of("던"))]
    ['조', '턴']
    """
    if left.coda not in _AFTER_H:
        return left, right
    onset = "ㅆ" if right.onset == "ㅅ" else ASPIRATED.get(right.onset)
    if onset is None:
        return left, right
    return left.sounding(coda=_AFTER_H[left.coda]), right.sounding(onset=onset)


def h_lost(left: Syllable, right: Syllable) -> Pair:
    """12.3 and 12.4: before ㄴ a final ㅎ is ㄴ (놓는), before a vowel it is not said (낳은); ㄶ, ㅀ lose theirs.

    >>> [s.sound for s in h_lost(Syllable.of("놓"), Syllable.of("는"))]
    ['논', '는']
    """
    if left.coda not in _AFTER_H:
        return left, right
    kept = _AFTER_H[left.coda]
    if right.onset == "ㄴ":
        return left.sounding(coda=kept or "ㄴ"), right
    if right.onset == "ㅇ":
        return left.sounding(coda=kept), right
    return left, right


def aspirated(left: Syllable, right: Syllable) -> Pair:
    """12.1, 붙임: ㄱ, ㄷ, ㅂ, ㅈ and what sounds like them melt with a following ㅎ.

    Inside a verb the second of two consonants melts (밝히다), elsewhere the one that is heard (닭 한 마리).

    >>> [s.sound for s in aspirated(Syllable.of("각"), Syllable.of("하"))]
    ['가', '카']
    """
    if right.onset != "ㅎ":
        return left, right
    kept, melted = "", NEUTRAL[left.coda]
    if left.tag.startswith("V") and right.joined_to_form:
        kept, melted = PARTS.get(left.coda, ("", left.coda if left.coda == "ㅈ" else melted))
    if melted not in ASPIRATED:
        return left, right
    return left.sounding(coda=kept), right.sounding(onset=ASPIRATED[melted])


def linked_as_heard(left: Syllable, right: Syllable) -> Pair:
    """15: before a word of its own meaning the final consonant moves over as it is heard (밭 아래, 겉옷).

    >>> from pyojeong.rig.pronunciation.syllable import Boundary
    >>> [s.sound for s in linked_as_heard(Syllable.of("겉"), Syllable.of("옷", before=Boundary.CONTENT))]
    ['거', '돗']
    """
    heard = NEUTRAL[left.coda]
    if right.onset != "ㅇ" or right.joined_to_form or heard in ("", "ㅇ"):
        return left, right
    return left.sounding(coda=""), right.sounding(onset=heard)


def linked(left: Syllable, right: Syllable) -> Pair:
    """13 and 14: before a vowel the final consonant moves over, of two the second; ㅅ of two is ㅆ.

    >>> [s.sound for s in linked(Syllable.of("값"), Syllable.of("을"))]
    ['갑', '쓸']
    """
    if right.onset != "ㅇ" or left.coda in ("", "ㅇ", *_AFTER_H):
        return left, right
    kept, moved = PARTS.get(left.coda, ("", left.coda))
    onset = TENSE["ㅅ"] if kept and moved == "ㅅ" else moved
    return left.sounding(coda=kept), right.sounding(onset=onset)


LINKING_RULES = (palatalised, h_strengthens, h_lost, aspirated, linked_as_heard, linked)
