"""A long text read piece by piece, so that a person sees how far it is and may stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pyojeong.emotion import Beat, Score, SetBy, score_editing
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.reading.page.stopping import Progress

Span = tuple[int, int]
PIECE = 2000
"""Characters read at once: a tenth of a second."""
_SILENT = frozenset({"empty-text", "no-korean"})
_ENDS = (". ", "! ", "? ", "… ", "”", " ")


def read_anew(score: Score, progress: Progress) -> Score:
    """``score`` with everything read anew but the hand-set beats; ``progress`` is told after each piece.

    Raises:
        PyojeongError: When there is nothing to read.
    """
    stretches = score_editing.free_stretches(score) if score.beats else ((0, len(score.text)),)
    try:
        fresh = read_stretches(score.text, stretches, wiring.text_reader().read, progress)
    except PyojeongError as refusal:
        if refusal.kind not in _SILENT or all(beat.set_by is SetBy.READER for beat in score.beats):
            raise
        fresh = []  # what a person set is all there is to feel
    return score_editing.reread(score, fresh)


def read_stretches(
    text: str, stretches: Iterable[Span], read: Callable[[str], Score], progress: Progress
) -> list[Beat]:
    """The beats of these stretches of ``text``, in order; spans count from the start of the text.

    Args:
        text: All of it.
        stretches: What is read of it; pieces without Korean are passed over when others have some.
        read: Reads one piece.
        progress: Told after each piece which share is done; it may raise to stop.

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
