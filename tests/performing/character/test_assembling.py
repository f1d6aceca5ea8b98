"""Figures put together: what hides what."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import Character, design_of
from pyojeong.performing.character.acts import act_of
from pyojeong.performing.character.stage import draw

SLEEVE = (0, 230, 60)


def sleeves_seen(design: str, style: str, moment: str) -> int:
    """Pixels of the sleeves beside the body."""
    chosen = {"hair-style": style, "hair-colour": "#201008", "clothes-colour": "#00e63c", "clothes": "hoodie"}
    who = Character(design, chosen=chosen)
    pixels = painted(draw(who, act_of(moment, design=design_of(who)).key), 240, ground="#ffffff").rgb.astype(int)
    seen = np.abs(pixels - SLEEVE).max(axis=2) < 60
    return int(seen[:, :92].sum() + seen[:, 148:].sum())


@pytest.mark.parametrize("moment", ["hello", "good-job", "star", "stop", "you", "welcome", "hug"])
@pytest.mark.parametrize("style", ["long-straight", "long-fringe", "bob"])
def test_arms_held_away_are_seen_before_hair_that_hangs(style: str, moment: str) -> None:
    assert sleeves_seen("chibi", style, moment) > 0.95 * sleeves_seen("chibi", "bald", moment)
