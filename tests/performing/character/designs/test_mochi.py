import numpy as np
import pytest

from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Legs, Part, Pose
from pyojeong.performing.character.character import Character, Choices
from pyojeong.performing.character.designs.mochi import MOCHI
from pyojeong.performing.character.designs.mochi_body import is_on_mass, mass
from pyojeong.performing.character.looks import looks_of
from pyojeong.performing.character.stage import Edge, draw
from pyojeong.rig.expression import Expression

RESTING = Choices(MOCHI.space, {})
FRIGHT = Expression({"eyeWideLeft": 1.0, "eyeWideRight": 1.0, "browInnerUp": 0.8})
SORROW = Expression({"mouthFrownLeft": 1.0, "mouthFrownRight": 1.0})
ON_BELLY = Arm((0.3, 0.3), Part.BODY, 0.5, Hand.RELAXED, 0.0, Layer.FRONT)
RAISED = Arm((0.95, -1.05), Part.HEAD, 0.4, Hand.OPEN)


def figure(acting, choices=RESTING):
    return MOCHI.figure(choices, acting, looks_of(acting.expression), seed=0)


def test_it_grows_long_when_startled_and_sinks_when_sad():
    startled, sad, calm = (MOCHI.temper(Acting(expression=e)).pose.squash for e in (FRIGHT, SORROW, Expression()))
    assert startled > calm > sad
    assert MOCHI.temper(Acting(expression=FRIGHT, gag="ceiling")).pose.squash == calm


def test_a_hand_on_the_dough_has_no_arm_and_a_raised_one_grows_out_of_it():
    body = mass(RESTING, Acting(pose=Pose(left=ON_BELLY, right=RAISED)))
    raised, low = body.stood.arms
    assert is_on_mass(body, low) and not is_on_mass(body, raised)
    assert not body.outline.contains(*raised.bones.hand)
    plain = figure(Acting(pose=Pose(left=ON_BELLY, right=ON_BELLY))).silhouette.computeTightBounds()
    grown = figure(Acting(pose=Pose(left=ON_BELLY, right=RAISED))).silhouette.computeTightBounds()
    assert grown.left() < plain.left() - 10 and abs(grown.right() - plain.right()) < 1


@pytest.mark.parametrize("legs", list(Legs))
def test_it_stands_on_the_ground_whatever_its_stance(legs):
    body = mass(RESTING, Acting(pose=Pose(legs=legs)))
    assert abs(body.outline.computeTightBounds().bottom() - 331) < 3


@pytest.mark.parametrize("top", ["sprout", "cream", "berry"])
def test_what_lies_on_it_follows_what_it_feels(top):
    choices = Choices(MOCHI.space, {"top": top})
    high, low = (bounds(figure(Acting(pose=Pose(ears=e)), choices).node)[1] for e in (1.0, -1.0))
    assert top == "berry" or high < low - 3
    drawn = [
        painted(draw(Character("mochi", chosen={"top": top}), Acting(pose=Pose(ears=e)), edge=Edge.NONE), 120).pixels
        for e in (1.0, -1.0)
    ]
    assert not np.array_equal(*drawn)
