"""A photo's bust as a figure that comic marks find their places around."""

from __future__ import annotations

from math import hypot

from pyojeong.media.drawing.nodes import Group, Matrix, Point, Shape
from pyojeong.media.drawing.paths import oval, placed
from pyojeong.performing.character import CANVAS, Acting, Figure, Frame
from pyojeong.performing.character.marks.water import EYE_BOTTOM
from pyojeong.performing.character.pens import InkPen
from pyojeong.stickers.photo_stickers.bust import Bust

PEN = InkPen("#2a2430", 5.0)
"""What marks are drawn with beside a photo."""
RIM = 7.0
"""Width of the white rim in canvas units: two pixels at the size of a chat."""
FLOOR = 344.0
"""Where the bust ends."""
WIDEST, HIGHEST = 292.0, 300.0
"""Room for the bust; the rest is for marks."""
_EYE = 1.15


def bust_placed(bust: Bust) -> Matrix:
    """From the cut-out's pixels to the canvas: as large as there is room, standing in the middle."""
    left, top, right, bottom = _extent(bust)
    scale = min(WIDEST / (right - left), HIGHEST / (bottom - top))
    return Matrix(scale, 0.0, 0.0, scale, CANVAS / 2 - scale * (left + right) / 2, FLOOR - scale * bottom)


def stance(acting: Acting) -> Matrix:
    """Tilt, squash, lift and shift around the foot of the bust."""
    pose, foot = acting.pose, (CANVAS / 2, FLOOR)
    tilt = pose.lean_degrees + 0.5 * acting.expression.roll_degrees
    squash = Matrix.scaled(pose.squash**-0.5, pose.squash, foot)
    return Matrix.moved(pose.shift * CANVAS, -pose.lift * CANVAS) @ Matrix.turned(tilt, foot) @ squash


def figure_of(bust: Bust, matrix: Matrix) -> Figure:
    """The bust after ``matrix``, flat and in its mean colours, with the places of its face."""
    way = matrix @ bust_placed(bust)
    scale = hypot(way.a, way.b)
    whole, skin = bust.colours()
    silhouette = bust.silhouette(way)
    (centre, half), (_, _, wide), (right, left) = bust.head(), bust.eyes(), bust.tears()
    raised = EYE_BOTTOM * _EYE * wide * scale
    head = Frame(way.of(centre), (half[0] * scale, half[1] * scale))
    x, y = head.centre
    face = Shape(oval(head.centre, head.half_size), fill=skin)
    low = (x, min(FLOOR, y + 2 * head.half_size[1]))
    return Figure(
        node=Group((Shape(silhouette, fill=whole), face)),
        head=head,
        body=Frame(low, (1.4 * head.half_size[0], 0.5 * head.half_size[1])),
        eyes=(_above(way.of(right), raised), _above(way.of(left), raised)),
        eye_radius=_EYE * wide * scale,
        mouth=way.of(bust.mouth()),
        hands=((x - 1.2 * head.half_size[0], CANVAS + 60), (x + 1.2 * head.half_size[0], CANVAS + 60)),
        silhouette=placed(silhouette, Matrix()),
        ink=PEN.ink,
    )


def _above(place: Point, by: float) -> Point:
    """Where marks take an eye to be so that its water begins at ``place``."""
    return place[0], place[1] - by


def _extent(bust: Bust) -> tuple[float, float, float, float]:
    xs, ys = zip(*bust.outline(), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
