"""How a line is said: to whom it is called out, and in which of the levels of speech."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from pyojeong.reading.tale.names import bare, given_name

_MARKS = "\"”'’」』»"


class Level(str, Enum):
    """Levels of Korean speech that tell speakers apart."""

    HIGH = "하십시오"
    POLITE = "해요"
    PLAIN = "해"
    OLD = "하게"


_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (Level.HIGH, re.compile(r"(?:니다|니까|옵소서|소서|나이다|오이다|십시오|사옵니다|이옵니다)$")),
    (Level.POLITE, re.compile(r"(?:요|죠)$")),
    (
        Level.OLD,
        re.compile(
            r"(?:냐|느냐|너라|거라|아라|어라|여라|려무나|구나|꾸나|렴|려무나|게나|구려|구먼|로다|도다|는고|을꼬|는가|단다|란다|마|노라|렷다|다오|[겠었았]소|시오|[가-힣]오|으오)$"
        ),
    ),
)


_ANSWERS = {"네": Level.POLITE, "예": Level.HIGH, **dict.fromkeys(("응", "어", "뭐", "왜"), Level.PLAIN)}
POLITE = frozenset({Level.HIGH, Level.POLITE})


def level_of(said: str) -> Level | None:
    """The level of the last sentence that shows one; None where none does.

    >>> level_of('"이 금도끼가 네 도끼냐?"'), level_of('"아닙니다. 제 것이 아닙니다."'), level_of('"쿵!"')
    (<Level.OLD: '하게'>, <Level.HIGH: '하십시오'>, None)
    """
    for sentence in reversed(re.split(r"[.!?…~,]+", said.strip().strip(_MARKS + "“‘「『«"))):
        words = sentence.strip(" ,\"'”’」』").split()
        if not words:
            continue
        for level, ending in _LEVELS:
            if ending.search(words[-1]):
                return level
        if words[-1] in _ANSWERS:
            return _ANSWERS[words[-1]]
        if len(words) > 1 and words[-1][-1] in "아어야여해지니네자까래게군걸데면고든":
            return Level.PLAIN
    return None


_CALL = re.compile(
    r"(?:^|(?<=[,.!?…~“\"「『‘\s-]))"
    r"(?P<name>[가-힣]+(?: [가-힣]+)?)\s*(?P<mark>[,!~?.…]|(?=[”\"」』’]?$))"
)
_KIN = ("할아버지", "할머니", "아저씨", "아주머니", "아줌마", "형", "누나", "언니", "오빠", "선생님", "도령", "양반")
_SHORT_CALL = 8
_CALLERS = {
    "오빠": "call-brother",
    "형": "call-elder",
    "형님": "call-elder",
    "누나": "call-elder",
    "언니": "call-elder",
    "아우야": "call-younger",
    "아우님": "call-younger",
    "엄마": "call-parent",
    "아빠": "call-parent",
    "어머니": "call-parent",
    "아버지": "call-parent",
    "할머니": "call-grand",
    "할아버지": "call-grand",
    "아버님": "call-in-law",
    "어머님": "call-in-law",
    "여보": "call-spouse",
    "영감": "call-spouse",
    "전하": "call-king",
    "폐하": "call-king",
    "임금님": "call-king",
    "마마": "call-king",
    "선생님": "call-teacher",
    "얘야": "call-child",
    "애야": "call-child",
    "아가": "call-child",
    "얘들아": "call-child",
    "아가야": "call-child",
}
_CALLED_SO = (
    "할아버지|할머니|아저씨|아주머니|아줌마|형|형님|누나|누님|언니|오빠|엄마|아빠|어머니|아버지|선생님|도령|양반|임금님|전하|폐하|마마|대감"
    "|나리|마님|영감|여보|당신|자네|얘|얘야|애야|아가|동서|주모|어르신|스승님|장군님|아버님|어머님"
)
_CALLABLE = re.compile(rf"^(?:[가-힣]+ )?(?:[가-힣]*(?:{_CALLED_SO})|얘들아|[가-힣]{{1,4}}(?:야|아))(?:들)?$")
#: Endings with which somebody is recognised: 음, 창남인가.
_KNOWING = ("인가", "이로구나", "로구나", "이구나", "구나", "이냐", "냐")
_CALLING = ("들아", "이여", "님아", "아", "야", "여")
_STATES = re.compile(
    r"(?:^|[,.!?…\s])(?:나는|내가|난|저는|제가|전|이건|그건|이것은|그것은|저건|이게|그게|우리는|너는|네가|넌)\s[^,.!?]*$"
)


#: A line that answers is not of who did something just before: 네, 바로 그것입니다.
_ANSWER = re.compile(r"\W*(?:네|예|그럼요|아닙니다|아니요|아니에요|응|그래요)(?![가-힣])")


def is_answer(said: str) -> bool:
    """Whether the line begins as an answer does.

    >>> is_answer('"네, 바로 그것입니다."'), is_answer('"네가 왔구나."')
    (True, False)
    """
    return bool(_ANSWER.match(said))


#: Laughing and weeping, by syllables alone.
_OUTCRY = re.compile(r"[아우으오와이]{0,3}(?:[하허호히헤후흐크킥깔낄껄엉앙잉흑]{2,}|[앙엉흑])")
_NOT_SAID = re.compile(r"[^가-힣]")


def is_outcry(said: str) -> bool:
    """Whether the line is laughing or weeping and nothing more.

    >>> is_outcry('"아 하하하하……."'), is_outcry('"엉엉!"'), is_outcry('"하하, 그것 참."')
    (True, True, False)
    """
    return bool(_OUTCRY.fullmatch(_NOT_SAID.sub("", said)))


def calls_out(said: str) -> bool:
    """Whether the line begins or ends by calling somebody, by whatever name.

    >>> calls_out('"오빠, 손에 든 게 뭐야?"'), calls_out('"그럼요, 형님들."'), calls_out('"그럼, 가자."')
    (True, True, False)
    """
    inside = said.strip(_MARKS + "“‘「『« .!?…~")
    parts = [part.strip() for part in re.split(r"[,!]", inside)]
    return len(parts) > 1 and any(_CALLABLE.search(part) for part in (parts[0], parts[-1]))


def callers_of(said: str) -> tuple[str, ...]:
    """Names of the word lists of who calls others so: a sister calls 오빠.

    >>> callers_of('"오빠, 손에 든 게 뭐야?"'), callers_of('"그래, 가자."')
    (('call-brother',), ())
    """
    inside = said.strip(_MARKS + "“‘「『« .!?…~")
    ends = {part.strip().split(" ")[-1] for part in re.split(r"[,!.?…]", inside) if len(part.strip()) <= _SHORT_CALL}
    return tuple(kin for call, kin in _CALLERS.items() if call in ends)


def called(said: str, names: Mapping[str, str]) -> set[str]:
    """Whom the line calls by one of the names that ``names`` leads to somebody from: its speaker is none of these.

    >>> called('"오빠, 나는 밤이 무서워."', {"오빠": "오빠", "누이동생": "누이동생"})
    {'오빠'}
    >>> called('"하하하, 이 어리석은 자라야! 간을 빼놓고 다니니?"', {"자라": "자라", "토끼": "토끼"})
    {'자라'}
    >>> called('"나는 토끼야."', {"토끼": "토끼"}), called('"떡 하나, 토끼 하나."', {"토끼": "토끼"})
    (set(), set())
    """
    inside = said.strip(_MARKS + "“‘「『« ")
    found = set()
    for call in _CALL.finditer(inside):
        words = call["name"].split()
        first = not inside[: call.start()].rstrip() or inside[: call.start()].rstrip()[-1] in ",.!?…~"
        for start in range(len(words)):
            alone = first and start == 0
            who = _called_by(" ".join(words[start:]), names, alone=alone)
            if who and not _STATES.search(inside[: call.end("name")]):
                found.add(who)
                break
    return found


_INTRODUCES = re.compile(
    r"(?:나는|난|저는|전|나야,?|저예요,?|내 이름은|제 이름은) (?P<name>[가-힣]+(?: [가-힣]+)?)[”\"’」』]?(?:$|[.,!~])"
)
_BEING = (
    "이라고 합니다",
    "라고 합니다",
    "이라고 해",
    "라고 해",
    "입니다",
    "이에요",
    "예요",
    "이야",
    "야",
    "이란다",
    "란다",
    "이다",
    "다",
)


def introduced(said: str, names: Mapping[str, str]) -> str | None:
    """Who somebody says he is; None where he does not.

    >>> introduced('"나야, 왼쪽 양말."', {"왼쪽 양말": "양말"}), introduced('"나는 토끼야."', {"토끼": "토끼"})
    ('양말', '토끼')
    """
    found = _INTRODUCES.search(said.strip(_MARKS + "“‘「『« "))
    if found is None:
        return None
    ways = (found["name"], *(found["name"].removesuffix(end) for end in _BEING))
    return next((names[way] for way in ways if way in names), None)


def _called_by(words: str, names: Mapping[str, str], *, alone: bool) -> str | None:
    """Who is called so; a bare name, or one that is recognised, only where it stands alone between marks."""
    for calling in _CALLING:
        stem = words.removesuffix(calling)
        if stem != words and (who := names.get(stem) or names.get(stem + "님") or names.get(bare(stem))):
            return who
    if alone and given_name(words) in names:
        return names[given_name(words)]  # 한창남!
    known = next((words.removesuffix(end) for end in _KNOWING if alone and words.endswith(end)), "")
    if known in names:
        return names[known]  # 창남인가.
    first, _, title = words.partition(" ")
    if alone and title in _KIN and first in names:
        return names[first]  # 거북 할아버지!
    if not alone:
        return None
    return names.get(words) or names.get(words.removesuffix("님")) or names.get(bare(words))
