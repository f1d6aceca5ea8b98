"""An `Image` becomes a file or its bytes, with the same pixels, colours and resolution."""

from __future__ import annotations

import io
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image

from pyojeong.errors import PyojeongError
from pyojeong.media.image import Image, Pixels
from pyojeong.media.writing import format_of, write_file

JPEG_QUALITY = 95
_XMP_TIFF_TAG = 700
_PNG_LEVEL = 2
"""Measured on a 12-megapixel photo: 1.4 s and 17.3 MB at 2, 7.5 s and 15.0 MB at 6."""
_BAND_ROWS = 256  # keeps the wide intermediate of `on_white` small
_MAX_SIDE_PX = {"webp": 16383, "jpeg": 65500}
"""WebP stores sides in 14 bits (RFC 9649 §2.7); libjpeg's JPEG_MAX_DIMENSION."""


class PictureFormat(str, Enum):
    """The kinds of picture file that are written."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    TIFF = "tiff"


_BY_SUFFIX = {
    "png": PictureFormat.PNG,
    "jpg": PictureFormat.JPEG,
    "jpeg": PictureFormat.JPEG,
    "webp": PictureFormat.WEBP,
    "tif": PictureFormat.TIFF,
    "tiff": PictureFormat.TIFF,
}


def save_image(
    image: Image, path: str | Path | None, *, format: str | None = None, quality: int | None = None
) -> bytes:
    """The bytes of the picture file, also written to ``path`` when there is one.

    PNG, TIFF and WebP without a quality keep every pixel as it is; JPEG lays transparency on white. EXIF, profile and
    resolution go with the picture, and the XMP packet of ``image.metadata["xmp"]``.

    Args:
        image: The picture.
        path: Where to; replaced in one step, so never half written. None only encodes.
        format: ``png``, ``jpeg``, ``webp`` or ``tiff``; None goes by the path's extension, PNG without a path.
        quality: 1–100. JPEG uses 95 when None (4:4:4 always), WebP is lossless when None; PNG and TIFF have none.

    Raises:
        PyojeongError: On an unknown format, a size the format cannot hold, or a place that cannot be written.
    """
    chosen = picture_format(path, format)
    if quality is not None and not 1 <= quality <= 100:
        raise PyojeongError(f"품질은 1–100이어야 하는데 {quality}입니다.", f"Quality must be 1–100, but got {quality}.")
    data = _encoded(image, chosen, quality)
    if path is not None:
        write_file(Path(path), data)
    return data


def picture_format(path: str | Path | None, format: str | None = None) -> PictureFormat:
    """The format named, or the one the path's extension stands for.

    >>> picture_format("sad.JPG").value, picture_format(None).value
    ('jpeg', 'png')
    """
    word = format or (Path(path).suffix if path is not None else "png")
    return format_of(word, _BY_SUFFIX, korean="그림은", english="Pictures")


def on_white(pixels: Pixels) -> Pixels:
    """H×W×3: the picture laid on white paper.

    >>> on_white(np.array([[[0, 0, 0, 127]]], np.uint8)).tolist()
    [[[128, 128, 128]]]
    """
    if pixels.shape[2] == 3:
        return pixels
    laid = np.empty((*pixels.shape[:2], 3), np.uint8)
    for top in range(0, len(pixels), _BAND_ROWS):
        band = pixels[top : top + _BAND_ROWS].astype(np.uint16)
        alpha = band[:, :, 3:]
        laid[top : top + _BAND_ROWS] = (band[:, :, :3] * alpha + 255 * (255 - alpha) + 127) // 255
    return laid


def _encoded(image: Image, chosen: PictureFormat, quality: int | None) -> bytes:
    _check_side(image.size_wh, chosen)
    pixels = on_white(image.pixels) if chosen is PictureFormat.JPEG else image.pixels
    buffer = io.BytesIO()
    PIL.Image.fromarray(np.ascontiguousarray(pixels)).save(
        buffer, chosen.value, **_carried(image, chosen), **_settings(chosen, quality)
    )
    return buffer.getvalue()


def _check_side(size_wh: tuple[int, int], chosen: PictureFormat) -> None:
    limit = _MAX_SIDE_PX.get(chosen.value)
    if limit is not None and max(size_wh) > limit:
        raise PyojeongError(
            f"{chosen.value}는 한 변이 {limit}픽셀까지인데 {size_wh[0]}×{size_wh[1]}입니다. PNG로 저장해 주세요.",
            f"{chosen.value} holds sides up to {limit} px, but the picture is {size_wh[0]}×{size_wh[1]}; use PNG.",
            kind="too-large",
        )


def _settings(chosen: PictureFormat, quality: int | None) -> dict[str, Any]:
    if chosen is PictureFormat.JPEG:
        return {"quality": quality or JPEG_QUALITY, "subsampling": 0}
    if chosen is PictureFormat.WEBP and quality is None:
        # exact: colours behind alpha 0 are somebody's pixels too.
        return {"lossless": True, "exact": True, "quality": 20, "method": 2}
    if chosen is PictureFormat.WEBP:
        return {"quality": quality, "method": 4}
    return {"compression": "tiff_lzw"} if chosen is PictureFormat.TIFF else {"compress_level": _PNG_LEVEL}


def _carried(image: Image, chosen: PictureFormat) -> dict[str, Any]:
    """What travels beside the pixels, in the words of Pillow's writer of this format."""
    carried: dict[str, Any] = {"icc_profile": image.icc, "exif": image.metadata.get("exif"), "dpi": image.dots_per_inch}
    if chosen is PictureFormat.WEBP:
        del carried["dpi"]  # the format has no field for it; EXIF carries it where the photo had EXIF
    xmp = image.metadata.get("xmp")
    if xmp is not None:
        carried.update(_xmp_option(xmp, chosen))
    return {key: value for key, value in carried.items() if value is not None}


def _xmp_option(xmp: bytes, chosen: PictureFormat) -> dict[str, Any]:
    if chosen is PictureFormat.PNG:
        from PIL.PngImagePlugin import PngInfo

        chunks = PngInfo()
        chunks.add_itxt("XML:com.adobe.xmp", xmp.decode("utf-8"))
        return {"pnginfo": chunks}
    if chosen is PictureFormat.TIFF:
        return {"tiffinfo": {_XMP_TIFF_TAG: xmp}}
    return {"xmp": xmp}
