"""Frames of a film: each a pure function of its number, so that any process may draw any of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.film import covers, subtitles
from pyojeong.performing.film.acting import Actor
from pyojeong.performing.film.actors.vignette import vignetted
from pyojeong.performing.film.backdrop import Backdrop
from pyojeong.performing.film.camera import Camera, Room, camera_at, fitting, placed
from pyojeong.performing.film.plan import Kind, stretches
from pyojeong.performing.film.playing import Playing
from pyojeong.performing.film.screenplay import Scene, Screenplay, Shot, Standing
from pyojeong.performing.film.transitions import SECONDS, paint_over

if TYPE_CHECKING:
    import skia

_KEPT_SCENES = 2
"""Scenes kept ready at once: the one that plays and the one whose page turns."""

_DRAWINGS_PER_SECOND = 15.0
"""Of drawn figures and of who listens: twos at 30 frames a second. Lips are shut for 85 ms, which no drawing misses."""

Sets = Callable[[Scene, tuple[int, int]], Backdrop]
"""Builds the set of a scene for a size of picture."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """A scene with its set built and its parts learned."""

    scene: Scene
    backdrop: Backdrop
    playing: Playing
    pages: tuple[subtitles.Page, ...]


class FilmFrames:
    """A screenplay that is ready to be drawn.

    Args:
        screenplay: The film.
        actors: Role → who plays it, for every role that stands in a shot.
        sets: Builds a scene's set.
        subtitled: Whether lines are written into the picture.
        stamp: Painted over every frame in which somebody is seen who is not drawn; nothing by default.
    """

    def __init__(
        self,
        screenplay: Screenplay,
        actors: Mapping[str, Actor],
        sets: Sets,
        *,
        subtitled: bool = True,
        stamp: Callable[[skia.Canvas], None] | None = None,
    ) -> None:
        self.screenplay = screenplay
        self._actors, self._sets, self._subtitled, self._stamp = actors, sets, subtitled, stamp
        self._builds = {role: actor.build for role, actor in actors.items()}
        size_wh = screenplay.format.size_wh
        self._room = Room(size_wh, subtitles.band_top(size_wh) if subtitled else float(size_wh[1]))
        self.stretches = stretches(screenplay)
        self._firsts = [stretch.first for stretch in self.stretches]
        self._ready: dict[int, _Ready] = {}

    @property
    def count(self) -> int:
        """How many frames."""
        return self.stretches[-1].first + self.stretches[-1].count

    def frame(self, number: int) -> Pixels:
        """Frame ``number``: uint8 H×W×4, RGBA, every pixel opaque."""
        from pyojeong.media.drawing.surfaces import surface_on

        width, height = self.screenplay.format.size_wh
        pixels = np.empty((height, width, 4), np.uint8)
        surface = surface_on(pixels)
        self._paint(surface.getCanvas(), number)
        surface.flushAndSubmit()
        return pixels

    def _paint(self, canvas: skia.Canvas, number: int) -> None:
        stretch = self.stretches[bisect_right(self._firsts, number) - 1]
        seconds = (number - stretch.first) / self.screenplay.format.frames_per_second
        if stretch.kind is Kind.CREDITS:
            covers.paint_credits(canvas, self.screenplay.credits, seconds, self.screenplay.format.size_wh)
        elif stretch.kind is Kind.TITLE:
            self._title(canvas, seconds)
        else:
            self._scene(canvas, stretch.scene, seconds)
            self._turning(canvas, stretch.scene, seconds)
            if self._subtitled:
                self._words(canvas, stretch.scene, seconds)

    def _title(self, canvas: skia.Canvas, seconds: float) -> None:
        size_wh = self.screenplay.format.size_wh
        self._scene_at(0).backdrop.behind(canvas, 0.0, Camera())
        self._scene_at(0).backdrop.before(canvas, seconds, Camera())
        covers.paint_title(canvas, self.screenplay.title, seconds, size_wh)

    def _scene(self, canvas: skia.Canvas, number: int, seconds: float) -> None:
        ready = self._scene_at(number)
        shot = ready.scene.shot_at(seconds)
        camera = camera_at(ready.scene, shot, seconds)
        ready.backdrop.behind(canvas, seconds, camera)
        for standing in shot.standing:
            self._actor(canvas, ready, shot, standing, seconds)
        ready.backdrop.before(canvas, seconds, camera)
        if self._stamp is not None and any(not self._actors[s.role].drawn for s in shot.standing):
            self._stamp(canvas)

    def _actor(self, canvas: skia.Canvas, ready: _Ready, shot: Shot, standing: Standing, seconds: float) -> None:
        """Somebody in the picture; on twos with the camera too, so that a drawing is laid down twice as it is."""
        actor = self._actors[standing.role]
        if actor.drawn or not ready.playing.speaks(standing.role, seconds):
            seconds = max(shot.start, self._held(seconds))
        camera = camera_at(ready.scene, shot, seconds)
        fit = fitting(shot, self._builds, self._room)
        box = placed(standing, shot.framing, actor.build, self._room, camera, fit=fit)
        moment = ready.playing.moment(standing.role, seconds, facing=standing.facing)
        lifted = not actor.build.standing and box.top + box.height < self._room.size_wh[1]
        with vignetted(canvas, box) if lifted else nullcontext():
            canvas.save()
            canvas.translate(box.left, box.top)
            actor.paint(canvas, moment, height_px=box.height)
            canvas.restore()

    def _held(self, seconds: float) -> float:
        """The middle of the frames that share one drawing with the frame at ``seconds``, as in hand-drawn films."""
        rate = self.screenplay.format.frames_per_second
        held = max(1, round(rate / _DRAWINGS_PER_SECOND))
        first = int(seconds * rate + 1e-6) // held * held
        return (first + (held - 1) / 2) / rate

    def _turning(self, canvas: skia.Canvas, number: int, seconds: float) -> None:
        """The picture before, while it turns away."""
        import skia

        opening = self._scene_at(number).scene.opening
        if not seconds < SECONDS[opening]:
            return
        width, height = self.screenplay.format.size_wh
        surface = skia.Surface(width, height)
        if number == 0:
            self._title(surface.getCanvas(), covers.TITLE_SECONDS)
        else:
            self._scene(surface.getCanvas(), number - 1, self._scene_at(number - 1).scene.seconds)
        image = surface.makeImageSnapshot()
        paint_over(canvas, image, opening, seconds / SECONDS[opening], (width, height))

    def _words(self, canvas: skia.Canvas, number: int, seconds: float) -> None:
        for page in self._scene_at(number).pages:
            if page.start <= seconds < page.end:
                subtitles.paint_page(canvas, page, seconds, self.screenplay.format.size_wh)

    def _scene_at(self, number: int) -> _Ready:
        if number not in self._ready:
            scene = self.screenplay.scenes[number]
            backdrop = self._sets(scene, self.screenplay.format.size_wh)
            self._ready[number] = _Ready(scene, backdrop, Playing(scene), scene_pages(self.screenplay, number))
            while len(self._ready) > _KEPT_SCENES:
                self._ready.pop(next(iter(self._ready)))
        return self._ready[number]


def scene_pages(screenplay: Screenplay, number: int) -> tuple[subtitles.Page, ...]:
    """Subtitles of one scene, with times from its start."""
    letters = subtitles.letters_of(screenplay.format.size_wh)
    return tuple(
        page
        for turn in screenplay.scenes[number].turns
        for page in subtitles.pages_of(turn, name=screenplay.shown.get(turn.role, ""), letters=letters)
    )
