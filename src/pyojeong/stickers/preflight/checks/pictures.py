"""What is drawn: margins, empty pictures, cut edges, stray pixels, remains of a white ground, traces of a photo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np

from pyojeong.media.image import Pixels
from pyojeong.stickers.preflight.case import Case
from pyojeong.stickers.preflight.finding import Finding, Said, Severity
from pyojeong.stickers.preflight.looks import Look, Mask

_CUT_RUN = 0.16
"""Share of a side along which the drawing must lie on the edge to count as cut; a circle that just touches has .10."""
_SOLID = 24
"""Alpha from which a pixel is seen: our faintest shadow has 25."""
_STRAY_AREA = 1.2e-4
"""Share of the canvas under which a lone speck is stray: 16 pixels of 360×360. The least confetti has 40."""
_STRAY_AWAY = 0.014
"""Share of the side that lies between a stray speck and all else."""
_HALO_SHARE = 0.3
_HALO_LIFT = 60
"""Levels of luma by which an edge pixel is lighter than what lies 2.5 pixels (of 360) further in."""
_PHOTO_SHARE = 0.4
"""Share of the inside with fine unrest (σ 1.2–14 levels in 3×3). A portrait has .54; so has crayon, in few colours."""
_PHOTO_COLOURS = 110
"""Colours, of 4,096, that hold 90 % of the inside: a portrait has 157 (57 after a palette of 128), our pens 5–73."""
_SMALL = 0.45


class Edge(NamedTuple):
    """A side of the picture and along how much of it the drawing lies, [0, 1]."""

    korean: str
    english: str
    share: float


def margins(case: Case) -> Iterator[Finding]:
    """Empty and cut pictures, and margins the store wants."""
    for item in case.items:
        if item.look is None:
            continue
        if not (item.look.first[:, :, 3] > 0).any():
            says = Said(f"{item.name}: 아무것도 그려져 있지 않습니다.", f"Nothing is drawn in {item.name}.")
            mend = Said("빈 파일을 그림으로 바꾸세요.", "Put a picture in its place.")
            yield Finding("empty", Severity.ERROR, item.name, says, mend)
            continue
        cut = [edge for edge in edges(item.look.first) if edge.share >= _CUT_RUN]
        if cut and not (item.look.first[:, :, 3] > _SOLID).all():
            yield _cut(item.name, cut)
        elif item.spec.margin_px:
            yield from _margin(case, item.name, item.look, item.spec.margin_px)


def _cut(name: str, cut: list[Edge]) -> Finding:
    where, side = ", ".join(edge.korean for edge in cut), ", ".join(edge.english for edge in cut)
    says = Said(f"{name}: 그림이 {where} 끝에서 잘려 있습니다.", f"The drawing of {name} is cut off at the {side}.")
    mend = Said(
        "그림을 줄이거나 옮겨 네 변에 여백을 두세요.", "Make it smaller or move it, so that every side is free."
    )
    worst = max(edge.share for edge in cut)
    return Finding("cut", Severity.WARNING, name, says, mend, f"{worst:.0%}", f"{_CUT_RUN:.0%}")


def _margin(case: Case, name: str, look: Look, wanted: int) -> Iterator[Finding]:
    got = min(_margins(look.first[:, :, 3] > _SOLID))
    if got >= wanted:
        return
    says = Said(
        f"{name}: 여백이 {got}픽셀인데 {wanted}픽셀쯤 있어야 합니다.",
        f"{name} has a margin of {got} px, but about {wanted} px are wanted.",
    )
    mend = Said(f"그림을 줄여 네 변에 {wanted}픽셀씩 비우세요.", f"Make it smaller to leave {wanted} px on every side.")
    severity = case.weight("margin") if 2 * got < wanted else Severity.WARNING  # the store says «about»
    source = case.source("margin")
    yield Finding("margin", severity, name, says, mend, f"{got} px", f"{wanted} px", source)


def _margins(seen: Mask) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(seen.any(1)), np.flatnonzero(seen.any(0))
    if not len(rows):
        return 0, 0, 0, 0
    height, width = seen.shape
    return int(columns[0]), int(rows[0]), int(width - 1 - columns[-1]), int(height - 1 - rows[-1])


def edges(pixels: Pixels) -> tuple[Edge, ...]:
    """Along how much of each side the drawing lies.

    >>> half = np.zeros((4, 4, 4), np.uint8)
    >>> half[:, :2] = 255
    >>> [(edge.english, edge.share) for edge in edges(half)]
    [('left', 1.0), ('top', 0.5), ('right', 0.0), ('bottom', 0.5)]
    """
    seen = pixels[:, :, 3] > 127
    words = (("왼쪽", "left"), ("위", "top"), ("오른쪽", "right"), ("아래", "bottom"))
    sides = (seen[:, 0], seen[0], seen[:, -1], seen[-1])
    return tuple(Edge(*word, float(side.mean())) for word, side in zip(words, sides, strict=True))


def specks(case: Case) -> Iterator[Finding]:
    """Lone pixels far from the drawing: left over from cutting out or from a slip of the pen."""
    for item, look in case.seen:
        if look.cleared:
            continue  # what is left of a ground is no speck
        found = stray_specks(look.first)
        if not found:
            continue
        x, y = found[0]
        says = Said(
            f"{item.name}: 그림과 떨어진 작은 점이 {len(found)}개 있습니다 (예: {x}, {y}).",
            f"{item.name} has {len(found)} lone specks away from the drawing (one at {x}, {y}).",
        )
        mend = Said("크게 확대해 점을 지우세요.", "Zoom in and erase them.")
        yield Finding("specks", Severity.WARNING, item.name, says, mend, str(len(found)), "0")


def stray_specks(pixels: Pixels) -> tuple[tuple[int, int], ...]:
    """Where lone specks are, x and y."""
    seen = (pixels[:, :, 3] > 8).astype(np.uint8)
    count, labels, stats, centres = cv2.connectedComponentsWithStats(seen, connectivity=8)
    area, side = seen.size, min(seen.shape)
    small = [n for n in range(1, count) if stats[n, cv2.CC_STAT_AREA] < _STRAY_AREA * area]
    if not small or len(small) == count - 1:
        return ()
    large = ~np.isin(labels, [0, *small])
    away = cv2.distanceTransform((~large).astype(np.uint8), cv2.DIST_L2, 3)
    places = [(round(float(centres[n][0])), round(float(centres[n][1]))) for n in small]
    return tuple((x, y) for x, y in places if away[y, x] > _STRAY_AWAY * side)


def halos(case: Case) -> Iterator[Finding]:
    """A light fringe left over when a white ground was cut away."""
    for item, look in case.seen:
        if look.cleared:
            continue
        share = fringe(look.first)
        if share < _HALO_SHARE:
            continue
        says = Said(
            f"{item.name}: 둘레의 {share:.0%}에 흰 배경이 남아 있습니다. 어두운 채팅방에서 하얗게 보입니다.",
            f"Along {share:.0%} of its outline {item.name} keeps a fringe of a white ground; it shows on dark.",
        )
        mend = Said(
            "자국을 1–2픽셀 깎아 내거나, 일부러 두르는 것이라면 흰 테두리를 4픽셀 이상으로 고르게 두르세요.",
            "Trim one or two pixels, or put an even white rim of four pixels around it if it is meant.",
        )
        yield Finding("halo", Severity.WARNING, item.name, says, mend, f"{share:.0%}", f"{_HALO_SHARE:.0%}")


def fringe(pixels: Pixels) -> float:
    """Share of the outline where a light edge lies on something darker; 0 where nothing is drawn."""
    alpha = pixels[:, :, 3]
    deep_px = 2.5 * min(alpha.shape) / 360
    depth = cv2.distanceTransform((alpha > 200).astype(np.uint8), cv2.DIST_L2, 3)
    deep = depth >= max(2.0, deep_px)
    edge = (alpha > 40) & (depth <= 1.0) & (cv2.erode(alpha, np.ones((3, 3), np.uint8), borderValue=0) < 40)
    if not deep.any() or not edge.any():
        return 0.0
    luma = cv2.cvtColor(np.ascontiguousarray(pixels[:, :, :3]), cv2.COLOR_RGB2GRAY).astype(int)
    _, labels = cv2.distanceTransformWithLabels(
        (~deep).astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    of_label = np.zeros(labels.max() + 1, int)
    of_label[labels[deep]] = luma[deep]
    lifted = (luma - of_label[labels] > _HALO_LIFT) & (luma > 150)
    return float(lifted[edge].mean())


def photos(case: Case) -> Iterator[Finding]:
    """Fine unrest all over, as cameras leave it: whether a photo may be sold is the store's to say."""
    for item, look in case.seen:
        if item.paper.photo is not None:
            continue  # it is on record
        share, colours = unrest(look.first)
        if share < _PHOTO_SHARE or colours < _PHOTO_COLOURS:
            continue
        says = Said(
            f"{item.name}: 사진이거나 사진을 쓴 그림으로 보입니다(추정). {case.store.declaration.korean}",
            f"{item.name} looks like a photo, or made of one (a guess). {case.store.declaration.english}",
        )
        mend = Said(
            "사진을 썼다면 상점의 기준을 확인하고 그렇다고 밝히세요. 그린 그림이라면 그대로 두어도 됩니다.",
            "If photos were used, check the store's rules and say so; if it is drawn, leave it as it is.",
        )
        yield Finding(
            "photo", Severity.NOTE, item.name, says, mend, f"{share:.0%}", f"{_PHOTO_SHARE:.0%}", case.source("photo")
        )


def unrest(pixels: Pixels) -> tuple[float, int]:
    """Share of the inside that is neither flat nor a drawn line, and how many colours hold 90 % of it."""
    inside = cv2.erode((pixels[:, :, 3] == 255).astype(np.uint8), np.ones((5, 5), np.uint8), borderValue=0) > 0
    if not inside.any():
        return 0.0, 0
    luma = cv2.cvtColor(np.ascontiguousarray(pixels[:, :, :3]), cv2.COLOR_RGB2GRAY).astype(np.float32)
    mean = cv2.blur(luma, (3, 3))
    spread = np.sqrt(np.maximum(cv2.blur(luma * luma, (3, 3)) - mean * mean, 0))
    coarse = pixels[inside][:, :3].astype(int) // 16 @ np.array([256, 16, 1])
    sizes = np.sort(np.bincount(coarse))[::-1].cumsum()
    return float(((spread > 1.2) & (spread < 14))[inside].mean()), int(np.searchsorted(sizes, 0.9 * sizes[-1])) + 1


def smallness(case: Case) -> Iterator[Finding]:
    """Figures that use little of their canvas."""
    for item, look in case.seen:
        seen = look.first[:, :, 3] > _SOLID
        if not seen.any():
            continue
        left, top, right, bottom = _margins(seen)
        height, width = seen.shape
        share = max((width - left - right) / width, (height - top - bottom) / height)
        if share >= _SMALL:
            continue
        says = Said(
            f"{item.name}: 그림이 캔버스의 {share:.0%}만 써서 채팅방에서 작게 보입니다.",
            f"{item.name} uses {share:.0%} of its canvas and looks small in a chat.",
        )
        mend = Said("여백을 줄이고 그림을 키우세요.", "Make the figure larger.")
        yield Finding("small", Severity.NOTE, item.name, says, mend, f"{share:.0%}", f"{_SMALL:.0%}")
