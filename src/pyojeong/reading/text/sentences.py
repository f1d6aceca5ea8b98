"""Where sentences begin and end in Korean text, by Kiwi; quotes stay whole, lines of a diary stay apart.

Kiwi (Lee 2024, Korean Journal of Digital Humanities 1-1) finds sentence ends without punctuation. Around it: a line
break ends a sentence unless the paragraph looks hard-wrapped, and an end inside an open quotation is undone.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyojeong.reading.text.kiwi import kiwi, readable

Span = tuple[int, int]
#: A hard-wrapped paragraph: at least this many characters on every line but the last, lines of like length.
WRAPPED_LINE = 30
#: Kiwi slows on text without ends; longer sentences are cut here, at a space where there is one.
LONGEST_SENTENCE = 400
_LONGEST_QUOTE = 300
_CLOSERS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", '"': '"'}
_ENDINGS = (".", "!", "?", "…", "~", "”", "’", '"', "」", "』", ")")


def sentence_spans(text: str) -> list[Span]:
    """Start and end of each sentence in ``text``, in order, without the white space around it."""
    spans: list[Span] = []
    for start, end in _paragraphs(text):
        spans.extend((start + a, start + b) for a, b in _in_paragraph(text[start:end]))
    return spans


def _paragraphs(text: str) -> Iterator[Span]:
    """Stretches that are split on their own: lines, or several lines that look like one hard-wrapped paragraph."""
    block: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            block.append((at, at + len(line)))
        else:
            yield from _unwrapped(block, text)
            block = []
        at += len(line)
    yield from _unwrapped(block, text)


def _unwrapped(block: list[Span], text: str) -> list[Span]:
    lines = [text[start:end].strip() for start, end in block]
    lengths = [len(line) for line in lines[:-1]]
    wrapped = bool(lengths) and min(lengths) >= WRAPPED_LINE and max(lengths) - min(lengths) <= WRAPPED_LINE // 2
    if wrapped and not all(line.endswith(_ENDINGS) for line in lines[:-1]):
        return [(block[0][0], block[-1][1])]
    return block


def _in_paragraph(text: str) -> Iterator[Span]:
    found = [(s.start, s.end) for s in kiwi().split_into_sents(readable(text)) if text[s.start : s.end].strip()]
    for start, end in _outside_quotes(found, text):
        yield from _cut(start, end, text)


def _outside_quotes(spans: list[Span], text: str) -> list[Span]:
    """Sentences that end inside an open quotation joined with what follows, up to its closing mark."""
    joined: list[Span] = []
    reach = -1
    for start, end in spans:
        if joined and start < reach and end - joined[-1][0] <= _LONGEST_QUOTE:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        reach = max(reach, _open_until(text, *joined[-1]))
    return joined


def _open_until(text: str, start: int, end: int) -> int:
    """Where the quotation left open in ``text[start:end]`` closes; -1 when none is open or none closes nearby."""
    closer = ""
    for character in text[start:end]:
        if character == closer:
            closer = ""
        elif not closer:
            closer = _CLOSERS.get(character, "")
    return text.find(closer, end, start + _LONGEST_QUOTE) if closer else -1


def _cut(start: int, end: int, text: str) -> Iterator[Span]:
    """The span without white space at its edges, in pieces of at most `LONGEST_SENTENCE`."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        stop = end
        if end - start > LONGEST_SENTENCE:
            space = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
            stop = space if space > start else start + LONGEST_SENTENCE
        last = stop
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            yield start, last
        start = stop
