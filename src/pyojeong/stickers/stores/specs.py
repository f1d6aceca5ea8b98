"""The words a store's rules are written in. Sizes are width, height in pixels; a KB is 1,000 bytes.

Stores say «KB» and leave open whether they mean 1,000 or 1,024 bytes: the smaller reading is accepted under both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

Size = tuple[int, int]


class StickerFormat(str, Enum):
    """The file formats stores take."""

    PNG = "png"
    APNG = "apng"
    GIF = "gif"
    WEBP = "webp"
    WEBM = "webm"


class Standing(str, Enum):
    """How well a number is known."""

    VERIFIED = "verified"
    """Read on a page of the store's own (in a stored copy, on the day noted)."""
    REPORTED = "reported"
    """Told by somebody else: a creator's blog, a newspaper, another program."""
    CHOSEN = "chosen"
    """Not prescribed as far as was found; chosen here."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number was read: title, address, the day (ISO) and how well it stands."""

    title: str
    address: str
    checked: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files a part may have.

    >>> Counts((8, 16)).allows(8), Counts((8, 16)).allows(9), str(Counts((8, 16))), str(Counts(tuple(range(3, 31))))
    (True, False, '8 / 16', '3–30')
    """

    choices: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.choices or min(self.choices) < 1 or list(self.choices) != sorted(set(self.choices)):
            raise ValueError(f"counts must be rising and positive, but got {self.choices}")

    def allows(self, count: int) -> bool:
        """Whether so many files are taken."""
        return count in self.choices

    def __str__(self) -> str:
        first, last = self.choices[0], self.choices[-1]
        if len(self.choices) > 2 and last - first + 1 == len(self.choices):
            return f"{first}–{last}"
        return " / ".join(map(str, self.choices))


@dataclass(frozen=True, slots=True)
class Motion:
    """What a moving file may do.

    Attributes:
        frames: Fewest and most frames.
        seconds_max: Longest time of all plays together, in seconds.
        frames_per_second_max: Fastest rate.
        plays: Fewest and most plays; None is for ever.
        whole_seconds: Whether one play must last 1, 2, 3 … seconds.
        frame_ms_min: Shortest frame in milliseconds.
    """

    frames: Size
    seconds_max: float | None = None
    frames_per_second_max: float | None = None
    plays: Size | None = None
    whole_seconds: bool = False
    frame_ms_min: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.frames[0] <= self.frames[1]:
            raise ValueError(f"frames must be (fewest, most), but got {self.frames}")
        if self.plays is not None and not 1 <= self.plays[0] <= self.plays[1]:
            raise ValueError(f"plays must be (fewest, most), but got {self.plays}")


@dataclass(frozen=True, slots=True)
class FileSpec:
    """What one file must be.

    Attributes:
        format: Its format.
        draw_wh: The size that is drawn for it.
        max_wh: The largest size that is taken.
        bytes_max: The most bytes, reading KB as 1,000.
        exact: Whether only ``max_wh`` is taken.
        one_side_at_least: Pixels that one of the two sides must reach.
        even: Whether both sides must be even.
        margin_px: Empty border that is wanted on every side.
        background: ``transparent`` or ``white``.
        motion: None for still files.
    """

    format: StickerFormat
    draw_wh: Size
    max_wh: Size
    bytes_max: int
    exact: bool = False
    one_side_at_least: int | None = None
    even: bool = False
    margin_px: int = 0
    background: str = "transparent"
    motion: Motion | None = None

    def __post_init__(self) -> None:
        if not self.takes_size(self.draw_wh):
            raise ValueError(f"the drawn size {self.draw_wh} is not one the file may have")
        if self.background not in ("transparent", "white") or self.bytes_max < 1 or self.margin_px < 0:
            raise ValueError(f"background, bytes or margin are wrong: {self}")

    @property
    def suffix(self) -> str:
        """The extension, with its dot: an APNG is called .png."""
        return ".png" if self.format is StickerFormat.APNG else f".{self.format.value}"

    def takes_size(self, size_wh: Size) -> bool:
        """Whether a file of this size is taken."""
        width, height = size_wh
        if self.exact:
            return size_wh == self.max_wh
        fits = 1 <= width <= self.max_wh[0] and 1 <= height <= self.max_wh[1]
        long_enough = self.one_side_at_least is None or max(size_wh) >= self.one_side_at_least
        return fits and long_enough and not (self.even and (width % 2 or height % 2))


@dataclass(frozen=True, slots=True)
class Part:
    """A run of sticker files of one kind; ``names`` is a format string of the sticker's number in the pack, from 1."""

    names: str
    counts: Counts
    file: FileSpec

    def name_of(self, number: int) -> str:
        """The file name of sticker ``number``."""
        return self.names.format(number)


@dataclass(frozen=True, slots=True)
class IconSpec:
    """A picture beside the stickers: ``role`` is main, tab, tray or icon.

    One that is ``optional`` is wanted by some reports and by others not: it is drawn, and only noted where it lacks.
    """

    role: str
    name: str
    file: FileSpec
    optional: bool = False


@dataclass(frozen=True, slots=True)
class TitleRule:
    """Longest title; a Korean letter counts ``wide_count``.

    >>> TitleRule(8, 2).length("표정 ok")
    7
    """

    characters_max: int
    wide_count: int

    def length(self, title: str) -> int:
        """The title's length as the store counts it."""
        return sum(self.wide_count if ord(letter) > 0x10FF else 1 for letter in title)


@dataclass(frozen=True, slots=True)
class Declaration:
    """What the store says of pictures by a generative model, and of photos.

    Attributes:
        image_model, photo: ``barred``, ``declare`` (its form asks) or ``unanswered`` (nothing was found).
        korean, english: The sentence for the person.
    """

    image_model: str
    photo: str
    korean: str
    english: str

    def __post_init__(self) -> None:
        if not {self.image_model, self.photo} <= {"barred", "declare", "unanswered"}:
            raise ValueError(f"a rule is barred, declare or unanswered, but got {self.image_model}, {self.photo}")


@dataclass(frozen=True, slots=True)
class Store:
    """One kind of pack of one store.

    Attributes:
        name: How it is asked for.
        korean, english: How it is called.
        parts: The stickers fill them in order.
        declaration: Its rules on models and photos.
        sources: Subject (``counts``, ``size``, ``bytes`` …) → where it was read.
        icons: Pictures beside the stickers.
        emoji: Fewest and most emoji a sticker; None where there are none.
        zip_bytes_max: Largest archive.
        title: Longest title.
        manifest: ``whatsapp`` where a contents.json goes with the files.
        caution: Where reports contradict what is written here, in Korean and English; None where none does.
    """

    name: str
    korean: str
    english: str
    parts: tuple[Part, ...]
    declaration: Declaration
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    icons: tuple[IconSpec, ...] = ()
    emoji: Size | None = None
    zip_bytes_max: int | None = None
    title: TitleRule | None = None
    manifest: str | None = None
    caution: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError(f"store {self.name} must have a part")
        if any(len(part.counts.choices) > 1 for part in self.parts[:-1]):
            raise ValueError(f"only the last part of {self.name} may vary in number")
        missing = self.subjects() - set(self.sources)
        if missing:
            raise ValueError(f"store {self.name} has no source for {sorted(missing)}")

    @property
    def counts(self) -> Counts:
        """How many stickers the whole pack may have."""
        before = sum(part.counts.choices[0] for part in self.parts[:-1])
        return Counts(tuple(before + choice for choice in self.parts[-1].counts.choices))

    def part_of(self, number: int) -> Part:
        """The part that sticker ``number``, from 1, belongs to."""
        for part in self.parts[:-1]:
            if number <= part.counts.choices[0]:
                return part
            number -= part.counts.choices[0]
        return self.parts[-1]

    @property
    def reported(self) -> tuple[str, ...]:
        """Subjects of its numbers that were told by somebody else, not read on a page of its own."""
        rules = [subject for subject in self.sources if subject not in ("image_model", "photo")]
        return tuple(subject for subject in rules if self.sources[subject].standing is Standing.REPORTED)

    def subjects(self) -> set[str]:
        """What must have a source: every rule this store has."""
        files = [part.file for part in self.parts]
        motions = [file.motion for file in files if file.motion]
        asked = {
            "frames": bool(motions),
            "seconds": any(motion.seconds_max for motion in motions),
            "plays": any(motion.plays for motion in motions),
            "margin": any(file.margin_px for file in files),
            "background": any(file.background != "transparent" for file in files),
            "icons": bool(self.icons),
            "emoji": self.emoji is not None,
            "zip": self.zip_bytes_max is not None,
            "title": self.title is not None,
            "manifest": self.manifest is not None,
        }
        always = {"counts", "size", "bytes", "names", "image_model", "photo"}
        return always | {subject for subject, present in asked.items() if present}
