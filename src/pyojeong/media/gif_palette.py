"""256 colours for a whole clip, and a dither that stands still.

Error diffusion lets a change in one corner ripple over the rest of the frame, which flickers. A fixed threshold pattern
(Bayer 1973, IEEE ICC) gives an unmoved pixel the same colour in every frame.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import PIL.Image

from pyojeong.media.clip import Clip
from pyojeong.media.image import Pixels

COLOURS = 255
TRANSPARENT = 255
"""The last of the 256 entries is kept for transparency."""
_SAMPLED_FRAMES = 9
_SAMPLED_SIDE_PX = 128
_CUBE = 64
"""Steps a channel of the look-up cube: 4 grey levels, below the spacing of 255 colours."""
_DITHER_RANGE = (2.0, 24.0)


@dataclass(frozen=True, slots=True, eq=False)
class GifPalette:
    """The colours of a clip.

    Attributes:
        colours: uint8 256×3 RGB; the last is transparent.
        nearest: uint8 64×64×64, the colour nearest to each cell of the RGB cube.
        spread: Height of the dither pattern in grey levels: how far the colours lie apart.
    """

    colours: Pixels
    nearest: Pixels
    spread: float

    def indices(self, frame: Pixels) -> Pixels:
        """H×W colour numbers of an H×W×3 or H×W×4 frame, dithered; alpha below one half is transparent."""
        height, width = frame.shape[:2]
        pattern = np.tile(_BAYER, (height // 8 + 1, width // 8 + 1))[:height, :width, None]
        shifted = np.clip(frame[:, :, :3] + pattern * self.spread, 0, 255).astype(np.uint8) >> 2
        found = self.nearest[shifted[:, :, 0], shifted[:, :, 1], shifted[:, :, 2]]
        if frame.shape[2] == 4:
            found = np.where(frame[:, :, 3] < 128, np.uint8(TRANSPARENT), found)
        return np.asarray(found, np.uint8)


def palette_of(clip: Clip) -> GifPalette:
    """Colours fitted to frames spread over the whole clip."""
    samples = _samples(clip)
    centres = _clustered(samples)
    return GifPalette(
        np.vstack([centres, np.zeros((256 - len(centres), 3), np.uint8)]), _cube(centres), _spacing(centres)
    )


def _bayer(order: int) -> npt.NDArray[np.float32]:
    pattern = np.zeros((1, 1))
    for _ in range(order):
        pattern = np.block([[4 * pattern, 4 * pattern + 2], [4 * pattern + 3, 4 * pattern + 1]])
    return ((pattern + 0.5) / pattern.size - 0.5).astype(np.float32)


_BAYER = _bayer(3)


def _samples(clip: Clip) -> Pixels:
    numbers = sorted({round(i) for i in np.linspace(0, clip.count - 1, _SAMPLED_FRAMES)})
    parts = []
    for number in numbers:
        frame = clip.frame(number)
        step = max(1, max(frame.shape[:2]) // _SAMPLED_SIDE_PX)
        thin = frame[::step, ::step].reshape(-1, frame.shape[2])
        parts.append(thin[thin[:, 3] >= 128][:, :3] if thin.shape[1] == 4 else thin)
    together = np.concatenate(parts)
    # Two at least: OpenCV's k-means takes a single row for three samples of one number.
    return together if len(together) > 1 else np.zeros((2, 3), np.uint8)


def _clustered(samples: Pixels) -> Pixels:
    """At most 255 colours: median cut (Heckbert 1982), refined by k-means from there, so always the same."""
    strip = PIL.Image.fromarray(samples[None])
    quantised = strip.quantize(COLOURS, method=PIL.Image.Quantize.MEDIANCUT)
    labels = np.asarray(quantised).reshape(-1, 1).astype(np.int32)
    used, labels = np.unique(labels, return_inverse=True)
    criteria = (cv2.TERM_CRITERIA_MAX_ITER + cv2.TERM_CRITERIA_EPS, 8, 0.5)
    _, _, centres = cv2.kmeans(
        samples.astype(np.float32),
        len(used),
        labels.reshape(-1, 1).astype(np.int32),
        criteria,
        1,
        cv2.KMEANS_USE_INITIAL_LABELS,
    )
    return np.asarray(np.rint(np.clip(centres, 0, 255)), np.uint8)


def _cube(centres: Pixels) -> Pixels:
    steps = np.arange(_CUBE, dtype=np.float32) * 4 + 1.5
    points = centres.astype(np.float32)
    lengths = (points**2).sum(1)
    cells = np.empty((_CUBE, _CUBE, _CUBE), np.uint8)
    for red in range(_CUBE):
        green, blue = np.meshgrid(steps, steps, indexing="ij")
        cell = np.stack([np.full_like(green, steps[red]), green, blue], axis=-1)
        cells[red] = (lengths - 2 * cell @ points.T).argmin(-1)
    return cells


def _spacing(centres: Pixels) -> float:
    if len(centres) < 2:
        return 0.0
    points = centres.astype(np.float64)
    away = np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1))
    np.fill_diagonal(away, np.inf)
    return float(np.clip(np.median(away.min(1)), *_DITHER_RANGE))
