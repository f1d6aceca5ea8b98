"""The half of the sticker desk where a pack is planned, drawn and checked; who is in it stands on the other half."""

from __future__ import annotations

import tempfile
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.history import History
from pyojeong.interfaces.web.stickers.following import cast, reworded
from pyojeong.interfaces.web.stickers.scene import Scene
from pyojeong.interfaces.web.working import Working
from pyojeong.performing.character import Character, design_of
from pyojeong.stickers import planning
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing import act_called, captions_for
from pyojeong.stickers.packing import WrittenPack
from pyojeong.stickers.planning import (
    PackPlan,
    PlanItem,
    draw_pack,
    dropped,
    moved,
    plan_pack,
    replaced,
    usual_count,
)
from pyojeong.stickers.preflight import Report, check_pack
from pyojeong.stickers.stores import find_store

LONGEST_CAPTION = 40
LONGEST_WISHES = 200
STEPS = 100
"""So many states of plan and character can be brought back."""


class Work(str, Enum):
    """What is being done."""

    MEETING = "meeting"
    READING = "reading"
    PLANNING = "planning"
    DRAWING = "drawing"
    CHECKING = "checking"


class PackDesk(Working[Work]):
    """A desk where a pack is planned.

    Attributes:
        voice: How the character speaks.
        store: Where the pack goes.
        count: How many stickers the next plan has; None for what is usual in the store.
        wishes: What the person wishes of the next plan.
        unheard: What of it was not understood.
        short: Of what there was less than wished, in Korean and English.
        plans: The pack to be, or None, with its history.
        written: The pack that was drawn from the plan, or None.
        report: What the check found in it, or None.
    """

    def __init__(self) -> None:
        super().__init__("the sticker page", stopped="sticker-stopped")
        self.voice = Voice.BANMAL
        self.store = "kakao"
        self.count: int | None = None
        self.wishes, self.unheard = "", tuple[str, ...]()
        self.short = tuple[tuple[str, str], ...]()
        self.plans: History[PackPlan | None] = History(None, longest=STEPS)
        self.written: WrittenPack | None = None
        self.report: Report | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="pyojeong-pack-", ignore_cleanup_errors=True)

    def close(self) -> None:
        """Stop all work and forget everything."""
        self.cancel()
        self.unwatch()
        self._folder.cleanup()

    @property
    @abstractmethod
    def character(self) -> Character:
        """Who is in the pack."""

    @property
    def plan(self) -> PackPlan | None:
        """The pack to be, or None."""
        return self.plans.now

    def item_scene(self, number: int) -> Scene:
        """What sticker ``number`` of the plan shows, from 1.

        Raises:
            IndexError: When there is no such sticker.
        """
        items = () if self.plan is None else self.plan.items
        if not 1 <= number <= len(items):
            raise IndexError(number)
        item = items[number - 1]
        return Scene(self.character, item.moment, item.caption, stressed=item.stressed)

    def sell_to(self, store: str) -> None:
        """Aim at another store, and the plan with it."""
        self.store = find_store(store).name
        self.want(self.count)
        if self.plan is not None:
            self._edit(lambda plan: replace(plan, store=self.store))

    def want(self, count: int | None) -> None:
        """Let the next plan have so many stickers; what is usual where the store does not take so many."""
        self.count = count if count is not None and find_store(self.store).counts.allows(count) else None
        self.tell()

    @property
    def wanted(self) -> int:
        """How many stickers the next plan has."""
        return usual_count(find_store(self.store)) if self.count is None else self.count

    def wish(self, wishes: str) -> None:
        """Say in one's own words what the next plan should be."""
        self.wishes = wishes[:LONGEST_WISHES]

    async def plan_anew(self) -> None:
        """Plan what is wished; another one when that is the plan there is."""
        now, asked = self.plan, (self.wishes, self.store, self.wanted)
        seed = 0
        if now is not None and (now.wishes, now.store, len(now.items)) == asked:
            seed = now.seed + 1
        await self.make_plan(wishes=self.wishes, count=self.count, seed=seed)

    async def make_plan(self, *, wishes: str = "", count: int | None = None, seed: int = 0) -> None:
        """Plan a pack for the store."""
        character, store, voice = self.character, self.store, self.voice
        plan = await self._worked(
            Work.PLANNING,
            lambda *_: plan_pack(store, character, count=count, voice=voice, wishes=wishes, seed=seed, title=None),
        )
        if plan is not None:
            understood = planning.heard(wishes)
            self.wishes, self.unheard = wishes, understood.unheard
            self.short = planning.shortfalls(understood, design_of(character), len(plan.items))
            self._take_plan(cast(plan, self.character))
            self.tell()

    def _open_plan(self, plan: PackPlan) -> None:
        self.store, self.count, self.wishes, self.unheard = plan.store, None, plan.wishes, ()
        self.short = ()
        self._take_plan(plan)

    def name_pack(self, title: str, author: str) -> None:
        """Title and author, as the store shows them."""
        if self.plan is not None:
            self._edit(lambda plan: replace(plan, title=title.strip() or plan.title, author=author.strip()))

    def reword(self, number: int, caption: str) -> None:
        """Give sticker ``number`` other words."""
        self._edit(lambda plan: reworded(plan, number, caption.strip()[:LONGEST_CAPTION]))

    def exchange(self, number: int, moment: str) -> None:
        """Let sticker ``number`` do something else, with words for it."""
        self._edit(lambda plan: replaced(plan, number, PlanItem(moment, self._new_words(moment), self.voice)))

    def drop(self, number: int) -> None:
        """Leave sticker ``number`` out."""
        self._edit(lambda plan: dropped(plan, number))

    def shift(self, number: int, to: int) -> None:
        """Move sticker ``number`` to place ``to``."""
        self._edit(lambda plan: moved(plan, number, to))

    def undo_plan(self) -> None:
        """The plan as it was before."""
        self.plans.back()
        self._turned_plan()

    def redo_plan(self) -> None:
        """The plan as it was before the last undo."""
        self.plans.forth()
        self._turned_plan()

    def _turned_plan(self) -> None:
        if self.plan is not None:
            self.store = self.plan.store
        self._cast()
        self._forget_pack()
        self.fail(None)

    def _new_words(self, moment: str) -> str:
        used = {item.caption for item in self.plan.items} if self.plan is not None else set()
        found = captions_for(act_called(moment), voice=self.voice, avoid=used, count=1)
        return found[0] if found else ""

    def _edit(self, edit: Callable[[PackPlan], PackPlan]) -> None:
        if self.plan is None:
            return
        try:
            self._take_plan(edit(self.plan))
        except PyojeongError as refusal:
            self.fail(refusal)
            return
        self.fail(None)

    def _take_plan(self, plan: PackPlan) -> None:
        if plan != self.plan:
            self.plans.add(plan, key=None)
            self._forget_pack()

    def _cast(self) -> None:
        """Let the plan follow the character, which has its own history."""
        if self.plan is not None and self.plan.character != self.character:
            self.plans.amend(cast(self.plan, self.character))
            self._forget_pack()

    def _forget_pack(self) -> None:
        self.written, self.report = None, None

    async def draw(self) -> None:
        """Draw the planned pack as the store wants it, then check it."""
        plan = self.plan
        if plan is None:
            return
        folder = Path(self._folder.name) / plan.store
        written = await self._worked(Work.DRAWING, lambda _, told: draw_pack(plan, folder, progress=told))
        if written is None:
            return
        report = await self._worked(
            Work.CHECKING, lambda _, told: check_pack(written.folder, plan.rules, progress=told)
        )
        if plan != self.plan:
            self.told = "sticker-changed"
        else:
            self.written, self.report = written, report
            self.told = self.told if report is None else "sticker-done"
        self.tell()
