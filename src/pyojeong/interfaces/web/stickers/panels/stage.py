"""The stage: the sticker itself, what it does and what it says."""

from __future__ import annotations

import hashlib
from typing import Any

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.emotion import Emotion
from pyojeong.interfaces.web.handlers import VALUE, written_in
from pyojeong.interfaces.web.markup import box, button, picture, set_attribute, text
from pyojeong.interfaces.web.stickers.components import Field
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.naming import act_name, design_name
from pyojeong.interfaces.web.stickers.pack_desk import LONGEST_CAPTION
from pyojeong.interfaces.web.studio.panels.writing import kinder_words
from pyojeong.interfaces.web.words import Words
from pyojeong.performing.character import design_of
from pyojeong.performing.character.acts import MOMENTS
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing import MomentGroup, known_moments

_STRONG = "-strong"
_DOWNLOADS = (("png", "PNG"), ("svg", "SVG"), ("webp", "WebP"))


class StagePanel:
    """The left side of the page.

    Args:
        desk: What is shown.
        words: In which language.
        address: Under which the stage's pictures are fetched.
    """

    def __init__(self, desk: StickerDesk, words: Words, address: str) -> None:
        self._desk, self._words, self._address = desk, words, address
        self._moving, self._strong, self._design = False, False, ""
        with box("section", "sticker-view", aria_label=words("sticker-stage")) as self._view:
            self._picture = box("img", width="640", height="640")
        self._switches()
        self._feelings()
        with box("div", "sticker-gags", role="group", aria_label=words("sticker-gags")) as self._gags:
            pass
        self._sayings()
        desk.watch(self.follow)
        self.follow()

    def _switches(self) -> None:
        with box("div", "row"):
            self._motion = button(self._words("sticker-moving"), self._move, aria_pressed="false")
            self._night = button(self._words("sticker-night"), self._darken, sign="sign-moon", aria_pressed="false")
            for suffix, name in _DOWNLOADS:
                button(
                    name,
                    lambda _=None, s=suffix: self._save(s),
                    sign="sign-download",
                    title=self._words("sticker-save"),
                )

    def _feelings(self) -> None:
        words = self._words
        self._emotions: dict[Emotion, Element] = {}
        with box("div", "sticker-emotions", role="group", aria_label=words("sticker-feelings")):
            for emotion in Emotion:
                made = box("button", "sticker-emotion", type="button", style=f"--feeling: var(--{emotion})")
                made.on("click", lambda _, chosen=emotion: self._feel(chosen), [])
                with made:
                    picture(f"face-{emotion}")
                    text("span", words.emotion(emotion))
                self._emotions[emotion] = made
        with box("div", "row"):
            with box("div", "segments", role="group", aria_label=words("sticker-how-much")):
                self._much = [text("button", words(key), type="button") for key in ("sticker-soft", "sticker-strong")]
            for strong, made in enumerate(self._much):
                made.on("click", lambda _, chosen=bool(strong): self._feel_so_much(chosen), [])
            self._own_face = button(words("sticker-photo-face"), self._desk.wear_face, sign="sign-portrait")
            self._moment = self._moments()

    def _moments(self) -> Element:
        with box("select", "sticker-moment", aria_label=self._words("sticker-moment")) as chosen:
            text("option", f"{self._words('sticker-moment')} …", value="", disabled="true")
            for group in moment_groups(self._words):
                with box("optgroup", label=group["name"]):
                    for moment in group["moments"]:
                        text("option", moment["name"], value=moment["value"])
        return chosen.on("change", lambda event: self._desk.play(str(event.args)), js_handler=VALUE)

    def _sayings(self) -> None:
        words, desk = self._words, self._desk
        with box("div", "sticker-words"):
            with box("label", "field"):
                text("span", words("sticker-caption"))
                self._caption = Field(
                    desk.say, maxlength=str(LONGEST_CAPTION), placeholder=words("sticker-caption-hint")
                )
            with box("label", "field"):
                text("span", words("sticker-voice"))
                with box("select") as self._voice:
                    for voice in Voice:
                        text("option", words.name(voice), value=voice.value)
                self._voice.on("change", lambda event: desk.speak(Voice.of(str(event.args))), js_handler=VALUE)
            button(words("sticker-suggest"), desk.suggest, "tool")
        self._kinder = text("p", "", "hint kinder", role="status")
        self._others, self._offered = box("div", "row sticker-others", aria_live="polite"), tuple[str, ...]()
        with box("form", "sticker-sentence").on("submit.prevent", self._hear, js_handler=written_in("sentence")):
            box(
                "input",
                name="sentence",
                maxlength="200",
                placeholder=words("sticker-say-example"),
                aria_label=words("sticker-say"),
                required="true",
            )
            with box("button", "tool strong", type="submit"):
                text("span", words("sticker-say-go"))

    # what people do

    def _feel(self, emotion: Emotion) -> None:
        self._desk.play(f"{emotion}{_STRONG if self._strong else ''}", caption="")

    def _feel_so_much(self, strong: bool) -> None:
        self._strong = strong
        stem = self._desk.act.removesuffix(_STRONG)
        if stem in set(Emotion):
            self._feel(Emotion(stem))
        else:
            self.follow()

    def _move(self) -> None:
        self._moving = not self._moving
        self.follow()

    def _darken(self) -> None:
        dark = "night" not in self._view.classes
        self._view.classes(add="night" if dark else None, remove=None if dark else "night")
        set_attribute(self._night, "aria-pressed", str(dark).lower())

    def _save(self, suffix: str) -> None:
        stem = f"{design_name(self._desk.character, self._words)}-{act_name(self._desk.scene, self._words)}"
        ui.download.from_url(f"{self._address}/stage.{suffix}", f"{stem}.{suffix}")

    async def _hear(self, event: GenericEventArguments) -> None:
        await self._desk.hear(str(event.args))

    # what is shown

    def follow(self) -> None:
        """Show what the desk holds now."""
        desk, words, shown = self._desk, self._words, self._desk.scene
        suffix = "webp" if self._moving else "png"
        mark = hashlib.sha256(repr(shown).encode()).hexdigest()[:16]
        set_attribute(self._picture, "src", f"{self._address}/stage.{suffix}?{mark}")
        name, act = design_name(desk.character, words), act_name(shown, words)
        set_attribute(self._picture, "alt", words("sticker-picture", name=name, act=act, caption=desk.caption))
        set_attribute(self._motion, "aria-pressed", str(self._moving).lower())
        self._follow_buttons()
        self._caption.show(desk.caption)
        self._kinder.set_text(kinder_words(desk.caption, words))
        self._kinder.set_visibility(bool(self._kinder.text))
        set_attribute(self._voice, "value", desk.voice.value)
        self._follow_gags()
        self._follow_others()

    def _follow_buttons(self) -> None:
        desk, plain = self._desk, not self._desk.gag and not self._desk.wears_face
        stem = desk.act.removesuffix(_STRONG)
        if plain and stem in set(Emotion):
            self._strong = desk.act.endswith(_STRONG)
        for emotion, made in self._emotions.items():
            set_attribute(made, "aria-pressed", str(plain and stem == emotion).lower())
        for strong, made in enumerate(self._much):
            set_attribute(made, "aria-pressed", str(self._strong is bool(strong)).lower())
        self._own_face.set_visibility(desk.person is not None)
        set_attribute(self._own_face, "aria-pressed", str(desk.wears_face).lower())
        set_attribute(self._moment, "value", desk.act if plain and desk.act in MOMENTS else "")

    def _follow_gags(self) -> None:
        design = design_of(self._desk.character)
        if design.name != self._design:
            self._design = design.name
            self._gags.clear()
            with self._gags:
                for gag, names in design.gags.items():
                    made = text("button", self._words.either(names), "chip", type="button")
                    made.props["data-gag"] = gag
                    made.on("click", lambda _, chosen=gag: self._desk.joke(chosen), [])
        for shown in self._gags:
            set_attribute(shown, "aria-pressed", str(shown.props["data-gag"] == self._desk.gag).lower())

    def _follow_others(self) -> None:
        if self._desk.suggested == self._offered:
            return
        self._offered = self._desk.suggested
        self._others.clear()
        with self._others:
            for line in self._desk.suggested:
                made = text("button", line, "chip", type="button")
                made.on("click", lambda _, chosen=line: self._desk.say(chosen), [])


def moment_groups(words: Words) -> list[dict[str, Any]]:
    """Every moment under its group: ``{name, moments: [{value, name}]}``."""
    return [
        {
            "name": words.either((group.korean, group.value)),
            "moments": [
                {"value": name, "name": words.name(act)}
                for name, act in MOMENTS.items()
                if known_moments()[name].group is group
            ],
        }
        for group in MomentGroup
    ]
