from __future__ import annotations

import struct

import numpy as np

from pyojeong.media import Image
from pyojeong.media.colour import profile_space, to_srgb
from pyojeong.media.opening import open_image
from pyojeong.media.saving import save_image


def _swapped_primaries() -> bytes:
    """An ICC matrix profile in which red and green have changed places: nobody can mistake it for sRGB."""
    s15 = lambda value: struct.pack(">i", round(value * 65536))  # noqa: E731
    xyz = lambda *values: b"XYZ \0\0\0\0" + b"".join(map(s15, values))  # noqa: E731
    red, green, blue = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 5) + b"swap\0" + bytes(78),
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(*green),
        b"gXYZ": xyz(*red),
        b"bXYZ": xyz(*blue),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
        b"cprt": b"text\0\0\0\0none\0",
    }
    table, body, place = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        padded = content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", place + len(body), len(content))
        body += padded
    head = struct.pack(">I4sI4s4s4s", 128 + len(table) + len(body), b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + b"".join(map(s15, (0.9642, 1.0, 0.8249))) + bytes(48)
    return head[:128] + table + body


def test_a_profile_keeps_its_meaning_through_saving_and_is_applied_for_screens(smooth):
    profile = _swapped_primaries()
    assert profile_space(profile) == "RGB"
    image = Image(np.ascontiguousarray(np.tile(np.array([220, 30, 30], np.uint8), (40, 40, 1))), icc=profile)
    again = open_image(save_image(image, None, format="png"))
    assert np.array_equal(again.pixels, image.pixels)
    shown = to_srgb(again)
    red, green, _ = shown.pixels[0, 0].astype(int)
    assert green > 180 > 100 > red
    assert shown.icc is None


def test_without_a_profile_nothing_changes(smooth):
    image = Image(smooth)
    assert to_srgb(image) is image
    assert profile_space(b"nonsense") is None
