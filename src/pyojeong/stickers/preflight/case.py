"""A pack laid out for checking: every file with the rule it is held against and its picture as a chat shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from pyojeong.errors import PyojeongError
from pyojeong.reading.drawn import DrawnReading
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.packing.framing import drawn_size
from pyojeong.stickers.packing.on_disk import FileOnDisk, PackOnDisk
from pyojeong.stickers.preflight.finding import Finding, Said, Severity
from pyojeong.stickers.preflight.instruments import Instruments
from pyojeong.stickers.preflight.looks import Look, at_chat_size, look_of, without
from pyojeong.stickers.preflight.papers import Paper, Papers
from pyojeong.stickers.stores.specs import FileSpec, Source, Standing, Store

STICKER = "sticker"


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One picture file of the pack.

    Attributes:
        file: As it lies there.
        spec: The rule it is held against.
        role: `STICKER`, or the icon's role.
        wanted: The name the store gives it.
        paper: What its maker wrote about it.
        look: Its picture; None when it cannot be read.
        number: Its place among the stickers, from 1; 0 for icons.
        reading: The emotion seen in its first frame; None where nobody looked.
    """

    file: FileOnDisk
    spec: FileSpec
    role: str
    wanted: str
    paper: Paper
    look: Look | None
    number: int = 0
    reading: DrawnReading | None = None

    @property
    def name(self) -> str:
        """Of the file."""
        return self.file.name

    @property
    def caption_box(self) -> Box | None:
        """Where its words are, in pixels of the file; None where nobody says."""
        return caption_box(self.paper, self.spec, self.look)

    @property
    def caption_height(self) -> float | None:
        """How high its smallest letter is, in pixels of the file; None where nobody says."""
        share = self.paper.caption_height
        return None if share is None else share * drawn_size(self.spec)[1]

    @property
    def is_sticker(self) -> bool:
        """Whether it is no icon."""
        return self.role == STICKER


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """All that checks look at."""

    pack: PackOnDisk
    store: Store
    papers: Papers
    items: tuple[Item, ...]
    instruments: Instruments = field(default_factory=Instruments)

    @property
    def stickers(self) -> tuple[Item, ...]:
        """The items that are no icons."""
        return tuple(item for item in self.items if item.is_sticker)

    @property
    def seen(self) -> Iterator[tuple[Item, Look]]:
        """Stickers that could be read, with their pictures."""
        return ((item, item.look) for item in self.stickers if item.look is not None)

    def source(self, subject: str) -> Source | None:
        """Where the store's rule was read; None where it has none."""
        return self.store.sources.get(subject)

    def weight(self, subject: str) -> Severity:
        """An error when the store's rule was read somewhere, a warning when the number is this program's own choice."""
        source = self.source(subject)
        return Severity.WARNING if source is None or source.standing is Standing.CHOSEN else Severity.ERROR

    def broken(
        self, subject: str, code: str, name: str, says: Said, mend: Said, *, measured: str = "", limit: str = ""
    ) -> Finding:
        """A rule of the store that a file, or the pack where ``name`` is empty, does not keep."""
        return Finding(code, self.weight(subject), name, says, mend, measured, limit, self.source(subject))


def laid_out(
    pack: PackOnDisk,
    store: Store,
    papers: Papers,
    instruments: Instruments,
    progress: Callable[[float], None] | None = None,
) -> Case:
    """The case of a pack; ``progress`` is told the share of pictures looked at."""
    icons = {icon.name: icon for icon in store.icons}
    numbers = _numbers(pack, store)
    items: list[Item] = []
    files = (*pack.stickers, *pack.icons)
    for done, file in enumerate(files, start=1):
        paper = papers.of(file.name)
        if file.name in icons:
            icon = icons[file.name]
            look = _look(file, pack.contents)
            items.append(Item(file, icon.file, icon.role, icon.name, paper, look))
        else:
            number = numbers[file.name]
            part = store.part_of(number)
            look = _look(file, pack.contents)
            reading = _reading(look, caption_box(paper, part.file, look), instruments)
            items.append(Item(file, part.file, STICKER, part.name_of(number), paper, look, number, reading))
        if progress is not None:
            progress(done / len(files))
    items.sort(key=lambda item: (not item.is_sticker, item.number))
    return Case(pack, store, papers, tuple(items), instruments)


def _look(file: FileOnDisk, contents: Mapping[str, bytes]) -> Look | None:
    if file.picture is None or file.name not in contents:
        return None
    try:
        return look_of(contents[file.name])
    except PyojeongError:  # its problem is a finding already
        return None


def _reading(look: Look | None, words: Box | None, instruments: Instruments) -> DrawnReading | None:
    if look is None or instruments.read_face is None or not look.drawn.any():
        return None
    return instruments.read_face(at_chat_size(without(look.first, words)))


def caption_box(paper: Paper, spec: FileSpec, look: Look | None) -> Box | None:
    """Where the words are, in pixels of the file, which holds its drawing in its middle; None where nobody says."""
    if paper.caption_box is None or look is None:
        return None
    (width, height), (rows, columns), shares = drawn_size(spec), look.first.shape[:2], paper.caption_box
    left, top = (columns - width) / 2, (rows - height) / 2
    x, y = (left + shares.left * width, left + shares.right * width), (shares.top * height, shares.bottom * height)
    return Box(x[0], top + y[0], x[1], top + y[1])


def _numbers(pack: PackOnDisk, store: Store) -> Mapping[str, int]:
    """The place of every sticker: by its name where the store gives such a name, else the first place left free."""
    most = max(store.counts.choices[-1], len(pack.stickers))
    named = {store.part_of(number).name_of(number): number for number in range(1, most + 1)}
    taken = {file.name: named[file.name] for file in pack.stickers if file.name in named}
    free = iter(sorted(set(range(1, most + len(pack.stickers) + 1)) - set(taken.values())))
    return {file.name: taken[file.name] if file.name in taken else next(free) for file in pack.stickers}
