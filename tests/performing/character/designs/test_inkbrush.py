import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import Acting, Character, Edge, Pose, choices_of, draw
from pyojeong.performing.character.acts import MOMENTS, act_for
from pyojeong.performing.character.acts.emotions import BANDS
from pyojeong.performing.character.acts.faces import face
from pyojeong.performing.character.designs.inkbrush import INKBRUSH
from pyojeong.performing.character.designs.inkbrush_letters import LETTERS, written
from pyojeong.performing.character.designs.inkbrush_parts import mood, tail
from pyojeong.performing.character.figure import GROUND, Frame
from pyojeong.performing.character.stage import looks_through
from pyojeong.rig.expression import Expression
from pyojeong.rig.names import ARKIT_NAMES

BODY = Frame((180, 270), (70, 58))
TELLS = {
    Emotion.JOY: "glad",
    Emotion.SADNESS: "sad",
    Emotion.ANGER: "cross",
    Emotion.FEAR: "afraid",
    Emotion.SURPRISE: "startled",
    Emotion.NEUTRAL: "calm",
}


def picture(acting, **chosen):
    drawn = draw(Character("inkbrush", chosen=chosen), acting, edge=Edge.NONE)
    return painted(drawn, 120, ground="#ffffff").pixels[..., :3].astype(int)


def differing(one, other):
    return (np.abs(one - other).sum(-1) > 60).mean()


@pytest.mark.parametrize(("emotion", "told"), TELLS.items())
def test_the_tail_gives_away_what_is_felt(emotion, told):
    assert mood(face(emotion, 0.9)) == told


def test_every_mood_has_a_tail_of_its_own_above_the_ground():
    choices, pen = choices_of(Character("inkbrush")), INKBRUSH.pen(choices_of(Character("inkbrush")), 0)
    boxes = [tail(pen, choices, BODY, kind, 0.0)[0].path.getBounds() for kind in (*TELLS.values(), "thinking")]
    assert len({(round(box.width()), round(box.height())) for box in boxes}) == len(boxes)
    assert all(box.bottom() <= GROUND + 8 for box in boxes)


def test_small_feelings_are_kept_behind_a_raised_chin_and_large_ones_flatten_the_ears():
    small = INKBRUSH.temper(Acting(expression=Expression({"mouthSmileLeft": 0.5, "mouthSmileRight": 0.5})))
    assert small.expression["mouthSmileLeft"] < 0.45 and small.expression.pitch_degrees > 3 and small.pose.squash > 1
    large = INKBRUSH.temper(Acting(expression=Expression({"mouthSmileLeft": 0.9}), pose=Pose(ears=0.2)))
    assert large.expression["mouthSmileLeft"] == 0.9 and large.pose.ears < 0


def test_own_acts_are_known_names_and_every_gag_is_played():
    assert INKBRUSH.own_acts.keys() <= MOMENTS.keys() | {act.name for pair in BANDS.values() for act in pair}
    played = {act if isinstance(act, str) else act.key.gag for act in INKBRUSH.own_acts.values()} - {""}
    assert played == set(INKBRUSH.gags)


def test_what_the_tail_writes_depends_on_what_is_felt():
    seen = [
        picture(Acting(expression=face(emotion, 0.9), gag="tail-writes")) for emotion in (Emotion.JOY, Emotion.ANGER)
    ]
    assert differing(seen[0][:50, 60:], seen[1][:50, 60:]) > 0.03


@pytest.mark.parametrize("letter", LETTERS)
def test_letters_stay_in_their_box(letter):
    for stroke in written(letter, (100, 50), (40, 60)):
        box = stroke.getBounds()
        assert box.left() >= 96 and box.right() <= 144 and box.top() >= 46 and box.bottom() <= 115


def test_a_seal_can_be_left_off():
    assert differing(picture(Acting()), picture(Acting(), seal="none")) > 0.001


@pytest.mark.parametrize("emotion", Emotion)
def test_both_bands_are_other_pictures(emotion):
    soft, strong = (act_for(emotion, share, design=INKBRUSH).key for share in (0.4, 1.0))
    assert looks_through([INKBRUSH.temper(soft)])[0] != looks_through([INKBRUSH.temper(strong)])[0] or strong.gag
    assert differing(picture(soft), picture(strong)) > 0.05


def test_every_movement_of_a_face_shows():
    still = picture(Acting())
    seen = {name: differing(picture(Acting(expression=Expression({name: 1.0}))), still) for name in ARKIT_NAMES}
    assert [name for name, share in seen.items() if not share] == []
