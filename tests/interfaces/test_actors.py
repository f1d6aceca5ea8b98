"""Who plays a role is found beside the cast, and a file that will not do is told with the role it was for."""

from __future__ import annotations

from pathlib import Path

import PIL.Image
import pytest

from pyojeong import PyojeongError
from pyojeong.interfaces.actors import actors_of, beside
from pyojeong.performing.film.sources import CharacterSource, PhotoSource
from pyojeong.performing.voice.speaking import Voice
from pyojeong.stories.cast import Company, Looks, Part

VOICE = Voice("narae")


def company(**parts: tuple[Looks, str]) -> Company:
    return Company(
        Part(Looks.UNSEEN, "", VOICE), {role: Part(*seen, VOICE, shown=role) for role, seen in parts.items()}
    )


def test_photos_designs_and_nobody_are_found(pictures: Path) -> None:
    cast = company(나=(Looks.PHOTO, "portrait.png"), 곰=(Looks.CHARACTER, "bear"), 바람=(Looks.UNSEEN, ""))
    found = actors_of(cast, beside(pictures))
    photo, bear = found["나"], found["곰"]
    assert list(found) == ["나", "곰"] and isinstance(photo, PhotoSource) and photo.path == pictures / "portrait.png"
    assert isinstance(bear, CharacterSource) and bear.character.name == "곰"


@pytest.mark.parametrize("kind", ["cut", "small", "text", "nobody"])
def test_a_photo_that_will_not_do_is_told_with_its_role(kind: str, pictures: Path, tmp_path: Path) -> None:
    photo = tmp_path / "사진.png"
    whole = (pictures / "portrait.png").read_bytes()
    if kind == "small":
        PIL.Image.new("RGB", (1, 1)).save(photo)
    else:
        bad = {"cut": whole[: len(whole) // 3], "text": "글".encode(), "nobody": (pictures / "nobody.png").read_bytes()}
        photo.write_bytes(bad[kind])
    with pytest.raises(PyojeongError) as told:
        actors_of(company(나=(Looks.PHOTO, photo.name)), beside(tmp_path))
    assert told.value.korean.startswith("나 배역의 사진.png: ") and "사진.png of role 나" in told.value.english
    assert told.value.kind not in ("input", "missing-file")


def test_a_file_that_is_gone_is_told_with_its_role(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as told:
        actors_of(company(나=(Looks.AVATAR, "나.glb")), beside(tmp_path))
    assert told.value.kind == "missing-file" and "나 배역" in told.value.korean and "나.glb" in told.value.korean


def test_a_cast_says_whose_face_of_a_photo_plays(pictures: Path) -> None:
    def played(face: int) -> PhotoSource:
        part = Part(Looks.PHOTO, "six.png", VOICE, face=face)
        found = actors_of(Company(Part(Looks.UNSEEN, "", VOICE), {"나": part}), beside(pictures))["나"]
        assert isinstance(found, PhotoSource)
        return found

    assert played(3).face.box_xyxy != played(0).face.box_xyxy
    with pytest.raises(PyojeongError, match=r"나 배역의 six\.png") as refused:
        played(6)
    assert refused.value.kind == "no-such-face"
