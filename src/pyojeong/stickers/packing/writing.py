"""A `Pack` becomes the folder a store wants, with everything its maker has to show."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.media.clip_encoding import Progress
from pyojeong.media.damage import DARK
from pyojeong.stickers.packing import papers
from pyojeong.stickers.packing.bench import MANIFEST, PROVENANCE, Bench, Entry
from pyojeong.stickers.packing.encoding import ENCODERS, Encoded, encode_for
from pyojeong.stickers.packing.inspecting import frames_of
from pyojeong.stickers.packing.pack import Pack, Sticker, digest_of
from pyojeong.stickers.packing.reading import UPLOAD
from pyojeong.stickers.packing.sheet import LIGHT, contact_sheet
from pyojeong.stickers.stores.counting import check_count
from pyojeong.stickers.stores.specs import FileSpec, Store

_TOLD = 1
"""Raised when a file's entry tells more than before, so that old files are drawn and told of again."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest time a ZIP holds: equal packs become equal archives."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file of the pack.

    Attributes:
        name: Its name in the store's folder.
        bytes: How large it is.
        sha256: Its digest.
        how: What the encoder did; see `pyojeong.stickers.packing.encoding.Encoded`.
        ssim, delta_e: How far it can be told from the drawing.
        drawn: False when it was there already and right.
    """

    name: str
    bytes: int
    sha256: str
    how: Mapping[str, Any]
    ssim: float
    delta_e: float
    drawn: bool


@dataclass(frozen=True, slots=True)
class WrittenPack:
    """Where the pack is.

    Attributes:
        folder: The pack; ``upload`` inside holds what the store gets.
        archive: The same as a ZIP.
        files: Stickers, then icons.
    """

    folder: Path
    archive: Path
    files: tuple[WrittenFile, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """One file to be made: ``name`` in the store's folder, of ``sticker``, as ``spec`` wants it."""

    name: str
    sticker: Sticker
    spec: FileSpec

    @property
    def key(self) -> str:
        """A digest of everything the file depends on."""
        return digest_of([self.sticker.key, asdict(self.spec), ENCODERS, _TOLD])


Encode = Callable[[Sequence[Job]], Iterator[Encoded]]
"""Makes the file of every job, in order, each when it is asked for."""


def encoded_here(jobs: Sequence[Job]) -> Iterator[Encoded]:
    """One file after another, by this process."""
    for job in jobs:
        yield encode_for(job.sticker.picture_of, job.spec, name=job.sticker.name)


def write_pack(
    pack: Pack,
    store: Store,
    folder: str | Path,
    *,
    progress: Progress | None = None,
    encode: Encode = encoded_here,
) -> WrittenPack:
    """The pack in ``folder``, made beside it and put into place when it is whole.

    Stopped half way, it goes on from there the next time: a file whose making is the same and whose digest is right is
    not drawn again.

    Args:
        pack: As many stickers as the store wants.
        store: What the files must be.
        folder: New, empty, or a pack written here before, which is replaced.
        progress: Told the share [0, 1] after every file; what it raises stops the work and reaches the caller.
        encode: Who makes the files that are not there yet.

    Raises:
        PyojeongError: When number, title or emoji do not suit the store, a picture does not fit its cap, the archive is
            too large, or the place cannot be written.
    """
    check_suits(pack, store)
    with closing(Bench(Path(folder))) as bench:
        return _written_on(bench, pack, store, progress, encode)


def _written_on(bench: Bench, pack: Pack, store: Store, progress: Progress | None, encode: Encode) -> WrittenPack:
    jobs = jobs_of(pack, store)
    kept = {job.name: entry for job in jobs if (entry := bench.kept(job.name, job.key)) is not None}
    entries = _entries(bench, jobs, kept, encode, progress or _unwatched)
    names = [job.name for job in jobs] + _write_manifest(bench, pack, store, entries)
    archive = _write_archive(bench, store, names)
    _write_papers(bench, pack, store, entries)
    bench.finish(set(names))
    if progress is not None:
        progress(1.0)
    written = tuple(_written(entry, drawn=entry["name"] not in kept) for entry in entries)
    return WrittenPack(bench.target, bench.target / archive, written)


def check_suits(pack: Pack, store: Store) -> None:
    """Nothing when the pack has what the store wants of it.

    Raises:
        PyojeongError: When the number of stickers, a number of emoji or the title's length does not suit.
    """
    check_count(store, len(pack.stickers))
    _check_title(pack.title, store)
    fewest, most = store.emoji or (0, 1000)
    for sticker in pack.stickers:
        count = len(sticker.emoji)
        if not fewest <= count <= most:
            raise PyojeongError(
                f"{store.korean}에는 이모지가 {fewest}–{most}개여야 하는데 {sticker.name}에 {count}개입니다.",
                f"{store.english} wants {fewest}–{most} emoji, but {sticker.name} has {count}.",
                kind="emoji",
            )


def _check_title(title: str, store: Store) -> None:
    if store.title is None or store.title.length(title) <= store.title.characters_max:
        return
    length, most = store.title.length(title), store.title.characters_max
    raise PyojeongError(
        f"제목이 너무 깁니다: {most}자까지인데 {length}자로 셉니다. 한글 한 자는 {store.title.wide_count}자입니다.",
        f"The title is too long: up to {most}, but it counts {length}.",
        kind="title",
    )


def jobs_of(pack: Pack, store: Store) -> list[Job]:
    """The files the store wants, stickers first."""
    jobs: list[Job] = []
    for number, sticker in enumerate(pack.stickers, start=1):
        part = store.part_of(number)
        jobs.append(Job(part.name_of(number), sticker, part.file))
    return jobs + [Job(icon.name, pack.icon or pack.stickers[0], icon.file) for icon in store.icons]


def _entries(
    bench: Bench, jobs: Sequence[Job], kept: Mapping[str, Entry], encode: Encode, progress: Progress
) -> list[Entry]:
    """The entry of every file, those that were not kept being made."""
    entries: list[Entry] = []
    with closing(_made(encode, [job for job in jobs if job.name not in kept])) as made:
        for number, job in enumerate(jobs):
            entries.append(kept[job.name] if job.name in kept else _put(bench, job, next(made)))
            progress((number + 1) / (len(jobs) + 1))
    return entries


def _unwatched(share: float) -> None:
    """Nobody wants to know."""


def _made(encode: Encode, jobs: Sequence[Job]) -> Generator[Encoded, None, None]:
    """What ``encode`` makes; closing it lets go of what is still in hand."""
    yield from encode(jobs)


def _put(bench: Bench, job: Job, encoded: Encoded) -> Entry:
    entry: Entry = {
        "name": job.name,
        "sticker": job.sticker.name,
        "key": job.key,
        "sha256": hashlib.sha256(encoded.data).hexdigest(),
        "bytes": len(encoded.data),
        "how": dict(encoded.how),
        "ssim": round(encoded.damage.ssim, 4),
        "delta_e": round(encoded.damage.delta_e, 2),
        "caption": encoded.caption.to_dict() if encoded.caption else None,
    }
    bench.put(job.name, encoded.data, entry)
    return entry


def _written(entry: Entry, *, drawn: bool) -> WrittenFile:
    return WrittenFile(
        name=entry["name"],
        bytes=entry["bytes"],
        sha256=entry["sha256"],
        how=MappingProxyType(dict(entry["how"])),
        ssim=entry["ssim"],
        delta_e=entry["delta_e"],
        drawn=drawn,
    )


def _write_manifest(bench: Bench, pack: Pack, store: Store, entries: Sequence[Entry]) -> list[str]:
    if store.manifest is None:
        return []
    names = [entry["name"] for entry in entries]
    data = papers.whatsapp_contents(
        pack,
        names[: len(pack.stickers)],
        tray=store.icons[0].name,
        animated=store.parts[0].file.motion is not None,
        data_version=digest_of([entry["sha256"] for entry in entries])[:12],
    )
    bench.put(MANIFEST, data, {"name": MANIFEST, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)})
    return [MANIFEST]


def _write_archive(bench: Bench, store: Store, names: Sequence[str]) -> str:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:  # the pictures are compressed already
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), bench.read(name))
    if store.zip_bytes_max is not None and buffer.tell() > store.zip_bytes_max:
        limit = store.zip_bytes_max // 1_000_000
        raise PyojeongError(
            f"ZIP 파일은 {limit} MB까지인데 {buffer.tell() / 1e6:.1f} MB입니다. 스티커 수를 줄여 주세요.",
            f"The archive may have {limit} MB, but has {buffer.tell() / 1e6:.1f} MB; use fewer stickers.",
            kind="archive-too-large",
        )
    name = f"{store.name}.zip"
    bench.note(name, buffer.getvalue())
    return name


def _write_papers(bench: Bench, pack: Pack, store: Store, entries: Sequence[Entry]) -> None:
    names = [entry["name"] for entry in entries]
    pictures = [next(frames_of(bench.read(name))) for name in names]
    bench.note("contact-light.png", contact_sheet(pictures, names, ground=LIGHT))
    bench.note("contact-dark.png", contact_sheet(pictures, names, ground=DARK))
    bench.note("alt-text.csv", papers.alt_text_csv(pack, names[: len(pack.stickers)]))
    bench.note("declaration.md", papers.declaration_markdown(pack, store).encode("utf-8"))
    made_at = datetime.now(timezone.utc).isoformat(timespec="seconds")
    bench.note(PROVENANCE, papers.provenance_json(pack, store, entries, made_at=made_at))


__all__ = [
    "UPLOAD",
    "Encode",
    "Job",
    "WrittenFile",
    "WrittenPack",
    "check_suits",
    "encoded_here",
    "jobs_of",
    "write_pack",
]
