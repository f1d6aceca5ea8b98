"""Articles 8 to 11, 18 to 20 and 23 to 27: which final consonants are heard, and what neighbours make of each other."""

from __future__ import annotations

from pyojeong.rig.pronunciation.hangul import NASAL, NEUTRAL, TENSE, split
from pyojeong.rig.pronunciation.syllable import Boundary, Pair, Syllable


def tensed(left: Syllable, right: Syllable) -> Pair:
    """23, 24, 25 and 27: ㄱ, ㄷ, ㅂ, ㅅ, ㅈ are tense after a stop, after certain stems and after -(으)ㄹ.

    >>> [s.sound for s in tensed(Syllable.of("국"), Syllable.of("밥"))]
    ['국', '빱']
    """
    moved_over = split(right.written)[0] == "ㅇ"  # 앉아: the ㅈ is the stem's own
    if moved_over or right.onset not in TENSE or not (_after_stop(left) or _after_stem(left, right) or left.adnominal):
        return left, right
    return left, right.sounding(onset=TENSE[right.onset])


def _after_stop(left: Syllable) -> bool:
    return heard_alone(left).coda in NASAL


def _after_stem(left: Syllable, right: Syllable) -> bool:
    """24 and 25: stems in ㄴ(ㄵ), ㅁ(ㄻ), ㄼ, ㄾ before an ending; the 기 of 감기다 belongs to its stem."""
    if not left.stem or right.before is not Boundary.FORM:
        return False
    return left.coda != "" and left.coda in "ㄴㄵㅁㄻㄼㄾ"


def liquid_kept(left: Syllable, right: Syllable) -> Pair:
    """11, 다만: ㄺ of a stem is ㄹ before ㄱ (맑게); after article 23, so the ㄱ is already tense.

    >>> stem = Syllable.of("맑", tag="VA", stem=True)
    >>> [s.sound for s in liquid_kept(stem, Syllable.of("게").sounding(onset="ㄲ"))]
    ['말', '께']
    """
    if left.coda == "ㄺ" and left.stem and right.onset in "ㄱㄲ":
        return left.sounding(coda="ㄹ"), right
    return left, right


def heard_alone(syllable: Syllable) -> Syllable:
    """8 to 11: the one of seven consonants that is heard at the end; 밟- alone of the ㄼ keeps its ㅂ.

    >>> heard_alone(Syllable.of("닭")).sound, heard_alone(Syllable.of("넓")).sound, heard_alone(Syllable.of("밟")).sound
    ('닥', '널', '밥')
    """
    coda = "ㅂ" if syllable.coda == "ㄼ" and syllable.written == "밟" else NEUTRAL[syllable.coda]
    return syllable if coda == syllable.coda else syllable.sounding(coda=coda)


def final_consonant(left: Syllable, right: Syllable) -> Pair:
    """8 to 11 before a consonant."""
    return heard_alone(left), right


def nasalised(left: Syllable, right: Syllable) -> Pair:
    """18: ㄱ, ㄷ, ㅂ before ㄴ, ㅁ are ㅇ, ㄴ, ㅁ.

    >>> [s.sound for s in nasalised(Syllable.of("국"), Syllable.of("물"))]
    ['궁', '물']
    """
    if left.coda in NASAL and right.onset in "ㄴㅁ":
        return left.sounding(coda=NASAL[left.coda]), right
    return left, right


def liquid_nasalised(left: Syllable, right: Syllable) -> Pair:
    """19: ㄹ after ㅁ, ㅇ is ㄴ (담력); after ㄱ, ㄷ, ㅂ too, which it makes nasal (협력).

    >>> [s.sound for s in liquid_nasalised(Syllable.of("협"), Syllable.of("력"))]
    ['혐', '녁']
    """
    if right.onset != "ㄹ" or left.coda not in (*NASAL, "ㅁ", "ㅇ"):
        return left, right
    return left.sounding(coda=NASAL.get(left.coda, left.coda)), right.sounding(onset="ㄴ")


def lateralised(left: Syllable, right: Syllable) -> Pair:
    """20: ㄴ before or after ㄹ is ㄹ.

    >>> [s.sound for s in lateralised(Syllable.of("칼"), Syllable.of("날"))]
    ['칼', '랄']
    """
    if left.coda == "ㄴ" and right.onset == "ㄹ":
        return left.sounding(coda="ㄹ"), right
    if left.coda == "ㄹ" and right.onset == "ㄴ":
        return left, right.sounding(onset="ㄹ")
    return left, right


ASSIMILATION_RULES = (tensed, liquid_kept, final_consonant, nasalised, liquid_nasalised, lateralised)
