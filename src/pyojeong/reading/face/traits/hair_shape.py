"""Numbers of a head of hair: how far it reaches, what it covers, how it curls."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.reading.face.traits.colours import LUMINANCE, Floats, linear
from pyojeong.reading.face.traits.frame import CROP_PX, HALF_WIDTH_CM, FramedFace, Mask, oval, px_a_cm
from pyojeong.reading.face.traits.parts import RAYS, HairLength, Parting

SKULL_HALF_WIDTH_CM, SKULL_TOP_CM = 7.3, 11.2
"""A bare head around the frame's centre: the oval's width and hairline plus what 60 shaved heads showed beyond it."""
_SHORT_CM, _CHIN_CM, _SHOULDER_CM = 5.0, 8.5, 11.0
"""How far below the eyes hair of each length is *seen* at most, from labelled photos. The network stops short of the
ends of long hair, so shoulder and long are often taken for one another."""
_LEAST_WIDTH_CM = 0.7
_BORDER_CM, _GOES_ON_CM = 1.2, 6.0
"""Hair this near the picture's lower border is cut by it, and then is taken to go on for about that far."""
_LEAST_AREA_CM2 = 14.0
_PART = 0.22
_STEP_CM = 0.125

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class HairMeasures:
    """What styles are told apart by; centimetres of the mean face.

    Attributes:
        below_eyes_cm: How far the hair comes down below the eyes' line; negative when it ends above.
        top_cm: How far it stands above a bare skull.
        side_cm: How far beyond it at the temples.
        jaw_cm: Width of hair beside the jaw, both sides' mean.
        cover: Share of the bare skull above the face that is hair.
        fringe: Mean share of the forehead under hair.
        hairline_cm: Height of bare forehead above the brows, in the middle.
        curl: [0, 1].
    """

    below_eyes_cm: float
    top_cm: float
    side_cm: float
    jaw_cm: float
    cover: float
    fringe: float
    hairline_cm: float
    curl: float


def enough_hair(mask: Mask) -> bool:
    """Whether there is any to speak of."""
    return float(mask.sum()) / px_a_cm() ** 2 >= _LEAST_AREA_CM2


def outline(face: FramedFace, mask: Mask) -> tuple[Floats, Mask]:
    """`RAYS` radii (half widths of the mean face) of head and hair, and which of them the picture shows."""
    solid = mask | oval(face)
    reach = np.arange(2.0, CROP_PX / px_a_cm() * 0.72, _STEP_CM)
    radii, seen = np.zeros(RAYS), np.zeros(RAYS, bool)
    for ray in range(RAYS):
        columns, rows = _along(face, ray, reach)
        inside = (columns >= 0) & (columns < CROP_PX) & (rows >= 0) & (rows < CROP_PX)
        shown = np.zeros(len(reach), bool)
        shown[inside] = face.seen[rows[inside], columns[inside]]
        hit = np.zeros(len(reach), bool)
        hit[inside] = solid[rows[inside], columns[inside]]
        end = int(np.flatnonzero(hit & shown).max(initial=0))
        radii[ray] = reach[end]
        seen[ray] = end + 3 < len(reach) and bool(shown[min(end + 3, len(reach) - 1)])
    return _bridged(radii, seen) / HALF_WIDTH_CM, seen


def fringe(face: FramedFace, mask: Mask) -> tuple[float, float, float]:
    """Share of the forehead's left, middle and right third (viewer's) under hair."""
    top, brow = face.points[10], face.points[[105, 334]].mean(0)
    left, right = face.points[54, 0], face.points[284, 0]
    height = brow[1] - top[1]
    forehead = np.zeros_like(mask)
    rows = slice(max(0, round(top[1] + 0.12 * height)), max(1, round(top[1] + 0.9 * height)))
    forehead[rows] = oval(face)[rows]
    edges = np.linspace(left, right, 4)
    shares = [_share(mask, forehead & face.seen, edges[k], edges[k + 1]) for k in range(3)]
    return shares[0], shares[1], shares[2]


def parting(shares: tuple[float, float, float]) -> Parting:
    """Where hair falls away from, told by which side of the forehead it covers more.

    >>> parting((0.1, 0.2, 0.6)).value, parting((0.5, 0.1, 0.5)).value, parting((0.9, 0.9, 0.9)).value
    ('left', 'middle', 'none')
    """
    left, middle, right = shares
    if min(left, right) - middle > _PART / 2:
        return Parting.MIDDLE
    if abs(left - right) > _PART:
        return Parting.LEFT if right > left else Parting.RIGHT
    return Parting.NONE


def below_eyes_cm(face: FramedFace, mask: Mask) -> float:
    """How far below the eyes' line hair still is `_LEAST_WIDTH_CM` wide; what the picture's border cuts goes on."""
    eyes = float(face.points[[33, 263], 1].mean())
    wide = np.flatnonzero(mask.sum(1) >= _LEAST_WIDTH_CM * px_a_cm())
    if not len(wide):
        return -6.0
    lowest = int(wide.max())
    below = slice(min(CROP_PX - 1, lowest + round(_BORDER_CM * px_a_cm())), CROP_PX)
    columns = mask[max(0, lowest - round(px_a_cm())) : lowest + 1].any(0)
    cut = lowest > face.points[152, 1] - px_a_cm() and not face.seen[below, :][:, columns].any()
    return (lowest - eyes) / px_a_cm() + (_GOES_ON_CM if cut else 0.0)


def length_class(below_cm: float, *, present: bool) -> HairLength:
    """The class of a length.

    >>> length_class(3.0, present=True).value, length_class(20.0, present=True).value
    ('short', 'long')
    """
    if not present:
        return HairLength.NONE
    ends = ((_SHORT_CM, HairLength.SHORT), (_CHIN_CM, HairLength.CHIN), (_SHOULDER_CM, HairLength.SHOULDER))
    return next((kind for most, kind in ends if below_cm <= most), HairLength.LONG)


def curl(face: FramedFace, mask: Mask) -> float:
    """How little the strands agree on a direction nearby, [0, 1]: 1 - coherence of the structure tensor."""
    inner = cv2.erode(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    if inner.sum() < 200:
        return 0.0
    light = np.log(linear(face.rgb) @ LUMINANCE + 0.02).astype(np.float32)
    across, down = cv2.Sobel(light, cv2.CV_32F, 1, 0), cv2.Sobel(light, cv2.CV_32F, 0, 1)
    xx, yy, xy = (cv2.GaussianBlur(m, (0, 0), 4.0) for m in (across**2, down**2, across * down))
    strength = xx + yy
    coherence = np.sqrt((xx - yy) ** 2 + 4 * xy**2) / (strength + 1e-9)
    weights = np.sqrt(strength[inner])
    return float(np.clip(1 - (coherence[inner] * weights).sum() / weights.sum(), 0, 1))


def measured_hair(face: FramedFace, mask: Mask, radii: Floats) -> HairMeasures:
    """All the numbers; ``radii`` as `outline` gives them."""
    bare = bare_skull()
    beyond = (radii - bare) * HALF_WIDTH_CM
    return HairMeasures(
        below_eyes_cm=below_eyes_cm(face, mask),
        top_cm=float(beyond[[34, 35, 0, 1, 2]].mean()),
        side_cm=float(beyond[[6, 7, 8, 28, 29, 30]].mean()),
        jaw_cm=_beside_jaw_cm(face, mask),
        cover=_cover(face, mask),
        fringe=float(np.mean(fringe(face, mask))),
        hairline_cm=_hairline_cm(face, mask),
        curl=curl(face, mask),
    )


def bare_skull() -> Floats:
    """`RAYS` radii of a bare head in half widths of the mean face; only the upper half is meant."""
    angles = np.arange(RAYS) * 2 * math.pi / RAYS
    x, y = np.sin(angles) / SKULL_HALF_WIDTH_CM, np.cos(angles) / SKULL_TOP_CM
    return np.asarray(1 / np.sqrt(x**2 + y**2) / HALF_WIDTH_CM)


def _along(face: FramedFace, ray: int, reach_cm: Floats) -> tuple[Places, Places]:
    angle = ray * 2 * math.pi / RAYS
    x, y = face.centre
    columns = np.rint(x + math.sin(angle) * reach_cm * px_a_cm()).astype(int)
    rows = np.rint(y - math.cos(angle) * reach_cm * px_a_cm()).astype(int)
    return columns, rows


def _bridged(radii: Floats, seen: Mask) -> Floats:
    """``radii`` with unseen ones drawn between their seen neighbours, never shorter than what was seen."""
    if seen.all() or not seen.any():
        return radii
    places = np.arange(RAYS)
    known = np.concatenate([places[seen] - RAYS, places[seen], places[seen] + RAYS])
    between = np.interp(places, known, np.tile(radii[seen], 3))
    return np.where(seen, radii, np.maximum(radii, between))


def _share(mask: Mask, part: Mask, left: float, right: float) -> float:
    columns = np.zeros_like(part)
    columns[:, max(0, round(left)) : max(1, round(right))] = True
    counted = part & columns
    return float(mask[counted].mean()) if counted.any() else 0.0


def _beside_jaw_cm(face: FramedFace, mask: Mask) -> float:
    mouth, chin = float(face.points[[61, 291], 1].mean()), float(face.points[152, 1])
    rows = slice(max(0, round(mouth)), min(CROP_PX, max(round(mouth) + 1, round(chin))))
    return float(mask[rows].sum(1).mean() / 2 / px_a_cm()) if mask[rows].size else 0.0


def _cover(face: FramedFace, mask: Mask) -> float:
    rows, columns = np.mgrid[0:CROP_PX, 0:CROP_PX]
    x, y = face.centre
    across, up = (columns - x) / px_a_cm() / SKULL_HALF_WIDTH_CM, (y - rows) / px_a_cm() / SKULL_TOP_CM
    cap = (across**2 + up**2 < 0.9) & (rows < face.points[10, 1]) & face.seen
    return float(mask[cap].mean()) if cap.any() else 0.0


def _hairline_cm(face: FramedFace, mask: Mask) -> float:
    brow, middle = float(face.points[[105, 334], 1].mean()), round(float(face.points[168, 0]))
    half = round(1.5 * px_a_cm())
    above = mask[: max(1, round(brow)), max(0, middle - half) : middle + half].mean(1) > 0.5
    rows = np.flatnonzero(above)
    return (brow - float(rows.max())) / px_a_cm() if len(rows) else SKULL_TOP_CM
