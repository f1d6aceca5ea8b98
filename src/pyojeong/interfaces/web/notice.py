"""What did not work, said above the page until the person takes it away."""

from __future__ import annotations

from pyojeong.interfaces.web.markup import box, button, text
from pyojeong.interfaces.web.watched import Watched
from pyojeong.interfaces.web.words import Words


class Notice:
    """The desk's last failure in words, with a button that takes it away; nothing while there is none."""

    def __init__(self, desk: Watched, words: Words) -> None:
        self._desk, self._words = desk, words
        with box("div", "notice", role="alert") as self._box:
            self._complaint = text("p", "")
            button("", lambda: desk.fail(None), "notice-close", sign="sign-close", aria_label=words("dismiss"))
        desk.watch(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what the desk complains of now."""
        trouble = self._desk.trouble
        self._box.set_visibility(trouble is not None)
        if trouble is not None:
            self._complaint.set_text(self._words.told(trouble))
