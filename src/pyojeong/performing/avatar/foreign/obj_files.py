"""Wavefront OBJ with its MTL and picture, as DECA, EMOCA, MICA and most tools write a head."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.foreign.bounded import bytes_of
from pyojeong.performing.avatar.foreign.head_mesh import (
    MOST_POINTS,
    HeadMesh,
    Pixels,
    Source,
    UnusableHeadError,
)
from pyojeong.performing.avatar.foreign.obj_pictures import painted, pictures_of
from pyojeong.performing.avatar.foreign.refusals import damaged, unusable

_MOST_LINES, _LONGEST_LINE, _MOST_TRIANGLES = 12 * MOST_POINTS, 10_000, 4 * MOST_POINTS
"""A closed surface has two triangles a point, and lines for their points, normals and places in the picture."""
_MOST_BYTES = 60 * _MOST_LINES
"""A point's line with colours takes some 60 bytes."""


@dataclass
class _Lines:
    """What the lines of an OBJ said so far."""

    points: list[list[float]] = field(default_factory=list)
    colours: list[list[float]] = field(default_factory=list)
    spots: list[list[float]] = field(default_factory=list)
    triangles: list[list[int]] = field(default_factory=list)
    corners: list[list[int]] = field(default_factory=list)
    materials: list[str] = field(default_factory=list)
    library: str = ""
    material: str = ""


def read_obj(path: Path) -> HeadMesh:
    """The surface of an OBJ, with the picture its MTL names if that lies beside it, else its points' own colours.

    Raises:
        PyojeongError: Kind ``head-file``.
    """
    data = bytes_of(path, _MOST_BYTES)
    try:
        return _mesh_of(_read(data), path)
    except UnusableHeadError as error:
        raise unusable(path, error.korean, error.english) from error
    except (ValueError, IndexError) as error:
        raise damaged(path) from error


def _read(data: bytes) -> _Lines:
    found = _Lines()
    for number, line in enumerate(io.TextIOWrapper(io.BytesIO(data), "utf-8", errors="replace")):
        if number > _MOST_LINES or len(line) > _LONGEST_LINE:
            raise ValueError(f"an OBJ of a head has at most {_MOST_LINES} lines of {_LONGEST_LINE}")
        word, _, rest = line.strip().partition(" ")
        if word == "v":
            numbers = [float(part) for part in rest.split()]
            found.points.append(numbers[:3])
            if len(numbers) >= 6:
                found.colours.append(numbers[4:7] if len(numbers) >= 7 else numbers[3:6])
        elif word == "vt":
            found.spots.append([float(part) for part in rest.split()[:2]])
        elif word == "f":
            _face(found, rest.split())
        elif word == "mtllib":
            found.library = rest.strip()
        elif word == "usemtl":
            found.material = rest.strip()
    return found


def _face(found: _Lines, words: list[str]) -> None:
    """A polygon as a fan of triangles; numbers below 0 count from the last one backwards."""
    points, corners = [], []
    for word in words:
        place, _, rest = word.partition("/")
        spot = rest.partition("/")[0]
        points.append(_counted(int(place), len(found.points)))
        corners.append(_counted(int(spot), len(found.spots)) if spot else -1)
    if len(found.triangles) + len(words) > _MOST_TRIANGLES:
        raise ValueError(f"a head has at most {_MOST_TRIANGLES} triangles")
    for k in range(1, len(words) - 1):
        found.triangles.append([points[0], points[k], points[k + 1]])
        found.corners.append([corners[0], corners[k], corners[k + 1]])
        found.materials.append(found.material)


def _counted(number: int, count: int) -> int:
    return number - 1 if number > 0 else count + number


def _mesh_of(found: _Lines, path: Path) -> HeadMesh:
    points = np.array(found.points, np.float64).reshape(-1, 3)
    triangles, corners = np.array(found.triangles, np.int64), np.array(found.corners, np.int64)
    spots, picture = None, None
    if found.spots and corners.size and corners.max() >= 0:
        shown = (corners >= 0).all(1)
        places = np.array(found.spots, np.float64)[np.maximum(corners, 0)]
        spots, picture = painted(places, shown, found.materials, pictures_of(found.library, path))
    colours = _bytes(np.array(found.colours)) if len(found.colours) == len(points) else None
    return HeadMesh(points, triangles, Source.OBJ, colours, spots, picture).outward()


def _bytes(colours: npt.NDArray[np.float64]) -> Pixels:
    """Points' colours are written in [0, 1] by most tools and in [0, 255] by DECA."""
    top = 255.0 if colours.max(initial=0) <= 1 else 1.0
    return np.asarray(np.clip(np.rint(colours * top), 0, 255), np.uint8)
