"""Every mark is seen, stays on the canvas, hides no eye, and moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from pyojeong.media.drawing import Drawing, Group, Shape
from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.paths import circle
from pyojeong.media.drawing.svg import svg_of
from pyojeong.performing.character.acting import Acting, Mark
from pyojeong.performing.character.figure import CANVAS, MARGIN, Figure, Frame
from pyojeong.performing.character.marks import MarksDrawn, mark_nodes, seating_of
from pyojeong.performing.character.marks.drawn import PIECES
from pyojeong.performing.character.marks.spots import area_cells
from pyojeong.performing.character.pens import FlatPen, InkPen, Pen

FigureOf = Callable[..., Figure]
PEN = InkPen("#4a3228", 7.0)
FLAT = FlatPen("#3b2f4a", 6.0)
STATES = {Mark.FLUSH, Mark.PALE, Mark.GREEN, Mark.BLUSH}
"""They colour the face and do not move."""
OVER_EYES = STATES | {Mark.WELLING, Mark.DIZZY}
GROUNDS = ("#ffffff", "#1e1f24")
COATS = ("#f2ae4e", "#3a2a2e", "#fdf6ec", "#5f8f7a")


def drawn(figure: Figure, mark: Mark, *, phase: float = 0.0, strength: float = 0.8, pen: Pen = PEN) -> MarksDrawn:
    return mark_nodes(pen, figure, Acting(marks={mark: strength}, phase=phase))


def of(marks: MarksDrawn) -> Drawing:
    return Drawing(Group((*marks.behind, *marks.front)), (CANVAS, CANVAS))


@pytest.mark.parametrize("mark", Mark)
def test_a_mark_is_drawn_and_alike_each_time(mark: Mark, figure_of: FigureOf) -> None:
    once, again = svg_of(of(drawn(figure_of(), mark))), svg_of(of(drawn(figure_of(), mark)))
    assert once == again
    assert "<path" in once


@pytest.mark.parametrize("mark", sorted(set(Mark) - STATES))
def test_a_mark_moves_with_the_phase_and_comes_back(mark: Mark, figure_of: FigureOf) -> None:
    pictures = {svg_of(of(drawn(figure_of(), mark, phase=phase))) for phase in (0.0, 0.2, 0.62, 0.88)}
    assert len(pictures) >= 2, mark


@pytest.mark.parametrize("mark", Mark)
@pytest.mark.parametrize("head", [None, Frame((180.0, 120.0), (128.0, 108.0)), Frame((120.0, 170.0), (70.0, 66.0), 12)])
def test_a_mark_keeps_the_margin(mark: Mark, head: Frame | None, figure_of: FigureOf) -> None:
    figure = figure_of(head=head)
    for phase in (0.0, 0.1, 0.3, 0.55, 0.8):
        marks = drawn(figure, mark, phase=phase, strength=1.0)
        left, top, right, bottom = bounds(Group((*marks.behind, *marks.front)))
        assert min(left, top) >= MARGIN, (phase, left, top)
        assert max(right, bottom) <= CANVAS - MARGIN, (phase, right, bottom)


@pytest.mark.parametrize("mark", sorted(set(Mark) - OVER_EYES))
@pytest.mark.parametrize(
    "head", [None, Frame((180.0, 110.0), (150.0, 92.0)), Frame((180.0, 190.0), (96.0, 120.0), -14)]
)
def test_no_mark_lies_over_an_eye(mark: Mark, head: Frame | None, figure_of: FigureOf) -> None:
    figure = figure_of(head=head)
    eyes = area_cells(*(circle(eye, figure.eye_radius) for eye in figure.eyes))
    for phase in (0.0, 0.25, 0.5, 0.9):
        front = drawn(figure, mark, phase=phase).front
        solid = painted(Drawing(Group(front), (CANVAS, CANVAS)), eyes.shape[0]).pixels[..., 3] > 200
        assert not (solid & eyes).any(), (mark, phase)


def _luminance(pixels: np.ndarray) -> np.ndarray:
    values = pixels[..., :3] / 255.0
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _changed(figure: Figure, mark: Mark, ground: str, pen: Pen = PEN) -> tuple[np.ndarray, np.ndarray]:
    """Pixels at chat size with and without the mark, where they differ."""
    marks = drawn(figure, mark, pen=pen)
    bare = painted(Drawing(Group((figure.node,)), (CANVAS, CANVAS)), 100, ground=ground).pixels[..., :3]
    whole = Group((*marks.behind, figure.node, *marks.front))
    marked = painted(Drawing(whole, (CANVAS, CANVAS)), 100, ground=ground).pixels[..., :3]
    differ = np.abs(marked.astype(int) - bare).max(axis=2) > 24
    return bare[differ], marked[differ]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("coat", COATS)
@pytest.mark.parametrize("mark", sorted(set(Mark) - STATES))
def test_a_mark_stands_off_what_it_lies_on_at_100_px(mark: Mark, coat: str, ground: str, figure_of: FigureOf) -> None:
    _assert_seen(*_changed(figure_of(coat=coat), mark, ground), mark)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("mark", sorted(set(Mark) - STATES))
def test_a_pen_without_outlines_draws_marks_that_are_seen(mark: Mark, ground: str, figure_of: FigureOf) -> None:
    _assert_seen(*_changed(figure_of(coat="#f2ae4e"), mark, ground, FLAT), mark)


def _assert_seen(bare: np.ndarray, marked: np.ndarray, mark: Mark) -> None:
    assert len(marked) >= 12, "too small to see"
    first, second = _luminance(marked) + 0.05, _luminance(bare) + 0.05
    ratios = np.maximum(first / second, second / first)
    lines = 96 if mark is Mark.GLOOM else 85  # most of the gloom is a shade, its lines are what is read
    assert np.percentile(ratios, lines) >= 2.5


@pytest.mark.parametrize("mark", sorted(STATES))
@pytest.mark.parametrize("coat", COATS)
def test_a_tint_changes_the_face_to_be_noticed(mark: Mark, coat: str, figure_of: FigureOf) -> None:
    bare, marked = _changed(figure_of(coat=coat), mark, "#ffffff")
    assert len(marked) >= 40
    assert np.abs(marked.astype(int) - bare).max(axis=1).mean() >= 40


def test_places_depend_on_the_figure_alone(figure_of: FigureOf) -> None:
    figure, marks = figure_of(), {Mark.HEART: 0.8, Mark.SWEAT: 0.8, Mark.QUESTION: 0.8}
    assert seating_of(figure, marks) == seating_of(figure, list(marks)[::-1])
    still = mark_nodes(PEN, figure, Acting(marks=marks))
    given = mark_nodes(PEN, figure, Acting(marks=marks), seating=seating_of(figure, marks))
    assert svg_of(of(still)) == svg_of(of(given))


def test_marks_stay_with_a_head_that_moves(figure_of: FigureOf) -> None:
    figure = figure_of()
    seating = seating_of(figure, [Mark.VEIN])
    moved = figure_of(head=Frame((200.0, 150.0), figure.head.half_size))
    (there,), (here,) = (seating[Mark.VEIN],), (seating[Mark.VEIN],)
    start, end = here[0].spot(figure.head).centre, there[0].spot(moved.head).centre
    assert (end[0] - start[0], end[1] - start[1]) == pytest.approx((20.0, 12.0), abs=1e-3)


def test_marks_do_not_lie_on_one_another(figure_of: FigureOf) -> None:
    together = [Mark.QUESTION, Mark.SWEAT, Mark.NOTE, Mark.STEAM]
    seating = seating_of(figure_of(), together)
    boxes = []
    for mark in together:
        for seat, piece in zip(PIECES[mark][1], seating[mark], strict=True):
            spot = piece.spot(figure_of().head)
            boxes.append((spot.centre, seat.reach[0] * spot.size, seat.reach[1] * spot.size))
    for n, ((x, y), w, h) in enumerate(boxes):
        for (u, v), a, b in boxes[n + 1 :]:
            across, down = w + a - abs(x - u), h + b - abs(y - v)
            assert min(across, down) < 0.35 * min(w, a), (n, across, down)


def test_a_raised_hand_drives_a_mark_away(figure_of: FigureOf) -> None:
    free = seating_of(figure_of(), [Mark.QUESTION])[Mark.QUESTION][0].spot(figure_of().head).centre
    busy = figure_of(hands=((112.0, 270.0), free))
    moved = seating_of(busy, [Mark.QUESTION])[Mark.QUESTION][0].spot(busy.head).centre
    assert np.hypot(moved[0] - free[0], moved[1] - free[1]) > 30


def test_a_vein_is_four_brackets_around_a_gap(figure_of: FigureOf) -> None:
    marks = drawn(figure_of(coat="#fdf6ec"), Mark.VEIN)
    alpha = painted(of(marks), 720).pixels[..., 3] > 128
    import cv2

    count, _, stats, _ = cv2.connectedComponentsWithStats(alpha.astype(np.uint8))
    assert count - 1 == 4, stats


def test_a_drop_of_sweat_points_back_to_the_head(figure_of: FigureOf) -> None:
    figure = figure_of()
    spot = seating_of(figure, [Mark.SWEAT])[Mark.SWEAT][0].spot(figure.head)
    tip, foot = spot.at(0, -1), spot.at(0, 1)
    middle = figure.head.centre[0]
    assert abs(tip[0] - middle) < abs(foot[0] - middle)
    assert tip[1] < foot[1]


@pytest.mark.parametrize("mark", [Mark.FLUSH, Mark.PALE, Mark.GREEN, Mark.GLOOM])
def test_a_tint_leaves_the_eyes_as_they_are(mark: Mark, figure_of: FigureOf) -> None:
    figure = figure_of()
    radius = figure.eye_radius
    named = tuple(Group((Shape(circle(eye, radius), fill="#ffffff"),), name="an-eye") for eye in figure.eyes)
    figure = replace(figure, node=Group((figure.node, *named)))
    whole = Drawing(Group((figure.node, *drawn(figure, mark).front)), (CANVAS, CANVAS))
    pixels = painted(whole, int(CANVAS)).pixels
    for x, y in figure.eyes:
        assert (pixels[int(y), int(x), :3] == 255).all()
