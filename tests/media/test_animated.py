"""Short moving pictures with transparency: exact times, exact pixels, small files."""

from __future__ import annotations

import io

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.media.animated import Strip, spread_times, strip_of
from pyojeong.media.animated_encoding import colours_bled, decode_webm, encode_gif, encode_webm, encode_webp
from pyojeong.media.animated_palette import shared_palette
from pyojeong.media.apng import indexed_apng, indexed_png
from pyojeong.media.clip import Clip
from pyojeong.media.damage import DARK, NONE, damage_between, laid_on
from pyojeong.media.image import Pixels

SIZE = (100, 60)


def _disc(turn: float, size_wh: tuple[int, int] = SIZE) -> Pixels:
    """A shaded disc with a soft rim that moves to the right."""
    width, height = size_wh
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float64)
    away = np.hypot(columns - width * (0.31 + 0.37 * turn), rows - height / 2)
    alpha = np.clip(height * 0.35 - away + 0.5, 0, 1)
    shade = np.clip(1 - away / height, 0, 1)
    rgb = np.stack([220 * shade + 30, 120 * shade + 60, 90 + columns % 40 * 2], axis=-1)
    return np.dstack([np.where(alpha[..., None] > 0, rgb, 0), alpha * 255]).astype(np.uint8)


@pytest.fixture(scope="module")
def strip() -> Strip:
    clip = Clip(lambda i: _disc(i / 8), 8, 8 / 0.83, SIZE)
    return strip_of(clip, milliseconds=830, grain_ms=10, plays=3)


def _opaque(strip: Strip) -> Strip:
    frames = [np.dstack([laid_on(f, (255, 255, 255)), np.full(f.shape[:2], 255, np.uint8)]) for f in strip.frames]
    return Strip(tuple(frames), strip.durations_ms, strip.plays)


@given(st.integers(1, 400), st.integers(1, 60), st.sampled_from([1, 10]))
def test_times_are_even_and_their_sum_exact(more: int, count: int, grain: int) -> None:
    times = spread_times(count + more, count, grain)
    assert sum(times) == (count + more) * grain
    assert max(times) - min(times) <= grain


def test_frames_are_taken_evenly_from_the_first() -> None:
    clip = Clip(lambda i: np.full((2, 2, 3), i * 10, np.uint8), 24, 24, (2, 2))
    strip = strip_of(clip, count=20)
    levels = [int(frame[0, 0, 0]) // 10 for frame in strip.frames]
    assert levels[0] == 0 and levels == sorted(set(levels)) and len(levels) == 20 and strip.milliseconds == 1000


def test_more_frames_than_there_are_cannot_be_taken() -> None:
    with pytest.raises(ValueError, match="1 to 3 frames"):
        strip_of(Clip(lambda i: np.zeros((2, 2, 4), np.uint8), 3, 10, (2, 2)), count=4)


@pytest.mark.parametrize("step", [1, 2, 3, 5])
def test_thinning_keeps_the_sum(strip: Strip, step: int) -> None:
    thin = strip.every(step)
    assert thin.milliseconds == strip.milliseconds and thin.frames[0] is strip.frames[0]
    assert len(thin.frames) == -(-len(strip.frames) // step)


def test_few_colours_are_kept_exactly() -> None:
    frame = np.random.default_rng(1).choice([0, 80, 255], (20, 20, 4)).astype(np.uint8)
    palette = shared_palette([frame])
    seen = frame[:, :, 3] > 0
    assert palette.exact and np.array_equal(palette.shown(frame)[seen], frame[seen])
    assert not palette.shown(frame)[~seen].any()


@pytest.mark.parametrize("colours", [256, 64, 8])
def test_fewer_colours_cost_more(strip: Strip, colours: int) -> None:
    palette = shared_palette(strip.frames, colours)
    half = shared_palette(strip.frames, colours // 2)
    frame = strip.frames[3]
    assert len(palette.colours) <= colours
    assert damage_between(frame, palette.shown(frame)).delta_e < damage_between(frame, half.shown(frame)).delta_e


def test_the_palette_is_better_than_pillows_octree(strip: Strip) -> None:
    frame = strip.frames[2]
    octree = PIL.Image.fromarray(frame, "RGBA").quantize(64, method=PIL.Image.Quantize.FASTOCTREE).convert("RGBA")
    ours = damage_between(frame, shared_palette([frame], 64).shown(frame))
    theirs = damage_between(frame, np.asarray(octree))
    assert ours.delta_e < theirs.delta_e and ours.ssim > theirs.ssim


def test_an_apng_is_read_back_pixel_by_pixel(strip: Strip) -> None:
    palette = shared_palette(strip.frames, 128)
    with PIL.Image.open(io.BytesIO(indexed_apng(strip, palette))) as picture:
        assert (picture.format, picture.n_frames, picture.info["loop"]) == ("PNG", 8, 3)
        for number, frame in enumerate(strip.frames):
            picture.seek(number)
            assert picture.info["duration"] == strip.durations_ms[number]
            assert np.array_equal(np.asarray(picture.convert("RGBA")), palette.shown(frame))


def test_equal_frames_of_an_apng_stay_frames(strip: Strip) -> None:
    still = Strip((strip.frames[0],) * 5, (100,) * 5)
    with PIL.Image.open(io.BytesIO(indexed_apng(still, shared_palette(still.frames)))) as picture:
        assert picture.n_frames == 5


def test_a_palette_png_is_read_back(strip: Strip) -> None:
    palette = shared_palette(strip.frames[:1], 40)
    with PIL.Image.open(io.BytesIO(indexed_png(strip.frames[0], palette))) as picture:
        picture.verify()
    with PIL.Image.open(io.BytesIO(indexed_png(strip.frames[0], palette))) as picture:
        assert picture.mode == "P" and np.array_equal(
            np.asarray(picture.convert("RGBA")), palette.shown(strip.frames[0])
        )


def test_one_palette_is_smaller_than_rgba(strip: Strip) -> None:
    rgba = io.BytesIO()
    frames = [PIL.Image.fromarray(frame, "RGBA") for frame in strip.frames]
    frames[0].save(rgba, "PNG", save_all=True, append_images=frames[1:], duration=100)
    assert len(indexed_apng(strip, shared_palette(strip.frames))) < rgba.tell() / 1.5


@pytest.mark.parametrize(("plays", "loop"), [(0, 0), (3, 2), (1, None)])
def test_a_gif_keeps_its_times_and_plays(strip: Strip, plays: int, loop: int | None) -> None:
    white = Strip(_opaque(strip).frames, strip.durations_ms, plays)
    palette = shared_palette(white.frames, 255)
    with PIL.Image.open(io.BytesIO(encode_gif(white, palette))) as picture:
        times = []
        for number, frame in enumerate(white.frames):
            picture.seek(number)
            times.append(picture.info["duration"])
            assert np.array_equal(np.asarray(picture.convert("RGB")), palette.shown(frame)[:, :, :3])
        assert tuple(times) == strip.durations_ms and picture.info.get("loop") == loop


def test_a_gif_refuses_what_it_cannot_say(strip: Strip) -> None:
    with pytest.raises(ValueError, match="opaque"):
        encode_gif(strip, shared_palette(strip.frames, 255))
    white = Strip(_opaque(strip).frames, (7,) * 8)
    with pytest.raises(ValueError, match="10 ms"):
        encode_gif(white, shared_palette(white.frames, 255))


def test_a_lossless_webp_keeps_every_visible_pixel(strip: Strip) -> None:
    with PIL.Image.open(io.BytesIO(encode_webp(strip, quality=None))) as picture:
        total = 0
        for number, frame in enumerate(strip.frames):
            picture.seek(number)
            shown = np.asarray(picture.convert("RGBA"))
            total += picture.info["duration"]
            assert np.array_equal(laid_on(shown, DARK), laid_on(frame, DARK))
        assert (picture.n_frames, total, picture.info["loop"]) == (8, strip.milliseconds, 3)


@pytest.mark.parametrize("size", [(100, 100), (512, 288)])
def test_a_webm_keeps_alpha_and_colour(size: tuple[int, int]) -> None:
    """100 px: FFmpeg's own conversion leaves garbage in the last four columns of that width."""
    strip = strip_of(Clip(lambda i: _disc(i / 6, size), 6, 12, size))
    shown = list(decode_webm(encode_webm(strip, crf=12)))
    assert len(shown) == 6
    for frame, back in zip(strip.frames, shown, strict=True):
        assert np.abs(frame[:, :, 3].astype(int) - back[:, :, 3]).max() < 40
        damage = damage_between(frame, back)
        assert damage.ssim > 0.97 and damage.delta_e < 6


def test_a_film_without_alpha_is_opaque(tmp_path: object) -> None:
    import av

    buffer = io.BytesIO()
    with av.open(buffer, "w", format="webm") as container:
        stream = container.add_stream("libvpx-vp9", rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 200, np.uint8), format="rgb24")
        container.mux(stream.encode(frame.reformat(format="yuv420p")))
        container.mux(stream.encode())
    (shown,) = decode_webm(buffer.getvalue())
    assert shown.shape == (48, 64, 4) and shown[:, :, 3].min() == 255 and abs(int(shown[20, 20, 0]) - 200) < 6


def test_bleeding_changes_only_what_is_transparent(strip: Strip) -> None:
    frame = strip.frames[0]
    bled = colours_bled(frame)
    seen = frame[:, :, 3] > 0
    assert np.array_equal(bled[seen], frame[seen]) and np.array_equal(bled[:, :, 3], frame[:, :, 3])
    rim = np.roll(seen, 2, axis=0) & ~seen
    assert bled[rim][:, 0].mean() > 30


def test_damage_is_nothing_for_equal_pictures_and_grows(strip: Strip) -> None:
    frame = strip.frames[0]
    assert damage_between(frame, frame) == NONE
    weak, strong = frame.copy(), frame.copy()
    weak[20:40, 20:40, 1] ^= 8
    strong[20:40, 20:40, 1] ^= 64
    assert NONE.delta_e < damage_between(frame, weak).delta_e < damage_between(frame, strong).delta_e
    assert damage_between(frame, strong).worse_than(damage_between(frame, weak))


def test_damage_looks_at_both_grounds() -> None:
    """White lost on white is seen on the dark."""
    white = np.zeros((40, 40, 4), np.uint8)
    white[10:30, 10:30] = 255
    assert damage_between(white, np.zeros_like(white)).delta_e > 50


def test_ssim_agrees_with_scikit_image(strip: Strip) -> None:
    from skimage.metrics import structural_similarity

    frame = _opaque(strip).frames[2]
    noise = np.random.default_rng(2).integers(-12, 12, frame.shape)
    other = np.clip(frame.astype(int) + noise, 0, 255).astype(np.uint8)
    other[:, :, 3] = 255
    grey = [np.asarray(PIL.Image.fromarray(x[:, :, :3]).convert("L")) for x in (frame, other)]
    theirs = structural_similarity(
        grey[0], grey[1], data_range=255, gaussian_weights=True, sigma=1.5, use_sample_covariance=False
    )
    assert damage_between(frame, other).ssim == pytest.approx(theirs, abs=0.02)
