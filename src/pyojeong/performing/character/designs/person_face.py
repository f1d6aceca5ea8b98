"""A person's face in a design's manner: outline, features, beard, and brows over the hair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import skia

from pyojeong.media.drawing.colours import luminance, mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import circle, mirrored_smooth, placed
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.assembling import heaped
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.face import (
    FacePlaces,
    FaceStyle,
    brow_nodes,
    cheek_nodes,
    eye_nodes,
    mouth_nodes,
    nose_nodes,
)
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.layout import Layout
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.signs import opening
from pyojeong.performing.character.wear import Worn
from pyojeong.performing.character.wear.people import Tone, beard

BROWS_OVER_HAIR = 0.6
"""How much of a brow shows on hair: raised brows may not vanish under a fringe."""
_LASHES = {"none": 0, "two": 2, "three": 3}


@dataclass(frozen=True, slots=True)
class Manner:
    """One design's manner of drawing a person.

    Attributes:
        face: How its features are drawn; colours that follow the skin are filled in.
        layout: Where they lie on a face that is as most people's.
        jaw: The face's outline from cheek to chin in half sizes of the head, before jaw and chin are chosen.
        finer: A pen ``width`` times as wide: for brows.
        brow: Width of a usual brow in main lines.
        body: The body's outline from the neck down the right side, in half sizes.
        nose: Size of a usual nose.
        forehead: How dark the fringe's shadow on the forehead is, [0, 1].
    """

    face: FaceStyle
    layout: Layout
    jaw: tuple[Point, Point, Point]
    finer: Callable[[Pen, float], Pen]
    brow: float = 1.0
    body: tuple[Point, ...] = (
        (0.0, -1.0),
        (0.44, -0.98),
        (0.80, -0.66),
        (0.90, 0.1),
        (0.98, 0.86),
        (0.5, 0.98),
        (0.0, 1.0),
    )
    forehead: float = 0.30
    nose: float = 0.9


def layout_of(choices: Choices, manner: Manner) -> Layout:
    """The manner's layout, as this person's face is."""
    usual, number = manner.layout, choices.number
    down = usual.eyes[1] - 0.07 * number("eye-height")
    return replace(
        usual,
        eyes=(usual.eyes[0] * number("eye-distance"), down),
        eye_radius=usual.eye_radius * number("eye-size"),
        brows_above=usual.brows_above * (1 + 0.16 * number("brow-height")) * (0.6 + 0.4 * number("eye-size")),
        mouth_size=usual.mouth_size * number("mouth-size"),
    )


def head_path(choices: Choices, manner: Manner, frame: Frame) -> skia.Path:
    """The face's outline, skull and all."""
    jaw, chin, full = (choices.number(name) for name in ("jaw", "chin", "cheeks"))
    (cx, cy), (jx, jy), (tx, ty) = manner.jaw
    half = [
        (0.0, -1.0),
        (0.55, -0.89),
        (0.92, -0.46),
        (1.0, 0.06),
        (cx + 0.055 * full, cy),
        (jx + 0.13 * jaw + 0.05 * full, jy + 0.02 * jaw),
        (tx + 0.15 * chin + 0.04 * jaw, ty + 0.006 * chin),
        (0.0, 1.0),
    ]
    return mirrored_smooth(half, frame.centre, frame.half_size)


def style_of(choices: Choices, manner: Manner, tone: Tone) -> FaceStyle:
    """The manner's features in this person's colours."""
    full = choices.number("lips")
    inside = mixed("#8c2f3b", "#5c1626", 0.8 * tone.depth)
    return replace(
        manner.face,
        iris=choices.colour("iris"),
        brow_colour=choices.colour("brow-colour"),
        lashes=_LASHES[choices.option("lashes")],
        blush_colour=tone.blush,
        tongue=tone.tongue,
        inside=inside,
        nose_colour=tone.line if manner.face.nose.value == "hook" else mixed(tone.shade, tone.line, 0.35),
        lip=mixed(tone.drawn, tone.lip, 0.5 + 0.5 * full) if full > -0.5 else None,
    )


def faced(
    pen: Pen,
    choices: Choices,
    manner: Manner,
    head: Frame,
    where: FacePlaces,
    front: Worn,
    acting: Acting,
    looks: Looks,
) -> Nodes:
    """The head with its face under the hair, and brows once more over it."""
    tone = Tone(choices.colour("skin"))
    outline, style = head_path(choices, manner, head), style_of(choices, manner, tone)
    cap = heaped(*front.areas) if front.areas else None
    face = (
        *cheek_nodes(pen, where, style, acting, looks),
        *_beard(pen, choices, head, outline, where, tone, acting),
        *_features(pen, choices, manner, where, style, acting, looks, tone),
    )
    return (
        *pen.shape(outline, tone.drawn, part="head"),
        *_shadow(pen, manner, head, outline, front, tone),
        *face,
        *front.nodes,
        *_brows_over(pen, choices, manner, where, style, acting, looks, tone, cap),
    )


def _shadow(pen: Pen, manner: Manner, head: Frame, outline: skia.Path, front: Worn, tone: Tone) -> Nodes:
    """The fringe's shadow on the forehead."""
    if not front.areas or not manner.forehead:
        return ()
    cast = placed(front.areas[0], Matrix.moved(0.0, 0.085 * head.half_size[1]))
    return (Group(pen.fill(cast, tone.shade, opacity=manner.forehead, part="hair-shadow"), clip=outline),)


def _beard(
    pen: Pen, choices: Choices, head: Frame, outline: skia.Path, where: FacePlaces, tone: Tone, acting: Acting
) -> Nodes:
    wide, kind = opening(acting.expression), choices.option("beard")
    return beard(pen, kind, head, outline, where, choices.colour("beard-colour"), tone.drawn, open_=wide)


def _features(
    pen: Pen,
    choices: Choices,
    manner: Manner,
    where: FacePlaces,
    style: FaceStyle,
    acting: Acting,
    looks: Looks,
    tone: Tone,
) -> Nodes:
    """Marks of the skin, nose, mouth, eyes and brows, the lowest first."""
    nose = replace(
        where,
        eye_radius=manner.nose
        * manner.layout.eye_radius
        / layout_of(choices, manner).eye_radius
        * where.eye_radius
        * choices.number("nose-size"),
    )
    opened = _opened(acting, choices)
    return (
        *_skin_marks(pen, choices.option("skin-marks"), where, tone),
        *nose_nodes(pen, nose, style, acting, looks),
        *_lower_lip(pen, choices.number("lips"), where, tone),
        *mouth_nodes(pen, where, style, acting, looks),
        *_tilted(
            eye_nodes(manner.finer(pen, 1.0 + 0.3 * bool(style.lashes)), where, style, opened, looks),
            where,
            choices.number("eye-tilt"),
        ),
        *_brows(pen, choices, manner, where, style, acting, looks),
    )


def _lower_lip(pen: Pen, full: float, where: FacePlaces, tone: Tone) -> Nodes:
    """The fuller a lip, the broader its shade under the mouth."""
    if full <= 0.0:
        return ()
    (x, y), unit = where.mouth, where.mouth_size
    bow = mirrored_smooth(
        [(0.0, -0.5), (0.6, -0.4), (1.0, -0.3), (0.5, 1.0)],
        (x, y + 0.42 * unit),
        (0.60 * unit, 0.42 * unit * (0.4 + 0.6 * full)),
    )
    return pen.fill(bow, mixed(tone.drawn, tone.lip, 0.85), part="lower-lip")


def _opened(acting: Acting, choices: Choices) -> Acting:
    """Narrow eyes are a little squinted at rest, open ones a little wide; what the face does comes on top."""
    openness = choices.number("eye-openness")
    if not openness:
        return acting
    stem, base = ("eyeWide", 0.34 * openness) if openness > 0 else ("eyeSquint", -0.62 * openness)
    values = acting.expression.to_dict()
    for side in ("Left", "Right"):
        values[stem + side] = base + (1 - base) * values.get(stem + side, 0.0)
    return replace(acting, expression=type(acting.expression).nearest(values))


def _brows(
    pen: Pen,
    choices: Choices,
    manner: Manner,
    where: FacePlaces,
    style: FaceStyle,
    acting: Acting,
    looks: Looks,
    *,
    wider: float = 1.0,
) -> Nodes:
    thick = manner.brow * (1 + 0.5 * choices.number("brow-thickness")) * wider
    drawn = brow_nodes(manner.finer(pen, thick), where, style, acting, looks)
    return _tilted(drawn, where, choices.number("brow-tilt"))


def _brows_over(
    pen: Pen,
    choices: Choices,
    manner: Manner,
    where: FacePlaces,
    style: FaceStyle,
    acting: Acting,
    looks: Looks,
    tone: Tone,
    cap: skia.Path | None,
) -> Nodes:
    """Brows once more where hair lies over them, on a strip of lighter hair: dark brows on dark hair are not seen."""
    if cap is None or not _reach_hair(where, cap):
        return ()
    hair = choices.colour("hair-colour")
    pale = replace(style, brow_colour=mixed(hair, tone.drawn if luminance(hair) < 0.4 else "#ffffff", 0.36))
    dark = replace(style, brow_colour=mixed(choices.colour("brow-colour"), pen.ink, 0.5))
    strip = _brows(pen, choices, manner, where, pale, acting, looks, wider=1.9)
    brows = _brows(pen, choices, manner, where, dark, acting, looks)
    return (Group((*strip, Group(brows, opacity=BROWS_OVER_HAIR)), clip=cap),)


def _reach_hair(where: FacePlaces, cap: skia.Path) -> bool:
    """Whether the hair comes down to where brows may be raised."""
    high, wide = 2.1 * where.brows_above, 1.3 * where.eye_radius
    spots = [(x + s * wide, y - k * high) for x, y in where.eyes for s in (-1, 0, 1) for k in (0.4, 0.7, 1.0)]
    return any(cap.contains(*spot) for spot in spots)


def _tilted(groups: Nodes, where: FacePlaces, degrees: float) -> Nodes:
    """Groups of the left and the right of the picture with their outer ends ``degrees`` higher."""
    if not degrees or len(groups) != 2:
        return groups
    return tuple(
        Group((group,), matrix=Matrix.turned(turn, eye))
        for group, turn, eye in zip(groups, (degrees, -degrees), where.eyes, strict=True)
    )


def _skin_marks(pen: Pen, kind: str, where: FacePlaces, tone: Tone) -> Nodes:
    if kind == "none":
        return ()
    spot, unit = mixed(tone.drawn, tone.line, 0.8), where.cheek_size[0]
    if kind != "freckles":
        (ex, ey), (mx, my) = where.eyes[1], where.mouth
        at = (
            (ex + 0.95 * where.eye_radius, ey + 1.42 * where.eye_radius)
            if kind == "mole-eye"
            else (mx + 1.25 * where.mouth_size, my - 0.2 * where.mouth_size)
        )
        return pen.fill(circle(at, 0.24 * unit + 3.3), pen.ink, part="mole")
    dots = skia.Path()
    for side, (x, y) in zip((-1, 1), where.cheeks, strict=True):
        for u, v in ((-0.75, -0.62), (-0.20, -0.30), (0.34, -0.78), (0.66, -0.14), (-0.62, 0.14)):
            dots.addPath(circle((x + side * u * unit, y + v * where.cheek_size[1] - 0.1 * unit), 0.16 * unit + 0.8))
    return pen.fill(dots, spot, part="freckles")
