"""The tale: written, opened, or one that came along."""

from __future__ import annotations

from nicegui.events import GenericEventArguments

from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.handlers import posted, written_in
from pyojeong.interfaces.web.markup import box, button, file_button, set_attribute, text
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.story.cast_desk import Work
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.words import Words
from pyojeong.stories.tales.tales import sample_tales

_FILES = ".txt,.md,.pdf,.docx,.json,text/plain,application/pdf,application/json"


class TalePanel:
    """The panel 이야기."""

    def __init__(self, desk: StoryDesk, words: Words, address: str) -> None:
        self._desk, self._words, self._open = desk, words, desk.story is None
        with box("details", "panel story-tale", aria_label=words("story-tale")) as self._details:
            with box("summary"):
                text("span", words("story-tale"))
            with box("div", "story-inside"):
                text("p", words("story-tale-hint"), "hint")
                self._samples()
                self._writer()
                chosen = file_button(words("story-open"), _FILES)
                limit = settings().max_upload_megabytes
                chosen.on("change", self._refused, js_handler=posted(f"{address}/tale", limit))
        with box("div", "making", role="status") as self._reading:
            text("span", words("story-reading"))
            box("progress")
            button(words("cancel"), desk.cancel, "quiet")
        set_attribute(self._details, "open", "true" if self._open else False)
        desk.watch(self.follow)
        self.follow()

    def _samples(self) -> None:
        with box("div", "row", role="group", aria_label=self._words("story-samples")):
            for tale in sample_tales():
                made = text("button", tale.title, "chip", type="button", lang="ko")
                made.on("click", lambda _, name=tale.name: self._desk.read_sample(name), [])

    def _writer(self) -> None:
        words = self._words
        with box("form", "story-writer").on("submit.prevent", self._read, js_handler=written_in("tale")):
            box("textarea", name="tale", rows="7", lang="ko", aria_label=words("story-text"),
                placeholder=words("story-placeholder"))  # fmt: skip
            with box("button", "tool primary", type="submit") as self._go:
                text("span", words("story-read"))

    async def _read(self, event: GenericEventArguments) -> None:
        await self._desk.read(str(event.args))

    def _refused(self, event: GenericEventArguments) -> None:
        self._desk.fail(upload_refusal(str(event.args)))

    def follow(self) -> None:
        """Fold away once there is a tale."""
        wanted = self._desk.story is None
        if wanted is not self._open:
            self._open = wanted
            set_attribute(self._details, "open", "true" if wanted else False)
        self._reading.set_visibility(self._desk.work is Work.READING)
        set_attribute(self._go, "disabled", "true" if self._desk.work is not None else False)
