import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import Acting, Character, Edge, Pose, draw
from pyojeong.performing.character.acts import MOMENTS, act_for
from pyojeong.performing.character.acts.emotions import BANDS
from pyojeong.performing.character.acts.stances import HANGING, UP
from pyojeong.performing.character.designs.doodle import DOODLE
from pyojeong.performing.character.designs.doodle_hair import HAIR
from pyojeong.rig.expression import Expression
from pyojeong.rig.names import ARKIT_NAMES

SMILE = Expression({"mouthSmileLeft": 0.9, "mouthSmileRight": 0.9})


def picture(acting, *, seed=0, **chosen):
    drawn = draw(Character("doodle", chosen=chosen, seed=seed), acting, edge=Edge.NONE)
    return painted(drawn, 120, ground="#ffffff").pixels[..., :3].astype(int)


def differing(one, other):
    return (np.abs(one - other).sum(-1) > 60).mean()


def test_little_feeling_is_not_worth_open_eyes_and_much_of_it_is_overdone():
    bored = DOODLE.temper(Acting()).expression
    assert bored["eyeBlinkLeft"] > 0.3 and bored["mouthLeft"] > 0.3
    glad = DOODLE.temper(Acting(expression=Expression({"mouthSmileLeft": 0.7, "mouthSmileRight": 0.7}))).expression
    assert glad["mouthSmileLeft"] > 0.75 and glad["eyeBlinkLeft"] == 0
    tall = DOODLE.temper(Acting(expression=SMILE, pose=Pose(squash=1.1))).pose.squash
    assert tall > 1.1


def test_the_hand_that_has_nothing_to_do_scratches_the_belly():
    pose = DOODLE.temper(Acting(pose=Pose(left=UP))).pose
    assert pose.left == UP and pose.right != HANGING
    assert DOODLE.temper(Acting()).pose.right == HANGING


@pytest.mark.parametrize("emotion", Emotion)
def test_every_strong_feeling_is_a_gag_of_its_own(emotion):
    strong = act_for(emotion, 1.0, design=DOODLE).key
    assert strong.gag in DOODLE.gags
    assert not act_for(emotion, 0.3, design=DOODLE).key.gag


def test_own_acts_are_known_names_and_every_gag_is_played():
    assert DOODLE.own_acts.keys() <= MOMENTS.keys() | {act.name for pair in BANDS.values() for act in pair}
    played = {act if isinstance(act, str) else act.key.gag for act in DOODLE.own_acts.values()} - {""}
    assert played == set(DOODLE.gags)


def test_every_seed_is_another_potato_and_the_same_seed_the_same():
    assert differing(picture(Acting()), picture(Acting(), seed=7)) > 0.01
    assert not differing(picture(Acting(), seed=7), picture(Acting(), seed=7))


def test_lines_boil_through_a_cycle_of_an_unmoved_pose():
    assert 0.002 < differing(picture(Acting(), wobble=3.0), picture(Acting(phase=0.5), wobble=3.0)) < 0.2


def test_every_head_of_hair_is_another():
    seen = [picture(Acting(), **{"hair-style": option.name}) for option in HAIR]
    for n, one in enumerate(seen):
        for m, other in enumerate(seen[:n]):
            assert differing(one, other) > 0.002, (HAIR[n].name, HAIR[m].name)


def test_every_movement_of_a_face_shows():
    still = picture(Acting())
    seen = {name: differing(picture(Acting(expression=Expression({name: 1.0}))), still) for name in ARKIT_NAMES}
    assert [name for name, share in seen.items() if not share] == []
