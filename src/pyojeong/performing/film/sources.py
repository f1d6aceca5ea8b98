"""Where an actor comes from: values that travel to the processes that draw, and become an actor there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyojeong.media.face import Face
from pyojeong.performing.character.character import Character


@dataclass(frozen=True, slots=True)
class CharacterSource:
    """A drawn character."""

    character: Character


@dataclass(frozen=True, slots=True, eq=False)
class PhotoSource:
    """Somebody's photo, whose face was found before.

    Attributes:
        path: Of the picture.
        face: Where the face is in it, as opened with its EXIF rotation.
    """

    path: Path
    face: Face


@dataclass(frozen=True, slots=True)
class AvatarSource:
    """A 3D head that was built before.

    Attributes:
        path: Of the avatar's own file (see `performing.avatar`).
    """

    path: Path


ActorSource = CharacterSource | PhotoSource | AvatarSource
