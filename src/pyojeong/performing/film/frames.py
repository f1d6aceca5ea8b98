"""Frames of a film: each a pure function of its number, so that any process may draw any of them."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.performing.film import covers, subtitles
from pyojeong.performing.film.acting import Actor
from pyojeong.performing.film.backdrop import Backdrop
from pyojeong.performing.film.camera import Camera, Placed, camera_at, placed
from pyojeong.performing.film.plan import Kind, stretches
from pyojeong.performing.film.playing import Playing
from pyojeong.performing.film.screenplay import Scene, Screenplay, Standing
from pyojeong.performing.film.transitions import SECONDS, paint_over

if TYPE_CHECKING:
    import skia

_KEPT_SCENES = 2
"""Scenes kept ready at once: the one that plays and the one whose page turns."""

_LISTENING_FRAMES = 2
_HEIGHTS = 8
"""Pictures of who listens are painted at heights of so many pixels' steps, so that a creeping camera can reuse them."""

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
        stamp: Painted over every frame with a person's photo in it; nothing by default.
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
        self.stretches = stretches(screenplay)
        self._firsts = [stretch.first for stretch in self.stretches]
        self._ready: dict[int, _Ready] = {}
        self._pictures: dict[str, tuple[tuple[int, float, float, int], skia.Image]] = {}

    @property
    def count(self) -> int:
        """How many frames."""
        return self.stretches[-1].first + self.stretches[-1].count

    def frame(self, number: int) -> Pixels:
        """Frame ``number``: uint8 H×W×4, RGBA, every pixel opaque."""
        import skia

        width, height = self.screenplay.format.size_wh
        pixels = np.empty((height, width, 4), np.uint8)
        surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType)
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
        boxes = placed(shot, self._builds, self.screenplay.format.size_wh, camera)
        for standing in shot.standing:
            self._actor(canvas, number, standing, boxes[standing.role], seconds)
        ready.backdrop.before(canvas, seconds, camera)
        if self._stamp is not None:
            self._stamp(canvas)

    def _actor(self, canvas: skia.Canvas, number: int, standing: Standing, box: Placed, seconds: float) -> None:
        """Somebody in the picture: who speaks moves every frame, the others every second one, as drawn films do."""
        playing = self._scene_at(number).playing
        if playing.speaks(standing.role, seconds):
            canvas.save()
            canvas.translate(box.left, box.top)
            moment = playing.moment(standing.role, seconds, facing=standing.facing)
            self._actors[standing.role].paint(canvas, moment, height_px=box.height)
            canvas.restore()
            return
        step = _LISTENING_FRAMES / self.screenplay.format.frames_per_second
        held = math.floor(seconds / step + 1e-6) * step
        image = self._picture(number, standing, held, math.ceil(box.height / _HEIGHTS) * _HEIGHTS)
        wide = box.height * self._builds[standing.role].width
        _draw_picture(canvas, image, (box.left, box.top, box.left + wide, box.top + box.height))

    def _picture(self, number: int, standing: Standing, seconds: float, height_px: int) -> skia.Image:
        """Who listens, painted apart; the last one of each role is kept."""
        import skia

        key = (number, standing.facing, seconds, height_px)
        kept = self._pictures.get(standing.role)
        if kept is not None and kept[0] == key:
            return kept[1]
        wide = math.ceil(height_px * self._builds[standing.role].width)
        surface = skia.Surface(wide, height_px)
        moment = self._scene_at(number).playing.moment(standing.role, seconds, facing=standing.facing)
        self._actors[standing.role].paint(surface.getCanvas(), moment, height_px=float(height_px))
        image = surface.makeImageSnapshot()
        self._pictures[standing.role] = (key, image)
        return image

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


def _draw_picture(canvas: skia.Canvas, image: skia.Image, box: tuple[float, float, float, float]) -> None:
    import skia

    sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
    whole = skia.Rect.MakeWH(image.width(), image.height())
    canvas.drawImageRect(image, whole, skia.Rect.MakeLTRB(*box), sampling, skia.Paint(AntiAlias=True))


def scene_pages(screenplay: Screenplay, number: int) -> tuple[subtitles.Page, ...]:
    """Subtitles of one scene, with times from its start."""
    letters = subtitles.letters_of(screenplay.format.size_wh)
    return tuple(
        page
        for turn in screenplay.scenes[number].turns
        for page in subtitles.pages_of(turn, name=screenplay.shown.get(turn.role, ""), letters=letters)
    )
