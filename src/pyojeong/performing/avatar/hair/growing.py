"""Strands grown on a head: along the comb, held off the skin, out of the face, down once they hang."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.hair.styles import Comb, Style, Tie

Doubles = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Reals = npt.NDArray[np.floating[Any]]

_WHORL = np.array([0.6, 13.6, -4.5])
_ROOT_CM = 0.12
_FACE_DEGREES = (46.0, 58.0)
"""Turns from straight ahead that hanging hair keeps off the face, at the brows and at the chin."""
_FACE_TOP_CM, _FACE_BOTTOM_CM = 8.0, -9.0
_HANGS_BELOW_CM = 4.0
_SMOOTHINGS = 2
_SET_BACK_CM, _HAIRLINE_Z_CM = 0.9, 5.0
_KNOT_CM = 0.9
"""Tied strands end this far from the knot's middle."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """What hair lies on: points and unit normals, N×3 each."""

    points: Doubles
    normals: Doubles

    def nearest(self, places: Doubles) -> tuple[Doubles, Doubles]:
        """Normals (S×3) at the nearest points of S places, and heights (S) over them."""
        squares = (self.points**2).sum(1)[None] - 2 * places @ self.points.T
        found = squares.argmin(1)
        normals = self.normals[found]
        return normals, ((places - self.points[found]) * normals).sum(1)


@dataclass(frozen=True, slots=True, eq=False)
class Roots:
    """Where strands begin and what each is to become.

    Attributes:
        places: S×3 on the skin.
        lengths: S cm.
        lifts: S cm off the skin.
        falls: S, whether a strand falls over the forehead.
        chance: S×3 numbers of N(0, 1), each strand's own.
    """

    places: Doubles
    lengths: Doubles
    lifts: Doubles
    falls: Flags
    chance: Doubles


def grown(body: Body, roots: Roots, style: Style, *, parted_at_cm: float, steps: int) -> tuple[Doubles, Doubles]:
    """Paths S×(steps+1)×3 and the normals of the skin under them."""
    normals, _ = body.nearest(roots.places)
    place, ahead = _set_back(roots, normals, style, parted_at_cm) + _ROOT_CM * normals, normals.copy()
    paths, under = [place], [normals]
    stride = (roots.lengths / steps)[:, None]
    for step in range(1, steps + 1):
        share = step / steps
        wanted = _combed(place, roots, style, parted_at_cm)
        wanted += 0.22 * style.fluff * roots.chance
        wanted -= (wanted * normals).sum(1, keepdims=True) * normals
        wanted /= np.maximum(np.linalg.norm(wanted, axis=1, keepdims=True), 1e-6)
        hangs = _hanging(place)[:, None] * (style.tie is None)
        wanted = wanted * (1 - hangs) + hangs * _falling(place, roots)
        ahead = 0.45 * ahead + wanted if step > 1 else wanted + 0.35 * normals
        ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
        if style.tie is None:
            place = _guarded(place + stride * ahead, roots)
        else:
            left = np.linalg.norm(_knot(style.tie) - place, axis=1, keepdims=True)
            place = place + np.minimum(stride, np.maximum(left - _KNOT_CM, 0)) * ahead
        place, normals = _held(body, place, roots, share, hangs[:, 0])
        paths.append(place)
        under.append(normals)
    found = _smoothed(np.stack(paths, 1))
    return _waved(found, np.stack(under, 1), roots, style), np.stack(under, 1)


def _set_back(roots: Roots, normals: Doubles, style: Style, parted_at_cm: float) -> Doubles:
    """S×3: roots a little against the comb, so that no skin shows where hair parts behind; not at the hairline."""
    way = _combed(roots.places, roots, style, parted_at_cm)
    way -= (way * normals).sum(1, keepdims=True) * normals
    way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-6)
    share = np.clip((_HAIRLINE_Z_CM - roots.places[:, 2]) / 3.0, 0, 1) * (style.tie is None)
    high = np.clip((roots.places[:, 1] - 6.0) / 3.0, 0, 1)
    return np.asarray(roots.places - _SET_BACK_CM * (share * high)[:, None] * way)


def _smoothed(paths: Doubles) -> Doubles:
    """Paths without the kinks that ears and the face's edge put into them."""
    for _ in range(_SMOOTHINGS):
        middle = 0.5 * paths[:, 1:-1] + 0.25 * (paths[:, :-2] + paths[:, 2:])
        paths = np.concatenate([paths[:, :1], middle, paths[:, -1:]], 1)
    return paths


def grown_freely(body: Body, roots: Roots, ahead: Doubles, *, steps: int) -> Doubles:
    """S×(steps+1)×3: strands that set out ``ahead`` (S×3) and fall, staying out of the body."""
    place, paths = roots.places, [roots.places]
    stride = (roots.lengths / steps)[:, None]
    for _ in range(steps):
        ahead = ahead / np.linalg.norm(ahead, axis=1, keepdims=True)
        ahead = 0.62 * ahead + 0.62 * _falling(place, roots)
        ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
        place = place + stride * ahead
        normals, height = body.nearest(place)
        place = place + normals * np.maximum(roots.lifts - height, 0)[:, None]
        paths.append(place)
    return np.stack(paths, 1)


def _knot(tie: Tie) -> Doubles:
    return np.array([0.0, tie.y_cm, tie.z_cm])


def _combed(place: Doubles, roots: Roots, style: Style, parted_at_cm: float) -> Doubles:
    """S×3: which way hair lies here."""
    x, y, z = place.T
    zero, one = np.zeros_like(x), np.ones_like(x)
    down = np.stack([0.12 * np.sign(x), -one, zero - 0.1], 1)
    from_whorl = (place - _WHORL) / 6.0 + np.array([0.0, -0.25, 0.0])
    if style.tie is not None:
        to_knot = _knot(style.tie) - place
        return np.asarray(to_knot / np.maximum(np.linalg.norm(to_knot, axis=1, keepdims=True), 1e-6))
    top = np.clip((y - 7.0) / 4.0, 0, 1)[:, None]
    ways = {
        Comb.WHORL: from_whorl,
        Comb.BACK: np.stack([zero, 0.1 * one, -one], 1),
        Comb.UP: np.stack([0.15 * x / 6, 0.5 * one, 0.25 - np.clip(z, -6, 9) / 9], 1),
        Comb.FORWARD: np.stack([0.05 * x, zero, one], 1),
    }
    if style.comb is Comb.PARTED:
        side = np.where(x >= parted_at_cm, 1.0, -1.0)
        way = np.stack([side, -0.25 * one, -0.30 - 0.04 * np.clip(z, 0, 9)], 1)
        far = np.clip(-z / 7, 0, 1)[:, None]
        way = way * (1 - far) + from_whorl * far
    else:
        way = ways[style.comb]
    if style.comb is Comb.FORWARD:
        back = np.clip(-(z + 2) / 4, 0, 1)[:, None]
        way = way * (1 - back) + down * back
    found = way * top + down * (1 - top)
    if style.comb in (Comb.WHORL, Comb.UP):
        found = way * np.maximum(top, 0.25) + down * (1 - np.maximum(top, 0.25))
    fall = np.stack([0.10 * x + 0.15 * np.sign(parted_at_cm) * (style.comb is Comb.FORWARD), -one, 0.5 * one], 1)
    return np.where(roots.falls[:, None], fall, found)


def _hanging(place: Doubles) -> Doubles:
    """S: 1 where hair has left the skull for the air beside the face, the neck and the back."""
    return np.asarray(np.clip((_HANGS_BELOW_CM - place[:, 1]) / 5.0, 0, 1))


def _falling(place: Doubles, roots: Roots) -> Doubles:
    """S×3: down, a little inwards below the jaw, each strand a little its own way."""
    x, y, _ = place.T
    inwards = -0.10 * np.sign(x) * np.clip((-y - 2) / 8, 0, 1)
    way = np.stack([inwards + 0.04 * roots.chance[:, 0], -np.ones_like(x), 0.03 * roots.chance[:, 1]], 1)
    return np.asarray(way / np.linalg.norm(way, axis=1, keepdims=True))


def _guarded(place: Doubles, roots: Roots) -> Doubles:
    """Strands beside the face, turned away from it; those of the fringe may cross the forehead."""
    x, y, z = place.T
    share = np.clip((_FACE_TOP_CM - y) / (_FACE_TOP_CM - _FACE_BOTTOM_CM), 0, 1)
    least = np.radians(_FACE_DEGREES[0] + (_FACE_DEGREES[1] - _FACE_DEGREES[0]) * share + 3 * roots.chance[:, 2])
    turn = np.arctan2(np.abs(x), z)
    far = np.hypot(x, z)
    must = (y < _FACE_TOP_CM) & (turn < least) & ~roots.falls
    strength = np.clip((_FACE_TOP_CM - y) / 3.0, 0, 1) * must
    turned = turn + (least - turn) * strength
    side = np.where(x >= 0, 1.0, -1.0)
    return np.stack([side * far * np.sin(turned), y, far * np.cos(turned)], 1)


def _held(body: Body, place: Doubles, roots: Roots, share: float, hangs: Doubles) -> tuple[Doubles, Doubles]:
    """Strands at their height over the skin: never below it, and near it as long as they lie on the head."""
    normals, height = body.nearest(place)
    wanted = roots.lifts * np.minimum(1.0, 0.35 + 1.6 * share)
    low = np.maximum(wanted - height, 0)
    high = np.maximum(height - wanted, 0) * (1 - hangs) * 0.6
    return place + normals * (low - high)[:, None], normals


def _waved(paths: Doubles, under: Doubles, roots: Roots, style: Style) -> Doubles:
    """Paths with the style's waves, growing from the root on."""
    if style.wave_cm == 0:
        return paths
    steps = paths.shape[1]
    along = np.linspace(0, 1, steps)[None] * roots.lengths[:, None]
    phase = 2 * np.pi * along / style.wavelength_cm + 2.0 * roots.chance[:, :1]
    ahead = np.gradient(paths, axis=1)
    ahead /= np.maximum(np.linalg.norm(ahead, axis=2, keepdims=True), 1e-6)
    side = np.cross(ahead, under)
    swing = style.wave_cm * np.clip(along / 5.0, 0, 1)
    bulge = 0.5 * (1 + np.sin(phase)) * swing
    return np.asarray(paths + side * (np.cos(phase) * swing)[..., None] + under * bulge[..., None])
