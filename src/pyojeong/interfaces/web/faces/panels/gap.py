"""마음의 온도차: the person's own word, what they say and what the face shows, in three equal columns."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from pyojeong.emotion import Emotion, Mood
from pyojeong.emotion.temperature import TemperatureGap, temperature_gap
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.drawings import drawing
from pyojeong.interfaces.web.faces.desk import FacesDesk
from pyojeong.interfaces.web.faces.limits import card_of_model, weak_emotions
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.studio.components import Sentence
from pyojeong.interfaces.web.words import Words

LONGEST_TEXT = 2000


class Column:
    """One source: whose it is, its emotion, and its valence on a scale that is the same for all three."""

    def __init__(self, whose: str, waits: str, words: Words) -> None:
        self._waits = waits
        self._words = words
        with box("div", "gap-column") as self._box:
            text("h3", whose)
            self._icon = ui.html("", sanitize=False, tag="span").classes("drawn")
            self._name = text("strong", "")
            with box("span", "gap-scale", aria_hidden="true") as self._scale:
                box("i")
            self._valence = text("span", "", "gap-number")

    def show(self, mood: Mood | None) -> None:
        """Show ``mood``, or what is waited for."""
        words = self._words
        self._scale.set_visibility(mood is not None)
        if mood is None:
            icon, name, number, style = "sign-unsure", self._waits, "", ""
        else:
            icon = "sign-unsure" if mood.unsure else f"face-{mood.leading}"
            name = words("unsure") if mood.unsure else words.emotion(mood.leading)
            number = words("gap-valence", valence=signed(mood.valence))
            colour = "" if mood.unsure else f"--feeling:var(--{mood.leading});"
            style = f"{colour}--valence:{mood.valence:.3f}"
        self._icon.set_content(drawing(icon))
        self._name.set_text(name)
        self._valence.set_text(number)
        self._box.classes(remove="waits", add="waits" if mood is None else "")
        self._box.style(replace=style)


class GapPanel:
    """The whole width below picture and gauges."""

    def __init__(self, desk: FacesDesk, words: Words) -> None:
        self._desk = desk
        self._words = words
        with box("section", "panel gap", aria_labelledby="gap-title"):
            with box("div", "gap-head"):
                text("h2", words("gap-title"), id="gap-title")
                text("p", words("gap-lead"), "hint")
            with box("div", "gap-told"):
                self._own_word()
                self._sentence()
            with box("div", "gap-columns", role="group", aria_labelledby="gap-title"):
                self._own = Column(words("gap-own"), words("gap-own-waits"), words)
                self._said = Column(words("gap-said"), words("gap-said-waits"), words)
                self._seen = Column(words("gap-seen"), words("gap-seen-waits"), words)
            self._differences = box("dl", "gap-differences", aria_label=words("gap-differences"))
            self._agreed = text("p", "", "gap-agreed", role="status")
            text("p", limits_told(words), "hint gap-limits")
        desk.watch(self.follow)
        self.follow()

    def _own_word(self) -> None:
        desk, words = self._desk, self._words
        with box("fieldset", "gap-own"):
            text("legend", words("gap-own"))
            with box("div", "gap-words"):
                self._emotions: dict[Emotion | None, Element] = {
                    emotion: button(
                        words.emotion(emotion),
                        lambda chosen=emotion: desk.feel(chosen),
                        "gap-word",
                        sign=f"face-{emotion}",
                        style=f"--feeling:var(--{emotion})",
                    )
                    for emotion in Emotion
                }
                self._emotions[None] = button(words("gap-own-none"), lambda: desk.feel(None), "gap-word none")

    def _sentence(self) -> None:
        words = self._words
        with box("div", "gap-text"):
            text("span", words("gap-text"), "gap-label", aria_hidden="true")
            sentence = Sentence()
            sentence.props.update(
                text=self._desk.text, label=words("gap-text"), placeholder=words("gap-example"), limit=LONGEST_TEXT
            )
            sentence.on("write", lambda event: self._desk.say(str(event.args)[:LONGEST_TEXT]))
            self._unheard = text("p", "", "hint", role="status")

    def follow(self) -> None:
        """Show what each source tells now."""
        desk = self._desk
        self._own.show(None if desk.own is None else Mood.of(desk.own))
        self._said.show(desk.heard)
        self._seen.show(desk.felt)
        for emotion, element in self._emotions.items():
            set_attribute(element, "aria-pressed", str(emotion is desk.own).lower())
        self._unheard.set_text("" if desk.unheard is None else self._words.error(desk.unheard))
        gap = None
        if desk.heard is not None and desk.felt is not None:
            gap = temperature_gap(desk.heard, desk.felt, desk.own)
        self._show_differences(gap)

    def _show_differences(self, gap: TemperatureGap | None) -> None:
        self._differences.clear()
        with self._differences:
            for key, difference in _differences(gap).items():
                with box("div", style=f"--part:{abs(difference) / 2:.3f}"):
                    text("dt", self._words(key))
                    with box("span", aria_hidden="true"):
                        box("i")
                    text("dd", f"{abs(difference):.1f}")
        agreed = _agreed_on(gap)
        self._agreed.set_text("" if agreed is None else self._words("gap-agreed", emotion=self._words.emotion(agreed)))


def _differences(gap: TemperatureGap | None) -> dict[str, float]:
    """Key of a sentence → difference of two sources that both tell, the person's own first."""
    if gap is None:
        return {}
    pairs = {
        "gap-own-text": gap.own_over_text,
        "gap-own-face": gap.own_over_face,
        "gap-face-text": gap.face_over_text,
    }
    return {key: difference for key, difference in pairs.items() if difference is not None}


def _agreed_on(gap: TemperatureGap | None) -> Emotion | None:
    """The emotion every source that tells one tells, or None."""
    if gap is None or not gap.agreed:
        return None
    return next(told.emotion for told in (gap.own, gap.text, gap.face) if told and told.emotion is not None)


def limits_told(words: Words) -> str:
    """What the reading of faces does badly, as the model's card says; that there is none where it is missing."""
    try:
        weak = weak_emotions(card_of_model())
    except PyojeongError:
        return words("gap-limits-gone")
    return words("gap-limits", weak=", ".join(map(words.emotion, weak)))


def signed(value: float) -> str:
    """A number in [-1, 1] to a tenth, with its sign.

    >>> signed(0.04), signed(-0.46), signed(0.3)
    ('0.0', '−0.5', '+0.3')
    """
    rounded = round(value, 1) + 0.0
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"
