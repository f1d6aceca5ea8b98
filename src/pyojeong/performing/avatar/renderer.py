"""Draws an avatar with whatever this machine has."""

from __future__ import annotations

import logging
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.avatar import Avatar
from pyojeong.performing.avatar.rendering import Framing, View, bust_of
from pyojeong.rig import Expression

log = logging.getLogger(__name__)
Pixels = npt.NDArray[np.uint8]

FINER = 1.25
"""Drawn this many times finer and averaged down: no steps at edges and strands, for half as many pixels more; Mesa's
own antialiasing costs five times as much."""


class Painter(Protocol):
    """Draws one avatar."""

    def paint(self, expression: Expression, size_wh: tuple[int, int], framing: Framing, view: View) -> Pixels:
        """uint8 H×W×4 RGBA, premultiplied."""


class AvatarRenderer:
    """Pictures of one avatar. Make it in the process and thread that draws.

    Args:
        avatar: Whom.
        painter: What draws; OpenGL where it works, else Skia.
        finer: See `FINER`; 1 is a third faster, with steps at edges.
    """

    def __init__(self, avatar: Avatar, painter: Painter | None = None, *, finer: float = FINER) -> None:
        if not 1 <= finer <= 4:
            raise ValueError(f"finer must be in [1, 4], but got {finer!r}")
        self._painter, self._finer = painter or best_painter(avatar), finer
        self.framing = bust_of(avatar)

    def render(
        self,
        expression: Expression,
        *,
        size_wh: tuple[int, int],
        view: View | None = None,
        framing: Framing | None = None,
    ) -> Pixels:
        """uint8 H×W×4 RGBA, premultiplied, nothing around the bust; the whole bust when ``framing`` is None."""
        drawn = self._painted(expression, size_wh, view or View(), framing or self.framing)
        return np.asarray(cv2.resize(drawn, size_wh, interpolation=cv2.INTER_AREA), np.uint8)

    def finer(self, expression: Expression, *, size_wh: tuple[int, int]) -> Pixels:
        """The whole bust `FINER` times larger, not yet averaged down: for who lays it down at a part of a pixel."""
        return self._painted(expression, size_wh, View(), self.framing)

    def _painted(self, expression: Expression, size_wh: tuple[int, int], view: View, framing: Framing) -> Pixels:
        if min(size_wh) < 1:
            raise ValueError(f"size_wh must be at least 1×1, but got {size_wh}")
        larger = (round(size_wh[0] * self._finer), round(size_wh[1] * self._finer))
        return self._painter.paint(expression, larger, framing, view)


def best_painter(avatar: Avatar) -> Painter:
    """OpenGL's painter where a context can be had, else Skia's."""
    from pyojeong.performing.avatar.rendering_gl import GlPainter, gl_works

    if gl_works():
        return GlPainter(avatar)
    from pyojeong.performing.avatar.rendering_skia import SkiaPainter

    log.warning("no OpenGL context: the head is drawn by Skia, slower and in simpler light")
    return SkiaPainter(avatar)
