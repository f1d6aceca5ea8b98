"""A drawn character on stage. It moves on twos: a new drawing for every other frame, as hand-drawn films do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pyojeong.media.drawing.painting import paint_node
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.character import Character
from pyojeong.performing.character.figure import CANVAS, GROUND
from pyojeong.performing.character.marks import seating_of
from pyojeong.performing.character.marks.drawn import Seating
from pyojeong.performing.character.stage import Edge, scene, staged
from pyojeong.performing.film.acting import Build, Moment
from pyojeong.performing.film.actors.bodies import Body
from pyojeong.performing.film.actors.kept import KeptPictures, laid_down
from pyojeong.performing.film.actors.views import View, view_of

if TYPE_CHECKING:
    import skia

_AROUND = (0.30, 0.26, 0.30, 0.08)
"""What may lie outside the box at its left, top, right and bottom, in heights: arms, marks, a jump."""


class CharacterActor:
    """One character.

    Args:
        character: Whom to draw.
    """

    drawn = True

    def __init__(self, character: Character) -> None:
        self._character, self._body = character, Body(character)
        figure = scene(character, Acting()).figure
        (x, y), (wide, high) = figure.head.centre, figure.head.half_size
        self.build = Build(
            width=1.0,
            face_centre=(x / CANVAS, y / CANVAS),
            face_size=(wide / CANVAS, high / CANVAS),
            standing=True,
            top=figure.silhouette.getBounds().top() / CANVAS,
            foot=GROUND / CANVAS,
        )
        self._seats: dict[tuple[object, ...], Seating] = {}
        self._kept = KeptPictures()

    def paint(self, canvas: skia.Canvas, moment: Moment, *, height_px: float) -> None:
        """Draw ``moment`` (see `acting.Actor`)."""
        view = view_of(canvas, height_px, _AROUND)
        if view is None:
            return
        laid_down(canvas, self._kept.of(moment, view, lambda: self._drawn(moment, view)), view)

    def _drawn(self, moment: Moment, view: View) -> skia.Image:
        """What of the figure is in the picture, premultiplied."""
        acting, looks = self._body.acting(moment), self._body.looks(moment)
        shot = staged(self._character, acting, looks, seating=self._seated(moment, acting))
        surface = view.surface()
        canvas = surface.getCanvas()
        canvas.translate(view.x, view.y)
        canvas.scale(view.height_px / CANVAS, view.height_px / CANVAS)
        for node in (shot.shadow, *shot.shown(Edge.NONE)):
            paint_node(canvas, node)
        return surface.makeImageSnapshot()

    def _seated(self, moment: Moment, acting: Acting) -> Seating:
        """Where marks sit through a whole act: found once, beside the figure in its key pose."""
        if not acting.marks:
            return {}
        # All that decides the key pose, without blinks and glides: whichever moment is first drawn finds the same seats
        still = replace(moment, expression=moment.settled, share=1.0)
        key = (*self._body.act_key(still), moment.settled, moment.strength, moment.begun, tuple(sorted(acting.marks)))
        if key not in self._seats:
            posed = self._body.posed(still)
            figure = staged(self._character, posed, self._body.looks(still), seating={}).figure
            self._seats[key] = seating_of(figure, acting.marks)
        return self._seats[key]
