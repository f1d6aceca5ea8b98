"""One tab at the page 동화."""

from __future__ import annotations

from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.story import drafts
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.story.panels.cast import CastPanel
from pyojeong.interfaces.web.story.panels.film import FilmPanel
from pyojeong.interfaces.web.story.panels.lines import LinesPanel
from pyojeong.interfaces.web.story.panels.looking import LookingPanel
from pyojeong.interfaces.web.story.panels.tale import TalePanel
from pyojeong.interfaces.web.tabs import Tab, Tabs
from pyojeong.interfaces.web.words import Words

ADDRESS, PREFIX, TALES, PLACES = "/story", "/studio/story", "/studio/tales", "/studio/places"
"""Of the page, of what is one visitor's, and of what is everybody's."""


class Visit(Tab[StoryDesk]):
    """A tab."""

    prefix, kept, css = PREFIX, "pyojeong-story", "story-page"

    def _reopen(self, draft: str) -> None:
        if draft:
            self.desk.go_on(drafts.opened(draft))

    def _panels(self, words: Words, address: str) -> None:
        desk = self.desk
        Notice(desk, words)
        with box("div", "story"):
            TalePanel(desk, words, address, TALES)
            with box("div", "story-stage"):
                LookingPanel(desk, words, address, PLACES)
                FilmPanel(desk, words, address)
            with box("div", "story-panels"):
                CastPanel(desk, words, address)
                LinesPanel(desk, words, address)


visits: Tabs[StoryDesk] = Tabs(
    lambda key, client, tabs: Visit(StoryDesk(), key, client, tabs), address=ADDRESS, style="story.css"
)
