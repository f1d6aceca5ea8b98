"""Photos through the door: a person becomes a character, and what cannot be done is said in a sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from skimage.data import astronaut

import pyojeong
from measured_faces import face
from pyojeong import PyojeongError
from pyojeong.interfaces.photo_characters import (
    is_picture,
    likeness_json,
    notices_of,
    person_in,
    photo_pack_of,
)
from pyojeong.media import Image
from pyojeong.stickers.likeness import character_of


@pytest.fixture(scope="module")
def portrait() -> Image:
    """NASA's portrait of Eileen Collins."""
    return Image(np.ascontiguousarray(astronaut()[:340, 40:420]))


def test_a_person_becomes_a_character_with_what_was_seen(portrait: Image) -> None:
    person = person_in(portrait)
    likeness = person.as_character("chibi", name="나")
    chosen = likeness.character.chosen
    assert likeness.character.name == "나"
    assert chosen["glasses"] == "none"
    assert {"skin", "hair-colour", "hair-style", "jaw"} <= chosen.keys()
    assert person.expression["mouthSmileLeft"] > 0.3


def test_what_is_chosen_wins_over_the_photo(portrait: Image) -> None:
    likeness = person_in(portrait).as_character("chibi", chosen={"hair-style": "bun", "hat": "crown"})
    assert likeness.character.chosen["hair-style"] == "bun"
    assert likeness.character.chosen["hat"] == "crown"
    assert "hair-style" not in {guess.name for guess in likeness.asked}


def test_a_doubtful_style_is_told_with_what_else_it_may_be() -> None:
    hair = {"length": "short", "styles": {"short-straight": 0.41, "fringe": 0.3, "short-curly": 0.29}}
    told = notices_of(character_of(face(hair={**hair, "certainty": 0.95}), "webtoon"))
    assert "hair-style: fringe, tied, short-curly" in told[-1][0] and "hair-style: fringe, tied" in told[-1][1]


def test_several_alike_faces_have_to_be_chosen_among(portrait: Image) -> None:
    two = Image(np.hstack([portrait.rgb, portrait.rgb]))
    with pytest.raises(PyojeongError, match="2개") as asked:
        person_in(two)
    assert asked.value.kind == "which-face"
    assert person_in(two, face=1).traits.skin.certainty > 0


def test_a_clearly_larger_face_is_taken(portrait: Image) -> None:
    small = np.full_like(portrait.rgb, 90)
    small[: portrait.rgb.shape[0] // 2, : portrait.rgb.shape[1] // 2] = portrait.rgb[::2, ::2][
        : portrait.rgb.shape[0] // 2, : portrait.rgb.shape[1] // 2
    ]
    both = Image(np.hstack([portrait.rgb, small]))
    assert person_in(both).traits.hair.present


def test_no_face_and_a_wrong_number_are_said(portrait: Image) -> None:
    with pytest.raises(PyojeongError) as none:
        person_in(Image(np.full((200, 200, 3), 128, np.uint8)))
    assert none.value.kind == "no-face"
    with pytest.raises(PyojeongError) as wrong:
        person_in(portrait, face=4)
    assert wrong.value.kind == "no-such-face"


def test_a_dark_photo_and_a_cut_crown_are_told(portrait: Image) -> None:
    dark = Image((portrait.rgb * 0.22).astype(np.uint8))
    told = " ".join(korean for korean, _ in notices_of(person_in(dark).as_character("chibi")))
    assert "어두워" in told
    face = person_in(Image(np.ascontiguousarray(portrait.rgb[70:])))
    assert "정수리" in " ".join(korean for korean, _ in notices_of(face.as_character("chibi")))


def test_the_document_holds_character_guesses_and_expression(portrait: Image) -> None:
    person = person_in(portrait)
    document = likeness_json(person.as_character("doodle"), person.expression)
    assert document["format"] == "pyojeong.likeness/1"
    assert document["character"]["drawn_from_photo"] is True
    assert document["expression"] == person.expression.to_dict()


def test_a_pack_of_a_photo_tells_the_stores_rule(portrait: Image) -> None:
    pack, notices = photo_pack_of(portrait, "kakao", label=False)
    assert len(pack.stickers) == 32
    assert "확인되지 않았습니다" in notices[0][0]


def test_pictures_are_told_from_documents(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('\ufeff {"format": 1}', "utf-8")
    (tmp_path / "b").write_bytes(b"\xff\xd8\xff\xe0")
    assert not is_picture(tmp_path / "a.json")
    assert is_picture(tmp_path / "b")
    with pytest.raises(PyojeongError):
        is_picture(tmp_path / "none")


def test_python_has_both_verbs(portrait: Image, tmp_path: Path) -> None:
    likeness = pyojeong.character_from_photo(portrait.rgb, "webtoon", name="나")
    assert likeness.character.drawn_from_photo
    written = pyojeong.draw_photo_pack(portrait.rgb, "telegram", tmp_path / "pack", count=1, mark=False)
    assert written.files[0].bytes > 5000
