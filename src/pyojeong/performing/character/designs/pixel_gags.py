"""What only a figure of squares can do: its own sheet is its stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from pyojeong.media.drawing.colours import mixed
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.pixel_sheet import (
    FLOOR,
    SIDE,
    Glyph,
    Mask,
    Sheet,
    box_mask,
    empty,
    grown,
    moved,
)
from pyojeong.performing.character.designs.pixel_stand import Stood

GAGS: dict[str, tuple[str, str]] = {
    "game-over": ("게임 오버", "Game over"),
    "level-up": ("레벨 업", "Level up"),
    "loading": ("로딩 중", "Loading"),
    "glitch": ("글리치", "Glitch"),
    "hearts": ("하트가 닳기", "Out of hearts"),
    "hit": ("한 대 맞기", "Takes a hit"),
    "mosaic": ("모자이크 처리", "Behind a mosaic"),
}
_FONT: Mapping[str, Glyph] = {
    "A": (".#.", "#.#", "###", "#.#", "#.#"),
    "D": ("##.", "#.#", "#.#", "#.#", "##."),
    "E": ("###", "#..", "##.", "#..", "###"),
    "G": (".##", "#..", "#.#", "#.#", ".##"),
    "I": ("###", ".#.", ".#.", ".#.", "###"),
    "L": ("#..", "#..", "#..", "#..", "###"),
    "M": ("#.#", "###", "###", "#.#", "#.#"),
    "N": ("##.", "#.#", "#.#", "#.#", "#.#"),
    "O": ("###", "#.#", "#.#", "#.#", "###"),
    "P": ("##.", "#.#", "##.", "#..", "#.."),
    "R": ("##.", "#.#", "##.", "#.#", "#.#"),
    "U": ("#.#", "#.#", "#.#", "#.#", "###"),
    "V": ("#.#", "#.#", "#.#", "#.#", ".#."),
    "9": ("###", "#.#", "###", "..#", "##."),
    "-": ("...", "...", "###", "...", "..."),
    "!": ("#", "#", "#", ".", "#"),
}
_HEART: Glyph = (".rr.rr.", "rorrrrr", "rrrrrrr", ".rrrrr.", "..rrr..", "...r...")
_BURST: Glyph = (
    "....f....",
    "f..fyf..f",
    ".ffyyyff.",
    "..yyoyy..",
    "ffyoooyff",
    "..yyoyy..",
    ".ffyyyff.",
    "f..fyf..f",
    "....f....",
)
Staged = tuple[Sheet, Stood]


def _write(sheet: Sheet, words: str, x: int, y: int, colour: str, ink: str) -> None:
    """Letters of three by five with a shadow: outlined they would run together."""
    mask = empty()
    for letter in words:
        glyph = _FONT[letter]
        for down, row in enumerate(glyph):
            for right, sign in enumerate(row):
                if sign == "#" and 0 <= y + down < SIDE and 0 <= x + right < SIDE:
                    mask[y + down, x + right] = True
        x += len(glyph[0]) + 1
    shadow = moved(mask, 0, 1) | moved(mask, 1, 1) & ~moved(mask, 1, 0)
    sheet.fill(shadow & ~mask, ink)
    sheet.fill(mask, colour)


def _shifted(sheet: Sheet, right: int, down: int) -> Sheet:
    """The sheet's figure elsewhere."""
    cells = np.zeros_like(sheet.cells)
    filled = sheet.cells > 0
    where = moved(filled, right, down)
    source = moved(where, -right, -down)
    cells[where] = sheet.cells[source]
    return Sheet(cells, sheet.colours)


def _sunk(at: Stood, right: int, down: int) -> Stood:
    spots = replace(at.spots, middle=at.spots.middle + right, eyes=at.spots.eyes + down, mouth=at.spots.mouth + down)
    return replace(
        at,
        middle=at.middle + right,
        top=at.top + down,
        body_middle=at.body_middle + right,
        body_top=at.body_top + down,
        spots=spots,
    )


def _game_over(sheet: Sheet, at: Stood, choices: Choices, acting: Acting) -> Staged:
    """It sinks into the ground under its own two words."""
    ink = choices.colour("ink")
    down = max(2, FLOOR - 10 - at.spots.mouth) + int(4 * acting.phase) % 2
    sunk = _shifted(sheet, 0, down)
    sunk.cells[FLOOR - 5 :] = 0
    sunk.fill(box_mask(3, FLOOR - 5, 34, 1), "#57b84e")
    earth = box_mask(3, FLOOR - 4, 34, 4)
    sunk.fill(earth, "#8a5a34")
    checker = (np.add.outer(np.arange(SIDE) // 2, np.arange(SIDE) // 3) % 2).astype(bool)
    sunk.fill(earth & checker, "#74482a")
    sunk.fill(
        grown(earth | box_mask(3, FLOOR - 5, 34, 1)) & ~(earth | box_mask(3, FLOOR - 5, 34, 1)) & (sunk.cells == 0), ink
    )
    _write(sunk, "GAME", 4, 3, "#ef3b45", ink)
    _write(sunk, "OVER", 21, 3, "#ef3b45", ink)
    return sunk, _sunk(at, 0, down)


def _level_up(sheet: Sheet, at: Stood, choices: Choices, acting: Acting) -> Staged:
    """A beam from the ground, arrows rising in it."""
    ink, beat = choices.colour("ink"), int(4 * acting.phase)
    lit = Sheet(np.zeros_like(sheet.cells), list(sheet.colours))
    lit.fill(box_mask(5, 10, 30, FLOOR - 10), "#fff3b0")
    for n, x in enumerate(range(5, 35, 5)):
        lit.fill(box_mask(x, 9 - (n + beat) % 3, 2, FLOOR - 9), "#ffe066")
    for x, y in ((6, 30), (32, 26), (7, 16), (31, 14)):
        high = 10 + (y - 10 - 4 * beat) % 24
        for n in range(3):
            lit.fill(box_mask(x - n, high + n, 1 + 2 * n, 1), "#3fae5a")
        lit.fill(box_mask(x, high + 3, 1, 2), "#3fae5a")
    low = _shifted(sheet, 0, 1)
    lit.colours = sheet.colours + [c for c in lit.colours if c not in sheet.colours]
    shown = low.cells > 0
    lit.cells[shown] = low.cells[shown]
    _write(lit, "LEVELUP!", 6, 2, "#ff8a2a", ink)
    return lit, _sunk(at, 0, 1)


def _loading(sheet: Sheet, at: Stood, choices: Choices, acting: Acting) -> Staged:
    """Only as much of it as has arrived; the rest is a grid of ghosts, and a bar."""
    ink, share = choices.colour("ink"), 0.62 + 0.06 * (int(4 * acting.phase) % 4)
    shown = _shifted(sheet, 0, -2)
    rows = np.flatnonzero((shown.cells > 0).any(axis=1))
    cut = int(rows[0] + (rows[-1] - rows[0]) * 0.66)
    below = np.zeros((SIDE, SIDE), np.bool_)
    below[cut:] = True
    filled = shown.cells > 0
    checker = (np.add.outer(np.arange(SIDE), np.arange(SIDE)) % 2).astype(bool)
    shown.fill(filled & below, "#b9c2d6")
    shown.cells[filled & below & checker] = shown.index("#dfe5f0")
    bar = box_mask(6, FLOOR - 2, 28, 3)
    shown.cells[FLOOR - 3 :] = 0
    shown.fill(grown(bar), ink)
    shown.fill(bar, "#f4f6ff")
    shown.fill(
        box_mask(7, FLOOR - 1, round(26 * min(1.0, share)), 1) | box_mask(7, FLOOR - 2, round(26 * share), 1), "#3fae5a"
    )
    _write(shown, "LOADING", 6, 1, "#58b7ff", ink)
    return shown, _sunk(at, 0, -2)


def _glitch(sheet: Sheet, at: Stood, choices: Choices, acting: Acting) -> Staged:
    """Rows that have slipped aside, two colours that left it."""
    beat = int(6 * acting.phase)
    torn = Sheet(np.zeros_like(sheet.cells), list(sheet.colours))
    filled = sheet.cells > 0
    for shift, tone in ((-2, "#22d3ee"), (2, "#ff3d9a")):
        torn.fill(moved(filled, shift, 0) & ~filled, tone)
    eyes = range(at.spots.eyes - 3, at.spots.mouth + 4)
    for y in range(SIDE):
        block = (y // 3 * 7 + 5 * beat) % 9
        slip = 0 if y in eyes else {0: 5, 1: -4, 4: 3, 6: -6}.get(block, 0)
        row = np.roll(sheet.cells[y], slip)
        torn.cells[y][row > 0] = row[row > 0]
    for n in range(7):
        x, y = 3 + (n * 13 + 3 * beat) % 32, 5 + (n * 9 + 5 * beat) % 30
        if y not in eyes:
            torn.fill(box_mask(x, y, 4, 1), ("#22d3ee", "#ff3d9a", "#f8f871")[n % 3])
    return torn, at


def _hearts(sheet: Sheet, at: Stood, choices: Choices, acting: Acting) -> Staged:
    """Half a heart left of three, and that one blinks."""
    ink = choices.colour("ink")
    worn = _shifted(sheet, 0, 0)
    base = worn.cells > 0
    down = max(0, 10 - int(np.flatnonzero(base.any(axis=1))[0]))
    low = _shifted(sheet, 0, down)
    low.cells[FLOOR:] = 0
    for n in range(3):
        mask, key = empty(), {"r": "#ef3b45", "o": "#ffffff"}
        x = 7 + 9 * n
        for y, row in enumerate(_HEART):
            for k, letter in enumerate(row):
                mask[2 + y, x + k] = letter != "."
        low.fill(grown(mask) & ~mask, ink)
        low.fill(mask, "#6a6478")
        if n == 0 and int(2 * acting.phase) % 2 == 0:
            low.stamp([row[:4] for row in _HEART], x, 2, key)
    return low, _sunk(at, 0, down)


def _hit(sheet: Sheet, at: Stood, choices: Choices, acting: Acting) -> Staged:
    """Knocked back in a white flash, minus ninety-nine."""
    ink, flash = choices.colour("ink"), int(4 * acting.phase) % 2
    back = _shifted(sheet, -5, 0)
    if flash:
        back.fill(back.cells > 0, "#ffffff")
        back.fill((sheet_edge(back) | _face(back, at)) & (back.cells > 0), ink)
    star = empty()
    for down, row in enumerate(_BURST):
        for right, sign in enumerate(row):
            star[16 + down, 27 + right] = sign != "."
    back.fill(grown(star) & ~star, ink)
    back.stamp(_BURST, 27, 16, {"y": "#ffcf33", "f": "#ff8a2a", "o": "#ffffff"})
    _write(back, "-99", 27, 5 - flash, "#ef3b45", ink)
    return back, _sunk(at, -5, 0)


def _face(sheet: Sheet, at: Stood) -> Mask:
    """Eyes and mouth, which stay dark in a flash."""
    spots = at.spots
    eyes = box_mask(spots.middle - 5 - spots.apart - 3, spots.eyes - 1, 3, 3) | box_mask(
        spots.middle - 5 + spots.apart, spots.eyes - 1, 3, 3
    )
    return eyes | box_mask(spots.middle - 8, spots.mouth + 1, 6, 1)


def sheet_edge(sheet: Sheet) -> Mask:
    """Filled squares beside empty ones."""
    filled = sheet.cells > 0
    return filled & grown(~filled)


def _mosaic(sheet: Sheet, at: Stood, choices: Choices, acting: Acting) -> Staged:
    """Large squares of what is under them, but for the eyes, which look out."""
    size, shift = 4, int(2 * acting.phase) % 2
    hidden = Sheet(sheet.cells.copy(), list(sheet.colours))
    ink = hidden.index(choices.colour("ink"))
    eyes = np.zeros((SIDE, SIDE), np.bool_)
    eyes[at.spots.eyes - 4 : at.spots.eyes + 3, at.spots.middle - 9 : at.spots.middle + 9] = True
    for y in range(0, SIDE, size):
        for x in range(-shift, SIDE, size):
            block = np.s_[y : y + size, max(0, x) : x + size]
            found = sheet.cells[block]
            tones = found[(found > 0) & (found != ink)]
            if 3 * (found > 0).sum() < found.size or not tones.size:
                hidden.cells[block] = 0
                continue
            values, counts = np.unique(tones, return_counts=True)
            tone = sheet.colours[int(values[counts.argmax()]) - 1]
            odd = (y // size + (x + shift) // size) % 2
            hidden.cells[block] = hidden.index(mixed(tone, "#ffffff", 0.22) if odd else tone)
    hidden.cells[eyes] = sheet.cells[eyes]
    hidden.fill(sheet_edge(hidden) & ~eyes, choices.colour("ink"))
    return hidden, at


DRAWN: Mapping[str, Callable[[Sheet, Stood, Choices, Acting], Staged]] = {
    "game-over": _game_over,
    "level-up": _level_up,
    "loading": _loading,
    "glitch": _glitch,
    "hearts": _hearts,
    "hit": _hit,
    "mosaic": _mosaic,
}
