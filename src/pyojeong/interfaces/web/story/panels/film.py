"""The film: how it shall be, how far it is, and the film itself."""

from __future__ import annotations

import time

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.interfaces.stories import SHAPES
from pyojeong.interfaces.web.handlers import CHECKED, VALUE
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.score.panels.bar import file_stem
from pyojeong.interfaces.web.stickers.components import Field
from pyojeong.interfaces.web.story.cast_desk import Work
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.words import Words
from pyojeong.stories.production import Made, Stage

_HEIGHTS = (480, 720, 1080)
"""Larger ones take hours; the command line makes them."""
_RATES = (24, 30, 60)
_SURE = 0.03
"""Share of a stage after which the time left is told."""
_SAID = {Stage.SPEAKING: "story-speaking", Stage.DRAWING: "story-drawing", Stage.JOINING: "story-joining"}
_LONGEST_TITLE = 60


class FilmPanel:
    """The panel 영화."""

    def __init__(self, desk: StoryDesk, words: Words, address: str) -> None:
        self._desk, self._words, self._address = desk, words, address
        self._shown: Made | None = None
        self._begun: tuple[Stage, float] | None = None
        with box("section", "panel story-film", aria_labelledby="story-film-title") as self._panel:
            text("h2", words("story-film"), id="story-film-title")
            self._options()
            self._go = button(words("story-make"), desk.film, "tool primary", sign="sign-play")
            with box("div", "making", aria_live="polite") as self._making:
                self._what = text("span", "")
                self._bar = box("progress", max="1")
                button(words("cancel"), desk.cancel, "quiet")
            self._left = text("p", "", "hint")
            self._told = text("p", "", "hint", role="status")
            self._film = box("div", "story-made")
        desk.watch(self.follow)
        self.follow()

    def _options(self) -> None:
        words, desk = self._words, self._desk
        with box("label", "field"):
            text("span", words("story-title"))
            self._title = Field(lambda title: desk.wish(title=title.strip()), maxlength=str(_LONGEST_TITLE))
        with box("div", "story-options"):
            self._shape = self._choice("story-shape", {name: name for name in SHAPES})
            self._shape.on("change", lambda event: desk.wish(shape=str(event.args)), js_handler=VALUE)
            self._height = self._choice("story-height", {str(h): f"{h}p" for h in _HEIGHTS})
            self._height.on("change", lambda event: desk.wish(height=int(event.args)), js_handler=VALUE)
            self._rate = self._choice("story-rate", {str(r): str(r) for r in _RATES})
            self._rate.on("change", lambda event: desk.wish(rate=int(event.args)), js_handler=VALUE)
        self._subtitled = self._switch("story-subtitled", "subtitled")
        self._music = self._switch("story-music", "music")

    def _choice(self, key: str, offered: dict[str, str]) -> Element:
        with box("label", "field"):
            text("span", self._words(key))
            with box("select") as made:
                for value, name in offered.items():
                    text("option", name, value=value)
        return made

    def _switch(self, key: str, wish: str) -> Element:
        with box("label", "switch"):
            made = box("input", type="checkbox", role="switch")
            text("span", self._words(key))

        def turned(event: GenericEventArguments) -> None:
            self._desk.wish(**{wish: bool(event.args)})

        return made.on("change", turned, js_handler=CHECKED)

    def follow(self) -> None:
        """Show how far it is, and what came out."""
        desk, order, story = self._desk, self._desk.order, self._desk.story
        self._panel.set_visibility(story is not None)
        if story is None:
            return
        self._title.show(order.title or story.title)
        set_attribute(self._shape, "value", order.shape)
        set_attribute(self._height, "value", str(order.height))
        set_attribute(self._rate, "value", str(order.rate))
        set_attribute(self._subtitled, "checked", "true" if order.subtitled else False)
        set_attribute(self._music, "checked", "true" if order.music else False)
        set_attribute(self._go, "disabled", "true" if desk.work is not None else False)
        self._progress()
        stale = desk.made is not None and not desk.fresh and desk.work is None
        told = "story-stale" if stale else desk.told
        self._told.set_text(self._words(told) if told else "")
        if desk.made is not self._shown:
            self._shown = desk.made
            self._film.clear()
            if desk.made is not None:
                with self._film:
                    self._build(desk.made)

    def _progress(self) -> None:
        desk, words = self._desk, self._words
        filming = desk.work is Work.FILMING
        self._making.set_visibility(filming)
        self._left.set_visibility(filming)
        if not filming or desk.stage is None:
            self._left.set_text("")
            self._begun = None
            return
        stage, done, whole = desk.stage
        if self._begun is None or self._begun[0] is not stage:
            self._begun = (stage, time.monotonic())
        self._what.set_text(words(_SAID[stage], done=done, whole=whole))
        share = done / max(whole, 1)
        set_attribute(self._bar, "value", f"{share:.3f}")
        if share > _SURE:
            left = round((time.monotonic() - self._begun[1]) * (1 - share) / share)
            self._left.set_text(words("story-left", minutes=left // 60, seconds=left % 60))
        else:
            self._left.set_text("")

    def _build(self, made: Made) -> None:
        words, mark = self._words, f"{made.path.stat().st_mtime_ns:x}"
        film = f"{self._address}/film.mp4?{mark}"
        with box("video", controls="true", preload="metadata", src=film, aria_label=words("story-watch")):
            track = box("track", kind="captions", src=f"{self._address}/film.vtt?{mark}", srclang="ko", label="한국어")
            set_attribute(track, "default", False if self._desk.order.subtitled else "true")
        megabytes = round(made.path.stat().st_size / 1e6, 1)
        minutes, seconds = divmod(round(made.seconds), 60)
        drawn = words("story-drawn-scenes", drawn=len(made.drawn_scenes), scenes=len(made.screenplay.scenes))
        with box("p", "facts"):
            text("span", words("story-length", minutes=minutes, seconds=seconds, megabytes=megabytes))
            text("span", drawn)
        with box("div", "row"):
            for suffix, name in (("mp4", "MP4"), ("srt", "SRT"), ("vtt", "VTT")):
                button(name, lambda _=None, s=suffix: self._save(s), sign="sign-download")

    def _save(self, suffix: str) -> None:
        made = self._desk.made
        if made is not None:
            name = f"{file_stem(made.screenplay.title, self._words)}.{suffix}"
            ui.download.from_url(f"{self._address}/film.{suffix}", name)
