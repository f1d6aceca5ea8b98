"""Who plays the roles of a tale: designs as they come, and characters, photos and 3D heads in files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.stories.cast import Company, Looks, Part

if TYPE_CHECKING:
    from pyojeong.performing.character import Character
    from pyojeong.performing.film.sources import ActorSource

Brought = Callable[[str, Part], "ActorSource"]
"""Where the actor of a role comes from whose part names a file."""


def actors_of(company: Company, brought: Brought) -> dict[str, ActorSource]:
    """Where every part that is seen comes from.

    Raises:
        PyojeongError: When a design is unknown, a file is missing, or a photo holds no face.
    """
    seen = {role: part for role, part in company.parts.items() if part.looks is not Looks.UNSEEN}
    return {role: _drawn(role, part) if is_design(part) else brought(role, part) for role, part in seen.items()}


def is_design(part: Part) -> bool:
    """Whether a part is played by a design as it comes, rather than by somebody in a file."""
    return part.looks is Looks.CHARACTER and not part.source.endswith(".json")


def beside(base: Path) -> Brought:
    """Finds the files of parts in a folder."""

    def brought(role: str, part: Part) -> ActorSource:
        from pyojeong.interfaces.characters import load_character
        from pyojeong.performing.film.sources import CharacterSource

        path = (base / part.source).resolve()
        if not path.is_file():
            raise missing_file(role, part)
        try:
            if part.looks is Looks.CHARACTER:
                return CharacterSource(as_part(load_character(path), role, part))
            return avatar_source(path) if part.looks is Looks.AVATAR else photo_source(path, face=part.face)
        except PyojeongError as refused:  # of many photos it should be told which
            raise PyojeongError(
                f"{role} 배역의 {part.source}: {refused.korean}",
                f"{part.source} of role {role}: {refused.english}",
                kind=refused.kind,
            ) from refused

    return brought


def avatar_source(path: Path) -> ActorSource:
    """The 3D head in a file.

    Raises:
        PyojeongError: When it is none of ours, or damaged.
    """
    from pyojeong.performing.avatar.glb_reading import read_avatar
    from pyojeong.performing.film.sources import AvatarSource

    read_avatar(path)
    return AvatarSource(path)


def photo_source(path: Path, *, face: int = 0) -> ActorSource:
    """A face of a picture file, the largest when nothing is said.

    Raises:
        PyojeongError: When it cannot be opened or shows no such face.
    """
    from pyojeong.performing.film.sources import PhotoSource

    return PhotoSource(path, wiring.faces_of(wiring.opened_image(path), (face,))[face])


def as_part(character: Character, role: str, part: Part) -> Character:
    """A character as it plays a part: what is chosen there, under the name that is shown."""
    return replace(character.with_chosen(**part.chosen), name=part.shown or role)


def missing_file(role: str, part: Part) -> PyojeongError:
    """That a part's file is not there."""
    return PyojeongError(
        f"{role} 배역의 파일이 없습니다: {part.source}",
        f"The file of role {role} is missing: {part.source}",
        kind="missing-file",
    )


def _drawn(role: str, part: Part) -> ActorSource:
    from pyojeong.interfaces.characters import new_character
    from pyojeong.performing.film.sources import CharacterSource

    return CharacterSource(replace(new_character(part.source, chosen=part.chosen), name=part.shown or role))
