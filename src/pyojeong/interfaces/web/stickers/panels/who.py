"""Who it is: a design, somebody's photo, or chance."""

from __future__ import annotations

import json

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.characters import character_from_json
from pyojeong.interfaces.photo_characters import PhotoPerson
from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.handlers import DOCUMENT, JSON_FILES
from pyojeong.interfaces.web.markup import box, button, file_button, set_attribute, text
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.stickers.components import Field, PhotoButton
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.naming import design_name
from pyojeong.interfaces.web.stickers.pack_desk import LONGEST_CAPTION, Work
from pyojeong.interfaces.web.words import Words
from pyojeong.performing.character import DESIGNS, Choice, design_of
from pyojeong.stickers.likeness import Guess

_NEXT_QUESTION = "setTimeout(() => document.querySelector('.sticker-remarks button, .sticker-remarks').focus())"
"""The question that was answered is gone, and what had the focus with it."""


class WhoPanel:
    """The gallery of designs."""

    def __init__(self, desk: StickerDesk, words: Words, address: str) -> None:
        self._desk, self._words = desk, words
        with box("section", "panel", aria_labelledby="sticker-who-title"):
            with box("div", "panel-head"):
                text("h2", words("sticker-who"), id="sticker-who-title")
                with box("div", "row"):
                    self._undo = button("", desk.undo, "tool bare", sign="sign-undo", aria_label=words("undo"))
                    self._redo = button("", desk.redo, "tool bare", sign="sign-redo", aria_label=words("redo"))
            self._designs: dict[str, Element] = {}
            with box("div", "designs", role="group", aria_labelledby="sticker-who-title"):
                for name in DESIGNS:
                    self._designs[name] = design_button(name, words)
                    self._designs[name].on("click", lambda _, chosen=name: desk.meet(chosen), [])
            self._about = text("p", "", "hint")
            self._photo(address)
            self._files()
        desk.watch(self.follow)
        self.follow()

    def _photo(self, address: str) -> None:
        words = self._words
        with box("div", "row"):
            taker = PhotoButton()
            taker.props.update(
                address=f"{address}/photo",
                limit=settings().max_upload_megabytes,
                words=words.several("sticker-photo"),
            )
            taker.on("refused", self._refused)
            button(words("sticker-roll"), self._desk.roll, sign="sign-reset")
            button(words("sticker-rest"), self._desk.rest)
        text("p", words("sticker-photo-hint"), "hint weak")
        self._meeting = text("p", words("sticker-meeting"), "hint", role="status")
        self._remarks = box("ul", "sticker-remarks", aria_live="polite", tabindex="-1")
        self._remarked: tuple[PhotoPerson | None, tuple[Guess, ...]] = (None, ())

    def _files(self) -> None:
        words = self._words
        with box("label", "field"):
            text("span", words("sticker-name"))
            self._name = Field(self._desk.call, maxlength=str(LONGEST_CAPTION))
        with box("div", "row"):
            button(words("sticker-save-character"), self._save, sign="sign-save")
            chosen = file_button(words("sticker-load-character"), JSON_FILES)
            chosen.on("change", self._load, js_handler=DOCUMENT)

    def _save(self) -> None:
        character = self._desk.character
        written = json.dumps(character.to_dict(), ensure_ascii=False, indent=1) + "\n"
        ui.download.content(written, f"{design_name(character, self._words)}.json", "application/json")

    def _load(self, event: GenericEventArguments) -> None:
        try:
            self._desk.welcome(character_from_json(str(event.args), self._words("sticker-load-character")))
        except PyojeongError as broken:
            self._desk.fail(broken)

    def _refused(self, event: GenericEventArguments) -> None:
        self._desk.fail(upload_refusal(str(event.args)))

    def follow(self) -> None:
        """Show who is chosen."""
        desk = self._desk
        design = DESIGNS[desk.character.design]
        for name, made in self._designs.items():
            set_attribute(made, "aria-pressed", str(name == design.name).lower())
        self._about.set_text(self._words.either(design.about))
        set_attribute(self._undo, "disabled", False if desk.characters.undoable else "true")
        set_attribute(self._redo, "disabled", False if desk.characters.redoable else "true")
        self._name.show(desk.character.name)
        self._meeting.set_visibility(desk.work is Work.MEETING)
        person = desk.person if desk.character.drawn_from_photo else None
        if (person, desk.guesses) != self._remarked:
            self._remarked = (person, desk.guesses)
            self._remarks.clear()
            if person is not None:
                with self._remarks:
                    self._remark(person)

    def _remark(self, person: PhotoPerson) -> None:
        """What the photo made hard, and what it left open, with other answers to choose from."""
        if self._desk.faces > 1:
            text("li", self._words("sticker-largest", count=self._desk.faces))
        for remark in person.traits.remarks:
            text("li", self._words.name(remark))
        space = design_of(self._desk.character).space
        for guess in self._desk.guesses:
            item = space[guess.name]
            if not isinstance(item, Choice):
                continue
            names = {option.name: self._words.name(option) for option in item.options}
            with box("li"):
                asked = self._words.name(item)
                text("p", self._words("sticker-guess", part=asked, guess=names[str(guess.value)]))
                with box("div", "row"):
                    for value in guess.alternatives:
                        made = text("button", names[str(value)], "chip", type="button")
                        made.on("click", lambda _, n=guess.name, v=value: self._correct(n, v), [])

    def _correct(self, name: str, value: float | str) -> None:
        self._desk.shape(name, value)
        self._remarks.client.run_javascript(_NEXT_QUESTION)


def design_button(name: str, words: Words) -> Element:
    """A button that shows a design by its picture and its name."""
    made = box("button", "design", type="button", aria_pressed="false")
    with made:
        box("img", src=f"/studio/stickers/designs/{name}.png", alt="", loading="lazy", width="180", height="180")
        text("span", words.name(DESIGNS[name]))
    return made
