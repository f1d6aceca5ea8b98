"""Drawn things to hold, to wear, or to stand beside."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.performing.character.props.food import FOOD
from pyojeong.performing.character.props.gifts import GIFTS
from pyojeong.performing.character.props.prop import Held, Place, Prop
from pyojeong.performing.character.props.things import THINGS

__all__ = ["PROPS", "Held", "Place", "Prop"]

PROPS: Mapping[str, Prop] = MappingProxyType({prop.name: prop for prop in (*FOOD, *GIFTS, *THINGS)})
"""Every prop by its name in `Pose.prop`."""
