"""The tools above the score: texts and files in, files out, undo and redo; and what the person should know."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable

from nicegui import ui
from nicegui.element import Element

from pyojeong.emotion import Score, score_json
from pyojeong.interfaces.score_csv import score_csv
from pyojeong.interfaces.web.handlers import posted
from pyojeong.interfaces.web.markup import box, button, file_button, picture, set_attribute, text
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.score.desk import ScoreDesk
from pyojeong.interfaces.web.shelf import Item, shelf
from pyojeong.interfaces.web.words import Words

LONGEST_NAME = 60
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_TEXT_FILES = ".txt,.md,.json,text/plain,application/json"


class BarPanel:
    """One row of tools, the notice and the progress of a reading.

    Args:
        desk: Whose score it is.
        words: In which language.
        address: Where the browser posts files.
        limit: Megabytes a file may have.
    """

    def __init__(self, desk: ScoreDesk, words: Words, address: str, limit: float) -> None:
        self._desk = desk
        self._words = words
        self._made = ""
        with box("div", "score-tools", role="toolbar", aria_label=words("score-tools")):
            with box("div", "tool-group"):
                self._new = button(words("score-new"), self._begin_anew, sign="sign-plus")
                self._open(address, limit)
                self._change = button(words("score-change-title"), self._change_text, sign="sign-pencil")
            with box("div", "tool-group"):
                self._undo = self._bare("undo", desk.undo)
                self._redo = self._bare("redo", desk.redo)
                self._reread = button(words("score-reread"), desk.reread, sign="sign-reset")
                set_attribute(self._reread, "title", words("score-reread-hint"))
            with box("div", "tool-group"):
                self._table = button(words("score-table"), self._save_table, sign="sign-download")
                self._save = button(words("score-save"), self._save_score, "tool strong", sign="sign-save")
        self._notices()
        desk.watch(self.follow)
        self.follow()

    def _bare(self, key: str, action: Callable[[], None]) -> Element:
        label = self._words(key)
        made = box("button", "tool bare", type="button", aria_label=label, title=label)
        made.on("click", action, [])
        with made:
            picture(f"sign-{key}")
        return made

    def _open(self, address: str, limit: float) -> None:
        self._file = file_button(self._words("score-open"), _TEXT_FILES)
        self._file.on(
            "change",
            lambda event: self._desk.fail(upload_refusal(str(event.args))),
            js_handler=posted(f"{address}/file", limit),
        )

    def _notices(self) -> None:
        Notice(self._desk, self._words)
        self._told = text("p", "", "hint score-told", role="status")
        with box("div", "making score-progress", role="status") as self._progress:
            self._how_far = text("span", "")
            self._bar = box("progress", max="1")
            button(self._words("cancel"), self._desk.reading.stop, "quiet")

    def _begin_anew(self) -> None:
        self._desk.compose("")

    def _change_text(self) -> None:
        score = self._desk.score
        self._desk.compose("" if score is None else score.text)

    async def _save_score(self) -> None:
        await self._download(lambda score: score_json.dumps(score).encode("utf-8"), "json", "application/json")

    async def _save_table(self) -> None:
        language = self._words.language.value
        await self._download(lambda score: score_csv(score, language=language), "csv", "text/csv")

    async def _download(self, make: Callable[[Score], bytes], suffix: str, media_type: str) -> None:
        score = self._desk.score
        if score is None:
            return
        data = await asyncio.to_thread(make, score)
        shelf.take_away(self._made)
        self._made = shelf.put(Item(data, media_type, f"{file_stem(self._desk.name, self._words)}.{suffix}"))
        ui.download.from_url(self._made)

    def follow(self) -> None:
        """Show what can be done now, and what happened."""
        desk, words = self._desk, self._words
        editable = desk.score is not None and not desk.busy and not desk.composing
        for element in (self._reread, self._table, self._save, self._change):
            set_attribute(element, "disabled", False if editable else "true")
        for element in (self._new, self._file):
            set_attribute(element, "disabled", "true" if desk.busy or not desk.arrived else False)
        set_attribute(self._undo, "disabled", False if editable and desk.history.undoable else "true")
        set_attribute(self._redo, "disabled", False if editable and desk.history.redoable else "true")
        self._progress.set_visibility(desk.busy)
        part = desk.reading.progress or 0.0
        set_attribute(self._bar, "value", f"{part:.3f}")
        self._how_far.set_text(words("score-progress", percent=round(100 * part)))
        self._told.set_text("" if desk.told is None else words(desk.told))


def file_stem(name: str, words: Words) -> str:
    """What a file made of the score is called, without its ending; safe on every system.

    >>> from pyojeong.interfaces.web.words import Language
    >>> file_stem("일기: 3/4", Words(Language.KOREAN))
    '일기 34'
    """
    return _UNSAFE.sub("", name)[:LONGEST_NAME].strip(" .") or words("score-file")
