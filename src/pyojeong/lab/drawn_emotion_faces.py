"""Faces by chance in any drawing style: what teaches the reader that a mouth is a mouth whoever drew it.

Heads, lines, colours and ways of drawing vary far more than those of any one set of stickers; what a face of an emotion
looks like is said in `drawn_emotion_looks`. They are lessons only: nobody would want them as stickers.
"""

from __future__ import annotations

import colorsys
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import skia

from pyojeong.emotion import Emotion
from pyojeong.lab.drawn_emotion_features import EYES, Colour, Eye, Hand, Point, corners, curve, oval
from pyojeong.lab.drawn_emotion_lessons import SIDE_PX, SIGNS, Lessons, keep, kept_lessons
from pyojeong.lab.drawn_emotion_looks import Look, look_of
from pyojeong.lab.drawn_emotion_marks import EYE_MARKS, MARKS, tint
from pyojeong.lab.drawn_emotion_mouths import MOUTHS, Mouth, draw_brow
from pyojeong.media.drawing.surfaces import straight, surface_on
from pyojeong.media.image import Pixels

NAME = "faces-by-chance"
_UNKNOWN = ("mouthStretch", "mouthUpperUp", "noseSneer")
"""Signs that these faces have no word for."""
_BEFORE: Mapping[str, Point] = {"cheeks": (0.75, 0.5), "mouth": (0.3, 0.85), "chest": (0.35, 1.1)}
"""Hands before face or chest: outward and down."""


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """The head of one face: its outline and colours.

    Attributes:
        outline: In half widths around its middle.
        high: Its half height.
        skin: Its colour.
        hair: Colour of hair or ears.
    """

    outline: skia.Path
    high: float
    skin: Colour
    hair: Colour


def faces_by_chance(folder: Path, *, count: int) -> Lessons:
    """So many faces, emotions in turn; drawn once, then taken from ``folder``."""
    found = kept_lessons(folder, NAME)
    if found is not None and len(found.labels) == count:
        return found
    chance, emotions = random.Random(NAME), list(Emotion)
    pictures = np.empty((count, SIDE_PX, SIDE_PX, 4), np.uint8)
    heads, signs = np.empty((count, 3), np.float32), np.zeros((count, len(SIGNS)), np.float32)
    for n in range(count):
        look = look_of(emotions[n % len(emotions)], chance)
        pictures[n], heads[n] = drawn_face(look, chance)
        for name, strength in look.signs.items():
            if name:
                signs[n, SIGNS.index(name)] = strength
    signs[:, [SIGNS.index(name) for name in _UNKNOWN]] = np.nan
    lessons = Lessons(NAME, pictures, np.arange(count) % len(emotions), heads, signs)
    keep(lessons, folder)
    return lessons


def drawn_face(look: Look, chance: random.Random) -> tuple[Pixels, Sequence[float]]:
    """The face on a transparent square, and centre and half side of its head as shares of it."""
    coarse = chance.random() < 0.08
    side = chance.randint(32, 48) if coarse else SIDE_PX
    half = chance.choice((chance.uniform(0.16, 0.28), chance.uniform(0.26, 0.38)))
    centre = chance.uniform(max(0.3, half), min(0.7, 1 - half)), chance.uniform(max(0.28, half * 1.1), 0.5)
    painted = np.zeros((side, side, 4), np.uint8)
    with surface_on(painted) as canvas:
        canvas.translate(centre[0] * side, centre[1] * side)
        canvas.scale(half * side, half * side)
        canvas.rotate(chance.gauss(0, 7))
        canvas.skew(chance.gauss(0, 0.06), 0)
        _figure(canvas, look, chance, coarse=coarse)
    picture = straight(painted)
    if coarse:
        picture = cv2.resize(picture, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_NEAREST)
    if chance.random() < 0.35:
        picture = _rimmed(picture, chance)
    return picture, [*centre, half]


def _rimmed(picture: Pixels, chance: random.Random) -> Pixels:
    """With a white edge around it, as stickers have."""
    wide = chance.choice((3, 5, 7))
    alpha = cv2.dilate(picture[..., 3], cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wide, wide)))
    share = picture[..., 3:].astype(np.float32) / 255
    colours = picture[..., :3] * share + 255 * (1 - share)
    return np.dstack([colours.astype(np.uint8), alpha])


def _colour(chance: random.Random, saturation: tuple[float, float], value: tuple[float, float]) -> Colour:
    red, green, blue = colorsys.hsv_to_rgb(chance.random(), chance.uniform(*saturation), chance.uniform(*value))
    return round(255 * red), round(255 * green), round(255 * blue)


def _skin(chance: random.Random) -> Colour:
    """Yellow, white, human, or anything."""
    kind = chance.random()
    if kind < 0.2:
        return 255, chance.randint(195, 230), chance.randint(50, 120)
    if kind < 0.4:
        grey = chance.randint(235, 255)
        return grey, grey, chance.randint(225, 255)
    if kind < 0.65:
        light = chance.uniform(0.35, 1.0)
        return round(255 * light), round(215 * light**1.2), round(180 * light**1.5)
    return _colour(chance, (0.15, 0.75), (0.35, 1.0))


def _ink(chance: random.Random, skin: Colour) -> Colour:
    if sum(skin) < 330 and chance.random() < 0.5:
        return 250, 245, 235
    kind = chance.random()
    if kind < 0.5:
        grey = chance.randint(10, 60)
        return grey, grey, grey
    return (70, 40, 25) if kind < 0.75 else _colour(chance, (0.5, 1.0), (0.15, 0.45))


def _fine_and_bold(chance: random.Random) -> tuple[float, float]:
    return chance.uniform(0.03, 0.06), chance.uniform(0.05, 0.12)


def _figure(canvas: skia.Canvas, look: Look, chance: random.Random, *, coarse: bool) -> None:
    skin = _skin(chance)
    shake = 0.0 if chance.random() < 0.7 else chance.uniform(0.01, 0.035)
    width = chance.uniform(0.09, 0.15) if coarse else chance.choice(_fine_and_bold(chance))
    white = chance.choice(((255, 255, 255), (255, 255, 255), (250, 248, 240), skin))
    hand = Hand(canvas, _ink(chance, skin), width, shake, chance, white)
    head = _head(chance, skin)
    edge = chance.choice((0.0, 1.0, 1.0, 1.4))
    if chance.random() < 0.45:
        _body(hand, look, head, edge)
    behind = chance.choice(("", "ears", "tall ears", "round ears", "hair"))
    _behind(hand, head, behind, edge)
    if chance.random() < 0.93:
        hand.fill(head.outline, skin, edge=edge)
    else:
        hand.stroke(head.outline)
    if look.tint:
        tint(hand, head.outline, look.tint[:3], from_top=look.tint[3])
    if behind == "hair":
        _fringe(hand, head, edge)
    _features(hand, head, look)
    _arms_before(hand, look, skin, edge)
    for kind in look.marks:
        if kind in MARKS:
            MARKS[kind][0](hand)


def _head(chance: random.Random, skin: Colour) -> Head:
    """Round, squarish, egg-shaped or lumpy."""
    high, square = chance.uniform(0.75, 1.2), chance.uniform(1.7, 4.5)
    pear, lumps, phase = chance.gauss(0, 0.12), chance.choice((0.0, 0.0, 0.04, 0.08)), chance.random() * 6
    points = []
    for n in range(28):
        a = 2 * math.pi * n / 28
        c, s = math.cos(a), math.sin(a)
        far = (abs(c) ** square + abs(s) ** square) ** (-1 / square) * (1 + lumps * math.sin(3 * a + phase))
        points.append((far * c * (1 + pear * s), far * s * high))
    return Head(curve(points, closed=True), high, skin, _colour(chance, (0.0, 0.8), (0.1, 0.9)))


def _behind(hand: Hand, head: Head, kind: str, edge: float) -> None:
    """Ears or hair behind the head."""
    high, colour = head.high, head.skin if hand.chance.random() < 0.6 else head.hair
    if kind == "hair":
        hand.fill(oval((0, -0.1), 1.15, high * hand.chance.uniform(1.1, 1.5)), head.hair, edge=edge)
        return
    for side in (-1, 1):
        place = {"ears": (0.65, -0.75), "tall ears": (0.4, -1.0), "round ears": (0.75, -0.7)}.get(kind)
        if place is None:
            return
        x, y = side * place[0], place[1] * high
        if kind == "round ears":
            hand.fill(oval((x, y), 0.33, 0.33), colour, edge=edge)
        elif kind == "tall ears":
            hand.fill(oval((x, y - 0.4), 0.2, hand.chance.uniform(0.5, 0.8)), colour, edge=edge)
        else:
            hand.fill(
                corners([(x - side * 0.35, y), (x + side * 0.15, y - 0.55), (x + side * 0.3, y + 0.2)], closed=True),
                colour,
                edge=edge,
            )


def _fringe(hand: Hand, head: Head, edge: float) -> None:
    """Hair over the brow."""
    low = -head.high * hand.chance.uniform(0.45, 0.7)
    part = hand.chance.uniform(-0.6, 0.6)
    points = [(-0.98, -0.1), (-0.8, low), (part, low - 0.1), (0.8, low), (0.98, -0.1), (0.8, -0.85 * head.high)]
    hand.fill(curve([*points, (0, -1.08 * head.high), (-0.8, -0.85 * head.high)], closed=True), head.hair, edge=edge)


def _features(hand: Hand, head: Head, look: Look) -> None:
    """Eyes, brows, nose, mouth and what belongs to the eyes."""
    chance = hand.chance
    turn = chance.gauss(0, 0.09), chance.gauss(0, 0.06)
    apart, level = chance.uniform(0.27, 0.52), (chance.uniform(-0.25, 0.12)) * head.high
    radius = min(chance.uniform(0.11, 0.3), apart * 0.75)
    tall, iris = chance.uniform(0.85, 1.5), _colour(chance, (0.3, 0.9), (0.25, 0.8))
    eyes = [Eye((turn[0] + side * apart, turn[1] + level), radius, side, tall, look.gaze, iris) for side in (-1, 1)]
    before = [kind for kind in look.marks if kind == "blush"]
    for kind in before:
        EYE_MARKS[kind][0](hand, eyes)
    for eye, kind in zip(eyes, look.eyes, strict=True):
        EYES[kind][0](hand, eye)
        if look.brow:
            draw_brow(hand, eye, look.brow, gap=tall + chance.uniform(0.3, 0.8), width=chance.choice((1.0, 1.3, 2.0)))
    place = turn[0] * 1.2, turn[1] + level + chance.uniform(0.32, 0.6) * head.high
    _nose(hand, (place[0], (place[1] + level) / 2 + 0.05), place)
    if look.mouth:
        mouth = Mouth(place, chance.uniform(0.16, 0.42), chance.gauss(0, 0.06))
        MOUTHS[look.mouth][0](hand, mouth)
    if "tears" in look.marks:
        EYE_MARKS["tears"][0](hand, eyes)


def _nose(hand: Hand, place: Point, mouth: Point) -> None:
    """Nothing, a dot, an animal's nose, perhaps with a muzzle under it."""
    kind = hand.chance.random()
    if kind < 0.12:
        hand.fill(oval((mouth[0], mouth[1] - 0.02), 0.5, 0.36), (250, 240, 225), opacity=0.9)
    if kind < 0.22:
        hand.fill(oval((place[0], place[1] + 0.1), 0.1, 0.07))
    elif kind < 0.32:
        hand.stroke(curve([(place[0] - 0.05, place[1]), (place[0] + 0.05, place[1] + 0.08)]), width=0.7)


def _body(hand: Hand, look: Look, head: Head, edge: float) -> None:
    """A body under the head, with arms that do what the emotion does."""
    chance, top = hand.chance, head.high * 0.85
    colour = head.skin if chance.random() < 0.5 else head.hair
    wide, long = chance.uniform(0.35, 0.8), chance.uniform(0.6, 1.3)
    points = [(-wide * 0.7, top), (wide * 0.7, top), (wide, top + long), (-wide, top + long)]
    hand.fill((corners if chance.random() < 0.3 else curve)(points, closed=True), colour, edge=edge)
    for side, (out, down) in zip((-1, 1), _hands(look.arms, wide, top), strict=True):
        start, end = (side * wide * 0.75, top + 0.25), (side * out, down)
        elbow = (start[0] + end[0]) / 2 + side * 0.15, (start[1] + end[1]) / 2 + 0.1
        hand.stroke(curve([start, elbow, end]), colour=hand.ink, width=0.24 / hand.width + 0.9 * edge)
        hand.stroke(curve([start, elbow, end]), colour=colour, width=0.24 / hand.width)


def _hands(arms: str, wide: float, top: float) -> tuple[Point, Point]:
    """Where both hands are: outward and down."""
    down, low = (wide + 0.25, top + 0.7), (wide + 0.1, top + 0.9)
    return {
        "up": ((1.2, -0.6), (1.2, -0.6)),
        "one-up": ((wide + 0.3, top + 0.8), (1.2, -0.7)),
        "hang": ((wide + 0.05, top + 1), (wide + 0.05, top + 1)),
        "out": ((1.35, top + 0.2), (1.35, top + 0.2)),
        "fists": ((1.2, 0.2), (1.2, 0.2)),
        "hips": ((wide * 0.9, top + 0.7), (wide * 0.9, top + 0.7)),
        "stop": (low, (1.3, 0.4)),
        "nape": (low, (0.95, -0.4)),
    }.get(arms, (down, down))


def _arms_before(hand: Hand, look: Look, skin: Colour, edge: float) -> None:
    """Hands at the cheeks or the mouth."""
    if look.arms in _BEFORE:
        out, down = _BEFORE[look.arms]
        for side in (-1, 1):
            hand.fill(oval((side * out, down), 0.2, 0.22), skin, edge=edge or 0.8)
