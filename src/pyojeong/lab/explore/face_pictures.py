"""The chapters on the pictures of a set of faces: light, size, copies, recorded facts, thumbnails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pyojeong.lab.explore import charts
from pyojeong.lab.explore import picture_measures as pictures
from pyojeong.lab.explore.face_set import FaceSet, Showing
from pyojeong.lab.explore.page import Figure, Gallery, Note, Part, Section, Table, picture_html
from pyojeong.lab.explore.picture_measures import Measured

_SHOWN = 18
_THUMB_PX = 132


def light_section(faces: FaceSet, measured: Measured) -> Section:
    """Brightness, contrast, sharpness, size and background."""
    n = len(measured.which)
    dark, bright = measured.brightness < pictures.TOO_DARK, measured.brightness > pictures.TOO_BRIGHT
    flat, blurred = measured.contrast < pictures.TOO_FLAT, measured.sharpness < pictures.BLURRED
    plain = measured.corners < pictures.PLAIN_CORNER
    top = float(np.percentile(measured.sharpness, 99))
    parts: list[Part] = [
        Figure(
            "밝기 (brightness)",
            f"얼굴이 있는 가운데 60 %의 평균 밝기입니다. {pictures.TOO_DARK:.0f} "
            f"아래인 너무 어두운 사진 {int(dark.sum()):,}장, "
            f"{pictures.TOO_BRIGHT:.0f} 위인 너무 밝은 사진 {int(bright.sum()):,}장입니다.",
            f"n={n:,}",
            charts.histogram(
                measured.brightness,
                np.linspace(0, 255, 35),
                label="평균 밝기 (0–255)",
                marks=((pictures.TOO_DARK, "어두움"), (pictures.TOO_BRIGHT, "밝음")),
            ),
            f"히스토그램: 평균 {measured.brightness.mean():.0f}",
            _extremes(faces, measured, (("너무 어두움", dark), ("너무 밝음", bright))),
        ),
        Figure(
            "대비 (contrast)",
            f"가운데 60 %에서 잰 밝기의 표준편차입니다. {pictures.TOO_FLAT:.0f} "
            f"아래인 밋밋한 사진이 {int(flat.sum()):,}장입니다.",
            f"n={n:,}",
            charts.histogram(
                measured.contrast,
                np.linspace(0, 110, 34),
                label="밝기의 표준편차",
                marks=((pictures.TOO_FLAT, "밋밋함"),),
            ),
            f"히스토그램: 중앙값 {np.median(measured.contrast):.0f}",
            _extremes(faces, measured, (("밋밋함", flat),)),
        ),
        Figure(
            "선명함 (variance of Laplacian)",
            f"긴 변 {pictures.LOOK_PX}px로 줄여 쟀습니다. {pictures.BLURRED:.0f} 아래인 흐린 사진이 "
            f"{int(blurred.sum()):,}장입니다. 더 작은 사진은 그대로 재어 값이 크게 나옵니다.",
            f"n={n:,}",
            charts.histogram(
                np.minimum(measured.sharpness, top),
                np.linspace(0, top, 36),
                label="라플라시안의 분산",
                marks=((pictures.BLURRED, "흐림"),),
            ),
            f"히스토그램: 중앙값 {np.median(measured.sharpness):.0f}",
            _extremes(faces, measured, (("흐림", blurred),)),
        ),
        _resolution(measured),
        Figure(
            "배경 (background)",
            f"위쪽 두 모서리의 무늬입니다. 단색에 가까운 배경이 "
            f"{int(plain.sum()):,}장({100 * plain.mean():.0f} %)입니다.",
            f"n={n:,}",
            charts.histogram(
                np.minimum(measured.corners, 80),
                np.linspace(0, 80, 33),
                label="모서리 밝기의 표준편차",
                marks=((pictures.PLAIN_CORNER, "단색"),),
            ),
            f"히스토그램: 단색에 가까운 배경 {100 * plain.mean():.0f} %",
            _extremes(faces, measured, (("단색", plain),)),
        ),
    ]
    if measured.unreadable:
        parts.append(Table(("못 읽은 사진",), [(name,) for name in measured.unreadable[:50]], "못 읽은 사진"))
    return Section("빛과 선명함", "light, sharpness and size", parts)


def _extremes(faces: FaceSet, measured: Measured, kinds: Sequence[tuple[str, npt.NDArray[np.bool_]]]) -> Table:
    where = np.array(faces.parts)[measured.which]
    rows = [
        (
            f"{kind}{'' if len(faces.part_names) < 2 else f' · {part}'}",
            f"{int(chosen[where == part].sum()):,}",
            f"{100 * chosen[where == part].mean() if (where == part).any() else 0:.2f} %",
        )
        for kind, chosen in kinds
        for part in faces.part_names
    ]
    return Table(("", "사진", "비율"), rows)


def _resolution(measured: Measured) -> Part:
    sizes = Counter((int(w), int(h)) for w, h in measured.sizes_wh)
    if len(sizes) == 1:
        (width, height), n = next(iter(sizes.items()))
        return Note(f"크기: 모두 {width}×{height}px입니다(n={n:,}).")
    longer = measured.sizes_wh.max(1)
    square = int((measured.sizes_wh[:, 0] == measured.sizes_wh[:, 1]).sum())
    return Figure(
        "크기 (resolution)",
        f"긴 변은 {longer.min():,}–{longer.max():,}px, 정사각형이 {square:,}장입니다.",
        f"n={len(longer):,}",
        charts.histogram(longer, np.linspace(0, longer.max() * 1.05, 30), label="긴 변 (px)"),
        f"히스토그램: 긴 변의 중앙값 {np.median(longer):.0f}px",
        Table(("크기", "사진"), [(f"{w}×{h}", f"{n:,}") for (w, h), n in sizes.most_common(10)], "가장 많은 크기"),
    )


def look_alike_section(faces: FaceSet, measured: Measured, groups: Sequence[tuple[int, ...]]) -> Section:
    """How many pictures look alike, and whether their labels do."""
    rows = [
        ("닮은 사진의 무리", f"{len(groups):,}", f"{sum(len(g) - 1 for g in groups):,}"),
        ("나눔을 넘나드는 무리", f"{len(crossing(faces, measured, groups)):,}", ""),
    ]
    for labelling in faces.labellings:
        unlike = [g for g in groups if len({int(labelling.values[measured.which[n]]) for n in g}) > 1]
        rows.append((f"라벨이 서로 다른 무리 · {labelling.title}", f"{len(unlike):,}", ""))
    parts: list[Part] = [
        Table(("무엇이", "무리", "남는 사진"), rows, f"사본 (pHash 64 bit에서 3 bit 이하, n={len(measured.which):,})")
    ]
    if groups and faces.showing is Showing.CHARTS and faces.votes is None:
        names = [(", ".join(faces.names[measured.which[n]] for n in group),) for group in groups[:30]]
        parts.append(Table(("파일",), names, "닮은 사진", quotes=True))
    return Section("사본", "look-alikes", parts)


def crossing(faces: FaceSet, measured: Measured, groups: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Groups of look-alikes that lie in more than one part."""
    return [g for g in groups if len({faces.parts[measured.which[n]] for n in g}) > 1]


def fact_section(faces: FaceSet) -> Section:
    """The balance of what the makers of the set wrote down of each picture."""
    parts: list[Part] = []
    for column, values in faces.columns.items():
        kinds = Counter(values).most_common()
        parts.append(
            Figure(
                f"{column}의 균형",
                f"{len(kinds)}가지이고 가장 흔한 것은 {kinds[0][0]}({100 * kinds[0][1] / len(values):.0f} %)입니다.",
                f"n={len(values):,}",
                charts.bars([name[:24] for name, _ in kinds[:14]], [("사진", [n for _, n in kinds[:14]])]),
                "막대그래프: " + ", ".join(f"{name} {n:,}" for name, n in kinds),
                Table((column, "사진", "비율"), [(k, f"{n:,}", f"{100 * n / len(values):.1f} %") for k, n in kinds]),
            )
        )
    if faces.columns and not {"age", "sex", "gender"} & {name.lower() for name in faces.columns}:
        parts.append(Note("나이와 성별 열이 없어 그 균형은 잴 수 없습니다. 얼굴만 보고 짐작하지 않았습니다."))
    return Section("적힌 사실의 균형", "recorded facts", parts)


def thumbnail_section(faces: FaceSet, measured: Measured) -> Section:
    """Thumbnails at the ends of what was measured, where the pictures may be shown."""
    if faces.showing is Showing.CHARTS:
        return Section("사진", "thumbnails", [])
    each = _SHOWN // 2
    kinds = (
        ("가장 어두운", measured.brightness, 1, "밝기"),
        ("가장 밝은", measured.brightness, -1, "밝기"),
        ("가장 흐린", measured.sharpness, 1, "선명함"),
    )
    parts: list[Part] = []
    for title, values, sign, unit in kinds:
        chosen = np.argsort(sign * values, kind="stable")[:each]
        items = [(f"{unit} {values[n]:.0f}", _thumbnail(faces, int(measured.which[n]))) for n in chosen]
        parts.append(Gallery(f"{title} 사진", f"n={len(measured.which):,} 가운데 {len(items)}", items, small=True))
    step = max(1, len(measured.which) // _SHOWN)
    items = [(faces.names[n], _thumbnail(faces, n)) for n in measured.which[::step][:_SHOWN].tolist()]
    parts.append(Gallery("고르게 뽑은 사진", f"n={len(items)}", items, small=True))
    return Section("사진", "thumbnails", parts)


def _thumbnail(faces: FaceSet, number: int) -> str:
    import cv2

    pixels = faces.load(number)
    scale = _THUMB_PX / min(pixels.shape[:2])
    size_wh = (round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))
    small = cv2.resize(pixels, size_wh, interpolation=cv2.INTER_AREA)
    # OpenCV writes BGR.
    _, jpeg = cv2.imencode(".jpg", small[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, 80])
    return picture_html(jpeg.tobytes(), faces.names[number])
