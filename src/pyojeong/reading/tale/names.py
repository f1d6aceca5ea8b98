"""One name for one somebody: 용왕님 and 용왕, 누이동생 and 동생, 이웃집 욕심쟁이 and 욕심쟁이."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_SAME = {
    "엄마": "어머니",
    "어머님": "어머니",
    "아빠": "아버지",
    "아버님": "아버지",
    "할미": "할머니",
    "할멈": "할머니",
    "할아범": "할아버지",
    "오라버니": "오빠",
    "오라비": "오빠",
    "누이": "누이동생",
    "임금": "왕",
    "나랏님": "왕",
    "호랑": "호랑이",
}
_TITLES = ("님", "아저씨", "아주머니", "씨")
_MANY = ("들", "네")


def bare(name: str) -> str:
    """The name without its title.

    >>> bare("용왕님"), bare("토끼 아저씨"), bare("스님"), bare("엄마")
    ('용왕', '토끼', '스님', '어머니')
    """
    name = " ".join(name.split())
    for title in _TITLES:
        if name.endswith(title) and len(name.removesuffix(title).strip()) >= 2:
            name = name.removesuffix(title).strip()
    return _SAME.get(name, name)


def one_name_each(names: Iterable[str]) -> dict[str, str]:
    """Every name as it was written → the name it is known by: the commonest way it is written.

    Two are one when, without titles, one is the end of the other: by a word ("이웃집 욕심쟁이", "욕심쟁이"), or
    inside a word with two syllables or more left over ("누이동생", "동생"). When several end so ("첫째 아들",
    "둘째 아들"), the short one stays itself.

    >>> known = one_name_each(["용왕님", "용왕님", "용왕", "누이동생", "동생", "토끼"])
    >>> known["용왕"], known["동생"], known["토끼"]
    ('용왕님', '누이동생', '토끼')
    """
    counts = Counter(names)
    groups: dict[str, list[str]] = {}
    for name in counts:
        groups.setdefault(bare(name), []).append(name)
    longer = {short: [g for g in groups if g != short and _ends(g, short)] for short in groups}
    joined: dict[str, str] = {short: long[0] if len(long) == 1 else short for short, long in longer.items()}
    known: dict[str, str] = {}
    for root in set(joined.values()):
        members = [name for group, to in joined.items() if to == root for name in groups[group]]
        best = max(members, key=lambda name: (counts[name], len(name), name))
        own = [name for name in members if bare(name) == root]
        shown = (
            best
            if not own or counts[best] > 3 * counts[max(own, key=lambda n: counts[n])]
            else max(own, key=lambda name: (counts[name], len(name), name))
        )
        known.update(dict.fromkeys(members, shown))
    return known


def is_many(name: str) -> bool:
    """Whether the name is of several: 신하들."""
    return name.endswith(_MANY) and len(name) > 2


def _ends(long: str, short: str) -> bool:
    if long.endswith(" " + short):
        return True
    return long.endswith(short) and len(short) >= 2 and len(long) - len(short) >= 2 and " " not in long
