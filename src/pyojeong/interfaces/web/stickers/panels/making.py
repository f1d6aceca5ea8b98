"""The pack drawn, checked and taken home."""

from __future__ import annotations

from nicegui import ui

from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.pack_desk import Work
from pyojeong.interfaces.web.words import Words
from pyojeong.stickers.packing import WrittenPack
from pyojeong.stickers.preflight import Finding, Report, Severity

_MOST_SHOWN = 40
_WORK = {
    Work.PLANNING: "sticker-planning",
    Work.CHECKING: "sticker-checking",
    Work.READING: "sticker-reading",
    Work.MEETING: "sticker-meeting",
}


class MakingPanel:
    """The panel 그리고 검진하기."""

    def __init__(self, desk: StickerDesk, words: Words, address: str) -> None:
        self._desk, self._words, self._address = desk, words, address
        self._shown: Report | None = None
        with box("section", "panel", aria_labelledby="sticker-make-title"):
            text("h2", words("sticker-make"), id="sticker-make-title")
            self._draw = button(words("sticker-draw"), desk.draw, "tool primary", sign="sign-pencil")
            with box("div", "making", aria_live="polite") as self._making:
                self._what = text("span", "")
                self._bar = box("progress", max="1")
                button(words("cancel"), desk.cancel, "quiet")
            self._told = text("p", "", "hint", role="status")
            with box("div", "row") as self._home:
                button(words("sticker-download"), self._take_home, "tool strong", sign="sign-download")
                self._report = button(words("sticker-report"), self._open_report, sign="sign-paper")
            self._files = text("p", "", "facts")
            self._verdict = text("p", "", "sticker-verdict", role="status")
            self._findings = box("ul", "findings")
            self._declaration = text("p", "", "hint weak")
        desk.watch(self.follow)
        self.follow()

    def _take_home(self) -> None:
        plan = self._desk.plan
        if plan is not None and self._desk.written is not None:
            ui.download.from_url(f"{self._address}/pack.zip", f"{plan.title}-{plan.store}.zip")

    def _open_report(self) -> None:
        ui.navigate.to(f"{self._address}/report?language={self._words.language.value}", new_tab=True)

    def follow(self) -> None:
        """Show how far it is, and what came out."""
        desk, words = self._desk, self._words
        set_attribute(self._draw, "disabled", "true" if desk.plan is None or desk.work is not None else False)
        self._making.set_visibility(desk.work is not None)
        if desk.work is not None:
            said = _WORK.get(desk.work)
            self._what.set_text(words(said) if said else words("sticker-drawing", percent=round(100 * desk.progress)))
            set_attribute(self._bar, "value", f"{desk.progress:.3f}" if desk.progress else False)
        self._told.set_text(words(desk.told) if desk.told else "")
        self._home.set_visibility(desk.written is not None)
        self._report.set_visibility(desk.report is not None)
        self._files.set_text("" if desk.written is None else self._weighed(desk.written))
        if desk.report is not self._shown:
            self._shown = desk.report
            self._build(desk.report)

    def _weighed(self, written: WrittenPack) -> str:
        largest = max(one.bytes for one in written.files)
        return self._words("sticker-files", count=len(written.files), kilobytes=round(largest / 1000))

    def _build(self, report: Report | None) -> None:
        words = self._words
        self._findings.clear()
        declaration = self._desk.plan.rules.declaration if report is not None and self._desk.plan else None
        told = "" if declaration is None else words.name(declaration)
        self._declaration.set_text(f"{words('sticker-declare')}: {told}" if told else "")
        if report is None:
            self._verdict.set_text("")
            return
        shown = [one for one in report.findings if one.severity is not Severity.NOTE]
        errors = sum(one.severity is Severity.ERROR for one in shown)
        said = words("sticker-findings", errors=errors, warnings=len(shown) - errors)
        notes = len(report.findings) - len(shown)
        lines = [said if shown else words("sticker-passed"), words("sticker-notes", count=notes) if notes else ""]
        self._verdict.set_text(" ".join(filter(None, lines)))
        with self._findings:
            for one in shown[:_MOST_SHOWN]:
                self._finding(one)

    def _finding(self, one: Finding) -> None:
        with box("li", f"finding {one.severity.value}"):
            text("p", self._words.either(one.says))
            with box("p", "hint weak"):
                text("b", f"{self._words('sticker-mend')}: ")
                text("span", self._words.either(one.mend))
