"""Pictures of the laboratory: confusion matrices, the table of feelings, and reliability before and after."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.lab.text_evaluation import Outcome, calibration_error
from pyojeong.lab.text_measuring import TITLES, Findings
from pyojeong.lab.text_tables import Answers, by_class

_BINS = 10
_FEWEST = 8  # rows a bin must hold to be drawn
_COLOURS = ("#3465a4", "#c4561b", "#4e9a06", "#75507b")
_DARK = 0.55  # above this share of its row a cell's number is written in white


def draw_all(found: Findings, folder: Path) -> list[Path]:
    """Every picture and ``tables.md``, written into ``folder``; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / "tables.md", folder / "reliability.png"]
    written[0].write_text(found.tables, "utf-8")
    reliability_diagram(found.outcomes, written[1])
    for key, answers in found.answers.items():
        written.append(folder / f"{key.replace('_', '-')}.png")
        (confusion_picture if _is_choice(answers) else classes_picture)(TITLES[key], answers, written[-1])
    return written


def confusion_picture(title: str, answers: Answers, path: Path) -> None:
    """A PNG: what is true down, what was said across; a cell's colour is its share of the row, its number the rows."""
    pyplot = _pyplot()
    counts = answers.confusion
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    size = len(answers.names)
    figure, axes = pyplot.subplots(figsize=(3.2 + 0.62 * size, 1.9 + 0.56 * size), layout="constrained")
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for row, column in np.ndindex(size, size):
        colour = "white" if shares[row, column] > _DARK else "#222222"
        axes.text(column, row, f"{counts[row, column]:,}", ha="center", va="center", color=colour, fontsize=9)
    axes.set_xticks(range(size), answers.names)
    axes.set_yticks(range(size), [f"{n} ({c:,})" for n, c in zip(answers.names, counts.sum(axis=1), strict=True)])
    right = np.trace(counts) / counts.sum()
    axes.set(xlabel="읽은 것", ylabel="정답 (문장 수)", title=f"{title}\n{counts.sum():,}문장, 정확도 {right:.3f}")
    _saved(pyplot, figure, path)


def classes_picture(title: str, answers: Answers, path: Path) -> None:
    """A PNG: F1 of every class as a bar, best first, the floor as a mark, precision, recall and support beside."""
    pyplot = _pyplot()
    rows = sorted(by_class(answers), key=lambda row: row.f1)
    figure, axes = pyplot.subplots(figsize=(8.2, 1.4 + 0.235 * len(rows)), layout="constrained")
    axes.barh([row.name for row in rows], [row.f1 for row in rows], color="#9db8dd")
    axes.scatter([row.floor for row in rows], range(len(rows)), marker="|", color="#c4561b", label="늘 그렇다고 답하면")
    for place, row in enumerate(rows):
        text = f"{row.f1:.2f}   정밀 {row.precision:.2f}  재현 {row.recall:.2f}  {row.support:,}"
        axes.text(1.02, place, text, va="center", fontsize=8)
    mean = np.mean([row.f1 for row in rows])
    axes.set(xlim=(0, 1), ylim=(-0.7, len(rows) - 0.3), xlabel="F1", title=f"{title}: 평균 F1 {mean:.3f}")
    axes.legend(loc="lower right", frameon=False, fontsize=8)
    axes.tick_params(axis="y", labelsize=8)
    _saved(pyplot, figure, path)


def reliability_diagram(outcomes: Mapping[str, Outcome], path: Path) -> None:
    """A PNG: the rate of being right against the leading share (before), and against the certainty fitted (after)."""
    pyplot = _pyplot()
    figure, panels = pyplot.subplots(
        2, 2, figsize=(11, 6.4), height_ratios=(4, 1), sharex=True, sharey="row", layout="constrained"
    )
    before = {key: outcome.by_share for key, outcome in outcomes.items()}
    for column, (title, some) in enumerate({"앞: 가장 큰 몫 그대로": before, "뒤: 맞춘 확신": outcomes}.items()):
        _reliability(panels[0, column], panels[1, column], some)
        panels[0, column].set_title(title)
    panels[0, 0].set(ylabel="실제로 맞은 비율")
    panels[1, 0].set(ylabel="문장 수")
    _saved(pyplot, figure, path)


def _reliability(top: Any, low: Any, outcomes: Mapping[str, Outcome]) -> None:
    top.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle="--", label="말한 만큼 맞음")
    edges = np.linspace(0, 1, _BINS + 1)
    for (key, outcome), colour in zip(outcomes.items(), _COLOURS, strict=False):
        place = np.minimum((outcome.certainty * _BINS).astype(int), _BINS - 1)
        full = [b for b in range(_BINS) if (place == b).sum() >= _FEWEST]
        stated = [outcome.certainty[place == b].mean() for b in full]
        error = calibration_error(outcome.certainty, outcome.right)
        label = f"{TITLES[key]} (ECE {error:.3f})"
        top.plot(stated, [outcome.right[place == b].mean() for b in full], "o-", color=colour, label=label)
        low.hist(outcome.certainty, edges, histtype="step", color=colour)
    top.set(ylim=(0, 1), xlim=(0, 1))
    top.legend(loc="lower right", frameon=False)
    low.set(xlabel="스스로 말한 확신")


def _is_choice(answers: Answers) -> bool:
    return bool((answers.true.sum(axis=1) == 1).all() and (answers.said.sum(axis=1) == 1).all())


def _pyplot() -> Any:
    """Matplotlib's pyplot, drawing into files, with NanumGothic."""
    import koreanize_matplotlib  # noqa: F401  # registers NanumGothic
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    return pyplot


def _saved(pyplot: Any, figure: Any, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110, metadata={"Software": None})
    pyplot.close(figure)
