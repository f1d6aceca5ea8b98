"""The tale: one that came along, written, or opened."""

from __future__ import annotations

from nicegui.events import GenericEventArguments

from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.handlers import posted, written_in
from pyojeong.interfaces.web.markup import box, button, file_button, set_attribute, text
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.story.cast_desk import Work
from pyojeong.interfaces.web.story.covers import SIZE_WH
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.words import Words
from pyojeong.stories.tales.tales import Tale, sample_tales

_FILES = ".txt,.md,.pdf,.docx,.json,text/plain,application/pdf,application/json"
_LETTERS_A_MINUTE = 345
"""Of the five tales, title and credits counted: 333 to 363."""


class TalePanel:
    """The panel 이야기: wide while there is no tale, one line afterwards."""

    def __init__(self, desk: StoryDesk, words: Words, address: str, tales: str) -> None:
        self._desk, self._words, self._open = desk, words, desk.story is None
        with box("details", "panel story-tale") as self._details:
            with box("summary", id="story-tale-summary"):
                text("h2", words("story-tale"))
                self._chosen = text("span", "", "story-chosen", lang="ko")
            text("p", words("story-tale-hint"), "hint")
            with box("div", "story-begin"):
                self._samples(tales)
                self._own(address)
        with box("div", "panel making story-reading", role="status") as self._reading:
            text("span", words("story-reading"))
            box("progress", aria_label=words("story-reading"))
            button(words("cancel"), desk.cancel, "quiet")
        set_attribute(self._details, "open", "true" if self._open else False)
        desk.watch(self.follow)
        self.follow()

    def _samples(self, tales: str) -> None:
        with box("section", "story-samples", aria_labelledby="story-samples-title"):
            text("h3", self._words("story-samples"), id="story-samples-title")
            with box("div", "story-covers"):
                for tale in sample_tales():
                    self._sample(tale, f"{tales}/{tale.name}.jpg")

    def _sample(self, tale: Tale, address: str) -> None:
        width, height = (str(side) for side in SIZE_WH)
        minutes = max(1, round(tale.length / _LETTERS_A_MINUTE))
        with box("button", "story-cover", type="button") as made:
            box("img", src=address, alt="", width=width, height=height)
            text("span", tale.title, "story-cover-title", lang="ko")
            text("span", self._words("story-minutes", minutes=minutes), "hint")
        made.on("click", lambda _, name=tale.name: self._desk.read_sample(name), [])

    def _own(self, address: str) -> None:
        words = self._words
        with box("section", "story-own", aria_labelledby="story-own-title"):
            text("h3", words("story-own"), id="story-own-title")
            with box("form", "story-writer").on("submit.prevent", self._read, js_handler=written_in("tale")):
                box(
                    "textarea",
                    name="tale",
                    rows="7",
                    lang="ko",
                    aria_label=words("story-text"),
                    placeholder=words("story-placeholder"),
                )
                with box("button", "tool primary", type="submit") as self._go:
                    text("span", words("story-read"))
            chosen = file_button(words("story-open"), _FILES)
            limit = settings().max_upload_megabytes
            chosen.on("change", self._refused, js_handler=posted(f"{address}/tale", limit))

    async def _read(self, event: GenericEventArguments) -> None:
        await self._desk.read(str(event.args))

    def _refused(self, event: GenericEventArguments) -> None:
        self._desk.fail(upload_refusal(str(event.args)))

    def follow(self) -> None:
        """Fold away once there is a tale."""
        story = self._desk.story
        if (story is None) is not self._open:
            self._open = story is None
            set_attribute(self._details, "open", "true" if self._open else False)
        self._chosen.set_text(
            "" if story is None else self._called(self._desk.order.title or story.title, len(story.score.beats))
        )
        self._reading.set_visibility(self._desk.work is Work.READING)
        set_attribute(self._go, "disabled", "true" if self._desk.work is not None else False)

    def _called(self, title: str, lines: int) -> str:
        return title or self._words("story-untitled", lines=lines)
