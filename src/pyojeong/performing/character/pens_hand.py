"""Pens of an unsteady hand: doodle, ink brush and crayon. What is irregular depends on seed and part alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import skia

from pyojeong.media.drawing.colours import luminance, mixed
from pyojeong.media.drawing.nodes import Grain, Group, Linear, Matrix, Node, Paint, Point, Shape, Stop, Stroke
from pyojeong.media.drawing.paths import placed
from pyojeong.performing.character.figure import Figure
from pyojeong.performing.character.pens import Nodes, part_size
from pyojeong.performing.character.strokes import (
    CARELESS,
    Hand,
    Strand,
    brushed,
    chance_of,
    dry_tail,
    hand_drawn,
    hand_drawn_strands,
)

_SWAYING, _EVEN = ((0, 0.62), (2, 0.30)), 0.40
"""A crayon's strands: number and width of those that sway, and the width of the one that keeps to the path (by eye)."""
_SEEN = 0.76
"""How much of a crayon's strand shows."""
_LONG = 24.0
"""Length from which a line has all strands."""
_RUBBED = 20.0
"""Size from which an area is rubbed."""
_RUBS, _SLANT = 6, (0.8, 0.4)
"""Strokes until rubbing repeats itself, and the way across them: as a right hand rubs."""
WHITISH = 0.82
"""Luminance from which a colour cannot be told from paper, so that its area is not shifted off its line."""


@dataclass(frozen=True, slots=True)
class WobblePen:
    """A felt pen in a careless hand: lines that sway, swell and overshoot, colours that miss them.

    Attributes:
        seed: Which accidents.
        boil: Another drawing of the same thing; changed every few frames it makes lines boil.
        hand: How much the lines wander.
        slip: How far colours miss their lines, right and down, in canvas units.
        paper: Shows where the colour misses.
    """

    ink: str
    width: float
    seed: int = 0
    boil: int = 0
    hand: Hand = CARELESS
    slip: tuple[float, float] = (6.0, 4.5)
    paper: str = "#ffffff"

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """An area that misses its wandering outline."""
        nodes: Nodes = (Shape(path, fill=colour),)
        if any(self.slip) and (not isinstance(colour, str) or luminance(colour) < WHITISH):
            share = min(1.0, part_size(path) / 90)
            missed = placed(path, Matrix.moved(self.slip[0] * share, self.slip[1] * share))
            nodes = Shape(path, fill=self.paper), Shape(missed, fill=colour)
        return nodes + self.line(path, width=width, part=part)

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """A line that sways and swells, thin at its ends."""
        drawn = hand_drawn(path, width or self.width, self.hand, f"{self.seed}:{self.boil}:{part}")
        return (Shape(drawn, fill=colour or self.ink),)

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area, exactly where it belongs."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """A wandering outline."""
        return self.line(path, width=width, part=part)


@dataclass(frozen=True, slots=True)
class BrushPen:
    """An ink brush: each line one mass that swells and ends in a point; areas under a thin wash.

    Attributes:
        seed: Which accidents.
        wash: How dark the wash is that settles at the foot of an area, in [0, 1].
        paper: What a drying brush leaves bare.
    """

    ink: str
    width: float
    seed: int = 0
    wash: float = 0.20
    paper: str = "#ffffff"

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """An area with a wash at its foot and a brushed outline."""
        base: Nodes = (Shape(path, fill=colour),)
        if isinstance(colour, str) and part_size(path) > 24:
            box = path.getBounds()
            settled = Stop(0.0, self.ink, 0.0), Stop(0.55, self.ink, 0.25 * self.wash), Stop(1.0, self.ink, self.wash)
            start, end = (box.left() + 0.3 * box.width(), box.top()), (box.left() + 0.62 * box.width(), box.bottom())
            base += (Group((Shape(path, fill=Linear(start, end, settled)),), clip=path),)
        return base + self.line(path, width=width, part=part)

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """A brush stroke with a dry tail."""
        wide, key = width or self.width, f"{self.seed}:{part}"
        nodes: list[Node] = [Shape(brushed(path, wide, key), fill=colour or self.ink)]
        for streak, thin in dry_tail(path, wide, key) if wide >= 0.7 * self.width else ():
            nodes.append(Shape(streak, stroke=Stroke(self.paper, thin, 0.75)))
        return tuple(nodes)

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """A brushed outline."""
        return (Shape(brushed(path, width or self.width, f"{self.seed}:{part}"), fill=self.ink),)


@dataclass(frozen=True, slots=True)
class CrayonPen:
    """A wax crayon: every line drawn three times, areas rubbed in with slanting strokes on rough paper.

    Attributes:
        seed: Which accidents.
        boil: Another drawing of the same thing.
        tooth: How rough the paper is, in [0, 1].
    """

    ink: str
    width: float
    seed: int = 0
    boil: int = 0
    tooth: float = 0.7

    def shape(self, path: skia.Path, colour: Paint, *, width: float | None = None, part: str = "") -> Nodes:
        """A rubbed area with a rough outline."""
        if isinstance(colour, str) and part_size(path) > _RUBBED:
            colour = self._rubbed(path, colour, part)
        return (Shape(path, fill=colour), *self.line(path, width=width, part=part))

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """Three thin lines that keep near each other; two where it is short."""
        wide, key = width or self.width, f"{self.seed}:{self.boil}:{part}"
        hand = Hand(sway=0.24 * wide, swell=0.5, taper=0.45, overshoot=6.0, step=9.0)
        box = path.getBounds()
        swaying = _SWAYING if max(box.width(), box.height()) > _LONG else _SWAYING[:1]
        strands = [Strand(share * wide, f"{key}:{n}", _beside(key, n, wide)) for n, share in swaying]
        even = Shape(path, stroke=Stroke(colour or self.ink, _EVEN * wide, _SEEN))
        return (
            Shape(hand_drawn_strands(path, hand, *strands), fill=colour or self.ink, opacity=_SEEN),
            Group((even,), matrix=Matrix.moved(*_beside(key, 1, wide))),
        )

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """A rough outline."""
        return self.line(path, width=width, part=part)

    def on_paper(self, figure: Figure) -> Figure:
        """A whole figure, with the paper's tooth."""
        tooth = Grain(scale=1.8, strength=self.tooth, seed=self.seed % 97 + 1)
        return replace(figure, node=Group((figure.node,), grain=tooth))

    def _rubbed(self, path: skia.Path, colour: str, part: str) -> Linear:
        """Slanting strokes in a lighter and a darker tone."""
        box, (across, down) = path.getBounds(), _SLANT
        stops = _rubbing(colour, self.ink, f"{self.seed}:{self.boil}:{part}:rub")
        far = 1.5 * self.width * _RUBS
        start = box.left(), box.top()
        return Linear(start, (start[0] + far * across, start[1] + far * down), stops, repeats=True)


@lru_cache(maxsize=4096)
def _beside(key: str, strand: int, wide: float) -> Point:
    """How far one of a crayon's strands lies beside its path."""
    chance = chance_of(f"{key}:{strand}at")
    far = strand * 0.15 * wide
    return far * chance.uniform(-1.0, 1.0), far * chance.uniform(-1.0, 1.0)


@lru_cache(maxsize=1024)
def _rubbing(colour: str, ink: str, key: str) -> tuple[Stop, ...]:
    """`_RUBS` strokes from one side to the other: a gap, and a tone of its own strength, every third a dark one."""
    chance = chance_of(key)
    colours: list[str] = []
    for n in range(_RUBS):
        tone = mixed(colour, "#ffffff", 0.30) if (n + 1) % 3 else mixed(colour, ink, 0.22)
        rubbed = mixed(colour, tone, round(chance.uniform(0.30, 0.55), 2))
        colours += [colour, rubbed, rubbed] if chance.random() < 0.5 else [colour, rubbed, colour]
    colours.append(colours[0])
    return tuple(Stop(n / (len(colours) - 1), each) for n, each in enumerate(colours))
