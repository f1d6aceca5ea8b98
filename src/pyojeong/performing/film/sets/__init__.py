"""Drawn places: fifteen sets in the light of feelings, weathers and hours, built once and moved by the camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyojeong.performing.film.backdrop import Backdrop
    from pyojeong.performing.film.screenplay import Scene


def backdrop_of(scene: Scene, size_wh: tuple[int, int]) -> Backdrop:
    """The set of a scene for a picture of ``size_wh`` pixels; the two last ones are kept."""
    from pyojeong.performing.film.sets.building import built

    bucket = bucket_of(scene.strength)
    return built(scene.place, scene.weather, scene.tone, bucket, scene.seed, size_wh, scene.hour, scene.moon)


def bucket_of(strength: float) -> int:
    """The step of a strength in [0, 1] that is painted.

    >>> [bucket_of(strength) for strength in (0.0, 0.1, 0.5, 1.0)]
    [0, 1, 2, 4]
    """
    from math import ceil

    from pyojeong.performing.film.sets.tones import BUCKETS

    return min(BUCKETS, max(0, ceil(strength * BUCKETS)))
