"""Finds XMP packets by each container's own rules, and reads them with an XML parser: none of the writer's code."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from xml.etree import ElementTree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"


def source_type(packet: bytes) -> str | None:
    """The value of Iptc4xmpExt:DigitalSourceType."""
    text = packet.decode("utf-8")
    inner = text[text.index("<x:xmpmeta") : text.index("</x:xmpmeta>") + len("</x:xmpmeta>")]
    return ElementTree.fromstring(inner).findtext(f"{RDF}RDF/{RDF}Description/{EXT}DigitalSourceType")


def packet_of(data: bytes) -> bytes | None:
    """The XMP packet of a PNG, JPEG, WebP, GIF, TIFF or MP4 file, or None."""
    readers = {b"\x89PNG": _png, b"\xff\xd8\xff\xe0": _jpeg, b"\xff\xd8\xff\xe1": _jpeg, b"RIFF": _webp, b"GIF8": _gif}
    reader = readers.get(data[:4]) or (_mp4 if data[4:8] == b"ftyp" else _tiff)
    return next(iter(reader(data)), None)


def _png(data: bytes) -> Iterator[bytes]:
    place = 8
    while place < len(data):
        size, name = struct.unpack_from(">I4s", data, place)
        content = data[place + 8 : place + 8 + size]
        if name == b"iTXt" and content.startswith(b"XML:com.adobe.xmp\0"):
            assert content[18:20] == b"\0\0", "must not be compressed"
            yield content.split(b"\0", 5)[5]
        place += 12 + size
    assert place == len(data), "chunks must fill the file"


def _jpeg(data: bytes) -> Iterator[bytes]:
    place, name = 2, b"http://ns.adobe.com/xap/1.0/\0"
    while data[place] == 0xFF and data[place + 1] != 0xDA:
        size = struct.unpack_from(">H", data, place + 2)[0]
        content = data[place + 4 : place + 2 + size]
        if data[place + 1] == 0xE1 and content.startswith(name):
            yield content[len(name) :]
        place += 2 + size


def _webp(data: bytes) -> Iterator[bytes]:
    assert struct.unpack_from("<I", data, 4)[0] == len(data) - 8, "RIFF must know its size"
    place = 12
    while place < len(data):
        name, size = struct.unpack_from("<4sI", data, place)
        if name == b"XMP ":
            assert data[12:16] == b"VP8X", "only extended files hold a packet"
            assert data[20] & 0x04, "the header must announce the packet"
            yield data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _gif(data: bytes) -> Iterator[bytes]:
    place = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    while data[place] == 0x21:
        start = place + 3 + data[place + 2]
        blocks = start
        while data[blocks]:
            blocks += 1 + data[blocks]
        if data[place + 3 : place + 14] == b"XMP DataXMP":
            yield data[start : data.index(b'<?xpacket end="w"?>', start) + 19]
        place = blocks + 1


def _mp4(data: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(data):
        size, name = struct.unpack_from(">I4s", data, place)
        if name == b"uuid" and data[place + 8 : place + 24].hex() == "be7acfcb97a942e89c71999491e3afac":
            yield data[place + 24 : place + size]
        place += size
    assert place == len(data), "boxes must fill the file"


def _tiff(data: bytes) -> Iterator[bytes]:
    order = "<" if data[:2] == b"II" else ">"
    place = struct.unpack_from(f"{order}I", data, 4)[0]
    for entry in range(struct.unpack_from(f"{order}H", data, place)[0]):
        tag, _, count, value = struct.unpack_from(f"{order}HHII", data, place + 2 + 12 * entry)
        if tag == 700:
            yield data[value : value + count]
