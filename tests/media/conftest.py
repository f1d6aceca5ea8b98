"""Pictures to open."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import PIL.Image
import pytest

sys.path.insert(0, str(Path(__file__).parent))

Pixels = npt.NDArray[np.uint8]


@pytest.fixture(scope="session")
def smooth() -> Pixels:
    """48×64 RGB: red grows to the right, green downwards, blue is 200 in the left top quarter and else 40."""
    rows, columns = np.mgrid[0:48, 0:64]
    blue = np.where((rows < 24) & (columns < 32), 200, 40)
    return np.stack([columns * 4, rows * 5, blue], axis=-1).astype(np.uint8)


@pytest.fixture(scope="session")
def encoded() -> Callable[..., bytes]:
    """Bytes of a Pillow picture or array in a Pillow format."""

    def encode(picture: PIL.Image.Image | Pixels, kind: str, **options: object) -> bytes:
        buffer = io.BytesIO()
        pil = picture if isinstance(picture, PIL.Image.Image) else PIL.Image.fromarray(picture)
        pil.save(buffer, kind, **options)
        return buffer.getvalue()

    return encode
