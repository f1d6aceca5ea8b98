"""Colour profiles: which are kept beside the pixels, which have to be converted.

A picture with an RGB profile (Display P3 from a phone, Adobe RGB from a camera) keeps its numbers and its profile:
converting would change every pixel and clip colours outside sRGB, so "nothing outside the face changed" would be false.
CMYK, L*a*b* and grey profiles are converted to sRGB, because their profile cannot describe RGB numbers.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import numpy as np
import PIL.Image
from PIL import ImageCms

from pyojeong.media.image import Image, Pixels


@lru_cache(maxsize=8)
def profile_space(icc: bytes) -> str | None:
    """The profile's colour space (``"RGB"``, ``"CMYK"``, ``"GRAY"``, ``"LAB"``), or None when it cannot be read."""
    try:
        profile: Any = ImageCms.ImageCmsProfile(io.BytesIO(icc)).profile
        return str(profile.xcolor_space).strip().upper()
    except (OSError, ImageCms.PyCMSError):
        return None


def converted_to_srgb(picture: PIL.Image.Image, icc: bytes) -> PIL.Image.Image | None:
    """``picture`` as sRGB in mode RGB, or None when its profile does not fit its mode."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    try:
        return ImageCms.profileToProfile(
            picture,
            source,
            ImageCms.createProfile("sRGB"),
            # Relative colorimetric with black point: in-gamut colours exact, shadows open. Perceptual shifts them all.
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError:
        return None


def to_srgb(image: Image) -> Image:
    """The picture in sRGB and without a profile: for screens, films and GIF, which carry none."""
    if image.icc is None:
        return image
    converted = converted_to_srgb(PIL.Image.fromarray(np.ascontiguousarray(image.rgb)), image.icc)
    rgb: Pixels = image.rgb if converted is None else np.asarray(converted)
    pixels = rgb if image.alpha is None else np.dstack([rgb, image.alpha])
    return Image(np.ascontiguousarray(pixels), image.name, image.grey, None, image.dots_per_inch, image.metadata)
