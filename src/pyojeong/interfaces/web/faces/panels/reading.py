"""What the chosen face shows, and where it may go from here."""

from __future__ import annotations

from nicegui import ui

from pyojeong.interfaces.web.faces.components import Gauges
from pyojeong.interfaces.web.faces.desk import FacesDesk
from pyojeong.interfaces.web.faces.shown import emotions_shown, reading_shown
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.words import Words

_WORDS = (
    "faces-shares",
    "faces-plane",
    "faces-stirred",
    "faces-calm",
    "faces-moves",
    "faces-still",
    "faces-course",
    "faces-none",
    "faces-no-mood",
    "certainty",
    "pleasant",
    "unpleasant",
    "unsure",
)


class ReadingPanel:
    """The gauges of one face."""

    def __init__(self, desk: FacesDesk, words: Words) -> None:
        self._desk = desk
        self._words = words
        with box("section", "panel faces-reading", aria_labelledby="faces-reading-title"):
            self._title = text("h2", "", id="faces-reading-title")
            self._gauges = Gauges()
            self._gauges.props.update(emotions=emotions_shown(words), words=words.several(*_WORDS))
            with box("div", "row faces-onward"):
                self._photo = button(words("faces-to-studio"), self._send_photo, "tool strong", sign="sign-portrait")
                self._expression = button(words("faces-expression-to-studio"), self._send_expression, sign="face-joy")
        desk.watch(self.follow)
        self.follow()

    async def _send_photo(self) -> None:
        address = await self._desk.sent_photo()
        if address is not None:
            ui.navigate.to(address)

    def _send_expression(self) -> None:
        address = self._desk.sent_expression(self._words("faces-expression-text"))
        if address is not None:
            ui.navigate.to(address)

    def follow(self) -> None:
        """Show the chosen face."""
        desk, words = self._desk, self._words
        several = not desk.is_live and len(desk.readings) > 1
        named = words("faces-reading-of", face=words.face(desk.chosen)) if several else words("faces-reading")
        self._title.set_text(named)
        reading = desk.reading
        self._gauges.props["reading"] = None if reading is None else reading_shown(reading, words)
        for element in (self._photo, self._expression):
            set_attribute(element, "disabled", "true" if reading is None or desk.opening else False)
