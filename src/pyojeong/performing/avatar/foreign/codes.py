"""The numbers that make a model's head one person's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.foreign.refusals import mismatched


def one_person(numbers: npt.NDArray[Any], path: Path) -> npt.NDArray[np.float64]:
    """One row of numbers, however it lay: alone, as a row or as a column.

    Raises:
        PyojeongError: Kind ``head-file`` when they are of several people, none or no numbers.

    >>> one_person(np.array([[1], [2]]), Path("codes.npy")).tolist()
    [1.0, 2.0]
    """
    if sum(side > 1 for side in numbers.shape) > 1:
        raise mismatched(
            path,
            f"한 사람의 숫자여야 하는데 {numbers.shape}입니다. 한 사람의 것만 골라 저장해 주세요.",
            f"numbers of one person are expected, but got {numbers.shape}; save those of one alone.",
        )
    if not numbers.size or not np.isfinite(numbers).all():
        raise mismatched(
            path,
            "생김새 숫자가 비었거나 끝이 있는 수가 아닙니다.",
            "the numbers of shape must be there and be finite.",
        )
    return numbers.astype(np.float64).ravel()
