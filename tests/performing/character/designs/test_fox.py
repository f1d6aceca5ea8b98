import numpy as np
import pytest

from pyojeong.media.drawing.nodes import Drawing, Group
from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.paths import circle, common
from pyojeong.performing.character.acting import Acting, Legs, Pose
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Character, Choices
from pyojeong.performing.character.designs.fox import FOX
from pyojeong.performing.character.designs.fox_head import head_sheet
from pyojeong.performing.character.designs.fox_limbs import tail_sheet
from pyojeong.performing.character.designs.fox_stand import build
from pyojeong.performing.character.figure import CANVAS
from pyojeong.performing.character.looks import looks_of
from pyojeong.performing.character.stage import Edge, draw
from pyojeong.rig.expression import Expression
from pyojeong.rig.names import ARKIT_NAMES

RESTING = Choices(FOX.space, {})
JOY = Expression({"mouthSmileLeft": 0.5, "mouthSmileRight": 0.5})
SORROW = Expression({"mouthFrownLeft": 1.0, "mouthFrownRight": 1.0, "browInnerUp": 0.6})


def nodes_of(node):
    yield node
    for child in getattr(node, "children", ()):
        yield from nodes_of(child)


def picture(expression):
    drawn = draw(Character("fox"), Acting(expression), edge=Edge.NONE)
    return painted(drawn, 240, ground="#ffffff").pixels[..., :3].astype(int)


def test_the_tail_says_what_the_face_would_not():
    body = posture(build(RESTING), Acting()).body
    tails = [FOX.temper(Acting(expression=e)).pose.tail for e in (JOY, Expression(), SORROW)]
    assert tails[0] > tails[1] > tails[2]
    tops = [tail_sheet(RESTING, body, tail)[0].computeTightBounds().top() for tail in (1.0, 0.0, -1.0)]
    assert tops[0] < tops[1] < tops[2]


@pytest.mark.parametrize("stand", [-1.0, -0.4, 0.0, 0.6, 1.0])
def test_the_white_end_lies_within_the_tail_and_away_from_the_body(stand):
    stood = posture(build(RESTING), Acting())
    whole, end = tail_sheet(RESTING, stood.body, stand)
    outer, inner = whole.computeTightBounds(), end.computeTightBounds()
    assert 0.1 < inner.width() * inner.height() / (outer.width() * outer.height()) < 0.7
    assert outer.left() - 1 <= inner.left() and inner.right() <= outer.right() + 1
    assert common(end, circle(stood.body.centre, 0.8 * stood.body.half_size[0])).isEmpty()


def test_ears_are_of_one_sheet_with_the_head_and_go_with_what_it_feels():
    head = posture(build(RESTING), Acting()).upright_head
    up, low = (head_sheet(RESTING, head, stand).computeTightBounds() for stand in (1.0, -1.0))
    assert up.top() < low.top() - 30 and low.width() > up.width() + 10


def test_it_is_too_vain_to_jump_and_smiles_on_one_side():
    jumped = FOX.temper(Acting(JOY, Pose(legs=Legs.JUMP, lift=0.2)))
    assert jumped.pose.legs is Legs.TIPTOE and jumped.pose.lift <= 0.03
    assert jumped.expression["mouthSmileLeft"] > 1.5 * jumped.expression["mouthSmileRight"]


def test_sheets_have_grain_and_shadows_but_no_blur():
    acting = FOX.temper(Acting())
    figure = FOX.figure(RESTING, acting, looks_of(acting.expression), seed=0)
    every = list(nodes_of(figure.node))
    assert any(isinstance(node, Group) and node.grain for node in every)
    assert not any(isinstance(node, Group) and node.blur for node in every)
    painted(Drawing(Group((figure.node,)), (CANVAS, CANVAS)), 60)


@pytest.mark.parametrize("name", ARKIT_NAMES)
def test_every_movement_changes_the_face(name):
    base = {"jawOpen": 0.4} if name in ("jawLeft", "jawRight", "mouthClose") else {}
    moved, still = (picture(Expression(values)) for values in ({**base, name: 1.0}, base))
    assert (np.abs(moved - still).sum(-1) > 40).sum() > 6
