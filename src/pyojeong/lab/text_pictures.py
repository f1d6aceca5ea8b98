"""Pictures of the laboratory: the reliability diagram of the docs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from pyojeong.lab.text_evaluation import Outcome, calibration_error

_BINS = 10
_COLOURS = ("#3465a4", "#c4561b", "#4e9a06", "#75507b")


def reliability_diagram(outcomes: Mapping[str, Outcome], path: Path) -> None:
    """A PNG: for each set, the rate of being right against the certainty that was stated; counts below."""
    import koreanize_matplotlib  # noqa: F401  # registers NanumGothic
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, (top, low) = pyplot.subplots(
        2, 1, figsize=(6, 6.4), height_ratios=(4, 1), sharex=True, layout="constrained"
    )
    top.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle="--", label="말한 만큼 맞음")
    edges = np.linspace(0, 1, _BINS + 1)
    for (name, outcome), colour in zip(outcomes.items(), _COLOURS, strict=False):
        place = np.minimum((outcome.certainty * _BINS).astype(int), _BINS - 1)
        full = [b for b in range(_BINS) if (place == b).sum() >= 8]
        stated = [outcome.certainty[place == b].mean() for b in full]
        error = calibration_error(outcome.certainty, outcome.right)
        label = f"{name} ({len(place)}문장, ECE {error:.3f})"
        top.plot(stated, [outcome.right[place == b].mean() for b in full], "o-", color=colour, label=label)
        low.hist(outcome.certainty, edges, histtype="step", color=colour)
    top.set(ylabel="실제로 맞은 비율", ylim=(0, 1), xlim=(0, 1))
    top.legend(loc="upper left", frameon=False)
    low.set(xlabel="스스로 말한 확신", ylabel="문장 수")
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110, metadata={"Software": None})
    pyplot.close(figure)
