"""The text as beats with its staff, or the box to write one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from nicegui.events import GenericEventArguments

from pyojeong.emotion import Emotion
from pyojeong.interfaces.palette import EMOTION_COLOURS
from pyojeong.interfaces.web.markup import box, text
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.score import shown
from pyojeong.interfaces.web.score.components import Measures, Staff, Writer
from pyojeong.interfaces.web.score.desk import LONGEST_TEXT, ScoreDesk
from pyojeong.interfaces.web.score.sample import sample
from pyojeong.interfaces.web.words import Words

_MEASURE_WORDS = ("feelings", "score-drag", "score-listbox")
_STAFF_WORDS = (
    "staff-label",
    "pleasant",
    "unpleasant",
    "intensity",
    "legend-valence",
    "legend-arousal",
    "score-own",
    "unsure",
    "page-before",
    "page-after",
    "page-number",
)
_WRITER_WORDS = ("score-writing", "score-placeholder", "score-read", "score-sample", "score-back")


class PaperPanel:
    """The left side of the page.

    Args:
        desk: Whose score it is.
        words: In which language.
        address: Where the browser posts texts.
    """

    def __init__(self, desk: ScoreDesk, words: Words, address: str) -> None:
        self._desk = desk
        self._words = words
        self._writer_open = False
        self._course_of: object = None
        self._waiting = text("p", words("score-opening"), "hint score-waiting")
        self._write_place = box("section", "panel score-writing", aria_labelledby="writing-title")
        with box("section", "score-paper") as self._paper:
            with box("div", "panel score-text"):
                text("p", words("score-lead"), "hint")
                self._measures = self._made_measures()
                self._none = text("p", words("beat-none"), "hint")
            with box("div", "panel score-staff"):
                self._staff = Staff()
                self._staff.props.update(words=words.several(*_STAFF_WORDS), size=shown.BEATS_A_PAGE)
                self._staff.on("choose", lambda event: desk.choose(int(event.args)))
        self._address = f"{address}/file"
        self._staff.props["course"] = []
        self._show(shown.NO_PAGE)
        desk.watch(self.follow)
        self.follow()

    def _made_measures(self) -> Measures:
        desk, words = self._desk, self._words
        measures = Measures()
        measures.props.update(
            words=words.several(*_MEASURE_WORDS),
            palette=[
                {"emotion": e.value, "name": words.emotion(e), "colour": EMOTION_COLOURS[e], "icon": f"#face-{e}"}
                for e in Emotion
            ],
        )
        measures.on("choose", lambda event: desk.choose(int(event.args)))
        measures.on("feel", lambda event: desk.feel(Emotion(event.args["emotion"]), int(event.args["number"])))
        measures.on("split", lambda event: desk.split(int(event.args)))
        measures.on("merge", desk.merge, [])
        measures.on("louder", self._louder)
        measures.on("reread", desk.reread_beat, [])
        return measures

    def split(self) -> None:
        """Split the chosen beat where the cursor is."""
        self._measures.run_method("splitHere")

    async def _show_sample(self) -> None:
        example = await asyncio.to_thread(sample)
        if example.score is not None:
            self._desk.begin(example.score, example.chosen)

    def _louder(self, event: GenericEventArguments) -> None:
        if self._desk.beat is not None:
            self._desk.intensify(round(self._desk.beat.mood.intensity + float(event.args), 2))

    def follow(self) -> None:
        """Show the page of the chosen beat, or the box."""
        desk, score = self._desk, self._desk.score
        self._waiting.set_visibility(not desk.arrived)
        self._show_writer()
        self._write_place.set_visibility(desk.arrived and desk.composing)
        self._paper.set_visibility(desk.arrived and score is not None and not desk.composing)
        if score is None or desk.composing:
            return
        self._none.set_visibility(not score.beats)
        page = shown.page_shown(score, desk.chosen, self._words)
        if self._course_of is not score:
            self._staff.props["course"] = shown.course(score) if page["pages"] > 1 else []
            self._course_of = score
        self._show(page)

    def _show(self, page: Mapping[str, Any]) -> None:
        here = {name: page[name] for name in ("beats", "first", "count")}
        chosen, busy = self._desk.chosen, self._desk.busy
        self._measures.props.update(**here, tail=page["tail"], chosen=chosen, busy=busy)
        self._staff.props.update(**here, page=page["page"], pages=page["pages"], chosen=chosen)

    def _show_writer(self) -> None:
        """The box is made when somebody wants to write, with the text there is then, and taken away afterwards."""
        desk, words = self._desk, self._words
        if desk.composing and not self._writer_open:
            with self._write_place:
                changing = bool(desk.written)
                text("h2", words("score-change-title" if changing else "score-writing-title"), id="writing-title")
                text("p", words("score-change-hint" if changing else "score-writing-hint"), "hint")
                self._writer = Writer()
                self._writer.props.update(
                    address=self._address,
                    limit=LONGEST_TEXT,
                    back=desk.score is not None,
                    words=words.several(*_WRITER_WORDS),
                )
                self._writer.on("refused", lambda event: desk.fail(upload_refusal(str(event.args))))
                self._writer.on("sample", self._show_sample, [])
                self._writer.on("back", desk.put_aside, [])
        elif self._writer_open and not desk.composing:
            self._write_place.clear()
        self._writer_open = desk.composing
        if desk.composing:
            self._writer.props.update(busy=desk.busy, text=desk.written)
