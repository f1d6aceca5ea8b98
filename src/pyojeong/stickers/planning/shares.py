"""How many stickers of a pack go to which group of moments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pyojeong.stickers.composing import MomentGroup

_G = MomentGroup
SHARES: Mapping[MomentGroup, float] = MappingProxyType(
    {
        _G.GREETING: 4.0,
        _G.ANSWER: 4.0,
        _G.THANKS: 3.0,
        _G.LOVE: 3.0,
        _G.CHEER: 3.0,
        _G.LAUGHING: 2.5,
        _G.CRYING: 2.5,
        _G.ANGRY: 2.5,
        _G.WORK: 2.5,
        _G.SORRY: 2.1,
        _G.CELEBRATING: 2.1,
        _G.SURPRISE: 2.0,
        _G.TIRED: 1.6,
        _G.FOOD: 1.6,
        _G.JOY: 1.6,
        _G.SLEEP: 1.3,
        _G.ASKING: 1.3,
        _G.SHY: 1.2,
        _G.REST: 1.2,
        _G.DISGUST: 1.1,
    }
)
"""Relative shares. Chosen for this project, not measured: what one person says to another (greeting, answering,
thanking, love, cheer, sorry, asking, congratulating) takes half of a pack, strong feelings a quarter and everyday life
a quarter. No store publishes what is sent how often."""


def turns(shares: Mapping[MomentGroup, float], taken: Mapping[MomentGroup, int]) -> Iterator[MomentGroup]:
    """Whose turn it is, for ever: Sainte-Laguë's method, whose every beginning is in proportion.

    Args:
        shares: Relative shares; groups of share 0 have no turn.
        taken: How many each has before the first turn.

    >>> from itertools import islice
    >>> order = turns({MomentGroup.LOVE: 2.0, MomentGroup.FOOD: 1.0}, {})
    >>> [group.value for group in islice(order, 6)]
    ['love', 'food', 'love', 'love', 'food', 'love']
    """
    counts = {group: taken.get(group, 0) for group, share in shares.items() if share > 0}
    while counts:
        group = max(counts, key=lambda one: shares[one] / (2 * counts[one] + 1))
        counts[group] += 1
        yield group
