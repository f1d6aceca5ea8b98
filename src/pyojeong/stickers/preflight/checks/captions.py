"""Words on stickers: are they large enough and do they stand out, on light and on dark, at the size of a chat window.

Where the words are, and how high, is told by the pack's own log; what is measured may only be less. Of packs made
elsewhere they are looked for by Tesseract, and only what it is sure of is measured; without it the report says that
captions were not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import cv2
import numpy as np

from pyojeong.media.damage import DARK, laid_on
from pyojeong.media.image import Pixels
from pyojeong.reading.page.page import Line
from pyojeong.stickers.lettering.at_chat_size import CHAT_PX, READABLE_CONTRAST, READABLE_PX
from pyojeong.stickers.lettering.boxes import Box
from pyojeong.stickers.preflight.case import Case, Item
from pyojeong.stickers.preflight.finding import Finding, Said, Severity
from pyojeong.stickers.preflight.looks import Look, luminance

_SURE = 0.8
"""Tesseract's confidence from which a line of unknown words is believed: on drawings it invents some at up to .6."""
_LIKE_CAPTION = 0.4
"""Share of syllables in common from which a line is taken for the caption that is on record."""
_READ_WIDE = 900
"""Pixels a picture is read at: Tesseract's Korean model wants letters of some 30 px."""
_HALF_COVERED = 0.08
"""Share of a box's brightest and darkest pixels that is taken for letters and for what they stand on."""
_WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Words:
    """Words on a picture: where, and how high one line is, in pixels of the file."""

    box: Box
    height: float


def captions(case: Case) -> Iterator[Finding]:
    """Every caption whose place is known or found."""
    missed = []
    for item, look in case.seen:
        found = _words_on(case, item, look)
        if item.paper.caption and not found:
            missed.append(item.name)
        for words in found:
            scale = CHAT_PX / max(look.first.shape[:2])
            yield from _height(item, words.height * scale)
            yield from _contrast(item, look, words.box)

    if missed and case.instruments.lines_in is not None:
        yield _missed(missed)


def fonts(case: Case) -> Iterator[Finding]:
    """Captions written in another font than they were dressed in, since that lacks a letter; told by the pack's log."""
    for item in case.stickers:
        if not item.paper.lacking:
            continue
        letters = item.paper.lacking
        says = Said(
            f"{item.name}: 꾸밈 글꼴에 없는 글자({letters})가 있어 글귀 전체를 기본 글꼴로 썼습니다.{_quoted(item)}",
            f"The font of {item.name} lacks {letters}, so that all its words are in the plain one.{_quoted(item)}",
        )
        mend = Said("그 글자를 다른 말로 바꾸면 꾸밈 글꼴로 씁니다.", "Say it with other letters to keep the font.")
        yield Finding("caption-font", Severity.WARNING, item.name, says, mend, letters)


def _missed(names: list[str]) -> Finding:
    says = Said(
        f"글귀 {len(names)}개는 자리를 찾지 못해 크기와 대비를 재지 못했습니다.",
        f"{len(names)} captions could not be found in their pictures and were not measured.",
    )
    mend = Said("100픽셀로 줄여서 읽히는지 직접 보세요.", "Look at them at 100 px yourself.")
    return Finding("caption-unmeasured", Severity.NOTE, "", says, mend, str(len(names)), others=tuple(names))


def looked_at(case: Case) -> Said | None:
    """Why captions could not be checked; None when they were."""
    if case.instruments.lines_in is not None:
        return None
    # of packs made elsewhere nobody knows which have words, so every one of them has to be looked at
    worded = [item for item, _ in case.seen if item.paper.caption or not case.papers.knows_makings]
    if all(item.paper.caption_box for item in worded):
        return None
    return Said(
        "글귀가 읽히는지는 살피지 못했습니다: 글귀의 자리가 적혀 있지 않고, 찾아 줄 Tesseract가 없습니다.",
        "Captions were not checked: their places are not on record, and there is no Tesseract to find them.",
    )


def _words_on(case: Case, item: Item, look: Look) -> list[Words]:
    box, told = item.caption_box, item.caption_height
    if box is not None:
        measured = line_height(look.first, box)  # of all lines at once where their rims touch
        return [Words(box, measured if told is None else min(measured, told))]
    if case.instruments.lines_in is None or (case.papers.knows_makings and not item.paper.caption):
        return []
    grey, scale = _page(look.first)
    lines, caption = case.instruments.lines_in(grey), item.paper.caption
    found = [line for line in lines if (is_of(line.text, caption) if caption else _is_certain(line))]
    boxes = [Box(*(edge / scale for edge in line.box_xyxy)) for line in found]
    return [Words(box, box.height) for box in boxes]


def _page(pixels: Pixels) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.uint8]], float]:
    laid = laid_on(pixels, _WHITE)
    scale = _READ_WIDE / max(laid.shape[:2])
    size = round(laid.shape[1] * scale), round(laid.shape[0] * scale)
    grey = cv2.cvtColor(cv2.resize(laid, size, interpolation=cv2.INTER_CUBIC), cv2.COLOR_RGB2GRAY)
    return np.asarray(grey, np.uint8), scale


def _is_certain(line: Line) -> bool:
    return line.confidence >= _SURE and len(_hangul(line.text)) >= 2


def is_of(text: str, caption: str) -> bool:
    """Whether a line, misread as it may be, is of a caption.

    >>> is_of("데[력부에[살았다", "네 덕분에 살았다"), is_of("수 수", "네 덕분에 살았다")
    (True, False)
    """
    read, wanted = _hangul(text), _hangul(caption)
    if len(read) < 2 or not wanted:
        return False
    return SequenceMatcher(None, read, wanted).ratio() >= _LIKE_CAPTION


def _hangul(text: str) -> str:
    return "".join(letter for letter in text if "가" <= letter <= "힣")


def line_height(pixels: Pixels, box: Box) -> float:
    """Height in pixels of the least line of letters in ``box``; of the whole box where its lines touch."""
    left, top, right, bottom = (max(0, round(edge)) for edge in box)
    part = pixels[top:bottom, left:right]
    if not part.size:
        return 0.0
    rows = (part[:, :, 3] > 60).mean(1) > 0.01
    edges = np.flatnonzero(np.diff(np.concatenate([[0], rows.astype(np.int8), [0]])))
    runs = edges[1::2] - edges[::2]
    tall = runs[runs >= 0.35 * runs.max()] if len(runs) else runs
    return float(tall.min()) if len(tall) else 0.0


def _height(item: Item, height: float) -> Iterator[Finding]:
    if height >= READABLE_PX:
        return
    says = Said(
        f"{item.name}: 글자가 채팅창(100픽셀)에서 {height:.1f}픽셀 높이라 읽기 어렵습니다.{_quoted(item)}",
        f"The letters of {item.name} are {height:.1f} px high in a chat window of 100 px.{_quoted(item)}",
    )
    mend = Said(
        f"글자를 {READABLE_PX:.0f}픽셀(360픽셀 그림에서 {READABLE_PX * 3.6:.0f}픽셀) 넘게 키우거나 글을 줄이세요.",
        f"Make them {READABLE_PX:.0f} px or more ({READABLE_PX * 3.6:.0f} px of 360), or use fewer words.",
    )
    yield Finding("caption-small", Severity.WARNING, item.name, says, mend, f"{height:.1f} px", f"{READABLE_PX:.0f} px")


def _contrast(item: Item, look: Look, box: Box) -> Iterator[Finding]:
    for ground, korean, english in ((_WHITE, "밝은", "light"), (DARK, "어두운", "dark")):
        got = contrast_in(look.first, box, ground)
        if got >= READABLE_CONTRAST:
            continue
        says = Said(
            f"{item.name}: {korean} 채팅방에서 글자와 바탕의 대비가 {got:.1f} : 1이라 읽기 어렵습니다.{_quoted(item)}",
            f"On a {english} chat window the letters of {item.name} have a contrast of {got:.1f} : 1.{_quoted(item)}",
        )
        mend = Said(
            "글자에 진한 색을 쓰고 둘레에 반대로 밝은(어두운) 테두리를 두르세요.",
            "Use a strong colour and put a rim of the opposite lightness around the letters.",
        )
        measured, limit = f"{got:.2f}", f"{READABLE_CONTRAST:.1f}"
        yield Finding(f"caption-faint-on-{english}", Severity.WARNING, item.name, says, mend, measured, limit)
        return


def contrast_in(pixels: Pixels, box: Box, ground: tuple[int, int, int]) -> float:
    """The most contrast there is in a box at chat size: between its darkest and brightest 8 %, on ``ground``."""
    share = CHAT_PX / max(pixels.shape[:2])
    left, top, right, bottom = (max(0, round(edge)) for edge in box.grown(2 / share))
    part = laid_on(np.ascontiguousarray(pixels[top:bottom, left:right]), ground)
    if not part.size:
        return 1.0
    size = max(1, round(part.shape[1] * share)), max(1, round(part.shape[0] * share))
    light = np.sort(luminance(cv2.resize(part, size, interpolation=cv2.INTER_AREA)).ravel())
    few = max(1, round(len(light) * _HALF_COVERED))
    return float((light[-few:].mean() + 0.05) / (light[:few].mean() + 0.05))


def _quoted(item: Item) -> str:
    return f" “{item.paper.caption}”" if item.paper.caption else ""
