"""Per-class figures of one set, as rows, as JSON and as a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """How one class fared.

    Attributes:
        name: The class.
        precision: Share of what was called so that is so.
        recall: Share of what is so that was called so.
        f1: Their harmonic mean.
        support: Rows that are so.
        floor: F1 of calling every row so.
    """

    name: str
    precision: float
    recall: float
    f1: float
    support: int
    floor: float


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said of a set and what is true, row by row (both N × classes); several classes may be true of a row."""

    names: tuple[str, ...]
    said: NDArray[np.bool_]
    true: NDArray[np.bool_]

    def __post_init__(self) -> None:
        if not self.said.shape == self.true.shape == (len(self.said), len(self.names)):
            raise ValueError(f"answers must be N × {len(self.names)}, but got {self.said.shape}, {self.true.shape}")

    @classmethod
    def of_choices(cls, names: Sequence[str], said: NDArray[np.int64], true: NDArray[np.int64]) -> Answers:
        """Answers where exactly one class is said and one is true; ``said`` and ``true`` index ``names``."""
        every = np.arange(len(names))
        return cls(tuple(names), said[:, None] == every, true[:, None] == every)

    @property
    def confusion(self) -> NDArray[np.int64]:
        """Rows that are true of a class (down) and said to be of one (across); for choices only."""
        return np.asarray(self.true.astype(int).T @ self.said.astype(int))


def by_class(answers: Answers) -> list[ClassFigures]:
    """The figures of every class, in order.

    >>> told = Answers.of_choices(("a", "b"), np.array([0, 0, 1]), np.array([0, 1, 1]))
    >>> [(row.name, row.precision, row.recall, row.support) for row in by_class(told)]
    [('a', 0.5, 1.0, 1), ('b', 1.0, 0.5, 2)]
    """
    hits = (answers.said & answers.true).sum(axis=0)
    called, support = answers.said.sum(axis=0), answers.true.sum(axis=0)
    rows = len(answers.said)
    return [
        ClassFigures(
            name=name,
            precision=_ratio(hits[n], called[n]),
            recall=_ratio(hits[n], support[n]),
            f1=_ratio(2 * hits[n], called[n] + support[n]),
            support=int(support[n]),
            floor=_ratio(2 * support[n], rows + support[n]),
        )
        for n, name in enumerate(answers.names)
    ]


def as_json(figures: Sequence[ClassFigures]) -> dict[str, dict[str, Any]]:
    """By class name."""
    return {row.name: {key: value for key, value in asdict(row).items() if key != "name"} for row in figures}


def as_markdown(title: str, figures: Sequence[ClassFigures]) -> str:
    """A heading and a table, the last row its plain means."""
    lines = [
        f"## {title}",
        "",
        "| class | precision | recall | F1 | support | F1 of always |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.name} | {row.precision:.3f} | {row.recall:.3f} | {row.f1:.3f} | {row.support} | {row.floor:.3f} |"
        for row in figures
    ]
    precision, recall, f1, floor = (
        np.mean([getattr(row, name) for row in figures]) for name in ("precision", "recall", "f1", "floor")
    )
    support = sum(row.support for row in figures)
    return "\n".join([*lines, f"| mean | {precision:.3f} | {recall:.3f} | {f1:.3f} | {support} | {floor:.3f} |", ""])


def _ratio(part: float, whole: float) -> float:
    return round(float(part / whole), 4) if whole else 0.0
