"""Every file fits its cap, without visible damage, in the time and number of frames it may have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.media.clip import Clip
from pyojeong.media.damage import damage_between
from pyojeong.media.image import Image
from pyojeong.stickers.packing import Sticker, Transparency
from pyojeong.stickers.packing.encoding import VISIBLE, Encoded, encode_for
from pyojeong.stickers.packing.fitting import best_that_fits
from pyojeong.stickers.packing.framing import drawn_size, framed, still_for
from pyojeong.stickers.packing.inspecting import PictureFacts, frames_of, look_at
from pyojeong.stickers.stores import FileSpec, find_store

MakeSticker = Callable[..., Sticker]


def _spec(store: str, part: int = 0) -> FileSpec:
    return find_store(store).parts[part].file


def _facts(encoded: Encoded, spec: FileSpec) -> PictureFacts:
    facts = look_at(f"a{spec.suffix}", encoded.data).picture
    assert facts is not None
    return facts


@pytest.mark.parametrize("store", ["kakao", "ogq", "line", "telegram", "whatsapp", "discord"])
def test_a_still_is_what_the_store_wants(store: str, make_sticker: MakeSticker) -> None:
    spec = _spec(store)
    encoded = encode_for(make_sticker(1).picture_of, spec)
    facts = _facts(encoded, spec)
    assert facts.format == spec.format.value and spec.takes_size(facts.size_wh) and not facts.moves
    assert len(encoded.data) <= spec.bytes_max and facts.transparency is Transparency.USED
    assert facts.margins is not None and min(facts.margins) >= spec.margin_px


@pytest.mark.parametrize("store", ["kakao-animated", "line-animated", "telegram-video", "whatsapp-animated"])
def test_a_moving_file_is_what_the_store_wants(store: str, make_sticker: MakeSticker) -> None:
    spec = _spec(store)
    encoded = encode_for(make_sticker(2, moves=True).picture_of, spec)
    facts = _facts(encoded, spec)
    motion = spec.motion
    assert motion is not None and facts.format == spec.format.value and spec.takes_size(facts.size_wh)
    assert motion.frames[0] <= facts.frames <= motion.frames[1] and len(encoded.data) <= spec.bytes_max
    assert not encoded.damage.worse_than(VISIBLE)
    assert facts.transparency is (Transparency.NONE if spec.background == "white" else Transparency.USED)
    seconds = 2.0 if motion.whole_seconds else 1.7
    assert facts.seconds == pytest.approx(seconds, abs=0.002)
    if motion.plays and motion.seconds_max:
        assert facts.plays == 2 and facts.seconds * facts.plays <= motion.seconds_max


def test_the_first_frame_of_a_line_sticker_is_the_key_pose(make_sticker: MakeSticker) -> None:
    spec = _spec("line-animated")
    sticker = make_sticker(3, moves=True)
    encoded = encode_for(sticker.picture_of, spec)
    pose = still_for(sticker.picture_of, spec)
    assert not damage_between(pose, next(frames_of(encoded.data))).worse_than(VISIBLE)


def test_a_moving_picture_gives_its_key_pose_where_stills_are_wanted(make_sticker: MakeSticker) -> None:
    spec = _spec("kakao-animated", part=1)
    encoded = encode_for(make_sticker(4, moves=True).picture_of, spec)
    assert not _facts(encoded, spec).moves


def test_a_still_is_refused_where_it_should_move(make_sticker: MakeSticker) -> None:
    with pytest.raises(PyojeongError, match="움직이는 그림이 필요") as caught:
        encode_for(make_sticker(1).picture_of, _spec("line-animated"), name="moment-1")
    assert caught.value.kind == "still-picture"


def test_too_few_frames_are_refused(make_sticker: MakeSticker) -> None:
    with pytest.raises(PyojeongError, match="5장 이상"):
        encode_for(make_sticker(1, moves=True, frames=4).picture_of, _spec("line-animated"))


@pytest.mark.parametrize(("seconds", "plays", "shown"), [(0.8, 4, 1.0), (1.4, 4, 1.0), (2.6, 1, 3.0), (9.0, 1, 4.0)])
def test_line_plays_whole_seconds_four_at_most(
    make_sticker: MakeSticker, seconds: float, plays: int, shown: float
) -> None:
    spec = _spec("line-animated")
    facts = _facts(encode_for(make_sticker(5, moves=True, seconds=seconds).picture_of, spec), spec)
    assert (facts.seconds, facts.plays) == (shown, plays)


def _textured(grain: int, strength: int) -> Callable[[tuple[int, int]], Image]:
    def picture_of(size_wh: tuple[int, int]) -> Image:
        random = np.random.default_rng(grain)
        width, height = size_wh
        smooth = np.linspace(60, 200, width)[None, :, None] * np.ones((height, 1, 3))
        rough = smooth + random.integers(-strength, strength + 1, (height, width, 3))
        return Image(np.dstack([np.clip(rough, 0, 255), np.full((height, width), 255)]).astype(np.uint8))

    return picture_of


def test_a_textured_still_loses_colours_until_it_fits() -> None:
    """±2 grey levels of grain: 200 KB as RGBA, and nobody sees them go."""
    spec = _spec("kakao")
    encoded = encode_for(_textured(1, 2), spec)
    assert "colours" in encoded.how and len(encoded.data) <= spec.bytes_max and not encoded.damage.worse_than(VISIBLE)
    assert _facts(encoded, spec).mode == "P"


def test_noise_is_refused_rather_than_ruined() -> None:
    spec = replace(_spec("kakao"), bytes_max=40_000)
    with pytest.raises(PyojeongError, match="40 KB") as caught:
        encode_for(_textured(2, 120), spec, name="noise")
    assert caught.value.kind == "does-not-fit"


def test_a_small_picture_is_not_blown_up() -> None:
    spec = _spec("kakao")
    small = np.full((100, 50, 3), 90, np.uint8)
    canvas = framed(small, spec)
    assert canvas.shape == (360, 360, 4) and int((canvas[:, :, 3] > 0).sum()) == 5000


def test_a_large_picture_is_made_smaller_without_a_dark_rim() -> None:
    spec = _spec("kakao")
    large = np.zeros((720, 720, 4), np.uint8)
    large[101:619, 101:619] = (250, 200, 90, 255)
    canvas = framed(large, spec)
    rim = canvas[(canvas[:, :, 3] > 0) & (canvas[:, :, 3] < 255)]
    assert len(rim) and np.abs(rim[:, :3].astype(int) - (250, 200, 90)).max() <= 3


def test_margins_are_left_out_of_the_drawing(make_sticker: MakeSticker) -> None:
    asked: list[tuple[int, int]] = []
    spec = _spec("line")
    still_for(make_sticker(1, asked=asked).picture_of, spec)
    assert asked == [drawn_size(spec)] == [(350, 300)]


def test_a_picture_of_a_kakao_proposal_lies_on_white(make_sticker: MakeSticker) -> None:
    spec = _spec("kakao-animated")
    encoded = encode_for(make_sticker(1, moves=True, frames=6).picture_of, spec)
    first = next(frames_of(encoded.data))
    assert first[0, 0].tolist() == [255, 255, 255, 255]


@given(st.integers(1, 300), st.integers(0, 8))
def test_what_fits_is_under_the_cap_and_near_it(cap: int, tries: int) -> None:
    found = best_that_fits(lambda setting: b"x" * setting, cap, worst=32, best=256, tries=tries)
    if cap < 32:
        assert found is None
    else:
        assert found is not None and len(found.data) <= cap
        assert min(cap, 256) - found.setting <= 224 / 2**tries + 1


def test_clips_of_any_rate_keep_their_length() -> None:
    spec = _spec("telegram-video")
    clip = Clip(lambda i: np.full((512, 512, 4), (i * 20, 90, 90, 255), np.uint8), 10, 60.0, (512, 512))
    facts = _facts(encode_for(lambda _: clip, spec), spec)
    assert facts.frames / facts.seconds <= 30.001 and facts.seconds == pytest.approx(1 / 6, abs=0.04)
