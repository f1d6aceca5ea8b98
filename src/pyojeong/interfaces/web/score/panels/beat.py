"""The chosen beat: what was read and what the person says, side by side, and everything about it that can be set."""

from __future__ import annotations

from collections.abc import Callable

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.emotion import Beat, Emotion, Feeling, Mood, SetBy, score_editing
from pyojeong.interfaces.palette import EMOTION_COLOURS
from pyojeong.interfaces.web.handlers import VALUE
from pyojeong.interfaces.web.handoff import handoff
from pyojeong.interfaces.web.markup import box, button, picture, set_attribute, text
from pyojeong.interfaces.web.score.desk import ScoreDesk
from pyojeong.interfaces.web.score.shown import mood_name
from pyojeong.interfaces.web.studio.components import Dials
from pyojeong.interfaces.web.voice import Voice
from pyojeong.interfaces.web.words import Words

NAMED_SHOWN = 6
"""A reading may name a dozen feelings; the strongest come first, the others are in the list."""


class BeatPanel:
    """The right side of the page.

    Args:
        desk: Whose score it is.
        words: In which language.
        split: Splits the chosen beat where the cursor is; only the browser knows where.
    """

    def __init__(self, desk: ScoreDesk, words: Words, split: Callable[[], object]) -> None:
        self._desk = desk
        self._words = words
        self._split = split
        with box("section", "panel score-beat", aria_labelledby="beat-title") as self._panel:
            self._head()
            with box("div", "voices"):
                self._read, self._own = Voice(words("from-text")), Voice(words("beat-own"))
            with box("p", "reading-unsure") as self._ask:
                picture("sign-unsure")
                text("span", words("beat-ask"))
            self._strength = self._dial()
            self._named = NamedFeelings(desk, words)
            self._speaker, self._speakers = self._speaker_field()
            self._face()
            self._actions()
        desk.watch(self.follow)
        self.follow()

    def _head(self) -> None:
        words, desk = self._words, self._desk
        with box("div", "panel-head"):
            with box("h2", id="beat-title"):
                self._title = text("span", "")
                self._of = text("small", "", "hint")
            with box("div", "tool-group"):
                for key, sign, step in (("beat-before", "sign-before", -1), ("beat-after", "sign-after", 1)):
                    made = box("button", "tool bare", type="button", aria_label=words(key), title=words(key))
                    made.on("click", lambda _, by=step: desk.choose(desk.chosen + by), [])
                    with made:
                        picture(sign)

    def _dial(self) -> Dials:
        dial = {"name": "intensity", "label": self._words("intensity"), "min": 0, "max": 1, "step": 0.01, "unit": ""}
        dials = Dials()
        dials.props.update(groups=[{"key": "intensity", "title": "", "dials": [dial]}], values={})
        dials.on("settle", lambda event: self._desk.intensify(float(event.args["value"])))
        return dials

    def _speaker_field(self) -> tuple[Element, Element]:
        words = self._words
        with box("label", "field"):
            text("span", words("beat-speaker"))
            field = box("input", "speaker", type="text", maxlength="40", list="speakers")
            set_attribute(field, "placeholder", words("beat-speaker-hint"))
            field.on("change", self._spoken, js_handler=VALUE)
            known = box("datalist", id="speakers")
        return field, known

    def _spoken(self, event: GenericEventArguments) -> None:
        self._desk.speak(str(event.args))

    def _face(self) -> None:
        words, desk = self._words, self._desk
        with box("div", "field"):
            text("span", words("beat-face"))
            self._held = text("b", "")
            self._hold = button(words("beat-hold"), desk.hold, sign="sign-lock")
            self._let_go = button(words("beat-let-go"), desk.let_go, sign="sign-close")

    def _actions(self) -> None:
        words, desk = self._words, self._desk
        with box("div", "beat-actions"):
            button(words("beat-split"), self._split, sign="sign-cut")
            self._merge = button(words("beat-merge"), desk.merge, sign="sign-join")
            button(words("beat-reread"), desk.reread_beat, sign="sign-reset")
        button(words("beat-perform"), self._perform, "tool primary", sign="sign-portrait")

    def _perform(self) -> None:
        if self._desk.score is not None and self._desk.beat is not None:
            ui.navigate.to(f"/?beat={handoff.put(score_editing.excerpt(self._desk.score, self._desk.chosen))}")

    def follow(self) -> None:
        """Show the chosen beat."""
        desk, words, beat = self._desk, self._words, self._desk.beat
        self._panel.set_visibility(beat is not None and not desk.composing)
        if beat is None or desk.score is None:
            return
        set_attribute(self._panel, "inert", "true" if desk.busy else False)
        count = len(desk.score.beats)
        self._title.set_text(words("beat-title", number=desk.chosen + 1))
        self._of.set_text(words("beat-of", count=count))
        self._voices(beat)
        self._ask.set_visibility(beat.mood.unsure)
        self._strength.props["values"] = {"intensity": round(beat.mood.intensity, 3)}
        self._panel.style(replace=f"--feeling:{EMOTION_COLOURS[beat.mood.leading]}")
        self._named.show(beat.mood)
        set_attribute(self._speaker, "value", beat.speaker or "")
        self._know_speakers(sorted({b.speaker for b in desk.score.beats if b.speaker}))
        held = 0 if beat.expression is None else len(beat.expression)
        self._held.set_text(words("beat-face-held", count=held) if held else words("beat-face-free"))
        self._hold.set_visibility(not held)
        self._let_go.set_visibility(bool(held))
        set_attribute(self._merge, "disabled", "true" if desk.chosen + 1 >= count else False)

    def _voices(self, beat: Beat) -> None:
        words = self._words
        read = beat.mood if beat.set_by is SetBy.READER else beat.read
        if read is None:
            self._read.say(words("beat-unread"), None)
        else:
            name = mood_name(read, words)
            known = None if read.unsure else read.leading
            self._read.say(name, known, f"{words('certainty')} {read.certainty:.0%}")
        if beat.set_by is SetBy.PERSON:
            strength = f"{words('intensity')} {round(100 * beat.mood.intensity)}"
            self._own.say(words.emotion(beat.mood.leading), beat.mood.leading, strength)
        else:
            self._own.say(words("beat-own-none"), None)

    def _know_speakers(self, names: list[str]) -> None:
        self._speakers.clear()
        with self._speakers:
            for name in names:
                box("option", value=name)


class NamedFeelings:
    """The feelings that are named, and all forty-four to choose among, under their emotions."""

    def __init__(self, desk: ScoreDesk, words: Words) -> None:
        self._desk = desk
        self._words = words
        self._all: dict[Feeling, Element] = {}
        with box("div", "named"):
            text("h3", words("beat-named"))
            self._chips = box("ul", "chips named-chips")
            with box("details", "feelings-all"):
                text("summary", words("beat-all-feelings"))
                for emotion in Emotion:
                    self._group(emotion)

    def _group(self, emotion: Emotion) -> None:
        with box("div", "feelings-group", role="group", aria_label=self._words.emotion(emotion)) as group:
            group.style(f"--feeling:var(--{emotion})")
            picture(f"face-{emotion}")
            for feeling in Feeling:
                if feeling.emotion is emotion:
                    name = self._words.feeling(feeling)
                    self._all[feeling] = button(name, lambda one=feeling: self._desk.toggle(one), "feeling-word")

    def show(self, mood: Mood) -> None:
        """Show what ``mood`` names."""
        for feeling, element in self._all.items():
            set_attribute(element, "aria-pressed", str(feeling in mood.named).lower())
        self._chips.clear()
        with self._chips:
            for feeling in mood.named[:NAMED_SHOWN]:
                with box("li"):
                    name = self._words.feeling(feeling)
                    label = self._words("beat-unname", feeling=name)
                    button(name, lambda one=feeling: self._desk.toggle(one), "", sign="sign-close", aria_label=label)
            if not mood.named:
                text("li", self._words("beat-named-none"), "hint")
