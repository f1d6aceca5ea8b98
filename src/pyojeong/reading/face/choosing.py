"""The faces a person can work with, or a sentence that tells what would help."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache

from pyojeong.errors import PyojeongError
from pyojeong.media.face import Face
from pyojeong.media.image import Image
from pyojeong.reading.face.finding import FaceFinder

PROFILE_YAW_DEGREES = 45.0
"""Beyond this turn the far half of the mesh is guessed."""

HIDDEN_SCORE = 0.7
"""A rectangle this sure of itself in which no mesh fits is most likely a covered or averted face."""

_FINDER_LOCK = threading.Lock()


def shared_finder() -> FaceFinder:
    """The process's finder, made at first use: loading MediaPipe takes about a second."""
    with _FINDER_LOCK:
        return _only_finder()


@cache
def _only_finder() -> FaceFinder:
    return FaceFinder()


def find_faces(image: Image, *, finder: FaceFinder | None = None) -> list[Face]:
    """Every face, largest first, at least one of them turned by less than `PROFILE_YAW_DEGREES`.

    Args:
        image: The picture.
        finder: Who looks; the process's own when None.

    Raises:
        PyojeongError: Kind ``no-face`` when there is none to work with, saying why where that can be told.
    """
    looking = finder or shared_finder()
    found = looking.search(image)
    faces = list(found.faces)
    if any(abs(face.pose.yaw) <= PROFILE_YAW_DEGREES for face in faces):
        return faces
    if faces:
        raise _no_face(
            "옆으로 너무 돌아선 얼굴입니다. 눈이 둘 다 보이는 사진이 필요합니다",
            "the face is seen from the side; a photo that shows both eyes is needed",
        )
    if found.unmeshed_score >= HIDDEN_SCORE:
        raise _no_face(
            "얼굴이 있는 듯하지만 많이 가려졌거나 옆모습입니다. 손·마스크·머리카락이 덮지 않은 사진이 필요합니다",
            "there seems to be a face, but it is mostly covered or seen from the side; uncover it",
        )
    raise _no_face(
        "정면을 보고, 밝게, 가리지 않고, 더 크게 찍은 사진이면 찾을 수 있습니다",
        "a photo that is frontal, bright, uncovered and closer will work",
    )


def choose_face(faces: Sequence[Face], number: int) -> Face:
    """Face ``number``, counted from 0, largest first.

    Raises:
        PyojeongError: When there is no such face.
    """
    if 0 <= number < len(faces):
        return faces[number]
    if not faces:
        raise PyojeongError("고를 얼굴이 없습니다.", "There is no face to choose.", kind="no-such-face")
    if len(faces) == 1:
        raise PyojeongError(
            f"사진에 얼굴이 하나뿐이라 얼굴 번호는 0이어야 하는데 {number}입니다.",
            f"There is one face in the picture, so the face number must be 0, but got {number}.",
            kind="no-such-face",
        )
    raise PyojeongError(
        f"얼굴 번호는 0부터 {len(faces) - 1}까지인데 {number}입니다. 사진에서 얼굴 {len(faces)}개를 찾았습니다.",
        f"The face number must be 0 to {len(faces) - 1}, but got {number}; {len(faces)} faces were found.",
        kind="no-such-face",
    )


def _no_face(korean: str, english: str) -> PyojeongError:
    return PyojeongError(f"얼굴을 찾지 못했습니다: {korean}.", f"No face was found: {english}.", kind="no-face")
