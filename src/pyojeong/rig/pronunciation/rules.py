"""Marked syllables become their sound, by the articles of the standard in the order in which they feed each other."""

from __future__ import annotations

from pyojeong.rig.pronunciation.assimilation import ASSIMILATION_RULES, heard_alone
from pyojeong.rig.pronunciation.insertion import INSERTION_RULES
from pyojeong.rig.pronunciation.joining import Joining, joins
from pyojeong.rig.pronunciation.lexicon import Lexicon, shipped_lexicon
from pyojeong.rig.pronunciation.linking import LINKING_RULES
from pyojeong.rig.pronunciation.syllable import Pair, Syllable, Syllables
from pyojeong.rig.pronunciation.vowels import VOWEL_RULES, palatal_glide_lost

#: Palatalisation and ㅎ before linking, linking before the loss of final consonants, tension before nasals:
#: 굳이 is not 구디, 값이 not 가비, 밟는 밤는.
PAIR_RULES = (*LINKING_RULES, *ASSIMILATION_RULES)


def pronounced(syllables: Syllables, *, joining: Joining = Joining.SOFT, lexicon: Lexicon | None = None) -> Syllables:
    """``syllables`` as they sound; as many as came.

    Args:
        syllables: Of one line, marked.
        joining: How far sounds change across spaces.
        lexicon: Words the rules cannot tell; None takes the shipped ones.

    >>> from pyojeong.rig.pronunciation.syllable import Boundary
    >>> written = (Syllable.of("국", before=Boundary.PAUSE), Syllable.of("물"), Syllable.of("이", before=Boundary.FORM))
    >>> "".join(s.sound for s in pronounced(written))
    '궁무리'
    """
    line = (shipped_lexicon() if lexicon is None else lexicon).respelled(syllables)
    for insert in INSERTION_RULES:
        line = insert(line)
    return _joined([_with_vowels(s) for s in line], joining)


def _with_vowels(syllable: Syllable) -> Syllable:
    for rule in VOWEL_RULES:
        syllable = rule(syllable)
    return syllable


def _joined(line: list[Syllable], joining: Joining) -> Syllables:
    for i in range(len(line)):
        if i + 1 < len(line) and joins(line[i], line[i + 1], joining):
            line[i], line[i + 1] = _changed(line[i], line[i + 1])
        else:
            line[i] = heard_alone(line[i])
    return tuple(palatal_glide_lost(s) for s in line)  # once more: 잊혀 has become 이쳐


def _changed(left: Syllable, right: Syllable) -> Pair:
    for rule in PAIR_RULES:
        left, right = rule(left, right)
    return left, right
