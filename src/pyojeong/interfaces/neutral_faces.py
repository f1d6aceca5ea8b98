"""People's own neutral faces, kept by name on this device: numbers only, never the photo."""

from __future__ import annotations

import re
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.documents import read_document, write_document
from pyojeong.interfaces.settings import settings
from pyojeong.media import Image
from pyojeong.reading.face import neutral
from pyojeong.reading.face.neutral import NeutralFace

_NAME = re.compile(r"\w[\w-]{0,39}")


def neutral_of(image: Image) -> NeutralFace:
    """How the only face of a photo is read at rest.

    Raises:
        PyojeongError: When there is no face, or more than one: whose rest would it be?
    """
    faces = wiring.faces_of(image)
    if len(faces) != 1:
        raise PyojeongError(
            f"무표정 사진에는 한 사람만 있어야 하는데 얼굴이 {len(faces)}개입니다.",
            f"A neutral face needs a photo of one person alone, but there are {len(faces)} faces.",
            kind="neutral-face",
        )
    return wiring.face_mood_reader().neutral_face(image, faces[0])


def keep(name: str, rest: NeutralFace) -> Path:
    """The file in which ``rest`` is now kept under ``name``; one of that name before is replaced.

    Raises:
        PyojeongError: When the name cannot be a file's, or the place cannot be written.
    """
    path = _path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_document(path, neutral.dumps(rest))
    return path


def kept(name: str) -> NeutralFace:
    """The neutral face kept under ``name``.

    Raises:
        PyojeongError: When there is none; the message lists those there are.
    """
    path = _path_of(name)
    if not path.is_file():
        names = ", ".join(names_kept()) or "-"
        raise PyojeongError(
            f"{name!r}의 무표정이 없습니다. 있는 이름: {names}. --keep-neutral로 무표정 사진에서 만들어 주세요.",
            f"No neutral face is kept for {name!r}; there are: {names}. Make it with --keep-neutral.",
            kind="neutral-face",
        )
    return neutral.loads(read_document(path))


def forget(name: str) -> None:
    """Erase what is kept under ``name``; nothing happens when nothing is.

    Raises:
        PyojeongError: When the name cannot be a file's.
    """
    _path_of(name).unlink(missing_ok=True)


def names_kept() -> list[str]:
    """Whose neutral faces are kept, in order."""
    return sorted(path.stem for path in _folder().glob("*.json"))


def _folder() -> Path:
    return settings().home / "neutral"


def _path_of(name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise PyojeongError(
            f"이름은 글자·숫자·밑줄·붙임표로 40자까지인데 {name!r}입니다.",
            f"A name is up to 40 letters, digits, underscores and hyphens, but got {name!r}.",
            kind="neutral-face",
        )
    return _folder() / f"{name}.json"
