"""Drawn things to hold, wear or stand beside."""

from __future__ import annotations

from dataclasses import dataclass

from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.pens import Nodes, Pen


@dataclass(frozen=True, slots=True, eq=False)
class PropLayers:
    """A prop where it belongs.

    Attributes:
        behind: Nodes behind the figure.
        front: Nodes before it, under the hands that hold it.
        over: Nodes over these hands.
        hands: Sides of the hands that hold it: 1 is on the picture's right.
    """

    behind: Nodes = ()
    front: Nodes = ()
    over: Nodes = ()
    hands: tuple[int, ...] = ()


def prop_layers(pen: Pen, posture: Posture) -> PropLayers:
    """The pose's prop."""
    return PropLayers()
