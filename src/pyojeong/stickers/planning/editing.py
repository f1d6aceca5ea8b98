"""Plans edited: each function gives another plan, checked as every plan is."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.errors import PyojeongError
from pyojeong.stickers.planning.plan import PackPlan, PlanItem


def replaced(plan: PackPlan, number: int, item: PlanItem) -> PackPlan:
    """Sticker ``number``, from 1, exchanged for ``item``.

    Raises:
        PyojeongError: When there is no such number, or the moment or caption is there already.
    """
    at = _place(plan, number)
    return replace(plan, items=(*plan.items[:at], item, *plan.items[at + 1 :]))


def swapped(plan: PackPlan, one: int, other: int) -> PackPlan:
    """Two stickers in each other's place.

    >>> from pyojeong.performing.character import Character
    >>> two = (PlanItem("hello"), PlanItem("bye"))
    >>> [item.moment for item in swapped(PackPlan(Character("mascot"), "line", "밤톨", two), 1, 2).items]
    ['bye', 'hello']
    """
    items = list(plan.items)
    first, second = _place(plan, one), _place(plan, other)
    items[first], items[second] = items[second], items[first]
    return replace(plan, items=tuple(items))


def moved(plan: PackPlan, number: int, to: int) -> PackPlan:
    """Sticker ``number`` at place ``to``, the others closing up."""
    items = list(plan.items)
    item = items.pop(_place(plan, number))
    items.insert(_place(plan, to), item)
    return replace(plan, items=tuple(items))


def dropped(plan: PackPlan, number: int) -> PackPlan:
    """Without sticker ``number``; the last one stays.

    Raises:
        PyojeongError: When there is no such number, or it is the only one.
    """
    at = _place(plan, number)
    return replace(plan, items=plan.items[:at] + plan.items[at + 1 :])


def added(plan: PackPlan, item: PlanItem, *, at: int | None = None) -> PackPlan:
    """With ``item`` as sticker ``at``; at the end when None."""
    place = len(plan.items) if at is None else _place(plan, at)
    return replace(plan, items=(*plan.items[:place], item, *plan.items[place:]))


def _place(plan: PackPlan, number: int) -> int:
    if not 1 <= number <= len(plan.items):
        raise PyojeongError(
            f"스티커 번호는 1–{len(plan.items)} 사이여야 하는데 {number}입니다.",
            f"The sticker's number must be 1–{len(plan.items)}, but got {number}.",
            kind="sticker-number",
        )
    return number - 1
