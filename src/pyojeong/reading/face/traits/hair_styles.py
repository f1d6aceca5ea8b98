"""Named hair styles, and which of them a photo's hair is most likely called.

The names are what drawings are kept under. A linear model over what was measured of the hair tells them apart, learned
and measured by `pyojeong.lab.hair_style_training`; it looks at where hair is, never at the face.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import cv2
import numpy as np

from pyojeong.reading.face.traits.colours import Floats
from pyojeong.reading.face.traits.frame import Mask
from pyojeong.reading.face.traits.hair_shape import HairMeasures
from pyojeong.reading.face.traits.parts import RAYS
from pyojeong.weights.store import arrays_of

MODEL = "hair-styles"
SHOWN = 3
"""How many styles are told."""
_CELLS = 16
"""Of a side of the crop, each told by its share of hair."""
_LEAST, _FAR, _LONGEST = -4.0, 9.0, 3.5
"""Centimetres and half widths beyond which a measure counts no further."""


@dataclass(frozen=True, slots=True)
class HairStyle:
    """A style's name and what it usually measures."""

    name: str
    korean: str
    usual: HairMeasures


def _style(name: str, korean: str, *usual: float) -> HairStyle:
    return HairStyle(name, korean, HairMeasures(*usual))


#: Below the eyes, top, side, beside the jaw, cover, fringe, bare forehead, curl.
HAIR_STYLES: Mapping[str, HairStyle] = MappingProxyType(
    {
        style.name: style
        for style in (
            _style("bald", "민머리", -6.0, -1.5, -0.5, 0.0, 0.03, 0.0, 11.0, 0.1),
            _style("receding", "이마가 넓은 머리", -3.5, 1.0, -0.4, 0.0, 0.25, 0.0, 6.0, 0.28),
            _style("buzz", "삭발에 가까운 머리", -2.1, 1.5, -0.45, 0.0, 0.55, 0.05, 4.6, 0.31),
            _style("short-straight", "짧은 생머리", -1.2, 3.0, -0.3, 0.0, 0.72, 0.06, 3.9, 0.33),
            _style("short-curly", "짧은 곱슬머리", 1.5, 3.0, 0.5, 0.05, 0.75, 0.17, 3.6, 0.42),
            _style("side-part", "가르마 머리", -0.5, 2.7, -0.1, 0.0, 0.85, 0.2, 3.2, 0.25),
            _style("fringe", "앞머리 있는 짧은 머리", 0.5, 3.5, 0.3, 0.05, 0.85, 0.45, 2.4, 0.3),
            _style("quiff", "올린 머리", 0.3, 3.5, -0.3, 0.0, 0.62, 0.08, 4.2, 0.3),
            _style("two-block", "투블록", -1.0, 3.0, -0.4, 0.0, 0.85, 0.45, 2.6, 0.3),
            _style("mohawk", "모히칸", -2.0, 4.6, -0.6, 0.0, 0.5, 0.05, 4.5, 0.4),
            _style("afro", "아프로", 7.0, 6.0, 5.0, 2.2, 0.95, 0.22, 2.7, 0.58),
            _style("bob", "단발", 8.0, 3.0, 1.9, 0.9, 0.78, 0.25, 3.5, 0.2),
            _style("bob-fringe", "앞머리 있는 단발", 10.3, 2.7, 2.3, 2.0, 0.85, 0.63, 1.9, 0.17),
            _style("medium", "어깨에 닿는 머리", 9.8, 2.9, 1.9, 2.0, 0.78, 0.12, 3.7, 0.17),
            _style("long-straight", "긴 생머리", 11.8, 2.9, 2.6, 4.5, 0.8, 0.25, 3.6, 0.2),
            _style("long-fringe", "앞머리 있는 긴 머리", 11.8, 2.8, 2.5, 4.3, 0.88, 0.65, 1.9, 0.2),
            _style("long-wavy", "긴 웨이브 머리", 11.5, 3.0, 3.3, 4.0, 0.7, 0.15, 4.2, 0.27),
            _style("long-curly", "긴 곱슬머리", 12.5, 3.7, 3.9, 5.0, 0.75, 0.18, 3.8, 0.42),
            _style("tied", "묶은 머리", 2.5, 1.9, 0.4, 0.0, 0.72, 0.12, 3.6, 0.3),
            _style("bun", "올림머리", 2.8, 3.8, 0.8, 0.05, 0.7, 0.08, 3.8, 0.27),
        )
    }
)


def style_features(measures: HairMeasures, fringe: tuple[float, float, float], outline: Floats, mask: Mask) -> Floats:
    """What styles are told by, the same for mirror images: measures, fringe, radii and the hair's share of each cell.

    Which radii the picture shows is left out: it changes with every crop, and so did the style.

    Args:
        measures: Of the hair.
        fringe: Shares of the forehead's thirds under hair.
        outline: `RAYS` radii of head and hair.
        mask: The hair in the crop.
    """
    told = np.array(astuple(measures))
    cells = cv2.resize(mask.astype(np.float32), (_CELLS, _CELLS), interpolation=cv2.INTER_AREA)
    left, right = cells[:, : _CELLS // 2], cells[:, ::-1][:, : _CELLS // 2]
    apart = [abs(fringe[0] - fringe[2]), fringe[1] - sum(fringe) / 3, (fringe[0] + fringe[2]) / 2]
    other = -np.arange(RAYS) % RAYS
    radii = np.clip(outline, 0, _LONGEST)
    rays = slice(0, RAYS // 2 + 1)
    return np.concatenate(
        [
            told,
            np.clip(told, _LEAST, _FAR) ** 2 / 10,
            apart,
            [float(np.abs(left - right).mean())],
            ((radii + radii[other]) / 2)[rays],
            (left + right).ravel() / 2,
        ]
    )


def likeliest_styles(features: Floats) -> dict[str, float]:
    """Shares of the `SHOWN` likeliest styles, the likeliest first, summing to 1."""
    arrays = _arrays()
    scores = (features - arrays["mean"]) / arrays["scale"] @ arrays["weights"] + arrays["bias"]
    names = list(HAIR_STYLES)
    best = np.argsort(-scores)[:SHOWN]
    powers = np.exp(scores[best] - scores[best[0]])
    return {names[i]: float(share) for i, share in zip(best, powers / powers.sum(), strict=True)}


@cache
def _arrays() -> dict[str, Any]:
    return arrays_of(MODEL)
