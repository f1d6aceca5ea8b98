"""How one scene comes after another: the old picture turns like a page, fades, or is gone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pyojeong.performing.film.screenplay import Opening
from pyojeong.rig.timeline import Easing

if TYPE_CHECKING:
    import skia

SECONDS = MappingProxyType({Opening.PAGE: 0.8, Opening.FADE: 0.5, Opening.CUT: 0.0})
"""How long each lasts; the old scene stands still meanwhile."""
_PAPER, _PAPER_EDGE = 0xFFFFFDF6, 0xFFD9CFBC
_CURL = 0.085


def paint_over(canvas: skia.Canvas, old: skia.Image, opening: Opening, share: float, size_wh: tuple[int, int]) -> None:
    """Lay the old picture over the new one on ``canvas``, ``share`` of the way gone in [0, 1]."""
    if opening is Opening.FADE:
        _faded(canvas, old, 1.0 - Easing.EASE(share))
    elif opening is Opening.PAGE:
        _turned(canvas, old, Easing.EASE(share), size_wh)


def _faded(canvas: skia.Canvas, old: skia.Image, alpha: float) -> None:
    import skia

    canvas.drawImage(old, 0, 0, skia.SamplingOptions(), skia.Paint(Alphaf=alpha))


def _turned(canvas: skia.Canvas, old: skia.Image, gone: float, size_wh: tuple[int, int]) -> None:
    """The page's right edge is lifted and drawn to the left; its back shows as a bent strip of paper."""
    import skia

    width, height = size_wh
    curl = width * _CURL * (0.35 + 0.65 * min(1.0, 4 * gone * (1.0 - gone)))
    edge = (width + curl) * (1.0 - gone) - curl
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, 0, max(0.0, edge), height))
    canvas.drawImage(old, 0, 0)
    canvas.restore()
    _strip(canvas, (edge - 0.6 * curl, edge), height, (0x00000000, 0x40000000))
    _strip(canvas, (edge, edge + curl), height, (_PAPER_EDGE, _PAPER, _PAPER_EDGE))
    _strip(canvas, (edge + curl, edge + 2.6 * curl), height, (0x66000000, 0x00000000))


def _strip(canvas: skia.Canvas, span: tuple[float, float], height: float, colours: tuple[int, ...]) -> None:
    """An upright strip shaded from side to side."""
    import skia

    left, right = span
    shader = skia.GradientShader.MakeLinear([skia.Point(left, 0), skia.Point(right, 0)], list(colours))
    canvas.drawRect(skia.Rect.MakeLTRB(left, 0, right, height), skia.Paint(Shader=shader, AntiAlias=True))
