"""Where a caption breaks: between 어절, balanced, never leaving one syllable or a lone ending behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from pyojeong.errors import PyojeongError

MAX_LINES = 3
MAX_LETTERS = 60
"""Longer texts are no captions: at three lines on 360 units their syllables would be under 5 px at 100 px."""
_MARKS_AT_END = re.compile(r"[!?.,…~♥♡★☆♪·'\"”’]+$")

Lines = tuple[str, ...]


def tidied(text: str) -> str:
    """The text as captions are set: dots joined, wide signs made narrow, spaces single, breaks of the writer kept.

    Raises:
        PyojeongError: When nothing is left, or more than `MAX_LETTERS` letters are.

    >>> tidied("  미안해...   진짜로！ ")
    '미안해… 진짜로!'
    >>> tidied("고마워 ❤️")
    '고마워 ♥'
    """
    text = re.sub(r"\.{2,}|。{2,}|⋯+|…+", "…", text.translate(_NARROW))
    rows = [" ".join(row.split()) for row in text.splitlines()]
    rows = [re.sub(r" +(?=[!?.,…~])", "", row) for row in rows if row]
    if not rows:
        raise PyojeongError("글귀가 비어 있습니다.", "The caption is empty.", kind="empty-caption")
    tidy = "\n".join(rows)
    if len(tidy) > MAX_LETTERS:
        raise PyojeongError(
            f"글귀는 {MAX_LETTERS}자까지 쓸 수 있는데 {len(tidy)}자입니다.",
            f"A caption may have {MAX_LETTERS} letters, but this one has {len(tidy)}.",
            kind="long-caption",
        )
    return tidy


_NARROW = str.maketrans(
    {
        "！": "!",
        "？": "?",
        "～": "~",
        "〜": "~",
        "，": ",",
        "．": ".",
        "❤": "♥",
        "💕": "♥",
        "⭐": "★",
        "🎵": "♪",
        "♫": "♪",
        "\ufe0f": None,
        "\u200b": None,
        "\u200d": None,
        "−": "-",
        "–": "-",
        "—": "-",
        "\t": " ",
    }
)


def breakings(text: str, *, most: int = MAX_LINES) -> Iterator[Lines]:
    """Every way to set tidied ``text`` on at most ``most`` lines at its spaces; the writer's own breaks hold.

    >>> list(breakings("오늘도 수고했어", most=2))
    [('오늘도 수고했어',), ('오늘도', '수고했어')]
    """
    if "\n" in text:
        rows = text.split("\n")
        yield (*rows[: most - 1], " ".join(rows[most - 1 :])) if len(rows) > most else tuple(rows)
        return
    words = text.split(" ")
    for count in range(1, min(most, len(words)) + 1):
        for cuts in combinations(range(1, len(words)), count - 1):
            edges = (0, *cuts, len(words))
            yield tuple(" ".join(words[a:b]) for a, b in pairwise(edges))


def best_breaking(text: str, size_of: Callable[[Lines], float], *, most: int = MAX_LINES, least: float = 0.0) -> Lines:
    """The breaking that may be set largest, looks balanced and strands nothing.

    ``size_of`` tells how large lines can be set. Where even the best would stay under ``least``, words too long for
    it are broken inside.
    """
    best = max(breakings(text, most=most), key=lambda lines: size_of(lines) * pleasing(lines))
    if size_of(best) >= least:
        return best
    halved = _halved(best, most)
    return halved if halved is not None and size_of(halved) > size_of(best) else best


def pleasing(lines: Lines) -> float:
    """How well lines stand together, 0 to 1: one line is plain, equal lines fine, a stranded syllable ugly.

    >>> pleasing(("오늘도", "수고했어")) > pleasing(("오늘도 수고했", "어"))
    True
    """
    if len(lines) == 1:
        return 1.0
    lengths = [_letters(line) for line in lines]
    stranded = 0.55 if min(lengths) <= 1 else 1.0
    wedge = 0.97 if len(lines) == 3 and lengths[1] < min(lengths[0], lengths[2]) else 1.0  # a waist in the middle
    return (0.72 + 0.24 * min(lengths) / max(lengths)) * stranded * wedge


def ending_marks(line: str) -> str:
    """The marks a line ends in, which hang over its edge.

    >>> ending_marks("뭐라고?!"), ending_marks("응")
    ('?!', '')
    """
    found = _MARKS_AT_END.search(line)
    return found.group() if found and found.start() > 0 else ""


def _letters(line: str) -> float:
    bare = line[: len(line) - len(ending_marks(line))]
    return sum(0.4 if letter == " " else 1.0 for letter in bare) or 1.0


def _halved(lines: Lines, most: int) -> Lines | None:
    """The longest line broken inside, its marks kept with a syllable before them."""
    if len(lines) >= most:
        return None
    longest = max(lines, key=_letters)
    if len(longest) < 4:
        return None
    at = max(2, min(len(longest) - 2, round(_letters(longest) / 2)))
    number = lines.index(longest)
    return (*lines[:number], longest[:at].strip(), longest[at:].strip(), *lines[number + 1 :])
