"""Head and shoulders of a photo, cut out, ready to show any expression."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from types import MappingProxyType

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from pyojeong.media.colour import to_srgb
from pyojeong.media.drawing.nodes import Matrix, Point
from pyojeong.media.drawing.paths import smooth
from pyojeong.media.face import Face
from pyojeong.media.image import Image, Pixels
from pyojeong.performing.finishing.background import decontaminated
from pyojeong.performing.finishing.matte import person_matte
from pyojeong.performing.portrait.muscles.movement import movement_for
from pyojeong.performing.portrait.performer import PortraitPerformer
from pyojeong.performing.portrait.stage import GLASSES_SCORE, Movement, Undo
from pyojeong.rig.expression import Expression

Floats = NDArray[np.float64]

FACE_PX = 420
"""Largest height of the face that is kept, brow to chin: stickers are at most 740 px."""
_ASIDE, _ABOVE, _BELOW = 1.30, 0.80, 0.66
"""How far the bust reaches from the face's middle, forehead and chin, in heights of the face."""
_ROUNDED = 0.30
"""Radius of the corners where a photo's border cuts the person, as a share of the bust's width."""
_SMOOTHED, _POINTS = 0.012, 120
"""Standard deviation of the outline's smoothing as a share of its length, and how many points it keeps."""
_TOP, _CHIN, _MOUTH = 10, 152, (13, 14)
_EYES = ((33, 133), (362, 263))
_UNDER_LIDS, _UNDER_RIMS = (230, 450), (101, 330)
_LEFT, _RIGHT = 234, 454
EXAGGERATED = MappingProxyType(
    {
        "browDown": 1.5,
        "browInnerUp": 1.5,
        "mouthFrown": 1.5,
        "noseSneer": 1.4,
        "mouthShrugLower": 1.5,
        "mouthSmile": 1.4,
    }
)
"""Muscle → how much further than a person's it goes at full strength: as it is, anger and sorrow were hardly told from
rest at 100 px, half as far again they are (by eye, five faces)."""
_PAIRED = ("browDown", "mouthFrown", "mouthSmile", "noseSneer")


class Bust:
    """One person of one photo; what is worked out once a photo is kept here.

    Args:
        image: The photo.
        face: Whose; landmarks in the photo's pixels.

    Raises:
        PyojeongError: Kind ``no-person`` when nobody can be cut out.
    """

    def __init__(self, image: Image, face: Face) -> None:
        self.digest = hashlib.sha256(image.rgb.tobytes()).hexdigest()
        image, face = _reduced(to_srgb(image), face)
        self._performer = PortraitPerformer(image, face)
        self._box = _around(image, face)
        self._matte = self._cut_out(image, face)
        left, top = self._box[:2]
        self.points = face.landmarks[:, :2] - (left, top)
        self.pose = face.pose
        self._performed: dict[Expression, Pixels] = {}

    @property
    def size_wh(self) -> tuple[int, int]:
        """Of the cut-out, in pixels."""
        left, top, right, bottom = self._box
        return right - left, bottom - top

    def showing(self, expression: Expression) -> Pixels:
        """H×W×4 RGBA of `size_wh`, straight alpha: the person with this expression."""
        if expression not in self._performed:
            left, top, right, bottom = self._box
            rgb = self._performer.moved(self._movement(expression)).image.rgb[top:bottom, left:right]
            self._performed[expression] = np.dstack(
                [decontaminated(np.ascontiguousarray(rgb), self._matte), self._matte]
            )
        return self._performed[expression]

    def _movement(self, expression: Expression) -> Movement:
        """Neutral first, then further than people's brows and corners go: a sticker is read at the size of a thumb."""
        movement = movement_for(expression, self._performer.scene.mesh.traits, undo=Undo.ALL)
        moved = {stem: _exaggerated(stem, gone, expression) for stem, gone in movement.activations.items()}
        return replace(movement, activations=moved)

    def outline(self) -> list[Point]:
        """The silhouette as a smooth ring of points, in pixels of the cut-out."""
        solid = (self._matte > 110).astype(np.uint8)
        contours, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        ring = max(contours, key=cv2.contourArea)[:, 0, :].astype(np.float64)
        return [(float(x), float(y)) for x, y in _smoothed(ring)]

    def silhouette(self, placed: Matrix) -> skia.Path:
        """The outline where ``placed`` puts it."""
        return smooth([placed.of(point) for point in self.outline()])

    def colours(self) -> tuple[str, str]:
        """Mean colours of the whole cut-out and of the face, for marks that must stand off them."""
        pixels = self.showing(Expression())
        solid = pixels[pixels[..., 3] > 200][:, :3]
        x, y = self.points[[_LEFT, _RIGHT, _TOP, _CHIN]].mean(0).astype(int)
        reach = max(4, self.size_wh[0] // 12)
        face = pixels[max(0, y - reach) : y + reach, max(0, x - reach) : x + reach, :3].reshape(-1, 3)
        return _hex(solid.mean(0)), _hex(face.mean(0))

    def mouth(self) -> Point:
        """Between the lips."""
        x, y = self.points[list(_MOUTH)].mean(0)
        return float(x), float(y)

    def eyes(self) -> tuple[Point, Point, float]:
        """Both eyes, the left one of the picture first, and half the width of one."""
        centres = [self.points[list(pair)].mean(0) for pair in _EYES]
        wide = np.mean([np.linalg.norm(self.points[a] - self.points[b]) for a, b in _EYES])
        (rx, ry), (lx, ly) = centres
        return (float(rx), float(ry)), (float(lx), float(ly)), float(wide) / 2

    def tears(self) -> tuple[Point, Point]:
        """Where tears leave the face, the left eye's of the picture first: under the lids, or under the glasses."""
        glassed = self._performer.scene.mesh.traits.glasses_score >= GLASSES_SCORE
        low = self.points[list(_UNDER_RIMS if glassed else _UNDER_LIDS)]
        (rx, ry), (lx, ly) = low
        return (float(rx), float(ry)), (float(lx), float(ly))

    def head(self) -> tuple[Point, Point]:
        """Middle and half sizes of the head without its hair."""
        top, chin = self.points[_TOP], self.points[_CHIN]
        wide = float(np.linalg.norm(self.points[_RIGHT] - self.points[_LEFT]))
        high = 1.22 * float(np.linalg.norm(chin - top))
        x, y = chin + (top - chin) * 0.61
        return (float(x), float(y)), (0.54 * wide, 0.5 * high)

    def _cut_out(self, image: Image, face: Face) -> Pixels:
        left, top, right, bottom = self._box
        matte = person_matte(np.ascontiguousarray(image.rgb))[top:bottom, left:right]
        nose = face.landmarks[1, :2] - (left, top)
        _, parts = cv2.connectedComponents((matte > 60).astype(np.uint8))
        own = parts == parts[int(np.clip(nose[1], 0, matte.shape[0] - 1)), int(np.clip(nose[0], 0, matte.shape[1] - 1))]
        return np.asarray(np.where(own, np.minimum(matte, _vignette(matte.shape)), 0), np.uint8)


def _exaggerated(stem: str, gone: tuple[float, float], expression: Expression) -> tuple[float, float]:
    """A muscle's (left, right), by as much further as it is wanted; what undoes the photo stays."""
    more = EXAGGERATED.get(stem, 1.0) - 1.0
    if not more:
        return gone
    left, right = expression.both(stem) if stem in _PAIRED else (expression[stem], expression[stem])
    return gone[0] * (1 + more * left), gone[1] * (1 + more * right)


def _reduced(image: Image, face: Face) -> tuple[Image, Face]:
    high = float(np.linalg.norm(face.landmarks[_TOP, :2] - face.landmarks[_CHIN, :2]))
    share = FACE_PX / high
    if share >= 1:
        return image.with_pixels(np.ascontiguousarray(image.rgb)), face
    size_wh = max(1, round(image.size_wh[0] * share)), max(1, round(image.size_wh[1] * share))
    small = np.asarray(cv2.resize(image.rgb, size_wh, interpolation=cv2.INTER_AREA), np.uint8)
    left, top, right, bottom = (value * share for value in face.box_xyxy)
    placed = replace(face, landmarks=face.landmarks * share, box_xyxy=(left, top, right, bottom))
    return image.with_pixels(small), placed


def _around(image: Image, face: Face) -> tuple[int, int, int, int]:
    points = face.landmarks[:, :2]
    high = float(np.linalg.norm(points[_TOP] - points[_CHIN]))
    x = float(points[[_LEFT, _RIGHT]].mean(0)[0])
    width, height = image.size_wh
    left, right = max(0, round(x - _ASIDE * high)), min(width, round(x + _ASIDE * high))
    top, bottom = max(0, round(points[_TOP, 1] - _ABOVE * high)), min(height, round(points[_CHIN, 1] + _BELOW * high))
    return left, top, right, bottom


def _vignette(shape: tuple[int, ...]) -> Pixels:
    """Rounded corners, so that nothing of a cut-out looks sawn off by the photo's border."""
    height, width = shape
    drawn = np.zeros((height, width), np.uint8)
    radius = round(_ROUNDED * min(width, height))
    cv2.rectangle(drawn, (radius, 0), (width - 1 - radius, height - 1), 255, -1)
    cv2.rectangle(drawn, (0, radius), (width - 1, height - 1 - radius), 255, -1)
    for x in (radius, width - 1 - radius):
        for y in (radius, height - 1 - radius):
            cv2.circle(drawn, (x, y), radius, 255, -1, cv2.LINE_AA)
    return drawn


def _smoothed(ring: Floats) -> Floats:
    """A closed ring of pixels, evenly resampled, low-passed around itself, and thinned."""
    steps = np.linalg.norm(np.diff(ring, axis=0, append=ring[:1]), axis=1)
    way = np.concatenate([[0.0], np.cumsum(steps)])
    even = np.linspace(0, way[-1], 720, endpoint=False)
    closed = np.vstack([ring, ring[:1]])
    points = np.column_stack([np.interp(even, way, closed[:, n]) for n in (0, 1)])
    waves = np.fft.rfft(points, axis=0)
    turns = np.arange(len(waves))[:, None]
    low = np.fft.irfft(waves * np.exp(-0.5 * (2 * np.pi * turns * _SMOOTHED / 2) ** 2), n=len(points), axis=0)
    return np.asarray(low[:: len(points) // _POINTS])


def _hex(rgb: Floats) -> str:
    red, green, blue = (round(float(value)) for value in rgb)
    return f"#{red:02x}{green:02x}{blue:02x}"
