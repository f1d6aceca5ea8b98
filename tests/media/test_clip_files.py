from __future__ import annotations

import io
import tracemalloc

import av
import numpy as np
import PIL.Image
import pytest
from xmp_reader import packet_of, source_type

from pyojeong.errors import PyojeongError
from pyojeong.media import Clip
from pyojeong.media.clip_files import encode_clip, save_clip
from pyojeong.media.gif_palette import TRANSPARENT, palette_of
from pyojeong.media.provenance import SourceType, xmp_packet

WIDTH, HEIGHT, COUNT = 61, 47, 9
KINDS = ("gif", "webp", "apng", "mp4")


def _opaque(number: int) -> np.ndarray:
    """A still gradient and a light disc that travels to the right."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    frame = np.stack([columns * 3, rows * 4, np.full_like(rows, 60)], axis=-1).astype(np.uint8)
    frame[(columns - 27 - 3 * number) ** 2 + (rows - 24) ** 2 < 49] = (250, 240, 200)
    return frame


def _with_alpha(number: int) -> np.ndarray:
    columns = np.tile(np.arange(WIDTH), (HEIGHT, 1))
    return np.dstack([_opaque(number), np.where(columns > 20, 255, 0).astype(np.uint8)])


OPAQUE = Clip(_opaque, COUNT, 12.5, (WIDTH, HEIGHT))
WITH_ALPHA = Clip(_with_alpha, COUNT, 12.5, (WIDTH, HEIGHT))


def _played(data: bytes) -> tuple[list[np.ndarray], float, object]:
    """RGBA frames, seconds and the loop field, by Pillow."""
    frames, milliseconds = [], 0.0
    with PIL.Image.open(io.BytesIO(data)) as picture:
        for number in range(picture.n_frames):
            picture.seek(number)
            picture.load()  # WebP knows a frame's duration only then
            frames.append(np.asarray(picture.convert("RGBA")))
            milliseconds += picture.info["duration"]
        return frames, milliseconds / 1000, picture.info.get("loop")


@pytest.mark.parametrize(("kind", "error"), [("gif", 6), ("webp", 6), ("apng", 0)])
@pytest.mark.parametrize("clip", [OPAQUE, WITH_ALPHA], ids=["opaque", "alpha"])
def test_frames_timing_and_alpha_come_back(kind, error, clip):
    frames, seconds, loop = _played(encode_clip(clip, kind))
    assert len(frames) == COUNT
    assert seconds == pytest.approx(clip.seconds, abs=0.011)
    assert loop == 0
    for number, frame in enumerate(frames):
        wanted = clip.frame(number)
        alpha = wanted[:, :, 3] if wanted.shape[2] == 4 else np.full((HEIGHT, WIDTH), 255)
        assert np.array_equal(frame[:, :, 3], alpha)
        seen = alpha > 0
        assert np.abs(frame[:, :, :3].astype(int) - wanted[:, :, :3])[seen].mean() <= error


@pytest.mark.parametrize("kind", ["webp", "apng"])
def test_a_clip_can_play_once(kind):
    assert _played(encode_clip(OPAQUE, kind, loop=False))[2] == 1


def test_a_gif_that_plays_once_has_no_loop_block():
    assert b"NETSCAPE2.0" in encode_clip(OPAQUE, "gif")
    assert b"NETSCAPE2.0" not in encode_clip(OPAQUE, "gif", loop=False)


def test_mp4_plays_everywhere(tmp_path):
    path = save_clip(OPAQUE, tmp_path / "a.mp4")
    data = path.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (62, 48)
        assert stream.codec_context.pix_fmt == "yuv420p"
        assert stream.average_rate == 12.5
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    assert len(frames) == COUNT
    for number, frame in enumerate(frames):
        assert np.abs(frame[:HEIGHT, :WIDTH].astype(int) - _opaque(number)).mean() < 6
        assert np.abs(frame[HEIGHT, :WIDTH].astype(int) - frame[HEIGHT - 1, :WIDTH]).mean() < 6


def test_mp4_shows_alpha_on_white(tmp_path):
    with av.open(str(save_clip(WITH_ALPHA, tmp_path / "a.mp4"))) as container:
        frame = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert frame[:, :16].min() > 240


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, COUNT])
def test_the_declaration_is_in_the_file_and_does_not_hurt_it(kind, count):
    clip = Clip(_with_alpha, count, 12.5, (WIDTH, HEIGHT))
    data = encode_clip(clip, kind, xmp=xmp_packet(SourceType.DRAWN))
    assert source_type(packet_of(data)) == SourceType.DRAWN.value
    assert packet_of(encode_clip(clip, kind)) is None
    if kind == "mp4":
        with av.open(io.BytesIO(data)) as container:
            assert sum(1 for _ in container.decode(video=0)) == count
    else:
        with PIL.Image.open(io.BytesIO(data)) as picture:
            assert getattr(picture, "n_frames", 1) == count
            picture.seek(count - 1)
            assert np.asarray(picture.convert("RGBA"))[0, 0, 3] == 0


@pytest.mark.parametrize("kind", KINDS)
def test_progress_ends_at_one_and_stopping_leaves_nothing(kind, tmp_path):
    told: list[float] = []
    save_clip(OPAQUE, tmp_path / f"a.{kind}", progress=told.append)
    assert told == pytest.approx([(i + 1) / COUNT for i in range(COUNT)])

    class StoppedError(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.4:
            raise StoppedError

    with pytest.raises(StoppedError):
        save_clip(OPAQUE, tmp_path / f"b.{kind}", progress=stop)
    assert [p.name for p in tmp_path.iterdir()] == [f"a.{kind}"]


def test_unknown_formats_are_named_with_those_that_work(tmp_path):
    with pytest.raises(PyojeongError, match=r"\.gif.*\.webp.*\.mp4"):
        save_clip(OPAQUE, tmp_path / "a.avi")


def test_a_long_film_is_not_kept_in_memory(tmp_path):
    side, count = 256, 60
    clip = Clip(lambda i: np.full((side, side, 3), i, np.uint8), count, 30, (side, side))
    tracemalloc.start()
    save_clip(clip, tmp_path / "a.mp4")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * side * side * 3


def test_a_gif_does_not_flicker_where_nothing_moves():
    frames, _, _ = _played(encode_clip(OPAQUE, "gif"))
    still = np.s_[40:, :]
    assert all(np.array_equal(frame[still], frames[0][still]) for frame in frames)


def test_the_palette_is_fitted_repeatable_and_keeps_one_entry_clear():
    first, second = palette_of(WITH_ALPHA), palette_of(WITH_ALPHA)
    assert np.array_equal(first.colours, second.colours)
    numbers = first.indices(_with_alpha(3))
    assert np.array_equal(numbers == TRANSPARENT, _with_alpha(3)[:, :, 3] < 128)


def test_a_wholly_transparent_clip_is_still_a_gif():
    clear = Clip(lambda _: np.zeros((40, 40, 4), np.uint8), 2, 10, (40, 40))
    frames, _, _ = _played(encode_clip(clear, "gif"))
    assert frames[0][:, :, 3].max() == 0
