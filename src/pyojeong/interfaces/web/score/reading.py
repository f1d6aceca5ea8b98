"""A long text read piece by piece, so that a person sees how far it is and may stop it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pyojeong.emotion import Beat, Score, score_editing
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring

Span = tuple[int, int]
PIECE = 2000
"""Characters read at once: a tenth of a second."""
_SILENT = frozenset({"empty-text", "no-korean"})
_ENDS = (". ", "! ", "? ", "… ", "”", " ")


class StoppedError(Exception):
    """The person does not want the reading any more."""


class Reading:
    """Reads one score at a time, in a thread.

    Args:
        tell: Called in the event loop whenever `progress` changes.

    Attributes:
        progress: Share in [0, 1] that is done; None when nothing is read.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        self.progress: float | None = None
        self._tell = tell
        self._stop = threading.Event()

    async def read(self, score: Score) -> Score:
        """``score`` with everything read anew but the hand-set beats.

        Raises:
            StoppedError: When `cancel` was called meanwhile.
            PyojeongError: When there is nothing to read.
        """
        self._stop = stop = threading.Event()
        loop = asyncio.get_running_loop()

        def progressed(part: float) -> None:
            if stop.is_set():
                raise StoppedError
            loop.call_soon_threadsafe(self._progressed, part)

        self.progress = 0.0
        self._tell()
        try:
            return await asyncio.to_thread(_read_anew, score, progressed)
        finally:
            self.progress = None

    def cancel(self) -> None:
        """Stop after the piece that is being read."""
        self._stop.set()

    def _progressed(self, part: float) -> None:
        if self.progress is not None:  # else the last piece arrives after the end
            self.progress = part
            self._tell()


def _read_anew(score: Score, progressed: Callable[[float], None]) -> Score:
    stretches = score_editing.free_stretches(score) if score.beats else ((0, len(score.text)),)
    try:
        fresh = read_stretches(score.text, stretches, wiring.text_reader().read, progressed)
    except PyojeongError as refusal:
        if not score.beats or refusal.kind not in _SILENT:
            raise
        fresh = []  # what a person set is all there is to feel
    return score_editing.reread(score, fresh)


def read_stretches(
    text: str, stretches: Iterable[Span], read: Callable[[str], Score], progress: Callable[[float], None]
) -> list[Beat]:
    """The beats of these stretches of ``text``, in order; spans count from the start of the text.

    Args:
        text: All of it.
        stretches: What is read of it; pieces without Korean are passed over when others have some.
        read: Reads one piece.
        progress: Told after each piece which share is done; it may raise `StoppedError`.

    Raises:
        PyojeongError: When no piece could be read, with the reason of the last.
    """
    spans = [piece for start, end in stretches for piece in pieces(text, start, end)]
    total = sum(end - start for start, end in spans)
    beats: list[Beat] = []
    refusal: PyojeongError | None = None
    done = heard = 0
    for start, end in spans:
        try:
            found = read(text[start:end]).beats
        except PyojeongError as refused:
            if refused.kind not in _SILENT:
                raise
            refusal = refused
        else:
            heard += 1
            beats.extend(replace(b, start=b.start + start, end=b.end + start) for b in found)
        done += end - start
        progress(done / total)
    if refusal is not None and not heard:
        raise refusal
    return beats


def pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """``text[start:end]`` in pieces of about `PIECE` characters: cut at lines, else at sentences, else at words.

    >>> list(pieces("가나다", 0, 3))
    [(0, 3)]
    """
    while end - start > PIECE:
        cut = _cut(text, start, start + PIECE)
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int) -> int:
    for mark in ("\n", *_ENDS):
        found = text.rfind(mark, start + (end - start) // 4, end)
        if found >= 0:
            return found + len(mark)
    return end
