"""The film before it is made: a picture of any moment."""

from __future__ import annotations

import hashlib

from pyojeong.interfaces.stills import Staging
from pyojeong.interfaces.web.markup import box, text
from pyojeong.interfaces.web.story.components import Scrubber
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.words import Words

_WORDS = ("story-still-alt", "story-still-waiting", "story-still-drawing", "story-moment", "story-scenes")
_NAME_LETTERS = 24


class LookingPanel:
    """The panel 미리 보기."""

    def __init__(self, desk: StoryDesk, words: Words, address: str) -> None:
        self._desk, self._words = desk, words
        self._of: Staging | None = None
        self._at_line = -1
        with box("section", "panel story-looking", aria_labelledby="story-look-title"):
            with box("div", "panel-head"):
                text("h2", words("story-look"), id="story-look-title")
                self._how_far = text("p", "", "hint", role="status")
            self._scrubber = Scrubber()
            self._scrubber.props.update(
                address=address, words=words.several(*_WORDS), mark="", seconds=0, scenes=[], at=-1, ratio=16 / 9
            )
        desk.watch(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show what can be looked at, and go to the line that was chosen."""
        desk, words = self._desk, self._words
        staging = desk.staging if desk.story is not None else None
        far = desk.staged
        self._how_far.set_text("" if far is None else words("story-staging", done=far[0], whole=far[1]))
        if staging is not None and staging is not self._of:
            self._of = staging
            width, height = staging.play.format.size_wh
            told = repr((staging.play, staging.actors, staging.subtitled))
            self._scrubber.props.update(
                mark=hashlib.sha256(told.encode()).hexdigest()[:16],
                seconds=round(staging.seconds, 2),
                ratio=width / height,
                scenes=[
                    {"start": start, "name": scene.turns[0].text[:_NAME_LETTERS] if scene.turns else ""}
                    for start, scene in zip(staging.starts, staging.play.scenes, strict=True)
                ],
            )
        if staging is not None and desk.lines.chosen != self._at_line:
            self._at_line = desk.lines.chosen
            start = staging.beats.get(self._at_line)
            self._scrubber.props["at"] = -1 if start is None else round(start + 0.6, 2)
