"""Everything that can be chosen about the character: colours, parts, sizes."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.interfaces.web.handlers import VALUE
from pyojeong.interfaces.web.markup import box, set_attribute, text
from pyojeong.interfaces.web.stickers.components import Field
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.studio.components import Dials
from pyojeong.interfaces.web.studio.panels.feeling import LIVE_SECONDS
from pyojeong.interfaces.web.words import Words
from pyojeong.performing.character import Choice, choices_of, design_of
from pyojeong.performing.character.space import Slider, Swatch


class ShapingPanel:
    """The panel 다듬기; built anew when the design changes."""

    def __init__(self, desk: StickerDesk, words: Words) -> None:
        self._desk, self._words = desk, words
        self._design = ""
        with box("details", "panel sticker-shape", open="true"):
            text("summary", words("sticker-shape"))
            self._inside = box("div", "sticker-shape-inside")
        desk.watch(self.follow)
        self.follow()

    def _build(self) -> None:
        space = design_of(self._desk.character).space
        self._swatches: list[tuple[str, str, Element]] = []
        self._pickers: dict[str, Field] = {}
        self._parts: dict[str, Element] = {}
        self._inside.clear()
        with self._inside:
            text("h3", self._words("sticker-parts"))
            with box("div", "sticker-parts"):
                for choice in space.choices:
                    self._choice(choice)
            text("h3", self._words("sticker-colours"))
            with box("div", "sticker-colours"):
                for swatch in space.swatches:
                    self._swatch(swatch)
            with box("details", "sticker-sizes"):
                text("summary", self._words("sticker-sizes"))
                self._sizes(space.sliders)

    def _sizes(self, sliders: tuple[Slider, ...]) -> None:
        self._dials = Dials()
        self._dials.props.update(groups=[{"key": "sizes", "title": "", "dials": self._dial_list(sliders)}])
        self._dials.on("move", lambda event: self._slide(event, settled=False), throttle=LIVE_SECONDS)
        self._dials.on("settle", lambda event: self._slide(event, settled=True))

    def _swatch(self, swatch: Swatch) -> None:
        called = self._words.name(swatch)
        with box("div", "field"):
            text("span", called)
            with box("div", "swatches", role="group", aria_label=called):
                for colour in dict.fromkeys((swatch.rest, *swatch.others)):
                    label = self._words("sticker-colour-named", name=called, colour=colour)
                    made = box(
                        "button", "swatch-dot", type="button", style=f"--dot: {colour}", aria_label=label, title=colour
                    )
                    made.on("click", lambda _, n=swatch.name, c=colour: self._desk.shape(n, c), [])
                    self._swatches.append((swatch.name, colour, made))
                label = f"{called}: {self._words('sticker-own-colour')}"
                taken = partial(self._own, swatch.name)
                self._pickers[swatch.name] = Field(taken, "swatch", type="color", aria_label=label)

    def _own(self, name: str, colour: str) -> None:
        self._desk.shape(name, colour.lower())

    def _choice(self, choice: Choice) -> None:
        with box("label", "field"):
            text("span", self._words.name(choice))
            with box("select") as chosen:
                for option in choice.options:
                    text("option", self._words.name(option), value=option.name)
        chosen.on("change", lambda event: self._desk.shape(choice.name, str(event.args)), js_handler=VALUE)
        self._parts[choice.name] = chosen

    def _dial_list(self, sliders: tuple[Slider, ...]) -> list[dict[str, Any]]:
        return [
            {
                "name": slider.name,
                "label": self._words.name(slider),
                "code": "",
                "min": slider.low,
                "max": slider.high,
                "step": 0.01,
                "unit": "",
            }
            for slider in sliders
        ]

    def _slide(self, event: GenericEventArguments, *, settled: bool) -> None:
        self._desk.shape(event.args["name"], float(event.args["value"]), settled=settled)

    def follow(self) -> None:
        """Show what is chosen."""
        design = design_of(self._desk.character)
        if design.name != self._design:
            self._design = design.name
            self._build()
        choices = choices_of(self._desk.character)
        for name, colour, made in self._swatches:
            set_attribute(made, "aria-pressed", str(choices.colour(name) == colour).lower())
        for name, picker in self._pickers.items():
            picker.show(choices.colour(name))
        for name, chosen in self._parts.items():
            set_attribute(chosen, "value", choices.option(name))
        values = {slider.name: round(choices.number(slider.name), 3) for slider in design.space.sliders}
        if self._dials.props.get("values") != values:
            self._dials.props["values"] = values
