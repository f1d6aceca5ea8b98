"""A head's file of whatever kind, opened."""

from __future__ import annotations

from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.performing.avatar.foreign.array_files import SUFFIXES, arrays_in
from pyojeong.performing.avatar.foreign.flame import flame_head, is_flame
from pyojeong.performing.avatar.foreign.head_mesh import HeadMesh
from pyojeong.performing.avatar.foreign.morphable import is_morphable, morphable_head
from pyojeong.performing.avatar.foreign.obj_files import read_obj
from pyojeong.performing.avatar.foreign.refusals import KIND, lacking


def open_head(path: Path, *, codes: Path | None = None, skin: Path | None = None) -> HeadMesh:
    """The head in a file: an OBJ, or a FLAME or morphable model with a person's numbers.

    Args:
        path: ``.obj``, or a model as ``.npz``, ``.pkl``, ``.mat``, ``.h5``.
        codes: A person's numbers for a model, as DECA and others save them; the mean head when None.
        skin: FLAME's texture; no other head takes one.

    Raises:
        PyojeongError: When a file cannot be read, is no head, or does not fit the others.
    """
    suffix = path.suffix.lower()
    if suffix == ".obj":
        if codes is not None or skin is not None:
            raise PyojeongError(
                "OBJ는 이미 한 사람의 머리입니다. 숫자와 무늬는 모델 파일에만 씁니다.",
                "An OBJ is a person's head already; codes and skin go with a model's file.",
                kind=KIND,
            )
        return read_obj(path)
    if suffix not in SUFFIXES:
        raise PyojeongError(
            f"머리 파일은 .obj, {', '.join(SUFFIXES)}인데 {path.name}입니다.",
            f"A head's file is .obj, {', '.join(SUFFIXES)}, but got {path.name}.",
            kind=KIND,
        )
    model = arrays_in(path)
    if is_flame(model):
        return flame_head(model, path, codes, skin)
    if is_morphable(model):
        if skin is not None:
            raise PyojeongError(
                "무늬(skin)는 FLAME 모델에만 씁니다. 3DMM은 점마다 색이 있습니다.",
                "A skin goes with FLAME alone; a 3DMM has colours of its points.",
                kind=KIND,
            )
        return morphable_head(model, path, codes)
    raise lacking(path, ("v_template", "shapeMU"))
