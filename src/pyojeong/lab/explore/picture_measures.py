"""What can be measured of a picture without knowing what is on it: light, sharpness, background, and its copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.errors import PyojeongError
from pyojeong.lab.explore.face_set import FaceSet, Numbers, Ratios
from pyojeong.media.image import Pixels

TOO_DARK, TOO_BRIGHT = 60.0, 200.0
"""Mean brightness of the middle, 0-255. Authored."""
TOO_FLAT = 25.0
"""Standard deviation of the brightness below which features hardly stand out. Authored."""
BLURRED = 100.0
"""Variance of the Laplacian (Pech-Pacheco et al. 2000) at `LOOK_PX`; the customary bound, authored for this size."""
LOOK_PX = 256
"""Longer side at which pictures are compared; smaller ones stay as they are and are called sharper by this measure."""
MIDDLE = 0.6
"""Part of the width and height where the face is: a lit face before a black wall is not too dark."""
PLAIN_CORNER = 12.0
"""Standard deviation within both upper corners below which a background is called plain. Authored."""
_CORNER = 0.15
_HASH_PX, _HASH_KEPT, _THUMB_PX = 32, 8, 16
_BAND_BITS, _NEAR_BITS = 16, 3
_SAME = 0.985  # correlation of 16 px copies; aligned faces of one pose share hashes at 48 px
_FULLEST = 60

Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """N pictures that could be read, in order.

    Attributes:
        which: Their numbers in the set.
        sizes_wh: N×2 pixels.
        brightness: Mean of the middle, 0-255.
        contrast: Standard deviation of the brightness there.
        sharpness: Variance of the Laplacian.
        corners: Mean standard deviation within the upper corners.
        hashes: 64 bits, alike for pictures that look alike (pHash).
        thumbs: N×256, brightness of 16 px copies, mean 0 and length 1.
        unreadable: Names of pictures that could not be read.
    """

    which: Numbers
    sizes_wh: Numbers
    brightness: Ratios
    contrast: Ratios
    sharpness: Ratios
    corners: Ratios
    hashes: Hashes
    thumbs: npt.NDArray[np.float32]
    unreadable: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _One:
    size_wh: tuple[int, int]
    light: tuple[float, float, float, float]
    hash: int
    thumb: npt.NDArray[np.float32]


def measured(faces: FaceSet, tell: Callable[[str], None]) -> Measured:
    """Every picture of the set, each opened once."""
    kept: list[_One] = []
    which, unreadable = [], []
    for number, name in enumerate(faces.names):
        try:
            kept.append(_measure(faces.load(number)))
            which.append(number)
        except PyojeongError:
            unreadable.append(name)
        if (number + 1) % 2000 == 0 or (faces.names[0] and (number + 1) % 300 == 0 and len(faces.names) < 5000):
            tell(f"사진을 재는 중 {number + 1:,}/{len(faces.names):,}")
    if not kept:
        raise PyojeongError(
            f"{faces.name}에 읽을 수 있는 사진이 하나도 없습니다. JPEG나 PNG 사진이 든 폴더를 주세요.",
            f"No picture of {faces.name} can be read; give a folder with JPEG or PNG files.",
            kind="empty-set",
        )
    light = np.array([one.light for one in kept])
    return Measured(
        np.array(which, np.int64),
        np.array([one.size_wh for one in kept], np.int64),
        light[:, 0],
        light[:, 1],
        light[:, 2],
        light[:, 3],
        np.array([one.hash for one in kept], np.uint64),
        np.array([one.thumb for one in kept], np.float32),
        tuple(unreadable),
    )


def grey_of(pixels: Pixels) -> Pixels:
    """H×W brightness (ITU-R BT.601) of a grey or RGB picture."""
    return pixels if pixels.ndim == 2 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)


def perceptual_hash(grey: Pixels) -> int:
    """64 bits: which of the 8×8 slowest waves are stronger than their median (pHash, Zauner 2010)."""
    small = cv2.resize(grey, (_HASH_PX, _HASH_PX), interpolation=cv2.INTER_AREA).astype(np.float32)
    waves = cv2.dct(small)[:_HASH_KEPT, :_HASH_KEPT].ravel()
    bits = waves > np.median(waves[1:])
    bits[0] = False  # the mean brightness says nothing of what is seen
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


def look_alikes(hashes: Hashes, thumbs: npt.NDArray[np.float32]) -> list[tuple[int, int]]:
    """Pairs whose hashes differ in at most 3 of 64 bits and whose small copies correlate, in order.

    Of four bands of 16 bits at least one is equal in such a pair, so only pictures that share a band are compared.
    """
    found: set[tuple[int, int]] = set()
    for band in range(0, 64, _BAND_BITS):
        buckets: dict[int, list[int]] = defaultdict(list)
        for number, key in enumerate(((hashes >> np.uint64(band)) & np.uint64(0xFFFF)).tolist()):
            buckets[key].append(number)
        for members in buckets.values():
            found.update(_alike(hashes, thumbs, members))
    return sorted(found)


def groups_of(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Pairs joined to groups.

    >>> groups_of([(0, 1), (1, 4), (2, 3)])
    [(0, 1, 4), (2, 3)]
    """
    home: dict[int, int] = {}

    def root(number: int) -> int:
        while home.setdefault(number, number) != number:
            number = home[number]
        return number

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        home[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(home):
        groups[root(number)].append(number)
    return [tuple(group) for group in groups.values()]


def _alike(hashes: Hashes, thumbs: npt.NDArray[np.float32], members: Sequence[int]) -> list[tuple[int, int]]:
    pairs = []
    ordered = sorted(members, key=lambda number: int(hashes[number]))
    for at, a in enumerate(ordered):
        for b in ordered[at + 1 : at + _FULLEST]:
            apart = (int(hashes[a]) ^ int(hashes[b])).bit_count()
            if apart <= _NEAR_BITS and float(thumbs[a] @ thumbs[b]) >= _SAME:
                pairs.append((min(a, b), max(a, b)))
    return pairs


def _measure(pixels: Pixels) -> _One:
    grey = grey_of(pixels)
    height, width = grey.shape
    scale = LOOK_PX / max(height, width)
    look = grey
    if scale < 1:
        size_wh = (max(1, round(width * scale)), max(1, round(height * scale)))
        look = np.asarray(cv2.resize(grey, size_wh, interpolation=cv2.INTER_AREA), np.uint8)
    side = max(2, round(_CORNER * look.shape[1]))
    corners = (look[:side, :side].std() + look[:side, -side:].std()) / 2
    sharpness = cv2.Laplacian(look, cv2.CV_64F).var()
    middle = _middle(look)
    light = (float(middle.mean()), float(middle.std()), float(sharpness), float(corners))
    return _One((width, height), light, perceptual_hash(grey), _thumb(look))


def _middle(grey: Pixels) -> Pixels:
    high, wide = (round(side * (1 - MIDDLE) / 2) for side in grey.shape)
    return grey[high : grey.shape[0] - high, wide : grey.shape[1] - wide]


def _thumb(grey: Pixels) -> npt.NDArray[np.float32]:
    small = cv2.resize(grey, (_THUMB_PX, _THUMB_PX), interpolation=cv2.INTER_AREA).astype(np.float32).ravel()
    small -= small.mean()
    return np.asarray(small / max(1e-6, float(np.linalg.norm(small))), np.float32)
