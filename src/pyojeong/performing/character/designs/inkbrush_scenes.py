"""The tiger's gags with something beside it: a scroll, a persimmon, spilt ink, its own writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import arc, lines, oval, placed, polar, rounded, smooth, stroked
from pyojeong.performing.character.acting import Legs
from pyojeong.performing.character.acts.stances import FIST_UP, both
from pyojeong.performing.character.assembling import assembled
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.designs.inkbrush_gags import DRAWN as ALONE
from pyojeong.performing.character.designs.inkbrush_gags import Drawn, painted_head, paw, splatter
from pyojeong.performing.character.designs.inkbrush_letters import written
from pyojeong.performing.character.designs.inkbrush_parts import dress, face_parts, mood, seal
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.pens import Nodes

_MIDDLE = 180.0
_SILK, _WOOD, _PAPER = "#8fa3a8", "#6b4630", "#f4ecd8"
_WORD = {
    "glad": ("ㅋ", "ㅋ"),
    "sad": ("ㅠ", "ㅠ"),
    "cross": ("흥",),
    "afraid": ("헉",),
    "startled": ("!", "!"),
    "thinking": ("음",),
    "calm": ("음",),
}
"""What the tail writes."""


def _scroll(gag: Gag) -> Figure:
    """Behind a hanging scroll, as if it had always been painted there."""
    pen, peek = gag.pen, 5 * gag.swing()
    drawn = painted_head(gag, (_MIDDLE + 6 + peek, 108), (92, 78), tilt=6, face=(0.0, -0.02))
    silk = rounded(62, 148, 208, 178, 3)
    sheet = rounded(84, 160, 164, 152, 2)
    rods = [rounded(44, 138, 244, 17, 8), rounded(44, 317, 244, 19, 9)]
    hills = [
        smooth(
            [(84, 292), (116, 244), (140, 276), (166, 228), (196, 284), (224, 258), (248, 290), (248, 330), (84, 330)],
            ease=0.1,
        )
    ]
    moon = oval((112, 196), (17, 17))
    pine = [arc((248, 214), (226, 226), (204, 222)), arc((236, 220), (222, 236), (212, 238))]
    needles = [
        lines([(x, y), (x + 5 * k, y - 12)])
        for x, y in ((206, 221), (218, 224), (214, 237), (230, 220))
        for k in (-1, 0, 1)
    ]
    grey = mixed(pen.ink, _PAPER, 0.72)
    tops = [(108.0, 150.0), (240.0 + 0.5 * peek, 150.0)]
    cord = arc((70, 140), (_MIDDLE - 14, 60), (262, 140))
    art = (
        *pen.fill(moon, mixed(gag.choices.colour("seal-colour"), _PAPER, 0.45), part="moon"),
        *(n for k, h in enumerate(hills) for n in pen.fill(h, grey, part=f"hill{k}")),
        *gag.lines(pine, "pine", share=0.8, colour=mixed(pen.ink, _PAPER, 0.35)),
        *gag.lines(needles, "needle", share=0.35, colour=mixed(pen.ink, _PAPER, 0.35)),
    )
    nodes = (
        *gag.lines([cord], "cord", share=0.5, colour=mixed(_WOOD, pen.ink, 0.3)),
        *drawn.nodes,
        *pen.shape(silk, _SILK, width=0.7 * pen.width, part="silk"),
        *pen.shape(sheet, _PAPER, width=0.45 * pen.width, part="sheet"),
        Group(art, clip=sheet),
        *seal(pen, gag.choices, (228, 292), 24.0),
        *gag.shapes(rods, _WOOD, "rod", width=0.7 * pen.width),
        *(node for n, place in enumerate(tops) for node in paw(gag, place, f"paw{n}", side=1 if n else -1)),
    )
    return drawn.figure(nodes, silk, *rods, body=Frame((166, 250), (104, 80)))


def _persimmon(gag: Gag) -> Figure:
    """Nothing in the mountains frightens it but a dried persimmon (곶감)."""
    pen, choices, tremble = gag.pen, gag.choices, 2.5 * gag.swing(4)
    swing = Matrix.turned(4 * gag.swing(), (254, 8))
    fruit, hung = _hung(gag)
    x = 108.0 + tremble
    drawn = painted_head(gag, (x, GROUND - 92), (80, 68), tilt=-6, face=(0.10, -0.10))
    body = smooth(
        [
            (x - 66, GROUND - 6),
            (x - 74, GROUND - 52),
            (x - 30, GROUND - 86),
            (x + 40, GROUND - 82),
            (x + 72, GROUND - 46),
            (x + 64, GROUND - 4),
        ]
    )
    tail = stroked(smooth([(x - 58, GROUND - 16), (x - 84, GROUND - 22), (x - 92, GROUND - 52)], closed=False), 18)
    paws = [(x - 40, GROUND - 38), (x + 44, GROUND - 40)]
    nodes = (
        Group(hung, matrix=swing),
        *pen.shape(tail, choices.colour("coat"), part="tail"),
        *pen.shape(body, choices.colour("coat"), part="body"),
        *drawn.nodes,
        *(node for n, place in enumerate(paws) for node in paw(gag, place, f"paw{n}", side=1 if n else -1)),
    )
    return drawn.figure(nodes, body, placed(fruit, swing), body=Frame((x, GROUND - 40), (66, 40)))


def _hung(gag: Gag) -> tuple[skia.Path, Nodes]:
    """A persimmon on its string, dusted with its own sugar: its outline, and all of it."""
    pen = gag.pen
    fruit = smooth([(254, 62), (306, 76), (330, 124), (314, 176), (254, 206), (194, 176), (180, 124), (202, 76)])
    leaf = [
        smooth([(254, 64), (254 + 36 * u, 52 + 10 * v), (254 + 52 * u, 74 + 8 * v), (254 + 18 * u, 80)])
        for u, v in ((-1, 0), (1, 0))
    ]
    folds = [
        arc((226, 92), (212, 128), (226, 168)),
        arc((262, 96), (270, 130), (258, 184)),
        arc((292, 98), (306, 130), (290, 164)),
    ]
    dust = [
        oval((x, y), (w, 0.6 * w))
        for x, y, w in ((216, 112, 9), (280, 132, 12), (244, 150, 8), (300, 152, 7), (232, 184, 6))
    ]
    return fruit, (
        *gag.lines([lines([(254, 8), (254, 64)])], "string", share=0.6, colour="#9a7b4f"),
        *pen.shape(fruit, "#c8612c", part="fruit"),
        *(n for k, d in enumerate(dust) for n in pen.fill(d, "#f6dcc0", opacity=0.55, part=f"dust{k}")),
        *gag.lines(folds, "fold", share=0.5, colour="#8a3a1c"),
        *gag.shapes(leaf, "#7a6a3a", "leaf", width=0.6 * pen.width),
    )


def _splash(gag: Gag) -> Figure:
    """In its anger it has kicked over the ink stone."""
    pen, choices, jolt = gag.pen, gag.choices, 3 * gag.swing(3)
    ink = choices.colour("stripes")
    pose = both(FIST_UP, legs=Legs.WIDE, ears=-0.7, lean_degrees=0.0)
    acting = replace(gag.acting, gag="", pose=pose)
    stood = posture(gag.build, acting)
    plain = assembled(pen, stood, dress(pen, choices, stood, acting, gag.looks))
    centre = _MIDDLE, 196.0
    rays = [_burst(centre, 360 * n / 11 + 12 + jolt, 144 + 20 * (n % 3), 26 + 9 * (n % 2)) for n in range(11)]
    cloud = oval(centre, (136, 122))
    drops = splatter("splash", centre, (172, 154), 18, 5.5)
    spots = [
        oval((x, y), (w, 0.8 * w))
        for x, y, w in ((112, 118, 7), (236, 96, 9), (246, 166, 5), (100, 176, 5), (206, 300, 6))
    ]
    behind = tuple(n for k, p in enumerate((cloud, *rays)) for n in pen.fill(p, ink, part=f"ray{k}"))
    nodes: tuple[Node, ...] = (
        *behind,
        *(n for k, p in enumerate(drops) for n in pen.fill(p, ink, part=f"drop{k}")),
        plain.node,
        *(n for k, p in enumerate(spots) for n in pen.fill(p, ink, part=f"spot{k}")),
    )
    found = gag.figure(stood, face_parts(choices, stood), nodes, plain.silhouette, cloud)
    return replace(found, body=plain.body, hands=plain.hands)


def _burst(centre: Point, degrees: float, long: float, wide: float) -> skia.Path:
    """A tongue of flung ink with a drop at its end."""
    root, tip = polar(centre, 96, degrees), polar(centre, long, degrees)
    side = polar((0.0, 0.0), wide, degrees + 90)
    neck = polar(centre, long - 16, degrees)
    thin = polar((0.0, 0.0), 8.0, degrees + 90)
    head = polar((0.0, 0.0), 12.0, degrees + 90)
    points = [
        (root[0] + side[0], root[1] + side[1]),
        (neck[0] + thin[0], neck[1] + thin[1]),
        (tip[0] + head[0], tip[1] + head[1]),
    ]
    points += [polar(centre, long + 9, degrees), (tip[0] - head[0], tip[1] - head[1])]
    points += [(neck[0] - thin[0], neck[1] - thin[1]), (root[0] - side[0], root[1] - side[1])]
    return smooth(points, ease=0.12)


def _tail_writes(gag: Gag) -> Figure:
    """It looks the other way while its tail writes down what it feels."""
    pen, choices, stroke = gag.pen, gag.choices, 4 * gag.swing()
    coat, ink = choices.colour("coat"), choices.colour("stripes")
    y = GROUND
    word = _WORD[mood(gag.acting.expression)]
    size = 84.0 if len(word) == 1 else 70.0
    start = 284 - 0.5 * len(word) * (size + 8)
    strokes = [
        p
        for n, letter in enumerate(word)
        for p in written(letter, (start + n * (size + 10), 22 + 10 * n), (size, 1.15 * size))
    ]
    drawn = painted_head(gag, (124, y - 164), (96, 82), tilt=-7, face=(-0.07, 0.0))
    body = smooth(
        [(74, y - 100), (64, y - 40), (46, y - 12), (120, y - 2), (206, y - 10), (204, y - 48), (176, y - 106)]
    )
    tip = 268.0 + stroke, 168.0
    tail = smooth([(190, y - 26), (252, y - 18), (304, y - 62), (296, y - 122), tip], closed=False)
    end = smooth(
        [(tip[0] + 22, tip[1] + 10), (tip[0] + 4, tip[1] - 34), (tip[0] - 12, tip[1] + 2), (tip[0] + 2, tip[1] + 18)]
    )
    ribs = [arc((186 + 6 * n, y - 88 + 26 * n), (166, y - 84 + 26 * n), (150, y - 74 + 26 * n)) for n in range(3)]
    paws = [(96.0, y - 16), (132.0, y - 14)]
    nodes: Nodes = (
        *gag.lines(strokes, "word", share=1.5, colour=ink),
        *pen.shape(stroked(tail, 25), coat, part="tail"),
        *pen.shape(end, ink, width=0.5 * pen.width, part="brush"),
        *pen.shape(body, coat, part="body"),
        *gag.lines(ribs, "rib", share=1.2, colour=ink),
        *seal(pen, choices, (78, y - 34), 22.0),
        *(node for n, place in enumerate(paws) for node in paw(gag, place, f"paw{n}", side=1 if n else -1)),
        *drawn.nodes,
    )
    return drawn.figure(nodes, body, stroked(tail, 25), body=Frame((130, y - 50), (80, 50)))


DRAWN: Mapping[str, Drawn] = {
    **ALONE,
    "scroll": _scroll,
    "persimmon": _persimmon,
    "splash": _splash,
    "tail-writes": _tail_writes,
}
"""How each gag is drawn."""
GAGS: dict[str, tuple[str, str]] = {
    "meow": ("포효했는데 냥", "Roars, and it is a meow"),
    "blot": ("먹물 얼룩", "Becomes an ink blot"),
    "rug": ("호랑이 깔개", "Flat as a rug"),
    "loaf": ("식빵 굽기", "Sits like a loaf"),
    "scroll": ("족자 뒤에 숨기", "Hides behind a scroll"),
    "persimmon": ("곶감이 무서워", "Afraid of a dried persimmon"),
    "splash": ("벼루 엎기", "Kicks over the ink stone"),
    "tail-writes": ("꼬리로 속마음 쓰기", "Its tail writes what it feels"),
}
