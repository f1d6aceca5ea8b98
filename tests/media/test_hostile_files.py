"""Whatever bytes come in: a picture, or a sentence for the person."""

from __future__ import annotations

import io

import numpy as np
import PIL.Image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.media.opening import open_image

KINDS = ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP", "AVIF")

# In the product Pillow's warnings stay warnings; here they would turn into other errors.
pytestmark = pytest.mark.filterwarnings("ignore")


def _file(kind: str) -> bytes:
    noise = np.random.default_rng(1).integers(0, 255, (40, 40, 3), np.uint8)
    exif = PIL.Image.Exif()
    exif[0x010F] = "Maker"
    buffer = io.BytesIO()
    PIL.Image.fromarray(noise).save(buffer, kind, **({"exif": exif} if kind not in ("GIF", "BMP") else {}))
    return buffer.getvalue()


FILES = {kind: _file(kind) for kind in KINDS}


def _hangul(sentence: str) -> bool:
    return any("가" <= letter <= "힣" for letter in sentence)


def _opened_or_explained(data: bytes) -> Image | None:
    """The picture; None when a person was told in both languages why there is none."""
    try:
        image = open_image(data, max_megapixels=1)
    except PyojeongError as refusal:
        assert _hangul(refusal.korean) and refusal.english and not _hangul(refusal.english)
        assert refusal.kind not in ("", "internal")
        return None
    assert image.pixels.dtype == np.uint8 and 0 < image.pixels[..., 0].size <= 1_000_000
    return image


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.floats(0, 1))
def test_cut_files(kind, share):
    opened = _opened_or_explained(FILES[kind][: int(len(FILES[kind]) * share)])
    assert (opened is None or opened.size_wh == (40, 40)) if share < 1 else opened is not None


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(KINDS), st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=6))
def test_mutated_files(kind, changes):
    data = bytearray(FILES[kind])
    for place, value in changes:
        data[int(place**2 * len(data))] = value  # squared: headers are near the front
    opened = _opened_or_explained(bytes(data))
    assert opened is not None or bytes(data) != FILES[kind]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data):
    assert _opened_or_explained(data) is None  # no format fits a picture into so little noise
