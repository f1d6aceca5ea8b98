"""The Korean font of last resort, in the form browsers accept."""

from __future__ import annotations

import struct
from functools import lru_cache

from pyojeong.media.fonts import FontWeight, font_path

#: Name in the style sheet → cut.
FILES = {"regular": FontWeight.REGULAR, "bold": FontWeight.BOLD}
_HEADER, _RECORD = struct.Struct(">IHHHH"), struct.Struct(">4sIII")


@lru_cache(maxsize=2)
def web_font(name: str) -> bytes:
    """NanumGothic (OFL) without its editor's tables: browsers refuse the file because one of those is empty.

    Raises:
        KeyError: When there is no such font.
    """
    return without_editor_tables(font_path(FILES[name]).read_bytes())


def without_editor_tables(font: bytes) -> bytes:
    """The TrueType file without its ``TSI…`` tables, where Microsoft's Visual TrueType keeps its sources.

    Layout: OpenType 1.9, "Organization of an OpenType Font": header, records of (tag, checksum, offset, length), tables
    on four-byte borders.
    """
    version, count, *_ = _HEADER.unpack_from(font)
    records = [_RECORD.unpack_from(font, _HEADER.size + n * _RECORD.size) for n in range(count)]
    kept = [record for record in records if not record[0].startswith(b"TSI")]
    largest = 1 << (len(kept).bit_length() - 1)
    search = 16 * largest
    head = [_HEADER.pack(version, len(kept), search, largest.bit_length() - 1, 16 * len(kept) - search)]
    body: list[bytes] = []
    offset = _HEADER.size + len(kept) * _RECORD.size
    for tag, checksum, start, length in kept:
        head.append(_RECORD.pack(tag, checksum, offset, length))
        body.append(font[start : start + length] + bytes(-length % 4))
        offset += len(body[-1])
    return b"".join((*head, *body))
