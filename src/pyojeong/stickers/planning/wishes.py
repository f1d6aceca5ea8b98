"""What a person wishes for a pack, in their own words: more of this, none of that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyojeong.performing.character.acts import Act, moments_for
from pyojeong.stickers.composing import MomentGroup, known_moments

_PIECES = re.compile(r"[,.;·/\n]|(?<=빼고|말고|없이) |(?<=위주로) |하고 |그리고 |(?<![사자신호])랑 ")
"""What begins another wish; “사랑” and “자랑” do not end in the particle “랑”."""
_WITHOUT = re.compile("빼|말고|없이|제외|싫(?!어하)|안 넣|넣지")
_MUCH = re.compile("많이|가득|듬뿍|위주|중심|특히|자주")
_ONLY = re.compile("(?<=[가-힣])만(?=\\s|\\d|$)")
_NUMBER = re.compile("(\\d{1,3})\\s*(?:개|장|컷|마리)")
MORE, MUCH_MORE = 2.0, 3.5
"""By how much the share of what was wished grows: so that of 24 three to five, or five to seven, speak of it."""
_PEOPLE: Mapping[str, str] = MappingProxyType(
    {
        "회사|직장|사무실|신입|상사": "off-work to-work working busy payday tired exhausted hurry on-my-way coffee",
        "학생|학교|수험|대학": "studying hurry praying sleepy idea thinking dont-know exhausted",
        "연인|커플|애인|남친|여친|연애": "love big-heart finger-heart kiss hug miss-you pretty-please waiting",
        "부모|엄마|아빠|가족|효도": "thank-you love call-me eating cheer-up good-night well-done-today",
        "친구|우정": "laugh rolling giggle on-my-way waiting what agreed",
        "예의|공손|어른|손님|고객": "hello thanks-a-lot really-sorry ok please well-done-today welcome",
        "집순이|집돌이": "home relaxed zoning-out sleeping bored",
    }
)
"""Moments of people who live in some way, or to whom one sends; a person rarely lists them. Authored."""
_DOINGS: Mapping[str, str] = MappingProxyType(
    {
        "시험|공부": "studying hurry praying sleepy idea thinking dont-know exhausted",
        "운동|헬스|다이어트": "exercise full hungry fighting-spirit exhausted",
        "덕질|아이돌|(?<![가-힣])팬": "excited star singing moved hooray fighting-spirit",
        "(?<!아)쉬|휴가|주말": "home relaxed zoning-out sleeping bored",
        "먹|음식|맛집|간식": "hungry eating delicious coffee full cheers",
    }
)
"""Moments that go with something done. They are wanted more, but a wish for much of it wants stickers that say so:
“졸려…” is no answer to “시험 많이”. Authored."""
_RESERVED = re.compile("회사|직장|사무실|신입|상사|예의|공손|손님|고객")
_INTIMATE = frozenset({"kiss", "pretty-please"})
"""What is not sent to a boss or a customer, unless it is wished for."""


@dataclass(frozen=True, slots=True)
class Much:
    """A wish for much of one thing, or for nothing else, or for a number of it.

    Attributes:
        wish: As it was written.
        moments: Moments that answer it.
        number: How many; None when it does not say.
        only: Whether it says “만”.
        by_group: Whether it names a whole group of moments, not a word of some.
    """

    wish: str
    moments: frozenset[str]
    number: int | None = None
    only: bool = False
    by_group: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was understood.

    Attributes:
        more: Moment → how much more of it than usual.
        without: Moments that shall not be there.
        unheard: Pieces of the text that named no moment known here.
        much: Wishes for much, only or so many of one thing, in order.
        reserved: Whether the pack is for people who keep a distance, as at work.
    """

    more: Mapping[str, float]
    without: frozenset[str]
    unheard: tuple[str, ...]
    much: tuple[Much, ...] = ()
    reserved: bool = False


def heard(text: str) -> Wishes:
    """The wishes in ``text``.

    >>> wishes = heard("회사원용, 퇴근 많이, 화내는 건 빼고")
    >>> wishes.more["off-work"], "angry" in wishes.without, wishes.unheard
    (3.5, True, ())
    """
    more: dict[str, float] = {}
    without: set[str] = set()
    unheard: list[str] = []
    much: list[Much] = []
    for piece in filter(None, (part.strip() for part in _PIECES.split(text))):
        named = _named(piece)
        if not named:
            unheard.append(piece)
        elif _WITHOUT.search(piece):
            without |= named
        else:
            told = _much(piece)
            much += [told] if told else []
            factor = MUCH_MORE if told else MORE
            more.update({name: max(factor, more.get(name, 1.0)) for name in named})
    kept = {name: factor for name, factor in more.items() if name not in without}
    reserved = bool(_RESERVED.search(text))
    without |= _INTIMATE - kept.keys() if reserved else set()
    return Wishes(MappingProxyType(kept), frozenset(without), tuple(unheard), tuple(much), reserved)


def _much(piece: str) -> Much | None:
    number, only = _NUMBER.search(piece), _ONLY.search(piece)
    if not (number or only or _MUCH.search(piece)):
        return None
    by_group = any(re.search(pattern, piece) for pattern in _GROUPS)
    return Much(piece, frozenset(_told(piece)), int(number[1]) if number else None, bool(only), by_group)


def _named(piece: str) -> set[str]:
    """The moments that a piece of the text names: by people, something done, a group, or a word of theirs."""
    return _listed(_DOINGS, piece) | _told(piece)


def _listed(table: Mapping[str, str], piece: str) -> set[str]:
    return {name for pattern, names in table.items() if re.search(pattern, piece) for name in names.split()}


def _told(piece: str) -> set[str]:
    """Those of them that answer a wish for much of it."""
    found = _listed(_PEOPLE, piece)
    groups = {group for pattern, group in _GROUPS.items() if re.search(pattern, piece)}
    found |= {name for name, moment in known_moments().items() if moment.group in groups}
    for word in piece.split():
        found |= {act.name for act in moments_for(word) if _is_called(act, word)}
    return found


def _is_called(act: Act, word: str) -> bool:
    """Whether a word of two letters or more calls the act: the “응” of “응원” does not."""
    return any(len(name) > 1 and (name in word or (len(word) > 1 and word in name)) for name in (act.korean, *act.tags))


_GROUPS: Mapping[str, MomentGroup] = MappingProxyType(
    {
        "인사": MomentGroup.GREETING,
        "감사|고마": MomentGroup.THANKS,
        "사과|미안": MomentGroup.SORRY,
        "부탁|애교": MomentGroup.ASKING,
        "대답|답장": MomentGroup.ANSWER,
        "응원|칭찬|위로": MomentGroup.CHEER,
        "축하|생일": MomentGroup.CELEBRATING,
        "사랑|하트|뽀뽀": MomentGroup.LOVE,
        "웃": MomentGroup.LAUGHING,
        "신나|즐거|기쁨|기쁜": MomentGroup.JOY,
        "(?<![서겨거])울(?!산)|(?<![가-힣])우는|슬[프픔픈]|눈물": MomentGroup.CRYING,
        "피곤|지친|지침|힘든": MomentGroup.TIRED,
        "화내|화난|화나|분노|짜증|^화(?= |만|$)": MomentGroup.ANGRY,
        "놀[라란람]|무서": MomentGroup.SURPRISE,
        "부끄|민망": MomentGroup.SHY,
        "질색|싫어하": MomentGroup.DISGUST,
        "먹|음식|밥|맛집|간식": MomentGroup.FOOD,
        "잠|졸(?!업)": MomentGroup.SLEEP,
        "날씨|(?<!아)쉬": MomentGroup.REST,
    }
)
