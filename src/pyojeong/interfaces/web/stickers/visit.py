"""One tab at the sticker page."""

from __future__ import annotations

from nicegui import Client

from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.stickers import drafts
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.panels.making import MakingPanel
from pyojeong.interfaces.web.stickers.panels.planning import PlanningPanel
from pyojeong.interfaces.web.stickers.panels.shaping import ShapingPanel
from pyojeong.interfaces.web.stickers.panels.stage import StagePanel
from pyojeong.interfaces.web.stickers.panels.who import WhoPanel
from pyojeong.interfaces.web.tabs import Tab
from pyojeong.interfaces.web.words import Words

PREFIX = "/studio/stickers"
KEPT = "pyojeong-stickers"
"""The name under which a browser keeps the desk of a tab."""

visits: dict[str, Visit] = {}


class Visit(Tab[StickerDesk]):
    """A tab.

    Args:
        key: Under which the tab's pictures and files are fetched; nobody can guess it.
        client: NiceGUI's side of the tab.
    """

    def __init__(self, key: str, client: Client) -> None:
        super().__init__(StickerDesk(), key, client, visits, prefix=PREFIX, kept=KEPT, css="sticker-page")

    def leave(self) -> None:
        """Forget everything: the tab is gone."""
        self.desk.close()

    def _reopen(self, draft: str) -> None:
        self.desk.go_on(drafts.opened(draft))

    def _panels(self, words: Words, address: str) -> None:
        desk = self.desk
        Notice(desk, words)
        with box("div", "stickers"):
            with box("div", "stickers-stage"):
                StagePanel(desk, words, address)
            with box("div", "stickers-panels"):
                WhoPanel(desk, words, address)
                ShapingPanel(desk, words)
                PlanningPanel(desk, words, address)
                MakingPanel(desk, words, address)
