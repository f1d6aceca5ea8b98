"""What kind of file a performance becomes."""

from __future__ import annotations

import pytest

from pyojeong import PyojeongError
from pyojeong.interfaces.finish import Finish, Staging, Tempo


@pytest.mark.parametrize("suffix", [".png", "JPG", "jpeg", "webp", "tif", "tiff"])
def test_pictures_stand_still(suffix: str) -> None:
    assert Finish.of(suffix).tempo is None


@pytest.mark.parametrize("suffix", ["gif", ".mp4", "apng"])
def test_clips_move_for_three_seconds_unless_told(suffix: str) -> None:
    assert Finish.of(suffix).tempo == Tempo(3.0, 20.0)
    assert Finish.of(suffix, seconds=1.5).tempo == Tempo(1.5, 20.0)


@pytest.mark.parametrize("suffix", ["webp", "png"])
def test_webp_and_png_move_when_told_how_long(suffix: str) -> None:
    assert Finish.of(suffix, seconds=2, frames_per_second=10).tempo == Tempo(2, 10)


@pytest.mark.parametrize(
    ("suffix", "seconds"), [("", None), ("bmp", None), ("svg", None), ("png.exe", None), ("jpg", 2.0)]
)
def test_other_formats_are_refused_with_those_that_work(suffix: str, seconds: float | None) -> None:
    with pytest.raises(PyojeongError) as refusal:
        Finish.of(suffix, seconds=seconds)
    assert refusal.value.kind == "unknown-format"
    assert "webp" in refusal.value.korean


@pytest.mark.parametrize("suffix", ["jpg", "mp4"])
def test_formats_without_alpha_cannot_have_a_transparent_background(suffix: str) -> None:
    with pytest.raises(PyojeongError, match="png"):
        Finish.of(suffix, Staging("none"))


@pytest.mark.parametrize(("seconds", "rate"), [(0.1, 20), (31, 20), (float("nan"), 20), (2, 0), (2, 61)])
def test_tempo_stays_within_what_can_be_played(seconds: float, rate: float) -> None:
    with pytest.raises(PyojeongError) as refusal:
        Tempo(seconds, rate)
    assert refusal.value.kind == "tempo"
