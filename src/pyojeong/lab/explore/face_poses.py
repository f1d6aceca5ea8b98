"""The chapter on what is on the pictures: how many faces, how they are turned, what they do."""

from __future__ import annotations

from collections import Counter

import numpy as np

from pyojeong.lab.explore import charts
from pyojeong.lab.explore.face_finding import Found
from pyojeong.lab.explore.face_set import FaceSet, Poses
from pyojeong.lab.explore.page import Figure, Part, Section, Table

FRONTAL_DEGREES = 15.0
"""Yaw and pitch within which a face is called frontal. Authored."""
_STRONG = 0.5  # blendshape score from which a movement is called visible


def pose_section(faces: FaceSet, found: Found) -> Section:
    """Counts of faces by our own finder and by the makers of the set, poses and movements."""
    parts: list[Part] = []
    if len(found.faces):
        kinds = Counter(found.faces.tolist())
        rows = [(f"{count}", f"{n:,}", f"{100 * n / len(found.faces):.1f} %") for count, n in sorted(kinds.items())]
        whole = "" if len(found.faces) == len(faces.names) else " 전체에서 고르게 뽑은 표본입니다."
        caption = f"표정의 얼굴 찾기가 본 얼굴 수 (n={len(found.faces):,}).{whole}"
        parts.append(Table(("얼굴 수", "사진", "비율"), rows, caption))
        odd = [int(n) for n in found.which[found.faces != 1]]
        if odd and faces.votes is None:
            names = [(faces.names[n], f"{found.faces[found.which == n][0]}") for n in odd[:40]]
            parts.append(Table(("파일", "얼굴 수"), names, "얼굴이 하나가 아닌 사진", quotes=True))
    if faces.faces is not None and len(faces.faces):
        kinds = Counter(faces.faces.tolist())
        counted = [(f"{count}", f"{n:,}") for count, n in sorted(kinds.items())]
        parts.append(Table(("얼굴 수", "사진"), counted, f"자료가 적어 둔 얼굴 수 (n={len(faces.faces):,})"))
    for poses in (faces.poses, found.poses):
        if poses is not None and len(poses.yaw):
            parts.append(_pose(poses))
    if faces.expressions:
        parts.append(_expressions(faces))
    return Section("얼굴", "faces, pose and expression", parts)


def _pose(poses: Poses) -> Figure:
    frontal = (np.abs(poses.yaw) <= FRONTAL_DEGREES) & (np.abs(poses.pitch) <= FRONTAL_DEGREES)
    reach = float(max(30.0, np.ceil(np.abs(np.concatenate([poses.yaw, poses.pitch])).max() / 10) * 10))
    rows = [
        (name, *(f"{round(float(q), 1) + 0.0:.1f}" for q in np.percentile(v, [5, 50, 95])))
        for name, v in (("좌우 yaw", poses.yaw), ("위아래 pitch", poses.pitch))
    ]
    return Figure(
        f"고개의 방향 (pose) · {poses.by}",
        f"±{FRONTAL_DEGREES:.0f}° 안의 정면 얼굴이 {100 * frontal.mean():.1f} %입니다. "
        "yaw가 크면 코가 사진 오른쪽으로, pitch가 크면 턱이 들립니다.",
        f"n={len(poses.yaw):,}",
        charts.scatter(poses.yaw, poses.pitch, labels=("좌우 yaw (°)", "위아래 pitch (°)"), reach=reach),
        f"점그림: 정면 {100 * frontal.mean():.1f} %",
        Table(("°", "5 %", "중앙값", "95 %"), rows),
    )


def _expressions(faces: FaceSet) -> Figure:
    seen = sorted(((name, int((v >= _STRONG).sum())) for name, v in faces.expressions.items()), key=lambda p: -p[1])
    shown = [pair for pair in seen if pair[1]][:14]
    n = len(next(iter(faces.expressions.values())))
    return Figure(
        "보이는 움직임 (blendshapes)",
        f"점수 {_STRONG} 이상인 움직임입니다. 가장 흔한 것은 {shown[0][0]}({100 * shown[0][1] / n:.0f} %)이고, "
        f"{sum(not count for _, count in seen)}가지는 한 장에도 없습니다.",
        f"n={n:,}",
        charts.bars([name for name, _ in shown], [("사진", [count for _, count in shown])]),
        "막대그래프: " + ", ".join(f"{name} {count:,}" for name, count in shown),
        Table(
            ("움직임", "사진", "비율"), [(name, f"{c:,}", f"{100 * c / n:.1f} %") for name, c in seen], "모든 움직임"
        ),
    )
