"""The chapters on the labels of a set of faces and on how far its raters agree."""

from __future__ import annotations

import numpy as np

from pyojeong.lab.explore import charts
from pyojeong.lab.explore.face_set import FaceSet, Labelling, Numbers, Ratios, Votes
from pyojeong.lab.explore.page import Figure, Note, Part, Section, Table
from pyojeong.lab.explore.raters import cohen_kappa, confusions, entropy_bits, fleiss_kappa, kappas


def face_label_section(faces: FaceSet) -> Section:
    """The balance of every way the pictures were labelled, and how far two of them agree."""
    parts: list[Part] = [_labelling(faces, labelling) for labelling in faces.labellings]
    if len(faces.labellings) > 1:
        parts.append(_agreement(*faces.labellings[:2]))
    return Section("라벨", "labels", parts)


def _labelling(faces: FaceSet, labelling: Labelling) -> Figure:
    named = labelling.values >= 0
    where = np.array(faces.parts)
    shares, counts = [], []
    for part in faces.part_names:
        inside = labelling.values[named & (where == part)]
        count = np.bincount(inside, minlength=len(labelling.names))
        counts.append(count)
        shares.append((part, (100 * count / max(1, len(inside))).tolist()))
    total = np.sum(counts, axis=0)
    given = total[total > 0]
    several = len(shares) > 1
    drawn = charts.bars(
        labelling.names,
        shares if several else [("사진", total.tolist())],
        colours=() if several else [charts.colour_of(name) for name in labelling.names],
    )
    return Figure(
        f"{labelling.title}의 균형 (label balance)",
        f"가장 흔한 라벨이 가장 드문 라벨의 {given.max() / given.min():,.1f}배입니다."
        + (" 막대는 나눔마다의 비율(%)이라 견줄 수 있습니다." if several else "")
        + (f" 라벨이 없는 사진은 {int((~named).sum()):,}장입니다." if (~named).any() else ""),
        f"n={int(named.sum()):,}",
        drawn,
        "막대그래프: " + ", ".join(f"{n} {int(c):,}" for n, c in zip(labelling.names, total, strict=True)),
        Table(
            ("라벨", *faces.part_names, "비율"),
            [
                (name, *(f"{int(count[i]):,}" for count in counts), f"{100 * total[i] / total.sum():.1f} %")
                for i, name in enumerate(labelling.names)
            ],
        ),
    )


def _agreement(first: Labelling, second: Labelling) -> Figure:
    table = confusions(first.values, second.values, (len(first.names), len(second.names)))
    shares = table / np.maximum(1, table.sum(1, keepdims=True))
    same = np.trace(table)
    square = table[:, : len(first.names)]
    wrong = table.astype(np.float64)
    np.fill_diagonal(wrong, 0)
    a, b = divmod(int((wrong / np.maximum(1, table.sum(1, keepdims=True))).argmax()), wrong.shape[1])
    return Figure(
        f"{first.title}(가로줄)이 {second.title}(세로줄)에서는 무엇이 되나",
        f"칸은 가로줄 안의 비율(%)입니다. 둘이 같은 사진은 {100 * same / table.sum():.1f} %, 두 라벨에 다 있는 "
        f"{len(first.names)}가지에서 Cohen κ {cohen_kappa(square):.3f}입니다. "
        f"가장 큰 어긋남: {first.names[a]} → {second.names[b]} {100 * shares[a, b]:.0f} %.",
        f"n={int(table.sum()):,}",
        charts.heat(shares, first.names, second.names),
        f"혼동 열지도: 같은 사진 {100 * same / table.sum():.1f} %",
        Table(
            (first.title, "사진", "같음"),
            [(name, f"{int(table[i].sum()):,}", f"{100 * shares[i, i]:.1f} %") for i, name in enumerate(first.names)],
        ),
    )


def rater_section(faces: FaceSet) -> Section:
    """How far the raters agree, where their votes are kept."""
    votes = faces.votes
    title, english = "평가자 일치도", "annotator agreement"
    if votes is None:
        return Section(title, english, [Note("평가자별 답이 자료에 없어 일치도를 잴 수 없습니다.")])
    counts = votes.counts[votes.given]
    bits = entropy_bits(counts)
    clear = int((counts.max(1) > counts.sum(1) / 2).sum())
    return Section(title, english, [_entropy(counts, bits, clear), _vote_kappas(votes), _unsure(votes, bits)])


def _entropy(counts: Numbers, bits: Ratios, clear: int) -> Figure:
    kinds = (
        ("모두 같은 답", int((bits == 0).sum())),
        ("과반이 같은 답", clear),
        ("과반이 없음", len(bits) - clear),
        ("표가 갈림 (1.5 bit 초과)", int((bits > 1.5).sum())),
    )
    return Figure(
        "표가 갈린 정도 (vote entropy)",
        f"0은 모두 같은 답, 1 bit는 반반입니다. 중앙값은 {np.median(bits):.2f} bit이고 "
        f"{100 * clear / len(bits):.1f} %의 사진에 과반이 있습니다.",
        f"n={len(bits):,}",
        charts.histogram(
            bits,
            np.arange(0, 3.01, 0.125),
            label="엔트로피 (bit)",
            marks=((float(np.median(bits)), f"중앙값 {np.median(bits):.2f}"),),
        ),
        f"히스토그램: 엔트로피 중앙값 {np.median(bits):.2f} bit",
        Table(("", "사진", "비율"), [(kind, f"{n:,}", f"{100 * n / len(bits):.1f} %") for kind, n in kinds]),
    )


def _vote_kappas(votes: Votes) -> Figure:
    counts = votes.counts[votes.given]
    each = np.nan_to_num(kappas(counts))
    whole = fleiss_kappa(counts)
    best, worst = votes.names[int(each.argmax())], votes.names[int(each.argmin())]
    return Figure(
        "라벨마다 얼마나 뜻이 맞나 (Fleiss' kappa)",
        f"전체 κ는 {whole:.3f}입니다. 가장 뜻이 맞는 라벨은 {best}, 가장 갈리는 라벨은 {worst}입니다.",
        f"n={len(counts):,}장, 표 {int(counts.sum()):,}개",
        charts.bars(
            votes.names,
            [("κ", np.round(np.maximum(each, 0), 2).tolist())],
            colours=[charts.colour_of(name) for name in votes.names],
        ),
        "막대그래프: " + ", ".join(f"{n} {k:.2f}" for n, k in zip(votes.names, each, strict=True)),
        Table(
            ("라벨", "표", "κ"),
            [(n, f"{int(c):,}", f"{k:.3f}") for n, c, k in zip(votes.names, counts.sum(0), each, strict=True)],
        ),
    )


def _unsure(votes: Votes, bits: Ratios) -> Figure:
    """What else was said of pictures by the label that leads."""
    counts = votes.counts[votes.given]
    leading = counts.argmax(1)
    shares = np.array(
        [
            counts[leading == i].sum(0) / max(1, counts[leading == i].sum())
            if (leading == i).any()
            else counts[0] * 0.0
            for i in range(len(votes.names))
        ]
    )
    mean = [float(bits[leading == i].mean()) if (leading == i).any() else 0.0 for i in range(len(votes.names))]
    return Figure(
        "으뜸 표(가로줄)인 사진에 다른 사람은 무엇이라 했나",
        "칸은 그 사진들이 받은 모든 표 가운데의 비율(%)입니다. 대각선이 옅을수록 뜻이 갈린 감정입니다.",
        f"n={len(counts):,}",
        charts.heat(shares, votes.names, votes.names),
        "열지도: 으뜸 표마다 받은 표의 비율",
        Table(
            ("으뜸 표", "사진", "평균 bit"),
            [(n, f"{int((leading == i).sum()):,}", f"{mean[i]:.2f}") for i, n in enumerate(votes.names)],
        ),
    )
