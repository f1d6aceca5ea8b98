"""A set of faces as a report: what was measured, drawn and said in sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from pyojeong.lab.explore import picture_measures as pictures
from pyojeong.lab.explore.face_finding import Found, find_in_sample
from pyojeong.lab.explore.face_labels import face_label_section, rater_section
from pyojeong.lab.explore.face_pictures import (
    crossing,
    fact_section,
    light_section,
    look_alike_section,
    thumbnail_section,
)
from pyojeong.lab.explore.face_poses import pose_section
from pyojeong.lab.explore.face_set import FaceSet
from pyojeong.lab.explore.page import Report
from pyojeong.lab.explore.picture_measures import Measured
from pyojeong.lab.explore.raters import confusions, fleiss_kappa

Tell = Callable[[str], None]


def face_report(faces: FaceSet, looked_at: int, tell: Tell) -> Report:
    """The whole report; our own finder looks at ``looked_at`` pictures. ``tell`` hears what is being done."""
    tell(f"{faces.title}: 사진 {len(faces.names):,}장을 잽니다")
    measured = pictures.measured(faces, tell)
    tell("닮은 사진을 찾습니다")
    pairs = pictures.look_alikes(measured.hashes, measured.thumbs)
    tell("얼굴을 찾습니다")
    found = find_in_sample(faces, measured.which, looked_at, tell)
    groups = pictures.groups_of(pairs)
    sections = [
        face_label_section(faces),
        rater_section(faces),
        light_section(faces, measured),
        look_alike_section(faces, measured, groups),
        pose_section(faces, found),
        fact_section(faces),
        thumbnail_section(faces, measured),
    ]
    sizes = np.median(measured.sizes_wh, axis=0).astype(int)
    odd = int(((measured.brightness < pictures.TOO_DARK) | (measured.brightness > pictures.TOO_BRIGHT)).sum())
    facts = (
        ("사진 pictures", f"{len(faces.names):,}"),
        ("크기 중앙값 size", f"{sizes[0]}×{sizes[1]}"),
        ("어둡거나 밝은 사진", f"{odd:,}"),
        ("닮은 무리 copies", f"{len(groups):,}"),
        ("못 읽은 사진", f"{len(measured.unreadable):,}"),
        ("사용 허락 licence", faces.licence),
    )
    kept = [section for section in sections if section.parts]
    return Report(faces.title, faces.about, facts, _findings(faces, measured, groups, found), kept)


def _findings(faces: FaceSet, measured: Measured, groups: Sequence[tuple[int, ...]], found: Found) -> list[str]:
    says = []
    if len(faces.labellings) > 1:
        first, second = faces.labellings[:2]
        table = confusions(first.values, second.values, (len(first.names), len(second.names)))
        own = np.diag(table) / np.maximum(1, table.sum(1))
        best, worst = int(own.argmax()), int(own.argmin())
        says.append(
            f"두 라벨({first.title}, {second.title})이 같은 사진은 {100 * np.trace(table) / table.sum():.1f} %입니다. "
            f"가장 잘 맞는 라벨은 {first.names[best]}({100 * own[best]:.0f} %), "
            f"가장 어긋나는 라벨은 {first.names[worst]}({100 * own[worst]:.0f} %)입니다."
        )
    if faces.votes is not None:
        counts = faces.votes.counts[faces.votes.given]
        together = (counts.max(1) == counts.sum(1)).mean()
        says.append(
            f"열 사람의 표는 Fleiss κ {fleiss_kappa(counts):.3f}이고, 모두 "
            f"같은 답을 한 사진은 {100 * together:.1f} %입니다."
        )
    dark, bright = (
        int((measured.brightness < pictures.TOO_DARK).sum()),
        int((measured.brightness > pictures.TOO_BRIGHT).sum()),
    )
    says.append(f"너무 어두운 사진 {dark:,}장, 너무 밝은 사진 {bright:,}장이 있습니다(n={len(measured.which):,}).")
    surplus = sum(len(group) - 1 for group in groups)
    between = crossing(faces, measured, groups)
    across = f" 나눔을 넘나드는 무리는 {len(between):,}개입니다." if len(faces.part_names) > 1 else ""
    says.append(f"닮은 사진은 {len(groups):,}무리, 남는 사본은 {surplus:,}장입니다.{across}")
    if len(found.faces):
        none, many = int((found.faces == 0).sum()), int((found.faces > 1).sum())
        says.append(
            f"얼굴을 찾아본 {len(found.faces):,}장 가운데 얼굴이 없는 것 {none:,}장, 여럿인 것 {many:,}장입니다."
        )
    return says
