"""The folder of one visitor: theirs until they go, and gone at the latest when another server starts."""

from __future__ import annotations

import os
import re
import shutil
import socket
import tempfile
from pathlib import Path

_MACHINE = re.sub(r"[^A-Za-z0-9]", "", socket.gethostname()) or "here"


def visitor_folder(home: Path) -> tempfile.TemporaryDirectory[str]:
    """A new folder in ``home`` that nobody else may read; those of servers that were killed go first."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in home.glob(f"visit-{_MACHINE}-*-*"):
        if not _lives(int(left.name.split("-")[2])):
            shutil.rmtree(left, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=f"visit-{_MACHINE}-{os.getpid()}-", dir=home, ignore_cleanup_errors=True)


def _lives(process: int) -> bool:
    """Whether a process of this machine runs; where one cannot ask without harm, it is taken to."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
