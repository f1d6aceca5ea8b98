"""Who may be somebody: animals, kin, trades and spirits are; times, limbs and feelings never are."""

from __future__ import annotations

from pyojeong.reading.tale.words import words

MANY = "들"
_RESPECT = ("님", "씨")
_LIKE = ("쟁이", "장이", "꾼", "뱅이", "지기", "장수", "꾸러기", "퉁이", "박사", "아저씨", "아주머니", "아줌마")


def is_being(name: str) -> bool:
    """Whether the name is of a kind that acts and speaks.

    >>> is_being("늙은 호랑이"), is_being("나무꾼"), is_being("막내며느리들"), is_being("항아리"), is_being("키")
    (True, True, True, False, False)
    """
    last = singular(name.split()[-1]) if name.split() else ""
    bare = last
    for respect in _RESPECT:
        bare = bare.removesuffix(respect) if len(bare) > len(respect) else bare
    beings = words("beings")
    if last in words("never") or last in words("things"):
        return False
    if last in beings or bare in beings:
        return True
    if last.endswith(_LIKE) and len(last) > 2:
        return True
    return any(len(tail) >= 2 and tail in beings for tail in (bare[n:] for n in range(1, len(bare))))


def is_nobody(name: str) -> bool:
    """Whether the name is of what never speaks, not even in a tale.

    >>> is_nobody("목소리"), is_nobody("물가 근처 키"), is_nobody("불"), is_nobody("한 여우")
    (True, True, False, False)
    """
    last = name.split()[-1] if name.split() else ""
    bare = singular(last)
    if not bare or last == MANY:
        return True
    return bare in words("never") or (len(bare) == 1 and not (bare in words("beings") or bare in words("things")))


def is_thing(name: str) -> bool:
    """Whether the name is of a thing, somebody only when it speaks."""
    return singular(name.split()[-1]) in words("things")


def is_many(name: str) -> bool:
    """Whether the name is of several.

    >>> is_many("신하들"), is_many("마을 사람들"), is_many("오누이"), is_many("두 친구"), is_many("들"), is_many("여우")
    (True, True, True, True, False, False)
    """
    first, last = name.split()[:1], name.split()[-1] if name.split() else ""
    several = len(last) > 2 and (last.endswith("네") or singular(last) != last)
    counted = first != [last] and not words("several").isdisjoint(first)
    return several or counted or last in words("many") or singular(last) in words("many")


def singular(name: str) -> str:
    """The name without 들.

    >>> singular("개구리들"), singular("들"), singular("막내아들")
    ('개구리', '들', '막내아들')
    """
    return name if len(name) == 1 or name.endswith("아들") else name.removesuffix(MANY)
