"""3D morphable models of the Basel kind (BFM 2009, 2017, 2019, Deep3DFace's, face3d's): a mean, axes, triangles.

| file | mean, axes, spread | colours | triangles, from |
|---|---|---|---|
| ``01_MorphableModel.mat`` | shapeMU, shapePC, shapeEV | texMU, texPC, texEV | tl, 1 |
| face3d's ``BFM.mat`` | the same | the same | tri, 1 |
| ``BFM_model_front.mat`` | meanshape, idBase | meantex, texBase | tri, 1 |
| ``model2017-1_*.h5`` | shape/model/mean, pcaBasis, pcaVariance | color/model/… | shape/representer/cells, 0 |
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.foreign.array_files import Arrays, arrays_in
from pyojeong.performing.avatar.foreign.head_mesh import HeadMesh, Pixels, Source
from pyojeong.performing.avatar.foreign.refusals import lacking, mismatched

Doubles = npt.NDArray[np.float64]
Array = npt.NDArray[Any]

_MEANS = ("shapeMU", "meanshape", "shape/model/mean")
_AXES = ("shapePC", "idBase", "shape/model/pcaBasis")
_SPREADS = ("shapeEV", "", "shape/model/pcaVariance")
"""The standard deviations of each axis; idBase has them in it, pcaVariance is their square."""
_TONES = ("texMU", "meantex", "color/model/mean")
_TONE_AXES = ("texPC", "texBase", "color/model/pcaBasis")
_TONE_SPREADS = ("texEV", "", "color/model/pcaVariance")
_FACES = ("tl", "tri", "shape/representer/cells")
_SHAPE_CODES = ("alpha", "shape", "id", "id_coeff", "values")
_TONE_CODES = ("beta", "tex", "tex_coeff")


def is_morphable(arrays: Arrays) -> bool:
    """Whether arrays are a morphable model."""
    return any(name in arrays for name in _MEANS)


def morphable_head(model: Arrays, path: Path, codes: Path | None = None) -> HeadMesh:
    """The head of a morphable model; ``codes`` are a person's numbers in its axes, the mean head when None.

    Raises:
        PyojeongError: Kind ``head-file`` when a file lacks something or does not fit.
    """
    numbers = {} if codes is None else arrays_in(codes)
    mean, faces = _first(model, _MEANS), _first(model, _FACES)
    if mean is None or faces is None:
        raise lacking(path, tuple(pair[0] for pair, held in ((_MEANS, mean), (_FACES, faces)) if held is None))
    if codes is not None and _first(numbers, _SHAPE_CODES) is None:
        raise lacking(codes, _SHAPE_CODES[:1])
    try:
        points = _along(model, mean, (_AXES, _SPREADS), _first(numbers, _SHAPE_CODES))
        tones = _first(model, _TONES)
        colours = None
        if tones is not None:
            colours = _bytes(_along(model, tones, (_TONE_AXES, _TONE_SPREADS), _first(numbers, _TONE_CODES)))
        return HeadMesh(points, _triangles(faces), Source.MORPHABLE, colours, at_rest=True).outward()
    except ValueError as error:
        raise mismatched(path, f"쓸 수 없는 모델입니다 ({error}).", f"the model cannot be used ({error}).") from error


def _first(arrays: Arrays, names: tuple[str, ...]) -> Array | None:
    return next((arrays[name] for name in names if name in arrays), None)


def _along(
    model: Arrays, mean: Array, axes_and_spreads: tuple[tuple[str, ...], tuple[str, ...]], numbers: Array | None
) -> Doubles:
    """N×3: the mean, and the axes as far as the numbers say."""
    whole = mean.astype(np.float64).ravel()
    if numbers is not None:
        steps = numbers.astype(np.float64).ravel()
        for axes_name, spread_name in zip(*axes_and_spreads, strict=True):
            if axes_name not in model:
                continue
            axes = model[axes_name]
            axes = axes if axes.shape[0] == len(whole) else axes.T
            if axes.shape[0] != len(whole) or not 1 <= len(steps) <= axes.shape[1]:
                raise ValueError(f"{len(steps)} numbers for axes of {axes.shape}")
            whole = whole + axes[:, : len(steps)].astype(np.float64) @ (
                steps * _spreads(model, spread_name, len(steps))
            )
    if len(whole) % 3:
        raise ValueError(f"three numbers a point are expected, but got {len(whole)} in all")
    return np.asarray(whole.reshape(-1, 3))


def _spreads(model: Arrays, name: str, count: int) -> Doubles:
    if name not in model:
        return np.ones(count)
    kept = model[name].astype(np.float64).ravel()[:count]
    return np.asarray(np.sqrt(np.maximum(kept, 0)) if name.endswith("Variance") else kept)


def _triangles(faces: Array) -> npt.NDArray[np.int64]:
    """T×3 from 0: MATLAB counts from 1, and every model has a first point."""
    found = faces.astype(np.int64)
    found = found if found.shape[1] == 3 else found.T
    return np.ascontiguousarray(found - 1 if found.min() >= 1 else found)


def _bytes(colours: Doubles) -> Pixels:
    top = 255.0 if colours.max(initial=0) <= 1.5 else 1.0
    return np.asarray(np.clip(np.rint(colours * top), 0, 255), np.uint8)
