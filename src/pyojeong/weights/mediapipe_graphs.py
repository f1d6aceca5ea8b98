"""MediaPipe's bundled models, opened without its noise and with a sentence when the system lacks a library.

MediaPipe 0.10.21 is the last release whose wheel carries these models (licence Apache-2.0).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from pyojeong.errors import PyojeongError

LIBRARIES_LINE = "sudo apt-get install -y libgl1 libegl1 libgles2 libglib2.0-0"


def mediapipe_solution(name: str) -> Any:
    """The module ``mediapipe.python.solutions.<name>``.

    Raises:
        PyojeongError: Kind ``missing-library`` when a system library is missing, with the line that installs it.
    """
    try:
        return import_module(f"mediapipe.python.solutions.{name}")
    except (ImportError, OSError) as error:
        if ".so" not in str(error):
            raise
        raise PyojeongError(
            f"사진을 읽는 데 필요한 시스템 라이브러리가 없습니다({error}). 이 한 줄로 설치해 주세요: {LIBRARIES_LINE}",
            f"A system library needed to read photos is missing ({error}). Install it with: {LIBRARIES_LINE}",
            kind="missing-library",
        ) from error


@contextmanager
def native_noise_hushed() -> Iterator[None]:
    """C++ log lines go nowhere meanwhile; MediaPipe's environment switches for that do not reach all of them."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)
