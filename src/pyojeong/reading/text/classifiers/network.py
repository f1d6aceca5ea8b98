"""The network of a classifier in ONNX Runtime: numbered pieces in, logits out, sentences of like length together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.errors import PyojeongError
from pyojeong.weights.session import open_session

Floats = NDArray[np.float32]
#: Word pieces in one run, padding included: bounds memory (12 layers of 768 stay below 200 MB).
PIECES_AT_ONCE = 2048
SENTENCES_AT_ONCE = 32
_PIECES, _MASK, _TYPES, _PLACES = "input_ids", "attention_mask", "token_type_ids", "position_ids"
_KINDS = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}


class ClassifierNetwork:
    """A session and what it asks for."""

    def __init__(self, path: Path, *, labels: int, padding: int) -> None:
        """Opens the model.

        Args:
            path: The ONNX file.
            labels: How many logits it must give.
            padding: The number of the piece that fills up shorter sentences.

        Raises:
            PyojeongError: ``model-broken`` when it cannot run; ``model-inputs`` when it asks for, or gives, what no
                text classifier does.
        """
        self._session = open_session(path)
        self._padding = padding
        self._inputs = {given.name: given for given in self._session.get_inputs()}
        self._output = _logits_output(self._session.get_outputs(), labels)
        self._labels = labels
        strange = [n for n, i in self._inputs.items() if n not in _FILLED or i.type not in _KINDS]
        if strange or _PIECES not in self._inputs:
            raise _unfit(
                f"입력이 {', '.join(self._inputs)}입니다; {', '.join(_FILLED)}(정수)만 줄 수 있습니다",
                f"its inputs are {', '.join(self._inputs)}; only {', '.join(_FILLED)} (integers) can be given",
            )
        rows, self.places = (size if isinstance(size, int) else None for size in self._inputs[_PIECES].shape)
        self._rows_at_once = rows or SENTENCES_AT_ONCE
        if rows not in (None, 1):
            raise _unfit(
                f"한 번에 {rows}문장씩만 받습니다; 크기가 정해지지 않게(dynamic axes) 내보내 주세요",
                f"it takes exactly {rows} sentences; export it with dynamic axes",
            )

    def logits(self, rows: Sequence[Sequence[int]]) -> Floats:
        """The logits of each row of pieces (rows × labels).

        Raises:
            PyojeongError: ``model-inputs`` when the model stops at a row or gives no finite numbers.
        """
        found = np.empty((len(rows), self._labels), np.float32)
        for group in self._groups([len(row) for row in rows]):
            found[group] = self._run([rows[n] for n in group])
        return found

    def _groups(self, lengths: Sequence[int]) -> Iterator[list[int]]:
        """Indices of rows to run together: like lengths, within `PIECES_AT_ONCE`."""
        group: list[int] = []
        for index in sorted(range(len(lengths)), key=lambda n: lengths[n]):
            full = len(group) == self._rows_at_once or (len(group) + 1) * lengths[index] > PIECES_AT_ONCE
            if group and full:
                yield group
                group = []
            group.append(index)
        if group:
            yield group

    def _run(self, rows: list[Sequence[int]]) -> Floats:
        width = self.places or max(map(len, rows))
        numbers = np.full((len(rows), width), self._padding)
        mask = np.zeros_like(numbers)
        for n, row in enumerate(rows):
            numbers[n, : len(row[:width])] = row[:width]
            mask[n, : len(row)] = 1
        filled = {
            _PIECES: numbers,
            _MASK: mask,
            _TYPES: np.zeros_like(numbers),
            _PLACES: np.arange(width)[None].repeat(len(rows), axis=0),
        }
        given = {name: filled[name].astype(_KINDS[wanted.type]) for name, wanted in self._inputs.items()}
        found = _ran(self._session, self._output, given)
        if found.shape != (len(rows), self._labels) or not np.isfinite(found).all():
            raise _unfit(
                f"라벨 {self._labels}개의 수가 나와야 하는데 {found.shape} 모양이거나 수가 아닌 값이 나왔습니다",
                f"{self._labels} finite numbers a sentence are needed, but {found.shape} or no numbers came",
            )
        return found


_FILLED = (_PIECES, _MASK, _TYPES, _PLACES)


def _ran(session: Any, output: str, given: dict[str, Any]) -> Floats:
    from onnxruntime.capi import onnxruntime_pybind11_state as states

    try:
        return np.asarray(session.run([output], given)[0], np.float32)
    except (states.Fail, states.InvalidArgument, states.RuntimeException) as stopped:
        said = " ".join(str(stopped).split())[:200]
        raise _unfit(
            f"문장을 읽다가 멈췄습니다; 토크나이저와 모델이 짝이 맞는지 확인해 주세요({said})",
            f"it stopped while reading; do the tokenizer and the model belong together? ({said})",
        ) from stopped


def _logits_output(outputs: Sequence[Any], labels: int) -> str:
    """The output called ``logits``, else the only one with a number a label.

    Raises:
        PyojeongError: ``model-inputs`` when there is none.
    """
    for given in outputs:
        if given.name == "logits" and len(given.shape) == 2:
            return str(given.name)
    fitting = [given.name for given in outputs if len(given.shape) == 2 and given.shape[1] == labels]
    if len(fitting) == 1:
        return str(fitting[0])
    shapes = ", ".join(f"{given.name}{given.shape}" for given in outputs)
    raise _unfit(
        f"라벨 {labels}개의 출력(logits)이 없습니다(있는 출력: {shapes}); text-classification으로 내보내 주세요",
        f"it has no output of {labels} logits (outputs: {shapes}); export it as text-classification",
    )


def _unfit(korean: str, english: str) -> PyojeongError:
    return PyojeongError(
        f"이 모델은 글 분류 모델로 쓸 수 없습니다: {korean}.",
        f"This model does not serve as a text classifier: {english}.",
        kind="model-inputs",
    )
