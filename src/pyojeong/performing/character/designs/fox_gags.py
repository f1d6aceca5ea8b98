"""The fox's own gags: what only paper can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import skia

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Group, Matrix, Node, Point
from pyojeong.media.drawing.paths import common, lines, placed, polar, smooth, without
from pyojeong.performing.character.acting import Arm, Hand, Layer, Legs, Part, Pose
from pyojeong.performing.character.assembling import heaped
from pyojeong.performing.character.build import Posture, posture
from pyojeong.performing.character.designs.fox_head import head_nodes
from pyojeong.performing.character.designs.fox_limbs import plume, tail_nodes
from pyojeong.performing.character.designs.fox_parts import assembled_fox
from pyojeong.performing.character.designs.fox_stand import Scene, build, where
from pyojeong.performing.character.figure import GROUND, Figure, Frame
from pyojeong.performing.character.pens import Nodes

GAGS: dict[str, tuple[str, str]] = {
    "boat": ("종이배 속에 숨기", "Hides in a paper boat"),
    "plane": ("종이비행기 되기", "Folds into a paper plane"),
    "torn": ("반으로 찢어지기", "Torn in half"),
    "curtain": ("꼬리 커튼 치기", "Draws its tail like a curtain"),
    "confetti": ("제 종이를 뿌리기", "Throws confetti of itself"),
    "crane": ("종이학 접히기", "Becomes a paper crane"),
    "crumpled": ("구겨지기", "Crumpled up"),
}
MIDDLE = 180.0


def _stood(scene: Scene, pose: Pose | None = None) -> Posture:
    return posture(build(scene.choices), replace(scene.acting, gag="", pose=pose or scene.acting.pose))


def _head_at(scene: Scene, centre: Point, half: Point, *, tilt: float = 0.0) -> Posture:
    stood = _stood(scene, Pose(ears=scene.acting.pose.ears))
    share = half[0] / stood.head.half_size[0]
    face = stood.face[0] * share, stood.face[1] * share
    return replace(stood, build=replace(stood.build, head=Frame(centre, half, tilt)), face=face)


def _shown(scene: Scene, stood: Posture, nodes: Nodes, *areas: skia.Path) -> Figure:
    head, spots = stood.head, where(scene.choices, stood)
    tilt = Matrix.turned(head.tilt_degrees, head.centre)
    return Figure(
        node=Group((Group(nodes, name=f"gag-{scene.acting.gag}"),)),
        head=head,
        body=Frame(head.at(0.0, 0.9), head.half_size),
        eyes=(tilt.of(spots.eyes[0]), tilt.of(spots.eyes[1])),
        eye_radius=spots.eye_radius,
        mouth=tilt.of(spots.mouth),
        hands=(head.at(-1.1, 1.0), head.at(1.1, 1.0)),
        silhouette=heaped(*areas),
        ink=scene.pen.ink,
    )


def _tilted(stood: Posture, nodes: Nodes) -> Group:
    return Group(nodes, matrix=Matrix.turned(stood.head.tilt_degrees, stood.head.centre))


def _sheet(scene: Scene, points: list[Point], colour: str, part: str) -> Nodes:
    return scene.pen.shape(lines(points, closed=True), colour, part=part)


def _boat(scene: Scene) -> Figure:
    """Ears and eyes over the side of a boat that rocks."""
    rock = 3.0 * scene.swing()
    stood = _head_at(scene, (MIDDLE, 168), (98, 82))
    head, sheet = head_nodes(scene, stood)
    paper = mixed(scene.colour("neck-colour"), "#ffffff", 0.30)
    hull = [(18.0, 186.0), (MIDDLE, 226.0), (342.0, 186.0), (272.0, 318.0), (88.0, 318.0)]
    sail = [(MIDDLE, 40.0), (76.0, 240.0), (284.0, 240.0)]
    folds = ((hull[0], hull[1], (88.0, 318.0)), (hull[1], hull[2], (272.0, 318.0)))
    waves = [(8 + 43 * n, GROUND - (16 if n % 2 else 4)) for n in range(9)]
    sea = lines([*waves, (352, GROUND + 2), (8, GROUND + 2)], closed=True)
    nodes = (
        Group(
            (*_sheet(scene, sail, mixed(paper, "#ffffff", 0.35), "sail"), _tilted(stood, head)),
            matrix=Matrix.turned(rock, (MIDDLE, 318)),
        ),
        Group(
            (
                *_sheet(scene, hull, paper, "hull"),
                *(
                    n
                    for k, f in enumerate(folds)
                    for n in _sheet(scene, list(f), mixed(paper, "#ffffff", 0.22 * (1 - k)), f"side{k}")
                ),
            ),
            matrix=Matrix.turned(rock, (MIDDLE, 318)),
        ),
        *scene.pen.shape(sea, "#7fb8e6", part="sea"),
    )
    return _shown(scene, stood, nodes, without(sheet, lines(hull, closed=True)))


def _plane(scene: Scene) -> Figure:
    """Two wings, a keel, a face on the near wing; the wind carries it."""
    rise = 5 * scene.swing()
    nose, tip, keel, low = (338.0, 92.0), (16.0, 78.0), (112.0, 214.0), (150.0, 292.0)
    coat, pen = scene.colour("coat"), scene.pen
    stood = _head_at(scene, (152, 120), (98, 66), tilt=-4.0)
    wing = lines([nose, tip, keel], closed=True)
    far = lines([nose, (74.0, 36.0), tip], closed=True)
    fin = lines([nose, keel, low], closed=True)
    face, _ = head_nodes(
        scene,
        stood,
        sheet=lines(
            [stood.head.at(x, y) for x, y in ((-1.3, -0.9), (1.5, -0.8), (1.5, 1.0), (-0.2, 1.2))], closed=True
        ),
    )
    features = tuple(face[n] for n in range(len(face)) if getattr(face[n], "name", "") in _FEATURES)
    wind = [lines([(20 + 30 * n, 250 + 26 * n), (78 + 26 * n, 240 + 24 * n)]) for n in range(3)]
    nodes = (
        *pen.shape(far, mixed(coat, scene.colour("white"), 0.25), part="far"),
        *pen.shape(fin, mixed(coat, scene.colour("dark"), 0.35), part="fin"),
        *pen.shape(wing, coat, part="wing"),
        *_sheet(scene, [(16.0, 78.0), (60.0, 140.0), (118.0, 158.0), (112.0, 214.0)], scene.colour("white"), "tip"),
        _tilted(stood, features),
        *(n for k, w in enumerate(wind) for n in pen.line(w, width=0.8 * pen.width, colour="#8fa0b8", part=f"wind{k}")),
    )
    lifted = (Group(nodes, matrix=Matrix.moved(0.0, 30 - rise)),)
    moved = replace(stood, build=replace(stood.build, head=replace(stood.head, centre=(152, 150 - rise))))
    return _shown(scene, moved, lifted, *(placed(p, Matrix.moved(0.0, 30 - rise)) for p in (wing, far, fin)))


_FEATURES = frozenset(
    {"mouth", "right-eye", "left-eye", "right-brow", "left-brow", "right-cheek", "left-cheek", "nose", "glasses"}
)
_TEAR = (-0.06, 0.08, -0.10, 0.06, -0.04, 0.10, -0.08, 0.05, -0.07, 0.09, -0.03)


def _torn(scene: Scene) -> Figure:
    """Torn down the middle; each half leans away with its white edge."""
    figure = assembled_fox(scene, _stood(scene))
    gape = 8.0 + 2.0 * scene.swing()
    tear = [(MIDDLE + 100 * x, -40 + 42.0 * n) for n, x in enumerate(_TEAR)]
    nodes: list[Node] = []
    areas = []
    for side in (-1, 1):
        far = MIDDLE + side * 420
        half = lines([*tear, (far, 420), (far, -60)], closed=True)
        wide = placed(half, Matrix.moved(-side * 7.0, 0.0))
        edge = common(figure.silhouette, wide)
        moved = Matrix.turned(side * gape, (MIDDLE + side * 30, GROUND)) @ Matrix.moved(side * 9.0, 0.0)
        backing = scene.pen.shape(edge, "#fffaf2", part=f"half{side}")
        nodes.append(Group((*backing, Group((figure.node,), clip=half)), matrix=moved))
        areas.append(placed(edge, moved))
    scraps = [
        lines([polar((MIDDLE + x, y), 8, a + k) for k in (0, 110, 230)], closed=True)
        for x, y, a in ((-14, 60, 10), (16, 110, 70), (-6, 30, 40))
    ]
    nodes += [n for k, s in enumerate(scraps) for n in scene.pen.shape(s, scene.colour("coat"), part=f"scrap{k}")]
    return replace(figure, node=Group((Group(tuple(nodes), name="gag-torn"),)), silhouette=heaped(*areas))


def _curtain(scene: Scene) -> Figure:
    """The tail drawn before it; only ears and eyes are left."""
    shy = Arm((0.30, 0.9), Part.HEAD, 0.5, Hand.RELAXED, 0.0, Layer.BEHIND)
    stood = _stood(scene, Pose(legs=Legs.KNOCK, ears=scene.acting.pose.ears, left=shy, right=shy, tail=-1.0))
    figure = assembled_fox(scene, stood)
    y, h = stood.head.centre[1], stood.head.half_size[1]
    sway = 6 * scene.swing()
    middle = smooth(
        [
            (336, GROUND - 8),
            (304, GROUND - 56),
            (236, y + 1.05 * h),
            (140, y + 1.02 * h),
            (62, y + 0.72 * h + sway),
            (18, y + 0.30 * h + sway),
        ],
        closed=False,
    )
    whole, end = plume(middle, 150.0 * scene.choices.number("fluff"))
    tailless = tuple(layer for layer in figure.node.children if getattr(layer, "name", "") != "behind")
    node = Group((Group((*tailless, *tail_nodes(scene, whole, end)), name="gag-curtain"),))
    return replace(figure, node=node, silhouette=heaped(figure.silhouette, whole))


def _confetti(scene: Scene) -> Figure:
    """Scraps of its own colours in the air, a chain of paper between its hands."""
    up = Arm((1.05, -0.62), Part.HEAD, 0.4, Hand.OPEN)
    stood = _stood(scene, Pose(left=up, right=up, legs=Legs.KICK, ears=1.0, tail=1.0))
    figure = assembled_fox(scene, stood)
    shrunk = Matrix.moved(0.0, 2.0) @ Matrix.scaled(0.86, 0.86, (MIDDLE, GROUND))
    scraps: list[Node] = []
    tones = (scene.colour("coat"), scene.colour("white"), scene.colour("dark"), scene.colour("neck-colour"))
    for n in range(26):
        x = 20 + (n * 67) % 322
        y = 18 + ((n * 41) % 190 + 190 * scene.acting.phase) % 190
        turn = 47 * n + 360 * scene.acting.phase
        size = 7.0 + 4 * (n % 3)
        corners = [polar((x, y), size, turn + k) for k in ((0, 120, 240) if n % 2 else (0, 70, 180, 250))]
        scraps += scene.pen.shape(lines(corners, closed=True), tones[n % 4], part=f"scrap{n}")
    a, b = (shrunk.of(hand) for hand in figure.hands)
    links = []
    for n in range(9):
        t = (n + 0.5) / 9
        u, v = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t - 30 * (1 - (2 * t - 1) ** 2) + 8
        links.append(lines([(u - 11, v), (u, v - 9), (u + 11, v), (u, v + 9)], closed=True))
    chain = tuple(
        n for k, link in enumerate(links) for n in scene.pen.shape(link, tones[(1, 3)[k % 2]], part=f"link{k}")
    )
    nodes = (*scraps, Group((figure.node,), matrix=shrunk), *chain)
    w, h = figure.head.half_size
    bx, by = figure.body.half_size
    return replace(
        figure,
        node=Group((Group(nodes, name="gag-confetti"),)),
        head=Frame(shrunk.of(figure.head.centre), (0.86 * w, 0.86 * h), figure.head.tilt_degrees),
        body=Frame(shrunk.of(figure.body.centre), (0.86 * bx, 0.86 * by)),
        eyes=(shrunk.of(figure.eyes[0]), shrunk.of(figure.eyes[1])),
        eye_radius=0.86 * figure.eye_radius,
        mouth=shrunk.of(figure.mouth),
        hands=(a, b),
        silhouette=placed(figure.silhouette, shrunk),
    )


def _crane(scene: Scene) -> Figure:
    """Wings that beat, a long folded tail, its own head on a folded neck."""
    beat = 16 * scene.swing()
    coat, white, dark = scene.colour("coat"), scene.colour("white"), scene.colour("dark")
    stood = _head_at(scene, (96, 128), (72, 60), tilt=-6.0)
    head, sheet = head_nodes(scene, stood)
    near = [(196.0, 236.0), (300.0, 62.0 + beat), (250.0, 244.0)]
    far = [(178.0, 232.0), (206.0, 44.0 + 0.6 * beat), (232.0, 238.0)]
    body = [(120.0, 226.0), (250.0, 222.0), (214.0, 296.0)]
    neck = [(82.0, 166.0), (128.0, 160.0), (214.0, 296.0), (150.0, 262.0)]
    tail = [(236.0, 226.0), (346.0, 168.0), (214.0, 296.0)]
    nodes = (
        *_sheet(scene, far, mixed(coat, dark, 0.32), "far"),
        *_sheet(scene, tail, mixed(coat, dark, 0.14), "tail"),
        *_sheet(scene, [(346.0, 168.0), (304.0, 190.0), (296.0, 224.0)], white, "tail-tip"),
        *_sheet(scene, neck, mixed(coat, dark, 0.2), "neck"),
        *_sheet(scene, body, coat, "body"),
        *scene.pen.folded(lines(body, closed=True), ((190.0, 222.0), (214.0, 296.0))),
        *_sheet(scene, near, mixed(coat, "#ffffff", 0.12), "near"),
        *_sheet(
            scene, [(300.0, 62.0 + beat), (274.0, 105.0 + 0.75 * beat), (286.0, 112.0 + 0.75 * beat)], white, "wing-tip"
        ),
        _tilted(stood, head),
    )
    areas = [lines(p, closed=True) for p in (far, near, body, neck, tail)]
    return _shown(scene, stood, nodes, placed(sheet, Matrix.turned(-6.0, stood.head.centre)), *areas)


def _crumpled(scene: Scene) -> Figure:
    """A ball of paper with a face in its creases."""
    squeeze = 1 + 0.02 * scene.swing(2)
    centre, radius = (MIDDLE, GROUND - 116.0), 116.0
    rough = (1.0, 0.90, 1.03, 0.93, 1.02, 0.88, 0.99, 0.94, 1.04, 0.91, 1.0, 0.93, 0.98)
    rim = [polar(centre, radius * r * squeeze, 360 * n / len(rough) - 84) for n, r in enumerate(rough)]
    ball = lines(rim, closed=True)
    stood = _head_at(scene, (MIDDLE, GROUND - 124), (96, 80), tilt=-5.0)
    face, _ = head_nodes(
        scene, stood, sheet=lines([stood.head.at(x, y) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))], closed=True)
    )
    features = tuple(node for node in face if getattr(node, "name", "") in _FEATURES)
    coat, dark, white = scene.colour("coat"), scene.colour("dark"), scene.colour("white")
    facets: Nodes = ()
    inner = [polar(centre, radius * (0.62 if n % 2 else 0.74), 360 * n / 9 - 70) for n in range(9)]
    for n in range(9):
        a, b = rim[(n * 13) // 9], rim[((n + 1) * 13) // 9 % 13]
        tone = (mixed(coat, "#ffffff", 0.16), mixed(coat, dark, 0.16), coat, white)[n % 3 if n not in (3, 4) else 3]
        facets += _sheet(scene, [a, b, inner[(n + 1) % 9], inner[n]], tone, f"facet{n}")
    ears = [
        lines([polar(centre, 104 * k, t) for k, t in ((0.95, a), (1.36, a + 10), (0.97, a + 26))], closed=True)
        for a in (-132, -70)
    ]
    nodes = (
        *(n for k, ear in enumerate(ears) for n in scene.pen.shape(ear, dark if k else coat, part=f"ear{k}")),
        *scene.pen.shape(ball, coat, part="ball"),
        Group(facets, clip=ball),
        _tilted(stood, features),
    )
    return _shown(scene, stood, nodes, ball, *ears)


DRAWN: Mapping[str, Callable[[Scene], Figure]] = {
    "boat": _boat,
    "plane": _plane,
    "torn": _torn,
    "curtain": _curtain,
    "confetti": _confetti,
    "crane": _crane,
    "crumpled": _crumpled,
}
