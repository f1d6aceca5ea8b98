"""Article 5: diphthongs that are said as simple vowels."""

from __future__ import annotations

from pyojeong.rig.pronunciation.hangul import split
from pyojeong.rig.pronunciation.syllable import Boundary, Syllable

_PLAIN_AFTER_PALATAL = dict(zip("ㅑㅕㅛㅠㅒㅖ", "ㅏㅓㅗㅜㅐㅔ", strict=True))


def palatal_glide_lost(syllable: Syllable) -> Syllable:
    """5, 다만 1: 져, 쪄, 쳐 are 저, 쩌, 처; so are the like of them in loanwords.

    >>> palatal_glide_lost(Syllable.of("져")).sound
    '저'
    """
    if syllable.onset not in "ㅈㅉㅊ" or syllable.vowel not in _PLAIN_AFTER_PALATAL:
        return syllable
    return syllable.sounding(vowel=_PLAIN_AFTER_PALATAL[syllable.vowel])


def ye_simplified(syllable: Syllable) -> Syllable:
    """5, 다만 2: ㅖ may be ㅔ except in 예 and 례; it is, in speech.

    >>> ye_simplified(Syllable.of("계")).sound, ye_simplified(Syllable.of("례")).sound
    ('게', '례')
    """
    if syllable.vowel != "ㅖ" or split(syllable.written)[0] in "ㅇㄹ":
        return syllable
    return syllable.sounding(vowel="ㅔ")


def ui_simplified(syllable: Syllable) -> Syllable:
    """5, 다만 3 and 4: ㅢ after a consonant is ㅣ; not at the beginning of a word ㅣ; the particle 의 is 에.

    >>> particle = Syllable.of("의", before=Boundary.FORM, genitive=True)
    >>> [ui_simplified(s).sound for s in (Syllable.of("희"), Syllable.of("의", before=Boundary.SPACE), particle)]
    ['히', '의', '에']
    """
    if syllable.vowel != "ㅢ":
        return syllable
    if syllable.genitive:
        return syllable.sounding(vowel="ㅔ")
    first = syllable.begins_word or syllable.before is Boundary.CONTENT
    return syllable if syllable.onset == "ㅇ" and first else syllable.sounding(vowel="ㅣ")


VOWEL_RULES = (palatal_glide_lost, ye_simplified, ui_simplified)
