"""The stop after a written word, told by its punctuation or by the end of its line."""

from __future__ import annotations

import re

from pyojeong.reading.text.sentences import WRAPPED_LINE
from pyojeong.rig.speech import Stop

_CLOSERS = "\"'’”)]」』》〉}*_"
_NUMBERED_PART = re.compile(r"\d+\.$")
_ELLIPSIS = ("…", "‥", "⋯", "..", "。。")
_MARKS = ".!?…‥⋯,;:~∼〜、。！？，‼⁇⁈⁉·—–―─━⸺⸻-"
_LINE_END = re.compile(r"[^\S\n]*\n\s*")


def stop_after(word: str, *, last: bool = False) -> Stop:
    """The stop of one written word; closing quotes and brackets hide none.

    A question asked in a shout (?!) stays a question, a voice that trails off before either mark is forgotten, and a
    drawn-out end (~) rests as at a comma. The full stop of a number is part of it (2026. 11.), except at the end.

    >>> [str(stop_after(w)) for w in ("갔어?!", "음…", "네~", '가자!"', "집에", "2026.", "말했다.”", "뭐...?")]
    ['?', '…', ',', '!', '', '', '.', '?']

    Args:
        word: As written, with its punctuation.
        last: Whether the line ends with it.
    """
    tail = word.rstrip(_CLOSERS)
    marks = tail[len(tail.rstrip(_MARKS)) :]
    if not last and _NUMBERED_PART.search(tail):
        return Stop.NONE
    if any(mark in marks for mark in "?？⁇⁈⁉"):
        return Stop.QUESTION
    if any(mark in marks for mark in "!！‼"):
        return Stop.EXCLAMATION
    if any(dots in marks for dots in _ELLIPSIS):
        return Stop.ELLIPSIS
    if marks.endswith((".", "。")):
        return Stop.PERIOD
    return Stop.COMMA if marks.strip("·-") else Stop.NONE


def stop_at_line_end(text: str, end: int) -> Stop:
    r"""The stop that the end of a line makes after the word that ends at ``end``: a verse rests, a paragraph stops.

    A line as long as those of hard-wrapped text is only broken to fit its page.

    >>> [str(stop_at_line_end(text, 2)) for text in ("달아\n밝은 달아", "달아\n\n밝은 달아", "달아 밝은")]
    [',', '.', '']
    """
    found = _LINE_END.match(text, end)
    if found is None:
        return Stop.NONE
    if found[0].count("\n") > 1:
        return Stop.PERIOD
    return Stop.COMMA if end - text.rfind("\n", 0, end) <= WRAPPED_LINE else Stop.NONE
