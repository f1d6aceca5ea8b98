"""Every movement of the face as a slider."""

from __future__ import annotations

from typing import Any

from nicegui.events import GenericEventArguments

from pyojeong.interfaces.web.handlers import CHECKED
from pyojeong.interfaces.web.markup import box, button, text
from pyojeong.interfaces.web.movements import GROUPS, movement_group, movement_name, movements_in_order, partner
from pyojeong.interfaces.web.studio.components import Dials
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.studio.panels.feeling import LIVE_SECONDS
from pyojeong.interfaces.web.words import Language, Words
from pyojeong.rig import Expression
from pyojeong.rig.expression import HEAD_KEYS

HEAD_SLIDER_DEGREES = 20
"""Sliders stop here: the photo performer turns heads a little, and 45 degrees show cheeks no photo has."""


class DetailsPanel:
    """The folded panel 자세히."""

    def __init__(self, desk: Desk, words: Words) -> None:
        self._desk = desk
        self._together = True
        with box("details", "panel details"):
            text("summary", words("details-title"))
            text("p", words("details-hint"), "hint")
            with box("div", "row"):
                button(
                    words("mirror"), lambda: desk.shape(desk.expression.mirrored(), words("mirror")), sign="sign-mirror"
                )
                button(words("reset"), lambda: desk.shape(Expression(), words("reset")), sign="sign-reset")
            with box("label", "switch"):
                switch = box("input", type="checkbox", role="switch")
                switch.props["checked"] = self._together
                switch.on("change", self._bind, js_handler=CHECKED)
                text("span", words("together"))
            self._dials = Dials()
            self._dials.props.update(groups=dial_groups(words.language), values={})
            self._dials.on("move", self._moved, throttle=LIVE_SECONDS)
            self._dials.on("settle", self._settled)
        desk.watch(self.follow)
        self.follow()

    def _moved(self, event: GenericEventArguments) -> None:
        self._move(event.args["name"], float(event.args["value"]), settled=False)

    def _settled(self, event: GenericEventArguments) -> None:
        self._move(event.args["name"], float(event.args["value"]), settled=True)

    def _move(self, name: str, value: float, *, settled: bool) -> None:
        other = partner(name) if self._together else None
        names = (name,) if other is None else (name, other)
        self._desk.move(dict.fromkeys(names, value), note=name, settled=settled)

    def _bind(self, event: GenericEventArguments) -> None:
        self._together = bool(event.args)

    def follow(self) -> None:
        """Show what the chosen face does."""
        self._dials.props["values"] = {n: round(v, 3) for n, v in self._desk.expression.to_dict().items()}


def dial_groups(language: Language) -> list[dict[str, Any]]:
    """The sliders of every movement, in groups from brow to head."""
    names = movements_in_order()
    titles = {key: korean if language is Language.KOREAN else english for key, korean, english in GROUPS}
    return [
        {"key": key, "title": title, "dials": [_dial(n, language) for n in names if movement_group(n) == key]}
        for key, title in titles.items()
    ]


def _dial(name: str, language: Language) -> dict[str, Any]:
    head = name in HEAD_KEYS
    return {
        "name": name,
        "label": movement_name(name, language),
        "code": name,
        "min": -HEAD_SLIDER_DEGREES if head else 0,
        "max": HEAD_SLIDER_DEGREES if head else 1,
        "step": 0.5 if head else 0.01,
        "unit": "°" if head else "",
    }
