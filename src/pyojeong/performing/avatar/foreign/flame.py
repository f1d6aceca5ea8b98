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
from pyojeong.performing.avatar.foreign.head_mesh import HeadMesh, Source
from pyojeong.performing.avatar.foreign.refusals import lacking, mismatched

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
        points, at_rest = _shaped(points, model["shapedirs"], codes)
    spots, picture = (None, None) if skin is None else _skin_of(model, skin, len(triangles))
    try:
        return HeadMesh(points, triangles, Source.FLAME, None, spots, picture, at_rest).outward()
    except ValueError as error:
        raise mismatched(path, f"쓸 수 없는 머리입니다 ({error}).", f"the head cannot be used ({error}).") from error


def _shaped(points: Array, directions: Array, codes: Path) -> tuple[Array, bool]:
    """Points of a person, and whether they are at rest: with the shape's numbers, or posed already by the tool."""
    arrays = arrays_in(codes)
    if "verts" in arrays:
        return _finished(arrays["verts"], points, codes), False
    name = next((name for name in _CODES if name in arrays), None)
    if name is None:
        raise lacking(codes, _CODES[:1])
    numbers = arrays[name].astype(np.float64)
    numbers = numbers[0] if numbers.ndim > 1 else numbers
    most = min(MOST_IDENTITY, directions.shape[-1])
    if numbers.ndim != 1 or not 1 <= len(numbers) <= most or directions.shape[:2] != points.shape:
        raise mismatched(
            codes,
            f"생김새 숫자는 1~{most}개여야 하는데 {numbers.shape}입니다.",
            f"1 to {most} numbers of shape are expected, but got {numbers.shape}.",
        )
    return np.asarray(points + directions[..., : len(numbers)].astype(np.float64) @ numbers), True


def _finished(verts: Array, points: Array, codes: Path) -> Array:
    """Points that a tool has posed already, as in DECA's MAT."""
    found = verts.astype(np.float64).reshape(-1, *verts.shape[-2:])[0]
    if found.shape != points.shape:
        raise mismatched(
            codes,
            f"점이 {len(points)}개여야 하는데 {found.shape}입니다.",
            f"{len(points)} points are expected, but got {found.shape}.",
        )
    return np.asarray(found)


def _skin_of(model: Arrays, skin: Path, count: int) -> tuple[Array, Array]:
    from pyojeong.performing.avatar.foreign.obj_files import read_picture

    if skin.suffix.lower() in (".npz", ".npy", ".pkl", ".mat"):
        arrays = {**model, **arrays_in(skin)}
        picture = next((_pixels(arrays[name]) for name in ("mean", "MU", "uv_texture_gt") if name in arrays), None)
    else:
        arrays, picture = dict(model), read_picture(skin)
    if picture is None or "vt" not in arrays or "ft" not in arrays:
        raise lacking(skin, ("mean", "vt", "ft"))
    places, corners = arrays["vt"].astype(np.float64)[:, :2], arrays["ft"].astype(np.int64)
    if len(corners) != count or corners.min() < 0 or corners.max() >= len(places):
        raise mismatched(skin, "이 모델의 무늬가 아닙니다.", "this is no texture of the model.")
    return places[corners], picture


def _pixels(values: Array) -> Array:
    """uint8 H×W×3 sRGB: FLAME's textures are kept blue first, in [0, 255] or [0, 1]; DECA's red first, 3×H×W."""
    found = values.reshape(values.shape[-3:]) if values.ndim >= 3 else _square(values)
    found = found.transpose(1, 2, 0) if found.shape[0] == 3 else found[..., ::-1]
    top = 255.0 if found.max() <= 1.5 else 1.0
    return np.ascontiguousarray(np.clip(np.rint(found * top), 0, 255).astype(np.uint8))


def _square(values: Array) -> Array:
    side = round((values.size / 3) ** 0.5)
    return values.reshape(side, side, 3)
