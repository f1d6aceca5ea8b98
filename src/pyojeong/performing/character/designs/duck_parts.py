"""The duck put together: pear body, capped head, bill, wings, webbed feet and a tail that curls."""

from __future__ import annotations

from dataclasses import dataclass, replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import arc, lines, mirrored_smooth, oval, placed, smooth, stroked, united
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Legs, Part
from pyojeong.performing.character.assembling import heaped
from pyojeong.performing.character.build import Build, Posture, Reach, is_over_body
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.duck_bill import Bill, bill_at
from pyojeong.performing.character.designs.duck_pen import QuickPen
from pyojeong.performing.character.designs.duck_speech import spoken_bill
from pyojeong.performing.character.designs.duck_wings import hand_path, wing_nodes, wing_path
from pyojeong.performing.character.face import (
    Brows,
    Cheeks,
    Eyes,
    FacePlaces,
    FaceStyle,
    brow_nodes,
    cheek_nodes,
    eye_nodes,
)
from pyojeong.performing.character.face.forms import mouth_form
from pyojeong.performing.character.face.spokenform import spoken_form
from pyojeong.performing.character.figure import Figure, Frame
from pyojeong.performing.character.layout import Layout, on_head, places
from pyojeong.performing.character.legs import Leg, legs
from pyojeong.performing.character.looks import Looks, Mouth
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.props.placing import prop_layers
from pyojeong.performing.character.wear import glasses, hat

_BODY = ((0.0, -1.0), (0.34, -0.96), (0.52, -0.60), (0.86, -0.02), (1.0, 0.44), (0.80, 0.86), (0.34, 1.0))
_HEAD = ((0.0, -1.0), (0.52, -0.88), (0.87, -0.46), (0.99, 0.10), (0.90, 0.56), (0.60, 0.90), (0.22, 1.0))
_WEB = (
    (0.0, -1.0),
    (0.30, -0.5),
    (1.0, 0.72),
    (0.62, 1.0),
    (0.30, 0.72),
    (0.0, 1.06),
    (-0.30, 0.72),
    (-0.62, 1.0),
    (-1.0, 0.72),
    (-0.30, -0.5),
)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What a moment of the duck is drawn from."""

    pen: QuickPen
    choices: Choices
    acting: Acting
    looks: Looks

    def colour(self, name: str) -> str:
        """One of its swatches."""
        return self.choices.colour(name)


def build(choices: Choices) -> Build:
    """Its sizes."""
    stout, neck, wings = choices.number("stout"), choices.number("neck"), choices.number("wings")
    w, h = 92 * choices.number("head"), 83 * choices.number("head")
    bh = 88.0
    top = 336 - 24 - 2 * bh
    return Build(
        head=Frame((180.0, top + 30 - 34 * (neck - 0.5) - 0.55 * h), (w, h)),
        body=Frame((180.0, 336 - 24 - bh), (88 * stout, bh)),
        shoulder=(0.56, -0.42),
        arm=34 * wings,
        bones=(46.0 * wings, 42.0 * wings),
        hand=17.0 * wings,
        leg=13.0,
        foot=(25.0 * choices.number("feet"), 14.0 * choices.number("feet") ** 0.5),
        hip=0.40,
        stretch=1.9,
        rest=Arm((1.18, 0.16), Part.BODY, 0.75),
    )


def style(choices: Choices) -> FaceStyle:
    """How its face is drawn."""
    return FaceStyle(
        eyes=Eyes(choices.option("eye-kind")),
        brows=Brows.ACTIVE,
        cheeks=Cheeks(choices.option("cheeks")),
        rest=Mouth.LINE,
        line=1.3,
        blush=0.34,
        lashes=0,
        blush_colour=choices.colour("blush"),
    )


def where(choices: Choices, stood: Posture) -> FacePlaces:
    """Where its features are: eyes high and near each other, so that the bill has room."""
    return places(
        stood,
        Layout(
            eyes=(0.34 * choices.number("distance"), -0.185),
            eye_radius=0.165 * choices.number("eyes"),
            brows_above=0.29,
            mouth_down=0.36,
            mouth_size=0.30,
            cheeks=(0.70, 0.16),
            cheek_size=(0.13, 0.11),
        ),
    )


def bill_size(choices: Choices, head: Frame) -> float:
    """Canvas units of one of the bill's."""
    return 0.58 * head.half_size[0] * choices.number("bill")


def bill_nodes(scene: Scene, stood: Posture) -> Nodes:
    """The bill where the mouth is."""
    choices, acting = scene.choices, scene.acting
    bill = Bill(
        scene.pen,
        mouth_form(acting.expression),
        where(choices, stood).mouth,
        bill_size(choices, stood.head),
        colour=scene.colour("bill-colour"),
        inside="#7c2436",
        tongue="#ff8f98",
        phase=acting.phase,
    )
    if acting.speech is not None:
        return spoken_bill(bill, spoken_form(acting.expression, acting.speech))
    return bill_at(bill, scene.looks.mouth)


def head_nodes(scene: Scene, stood: Posture, *, tufted: bool = True) -> tuple[Nodes, tuple[skia.Path, ...], skia.Path]:
    """The head, upright; the areas of what stands on it, and its outline."""
    pen, choices, head = scene.pen, scene.choices, stood.upright_head
    skull, spots, manner = mirrored_smooth(_HEAD, head.centre, head.half_size), where(choices, stood), style(choices)
    tuft, areas = _tuft(scene, head, scene.acting.pose.ears) if tufted else ((), ())
    worn = hat(pen, choices.option("hat"), head.at(0.0, -0.97), 0.9 * head.half_size[0], scene.colour("collar-colour"))
    face = (
        *cheek_nodes(pen, spots, manner, scene.acting, scene.looks),
        *eye_nodes(pen, spots, manner, scene.acting, scene.looks),
        *bill_nodes(scene, stood),
        *brow_nodes(pen, spots, manner, scene.acting, scene.looks),
        *glasses(pen, choices.option("glasses"), spots, choices.colour("ink")),
    )
    nodes = (
        *tuft,
        *pen.tones(skull, scene.colour("face")),
        *_cap(scene, stood, skull),
        *worn.nodes,
        *face,
    )
    return nodes, (*areas, *worn.areas), skull


_CAPS: dict[str, tuple[Point, ...]] = {
    "cap": ((-1.2, -0.30), (-0.74, -0.56), (-0.36, -0.72), (0.0, -0.56), (0.36, -0.72), (0.74, -0.56), (1.2, -0.30)),
    "hood": (
        *((-1.2, 0.72), (-0.76, 0.36), (-0.78, -0.24), (-0.40, -0.70), (0.0, -0.50)),
        *((0.40, -0.70), (0.78, -0.24), (0.76, 0.36), (1.2, 0.72)),
    ),
    "stripe": ((-0.34, -1.4), (-0.22, -0.74), (0.0, -0.52), (0.22, -0.74), (0.34, -1.4)),
}


def _cap(scene: Scene, stood: Posture, skull: skia.Path) -> Nodes:
    """The bright cap of a drake, turned with the face."""
    kind, head = scene.choices.option("plumage"), stood.upright_head
    if kind not in _CAPS:
        return scene.pen.line(skull, part="head")
    hem = [
        on_head(stood, x, y) if abs(x) < 1 else head.at(x, y + stood.face[1] / head.half_size[1])
        for x, y in _CAPS[kind]
    ]
    area = smooth([*hem, head.at(1.4, -1.5), head.at(-1.4, -1.5)]) if kind != "stripe" else smooth(hem)
    gloss = arc(head.at(-0.66, -0.50), head.at(-0.52, -0.74), head.at(-0.26, -0.85))
    drawn = (
        *scene.pen.shape(area, scene.colour("cap"), width=0.85 * scene.pen.width, part="cap"),
        *scene.pen.line(
            gloss, width=1.2 * scene.pen.width, colour=mixed(scene.colour("cap"), "#ffffff", 0.5), part="gloss"
        ),
    )
    return Group(drawn, clip=skull), *scene.pen.edge(skull, part="head")


def _tuft(scene: Scene, head: Frame, stand: float) -> tuple[Nodes, tuple[skia.Path, ...]]:
    """Feathers on top: hanging to the side in sorrow, on end in fright."""
    kind, tone = scene.choices.option("tuft"), scene.colour("cap")
    if kind == "none":
        return (), ()
    root, size = head.at(0.0, -0.90), 0.42 * head.half_size[1] * scene.choices.number("tuft-size")
    turns = {"three": (-34.0, 0.0, 34.0), "mohawk": (-62.0, -30.0, 0.0, 30.0, 62.0), "curl": (24.0,)}[kind]
    areas = []
    for turn in turns:
        swept = turn * (1 - 0.55 * max(0.0, stand)) + 62 * max(0.0, -stand)
        long = size * (1 + 0.35 * max(0.0, stand)) * (1.5 if kind == "curl" else 1.0 if turn == 0 else 0.82)
        bent = 26 + 18 * (1 - stand) if kind == "curl" else 10 * (turn > 0) - 10 * (turn < 0)
        areas.append(_plume(root, long, swept, bent))
    return tuple(n for k, area in enumerate(areas) for n in scene.pen.shape(area, tone, part=f"tuft{k}")), tuple(areas)


def _plume(root: Point, length: float, degrees: float, bent: float) -> skia.Path:
    """A feather whose tip bends over."""
    x, y = root
    points = ((-0.13, 0.14), (-0.20, -0.42), (-0.04, -0.86), (0.10, -1.0), (0.20, -0.80), (0.19, -0.40), (0.13, 0.14))
    turn = Matrix.turned(degrees, root)
    return smooth(
        [turn.of(Matrix.turned(bent * max(0.0, -v), root).of((x + u * length, y + v * length))) for u, v in points]
    )


def tail_paths(frame: Frame, stand: float, size: float) -> list[skia.Path]:
    """Three tail feathers, up with pride."""
    root = frame.at(0.80, 0.46)
    return [_plume(root, long * size, 58 - 34 * stand + turn, 24.0) for turn, long in ((26, 58), (0, 66), (-26, 56))]


def webbed(leg: Leg) -> skia.Path:
    """A foot of three toes where the leg's foot is."""
    box = leg.foot.getBounds()
    middle, half = (box.centerX(), box.centerY()), (0.5 * box.width(), 0.5 * box.height())
    return smooth([(middle[0] + x * half[0], middle[1] + y * half[1]) for x, y in _WEB], ease=0.10)


def assembled_duck(scene: Scene, stood: Posture) -> Figure:
    """The whole duck, standing."""
    pen, choices = scene.pen, scene.choices
    tilt = Matrix.turned(stood.head.tilt_degrees, stood.head.centre)
    head, crown, skull = head_nodes(scene, stood)
    body, own_legs = mirrored_smooth(_BODY, stood.body.centre, stood.body.half_size), legs(stood.pose.legs, stood.build)
    neck = _neck(stood)
    trunk, feet = united(body, neck), [webbed(leg) for leg in own_legs]
    prop, tails = prop_layers(pen, stood), tail_paths(stood.body, stood.pose.tail, choices.number("tail"))
    limbs = _limbs(scene, own_legs, feet)
    sole = any(leg.is_sole for leg in own_legs)
    layers: list[tuple[str, Nodes]] = [
        ("behind", (*prop.behind, *_tail(scene, tails))),
        ("arms-behind", tuple(n for r in stood.arms if r.arm.layer is Layer.BEHIND for n in _wing(scene, stood, r))),
        ("legs", () if sole else limbs),
        ("body", _dressed(scene, stood, trunk)),
        ("soles", limbs if sole else ()),
        ("arms", tuple(n for r in stood.arms if r.arm.layer is Layer.BESIDE for n in _wing(scene, stood, r))),
        ("prop-under-head", prop.under_head),
        ("head", (Group(head, matrix=tilt),)),
        ("arms-front", tuple(n for r in stood.arms if r.arm.layer is Layer.FRONT for n in _wing(scene, stood, r))),
        ("prop", (*prop.front, *(n for r in stood.arms if r.side in prop.hands for n in _grip(scene, stood, r)))),
    ]
    areas = (trunk, placed(skull, tilt), *(placed(a, tilt) for a in crown), *feet, *tails)
    return _told(scene, stood, layers, areas)


def _told(scene: Scene, stood: Posture, layers: list[tuple[str, Nodes]], areas: tuple[skia.Path, ...]) -> Figure:
    """The figure with the places of its parts."""
    tilt = Matrix.turned(stood.head.tilt_degrees, stood.head.centre)
    spots, arms = where(scene.choices, stood), stood.arms
    return Figure(
        node=Group(tuple(Group(nodes, name=name) for name, nodes in layers if nodes)),
        head=stood.head,
        body=stood.body,
        eyes=(tilt.of(spots.eyes[0]), tilt.of(spots.eyes[1])),
        eye_radius=spots.eye_radius,
        mouth=tilt.of(spots.mouth),
        hands=(arms.right.bones.hand, arms.left.bones.hand),
        silhouette=heaped(*areas, *(_area(scene, stood, r) for r in arms)),
        ink=scene.pen.ink,
    )


def _neck(stood: Posture) -> skia.Path:
    """Between body and head."""
    return stroked(lines([stood.body.at(0.0, -0.7), stood.head.at(0.0, 0.6)]), 0.93 * stood.head.half_size[0])


def _limbs(scene: Scene, own_legs: tuple[Leg, Leg], feet: list[skia.Path]) -> Nodes:
    """Legs and webs."""
    pen, bill = scene.pen, scene.colour("bill-colour")
    nodes: Nodes = ()
    for k, (leg, foot) in enumerate(zip(own_legs, feet, strict=True)):
        nodes += (*pen.shape(leg.area, bill, part=f"leg{k}"), *pen.shape(foot, bill, part=f"web{k}"))
    return nodes


def _tail(scene: Scene, tails: list[skia.Path]) -> Nodes:
    """Tail feathers, in the cap's colour where there is a cap."""
    plain = scene.choices.option("plumage") == "plain"
    return _shapes(scene.pen, tails, scene.colour("body" if plain else "cap"), "tail")


def _dressed(scene: Scene, stood: Posture, trunk: skia.Path) -> Nodes:
    """The trunk with what lies on it, its line over that, and what hangs from the neck over the line."""
    return (
        *scene.pen.tones(trunk, scene.colour("body")),
        *_breast(scene, stood, trunk),
        *scene.pen.line(trunk, part="body"),
        *_hanging(scene, stood),
    )


def _area(scene: Scene, stood: Posture, reach: Reach) -> skia.Path:
    return wing_path(reach, stood.build.arm, stood.build.hand)


def _wing(scene: Scene, stood: Posture, reach: Reach, *, start: float = 0.0) -> Nodes:
    """A wing; of one before the head only what lies on it, so that it does not hide the face."""
    if reach.arm.layer is Layer.FRONT and not is_over_body(stood, reach) and reach.arm.part is Part.HEAD:
        start = max(start, min(0.7, 1 - 2.4 * stood.build.hand / max(1.0, reach.bones.length())))
    return wing_nodes(
        scene.pen, reach, stood.build.arm, stood.build.hand, scene.colour("wing"), scene.colour("band"), start=start
    )


def _grip(scene: Scene, stood: Posture, reach: Reach) -> Nodes:
    """The feathers that close over a thing: no more of the wing, or it would hide what it holds."""
    held = replace(reach, arm=replace(reach.arm, hand=Hand.FIST))
    return scene.pen.shape(hand_path(held, 0.72 * stood.build.hand), scene.colour("wing"), part=f"grip{reach.side}")


def _shapes(pen: Pen, paths: list[skia.Path], colour: str, name: str) -> Nodes:
    return tuple(n for k, path in enumerate(paths) for n in pen.shape(path, colour, part=f"{name}{k}"))


def _breast(scene: Scene, stood: Posture, trunk: skia.Path) -> Nodes:
    """A breast in another tone and the band at the neck."""
    pen, body, head = scene.pen, stood.body, stood.head
    kind, tone = scene.choices.option("collar"), scene.colour("collar-colour")
    nodes: list[Node] = []
    if scene.choices.option("plumage") != "plain":
        patch = oval(body.at(0.0, 0.42), (0.62 * body.half_size[0], 0.62 * body.half_size[1]))
        nodes.append(Group(pen.fill(patch, mixed(scene.colour("body"), "#ffffff", 0.6), part="breast"), clip=trunk))
    x, y = head.at(0.0, 1.06)
    w = 0.60 * head.half_size[0]
    if kind in ("ring", "scarf"):
        thick = 11.0 if kind == "ring" else 25.0
        band = smooth(
            [
                (x - 1.3 * w, y - 12),
                (x, y - 1),
                (x + 1.3 * w, y - 12),
                (x + 1.3 * w, y - 12 + thick),
                (x, y + thick),
                (x - 1.3 * w, y - 12 + thick),
            ]
        )
        nodes.append(Group(pen.shape(band, tone, part="band"), clip=trunk))
    return tuple(nodes)


def _hanging(scene: Scene, stood: Posture) -> Nodes:
    """What hangs over the body's edge at the neck."""
    pen, kind, tone = scene.pen, scene.choices.option("collar"), scene.colour("collar-colour")
    x, y = stood.head.at(0.0, 1.06)
    if kind == "scarf" and stood.pose.legs is not Legs.LIE:
        end = smooth([(x + 8, y + 10), (x + 34, y + 8), (x + 42, y + 58), (x + 14, y + 62)], ease=0.1)
        return pen.shape(end, tone, part="scarf-end")
    if kind != "bow" or stood.pose.legs is Legs.LIE:
        return ()
    wings = [
        smooth([(x, y + 8), (x + s * 32, y - 8), (x + s * 36, y + 8), (x + s * 32, y + 24)], ease=0.12) for s in (-1, 1)
    ]
    return (*_shapes(pen, wings, tone, "bow"), *pen.shape(oval((x, y + 8), (8, 9)), tone, part="knot"))
