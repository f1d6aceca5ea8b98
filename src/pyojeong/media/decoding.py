"""Sample formats become uint8 RGB or RGBA: a decoded Pillow picture, or an array somebody made."""

from __future__ import annotations

import logging
import math
from typing import Any

import numpy as np
import numpy.typing as npt
import PIL.Image

from pyojeong.errors import PyojeongError
from pyojeong.media.colour import converted_to_srgb, profile_space
from pyojeong.media.image import Image, Pixels

_LOG = logging.getLogger(__name__)
_GREY_MODES = frozenset({"1", "L", "LA", "La", "I", "I;16", "I;16L", "I;16B", "I;16N", "F"})
_WIDE_GREY_MODES = _GREY_MODES - {"1", "L", "LA", "La"}
_ORIENTATION = 0x0112
#: Quarter turns (anticlockwise, as `numpy.rot90`) after an optional left-right flip, by EXIF 2.32 table 6 value.
_UPRIGHT = {2: (True, 0), 3: (False, 2), 4: (True, 2), 5: (True, 1), 6: (False, 3), 7: (True, 3), 8: (False, 1)}
#: Left out of a saved copy: orientation (the pixels are upright), the pixel size (swapped by turning), the maker note
#: (its offsets break when moved) and GPS (a shared picture must not tell where its maker lives).
_DROPPED_TAGS = (_ORIENTATION, 0x8825)
_DROPPED_EXIF_TAGS = (0xA002, 0xA003, 0x927C)
_EXIF_IFD = 0x8769


def image_from_pil(picture: PIL.Image.Image, name: str) -> Image:
    """A decoded Pillow picture as an upright `Image`."""
    orientation, kept = _read_exif(picture)
    icc = picture.info.get("icc_profile") or None
    grey = picture.mode in _GREY_MODES
    pixels, kept_icc = _eight_bit(picture, icc if isinstance(icc, bytes) else None)
    pixels = np.ascontiguousarray(_upright(pixels, orientation))
    dpi = _resolution(picture.info.get("dpi"), swapped=orientation in (5, 6, 7, 8))
    return Image(pixels, name, grey or is_grey(pixels), kept_icc, dpi, {"exif": kept} if kept else {})


def is_grey(pixels: Pixels) -> bool:
    """Whether red, green and blue are equal everywhere.

    >>> is_grey(np.full((2, 2, 3), 7, np.uint8))
    True
    """
    sparse = pixels[::16, ::16]
    return all(
        bool(np.array_equal(p[..., 0], p[..., 1]) and np.array_equal(p[..., 1], p[..., 2])) for p in (sparse, pixels)
    )


def pixels_from_array(array: npt.NDArray[Any]) -> Pixels:
    """uint8 H×W×3 or H×W×4 from uint8, uint16 or float in [0, 1]; H×W, H×W×1, ×3 (RGB) or ×4 (RGBA).

    Raises:
        PyojeongError: On any other type, shape or range.

    >>> pixels_from_array(np.full((1, 1), 0.5))[0, 0].tolist()
    [128, 128, 128]
    """
    shaped = array[:, :, None] if array.ndim == 2 else array
    if shaped.ndim != 3 or shaped.shape[2] not in (1, 3, 4):
        raise _array_refusal(f"{array.shape}")
    if array.dtype == np.uint8:
        eight: Pixels = shaped.astype(np.uint8)
    elif array.dtype == np.uint16:
        eight = _from_sixteen(shaped)
    elif np.issubdtype(array.dtype, np.floating):
        eight = _from_unit(shaped)
    else:
        raise _array_refusal(f"{array.dtype}")
    return np.ascontiguousarray(np.repeat(eight, 3, axis=2) if eight.shape[2] == 1 else eight)


def _array_refusal(got: str) -> PyojeongError:
    return PyojeongError(
        f"배열은 uint8·uint16·0–1 실수의 H×W, H×W×3(RGB), H×W×4(RGBA)이어야 하는데 {got}입니다.",
        f"An array must be uint8, uint16 or float in [0, 1], H×W, H×W×3 (RGB) or H×W×4 (RGBA), but got {got}.",
        kind="array",
    )


def _from_sixteen(values: npt.NDArray[Any]) -> Pixels:
    return ((values.astype(np.uint32) + 128) // 257).astype(np.uint8)


def _from_unit(values: npt.NDArray[Any]) -> Pixels:
    if not bool(np.isfinite(values).all()) or values.min(initial=0.0) < 0 or values.max(initial=0.0) > 1:
        raise _array_refusal("0–1 밖의 실수 / float outside [0, 1]")
    return np.asarray(np.rint(values * 255), np.uint8)


def _eight_bit(picture: PIL.Image.Image, icc: bytes | None) -> tuple[Pixels, bytes | None]:
    if picture.mode in _WIDE_GREY_MODES:
        return pixels_from_array(_from_wide_grey(np.asarray(picture))), None
    alpha = _alpha_of(picture)
    space = profile_space(icc) if icc else None
    if space == "RGB":
        rgb, kept = picture.convert("RGBA" if alpha else "RGB"), icc
    else:
        rgb, kept = _without_profile(picture, icc if space else None), None
    pixels = np.asarray(rgb)
    if alpha is not None:
        pixels = np.dstack([pixels[:, :, :3], np.asarray(alpha)])
    return pixels, kept


def _without_profile(picture: PIL.Image.Image, icc: bytes | None) -> PIL.Image.Image:
    flat = picture.convert("L") if picture.mode in ("1", "LA", "La") else picture
    converted = converted_to_srgb(flat, icc) if icc and flat.mode in ("L", "CMYK", "LAB") else None
    if converted is None and flat.mode == "LAB":
        from PIL import ImageCms

        converted = ImageCms.profileToProfile(
            flat, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    if converted is not None:
        return converted.convert("L").convert("RGB") if flat.mode == "L" else converted
    # A palette with transparency loses its colours behind alpha 0 when converted to RGB directly.
    return flat.convert("RGBA").convert("RGB") if flat.mode in ("P", "PA", "RGBa") else flat.convert("RGB")


def _alpha_of(picture: PIL.Image.Image) -> PIL.Image.Image | None:
    if picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info:
        return picture.convert("RGBA").getchannel("A")
    return None


def _from_wide_grey(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """uint16 or unit floats; files in these modes do not say their range: the smallest of 1, 255, 65535 that fits."""
    if values.dtype == np.uint16:
        return values
    top = float(values.max())
    limit = next((m for m in (1.0, 255.0, 65535.0) if top <= m), None)
    if limit is None or not math.isfinite(top) or float(values.min()) < 0:
        raise _array_refusal(f"{float(values.min()):g}–{top:g}")
    return values.astype(np.float64) / limit


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    if orientation == 1:
        return pixels
    flipped, turns = _UPRIGHT[orientation]
    return np.rot90(pixels[:, ::-1] if flipped else pixels, turns)


def _resolution(dpi: object, *, swapped: bool) -> tuple[float, float] | None:
    if not isinstance(dpi, tuple) or len(dpi) != 2:
        return None
    x, y = float(dpi[0]), float(dpi[1])
    if not (0 < x < 1e6 and 0 < y < 1e6):
        return None
    return (y, x) if swapped else (x, y)


def _read_exif(picture: PIL.Image.Image) -> tuple[int, bytes | None]:
    """Orientation (1–8), and the EXIF block to keep."""
    try:
        exif = picture.getexif()
        orientation = exif.get(_ORIENTATION, 1)
        kept = _kept_exif(exif)
    except Exception as error:  # damaged tags raise struct.error, SyntaxError, OverflowError … (fuzzed)
        _LOG.warning("the EXIF block is damaged and left out: %s", error)
        return 1, None
    return orientation if orientation in _UPRIGHT else 1, kept


def _kept_exif(exif: PIL.Image.Exif) -> bytes | None:
    for tag in _DROPPED_TAGS:
        exif.pop(tag, None)
    inner = exif.get_ifd(_EXIF_IFD)
    for tag in _DROPPED_EXIF_TAGS:
        inner.pop(tag, None)
    return bytes(exif.tobytes()) if len(exif) or inner else None
