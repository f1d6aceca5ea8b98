"""What a person is told of a head's file that cannot be used."""

from __future__ import annotations

from pathlib import Path

from pyojeong.errors import PyojeongError

KIND = "head-file"


def unopened(path: Path) -> PyojeongError:
    """The file is gone or may not be read."""
    return PyojeongError(
        f"머리 파일을 열지 못했습니다: {path}.", f"The head's file could not be opened: {path}.", kind=KIND
    )


def oversized(path: Path, most: int) -> PyojeongError:
    """The file is longer than any head's."""
    return PyojeongError(
        f"머리 파일이 너무 큽니다: {path}. {most:,}바이트까지 읽습니다.",
        f"The head's file is too large: {path}; at most {most:,} bytes are read.",
        kind=KIND,
    )


def damaged(path: Path) -> PyojeongError:
    """The file is not what its name says."""
    return PyojeongError(
        f"머리 파일을 읽지 못했습니다: {path}. 망가졌거나 다른 형식입니다.",
        f"The head's file could not be read: {path}; it is damaged or of another format.",
        kind=KIND,
    )


def lacking(path: Path, names: tuple[str, ...]) -> PyojeongError:
    """The file can be read and is no model we know."""
    words = ", ".join(names)
    return PyojeongError(
        f"{path}에서 얼굴 모델을 찾지 못했습니다. 없는 것: {words}.",
        f"No face model was found in {path}; it lacks {words}.",
        kind=KIND,
    )


def mismatched(path: Path, korean: str, english: str) -> PyojeongError:
    """The file is a model, and something in it does not fit."""
    return PyojeongError(f"{path}: {korean}", f"{path}: {english}", kind=KIND)


def unlike(apart_cm: float) -> PyojeongError:
    """Our head does not lie on this one."""
    return PyojeongError(
        f"이 파일의 머리에 맞추지 못했습니다({10 * apart_cm:.0f} mm 떨어짐). 사람 머리가 온전한지 보아 주세요.",
        f"Our head could not be laid on this one ({10 * apart_cm:.0f} mm apart); see whether it is a whole human head.",
        kind=KIND,
    )


def unmarked() -> PyojeongError:
    """A face was found on the picture, and too little of it on the surface."""
    return PyojeongError(
        "이 파일의 머리에 맞추지 못했습니다. 얼굴의 점이 거의 표면에 없습니다. 온전한 사람 머리인지 보아 주세요.",
        "Our head could not be laid on this one: too few points of the face lie on it; see whether it is a whole head.",
        kind=KIND,
    )


def faceless(path: Path) -> PyojeongError:
    """No face was found on the surface from any side."""
    return PyojeongError(
        f"{path}의 머리를 여러 쪽에서 보았지만 얼굴을 찾지 못했습니다.",
        f"The head in {path} was looked at from many sides, but no face was found on it.",
        kind=KIND,
    )


def unusable(path: Path, korean: str, english: str) -> PyojeongError:
    """The file can be read, and its points and triangles are no head."""
    return mismatched(path, f"쓸 수 없는 머리입니다 ({korean}).", f"the head cannot be used ({english}).")
