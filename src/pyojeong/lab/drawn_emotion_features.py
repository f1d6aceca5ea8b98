"""Eyes, brows, mouths and signs of faces by chance: what comics have agreed on, drawn in any hand.

Units: half the width of the face; x right, y down, the middle of the face is 0, 0. ``side`` is -1 for the eye on the
left of the picture, 1 for the other; x of a table's points goes outward.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import skia

Point = tuple[float, float]
Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """One way of drawing.

    Attributes:
        canvas: Where to.
        ink: Colour of lines.
        width: Of lines.
        shake: How far lines go astray, 0 for none.
        chance: What is left to chance.
        white: The white of eyes and teeth.
    """

    canvas: skia.Canvas
    ink: Colour
    width: float
    shake: float
    chance: random.Random
    white: Colour = WHITE

    def stroke(self, path: skia.Path, *, colour: Colour | None = None, width: float = 1.0) -> None:
        """A line along ``path``, its width in widths of this hand."""
        self.canvas.drawPath(path, self._paint(colour or self.ink, skia.Paint.kStroke_Style, width))

    def fill(self, path: skia.Path, colour: Colour | None = None, *, edge: float = 0.0, opacity: float = 1.0) -> None:
        """An area, with a line around it ``edge`` widths wide."""
        paint = self._paint(colour or self.ink, skia.Paint.kFill_Style, 1.0)
        paint.setAlphaf(opacity)
        self.canvas.drawPath(path, paint)
        if edge:
            self.stroke(path, width=edge)

    def _paint(self, colour: Colour, style: skia.Paint.Style, width: float) -> skia.Paint:
        paint = skia.Paint(AntiAlias=True, Style=style, StrokeWidth=self.width * width, Color=skia.Color(*colour))
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        if self.shake:
            paint.setPathEffect(skia.DiscretePathEffect.Make(0.16, self.shake, self.chance.randrange(1 << 30)))
        return paint


def oval(centre: Point, wide: float, high: float) -> skia.Path:
    """An ellipse by its half sizes."""
    (x, y), path = centre, skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high))
    return path


def curve(points: Sequence[Point], *, closed: bool = False) -> skia.Path:
    """A smooth line through points: Catmull and Rom's spline as cubic curves."""
    path, count = skia.Path(), len(points)
    path.moveTo(*points[0])
    for n in range(count if closed else count - 1):
        before, start, end, after = (_at(points, n + k, closed) for k in (-1, 0, 1, 2))
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        path.cubicTo(*first, *second, *end)
    if closed:
        path.close()
    return path


def _at(points: Sequence[Point], n: int, closed: bool) -> Point:
    return points[n % len(points)] if closed else points[min(max(n, 0), len(points) - 1)]


def corners(points: Sequence[Point], *, closed: bool = False) -> skia.Path:
    """Straight lines through points."""
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], closed)
    return path


@dataclass(frozen=True, slots=True)
class Eye:
    """Where an eye is and how it looks.

    Attributes:
        centre: Of it.
        radius: Half its width.
        side: -1 left, 1 right in the picture.
        tall: Height in widths.
        gaze: Where the pupil is, [-1, 1] right and down.
        iris: Its colour.
    """

    centre: Point
    radius: float
    side: int
    tall: float
    gaze: Point
    iris: Colour

    def at(self, points: Sequence[Point]) -> list[Point]:
        """Points in radii, outward and down."""
        (x, y), r = self.centre, self.radius
        return [(x + self.side * px * r, y + py * r) for px, py in points]

    @property
    def ball(self) -> skia.Path:
        """Its outline when open."""
        return oval(self.centre, self.radius, self.radius * self.tall)

    def pupil(self, share: float) -> skia.Path:
        """A disc of so many radii, where the gaze is."""
        (x, y), free = self.centre, self.radius * (1 - share)
        place = x + self.gaze[0] * free, y + self.gaze[1] * free * self.tall
        return oval(place, self.radius * share, self.radius * share * min(self.tall, 1.25))


def _dot(hand: Hand, eye: Eye) -> None:
    hand.fill(oval(eye.centre, eye.radius * 0.55, eye.radius * 0.6 * eye.tall))


def _bead(hand: Hand, eye: Eye) -> None:
    hand.fill(oval(eye.centre, eye.radius * 0.8, eye.radius * 0.85 * eye.tall))
    hand.fill(oval(eye.at([(-0.25 * eye.side, -0.35)])[0], eye.radius * 0.28, eye.radius * 0.28), hand.white)


def _ring(hand: Hand, eye: Eye, pupil: float = 0.55) -> None:
    hand.fill(eye.ball, hand.white, edge=1.0)
    hand.fill(eye.pupil(pupil))


def _anime(hand: Hand, eye: Eye) -> None:
    hand.fill(eye.ball, hand.white)
    iris = eye.pupil(0.78)
    hand.fill(iris, eye.iris, edge=0.5)
    hand.fill(eye.pupil(0.4))
    x, y = iris.getBounds().centerX(), iris.getBounds().centerY()
    hand.fill(oval((x - 0.3 * eye.radius, y - 0.4 * eye.radius), eye.radius * 0.26, eye.radius * 0.26), hand.white)
    hand.stroke(curve(eye.at([(-1, -0.3), (-0.3, -eye.tall), (0.5, -eye.tall * 0.95), (1.1, -0.2)])), width=1.6)


def _wide(hand: Hand, eye: Eye) -> None:
    big = Eye(eye.centre, eye.radius * 1.25, eye.side, eye.tall, eye.gaze, eye.iris)
    _ring(hand, big, hand.chance.choice((0.16, 0.25, 0.35)))


def _blank(hand: Hand, eye: Eye) -> None:
    hand.fill(Eye(eye.centre, eye.radius * 1.2, eye.side, eye.tall, eye.gaze, eye.iris).ball, hand.white, edge=1.0)


def _arch(hand: Hand, eye: Eye) -> None:
    hand.stroke(curve(eye.at([(-1, 0.35), (-0.5, -0.3), (0, -0.5), (0.5, -0.3), (1, 0.35)])), width=1.3)


def _shut(hand: Hand, eye: Eye) -> None:
    hand.stroke(curve(eye.at([(-1, -0.2), (-0.5, 0.3), (0, 0.42), (0.5, 0.3), (1, -0.2)])), width=1.2)


def _weeping(hand: Hand, eye: Eye) -> None:
    hand.stroke(curve(eye.at([(-1, -0.35), (-0.2, -0.05), (0.5, 0.3), (1.1, 0.55)])), width=1.3)


def _line(hand: Hand, eye: Eye) -> None:
    hand.stroke(corners(eye.at([(-0.9, 0), (0.9, 0)])), width=1.3)


def _clenched(hand: Hand, eye: Eye) -> None:
    hand.stroke(corners(eye.at([(0.9, -0.65), (-0.8, 0), (0.9, 0.65)])), width=1.2)


def _lidded(hand: Hand, eye: Eye, inner: float = -0.05, outer: float = -0.05) -> None:
    _ring(hand, eye)
    lid = eye.at([(-1.15, inner), (1.15, outer), (1.15, -1.3 * eye.tall), (-1.15, -1.3 * eye.tall)])
    hand.canvas.save()
    hand.canvas.clipPath(
        oval(eye.centre, eye.radius * 1.06, eye.radius * eye.tall * 1.06), skia.ClipOp.kIntersect, True
    )
    hand.fill(corners(lid, closed=True), eye.iris if hand.chance.random() < 0.2 else _skin_of(hand))
    hand.canvas.restore()
    hand.stroke(corners(lid[:2]), width=1.2)


def _skin_of(hand: Hand) -> Colour:
    """A lid's colour: the ink, made lighter."""
    lighter = [round(0.45 * level + 140) for level in hand.ink]
    return lighter[0], lighter[1], lighter[2]


def _glaring(hand: Hand, eye: Eye) -> None:
    _lidded(hand, eye, inner=0.15, outer=-0.85)


def _mournful(hand: Hand, eye: Eye) -> None:
    _lidded(hand, eye, inner=-0.9, outer=0.05)


def _narrow(hand: Hand, eye: Eye) -> None:
    hand.fill(oval(eye.centre, eye.radius, eye.radius * 0.32), hand.white, edge=1.0)
    hand.fill(
        oval((eye.centre[0] + eye.gaze[0] * eye.radius * 0.6, eye.centre[1]), eye.radius * 0.27, eye.radius * 0.3)
    )


def _brimming(hand: Hand, eye: Eye) -> None:
    hand.fill(oval(eye.centre, eye.radius * 1.1, eye.radius * 1.15 * eye.tall), eye.iris, edge=0.8)
    for x, y, r in ((-0.35, -0.4, 0.33), (0.35, 0.35, 0.25), (-0.3, 0.55, 0.18)):
        hand.fill(oval(eye.at([(x * eye.side, y)])[0], eye.radius * r, eye.radius * r), hand.white)


def _swirl(hand: Hand, eye: Eye) -> None:
    turns = [(n / 22, n * 0.55) for n in range(24)]
    hand.stroke(curve(eye.at([(r * math.cos(a) * 1.1, r * math.sin(a) * 1.1) for r, a in turns])), width=0.9)


def _star(hand: Hand, eye: Eye) -> None:
    hand.fill(
        corners(eye.at(star_points(5, 1.15, 0.5)), closed=True),
        hand.chance.choice(((255, 200, 40), hand.ink)),
        edge=0.5,
    )


def star_points(count: int, far: float, near: float) -> list[Point]:
    """The corners of a star with its tip up."""
    steps = [(far if n % 2 == 0 else near, math.pi * n / count) for n in range(2 * count)]
    return [(r * math.sin(a), -r * math.cos(a)) for r, a in steps]


def heart_points(size: float) -> list[Point]:
    """A heart around 0, 0; `curve` closes it with a blunt tip, which is small enough not to matter."""
    right = [(0.5, -0.8), (1.0, -0.3), (0.5, 0.4)]
    left = [(-x, y) for x, y in reversed(right)]
    return [(x * size, y * size) for x, y in [(0.0, -0.35), *right, (0.0, 1.0), *left]]


def _heart(hand: Hand, eye: Eye) -> None:
    hand.fill(curve(eye.at(heart_points(1.1)), closed=True), hand.chance.choice(((230, 50, 80), (255, 90, 130))))


def _cross(hand: Hand, eye: Eye) -> None:
    hand.stroke(corners(eye.at([(-0.7, -0.7), (0.7, 0.7)])), width=1.2)
    hand.stroke(corners(eye.at([(-0.7, 0.7), (0.7, -0.7)])), width=1.2)


EYES: Mapping[str, tuple[Callable[[Hand, Eye], None], Mapping[str, float]]] = {
    "dot": (_dot, {}),
    "bead": (_bead, {}),
    "ring": (_ring, {}),
    "anime": (_anime, {}),
    "wide": (_wide, {"eyeWide": 1.0}),
    "blank": (_blank, {"eyeWide": 1.0}),
    "arch": (_arch, {"eyeBlink": 1.0, "eyeSquint": 0.6}),
    "shut": (_shut, {"eyeBlink": 1.0}),
    "weeping": (_weeping, {"eyeBlink": 1.0, "browInnerUp": 0.5}),
    "line": (_line, {"eyeBlink": 0.8}),
    "clenched": (_clenched, {"eyeBlink": 1.0, "eyeSquint": 1.0}),
    "lidded": (_lidded, {"eyeBlink": 0.45}),
    "glaring": (_glaring, {"eyeBlink": 0.2, "eyeSquint": 0.6, "browDown": 0.8}),
    "mournful": (_mournful, {"eyeBlink": 0.3, "browInnerUp": 0.8}),
    "narrow": (_narrow, {"eyeBlink": 0.5, "eyeSquint": 0.9}),
    "brimming": (_brimming, {"eyeWide": 0.3}),
    "swirl": (_swirl, {}),
    "star": (_star, {}),
    "heart": (_heart, {}),
    "cross": (_cross, {"eyeBlink": 1.0, "eyeSquint": 0.8}),
}
"""Kind → how it is drawn, and which of `SIGNS` it shows."""
