"""Beards on the upright face, under the mouth."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.colours import luminance, mixed
from pyojeong.media.drawing.nodes import Group, Point
from pyojeong.media.drawing.paths import circle, lines, oval, smooth, without
from pyojeong.performing.character.face.style import FacePlaces
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.space import Option

BEARDS = (
    Option("none", "없음", "None"),
    Option("stubble", "까칠한 수염", "Stubble"),
    Option("moustache", "콧수염", "Moustache"),
    Option("goatee", "염소수염", "Goatee"),
    Option("full", "덥수룩한 수염", "Full"),
)
_JAW: tuple[Point, ...] = (
    (-1.08, -0.02),
    (-0.86, 0.02),
    (-0.74, 0.34),
    (-0.42, 0.40),
    (0.0, 0.34),
    (0.42, 0.40),
    (0.74, 0.34),
    (0.86, 0.02),
    (1.08, -0.02),
    (1.08, 0.62),
    (0.70, 1.02),
    (0.0, 1.16),
    (-0.70, 1.02),
    (-1.08, 0.62),
)
"""A beard's edge along cheeks, lip and jaw, in half sizes of the head."""


def beard(
    pen: Pen,
    kind: str,
    head: Frame,
    outline: skia.Path,
    places: FacePlaces,
    colour: str,
    skin: str,
    *,
    open_: float = 0.0,
) -> Nodes:
    """A beard inside the face's ``outline``; ``open_`` is how far the jaw is open, which a beard goes with."""
    if kind == "none":
        return ()
    mouth, unit = places.mouth, places.mouth_size
    dark = colour if luminance(colour) > 0.01 else mixed(colour, "#ffffff", 0.10)
    fall = 0.5 * unit * open_
    if kind == "stubble":
        return (Group(_stubble(pen, head, mouth, unit, mixed(skin, dark, 0.34)), clip=outline),)
    if kind == "moustache":
        return pen.shape(_moustache(mouth, unit, fall), dark, width=0.7 * pen.width, part="moustache")
    if kind == "goatee":
        tuft = smooth(
            [
                (mouth[0] + x * unit, mouth[1] + y * unit + fall)
                for x, y in ((-0.46, 0.62), (0.0, 0.50), (0.46, 0.62), (0.40, 1.16), (0.0, 1.62), (-0.40, 1.16))
            ]
        )
        drawn = pen.shape(tuft, dark, width=0.7 * pen.width, part="goatee")
        return (*drawn, *pen.shape(_moustache(mouth, 0.78 * unit, fall), dark, width=0.7 * pen.width, part="moustache"))
    return _full(pen, head, outline, mouth, unit, dark, fall)


def _full(pen: Pen, head: Frame, outline: skia.Path, mouth: Point, unit: float, dark: str, fall: float) -> Nodes:
    """Jaw and lip under hair, with a window for the mouth; it is lit from above like the rest of the hair."""
    window = oval((mouth[0], mouth[1] + 0.10 * unit + 0.5 * fall), (0.98 * unit, 0.42 * unit + 0.9 * fall))
    mass = without(smooth([head.at(*point) for point in _JAW]), window)
    locks: Nodes = ()
    fine = mixed(dark, "#ffffff", 0.18) if luminance(dark) < 0.05 else mixed(dark, pen.ink, 0.4)
    for n, (x, y) in enumerate(((-0.56, 0.72), (-0.22, 0.86), (0.22, 0.86), (0.56, 0.72))):
        lock = lines([head.at(x, y - 0.04), head.at(0.94 * x, y + 0.10)])
        locks += pen.line(lock, width=0.42 * pen.width, colour=fine, part=f"beard-{n}")
    inside = (
        *pen.fill(mass, dark, part="beard"),
        *pen.line(window, width=0.4 * pen.width, part="beard-window"),
        *locks,
    )
    return (
        Group(inside, clip=outline),
        *pen.shape(_moustache(mouth, unit, fall), dark, width=0.55 * pen.width, part="moustache"),
    )


def _moustache(mouth: Point, unit: float, fall: float) -> skia.Path:
    """Two wings over the lip."""
    half = ((0.0, -0.44), (0.36, -0.56), (0.78, -0.36), (1.10, -0.02), (0.66, -0.10), (0.28, -0.14), (0.0, -0.26))
    points = [*half, *((-x, y) for x, y in reversed(half[1:-1]))]
    return smooth([(mouth[0] + x * unit, mouth[1] + (y - 0.06) * unit - 0.18 * fall) for x, y in points], ease=0.13)


def _stubble(pen: Pen, head: Frame, mouth: Point, unit: float, colour: str) -> Nodes:
    """A soft shadow and dots around mouth and jaw."""
    window = oval((mouth[0], mouth[1] + 0.05 * unit), (0.8 * unit, 0.36 * unit))
    shadow = without(smooth([head.at(*point) for point in _JAW]), window)
    nodes: Nodes = pen.fill(shadow, colour, opacity=0.42, part="stubble")
    dots = skia.Path()
    for row in range(3):
        for n in range(-6, 7):
            x = 0.115 * n + 0.05 * (row % 2)
            dots.addPath(
                circle(head.at(x, 0.66 + 0.11 * row - 0.10 * x * x + 0.04 * abs(x)), 0.011 * head.half_size[0])
            )
    return (*nodes, *pen.fill(without(dots, window), colour, part="stubble-dots"))
