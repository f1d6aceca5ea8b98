"""One visitor's desk: a photo, a text, its reading, and the edits made with them. Knows nothing of the screen."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace

from pyojeong.emotion import Emotion, Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.failures import person_error
from pyojeong.interfaces.finish import Staging
from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.latest import Latest
from pyojeong.interfaces.web.shelf import Item, shelf
from pyojeong.interfaces.web.studio.easel import SCREEN_SIDE_PX, Easel, Scene, Shown, screen_item
from pyojeong.interfaces.web.studio.look import Look, Origin, blended, mood_read, shown_by, whole_face
from pyojeong.interfaces.web.studio.photo import OpenPhoto
from pyojeong.performing.portrait.recipe import Edit, Recipe
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import Expression
from pyojeong.rig.compose import shown_strength

_LOG = logging.getLogger(__name__)
Looks = Mapping[int, Look]


class Desk:
    """What one visitor sees and does; `watch` tells the screen after every change.

    Attributes:
        photo: The open photo, or None while the first is loading.
        opening: Whether a photo is being opened.
        face: Number of the chosen face.
        text: What the person wrote.
        score: Its reading, or None.
        unreadable: Why the text has no reading, or None.
        beat: Number of the beat that is performed, None for the whole text.
        recipe: Every edit.
        staging: Background and visible mark.
        shown: The newest result, or None.
        before: Address of the photo itself.
        trouble: The last failure the person should know of, or None.
    """

    def __init__(self) -> None:
        self.photo: OpenPhoto | None = None
        self.opening = False
        self.face = 0
        self.text = ""
        self.score: Score | None = None
        self.unreadable: PyojeongError | None = None
        self.beat: int | None = None
        self.recipe = Recipe()
        self.staging = Staging(visible_mark=settings().visible_mark)
        self.shown: Shown | None = None
        self.before = ""
        self.trouble: Exception | None = None
        self.easel = Easel(self._show, self.fail)
        self._looks: list[Looks] = [{}]
        self._open_key: str | None = None
        self._reader: Latest[str] = Latest(self._read)
        self._watchers: list[Callable[[], None]] = []
        self._closers: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call ``watcher`` after every change."""
        self._watchers.append(watcher)

    def on_unwatch(self, closer: Callable[[], None]) -> None:
        """Call ``closer`` when the screen goes or is built anew."""
        self._closers.append(closer)

    def unwatch(self) -> None:
        """Forget every watcher: the screen goes or is built anew."""
        for closer in self._closers:
            closer()
        self._closers.clear()
        self._watchers.clear()

    def tell(self) -> None:
        """Call every watcher."""
        for watcher in self._watchers:
            watcher()

    def close(self) -> None:
        """Stop all work and forget photo and results."""
        self._reader.stop()
        self.easel.close()
        self.unwatch()
        shelf.take_away(self.before)
        self.photo = None

    def fail(self, failure: Exception | None) -> None:
        """Tell the person about ``failure``; None takes the notice away."""
        self.trouble = None if failure is None else person_error(failure) or failure
        if failure is not None and self.trouble is failure and not isinstance(failure, PyojeongError):
            _LOG.error("the studio failed", exc_info=failure)
        self.tell()

    @property
    def look(self) -> Look:
        """How the chosen face is set."""
        return self._looks[len(self.recipe.edits)].get(self.face, Look())

    @property
    def expression(self) -> Expression:
        """What the chosen face does after every edit."""
        return shown_by(self.recipe, self.face)

    def look_of(self, face: int) -> Look:
        """How face number ``face`` is set."""
        return self._looks[len(self.recipe.edits)].get(face, Look())

    async def open_photo(self, data: bytes) -> None:
        """Put another photo on the desk; the text's mood is performed on its largest face."""
        self.opening, self.trouble = True, None
        self.tell()
        try:
            photo = await asyncio.to_thread(OpenPhoto.opened, data)
            self.lay(photo, await asyncio.to_thread(screen_item, photo.image, SCREEN_SIDE_PX))
        except Exception as failure:  # shown to the person, whatever it is
            self.fail(failure)
        finally:
            self.opening = False
            self.tell()

    def lay(self, photo: OpenPhoto, before: Item) -> None:
        """Start anew with ``photo``; ``before`` is what the screen shows of it."""
        shelf.take_away(self.before)
        self.photo, self.before, self.face = photo, shelf.put(before), 0
        self.shown, self.recipe, self._looks, self._open_key = None, Recipe(), [{}], None
        if self.score is not None:
            self.perform_text(self.beat)
        else:
            self._draw(self.recipe)

    def choose_face(self, face: int) -> None:
        """Turn to another face; what the others do stays."""
        self.face, self._open_key = face, None
        self.tell()

    def write(self, text: str) -> None:
        """Read ``text``, and perform it unless the person has chosen otherwise."""
        self.text = text
        self._reader.ask(text)

    async def read_to_end(self) -> None:
        """Returns when the newest text is read."""
        await self._reader.finished()

    async def _read(self, text: str) -> None:
        self.unreadable = None
        try:
            score = await asyncio.to_thread(wiring.text_reader().read, text) if text.strip() else None
        except PyojeongError as refusal:
            self.score, self.unreadable = None, refusal
            self.tell()
            return
        except Exception as failure:  # a bug of ours is told as one, and the studio goes on
            self.fail(failure)
            return
        self.take_reading(score)

    def take_reading(self, score: Score | None) -> None:
        """Show a reading, and perform it unless the person has chosen otherwise."""
        self.score, self.beat = score, None
        if score is not None and self.look.origin in (Origin.PHOTO, Origin.TEXT):
            self.perform_text(None, key=f"text {self.face}")
        self.tell()

    def perform_text(self, beat: int | None, *, key: str | None = None) -> None:
        """Perform one beat of the text, or all of it."""
        if self.score is None:
            return
        self.beat = beat
        mood, one = mood_read(self.score, beat)
        look = Look(Origin.TEXT, mood, shown_strength(mood), self.look.undo)
        note = self.score.text if beat is None or one is None else self.score.text_of(one)
        by_hand = None if one is None or one.expression is None else Expression.from_dict(one.expression)
        self._set_face(look, by_hand or look.expression, note, key=key)

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
        """Take the last edit back."""
        self._travel(self.recipe.undone())

    def redo(self) -> None:
        """Make the edit that was taken back again."""
        self._travel(self.recipe.redone())

    def replay(self, recipe: Recipe) -> None:
        """Start anew with a saved recipe; its faces are marked as made by hand."""
        looks: Looks = {n: Look(Origin.HAND, undo=undo) for n, (_, undo) in recipe.flattened().items()}
        self._looks = [{}, *([looks] * len(recipe.edits))]
        self._travel(recipe)

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
        before = self._before(key)
        self._put(whole_face(before, self.face, expression, look.goes_first, note), look, key=key, settled=settled)

    def _before(self, key: str | None) -> Recipe:
        """The recipe the next edit goes on: a slider's new value replaces the one it had a moment ago."""
        return self.recipe.undone() if key is not None and key == self._open_key else self.recipe

    def _put(self, edit: Edit, look: Look, *, key: str | None, settled: bool = True) -> None:
        before = self._before(key)
        recipe = before.then(edit)
        if settled:
            looks = {**self._looks[len(self.recipe.edits)], self.face: look}
            self._looks[len(before.edits) + 1 :] = [looks]
            self.recipe, self._open_key = recipe, key
        self._draw(recipe, settled=settled)

    def _travel(self, recipe: Recipe) -> None:
        self.recipe, self._open_key = recipe, None
        self._draw(recipe)

    def _draw(self, recipe: Recipe, *, settled: bool = True) -> None:
        if self.photo is not None:
            self.easel.draw(Scene(self.photo, recipe.flattened(), self.staging, settled))
        self.tell()

    def _show(self, shown: Shown | None) -> None:
        self.shown = shown or self.shown
        self.tell()
