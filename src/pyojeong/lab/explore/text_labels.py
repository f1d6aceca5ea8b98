"""The chapter on the labels of a set of texts: how many, together with which, in which part."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pyojeong.lab.explore import charts
from pyojeong.lab.explore import text_measures as measures
from pyojeong.lab.explore.page import Figure, Note, Part, Section, Table
from pyojeong.lab.explore.sampling import share
from pyojeong.lab.explore.text_set import TextRow, TextSet

SPELLED = 14
"""More labels than this make a heat map too wide for a telephone."""


def label_section(texts: TextSet, label_balance: measures.Balance) -> Section:
    """The balance of the labels, and where they meet."""
    rows = len(texts.rows)
    order = np.argsort(-label_balance.counts, kind="stable").tolist()
    names = [texts.labels[i] for i in order]
    counts = [int(label_balance.counts[i]) for i in order]
    groups = [texts.group_of[i] for i in order]
    drawn = charts.bars(names, [("줄", counts)], colours=[charts.colour_of(group) for group in groups])
    several = (
        f" 한 줄에 라벨이 평균 {label_balance.cardinality:.2f}개(많게는 "
        f"{label_balance.most}개)라 합이 100 %를 넘습니다."
        if texts.several_labels
        else ""
    )
    balance_figure = Figure(
        "라벨마다 몇 줄인가 (label balance)",
        f"가장 흔한 라벨이 가장 드문 라벨의 {label_balance.ratio:,.1f}배이고, "
        f"고르기는 {label_balance.evenness:.2f}입니다"
        f"(1이면 똑같이 나뉨).{several}",
        f"n={rows:,}",
        drawn,
        "막대그래프: " + ", ".join(f"{n} {c:,}" for n, c in zip(names, counts, strict=True)),
        Table(
            ("라벨", "줄", "비율"),
            [(_named(texts, n), f"{c:,}", share(c, rows)) for n, c in zip(names, counts, strict=True)],
            "라벨별 줄 수",
        ),
    )
    more: list[Part] = [balance_figure, *_together(texts), *_parts(texts), *_second_labels(texts)]
    if label_balance.unlabelled:
        more.append(Note(f"라벨이 하나도 없는 줄이 {label_balance.unlabelled:,}줄 있습니다."))
    return Section("라벨", "labels", more)


def _together(texts: TextSet) -> list[Part]:
    """Which labels are given together, for the labels and, where there are many, for their groups."""
    if not texts.several_labels:
        return []
    found: list[Part] = []
    together = measures.cooccurrence(texts.rows, len(texts.labels))
    if texts.groups:
        names = texts.group_names
        grouped = [_by_group(texts, row, names) for row in texts.rows]
        found.append(_together_figure(measures.cooccurrence(grouped, len(names)), names, "감정", len(grouped)))
    found.append(_together_figure(together, texts.labels, "라벨", len(texts.rows)))
    pairs = measures.lifts(together, len(texts.rows))
    strange = [*pairs[:8], *pairs[-4:]] if len(pairs) > 12 else pairs
    found.append(
        Table(
            ("한 라벨", "다른 라벨", "함께 나온 줄", "우연의 몇 배"),
            [(texts.labels[a], texts.labels[b], f"{together[a, b]:,}", f"{lift:.2f}") for a, b, lift in strange],
            "우연보다 가장 자주(위), 가장 드물게(아래) 함께 나오는 짝 (lift, 10줄 이상)",
        )
    )
    return found


def _by_group(texts: TextSet, row: TextRow, names: Sequence[str]) -> TextRow:
    labels = sorted({names.index(texts.group_of[i]) for i in row.labels if texts.group_of[i]})
    return TextRow(row.text, tuple(labels), row.part)


def _together_figure(together: measures.Counts, names: Sequence[str], word: str, rows: int) -> Figure:
    shares = measures.conditional(together)
    a, b = divmod(int(np.nanargmax(shares)), len(names))
    wide = len(names) > SPELLED
    return Figure(
        f"{word}끼리 함께 나오는 정도 (co-occurrence)",
        f"가로줄의 {word}이 붙은 글 가운데 세로줄의 {word}도 붙은 비율(%)입니다. "
        f"가장 높은 칸: {names[a]} → {names[b]} {100 * shares[a, b]:.0f} %.",
        f"n={rows:,}",
        charts.heat(shares, names, names, width_in=11 if wide else charts.WIDTH_IN),
        f"{len(names)}×{len(names)} 열지도: 가장 큰 칸은 {names[a]} 다음 {names[b]} {100 * shares[a, b]:.0f} %",
        wide=wide,
    )


def _parts(texts: TextSet) -> list[Part]:
    if len(texts.parts) < 2:
        return []
    table = measures.by_part(texts)
    rows = [sum(row.part == part for row in texts.rows) for part in texts.parts]
    shares = table / np.maximum(1, np.array(rows))[:, None]
    wide = len(texts.labels) > SPELLED
    return [
        Figure(
            f"{texts.part_word}마다 다른 라벨 비율",
            f"가로줄은 {texts.part_word}, 칸은 그 안에서 라벨이 차지하는 비율(%)입니다.",
            f"n={len(texts.rows):,}",
            charts.heat(
                shares.T if wide else shares,
                texts.labels if wide else texts.parts,
                texts.parts if wide else texts.labels,
            ),
            f"열지도: {texts.part_word} {len(texts.parts)}개의 라벨 비율",
            Table((texts.part_word, "줄"), [(p, f"{n:,}") for p, n in zip(texts.parts, rows, strict=True)]),
        )
    ]


def _second_labels(texts: TextSet) -> list[Part]:
    named = sum(row.second is not None for row in texts.rows)
    if not named:
        return []
    table = measures.seconds(texts.rows, len(texts.labels))
    shares = table / np.maximum(1, table.sum(1))[:, None]
    strong = measures.strengths(texts.rows, len(texts.labels))
    a, b = divmod(int(table.argmax()), len(texts.labels))
    return [
        Figure(
            "둘째 감정 (second emotion)",
            f"둘째 감정이 적힌 {named:,}줄({share(named, len(texts.rows))})에서 첫째(가로줄) 다음에 오는 둘째의 "
            f"비율(%)입니다. 가장 많은 짝은 {texts.labels[a]} 다음 {texts.labels[b]}({table[a, b]:,}줄)입니다.",
            f"n={named:,}",
            charts.heat(shares, texts.labels, texts.labels),
            f"열지도: 가장 많은 짝은 {texts.labels[a]}, {texts.labels[b]}",
            Table(
                ("감정", "세기 1", "세기 2", "세기 3"),
                [(n, *(f"{int(c):,}" for c in line)) for n, line in zip(texts.labels, strong, strict=True)],
                "감정별 세기 (intensity)",
            ),
        )
    ]


def _named(texts: TextSet, label: str) -> str:
    return f"{label} ({texts.english[label]})" if label in texts.english else label
