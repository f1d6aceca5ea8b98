"""Films of acts: the still first, every frame on the canvas, marks in their seats."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acts import act_for, act_of
from pyojeong.performing.character.character import Character
from pyojeong.performing.character.filming import clip_of

MASCOT = Character("mascot")


@pytest.mark.parametrize("act", [act_for(Emotion.JOY, 1.0), act_of("hello"), act_of("rolling")], ids=lambda a: a.name)
def test_a_film_moves_within_its_margin_and_can_be_drawn_again(act) -> None:  # type: ignore[no-untyped-def]
    clip = clip_of(MASCOT, act, size_px=90, frames=12)
    frames = [clip.frame(n) for n in range(12)]
    assert all(frame.shape == (90, 90, 4) for frame in frames)
    assert np.array_equal(clip.frame(5), frames[5])
    assert len({frame.tobytes() for frame in frames}) >= 6
    for frame in frames:
        alpha = frame[..., 3]
        assert not alpha[:1].any() and not alpha[:, :1].any() and not alpha[:, -1:].any()


def test_one_cycle_lasts_as_many_frames_as_asked() -> None:
    clip = clip_of(MASCOT, act_of("ok"), size_px=60, frames=8, frames_per_second=10)
    assert (clip.count, clip.seconds, clip.size_wh) == (8, 0.8, (60, 60))
