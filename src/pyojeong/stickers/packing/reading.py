"""A folder or an archive, made by whomever, becomes a `PackOnDisk`: within limits, without believing its names."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from pyojeong.errors import PyojeongError
from pyojeong.stickers.packing.inspecting import PICTURE_SUFFIXES, look_at
from pyojeong.stickers.packing.on_disk import PackOnDisk, Problem
from pyojeong.stickers.stores.specs import Store

MAX_FILES = 400
MAX_FILE_BYTES = 20_000_000
MAX_PACK_BYTES = 200_000_000
"""Ten times LINE's largest archive."""
UPLOAD = "upload"
"""The folder, inside a pack written here, that holds what the store gets."""
PROVENANCE, ALT_TEXT = "provenance.json", "alt-text.csv"
"""The papers of a pack written here that say what its pictures are."""
MAX_PAPER_BYTES = 5_000_000
_READ_AT_ONCE = 1 << 16
_ZIP = b"PK"
"""What every archive begins with."""
_HIDDEN = ("__MACOSX",)
_INSIDE = f"{UPLOAD}/"


def read_pack(place: str | Path, store: Store | None = None) -> PackOnDisk:
    """The pack in a folder or ZIP archive.

    Of a pack written here only what goes to the store is read. One folder around everything in an archive is taken off.

    Args:
        place: A folder or a .zip.
        store: What it is meant for: tells icons from stickers.

    Raises:
        PyojeongError: When there is nothing to read, the archive is unsafe, or it is larger than a pack may be.
    """
    path = Path(place)
    if path.is_dir():
        try:
            contents, problems = _from_folder(path)
        except OSError as error:
            korean = f"팩의 파일을 읽을 수 없습니다: {error.filename}. 읽을 권한이 있는지 봐 주세요."
            english = f"Cannot read a file of the pack: {error.filename} ({error.strerror})"
            raise PyojeongError(korean, english, kind="unreadable") from error
        papers, size = _papers_in(path), None
        beside = _papers_in(path.parent) if path.name == UPLOAD else {}
    elif path.is_file():
        contents, papers = _from_archive(path)
        problems, size, beside = [], path.stat().st_size, _papers_in(path.parent)
    else:
        raise PyojeongError(f"팩이 없습니다: {path}", f"There is no pack at {path}", kind="missing-file")
    if not contents:
        raise PyojeongError(f"팩이 비어 있습니다: {path.name}", f"The pack is empty: {path.name}", kind="empty-pack")
    names = sorted(contents, key=_by_number)
    files = tuple(look_at(name, contents[name]) for name in names)
    frozen = (MappingProxyType(dict(kept)) for kept in (papers, beside))
    return PackOnDisk(path.stem, files, MappingProxyType(contents), size, store, tuple(problems), *frozen)


def _papers_in(folder: Path) -> dict[str, bytes]:
    """The papers that lie in a folder; links and what is too large for a paper are none."""
    found = {}
    for name in (PROVENANCE, ALT_TEXT):
        path = folder / name
        try:
            if path.is_file() and not path.is_symlink() and path.stat().st_size <= MAX_PAPER_BYTES:
                found[name] = path.read_bytes()
        except OSError:  # papers are not needed to check a pack
            continue
    return found


def _by_number(name: str) -> list[tuple[int, int | str]]:
    """So that 2.png comes before 10.png."""
    parts = re.split(r"([0-9]+)", name)
    return [(0, int(part)) if part.isdigit() and part.isascii() else (1, part) for part in parts if part]


def _from_folder(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    made_here = (folder / PROVENANCE).is_file() and (folder / UPLOAD).is_dir()
    root = folder / UPLOAD if made_here else folder
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _plain_files(root):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            korean = f"바로가기(심볼릭 링크)는 읽지 않습니다: {name}"
            problems.append(Problem("link", korean, f"Links are not followed: {name}"))
            continue
        _check_bytes(path.stat().st_size, name)
        contents[name] = path.read_bytes()
        _check_all(contents)
    return contents, problems


def _plain_files(root: Path) -> Iterator[Path]:
    """Files of the folder and of the folders in it, two levels deep; links to folders are not entered."""
    for path in sorted(root.iterdir()):
        if path.name.startswith(".") or path.name in _HIDDEN:
            continue
        if path.is_symlink() or path.is_file():
            yield path
        elif path.is_dir():
            yield from (inner for inner in sorted(path.iterdir()) if inner.is_symlink() or inner.is_file())


def _from_archive(path: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Files and papers; of a whole pack written here, zipped, only what goes to the store are its files."""
    _refuse_single(path)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_hidden(entry.filename)]
            if len(entries) > MAX_FILES:
                raise _too_many(len(entries))
            contents: dict[str, bytes] = {}
            for entry in entries:
                name = _safe(entry)
                if name in contents:
                    raise _unsafe(f"같은 이름이 두 번 있습니다: {name}", f"a name occurs twice: {name}")
                contents[name] = _unpacked(archive, entry)
                _check_all(contents)
    except (zipfile.BadZipFile, zlib.error, LZMAError, NotImplementedError, EOFError, OSError) as error:
        korean = f"ZIP 파일을 읽을 수 없습니다: {path.name}. 다시 압축해 주세요."
        raise PyojeongError(korean, f"Cannot read the archive {path.name}: {error}", kind="bad-archive") from error
    contents = _unwrapped(contents)
    papers = {name: contents[name] for name in (PROVENANCE, ALT_TEXT) if name in contents}
    uploaded = {name.removeprefix(_INSIDE): data for name, data in contents.items() if name.startswith(_INSIDE)}
    return (uploaded if PROVENANCE in papers and uploaded else contents), papers


def _refuse_single(path: Path) -> None:
    """Nothing when a file may be an archive.

    Raises:
        PyojeongError: When it is a picture or anything else that is no archive.
    """
    with path.open("rb") as file:
        if file.read(len(_ZIP)) == _ZIP or path.suffix.lower() == ".zip":
            return
    korean, english = (
        ("그림 한 장입니다. 그림들이 든 폴더나 ZIP을", "one picture; give the folder or ZIP of all its pictures")
        if path.suffix.lower() in PICTURE_SUFFIXES
        else ("팩이 아닌 파일입니다. 팩의 폴더나 ZIP을", "no pack; give the folder or ZIP of one")
    )
    raise PyojeongError(f"{path.name}은(는) {korean} 주세요.", f"{path.name} is {english}.", kind="not-a-pack")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes, counted while they come: what an archive says of its sizes may be a lie."""
    _check_bytes(entry.file_size, entry.filename)
    data = bytearray()
    with archive.open(entry) as stream:
        while block := stream.read(_READ_AT_ONCE):
            data += block
            _check_bytes(len(data), entry.filename)
    return bytes(data)


def _safe(entry: zipfile.ZipInfo) -> str:
    name = entry.filename
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        raise _unsafe(f"팩 밖을 가리키는 이름이 있습니다: {name!r}", f"a name points outside the pack: {name!r}")
    if entry.flag_bits & 1:
        raise _unsafe("암호가 걸려 있습니다. 암호 없이 압축해 주세요.", "it is encrypted")
    return path.as_posix()


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and (parts[0] in _HIDDEN or parts[-1] in (".DS_Store", "Thumbs.db"))


def _unwrapped(contents: dict[str, bytes]) -> dict[str, bytes]:
    tops = {name.partition("/")[0] for name in contents}
    if len(tops) != 1 or any("/" not in name for name in contents):
        return contents
    return {name.partition("/")[2]: data for name, data in contents.items()}


def _check_bytes(size: int, name: str) -> None:
    if size > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 1_000_000
        raise PyojeongError(
            f"{name} 파일이 너무 큽니다. 팩의 파일은 하나에 {limit} MB까지 읽습니다.",
            f"{name} is too large; files of a pack are read up to {limit} MB each.",
            kind="too-large",
        )


def _check_all(contents: dict[str, bytes]) -> None:
    if len(contents) > MAX_FILES:
        raise _too_many(len(contents))
    if sum(map(len, contents.values())) > MAX_PACK_BYTES:
        limit = MAX_PACK_BYTES // 1_000_000
        raise PyojeongError(
            f"팩이 너무 큽니다. 모두 합해 {limit} MB까지 읽습니다.",
            f"The pack is too large; up to {limit} MB are read in all.",
            kind="too-large",
        )


def _too_many(count: int) -> PyojeongError:
    return PyojeongError(
        f"파일이 너무 많습니다: {count}개인데 {MAX_FILES}개까지 읽습니다.",
        f"There are too many files: {count}, but up to {MAX_FILES} are read.",
        kind="too-many-files",
    )


def _unsafe(korean: str, english: str) -> PyojeongError:
    return PyojeongError(
        f"안전하지 않은 ZIP 파일입니다. {korean}", f"The archive is unsafe: {english}.", kind="unsafe-archive"
    )
