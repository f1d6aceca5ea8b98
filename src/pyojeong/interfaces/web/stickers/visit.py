"""One tab at the sticker page: its desk, which outlives a reload, and the panels that follow it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from nicegui import Client
from nicegui.events import GenericEventArguments

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.stickers import drafts
from pyojeong.interfaces.web.stickers.components import TabKeeper
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.panels.making import MakingPanel
from pyojeong.interfaces.web.stickers.panels.planning import PlanningPanel
from pyojeong.interfaces.web.stickers.panels.shaping import ShapingPanel
from pyojeong.interfaces.web.stickers.panels.stage import StagePanel
from pyojeong.interfaces.web.stickers.panels.who import WhoPanel
from pyojeong.interfaces.web.words import Words

PREFIX = "/studio/stickers"
_LONGEST_LEAVING_SECONDS = 1.5
_LOOK_SECONDS = 0.05

visits: dict[str, Visit] = {}


class Visit:
    """A tab.

    Args:
        key: Under which the tab's pictures and files are fetched; nobody can guess it.
        client: NiceGUI's side of the tab.

    Attributes:
        desk: What the person works on.
    """

    def __init__(self, key: str, client: Client) -> None:
        self.desk = StickerDesk()
        self._key, self._client = key, client
        self._arrived, self._revision = False, 0

    def leave(self) -> None:
        """Forget everything: the tab is gone."""
        self.desk.close()

    def build(self, words: Words) -> None:
        """Fill the page."""
        self._words = words
        self._page = box("div", "sticker-page")
        self._fill()

    def _fill(self) -> None:
        desk, words, address = self.desk, self._words, f"{PREFIX}/{self._key}"
        desk.unwatch()
        self._page.clear()
        with self._page:
            Notice(desk, words)
            with box("div", "stickers"):
                with box("div", "stickers-stage"):
                    StagePanel(desk, words, address)
                with box("div", "stickers-panels"):
                    WhoPanel(desk, words, address)
                    ShapingPanel(desk, words)
                    PlanningPanel(desk, words, address)
                    MakingPanel(desk, words, address)
            self._keeper = TabKeeper().on("arrived", self._arrive)
        self._keeper.props.update(desk=self._key, address=address, arrived=self._arrived, revision=self._revision)
        desk.watch(self._keep)

    def _keep(self) -> None:
        self._revision += 1
        self._keeper.props["revision"] = self._revision

    async def _arrive(self, event: GenericEventArguments) -> None:
        """Go on with the desk of before the reload, or with what the tab kept of it when that desk is gone."""
        kept = event.args if isinstance(event.args, Mapping) else None
        if kept is not None and not self._arrived:
            before = visits.get(str(kept.get("desk")))
            if before is not None and before is not self and await before._left():
                self.desk, before.desk = before.desk, self.desk
            else:
                self._reopen(str(kept.get("draft")))
            self._fill()
        self._arrived = True
        self._keeper.props["arrived"] = True

    def _reopen(self, draft: str) -> None:
        try:
            self.desk.go_on(drafts.opened(draft))
        except PyojeongError as broken:
            self.desk.fail(broken)

    async def _left(self) -> bool:
        """Whether nobody sits at this desk: a tab that was copied has another's key."""
        for _ in range(round(_LONGEST_LEAVING_SECONDS / _LOOK_SECONDS)):
            if not self._client.has_socket_connection:
                return True
            await asyncio.sleep(_LOOK_SECONDS)
        return False
