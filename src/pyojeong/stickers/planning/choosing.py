"""Planning a pack: which moments, in which order, with which words."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from pyojeong.errors import PyojeongError
from pyojeong.performing.character import Character, choices_of, design_of
from pyojeong.performing.character.acts import MOMENTS, Act
from pyojeong.performing.character.figure import Design
from pyojeong.stickers.captions import CaptionBank, Voice
from pyojeong.stickers.captions.caption import syllables
from pyojeong.stickers.composing import MomentGroup, act_called, captions_for, known_moments
from pyojeong.stickers.planning.likeness import signature
from pyojeong.stickers.planning.plan import PackPlan, PlanItem
from pyojeong.stickers.planning.shares import SHARES, turns
from pyojeong.stickers.planning.topics import given
from pyojeong.stickers.planning.wishes import Wishes, heard
from pyojeong.stickers.stores import Store, check_count, find_store

USUAL = 24
"""Stickers of a pack when nobody says how many and the store lets one choose: what most stores take."""
FEWEST_GAGS = 4
_PLAIN_WORDS = 0.6
"""Share of captions that are the moment's own plain line; the rest are the bank's."""
_WAVER = 1.6
"""By how many places a moment may move in its group from seed to seed."""
_STRESSED_FROM = 0.7
"""Intensity from which the last word of several takes the accent."""


def plan_pack(
    store: Store | str,
    character: Character,
    *,
    count: int | None = None,
    voice: Voice = Voice.BANMAL,
    seed: int = 0,
    wishes: str = "",
    title: str | None = None,
    author: str = "",
) -> PackPlan:
    """A plan that covers everyday moments in fixed shares, with the character's own gags; same arguments, same plan.

    Args:
        store: Where it goes.
        character: Who is in it.
        count: How many; what is usual for the store when None.
        voice: How all of them speak.
        seed: Which of many plans.
        wishes: In the person's own words, e.g. ``회사원용, 퇴근 많이``.
        title: The character's name when None.
        author: As the store shows it.

    >>> plan = plan_pack("line", Character("mascot"), count=8)
    >>> len(plan.items), plan.title
    (8, '밤톨 이모티콘')

    Raises:
        PyojeongError: When store, design or count is not one there is.
    """
    store = find_store(store) if isinstance(store, str) else store
    choices_of(character)
    design = design_of(character)
    count = usual_count(store) if count is None else check_count(store, count)
    wanted = heard(wishes)
    lines = [line for one in given(wanted, design, count) for line in one.lines]
    acts = _Choice(design, wanted, Random(f"moments {seed}")).taken(count, [line.moment for line in lines])
    said = {line.moment: line.said(voice) for line in lines if line.plain}
    items = _worded(_ordered(acts, store), voice, Random(f"words {seed}"), said, reserved=wanted.reserved)
    return PackPlan(character, store.name, title or usual_title(character), items, author, wishes, seed)


def usual_count(store: Store) -> int:
    """How many stickers a pack of the store has when nobody says.

    >>> usual_count(find_store("kakao")), usual_count(find_store("line"))
    (32, 24)
    """
    choices = store.counts.choices
    return max((number for number in choices if number <= USUAL), default=choices[0])


def usual_title(character: Character) -> str:
    """What a pack of the character is called when nobody says.

    >>> usual_title(Character("mascot")), usual_title(Character("mascot", "보리"))
    ('밤톨 이모티콘', '보리 이모티콘')
    """
    return f"{character.name or design_of(character).korean} 이모티콘"


def gags_wanted(count: int) -> int:
    """How many of the design's own gags belong into a pack of ``count``, as far as it has them."""
    return count // 4 if count < 4 * FEWEST_GAGS else max(FEWEST_GAGS, count // 6)


@dataclass(slots=True)
class _Choice:
    """Moments being chosen for one design."""

    design: Design
    wishes: Wishes
    dice: Random

    def taken(self, count: int, first: Sequence[str] = ()) -> list[Act]:
        """So many acts, no two of one look; those called as in ``first`` are among them.

        Raises:
            PyojeongError: When there are not so many that differ.
        """
        ranked = self._ranked()
        seen: set[Hashable] = set()
        taken: list[Act] = []
        for name in first:
            self._take(act_called(name, design=self.design), taken, seen)
        own = sum(bool(act.key.gag) for act in taken)
        for act in self._gags(ranked, min(max(0, gags_wanted(count) - own), count - len(taken))):
            self._take(act, taken, seen)
        begun = {group: sum(_group(act) is group for act in taken) for group in SHARES}
        waiting = {group: [act for act in acts if act not in taken] for group, acts in ranked.items()}
        for group in turns(self._shares(ranked), begun):
            if len(taken) == count:
                return taken
            while waiting[group] and not self._take(waiting[group].pop(0), taken, seen):
                pass
            if not any(waiting.values()) and len(taken) < count:
                break
        if len(taken) == count:
            return taken
        raise PyojeongError(
            f"서로 다른 스티커는 {len(taken)}개까지인데 {count}개를 바라셨습니다. 수나 ‘빼고’를 줄여 주세요.",
            f"There are {len(taken)} stickers that differ, but {count} were asked; ask for fewer.",
            kind="count",
        )

    def _take(self, act: Act, taken: list[Act], seen: set[Hashable]) -> bool:
        look = signature(act, self.design)
        if look in seen:
            return False
        seen.add(look)
        taken.append(act)
        return True

    def _ranked(self) -> dict[MomentGroup, list[Act]]:
        """The acts of each group, the most wanted first; the seed moves them by a place or two."""
        known = known_moments()
        names = [name for name in known if name in MOMENTS and name not in self.wishes.without]
        found: dict[MomentGroup, list[tuple[float, Act]]] = {group: [] for group in SHARES}
        for name in names:
            acts = found[known[name].group]
            place = len(acts) + _WAVER * self.dice.random() - 4 * (self.wishes.more.get(name, 1.0) - 1)
            acts.append((place, act_called(name, design=self.design)))
        return {group: [act for _, act in sorted(acts, key=lambda pair: pair[0])] for group, acts in found.items()}

    def _gags(self, ranked: Mapping[MomentGroup, Sequence[Act]], most: int) -> list[Act]:
        """One moment for each of the design's gags, those of the larger groups first."""
        by_gag: dict[str, Act] = {}
        for group in sorted(ranked, key=lambda one: -SHARES[one]):
            for act in ranked[group]:
                if act.key.gag:
                    by_gag.setdefault(act.key.gag, act)
        gags = list(by_gag.values())
        gags.sort(key=lambda act: (-self.wishes.more.get(act.name, 1.0), self.dice.random()))
        return gags[:most]

    def _shares(self, ranked: Mapping[MomentGroup, Sequence[Act]]) -> dict[MomentGroup, float]:
        """Usual shares, those of wished groups grown; groups without moments have none."""
        wished: dict[MomentGroup, float] = {}
        for name, factor in self.wishes.more.items():
            group = known_moments()[name].group
            wished[group] = max(factor, wished.get(group, 1.0))
        return {group: share * wished.get(group, 1.0) for group, share in SHARES.items() if ranked[group]}


def _group(act: Act) -> MomentGroup:
    return known_moments()[act.name].group


def _ordered(acts: Iterable[Act], store: Store) -> list[Act]:
    """As a pack shows them; where only the first ones move, the liveliest come first."""
    order = {name: place for place, name in enumerate(MOMENTS)}
    acts = sorted(acts, key=lambda act: order.get(act.name, len(order)))
    moving = store.parts[0].counts.choices[0] if len(store.parts) > 1 else 0
    liveliest = sorted(acts, key=lambda act: (not act.key.gag, -act.intensity))
    first: list[Act] = []
    for act in liveliest:
        if len(first) < moving and act.emotion not in [one.emotion for one in first]:
            first.append(act)
    first += [act for act in liveliest if act not in first][: moving - len(first)]
    return first + [act for act in acts if act not in first]


def _worded(
    acts: Iterable[Act], voice: Voice, dice: Random, said: Mapping[str, str], *, reserved: bool
) -> tuple[PlanItem, ...]:
    """Each act with its words: no caption twice, none like another; those of ``said`` have theirs.

    A reserved pack has no more than the plain words of love.
    """
    bank = CaptionBank.shipped()
    items: list[PlanItem] = []
    for act in acts:
        used = [item.caption for item in items]
        if act.name in said and said[act.name] not in used:
            items.append(PlanItem(act.name, said[act.name], voice, _stressed(said[act.name], act)))
            continue
        offered = captions_for(act, voice=voice, bank=bank, avoid=(*used, *said.values()), count=4)
        plain = dice.random() < _PLAIN_WORDS or (reserved and _group(act) is MomentGroup.LOVE)
        place = 0 if plain or len(offered) < 2 else dice.randrange(1, len(offered))
        caption = offered[place] if offered else ""
        items.append(PlanItem(act.name, caption, voice, _stressed(caption, act)))
    return tuple(items)


def _stressed(caption: str, act: Act) -> str:
    """The last of several words when it is strongly felt and long enough to be seen."""
    words = caption.split()
    strong = len(words) > 1 and act.intensity >= _STRESSED_FROM
    return words[-1] if strong and syllables(words[-1]) > 1 else ""
