"""A set of texts as a report: what was measured, drawn and said in sentences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pyojeong.lab.explore import charts
from pyojeong.lab.explore import text_measures as measures
from pyojeong.lab.explore.copies import Copies, across, copies, quarrels
from pyojeong.lab.explore.doubts import Reading, read_unseen
from pyojeong.lab.explore.page import Figure, Note, Part, Report, Section, Table
from pyojeong.lab.explore.sampling import share, some
from pyojeong.lab.explore.text_labels import label_section
from pyojeong.lab.explore.text_quotes import copy_section, example_section, word_section
from pyojeong.lab.explore.text_set import TextSet

Tell = Callable[[str], None]

READ_ROWS = 20_000
"""Rows the plain reader learns from and judges."""
_LEAST_READ = 10


def text_report(texts: TextSet, tell: Tell) -> Report:
    """The whole report; ``tell`` hears what is being done."""
    tell(f"{texts.title}: {len(texts.rows):,}줄을 셉니다")
    label_balance = measures.balance(texts.rows, len(texts.labels))
    long = measures.lengths(texts.rows)
    tell("같은 글과 거의 같은 글을 찾습니다")
    twice = copies([row.text for row in texts.rows])
    tell("라벨마다 어울리는 글과 의심스러운 글을 고릅니다")
    sample = some(texts.quotable, READ_ROWS)
    reading = read_unseen(sample, len(texts.labels)) if len(texts.labels) > 1 and len(sample) >= _LEAST_READ else None
    tell("감정마다 낱말 구름을 만듭니다")
    cut = measures.spread(long.characters)
    facts = (
        ("줄 rows", f"{len(texts.rows):,}"),
        ("라벨 labels", f"{len(texts.labels)}"),
        ("불균형 비 imbalance", f"{label_balance.ratio:,.1f}배"),
        ("한 줄의 라벨 수", f"{label_balance.cardinality:.2f}"),
        ("길이 중앙값", f"{cut.median}자"),
        ("98.98 % 컷", f"{cut.cut}자"),
        ("남는 사본 copies", f"{twice.surplus:,}줄"),
        ("사용 허락 licence", texts.licence),
    )
    sections = (
        label_section(texts, label_balance),
        _lengths(texts, long),
        word_section(texts, tell),
        Section("평가자 일치도", "annotator agreement", [Note(texts.agreement)]),
        copy_section(texts, twice),
        example_section(texts, sample, reading),
    )
    findings = _findings(texts, label_balance, cut, twice, reading)
    return Report(texts.title, texts.about, facts, findings, sections)


def _findings(
    texts: TextSet, label_balance: measures.Balance, cut: measures.Spread, twice: Copies, reading: Reading | None
) -> list[str]:
    order = np.argsort(-label_balance.counts)
    most, least = texts.labels[order[0]], texts.labels[order[-1]]
    rows = len(texts.rows)
    found = [
        f"가장 흔한 라벨은 {most}({label_balance.counts[order[0]]:,}줄, "
        f"{share(label_balance.counts[order[0]], rows)}), "
        f"가장 드문 라벨은 {least}({label_balance.counts[order[-1]]:,}줄)입니다.",
        f"{cut.cut}자에서 자르면 {100 * cut.kept:.2f} %의 줄이 온전합니다.",
    ]
    contrary = quarrels(texts.rows, twice.exact)
    if twice.surplus:
        found.append(
            f"같은 글이 {len(twice.exact):,}무리, 남는 사본이 {twice.surplus:,}줄({share(twice.surplus, rows)})이며, "
            f"그 가운데 {len(contrary):,}무리는 라벨이 서로 다릅니다."
        )
    crossing = across(texts.rows, twice.exact)
    if len(texts.parts) > 1:
        found.append(
            f"{texts.part_word} 둘 이상에 걸친 같은 글은 {len(crossing):,}무리, 거의 같은 쌍은 "
            f"{len(across(texts.rows, twice.near)):,}쌍입니다."
        )
    if reading is not None:
        found.append(
            f"글자만 보는 단순한 판독기는 처음 보는 글의 {100 * reading.right:.1f} %에서 맞는 라벨 하나를 골랐습니다"
            f"(가장 흔한 라벨만 답하면 {100 * reading.floor:.1f} %)."
        )
    return found


def _lengths(texts: TextSet, long: measures.Lengths) -> Section:
    figures: list[Part] = []
    for values, unit, title in (
        (long.characters, "자", "글자 수 (characters)"),
        (long.words, "낱말", "낱말 수 (words)"),
    ):
        seen = measures.spread(values)
        high = max(seen.cut * 1.15, 4)
        step = max(1, round(high / 36))
        edges = np.arange(0, high + step, step)
        figures.append(
            Figure(
                f"길이: {title}",
                f"{seen.cut}{unit}에서 자르면 {100 * seen.kept:.2f} %의 줄이 온전하고, "
                f"{(values > seen.cut).sum():,}줄이 잘립니다. 그보다 긴 줄은 그림 밖입니다.",
                f"n={len(values):,}",
                charts.histogram(
                    values,
                    edges,
                    label=unit,
                    marks=((seen.median, f"중앙값 {seen.median}"), (seen.cut, f"98.98 % 컷 {seen.cut}")),
                ),
                f"히스토그램: 중앙값 {seen.median}{unit}, 98.98 % 컷 {seen.cut}{unit}, 가장 긴 줄 {seen.most}{unit}",
                Table(
                    ("", unit),
                    [
                        ("가장 짧은", f"{seen.least:,}"),
                        ("중앙값", f"{seen.median:,}"),
                        ("98.98 % 컷", f"{seen.cut:,}"),
                        ("가장 긴", f"{seen.most:,}"),
                    ],
                ),
            )
        )
    return Section("길이와 글자", "lengths and letters", [*figures, _letters(texts, long)])


def _letters(texts: TextSet, long: measures.Lengths) -> Figure:
    shares = np.array([measures.hangul_share(row.text) for row in texts.rows])
    rows = len(shares)
    limit = measures.far_out(long.characters)
    kinds = (
        ("빈 줄", int((long.characters == 0).sum())),
        (f"{measures.SHORT_CHARACTERS}자 이하", int(((long.characters > 0) & (long.characters <= 3)).sum())),
        (f"아주 긴 줄({limit}자 초과)", int((long.characters > limit).sum())),
        ("한글이 하나도 없는 줄", int((shares == 0).sum())),
        ("한글이 절반 미만인 줄", int((shares < 0.5).sum())),
    )
    return Figure(
        "한글의 비율 (share of Hangul)",
        f"빈칸을 뺀 글자 가운데 한글이 평균 {100 * shares.mean():.1f} %이고, 한글이 하나도 없는 줄이 "
        f"{int((shares == 0).sum()):,}줄입니다. 아주 긴 줄은 사분위 범위의 세 배를 넘는 줄입니다(Tukey).",
        f"n={rows:,}",
        charts.histogram(100 * shares, np.linspace(0, 100, 26), label="한글 비율 (%)"),
        f"히스토그램: 한글 비율 평균 {100 * shares.mean():.1f} %",
        Table(("눈여겨볼 줄", "줄", "비율"), [(kind, f"{n:,}", share(n, rows)) for kind, n in kinds]),
    )
