"""What is known at some points of the skin spread over all of it, as heat would spread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template

Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.floating[Any]]

_STEPS, _PRECISE = 400, 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """The skin's points and their neighbours.

    Attributes:
        points: N numbers of template points, one for each place.
        of_point: V, the place of each template point; 0 for what is no skin.
        neighbours: N×M places; a row is filled up with its own place.
        counts: N, how many neighbours there are.
    """

    points: Ints
    of_point: Ints
    neighbours: Ints
    counts: Doubles

    def pull(self, values: Doubles) -> Doubles:
        """N×C: how far the values are from their neighbours' sum (the graph's Laplacian)."""
        own = self.neighbours.shape[1] - self.counts
        total = values[self.neighbours].sum(1) - own[:, None] * values
        return np.asarray(self.counts[:, None] * values - total)


@cache
def skin_net() -> Net:
    """The shipped template's skin."""
    template = Template.shipped()
    joined = template.weld[template.triangles_of(Part.SKIN)]
    points, inverse = np.unique(joined, return_inverse=True)
    triangles = inverse.reshape(-1, 3)
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    edges = np.unique(np.concatenate([edges, edges[:, ::-1]]), axis=0)
    counts = np.bincount(edges[:, 0], minlength=len(points))
    neighbours = np.tile(np.arange(len(points))[:, None], (1, int(counts.max())))
    column = np.arange(len(edges)) - np.repeat(np.cumsum(counts) - counts, counts)
    neighbours[edges[:, 0], column] = edges[:, 1]
    of_point = np.zeros(len(template.neutral), np.int64)
    of_point[points] = np.arange(len(points))
    return Net(points, of_point[template.weld], neighbours, counts.astype(np.float64))


def spread(known: Reals, weights: Reals, *, prior: Reals, prior_weight: float) -> Doubles:
    """V×C: values as smooth as they can be where ``weights`` are 0, near ``known`` where they are large.

    Args:
        known: V×C values at the template's points.
        weights: V, how much each is to be kept.
        prior: V×C or C, what far places tend to.
        prior_weight: How much they do.
    """
    net = skin_net()
    at = net.points
    weight = weights[at].astype(np.float64)[:, None]
    wanted = np.broadcast_to(prior, known.shape)[at]
    diagonal = weight + prior_weight
    target = weight * known[at] + prior_weight * wanted
    found = _solved(net, diagonal, target, np.where(weight > 0, known[at], wanted).astype(np.float64))
    return np.asarray(found[net.of_point])


def _solved(net: Net, diagonal: Doubles, target: Doubles, start: Doubles) -> Doubles:
    """Conjugate gradients with the diagonal as preconditioner."""
    scale = 1 / (net.counts[:, None] + diagonal)
    found = start
    left = target - net.pull(found) - diagonal * found
    ahead = scale * left
    way, power = ahead.copy(), (left * ahead).sum(0)
    enough = _PRECISE**2 * np.maximum((target * scale * target).sum(0), 1e-12)
    for _ in range(_STEPS):
        moved = net.pull(way) + diagonal * way
        step = power / np.maximum((way * moved).sum(0), 1e-30)
        found = found + step * way
        left = left - step * moved
        ahead = scale * left
        after = (left * ahead).sum(0)
        if (after < enough).all():
            break
        way, power = ahead + after / np.maximum(power, 1e-30) * way, after
    return found
