"""FLAME (Li et al. 2017, TOG 36.6) as its files have it: a mean head, directions of shape and expression, joints.

A model file holds ``v_template`` N×3 in metres, ``f`` T×3, ``shapedirs`` N×3×(300 of identity + 100 of expression),
and for posing ``posedirs``, ``J_regressor``, ``weights``, ``kintree_table``. The avatar has movements of its own, so a
person's head is taken with the identity alone: neutral, straight, mouth shut. Joints are never needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.foreign.array_files import Arrays, arrays_in
from pyojeong.performing.avatar.foreign.codes import one_person
from pyojeong.performing.avatar.foreign.head_mesh import HeadMesh, Source, UnusableHeadError
from pyojeong.performing.avatar.foreign.refusals import lacking, mismatched, unusable

Array = npt.NDArray[Any]

NEEDED = ("v_template", "f", "shapedirs")
MOST_IDENTITY = 300
"""Directions of identity that come before those of expression in a whole model."""
_CODES = ("shape", "shape_params", "shapecode", "betas", "values")
"""What DECA and EMOCA, trackers, MICA's readers and SMPL's tools call the identity's numbers."""


def is_flame(arrays: Arrays) -> bool:
    """Whether arrays are a FLAME model."""
    return all(name in arrays for name in NEEDED)


def flame_head(model: Arrays, path: Path, codes: Path | None = None, skin: Path | None = None) -> HeadMesh:
    """The head of a FLAME model.

    Args:
        model: Its arrays.
        path: Where they were, for messages.
        codes: A person's numbers as DECA and others save them; the mean head when None.
        skin: FLAME's texture file (``mean`` with ``vt`` and ``ft``) or a picture laid out as it is, with the model's
            own ``vt`` and ``ft``; no colours when None.

    Raises:
        PyojeongError: Kind ``head-file`` when a file lacks something or does not fit.
    """
    points, triangles = model["v_template"].astype(np.float64), model["f"].astype(np.int64)
    at_rest = True
    if codes is not None:
        points, at_rest = _shaped(points, _directions(model["shapedirs"], points, path), codes)
    spots, picture = (None, None) if skin is None else _skin_of(model, skin, len(triangles))
    try:
        return HeadMesh(points, triangles, Source.FLAME, None, spots, picture, at_rest).outward()
    except UnusableHeadError as error:
        raise unusable(path, error.korean, error.english) from error


def _directions(directions: Array, points: Array, path: Path) -> Array:
    if directions.ndim != 3 or directions.shape[:2] != points.shape or not directions.shape[2]:
        raise mismatched(
            path,
            f"shapedirs가 점에 맞지 않습니다: {directions.shape}.",
            f"shapedirs do not fit the points: {directions.shape}.",
        )
    return directions


def _shaped(points: Array, directions: Array, codes: Path) -> tuple[Array, bool]:
    """Points of a person, and whether they are at rest: with the shape's numbers, or posed already by the tool."""
    arrays = arrays_in(codes)
    if "verts" in arrays:
        return _finished(arrays["verts"], points, codes), False
    name = next((name for name in _CODES if name in arrays), None)
    if name is None:
        raise lacking(codes, _CODES[:1])
    numbers = one_person(arrays[name], codes)
    most = min(MOST_IDENTITY, directions.shape[-1])
    if len(numbers) > most:
        raise mismatched(
            codes,
            f"생김새 숫자는 1~{most}개여야 하는데 {len(numbers)}개입니다.",
            f"1 to {most} numbers of shape are expected, but got {len(numbers)}.",
        )
    return np.asarray(points + directions[..., : len(numbers)].astype(np.float64) @ numbers), True


def _finished(verts: Array, points: Array, codes: Path) -> Array:
    """Points that a tool has posed already, as in DECA's MAT."""
    if verts.shape[-2:] != points.shape or verts.size != points.size:
        raise mismatched(
            codes,
            f"한 사람의 점이 {len(points)}개여야 하는데 {verts.shape}입니다.",
            f"{len(points)} points of one person are expected, but got {verts.shape}.",
        )
    return verts.astype(np.float64).reshape(points.shape)


def _skin_of(model: Arrays, skin: Path, count: int) -> tuple[Array, Array]:
    from pyojeong.performing.avatar.foreign.obj_pictures import read_picture

    if skin.suffix.lower() in (".npz", ".npy", ".pkl", ".mat"):
        arrays = {**model, **arrays_in(skin)}
        picture = next(
            (_pixels(arrays[name], skin) for name in ("mean", "MU", "uv_texture_gt") if name in arrays), None
        )
    else:
        arrays, picture = dict(model), read_picture(skin)
    if picture is None or "vt" not in arrays or "ft" not in arrays:
        raise lacking(skin, ("mean", "vt", "ft"))
    places, corners = arrays["vt"].astype(np.float64), arrays["ft"].astype(np.int64)
    if not _fits(places, corners, count):
        raise mismatched(skin, "이 모델의 무늬가 아닙니다.", "this is no texture of the model.")
    return places[:, :2][corners], picture


def _fits(places: Array, corners: Array, count: int) -> bool:
    """Whether texture coordinates are of a model with so many triangles."""
    if places.ndim != 2 or places.shape[1] < 2 or not np.isfinite(places).all():
        return False
    return corners.shape == (count, 3) and bool(count) and corners.min() >= 0 and bool(corners.max() < len(places))


def _pixels(values: Array, skin: Path) -> Array:
    """uint8 H×W×3 sRGB: FLAME's textures are kept blue first, in [0, 255] or [0, 1]; DECA's red first, 3×H×W."""
    found = values.astype(np.float64)
    side = round((found.size / 3) ** 0.5)
    if found.ndim >= 3 and found.size == np.prod(found.shape[-3:]):
        found = found.reshape(found.shape[-3:])
    elif found.ndim < 3 and found.size == 3 * side * side:
        found = found.reshape(side, side, 3)
    if found.ndim != 3 or not found.size or 3 not in (found.shape[0], found.shape[2]) or not np.isfinite(found).all():
        raise mismatched(
            skin, f"무늬는 H×W×3이어야 하는데 {values.shape}입니다.", f"a texture is H×W×3, but got {values.shape}."
        )
    found = found.transpose(1, 2, 0) if found.shape[0] == 3 else found[..., ::-1]
    top = 255.0 if found.max() <= 1.5 else 1.0
    return np.ascontiguousarray(np.clip(np.rint(found * top), 0, 255).astype(np.uint8))
