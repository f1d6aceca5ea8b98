"""Where else a page may come from, a web address, and who reads it."""

from __future__ import annotations

from nicegui.events import GenericEventArguments

from pyojeong.interfaces import wiring
from pyojeong.interfaces.pages import PageEye
from pyojeong.interfaces.web.handlers import CHECKED, written_in
from pyojeong.interfaces.web.markup import box, set_attribute, text
from pyojeong.interfaces.web.paper.desk import PaperDesk
from pyojeong.interfaces.web.words import Words

LONGEST_ADDRESS = "2000"


class SourcePanel:
    """The web address and, where the person set it up, the switch to CLOVA OCR."""

    def __init__(self, desk: PaperDesk, words: Words) -> None:
        self._desk = desk
        with box("section", "panel paper-source", aria_labelledby="paper-source-title"):
            text("h2", words("paper-address"), id="paper-source-title")
            with box("form", "paper-address").on("submit.prevent", self._look, js_handler=written_in("address")):
                self._address = box(
                    "input",
                    name="address",
                    inputmode="url",
                    autocomplete="url",
                    maxlength=LONGEST_ADDRESS,
                    placeholder=words("paper-address-example"),
                    aria_label=words("paper-address"),
                    required="true",
                )
                self._go = box("button", "tool", type="submit")
                with self._go:
                    text("span", words("paper-look"))
            text("p", words("paper-address-hint"), "hint")
            if wiring.clova_reader() is not None:
                self._clova(words)
        desk.watch(self.follow)
        self.follow()

    def _clova(self, words: Words) -> None:
        with box("label", "switch"):
            switch = box("input", type="checkbox")
            set_attribute(switch, "checked", "true" if self._desk.eye is PageEye.CLOVA else False)
            switch.on("change", self._switched, js_handler=CHECKED)
            with box("span"):
                text("span", words("paper-clova"))
                text("small", words("paper-clova-hint"))

    async def _look(self, event: GenericEventArguments) -> None:
        await self._desk.look(str(event.args))

    def _switched(self, event: GenericEventArguments) -> None:
        self._desk.read_by(PageEye.CLOVA if event.args else PageEye.HERE)

    def follow(self) -> None:
        """Nothing new is looked at while something is being done."""
        set_attribute(self._go, "disabled", "true" if self._desk.work is not None else False)
