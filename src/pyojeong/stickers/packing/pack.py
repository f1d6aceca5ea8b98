"""What goes into a pack: stickers that can be drawn at any size, and how they came to be."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable

from pyojeong.emotion.emotion import Emotion
from pyojeong.media.clip import Clip
from pyojeong.media.image import Image

PictureOf = Callable[[tuple[int, int]], Image | Clip]
"""Draws at a width and height in pixels; a `Clip` begins with its key pose, which stands for it as a still."""


@dataclass(frozen=True, slots=True)
class Making:
    """How one picture came to be: enough to draw it again, and what has to be declared.

    Attributes:
        design: What draws it, e.g. a character's name.
        parameters: What it was drawn with; JSON values.
        seed: Of its randomness; None when there is none.
        photo: Whether pixels of a photo are in the picture.
        image_model: The generative image model that took part; None when none did.
        text_model: The language model that wrote the caption; None when none did.
    """

    design: str
    parameters: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    seed: int | None = None
    photo: bool = False
    image_model: str | None = None
    text_model: str | None = None

    def __post_init__(self) -> None:
        if not self.design:
            raise ValueError("a making must name what drew the picture")
        object.__setattr__(self, "parameters", MappingProxyType(json.loads(json.dumps(dict(self.parameters)))))

    def to_dict(self) -> dict[str, Any]:
        """Its JSON values."""
        return {
            "design": self.design,
            "parameters": dict(self.parameters),
            "seed": self.seed,
            "photo": self.photo,
            "image_model": self.image_model,
            "text_model": self.text_model,
        }


@dataclass(frozen=True, slots=True)
class CaptionDrawn:
    """How a caption came out in one drawing: part of the file's entry in the log.

    Attributes:
        box: Left, top, right, bottom of all that shows of it in the first frame, as shares [0, 1] of the drawing.
        height: Of its smallest letter (of a whole syllable in its size), as a share of the drawing's height.
        lacking: Letters its font lacks, so that all of it is written in the plain one; empty for none.

    >>> CaptionDrawn((0.1, 0.8, 0.9, 1.0), 0.12).to_dict()
    {'box': [0.1, 0.8, 0.9, 1.0], 'height': 0.12, 'lacking': ''}
    """

    box: tuple[float, float, float, float]
    height: float
    lacking: str = ""

    def __post_init__(self) -> None:
        left, top, right, bottom = self.box
        if not (0 <= left <= right <= 1 and 0 <= top <= bottom <= 1 and 0 <= self.height <= 1):
            raise ValueError(f"box and height are shares of the drawing, but got {self.box} and {self.height}")

    def to_dict(self) -> dict[str, Any]:
        """Its JSON values."""
        return {"box": list(self.box), "height": self.height, "lacking": self.lacking}


@runtime_checkable
class Captioned(Protocol):
    """A picture that can tell where its words are."""

    def caption_drawn(self, size_wh: tuple[int, int]) -> CaptionDrawn | None:
        """Of its drawing at this width and height; None when it has no words."""

    @property
    def lacking(self) -> str:
        """Letters the font of its words lacks, so that all of them are in the plain one; empty for none."""


@dataclass(frozen=True, slots=True, eq=False)
class Sticker:
    """One sticker.

    Attributes:
        picture_of: Draws it.
        name: The moment it is for, e.g. ``thanks``; of letters, digits, - and _.
        emotion: What it shows.
        making: How it came to be; equal makings and captions are taken to give equal pictures.
        intensity: How strongly, in [0, 1].
        caption: The words on it; empty when there are none.
        emoji: Tags for stores that file stickers by them.
        alt_korean, alt_english: What it shows, for those who do not see it.
    """

    picture_of: PictureOf
    name: str
    emotion: Emotion
    making: Making
    intensity: float = 0.5
    caption: str = ""
    emoji: tuple[str, ...] = ()
    alt_korean: str = ""
    alt_english: str = ""

    def __post_init__(self) -> None:
        if not self.name or not all(letter.isalnum() or letter in "-_" for letter in self.name):
            raise ValueError(f"a sticker's name is of letters, digits, - and _, but got {self.name!r}")
        if not 0 <= self.intensity <= 1:
            raise ValueError(f"intensity must be in [0, 1], but got {self.intensity}")

    def to_dict(self) -> dict[str, Any]:
        """Its JSON values, without the picture."""
        return {
            "name": self.name,
            "emotion": self.emotion.value,
            "intensity": self.intensity,
            "caption": self.caption,
            "emoji": list(self.emoji),
            "alt": {"ko": self.alt_korean, "en": self.alt_english},
            "making": self.making.to_dict(),
        }

    @property
    def lacking(self) -> str:
        """Letters of the caption that its font lacks, so that all of it is in the plain one; empty for none.

        Raises:
            PyojeongError: When the caption cannot be lettered.
        """
        return self.picture_of.lacking if isinstance(self.picture_of, Captioned) else ""

    @property
    def key(self) -> str:
        """A digest of everything the picture depends on."""
        drawn: dict[str, Any] = {"making": self.making.to_dict(), "caption": self.caption, "name": self.name}
        drawn |= {"emotion": self.emotion.value, "intensity": self.intensity}
        return digest_of(drawn)


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """Stickers that belong together, in the order of the store's list.

    Attributes:
        title, author: As the store shows them.
        stickers: In order; where a store wants some of them moving, those come first.
        icon: Drawn for the pictures beside the stickers; None uses the first sticker.
    """

    title: str
    author: str
    stickers: tuple[Sticker, ...]
    icon: Sticker | None = None

    def __post_init__(self) -> None:
        if not self.title.strip() or not self.stickers:
            raise ValueError("a pack must have a title and stickers")
        names = [sticker.name for sticker in self.stickers]
        if len(set(names)) != len(names):
            raise ValueError(f"every sticker of a pack needs its own name, but got {names}")

    @property
    def makings(self) -> tuple[Making, ...]:
        """How every picture of the pack came to be, the icon's too."""
        icon = (self.icon.making,) if self.icon else ()
        return tuple(sticker.making for sticker in self.stickers) + icon

    @property
    def uses_photo(self) -> bool:
        """Whether pixels of a photo are in any picture."""
        return any(making.photo for making in self.makings)

    @property
    def measured_from_photo(self) -> bool:
        """Whether a photo gave a character its shape, by the makings' own words (``drawn_from_photo``)."""
        characters = [making.parameters.get("character") for making in self.makings]
        return any(isinstance(one, Mapping) and bool(one.get("drawn_from_photo")) for one in characters)

    @property
    def image_models(self) -> tuple[str, ...]:
        """The generative image models that took part; empty when none did."""
        return tuple(sorted({making.image_model for making in self.makings if making.image_model}))

    @property
    def text_models(self) -> tuple[str, ...]:
        """The language models that wrote captions; empty when none did."""
        return tuple(sorted({making.text_model for making in self.makings if making.text_model}))


def digest_of(values: object) -> str:
    """SHA-256 of JSON values, whatever the order of their keys.

    >>> digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    True
    """
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()
