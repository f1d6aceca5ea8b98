"""The game figure on its sheet: clothes, and limbs of three squares."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Drawing, Group, Point
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character.acting import Acting, Hand, Layer, Legs, Part
from pyojeong.performing.character.build import Reach
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.pixel_head import draw_head, hair_behind
from pyojeong.performing.character.designs.pixel_props import THINGS, stamp_thing
from pyojeong.performing.character.designs.pixel_sheet import (
    CELL,
    FLOOR,
    SIDE,
    Glyph,
    Mask,
    Sheet,
    box_mask,
    empty,
    line_mask,
    rows_mask,
)
from pyojeong.performing.character.designs.pixel_stand import ONE_PIECE, Palette, Stood, skin_of, stand
from pyojeong.performing.character.figure import CANVAS
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import InkPen
from pyojeong.performing.character.props.placing import PropLayers, prop_layers

HANDS: Mapping[Hand, Glyph] = MappingProxyType(
    {
        Hand.RELAXED: ("sss", "sss", "sss"),
        Hand.FIST: ("ssss", "ssss", "ssss"),
        Hand.OPEN: ("s.s.s", "sssss", "sssss", ".sss."),
        Hand.STOP: ("s.s.s", "s.s.s", "sssss", "sssss", ".sss."),
        Hand.THUMB: ("s...", "ss..", "ssss", "ssss", "ssss"),
        Hand.POINT: (".s..", ".s..", ".s..", "ssss", "ssss"),
        Hand.TWO: ("s..s", "s..s", "ss.s", "ssss", "ssss"),
        Hand.PINCH_HEART: (".ss.", "ssss", "ssss"),
        Hand.OK: ("ss.s", "s.ss", "ss.s", "ssss"),
        Hand.PRAY: ("ss", "ss", "ss", "ss"),
    }
)
_TURNING = frozenset({Hand.POINT, Hand.OPEN})


def drawn(choices: Choices, acting: Acting, looks: Looks) -> tuple[Sheet, Stood]:
    """The whole figure on a sheet."""
    sheet, at, tones = Sheet(), stand(choices, acting), Palette.of(choices)
    prop = prop_layers(InkPen(tones.ink, 6.0), at.posture)
    rastered = acting.pose.prop not in THINGS
    if rastered:
        _rastered(sheet, prop.behind)
    _cape(sheet, choices, at, tones)
    _arms(sheet, choices, at, tones, Layer.BEHIND)
    if choices.option("kind") not in ONE_PIECE:
        hair_behind(sheet, choices, at, tones)
        _legs(sheet, acting.pose.legs, at, tones)
        _body(sheet, choices, at, tones)
    _arms(sheet, choices, at, tones, Layer.BESIDE)
    if rastered:
        _rastered(sheet, prop.under_head)
    draw_head(sheet, choices, at, tones, acting, looks)
    _arms(sheet, choices, at, tones, Layer.FRONT)
    _held(sheet, choices, at, tones, prop)
    return sheet, at


def _arms(sheet: Sheet, choices: Choices, at: Stood, tones: Palette, layer: Layer) -> None:
    """The arms of one layer; of those before the head only hands."""
    for reach in at.posture.arms:
        if reach.arm.layer is layer:
            on_mass = reach.arm.part is Part.HEAD or choices.option("kind") in ONE_PIECE
            only_hand = layer is Layer.FRONT and on_mass
            _arm(sheet, choices, reach, tones, only_hand=only_hand)


def _held(sheet: Sheet, choices: Choices, at: Stood, tones: Palette, prop: PropLayers) -> None:
    """The thing, and the hands that hold it again before it."""
    name, holding = at.posture.pose.prop, [reach for reach in at.posture.arms if reach.side in prop.hands]
    places = tuple(_cell(reach.bones.hand) for reach in holding)
    if name and not stamp_thing(sheet, name, places, at.body_middle, tones.ink):
        _rastered(sheet, prop.front)
    for reach in holding:
        _arm(sheet, choices, reach, tones, only_hand=True)


def _cell(point: Point) -> Point:
    return point[0] / CELL, point[1] / CELL


def _arm(sheet: Sheet, choices: Choices, reach: Reach, tones: Palette, *, only_hand: bool = False) -> None:
    """A sleeve and a hand that keep to the sheet."""
    kind = choices.option("kind")
    skin = {"robot": tones.accent, "hood": tones.skin}.get(kind, skin_of(kind, tones))
    sleeve = skin if kind in ONE_PIECE else tones.shirt
    thick = round(choices.number("arms"))
    shoulder, corner, hand = (_cell(p) for p in (reach.bones.shoulder, reach.bones.elbow, reach.bones.hand))
    hand = min(SIDE - 4.0, max(3.0, hand[0])), min(FLOOR - 3.0, max(3.0, hand[1]))
    if not only_hand:
        arm = line_mask([shoulder, corner, hand], thick)
        sheet.part(arm, sleeve, tones.shade(sleeve), tones.ink)
    glyph = HANDS[reach.arm.hand]
    if reach.arm.hand in _TURNING:
        glyph = _turned(glyph, reach)
    mask = _glyph_mask(glyph, hand, mirrored=reach.side < 0)
    sheet.part(mask, skin, tones.shade(skin), tones.ink)
    if reach.arm.hand is Hand.PINCH_HEART:
        sheet.stamp(
            ("kkk.kkk", "krrkrrk", "krrrrrk", ".krrrk.", "..krk..", "...k..."),
            round(hand[0]) - 3,
            round(hand[1]) - 8,
            {"r": "#ff4f6e", "k": tones.ink},
        )


def _turned(glyph: Glyph, reach: Reach) -> Glyph:
    """A hand that points up, turned to where the forearm goes, in quarters."""
    turn = (reach.bones.degrees * reach.side) % 360
    if 45 <= turn < 135:
        return ["".join(row[n] for row in glyph[::-1]) for n in range(len(glyph[0]))]
    if 135 <= turn < 225:
        return [row[::-1] for row in glyph[::-1]]
    return glyph


def _glyph_mask(glyph: Glyph, centre: Point, *, mirrored: bool = False) -> Mask:
    mask = empty()
    x, y = round(centre[0] - len(glyph[0]) / 2), round(centre[1] - len(glyph) / 2)
    for down, row in enumerate(glyph):
        for right, letter in enumerate(row[::-1] if mirrored else row):
            if letter != "." and 0 <= y + down < SIDE and 0 <= x + right < SIDE:
                mask[y + down, x + right] = True
    return mask


def _legs(sheet: Sheet, legs: Legs, at: Stood, tones: Palette) -> None:
    """Trousers of three squares, boots of four by two."""
    m, low = at.body_middle, at.body_top + at.body[1]
    boots = mixed(tones.trousers, tones.ink, 0.5)
    if legs is Legs.LIE:
        sheet.part(box_mask(m + 6, FLOOR - 4, 4, 3), boots, tones.shade(boots), tones.ink)
        return
    for side in (-1, 1):
        spread = {Legs.WIDE: 2, Legs.JUMP: 3, Legs.KNOCK: -1, Legs.TIPTOE: -1, Legs.SIT: 2, Legs.KNEEL: 1}.get(legs, 0)
        lifted = 2 if legs is Legs.WALK and side > 0 else 1 if legs is Legs.JUMP else 0
        foot_low = FLOOR - lifted
        x = m - 4 - spread if side < 0 else m + 1 + spread
        if legs is Legs.KICK and side > 0:
            sheet.part(
                line_mask([(m + 2, low - 1), (m + 10, low - 3)], 3),
                tones.trousers,
                tones.shade(tones.trousers),
                tones.ink,
            )
            sheet.part(box_mask(m + 10, low - 7, 2, 5), boots, tones.shade(boots), tones.ink)
            continue
        if legs is Legs.SIT:
            sheet.part(box_mask(x - (side < 0), FLOOR - 4, 4, 4), boots, tones.shade(boots), tones.ink)
            continue
        hip = m - 2.5 if side < 0 else m + 2.5
        trousers = line_mask([(hip, low - 1), (x + 1.5, foot_low - 2)], 3)
        sheet.part(trousers, tones.trousers, tones.shade(tones.trousers), tones.ink)
        narrow = legs is Legs.TIPTOE
        toe = 0 if narrow else -1 if (side < 0) != (legs is Legs.KNOCK) else 0
        sheet.part(box_mask(x + toe, foot_low - 2, 3 if narrow else 4, 2), boots, tones.shade(boots), tones.ink)


def _body(sheet: Sheet, choices: Choices, at: Stood, tones: Palette) -> None:
    m, top, (half, rows) = at.body_middle, at.body_top, at.body
    outfit = choices.option("outfit")
    lying = at.posture.pose.legs is Legs.LIE
    mask = (
        box_mask(m - half - 3, FLOOR - 7, 2 * half + 6, 7)
        if lying
        else rows_mask((half - 1, *(half,) * (rows - 1)), top, m)
    )
    main = {"armour": "#aab4c8"}.get(outfit, tones.shirt)
    sheet.part(mask, main, tones.shade(main), tones.ink)
    if choices.option("kind") == "robot":
        sheet.stamp(
            ("kkkkkk", "kgrybk", "kkkkkk"),
            m - 3,
            top + 3,
            {"k": tones.ink, "g": "#4fd07a", "r": "#ff5060", "y": "#ffd34d", "b": "#58b7ff"},
        )
        return
    if outfit == "stripes":
        for row in range(top + 1, top + rows, 2):
            sheet.fill(mask & box_mask(0, row, SIDE, 1), tones.accent)
    elif outfit == "overalls":
        sheet.fill(mask & box_mask(m - 3, top + 3, 6, rows), tones.trousers)
        sheet.fill(mask & (box_mask(m - 3, top, 1, 3) | box_mask(m + 2, top, 1, 3)), tones.trousers)
        sheet.fill(mask & (box_mask(m - 3, top + 3, 1, 1) | box_mask(m + 2, top + 3, 1, 1)), "#ffd34d")
    elif outfit == "armour":
        sheet.stamp((".kk.", "kaak", "kaak", ".kk."), m - 2, top + 2, {"k": tones.ink, "a": tones.accent})
    elif not lying:
        sheet.fill(mask & box_mask(0, top + rows - 3, SIDE, 1), tones.ink)
        sheet.stamp(("yy",), m - 1, top + rows - 3, {"y": "#ffd34d"})
    if choices.option("neck") == "scarf" and not lying:
        sheet.part(box_mask(m - half, top + 1, 2 * half, 2), tones.accent, tones.shade(tones.accent), tones.ink)
        sheet.part(box_mask(m + 2, top + 3, 2, 3), tones.accent, tones.shade(tones.accent), tones.ink)
    elif choices.option("neck") == "heart":
        sheet.stamp(("r.r", "rrr", ".r."), m - 3, top + 2, {"r": "#ff4f6e"})


def _cape(sheet: Sheet, choices: Choices, at: Stood, tones: Palette) -> None:
    """A cape that flies up with the tail channel."""
    if choices.option("neck") != "cape":
        return
    m, top = at.body_middle, at.body_top
    out = 3 + round(2 * max(-1.0, at.posture.pose.tail))
    low = min(FLOOR - 2, top + at.body[1] + 1)
    mask = empty()
    for row in range(top, low):
        wide = at.body[0] + 1 + round(out * (row - top) / max(1, low - top))
        mask |= box_mask(m - wide, row, 2 * wide, 1)
    sheet.part(mask, tones.accent, tones.shade(tones.accent), tones.ink)


def _rastered(sheet: Sheet, nodes: tuple[Group, ...] | tuple[object, ...]) -> None:
    """Things held, set on the sheet square by square."""
    if not nodes:
        return
    pixels = painted(Drawing(Group(nodes), (CANVAS, CANVAS)), SIDE).pixels  # type: ignore[arg-type]
    for y, x in zip(*np.nonzero(pixels[..., 3] > 110), strict=True):
        red, green, blue = (min(255, int(channel) // 28 * 28 + 14) for channel in pixels[y, x, :3])
        sheet.cells[y, x] = sheet.index(f"#{red:02x}{green:02x}{blue:02x}")
