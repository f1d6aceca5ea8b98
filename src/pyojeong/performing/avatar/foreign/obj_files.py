"""Wavefront OBJ with its MTL and picture, as DECA, EMOCA, MICA and most tools write a head."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.foreign.head_mesh import (
    MOST_POINTS,
    Doubles,
    HeadMesh,
    Pixels,
    Source,
    UnusableHeadError,
)
from pyojeong.performing.avatar.foreign.refusals import damaged, unopened, unusable

_MOST_LINES = 12 * MOST_POINTS
_PICTURES = (".png", ".jpg", ".jpeg")
_NO_PICTURE = 178
"""Grey, which is taken for no colour, for materials without a picture."""


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
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError as error:
        raise unopened(path) from error
    try:
        return _mesh_of(_read(text), path)
    except UnusableHeadError as error:
        raise unusable(path, error.korean, error.english) from error
    except (ValueError, IndexError) as error:
        raise damaged(path) from error


def _read(text: str) -> _Lines:
    found = _Lines()
    for number, line in enumerate(text.splitlines()):
        if number > _MOST_LINES:
            raise ValueError(f"an OBJ of a head has at most {_MOST_LINES} lines")
        word, _, rest = line.strip().partition(" ")
        if word == "v":
            numbers = [float(part) for part in rest.split()]
            found.points.append(numbers[:3])
            if len(numbers) >= 6:
                found.colours.append(numbers[3:6])
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
    if found.spots and corners.size and corners.min() >= 0:
        spots, picture = _painted(np.array(found.spots, np.float64)[corners], found, path)
    colours = _bytes(np.array(found.colours)) if len(found.colours) == len(points) else None
    return HeadMesh(points, triangles, Source.OBJ, colours, spots, picture).outward()


def _painted(spots: Doubles, found: _Lines, path: Path) -> tuple[Doubles | None, Pixels | None]:
    """Corners' places and the picture they are in: several materials' pictures are laid under one another."""
    pictures = _pictures_of(found.library, path)
    used = [name for name in dict.fromkeys(found.materials) if name in pictures]
    if not used:
        alone = next(iter(pictures.values()), None)
        return (None, None) if alone is None else (spots, alone)
    if len(used) == 1:
        return spots, pictures[used[0]]
    wide = max(pictures[name].shape[1] for name in used)
    high = sum(pictures[name].shape[0] for name in used) + 1
    whole, below = np.full((high, wide, 3), _NO_PICTURE, np.uint8), 0
    placed = np.zeros_like(spots)
    names = np.array(found.materials)
    for name in used:
        own = pictures[name]
        top = high - below - own.shape[0]
        whole[top : top + own.shape[0], : own.shape[1]] = own
        inside = np.clip(spots[names == name], 0, 1) * np.array([own.shape[1] / wide, own.shape[0] / high])
        placed[names == name] = inside + np.array([0.0, below / high])
        below += own.shape[0]
    placed[~np.isin(names, used)] = np.array([0.5 / wide, 1 - 0.5 / high])
    return placed, whole


def _bytes(colours: npt.NDArray[np.float64]) -> Pixels:
    """Points' colours are written in [0, 1] by most tools and in [0, 255] by DECA."""
    top = 255.0 if colours.max(initial=0) <= 1 else 1.0
    return np.asarray(np.clip(np.rint(colours * top), 0, 255), np.uint8)


def _pictures_of(library: str, path: Path) -> dict[str, Pixels]:
    """The pictures the MTL names (``map_Kd``) by material; only beside the OBJ, wherever the names point."""
    beside = path.with_name(Path(library.replace("\\", "/")).name) if library else path.with_suffix(".mtl")
    found: dict[str, Pixels] = {}
    material = ""
    for line in beside.read_text("utf-8", errors="replace").splitlines() if beside.is_file() else ():
        word, _, rest = line.strip().partition(" ")
        if word == "newmtl":
            material = rest.strip()
        elif word == "map_Kd":
            file = path.with_name(Path(rest.strip().replace("\\", "/")).name)
            if file.is_file():
                found[material] = read_picture(file)
    if not found:
        alone = next((path.with_suffix(end) for end in _PICTURES if path.with_suffix(end).is_file()), None)
        found = {} if alone is None else {"": read_picture(alone)}
    return found


def read_picture(path: Path) -> Pixels:
    """uint8 H×W×3 sRGB.

    Raises:
        PyojeongError: Kind ``head-file``.
    """
    try:
        coded = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError as error:
        raise unopened(path) from error
    try:
        pixels = cv2.imdecode(coded, cv2.IMREAD_COLOR) if coded.size else None
    except cv2.error:
        pixels = None
    if pixels is None:
        raise PyojeongError(
            f"머리의 그림을 읽지 못했습니다: {path}.",
            f"The head's picture could not be read: {path}.",
            kind="head-file",
        )
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB), np.uint8)
