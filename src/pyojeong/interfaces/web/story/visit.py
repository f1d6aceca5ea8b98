"""One tab at the page 동화."""

from __future__ import annotations

from nicegui import Client

from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.story import drafts
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.story.panels.cast import CastPanel
from pyojeong.interfaces.web.story.panels.film import FilmPanel
from pyojeong.interfaces.web.story.panels.lines import LinesPanel
from pyojeong.interfaces.web.story.panels.looking import LookingPanel
from pyojeong.interfaces.web.story.panels.tale import TalePanel
from pyojeong.interfaces.web.tabs import Tab
from pyojeong.interfaces.web.words import Words

PREFIX = "/studio/story"

visits: dict[str, Visit] = {}


class Visit(Tab[StoryDesk]):
    """A tab.

    Args:
        key: Under which the tab's pictures and files are fetched; nobody can guess it.
        client: NiceGUI's side of the tab.
    """

    def __init__(self, key: str, client: Client) -> None:
        super().__init__(StoryDesk(), key, client, visits, prefix=PREFIX, kept="pyojeong-story", css="story-page")

    def leave(self) -> None:
        """Forget everything: the tab is gone."""
        self.desk.close()

    def _reopen(self, draft: str) -> None:
        if draft:
            self.desk.go_on(drafts.opened(draft))

    def _panels(self, words: Words, address: str) -> None:
        desk = self.desk
        Notice(desk, words)
        with box("div", "story"):
            with box("div", "story-stage"):
                LookingPanel(desk, words, address)
                FilmPanel(desk, words, address)
            with box("div", "story-panels"):
                TalePanel(desk, words, address)
                CastPanel(desk, words, address)
                LinesPanel(desk, words, address)
