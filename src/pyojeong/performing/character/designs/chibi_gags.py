"""The small person's own gags: each redraws the whole figure, its face still says what is felt."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Linear, Matrix, Point, Stop
from pyojeong.media.drawing.paths import arc, circle, lines, mirrored_smooth, outside, oval, smooth
from pyojeong.performing.character.acting import Arm, Hand, Legs, Part, Pose
from pyojeong.performing.character.designs.chibi_parts import MANNER
from pyojeong.performing.character.designs.person_gags import Drawn, carried, drawn, head_of, headed, whole
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.gagging import Gag
from pyojeong.performing.character.hands import heart_path
from pyojeong.performing.character.pens import Nodes

GAGS: dict[str, tuple[str, str]] = {
    "rolled": ("이불 말이", "Rolled up in a blanket"),
    "rocket": ("로켓 발사", "Takes off like a rocket"),
    "big-head": ("머리 커지기", "Head swells up"),
    "boxed": ("상자 속에 숨기", "Hides in a box"),
    "flipped": ("뒤로 넘어가기", "Falls head over heels"),
    "melted": ("녹아내리기", "Melts away"),
    "heart-hug": ("하트 끌어안기", "Hugs a giant heart"),
}
_X = 180.0


_ROLLED_ROLL = (
    (86, 200),
    (130, 178),
    (_X, 172),
    (230, 178),
    (274, 200),
    (286, 262),
    (270, 326),
    (_X, 338),
    (90, 326),
    (74, 262),
)
_ROLLED_HOOD = (
    (82, 206),
    (92, 182),
    (128, 186),
    (_X, 204),
    (232, 186),
    (268, 182),
    (278, 206),
    (236, 226),
    (_X, 234),
    (124, 226),
)


_DOTS = ((112, 236), (156, 226), (200, 250), (248, 236), (128, 288), (178, 300), (232, 290), (98, 310), (262, 312))


def _blanket(gag: Gag, cloth: str) -> Nodes:
    """Dots, the fold and the shade of the roll."""
    pale = mixed(cloth, "#ffffff", 0.62)
    dots = tuple(node for n, at in enumerate(_DOTS) for node in gag.pen.fill(circle(at, 8.5), pale, part=f"dot-{n}"))
    fold = gag.lines([smooth([(292, 214), (236, 238), (196, 284), (186, 340)], closed=False)], "fold")
    low = smooth([(70, 300), (_X, 322), (290, 300), (290, 350), (70, 350)])
    return (*dots, *fold, *gag.pen.fill(low, mixed(cloth, gag.pen.ink, 0.25), opacity=0.5))


def _rolled(gag: Gag) -> Figure:
    """A blanket roll stands there, a face looks out of it."""
    rock, (w, h) = 3.5 * gag.swing(), gag.build.head.half_size
    stood = gag.head((_X, 134.0), (0.98 * w, 0.98 * h), tilt=rock)
    hair, head, dress = head_of(gag, MANNER, stood)
    cloth, roll = mixed(gag.choices.colour("hat-colour"), "#ffffff", 0.30), smooth(_ROLLED_ROLL)
    toes = gag.shapes([oval((_X + s * 22, GROUND - 3), (17, 10)) for s in (-1, 1)], gag.choices.colour("shoes"), "toe")
    nodes = drawn(
        hair,
        toes,
        gag.pen.shape(roll, cloth, part="roll"),
        (Group(_blanket(gag, cloth), clip=roll),),
        gag.pen.line(roll, part="roll"),
        head,
        gag.pen.shape(smooth(_ROLLED_HOOD), mixed(cloth, "#ffffff", 0.35), part="hood"),
    )
    rocked = (Group(nodes, matrix=Matrix.turned(rock, (_X, GROUND))),)
    return headed(gag, MANNER, stood, dress, rocked, roll, body=Frame((_X, 262), (104, 74)))


def _flame(gag: Gag, x: float, y: float, size: float) -> Nodes:
    flick = 1 + 0.12 * gag.swing(2)
    outer = mirrored_smooth(
        [(0.0, -0.5), (0.62, -0.2), (0.74, 0.5), (0.34, 1.3), (0.0, 2.2 * flick)], (x, y), (size, size)
    )
    inner = mirrored_smooth([(0.0, -0.4), (0.36, -0.1), (0.42, 0.4), (0.0, 1.3 * flick)], (x, y), (size, size))
    return (*gag.pen.shape(outer, "#ff8a3c", part="flame"), *gag.pen.fill(inner, "#ffe06a", part="flame-heart"))


def _rocket(gag: Gag) -> Figure:
    """One fist ahead, fire under the feet, clouds left behind."""
    fist = Arm((1.22, -0.92), Part.HEAD, 0.15, Hand.FIST)
    flying = whole(gag, MANNER, Pose(left=fist, right=Arm((1.25, 0.8), hand=Hand.FIST), legs=Legs.TIPTOE), sway=-0.1)
    lift = (
        Matrix.moved(8.0, -34.0 + 3 * gag.swing(2))
        @ Matrix.turned(9.0, (_X, GROUND))
        @ Matrix.scaled(0.88, 0.88, (_X, 200.0))
    )
    fire: Nodes = ()
    for x in (_X - 15, _X + 15):
        fire += _flame(gag, x, GROUND + 2, 21)
    puffs = [(86, 322, 26), (122, 334, 20), (56, 336, 17), (236, 334, 22), (274, 324, 28), (306, 337, 16)]
    smoke = gag.shapes([circle((x, min(y, 350 - r)), r) for x, y, r in puffs], "#fff7ec", "smoke")
    wind = gag.lines(
        [lines([(x, y), (x - 5, y + 44)]) for x, y in ((46, 150), (74, 206), (304, 120), (322, 190))], "wind", share=0.8
    )
    flames = (Group(fire, matrix=lift),)
    return carried(flying, lift, behind=drawn(wind, flames, smoke))


def _big_head(gag: Gag) -> Figure:
    """All head: it fills the canvas, the body dangles from it."""
    throb = 1 + 0.025 * gag.swing(2)
    stood = gag.head((_X, 170.0), (142 * throb, 124 * throb))
    hair, head, dress = head_of(gag, MANNER, stood)
    small = Matrix.scaled(0.62, 0.62, (_X, GROUND))
    body = whole(
        gag,
        MANNER,
        Pose(
            left=Arm((1.7, -0.1), hand=Hand.FIST, bend=0.6),
            right=Arm((1.7, -0.1), hand=Hand.FIST, bend=0.6),
            legs=Legs.WIDE,
        ),
    )
    hidden = outside(circle((_X, body.head.centre[1]), 1.02 * body.head.half_size[1]))
    below = Group((Group(tuple(n for n in body.node.children if _is_body(n)), clip=hidden),), matrix=small)
    return headed(gag, MANNER, stood, dress, (*hair, below, *head), body=Frame((_X, 310.0), (26, 26)))


def _is_body(node: object) -> bool:
    return isinstance(node, Group) and node.name in ("body", "arms", "arms-behind")


_CARD, _CARD_DARK = "#dcae78", "#c08d58"
_EDGE = 212.0
"""Height of the box's edge."""


def _fingers(gag: Gag, skin: str) -> Nodes:
    """Both hands on the edge."""
    hands, folds = [], []
    for x in (_X - 84, _X + 84):
        hands.append(mirrored_smooth([(0.0, -1.0), (0.8, -0.6), (0.9, 0.5), (0.3, 1.0)], (x, _EDGE + 2), (17, 15)))
        folds += [lines([(x + d, _EDGE + 4), (x + d, _EDGE + 12)]) for d in (-5, 5)]
    return (*gag.shapes(hands, skin, "hand"), *gag.lines(folds, "finger", share=0.55))


def _boxed(gag: Gag) -> Figure:
    """Two eyes over the edge of a cardboard box."""
    stood = gag.head((_X, 176.0 + 4 * gag.swing()), gag.build.head.half_size, face=(0.0, -0.16))
    hair, head, dress = head_of(gag, MANNER, stood, floor=_EDGE)
    back = lines([(58, _EDGE), (92, _EDGE - 26), (268, _EDGE - 26), (302, _EDGE)], closed=True)
    front = lines([(58, _EDGE), (302, _EDGE), (290, GROUND), (70, GROUND)], closed=True)
    flap = lines([(58, _EDGE), (302, _EDGE), (322, _EDGE + 44), (38, _EDGE + 44)], closed=True)
    sides = [
        lines([(x, _EDGE), (x2, _EDGE - 26), (x3, _EDGE - 40), (x4, _EDGE - 10)], closed=True)
        for x, x2, x3, x4 in ((58, 92, 52, 22), (302, 268, 308, 338))
    ]
    tape = lines([(166, _EDGE + 44), (194, _EDGE + 44), (193, _EDGE + 70), (167, _EDGE + 70)], closed=True)
    handle = smooth([(140, 296), (220, 296), (226, 304), (220, 312), (140, 312), (134, 304)], ease=0.1)
    nodes = drawn(
        hair,
        gag.pen.shape(back, mixed(_CARD_DARK, gag.pen.ink, 0.35), part="box-back"),
        gag.shapes(sides, _CARD_DARK, "box-side"),
        head,
        gag.pen.shape(front, _CARD, part="box"),
        gag.pen.fill(handle, mixed(_CARD_DARK, gag.pen.ink, 0.55), part="handle"),
        gag.pen.shape(flap, mixed(_CARD, "#ffffff", 0.22), part="flap"),
        gag.pen.fill(tape, "#f7e3b8", part="tape"),
        _fingers(gag, dress.skin),
    )
    return headed(gag, MANNER, stood, dress, nodes, front, flap, body=Frame((_X, 280.0), (116, 56)))


def _flipped(gag: Gag) -> Figure:
    """Upside down: the head on the ground, both feet in the air."""
    arms = Arm((1.9, -0.3), hand=Hand.OPEN, bend=0.2)
    fallen = whole(gag, MANNER, Pose(left=arms, right=arms, legs=Legs.WIDE), sway=0.0)
    turn = Matrix.turned(168 + 4 * gag.swing(2), (_X, 176.0)) @ Matrix.scaled(0.9, 0.9, (_X, 176.0))
    dust = gag.shapes(
        [circle((x, y), r) for x, y, r in ((58, 326, 20), (86, 334, 14), (300, 324, 22), (272, 334, 14))],
        "#f3ece2",
        "dust",
    )
    rays = gag.lines(
        [
            lines([(_X + s * a, 118 - b), (_X + s * (a + 18), 96 - b)])
            for s in (-1, 1)
            for a, b in ((84, 0), (112, -34))
        ],
        "ray",
        share=0.8,
    )
    return carried(fallen, turn, behind=drawn(dust, rays))


def _melted(gag: Gag) -> Figure:
    """A puddle of clothes with half a head in it."""
    ooze = 3 * gag.swing()
    w, h = gag.build.head.half_size
    stood = gag.head((_X, GROUND - 84.0 + 0.4 * ooze), (1.10 * w, 0.86 * h), face=(0.0, -0.12))
    hair, head, dress = head_of(gag, MANNER, stood)
    y = GROUND
    pool = smooth(
        [
            (14, y - 4),
            (52, y - 26),
            (92, y - 34 - ooze),
            (136, y - 22),
            (_X, y - 30),
            (226, y - 22),
            (270, y - 36 + ooze),
            (312, y - 24),
            (346, y - 4),
            (312, y + 8),
            (_X, y + 10),
            (48, y + 8),
        ]
    )
    colour = dress.torso
    shine = gag.lines(
        [arc((64, y - 12), (84, y - 22), (108, y - 18))], "shine", share=1.2, colour=mixed(colour, "#ffffff", 0.5)
    )
    hands = gag.shapes([oval((x, y - 12), (17, 10)) for x in (66, 294)], dress.skin, "hand")
    drips = gag.shapes([oval((x, y + 2), (r, 0.5 * r)) for x, r in ((22, 9), (340, 8))], colour, "drip")
    nodes = drawn(hair, drips, head, gag.pen.shape(pool, colour, part="pool"), shine, hands)
    return headed(gag, MANNER, stood, dress, nodes, pool, body=Frame((_X, y - 12), (150, 18)))


def _heart_hug(gag: Gag) -> Figure:
    """Chin and arms on a heart that is larger than the one who holds it."""
    beat = 1 + 0.03 * gag.swing(2)
    w, h = gag.build.head.half_size
    stood = gag.head((_X, 116.0), (0.94 * w, 0.94 * h), tilt=-5 + 2 * gag.swing())
    hair, head, dress = head_of(gag, MANNER, stood)
    centre: Point = (_X, 236.0)
    heart = heart_path(centre, 104 * beat)
    red = Linear((_X, 150.0), (_X, 330.0), (Stop(0.0, "#ff8fa6"), Stop(1.0, "#f2486e")))
    gloss = gag.lines([arc((104, 226), (104, 196), (130, 186))], "gloss", share=1.8, colour="#ffe3ea")
    feet = gag.shapes([oval((_X + s * 34, GROUND - 8), (21, 12)) for s in (-1, 1)], gag.choices.colour("shoes"), "foot")
    sleeve = dress.sleeve or dress.skin
    arms: Nodes = ()
    for s in (-1, 1):
        arm = smooth(
            [
                (_X + s * x, y)
                for x, y in (
                    (52, 176),
                    (98, 184),
                    (118, 216),
                    (92, 250),
                    (54, 254),
                    (52, 232),
                    (82, 224),
                    (84, 208),
                    (50, 204),
                )
            ]
        )
        arms += gag.pen.shape(oval((_X + s * 44, 240), (15, 14)), dress.skin, part=f"hand{s}")
        arms += gag.pen.shape(arm, sleeve, part=f"arm{s}")
    nodes = drawn(hair, feet, gag.pen.shape(heart, red, part="heart"), gloss, arms, head)
    return headed(gag, MANNER, stood, dress, nodes, heart, body=Frame(centre, (100, 86)))


_DRAWN: Mapping[str, Drawn] = MappingProxyType(
    {
        "rolled": _rolled,
        "rocket": _rocket,
        "big-head": _big_head,
        "boxed": _boxed,
        "flipped": _flipped,
        "melted": _melted,
        "heart-hug": _heart_hug,
    }
)


def gag_figure(gag: Gag) -> Figure:
    """The figure of the gag.

    Raises:
        KeyError: When the design has no gag of that name.
    """
    return _DRAWN[gag.acting.gag](gag)
