"""What is behind the figure: transparency, white, and whether the figure stands out on light and dark."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from pyojeong.media.damage import DARK, laid_on
from pyojeong.media.image import Pixels
from pyojeong.stickers.packing.on_disk import Transparency
from pyojeong.stickers.preflight.case import Case
from pyojeong.stickers.preflight.finding import Finding, Said, Severity
from pyojeong.stickers.preflight.looks import luminance

_LIGHT = (255, 255, 255)
_STANDS_OUT = 1.35
"""Contrast that some pixel near the outline must have with the ground; our pens' dark lines on dark have 1.2."""
_LOST_SHARE = 0.5
"""Share of the outline that may lack it."""


def transparency(case: Case) -> Iterator[Finding]:
    """Stickers that must let the chat's ground through and do not, and the other way round."""
    for item in case.items:
        facts = item.file.picture
        if facts is None or facts.format not in ("png", "apng", "gif", "webp", "webm"):
            continue
        if item.spec.background == "white":
            yield from _on_white(case, item.name, facts.transparency)
        elif facts.transparency is not Transparency.USED:
            none = facts.transparency is Transparency.NONE
            says = Said(
                f"{item.name}: 배경이 투명하지 않습니다"
                + (f" (투명도 없는 {facts.mode} 파일)." if none else " (모든 픽셀이 불투명)."),
                f"The ground of {item.name} is not transparent"
                + (f" (a {facts.mode} file without alpha)." if none else " (every pixel is opaque)."),
            )
            mend = Said(
                "배경을 지우고 투명도가 있는 형식(RGBA)으로 내보내세요. 채팅방에서 네모난 판이 보입니다.",
                "Clear the ground and export with alpha (RGBA); a rectangle would show in the chat.",
            )
            yield case.broken("size", "alpha", item.name, says, mend, measured=facts.transparency.value, limit="used")


def _on_white(case: Case, name: str, found: Transparency) -> Iterator[Finding]:
    if found is not Transparency.USED:
        return
    says = Said(
        f"{name}: 흰 배경이어야 하는데 투명한 곳이 있습니다.", f"{name} should be on white, but is transparent."
    )
    mend = Said("흰 배경 위에 얹어 다시 내보내세요.", "Lay it on white and export it again.")
    yield case.broken("background", "white", name, says, mend, measured=found.value, limit="white")


def standing_out(case: Case) -> Iterator[Finding]:
    """Figures whose outline is lost on a light or dark chat window."""
    for item, look in case.seen:
        if look.cleared or item.spec.background == "white":
            continue
        for ground, korean, english in ((_LIGHT, "밝은", "light"), (DARK, "어두운", "dark")):
            lost = lost_outline(look.small, ground)
            if lost <= _LOST_SHARE:
                continue
            says = Said(
                f"{item.name}: {korean} 채팅방에서 둘레의 {lost:.0%}가 배경에 묻힙니다.",
                f"On a {english} chat window {lost:.0%} of the outline of {item.name} is lost.",
            )
            mend = Said(
                "그림 둘레에 흰 테두리를 두르거나 외곽선을 배경과 다른 밝기로 바꾸세요.",
                "Put a white rim around the figure, or outline it in another lightness.",
            )
            measured, limit = f"{lost:.0%}", f"{_LOST_SHARE:.0%}"
            yield Finding(f"lost-on-{english}", Severity.WARNING, item.name, says, mend, measured, limit)


def lost_outline(small: Pixels, ground: tuple[int, int, int]) -> float:
    """Share of the outline near which nothing contrasts with ``ground``; 0 where nothing is drawn.

    >>> grey = np.zeros((20, 20, 4), np.uint8)
    >>> grey[5:15, 5:15] = (250, 250, 250, 255)
    >>> lost_outline(grey, (255, 255, 255)), lost_outline(grey, (0, 0, 0))
    (1.0, 0.0)
    """
    solid = (small[:, :, 3] > 127).astype(np.uint8)
    near = np.ones((5, 5), np.uint8)
    rim = (solid > 0) & (cv2.erode(solid, np.ones((3, 3), np.uint8), borderValue=0) == 0)
    if not rim.any():
        return 0.0
    light = luminance(laid_on(small, ground))
    behind = float(luminance(np.array([[ground]], np.uint8))[0, 0])
    brightest = cv2.dilate(np.where(solid > 0, light, behind), near)
    darkest = cv2.erode(np.where(solid > 0, light, behind), near)
    best = np.maximum((brightest + 0.05) / (behind + 0.05), (behind + 0.05) / (darkest + 0.05))
    return float((best[rim] < _STANDS_OUT).mean())
