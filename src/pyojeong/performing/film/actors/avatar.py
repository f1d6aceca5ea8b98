"""A 3D head on stage: rendered for every moment, its bust on the picture's lower edge."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from pyojeong.performing.avatar.avatar import Avatar
from pyojeong.performing.avatar.glb_reading import read_avatar
from pyojeong.performing.avatar.renderer import AvatarRenderer
from pyojeong.performing.avatar.rendering import face_in
from pyojeong.performing.film.acting import Build, Moment, breath, face_of
from pyojeong.performing.film.actors.kept import KeptPictures, laid_down
from pyojeong.performing.film.actors.views import View, view_of
from pyojeong.performing.film.sources import AvatarSource

if TYPE_CHECKING:
    import skia

_FORM = 0.86
"""Width of its picture in heights: whole shoulders."""
_STEP = 32
"""Pixels between the heights it is rendered at; a creeping camera scales what lies between."""
_SOFT_PX = 0.55
"""Of what is rendered finer: a warp looks at four pixels alone, and cut-out hair showed its steps."""
_BREATH = 0.003


class AvatarActor:
    """One avatar. Make it in the process that draws: it holds that process's renderer.

    Args:
        avatar: Whom.
        renderer: What draws it; its own when left out.
    """

    drawn = False

    def __init__(self, avatar: Avatar, renderer: AvatarRenderer | None = None) -> None:
        self._renderer = renderer or AvatarRenderer(avatar)
        centre, half = face_in(self._renderer.framing, (round(1000 * _FORM), 1000))
        self.build = Build(_FORM, (centre[0] * _FORM, centre[1]), (half[0] * _FORM, half[1]), standing=False)
        self._kept = KeptPictures()

    @classmethod
    def opened(cls, source: AvatarSource) -> AvatarActor:
        """The actor of an avatar's file.

        Raises:
            PyojeongError: When the file is gone or none of ours.
        """
        return cls(read_avatar(source.path))

    def paint(self, canvas: skia.Canvas, moment: Moment, *, height_px: float) -> None:
        """Draw ``moment`` (see `acting.Actor`)."""
        lowered = _BREATH * height_px * (1.0 + breath(moment.seconds))
        # Only down: the picture's edge always cuts the bust.
        view = view_of(canvas, height_px, (0.0, 0.0, 0.0, _BREATH * 2), width=_FORM)
        if view is not None:
            laid_down(canvas, self._kept.of(moment, view, lambda: self._picture(moment, view, lowered)), view)

    def _picture(self, moment: Moment, view: View, lowered: float) -> skia.Image:
        """What of the bust is in the picture: rendered in steps of size, laid to a part of a pixel by one warp."""
        import skia

        tall = _STEP * math.ceil(view.height_px / _STEP)
        drawn = self._renderer.finer(face_of(moment), size_wh=(round(tall * _FORM), tall))
        scale = view.height_px / drawn.shape[0]
        # Pixels' middles are meant: (0, 0) of one picture is (.5, .5) of its surface.
        way = np.array([[scale, 0, view.x + 0.5 * scale - 0.5], [0, scale, view.y + lowered + 0.5 * scale - 0.5]])
        drawn = cv2.GaussianBlur(drawn, (3, 3), _SOFT_PX)
        pixels = cv2.warpAffine(drawn, way, (view.width, view.height), flags=cv2.INTER_LINEAR)
        return skia.Image.fromarray(
            np.ascontiguousarray(pixels),
            colorType=skia.kRGBA_8888_ColorType,
            alphaType=skia.kPremul_AlphaType,
            copy=True,
        )
