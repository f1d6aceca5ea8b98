"""Tales as people have them: text, PDF and Word files become plain text with their paragraphs."""

from __future__ import annotations

import io
import logging
import struct
import zipfile
import zlib

from pyojeong.errors import PyojeongError

LARGEST_BYTES = 40_000_000
_LARGEST_INSIDE = 200_000_000
_MOST_PAGES = 500
#: What the readers of both formats raise over files that are not as they say.
_BROKEN = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    AssertionError,
    struct.error,
    zlib.error,
    EOFError,
)
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"


def is_document(data: bytes, name: str) -> bool:
    """Whether the bytes are, or call themselves, a PDF or a Word file rather than plain text."""
    called_so = name.lower().endswith((".pdf", ".docx"))
    return called_so or data[:1024].lstrip().startswith(_PDF) or data.startswith(_ZIP)


def document_text(data: bytes, name: str) -> str:
    """The text of a PDF or Word file, paragraphs apart by an empty line.

    Raises:
        PyojeongError: ``too-large``; ``bad-document`` when it cannot be opened, is locked, or holds pictures alone.
    """
    if len(data) > LARGEST_BYTES:
        raise PyojeongError(
            f"문서는 {LARGEST_BYTES // 1_000_000}MB까지 읽는데 {name}은(는) 더 큽니다.",
            f"Documents up to {LARGEST_BYTES // 1_000_000} MB are read, but {name} is larger.",
            kind="too-large",
        )
    text = _word_text(data, name) if data.startswith(_ZIP) else _pdf_text(data, name)
    if not any(character.isalpha() for character in text):
        raise _bad(
            f"{name}에는 글자가 없고 그림만 있는 것 같습니다; 찍은 쪽은 pyojeong read page로 읽어 주세요",
            f"{name} seems to hold pictures alone; read photographed pages with pyojeong read page",
        )
    return text


def _pdf_text(data: bytes, name: str) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is said once, by us
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _bad(f"{name}은(는) 암호로 잠겨 있습니다", f"{name} is locked by a password")
        if len(reader.pages) > _MOST_PAGES:
            raise _bad(f"{name}은(는) {_MOST_PAGES}쪽이 넘습니다", f"{name} has more than {_MOST_PAGES} pages")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, *_BROKEN) as broken:
        raise _unreadable(name) from broken
    return "\n\n".join(_unwrapped(page) for page in pages if page.strip())


def _word_text(data: bytes, name: str) -> str:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > _LARGEST_INSIDE:
                raise _bad(f"{name}을(를) 풀면 너무 큽니다", f"{name} is too large inside")
        document = docx.Document(io.BytesIO(data))
        return "\n".join(paragraph.text for paragraph in document.paragraphs)
    except (zipfile.BadZipFile, PackageNotFoundError, SyntaxError, *_BROKEN) as broken:
        raise _unreadable(name) from broken


def _unwrapped(page: str) -> str:
    r"""Lines of a printed page joined into paragraphs: a line that is cut short ends one.

    >>> _unwrapped("옛날 옛적 깊은 산골에 나무꾼이\n살았습니다.\n어느 날 산에 갔어요.")
    '옛날 옛적 깊은 산골에 나무꾼이 살았습니다.\n어느 날 산에 갔어요.'
    """
    lines = [line.strip() for line in page.splitlines()]
    rows: list[str] = []
    for line in lines:
        if rows and rows[-1] and line and not rows[-1].endswith((".", "!", "?", "…", '"', "”", "’")):
            rows[-1] += " " + line
        else:
            rows.append(line)
    return "\n".join(rows)


def _bad(korean: str, english: str) -> PyojeongError:
    return PyojeongError(korean + ".", english + ".", kind="bad-document")


def _unreadable(name: str) -> PyojeongError:
    return _bad(
        f"{name}을(를) 열 수 없습니다; PDF나 DOCX 파일이 온전한지 봐 주세요",
        f"{name} cannot be opened; see whether the PDF or DOCX file is whole",
    )
