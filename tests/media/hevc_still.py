"""A real HEIC file without an HEIC writer: one HEVC key frame by PyAV, in a HEIF container written out here.

Boxes after ISO/IEC 23008-12 (HEIF) and 14496-12; only what a reader of one still item needs.
"""

from __future__ import annotations

import io
import struct
from fractions import Fraction

import av
import numpy as np
import numpy.typing as npt


def heic_file(rgb: npt.NDArray[np.uint8], *, quarter_turns: int = 0) -> bytes:
    """The bytes of an HEIC file of even-sided RGB, shown after ``quarter_turns`` anticlockwise (irot)."""
    configuration, picture = _key_frame(rgb)
    height, width = rgb.shape[:2]
    kind = _box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    place = 0
    for _ in range(2):  # the second time the offset is known
        meta = _meta(configuration, width, height, place, len(picture), quarter_turns)
        place = len(kind) + len(meta) + 8
    return kind + meta + _box(b"mdat", picture)


def _key_frame(rgb: npt.NDArray[np.uint8]) -> tuple[bytes, bytes]:
    """The hvcC box's content and the access unit, lengths before each NAL unit."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream(
            "libx265",
            rate=Fraction(1),
            options={"crf": "4", "preset": "ultrafast", "x265-params": "log-level=none:bframes=0"},
        )
        stream.height, stream.width = rgb.shape[:2]
        stream.pix_fmt = "yuv420p"
        frame = av.VideoFrame.from_ndarray(rgb, format="rgb24").reformat(format="yuv420p")
        frame.pts, frame.time_base = 0, Fraction(1)  # without them x265 gives a packet the muxer may refuse
        for packet in [*stream.encode(frame), *stream.encode()]:
            packet.pts = packet.dts = 0
            container.mux(packet)
    data = buffer.getvalue()
    found = data.index(b"hvcC")
    size = struct.unpack(">I", data[found - 4 : found])[0]
    buffer.seek(0)
    with av.open(buffer) as container:
        packet = next(p for p in container.demux(video=0) if p.size)
        return data[found + 4 : found - 4 + size], bytes(packet)


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


def _full(name: bytes, content: bytes, version: int = 0) -> bytes:
    return _box(name, bytes([version, 0, 0, 0]) + content)


def _meta(configuration: bytes, width: int, height: int, place: int, size: int, turns: int) -> bytes:
    handler = _full(b"hdlr", bytes(4) + b"pict" + bytes(12) + b"\0")
    primary = _full(b"pitm", struct.pack(">H", 1))
    location = _full(b"iloc", struct.pack(">BBHHHHII", 0x44, 0, 1, 1, 0, 1, place, size))
    entry = _full(b"infe", struct.pack(">HH", 1, 0) + b"hvc1" + b"\0", version=2)
    items = _full(b"iinf", struct.pack(">H", 1) + entry)
    extent = _full(b"ispe", struct.pack(">II", width, height))
    properties = _box(b"ipco", _box(b"hvcC", configuration) + extent + _box(b"irot", bytes([turns])))
    links = _full(b"ipma", struct.pack(">IHBBBB", 1, 1, 3, 0x81, 0x02, 0x83))
    return _full(b"meta", handler + primary + location + items + _box(b"iprp", properties + links))
