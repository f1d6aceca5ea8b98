"""Small pictures of who plays a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyojeong.interfaces.actors import actors_of
from pyojeong.interfaces.web.stickers.scene import THUMB_PX, Scene, still
from pyojeong.stories.cast import Company, Looks, Part

if TYPE_CHECKING:
    from pyojeong.interfaces.wardrobe import Wardrobe


def has_face(wardrobe: Wardrobe, part: Part) -> bool:
    """Whether `face_of` gives a picture: not of who is only heard, nor of a 3D head that came as a file."""
    if part.looks in (Looks.UNSEEN, Looks.AVATAR):
        held = wardrobe.find(part.source)
        return part.looks is Looks.AVATAR and held is not None and held.snapshot is not None
    return True


def face_of(wardrobe: Wardrobe, role: str, part: Part) -> bytes | None:
    """A PNG of who plays a role, or None (see `has_face`).

    Raises:
        PyojeongError: When a file of the part is not held.
    """
    from pyojeong.performing.film.sources import CharacterSource

    if part.looks is Looks.UNSEEN:
        return None
    source = actors_of(Company(part, {role: part}), wardrobe.brought)[role]
    if isinstance(source, CharacterSource):
        return still(Scene(source.character, "neutral"), THUMB_PX)
    held = wardrobe.find(part.source)
    return None if held is None or held.snapshot is None else held.snapshot.thumbs[held.face or part.face]
