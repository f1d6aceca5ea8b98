"""Lines are kept by what they depend on, and by nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.paths import circle, oval
from pyojeong.media.drawing.svg import path_data
from pyojeong.performing.character import Character, design_of, draw, strokes
from pyojeong.performing.character.acts import MOMENTS
from pyojeong.performing.character.acts.choosing import own
from pyojeong.performing.character.strokes import Hand, Strand, brushed, hand_drawn, hand_drawn_strands

KEPT = (strokes._hand_drawn, strokes._brushed, strokes._dry_tail)


def forget() -> None:
    for kept in KEPT:
        kept.cache_clear()


def picture(character: Character, moment: str) -> np.ndarray:
    act = own(MOMENTS[moment], design_of(character))
    return painted(draw(character, act.key), 90).pixels


@pytest.mark.parametrize("design", ["cat", "dog", "doodle", "inkbrush", "duck", "bear"])
def test_a_picture_is_the_same_whatever_was_drawn_before(design: str) -> None:
    forget()
    character = Character(design)
    fresh = picture(character, "hello")
    for other in (Character(design, seed=5), Character("dog"), character):
        for moment in ("sob", "angry"):
            picture(other, moment)
    assert np.array_equal(picture(character, "hello"), fresh)
    forget()
    assert np.array_equal(picture(character, "hello"), fresh)


def test_what_is_kept_is_bounded() -> None:
    for n in range(strokes._KEPT + 20):
        brushed(circle((50, 50), 5 + n / 100), 4.0, "ring")
    for kept in KEPT:
        assert kept.cache_info().maxsize == strokes._KEPT
    assert strokes._brushed.cache_info().currsize == strokes._KEPT
    forget()


def test_a_line_depends_on_path_width_hand_and_key() -> None:
    path, hand = oval((50, 50), (40, 30)), Hand()
    one = path_data(hand_drawn(path, 6.0, hand, "a"))
    others = {
        path_data(hand_drawn(oval((50, 50.02), (40, 30)), 6.0, hand, "a")),
        path_data(hand_drawn(path, 6.4, hand, "a")),
        path_data(hand_drawn(path, 6.0, Hand(sway=3.0), "a")),
        path_data(hand_drawn(path, 6.0, hand, "b")),
    }
    assert path_data(hand_drawn(path, 6.0, hand, "a")) == one
    assert len(others | {one}) == 5


def test_strands_lie_where_they_are_shifted_to() -> None:
    path, hand = circle((50, 50), 30), Hand(sway=0.0)
    both = hand_drawn_strands(path, hand, Strand(3.0, "a"), Strand(3.0, "b", (100.0, 0.0))).computeTightBounds()
    assert both.left() == pytest.approx(18.5, abs=1.5)
    assert both.right() == pytest.approx(181.5, abs=1.5)
