"""Glasses and beards: small linear models over what the region of the eyes and the lower face look like.

Trained and measured by `pyojeong.lab.traits_marks`; the card says how often they are right.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import cv2
import numpy as np

from pyojeong.reading.face.traits.colours import LUMINANCE, Floats, encoded, hexed, lab, linear
from pyojeong.reading.face.traits.frame import FramedFace, Mask, around, px_a_cm
from pyojeong.reading.face.traits.parts import Beard, BeardKind, Glasses, GlassesKind
from pyojeong.weights.store import arrays_of

MODEL = "face-marks"
HAIRY = ("lip", "chin", "jaw")
"""Where a beard may be more than stubble, which tells its kind: few people wear each kind, many hair in each place."""
_EYES_CM = (-8.0, 8.0, -3.2, 2.4)
"""Left, right, bottom, top of the eyes' region around the middle between their outer corners."""
_CELL_CM = 0.7
_ZONES = {
    "moustache": (164, 167, 393, 165, 391, 92, 322),
    "soul": (18, 83, 313),
    "chin": (199, 200, 175, 208, 428),
    "jaw": (170, 395, 140, 369, 135, 364, 214, 434),
    "cheek": (192, 416, 215, 435, 213, 433),
}
_CHEEKS = (50, 280, 205, 425, 101, 330)
_ZONE_CM = 0.45
_RIM = 0.10
"""Share of what lies under the eyes that is frame: a quarter made black frames brown."""
_ROWS, _LIPS = 8, 0.36
"""Of cells from nose to chin, and where between them the lips meet."""
_TINTED = 0.40
"""Brightness of the lids and what lies around them (upper quartile) against the cheeks (median) below which lenses are
called dark: rims and lashes are dark too, but thin."""
_BLACKENED = 0.12
"""The same of the pupils and what lies closest: lenses that are dark at the top only. Under clear ones it is .16 and
more of 43 who wear glasses."""
_PUPILS = (468, 473, 159, 386, 145, 374, 160, 385, 158, 387)
_FORM_MOST = 0.6
"""The form is told right hardly more often than by chance in folds: it may never look sure."""
_JAW_FROM = 0.3
"""Chance of a hairy jaw from which hair on the chin is a full beard: goatees are rare and hardly told from it."""
_LENSES = (27, 257, 23, 253, 119, 348, 230, 450)


def eye_features(face: FramedFace) -> Floats:
    """Edge strengths in cells around both eyes, mirrored halves averaged; log brightness, so exposure drops out."""
    light = np.log(linear(face.rgb) @ LUMINANCE + 0.01).astype(np.float32)
    grey = cv2.GaussianBlur(light, (0, 0), 0.8)
    x, y = face.points[[33, 263]].mean(0)
    left, right, bottom, top = _EYES_CM
    cells_wh = (round((right - left) / _CELL_CM), round((top - bottom) / _CELL_CM))
    maps = [np.abs(cv2.Sobel(grey, cv2.CV_32F, 1, 0)), np.abs(cv2.Sobel(grey, cv2.CV_32F, 0, 1)), grey - grey.mean()]
    scale = np.array([(right - left) / cells_wh[0], (top - bottom) / cells_wh[1]]) * px_a_cm()
    start = np.array([x + left * px_a_cm(), y - top * px_a_cm()])
    way = np.array([[scale[0] / 4, 0, start[0]], [0, scale[1] / 4, start[1]]])
    size = (cells_wh[0] * 4, cells_wh[1] * 4)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    cells = []
    for plane in maps:
        fine = cv2.warpAffine(plane, way, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
        cell = cv2.resize(fine, cells_wh, interpolation=cv2.INTER_AREA)
        cells.append((cell + cell[:, ::-1])[:, : (cells_wh[0] + 1) // 2] / 2)
    edges = np.stack(cells[:2])
    return np.asarray(np.concatenate([(edges / (edges.mean() + 0.02)).ravel(), cells[2].ravel()]), np.float64)


def beard_features(face: FramedFace) -> Floats:
    """Of zones and of cells of the lower face: L*, a*, b* and roughness against the cheeks."""
    colours = lab(linear(face.rgb))
    light = colours[..., 0]
    fine = np.abs(light - cv2.GaussianBlur(light, (0, 0), 1.5))
    coarse = np.abs(cv2.GaussianBlur(light, (0, 0), 1.5) - cv2.GaussianBlur(light, (0, 0), 4.0))
    cheek = around(face, _CHEEKS, _ZONE_CM)
    base = np.median(colours[cheek], 0) if cheek.any() else np.array([60.0, 12.0, 18.0])
    smooth = [float(rough[cheek].mean()) if cheek.any() else 1.0 for rough in (fine, coarse)]
    roughness = [np.log((rough + 0.3) / (least + 0.3)) for rough, least in zip((fine, coarse), smooth, strict=True)]
    planes = np.dstack([(colours - base) / np.array([20.0, 10.0, 10.0]), *roughness])
    return np.concatenate([_of_zones(face, colours - base, fine, smooth[0]), _of_cells(face, planes)])


def _of_zones(face: FramedFace, apart: Floats, fine: Floats, smooth: float) -> Floats:
    found: list[float] = []
    for landmarks in _ZONES.values():
        zone = around(face, landmarks, _ZONE_CM)
        if not zone.any():
            found += [0.0] * 5
            continue
        middle, dark = np.median(apart[zone], 0), float(np.percentile(apart[zone][:, 0], 25))
        ratio = float(np.log((fine[zone].mean() + 0.3) / (smooth + 0.3)))
        found += [middle[0] / 20, middle[1] / 10, middle[2] / 10, dark / 20, ratio]
    return np.array(found)


def _of_cells(face: FramedFace, planes: Floats) -> Floats:
    """Means of ``planes`` in eight rows from the nose to under the chin, from ear to middle, both halves averaged."""
    nose, mouth, chin = face.points[2], face.points[[61, 291]].mean(0), face.points[152]
    left, right = face.points[132], face.points[361]
    down, across = np.linspace(-0.1, 1.35, 3 * _ROWS)[:, None, None], np.linspace(-1.05, 1.05, 32)[None, :, None]
    upper, lower = nose + (mouth - nose) * down / _LIPS, mouth + (chin - mouth) * (down - _LIPS) / (1 - _LIPS)
    places = np.where(down < _LIPS, upper, lower) + (right - left) / 2 * across
    way = places.astype(np.float32)
    soft = cv2.GaussianBlur(planes.astype(np.float32), (0, 0), 1.0)
    seen = cv2.remap(soft, way[..., 0], way[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    half = ((seen + seen[:, ::-1]) / 2)[:, :15]
    return np.asarray(np.clip(half.reshape(_ROWS, 3, 5, 3, -1).mean((1, 3)), -4, 4).ravel(), np.float64)


def measured_glasses(face: FramedFace, gain: Floats) -> Glasses:
    """Glasses, their form and the frame's colour; how sure it is of what it says."""
    chance = float(_probabilities("glasses", eye_features(face))[1])
    if chance < 0.5:
        return Glasses(GlassesKind.NONE, None, tinted=False, certainty=1 - chance)
    round_chance = float(_probabilities("round", eye_features(face))[1])
    kind = GlassesKind.ROUND if round_chance >= 0.5 else GlassesKind.SQUARE
    form = _FORM_MOST * (0.5 + abs(round_chance - 0.5))
    return Glasses(kind, _frame_colour(face, gain), tinted=_tinted(face), certainty=chance, form_certainty=form)


def measured_beard(face: FramedFace, gain: Floats) -> Beard:
    """A beard, its kind and colour; how sure it is of there being one, or none."""
    features = beard_features(face)
    chance, *grown = (float(_probabilities(name, features)[1]) for name in ("beard", *HAIRY))
    kind = told_beard(chance, *grown)
    if kind is BeardKind.NONE:
        return Beard(kind, None, 1 - chance)
    names = ("moustache",) if kind is BeardKind.MOUSTACHE else ("chin", "moustache", "jaw")
    zone = around(face, tuple(i for name in names for i in _ZONES[name]), _ZONE_CM)
    return Beard(kind, _beard_colour(face, zone, gain), chance)


def told_beard(chance: float, lip: float, chin: float, jaw: float) -> BeardKind:
    """First whether there is a beard, then which: by the chances of more than stubble on the lip, the chin, the jaw.

    >>> told_beard(0.9, 0.8, 0.2, 0.1).value, told_beard(0.4, 0.8, 0.2, 0.1).value
    ('moustache', 'none')
    """
    if chance < 0.5:
        return BeardKind.NONE
    if chin >= 0.5:
        return BeardKind.FULL if jaw >= _JAW_FROM else BeardKind.GOATEE
    return BeardKind.MOUSTACHE if lip >= 0.5 else BeardKind.STUBBLE


def _probabilities(name: str, features: Floats) -> Floats:
    """Of no and yes."""
    arrays = _arrays()
    scores = (features - arrays[f"{name}_mean"]) / arrays[f"{name}_scale"] @ arrays[f"{name}_weights"]
    scores = scores + arrays[f"{name}_bias"]
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum(), np.float64)


@cache
def _arrays() -> dict[str, Any]:
    return arrays_of(MODEL)


def _tinted(face: FramedFace) -> bool:
    light = linear(face.rgb) @ LUMINANCE
    eyes, cheeks = around(face, _LENSES, 0.5), around(face, _CHEEKS, _ZONE_CM)
    if not (eyes.any() and cheeks.any()):
        return False
    lit = float(np.median(light[cheeks])) + 1e-3
    pupils = light[around(face, _PUPILS, 0.35)]
    blackened = len(pupils) > 0 and float(np.percentile(pupils, 75)) / lit < _BLACKENED
    return blackened or float(np.percentile(light[eyes], 75)) / lit < _TINTED


def _beard_colour(face: FramedFace, zone: Mask, gain: Floats) -> str:
    """Of the half of ``zone`` that differs most from the cheeks: white beards are lighter than skin."""
    if not zone.any():
        return _darkest(face, zone, gain)
    light, cheek = linear(face.rgb), around(face, _CHEEKS, _ZONE_CM)
    colours, bare = lab(light[zone]), lab(np.median(light[cheek if cheek.any() else zone], 0))
    apart = np.linalg.norm((colours - bare) * (0.7, 1.0, 1.0), axis=1)
    return hexed(encoded(np.median((light[zone] * gain)[apart >= np.median(apart)], 0)))


def _frame_colour(face: FramedFace, gain: Floats) -> str:
    """The darkest of the bridge and the rims below the eyes: frames are mostly darker than skin."""
    rims = around(face, (168, 6, 111, 340, 117, 346, 119, 348), 0.5)
    return _darkest(face, rims, gain, share=_RIM)


def _darkest(face: FramedFace, where: Mask, gain: Floats, *, share: float = 0.25) -> str:
    pixels = (linear(face.rgb) * gain)[where] if where.any() else np.zeros((1, 3))
    order = np.argsort(pixels @ LUMINANCE)
    return hexed(encoded(np.median(pixels[order[: max(1, round(share * len(order)))]], 0)))
