"""The game figure's head: five kinds, nine heads of hair, ears, glasses and what lies on top."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from pyojeong.media.drawing.colours import mixed
from pyojeong.performing.character.acting import Acting, Mark
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.pixel_face import FaceInk, draw_face
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
    rows_mask,
)
from pyojeong.performing.character.designs.pixel_stand import Palette, Stood, skin_of
from pyojeong.performing.character.looks import Looks

FRINGES: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "short": (3, 4, 4, 3, 4, 5, 4, 4, 5, 6, 8),
        "parted": (1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9),
        "bob": (4, 4, 4, 4, 4, 4, 5, 5, 13, 14, 14),
        "long": (2, 3, 4, 4, 5, 5, 6, 7, 24, 25, 24),
        "spiky": (4, 5, 3, 4, 6, 3, 4, 5, 4, 7, 8),
        "curly": (3, 4, 3, 4, 3, 4, 4, 5, 9, 10, 9),
        "bun": (2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8),
        "mohawk": (2, 2, 1, -9, -9, -9, -9, -9, -9, -9, -9),
        "bald": (-9,) * 11,
    }
)
"""How many rows hair comes down, by columns from the middle to the side."""
TINTS = {Mark.FLUSH: "#f0392e", Mark.PALE: "#7f8fe0", Mark.GREEN: "#8fbf2a"}


HATS: Mapping[str, Glyph] = MappingProxyType(
    {
        "crown": ("k..kk..k", "ykykkyky", "yyyyyyyy", "yryyyyry", "kkkkkkkk"),
        "leaf": (".gg..gg.", "gggkkggg", ".ggkkgg.", "...kk..."),
        "star": ("...kk...", "..kyyk..", "kkkyykkk", "kyyyyyyk", ".kyyyyk.", "kyykkyyk", "kkk..kkk"),
        "bow": ("rr....rr", "rrrkkrrr", "rrrrrrrr", "rrrkkrrr", "rr....rr"),
    }
)


def draw_head(sheet: Sheet, choices: Choices, at: Stood, tones: Palette, acting: Acting, looks: Looks) -> None:
    """The head with hair, face and what it wears."""
    kind = choices.option("kind")
    mask = rows_mask(at.rows, at.top, at.middle)
    if kind == "ghost":
        mask = _wisp(mask, at, int(4 * acting.phase) % 2)
    colour = skin_of(kind, tones)
    sheet.part(mask, colour, tones.shade(colour), tones.ink)
    face = mask
    if kind in ("robot", "hood"):
        inner = rows_mask(tuple(max(0, half - 2) for half in at.rows[3:-2]), at.top + 3, at.middle)
        plate = tones.skin if kind == "hood" else mixed(tones.skin, "#ffffff", 0.35)
        sheet.part(inner, plate, tones.shade(plate), tones.ink)
        face = inner
    if kind in ("jelly", "ghost"):
        sheet.stamp((".oo", "o..", "o.."), at.middle - at.rows[5] + 2, at.top + 3, {"o": "#ffffff"})
    _tinted(sheet, face, acting, tones)
    if kind == "hero":
        _hair(sheet, choices, at, tones)
    _ears(sheet, choices, at, tones, acting)
    inks = FaceInk(
        tones.ink,
        tones.eye,
        tones.iris,
        tones.skin,
        tones.blush,
        tones.hair if kind == "hero" and choices.option("hair-style") != "bald" else tones.ink,
    )
    draw_face(sheet, at.spots, inks, acting, looks, blush=0.3 if choices.option("cheeks") == "blush" else 0.0)
    if choices.option("cheeks") == "freckles":
        for side in (-1, 1):
            x = at.spots.middle + side * (at.spots.apart + 3) - (side < 0)
            sheet.stamp(("f.f", ".f."), x - 1, at.spots.eyes + 3, {"f": mixed(tones.skin, "#a2542f", 0.6)})
    _glasses(sheet, choices, at, tones)
    _hat(sheet, choices, at, tones, acting.pose.ears)


def _wisp(mask: Mask, at: Stood, beat: int) -> Mask:
    """A ghost's foot runs out to one side and back."""
    low = at.top + len(at.rows)
    bent = mask.copy()
    for n in range(6):
        y = low - 1 - n
        if 0 <= y < SIDE:
            bent[y] = moved(mask[y : y + 1], (6 - n) // 2 + (beat if n < 3 else 0), 0)[0]
    return bent


def _tinted(sheet: Sheet, face: Mask, acting: Acting, tones: Palette) -> None:
    """A face that reddens, pales or turns green: whole squares at the forehead, every other one below."""
    rows = np.flatnonzero(face.any(axis=1))
    if not len(rows):
        return
    top, high = int(rows[0]), len(rows)
    checker = (np.add.outer(np.arange(SIDE), np.arange(SIDE)) % 2).astype(bool)
    upper, middle = box_mask(0, top, SIDE, round(0.58 * high)), box_mask(0, top, SIDE, round(0.80 * high))
    for mark, tint in TINTS.items():
        if mark in acting.marks:
            base = face & (upper | (middle & checker))
            sheet.fill(base, mixed(tones.skin, tint, 0.62))
    if Mark.GLOOM in acting.marks:
        shade = mixed(tones.skin, "#4a4f8f", 0.6)
        sheet.fill(
            face & (box_mask(0, top, SIDE, round(0.36 * high)) | (box_mask(0, top, SIDE, round(0.5 * high)) & checker)),
            shade,
        )


def _hair(sheet: Sheet, choices: Choices, at: Stood, tones: Palette) -> None:
    style = choices.option("hair-style")
    if style == "bald":
        return
    mask, m, extra = empty(), at.middle, round(choices.number("hair-length"))
    wide = max(at.rows)
    for offset, depth in enumerate(FRINGES[style]):
        column = offset + (1 if offset > 4 else 0) * (wide - 10)
        down = depth + (extra if depth > 0 else 0)
        if down <= 0:
            continue
        for x in (m - 1 - column, m + column):
            start = at.top + max(-1, _first_row(at.rows, column) - 1)
            if 0 <= x < SIDE:
                mask[max(0, start) : max(0, min(at.top + down, FLOOR)), x] = True
    mask = _grown_hair(style, mask, at, extra)
    sheet.part(mask, tones.hair, tones.shade(tones.hair), tones.ink)
    sheet.fill(mask & box_mask(m - 7, at.top + 1, 4, 1), mixed(tones.hair, "#ffffff", 0.35))


def _grown_hair(style: str, mask: Mask, at: Stood, extra: int) -> Mask:
    """What a style has beyond its fringe."""
    m = at.middle
    if style == "parted":
        mask[at.top : at.top + 4 + extra, m - 6 : m + 1] |= rows_mask(at.rows, at.top, m)[
            at.top : at.top + 4 + extra, m - 6 : m + 1
        ]
    if style == "spiky":
        for x, high in ((m - 8, 2), (m - 4, 3), (m, 4), (m + 4, 3), (m + 8, 2)):
            for n in range(high):
                mask |= box_mask(x - (high - n) // 2, at.top - n - 1 + (abs(x - m) > 6) * 2, high - n, 1)
    if style == "mohawk":
        mask |= box_mask(m - 2, at.top - 4, 4, 6)
    if style == "bun":
        mask |= box_mask(m - 3, at.top - 4, 6, 4)
    if style == "curly":
        for x, y in ((-9, 2), (-6, -1), (-2, -2), (2, -2), (6, -1), (9, 2), (-11, 5), (11, 5), (-11, 9), (11, 9)):
            mask |= box_mask(m + x - 2, at.top + y - 1, 4, 4)
        mask &= ~rows_mask(tuple(max(0, half - 3) for half in at.rows[5:]), at.top + 5, m)
    return mask


def _first_row(rows: tuple[int, ...], column: int) -> int:
    """The first row of a head that is wide enough to have this column."""
    return next((n for n, half in enumerate(rows) if half > column), 6)


def _ears(sheet: Sheet, choices: Choices, at: Stood, tones: Palette, acting: Acting) -> None:
    """What stands on a hood or a robot, by what it feels."""
    kind, stand_up = choices.option("kind"), round(2 * acting.pose.ears)
    if kind == "hood":
        for side in (-1, 1):
            x = at.middle + side * 6 - 2
            ear = (
                box_mask(x, at.top - 3 - max(0, stand_up), 4, 5 + max(0, stand_up))
                if stand_up >= 0
                else box_mask(x + side * 4, at.top, 5, 4)
            )
            sheet.part(ear, tones.accent, tones.shade(tones.accent), tones.ink)
            sheet.fill(
                moved(ear, 0, 0) & box_mask(x + 1, 0, 2, SIDE) & moved(ear, 0, 1) & moved(ear, 0, -1), tones.blush
            )
    elif kind == "robot":
        metal, wide = "#9aa3b8", max(at.rows)
        for side in (-1, 1):
            bolt = box_mask(at.middle + side * (wide + 1) - (2 if side < 0 else 0), at.top + 6 - stand_up, 2, 4)
            sheet.part(bolt, metal, tones.shade(metal), tones.ink)
        lamp = "#ffd34d" if acting.phase < 0.5 else "#7fe08a"
        sheet.part(box_mask(at.middle - 5, at.top - 1 - max(0, stand_up), 10, 1), lamp, tones.shade(lamp), tones.ink)


def _glasses(sheet: Sheet, choices: Choices, at: Stood, tones: Palette) -> None:
    kind = choices.option("glasses")
    if kind == "none":
        return
    w, h = at.spots.eye
    frames = empty()
    for side in (-1, 1):
        left = at.spots.middle - at.spots.apart - w - 1 if side < 0 else at.spots.middle + at.spots.apart - 1
        lens = box_mask(left - 1, at.spots.eyes - h // 2 - 1, w + 4, h + 2)
        frames |= lens if kind == "sun" else grown(lens) & ~lens
    frames |= box_mask(at.spots.middle - at.spots.apart + 1, at.spots.eyes - 1, 2 * at.spots.apart - 2, 1)
    sheet.fill(frames, tones.ink if kind != "round" else tones.accent)
    if kind == "sun":
        sheet.fill(
            frames & box_mask(0, at.spots.eyes - h // 2, SIDE, 1) & ((np.arange(SIDE) % 5 == 1)[None, :]), "#ffffff"
        )


def _hat(sheet: Sheet, choices: Choices, at: Stood, tones: Palette, stand_up: float) -> None:
    kind = choices.option("hat")
    if kind == "band":
        m = at.middle
        sheet.part(rows_mask(at.rows[4:6], at.top + 4, m), tones.accent, tones.shade(tones.accent), tones.ink)
        sheet.part(
            box_mask(m + at.rows[5], at.top + 3 - round(2 * stand_up), 4, 2),
            tones.accent,
            tones.shade(tones.accent),
            tones.ink,
        )
    elif kind != "none":
        glyph = HATS[kind]
        key = {"k": tones.ink, "y": "#ffcf33", "r": tones.accent, "g": "#57b84e"}
        up = 0 if kind != "leaf" else round(stand_up)
        sheet.stamp(glyph, at.middle - 4, at.top - len(glyph) + 1 - up, key)


def hair_behind(sheet: Sheet, choices: Choices, at: Stood, tones: Palette) -> None:
    """Long hair behind the body."""
    if choices.option("kind") == "hero" and choices.option("hair-style") == "long":
        sheet.part(
            box_mask(at.middle - at.rows[6] - 1, at.top + 4, 2 * at.rows[6] + 2, 17),
            tones.shade(tones.hair),
            tones.shade(tones.hair),
            tones.ink,
        )
