"""What a file says about how its picture came to be: an XMP packet with IPTC's Digital Source Type.

Vocabulary: IPTC NewsCodes, http://cv.iptc.org/newscodes/digitalsourcetype/ (release of 2024-10-23).
Packet and places: XMP, ISO 16684-1, and Adobe, XMP Specification Part 3, Storage in Files (2016).
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from enum import Enum
from pathlib import Path
from xml.sax.saxutils import escape

import PIL.Image

from pyojeong.media.image import Image

_VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"


class SourceType(str, Enum):
    """IPTC's terms for what this program makes; the quoted words are IPTC's definitions."""

    EDITED = _VOCABULARY + "humanEdits"
    """“Augmentation, correction or enhancement by one or more humans using non-generative tools”: a photo whose
    expression a person changed with the muscle rig. Not ``algorithmicallyEnhanced``, which is “without changing the
    main content of the media … such as sharpening”: another expression is other content. Not ``compositeSynthetic``,
    “at least one of which is Generative AI”: no generative model takes part.
    """
    EDITED_BY_GENERATIVE_MODEL = _VOCABULARY + "compositeWithTrainedAlgorithmicMedia"
    """“Augmentation, correction or enhancement using a Generative AI model”: where one is plugged in."""
    DRAWN = _VOCABULARY + "digitalCreation"
    """“Media created by a human using non-generative tools”: characters, stickers and films of them."""


def xmp_packet(source_type: SourceType, *, tool: str = "Pyojeong") -> bytes:
    """A UTF-8 XMP packet that declares ``source_type`` and the tool.

    >>> b"humanEdits" in xmp_packet(SourceType.EDITED)
    True
    """
    body = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"<xmp:CreatorTool>{escape(tool)}</xmp:CreatorTool>"
        f"<Iptc4xmpExt:DigitalSourceType>{source_type.value}</Iptc4xmpExt:DigitalSourceType>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )
    return body.encode("utf-8")


def declared(image: Image, source_type: SourceType) -> Image:
    """The same picture; every file `save_image` makes of it declares ``source_type``."""
    return replace(image, metadata={**image.metadata, "xmp": xmp_packet(source_type)})


def embed_in_png(path: Path, xmp: bytes) -> None:
    """Add the packet to a PNG or APNG file, before its first picture data (Part 3, §1.1.5)."""
    data = path.read_bytes()
    # Keyword, no compression, no language, no translated keyword.
    body = b"iTXt" + b"XML:com.adobe.xmp" + b"\0\0\0\0\0" + xmp
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    after_header = 8 + 25
    path.write_bytes(data[:after_header] + chunk + data[after_header:])


_WEBP_XMP_FLAG, _WEBP_ALPHA_FLAG = 0x04, 0x10


def embed_in_webp(path: Path, xmp: bytes) -> None:
    """Add the packet to a WebP file, which becomes an extended one if it was not (RFC 9649 §2.7)."""
    data = bytearray(path.read_bytes())
    if data[12:16] != b"VP8X":
        data[12:12] = _extended_header(path)
    data[20] |= _WEBP_XMP_FLAG
    data += b"XMP " + struct.pack("<I", len(xmp)) + xmp + b"\0" * (len(xmp) % 2)
    data[4:8] = struct.pack("<I", len(data) - 8)
    path.write_bytes(bytes(data))


def _extended_header(path: Path) -> bytes:
    """VP8X chunk: flags, three reserved bytes, width - 1 and height - 1 in 24 bits each."""
    with PIL.Image.open(path) as picture:
        width, height = picture.size
        flags = _WEBP_ALPHA_FLAG if picture.mode == "RGBA" else 0
    sides: bytes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"VP8X" + struct.pack("<IB3x", 10, flags) + sides


_GIF_HEADER_SIZE = 13
_GIF_MAGIC_TRAILER = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
"""Lets readers that hop from sub-block to sub-block land on the end, wherever in the packet they came from."""


def embed_in_gif(path: Path, xmp: bytes) -> None:
    """Add the packet to a GIF89a file as the application extension ``XMP DataXMP`` (Part 3, §1.1.2)."""
    data = path.read_bytes()
    flags = data[10]
    table = 3 << ((flags & 7) + 1) if flags & 0x80 else 0
    place = _GIF_HEADER_SIZE + table
    path.write_bytes(data[:place] + b"\x21\xff\x0bXMP DataXMP" + xmp + _GIF_MAGIC_TRAILER + data[place:])


_MP4_XMP_UUID = bytes.fromhex("BE7ACFCB97A942E89C71999491E3AFAC")


def embed_in_mp4(path: Path, xmp: bytes) -> None:
    """Append the packet to an MP4 file as a top-level uuid box (Part 3, §1.3.4); nothing before it moves."""
    with path.open("ab") as stream:
        stream.write(struct.pack(">I", 8 + 16 + len(xmp)) + b"uuid" + _MP4_XMP_UUID + xmp)
