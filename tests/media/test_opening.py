from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from hevc_still import heic_file
from PIL import ImageCms

from pyojeong.errors import PyojeongError
from pyojeong.media.opening import open_image


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP"])
def test_lossless_files_open_pixel_for_pixel(smooth, encoded, kind):
    assert np.array_equal(open_image(encoded(smooth, kind)).pixels, smooth)


@pytest.mark.parametrize(("kind", "options"), [("JPEG", {"quality": 95}), ("WEBP", {"quality": 95}), ("AVIF", {})])
def test_lossy_files_open_nearly(smooth, encoded, kind, options):
    opened = open_image(encoded(smooth, kind, **options))
    assert np.abs(opened.pixels.astype(int) - smooth).mean() < 5


def test_heic_opens_and_is_turned_upright(smooth):
    opened = open_image(heic_file(smooth))
    turned = open_image(heic_file(smooth, quarter_turns=1))
    assert np.abs(opened.pixels.astype(int) - smooth).mean() < 8
    assert np.abs(turned.pixels.astype(int) - np.rot90(smooth)).mean() < 8


def test_every_kind_of_source_gives_the_same_picture(smooth, encoded, tmp_path):
    data = encoded(smooth, "PNG")
    path = tmp_path / "a.png"
    path.write_bytes(data)
    with path.open("rb") as stream:
        sources = [path, str(path), data, io.BytesIO(data), stream, PIL.Image.fromarray(smooth), smooth]
        for source in sources:
            assert np.array_equal(open_image(source).pixels, smooth)
    assert open_image(path).name == "a.png"


def test_the_extension_is_not_believed(smooth, encoded, tmp_path):
    path = tmp_path / "really-a-jpeg.png"
    path.write_bytes(encoded(smooth, "JPEG"))
    assert open_image(path).size_wh == (64, 48)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_applied_and_not_repeated(smooth, encoded, orientation):
    # Written the other way round by Pillow's own transposition: two independent tables have to agree.
    undo = {
        2: PIL.Image.Transpose.FLIP_LEFT_RIGHT,
        3: PIL.Image.Transpose.ROTATE_180,
        4: PIL.Image.Transpose.FLIP_TOP_BOTTOM,
        5: PIL.Image.Transpose.TRANSPOSE,
        6: PIL.Image.Transpose.ROTATE_90,
        7: PIL.Image.Transpose.TRANSVERSE,
        8: PIL.Image.Transpose.ROTATE_270,
    }
    stored = PIL.Image.fromarray(smooth)
    if orientation in undo:
        stored = stored.transpose(undo[orientation])
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Maker"
    opened = open_image(encoded(stored, "PNG", exif=exif, dpi=(300, 150)))
    assert np.array_equal(opened.pixels, smooth)
    kept = PIL.Image.Exif()
    kept.load(opened.metadata["exif"])
    assert kept.get(0x010F) == "Maker"
    assert 0x0112 not in kept
    assert opened.dots_per_inch == pytest.approx((150, 300) if orientation >= 5 else (300, 150), rel=0.01)


def test_the_place_a_photo_was_taken_and_its_thumbnail_are_dropped(smooth, encoded):
    exif = PIL.Image.Exif()
    exif[0x010F] = "Maker"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8769)[0x9003] = "2024:05:05 10:00:00"
    opened = open_image(encoded(smooth, "JPEG", exif=exif))
    kept = PIL.Image.Exif()
    kept.load(opened.metadata["exif"])
    assert kept.get_ifd(0x8769)[0x9003] == "2024:05:05 10:00:00"
    assert not kept.get_ifd(0x8825)
    assert not kept.get_ifd(1)


def test_a_damaged_exif_block_does_not_lose_the_picture(smooth, encoded):
    opened = open_image(encoded(smooth, "PNG", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f"))
    assert np.array_equal(opened.pixels, smooth)


def test_alpha_is_kept_from_rgba_grey_with_alpha_and_palettes(smooth, encoded):
    alpha = np.full(smooth.shape[:2], 90, np.uint8)
    rgba = np.dstack([smooth, alpha])
    assert np.array_equal(open_image(encoded(rgba, "PNG")).pixels, rgba)

    grey = open_image(encoded(PIL.Image.fromarray(rgba).convert("LA"), "PNG"))
    assert grey.grey
    assert np.array_equal(grey.alpha, alpha)

    palette = PIL.Image.fromarray(smooth).quantize(16)
    first = palette.getpixel((0, 0))
    clear = open_image(encoded(palette, "PNG", transparency=first))
    assert clear.alpha is not None
    assert clear.alpha[0, 0] == 0
    assert clear.alpha.max() == 255


def test_single_channel_files_are_grey(smooth, encoded):
    grey = PIL.Image.fromarray(smooth).convert("L")
    assert open_image(encoded(grey, "JPEG")).grey
    assert open_image(encoded(grey.convert("1"), "PNG")).grey
    assert set(np.unique(open_image(encoded(grey.convert("1"), "PNG")).pixels)) == {0, 255}
    assert not open_image(encoded(smooth, "PNG")).grey
    assert open_image(encoded(grey.convert("RGB"), "PNG")).grey


def test_sixteen_bit_grey_is_rounded_to_eight(encoded):
    values = np.linspace(0, 65535, 64 * 64).reshape(64, 64).astype(np.uint16)
    expected = np.rint(values / 257).astype(np.uint8)
    for kind in ("PNG", "TIFF"):
        opened = open_image(encoded(PIL.Image.fromarray(values), kind))
        assert opened.grey
        assert np.array_equal(opened.pixels[:, :, 0], expected)


def test_sixteen_bit_colour_png_opens(smooth):
    wide = np.ascontiguousarray((smooth.astype(np.uint16) * 257).astype(">u2"))
    opened = open_image(_png_of(wide, bits=16, colour_type=2))
    assert np.abs(opened.pixels.astype(int) - smooth).max() <= 1


def test_float_tiff_opens_by_its_range(encoded):
    ramp = np.tile(np.linspace(0, 1, 64, dtype=np.float32), (64, 1))
    for top in (1, 255, 65535):
        opened = open_image(encoded(PIL.Image.fromarray(ramp * top), "TIFF"))
        assert opened.pixels[0, 0, 0] == 0
        assert opened.pixels[0, -1, 0] == 255
        assert opened.pixels[0, 32, 0] == pytest.approx(129, abs=1)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32, np.float64])
def test_arrays_of_all_kinds_mean_the_same(smooth, dtype):
    scale = {np.uint8: 1, np.uint16: 257}.get(dtype, 1 / 255)
    assert np.array_equal(open_image((smooth * scale).astype(dtype)).pixels, smooth)
    assert open_image((smooth[:, :, 0] * scale).astype(dtype)).grey


@pytest.mark.parametrize(
    "array",
    [np.zeros((64, 64, 2), np.uint8), np.zeros((64,), np.uint8), np.full((64, 64), 7.0), np.zeros((64, 64), np.int64)],
)
def test_arrays_that_are_no_pictures_are_refused(array):
    with pytest.raises(PyojeongError) as refusal:
        open_image(array)
    assert refusal.value.kind == "array"


def test_cmyk_becomes_srgb(encoded):
    cyan = PIL.Image.new("CMYK", (64, 64), (255, 0, 0, 0))
    opened = open_image(encoded(cyan, "JPEG", quality=95))
    red, green, blue = opened.pixels[32, 32].astype(int)
    assert red < 80
    assert min(green, blue) > 120
    assert opened.icc is None


def test_an_rgb_profile_is_kept_beside_untouched_pixels(smooth, encoded):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    opened = open_image(encoded(smooth, "PNG", icc_profile=profile))
    assert opened.icc == profile
    assert np.array_equal(opened.pixels, smooth)


def test_a_profile_that_does_not_fit_is_left_out(smooth, encoded):
    assert open_image(encoded(smooth, "PNG", icc_profile=b"not a profile")).icc is None


def test_the_first_frame_of_a_moving_picture_is_taken(smooth, encoded):
    first, second = PIL.Image.fromarray(smooth), PIL.Image.new("RGB", (64, 48), (255, 255, 255))
    for kind in ("GIF", "PNG", "WEBP"):
        data = encoded(first, kind, save_all=True, append_images=[second], duration=100)
        assert np.abs(open_image(data).rgb.astype(int) - smooth).mean() < 12


def _kind_of(source: object, **options: float) -> str:
    with pytest.raises(PyojeongError) as refusal:
        open_image(source, **options)
    assert refusal.value.korean
    assert refusal.value.english
    return refusal.value.kind


def test_what_is_no_picture_says_so(tmp_path):
    assert _kind_of(b"") == "empty-file"
    assert _kind_of(b"hello, this is a letter") == "not-an-image"
    assert _kind_of(b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>') == "svg"
    assert _kind_of(b"%PDF-1.7 ...") == "pdf"
    assert _kind_of(b"\0\0\0\x18ftypisom\0\0\0\0isom") == "film"
    assert _kind_of(tmp_path) == "directory"
    assert _kind_of(tmp_path / "missing.png") == "missing-file"
    assert _kind_of(tmp_path / ("x" * 5000)) == "file"
    assert _kind_of(b"\x89PNG\r\n\x1a\n") in ("damaged", "truncated")


@pytest.mark.skipif(os.name != "posix", reason="pipes and permissions of POSIX")
def test_special_files_are_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    assert _kind_of(pipe) == "not-a-file"


def test_a_file_one_may_not_read_says_so(tmp_path, monkeypatch):
    # The tests may run as root, who may read everything.
    path = tmp_path / "secret.png"
    path.write_bytes(b"x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert _kind_of(path) == "no-permission"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP"])
def test_a_file_that_is_cut_off_says_so(smooth, encoded, kind):
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)
    data = encoded(noise, kind)
    assert _kind_of(data[: len(data) // 2]) in ("truncated", "damaged")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_cut_off_is_told_from_damaged(encoded, kind):
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)
    data = encoded(noise, kind)
    assert _kind_of(data[: len(data) * 3 // 4]) == "truncated"


def test_sizes_out_of_bounds_are_refused(smooth, encoded):
    assert _kind_of(encoded(smooth[:1, :1], "PNG")) == "too-small"
    assert _kind_of(encoded(smooth, "PNG"), max_megapixels=0.003) == "too-large"
    assert _kind_of(smooth, max_megapixels=0.003) == "too-large"


@pytest.mark.parametrize(("width", "height"), [(10_000, 10_000), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_huge_pictures_are_refused_from_their_header_alone(width, height):
    # The file has no pixels at all: whoever decoded it would say that it is cut off.
    assert _kind_of(_png_of(np.zeros((0, 1, 3), np.uint8), bits=8, colour_type=2, size=(width, height))) == "too-large"


def _png_of(samples, *, bits: int, colour_type: int, size: tuple[int, int] | None = None) -> bytes:
    """A PNG written by hand: Pillow writes no 16-bit colour, and no lies about the size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    width, height = size or (samples.shape[1], samples.shape[0])
    header = struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    rows = b"".join(b"\0" + row.tobytes() for row in samples)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
