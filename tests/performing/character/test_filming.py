"""Films of acts: the still first, every frame on the canvas, marks in their seats."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.painting import painted
from pyojeong.media.image import Pixels
from pyojeong.performing.character.acts import Act, act_for, act_of
from pyojeong.performing.character.character import Character
from pyojeong.performing.character.filming import FRAMES, scenes_of
from pyojeong.performing.character.stage import Edge, fit_of

MASCOT = Character("mascot")


def filmed(act: Act, frames: int) -> list[Pixels]:
    scenes = scenes_of(MASCOT, act, frames)
    fit = fit_of(scenes, Edge.WHITE)
    return [painted(moment.drawing(Edge.WHITE, fit), 90).pixels for moment in scenes]


@pytest.mark.parametrize("act", [act_for(Emotion.JOY, 1.0), act_of("hello"), act_of("rolling")], ids=lambda a: a.name)
def test_a_film_moves_within_its_margin_and_can_be_drawn_again(act: Act) -> None:
    frames = filmed(act, 12)
    assert all(frame.shape == (90, 90, 4) for frame in frames)
    assert all(np.array_equal(frame, again) for frame, again in zip(frames, filmed(act, 12), strict=True))
    assert len({frame.tobytes() for frame in frames}) >= 6
    for frame in frames:
        alpha = frame[..., 3]
        assert not alpha[:1].any() and not alpha[:, :1].any() and not alpha[:, -1:].any()


def test_one_cycle_has_as_many_moments_as_asked() -> None:
    assert len(scenes_of(MASCOT, act_of("ok"), 8)) == 8
    assert len(scenes_of(MASCOT, act_of("ok"))) == FRAMES
