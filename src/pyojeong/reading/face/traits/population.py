"""What is usual: means and spreads of ratios over generated faces, and how expressions and turns move them.

Measured by `pyojeong.lab.traits_population`; kept as numbers, no face can be told from them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from pyojeong.reading.face.traits.colours import Floats

FILE = Path(__file__).with_name("population.json")


@dataclass(frozen=True, slots=True, eq=False)
class Population:
    """R ratios over a population.

    Attributes:
        names: Of the ratios.
        means: R, at rest and from the front.
        deviations: R, of what expression and turn leave.
        slopes: R×C, change of a ratio with each of C confounders.
        usual: C, the confounders' means among faces at rest.
    """

    names: tuple[str, ...]
    means: Floats
    deviations: Floats
    slopes: Floats
    usual: Floats

    def __post_init__(self) -> None:
        rows, columns = len(self.names), len(self.usual)
        if self.means.shape != (rows,) or self.slopes.shape != (rows, columns) or not (self.deviations > 0).all():
            raise ValueError(f"means, deviations and slopes must be of {rows} ratios and {columns} confounders")


@cache
def population() -> Population:
    """The shipped one."""
    document = json.loads(FILE.read_text("utf-8"))
    rows = document["ratios"]
    return Population(
        tuple(rows),
        np.array([row["mean"] for row in rows.values()]),
        np.array([row["deviation"] for row in rows.values()]),
        np.array([row["slopes"] for row in rows.values()]),
        np.array(document["usual"]),
    )
