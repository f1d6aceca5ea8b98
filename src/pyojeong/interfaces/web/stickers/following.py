"""How a plan follows what is decided beside it: who is in it, and where it goes."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.performing.character import Character
from pyojeong.stickers.planning import PackPlan, PlanItem, replaced, usual_title


def cast(plan: PackPlan, character: Character) -> PackPlan:
    """The plan with another character; a title that only named the old one names the new one.

    >>> plan = PackPlan(Character("mascot"), "whatsapp", "밤톨 이모티콘", (PlanItem("hello"),))
    >>> cast(plan, Character("mascot", "보리")).title, cast(replace(plan, title="내 팩"), Character("cat")).title
    ('보리 이모티콘', '내 팩')
    """
    title = usual_title(character) if plan.title == usual_title(plan.character) else plan.title
    return replace(plan, character=character, title=title)


def reworded(plan: PackPlan, number: int, caption: str) -> PackPlan:
    """The plan with other words on sticker ``number``, from 1; a person wrote them.

    Raises:
        PyojeongError: When there is no such sticker, or another one says the same.
    """
    item = plan.items[number - 1] if 1 <= number <= len(plan.items) else PlanItem("neutral")
    return replaced(plan, number, replace(item, caption=caption, stressed="", text_model=None))
