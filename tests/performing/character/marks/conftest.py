"""Plain figures for marks to sit beside: a round head with ears on a small body, in several makes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pyojeong.media.drawing.nodes import Group, Point, Shape, Stroke
from pyojeong.media.drawing.paths import circle, lines, oval, stroked, united
from pyojeong.performing.character.figure import Figure, Frame

INK = "#4a3228"


@pytest.fixture
def figure_of() -> Callable[..., Figure]:
    """Draws a plain figure."""
    return plain_figure


def plain_figure(
    *,
    coat: str = "#f2ae4e",
    head: Frame | None = None,
    hands: tuple[Point, Point] = ((112.0, 270.0), (248.0, 270.0)),
) -> Figure:
    """Round ears, a wide low face, stub arms to ``hands``."""
    head = head or Frame((180.0, 138.0), (108.0, 92.0))
    unit = head.half_size[0] / 108.0
    body = Frame((180.0, 276.0), (62.0 * unit, 62.0 * unit))
    eyes = head.at(-0.4, 0.1), head.at(0.4, 0.1)
    radius = 13.0 * unit
    arms = [stroked(lines([body.at(0.7 * s, -0.5), hand]), 26 * unit) for s, hand in zip((-1, 1), hands, strict=True)]
    ears = [circle(head.at(0.72 * s, -0.78), 26 * unit) for s in (-1, 1)]
    whole = united(oval(head.centre, head.half_size), *ears, oval(body.centre, body.half_size), *arms)
    face = [circle(eye, radius) for eye in eyes]
    mouth = head.at(0.0, 0.5)
    lips = Shape(lines([(mouth[0] - 10, mouth[1]), (mouth[0] + 10, mouth[1])]), stroke=Stroke(INK, 5.0))
    edge = Stroke(INK, 7.0)
    parts = [
        *(Shape(arm, fill=coat, stroke=edge) for arm in arms),
        Shape(oval(body.centre, body.half_size), fill=coat, stroke=edge),
        *(Shape(ear, fill=coat, stroke=edge) for ear in ears),
        Shape(oval(head.centre, head.half_size), fill=coat, stroke=edge),
        *(Shape(eye, fill=INK) for eye in face),
        lips,
    ]
    return Figure(Group(tuple(parts)), head, body, eyes, radius, mouth, hands, whole, INK)
