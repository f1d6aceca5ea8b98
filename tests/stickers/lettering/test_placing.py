"""Captions beside figures: never over the face, never over the edge, whatever the boxes."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pyojeong.emotion.emotion import Emotion
from pyojeong.media.drawing.outline import bounds
from pyojeong.stickers.lettering import Box, Form, Place, Style, place_caption, style_for
from pyojeong.stickers.lettering.placing import MARGIN

FIGURE, FACE = Box(68.0, 53.0, 292.0, 348.0), Box(90.0, 100.0, 270.0, 220.0)
STAGE = Box(MARGIN, MARGIN, 360 - MARGIN, 360 - MARGIN)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Box, Box]:
    left, top = draw(st.floats(-20, 240)), draw(st.floats(-20, 240))
    width, height = draw(st.floats(60, 380)), draw(st.floats(60, 380))
    figure = Box(left, top, left + width, top + height)
    a, b = sorted(draw(st.tuples(st.floats(0, 0.9), st.floats(0, 0.9))))
    c, d = sorted(draw(st.tuples(st.floats(0, 0.9), st.floats(0, 0.9))))
    face = Box(left + a * width, top + c * height, left + (b + 0.1) * width, top + (d + 0.1) * height)
    return figure, face


@settings(max_examples=80, deadline=None)
@given(scenes(), st.sampled_from(["헐!!", "미안해", "오늘도 수고했어요"]), st.none() | st.sampled_from(Place))
@example((Box(0, 0, 60, 345), Box(0, 0, 6, 34.5)), "오늘도 수고했어요", Place.SIGN)
def test_the_face_is_free_and_all_lies_within_the_margin(
    scene: tuple[Box, Box], text: str, place: Place | None
) -> None:
    figure, face = scene
    placed = place_caption(text, figure=figure, face=face, style=Style(form=Form.BOUNCE), place=place)
    assert STAGE.holds(placed.bounds, slack=0.01)
    assert STAGE.holds(placed.room.of(figure), slack=0.01)
    assert placed.room.box.holds(placed.room.of(figure), slack=0.01)
    assert not placed.bounds.meets(placed.room.of(face))
    assert placed.bounds.holds(Box(*bounds(placed.node)), slack=0.4)
    assert placed.room.matrix.a <= 1.0


@pytest.mark.parametrize("place", Place)
def test_it_stands_where_it_was_asked_to(place: Place) -> None:
    placed = place_caption("고마워", figure=FIGURE, face=FACE, style=style_for(Emotion.JOY), place=place)
    caption, figure = placed.bounds, placed.room.of(FIGURE)
    assert placed.place is place
    if place is Place.ABOVE:
        assert caption.bottom < figure.top
    elif place is Place.LEFT:
        assert caption.right < figure.left
    elif place is Place.RIGHT:
        assert caption.left > figure.right
    else:
        assert caption.centre[1] > placed.room.of(FACE).bottom
    assert (placed.lettered.style.form is Form.VERTICAL) == (place in (Place.LEFT, Place.RIGHT))


def test_a_figure_that_leaves_room_stays_where_it_is() -> None:
    figure, face = Box(120.0, 190.0, 240.0, 352.0), Box(130.0, 200.0, 230.0, 270.0)
    placed = place_caption("고마워", figure=figure, face=face, style=Style(), place=Place.ABOVE)
    assert placed.room.of(figure) == figure


def test_the_sign_bears_the_letters() -> None:
    placed = place_caption("오늘도 수고했어요", figure=FIGURE, face=FACE, style=Style(), place=Place.SIGN)
    assert placed.node.children[0].name == "signboard"  # type: ignore[union-attr]
    assert placed.bounds.holds(placed.lettered.bounds)
    assert placed.bounds.meets(placed.room.of(FIGURE))


def test_without_a_wish_long_words_get_lines_and_the_choice_is_always_the_same() -> None:
    choices = [place_caption("밥 먹었어? 배고파 죽겠네", figure=FIGURE, face=FACE, style=Style()) for _ in range(2)]
    assert choices[0].place is choices[1].place and choices[0].bounds == choices[1].bounds
    assert choices[0].lettered.size > 30 and choices[0].room.matrix.a > 0.6


def test_a_tall_thin_figure_gets_its_words_at_its_side() -> None:
    figure, face = Box(200.0, 8.0, 330.0, 352.0), Box(210.0, 20.0, 320.0, 120.0)
    placed = place_caption("안녕하세요", figure=figure, face=face, style=Style())
    assert placed.place in (Place.LEFT, Place.RIGHT) and placed.room.matrix.a == pytest.approx(1.0)


def test_a_face_outside_its_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="hold the face"):
        place_caption("안녕", figure=FIGURE, face=Box(0.0, 0.0, 50.0, 50.0), style=Style())
