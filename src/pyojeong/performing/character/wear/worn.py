"""A worn thing: what is drawn of it, and what it covers."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pyojeong.performing.character.pens import Nodes
from pyojeong.performing.character.space import Option


@dataclass(frozen=True, slots=True, eq=False)
class Worn:
    """Something a figure wears.

    Attributes:
        nodes: The lowest first.
        areas: What it adds to the silhouette.
    """

    nodes: Nodes = ()
    areas: tuple[skia.Path, ...] = ()


NOTHING = Worn()


def some(options: tuple[Option, ...], *names: str) -> tuple[Option, ...]:
    """The options of these names, in this order; the first is worn at rest.

    Raises:
        KeyError: When there is no option of that name.

    >>> [option.name for option in some((Option("a", "가", "A"), Option("b", "나", "B")), "b")]
    ['b']
    """
    by_name = {option.name: option for option in options}
    return tuple(by_name[name] for name in names)
