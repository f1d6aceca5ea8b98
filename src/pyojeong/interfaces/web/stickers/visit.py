"""One tab at the sticker page."""

from __future__ import annotations

from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.stickers import drafts
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.panels.making import MakingPanel
from pyojeong.interfaces.web.stickers.panels.planning import PlanningPanel
from pyojeong.interfaces.web.stickers.panels.shaping import ShapingPanel
from pyojeong.interfaces.web.stickers.panels.stage import StagePanel
from pyojeong.interfaces.web.stickers.panels.who import WhoPanel
from pyojeong.interfaces.web.tabs import Tab, Tabs
from pyojeong.interfaces.web.words import Words

ADDRESS, PREFIX = "/stickers", "/studio/stickers"
KEPT = "pyojeong-stickers"
"""The name under which a browser keeps the desk of a tab."""


class Visit(Tab[StickerDesk]):
    """A tab."""

    prefix, kept, css = PREFIX, KEPT, "sticker-page"

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


visits: Tabs[StickerDesk] = Tabs(
    lambda key, client, tabs: Visit(StickerDesk(), key, client, tabs), address=ADDRESS, style="stickers.css"
)
