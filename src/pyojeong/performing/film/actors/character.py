"""A drawn character on stage: it stands, goes into what it does, speaks, and comes back."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.painting import paint_node
from pyojeong.performing.character.acting import Acting, Arm, Pose
from pyojeong.performing.character.acts import MOMENTS, Act, act_for, act_of
from pyojeong.performing.character.character import Character
from pyojeong.performing.character.designs import design_of
from pyojeong.performing.character.figure import CANVAS
from pyojeong.performing.character.stage import Edge, scene
from pyojeong.performing.film.acting import Build, Moment
from pyojeong.rig.visemes import speaking

if TYPE_CHECKING:
    import skia

_STANDING = Pose()
_SWITCH = 0.5
"""Share of the way at which hands, legs and props change: what cannot glide jumps in the middle of the movement."""


class CharacterActor:
    """One character.

    Args:
        character: Whom to draw.
    """

    def __init__(self, character: Character) -> None:
        self._character = character
        head = scene(character, Acting()).figure.head
        x, y = head.centre
        wide, high = head.half_size
        self.build = Build(1.0, (x / CANVAS, y / CANVAS), (wide / CANVAS, high / CANVAS), standing=True)

    def paint(self, canvas: skia.Canvas, moment: Moment, *, height_px: float) -> None:
        """Draw ``moment`` (see `acting.Actor`)."""
        shot = scene(self._character, self._acting(moment))
        canvas.save()
        canvas.scale(height_px / CANVAS, height_px / CANVAS)
        for node in shot.shown(Edge.NONE):
            paint_node(canvas, node)
        canvas.restore()

    def _acting(self, moment: Moment) -> Acting:
        act = _act(self._character, moment.act, moment.emotion, round(max(0.05, moment.strength), 1))
        done = act.at(moment.seconds / act.seconds)
        face = speaking(moment.expression, moment.mouth, emotion=moment.emotion, strength=moment.strength)
        marks = {m: s * moment.share for m, s in done.marks.items() if moment.share > _SWITCH}
        pose = between_poses(_STANDING, done.pose, moment.share)
        return replace(done, expression=face, pose=pose, marks=marks, eyes=None, mouth=None, gag="")


@lru_cache(maxsize=64)
def _act(character: Character, name: str, emotion: Emotion, strength: float) -> Act:
    design = design_of(character)
    return act_of(name, design=design) if name in MOMENTS else act_for(emotion, strength, design=design)


def between_poses(one: Pose, other: Pose, share: float) -> Pose:
    """``one`` at 0, ``other`` at 1; what has no between changes half way."""
    if share <= 0.0:
        return one
    near = other if share >= _SWITCH else one

    def glide(a: float, b: float) -> float:
        return a + (b - a) * share

    return replace(
        near,
        left=_between_arms(one.left, other.left, share),
        right=_between_arms(one.right, other.right, share),
        lean_degrees=glide(one.lean_degrees, other.lean_degrees),
        head_shift=(glide(one.head_shift[0], other.head_shift[0]), glide(one.head_shift[1], other.head_shift[1])),
        turn=(glide(one.turn[0], other.turn[0]), glide(one.turn[1], other.turn[1])),
        squash=glide(one.squash, other.squash),
        lift=glide(one.lift, other.lift),
        shift=glide(one.shift, other.shift),
        bow=glide(one.bow, other.bow),
        ears=glide(one.ears, other.ears),
        tail=glide(one.tail, other.tail),
    )


def _between_arms(one: Arm, other: Arm, share: float) -> Arm:
    near = other if share >= _SWITCH else one
    if one.part is not other.part:
        return near
    at = (one.at[0] + (other.at[0] - one.at[0]) * share, one.at[1] + (other.at[1] - one.at[1]) * share)
    return replace(near, at=at, bend=one.bend + (other.bend - one.bend) * share)
