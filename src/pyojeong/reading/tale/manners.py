"""How a line is said: to whom it is called out, and in which of the levels of speech."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

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
            r"(?:냐|느냐|너라|거라|아라|어라|여라|려무나|구나|로다|도다|는고|을꼬|는가|단다|란다|마|노라|렷다|다오)$"
        ),
    ),
)


def level_of(said: str) -> Level | None:
    """The level of the last sentence that shows one; None where none does.

    >>> level_of('"이 금도끼가 네 도끼냐?"'), level_of('"아닙니다. 제 것이 아닙니다."'), level_of('"쿵!"')
    (<Level.OLD: '하게'>, <Level.HIGH: '하십시오'>, None)
    """
    for sentence in reversed(re.split(r"[.!?…~]+", said.strip().strip(_MARKS + "“‘「『«"))):
        words = sentence.strip(" ,\"'”’」』").split()
        if not words:
            continue
        for level, ending in _LEVELS:
            if ending.search(words[-1]):
                return level
        if len(words) > 1 and words[-1][-1] in "아어야여해지니네자까래게군걸데면고든":
            return Level.PLAIN
    return None


def called(said: str, names: Iterable[str]) -> set[str]:
    """Which of ``names`` the line calls: its speaker is none of these.

    >>> called('"오빠, 나는 밤이 무서워."', ["오빠", "누이동생"])
    {'오빠'}
    >>> called('"하하하, 이 어리석은 자라야! 간을 빼놓고 다니니?"', ["자라", "토끼"])
    {'자라'}
    """
    found = set()
    for name in names:
        stem = re.escape(name.removesuffix("님"))
        if re.search(rf"(?:^|[\s\"“「『])(?:{stem})(?:님|아|야|이여|여|들아)?\s*[,!~.?]", said):
            found.add(name)
    return found
