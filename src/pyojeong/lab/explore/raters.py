"""How far people who labelled the same things agree."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Votes = NDArray[np.int64]
Ratios = NDArray[np.float64]


def fleiss_kappa(votes: Votes) -> float:
    """Agreement beyond chance: 1 complete, 0 as by chance (Fleiss 1971, Psychological Bulletin 76).

    Args:
        votes: N×K counts; rows may have different numbers of raters, of which at least two.

    >>> fleiss_kappa(np.array([[3, 0], [0, 3]])), round(fleiss_kappa(np.array([[2, 1], [1, 2]])), 3)
    (1.0, -0.333)
    """
    raters = votes.sum(1)
    if (raters < 2).any():
        raise ValueError(f"every row needs two raters, but the least has {int(raters.min())}")
    agreed = ((votes * votes).sum(1) - raters) / (raters * (raters - 1))
    chance = float(((votes.sum(0) / votes.sum()) ** 2).sum())
    return 1.0 if chance == 1 else float((agreed.mean() - chance) / (1 - chance))


def kappas(votes: Votes) -> Ratios:
    """Fleiss' kappa of each label against all others together; NaN for a label nobody gave."""
    whole = votes.sum(1)
    return np.array(
        [fleiss_kappa(np.stack([one, whole - one], 1)) if one.any() else np.nan for one in votes.T], np.float64
    )


def entropy_bits(votes: Votes) -> Ratios:
    """N entropies of the votes in bits: 0 all agree, 1 two halves.

    >>> entropy_bits(np.array([[10, 0], [5, 5]])).tolist()
    [0.0, 1.0]
    """
    shares = votes / np.maximum(1, votes.sum(1, keepdims=True))
    logs = np.log2(shares, out=np.zeros_like(shares), where=shares > 0)
    return np.asarray(np.abs((shares * logs).sum(1)), np.float64)


def confusions(first: NDArray[np.int64], second: NDArray[np.int64], kinds: tuple[int, int]) -> Votes:
    """Rows named ``first`` (lines) and ``second`` (columns); negative names are left out."""
    table = np.zeros(kinds, np.int64)
    named = (first >= 0) & (second >= 0)
    np.add.at(table, (first[named], second[named]), 1)
    return table


def cohen_kappa(table: Votes) -> float:
    """Agreement of two raters beyond chance, from a square table (Cohen 1960).

    >>> cohen_kappa(np.array([[5, 0], [0, 5]]))
    1.0
    """
    total = table.sum()
    seen = np.trace(table) / total
    chance = float((table.sum(0) * table.sum(1)).sum() / total**2)
    return 1.0 if chance == 1 else float((seen - chance) / (1 - chance))
