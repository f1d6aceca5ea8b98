import numpy as np
import pytest

from pyojeong.media.drawing.nodes import Drawing, Group
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character.acting import Acting, Arm, Hand, Legs, Part, Pose
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.duck import DUCK
from pyojeong.performing.character.designs.duck_bill import Bill, bill_at
from pyojeong.performing.character.designs.duck_parts import build
from pyojeong.performing.character.designs.duck_wings import wing_path
from pyojeong.performing.character.face.forms import mouth_form
from pyojeong.performing.character.looks import Mouth, looks_of
from pyojeong.rig.expression import Expression

RESTING = Choices(DUCK.space, {})
SMILE = {"mouthSmileLeft": 1.0, "mouthSmileRight": 1.0}
SIDED = ("Smile", "Frown", "Dimple", "UpperUp", "LowerDown", "Press", "Stretch")
SINGLE = ("Left", "Right", "Pucker", "Funnel", "RollUpper", "RollLower", "ShrugLower", "ShrugUpper", "Close")
MOUTHS = [
    *(f"mouth{name}{side}" for name in SIDED for side in ("Left", "Right")),
    *(f"mouth{name}" for name in SINGLE),
    *("jawOpen", "jawLeft", "jawRight", "jawForward", "tongueOut", "noseSneerLeft", "noseSneerRight"),
]  # fmt: skip


def bill(mouth, expression=None, phase=0.0):
    drawn = Bill(
        DUCK.pen(RESTING, 0), mouth_form(expression or Expression()), (90, 80), 50,
        colour="#f7941e", inside="#7c2436", tongue="#ff8f98", phase=phase,
    )  # fmt: skip
    nodes = bill_at(drawn, mouth)
    return painted(Drawing(Group(nodes), (180, 180)), 90, ground="#ffffff").pixels[..., :3].astype(int)


def differing(one, other):
    return int((np.abs(one - other).sum(-1) > 40).sum())


def test_every_kind_of_mouth_is_another_bill():
    drawn = {mouth: bill(mouth, Expression({"jawOpen": 0.4})) for mouth in Mouth}
    kinds = list(Mouth)
    for n, one in enumerate(kinds):
        for other in kinds[n + 1 :]:
            assert differing(drawn[one], drawn[other]) > 12, (one, other)


@pytest.mark.parametrize("name", MOUTHS)
def test_every_movement_of_the_mouth_moves_the_bill(name):
    base = {"jawOpen": 0.35} if name in ("mouthClose", "jawLeft", "jawRight") else {}
    moved = Expression({**base, name: 1.0})
    looks = looks_of(moved)
    assert differing(bill(looks.mouth, moved), bill(looks_of(Expression(base)).mouth, Expression(base))) > 10


@pytest.mark.parametrize("hand", list(Hand))
def test_every_hand_is_made_of_other_feathers(hand):
    def area(which):
        arm = Arm((1.2, -0.3), Part.HEAD, 0.5, which)
        stood = posture(build(RESTING), Acting(pose=Pose(left=arm)))
        return wing_path(stood.arms.left, 34, 17)

    same = {Hand.STOP: Hand.OPEN, Hand.PINCH_HEART: Hand.FIST}
    for other in Hand:
        if other is not hand and same.get(other, other) is not same.get(hand, hand):
            assert area(hand) != area(other)


def test_gladness_dances_and_everything_else_is_an_insult():
    glad = DUCK.temper(Acting(expression=Expression(SMILE), pose=Pose(left=Arm((1.0, -1.0), Part.HEAD))))
    assert glad.pose.legs is Legs.KICK and glad.pose.tail > 0.8
    calm = DUCK.temper(Acting())
    assert calm.expression["browDownLeft"] > 0.2 and calm.pose.legs is Legs.STAND
    afraid = DUCK.temper(Acting(expression=Expression({"browInnerUp": 0.8})))
    assert afraid.expression["browDownLeft"] == 0.0
