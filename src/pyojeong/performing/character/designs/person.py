"""What every drawn person has, in whatever style: hair, ears, a face and clothes from the shared names."""

from __future__ import annotations

from pyojeong.media.drawing.colours import mixed
from pyojeong.media.drawing.nodes import Node
from pyojeong.media.drawing.paths import arc, circle, mirrored_smooth, oval
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.assembling import Dress, heaped
from pyojeong.performing.character.build import Build, Posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.person_face import Manner, faced, head_path, layout_of
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.layout import places
from pyojeong.performing.character.looks import Looks
from pyojeong.performing.character.pens import Nodes, Pen
from pyojeong.performing.character.wear import Worn, below_chin, glasses, hat
from pyojeong.performing.character.wear.people import BULGES, Bulges, Garment, Hair, Tone, garment, hair_of

_GOLD = "#f0c24e"


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
        _bulges(choices),
        tie=choices.colour("hat-colour"),
    )


def _bulges(choices: Choices) -> Bulges | None:
    """Of the hair; None while it is as its style is drawn."""
    shares = tuple(choices.number(f"hair-{place}") for place, _ in BULGES)
    return Bulges(shares) if any(shares) else None


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
    tone, where = Tone(choices.colour("skin")), places(stood, layout_of(choices, manner))
    back, front = hair_of(pen, hair_chosen(choices), stood.upright_head, turn=stood.face, sway=sway)
    eared, topped = _ears(pen, choices, stood, tone), _hat(pen, choices, stood.upright_head, acting)
    worn = _clothes(pen, choices, below_chin(rest, stood.body))
    shoes = choices.colour("shoes")
    return Dress(
        skin=tone.drawn,
        torso=worn.torso,
        body=mirrored_smooth(manner.body, stood.body.centre, stood.body.half_size),
        head=head_path(choices, manner, stood.upright_head),
        head_nodes=(*eared.nodes, *_front(pen, choices, manner, stood, front, acting, looks), *topped.nodes),
        eyes=where.eyes,
        eye_radius=where.eye_radius,
        mouth=where.mouth,
        behind_head=back.nodes,
        on_body=worn.on_body,
        over_body=worn.over_body,
        sleeve=worn.sleeve,
        trousers=worn.legs or tone.drawn,
        shoe=shoes,
        sole=mixed(shoes, choices.colour("second-colour"), 0.5),
        hair=heaped(*front.areas) if front.areas else None,
        crown=(*back.areas, *front.areas, *eared.areas, *topped.areas, *worn.areas),
    )


def _clothes(pen: Pen, choices: Choices, seen: Frame) -> Garment:
    colours = choices.colour("clothes-colour"), choices.colour("second-colour")
    return garment(pen, choices.option("clothes"), seen, *colours)


def _front(
    pen: Pen, choices: Choices, manner: Manner, stood: Posture, front: Worn, acting: Acting, looks: Looks
) -> Nodes:
    """Face, hair and glasses."""
    where = places(stood, layout_of(choices, manner))
    return (
        *faced(pen, choices, manner, stood.upright_head, where, front, acting, looks),
        *glasses(pen, choices.option("glasses"), where, choices.colour("glasses-colour")),
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
