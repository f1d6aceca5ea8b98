"""Drawings: paths and paints as values, painted by Skia and written as SVG."""

from pyojeong.media.drawing.nodes import (
    Blend,
    Drawing,
    Grain,
    Group,
    Linear,
    Matrix,
    Node,
    Paint,
    Radial,
    Rimmed,
    Shape,
    Stop,
    Stroke,
)

__all__ = [
    "Blend",
    "Drawing",
    "Grain",
    "Group",
    "Linear",
    "Matrix",
    "Node",
    "Paint",
    "Radial",
    "Rimmed",
    "Shape",
    "Stop",
    "Stroke",
]
