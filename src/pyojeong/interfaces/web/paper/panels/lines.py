"""What was read, line by line, to be corrected; and where it goes from here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from pyojeong.interfaces.pages import is_doubtful
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.paper.components import Lines
from pyojeong.interfaces.web.paper.desk import PaperDesk
from pyojeong.interfaces.web.shelf import Item, shelf
from pyojeong.interfaces.web.words import Words


class LinesPanel:
    """The lines and their tools.

    Args:
        desk: What is shown.
        words: In which language.
        turn_to: Told which line the person is at.
    """

    def __init__(self, desk: PaperDesk, words: Words, turn_to: Callable[[int], None]) -> None:
        self._desk = desk
        self._words = words
        self._made = ""
        with box("section", "panel paper-lines", aria_labelledby="lines-title"):
            with box("div", "panel-head"):
                text("h2", words("paper-lines"), id="lines-title")
                self._restore = button(words("paper-restore"), desk.restore, "quiet")
            self._sure = text("p", "", "facts", aria_live="polite")
            self._hint = text("p", "", "hint")
            self._lines = Lines()
            self._lines.on("write", self._write)
            self._lines.on("choose", lambda event: turn_to(int(event.args)))
            with box("div", "row paper-onward"):
                self._score = button(words("paper-to-score"), self._to_score, "tool primary", sign="face-joy")
                self._save = button(words("paper-save"), self._download, sign="sign-download")
        desk.watch(self.follow)
        self.follow()

    def choose(self, line: int) -> None:
        """Turn to one line."""
        self._lines.props["chosen"] = line

    def _write(self, event: GenericEventArguments) -> None:
        self._desk.write(int(event.args["line"]), str(event.args["text"]))

    def _to_score(self) -> None:
        ui.navigate.to(self._desk.sent_to_score())

    def _download(self) -> None:
        shelf.take_away(self._made)
        data = (self._desk.text + "\n").encode("utf-8")
        self._made = shelf.put(Item(data, "text/plain; charset=utf-8", f"{self._words('paper-file')}.txt"))
        ui.download.from_url(self._made)

    def follow(self) -> None:
        """Show the lines and what can be done with them."""
        desk, words = self._desk, self._words
        lines = self._shown()
        self._lines.props.update(lines=lines, disabled=desk.work is not None)
        self._lines.set_visibility(bool(lines))
        self._hint.set_text(words("paper-lines-hint" if lines else "paper-lines-empty"))
        changed = desk.page is not None and desk.written != [line.text for line in desk.page.lines]
        self._restore.set_visibility(changed)
        for element in (self._score, self._save):
            set_attribute(element, "disabled", False if desk.text and desk.work is None else "true")
        said = ""
        if desk.page is not None:
            doubtful = sum(len(line["doubtful"]) for line in lines)
            percent = round(100 * desk.page.confidence)
            said = words("paper-sure", percent=percent, lines=len(lines), doubtful=doubtful)
        self._sure.set_text(said)

    def _shown(self) -> list[dict[str, Any]]:
        desk = self._desk
        if desk.page is None:
            return []
        return [
            {
                "text": written,
                "confidence": round(line.confidence, 3),
                "doubtful": [word.text for word in line.words if is_doubtful(word)],
                "label": self._words("paper-line", number=number, percent=round(100 * line.confidence)),
            }
            for number, (line, written) in enumerate(zip(desk.page.lines, desk.written, strict=True), 1)
        ]
