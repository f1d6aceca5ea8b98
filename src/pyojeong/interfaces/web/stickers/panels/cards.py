"""The stickers of the plan, one card each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from nicegui.events import GenericEventArguments

from pyojeong.interfaces.web.stickers.components import Cards
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.naming import act_name
from pyojeong.interfaces.web.stickers.pack_desk import LONGEST_CAPTION
from pyojeong.interfaces.web.stickers.panels.stage import moment_groups
from pyojeong.interfaces.web.stickers.scene import Scene
from pyojeong.interfaces.web.words import Words
from pyojeong.stickers.planning import PackPlan

_WORDS = (
    "sticker-item-moves",
    "sticker-caption",
    "sticker-moment",
    "sticker-place",
    "sticker-earlier",
    "sticker-later",
    "sticker-drop",
)


class PlanCards:
    """The cards in the panel 팩 계획."""

    def __init__(self, desk: StickerDesk, words: Words, address: str) -> None:
        self._desk, self._words, self._address = desk, words, address
        self._shown: PackPlan | None = None
        self._answers = 0
        self._cards = Cards()
        self._cards.props.update(
            items=[],
            groups=moment_groups(words),
            words=words.several(*_WORDS),
            answers=0,
            longest=LONGEST_CAPTION,
        )
        self._on("show", lambda number: self._show(int(number)))
        self._on("reword", lambda said: desk.reword(int(said["number"]), str(said["caption"])))
        self._on("exchange", lambda said: desk.exchange(int(said["number"]), str(said["moment"])))
        self._on("move", lambda said: desk.shift(int(said["number"]), int(said["to"])))
        self._on("drop", lambda number: desk.drop(int(number)))
        desk.watch(self.follow)
        self.follow()

    def _on(self, event: str, act: Callable[[Any], None]) -> None:
        """Do ``act``, then say that it is done: what was refused is shown as it was."""

        def answer(arguments: GenericEventArguments) -> None:
            act(arguments.args)
            self._answers += 1
            self._cards.props["answers"] = self._answers

        self._cards.on(event, answer)

    def _show(self, number: int) -> None:
        plan = self._desk.plan
        if plan is not None and 1 <= number <= len(plan.items):
            item = plan.items[number - 1]
            self._desk.play(item.moment, caption=item.caption)

    def follow(self) -> None:
        """Show the plan."""
        plan = self._desk.plan
        if plan is not self._shown:
            self._shown = plan
            count = 0 if plan is None else len(plan.items)
            self._cards.props["items"] = [self._card(number) for number in range(1, count + 1)]

    def _card(self, number: int) -> dict[str, object]:
        plan = self._desk.plan
        assert plan is not None
        item, shown = plan.items[number - 1], self._desk.item_scene(number)
        name = act_name(Scene(shown.character, shown.act), self._words)
        mark = hashlib.sha256(repr(shown).encode()).hexdigest()[:16]
        return {
            "label": self._words("sticker-item", number=number, moment=name),
            "name": name,
            "picture": f"{self._address}/items/{number}.png?{mark}",
            "moment": item.moment,
            "caption": item.caption,
            "moves": plan.moves(number),
        }
