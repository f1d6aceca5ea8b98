"""The folder of one visitor: theirs until they go, and gone at the latest when another server starts.

Every folder holds a file that its server keeps locked: the lock goes with the process, however that ends. Names of
machines and numbers of processes say less: a container started again has another name and the same numbers.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

_PREFIX = "visit-"
_LOCK = ".in-use"
_UNLOCKED = "job-"
"""Films for clients lay here in folders without a lock before 2026-11-21, with the photos that were sent."""
_UNLOCKED_SECONDS = 24 * 3600.0
"""Without a change nobody uses one: the longest wait of a film was for three others, and then it stayed an hour."""
_TRIES = 8
"""A new folder is lost only to a server that starts within the same moment."""


class VisitorFolder(tempfile.TemporaryDirectory[str]):
    """A new folder in ``home`` that nobody else may read, locked while it is used.

    Raises:
        OSError: When there is no place for it.
    """

    def __init__(self, home: Path) -> None:
        super().__init__(prefix=_PREFIX, dir=home, ignore_cleanup_errors=True)
        self._lock: BinaryIO | None = None

    def held(self) -> bool:
        """Whether it is ours now: False when another server took it for one that was left."""
        path = Path(self.name, _LOCK)
        try:
            self._lock = path.open("ab")
            _locked(self._lock)
            return path.exists() and os.path.samestat(os.fstat(self._lock.fileno()), path.stat())
        except (BlockingIOError, PermissionError, FileNotFoundError):
            return False
        except OSError:  # a file system without locks: then no server can lock it to remove it, either
            return True

    def cleanup(self) -> None:
        """Remove it; Windows removes no file that is open."""
        if self._lock is not None:
            self._lock.close()
        super().cleanup()


def visitor_folder(home: Path) -> VisitorFolder:
    """A new folder in ``home``; those of servers that were killed go first.

    Raises:
        OSError: When there is no place for it.
    """
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    remove_left(home)
    for _ in range(_TRIES):
        folder = VisitorFolder(home)
        if folder.held():
            return folder
        folder.cleanup()
    raise OSError(f"visitor folder must stay where it was made, but {home} lost {_TRIES} of them")


def remove_left(home: Path) -> None:
    """Remove from ``home`` the folders of visitors whose server was killed."""
    for left in _folders(home, _PREFIX):
        _remove_if_left(left)
    for left in _folders(home, _UNLOCKED):
        if time.time() - _changed(left) > _UNLOCKED_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def _folders(home: Path, prefix: str) -> list[Path]:
    return [path for path in home.glob(f"{prefix}*") if path.is_dir() and not path.is_symlink()]


def _changed(folder: Path) -> float:
    """When anything in it was last written, in seconds since 1970; now while things in it come and go."""
    try:
        return max(path.lstat().st_mtime for path in (folder, *folder.rglob("*")))
    except FileNotFoundError:
        return time.time()


def _remove_if_left(folder: Path) -> None:
    """Remove a folder that no process holds; one made a moment ago finds out by its lock's file (see `held`)."""
    try:
        with (folder / _LOCK).open("ab") as lock:
            _locked(lock)
            shutil.rmtree(folder, ignore_errors=True)
    except OSError:  # held, just gone, or where nothing can be locked
        return
    if sys.platform == "win32":
        shutil.rmtree(folder, ignore_errors=True)  # what was open before


def _locked(stream: BinaryIO) -> None:
    """Returns when ``stream`` is locked for this handle alone.

    Raises:
        BlockingIOError, PermissionError: When another handle has it, of this process or another.
        OSError: When the file system knows no locks.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
