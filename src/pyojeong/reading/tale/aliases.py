"""Two names of one somebody where the tale says so: 그 꼬마 이름이 달래였어, 첫 손님은 먹구름이에요."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pyojeong.reading.tale.beings import is_being, is_many
from pyojeong.reading.tale.naming import PRONOUNS

_IS = r"(?:이었|였|이에|예|이야|야|이라|라|입니|이죠|죠|이다|다\b|이지|지\b|인데)"
_NAMED = re.compile(rf"(?P<who>[가-힣]+)(?:의)? 이름[은이] (?P<name>[가-힣]+?){_IS}")
_CALLED = re.compile(
    r"(?P<who>[가-힣]+)[을를] (?:다 |모두 )?[‘'“\"]?(?P<name>[가-힣]+?)[’'”\"]?(?:이)?라고 (?:불|부르)"
)
_IS_ONE = re.compile(
    rf"(?P<who>[가-힣]+)[은는] (?:[가-힣]+ ){{0,4}}?(?P<name>[가-힣]+(?: [가-힣]+)?){_IS}[가-힣]{{0,2}}[.!]"
)
#: What somebody is called only for a while, so that what he is said to be is who he is.
_PARTS = frozenset({"손님", "주인", "범인", "도둑", "주인공", "선수", "심판", "대장", "반장", "왕", "임금"})


def aliased(sentences: Iterable[str], names: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    """``names`` with those that are told to be one under the commoner name of the two.

    >>> told = ["꼬마가 웃었어.", "그 꼬마 이름이 달래였어."]
    >>> aliased(told, {"꼬마": "꼬마", "달래": "달래"}, {"꼬마": 2, "달래": 1})
    {'꼬마': '꼬마', '달래': '꼬마'}
    >>> aliased(["주인은 염소 아저씨예요."], {"주인": "주인", "아저씨": "염소"}, {"주인": 1, "염소": 3})
    {'주인': '염소', '아저씨': '염소'}
    """
    joined = dict(names)
    known = Counter(counts)
    for sentence in sentences:
        for one, other in _pairs(sentence):
            a, b = joined.get(one), joined.get(other)
            if a is None or b is None or a == b or is_many(a) or is_many(b) or {a, b} & PRONOUNS:
                continue
            kept, lost = (a, b) if known[a] > known[b] else (b, a)
            joined = {name: kept if to == lost else to for name, to in joined.items()}
            known[kept] += known.pop(lost, 0)
    return joined


def _pairs(sentence: str) -> Iterator[tuple[str, str]]:
    for pattern in (_NAMED, _CALLED):
        for found in pattern.finditer(sentence):
            yield found["who"], found["name"]
    for found in _IS_ONE.finditer(sentence):
        if found["who"] in _PARTS and is_being(found["who"]):
            yield found["who"], found["name"]
            yield found["who"], found["name"].split()[-1]
