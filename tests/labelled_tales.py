"""Tales whose speakers are labelled by hand: `corpora/tales`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyojeong.lab.tale_turns import unmarked
from pyojeong.reading.tale.quotes import pieces_of
from pyojeong.reading.tale.speakers import saying_of

CORPUS = Path(__file__).parents[1] / "corpora" / "tales"
NOBODY = "?"


@dataclass(frozen=True)
class Labelled:
    """A tale with the spans that are said, and the names each speaker may go by."""

    title: str
    text: str
    said: tuple[tuple[int, int, frozenset[str]], ...]


def tales(split: str, *files: str) -> Iterator[Labelled]:
    rows: dict[str, list[str]] = {}
    for file in files or ("own", "shirt"):
        with (CORPUS / f"{file}.tsv").open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["split"] == split:
                    rows.setdefault(row["tale"], []).append(row["text"])
    for title, parts in rows.items():
        text, said = unmarked("\n\n".join(parts))
        yield Labelled(title, text, tuple((start, end, frozenset(who.split("/"))) for start, end, who in said))


def right_of(tale: Labelled) -> int:
    """How many quotations have the speaker a person named."""
    pieces = pieces_of(tale.text)
    speakers = saying_of(tale.text, pieces).speakers
    right = 0
    for start, end, names in tale.said:
        found = {s or NOBODY for p, s in zip(pieces, speakers, strict=True) if p.start < end - 1 and p.end > start + 1}
        right += bool(found) and found <= names
    return right
