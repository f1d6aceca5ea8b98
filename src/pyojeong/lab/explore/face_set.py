"""A set of pictures of faces as a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
import numpy.typing as npt

from pyojeong.errors import PyojeongError
from pyojeong.media.image import Pixels

Numbers = npt.NDArray[np.int64]
Ratios = npt.NDArray[np.float64]


class Showing(str, Enum):
    """Whether pictures of a set may stand in a page that somebody may pass on."""

    CHARTS = "charts"
    """Never: no licence to show them, or they are a person's own."""
    THUMBNAILS = "thumbnails"
    """Generated faces under a free licence."""


@dataclass(frozen=True, slots=True, eq=False)
class Labelling:
    """One way the pictures were labelled: names, and for each picture an index into them or -1."""

    title: str
    names: tuple[str, ...]
    values: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """Counts of raters, N×K, for the named answers; rows of -1 where nobody voted."""

    names: tuple[str, ...]
    counts: Numbers

    @property
    def given(self) -> npt.NDArray[np.bool_]:
        """Which pictures at least two raters saw."""
        return np.asarray(np.maximum(self.counts, 0).sum(1) >= 2)


@dataclass(frozen=True, slots=True, eq=False)
class Poses:
    """Yaw and pitch in degrees of the pictures that have one, signed as `HeadPose` says, and who measured them."""

    yaw: Ratios
    pitch: Ratios
    by: str


@dataclass(frozen=True, slots=True, eq=False)
class FaceSet:
    """Pictures of one source.

    Attributes:
        name: What a person calls it at the command line.
        title: Its name in full.
        about: One sentence: what it is, and what a figure about it does not say.
        licence: As its makers state it.
        names: A name for each picture.
        parts: The part each belongs to.
        load: The pixels of picture i: H×W grey or H×W×3 RGB.
        labellings: The ways they were labelled; the first two of one size are compared with each other.
        votes: Raters' counts, where they are kept.
        columns: Further facts of each picture by name of the fact, e.g. its generator.
        poses: As measured by the makers of the set.
        faces: How many faces those makers counted in each.
        expressions: Their blendshape scores in [0, 1] by ARKit name.
    """

    name: str
    title: str
    about: str
    licence: str
    names: tuple[str, ...]
    parts: tuple[str, ...]
    load: Callable[[int], Pixels]
    showing: Showing = Showing.CHARTS
    labellings: tuple[Labelling, ...] = ()
    votes: Votes | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    poses: Poses | None = None
    faces: Numbers | None = None
    expressions: Mapping[str, Ratios] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.names:
            raise PyojeongError(
                f"{self.name}에 사진이 하나도 없습니다. JPEG나 PNG 사진이 든 폴더를 주세요.",
                f"{self.name} has no pictures; give a folder with JPEG or PNG files.",
                kind="empty-set",
            )
        if len(self.parts) != len(self.names):
            raise ValueError(f"parts must be as many as pictures ({len(self.names)}), but got {len(self.parts)}")

    @property
    def part_names(self) -> tuple[str, ...]:
        """Parts in order of appearance."""
        return tuple(dict.fromkeys(self.parts))
