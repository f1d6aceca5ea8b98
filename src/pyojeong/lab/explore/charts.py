"""Numbers in, SVG text out: bars, histograms and heat maps that follow the page's light or dark colours.

Matplotlib draws in placeholder colours which stand for the page's CSS variables; letters stay letters, so that they can
be read aloud, searched and drawn in the page's own font.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pyojeong.media.fonts import FontWeight, font_path

INK, SOFT, LINE, ACCENT, SECOND = "#100001", "#100002", "#100003", "#100004", "#100005"
_VARIABLES = {INK: "--ink", SOFT: "--soft", LINE: "--line", ACCENT: "--accent", SECOND: "--second"}
#: Readable on light and on dark paper alike.
_FEELINGS = {
    "기쁨": "#d99a1c",
    "슬픔": "#4a82c4",
    "분노": "#d2503f",
    "불안": "#8a68c2",
    "당황": "#dd7fa0",
    "놀람": "#2f9e97",
    "혐오": "#7f9a3a",
    "중립": "#8a8f98",
    "긍정": "#d99a1c",
    "부정": "#4a82c4",
}
_ENGLISH = {
    "happiness": "기쁨",
    "happy": "기쁨",
    "sadness": "슬픔",
    "sad": "슬픔",
    "anger": "분노",
    "angry": "분노",
    "fear": "불안",
    "surprise": "놀람",
    "disgust": "혐오",
    "contempt": "혐오",
    "neutral": "중립",
}
WIDTH_IN = 5.2
"""At 72 points an inch; shown at 350 px on a telephone, letters of 11.5 points are still 10.7 px high."""
_POINTS = 11.5
_ELEMENT_ID = re.compile(r' id="(?!m[0-9a-f]{8}|p[0-9a-f]{8}|h[0-9a-f]{8})[^"]*"')
_FULL = 0.82  # opacity of a full cell: ink stays legible on it


def colour_of(name: str) -> str:
    """The colour of a label: its emotion's, or the page's accent."""
    return _FEELINGS.get(_ENGLISH.get(name.lower(), name), ACCENT)


def bars(names: Sequence[str], series: Sequence[tuple[str, Sequence[float]]], *, colours: Sequence[str] = ()) -> str:
    """Horizontal bars, a line a name, the value written at each; several series lie below each other in a line."""
    thick = 0.78 / len(series)
    with _axes(max(1.1, 0.3 * len(names) * max(1.0, 0.62 * len(series)) + (0.75 if len(series) > 1 else 0.45))) as (
        axes,
        out,
    ):
        widest = max((max(values) for _, values in series), default=1.0) or 1.0
        for number, (title, values) in enumerate(series):
            places = np.arange(len(names)) + (number - (len(series) - 1) / 2) * thick
            paint = list(colours) if colours and len(series) == 1 else (ACCENT, SECOND, SOFT)[number % 3]
            axes.barh(places, values, thick * 0.92, color=paint, label=title)
            for place, value in zip(places, values, strict=True):
                axes.text(value + widest * 0.012, place, _short(value), va="center", color=SOFT, fontsize=_POINTS - 1.5)
        axes.set_yticks(range(len(names)), names)
        axes.invert_yaxis()
        axes.set_xlim(0, widest * 1.14)
        axes.set_xticks([])
        axes.spines["left"].set_visible(True)
        axes.spines["bottom"].set_visible(False)
        if len(series) > 1:
            axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=len(series), frameon=False, labelcolor=INK)
    return out[0]


def histogram(
    values: NDArray[Any],
    edges: Sequence[float] | NDArray[Any],
    *,
    label: str,
    marks: Sequence[tuple[float, str]] = (),
    series: Sequence[tuple[str, NDArray[Any]]] = (),
) -> str:
    """Rows a bin; ``marks`` are upright lines with words, ``series`` more values drawn as outlines over it."""
    with _axes(2.9) as (axes, out):
        axes.hist(values, edges, color=ACCENT, rwidth=0.94, label="전체" if series else None)
        for (title, others), paint in zip(series, (SECOND, INK, SOFT), strict=False):
            axes.hist(others, edges, histtype="step", color=paint, linewidth=1.6, label=title)
        top = axes.get_ylim()[1] * (1.08 + 0.12 * len(marks))
        low, high = float(edges[0]), float(edges[-1])
        for number, (place, words) in enumerate(mark for mark in marks if low <= mark[0] <= high):
            axes.axvline(place, color=INK, linewidth=1.2, linestyle=(0, (4, 3)))
            left = place > (low + high) / 2
            axes.annotate(
                words,
                (place, top * (0.97 - 0.1 * number)),
                xytext=(-5 if left else 5, 0),
                textcoords="offset points",
                ha="right" if left else "left",
                va="top",
                color=INK,
                fontsize=_POINTS - 1,
            )
        axes.set_ylim(0, top)
        axes.locator_params(axis="x", integer=high > 12)
        axes.set_xlim(low, high)
        axes.set_xlabel(label)
        axes.yaxis.set_major_formatter(lambda value, _: _short(value))
        axes.grid(axis="y", color=LINE, linewidth=0.7)
        axes.set_axisbelow(True)
        if series:
            axes.legend(frameon=False, labelcolor=INK, loc="best", fontsize=_POINTS - 1)
    return out[0]


def heat(
    values: NDArray[Any],
    lines: Sequence[str],
    columns: Sequence[str],
    *,
    percent: bool = True,
    width_in: float = WIDTH_IN,
) -> str:
    """A table whose cells are the darker, the larger their value (relative to the largest); NaN is left empty."""
    high, wide = values.shape
    small = wide > 14
    points = 8.5 if small else _POINTS - 1
    most = float(np.nanmax(values)) or 1.0
    height_in = width_in * (0.98 if small else 0.16 + 0.78 * high / max(wide, high))
    with _axes(max(height_in, 0.3 + 0.24 * high), width_in) as (axes, out):
        for y, x in np.ndindex(high, wide):
            value = values[y, x]
            if np.isfinite(value):
                axes.add_patch(_cell(x, y, _FULL * float(value) / most))
                if (not small or value > 0.3 * most) and value > 0:
                    word = f"{100 * value:.0f}" if percent else _short(float(value))
                    axes.text(x + 0.5, y + 0.5, word, ha="center", va="center", fontsize=points, color=INK)
        axes.set(xlim=(0, wide), ylim=(high, 0))
        axes.set_xticks(
            np.arange(wide) + 0.5,
            columns,
            rotation=90 if small or wide * max(map(len, columns)) > 26 else 0,
            fontsize=points,
        )
        axes.set_yticks(np.arange(high) + 0.5, lines, fontsize=points)
        axes.xaxis.tick_top()
        axes.spines[:].set_visible(False)
    return out[0]


def scatter(x: NDArray[Any], y: NDArray[Any], *, labels: tuple[str, str], reach: float) -> str:
    """A point a row, both axes from -reach to reach."""
    with _axes(WIDTH_IN * 0.8) as (axes, out):
        axes.axhline(0, color=LINE, linewidth=1)
        axes.axvline(0, color=LINE, linewidth=1)
        axes.plot(x, y, "o", color=ACCENT, markersize=4, alpha=0.3 if len(x) > 200 else 0.8, markeredgewidth=0)
        axes.set(xlim=(-reach, reach), ylim=(-reach, reach), xlabel=labels[0], ylabel=labels[1])
    return out[0]


def _cell(x: int, y: int, opacity: float) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((x + 0.03, y + 0.03), 0.94, 0.94, facecolor=ACCENT, alpha=max(0.04, opacity), linewidth=0)


@contextmanager
def _axes(height_in: float, width_in: float = WIDTH_IN) -> Iterator[tuple[Any, list[str]]]:
    """Axes to draw on, and a list that holds the SVG afterwards."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import font_manager, pyplot

    for weight in (FontWeight.REGULAR, FontWeight.BOLD):
        font_manager.fontManager.addfont(font_path(weight))
    out: list[str] = []
    with mpl.rc_context(_STYLE):
        figure, axes = pyplot.subplots(figsize=(width_in, height_in), layout="constrained")
        try:
            yield axes, out
            drawn = io.StringIO()
            figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
        finally:
            pyplot.close(figure)
    out.append(_inline(drawn.getvalue()))


_STYLE = {
    "font.family": "NanumGothic",
    "font.size": _POINTS,
    "svg.fonttype": "none",
    "svg.hashsalt": "pyojeong",
    "axes.unicode_minus": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SOFT,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "figure.facecolor": "none",
}


def _inline(svg: str) -> str:
    """The drawing alone, as wide as its place, in the page's colours."""
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    body = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", body, count=1)
    body = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", body, count=1)
    body = _ELEMENT_ID.sub("", re.sub(r"\n\s*", "\n", body))
    for placeholder, variable in _VARIABLES.items():
        body = body.replace(placeholder, f"var({variable})")
    return body


def _short(value: float) -> str:
    """A number in few letters.

    >>> _short(149_995), _short(0.123), _short(12.0)
    ('149,995', '0.12', '12')
    """
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2g}"
