"""What is behind the person: the photo's own background, nothing, or one colour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

import cv2
import numpy as np
from PIL import ImageColor

from pyojeong.errors import PyojeongError
from pyojeong.media.image import Image, Pixels
from pyojeong.performing.finishing.matte import ROUGH_PX, person_matte, picture_tiles
from pyojeong.performing.portrait.stage import Map

#: Everyday Korean colour names; English ones are CSS's (CSS Color 4 §6.1), as Pillow knows them.
KOREAN_COLOURS = MappingProxyType(
    {
        "흰색": "#ffffff",
        "하양": "#ffffff",
        "검정": "#000000",
        "검은색": "#000000",
        "회색": "#808080",
        "빨강": "#e53935",
        "주황": "#fb8c00",
        "노랑": "#fdd835",
        "연두": "#9ccc65",
        "초록": "#43a047",
        "하늘색": "#81d4fa",
        "파랑": "#1e88e5",
        "남색": "#283593",
        "보라": "#8e24aa",
        "분홍": "#f48fb1",
        "갈색": "#795548",
        "베이지": "#f5e9d3",
    }
)
_KEEP_WORDS = frozenset({"keep", "유지", "그대로"})
_NONE_WORDS = frozenset({"none", "transparent", "없음", "투명"})


class BackgroundKind(str, Enum):
    """What happens to the photo's background."""

    KEEP = "keep"
    NONE = "none"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class Background:
    """A choice of background; ``rgb`` (0–255 each) belongs to `BackgroundKind.COLOUR` alone.

    >>> Background.parse("하늘색").rgb, Background.parse("#F80").rgb, Background.parse("none").kind.value
    ((129, 212, 250), (255, 136, 0), 'none')
    """

    kind: BackgroundKind = BackgroundKind.KEEP
    rgb: tuple[int, int, int] | None = None

    def __post_init__(self) -> None:
        if (self.kind is BackgroundKind.COLOUR) != (self.rgb is not None):
            raise ValueError(f"a colour belongs to COLOUR alone, but got {self.kind} with {self.rgb}")
        if self.rgb is not None and not all(0 <= value <= 255 for value in self.rgb):
            raise ValueError(f"rgb must be 0–255 each, but got {self.rgb}")

    @classmethod
    def parse(cls, text: str) -> Background:
        """The background a person named: keep, none, a colour's name or ``#RRGGBB``.

        Raises:
            PyojeongError: When the word is none of these.
        """
        word = text.strip().lower()
        if word in _KEEP_WORDS:
            return cls()
        if word in _NONE_WORDS:
            return cls(BackgroundKind.NONE)
        try:
            red, green, blue, *_ = ImageColor.getrgb(KOREAN_COLOURS.get(word, word))
        except ValueError as error:
            raise PyojeongError(
                f"배경은 keep, none, 색 이름(예: 하늘색, white)이나 #RRGGBB여야 하는데 ‘{text}’입니다.",
                f"Background must be keep, none, a colour name such as white, or #RRGGBB, but got {text!r}.",
                kind="background",
            ) from error
        return cls(BackgroundKind.COLOUR, (red, green, blue))


def with_background(image: Image, background: Background) -> Image:
    """The picture before ``background``; pixels that are wholly the person's stay as they are.

    Raises:
        PyojeongError: Kind ``no-person`` when there is nobody to cut out.
    """
    if background.kind is BackgroundKind.KEEP:
        return image
    matte = person_matte(np.ascontiguousarray(image.rgb))
    if image.alpha is not None:
        matte = np.minimum(matte, image.alpha)
    person = decontaminated(image.rgb, matte)
    if background.rgb is None:
        return image.with_pixels(np.dstack([person, matte]))
    pixels = laid_on(person, matte, background.rgb)
    return replace(image.with_pixels(pixels), grey=image.grey and len(set(background.rgb)) == 1)


def laid_on(person: Pixels, matte: Pixels, rgb: tuple[int, int, int]) -> Pixels:
    """H×W×3: the person before one colour.

    >>> laid_on(np.full((1, 1, 3), 200, np.uint8), np.full((1, 1), 255, np.uint8), (0, 0, 0)).tolist()
    [[[200, 200, 200]]]
    """
    laid = np.empty_like(person)
    colour = np.array(rgb, np.uint32)
    for left, top, right, bottom in picture_tiles(person.shape[1], person.shape[0]):
        alpha = matte[top:bottom, left:right, None].astype(np.uint32)
        mixed = person[top:bottom, left:right] * alpha + colour * (255 - alpha)
        laid[top:bottom, left:right] = (mixed + 127) // 255
    return laid


def decontaminated(rgb: Pixels, matte: Pixels) -> Pixels:
    """H×W×3: at half-covered pixels the person's own colour, without the background's share.

    Blur fusion (Forte 2021, “Approximate Fast Foreground Colour Estimation”, ICIP): smooth foreground and background
    colours are estimated on a small copy, each pixel's own detail is added at full size.
    """
    clean = rgb.copy()
    small_size = _small_size(rgb)
    near_person, near_background = _smooth_colours(rgb, matte, small_size)
    scale_xy = (small_size[0] / rgb.shape[1], small_size[1] / rgb.shape[0])
    for left, top, right, bottom in picture_tiles(rgb.shape[1], rgb.shape[0]):
        part = matte[top:bottom, left:right]
        mixed = (part > 0) & (part < 255)
        if mixed.any():
            box = (left, top, right, bottom)
            front, back = (_enlarged(m, box, scale_xy)[mixed] for m in (near_person, near_background))
            alpha = (part[mixed] / np.float32(255))[:, None]
            seen = rgb[top:bottom, left:right][mixed]
            own = front + alpha * (seen - alpha * front - (1 - alpha) * back)
            clean[top:bottom, left:right][mixed] = np.clip(np.rint(own), 0, 255)
    return clean


def _small_size(rgb: Pixels) -> tuple[int, int]:
    factor = max(1.0, max(rgb.shape[:2]) / ROUGH_PX)
    return max(1, round(rgb.shape[1] / factor)), max(1, round(rgb.shape[0] / factor))


def _smooth_colours(rgb: Pixels, matte: Pixels, size_wh: tuple[int, int]) -> tuple[Map, Map]:
    """float32 0–255 of the small size: colours of the person, and of the background, spread beyond their edges."""
    small = cv2.resize(rgb, size_wh, interpolation=cv2.INTER_AREA).astype(np.float32)
    alpha = (cv2.resize(matte, size_wh, interpolation=cv2.INTER_AREA) / np.float32(255))[:, :, None]
    front = back = small
    for side in (61, 9):
        smooth = cv2.blur(alpha, (side, side))[:, :, None]
        spread = cv2.blur(front * alpha, (side, side)) / (smooth + 1e-5)
        back = cv2.blur(back * (1 - alpha), (side, side)) / (1 - smooth + 1e-5)
        front = np.clip(spread + alpha * (small - alpha * spread - (1 - alpha) * back), 0, 255)
    return np.asarray(front, np.float32), np.asarray(back, np.float32)


def _enlarged(small: Map, box: tuple[int, int, int, int], scale_xy: tuple[float, float]) -> Map:
    left, top, right, bottom = box
    (sx, sy) = scale_xy
    # Pixel centres: full x ↔ small (x + .5)·s − .5.
    way = np.array([[sx, 0, (left + 0.5) * sx - 0.5], [0, sy, (top + 0.5) * sy - 0.5]], np.float64)
    size_wh = (right - left, bottom - top)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(small, way, size_wh, flags=flags, borderMode=cv2.BORDER_REPLICATE), np.float32)
