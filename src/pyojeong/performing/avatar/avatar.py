"""A person as a head in three dimensions: meshes, 52 movements, pictures. Knows no file and no screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.cautions import Caution
from pyojeong.rig.names import ARKIT_NAMES

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Pixels = npt.NDArray[np.uint8]

CREDIT = (
    "Head template learned from ICT-FaceKit, Copyright (c) 2020 USC Institute for Creative Technologies, MIT License"
)


class Surface(str, Enum):
    """What a piece is made of; it decides how light falls on it."""

    SKIN = "skin"
    EYES = "eyes"
    MOUTH = "mouth"
    LASHES = "lashes"
    HAIR = "hair"

    @property
    def is_cut_out(self) -> bool:
        """Whether its picture's alpha counts and both of its sides are seen."""
        return self in (Surface.LASHES, Surface.HAIR)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A mesh of one surface, in cm: x the subject's left, y up, z to the front.

    Attributes:
        surface: What it is made of.
        points: float32 V×3 at rest.
        normals: float32 V×3, unit.
        uv: float32 V×2, v up.
        triangles: int64 T×3.
        picture: uint8 H×W×3 sRGB, or H×W×4 with straight alpha where the surface is cut out.
        moves: float32 52×V×3 in the order of `ARKIT_NAMES`; None for what keeps its shape.
        turns: float32 52×V×3, what each movement at 1 adds to the normals; None like ``moves``.
        relief: uint8 H×W×3 tangent-space normal map, or None.
    """

    surface: Surface
    points: Floats
    normals: Floats
    uv: Floats
    triangles: Ints
    picture: Pixels
    moves: Floats | None = None
    turns: Floats | None = None
    relief: Pixels | None = None

    def __post_init__(self) -> None:
        count = len(self.points)
        for name, wide in (("points", 3), ("normals", 3), ("uv", 2)):
            if getattr(self, name).shape != (count, wide):
                raise ValueError(f"{name} must be {count}×{wide}, but got {getattr(self, name).shape}")
        if self.triangles.ndim != 2 or self.triangles.shape[1] != 3 or self.triangles.max(initial=0) >= count:
            raise ValueError(f"triangles must be T×3 numbers below {count}, but got {self.triangles.shape}")
        if (self.moves is None) != (self.turns is None):
            raise ValueError("moves and turns must both be there or both be None")
        if self.moves is not None and self.moves.shape != (len(ARKIT_NAMES), count, 3):
            raise ValueError(f"moves must be {len(ARKIT_NAMES)}×{count}×3, but got {self.moves.shape}")
        if self.picture.dtype != np.uint8 or self.picture.shape[2] != (4 if self.surface.is_cut_out else 3):
            raise ValueError(f"a picture of {self.surface.value} is uint8 RGB(A), but got {self.picture.shape}")


@dataclass(frozen=True, slots=True, eq=False)
class Avatar:
    """One person's head.

    Attributes:
        pieces: Its meshes, a surface at most once.
        closings: float32 52×2, the share of the left and right eye's opening that each movement closes.
        landmarks: float32 68×3, iBUG's points at rest.
        hair: Name of the hair style.
        cautions: What the photo made uncertain.
        details: Figures of the making, ready for JSON.
    """

    pieces: tuple[Piece, ...]
    closings: Floats
    landmarks: Floats
    hair: str
    cautions: tuple[Caution, ...] = ()
    details: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if len({piece.surface for piece in self.pieces}) != len(self.pieces) or not self.pieces:
            raise ValueError(f"pieces must be of different surfaces, but got {[p.surface.value for p in self.pieces]}")
        if self.closings.shape != (len(ARKIT_NAMES), 2):
            raise ValueError(f"closings must be {len(ARKIT_NAMES)}×2, but got {self.closings.shape}")
        if self.landmarks.shape != (68, 3):
            raise ValueError(f"landmarks must be 68×3, but got {self.landmarks.shape}")

    def piece(self, surface: Surface) -> Piece | None:
        """The mesh of a surface, or None."""
        return next((piece for piece in self.pieces if piece.surface is surface), None)

    @property
    def notice(self) -> str:
        """Whose work is in it; goes into every file that is written of it."""
        return f"{CREDIT}. {Caution.OTHERS_LICENCE.english}" if Caution.OTHERS_LICENCE in self.cautions else CREDIT

    @property
    def top_cm(self) -> float:
        """Height of the highest point, hair included."""
        return float(max(piece.points[:, 1].max() for piece in self.pieces))
