"""The cat's head: ears that lie back, almond eyes, a small muzzle and whiskers."""

from __future__ import annotations

from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import contrast, mixed
from pyojeong.media.drawing.nodes import Group, Point
from pyojeong.media.drawing.paths import arc, circle, mirrored_smooth, oval, smooth, united
from pyojeong.performing.character.build import Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, HeadDrawn, enraged, joyful, ringed, startled
from pyojeong.performing.character.designs.cat_parts import coat
from pyojeong.performing.character.face import FacePlaces, FaceStyle, Teeth, brow_nodes, eye_nodes, mouth_nodes
from pyojeong.performing.character.face.eyecase import Ball, EyeCase
from pyojeong.performing.character.face.features import cheek_nodes
from pyojeong.performing.character.face.forms import SIDE_NAMES, eye_form
from pyojeong.performing.character.face.lids import relaxed, under_lids
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.looks import Eye
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.pens_hand import WobblePen
from pyojeong.performing.character.wear import glasses, hat

_ALMOND = frozenset({Eye.OPEN, Eye.LIDDED, Eye.WEARY, Eye.WIDE})
_ALOOF = 0.30
"""Cover of a resting lid: it looks at the world from above."""
_LASHES = {"none": 0, "few": 2, "many": 3}
_READABLE = 2.2
"""Contrast below which a line on fur is lost at 100 pixels (by eye)."""


def style(choices: Choices) -> FaceStyle:
    """How its face is drawn."""
    return FaceStyle(
        teeth=Teeth.FANG,
        line=1.05,
        blush=0.0,
        lashes=_LASHES[choices.option("lashes")] if choices.option("pupils") == "dot" else 0,
        eye_colour="#1d1c22",
        white="#fbfbf3",
        iris=choices.colour("eyes-colour"),
        nose_colour=choices.colour("pink"),
        blush_colour=choices.colour("pink"),
        inside="#7c2c3c",
    )


def layout(choices: Choices) -> Layout:
    """Its face at rest: wide-set eyes, everything else in the middle."""
    return Layout(
        eyes=(0.42 * choices.number("distance"), 0.04),
        eye_radius=0.20 * choices.number("eyes"),
        brows_above=0.36,
        mouth_down=0.50,
        mouth_size=0.25,
        cheeks=(0.62, 0.40),
        cheek_size=(0.15, 0.10),
        nose_down=0.33,
    )


def ear_points(choices: Choices, head: Frame, side: int, stand: float, *, inner: bool = False) -> list[Point]:
    """Inner foot, tip and outer foot of an ear: flat to the side at -1, straight up at 1."""
    size = choices.number("ears")
    low, rest, high = (1.20, -0.86), (0.70, -1.46), (0.60, -1.64)
    a, b, share = (low, rest, stand + 1) if stand < 0 else (rest, high, stand)
    tip = tuple(p + (q - p) * share for p, q in zip(a, b, strict=True))
    feet = (0.30, -0.78), (0.94, -0.24)
    middle = (feet[0][0] + feet[1][0]) / 2, (feet[0][1] + feet[1][1]) / 2
    grown = middle[0] + (tip[0] - middle[0]) * size, middle[1] + (tip[1] - middle[1]) * size
    points = [feet[0], grown, feet[1]]
    if inner:
        points = [(p[0] + (middle[0] - p[0]) * 0.36, p[1] + (middle[1] - p[1]) * 0.30) for p in points]
    return [head.at(side * x, y) for x, y in points]


def ear_path(points: list[Point], head: Frame, side: int) -> skia.Path:
    """An ear with sides that swell a little."""
    inner, tip, outer = points
    w, h = head.half_size
    path = skia.Path()
    path.moveTo(*inner)
    path.quadTo((inner[0] + tip[0]) / 2 - side * 0.05 * w, (inner[1] + tip[1]) / 2 - 0.10 * h, *tip)
    path.quadTo((outer[0] + tip[0]) / 2 + side * 0.09 * w, (outer[1] + tip[1]) / 2 - 0.04 * h, *outer)
    path.quadTo(head.centre[0] + side * 0.4 * w, head.centre[1] - 0.2 * h, *inner)
    path.close()
    return path


def skull(choices: Choices, head: Frame) -> skia.Path:
    """The head without ears: flat on top, pointed at the cheeks."""
    tuft = choices.number("tufts")
    half = [(0.0, -0.90), (0.36, -0.86), (0.80, -0.52), (0.98, 0.0), (1.0 + 0.16 * tuft, 0.40), (0.74, 0.74)]
    return mirrored_smooth([*half, (0.34, 0.94), (0.0, 0.98)], head.centre, head.half_size)


def head_drawn(cast: Cast, stood: Posture, *, outline: skia.Path | None = None, eared: bool = True) -> HeadDrawn:
    """The head, upright; ``outline`` is another skull than its own."""
    pen, choices, acting, looks = cast.pen, cast.choices, cast.acting, cast.looks
    head, manner, where = stood.upright_head, style(choices), places(stood, layout(choices))
    points = [ear_points(choices, head, side, acting.pose.ears) for side in (-1, 1)]
    ears = [ear_path(p, head, side) for p, side in zip(points, (-1, 1), strict=True)] if eared else []
    own = outline or skull(choices, head)
    whole = united(own, *ears)
    worn = hat(
        pen, choices.option("hat"), on_head(stood, 0.0, -0.84), 0.8 * head.half_size[0], choices.colour("hat-colour")
    )
    nodes: Nodes = (
        *pen.fill(whole, choices.colour("fur"), part="head"),
        Group((*_ear_coat(cast, head, ears), *_mask(cast, stood)), clip=whole),
        *pen.line(whole, part="head"),
        *worn.nodes,
        *cheek_nodes(pen, where, manner, acting, looks),
        *_muzzle(cast, stood, where, manner),
        *mouth_nodes(pen, where, manner, acting, looks),
        *_eyes(cast, where, manner),
        *_brows(cast, where, manner),
        *whiskers(cast, stood),
        *glasses(pen, choices.option("glasses"), where, choices.colour("ink")),
    )
    return HeadDrawn(nodes, own, (*ears, *worn.areas), where)


def _ear_coat(cast: Cast, head: Frame, ears: list[skia.Path]) -> Nodes:
    drawn: Nodes = ()
    for ear, side in zip(ears, (-1, 1), strict=False):
        colour = coat(cast.choices, "ear")
        if cast.choices.option("markings") == "cow" and side < 0:
            colour = cast.choices.colour("fur")
        if cast.choices.option("markings") == "calico" and side < 0:
            colour = cast.choices.colour("patch")
        inside = ear_path(ear_points(cast.choices, head, side, cast.acting.pose.ears, inner=True), head, side)
        drawn += cast.pen.fill(ear, colour, part=f"ear{side}")
        drawn += cast.pen.fill(inside, cast.choices.colour("pink"), part=f"ear-in{side}")
    return drawn


_MASKS: dict[str, tuple[tuple[str, tuple[Point, ...]], ...]] = {
    "cow": (
        ("patch", ((0.10, -1.2), (0.16, -0.5), (0.20, -0.02), (0.52, 0.36), (0.9, 0.16), (1.4, 0.2), (1.3, -1.2))),
    ),
    "tuxedo": (
        (
            "patch",
            ((-1.5, -1.2), (-0.16, -1.2), (-0.10, -0.4), (-0.14, 0.16), (-0.52, 0.40), (-0.9, 0.30), (-1.5, 0.5)),
        ),
        ("patch", ((1.5, -1.2), (0.16, -1.2), (0.10, -0.4), (0.14, 0.16), (0.52, 0.40), (0.9, 0.30), (1.5, 0.5))),
    ),
    "points": (
        (
            "patch",
            ((0.0, -0.36), (0.34, -0.1), (0.46, 0.36), (0.30, 0.72), (-0.30, 0.72), (-0.46, 0.36), (-0.34, -0.1)),
        ),
    ),
    "socks": (
        (
            "patch",
            (
                (-1.5, -1.3),
                (1.5, -1.3),
                (1.5, 1.2),
                (0.5, 1.2),
                (0.46, 0.36),
                (0.0, 0.14),
                (-0.46, 0.36),
                (-0.5, 1.2),
                (-1.5, 1.2),
            ),
        ),
    ),
    "calico": (
        ("second", ((0.04, -1.2), (0.12, -0.5), (0.30, -0.1), (0.66, 0.22), (1.4, 0.0), (1.3, -1.2))),
        ("patch", ((-0.10, -1.2), (-0.2, -0.66), (-0.56, -0.3), (-1.0, -0.36), (-1.4, -1.2))),
    ),
}


def _mask(cast: Cast, stood: Posture) -> Nodes:
    """Markings of the face, turned with it."""
    pen, kind = cast.pen, cast.choices.option("markings")
    drawn: Nodes = ()
    for n, (colour, points) in enumerate(_MASKS.get(kind, ())):
        area = smooth([on_head(stood, x, y) if abs(x) < 1 else stood.upright_head.at(x, y) for x, y in points])
        drawn += pen.fill(area, cast.choices.colour(colour), part=f"mask-{n}")
    if kind == "tabby":
        patch = cast.choices.colour("patch")
        stripes = [arc(*(on_head(stood, s * x, y) for x, y in line)) for s in (-1, 1) for line in _CHEEK_STRIPES]
        stripes += [arc(*(on_head(stood, x, y) for x, y in line)) for line in _BROW_STRIPES]
        for n, stripe in enumerate(stripes):
            drawn += pen.line(stripe, width=5.4, colour=patch, part=f"stripe-{n}")
    return drawn


_CHEEK_STRIPES = (((1.05, 0.10), (0.9, 0.12), (0.76, 0.06)), ((1.05, 0.36), (0.92, 0.34), (0.80, 0.26)))
_BROW_STRIPES = (
    ((0.0, -0.95), (0.0, -0.7), (0.0, -0.50)),
    ((-0.22, -0.90), (-0.2, -0.7), (-0.15, -0.56)),
    ((0.22, -0.90), (0.2, -0.7), (0.15, -0.56)),
)


def _muzzle(cast: Cast, stood: Posture, where: FacePlaces, manner: FaceStyle) -> Nodes:
    """Two white puffs and a nose, wrinkled by a sneer."""
    assert where.nose is not None
    (x, y), unit = where.nose, stood.head.half_size[0]
    sneer = cast.acting.expression.both("noseSneer")
    y -= 0.04 * unit * (sneer[0] + sneer[1])
    puffs = [oval((x + s * 0.125 * unit, y + 0.12 * unit), (0.19 * unit, 0.145 * unit)) for s in (-1, 1)]
    light = mixed(cast.choices.colour("fur"), "#ffffff", 0.5)
    nodes: Nodes = ()
    if cast.choices.option("markings") in ("points", "solid", "socks", "tabby"):
        nodes += tuple(n for puff in puffs for n in cast.pen.fill(puff, light, part="puff"))
    k = 0.085 * unit
    nose = smooth([(x - k, y - 0.5 * k), (x, y - 0.72 * k), (x + k, y - 0.5 * k), (x, y + 0.72 * k)], ease=0.16)
    nodes += cast.pen.fill(nose, manner.nose_colour, part="nose")
    nodes += cast.pen.line(nose, width=0.5 * cast.pen.width, part="nose")
    for side, strength in ((-1, sneer[1]), (1, sneer[0])):
        if strength > 0.25:
            fold = arc((x + side * 1.3 * k, y), (x + side * 1.9 * k, y - 0.7 * k), (x + side * 2.1 * k, y - 1.9 * k))
            nodes += cast.pen.line(fold, width=0.55 * cast.pen.width, part=f"fold{side}")
    return nodes


def whiskers(cast: Cast, stood: Posture) -> Nodes:
    """Two or three a side: lifted by joy, hanging in sorrow, forward in fright."""
    length = cast.choices.number("whiskers")
    lift = 0.16 * joyful(cast.acting) + 0.14 * startled(cast.acting) - 0.06 * enraged(cast.acting)
    nodes: Nodes = ()
    for side in (-1, 1):
        for n, (down, fall) in enumerate(((0.30, -0.04), (0.42, 0.08), (0.54, 0.20))):
            start, reach = on_head(stood, side * 0.60, down), 0.50 + 0.32 * length
            end = stood.upright_head.at(side * (0.72 + reach), down + fall - lift * (1.6 if n < 2 else 1.2))
            by = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - 0.05 * stood.head.half_size[1]
            nodes += cast.pen.line(arc(start, by, end), width=0.62 * cast.pen.width, part=f"whisker{side}{n}")
    return nodes


def _eyes(cast: Cast, where: FacePlaces, manner: FaceStyle) -> Nodes:
    """Almond eyes while they are open; closed and comic ones as everybody's."""
    kinds = cast.looks.right_eye, cast.looks.left_eye
    dots, groups = cast.choices.option("pupils") == "dot", []
    for n, (side, centre, kind) in enumerate(zip((-1, 1), where.eyes, kinds, strict=True)):
        if dots or kind not in _ALMOND:
            pen = _seen(cast, side)
            own = ringed(replace(manner, eye_colour=None), pen, cast.pen.ink)
            groups.append(eye_nodes(pen, where, own, cast.acting, cast.looks)[n])
            continue
        case = EyeCase(
            cast.pen, manner, eye_form(cast.acting.expression, side), centre, where.eye_radius, cast.acting.phase
        )
        groups.append(Group(_almond(cast, case, kind), name=f"{SIDE_NAMES[side].lower()}-eye"))
    return tuple(groups)


def _brows(cast: Cast, where: FacePlaces, manner: FaceStyle) -> Nodes:
    drawn = [brow_nodes(_seen(cast, side), where, manner, cast.acting, cast.looks) for side in (-1, 1)]
    return tuple(
        node
        for side, nodes in zip(("right", "left"), drawn, strict=True)
        for node in nodes
        if isinstance(node, Group) and node.name.startswith(side)
    )


def _seen(cast: Cast, side: int) -> Pen:
    """The pen, in a light ink on a side whose fur is too dark for its own."""
    choices, kind = cast.choices, cast.choices.option("markings")
    dark = kind in ("tuxedo", "socks") or (kind == "cow" and side > 0)
    fur = choices.colour("patch" if dark else "fur")
    if contrast(choices.colour("ink"), fur) >= _READABLE:
        return cast.pen
    assert isinstance(cast.pen, WobblePen)
    return replace(cast.pen, ink=mixed(fur, "#ffffff", 0.82))


def _almond(cast: Cast, case: EyeCase, kind: Eye) -> Nodes:
    form = case.form
    if kind is Eye.WEARY:
        case = relaxed(case)
    elif kind is not Eye.WIDE:
        calm = _ALOOF * (1 - max(form.watery, form.wide)) * cast.choices.number("aloof")
        case = case.with_form(cover=min(0.62, calm + 0.7 * form.cover))
    return under_lids(case, _ball(cast, case, kind), weary=kind is Eye.WEARY) + _lashes(cast, case)


def _lashes(cast: Cast, case: EyeCase) -> Nodes:
    """Long strokes out of the outer corner of an almond."""
    lid = 2 * case.form.cover - 0.75
    strokes = [
        arc(case.at(0.86 + 0.10 * n, max(lid, -0.62 + 0.30 * n)), case.at(1.25 + 0.08 * n, -0.62 + 0.28 * n), end)
        for n, end in enumerate((case.at(1.46, -1.14), case.at(1.72, -0.74), case.at(1.78, -0.30)))
    ]
    shown = strokes[: _LASHES[cast.choices.option("lashes")]]
    return tuple(
        node for n, s in enumerate(shown) for node in case.pen.line(s, width=0.8 * case.width, part=f"lash-{n}")
    )


def _ball(cast: Cast, case: EyeCase, kind: Eye) -> Ball:
    """Iris and pupil within an almond that fright makes round."""
    form, (x, y) = case.form, case.centre
    round_ = 1.0 if kind is Eye.WIDE else max(0.8 * form.wide, 0.8 * form.watery)
    w, h = case.radius * (1.0 + 0.14 * form.wide), case.radius * (0.86 + 0.26 * round_)
    s = form.side
    almond = [
        (x - s * 1.04 * w, y + 0.30 * h * (1 - round_)),
        (x - s * 0.50 * w, y - 0.72 * h),
        (x + s * 0.24 * w, y - h),
        (x + s * (1.06 - 0.04 * round_) * w, y - 0.36 * h * (1 - round_)),
        (x + s * 0.62 * w, y + 0.74 * h),
        (x - s * 0.24 * w, y + h),
    ]
    outline = smooth(almond)
    wide_pupil = cast.choices.option("pupils") == "round"
    pupil = 0.20 + 0.36 * wide_pupil + 0.40 * form.watery
    if kind is Eye.WIDE:
        pupil = 0.15
    at = x + form.gaze[0] * 0.42 * w, y + form.gaze[1] * 0.30 * h
    half = pupil * w, h * (0.92 if pupil < 0.4 and kind is not Eye.WIDE else max(pupil, 0.30) * 1.05)
    inside = cast.pen.fill(oval(at, half), case.dark, part=case.part)
    gleam = 0.17 * w * (1 + form.watery)
    inside += cast.pen.fill(circle((at[0] - 0.26 * w, at[1] - 0.24 * h), gleam), "#ffffff", part=case.part)
    if form.watery > 0.2:
        inside += cast.pen.fill(circle((at[0] + 0.24 * w, at[1] + 0.34 * h), 0.7 * gleam), "#ffffff", part=case.part)
    colour = case.style.white if kind is Eye.WIDE else case.style.iris
    nodes = (
        *cast.pen.fill(outline, colour, part=case.part),
        Group(inside, clip=outline),
        *cast.pen.line(outline, width=0.8 * case.width, part=case.part),
    )
    return Ball(nodes, (w, h), lash=1.0)
