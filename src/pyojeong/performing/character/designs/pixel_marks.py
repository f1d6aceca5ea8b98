"""Comic marks of squares: own glyphs, seated around the head on the same grid."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from pyojeong.performing.character.acting import Acting, Mark
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.pixel_sheet import (
    CELL,
    FLOOR,
    SIDE,
    Glyph,
    Mask,
    Sheet,
    box_mask,
    empty,
    grown,
    sheet_nodes,
)
from pyojeong.performing.character.figure import Figure
from pyojeong.performing.character.marks import MarksDrawn
from pyojeong.performing.character.marks.spots import area_cells

KEY: Mapping[str, str] = MappingProxyType(
    {
        "b": "#4aa8f0",
        "o": "#ffffff",
        "r": "#ef3b45",
        "y": "#ffcf33",
        "p": "#ff8fb4",
        "n": "#7a5be0",
        "w": "#f4f6ff",
        "g": "#57b84e",
        "d": "#4b4458",
        "f": "#ff8a2a",
        "z": "#5a86e8",
        "m": "#ff5078",
        "s": "#8fd0ff",
    }
)
PIECES: Mapping[Mark, tuple[Glyph, ...]] = MappingProxyType(
    {
        Mark.SWEAT: (("..s..", "..s..", ".sss.", "sobbb", "sbbbb", ".bbb."),),
        Mark.SPLASH: (
            ("s...", "bs..", ".b.s", "..bb", "s...", "bb.."),
            ("...s", "..sb", "s.b.", "bb..", "...s", "..bb"),
        ),
        Mark.VEIN: ((".r..r.", ".r..r.", "rr..rr", "......", "rr..rr", ".r..r.", ".r..r."),),
        Mark.STEAM: ((".ww...", "wwwww.", "wwwwww", ".wwww."), ("...ww.", ".wwwww", "wwwwww", ".wwww.")),
        Mark.SPARKLE: (
            ("...y...", "...y...", "..yyy..", "yyyoyyy", "..yyy..", "...y...", "...y..."),
            ("..y..", "..y..", "yyoyy", "..y..", "..y.."),
            (".y.", "yoy", ".y."),
        ),
        Mark.HEART: (
            (".mm.mm.", "momommm", "mmmmmmm", ".mmmmm.", "..mmm..", "...m..."),
            (".m.m.", "mommm", ".mmm.", "..m.."),
        ),
        Mark.FLOWER: (("..pp..", ".pppp.", "ppyypp", "ppyypp", ".pppp.", "..pp.."), (".pp.", "pyyp", "pyyp", ".pp.")),
        Mark.NOTE: (("..nnnn", "..nnnn", "..n..n", "..n..n", "nnn.nn", "nnn.nn"), ("..nn", "..n.", "nnn.", "nnn.")),
        Mark.QUESTION: ((".zzz.", "zz.zz", "...zz", "..zz.", "..zz.", ".....", "..zz."),),
        Mark.EXCLAIM: (("rrr", "rrr", "rrr", "rrr", ".r.", "...", "rrr"),),
        Mark.DOTS: (("wwwwwwwww", "wwwwwwwww", "wdwwdwwdw", "wwwwwwwww", "wwwwwwwww"),),
        Mark.SLEEP: (("zzzzz", "...zz", "..zz.", ".zz..", "zzzzz"), ("zzz", ".z.", "zzz")),
        Mark.SOUL: (("..www..", ".wwwww.", ".wdwdw.", ".wwwww.", "..wdw..", "...ww..", "....w.."),),
        Mark.LIGHT_BULB: ((".yyy.", "yyoyy", "yoyyy", "yyyyy", ".yyy.", ".ddd.", ".ddd."),),
        Mark.PUFF: (("..www.", ".wwwww", "wwwww.", "..ww.."),),
        Mark.SCRIBBLE: ((".ddddd.", "d.....d", "d.ddd.d", "d.d.d.d", "d.dd..d", "d....dd", ".dddd.."),),
        Mark.GLOW: (("f..f..f", ".f.f.f.", ".f.f.f."),),
        Mark.SHIVER: ((".zz", "zz.", ".zz", "zz.", ".zz"), ("zz.", ".zz", "zz.", ".zz", "zz.")),
        Mark.SNOW: (("s.s.s", ".sss.", "sssss", ".sss.", "s.s.s"), ("s.s", ".s.", "s.s"), (".s.", "sss", ".s.")),
        Mark.CLAP: (("f...", ".f..", "..f."), ("...f", "..f.", ".f..")),
    }
)
"""Pieces of each mark, the largest first; their outline is added."""
_SLOTS = ((31, -4), (3, -3), (32, 5), (2, 6), (31, 12), (3, 13), (14, -7), (22, -7), (1, -7))
"""Upper left corners beside the head: a column of the sheet, and rows from the head's top; the dearest first."""


_TOUCHED = 16
"""Squares a mark may touch: a figure that trembles by one must not send its marks to another place."""


def signs_of(choices: Choices, figure: Figure, acting: Acting) -> MarksDrawn:
    """The marks of ``acting``."""
    behind, front = Sheet(), Sheet()
    if not acting.marks:
        return MarksDrawn()
    ink, place = choices.colour("ink"), _Place(figure)
    taken = place.taken.copy()
    for mark in acting.marks:
        _states(behind, front, mark, place, acting.phase, ink)
    for mark in PIECES:
        if mark in acting.marks:
            for number, glyph in enumerate(PIECES[mark]):
                _seat(front, glyph, place, taken, None if mark in _THIN else ink, hop=_hop(mark, number, acting.phase))
    return MarksDrawn(*(((sheet_nodes(sheet),) if sheet.colours else ()) for sheet in (behind, front)))


def _hop(mark: Mark, number: int, phase: float) -> int:
    """Marks jump a square up and down."""
    return -1 if int(2 * phase + 0.5 * number) % 2 and mark is not Mark.VEIN else 0


class _Place:
    """The figure in squares."""

    def __init__(self, figure: Figure) -> None:
        (x, y), (w, h) = figure.head.centre, figure.head.half_size
        self.left, self.right = round((x - w) / CELL), round((x + w) / CELL)
        self.top, self.low = round((y - h) / CELL), round((y + h) / CELL)
        self.eyes = [(int(ex / CELL), int(ey / CELL)) for ex, ey in figure.eyes]
        self.eye = round(figure.eye_radius / CELL)
        self.mouth = int(figure.mouth[0] / CELL), int(figure.mouth[1] / CELL)
        fine = area_cells(figure.silhouette)
        spread = (np.arange(SIDE) * len(fine)) // SIDE
        self.taken: Mask = np.asarray(fine[np.ix_(spread, spread)] | fine[np.ix_(spread + 1, spread + 1)])


def _outlined(sheet: Sheet, glyph: Glyph, x: int, y: int, ink: str) -> None:
    mask = empty()
    for down, row in enumerate(glyph):
        for right, letter in enumerate(row):
            if letter != "." and 0 <= y + down < SIDE and 0 <= x + right < SIDE:
                mask[y + down, x + right] = True
    sheet.fill(grown(mask) & ~mask, ink)
    sheet.stamp(glyph, x, y, KEY)


_THIN = frozenset({Mark.VEIN, Mark.SHIVER, Mark.SCRIBBLE, Mark.GLOW, Mark.CLAP})
"""Marks of lines a square wide: outlined they would be blots."""


def _seat(sheet: Sheet, glyph: Glyph, place: _Place, taken: Mask, ink: str | None, *, hop: int) -> None:
    """A piece at the slot where it hides least; the square around it stays free of others."""
    width, high = len(glyph[0]), len(glyph)
    best = None
    for order, (column, down) in enumerate(_SLOTS):
        left = min(SIDE - 3 - width, max(3, column))
        top = max(3, place.top + down)
        box = box_mask(left - 1, top - 1, width + 2, high + 2)
        cost = 2 * max(0, int((box & taken).sum()) - _TOUCHED) + 4 * order
        if best is None or cost < best[0]:
            best = cost, left, top
    assert best is not None
    _, left, top = best
    taken |= box_mask(left - 1, top - 1, width + 2, high + 2)
    if ink is None:
        sheet.stamp(glyph, left, max(2, top + hop), KEY)
    else:
        _outlined(sheet, glyph, left, max(2, top + hop), ink)


def _states(behind: Sheet, front: Sheet, mark: Mark, place: _Place, phase: float, ink: str) -> None:
    """Marks that belong to the face, the ground or the air."""
    beat = int(4 * phase)
    drawer = {
        Mark.TEAR: _tear,
        Mark.STREAM: _stream,
        Mark.WELLING: _welling,
        Mark.BLUSH: _blush,
        Mark.GLOOM: _gloom,
        Mark.DROOL: _drool,
    }.get(mark)
    if drawer is not None:
        drawer(front, place, beat, ink)
    air = {
        Mark.PUDDLE: _puddle,
        Mark.FIRE: _fire,
        Mark.SHOCK: _shock,
        Mark.CONFETTI: _confetti,
        Mark.RAIN: _rain,
        Mark.SPEED: _speed,
    }.get(mark)
    if air is not None:
        air(behind, place, beat, ink)
    if mark is Mark.DIZZY:
        _dizzy(front, place, phase, ink)


def _tear(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    x, y = place.eyes[1]
    _outlined(sheet, (".s", "sb", "bb"), x + 1, y + 3 + beat % 2, ink)


def _stream(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    for x, y in place.eyes:
        long = max(3, place.low - y - 2)
        rows = ["sb" if (n + beat) % 3 else "os" for n in range(long)]
        _outlined(sheet, rows, x - 1, y + 2, ink)


def _welling(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    for x, y in place.eyes:
        sheet.stamp(("ssss", ".ss."), x - 1, y + 2, KEY)


def _blush(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    for side, (x, y) in zip((-1, 1), place.eyes, strict=True):
        sheet.stamp(("p.p.", ".p.p"), x + (-4 if side < 0 else 1), y + 3, {"p": "#ff5f73"})


def _gloom(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    for n in range(4):
        x = place.right - 9 + 2 * n
        sheet.fill(box_mask(x, place.top - 1, 1, 4 + (n + 1) % 2 * 2), "#4a4f8f")


def _drool(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    x, y = place.mouth
    _outlined(sheet, ("s", "s", "b")[: 2 + beat % 2], x + 2, y + 2, ink)


def _puddle(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    middle = (place.left + place.right) // 2
    sheet.part(box_mask(middle - 13 - beat % 2, FLOOR - 2, 26 + 2 * (beat % 2), 2), "#8fd0ff", "#4aa8f0", ink)


def _fire(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    heights = (6, 11, 8, 15, 10, 18, 12, 9, 12, 18, 10, 15, 8, 11, 6)
    outer, inner = empty(), empty()
    for n, high in enumerate(heights):
        tall = high + (2 if (n + beat) % 2 else 0)
        outer |= box_mask(5 + 2 * n, FLOOR - tall, 2, tall)
        inner |= box_mask(5 + 2 * n, FLOOR - round(0.55 * tall), 2, round(0.55 * tall))
    sheet.part(outer, "#ff7a2a", "#ef3b45", ink)
    sheet.fill(inner, "#ffcf33")


def _shock(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    cx, cy = (place.left + place.right) / 2, (place.top + place.low) / 2
    for n in range(12):
        turn = math.radians(30 * n + 15)
        near, far = (15.5, 19.0) if (n + beat) % 2 else (15.5, 17.5)
        for k in range(5):
            r = near + (far - near) * k / 4
            x, y = round(cx + 1.06 * r * math.cos(turn)), round(cy + 0.92 * r * math.sin(turn))
            if 2 <= x < SIDE - 3 and 2 <= y < FLOOR:
                sheet.fill(box_mask(x, y, 2, 2), "#ffcf33" if n % 2 else "#ef3b45")


def _confetti(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    tones = ("#ef3b45", "#4aa8f0", "#ffcf33", "#57b84e", "#7a5be0")
    for n in range(22):
        x, y = 3 + (n * 7) % 34, 2 + (n * 11 + 2 * beat) % 26
        sheet.fill(box_mask(x, y, 2, 1) if n % 2 else box_mask(x, y, 1, 2), tones[n % 5])


def _rain(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    for n in range(16):
        x, y = 3 + (n * 9) % 34, 2 + (n * 13 + 3 * beat) % 31
        sheet.fill(box_mask(x, y, 1, 2) | box_mask(x - 1, y + 2, 1, 2), "#4aa8f0")


def _speed(sheet: Sheet, place: _Place, beat: int, ink: str) -> None:
    for n, (y, long) in enumerate(((place.top + 4, 5), (place.top + 10, 7), (place.low + 4, 4))):
        sheet.fill(box_mask(2 + (n + beat) % 2, y, long, 1), "#9aa4b8")


def _dizzy(sheet: Sheet, place: _Place, phase: float, ink: str) -> None:
    cx = (place.left + place.right) / 2
    for n in range(3):
        turn = 2 * math.pi * (phase + n / 3)
        _outlined(
            sheet,
            (".y.", "yyy", "y.y"),
            round(cx + 9 * math.cos(turn) - 1),
            max(3, round(place.top - 2 + 2 * math.sin(turn))),
            ink,
        )
