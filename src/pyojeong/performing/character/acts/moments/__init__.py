"""Everyday moments of a messenger pack."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.performing.character.acts.act import Act
from pyojeong.performing.character.acts.moments.day import DAY
from pyojeong.performing.character.acts.moments.greeting import GREETING
from pyojeong.performing.character.acts.moments.heart import HEART
from pyojeong.performing.character.acts.moments.praise import PRAISE
from pyojeong.performing.character.acts.moments.storm import STORM
from pyojeong.performing.character.acts.moments.tears import TEARS
from pyojeong.performing.character.acts.moments.work import WORK

MOMENTS: Mapping[str, Act] = MappingProxyType(
    {act.name: act for act in GREETING + PRAISE + HEART + TEARS + STORM + DAY + WORK}
)
"""Every moment by name, in the order a pack shows them."""
