"""The stop after a written word, told by its punctuation."""

from __future__ import annotations

import re

from pyojeong.rig.speech import Stop

_CLOSERS = "\"'’”)]」』》〉}*_"
_NUMBERED_PART = re.compile(r"\d+\.$")
_ELLIPSIS = ("…", "‥", "..", "。。")


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
    marks = tail[len(tail.rstrip(".!?…‥,;:~∼〜、。！？，·—–-")) :]
    if not last and _NUMBERED_PART.search(tail):
        return Stop.NONE
    if "?" in marks or "？" in marks:
        return Stop.QUESTION
    if "!" in marks or "！" in marks:
        return Stop.EXCLAMATION
    if any(dots in marks for dots in _ELLIPSIS):
        return Stop.ELLIPSIS
    if marks.endswith((".", "。")):
        return Stop.PERIOD
    return Stop.COMMA if marks.strip("·-") else Stop.NONE
