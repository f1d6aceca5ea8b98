"""The stack of edits as a list, saved to a file and loaded from one."""

from __future__ import annotations

from nicegui import ui
from nicegui.events import GenericEventArguments

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.markup import box, button, picture, text
from pyojeong.interfaces.web.movements import MOVEMENTS, movement_name
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.words import Language, Words
from pyojeong.performing.portrait import recipe as recipes
from pyojeong.performing.portrait.recipe import Edit
from pyojeong.rig import ARKIT_NAMES

SHOWN_EDITS = 12
NOTE_LENGTH = 40
_READ_FILE = """async (event) => {
  const file = event.target.files[0];
  event.target.value = '';
  if (file) emit(file.size > 1e6 ? '' : await file.text());
}"""


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
                with box("label", "tool"):
                    picture("sign-open")
                    text("span", words("recipe-load"))
                    chosen = box("input", "unseen", type="file", accept=".json,application/json")
                    chosen.props["aria-label"] = words("recipe-load")
                    chosen.on("change", self._load, js_handler=_READ_FILE)
        desk.watch(self.follow)
        self.follow()

    def _save(self) -> None:
        ui.download.content(recipes.dumps(self._desk.recipe), "pyojeong-recipe.json", "application/json")

    def _load(self, event: GenericEventArguments) -> None:
        try:
            recipe = recipes.loads(str(event.args))
            self._check_faces(max(recipe.flattened(), default=0) + 1)
            self._desk.replay(recipe)
        except PyojeongError as refusal:
            self._desk.fail(refusal)

    def _check_faces(self, wanted: int) -> None:
        count = 0 if self._desk.photo is None else len(self._desk.photo.faces)
        if wanted > count:
            korean, english = (Words(k)("recipe-face-missing", wanted=wanted, count=count) for k in Language)
            raise PyojeongError(korean, english, kind="face-number")

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
        places = {} if self._desk.photo is None else self._desk.photo.places
        face = self._words("face-number", number=places.get(edit.face, edit.face + 1))
        note = edit.note
        if note in (*ARKIT_NAMES, *MOVEMENTS):
            note = f"{movement_name(note, self._words.language)} {edit.movements.get(note, 0.0):.2f}"
        shortened = note if len(note) <= NOTE_LENGTH else note[: NOTE_LENGTH - 1] + "…"
        return f"{face} · {shortened or self._words('by-hand')}"
