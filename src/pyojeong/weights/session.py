"""ONNX Runtime sessions on the CPU, opened the same way everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError


def open_session(path: Path, *, threads: int = 2) -> Any:
    """An `onnxruntime.InferenceSession` of the model at ``path``, on the CPU.

    Raises:
        PyojeongError: When the file is missing or no ONNX model this runtime can run.
        ValueError: When ``threads`` is less than one.
    """
    if threads < 1:
        raise ValueError(f"threads must be at least 1, but got {threads}")
    if not path.is_file():
        raise _refusal(path, "파일이 없습니다", "the file is missing")
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as states

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (
        states.Fail,
        states.InvalidArgument,
        states.InvalidGraph,
        states.InvalidProtobuf,
        states.NotImplemented,
        states.RuntimeException,
    ) as broken:
        raise _refusal(
            path, "ONNX 모델이 아니거나 실행할 수 없습니다", "it is no ONNX model that can run here"
        ) from broken


def _refusal(path: Path, korean: str, english: str) -> PyojeongError:
    return PyojeongError(
        f"모델 {path.name}을 열 수 없습니다: {korean}.",
        f"Cannot open the model {path.name}: {english}.",
        kind="model-broken",
    )
