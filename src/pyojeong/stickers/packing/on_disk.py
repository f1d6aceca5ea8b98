"""What a pack that lies on disk is: its files as they are, whoever made them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from pyojeong.stickers.stores.specs import Store


class Transparency(str, Enum):
    """How a picture uses transparency."""

    NONE = "none"
    """The file has no alpha at all."""
    UNUSED = "unused"
    """It has, and every pixel is opaque."""
    USED = "used"
    """Some pixels let the ground through."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file could not be taken as a picture: a stable word and a sentence in both languages."""

    kind: str
    korean: str
    english: str


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What was found inside a picture file.

    Attributes:
        format: ``png``, ``apng``, ``gif``, ``webp``, ``webm`` or what else Pillow calls it, in small letters.
        size_wh: Width and height in pixels.
        durations_ms: One time a frame; a single 0 for a still.
        plays: How often it plays; 0 is for ever, None for stills and formats that do not say.
        mode: Pillow's word for the stored pixels (``RGBA``, ``P`` …), or the codec of a film.
        transparency: Over all frames.
        margins: Left, top, right, bottom pixels of the first frame that are fully transparent; None without content.
        dots_per_inch: Where the file says so.
        has_sound: Whether a film carries sound.
    """

    format: str
    size_wh: tuple[int, int]
    durations_ms: tuple[int, ...]
    plays: int | None
    mode: str
    transparency: Transparency
    margins: tuple[int, int, int, int] | None
    dots_per_inch: float | None = None
    has_sound: bool = False

    @property
    def frames(self) -> int:
        """How many frames."""
        return len(self.durations_ms)

    @property
    def seconds(self) -> float:
        """How long one play lasts."""
        return sum(self.durations_ms) / 1000

    @property
    def moves(self) -> bool:
        """Whether there is more than one frame."""
        return self.frames > 1


@dataclass(frozen=True, slots=True)
class FileOnDisk:
    """One file of a pack.

    Attributes:
        name: Its path inside the pack, with /.
        bytes: How large it is.
        sha256: Its digest.
        picture: None when it is no picture or could not be read.
        problem: Why it could not.
    """

    name: str
    bytes: int
    sha256: str
    picture: PictureFacts | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PackOnDisk:
    """A pack as it lies there.

    Attributes:
        name: Of the folder or archive.
        files: In the order of their names, numbers by value.
        contents: The bytes of each by its name.
        archive_bytes: The archive's size; None for a folder.
        store: The store it is meant for, when that is known.
        problems: What concerns no single file.
        papers: What its maker wrote and put into it, by name: the log and the alt texts.
        papers_beside: The same, found beside an archive or an ``upload`` folder: they may be another pack's.
    """

    name: str
    files: tuple[FileOnDisk, ...]
    contents: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    archive_bytes: int | None = None
    store: Store | None = None
    problems: tuple[Problem, ...] = ()
    papers: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    papers_beside: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))

    def file(self, name: str) -> FileOnDisk | None:
        """The file called so, or None."""
        return next((file for file in self.files if file.name == name), None)

    @property
    def icons(self) -> tuple[FileOnDisk, ...]:
        """The files that carry the names of the store's icons; none without a store."""
        names = {icon.name for icon in self.store.icons} if self.store else set()
        return tuple(file for file in self.files if file.name in names)

    @property
    def stickers(self) -> tuple[FileOnDisk, ...]:
        """Every other file that is a picture or should be one."""
        icons = {file.name for file in self.icons}
        return tuple(
            file for file in self.files if (file.picture or file.problem) is not None and file.name not in icons
        )
