"""The folder of one visitor: theirs until they go, and gone at the latest when another server starts.

Every folder holds a file that its server keeps locked: the lock goes with the process, however that ends. Names of
machines and numbers of processes say less: a container started again has another name and the same numbers.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

_PREFIX = "visit-"
_LOCK = ".in-use"
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
    for left in home.glob(f"{_PREFIX}*"):
        if left.is_dir() and not left.is_symlink():
            _remove_if_left(left)
    for _ in range(_TRIES):
        folder = VisitorFolder(home)
        if folder.held():
            return folder
        folder.cleanup()
    raise OSError(f"visitor folder must stay where it was made, but {home} lost {_TRIES} of them")


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
