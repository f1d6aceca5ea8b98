"""Pens of an unsteady hand: doodle, ink brush and crayon. What is irregular depends on seed and part alone."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.media.drawing.colours import luminance, mixed
from pyojeong.media.drawing.nodes import Group, Linear, Matrix, Node, Paint, Shape, Stop, Stroke
from pyojeong.media.drawing.paths import placed
from pyojeong.performing.character.pens import Nodes, part_size
from pyojeong.performing.character.strokes import CARELESS, Hand, brushed, chance_of, dry_tail, hand_drawn

_STRANDS = ((0.62, 0.80), (0.40, 0.74), (0.30, 0.66), (0.22, 0.60))
"""Width and opacity of a crayon's strands; short lines have the first two."""
_SWAYING = (0, 2)
"""Of a crayon's four strands, those that sway on their own: with fewer the line looks printed (by eye)."""
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
    """A wax crayon: every line drawn four times, areas rubbed in with slanting strokes on rough paper.

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
        nodes: Nodes = (Shape(path, fill=colour),)
        if isinstance(colour, str) and part_size(path) > 20:
            nodes += self._rubbed(path, colour, part)
        return nodes + self.line(path, width=width, part=part)

    def line(self, path: skia.Path, *, width: float | None = None, colour: str | None = None, part: str = "") -> Nodes:
        """Four thin lines that keep near each other; two where it is short."""
        wide = width or self.width
        hand = Hand(sway=0.24 * wide, swell=0.5, taper=0.45, overshoot=6.0, step=9.0)
        nodes: list[Node] = []
        box = path.getBounds()
        strands = _STRANDS if max(box.width(), box.height()) > 24 else _STRANDS[:2]
        for n, (share, seen) in enumerate(strands):
            key = f"{self.seed}:{self.boil}:{part}:{n}"
            chance = chance_of(key + "at")
            strand = placed(path, Matrix.moved(*(n * 0.15 * wide * chance.uniform(-1.0, 1.0) for _ in range(2))))
            if n in _SWAYING:
                drawn = hand_drawn(strand, share * wide, hand, key)
                nodes.append(Shape(drawn, fill=colour or self.ink, opacity=seen))
            else:
                nodes.append(Shape(strand, stroke=Stroke(colour or self.ink, share * wide, seen)))
        return tuple(nodes)

    def fill(self, path: skia.Path, colour: Paint, *, opacity: float = 1.0, part: str = "") -> Nodes:
        """A flat area."""
        return (Shape(path, fill=colour, opacity=opacity),)

    def edge(self, path: skia.Path, *, width: float | None = None, part: str = "") -> Nodes:
        """A rough outline."""
        return self.line(path, width=width, part=part)

    def _rubbed(self, path: skia.Path, colour: str, part: str) -> Nodes:
        """Slanting strokes in a lighter and a darker tone, and the paper's tooth."""
        box, chance = path.getBounds(), chance_of(f"{self.seed}:{self.boil}:{part}:rub")
        tones = {mixed(colour, "#ffffff", 0.30): skia.Path(), mixed(colour, self.ink, 0.22): skia.Path()}
        light, dark = tones.values()
        gap, tall = 1.5 * self.width, box.height()
        for n in range(int((box.width() + tall) / gap) + 1):
            x = box.left() - 0.5 * tall + n * gap + chance.uniform(-0.3, 0.3) * gap
            rub = light if n % 3 else dark
            rub.moveTo(x + 0.5 * tall, box.top() + chance.uniform(-4, 8))
            rub.quadTo(x + 0.22 * tall + chance.uniform(-5, 5), box.centerY(), x, box.bottom() + chance.uniform(-8, 4))
        strokes = tuple(Shape(rub, stroke=Stroke(tone, 0.8 * self.width, 0.42)) for tone, rub in tones.items())
        return (Group(strokes, clip=path),)
