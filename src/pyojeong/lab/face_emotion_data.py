"""Small grey faces with votes (FER2013 with FER+), cut once; and the meshes laid on them.

``data`` is a folder with ``fer2013_ferplus``. The pictures are web-scraped without a stated licence: they are learned
from and measured on, never shown, copied or passed on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.emotion.taxonomy import FERPLUS
from pyojeong.media.face import LANDMARKS
from pyojeong.media.image import Pixels
from pyojeong.reading.face.aligning import CROP_PX
from pyojeong.reading.face.mediapipe_models import MediapipeModels
from pyojeong.reading.face.tight_crops import mesh_of

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

FOLDER = "fer2013_ferplus"
VOTES = len(FERPLUS.labels)
"""Columns of feelings among the ten of FER+; the last two are "unknown" and "not a face"."""
VOTERS = 10
_SHEET = 40
"""Rows and columns of pictures a sheet."""
_OWN = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")


@dataclass(frozen=True, slots=True, eq=False)
class Pictures:
    """N pictures in the order of the set.

    Attributes:
        pixels: N×48×48 brightness.
        votes: N×10 counts in the order of FER+; a row of -1 where nobody voted.
        own: N indices into the labels of FER2013.
        usage: N names of the part each belongs to.
        group: N numbers that copies share.
        copied: Whether a copy lies in another part.
    """

    pixels: Pixels
    votes: Numbers
    own: Numbers
    usage: npt.NDArray[np.str_]
    group: Numbers
    copied: Flags

    def chosen(self, rows: Flags) -> Pictures:
        """Those where ``rows`` is true."""
        return Pictures(
            self.pixels[rows],
            self.votes[rows],
            self.own[rows],
            self.usage[rows],
            self.group[rows],
            self.copied[rows],
        )

    @property
    def shares(self) -> Floats:
        """N×8 shares of the votes that name a feeling; 0 in rows without one."""
        named = np.maximum(self.votes[:, :VOTES], 0).astype(np.float32)
        return np.asarray(named / np.maximum(named.sum(1, keepdims=True), 1), np.float32)

    @property
    def trust(self) -> Floats:
        """N weights in [0, 1]: the part of the voters who named a feeling; 0 where most saw no face."""
        named = np.maximum(self.votes[:, :VOTES], 0).sum(1) / VOTERS
        return np.where(self.votes[:, -1] > VOTERS / 2, 0, np.minimum(1, named)).astype(np.float32)

    @property
    def clear(self) -> Numbers:
        """N indices of the feeling with more than half of all votes; -1 where there is none, or it is contempt."""
        leading = self.votes.argmax(1)
        kept = (self.votes.max(1) > VOTERS / 2) & (leading < VOTES) & (leading != FERPLUS.labels.index("contempt"))
        return np.where(kept, leading, -1)


def load(data: Path) -> Pictures:
    """Every picture of the set."""
    sheets = sorted((data / FOLDER / "sheets").glob("*.jpg"))
    pixels = np.concatenate([_pictures_of(sheet) for sheet in sheets])
    with np.load(data / FOLDER / "labels.npz", allow_pickle=False) as kept:
        own = np.array([_OWN.index(name) for name in kept["fer2013"]], np.int64)
        votes, usage = kept["ferplus_votes"].astype(np.int64), kept["usage"]
        return Pictures(pixels[: len(own)], votes, own, usage, kept["dup_group"], kept["cross_split_dup"])


def _pictures_of(sheet: Path) -> Pixels:
    grey = cv2.imread(str(sheet), cv2.IMREAD_GRAYSCALE)
    if grey is None:
        raise FileNotFoundError(sheet)
    rows = grey.reshape(_SHEET, CROP_PX, _SHEET, CROP_PX).swapaxes(1, 2)
    return np.asarray(rows.reshape(-1, CROP_PX, CROP_PX), np.uint8)


def learned_from(pictures: Pictures) -> Flags:
    """Training pictures that are neither dev nor copied into another part."""
    return np.asarray((pictures.usage == "Training") & ~pictures.copied & ~_held_out(pictures.group))


def dev(pictures: Pictures) -> Flags:
    """A sixteenth of Training: the SHA-1 of the number of its group of copies starts with 0."""
    return np.asarray((pictures.usage == "Training") & ~pictures.copied & _held_out(pictures.group))


def test(pictures: Pictures) -> Flags:
    """PublicTest, whole: its copies were taken out of what is learned from."""
    return np.asarray(pictures.usage == "PublicTest")


def _held_out(groups: Numbers) -> Flags:
    return np.array([hashlib.sha1(str(group).encode()).hexdigest()[0] == "0" for group in groups.tolist()])


def meshes(pixels: Pixels, progress: Callable[[int], None]) -> Floats:
    """N×478×3 landmarks in the pixels of N×48×48 pictures, NaN where no mesh could be laid."""
    models = MediapipeModels()
    found = np.full((len(pixels), LANDMARKS, 3), np.nan, np.float32)
    for number, picture in enumerate(pixels):
        points = mesh_of(models, picture)
        if points is not None:
            found[number] = points
        progress(number + 1)
    return found
