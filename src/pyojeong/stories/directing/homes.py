"""Who lives where by the words of a tale, and who comes home in a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pyojeong.performing.film.screenplay import Place
from pyojeong.reading.tale.beings import is_being
from pyojeong.reading.tale.words import words
from pyojeong.reading.text.morphemes import is_denied, morphemes
from pyojeong.stories.directing.doing import happens

HOUSE = Place.ROOM
"""Where somebody is at home of whom no place is told."""
_HOME = frozenset({"집", "고향", "오두막", "초가집"})
_TO = frozenset({"에", "으로", "로", "까지"})
_IN_IT = frozenset({"안", "앞"})
_COMING = frozenset(
    {
        *("가", "오", "돌아가", "돌아오", "달리", "달려가", "달려오", "뛰", "뛰어가", "뛰어오", "걸어가", "걸어오"),
        *("들어가", "들어오", "뛰어들", "뛰어들어가", "도착하", "다다르", "이르", "닿", "날아가", "날아오", "모이"),
        *("내려가", "내려오", "도망치", "도망가", "달아나", "데리", "데려가", "데려오"),
    }
)
#: Who is on the way is not there yet: 집으로 가던 길에, 집에 가는 길, 집으로 가다가; 돌아오고 있었다 neither.
_ON_THE_WAY = frozenset({"던", "는", "다가"})
#: After an owner: 할머니의 집, 흥부네 집.
_OF = ("의", "네")
_NEAR = 5
"""Morphemes within which the coming follows the home: 집으로 허겁지겁 달려갔다."""


def homes_of(
    beats: Sequence[tuple[str, bool]], who: Sequence[Sequence[str]], places: Callable[[str], Mapping[str, float]]
) -> dict[str, Place]:
    """Name → the place of the first told line that says where somebody lives; a house where it names none.

    Args:
        beats: Text of each, and whether it is said.
        who: For each beat who is there.
        places: What places a text speaks of, and how much.
    """
    homes: dict[str, Place] = {}
    for (text, said), there in zip(beats, who, strict=True):
        if said or not there or not _lives(morphemes(text)):
            continue
        named = {name: value for name, value in places(text).items() if Place(name) is not HOUSE}
        place = Place(max(named, key=lambda name: named[name])) if named else HOUSE
        homes |= {name: place for name in there if name not in homes}
    return homes


def home_in(text: str, who: Sequence[str], homes: Mapping[str, Place]) -> Place | None:
    """The place of the home somebody comes to in ``text``; None where nobody does.

    Args:
        text: A told line.
        who: Who is there, who acts first.
        homes: Where who lives.

    >>> home_in("달래는 집으로 달렸습니다.", ["달래"], {"달래": Place.MOUNTAIN}).value
    'mountain'
    >>> home_in("달래는 집으로 가던 길에 호랑이를 만났습니다.", ["달래"], {"달래": Place.MOUNTAIN})
    """
    tokens = morphemes(text)
    for n, token in enumerate(tokens):
        if token.form in _HOME and token.tag == "NNG" and _is_come_to(tokens, n):
            owner = _owner(tokens, n)
            if owner:
                return next((place for name, place in homes.items() if name.endswith(owner)), HOUSE)
            here = [*who, *(name for name in homes if name in text)]
            return next((homes[name] for name in here if name in homes), HOUSE)
    return None


def _lives(tokens: Sequence[Any]) -> bool:
    return any(t.form == "살" and t.tag.startswith("VV") and not is_denied(tokens, n) for n, t in enumerate(tokens))


def _is_come_to(tokens: Sequence[Any], n: int) -> bool:
    """Whether who is told of comes to the home at ``n``."""
    after = n + 2 if n + 1 < len(tokens) and tokens[n + 1].form in _IN_IT and tokens[n + 1].tag == "NNG" else n + 1
    if after >= len(tokens) or tokens[after].form not in _TO or not tokens[after].tag.startswith("J"):
        return False
    for m in range(after + 1, min(after + 1 + _NEAR, len(tokens))):
        form, tag = tokens[m].form, tokens[m].tag
        verb = tokens[m - 1].form + form if tag == "XSV" else form
        if tag.startswith(("VV", "XSV")) and verb in _COMING:
            return not (_is_on_the_way(tokens, m) or is_denied(tokens, m)) and happens(tokens, m)
    return False


def _is_on_the_way(tokens: Sequence[Any], m: int) -> bool:
    after = [token.form for token in tokens[m + 1 : m + 3]]
    return after[:1] in [[form] for form in _ON_THE_WAY] or after == ["고", "있"]


def _owner(tokens: Sequence[Any], n: int) -> str:
    """Whose home the one at ``n`` is said to be: 할머니 집, 할머니의 집, 흥부네 집; empty where it is one's own.

    Without 의 or 네 a noun before it may say when or how they come: 그날 밤 집으로, 혼자 집으로.
    """
    before = n - 1
    owned = before >= 1 and tokens[before].form in _OF
    before -= owned
    owner = ""
    for m in range(before, -1, -1):
        apart = m < before and tokens[m].end != tokens[m + 1].start
        if apart or not tokens[m].tag.startswith(("NN", "XSN", "XPN")):
            break
        owner = tokens[m].form + owner
    named = before >= 0 and tokens[before].tag == "NNP" and owner not in words("when")
    return owner if owned or named or is_being(owner) else ""
