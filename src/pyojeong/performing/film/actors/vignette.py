"""A bust that the picture's edge does not cut: its lower edge fades, as in old portraits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pyojeong.performing.film.camera import Placed

if TYPE_CHECKING:
    import skia

_FADING = 0.14
"""Of the bust's height: from the collar down."""


@contextmanager
def vignetted(canvas: skia.Canvas, box: Placed) -> Iterator[None]:
    """What is painted meanwhile, without its lower edge at the bottom of ``box``."""
    import skia

    bottom = box.top + box.height
    ends = [skia.Point(0, bottom - _FADING * box.height), skia.Point(0, bottom)]
    fading = skia.GradientShader.MakeLinear(ends, [0xFF000000, 0x00000000])
    canvas.saveLayer()
    yield
    canvas.drawPaint(skia.Paint(Shader=fading, BlendMode=skia.BlendMode.kDstIn))
    canvas.restore()
