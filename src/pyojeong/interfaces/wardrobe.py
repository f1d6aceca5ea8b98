"""What people bring for the roles of a tale: characters, photos and 3D heads, held in one folder until they go.

The names files come with are only said and compared; on the disk they have names of ours.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.actors import as_part, missing_file
from pyojeong.interfaces.characters import character_from_json
from pyojeong.interfaces.text_files import decoded
from pyojeong.media.writing import write_file
from pyojeong.stories.cast import Looks, Part

if TYPE_CHECKING:
    from pyojeong.interfaces.performance import Notice
    from pyojeong.media import Face, Image
    from pyojeong.performing.film.sources import ActorSource

MOST_HELD = 24
"""Things of one visitor: more than any tale has roles."""
MOST_FACES = 24
"""Faces of one photo to choose from, the largest: those of a class are too small to play."""
_LONGEST_NAME = 60
_THUMB_PX = 240
_GLB = b"glTF"
_ENDINGS = {Looks.CHARACTER: ".json", Looks.PHOTO: ".png", Looks.AVATAR: ".glb"}


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A photo somebody brought.

    Attributes:
        path: Of the picture, upright.
        faces: In it, the largest first.
        thumbs: A small PNG of every one.
    """

    path: Path
    faces: tuple[Face, ...]
    thumbs: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """One thing somebody brought.

    Attributes:
        name: What a part calls it: the name it came with, made safe and its own.
        looks: What it can play.
        source: Where the actor comes from; in a photo, the largest face.
        snapshot: The photo it came in, with its faces; None for what came in none.
        face: Which of them a 3D head was built of.
        remarks: What the photo makes uncertain of that head, in Korean and English.
    """

    name: str
    looks: Looks
    source: ActorSource
    snapshot: Snapshot | None = None
    face: int = 0
    remarks: tuple[Notice, ...] = ()


class Wardrobe:
    """Everything one visitor brought.

    Args:
        folder: Where it lies, in one that is there; made when needed, and gone after `clear`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, Held] = {}
        self._count = 0

    def take(self, data: bytes, name: str) -> Held:
        """Hold a file, whatever it is.

        Raises:
            PyojeongError: When it is no character, photo with a face, or avatar.
        """
        if data.startswith(_GLB):
            return self.take_avatar(data, name)
        if data.lstrip()[:1] == b"{":
            return self.take_character(decoded(data, name).text, name)
        return self.take_photo(data, name)

    def take_character(self, text: str, name: str) -> Held:
        """Hold a `pyojeong.character/1` document.

        Raises:
            PyojeongError: When it is none.
        """
        from pyojeong.performing.film.sources import CharacterSource

        character = character_from_json(text, name)
        return self._keep(Looks.CHARACTER, name or character.name, CharacterSource(character))

    def take_photo(self, data: bytes, name: str) -> Held:
        """Hold a photo; kept upright and without what its camera wrote into it.

        Raises:
            PyojeongError: When it cannot be opened or shows no face.
        """
        from pyojeong.performing.film.sources import PhotoSource

        snapshot = self._snapped(wiring.opened_image(data))
        return self._keep(Looks.PHOTO, name, PhotoSource(snapshot.path, snapshot.faces[0]), snapshot=snapshot)

    def take_avatar(self, data: bytes, name: str) -> Held:
        """Hold a GLB file.

        Raises:
            PyojeongError: When it is none.
        """
        from pyojeong.performing.avatar.glb_reading import avatar_of_bytes
        from pyojeong.performing.film.sources import AvatarSource

        if not data.startswith(_GLB):
            raise PyojeongError(
                f"{_said(name)}은(는) GLB 파일이 아닙니다; 표정이 만든 3D 머리(.glb)를 골라 주세요.",
                f"{_said(name)} is no GLB file; choose a 3D head (.glb) made by Pyojeong.",
                kind="bad-avatar",
            )
        avatar_of_bytes(data, name=_said(name))
        return self._keep(Looks.AVATAR, name, AvatarSource(self._written(data, Looks.AVATAR)))

    def take_head(self, data: bytes, name: str) -> Held:
        """Hold a GLB file, or the 3D head of the face in a photo.

        Raises:
            PyojeongError: As `take_avatar`; or when the photo shows no face, or none from the front.
        """
        if data.startswith(_GLB):
            return self.take_avatar(data, name)
        image = wiring.opened_image(data)
        head = _Head.of(image, 0)  # before the photo lies here: many photos make none
        snapshot = self._snapped(image)
        try:
            return self._keep_head(head, snapshot, f"{PurePosixPath(_safe(name)).stem}.glb")
        except BaseException:
            snapshot.path.unlink(missing_ok=True)
            raise

    def another_head(self, held: Held, face: int) -> Held:
        """The 3D head of another face in the photo that a head was built of; built once.

        Raises:
            PyojeongError: As `take_head`, or when there is no such face.
        """
        if held.snapshot is None:
            raise ValueError(f"held must have come in a photo, but {held.name} did not")
        for one in self._held.values():
            if one.looks is Looks.AVATAR and one.snapshot is held.snapshot and one.face == face:
                return one
        return self._keep_head(_Head.of(wiring.opened_image(held.snapshot.path), face), held.snapshot, held.name)

    def _keep_head(self, head: _Head, snapshot: Snapshot, name: str) -> Held:
        from pyojeong.performing.film.sources import AvatarSource

        source = AvatarSource(self._written(head.glb, Looks.AVATAR))
        return self._keep(Looks.AVATAR, name, source, snapshot=snapshot, face=head.face, remarks=head.remarks)

    def _snapped(self, image: Image) -> Snapshot:
        faces = wiring.faces_of(image, (0,))[:MOST_FACES]
        thumbs = tuple(wiring.picture_bytes(face_crop(image, face), "png") for face in faces)
        return Snapshot(self._written(wiring.picture_bytes(image, "png"), Looks.PHOTO), tuple(faces), thumbs)

    def find(self, name: str) -> Held | None:
        """What is held under a name, or None; what stands before a slash in it does not count."""
        return self._held.get(_safe(name))

    def brought(self, role: str, part: Part) -> ActorSource:
        """The actor of a role (see `actors.Brought`); nothing but what is held is ever opened.

        Raises:
            PyojeongError: When that is not held, or is something else.
        """
        from pyojeong.performing.film.sources import CharacterSource, PhotoSource
        from pyojeong.reading.face.choosing import choose_face

        held = self.find(part.source)
        if held is None or held.looks is not part.looks:
            raise missing_file(role, part)
        if isinstance(held.source, CharacterSource):
            return CharacterSource(as_part(held.source.character, role, part))
        if isinstance(held.source, PhotoSource) and held.snapshot is not None:
            return PhotoSource(held.snapshot.path, choose_face(held.snapshot.faces, part.face))
        return held.source

    @property
    def private(self) -> bool:
        """Whether there is somebody's face among it."""
        return any(held.looks is not Looks.CHARACTER for held in self._held.values())

    @property
    def names(self) -> frozenset[str]:
        """What parts call all that is held."""
        return frozenset(self._held)

    @property
    def full(self) -> bool:
        """Whether nothing more may be brought."""
        return len(self._held) >= MOST_HELD

    def forget(self, names: Collection[str]) -> None:
        """Forget what is held under these names; on the disk, too, but for what others came in."""
        gone = [self._held.pop(name) for name in names if name in self._held]
        kept = {path for held in self._held.values() for path in _files_of(held)}
        for path in {path for held in gone for path in _files_of(held)} - kept:
            path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Forget everything, on the disk, too."""
        self._held.clear()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _written(self, data: bytes, looks: Looks) -> Path:
        self._room()
        self._folder.mkdir(exist_ok=True, mode=0o700)  # in a folder that is gone with its visitor nothing begins anew
        path = self._folder / f"held-{self._count}{_ENDINGS[looks]}"
        write_file(path, data)
        return path

    def _keep(
        self,
        looks: Looks,
        name: str,
        source: ActorSource,
        *,
        snapshot: Snapshot | None = None,
        face: int = 0,
        remarks: tuple[Notice, ...] = (),
    ) -> Held:
        self._room()
        self._count += 1
        given = PurePosixPath(_safe(name) or f"{looks.value}-{self._count}")
        ending = given.suffix if given.suffix and looks is not Looks.CHARACTER else _ENDINGS[looks]
        names = (f"{given.stem}{ending}", *(f"{given.stem}-{n}{ending}" for n in range(2, MOST_HELD + 2)))
        own = next(one for one in names if one not in self._held)
        self._held[own] = held = Held(own, looks, source, snapshot, face, remarks)
        return held

    def _room(self) -> None:
        if self.full:
            raise PyojeongError(
                f"배역에 쓸 파일은 {MOST_HELD}개까지 올릴 수 있습니다; 이야기를 새로 열면 비워집니다.",
                f"Up to {MOST_HELD} files may be brought for the roles; opening a tale anew empties them.",
                kind="count",
            )


@dataclass(frozen=True, slots=True)
class _Head:
    """The 3D head of a face, and what the photo makes uncertain of it."""

    glb: bytes
    face: int
    remarks: tuple[Notice, ...]

    @classmethod
    def of(cls, image: Image, face: int) -> _Head:
        """Built; costs a second.

        Raises:
            PyojeongError: As `avatars.avatar_of`.
        """
        from pyojeong.interfaces.avatars import avatar_of, cautions_of, encoded_avatar

        avatar = avatar_of(image, face=face)
        return cls(encoded_avatar(avatar, "glb"), face, cautions_of(avatar))


def _files_of(held: Held) -> set[Path]:
    """The thing's own, and the photo it came in."""
    from pyojeong.performing.film.sources import CharacterSource

    own = set() if isinstance(held.source, CharacterSource) else {held.source.path}
    return own if held.snapshot is None else {*own, held.snapshot.path}


def face_crop(image: Image, face: Face) -> Image:
    """The face with some air around it, square, `_THUMB_PX` at most."""
    import cv2

    left, top, right, bottom = face.box_xyxy
    half = 0.75 * max(right - left, bottom - top)
    x, y = (left + right) / 2, (top + bottom) / 2
    width, height = image.size_wh
    rows = slice(max(0, round(y - half)), min(height, round(y + half)))
    columns = slice(max(0, round(x - half)), min(width, round(x + half)))
    crop = image.pixels[rows, columns]
    scale = min(1.0, _THUMB_PX / max(crop.shape[:2]))
    size_wh = (max(1, round(crop.shape[1] * scale)), max(1, round(crop.shape[0] * scale)))
    return image.with_pixels(cv2.resize(crop, size_wh, interpolation=cv2.INTER_AREA))


def _safe(name: str) -> str:
    r"""The last part of a name, without anything that is not written.

    >>> _safe("../../etc/passwd"), _safe("C:\\사진\\나.jpg")
    ('passwd', '나.jpg')
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in last if letter.isprintable())[-_LONGEST_NAME:].strip(". ")


def _said(name: str) -> str:
    return _safe(name) or "파일"
