"""Reading pages: character errors before and after preparation, on drawn pages.

48 pages: 6 fonts × 8 conditions (`drawn_pages`), 12 lines of diary sentences each. "Before" is Tesseract on the
photograph as it came; "light" and "ink" are the two preparations; "ours" is what `PageReader` keeps of them by
confidence; "best" is what a perfect choice between the three would reach. The peer is Tesseract alone, in the same run.
Everything was chosen on the pages of seed 1; what is published are those of seed 2: other sentences, other shadows. A
character error rate is the edit distance to the true text without white space, divided by its length; it is 1 at most.

    apt-get install tesseract-ocr tesseract-ocr-kor fonts-nanum fonts-nanum-extra
    python -m benchmarks.pages [SEED]
"""

from __future__ import annotations

import hashlib
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from benchmarks.drawn_pages import CONDITIONS, FONTS, DrawnPage, drawn_pages
from pyojeong.errors import PyojeongError
from pyojeong.media import Image
from pyojeong.reading.page import Line, Page
from pyojeong.reading.page.preparing import prepared
from pyojeong.reading.page.reader import PageReader, grey_on_white
from pyojeong.reading.page.stopping import Stop, never
from pyojeong.reading.page.tesseract import Tesseract

PUBLISHED_SEED = 2
WORKERS = 2
PATIENCE_SECONDS = 600.0
WAYS = ("before", "light", "ink", "ours", "best")
BANDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True)
class Outcome:
    """One page read in every way: error rates, and for each word its confidence and whether it is right."""

    page: DrawnPage
    errors: dict[str, float]
    words: tuple[tuple[float, bool], ...]


class Remembering:
    """Reads each picture once, since every way reads the same few."""

    def __init__(self, program: Tesseract) -> None:
        self._program = program
        self._known: dict[bytes, tuple[Line, ...]] = {}

    def lines(self, grey: np.ndarray, *, stop: Stop = never) -> tuple[Line, ...]:
        """What Tesseract reads."""
        key = hashlib.sha256(grey.tobytes()).digest()
        if key not in self._known:
            self._known[key] = self._program.lines(grey, stop=stop)
        return self._known[key]


def error_rate(truth: str, read: str) -> float:
    """Edit distance between the texts without white space, by the length of ``truth``, at most 1.

    >>> error_rate("오늘 비", "오늘 네")
    0.3333333333333333
    """
    wanted, got = "".join(truth.split()), "".join(read.split())
    row = list(range(len(got) + 1))
    for number, letter in enumerate(wanted, 1):
        before, row = row, [number]
        for place, other in enumerate(got):
            row.append(min(before[place] + (letter != other), before[place + 1] + 1, row[place] + 1))
    return min(row[-1] / len(wanted), 1.0)


def measured(page: DrawnPage, program: Tesseract) -> Outcome:
    """One page in every way."""
    image, reader = Image(page.pixels), Remembering(program)
    grey = grey_on_white(image)
    kept = ours(PageReader(reader), image)
    texts = {"before": text_of(reader, grey), "ours": "\n".join(one.text for one in kept)}
    texts.update({name.value: text_of(reader, way.grey) for name, way in prepared(grey).items()})
    errors = {name: error_rate(page.text, text) for name, text in texts.items()}
    errors["best"] = min(errors[name] for name in ("before", "light", "ink"))
    return Outcome(page, errors, tuple(judged(page.text, kept)))


def text_of(reader: Remembering, grey: np.ndarray) -> str:
    """What is read in one picture."""
    return "\n".join(line.text for line in reader.lines(grey))


def ours(reader: PageReader, image: Image) -> list[Page]:
    """The page as our reader reads it; none where it says that there is nothing."""
    try:
        return [reader.read(image)]
    except PyojeongError as nothing:
        if nothing.kind != "no-writing":
            raise
        return []


def judged(truth: str, pages: Sequence[Page]) -> list[tuple[float, bool]]:
    """Each word's confidence, and whether the true page has such a word left."""
    left = Counter(truth.split())
    words = [word for page in pages for line in page.lines for word in line.words]
    verdicts = []
    for word in words:
        verdicts.append((word.confidence, left[word.text] > 0))
        left[word.text] -= 1
    return verdicts


def show(outcomes: Sequence[Outcome]) -> None:
    """Tables in Markdown: by condition, by font, words by confidence."""
    for title, kinds, of in (
        ("condition", CONDITIONS, lambda one: one.page.condition),
        ("letters", FONTS, lambda one: one.page.font),
    ):
        print(f"\n| {title} | {' | '.join(WAYS)} |\n|---|{'---|' * len(WAYS)}")
        for kind in kinds:
            row(str(kind), [one for one in outcomes if of(one) == kind])
        row("all", outcomes)
    print("\n| confidence | words | right |\n|---|---|---|")
    words = [word for one in outcomes for word in one.words]
    for low, high in pairwise(BANDS):
        band = [right for confidence, right in words if low <= confidence < high]
        if band:
            print(f"| {low:.1f}–{min(high, 1):.1f} | {len(band)} | {statistics.mean(band):.2f} |")


def row(name: str, outcomes: Iterable[Outcome]) -> None:
    """One line of a table."""
    rates = [one.errors for one in outcomes]
    print(f"| {name} | {' | '.join(f'{statistics.mean(rate[way] for rate in rates):.3f}' for way in WAYS)} |")


def main() -> None:
    """Print the comparison."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else PUBLISHED_SEED
    program = replace(Tesseract.found(), time_limit_seconds=PATIENCE_SECONDS)
    pages = drawn_pages(seed)
    with ThreadPoolExecutor(WORKERS) as pool:
        outcomes = list(pool.map(lambda page: measured(page, program), pages))
    print(f"{len(pages)} pages, seed {seed}, {sum(len(page.text) for page in pages):,} characters")
    show(outcomes)


if __name__ == "__main__":
    main()
