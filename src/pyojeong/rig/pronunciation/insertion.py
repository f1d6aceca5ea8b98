"""Articles 16, 26, 28, 29 and 30 where a rule can tell: sounds that are added to a spelling before it is joined.

What no rule can tell (28: 눈동자, 29: 꽃잎) is in the lexicon. Each rule here takes the syllables of a line and gives
them back.
"""

from __future__ import annotations

from collections.abc import Callable

from pyojeong.rig.pronunciation.hangul import IOTATED, TENSE, split
from pyojeong.rig.pronunciation.syllable import Boundary, Syllable, Syllables

#: 16: what the names of letters end in before a vowel (디귿이[디그시], 키읔이[키으기]).
_LETTER_CODAS = {"디귿": "ㅅ", "지읒": "ㅅ", "치읓": "ㅅ", "키읔": "ㄱ", "티읕": "ㅅ", "피읖": "ㅂ", "히읗": "ㅅ"}
#: 29: nouns in ㅣ, ㅑ, ㅕ, ㅛ, ㅠ that take ㄴ as the second half of a compound which the analyser splits.
_SECOND_HALVES = ("역", "잎", "이불", "연필", "엿", "양말", "열차", "용", "여름", "약", "일", "이야기", "여우", "요일")
#: 26: Sino-Korean syllables in ㄹ, and those in ㄷ, ㅅ, ㅈ that follow them; a noun made of both is tense between them.
_SINO_FIRST = frozenset(
    "갈걸결골괄굴궐귤날녈눌달돌둘랄렬률말멸몰물밀발벌별볼불살설솔술슬실"
    "알얼열올왈울월율을일절졸즐질찰철촬출칠탈팔필할헐혈홀활훨힐"
)
_SINO_SECOND = frozenset(
    "단담답당대덕도독돈동두둔득등산살삼상색생서석선설섬성세소속손송쇄쇠수숙순술숭습승시식신실심쌍사"
    "자작잠장재쟁저적전절점접정제조족존졸종좌죄주죽준중즉증지직진질집징"
)
#: 20, 다만: Sino-Korean endings that keep their ㄴ and take ㄴ after a word of two syllables (생산량[생산냥]).
_KEEPS_NASAL = frozenset("력량란론료로례록령")
#: 30: final ㅅ that belongs to its noun; every other before a plain consonant inside a noun is a 사이시옷.
_OWN_SIOT = frozenset("옷붓못첫풋덧헛옛맛멋벗웃짓엇팟릇섯욋긋씻앗곳것갓낫롯벳켓넷셋훗굿삣텃킷")
_TEN_TENSES = frozenset("다두둘세셋시개살번달장대명자점배그권곳가군분벌")


def letter_names(syllables: Syllables) -> Syllables:
    """16: 디귿이[디그시], 피읖을[피으블]."""
    named = list(syllables)
    for i in range(1, len(named)):
        coda = _LETTER_CODAS.get(named[i - 1].written + named[i].written)
        if coda and i + 1 < len(named) and named[i + 1].onset == "ㅇ" and not named[i + 1].begins_word:
            named[i] = named[i].sounding(coda=coda)
    return tuple(named)


def sino_liquid_tensed(syllables: Syllables) -> Syllables:
    """26: ㄷ, ㅅ, ㅈ after ㄹ inside a Sino-Korean noun are tense (갈등[갈뜽], 칠십[칠씹])."""
    return _second_of_pairs(syllables, _sino_pair, _tense)


def _sino_pair(left: Syllable, right: Syllable) -> bool:
    if left.coda != "ㄹ" or right.onset not in "ㄷㅅㅈ":
        return False
    if left.tag in ("SN", "NR"):
        return left.written in "일칠팔" and right.written in "십점조도대단등세시성승석주장절종중자동" and _unit(right)
    noun = left.tag in ("NNG", "XR", "MAG", "NNP") and right.before is Boundary.INSIDE
    return noun and left.written in _SINO_FIRST and right.written in _SINO_SECOND


def _unit(right: Syllable) -> bool:
    if right.tag == "MM":  # so Kiwi takes the 동 of 101동 1203호
        return right.before in (Boundary.INSIDE, Boundary.CONTENT)
    return right.tag in ("SN", "NR", "NNB", "NNG", "XSN") and right.before is not Boundary.PAUSE


def counting_tensed(syllables: Syllables) -> Syllables:
    """28: counters are tense after 열 and 여덟 (열 개[열깨], 열다섯[열따섣])."""
    return _second_of_pairs(syllables, _after_ten, _tense)


def _after_ten(left: Syllable, right: Syllable) -> bool:
    number = left.tag in ("NR", "MM", "MMN", "SN") and right.onset in TENSE and right.before is not Boundary.PAUSE
    if not number or left.written not in "열덟":
        return False
    return right.written in _TEN_TENSES and (right.tag in ("NNB", "NR", "MM", "MMN", "SN", "NNG"))


def _six_added(left: Syllable, right: Syllable) -> bool:
    return right.written == "육" and left.written in "십백천만억" and left.tag in ("SN", "NR") and not right.begins_word


def nieun_added(syllables: Syllables) -> Syllables:
    """29 where it is regular: 할 일[할릴], 못 잊어[몬니저], 서울역[서울력], 책요[챙뇨], 십육[심뉵]."""
    return _second_of_pairs(syllables, _takes_nieun, lambda right: right.sounding(onset="ㄴ"), rest=True)


def _takes_nieun(left: Syllable, right: Syllable, rest: str) -> bool:
    if not left.coda or right.onset != "ㅇ" or right.vowel not in IOTATED or right.before is Boundary.PAUSE:
        return False
    if _six_added(left, right):
        return True
    if right.before is Boundary.SPACE:
        return _across_a_space(left, right, rest)
    if right.before is Boundary.FORM:
        return rest == "요" and right.tag == "JX"
    return right.before is Boundary.CONTENT and right.tag.startswith("NN") and _second_half(left, rest)


def _second_half(left: Syllable, rest: str) -> bool:
    return left.tag.startswith(("NN", "XPN", "XR", "MM")) and rest.startswith(_SECOND_HALVES)


def _across_a_space(left: Syllable, right: Syllable, rest: str) -> bool:
    if left.written == "못" and left.tag == "MAG":
        return True
    if rest.startswith(("일", "엿")) and right.tag in ("NNG", "NNB"):
        return left.adnominal or left.tag in ("MM", "MMD", "MMA", "ETM") or (left.tag[:1] in "V" and left.coda == "ㄴ")
    return rest.startswith("입") and right.tag.startswith("VV") and left.tag.startswith(("NN", "MAG"))


def nasal_kept(syllables: Syllables) -> Syllables:
    """20, 다만: ㄹ is ㄴ after a word of two syllables or more in ㄴ (생산량[생산냥], 판단력[판단녁])."""
    kept = list(syllables)
    length = 0
    for i, right in enumerate(kept):
        length = 0 if right.begins_word else length + 1
        noun = right.tag.startswith(("NNG", "XSN")) and right.before is not Boundary.SPACE
        if noun and not right.settled and length >= 2 and right.written in _KEEPS_NASAL and kept[i - 1].coda == "ㄴ":
            kept[i] = right.sounding(onset="ㄴ")
    return tuple(kept)


def linking_siot_dropped(syllables: Syllables) -> Syllables:
    """30.1: before ㄱ, ㄷ, ㅂ, ㅅ, ㅈ a 사이시옷 only makes tense (냇가[내까]); a ㅅ of the noun's own stays (옷감)."""
    changed = list(syllables)
    for i in range(1, len(changed)):
        left, right = changed[i - 1], changed[i]
        plain = split(right.written)[0]
        inside = right.before in (Boundary.INSIDE, Boundary.CONTENT) and left.tag.startswith("NN")
        if inside and left.coda == "ㅅ" and plain in TENSE and not _own_siot(left, right):
            changed[i - 1] = left.sounding(coda="")
            changed[i] = right.sounding(onset=TENSE[plain])
    return tuple(changed)


def _own_siot(left: Syllable, right: Syllable) -> bool:
    """Whether the ㅅ belongs to the first noun; 빗 is a comb in 빗질 and rain in 빗길."""
    return left.written in _OWN_SIOT or (left.written == "빗" and right.written in "질살금장돌")


def _rest_of_word(syllables: list[Syllable], start: int) -> str:
    """What is written from ``start`` to the end of its word, at most three syllables."""
    written = syllables[start].written
    for syllable in syllables[start + 1 : start + 3]:
        if syllable.begins_word:
            break
        written += syllable.written
    return written


def _settled_pair(left: Syllable, right: Syllable) -> bool:
    """Whether the lexicon has spoken on what lies between the two."""
    return left.settled and right.settled and right.before in (Boundary.INSIDE, Boundary.CONTENT)


def _tense(right: Syllable) -> Syllable:
    return right.sounding(onset=TENSE[right.onset])


def _second_of_pairs(
    syllables: Syllables,
    applies: Callable[..., bool],
    change: Callable[[Syllable], Syllable],
    *,
    rest: bool = False,
) -> Syllables:
    changed = list(syllables)
    for i in range(1, len(changed)):
        following = (_rest_of_word(changed, i),) if rest else ()
        if not _settled_pair(changed[i - 1], changed[i]) and applies(changed[i - 1], changed[i], *following):
            changed[i] = change(changed[i])
    return tuple(changed)


INSERTION_RULES = (
    letter_names,
    sino_liquid_tensed,
    counting_tensed,
    nieun_added,
    nasal_kept,
    linking_siot_dropped,
)
