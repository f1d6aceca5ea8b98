"""One opinion on the screen: whose it is, and what it says."""

from __future__ import annotations

from nicegui import ui

from pyojeong.emotion import Emotion
from pyojeong.interfaces.web.drawings import drawing
from pyojeong.interfaces.web.markup import box, text


class Voice:
    """A box with the name of who speaks, the small face of an emotion, and words."""

    def __init__(self, whose: str) -> None:
        with box("div", "voice") as self._box:
            text("span", whose, "voice-whose")
            with box("span", "voice-words"):
                self._icon = ui.html("", sanitize=False, tag="span").classes("drawn")
                self._words = text("strong", "")
            self._aside = text("span", "", "voice-aside")

    def say(self, words: str, emotion: Emotion | None, aside: str = "") -> None:
        """Show ``words``, with the small face of ``emotion`` where there is one, and ``aside`` below."""
        self._words.set_text(words)
        self._aside.set_text(aside)
        self._icon.set_content("" if emotion is None else drawing(f"face-{emotion}"))
        self._box.style(replace="" if emotion is None else f"--feeling:var(--{emotion})")
