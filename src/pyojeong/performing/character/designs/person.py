"""What every drawn person has, in whatever style: face, ears, hair, beard, glasses and clothes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import skia

from pyojeong.media.drawing.colours import luminance, mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import arc, circle, mirrored_smooth, oval, placed
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.assembling import Dress, heaped
from pyojeong.performing.character.build import Build, Posture
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
from pyojeong.performing.character.layout import Layout, places
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.signs import opening
from pyojeong.performing.character.wear import Worn, below_chin, glasses, hat
from pyojeong.performing.character.wear.people import Hair, Tone, beard, garment, hair_of

BROWS_OVER_HAIR = 0.6
"""How much of a brow shows on hair: raised brows may not vanish under a fringe."""
_LASHES = {"none": 0, "two": 2, "three": 3}
_GOLD = "#f0c24e"


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


def hair_chosen(choices: Choices) -> Hair:
    """The hair this person has."""
    return Hair(
        choices.option("hair-style"),
        choices.colour("hair-colour"),
        Tone(choices.colour("skin")).drawn,
        choices.number("hair-volume"),
        choices.number("hair-length"),
        choices.number("fringe"),
        choices.option("parting") == "right",
        tie=choices.colour("hat-colour"),
    )


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


def person_dress(
    pen: Pen,
    choices: Choices,
    manner: Manner,
    rest: Build,
    stood: Posture,
    acting: Acting,
    looks: Looks,
    *,
    sway: float = 0.0,
) -> Dress:
    """Somebody dressed: what the shared anatomy needs.

    ``rest`` is the build at rest, whose chin tells where the body is seen from; ``sway`` is how far hanging hair
    swings, in half widths of the head.
    """
    head, tone = stood.upright_head, Tone(choices.colour("skin"))
    outline, where = head_path(choices, manner, head), places(stood, layout_of(choices, manner))
    back, front = hair_of(pen, hair_chosen(choices), head, turn=stood.face, sway=sway)
    seen = below_chin(rest, stood.body)
    worn = garment(
        pen, choices.option("clothes"), seen, choices.colour("clothes-colour"), choices.colour("second-colour")
    )
    eared = _ears(pen, choices, stood, tone)
    topped = _hat(pen, choices, head, acting)
    style = style_of(choices, manner, tone)
    cap = heaped(*front.areas) if front.areas else None
    return Dress(
        skin=tone.drawn,
        torso=worn.torso,
        body=mirrored_smooth(manner.body, stood.body.centre, stood.body.half_size),
        head=outline,
        head_nodes=(
            *eared.nodes,
            *pen.shape(outline, tone.drawn, part="head"),
            *_shadow(pen, manner, head, outline, front, tone),
            *cheek_nodes(pen, where, style, acting, looks),
            *_beard(pen, choices, head, outline, where, tone, acting),
            *_features(pen, choices, manner, where, style, acting, looks, tone),
            *front.nodes,
            *_brows_over(pen, choices, manner, where, style, acting, looks, tone, cap),
            *glasses(pen, choices.option("glasses"), where, choices.colour("glasses-colour")),
            *topped.nodes,
        ),
        eyes=where.eyes,
        eye_radius=where.eye_radius,
        mouth=where.mouth,
        behind_head=back.nodes,
        on_body=worn.on_body,
        over_body=worn.over_body,
        sleeve=worn.sleeve,
        trousers=worn.legs or tone.drawn,
        shoe=choices.colour("shoes"),
        sole=mixed(choices.colour("shoes"), choices.colour("second-colour"), 0.5),
        hair=cap,
        crown=(*back.areas, *front.areas, *eared.areas, *topped.areas, *worn.areas),
    )


def sleeves_of(choices: Choices) -> float:
    """Share of the arm that is covered by what is worn."""
    return {"tee": 0.46, "apron": 0.60, "dress": 0.42}.get(choices.option("clothes"), 0.95)


def _hat(pen: Pen, choices: Choices, head: Frame, acting: Acting) -> Worn:
    hair = hair_chosen(choices)
    top = -1.0 if not hair.cut.outer else min(-1.02, 0.94 * min(y for _, y in hair.cut.outer) * hair.volume**0.5)
    unit = head.half_size[0] * (1.22 if hair.cut.outer else 1.08)
    kind, colour = choices.option("hat"), choices.colour("hat-colour")
    return hat(pen, kind, head.at(0.0, top + 0.12), unit, colour, stand=acting.pose.ears)


def _ears(pen: Pen, choices: Choices, stood: Posture, tone: Tone) -> Worn:
    """Ears that the hair leaves free, and what hangs on them."""
    head, size = stood.upright_head, choices.number("ears")
    if not hair_chosen(choices).cut.ears:
        return Worn(_rings(pen, choices.option("earrings"), stood, 0.94, size))
    w, h = head.half_size
    nodes: list[Node] = []
    areas = []
    for side in (-1, 1):
        x, y = head.at(side * (0.98 + 0.04 * size) - 0.22 * stood.face[0] / w, 0.20 + 0.5 * stood.face[1] / h)
        ear = oval((x, y), (0.135 * w * size, 0.185 * w * size))
        nodes += pen.shape(ear, tone.drawn, part=f"ear{side}")
        fold = arc(
            (x + side * 0.07 * w * size, y - 0.09 * w * size),
            (x - side * 0.05 * w, y - 0.04 * w),
            (x + side * 0.02 * w, y + 0.08 * w * size),
        )
        nodes += pen.line(fold, width=0.5 * pen.width, colour=tone.line, part=f"ear-fold{side}")
        areas.append(ear)
    return Worn((*nodes, *_rings(pen, choices.option("earrings"), stood, 1.03, size)), tuple(areas))


def _rings(pen: Pen, kind: str, stood: Posture, out: float, size: float) -> Nodes:
    if kind == "none":
        return ()
    head, nodes = stood.upright_head, ()
    w, h = head.half_size
    drawn: Nodes = nodes
    for side in (-1, 1):
        x, y = head.at(side * out - 0.22 * stood.face[0] / w, 0.26 + 0.5 * stood.face[1] / h + 0.13 * size * w / h)
        if kind == "stud":
            drawn += pen.shape(circle((x, y), 0.06 * w), _GOLD, width=0.5 * pen.width, part=f"stud{side}")
        elif kind == "ring":
            drawn += pen.line(circle((x, y + 0.11 * w), 0.11 * w), width=0.9 * pen.width, part=f"ring-edge{side}")
            drawn += pen.line(
                circle((x, y + 0.11 * w), 0.11 * w), width=0.45 * pen.width, colour=_GOLD, part=f"ring{side}"
            )
        else:
            drop = mirrored_smooth([(0.0, -1.0), (0.8, 0.3), (0.5, 0.95)], (x, y + 0.14 * w), (0.075 * w, 0.14 * w))
            drawn += pen.shape(drop, _GOLD, width=0.5 * pen.width, part=f"drop{side}")
    return drawn


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
        eye_radius=0.9
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
        *_tilted(eye_nodes(pen, where, style, opened, looks), where, choices.number("eye-tilt")),
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
        (0.52 * unit, 0.30 * unit * (0.4 + 0.6 * full)),
    )
    return pen.fill(bow, mixed(tone.drawn, tone.lip, 0.85), part="lower-lip")


def _opened(acting: Acting, choices: Choices) -> Acting:
    """Narrow eyes are a little squinted at rest, open ones a little wide; what the face does comes on top."""
    openness = choices.number("eye-openness")
    if not openness:
        return acting
    stem, gain = ("eyeWide", 0.34) if openness > 0 else ("eyeSquint", 0.62)
    values = acting.expression.to_dict()
    for side in ("Left", "Right"):
        values[stem + side] = min(1.0, max(values.get(stem + side, 0.0), gain * abs(openness)))
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
    pale = replace(style, brow_colour=mixed(hair, tone.drawn if luminance(hair) < 0.4 else "#ffffff", 0.42))
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
        return pen.fill(circle(at, 0.28 * unit + 2.2), pen.ink, part="mole")
    dots = skia.Path()
    for side, (x, y) in zip((-1, 1), where.cheeks, strict=True):
        for u, v in ((-0.62, -0.62), (-0.15, -0.30), (0.30, -0.72), (0.55, -0.14), (-0.55, 0.10)):
            dots.addPath(circle((x + side * u * unit, y + v * where.cheek_size[1] - 0.1 * unit), 0.165 * unit))
    return pen.fill(dots, spot, part="freckles")
