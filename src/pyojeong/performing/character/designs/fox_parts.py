"""The fox put together from sheets: tail, legs, slender body, arms and head."""

from __future__ import annotations

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Point
from pyojeong.media.drawing.paths import lines, oval, placed
from pyojeong.performing.character.acting import Layer, Legs, Part
from pyojeong.performing.character.assembling import heaped
from pyojeong.performing.character.build import Posture, Reach
from pyojeong.performing.character.designs.fox_head import head_nodes
from pyojeong.performing.character.designs.fox_limbs import arm_nodes, arm_sheet, tail_nodes, tail_sheet
from pyojeong.performing.character.designs.fox_stand import Scene, mirrored, where
from pyojeong.performing.character.figure import Figure
from pyojeong.performing.character.legs import Leg, legs
from pyojeong.performing.character.pens import Nodes
from pyojeong.performing.character.props.placing import prop_layers

_BODY = ((0.0, -1.0), (0.40, -0.94), (0.62, -0.20), (0.94, 0.62), (0.78, 0.98), (0.0, 1.0))


def body_nodes(scene: Scene, stood: Posture, body: skia.Path) -> Nodes:
    """Body, bib and what it wears at the neck."""
    pen, frame, head = scene.pen, stood.body, stood.head
    bib = mirrored(((0.0, -0.98), (0.36, -0.9), (0.44, -0.2), (0.26, 0.1), (0.16, -0.02), (0.0, 0.34)), frame)
    nodes = (
        *pen.shape(body, scene.colour("coat"), part="body"),
        *pen.folded(body, (frame.at(0.0, -1.0), frame.at(0.0, 1.0))),
        *pen.shape(bib, scene.colour("white"), part="bib"),
    )
    if stood.pose.legs is Legs.LIE:
        return nodes
    return nodes + _neck(scene, head.at(0.0, 0.98), 0.42 * head.half_size[0])


def _neck(scene: Scene, at: Point, w: float) -> Nodes:
    kind, tone, pen, (x, y) = scene.choices.option("neck"), scene.colour("neck-colour"), scene.pen, at
    if kind == "bow":
        wings = [
            lines(
                [(x, y + 4), (x + s * 0.9 * w, y - 14), (x + s * 0.78 * w, y + 4), (x + s * 0.9 * w, y + 24)],
                closed=True,
            )
            for s in (-1, 1)
        ]
        return (
            *(n for k, wing in enumerate(wings) for n in pen.shape(wing, tone, part=f"bow{k}")),
            *pen.shape(oval((x, y + 4), (8, 9)), mixed(tone, "#000000", 0.15), part="knot"),
        )
    if kind == "cravat":
        tie = lines(
            [
                (x - 0.3 * w, y - 8),
                (x + 0.3 * w, y - 8),
                (x + 0.16 * w, y + 10),
                (x + 0.36 * w, y + 48),
                (x, y + 62),
                (x - 0.36 * w, y + 48),
                (x - 0.16 * w, y + 10),
            ],
            closed=True,
        )
        return (*pen.shape(tie, tone, part="cravat"), *pen.folded(tie, ((x, y - 8), (x, y + 62))))
    if kind == "collar":
        tips = [
            lines(
                [(x, y - 6), (x + s * 1.05 * w, y - 12), (x + s * 0.86 * w, y + 22), (x + s * 0.3 * w, y + 16)],
                closed=True,
            )
            for s in (-1, 1)
        ]
        return tuple(n for k, tip in enumerate(tips) for n in pen.shape(tip, tone, part=f"collar{k}"))
    return ()


def assembled_fox(scene: Scene, stood: Posture) -> Figure:
    """The whole fox, standing."""
    pen, choices = scene.pen, scene.choices
    tilt = Matrix.turned(stood.head.tilt_degrees, stood.head.centre)
    head, sheet = head_nodes(scene, stood)
    body, own_legs = mirrored(_BODY, stood.body), legs(stood.pose.legs, stood.build)
    if stood.pose.legs is Legs.LIE:
        body = oval(stood.body.centre, (1.2 * stood.body.half_size[0], stood.body.half_size[1]))
    tail, tip = tail_sheet(choices, stood.body, stood.pose.tail, sway=6 * scene.swing())
    prop, arms = prop_layers(pen, stood), stood.arms
    shown_legs = _leg_nodes(scene, own_legs)
    sole = own_legs[0].is_sole
    layers: list[tuple[str, Nodes]] = [
        ("behind", (*prop.behind, *tail_nodes(scene, tail, tip))),
        ("arms-behind", tuple(n for r in arms if r.arm.layer is Layer.BEHIND for n in arm_nodes(scene, stood, r))),
        ("legs", () if sole else shown_legs),
        ("body", body_nodes(scene, stood, body)),
        ("soles", shown_legs if sole else ()),
        ("arms", tuple(n for r in arms if _is_under_head(r) for n in arm_nodes(scene, stood, r))),
        ("prop-under-head", prop.under_head),
        ("head", (Group(head, matrix=tilt),)),
        ("arms-front", tuple(n for r in arms if _is_on_head(r) for n in arm_nodes(scene, stood, r, start=0.62))),
        ("prop", (*prop.front, *(n for r in arms if r.side in prop.hands for n in _grip(scene, r)))),
    ]
    spots = where(choices, stood)
    feet = [leg.foot for leg in own_legs]
    return Figure(
        node=Group(tuple(Group(nodes, name=name) for name, nodes in layers if nodes)),
        head=stood.head,
        body=stood.body,
        eyes=(tilt.of(spots.eyes[0]), tilt.of(spots.eyes[1])),
        eye_radius=spots.eye_radius,
        mouth=tilt.of(spots.mouth),
        hands=(arms.right.bones.hand, arms.left.bones.hand),
        silhouette=heaped(body, placed(sheet, tilt), tail, *feet, *(arm_sheet(stood, r) for r in arms)),
        ink=pen.ink,
    )


def _leg_nodes(scene: Scene, own_legs: tuple[Leg, Leg]) -> Nodes:
    """Legs in dark boots."""
    nodes: Nodes = ()
    for k, leg in enumerate(own_legs):
        nodes += scene.pen.shape(leg.area, scene.colour("coat"), part=f"leg{k}")
        nodes += scene.pen.shape(leg.foot, scene.colour("dark"), part=f"foot{k}")
    return nodes


def _grip(scene: Scene, reach: Reach) -> Nodes:
    """A paw before what it holds."""
    return scene.pen.shape(reach.glyph.outline, scene.colour("dark"), part="grip")


def _is_on_head(reach: Reach) -> bool:
    return reach.arm.layer is Layer.FRONT and reach.arm.part is Part.HEAD


def _is_under_head(reach: Reach) -> bool:
    """Whether an arm is drawn under the head: all but hands on the face and what is behind the back."""
    return reach.arm.layer is Layer.BESIDE or (reach.arm.layer is Layer.FRONT and reach.arm.part is Part.BODY)
