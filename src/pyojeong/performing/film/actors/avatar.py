"""A 3D head on stage: rendered for every moment, its bust on the picture's lower edge."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from pyojeong.performing.avatar.avatar import Avatar
from pyojeong.performing.avatar.glb_reading import read_avatar
from pyojeong.performing.avatar.renderer import AvatarRenderer
from pyojeong.performing.avatar.rendering import face_in
from pyojeong.performing.film.acting import Build, Moment, face_of
from pyojeong.performing.film.actors.kept import KeptPictures
from pyojeong.performing.film.sources import AvatarSource

if TYPE_CHECKING:
    import skia

_FORM = 0.86
"""Width of its picture in heights: whole shoulders."""
_STEP = 32
"""Pixels between the heights it is rendered at; a creeping camera scales what lies between."""
_BREATH, _BREATHS_PER_SECOND = 0.003, 0.27


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
        import skia

        tall = _STEP * math.ceil(height_px / _STEP)
        image = self._kept.of(moment, tall, lambda: self._picture(moment, tall))
        breath = _BREATH * height_px * (1.0 + math.sin(2 * math.pi * _BREATHS_PER_SECOND * moment.seconds))
        canvas.save()
        canvas.translate(0.0, breath)  # only down: the picture's edge always cuts the bust
        canvas.scale(height_px / tall, height_px / tall)
        canvas.drawImage(image, 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear))
        canvas.restore()

    def _picture(self, moment: Moment, tall: int) -> skia.Image:
        import skia

        pixels = np.ascontiguousarray(self._renderer.render(face_of(moment), size_wh=(round(tall * _FORM), tall)))
        return skia.Image.fromarray(
            pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType, copy=True
        )
