"""Somebody's photo on stage: cut out like a paper puppet, its face performed, its head turned by bending the whole."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from pyojeong.media.face import Face
from pyojeong.media.image import Image, Pixels
from pyojeong.media.opening import open_image
from pyojeong.performing.film.acting import Build, Moment, breath, face_of
from pyojeong.performing.film.actors.bust import Bust, bust_of, laid_over
from pyojeong.performing.film.actors.kept import KeptPictures, laid_down
from pyojeong.performing.film.actors.views import View, view_of
from pyojeong.performing.film.sources import PhotoSource
from pyojeong.performing.portrait.fast import FilmPerformer
from pyojeong.performing.portrait.stage import Map
from pyojeong.rig.expression import Expression

if TYPE_CHECKING:
    import skia

FACE_SIZES = (210, 300, 420)
"""Heights of a performed face in pixels, from forehead to chin."""
_ENLARGED = 1.4
"""How much larger than it was performed a face is shown at most: softer by an eye, a third cheaper."""
_FOREHEAD = 0.08
"""Of the face's height that lies above the landmarks, up to the hair."""
#: What of an ARKit coefficient a photograph bears while it speaks (1.0 is drawn; see the prototype's gains).
_GAINS = {"jawOpen": 0.72, "mouthStretch": 0.6, "mouthUpperUp": 0.75, "mouthLowerDown": 0.85}
_GAZE = 0.45
"""Irises that travel further show skin drawn where there was eye."""
#: In heights of the face: how far a head travels by a degree of yaw and pitch, and how deep a face is.
_TRAVEL, _DEPTH = 0.0036, 0.33
_BREATH = 0.004
_STRIDE = 8
"""Pixels between the places whose way back is worked out; the bend is smooth."""


class PhotoActor:
    """One photo.

    Args:
        image: The photo.
        face: Where the face is.

    Raises:
        PyojeongError: Kind ``no-person`` when nobody could be cut out.
    """

    drawn = False

    def __init__(self, image: Image, face: Face) -> None:
        self._image, self._face = image, face
        self._puppets: dict[int, _Puppet] = {}
        self._kept = KeptPictures()
        self.build = self._puppet(FACE_SIZES[0]).build

    @classmethod
    def opened(cls, source: PhotoSource) -> PhotoActor:
        """The actor of a photo.

        Raises:
            PyojeongError: When the photo is gone, cannot be read, or shows nobody.
        """
        return cls(open_image(source.path), source.face)

    def paint(self, canvas: skia.Canvas, moment: Moment, *, height_px: float) -> None:
        """Draw ``moment`` (see `acting.Actor`)."""
        view = view_of(canvas, height_px, (0.03, 0.05, 0.03, 0.0), width=self.build.width)
        if view is None:
            return
        laid_down(canvas, self._kept.of(moment, view, lambda: self._picture(moment, view)), view)

    def _picture(self, moment: Moment, view: View) -> skia.Image:
        import skia

        wanted = 2 * self.build.face_size[1] * view.height_px
        size = next((size for size in FACE_SIZES if size * _ENLARGED >= wanted), FACE_SIZES[-1])
        pixels = self._puppet(size).shown(moment, view)
        return skia.Image.fromarray(
            pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType, copy=True
        )

    def _puppet(self, face_height: int) -> _Puppet:
        if face_height not in self._puppets:
            self._puppets[face_height] = _Puppet(bust_of(self._image, self._face, float(face_height)))
        return self._puppets[face_height]


class _Puppet:
    """The cut-out person at one size."""

    def __init__(self, bust: Bust) -> None:
        self._bust, self._performer = bust, FilmPerformer(bust.image, bust.face)
        self._tall = bust.face.size_wh[1]
        height, width = bust.person.shape
        left, top, right, bottom = bust.face.box_xyxy
        self._middle = (left + right) / 2 + bust.left, (top + bottom) / 2 + bust.left
        self._chin = bottom + bust.left
        face_size = (right - left) / 2 / height, (0.5 + _FOREHEAD) * self._tall / height
        self.build = Build(
            width / height, (self._middle[0] / height, self._middle[1] / height), face_size, standing=False
        )

    def shown(self, moment: Moment, view: View) -> Pixels:
        """uint8 H×W×4 of the view, premultiplied."""
        face = face_of(moment)
        bust = self._performed(_bearable(face))
        map_x, map_y = self._way_back(face, moment.seconds, view)
        return np.asarray(
            cv2.remap(bust, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(0, 0, 0, 0)),
            np.uint8,
        )

    def _performed(self, face: Expression) -> Pixels:
        """The whole bust with the face performed; the rest is the photo's."""
        moved, bust = self._performer.perform(face), self._bust
        if moved is None:
            return bust.whole
        x0, y0, x1, y1 = (edge + bust.left for edge in moved.box_xyxy)
        whole = bust.whole.copy()
        under = whole[y0:y1, x0:x1]
        laid = laid_over(moved.rgb, bust.person[y0:y1, x0:x1], bust.rim[y0:y1, x0:x1])
        cv2.copyTo(laid, moved.inside.view(np.uint8), under)
        return whole

    def _way_back(self, face: Expression, seconds: float, view: View) -> tuple[Map, Map]:
        """For every pixel of the view, the bust's pixel it comes from: the head tilts and turns, shoulders stay."""
        scale = self._bust.person.shape[0] / view.height_px
        x, y = np.meshgrid(_places(view.width), _places(view.height))
        x, y = (x + 0.5 - view.x) * scale - 0.5, (y + 0.5 - view.y) * scale - 0.5
        tall, (cx, _) = self._tall, self._middle
        held = 1.0 - _smooth((y - self._chin) / (0.8 * tall))
        risen = _BREATH * tall * breath(seconds)
        x = x - _TRAVEL * tall * face.yaw_degrees * held
        y = y + _TRAVEL * tall * face.pitch_degrees * held + risen * (0.4 + 0.6 * held)
        turn = -math.radians(face.roll_degrees) * held
        px, py = x - cx, y - (self._chin + 0.3 * tall)
        x = cx + np.cos(turn) * px - np.sin(turn) * py
        y = self._chin + 0.3 * tall + np.sin(turn) * px + np.cos(turn) * py
        deep = self._depth(x, y) * tall
        x = x - deep * math.radians(face.yaw_degrees)
        y = y + deep * math.radians(face.pitch_degrees)
        return _dense(x, view), _dense(y, view)

    def _depth(self, x: Map, y: Map) -> Map:
        """How far a face stands out, in its heights: a smooth mound."""
        cx, cy = self._middle
        away = ((x - cx) / (0.52 * self._tall)) ** 2 + ((y - cy) / (0.68 * self._tall)) ** 2
        return np.asarray(_DEPTH * np.clip(1.0 - away, 0.0, 1.0) ** 2, np.float32)


def _places(length: int) -> Map:
    """Middles of strides, one of them before and one after ``length`` pixels."""
    return (np.arange(-1, math.ceil(length / _STRIDE) + 1, dtype=np.float32) + 0.5) * _STRIDE - 0.5


def _dense(sparse: Map, view: View) -> Map:
    """A smooth map at every pixel of the view."""
    height, width = sparse.shape
    size = (width * _STRIDE, height * _STRIDE)
    full = cv2.resize(np.ascontiguousarray(sparse, np.float32), size, interpolation=cv2.INTER_LINEAR)
    return np.asarray(full[_STRIDE : _STRIDE + view.height, _STRIDE : _STRIDE + view.width], np.float32)


def _bearable(face: Expression) -> Expression:
    """What a photograph bears: smaller jaws and glances than a drawing."""
    values = dict(face.coefficients)
    for name in values:
        stem = name.removesuffix("Left").removesuffix("Right")
        values[name] *= _GAZE if stem.startswith("eyeLook") else _GAINS.get(stem, 1.0)
    return Expression(values, face.yaw_degrees, face.pitch_degrees, face.roll_degrees, face.blush)


def _smooth(share: Map) -> Map:
    x = np.clip(share, 0.0, 1.0)
    return np.asarray(x * x * (3.0 - 2.0 * x), np.float32)
