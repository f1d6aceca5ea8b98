"""Files that are no tales are refused in one sentence, whatever is wrong inside them."""

from __future__ import annotations

import io
import zipfile

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.reading.tale.opening import document_text


def _zip(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        _zip(a=b"x"),
        _zip(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"}),
        _zip(**{"[Content_Types].xml": b"<Types"}),
        b"PK\x03\x04" + b"\x00" * 40,
        b"%PDF-1.7\n garbage",
    ],
)
def test_what_only_says_that_it_is_a_document_is_refused(data: bytes) -> None:
    with pytest.raises(PyojeongError) as refused:
        document_text(data, "옛날.docx")
    assert refused.value.kind == "bad-document"
    assert "옛날.docx" in refused.value.korean
