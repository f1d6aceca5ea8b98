"""The feeling: what the text says and what the person chose, side by side; emotions, blend, strength."""

from __future__ import annotations

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.emotion import Emotion
from pyojeong.interfaces.web.handlers import VALUE
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.studio.components import Dials
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.studio.look import Look, Origin
from pyojeong.interfaces.web.voice import Voice
from pyojeong.interfaces.web.words import Words
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig.compose import shown_strength

LIVE_SECONDS = 0.06
"""While a slider is held, a value is sent this often; a preview takes about as long."""
START_SHARE = 0.5
NO_BLEND = "none"


class FeelingPanel:
    """Emotion, blend, intensity, and what happens to the photographed expression."""

    def __init__(self, desk: Desk, words: Words) -> None:
        self._desk = desk
        self._words = words
        with box("section", "panel feeling", aria_labelledby="feeling-title"):
            text("h2", words("feeling-title"), id="feeling-title")
            with box("div", "voices"):
                self._read = Voice(words("from-text"))
                self._own = Voice(words("own-choice"))
            self._follow_text = button(words("follow-text"), lambda: desk.perform_text(desk.beat), "quiet")
            self._buttons = self._emotion_buttons()
            self._strength = self._dial("intensity")
            self._derived = text("p", "", "hint")
            self._second, self._share = self._blend()
            self._starts = self._undo_modes()
        desk.watch(self.follow)
        self.follow()

    def _emotion_buttons(self) -> dict[Emotion, Element]:
        made: dict[Emotion, Element] = {}
        with box("div", "emotions", role="group", aria_label=self._words("feelings")):
            for emotion in Emotion:
                made[emotion] = button(
                    self._words.emotion(emotion),
                    lambda chosen=emotion: self._desk.feel(chosen),
                    "emotion",
                    sign=f"face-{emotion}",
                    style=f"--feeling:var(--{emotion})",
                )
        return made

    def _dial(self, key: str) -> Dials:
        dial = {"name": key, "label": self._words(key), "min": 0, "max": 1, "step": 0.01, "unit": ""}
        dials = Dials()
        dials.props.update(groups=[{"key": key, "title": "", "dials": [dial]}], values={})
        dials.on("move", lambda event: self._turned(event, settled=False), throttle=LIVE_SECONDS, leading_events=True)
        dials.on("settle", lambda event: self._turned(event, settled=True))
        return dials

    def _turned(self, event: GenericEventArguments, *, settled: bool) -> None:
        value = float(event.args["value"])
        if event.args["name"] == "intensity":
            self._desk.intensify(value, settled=settled)
        else:
            self._desk.blend(self._desk.look.second, value, settled=settled)

    def _blend(self) -> tuple[Element, Dials]:
        with box("div", "blend"):
            with box("label", "field"):
                text("span", self._words("blend"))
                with box("select") as second:
                    text("option", self._words("blend-none"), value=NO_BLEND)
                    for emotion in Emotion:
                        text("option", self._words.emotion(emotion), value=emotion.value)
            second.on("change", self._blended, js_handler=VALUE)
            return second, self._dial("blend-share")

    def _blended(self, event: GenericEventArguments) -> None:
        name = str(event.args)
        look = self._desk.look
        if look.emotion is None:
            self._desk.tell()
        elif name == NO_BLEND or name == look.emotion.value:
            self._desk.blend(None, 0.0)
        else:
            self._desk.blend(Emotion(name), look.share or START_SHARE)

    def _undo_modes(self) -> dict[Undo, Element]:
        made: dict[Undo, Element] = {}
        text("h3", self._words("undo-title"), id="undo-title")
        with box("div", "segments wide", role="group", aria_labelledby="undo-title"):
            for undo in Undo:
                words = self._words(f"undo-{undo.value}")
                made[undo] = text("button", words, type="button")
                made[undo].on("click", lambda _, mode=undo: self._desk.start_from(mode), [])
        return made

    def follow(self) -> None:
        """Show how the chosen face is set."""
        look, words = self._desk.look, self._words
        for emotion, element in self._buttons.items():
            set_attribute(element, "aria-pressed", str(emotion is look.emotion).lower())
            element.classes(remove="second")
            if emotion is look.second:
                element.classes(add="second")
        self._strength.props.update(values={"intensity": look.intensity}, disabled=look.mood is None)
        self._share.props.update(values={"blend-share": look.share}, disabled=look.second is None)
        self._share.set_visibility(look.second is not None)
        set_attribute(self._second, "value", NO_BLEND if look.second is None else look.second.value)
        for undo, element in self._starts.items():
            set_attribute(element, "aria-pressed", str(undo is look.undo).lower())
        self._follow_text.set_visibility(self._desk.score is not None and look.origin in (Origin.OWN, Origin.HAND))
        self._derived.set_text(strength_told(look, words))
        self._show_voices(words)

    def _show_voices(self, words: Words) -> None:
        score, look = self._desk.score, self._desk.look
        if score is None:
            self._read.say(words("nothing-read"), None)
        else:
            mood = score.mood if self._desk.beat is None else score.beats[self._desk.beat].mood
            certain = f"{words.emotion(mood.leading)} {mood.certainty:.0%}"
            self._read.say(words("unsure") if mood.unsure else certain, None if mood.unsure else mood.leading)
        if look.origin is Origin.OWN and look.emotion is not None:
            names = [words.emotion(e) for e in (look.emotion, look.second) if e is not None]
            self._own.say(" + ".join(names), look.emotion)
        else:
            keys = {Origin.TEXT: "follows-text", Origin.HAND: "by-hand", Origin.PHOTO: "photo-itself"}
            rests = look.origin is Origin.PHOTO and look.undo is Undo.ALL
            self._own.say(words("at-rest" if rests else keys[look.origin]), None)


def strength_told(look: Look, words: Words) -> str:
    """How the strength that is performed comes from the one that was read; nothing where nobody read."""
    if look.origin is not Origin.TEXT or look.mood is None:
        return ""
    derived = abs(look.intensity - shown_strength(look.mood)) < 1e-9
    key = "strength-own" if not derived else "strength-unsure" if look.mood.unsure else "strength-shown"
    return words(key, read=round(100 * look.mood.intensity), shown=round(100 * look.intensity))
