"""Who plays whom, in whose voice: ``CAST.toml``, a file people edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from pyojeong.performing.voice.speaking import Voice

FORMAT = "pyojeong.cast/1"
NARRATOR = "해설"
"""The name of the narrator's part; a beat whose speaker is None is the narrator's."""


class Looks(str, Enum):
    """What a part is seen as."""

    CHARACTER = "character"
    PHOTO = "photo"
    AVATAR = "avatar"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Part:
    """How one role is seen and heard.

    Attributes:
        looks: What it is seen as; a narrator is mostly unseen.
        source: A design's name (``bear``), or a path from the cast file's folder: ``CHARACTER.json``, a photo, an
            avatar; empty for who is unseen.
        voice: Who speaks for it.
        shown: Its name in subtitles; empty shows none.
        chosen: What is chosen about a design: hair, colours, clothes (see `performing.character`).
        face: Whose face of a photo plays it, as faces are numbered: 0 is the largest.

    >>> Part(Looks.CHARACTER, "bear", Voice("tiger")).source
    'bear'
    """

    looks: Looks
    source: str
    voice: Voice
    shown: str = ""
    chosen: Mapping[str, float | str] = field(default_factory=dict)
    face: int = 0

    def __post_init__(self) -> None:
        if self.face < 0 or (self.face and self.looks is not Looks.PHOTO):
            raise ValueError(f"only a photo has faces to choose from, 0 and more, but got {self.looks}, {self.face}")
        object.__setattr__(self, "chosen", MappingProxyType(dict(self.chosen)))
        if (self.looks is Looks.UNSEEN) != (not self.source):
            raise ValueError(
                f"a part that is seen must have a source, and no other, but got {self.looks}, {self.source!r}"
            )


@dataclass(frozen=True, slots=True)
class Company:
    """Every part of a tale.

    Attributes:
        narrator: Who tells it.
        parts: Speaker's name in the score → part.
    """

    narrator: Part
    parts: Mapping[str, Part] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", MappingProxyType(dict(self.parts)))

    def part_of(self, speaker: str | None) -> Part:
        """Of a beat's speaker; who has no part is read by the narrator."""
        return self.parts.get(speaker, self.narrator) if speaker else self.narrator
