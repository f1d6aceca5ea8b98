"""What a place is made of: painted sheets at their distances, and things that move between and before them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

import skia

from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.tones import Mood

Painting = Callable[[skia.Canvas, Layout, Random], None]
"""Paints one sheet in units of the layout."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One painted layer.

    Attributes:
        name: Of the layer, for its own chance.
        depth: How far it moves with the camera: 0 for the sky, 1 where actors stand.
        paint: Paints it.
    """

    name: str
    depth: float
    paint: Painting


class Mover(Protocol):
    """Something that moves of itself. Drawing it is a pure function of the time."""

    @property
    def depth(self) -> float:
        """As of a sheet."""
        ...

    def draw(self, canvas: skia.Canvas, seconds: float) -> None:
        """Paint it in units of the layout, as at ``seconds``."""
        ...


@dataclass(frozen=True, slots=True)
class Clouds:
    """Sheets of cloud that drift between the sky and what stands before it, and come round again.

    Attributes:
        paint: Paints them over one picture's width, nothing at the sides.
        speed: Units a second.
        depth: As of a sheet.
    """

    paint: Painting
    speed: float = 4.0
    depth: float = 0.08


@dataclass(frozen=True, slots=True)
class Composition:
    """A place as its painter composed it.

    Attributes:
        sheets: Behind the actors, the farthest first; the first covers all.
        hems: Before the actors, in the lower corners.
        movers: Over the sheets, behind the actors.
        clouds: Right behind the second sheet, if any.
        window: Where the weather is seen when the place is indoors; None for the open air.
        lamplit: Whether the place has its own light.
        moon_at: Shares of the width, one of which a moon or a low sun stands over; none where no sky is seen that hours
            change. The sky is the first sheet alone.
    """

    sheets: tuple[Sheet, ...]
    hems: tuple[Sheet, ...] = ()
    movers: Callable[[Layout, Mood], tuple[Mover, ...]] = field(default=lambda layout, mood: ())
    clouds: Clouds | None = None
    window: Callable[[Layout], skia.Path] | None = None
    lamplit: bool = False
    moon_at: tuple[float, ...] = ()
