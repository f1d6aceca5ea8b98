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
from pyojeong.performing.avatar.foreign.codes import one_person
from pyojeong.performing.avatar.foreign.head_mesh import HeadMesh, Pixels, Source, UnusableHeadError
from pyojeong.performing.avatar.foreign.refusals import lacking, mismatched, unusable

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
    points = _along(model, mean, (_AXES, _SPREADS), _person(numbers, _SHAPE_CODES, codes), path)
    tones = _first(model, _TONES)
    colours = None
    if tones is not None:
        person = _person(numbers, _TONE_CODES, codes)
        colours = _bytes(_along(model, tones, (_TONE_AXES, _TONE_SPREADS), person, path))
    try:
        return HeadMesh(points, _triangles(faces), Source.MORPHABLE, colours, at_rest=True).outward()
    except UnusableHeadError as error:
        raise unusable(path, error.korean, error.english) from error


def _first(arrays: Arrays, names: tuple[str, ...]) -> Array | None:
    return next((arrays[name] for name in names if name in arrays), None)


def _person(arrays: Arrays, names: tuple[str, ...], codes: Path | None) -> Doubles | None:
    numbers = _first(arrays, names)
    return None if numbers is None or codes is None else one_person(numbers, codes)


def _along(
    model: Arrays,
    mean: Array,
    axes_and_spreads: tuple[tuple[str, ...], tuple[str, ...]],
    steps: Doubles | None,
    path: Path,
) -> Doubles:
    """N×3: the mean, and the axes as far as the numbers say."""
    whole = mean.astype(np.float64).ravel()
    if len(whole) % 3:
        raise mismatched(
            path,
            f"점마다 숫자가 셋이어야 하는데 모두 {len(whole)}개입니다.",
            f"{len(whole)} numbers are not three a point.",
        )
    if steps is not None:
        names = next((pair for pair in zip(*axes_and_spreads, strict=True) if pair[0] in model), None)
        if names is None:
            raise lacking(path, axes_and_spreads[0][:1])
        axes = _axes(model[names[0]], len(whole), len(steps), path)
        whole = whole + axes @ (steps * _spreads(model, names[1], len(steps), path))
    return np.asarray(whole.reshape(-1, 3))


def _axes(axes: Array, rows: int, count: int, path: Path) -> Doubles:
    """rows×count: the first axes of a model."""
    found = axes.T if axes.ndim == 2 and axes.shape[0] != rows else axes
    if found.ndim != 2 or found.shape[0] != rows or count > found.shape[1]:
        raise mismatched(
            path,
            f"생김새 숫자가 {count}개인데 모델의 축은 {axes.shape}입니다.",
            f"{count} numbers do not fit axes of {axes.shape}.",
        )
    return found[:, :count].astype(np.float64)


def _spreads(model: Arrays, name: str, count: int, path: Path) -> Doubles:
    if name not in model:
        return np.ones(count)
    kept = model[name].astype(np.float64).ravel()[:count]
    if len(kept) < count:
        raise mismatched(
            path, f"{name}이 {count}개보다 적습니다.", f"{name} has {len(kept)} numbers, fewer than {count}."
        )
    return np.asarray(np.sqrt(np.maximum(kept, 0)) if name.endswith("Variance") else kept)


def _triangles(faces: Array) -> npt.NDArray[np.int64]:
    """T×3 from 0: MATLAB counts from 1, and every model has a first point."""
    found = faces.astype(np.int64)
    if found.ndim == 2 and found.shape[1] != 3:
        found = found.T
    return np.ascontiguousarray(found - 1 if found.min(initial=1) >= 1 else found)


def _bytes(colours: Doubles) -> Pixels:
    top = 255.0 if colours.max(initial=0) <= 1.5 else 1.0
    return np.asarray(np.clip(np.rint(colours * top), 0, 255), np.uint8)
