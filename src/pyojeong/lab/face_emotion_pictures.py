"""Confusion matrices of the face emotion model as a picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.emotion.taxonomy import LABEL_SETS

_KOREAN = {"contempt": "경멸"}


def confusion_picture(tables: Mapping[str, dict[str, Any]], path: Path) -> None:
    """A PNG: for each table of `class_table` the share of every true class (row) that was read as each (column)."""
    import koreanize_matplotlib  # noqa: F401  # registers NanumGothic
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(
        1, len(tables), figsize=(5.4 * len(tables), 5.4), layout="constrained", squeeze=False
    )
    for axis, (name, table) in zip(axes[0], tables.items(), strict=True):
        seen = [label for label, row in table["classes"].items() if row["support"]]
        places = [list(table["classes"]).index(label) for label in seen]
        confusion = np.array(table["confusion"], np.float64)[places]
        shares = confusion / confusion.sum(1, keepdims=True)
        axis.imshow(shares, vmin=0, vmax=1, cmap="Blues", aspect="auto")
        for (row, column), share in np.ndenumerate(shares):
            if share >= 0.005:
                colour = "white" if share > 0.55 else "#222222"
                axis.text(column, row, f"{100 * share:.0f}", ha="center", va="center", color=colour, fontsize=10)
        axis.set_xticks(range(shares.shape[1]), [_named(label) for label in table["classes"]])
        axis.set_yticks(range(len(seen)), [f"{_named(s)} ({table['classes'][s]['support']})" for s in seen])
        axis.set_title(f"{name}: {100 * table['accuracy']:.1f} % ({table['rows']:,}장)", fontsize=12)
        axis.set_xlabel("읽은 감정 (%)")
        axis.set_ylabel("사람이 붙인 감정 (장)")
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=100, metadata={"Software": None})
    pyplot.close(figure)


def _named(label: str) -> str:
    if label in _KOREAN:
        return _KOREAN[label]
    emotion = next(s.emotions[label] for s in LABEL_SETS.values() if label in s.emotions)
    return label if emotion is None else emotion.korean
