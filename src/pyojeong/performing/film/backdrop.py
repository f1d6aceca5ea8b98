"""The promise of a set: what is behind and before the actors, moving with the camera and the air."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pyojeong.performing.film.camera import Camera

if TYPE_CHECKING:
    import skia


class Backdrop(Protocol):
    """A place for one scene and one size of picture. Both methods are pure functions of their arguments."""

    def behind(self, canvas: skia.Canvas, seconds: float, camera: Camera) -> None:
        """Paint the whole picture: sky, far and near layers, each moved by its share of the camera."""
        ...

    def before(self, canvas: skia.Canvas, seconds: float, camera: Camera) -> None:
        """Paint what is nearer than the actors, and what falls or floats in the air."""
        ...
