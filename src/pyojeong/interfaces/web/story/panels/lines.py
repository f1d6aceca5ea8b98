"""The lines of the tale: who says them, how they are felt, how they sound."""

from __future__ import annotations

import hashlib

from nicegui import ui
from nicegui.events import GenericEventArguments

from pyojeong.emotion import Emotion, score_json
from pyojeong.interfaces.palette import EMOTION_COLOURS
from pyojeong.interfaces.web.handoff import scores
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.score import shown
from pyojeong.interfaces.web.score.panels.bar import file_stem
from pyojeong.interfaces.web.story.components import TaleLines
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.interfaces.web.words import Words

_WORDS = ("story-listen-line", "story-narrator", "beat-speaker", "beat-merge", "feelings", "page-before", "page-after")


class LinesPanel:
    """The panel 줄."""

    def __init__(self, desk: StoryDesk, words: Words, address: str) -> None:
        self._desk, self._words = desk, words
        lines = desk.lines
        with box("section", "panel", aria_labelledby="story-lines-title") as self._panel:
            with box("div", "panel-head"):
                text("h2", words("story-lines"), id="story-lines-title")
                with box("div", "row"):
                    self._undo = button("", lines.undo, "tool bare", sign="sign-undo", aria_label=words("undo"))
                    self._redo = button("", lines.redo, "tool bare", sign="sign-redo", aria_label=words("redo"))
            text("p", words("story-lines-hint"), "hint weak")
            self._count = text("p", "", "hint", role="status")
            self._lines = TaleLines()
            self._lines.props.update(
                address=address,
                words=words.several(*_WORDS),
                palette=[
                    {"emotion": e.value, "name": words.emotion(e), "colour": EMOTION_COLOURS[e], "icon": f"#face-{e}"}
                    for e in Emotion
                ],
            )
            self._lines.on("choose", lambda event: lines.choose(int(event.args)))
            self._lines.on("feel", lambda event: lines.feel(Emotion(event.args["emotion"]), int(event.args["number"])))
            self._lines.on("speak", self._spoken)
            self._lines.on("merge", lines.merge, [])
            with box("div", "row"):
                button(words("story-in-score"), self._open_score, sign="sign-pencil")
                button(words("score-save"), self._save, sign="sign-save")
        desk.watch(self.follow)
        self.follow()

    def _spoken(self, event: GenericEventArguments) -> None:
        self._desk.lines.choose(int(event.args["number"]))
        self._desk.lines.speak(str(event.args["name"]))

    def _open_score(self) -> None:
        if self._desk.lines.score is not None:
            ui.navigate.to(f"/score?score={scores.put(self._desk.lines.score)}", new_tab=True)

    def _save(self) -> None:
        score = self._desk.lines.score
        if score is not None:
            written = score_json.dumps(score).encode("utf-8")
            ui.download.content(written, f"{file_stem(self._desk.title, self._words)}.json", "application/json")

    def follow(self) -> None:
        """Show the page of the chosen line."""
        lines, story = self._desk.lines, self._desk.story
        self._panel.set_visibility(story is not None)
        if story is None:
            return
        page = shown.page_shown(story.score, lines.chosen, self._words)
        here = {name: page[name] for name in ("beats", "first", "count", "page", "pages")}
        beats = story.score.beats[page["first"] : page["first"] + len(page["beats"])]
        marks = [repr((beat.mood.shares, beat.mood.intensity, story.company.part_of(beat.speaker))) for beat in beats]
        self._lines.props.update(
            **here,
            chosen=lines.chosen,
            roles=list(story.company.parts),
            marks=[hashlib.sha256(mark.encode()).hexdigest()[:12] for mark in marks],
        )
        self._count.set_text(self._words("story-counted", lines=len(story.score.beats), roles=len(story.company.parts)))
        set_attribute(self._undo, "disabled", False if lines.history.undoable else "true")
        set_attribute(self._redo, "disabled", False if lines.history.redoable else "true")
