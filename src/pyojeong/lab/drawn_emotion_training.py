"""The reader of drawn faces is learned: a dictionary of strokes without labels, then weights by ridge regression.

Ridge, because leaving one design out then only takes its sums away: every fold costs one solution of a linear system.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont

from pyojeong.emotion import Emotion
from pyojeong.lab.drawn_emotion_pictures import SIDE, Drawings
from pyojeong.media.fonts import FontWeight, font_path
from pyojeong.media.image import Pixels
from pyojeong.reading.drawn.reader import Dictionary, features, softmax
from pyojeong.reading.drawn.view import GROUNDS, PATCH, SIDES, cut_out, patches_of, seen_on

STROKES = 192
"""In the dictionary of each size."""
_PATCHES = 40_000
_PATCHES_EACH = 60
_ROUNDS = 12
_WHITENING = 0.1
RIDGES = (1000.0, 3000.0, 9000.0, 27000.0)
CLASSES = len(Emotion)
_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조구누두루무부수우주기니디리미비시이지"

Rows = npt.NDArray[np.float32]
Sums = npt.NDArray[np.float64]


def dictionaries_of(sets: Sequence[Drawings], chance: np.random.Generator) -> tuple[Dictionary, ...]:
    """Strokes of every size, from patches of all pictures."""
    pictures = [picture for one in sets for picture in one.pictures]
    chosen = chance.choice(len(pictures), min(len(pictures), _PATCHES // _PATCHES_EACH), replace=False)
    found = []
    for side in SIDES:
        patches = []
        for number in chosen:
            ground = GROUNDS[int(chance.integers(len(GROUNDS)))]
            every = patches_of(seen_on(cut_out(pictures[number]), ground, side))
            lively = every[np.abs(every).sum(1) > PATCH]  # flat patches teach nothing
            patches.append(lively[chance.permutation(len(lively))[:_PATCHES_EACH]])
        found.append(_dictionary(np.concatenate(patches)))
    return tuple(found)


def _dictionary(patches: Rows) -> Dictionary:
    mean = patches.mean(0)
    values, vectors = np.linalg.eigh(np.cov((patches - mean).T))
    white = (vectors / np.sqrt(values + _WHITENING)) @ vectors.T
    whitened = np.asarray((patches - mean) @ white, np.float32)
    cv2.setRNGSeed(4)
    stop = (cv2.TERM_CRITERIA_COUNT, _ROUNDS, 0.0)
    _, _, strokes = cv2.kmeans(whitened, STROKES, None, stop, 1, cv2.KMEANS_RANDOM_CENTERS)
    return Dictionary(mean.astype(np.float32), white.astype(np.float32), strokes.astype(np.float32))


def with_words(picture: Pixels, chance: np.random.Generator) -> Pixels:
    """The figure made smaller, with syllables that mean nothing above or below it, as captions stand on stickers."""
    share = float(chance.uniform(0.62, 0.85))
    small = PIL.Image.fromarray(picture).resize((round(SIDE * share),) * 2, PIL.Image.Resampling.BILINEAR)
    canvas = PIL.Image.new("RGBA", (SIDE, SIDE), (0, 0, 0, 0))
    above = bool(chance.integers(2))
    canvas.paste(small, (int(chance.integers(0, SIDE - small.width + 1)), SIDE - small.height if above else 0))
    words = "".join(chance.choice(list(_SYLLABLES), int(chance.integers(2, 6))))
    height = int(min(26, (1 - share) * SIDE * 0.9, 92 / len(words)))
    font = PIL.ImageFont.truetype(str(font_path(FontWeight.BOLD)), height)
    ink = tuple(int(level) for level in chance.integers(0, 200, 3))
    pen = PIL.ImageDraw.Draw(canvas)
    middle = (SIDE - small.height) / 2 if above else (SIDE + small.height) / 2
    pen.text((SIDE / 2, middle), words, fill=(*ink, 255), font=font, anchor="mm", stroke_width=2, stroke_fill="white")
    return np.asarray(canvas)


def rows_of(one: Drawings, dictionaries: tuple[Dictionary, ...]) -> tuple[Rows, npt.NDArray[np.int64]]:
    """Rows of features, one a ground of every picture, and their labels."""
    rows = [row for picture in one.pictures for row in features(picture, dictionaries)]
    return np.stack(rows), np.repeat(one.labels, len(GROUNDS))


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """What ridge regression needs of some rows: sums of products, so that sets can be added and taken away."""

    gram: Sums
    cross: Sums
    total: Sums
    count: float
    of_class: Sums

    def __add__(self, other: Moments) -> Moments:
        return Moments(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def __sub__(self, other: Moments) -> Moments:
        return Moments(*(getattr(self, name) - getattr(other, name) for name in self.__slots__))


def moments_of(rows: Rows, labels: npt.NDArray[np.int64], weight: float = 1.0) -> Moments:
    """The sums of a set; ``weight`` lets small sets speak louder."""
    wanted = np.eye(CLASSES)[labels]
    wide = rows.astype(np.float64)
    gram, cross = np.asarray(rows.T @ rows, np.float64), wide.T @ wanted
    return Moments(weight * gram, weight * cross, weight * wide.sum(0), weight * len(rows), weight * wanted.sum(0))


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """How features are weighed: (row − centre) / spread @ weights + bias are the scores."""

    centre: Sums
    spread: Sums
    weights: Sums
    bias: Sums

    def scores(self, rows: Rows) -> Sums:
        """n×8."""
        return np.asarray(((rows - self.centre) / self.spread) @ self.weights + self.bias)


def solved(moments: Moments, ridge: float) -> Weights:
    """The weights that answer with 1 for the class and 0 for others best, classes weighing the same in ``bias``."""
    centre = moments.total / moments.count
    covariance = moments.gram / moments.count - np.outer(centre, centre)
    spread = np.sqrt(np.maximum(np.diag(covariance), 1e-6))
    share = moments.of_class / moments.count
    cross = (moments.cross / moments.count - np.outer(centre, share)) / spread[:, None]
    scaled = covariance / np.outer(spread, spread)
    weights = np.linalg.solve(scaled + ridge / moments.count * np.eye(len(centre)), cross)
    return Weights(centre, spread, weights, share)


def sharpness_of(scores: Sums, labels: npt.NDArray[np.int64]) -> float:
    """The factor before softmax with the least cross-entropy of the mean of both grounds."""
    tried = np.geomspace(1, 40, 60)
    losses = [-np.log(shares_of(scores, factor)[np.arange(len(labels)), labels] + 1e-9).mean() for factor in tried]
    return float(tried[int(np.argmin(losses))])


def shares_of(scores: Sums, sharpness: float) -> Sums:
    """n×8 from scores of 2n rows: both grounds of each picture together."""
    return np.asarray(softmax(sharpness * scores.reshape(-1, len(GROUNDS), CLASSES)).mean(1))


def figures(shares: Sums, labels: npt.NDArray[np.int64]) -> Mapping[str, object]:
    """Accuracy, how often the label is among the first two, recall of every emotion, and the floor."""
    order = np.argsort(-shares, axis=1)
    first, two = order[:, 0] == labels, (order[:, :2] == labels[:, None]).any(1)
    counts = np.bincount(labels, minlength=CLASSES)
    recall = {
        emotion.value: round(float(first[labels == n].mean()), 3) for n, emotion in enumerate(Emotion) if counts[n]
    }
    return {
        "pictures": len(labels),
        "accuracy": round(float(first.mean()), 3),
        "among_first_two": round(float(two.mean()), 3),
        "balanced_accuracy": round(float(np.mean(list(recall.values()))), 3),
        "floor_accuracy": round(float(counts.max() / len(labels)), 3),
        "recall": recall,
    }
