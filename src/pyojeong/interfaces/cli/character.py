"""``pyojeong character``: characters made, listed and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.options import AsJson, EmotionSpec, ExpressionFile, TextToRead
from pyojeong.interfaces.cli.photo import PhotoFace, PhotoFile, new_from_photo, who_is
from pyojeong.interfaces.cli.screen import complain, patience, print_json, show, show_saved
from pyojeong.interfaces.cli.sticker_options import (
    ByChance,
    CaptionWords,
    CellPixels,
    CharacterFile,
    CharacterName,
    CharacterOut,
    DesignName,
    DrawingOut,
    MomentName,
    Moving,
    Seed,
    SetChoices,
    SheetOut,
    SizePixels,
    VoiceName,
)
from pyojeong.interfaces.messages import say

if TYPE_CHECKING:
    from rich.table import Table


def new(
    output: CharacterOut,
    design: DesignName = None,
    name: CharacterName = "",
    photo: PhotoFile = None,
    face: PhotoFace = None,
    settings: SetChoices = None,
    seed: Seed = None,
    random: ByChance = False,
    as_json: AsJson = False,
) -> None:
    """Make a character: as its design rests, by chance, or after a photo; --set chooses."""
    from secrets import randbelow

    from pyojeong.interfaces.characters import FIRST_DESIGN, chosen_of, new_character, save_character

    if random and seed is not None:
        raise PyojeongError(
            "--seed와 --random은 함께 쓰지 않습니다.", "--seed and --random do not go together.", kind="option"
        )
    if photo is not None:
        _refuse_random(random)
        new_from_photo(photo, output, design, face=face, name=name, seed=seed, settings=settings or [], as_json=as_json)
        return
    design = design or FIRST_DESIGN
    thrown = randbelow(1_000_000) if random else seed
    character = new_character(design, name=name, chosen=chosen_of(design, settings or []), seed=thrown)
    save_character(character, output)
    if as_json:
        print_json(character.to_dict())
    else:
        show_saved(output, *who_is(character))


def _refuse_random(random: bool) -> None:
    if random:
        raise PyojeongError(
            "--photo와 --random은 함께 쓰지 않습니다.", "--photo and --random do not go together.", kind="option"
        )


def draw(
    character: CharacterFile,
    output: DrawingOut,
    emotion: EmotionSpec = None,
    text: TextToRead = None,
    moment: MomentName = None,
    expression: ExpressionFile = None,
    caption: CaptionWords = "none",
    voice: VoiceName = "banmal",
    size: SizePixels = 360,
    moving: Moving = False,
    as_json: AsJson = False,
) -> None:
    """Draw a character: what it feels or does, with or without words, still or moving."""
    from pyojeong.interfaces.caption_writers import voice_of
    from pyojeong.interfaces.characters import load_character
    from pyojeong.interfaces.cli.text_source import text_from
    from pyojeong.interfaces.order import expression_from
    from pyojeong.interfaces.sticker_orders import StickerOrder, drawn_bytes, moves_as
    from pyojeong.media.writing import write_file

    suffix = output.suffix.lower().removeprefix(".")
    moves = moves_as(suffix, moving=moving)
    words = None if text is None else text_from(text)
    hand = None if expression is None else expression_from(expression)
    order = StickerOrder(emotion, words, moment, hand, caption, voice_of(voice))
    with patience():
        shown = order.shown(load_character(character), moves=moves)
        data = drawn_bytes(shown.sticker, suffix, size)
    write_file(output, data)
    for notice in shown.notices:
        complain(say(*notice))
    if as_json:
        print_json({"output": str(output), "bytes": len(data), **shown.sticker.to_dict()})
    else:
        show_saved(output, f"{len(data) / 1000:.0f} KB")


def sheet(character: CharacterFile, output: SheetOut, size: CellPixels = 240) -> None:
    """Draw every emotion of a character on one sheet, large and as small as a chat shows it."""
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.characters import load_character
    from pyojeong.interfaces.sticker_orders import drawn_sheet
    from pyojeong.media.writing import write_file

    who = load_character(character)
    with patience():
        data = wiring.drawn_picture_bytes(drawn_sheet(who, size), output.suffix.lower().removeprefix("."))
    write_file(output, data)
    show_saved(output, f"{len(data) / 1000:.0f} KB")


def designs(as_json: AsJson = False) -> None:
    """List the designs and what can be chosen about them."""
    from pyojeong.interfaces.characters import designs_json

    document = designs_json()
    if as_json:
        print_json(document)
    else:
        show(_table(document["designs"]))


def _table(found: list[dict[str, Any]]) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in (
        ("디자인", "design"),
        ("이름", "name"),
        ("성격", "temper"),
        ("고를 것", "choices"),
        ("개그", "gags"),
    ):
        table.add_column(say(*heading), overflow="fold")
    for one in found:
        chosen = [choice["name"] for kind in ("sliders", "swatches", "choices") for choice in one[kind]]
        named = [say(told["ko"], told["en"]) for told in (one, one["about"])]
        gags = [say(gag["ko"], gag["en"]) for gag in one["gags"]]
        table.add_row(one["name"], *named, ", ".join(chosen), ", ".join(gags))
    return table
