"""What has been read so far, beside the output: one line a finished chunk, so that a killed run goes on where it was.

The first line is the key: what was read, and by which models. A run with another key begins anew. A line is written
in one go and flushed; a torn last line, all that a kill can leave, is cut off when the file is opened again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.batch.tasks import ItemRows
from pyojeong.media.writing import refusal

FORMAT = "pyojeong.unfinished/1"
SUFFIX = ".unfinished"

Key = Mapping[str, object]


def spool_path(output: Path) -> Path:
    """Where the unfinished reading of ``output`` is kept.

    >>> spool_path(Path("out/table.csv")).name
    'table.csv.unfinished'
    """
    return output.with_name(output.name + SUFFIX)


@dataclass(slots=True)
class Spool:
    """Finished chunks in the order of the input.

    Attributes:
        path: The file.
        done: Items that are finished.
        restarted: Whether there was one of another key, which had to go.
    """

    path: Path
    done: int
    restarted: bool
    _stream: BinaryIO

    def append(self, chunk: list[ItemRows]) -> None:
        """Keep one more chunk; when this returns, a killed process loses it no more."""
        line = json.dumps(chunk, separators=(",", ":")) + "\n"
        with _refusals_said(self.path):
            self._stream.write(line.encode("ascii"))
            self._stream.flush()
            os.fsync(self._stream.fileno())
        self.done += len(chunk)

    def items(self) -> Iterator[ItemRows]:
        """The rows of every finished item."""
        with self.path.open("rb") as stream:
            next(stream)
            for line in stream:
                yield from json.loads(line)

    def remove(self) -> None:
        """Forget it all: the output is whole."""
        self.path.unlink(missing_ok=True)


@contextmanager
def opened_spool(output: Path, key: Key) -> Iterator[Spool]:
    """The spool of ``output``, taken up where it was left when its key is ``key``.

    Raises:
        PyojeongError: When the place cannot be written, the disk is full, or another process writes it now.
    """
    path = spool_path(output)
    with ExitStack() as held:
        with _refusals_said(path):
            stream = held.enter_context(path.open("a+b"))
            _lock(stream, output)
            spool = _taken_up(path, stream, {"format": FORMAT, **key})
        yield spool


@contextmanager
def _refusals_said(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(error, path) from error


def _taken_up(path: Path, stream: BinaryIO, key: Key) -> Spool:
    stream.seek(0)
    first = _whole(stream.readline())
    if first is not None and first == json.loads(json.dumps(key)):
        return Spool(path, _count_whole(stream), False, stream)
    restarted = stream.seek(0, os.SEEK_END) > 0
    stream.truncate(0)
    stream.write(json.dumps(key).encode("ascii") + b"\n")
    stream.flush()
    return Spool(path, 0, restarted, stream)


def _count_whole(stream: BinaryIO) -> int:
    """Items in the whole lines from here on; what follows them is cut off."""
    done, end = 0, stream.tell()
    while (chunk := _whole(stream.readline())) is not None:
        done, end = done + len(chunk), stream.tell()
    stream.truncate(end)
    return done


def _whole(line: bytes) -> Any:
    """What a line holds; None when it is torn or the file has ended."""
    if not line.endswith(b"\n"):
        return None
    try:
        return json.loads(line)
    except ValueError:
        return None


def _lock(stream: BinaryIO, output: Path) -> None:
    """Two runs into one output would mix their lines; the lock goes with the process, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows: two runs at once are left to the person
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as busy:
        raise PyojeongError(
            f"{output}은(는) 다른 창에서 지금 쓰고 있습니다; 끝나기를 기다리거나 다른 이름을 적어 주세요.",
            f"Another process is writing {output} now; wait for it or give another name.",
            kind="busy",
        ) from busy
