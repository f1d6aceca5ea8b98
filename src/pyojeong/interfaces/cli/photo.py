"""What ``pyojeong character`` and ``pyojeong sticker`` do when they are given a photo of a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pyojeong.interfaces.cli.asking import option
from pyojeong.interfaces.cli.screen import complain, patience, print_json, show_saved
from pyojeong.interfaces.messages import say

if TYPE_CHECKING:
    from pyojeong.performing.character import Character
    from pyojeong.stickers.packing import Pack, WrittenPack

PhotoFile = Annotated[
    Path | None,
    option("--photo", "이 사진의 사람을 닮게 그립니다.", "Draw the person of this photo.", metavar="IMAGE"),
]
PhotoFace = Annotated[
    int | None,
    option(
        "--face",
        "사진에 얼굴이 여럿일 때: 0이 가장 큰 얼굴.",
        "Of several faces in the photo; 0 is the largest.",
        metavar="N",
    ),
]


def new_from_photo(
    photo: Path,
    output: Path,
    design: str | None,
    *,
    face: int | None,
    name: str,
    seed: int | None,
    settings: list[str],
    as_json: bool,
) -> None:
    """Write the character of the person in ``photo``, and say what was hard to tell.

    Raises:
        PyojeongError: When the photo has no face to work with, or several and none was chosen.
    """
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.characters import chosen_of, save_character
    from pyojeong.interfaces.photo_characters import FIRST_PERSON_DESIGN, likeness_json, notices_of, person_in

    design = design or FIRST_PERSON_DESIGN
    chosen: Mapping[str, float | str] = chosen_of(design, settings)
    with patience():
        person = person_in(wiring.opened_image(photo), face=face)
        likeness = person.as_character(design, name=name, seed=seed or 0, chosen=chosen)
    save_character(likeness.character, output)
    for notice in notices_of(likeness):
        complain(say(*notice))
    if as_json:
        print_json(likeness_json(likeness, person.expression))
    else:
        show_saved(output, *who_is(likeness.character))


def who_is(character: Character) -> Iterator[str]:
    """The design and the name of a character, as people read them."""
    from pyojeong.performing.character import design_of

    design = design_of(character)
    yield say(design.korean, design.english)
    if character.name:
        yield character.name


def photo_pack_in_hand(
    photo: Path, store: str, *, face: int | None, count: int | None, voice: str, title: str | None, no_mark: bool
) -> tuple[Pack, tuple[tuple[str, str], ...]]:
    """The pack of the person in ``photo``, and what was told of it: what the store says of photos, and fonts.

    Raises:
        PyojeongError: As `photo_pack_of`.
    """
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.caption_writers import voice_of
    from pyojeong.interfaces.photo_characters import photo_pack_of
    from pyojeong.stickers.packing.writing import check_suits
    from pyojeong.stickers.stores import find_store

    with patience():
        pack, notices = photo_pack_of(
            wiring.opened_image(photo),
            store,
            face=face,
            count=count,
            voice=voice_of(voice),
            title=title,
            label=False if no_mark else None,
        )
        check_suits(pack, find_store(store))
    for notice in notices:
        complain(say(*notice))
    return pack, notices


def drawn_sentence(written: WrittenPack, count: int) -> str:
    """What came of it."""
    largest = max(file.bytes for file in written.files) / 1000
    return say(
        f"{written.folder}에 {count}개를 그렸습니다. 가장 큰 파일 {largest:.0f} KB, 올릴 파일 {written.archive}.",
        f"Drew {count} into {written.folder}; largest file {largest:.0f} KB; upload {written.archive}.",
    )
