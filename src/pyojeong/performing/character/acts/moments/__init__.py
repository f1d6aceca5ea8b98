"""Everyday moments of a messenger pack."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.performing.character.acts.act import Act
from pyojeong.performing.character.acts.moments.day import DAY
from pyojeong.performing.character.acts.moments.greeting import GREETING
from pyojeong.performing.character.acts.moments.heart import HEART
from pyojeong.performing.character.acts.moments.storm import STORM

MOMENTS: Mapping[str, Act] = MappingProxyType({act.name: act for act in GREETING + HEART + STORM + DAY})
"""Every moment by name, in the order a pack shows them."""
