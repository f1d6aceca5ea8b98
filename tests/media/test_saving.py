from __future__ import annotations

import errno
import io
import os

import numpy as np
import PIL.Image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PIL import ImageCms
from xmp_reader import packet_of, source_type

from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.media.opening import open_image
from pyojeong.media.provenance import SourceType, declared
from pyojeong.media.saving import on_white, save_image
from pyojeong.media.writing import written_beside


@settings(max_examples=25, deadline=None)
@given(hnp.arrays(np.uint8, st.tuples(st.integers(32, 50), st.integers(32, 50), st.sampled_from([3, 4]))))
def test_lossless_formats_keep_every_pixel(pixels):
    for kind in ("png", "webp", "tiff"):
        assert np.array_equal(open_image(save_image(Image(pixels), None, format=kind)).pixels, pixels)


def test_jpeg_is_full_resolution_in_colour_and_close(smooth):
    data = save_image(Image(smooth), None, format="jpeg")
    with PIL.Image.open(io.BytesIO(data)) as picture:
        assert [component[1:3] for component in picture.layer] == [(1, 1)] * 3
    assert np.abs(open_image(data).pixels.astype(int) - smooth).mean() < 2


def test_jpeg_lays_transparency_on_white(smooth):
    clear = Image(np.dstack([smooth, np.zeros(smooth.shape[:2], np.uint8)]))
    assert open_image(save_image(clear, None, format="jpg")).pixels.min() > 250


@given(hnp.arrays(np.uint8, (300, 2, 4)))
@settings(max_examples=10, deadline=None)
def test_on_white_rounds_the_exact_mixture(pixels):
    share = pixels[:, :, 3:] / 255
    exact = pixels[:, :, :3] * share + 255 * (1 - share)
    assert np.abs(on_white(pixels) - exact).max() <= 0.5 + 1e-9


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "tiff"])
def test_profile_exif_and_resolution_travel_with_the_picture(smooth, kind):
    exif = PIL.Image.Exif()
    exif[0x010F] = "Maker"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image(smooth, icc=profile, dots_per_inch=(300.0, 300.0), metadata={"exif": exif.tobytes()})
    again = open_image(save_image(image, None, format=kind))
    assert again.icc == profile
    kept = PIL.Image.Exif()
    kept.load(again.metadata["exif"])
    assert kept[0x010F] == "Maker"
    if kind != "webp":
        assert again.dots_per_inch == pytest.approx((300, 300), rel=0.01)


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "tiff"])
def test_the_declaration_is_in_the_file(smooth, kind):
    plain = save_image(Image(smooth), None, format=kind)
    marked = save_image(declared(Image(smooth), SourceType.EDITED), None, format=kind)
    assert packet_of(plain) is None
    assert source_type(packet_of(marked)) == "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits"


def test_the_file_holds_the_returned_bytes_and_has_usual_permissions(smooth, tmp_path):
    path = tmp_path / "그림 one.png"
    data = save_image(Image(smooth), path)
    assert path.read_bytes() == data
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    assert path.stat().st_mode == usual.stat().st_mode
    assert sorted(p.name for p in tmp_path.iterdir()) == ["usual", "그림 one.png"]


@pytest.mark.parametrize("name", ["a.bmp", "a", "a.svg", "a.heic"])
def test_unknown_formats_are_named_with_those_that_work(smooth, tmp_path, name):
    with pytest.raises(PyojeongError, match=r"\.png.*\.jpg.*\.webp.*\.tiff") as refusal:
        save_image(Image(smooth), tmp_path / name)
    assert refusal.value.kind == "unknown-format"


def test_places_that_cannot_be_written_say_so(smooth, tmp_path):
    def kind_of(path) -> str:
        with pytest.raises(PyojeongError) as refusal:
            save_image(Image(smooth), path)
        return refusal.value.kind

    os.mkfifo(tmp_path / "pipe.png")
    assert kind_of(tmp_path / "pipe.png") == "not-a-file" and (tmp_path / "pipe.png").is_fifo()
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    assert kind_of(tmp_path / "missing" / "a.png") == "missing-folder"
    assert kind_of(tmp_path / "folder.png") == "directory"
    assert kind_of(tmp_path / f"{'a' * 300}.png") == "long-name"
    assert kind_of(tmp_path / "file" / "a.png") == "missing-folder"


def test_webp_refuses_sides_it_cannot_hold():
    with pytest.raises(PyojeongError) as refusal:
        save_image(Image(np.zeros((1, 16384, 3), np.uint8)), None, format="webp")
    assert refusal.value.kind == "too-large"


@pytest.mark.parametrize("quality", [0, 101])
def test_quality_out_of_range_is_refused(smooth, quality):
    with pytest.raises(PyojeongError):
        save_image(Image(smooth), None, format="jpeg", quality=quality)


@pytest.mark.parametrize(("number", "kind"), [(errno.ENOSPC, "disk-full"), (errno.EACCES, "no-permission")])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, number, kind):
    target = tmp_path / "a.png"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(PyojeongError) as refusal, written_beside(target) as beside:
        beside.write_bytes(b"new")
    assert refusal.value.kind == kind
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_stops_the_writer_reaches_the_caller(tmp_path):
    with pytest.raises(KeyboardInterrupt), written_beside(tmp_path / "a.png") as beside:
        beside.write_bytes(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_written_through(smooth, tmp_path):
    real, link = tmp_path / "real.png", tmp_path / "link.png"
    real.write_bytes(b"old")
    link.symlink_to(real)
    data = save_image(Image(smooth), link)
    assert link.is_symlink()
    assert real.read_bytes() == data
