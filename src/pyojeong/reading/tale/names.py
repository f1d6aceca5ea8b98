"""One name for one somebody: 용왕님 and 용왕, 누이동생 and 동생, 이웃집 욕심쟁이 and 욕심쟁이."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from pyojeong.reading.tale.beings import is_being, singular
from pyojeong.reading.tale.nouns import closed
from pyojeong.reading.tale.words import words

_SAME = {
    "엄마": "어머니",
    "어머님": "어머니",
    "어멈": "어머니",
    "아빠": "아버지",
    "아버님": "아버지",
    "아범": "아버지",
    "할미": "할머니",
    "할멈": "할머니",
    "할아범": "할아버지",
    "오라버니": "오빠",
    "오라비": "오빠",
    "누이": "누이동생",
    "임금": "왕",
    "나랏님": "왕",
    "원님": "사또",
    "호랑": "호랑이",
    "거북": "거북이",
    "멍멍이": "강아지",
}
_TITLES = ("님", "분", "아저씨", "아주머니", "아줌마", "씨", "군", "양")
#: Words before a name that make it another's: 엄마 지네 is not 지네, 둘째 아들 is not 아들.
_OTHERS = words("others")
#: Of a whole name, so that 도하 is 최도하.
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추"
    "도석선설마길연위표명기반왕금옥맹탁"
)
_WHOLE_NAME = 3
#: Last words of a name that make it somebody of another's: 여우 부인, 농부 아들.
_RELATED = words("related")
#: First words that are told of many a one and are nobody's name.
_LIKE_OTHERS = words("loose")
_ORDINALS = frozenset({"첫째", "둘째", "셋째", "넷째", "다섯째", "막내", "맏이"})


def bare(name: str) -> str:
    """The name without its title.

    >>> bare("용왕님"), bare("토끼 아저씨"), bare("스님"), bare("엄마"), bare("염소 양")
    ('용왕', '토끼', '스님', '어머니', '염소')
    """
    name = " ".join(name.split())
    for title in _TITLES:
        spaced = title in ("군", "양")  # 개미군 is a name, 염소 양 a title
        if name.endswith(" " * spaced + title) and len(name.removesuffix(title).strip()) >= 2:
            name = name.removesuffix(title).strip()
    return _SAME.get(name, name)


def one_name_each(names: Iterable[str], proper: Collection[str] = ()) -> dict[str, str]:
    """Every name as it was written → the name it is known by: the commonest way it is written.

    Two are one when, without titles, one is the end of the other: by a word ("이웃집 욕심쟁이", "욕심쟁이"), or
    inside a word with two syllables or more left over ("누이동생", "동생"); or its beginning, where that counts
    children ("둘째", "둘째 며느리"). When several end so ("첫째 아들", "둘째 아들"), the short one stays itself, and
    so it does where the longer name is told from it by what stands before: 엄마 지네.

    A name that only one bears (``proper``) is what he is known by: 하람이, not 짝꿍 하람이.

    >>> known = one_name_each(["용왕님", "용왕님", "용왕", "누이동생", "동생", "토끼", "엄마 지네", "지네"])
    >>> known["용왕"], known["동생"], known["토끼"], known["지네"], known["엄마 지네"]
    ('용왕님', '누이동생', '토끼', '지네', '엄마 지네')
    """
    counts = Counter(names)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        groups[bare(name)].append(name)
    longer: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        for short in dict.fromkeys((*_shorter(group), *_first_of(group), *_given(group))):
            if short in groups:
                longer[short].append(group)
        for title in {name.split()[-1] for name in groups[group] if " " in name} & set(_TITLES) & set(groups):
            longer[title].append(group)  # 염소 아저씨, 아저씨
    joined = {short: longer[short][0] if len(longer[short]) == 1 else short for short in groups}
    members: dict[str, list[str]] = defaultdict(list)
    for group, to in joined.items():
        members[joined.get(to, to)].extend(groups[group])
    known: dict[str, str] = {}
    for written in members.values():
        own = [name for name in written if name in proper]
        shown = max(own, key=lambda name: (counts[name], -len(name), name)) if own else _shown(written, counts)
        known.update(dict.fromkeys(written, shown))
    return known


def _shorter(group: str) -> Iterator[str]:
    """Names the same somebody may be called by, shorter than ``group``."""
    parts = group.split()
    for n in range(1, len(parts)):
        if parts[n - 1] not in _OTHERS:
            yield " ".join(parts[n:])
    if len(parts) > 1 and parts[0] in _ORDINALS:
        yield parts[0]
    if len(parts) == 1:
        for n in range(2, len(group) - 1):
            if group[:n] not in _OTHERS:
                yield group[n:]
        stem = group.removesuffix("이")
        if len(stem) >= 2 and stem != group and closed(stem):
            yield stem  # 창남이, 창남
        if group[:2] in _ORDINALS and len(group) > 3:
            yield group[:2]  # 막내며느리, 막내


def _first_of(group: str) -> Iterator[str]:
    """The first word of a name of two, where both are of the same one: 재판관 부엉이, 어머니 개구리; not 여우 부인."""
    parts = group.split()
    if len(parts) == 2 and is_being(parts[0]) and is_being(parts[1]) and parts[0] not in _LIKE_OTHERS:
        kin = parts[1].removesuffix("님") in _RELATED
        if not kin and singular(group) == group:
            yield _SAME.get(parts[0], parts[0])


def given_name(whole: str) -> str:
    """A whole name without its surname; empty for what is none.

    >>> given_name("최도하"), given_name("두더지"), given_name("도하")
    ('도하', '', '')
    """
    return whole[1:] if len(whole) == _WHOLE_NAME and whole[0] in _SURNAMES and not is_being(whole) else ""


def _given(group: str) -> Iterator[str]:
    given = given_name(group)
    if given:
        yield from (given, given + "이" * closed(given))


def _shown(written: list[str], counts: Mapping[str, int]) -> str:
    """How somebody is called: as mostly, and of two ways as common the fuller."""
    return max(written, key=lambda name: (counts[name], len(name), name))


#: Several in one word → who they are.
_MEMBERS = {
    "오누이": ("오빠", "누이동생", "누이", "여동생", "동생"),
    "남매": ("오빠", "누나", "누이동생", "남동생", "여동생", "동생"),
    "형제": ("형", "아우", "동생"),
    "자매": ("언니", "동생", "여동생"),
    "부부": ("남편", "아내", "할아버지", "할머니", "영감", "할멈", "아버지", "어머니"),
    "부모": ("어머니", "아버지", "엄마", "아빠"),
}


def members_of(name: str, people: Iterable[str]) -> list[str]:
    """Who of ``people`` the several of ``name`` are; empty when they are nobody else, or not two of them are known.

    >>> members_of("오누이", ["호랑이", "오빠", "누이동생"]), members_of("노부부", ["할아버지", "토끼"])
    (['오빠', '누이동생'], [])
    """
    last = bare(name.split()[-1])
    listed = next((who for many, who in _MEMBERS.items() if last.endswith(many)), ())
    people = list(people)
    found = [person for wanted in listed for person in people if bare(person) == wanted or person == wanted]
    return list(dict.fromkeys(found)) if len(set(found)) > 1 else []
