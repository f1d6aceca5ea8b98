"""The folder a pack is made in: beside its place, remembering what is done, and put into place whole."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.media.writing import flush, refusal, write_file
from pyojeong.stickers.packing.papers import FORMAT
from pyojeong.stickers.packing.reading import UPLOAD

PROVENANCE = "provenance.json"
MANIFEST = "contents.json"
_LEDGER = "made.json"
_BESIDE = frozenset({"contact-light.png", "contact-dark.png", "alt-text.csv", "declaration.md"})
"""The sheets that stay with the maker."""
_LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file browsers leave in every folder they show."""

Entry = dict[str, Any]


class Bench:
    """Where the files of one pack come together; one writer at a time.

    Args:
        target: The pack's folder: new, empty, or a pack written here before.

    Raises:
        PyojeongError: When the folder holds anything else, or cannot be written.
    """

    def __init__(self, target: Path) -> None:
        self.target = target.resolve()
        if not self.target.name:
            raise PyojeongError("팩을 만들 폴더의 이름을 주세요.", "Name a folder for the pack.", kind="not-a-folder")
        self.place = self.target.with_name(f".{self.target.name}.making")
        self._old = self.target.with_name(f".{self.target.name}.old")
        try:
            _settle(self._old, self.target)
            self._finished = _finished_entries(self.target)
            _refuse_strangers(self.place, self._old)
            (self.place / UPLOAD).mkdir(parents=True, exist_ok=True)
            self._hold = _held(self.place)
        except OSError as error:
            raise refusal(error, self.place) from error
        self._entries = _entries(_log(self.place / _LEDGER))

    def close(self) -> None:
        """Let another writer come; of work that never began nothing stays."""
        with suppress(OSError):  # not empty, or in its place already
            (self.place / UPLOAD).rmdir()
            self.place.rmdir()
        if self._hold is not None:
            os.close(self._hold)
            self._hold = None

    def kept(self, name: str, key: str) -> Entry | None:
        """The entry of a file that is there, whole, and made with ``key``; it is not drawn again."""
        for entries, folder in ((self._entries, self.place), (self._finished, self.target)):
            entry = entries.get(name)
            path = folder / UPLOAD / name
            if entry is None or entry.get("key") != key or not path.is_file():
                continue
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() == entry.get("sha256"):
                if folder != self.place:
                    self.put(name, data, entry)
                return entry
        return None

    def put(self, name: str, data: bytes, entry: Mapping[str, Any]) -> None:
        """Write a file for the store and remember it.

        A file cut short by a crash is found by its digest, so nothing waits for the disk before `finish`.
        """
        self._entries[name] = dict(entry)
        ledger = {"format": FORMAT, "files": list(self._entries.values())}
        try:
            if (self.place / UPLOAD / name).is_symlink():
                (self.place / UPLOAD / name).unlink()
            (self.place / UPLOAD / name).write_bytes(data)
            (self.place / _LEDGER).write_text(json.dumps(ledger, ensure_ascii=False), encoding="utf-8")
        except OSError as error:
            raise refusal(error, self.place / UPLOAD / name) from error

    def note(self, name: str, data: bytes) -> None:
        """Write a sheet that stays with the maker."""
        write_file(self.place / name, data)

    def read(self, name: str) -> bytes:
        """The bytes of a file for the store."""
        return (self.place / UPLOAD / name).read_bytes()

    def finish(self, names: set[str]) -> None:
        """Drop what is no longer of the pack and put the folder into its place."""
        for path in (self.place / UPLOAD).iterdir():
            if path.name not in names:
                path.unlink()
        (self.place / _LEDGER).unlink(missing_ok=True)
        for name in names:
            flush(self.place / UPLOAD / name)
        try:
            replaced = self.target.exists()
            if replaced:
                self.target.replace(self._old)
            self.place.replace(self.target)
            if replaced:
                _throw_away(self._old)
        except OSError as error:
            raise refusal(error, self.target) from error


def _settle(old: Path, target: Path) -> None:
    """What a crash between the renames of `Bench.finish` left: the old pack goes back, or away where a new one is."""
    if not _entries(_log(old / PROVENANCE)):
        return
    if (target / PROVENANCE).is_file():
        _throw_away(old)
    elif not target.exists() or (target.is_dir() and not any(target.iterdir())):
        old.replace(target)


def _throw_away(old: Path) -> None:
    """Remove a pack, its log last: what a crash leaves is still known as ours."""
    for path in old.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != PROVENANCE:
            path.unlink()
    (old / PROVENANCE).unlink(missing_ok=True)
    old.rmdir()


def _refuse_strangers(place: Path, old: Path) -> None:
    """Nothing when the names that work goes on under are free, or ours."""
    linked = next((path for path in (place, place / UPLOAD, old) if path.is_symlink()), None)
    taken = place if place.exists() and not place.is_dir() else None
    full = old if old.exists() and (not old.is_dir() or any(old.iterdir())) else None
    stranger = linked or taken or full
    if stranger is not None:
        raise PyojeongError(
            f"{stranger}에 다른 것이 있어 팩을 만들 수 없습니다. 옮기거나 지우고 다시 해 주세요.",
            f"{stranger} is something else and in the way; move or delete it and try again.",
            kind="not-empty",
        )


def _held(place: Path) -> int | None:
    """A hold on the folder that ends with this process; None on Windows, whose folders cannot be held.

    Raises:
        PyojeongError: When another writer holds it, or has just put it into place.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    hold = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(hold).st_ino == place.stat().st_ino:
            return hold
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(hold)
    raise PyojeongError(
        f"다른 프로그램이 같은 팩을 그리는 중입니다: {place}. 끝난 뒤에 다시 하거나 다른 폴더를 골라 주세요.",
        f"Another program is making this pack ({place}); try again when it is done, or choose another folder.",
        kind="busy-folder",
    )


def _finished_entries(target: Path) -> dict[str, Entry]:
    if not target.exists():
        return {}
    if not target.is_dir():
        raise PyojeongError(
            f"{target}은(는) 파일입니다. 폴더 이름을 주세요.",
            f"{target} is a file; give a folder.",
            kind="not-a-folder",
        )
    inside = {path.name for path in target.iterdir()} - _LEFT_BY_SYSTEMS
    if not inside:
        return {}
    log = _log(target / PROVENANCE)
    entries = _entries(log)
    foreign = inside - _BESIDE - {UPLOAD, PROVENANCE, f"{log.get('store')}.zip"}
    if (target / UPLOAD).is_dir():
        uploaded = {path.name for path in (target / UPLOAD).iterdir()} - _LEFT_BY_SYSTEMS
        foreign |= uploaded - entries.keys() - {MANIFEST}
    if not entries or foreign:
        what = ", ".join(sorted(foreign or inside)[:3])
        raise PyojeongError(
            f"폴더에 팩이 아닌 것이 들어 있어 덮어쓰지 않습니다: {target} ({what}). 빈 폴더를 골라 주세요.",
            f"{target} holds something that is no pack ({what}) and is not overwritten; choose an empty folder.",
            kind="not-empty",
        )
    return entries


def _log(path: Path) -> Mapping[str, Any]:
    """A log of ours; empty when there is none, or it is not one of ours."""
    if not path.is_file():
        return {}
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):  # cut off while it was written by something else: everything is made anew
        return {}
    return document if isinstance(document, dict) and document.get("format") == FORMAT else {}


def _entries(log: Mapping[str, Any]) -> dict[str, Entry]:
    """The files a log speaks of."""
    files = log.get("files")
    if not isinstance(files, list):
        return {}
    return {entry["name"]: entry for entry in files if isinstance(entry, dict) and isinstance(entry.get("name"), str)}
