"""Who can stand on a film's stage: drawn characters, photos, 3D heads."""

from __future__ import annotations

from pyojeong.performing.film.acting import Actor
from pyojeong.performing.film.sources import ActorSource, CharacterSource, PhotoSource


def opened(source: ActorSource) -> Actor:
    """The actor of a source, ready to play; made once a process.

    Raises:
        PyojeongError: When its file is gone or cannot be played.
    """
    if isinstance(source, CharacterSource):
        from pyojeong.performing.film.actors.character import CharacterActor

        return CharacterActor(source.character)
    if isinstance(source, PhotoSource):
        from pyojeong.performing.film.actors.photo import PhotoActor

        return PhotoActor.opened(source)
    from pyojeong.performing.film.actors.avatar import AvatarActor

    return AvatarActor.opened(source)
