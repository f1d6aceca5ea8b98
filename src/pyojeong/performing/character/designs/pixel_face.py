"""Faces of a few squares: an eye is three by four, a brow four in a row, a mouth eight at most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.designs.pixel_sheet import Glyph, Sheet
from pyojeong.performing.character.designs.pixel_speech import spoken_glyph
from pyojeong.performing.character.face.forms import EyeForm, MouthForm, brow_form, eye_form, mouth_form
from pyojeong.performing.character.face.spokenform import SpokenForm, spoken_form
from pyojeong.performing.character.looks import Eye, Looks, Mouth

# On the picture's left; the other side is mirrored. # dark, c iris, o white, r red, y yellow, k outline.
EYES: Mapping[Eye, Glyph] = MappingProxyType(
    {
        Eye.WIDE: (".kkk.", "koook", "koook", "ko#ok", "koook", ".kkk."),
        Eye.ARCH: (".kkk.", "kk.kk", "k...k"),
        Eye.SHUT: ("k...k", "kk.kk", ".kkk."),
        Eye.WEEPING: ("...kk", ".kkk.", "kk...", ".k.k."),
        Eye.CLENCHED: ("kk...", ".kkk.", "...kk", ".kkk.", "kk..."),
        Eye.WEARY: ("kkkkk", "sssss", ".o##.", ".ccc.", "....."),
        Eye.STAR: ("...y...", "...y...", "yyyyyyy", ".yyyyy.", ".yy.yy.", ".y...y."),
        Eye.HEART: (".rr.rr.", "rorrrrr", "rrrrrrr", ".rrrrr.", "..rrr..", "...r..."),
        Eye.CROSS: ("k...k", "kk.kk", ".kkk.", "kk.kk", "k...k"),
        Eye.DOT: ("##", "##"),
        Eye.BLANK: (".kkk.", "koook", "koook", "koook", ".kkk."),
        Eye.MONEY: (".yyyyy.", "ykykyky", "ykykyky", "ykkkkky", "yykykyy", ".yyyyy."),
    }
)
SWIRLS: tuple[Glyph, ...] = (
    ("kkkkk", "....k", "kkk.k", "k...k", "kkkkk"),
    ("kkk.k", "k.k.k", "k.k.k", "k...k", "kkkkk"),
    ("kkkkk", "k...k", "k.kkk", "k....", "kkkkk"),
    ("kkkkk", "k...k", "k.k.k", "k.k.k", "k.kkk"),
)
MOUTHS: Mapping[Mouth, Glyph] = MappingProxyType(
    {
        Mouth.OMEGA: ("k..kk..k", ".kk..kk."),
        Mouth.LINE: ("kkkkkk",),
        Mouth.SNEER: ("......kk", "...kkkk.", "kkkk...."),
        Mouth.POUT: (".kk.", "kttk", "k..k"),
        Mouth.WAVE: (".k..k..k", "k.kk.kk."),
        Mouth.BILABIAL: ("kkkkkk", ".tttt."),
        Mouth.KISS: ("kk..", "..k.", "kk..", "..k.", "kk.."),
        Mouth.TEETH: ("kkkkkkkk", "kokookok", "kkkkkkkk", "kokookok", "kkkkkkkk"),
        Mouth.CHEW: ("..kkkk", "kkk..k", "......"),
    }
)


@dataclass(frozen=True, slots=True)
class Spots:
    """Where a face is on the sheet, in squares.

    Attributes:
        middle: The column whose left edge is the face's middle.
        eyes: Middle row of the eyes.
        apart: Squares between the middle and an eye.
        mouth: First row of the mouth.
        eye: Width and height of an open eye.
    """

    middle: int
    eyes: int
    apart: int
    mouth: int
    eye: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FaceInk:
    """Colours of a face."""

    ink: str
    eye: str
    iris: str
    skin: str
    blush: str
    hair: str

    @property
    def key(self) -> dict[str, str]:
        """What the letters of glyphs stand for."""
        return {
            "#": self.eye,
            "k": self.ink,
            "c": self.iris,
            "s": self.skin,
            "o": "#ffffff",
            "r": "#e23a4e",
            "t": "#ff8a94",
            "y": "#ffcf33",
            "d": "#7d1f35",
            "b": "#a8dcff",
        }


def draw_face(sheet: Sheet, spots: Spots, inks: FaceInk, acting: Acting, looks: Looks, *, blush: float) -> None:
    """Cheeks, mouth, eyes and brows."""
    _cheeks(sheet, spots, inks, acting, blush)
    _mouth(sheet, spots, inks, acting, looks)
    for side, kind in ((-1, looks.right_eye), (1, looks.left_eye)):
        _eye(sheet, spots, inks, eye_form(acting.expression, side), kind, acting.phase)
        _brow(sheet, spots, inks, acting, side, kind)
    _wrinkles(sheet, spots, inks, acting)


def _cheeks(sheet: Sheet, spots: Spots, inks: FaceInk, acting: Acting, blush: float) -> None:
    red = min(1.0, blush + acting.expression.blush)
    puff = acting.expression["cheekPuff"] > 0.3
    for side in (-1, 1):
        lifted = 1 if acting.expression["cheekSquint" + ("Right" if side < 0 else "Left")] > 0.4 else 0
        x = spots.middle - spots.apart - 5 if side < 0 else spots.middle + spots.apart + 2
        y = spots.eyes + 3 - lifted
        if red > 0.2:
            sheet.stamp(("bbb", "bbb") if red > 0.7 else (".bb", "bb."), x, y, {"b": inks.blush}, mirrored=side < 0)
        if puff:
            sheet.stamp(("..k", "..k", "kk."), x, y, {"k": inks.ink}, mirrored=side < 0)


def _eye(sheet: Sheet, spots: Spots, inks: FaceInk, form: EyeForm, kind: Eye, phase: float) -> None:
    glyph = _eye_glyph(spots, form, kind, phase)
    gx = 0 if kind not in (Eye.OPEN, Eye.LIDDED, Eye.WEARY, Eye.DOT) else round(1.2 * form.gaze[0])
    gy = 0 if kind not in (Eye.OPEN, Eye.DOT) else round(form.gaze[1])
    width, height = len(glyph[0]), len(glyph)
    centre = spots.apart + spots.eye[0] / 2
    x = (
        round(spots.middle - centre - width / 2 + 0.01)
        if form.side < 0
        else round(spots.middle + centre - width / 2 - 0.01)
    )
    sheet.stamp(glyph, x + gx, spots.eyes - height // 2 + gy, inks.key, mirrored=form.side > 0 and kind is not Eye.OPEN)


def _eye_glyph(spots: Spots, form: EyeForm, kind: Eye, phase: float) -> Glyph:
    w, h = spots.eye
    if kind is Eye.SWIRL:
        return SWIRLS[int(4 * phase) % 4]
    if kind is Eye.LIDDED:
        return _lidded(w, h, form)
    if kind is Eye.OPEN:
        tall = h + (1 if form.wide > 0.3 else 0) - (1 if form.low > 0.2 else 0) - (1 if form.cover > 0.1 else 0)
        rows = ["o" + "#" * (w - 1), *["#" * w] * max(1, tall - 2), "c" * w]
        if form.watery > 0.2:
            rows[-2] = "#" * (w - 1) + "o"
            rows[-1] = "b" * w
        if abs(form.slope) > 8:
            rows = [("k" * (w - 1) + ".") if form.slope < 0 else ("." + "k" * (w - 1)), *rows]
        return rows
    if kind is Eye.WIDE and form.wide > 0.85:
        return (".kkkk.", "kooook", "kooook", "ko##ok", "kooook", "kooook", ".kkkk.")
    return EYES[kind]


def _lidded(w: int, h: int, form: EyeForm) -> Glyph:
    """A lid that falls to the inside in anger, straight in boredom."""
    slant = ("kk" + "." * (w - 1), "." + "k" * w) if form.slope > 6 else ("k" * (w + 1),)
    iris = "." + "o" + "#" * (w - 1)
    rows = [*slant, iris, *["." + "#" * w] * max(0, h - 3 - (1 if form.cover > 0.3 else 0)), "." + "c" * w]
    if form.low > 0.16:
        rows.append("." + "k" * w)
    return rows


def _brow(sheet: Sheet, spots: Spots, inks: FaceInk, acting: Acting, side: int, kind: Eye) -> None:
    form = brow_form(acting.expression, side)
    if form.activity < 0.2:
        return
    long = spots.eye[0] + 2
    start = spots.apart - 1 - (1 if form.knit > 0.2 else 0)
    top = spots.eyes - spots.eye[1] // 2 - 3 - (1 if kind is Eye.WIDE else 0)
    for n in range(long):
        drop = form.inner + (form.outer - form.inner) * n / (long - 1)
        y = top + round(2.6 * drop)
        x = spots.middle - 1 - (start + n) if side < 0 else spots.middle + start + n
        sheet.stamp(("h",), x, y, {"h": inks.hair})
        if 0 < n < long - 1:
            sheet.stamp(("h",), x, y + 1, {"h": inks.hair})


def _wrinkles(sheet: Sheet, spots: Spots, inks: FaceInk, acting: Acting) -> None:
    """Two squares beside a wrinkled nose."""
    for side, sneer in zip((-1, 1), acting.expression.both("noseSneer")[::-1], strict=True):
        if sneer > 0.4:
            x = spots.middle - 2 if side < 0 else spots.middle + 1
            sheet.stamp(("n",), x, spots.eyes + 1, {"n": inks.ink})


def _mouth(sheet: Sheet, spots: Spots, inks: FaceInk, acting: Acting, looks: Looks) -> None:
    if acting.speech is not None:
        _spoken(sheet, spots, inks, spoken_form(acting.expression, acting.speech))
        return
    form = mouth_form(acting.expression)
    glyph = mouth_glyph(looks.mouth, form, acting.phase)
    shift = round(4 * form.shift) + (round(4 * form.jaw_shift) if form.open > 0.05 or abs(form.jaw_shift) > 0.2 else 0)
    mirrored = looks.mouth is Mouth.SNEER and form.sneer[0] > form.sneer[1]
    up = 1 if len(glyph) > 4 else 0
    sheet.stamp(glyph, spots.middle - len(glyph[0]) // 2 + shift, spots.mouth - up, inks.key, mirrored=mirrored)


def _spoken(sheet: Sheet, spots: Spots, inks: FaceInk, form: SpokenForm) -> None:
    glyph = spoken_glyph(form)
    up = len(glyph) // 3
    x = spots.middle - len(glyph[0]) // 2 + round(4 * form.shift)
    sheet.stamp(glyph, x, spots.mouth - up, inks.key)


def mouth_glyph(kind: Mouth, form: MouthForm, phase: float = 0.0) -> Glyph:
    """The squares of a mouth."""
    if kind in _OPEN:
        return _opened(kind, form, phase, 1 + round(4.4 * form.open**0.8))
    if kind is Mouth.SMILE:
        return _smile(form)
    if kind is Mouth.FROWN:
        return ("..kk..", ".k..k.", "k....k") if form.bend < -0.3 else (".kkkk.", "k....k")
    if kind is Mouth.TONGUE:
        return ["kkkkkkkk", "kddddddk", *[".kttttk."] * (1 + round(1.4 * form.tongue)), "..tttt..", "...tt..."]
    if kind is Mouth.SPIT:
        return [".kkk..", "kdddk.", ".kkk..", "......", "o..o.o", ".o.o.."]
    if kind is Mouth.LINE:
        return _level(form)
    if kind is Mouth.CHEW and phase >= 0.5:
        return [row[::-1] for row in MOUTHS[kind]]
    return MOUTHS[kind]


_OPEN = frozenset({Mouth.LAUGH, Mouth.WAIL, Mouth.ROUND, Mouth.TALK})


def _opened(kind: Mouth, form: MouthForm, phase: float, tall: int) -> Glyph:
    """An open mouth, about ``tall`` rows."""
    if kind is Mouth.LAUGH:
        rows = [
            "kkkkkkkkkk",
            "kooooooook",
            *["kddddddddk"] * max(0, tall - 2),
            ".kddttddk.",
            "..kttttk..",
            "...kkkk...",
        ]
        return rows if tall > 2 else ["kkkkkkkk", "kddttddk", ".kkkkkk."]
    if kind is Mouth.WAIL:
        wobble = ".k.kk.k." if int(4 * phase) % 2 else "k.k..k.k"
        return ["..kkkk..", ".kddddk.", *["kddddddk"] * max(1, tall - 2), "kdttttdk", "kkkkkkkk", wobble][
            : tall + 4 if tall > 3 else 5
        ]
    if kind is Mouth.ROUND:
        wide = form.pucker < 0.5
        rows = (
            [".kkkk.", *["kddddk"] * max(1, tall - 1), "kdttdk", ".kkkk."]
            if wide
            else [".kk.", *["kddk"] * max(1, tall - 2), ".kk."]
        )
        return rows
    if kind is Mouth.TALK:
        return (
            [".kkkkkk.", *["kddddddk"] * max(0, tall - 2), "kddttddk", ".kkkkkk."]
            if form.funnel < 0.4
            else [".kkkk.", *["kddddk"] * max(1, tall - 1), ".kkkk."]
        )
    raise ValueError(f"mouth must be an open one, but got {kind.value!r}")


def _level(form: MouthForm) -> Glyph:
    """A closed mouth: pressed, pursed or drawn wide, with the chin under it."""
    wide = 6 - 2 * (form.press > 0.5) - 2 * (form.pucker > 0.3) + 2 * (form.half > 0.7)
    chin = [] if form.shrug < 0.3 else ["." * wide, "." * (wide // 2 - 1) + "kk" + "." * (wide // 2 - 1)]
    return ["k" * wide, *(["t" * wide] if form.roll_lower > 0.3 else []), *chin]


def _smile(form: MouthForm) -> Glyph:
    """Each corner as high as its own side smiles."""
    left, right = (round(-4.2 * corner) for corner in form.corners)
    high = max(1, left, right)
    grid = np.full((high + 1, 8), ".")
    grid[high, 2:6] = "k"
    grid[high, 1] = grid[high, 6] = "k" if min(left, right) < 1 else "."
    for column, side in ((1, left), (6, right)):
        grid[max(0, high - 1), column] = "k" if side >= 1 else "."
    for column, side in ((0, left), (7, right)):
        if side >= 2 or (side >= 1 and high == 1):
            grid[max(0, high - max(1, side)), column] = "k"
    return ["".join(row) for row in grid]
