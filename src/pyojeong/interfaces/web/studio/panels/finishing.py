"""The last steps: background, visible mark, and the file to take home."""

from __future__ import annotations

import re
from dataclasses import replace

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement
from nicegui.events import GenericEventArguments

from pyojeong.interfaces.finish import DEFAULT_SECONDS, KEEP_BACKGROUND, NO_BACKGROUND, OPAQUE, Finish
from pyojeong.interfaces.web.handlers import CHECKED, VALUE
from pyojeong.interfaces.web.job import StoppedError
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.studio.look import Look, Origin
from pyojeong.interfaces.web.studio.making import Maker, Progress
from pyojeong.interfaces.web.words import Words

_Offer = tuple[str, str, float | None]
#: Files on offer: (key of the row, its files as (name, suffix, seconds when it moves)).
FORMATS: tuple[tuple[str, tuple[_Offer, ...]], ...] = (
    ("still", (("PNG", "png", None), ("JPG", "jpg", None), ("WebP", "webp", None))),
    ("moving", (("GIF", "gif", DEFAULT_SECONDS), ("WebP", "webp", DEFAULT_SECONDS), ("MP4", "mp4", DEFAULT_SECONDS))),
)
START_COLOUR = "#f4e3c8"
LONGEST_PHOTO_NAME = 60
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
"""Characters that file systems refuse in names."""


class FinishingPanel:
    """Background, mark and download."""

    def __init__(self, desk: Desk, words: Words) -> None:
        self._desk = desk
        self._words = words
        self._chosen = FORMATS[0][1][0]
        self._colour = START_COLOUR
        self._maker = Maker(self._progressed)
        with box("section", "panel finishing", aria_labelledby="finish-title"):
            text("h2", words("finish-title"), id="finish-title")
            self._backgrounds, self._picker = self._background_choice()
            self._mark = self._mark_switch()
            self._formats = self._format_choice()
            self._download = button(words("download"), self._make, "tool primary", sign="sign-download")
            self._making, self._bar, self._what = self._progress_bar()
            self._said = text("p", "", "hint", role="status")
        desk.watch(self.follow)
        desk.on_unwatch(self._maker.close)
        self.follow()

    def _background_choice(self) -> tuple[dict[str, Element], Element]:
        words = self._words
        made: dict[str, Element] = {}
        with box("div", "field"):
            text("span", words("background"), id="background-title")
            with box("div", "segments", role="group", aria_labelledby="background-title"):
                for key, value in (("keep", KEEP_BACKGROUND), ("none", NO_BACKGROUND), ("colour", "")):
                    made[key] = text("button", words(f"background-{key}"), type="button")
                    made[key].on("click", lambda _, chosen=value: self._lay(chosen or self._colour), [])
            picker = box("input", "swatch", type="color", value=self._colour, aria_label=words("colour"))
            picker.on("change", self._coloured, js_handler=VALUE)
        return made, picker

    def _mark_switch(self) -> Element:
        with box("label", "switch"):
            switch = box("input", type="checkbox", role="switch")
            switch.on("change", self._marked, js_handler=CHECKED)
            with box("span"):
                text("span", self._words("mark"))
                text("small", self._words("mark-hint"))
        return switch

    def _format_choice(self) -> list[tuple[_Offer, Element]]:
        made: list[tuple[_Offer, Element]] = []
        for row, offers in FORMATS:
            with box("div", "field"):
                text("span", self._words(row), id=f"format-{row}")
                with box("div", "segments", role="group", aria_labelledby=f"format-{row}"):
                    for offer in offers:
                        option = text("button", offer[0], type="button")
                        option.on("click", lambda _, chosen=offer: self._choose(chosen), [])
                        made.append((offer, option))
        return made

    def _progress_bar(self) -> tuple[Element, Element, TextElement]:
        with box("div", "making", aria_live="polite") as making:
            what = text("span", "")
            bar = box("progress", max="1")
            button(self._words("cancel"), self._maker.cancel, "quiet")
        making.set_visibility(False)
        return making, bar, what

    def _lay(self, background: str) -> None:
        self._desk.stage(replace(self._desk.staging, background=background))

    def _coloured(self, event: GenericEventArguments) -> None:
        self._colour = str(event.args)
        self._lay(self._colour)

    def _marked(self, event: GenericEventArguments) -> None:
        self._desk.stage(replace(self._desk.staging, visible_mark=bool(event.args)))

    def _choose(self, offer: _Offer) -> None:
        self._chosen = offer
        self.follow()

    def follow(self) -> None:
        """Show what is chosen."""
        background = self._desk.staging.background
        chosen = background if background in (KEEP_BACKGROUND, NO_BACKGROUND) else "colour"
        for key, element in self._backgrounds.items():
            set_attribute(element, "aria-pressed", str(key == chosen).lower())
        self._picker.set_visibility(chosen == "colour")
        self._mark.props["checked"] = self._desk.staging.visible_mark
        for offer, element in self._formats:
            set_attribute(element, "aria-pressed", str(offer == self._chosen).lower())
            set_attribute(element, "disabled", "true" if chosen == "none" and offer[1] in OPAQUE else False)

    async def _make(self) -> None:
        desk, (name, suffix, seconds) = self._desk, self._chosen
        if desk.photo is None:
            return
        said = ""
        try:
            finish = Finish.of(suffix, desk.staging, seconds=seconds)
            stem = file_stem(desk, self._words, moving=finish.tempo is not None)
            ui.download.from_url(await self._maker.make(desk.photo, desk.recipe, finish, stem=stem))
            said = self._words("made", format=name)
            desk.fail(None)
        except StoppedError:
            said = self._words("cancelled")
        except Exception as failure:  # told to the person, whatever it is
            desk.fail(failure)
        self._said.set_text(said)

    def _progressed(self, progress: Progress | None) -> None:
        self._making.set_visibility(progress is not None)
        set_attribute(self._download, "disabled", "true" if progress is not None else False)
        if progress is not None:
            self._what.set_text(self._words("making", format=self._chosen[0]))
            set_attribute(self._bar, "value", False if progress.part is None else f"{progress.part:.3f}")


def file_stem(desk: Desk, words: Words, *, moving: bool) -> str:
    """The name of a file without its ending: the photo's, and what its faces feel, largest face first."""
    looks = [desk.look_of(face) for face in sorted(desk.history.now.looks)]
    feelings = [words("photo-itself") if look.origin is Origin.PHOTO else _feeling(look, words) for look in looks]
    said = "·".join(dict.fromkeys(feelings)) or words("photo-itself")
    photo = _UNSAFE.sub("", desk.photo_name)[:LONGEST_PHOTO_NAME].strip(" .") or words("file-photo")
    return words("file-moving" if moving else "file-still", photo=photo, feeling=said).replace(" ", "-")


def _feeling(look: Look, words: Words) -> str:
    names = [words.emotion(emotion) for emotion in (look.emotion, look.second) if emotion is not None]
    return "+".join(names) or words("by-hand")
