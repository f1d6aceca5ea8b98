"""A character, an act and words become one sticker."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from pyojeong.performing.character import Character, Edge, choices_of, design_of
from pyojeong.performing.character.acts import Act
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing.moments import act_called, known_moments
from pyojeong.stickers.composing.picture import Composition
from pyojeong.stickers.composing.telling import alt_texts
from pyojeong.stickers.lettering import Place
from pyojeong.stickers.packing import Making, Sticker

COMPOSING = 2
"""Raised when equal makings would be composed differently, so that old files are drawn again."""


def compose_sticker(
    character: Character,
    act: Act | str,
    *,
    caption: str | None = None,
    voice: Voice | None = None,
    stressed: str = "",
    moves: bool = False,
    place: Place | None = None,
    edge: Edge = Edge.WHITE,
    text_model: str | None = None,
    name: str | None = None,
) -> Sticker:
    """One sticker; it is drawn when it is asked for its picture, at exactly the size that is asked.

    Args:
        character: Who.
        act: What it does: an act, or the name of a moment or of an emotion's act.
        caption: The words, at most three lines; None for none.
        voice: How the words speak, for the record.
        stressed: The word of the caption that takes the accent; empty for none.
        moves: Whether it is a film of one cycle, its first frame the still.
        place: Where the words stand; None where letters and figure stay largest.
        edge: What surrounds the figure.
        text_model: The language model that wrote the caption; None when none did.
        name: Its name in a pack; the act's when None.

    >>> sticker = compose_sticker(Character("mascot"), "off-work", caption="퇴근이다!")
    >>> sticker.emotion.korean, sticker.emoji[0], sticker.picture_of((100, 80)).size_wh
    ('기쁨', '🏃', (100, 80))

    Raises:
        PyojeongError: When design, choice or moment is unknown, or ``stressed`` is no part of the caption.
    """
    design = design_of(character)
    choices_of(character)
    act = act_called(act, design=design) if isinstance(act, str) else act
    picture = Composition(character, act, caption or "", stressed, moves, place, edge)
    making = Making(design.name, _parameters(picture, voice), character.seed, text_model=text_model)
    return _told(picture, making, name or act.name)


def _told(picture: Composition, making: Making, name: str) -> Sticker:
    """The sticker with all that is said of it."""
    act, meant = picture.act, known_moments().get(picture.act.name)
    korean, english = alt_texts(picture.character, act, picture.caption)
    emoji = meant.emoji if meant else ()
    return Sticker(picture, name, act.emotion, making, act.intensity, picture.caption, emoji, korean, english)


def _parameters(picture: Composition, voice: Voice | None) -> dict[str, Any]:
    """Everything the picture depends on, and what has to be told about it."""
    act, key = picture.act, picture.act.key
    return {
        "versions": {"pyojeong": version("pyojeong"), "composing": COMPOSING},
        "character": picture.character.to_dict(),
        "act": {
            "name": act.name,
            "emotion": act.emotion.value,
            "intensity": act.intensity,
            "gag": key.gag,
            "expression": dict(key.expression.to_dict()),
            "pose": asdict(key.pose),
            "marks": {mark.value: strength for mark, strength in key.marks.items()},
            "eyes": key.eyes,
            "mouth": key.mouth,
            "seconds": act.seconds,
        },
        "caption": {
            "text": picture.caption,
            "voice": voice.value if voice else None,
            "stressed": picture.stressed,
            "place": picture.place.value if picture.place else None,
        },
        "moves": picture.moves,
        "edge": picture.edge.value,
    }
