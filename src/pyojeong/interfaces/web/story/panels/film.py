"""The film: how it shall be, how far it is, and its files."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.interfaces.stories import SHAPES, FilmOrder
from pyojeong.interfaces.web.handlers import CHECKED, VALUE
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.score.panels.bar import file_stem
from pyojeong.interfaces.web.stickers.components import Field
from pyojeong.interfaces.web.story.cast_desk import ABOUT_CAST, Work
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.words import Words
from pyojeong.stories.production import Made, Stage

_HEIGHTS = (480, 720, 1080)
"""Larger ones take hours; the command line makes them."""
_RATES = (24, 30, 60)
_SHAPED = {"16:9": "story-shape-wide", "9:16": "story-shape-tall", "1:1": "story-shape-square"}
_SAID = {
    Stage.SPEAKING: ("story-speaking", "story-speaking-now"),
    Stage.DRAWING: ("story-drawing", "story-drawing-now"),
    Stage.JOINING: ("story-joining", "story-joining"),
}
"""What is seen, and what is said to who does not see: once a stage, without counting."""
_FILES = {"mp4": "story-save-mp4", "srt": "story-save-srt", "vtt": "story-save-vtt"}
_LONGEST_TITLE = 60
_MINUTE = 60


class FilmPanel:
    """The panel 영화."""

    def __init__(self, desk: StoryDesk, words: Words, address: str) -> None:
        self._desk, self._words, self._address = desk, words, address
        self._shown: tuple[Made | None, bool] = (None, False)
        with box("section", "panel story-film", aria_labelledby="story-film-title") as self._panel:
            text("h2", words("story-film"), id="story-film-title")
            with box("details", "story-settings") as self._settings:
                with box("summary"):
                    self._summary = text("span", "")
                self._options()
            self._go = button(words("story-make"), desk.film, "tool primary", sign="sign-play")
            with box("div", "making") as self._making:
                self._what = text("span", "")
                self._bar = box("progress", max="1", aria_label=words("story-make"))
                button(words("cancel"), desk.cancel, "quiet")
            self._left = text("p", "", "hint")
            self._said = text("p", "", "unseen", role="status")
            self._told = text("p", "", "hint", role="status")
            self._facts = box("div", "story-made")
        desk.watch(self.follow)
        self.follow()

    def _options(self) -> None:
        words, desk = self._words, self._desk
        with box("div", "story-inside"):
            with box("label", "field"):
                text("span", words("title"))
                self._title = Field(lambda title: desk.wish(title=title.strip()), maxlength=str(_LONGEST_TITLE))
            with box("div", "story-options"):
                self._shape = self._choice("story-shape", {name: words(_SHAPED[name]) for name in SHAPES})
                self._shape.on("change", lambda event: desk.wish(shape=str(event.args)), js_handler=VALUE)
                self._height = self._choice("story-height", {str(h): f"{h}p" for h in _HEIGHTS})
                self._height.on("change", lambda event: desk.wish(height=int(event.args)), js_handler=VALUE)
                self._rate = self._choice("story-rate", {str(r): str(r) for r in _RATES})
                self._rate.on("change", lambda event: desk.wish(frames_per_second=int(event.args)), js_handler=VALUE)
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
        self._summary.set_text(self._wished(order))
        self._title.show(order.title or story.title)
        set_attribute(self._shape, "value", order.shape)
        set_attribute(self._height, "value", str(order.height))
        set_attribute(self._rate, "value", str(order.frames_per_second))
        set_attribute(self._subtitled, "checked", "true" if order.subtitled else False)
        set_attribute(self._music, "checked", "true" if order.music else False)
        set_attribute(self._go, "disabled", "true" if desk.work is not None else False)
        self._progress()
        stale = desk.made is not None and not desk.fresh and desk.work is None
        told = "story-stale" if stale else desk.told
        self._told.set_text(self._words(told) if told and told not in ABOUT_CAST else "")
        if (desk.made, desk.fresh) != self._shown:
            self._shown = desk.made, desk.fresh
            self._facts.clear()
            if desk.made is not None:
                with self._facts:
                    self._build(desk.made)

    def _wished(self, order: FilmOrder) -> str:
        words = self._words
        switched = [words(key) for key, on in (("story-captions", order.subtitled), ("story-sound", order.music)) if on]
        return " · ".join(
            [order.shape, f"{order.height}p", words("story-per-second", rate=order.frames_per_second), *switched]
        )

    def _progress(self) -> None:
        desk, words = self._desk, self._words
        filming = desk.work is Work.FILMING
        self._go.set_visibility(not filming)
        self._making.set_visibility(filming)
        self._settings.set_visibility(not filming)  # how far it is must be seen, and nothing is chosen meanwhile
        if not filming or desk.stage is None:
            self._left.set_text("")
            self._said.set_text("")
            return
        stage, done, whole = desk.stage
        seen, said = _SAID[stage]
        self._what.set_text(words(seen, done=done, whole=whole))
        self._said.set_text(words(said))
        set_attribute(self._bar, "value", f"{done / max(whole, 1):.3f}")
        left = desk.pace.left_seconds if stage is Stage.DRAWING else None
        self._left.set_text("" if left is None else self._time_left(left))

    def _time_left(self, seconds: float) -> str:
        whole = max(1, round(seconds))
        if whole < _MINUTE:
            return self._words("story-left-seconds", seconds=whole)
        return self._words("story-left", minutes=whole // _MINUTE, seconds=whole % _MINUTE)

    def _build(self, made: Made) -> None:
        words = self._words
        megabytes = round(made.path.stat().st_size / 1e6, 1)
        minutes, seconds = divmod(round(made.seconds), _MINUTE)
        with box("p", "facts"):
            long = words("story-minutes-long" if minutes else "story-seconds-long", minutes=minutes, seconds=seconds)
            text("span", f"{long} · {megabytes} MB")
            text("span", self._drawn(made))
        with box("div", "row"):
            for suffix, key in _FILES.items():
                button(suffix.upper(), lambda _=None, s=suffix: self._save(s), sign="sign-download", title=words(key))
        text("p", words("story-film-goes" if self._desk.private else "story-film-stays"), "hint weak")

    def _drawn(self, made: Made) -> str:
        """Which scenes were drawn this time."""
        scenes, drawn = len(made.screenplay.scenes), [str(number + 1) for number in made.drawn_scenes]
        if len(drawn) == scenes:
            return self._words("story-drawn-all", scenes=scenes)
        return self._words("story-drawn-some" if drawn else "story-drawn-none", drawn=", ".join(drawn), scenes=scenes)

    def _save(self, suffix: str) -> None:
        made = self._desk.made
        if made is not None:
            name = f"{file_stem(made.screenplay.title, self._words)}.{suffix}"
            ui.download.from_url(f"{self._address}/film.{suffix}", name)
