"""How much each sign of who speaks counts (`pyojeong.reading.tale.evidence`), learned on labelled tales.

A log-linear model over whole tales: the weights make the labelled sequences of speakers likely, summed exactly over
all others (forwards and backwards over pairs of speakers), and stay near the prior weights, which were set by hand.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.reading.tale.cues import Cue, cues_of
from pyojeong.reading.tale.evidence import lines_of
from pyojeong.reading.tale.lines import Name, passing
from pyojeong.reading.tale.names import members_of
from pyojeong.reading.tale.quotes import pieces_of
from pyojeong.reading.tale.telling import Telling, telling_of
from pyojeong.reading.tale.turns import turns_of
from pyojeong.reading.tale.words import lists_in

#: How firmly weights stay at the prior: with whole tales left out 4 to 20 are alike (docs/story.md); with
#: 20 the tales of the package are told right.
FIRMNESS = 20.0
_MARKED = re.compile(r"\{([^:{}]*):([^{}]*)\}")
_QUOTED = re.compile(r'"[^"]*"')
_NOBODY, _HELD = "?", "held"
_NEVER = -1e9
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class LabelledTale:
    """A tale with who may rightly be named for each of its quotations."""

    title: str
    telling: Telling
    cues: tuple[Cue, ...]
    right: tuple[frozenset[str], ...]
    acting: Mapping[str, int]

    def is_right(self, number: int, name: Name) -> bool:
        """Whether ``name`` said quotation ``number``."""
        if name is None:
            return _NOBODY in self.right[number]
        return (members_of(name, self.acting) or [name])[0] in self.right[number]


def labelled_tales(folder: Path, storybook: Path | None = None) -> list[LabelledTale]:
    """The tales of ``folder``/*.tsv, and of the storybook's JSON where that is given; none of the split ``held``."""
    texts: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.tsv")):
        if file.stem in ("storybook_labels", "storybook_credits"):
            continue
        for row in _rows(file):
            if row["split"] != _HELD:
                texts.setdefault(row["tale"], []).append(row["text"])
    tales = [_tale(title, *unmarked("\n\n".join(parts))) for title, parts in texts.items()]
    if storybook is not None:
        tales += _storybook(folder / "storybook_labels.tsv", storybook)
    return tales


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)


def _storybook(labels: Path, storybook: Path) -> Iterator[LabelledTale]:
    named: dict[str, list[str]] = {}
    for row in _rows(labels):
        named.setdefault(row["tale"], []).append(row["speaker"])
    books = {book["id"]: book for book in json.loads(storybook.read_text("utf-8"))}
    for tale, speakers in named.items():
        text = "\n\n".join(books[tale]["pages"])
        spans = zip(_QUOTED.finditer(text), speakers, strict=True)  # a label each, or they would slide
        yield _tale(tale, text, [(found.start(), found.end(), who) for found, who in spans])


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A tale without its marks of who speaks, and what is said with who may be named for it."""
    plain, at, said = "", 0, []
    for found in _MARKED.finditer(marked):
        plain += marked[at : found.start()]
        said.append((len(plain), len(plain) + len(found[2]), found[1]))
        plain += found[2]
        at = found.end()
    return plain + marked[at:], said


def _tale(title: str, text: str, said: Sequence[tuple[int, int, str]]) -> LabelledTale:
    pieces = pieces_of(text)
    telling = telling_of(text, pieces)
    right = []
    for quotation in telling.quotations:
        start, end = pieces[quotation.first].start, pieces[quotation.last].end
        names = next((who for a, b, who in said if start < b - 1 and end > a + 1), _NOBODY)
        right.append(frozenset(names.split("/")))
    acting = Counter(doer.name for told in telling.told.values() for doer in told.doers)
    return LabelledTale(title, telling, tuple(cues_of(telling)), tuple(right), acting)


def said_by(tale: LabelledTale, weights: Mapping[str, float]) -> list[Name]:
    """Who says what, as a reader with these weights finds."""
    return turns_of(tale.telling, tale.cues, by=weights)


def share_right(tales: Sequence[LabelledTale], weights: Mapping[str, float]) -> tuple[int, int]:
    """How many quotations are right, and how many there are."""
    right = [tale.is_right(n, name) for tale in tales for n, name in enumerate(said_by(tale, weights))]
    return sum(right), len(right)


def left_out(tales: Sequence[LabelledTale], prior: Mapping[str, float], *, parts: int = 10, seed: int = 1) -> float:
    """The share right of tales that were left out while learning, part after part."""
    shuffled = list(tales)
    random.Random(seed).shuffle(shuffled)
    right = asked = 0
    for part in range(parts):
        kept = [tale for n, tale in enumerate(shuffled) if n % parts != part]
        found, whole = share_right(shuffled[part::parts], learned(kept, prior))
        right, asked = right + found, asked + whole
    return right / asked


def learned(
    tales: Sequence[LabelledTale], prior: Mapping[str, float], *, firmness: float = FIRMNESS
) -> dict[str, float]:
    """The weights under which ``tales`` are likeliest, near ``prior``."""
    from scipy.optimize import minimize

    weights = dict(prior)
    for _ in range(2):  # how each one speaks is known better the second time
        signs: dict[str, int] = {}
        nets = [_Net(tale, said_by(tale, weights), signs) for tale in tales if tale.cues]
        names = list(signs)
        base = np.array([prior.get(name, 0.0) for name in names])
        matrices = [net.matrix(len(names)) for net in nets]

        def cost(x: Any, nets: Any = nets, matrices: Any = matrices, base: Any = base) -> tuple[float, Any]:
            total, slope = firmness / 2 * float(((x - base) ** 2).sum()), firmness * (x - base)
            for net, matrix in zip(nets, matrices, strict=True):
                free, all_of = net.sums(matrix @ x, labelled=False)
                held, right = net.sums(matrix @ x, labelled=True)
                total += free - held
                slope = slope + matrix.T @ (all_of - right)
            return total, slope

        start = np.array([weights.get(name, 0.0) for name in names])
        found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": 60}).x
        weights = {**prior, **dict(zip(names, map(float, found), strict=True))}
    return weights


class _Net:
    """Every way the quotations of a tale may have been said, as steps between pairs of speakers."""

    def __init__(self, tale: LabelledTale, speakers: Sequence[Name], signs: dict[str, int]) -> None:
        self._steps: list[tuple[Any, Any, Any, int]] = []
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._values: list[float] = []
        self._size = 0
        lines = lines_of(tale.telling, tale.cues, speakers)
        pairs: list[tuple[Name, Name]] = [(None, None)]
        for number, line in enumerate(lines):
            right = [tale.is_right(number, name) for name in line.signs]
            right = right if any(right) else [True] * len(right)
            reached: dict[tuple[Name, Name], int] = {}
            steps = []
            for at, (older, last) in enumerate(pairs):
                for (name, own), ok in zip(line.signs.items(), right, strict=True):
                    to = reached.setdefault((last if number else None, name), len(reached))
                    steps.append((at, to, ok))
                    between = passing(lines[number - 1], line, older, last, name) if number else ()
                    self._add({**own, **Counter(between)}, signs)
            pairs = list(reached)
            columns = [np.array(column) for column in zip(*steps, strict=True)]
            self._steps.append((columns[0], columns[1], columns[2], len(reached)))

    def _add(self, own: Mapping[str, float], signs: dict[str, int]) -> None:
        for sign, value in own.items():
            if value:
                self._rows.append(self._size)
                self._columns.append(signs.setdefault(sign, len(signs)))
                self._values.append(float(value))
        self._size += 1

    def matrix(self, width: int) -> Any:
        """Signs of every step (scipy CSR, steps × signs)."""
        from scipy import sparse

        return sparse.csr_matrix((self._values, (self._rows, self._columns)), shape=(self._size, width))

    def sums(self, scores: Any, *, labelled: bool) -> tuple[float, Any]:
        """The logarithm of the sum over all ways, or the labelled ones, and how likely every step is among them."""
        forwards, parts, at = [np.zeros(1)], [], 0
        for origin, to, right, size in self._steps:
            part = np.where(right | (not labelled), scores[at : at + len(origin)], _NEVER)
            at += len(origin)
            parts.append(part)
            forwards.append(_log_sums(to, forwards[-1][origin] + part, size))
        whole = _log_sums(np.zeros(len(forwards[-1]), int), forwards[-1], 1)[0]
        backwards, shares = np.zeros(len(forwards[-1])), []
        for (origin, to, _, _), part, before in reversed(list(zip(self._steps, parts, forwards, strict=False))):
            onward = part + backwards[to]
            shares.append(np.exp(before[origin] + onward - whole))
            backwards = _log_sums(origin, onward, len(before))
        return float(whole), np.concatenate(shares[::-1])


def _log_sums(where: Any, values: Any, size: int) -> Any:
    """The logarithm of the sums of exp(values) by ``where``."""
    most = np.full(size, -np.inf)
    np.maximum.at(most, where, values)
    sums = np.zeros(size)
    np.add.at(sums, where, np.exp(values - most[where]))
    return most + np.log(sums)


def prior_weights() -> dict[str, float]:
    """Where learning begins: set by hand."""
    return {sign: float(found[0]) for sign, found in lists_in(__package__, "tale_turns_prior").items()}


def turns_text(weights: Mapping[str, float]) -> str:
    """`reading/tale/turns.txt`: weights that are worth writing down."""
    head = "# How much each sign of `evidence` counts, learned by pyojeong.lab.tale_turns. A line: sign: weight.\n"
    return head + "".join(f"{k}: {v:.2f}\n" for k, v in sorted(weights.items()) if abs(v) >= _LEAST)
