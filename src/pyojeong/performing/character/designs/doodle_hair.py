"""Hair as a bored person scribbles it: caps cut from the head's own outline, loops, and three lonely hairs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import luminance
from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.paths import arc, common, curve, lines, oval, placed, polar, smooth, without
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.space import Option
from pyojeong.performing.character.wear.worn import NOTHING, Worn

HAIR = (
    Option("three", "세 가닥", "Three hairs"),
    Option("scribble", "낙서 뭉치", "A scribble"),
    Option("spiky", "삐죽 머리", "Spiky"),
    Option("fringe", "앞머리 있는 짧은 머리", "Short with a fringe"),
    Option("bald", "민머리", "Bald"),
    Option("receding", "이마가 넓은 머리", "Receding"),
    Option("buzz", "삭발에 가까운 머리", "Buzz cut"),
    Option("short-straight", "짧은 생머리", "Short and straight"),
    Option("short-curly", "짧은 곱슬머리", "Short and curly"),
    Option("side-part", "가르마 머리", "Side part"),
    Option("quiff", "올린 머리", "Quiff"),
    Option("two-block", "투블록", "Two-block cut"),
    Option("mohawk", "모히칸", "Mohawk"),
    Option("afro", "아프로", "Afro"),
    Option("bob", "단발", "Bob"),
    Option("bob-fringe", "앞머리 있는 단발", "Bob with a fringe"),
    Option("medium", "어깨에 닿는 머리", "To the shoulders"),
    Option("long-straight", "긴 생머리", "Long and straight"),
    Option("long-fringe", "앞머리 있는 긴 머리", "Long with a fringe"),
    Option("long-wavy", "긴 웨이브 머리", "Long and wavy"),
    Option("long-curly", "긴 곱슬머리", "Long and curly"),
    Option("tied", "묶은 머리", "Tied back"),
    Option("bun", "올림머리", "Bun"),
    Option("pigtails", "양갈래", "Pigtails"),
    Option("braids", "땋은 머리", "Braids"),
)
"""Every style a person can have, by the names persons have for them, and three of its own first."""


@dataclass(frozen=True, slots=True, eq=False)
class Scalp:
    """A head hair is drawn on.

    Attributes:
        pen: The design's.
        head: Upright.
        outline: The head's.
        colour: Of the hair.
        volume: How far it stands off, about 1.
        stand: -1 hangs, 1 stands on end.
        turn: The face's shift, right and down, in half sizes of the head.
    """

    pen: Pen
    head: Frame
    outline: skia.Path
    colour: str
    volume: float
    stand: float
    turn: Point

    def grown(self, factor: float) -> skia.Path:
        """The head's outline, larger."""
        factor = 1 + (factor - 1) * self.volume
        return placed(self.outline, Matrix.scaled(factor, factor, self.head.at(0.0, 0.1)))

    def at(self, x: float, y: float) -> Point:
        """A place in half sizes that goes half way with the face."""
        return self.head.at(x + 0.5 * self.turn[0], y + 0.4 * self.turn[1])

    def above(self, *hem: Point) -> skia.Path:
        """All that lies over ``hem``, from left to right, in half sizes."""
        box = [self.head.at(1.9, hem[-1][1]), self.head.at(1.9, -2.2), self.head.at(-1.9, -2.2)]
        return lines([self.head.at(-1.9, hem[0][1]), *(self.at(*place) for place in hem), *box], closed=True)

    def cap(self, *hem: Point, factor: float = 1.09) -> skia.Path:
        """Hair over the top of the head down to ``hem``."""
        return common(self.grown(factor), self.above(*hem))

    def drawn(self, *areas: skia.Path, part: str = "hair") -> Worn:
        """Areas of hair."""
        nodes = [node for n, area in enumerate(areas) for node in self.pen.shape(area, self.colour, part=f"{part}{n}")]
        return Worn(tuple(nodes), areas)

    def strands(self, *paths: skia.Path, share: float = 0.95) -> Nodes:
        """Single hairs."""
        width = share * self.pen.width
        return tuple(
            node
            for n, path in enumerate(paths)
            for node in self.pen.line(path, width=width, colour=self.colour, part=f"strand{n}")
        )


Hair = tuple[Worn, Worn]
Hem = tuple[Point, ...]
_RAGGED: Hem = (
    *((-0.95, 0.0), (-0.70, -0.34), (-0.50, -0.22), (-0.24, -0.46), (0.0, -0.30)),
    *((0.22, -0.50), (0.46, -0.24), (0.70, -0.36), (0.95, 0.0)),
)
_BANGS: Hem = (
    *((-0.95, 0.10), (-0.78, -0.18), (-0.40, -0.20), (-0.34, -0.30), (-0.02, -0.20), (0.02, -0.30)),
    *((0.36, -0.19), (0.42, -0.28), (0.78, -0.18), (0.95, 0.10)),
)
_CURTAIN: Hem = (
    *((-0.95, 0.16), (-0.72, -0.12), (-0.34, -0.42), (0.12, -0.94), (0.50, -0.40)),
    *((0.76, -0.12), (0.95, 0.16)),
)
_SWEPT: Hem = ((-0.95, 0.06), (-0.66, -0.62), (-0.30, -0.52), (0.20, -0.44), (0.62, -0.24), (0.84, -0.08), (0.95, 0.06))
_HIGH: Hem = ((-0.95, -0.10), (-0.62, -0.62), (-0.30, -0.54), (0.0, -0.66), (0.30, -0.54), (0.62, -0.62), (0.95, -0.10))
_BACK: Hem = ((-0.95, -0.04), (-0.66, -0.40), (-0.2, -0.60), (0.2, -0.62), (0.66, -0.42), (0.95, -0.04))
_BLOCK: Hem = ((-0.58, -1.5), (-0.60, -0.40), (-0.30, -0.26), (0.06, -0.40), (0.36, -0.24), (0.62, -0.44), (0.60, -1.5))


def hair(scalp: Scalp, kind: str) -> Hair:
    """What falls behind the head, and what lies over it, in this order."""
    return _DRAWN[kind](scalp)


def _short(hem: Hem, factor: float = 1.09) -> Callable[[Scalp], Hair]:
    """A cap down to ``hem``."""
    return lambda scalp: (NOTHING, scalp.drawn(scalp.cap(*hem, factor=factor)))


def _falling(hem: Hem, low: float, out: float, *, wave: float = 0.0) -> Callable[[Scalp], Hair]:
    """A cap, and hair behind the head down to ``low``, ragged below; ``wave`` at its sides."""

    def drawn(scalp: Scalp) -> Hair:
        head, v = scalp.head, 1 + 0.5 * (scalp.volume - 1)
        ends = [(x * out, low + (0.10 if n % 2 else -0.05)) for n, x in enumerate((1.0, 0.6, 0.2, -0.2, -0.6, -1.0))]
        steps = 6 if wave else 2
        side = [
            (1.04 + (out - 1.04) * n / steps + (wave if n % 2 else -wave), -0.30 + (low + 0.30) * n / steps)
            for n in range(steps)
        ]
        right = [(0.0, -1.12), (0.74, -0.86), *side]
        ring = [*right, *ends, *((-x, y) for x, y in right[:0:-1])]
        fall = smooth([head.at(x * v, y) for x, y in ring], ease=1 / 6 if wave else 0.10)
        return scalp.drawn(fall, part="back"), scalp.drawn(scalp.cap(*hem))

    return drawn


def _three(scalp: Scalp) -> Hair:
    """They stand on end in fright and hang to the sides in grief."""
    hairs, stand = [], scalp.stand
    for base, degrees, long in ((-0.10, -26, 0.25), (0.02, 4, 0.34), (0.13, 32, 0.27)):
        turned = degrees * (1 - 0.55 * max(0.0, stand)) + math.copysign(62, degrees - 8) * max(0.0, -stand)
        reach = long * scalp.volume * scalp.head.half_size[0] * (1 + 0.25 * max(0.0, stand))
        root = scalp.at(base, -0.93)
        hairs.append(arc(root, polar(root, 0.62 * reach, 0.35 * turned - 90), polar(root, reach, turned - 90)))
    return NOTHING, Worn(scalp.strands(*hairs))


def _bald(scalp: Scalp) -> Hair:
    return NOTHING, NOTHING


def _buzz(scalp: Scalp) -> Hair:
    """A field of short strokes."""
    dots = []
    for row in range(4):
        for n in range(-5, 6):
            x, y = 0.13 * n + 0.065 * (row % 2), -0.86 + 0.13 * row + 0.5 * (0.13 * n) ** 2
            if abs(x) < 0.36 + 0.11 * row:
                dots.append(lines([scalp.at(x, y), scalp.at(x, y + 0.05 * scalp.volume)]))
    return NOTHING, Worn(scalp.strands(*dots, share=0.65))


def _tied(scalp: Scalp) -> Hair:
    """Its end swings up and down with the mood."""
    head, s, v = scalp.head, scalp.stand, scalp.volume
    places: Hem = ((0.5, -0.98), (0.98, -1.18 - 0.2 * s), (1.42 * v, -0.84 - 0.5 * s), (1.52 * v, -0.20 - 0.6 * s))
    places += ((1.36 * v, 0.30 - 0.7 * s), (1.22, -0.30 - 0.4 * s), (0.86, -0.62))
    tail = smooth([head.at(*place) for place in places], ease=0.12)
    return scalp.drawn(tail, part="tail"), scalp.drawn(scalp.cap(*_BACK, factor=1.06))


def _bun(scalp: Scalp) -> Hair:
    """A ball of wool on top."""
    size = 0.30 * scalp.volume * scalp.head.half_size[0]
    middle = scalp.head.at(0.04, -1.12 - 0.06 * scalp.stand)
    coil = smooth([polar(middle, 0.075 * n * size, 70 * n) for n in range(1, 12)], closed=False)
    ball = scalp.drawn(oval(middle, (size, 0.9 * size)), part="bun")
    pale = "#ffffff" if luminance(scalp.colour) < 0.4 else scalp.pen.ink
    coiled = scalp.pen.line(coil, width=0.4 * scalp.pen.width, colour=pale, part="coil")
    return Worn((*ball.nodes, *coiled), ball.areas), scalp.drawn(scalp.cap(*_BACK, factor=1.06))


def _tails(*, plaited: bool) -> Callable[[Scalp], Hair]:
    """One at either side; plaited ones swell and shrink."""

    def drawn(scalp: Scalp) -> Hair:
        tails, thick, lift = [], 0.13 * scalp.volume, 0.35 * scalp.stand
        middle = [(1.0, 0.20), (1.18, 0.40 - lift), (1.26, 0.70 - 1.5 * lift), (1.24, 0.98 - 2.2 * lift)]
        middle.append((1.20, 1.24 - 2.6 * lift))
        shares = (0.7, 1.25, 0.6, 1.15, 0.5) if plaited else (0.7, 1.2, 1.5, 1.3, 0.5)
        for s in (-1, 1):
            right = [(x + thick * share, y) for share, (x, y) in zip(shares, middle, strict=True)]
            left = [(x - thick * share, y + 0.03) for share, (x, y) in zip(shares, middle, strict=True)]
            tails.append(
                smooth([scalp.head.at(s * x, y) for x, y in (*right, (1.2, middle[-1][1] + 0.2), *left[::-1])])
            )
        return scalp.drawn(*tails, part="tail"), scalp.drawn(scalp.cap(*_CURTAIN))

    return drawn


def _cloud(reach: float, low: float, *, long: bool = False) -> Callable[[Scalp], Hair]:
    """Loops all around the top, down to ``low`` degrees over the horizon's ends; behind the shoulders when long."""

    def drawn(scalp: Scalp) -> Hair:
        points: list[Point] = []
        for n in range(11):
            middle = -90 + (n - 5) * (180 + 2 * low) / 10
            for k, share in ((-8.5, 0.62), (-4, 1.0), (4, 1.0), (8.5, 0.62)):
                points.append(_around(scalp.head, 1.0 + reach * share * scalp.volume, middle + k))
        over = scalp.drawn(without(smooth(points), _face_of(scalp)))
        if not long:
            return NOTHING, over
        sides = [
            (1.0, -0.2),
            (1.26, 0.1),
            (1.16, 0.42),
            (1.36, 0.66),
            (1.22, 0.98),
            (1.34, 1.24),
            (1.0, 1.42),
            (0.7, 1.2),
        ]
        ring = [*sides, (0.0, 1.3), *((-x, y) for x, y in sides[::-1])]
        return scalp.drawn(smooth([scalp.head.at(x, y) for x, y in ring]), part="back"), over

    return drawn


def _face_of(scalp: Scalp) -> skia.Path:
    """What a cloud of hair leaves free."""
    hem = ((-0.80, 0.30), (-0.76, -0.08), (-0.50, -0.36), (-0.22, -0.26), (0.0, -0.40), (0.26, -0.26), (0.52, -0.36))
    ends = ((0.76, -0.06), (0.80, 0.30), (0.86, 1.6), (-0.86, 1.6))
    return smooth(
        [*(scalp.at(*place) for place in (*hem, *ends[:2])), *(scalp.head.at(*p) for p in ends[2:])], ease=0.12
    )


def _around(head: Frame, reach: float, degrees: float) -> Point:
    angle = math.radians(degrees)
    return head.at(reach * math.cos(angle), reach * math.sin(angle))


def _spikes(spread: float, count: int, tall: float, hem: Hem) -> Callable[[Scalp], Hair]:
    """Points over ``spread`` degrees either side of the top; they rise with the mood."""

    def drawn(scalp: Scalp) -> Hair:
        high = tall * scalp.volume * (1 + 0.4 * scalp.stand)
        half = spread / max(1, count - 1)
        tops: list[Point] = []
        for n in range(count):
            middle = -90 - spread + 2 * spread * n / (count - 1)
            tops += [_around(scalp.head, 0.94, middle - half), _around(scalp.head, 1.02 + high, middle)]
        tops.append(_around(scalp.head, 0.94, -90 + spread + half))
        return NOTHING, scalp.drawn(lines([*tops, *(scalp.at(*place) for place in hem[::-1])], closed=True))

    return drawn


def _quiff(scalp: Scalp) -> Hair:
    """A wave that breaks to the right."""
    v = scalp.volume * (1 + 0.2 * scalp.stand)
    crest = ((-0.90, -0.10), (-0.92, -0.60), (-0.62, -1.0), (-0.30, -1.0 - 0.34 * v), (0.26, -1.0 - 0.44 * v))
    front = (
        (0.74, -0.98 - 0.22 * v),
        (0.62, -0.86),
        (0.90, -0.58),
        (0.90, -0.10),
        (0.70, -0.46),
        (0.2, -0.66),
        (-0.6, -0.56),
    )
    return NOTHING, scalp.drawn(smooth([scalp.at(*place) for place in (*crest, *front)], ease=0.14))


def _scribble(scalp: Scalp) -> Hair:
    """A ball-point pen that went round and round."""
    points = []
    for n in range(58):
        turn, reach = math.radians(137.0 * n), 0.30 + 0.42 * ((n * 0.618) % 1.0)
        lift = -0.92 - 0.08 * scalp.volume + scalp.volume * 0.5 * reach * math.sin(turn)
        points.append(scalp.at(1.09 * reach * math.cos(turn), lift))
    return NOTHING, Worn(scalp.strands(smooth(points, closed=False), share=0.62))


def _receding(scalp: Scalp) -> Hair:
    """Three strands from one ear over the bare top to the other, and a little over the ears."""
    v, up = scalp.volume, max(0.0, scalp.stand)
    strands = [
        curve(
            scalp.at(-0.72, -0.46 - 0.05 * n),
            scalp.at(-0.5, -0.98 - 0.10 * n * (0.4 + 0.6 * v)),
            scalp.at(0.1, -1.12 - (0.10 * n + 0.12 * up) * v),
            scalp.at(0.56 + 0.04 * n, -0.72 - 0.3 * up),
        )
        for n in range(3)
    ]
    sides = [
        lines([scalp.at(s * (0.86 - 0.08 * n), -0.42 + 0.03 * n), scalp.at(s * (0.84 - 0.07 * n), -0.16 - 0.02 * n)])
        for s in (-1, 1)
        for n in range(3)
    ]
    return NOTHING, Worn(scalp.strands(*strands, *sides, share=0.8))


_DRAWN: Mapping[str, Callable[[Scalp], Hair]] = {
    "three": _three,
    "scribble": _scribble,
    "spiky": _spikes(68, 7, 0.30, _RAGGED),
    "fringe": _short(_BANGS),
    "bald": _bald,
    "receding": _receding,
    "buzz": _buzz,
    "short-straight": _short(_RAGGED),
    "short-curly": _cloud(0.14, 8),
    "side-part": _short(_SWEPT),
    "quiff": _quiff,
    "two-block": _short(_BLOCK, 1.14),
    "mohawk": _spikes(26, 5, 0.44, ((-0.22, -0.72), (0.0, -0.52), (0.22, -0.72))),
    "afro": _cloud(0.34, 34),
    "bob": _falling(_CURTAIN, 0.84, 1.20),
    "bob-fringe": _falling(_BANGS, 0.84, 1.20),
    "medium": _falling(_SWEPT, 1.14, 1.18),
    "long-straight": _falling(_CURTAIN, 1.62, 1.22),
    "long-fringe": _falling(_BANGS, 1.62, 1.22),
    "long-wavy": _falling(_SWEPT, 1.60, 1.26, wave=0.07),
    "long-curly": _cloud(0.24, 36, long=True),
    "tied": _tied,
    "bun": _bun,
    "pigtails": _tails(plaited=False),
    "braids": _tails(plaited=True),
}
