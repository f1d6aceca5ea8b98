"""One visitor's desk: a photo, a text, its reading, and the edits made with them. Knows nothing of the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from pyojeong.emotion import Emotion, Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.finish import Staging
from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.history import History
from pyojeong.interfaces.web.latest import Latest
from pyojeong.interfaces.web.shelf import Item, shelf
from pyojeong.interfaces.web.studio.easel import SCREEN_SIDE_PX, Easel, Scene, Shown, screen_item
from pyojeong.interfaces.web.studio.history import Moment, Writing
from pyojeong.interfaces.web.studio.look import Look, Origin, blended, mood_read, shown_by, whole_face
from pyojeong.interfaces.web.studio.photo import OpenPhoto
from pyojeong.interfaces.web.watched import Watched
from pyojeong.interfaces.web.words import Language
from pyojeong.performing.portrait.recipe import Edit, Recipe
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import Expression
from pyojeong.rig.compose import shown_strength

FOLLOWING = (Origin.PHOTO, Origin.TEXT)
"""Looks that a new text may change: nobody has said anything else about the face."""


class Desk(Watched):
    """What one visitor sees and does; `watch` tells the screen after every change.

    Attributes:
        photo: The open photo, or None while the first is loading.
        opening: Whether a photo is being opened.
        face: Number of the chosen face.
        writing: What the person wrote and how it was read.
        history: Where undo and redo lead.
        staging: Background and visible mark.
        shown: The newest result, or None.
        before: Address of the photo itself.
        photo_name: Its file's name without the ending, for the files made of it.
    """

    def __init__(self) -> None:
        super().__init__("the studio")
        self.photo: OpenPhoto | None = None
        self.opening = False
        self.face = 0
        self.writing = Writing()
        self.history = History(Moment())
        self.staging = Staging(visible_mark=settings().visible_mark)
        self.shown: Shown | None = None
        self.before = ""
        self.photo_name = ""
        self.easel = Easel(self._show, self.fail)
        self._reader: Latest[str] = Latest(self._read)
        self._closers: list[Callable[[], None]] = []

    def on_unwatch(self, closer: Callable[[], None]) -> None:
        """Call ``closer`` when the screen goes or is built anew."""
        self._closers.append(closer)

    def unwatch(self) -> None:
        """Forget every watcher: the screen goes or is built anew."""
        for closer in self._closers:
            closer()
        self._closers.clear()
        super().unwatch()

    def close(self) -> None:
        """Stop all work and forget photo and results."""
        self._reader.stop()
        self.easel.close()
        self.unwatch()
        shelf.take_away(self.before)
        self.photo = None

    @property
    def text(self) -> str:
        """What the person wrote."""
        return self.writing.text

    @property
    def score(self) -> Score | None:
        """Its reading, or None."""
        return self.writing.score

    @property
    def unreadable(self) -> PyojeongError | None:
        """Why the text has no reading, or None."""
        return self.writing.unreadable

    @property
    def beat(self) -> int | None:
        """Number of the beat that is performed, None for the whole text."""
        return self.writing.beat

    @property
    def recipe(self) -> Recipe:
        """Every edit."""
        return self.history.now.recipe

    @property
    def look(self) -> Look:
        """How the chosen face is set."""
        return self.look_of(self.face)

    @property
    def expression(self) -> Expression:
        """What the chosen face does after every edit."""
        return shown_by(self.recipe, self.face)

    def look_of(self, face: int) -> Look:
        """How face number ``face`` is set."""
        return self.history.now.looks.get(face, Look())

    async def open_photo(self, data: bytes, name: str = "") -> None:
        """Put another photo on the desk; the text's mood is performed on its largest face."""
        self.opening, self.trouble = True, None
        self.tell()
        try:
            photo = await asyncio.to_thread(OpenPhoto.opened, data)
            self.lay(photo, await asyncio.to_thread(screen_item, photo.image, SCREEN_SIDE_PX), name)
        except Exception as failure:  # shown to the person, whatever it is
            self.fail(failure)
        finally:
            self.opening = False
            self.tell()

    def lay(self, photo: OpenPhoto, before: Item, name: str = "") -> None:
        """Start anew with ``photo``, which ``before`` is on the screen; undo leads back to here and no further."""
        shelf.take_away(self.before)
        self.photo, self.before, self.photo_name, self.face = photo, shelf.put(before), name, 0
        self.shown, self.history = None, History(Moment(writing=self.writing))
        if self.score is None:
            self._draw(self.recipe)
        else:
            self.perform_text(self.beat)
            self.history.start_here()
            self.tell()

    def speak(self, language: Language) -> None:
        """Write the visible mark in ``language``."""
        if self.staging.mark_language != language.value:
            self.stage(replace(self.staging, mark_language=language.value))

    def choose_face(self, face: int) -> None:
        """Turn to another face; what the others do stays."""
        self.face = face
        self.history.close_step()
        self.tell()

    def write(self, text: str) -> None:
        """Read ``text``, and perform it unless the person has chosen otherwise."""
        self.writing = replace(self.writing, text=text)
        self._reader.ask(text)

    async def read_to_end(self) -> None:
        """Returns when the newest text is read."""
        await self._reader.finished()

    async def _read(self, text: str) -> None:
        score, unreadable = None, None
        try:
            score = await asyncio.to_thread(wiring.text_reader().read, text) if text.strip() else None
        except PyojeongError as refusal:
            unreadable = refusal
        except Exception as failure:  # a bug of ours is told as one, and the studio goes on
            self.fail(failure)
            return
        if self.text == text:  # else something newer is written, or undo brought back what was
            self.take_reading(Writing(text, score, unreadable))

    def take_reading(self, writing: Writing) -> None:
        """Show a reading; faces nobody chose for follow it, back to the photo when the text says nothing."""
        self.writing = writing
        key = f"text {self.face}"
        before, now = self.history.before(key), self.history.now
        followers = {n for looks in (before.looks, now.looks) for n in looks if looks[n].origin is Origin.TEXT}
        if writing.score is not None and self.look.origin in FOLLOWING:
            followers.add(self.face)
        if followers:
            self._step([self._following(before, face) for face in sorted(followers)], key=key)
        else:
            self.history.amend(replace(now, writing=writing))
        self.tell()

    def perform_text(self, beat: int | None) -> None:
        """Perform one beat of the text, or all of it."""
        if self.score is not None:
            self.writing = replace(self.writing, beat=beat)
            self._step([self._following(self.history.now, self.face)], key=None)

    def _following(self, before: Moment, face: int) -> tuple[Edit, Look]:
        """What ``face`` does by the words that are written, after ``before``."""
        score, beat, undo = self.score, self.beat, self.look_of(face).undo
        if score is None:
            look = Look(undo=undo)
            return whole_face(before.recipe, face, Expression(), look.goes_first, ""), look
        mood, one = mood_read(score, beat)
        look = Look(Origin.TEXT, mood, shown_strength(mood), undo)
        note = score.text if beat is None or one is None else score.text_of(one)
        by_hand = None if one is None or one.expression is None else Expression.from_dict(one.expression)
        return whole_face(before.recipe, face, by_hand or look.expression, look.goes_first, note), look

    def feel(self, emotion: Emotion) -> None:
        """Perform the emotion the person chose."""
        old = self.look
        second = old.second if old.second is not emotion else None
        self._feel(emotion, second, old.share or 0.5, old.intensity, key=None)

    def blend(self, second: Emotion | None, share: float, *, settled: bool = True) -> None:
        """Blend another emotion into the chosen one; None takes it out."""
        first = self.look.emotion
        if first is not None:
            self._feel(first, second, share, self.look.intensity, key=f"blend {self.face}", settled=settled)

    def intensify(self, intensity: float, *, settled: bool = True) -> None:
        """Perform the same mood with another intensity in [0, 1]."""
        look = replace(self.look, intensity=intensity)
        if look.mood is not None:
            note = self._note()
            self._set_face(look, look.expression, note, key=f"intensity {self.face}", settled=settled)

    def start_from(self, undo: Undo) -> None:
        """Choose how much of the photographed expression goes first."""
        look = replace(self.look, undo=undo)
        self._put(Edit(self.face, {}, look.goes_first, self._note()), look, key=f"undo {self.face}")

    def move(self, movements: Mapping[str, float], *, note: str, settled: bool = True) -> None:
        """Set some movements of `Expression.to_dict` by hand; ``note`` names the slider."""
        look = replace(self.look, origin=Origin.HAND, mood=None, pair=None)
        edit = Edit(self.face, movements, look.undo, note)
        self._put(edit, look, key=f"move {self.face} {note}", settled=settled)

    def shape(self, expression: Expression, note: str) -> None:
        """Set every movement by hand."""
        look = replace(self.look, origin=Origin.HAND, mood=None, pair=None)
        self._set_face(look, expression, note, key=None)

    def undo(self) -> None:
        """Take the last step back."""
        if self.history.undoable:
            face = self.history.now.face
            self._travel(self.history.back(), face)

    def redo(self) -> None:
        """Make the step that was taken back again."""
        if self.history.redoable:
            moment = self.history.forth()
            self._travel(moment, moment.face)

    def replay(self, recipe: Recipe) -> None:
        """Do a saved recipe instead, one step an edit; its faces are marked as made by hand."""
        count = len(recipe.edits)
        for done in range(min(1, count), count + 1):
            part = Recipe(recipe.edits[:done])
            face = part.edits[-1].face if part.edits else self.face
            looks = {n: Look(Origin.HAND, undo=undo) for n, (_, undo) in part.flattened().items()}
            self.history.add(Moment(part, looks, self.writing, face), key=None)
        self._travel(self.history.now, self.face)

    def stage(self, staging: Staging) -> None:
        """Choose background and visible mark."""
        self.staging = staging
        self._draw(self.recipe)

    def sharpen(self) -> None:
        """Show every pixel from now on: somebody zoomed in."""
        if not self.easel.sharp:
            self.easel.sharp = True
            self._draw(self.recipe)

    def _note(self) -> str:
        return next((edit.note for edit in reversed(self.recipe.edits) if edit.face == self.face), "")

    def _feel(
        self,
        first: Emotion,
        second: Emotion | None,
        share: float,
        intensity: float,
        *,
        key: str | None,
        settled: bool = True,
    ) -> None:
        mood = blended(first, second, share, intensity)
        look = Look(Origin.OWN, mood, intensity, self.look.undo, (first, second))
        note = first.value if second is None else f"{first.value}+{second.value}"
        self._set_face(look, look.expression, note, key=key, settled=settled)

    def _set_face(
        self, look: Look, expression: Expression, note: str, *, key: str | None, settled: bool = True
    ) -> None:
        before = self.history.before(key).recipe
        self._put(whole_face(before, self.face, expression, look.goes_first, note), look, key=key, settled=settled)

    def _put(self, edit: Edit, look: Look, *, key: str | None, settled: bool = True) -> None:
        if settled:
            self._step([(edit, look)], key=key)
        else:
            self._draw(self.history.before(key).recipe.then(edit), settled=False)

    def _step(self, edits: Iterable[tuple[Edit, Look]], *, key: str | None) -> None:
        """Make edits that are undone together."""
        before = self.history.before(key)
        recipe, looks = before.recipe, dict(before.looks)
        for edit, look in edits:
            recipe, looks[edit.face] = recipe.then(edit), look
        self.history.add(Moment(recipe, looks, self.writing, self.face), key=key)
        self._draw(recipe)

    def _travel(self, moment: Moment, face: int) -> None:
        self.writing, self.face = moment.writing, face
        self._draw(moment.recipe)

    def _draw(self, recipe: Recipe, *, settled: bool = True) -> None:
        self.trouble = None
        if self.photo is not None:
            self.easel.draw(Scene(self.photo, recipe.flattened(), self.staging, settled))
        self.tell()

    def _show(self, shown: Shown | None) -> None:
        self.shown = shown or self.shown
        self.tell()
