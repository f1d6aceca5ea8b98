"""The stack of edits as a list, saved to a file and loaded from one."""

from __future__ import annotations

from nicegui import ui
from nicegui.events import GenericEventArguments

from pyojeong.emotion import Emotion
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.handlers import DOCUMENT, JSON_FILES
from pyojeong.interfaces.web.markup import box, button, file_button, text
from pyojeong.interfaces.web.movements import MOVEMENTS, both_sides_name, movement_name, partner
from pyojeong.interfaces.web.refusals import refusal
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.words import Words
from pyojeong.performing.portrait import recipe as recipes
from pyojeong.performing.portrait.recipe import Edit, Recipe
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import ARKIT_NAMES

SHOWN_EDITS = 12
NOTE_LENGTH = 40


class EditsPanel:
    """The folded panel 편집 기록."""

    def __init__(self, desk: Desk, words: Words) -> None:
        self._desk = desk
        self._words = words
        self._listed: tuple[Edit, ...] | None = None
        with box("details", "panel edits"):
            text("summary", words("recipe-title"))
            self._list = box("ol", "edit-list")
            with box("div", "row"):
                button(words("recipe-save"), self._save, sign="sign-save")
                chosen = file_button(words("recipe-load"), JSON_FILES)
                chosen.on("change", self._load, js_handler=DOCUMENT)
        desk.watch(self.follow)
        self.follow()

    def _save(self) -> None:
        ui.download.content(recipes.dumps(self._desk.recipe), "pyojeong-recipe.json", "application/json")

    def _load(self, event: GenericEventArguments) -> None:
        try:
            recipe = self._opened(str(event.args))
            self._check_faces(max(recipe.flattened(), default=0))
            self._desk.replay(recipe)
        except PyojeongError as broken:
            self._desk.fail(broken)

    def _opened(self, written: str) -> Recipe:
        try:
            return recipes.loads(written)
        except PyojeongError as broken:  # its sentence names fields, which only programs know
            raise refusal("recipe-unreadable") from broken

    def _check_faces(self, wanted: int) -> None:
        count = 0 if self._desk.photo is None else len(self._desk.photo.faces)
        if wanted >= count:
            raise refusal("recipe-face-missing", wanted=wanted, last=count - 1)

    def follow(self) -> None:
        """List the newest edits, the last first."""
        edits = self._desk.recipe.edits
        if edits == self._listed:
            return
        self._listed = edits
        self._list.clear()
        with self._list:
            for edit in reversed(edits[-SHOWN_EDITS:]):
                text("li", self._described(edit))
            if not edits:
                text("li", self._words("recipe-empty"), "hint")

    def _described(self, edit: Edit) -> str:
        said = step_told(edit, self._words)
        shortened = said if len(said) <= NOTE_LENGTH else said[: NOTE_LENGTH - 1] + "…"
        return f"{self._words.face(edit.face)} · {shortened}"


def step_told(edit: Edit, words: Words) -> str:
    """What one edit did, in the person's language; what they wrote themselves stays as they wrote it.

    >>> from pyojeong.interfaces.web.words import Language
    >>> step_told(Edit(0, {"jawOpen": 0.3}, note="joy+sadness"), Words(Language.KOREAN))
    '기쁨 + 슬픔'
    """
    names = edit.note.split("+")
    if not edit.movements:
        return words(f"undo-{edit.undo.value}")
    if not any(edit.movements.values()):
        return edit.note or words("at-rest" if edit.undo is Undo.ALL else "photo-itself")
    if set(names) <= set(Emotion):
        return " + ".join(words.emotion(Emotion(name)) for name in names)
    if edit.note in (*ARKIT_NAMES, *MOVEMENTS):
        named = both_sides_name if partner(edit.note) in edit.movements else movement_name
        return f"{named(edit.note, words.language)} {edit.movements.get(edit.note, 0.0):.2f}"
    return edit.note or words("by-hand")
