"""One palette of colours with transparency for a still picture or for all frames of a moving one.

The median-cut of Pillow knows no alpha and its octree is coarse (measured below), so colours are split here by
variance (Wu 1991, “Efficient statistical computations for optimal color quantization”) and refined by k-means
(Lloyd), both over premultiplied RGBA: what is nearly transparent hardly matters, whatever its colour.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.media.image import Pixels

Keys = npt.NDArray[np.uint32]
Points = npt.NDArray[np.float32]

MOST_COLOURS = 256
_REFINEMENTS = 4
_MOST_POINTS = 20_000
"""Above it neighbouring colours are counted as one (2 bits a channel are dropped) while the palette is fitted."""
_CHUNK = 1024
"""Points at a time, so that their distances stay in the processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class SharedPalette:
    """Colours and the way from a pixel to its colour.

    Attributes:
        colours: uint8 N×4 RGBA, N <= 256; the less opaque ones first.
        keys: Every colour of the frames the palette was made of, packed in 32 bits, rising.
        labels: uint8, the place in ``colours`` of each key.
        exact: Whether every pixel keeps its colour.
    """

    colours: Pixels
    keys: Keys
    labels: npt.NDArray[np.uint8]
    exact: bool

    def indices(self, frame: Pixels) -> Pixels:
        """H×W places in ``colours`` of an H×W×4 frame the palette was made of."""
        return self.labels[np.searchsorted(self.keys, _packed(frame))]

    def shown(self, frame: Pixels) -> Pixels:
        """H×W×4: the frame as it will be seen."""
        return self.colours[self.indices(frame)]


def shared_palette(frames: Iterable[Pixels], colours: int = MOST_COLOURS) -> SharedPalette:
    """At most ``colours`` colours for all of ``frames`` (uint8 H×W×4); exact where they have no more."""
    if not 2 <= colours <= MOST_COLOURS:
        raise ValueError(f"a palette has 2 to {MOST_COLOURS} colours, but got {colours}")
    keys, counts = _counted(frames)
    if len(keys) <= colours:
        return _exact(keys)
    points = _premultiplied(keys)
    centres = _centres(*_thinned(keys, points, counts), colours)
    labels = _nearest(points, centres)
    used, labels = np.unique(labels, return_inverse=True)
    return _ordered(_straight(centres[used]), keys, labels, exact=False)


def _packed(frame: Pixels) -> Keys:
    packed = np.ascontiguousarray(frame).view("<u4")[:, :, 0]
    return np.where(frame[:, :, 3] == 0, np.uint32(0), packed)


def _counted(frames: Iterable[Pixels]) -> tuple[Keys, npt.NDArray[np.int64]]:
    found = [np.unique(_packed(frame), return_counts=True) for frame in frames]
    keys, places = np.unique(np.concatenate([keys for keys, _ in found]), return_inverse=True)
    counts = np.bincount(places.reshape(-1), weights=np.concatenate([counts for _, counts in found]))
    return keys.astype(np.uint32), counts.astype(np.int64)


def _unpacked(keys: Keys) -> Pixels:
    return keys.astype("<u4").view(np.uint8).reshape(-1, 4)


def _exact(keys: Keys) -> SharedPalette:
    return _ordered(_unpacked(keys), keys, np.arange(len(keys)), exact=True)


def _ordered(colours: Pixels, keys: Keys, labels: npt.NDArray[np.int64], *, exact: bool) -> SharedPalette:
    """Less opaque colours first: the PNG chunk of alphas ends with the last that is not opaque."""
    order = np.argsort(colours[:, 3], kind="stable")
    place = np.empty(len(order), np.uint8)
    place[order] = np.arange(len(order))
    return SharedPalette(np.ascontiguousarray(colours[order]), keys, place[labels.reshape(-1)], exact)


def _premultiplied(keys: Keys) -> Points:
    straight = _unpacked(keys).astype(np.float32)
    straight[:, :3] *= straight[:, 3:] / 255
    return straight


def _straight(points: Points) -> Pixels:
    alpha = np.clip(np.rint(points[:, 3:]), 0, 255)
    rgb = np.where(alpha > 0, points[:, :3] * 255 / np.maximum(alpha, 1), 0)
    return np.asarray(np.rint(np.clip(np.hstack([rgb, alpha]), 0, 255)), np.uint8)


def _thinned(keys: Keys, points: Points, counts: npt.NDArray[np.int64]) -> tuple[Points, Points]:
    weights = np.sqrt(counts).astype(np.float32)  # by the count itself, thin outlines lose their colours to large areas
    if len(keys) <= _MOST_POINTS:
        return points, weights
    _, cells = np.unique(keys & np.uint32(0xFCFCFCFC), return_inverse=True)
    cells = cells.reshape(-1)
    total = np.bincount(cells, weights=weights)
    means = np.stack([np.bincount(cells, weights=weights * points[:, i]) / total for i in range(4)], axis=1)
    return means.astype(np.float32), total.astype(np.float32)


def _centres(points: Points, weights: Points, colours: int) -> Points:
    centres = _split(points, weights, colours)
    for _ in range(_REFINEMENTS):
        labels = _nearest(points, centres)
        total = np.bincount(labels, weights=weights, minlength=len(centres))
        sums = [np.bincount(labels, weights=weights * points[:, i], minlength=len(centres)) for i in range(4)]
        means = np.stack(sums, axis=1) / np.maximum(total, 1e-9)[:, None]
        centres = np.where(total[:, None] > 0, means, centres).astype(np.float32)
    return centres


def _split(points: Points, weights: Points, colours: int) -> Points:
    """Cut the box with the largest squared error at its mean until there are enough boxes."""
    everything = np.arange(len(points))
    heap = [_box(points, weights, everything, 0)]
    while len(heap) < colours and -heap[0][0] > 0:
        _, _, members, axis, mean = heapq.heappop(heap)
        low = points[members, axis] <= mean[axis]
        for number, part in enumerate((members[low], members[~low])):
            heapq.heappush(heap, _box(points, weights, part, 2 * len(heap) + number))
    return np.stack([box[4] for box in heap]).astype(np.float32)


_Box = tuple[float, int, npt.NDArray[np.int64], int, Points]


def _box(points: Points, weights: Points, members: npt.NDArray[np.int64], number: int) -> _Box:
    inside, share = points[members].astype(np.float64), weights[members].astype(np.float64)[:, None]
    mean = (inside * share).sum(0) / share.sum()
    spread = ((inside - mean) ** 2 * share).sum(0)
    axis = int(spread.argmax())
    # A single colour cannot be cut: its error must be nothing, not the rounding of the mean.
    error = float(spread.sum()) if np.ptp(inside[:, axis]) > 0 else 0.0
    return -error, number, members, axis, mean.astype(np.float32)


def _nearest(points: Points, centres: Points) -> npt.NDArray[np.int64]:
    """The place of the nearest of ``centres`` to each of ``points``: |c|² - 2·p·c is smallest there, as one product."""
    ways = np.vstack([-2 * centres.T, (centres**2).sum(1)])
    lifted = np.hstack([points, np.ones((len(points), 1), np.float32)])
    return np.concatenate([(lifted[i : i + _CHUNK] @ ways).argmin(1) for i in range(0, len(points), _CHUNK)])
