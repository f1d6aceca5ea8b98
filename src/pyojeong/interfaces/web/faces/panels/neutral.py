"""The person's own neutral face: kept, shown when it is in use, and erased."""

from __future__ import annotations

from nicegui.events import GenericEventArguments

from pyojeong.interfaces.web.faces.desk import FacesDesk
from pyojeong.interfaces.web.handlers import CHECKED
from pyojeong.interfaces.web.markup import box, button, picture, set_attribute, text
from pyojeong.interfaces.web.words import Words


class NeutralPanel:
    """Below the picture."""

    def __init__(self, desk: FacesDesk, words: Words) -> None:
        self._desk = desk
        self._words = words
        with box("section", "panel faces-neutral", aria_labelledby="faces-neutral-title"):
            text("h2", words("faces-neutral"), id="faces-neutral-title")
            text("p", words("faces-neutral-why"), "hint")
            with box("p", "faces-active", role="status") as self._active:
                picture("sign-check")
                self._said = text("strong", "")
            with box("label", "switch") as self._mine:
                self._switch = box("input", type="checkbox")
                self._switch.on("change", self._switched, js_handler=CHECKED)
                with box("span"):
                    text("span", words("faces-neutral-mine"))
                    text("small", words("faces-neutral-mine-hint"))
            with box("div", "row"):
                self._keep = button(words("faces-neutral-keep"), desk.keep_neutral, sign="face-neutral")
                self._forget = button(words("faces-neutral-forget"), desk.forget_neutral, sign="sign-close")
        desk.watch(self.follow)
        self.follow()

    async def _switched(self, event: GenericEventArguments) -> None:
        await self._desk.say_mine(mine=bool(event.args))

    def follow(self) -> None:
        """Show whether a neutral face is kept, and in use for what is seen."""
        desk = self._desk
        used = desk.is_live or (desk.mine is not None and desk.mine == desk.chosen)
        self._active.set_visibility(desk.rest is not None)
        self._active.classes(remove="idle", add="" if used else "idle")
        self._said.set_text(self._words("faces-neutral-active" if used else "faces-neutral-other"))
        self._mine.set_visibility(desk.rest is not None and not desk.is_live)
        set_attribute(self._switch, "checked", "true" if used else False)
        self._forget.set_visibility(desk.rest is not None)
        missing = desk.reading is None or desk.reading.mood is None or desk.opening
        set_attribute(self._keep, "disabled", "true" if missing else False)
