import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.svg import svg_of
from pyojeong.performing.character import (
    DESIGNS,
    MARGIN,
    PROPS,
    Acting,
    Arm,
    Character,
    Edge,
    Hand,
    Layer,
    Legs,
    Mark,
    Part,
    Pose,
    draw,
    looks_through,
)
from pyojeong.performing.character.acts import act_of
from pyojeong.performing.character.looks import Eye, Mouth
from pyojeong.rig.expression import Expression

CHESTNUT = Character("mascot", "밤톨")
FAR = Arm((3.5, -3.5), Part.HEAD, 0.2, Hand.OPEN)


def picture(acting=None, *, edge=Edge.NONE, px=120):
    return painted(draw(CHESTNUT, acting or Acting(), edge=edge), px).pixels


@pytest.mark.parametrize(
    "acting",
    (
        Acting(),
        Acting(pose=Pose(lift=0.6, squash=1.4)),
        Acting(pose=Pose(squash=0.5, shift=0.8)),
        Acting(pose=Pose(left=FAR, right=FAR, lean_degrees=35)),
        Acting(pose=Pose(prop="umbrella"), marks={Mark.HEART: 1.0, Mark.SOUL: 1.0}),
        *(Acting(pose=Pose(legs=legs)) for legs in Legs),
    ),
)
@pytest.mark.parametrize("edge", Edge)
def test_whatever_is_done_everything_stays_on_the_canvas(acting, edge):
    shadow, *rest = draw(CHESTNUT, acting, edge=edge).root.children
    assert shadow.name == "shadow"
    pixels = painted(draw(CHESTNUT, acting, edge=edge), 360).pixels[..., 3] > 90
    margin = int(MARGIN) - 1
    inner = pixels[margin:-margin, margin:-margin]
    assert inner.sum() == pixels.sum()
    assert rest


def test_what_fits_is_neither_scaled_nor_shifted():
    assert draw(CHESTNUT, Acting()).root.matrix is None


def test_squashing_keeps_the_feet_and_widens():
    rest, flat = (
        bounds(draw(CHESTNUT, Acting(pose=Pose(squash=s)), edge=Edge.NONE).root.children[1]) for s in (1, 0.8)
    )
    assert flat[3] == pytest.approx(rest[3], abs=4)
    assert flat[2] - flat[0] == pytest.approx((rest[2] - rest[0]) * 0.8**-0.5, rel=0.04)
    assert flat[3] - flat[1] == pytest.approx((rest[3] - rest[1]) * 0.8, rel=0.04)


def test_a_white_edge_surrounds_the_figure_and_only_where_it_is_wanted():
    plain, edged = picture(px=360), picture(edge=Edge.WHITE, px=360)
    added = (edged[..., 3] > 250) & (plain[..., 3] < 30)
    assert added.sum() > 1500
    assert (edged[added][:, :3] > 200).all()


def test_a_turned_head_carries_the_face_and_a_mirrored_acting_is_nearly_a_mirrored_picture():
    right = picture(Acting(expression=Expression(yaw_degrees=30)))
    left = picture(Acting(expression=Expression(yaw_degrees=-30)))
    assert np.abs(right.astype(int) - left).mean() > 1.5
    shine_only = np.abs(right[:, ::-1].astype(int) - left).mean()
    assert shine_only < np.abs(right.astype(int) - left).mean() / 2


def test_a_head_tilts_with_the_expression():
    assert np.abs(picture(Acting(expression=Expression(roll_degrees=12))).astype(int) - picture()).mean() > 2


@pytest.mark.parametrize("layer", Layer)
def test_a_hand_at_the_head_is_before_it_or_hidden_by_it(layer):
    arm = Arm((0.3, 0.2), Part.HEAD, 0.6, Hand.FIST, layer=layer)
    seen = (
        np.abs(picture(Acting(pose=Pose(left=arm))).astype(int) - picture(Acting(pose=Pose(left=Arm((0.3, 0.9)))))).sum(
            -1
        )
        > 60
    )
    face = seen[40:64, 62:84].mean()
    assert (face > 0.2) == (layer is Layer.FRONT)


def test_crossed_arms_lie_over_one_another():
    crossed = Arm((-0.45, 0.0), Part.BODY, 0.9, layer=Layer.FRONT)
    drawn = svg_of(draw(CHESTNUT, Acting(pose=Pose(left=crossed, right=crossed)), edge=Edge.NONE))
    side = Arm((0.45, 0.0), Part.BODY, 0.9, layer=Layer.FRONT)
    beside = svg_of(draw(CHESTNUT, Acting(pose=Pose(left=side, right=side)), edge=Edge.NONE))
    arms = [
        text[text.index('label="arms"') : text.index('label="head"')].count("<path")
        for text in (crossed_svg for crossed_svg in (drawn, beside))
    ]
    assert arms[0] > arms[1]


@pytest.mark.parametrize("name", PROPS)
def test_every_prop_is_seen_has_both_names_and_is_of_one_kind(name):
    prop = PROPS[name]
    assert prop.korean and prop.english
    rest = Pose(left=Arm((1.4, 0.1)), right=Arm((1.4, 0.1)))
    bare, held = (picture(Acting(pose=Pose(left=rest.left, right=rest.right, prop=p))) for p in ("", name))
    assert (np.abs(bare.astype(int) - held).sum(-1) > 60).sum() > 40


def test_there_is_enough_to_hold():
    assert len(PROPS) >= 24


def test_resting_arms_take_hold_of_a_prop_and_busy_ones_do_what_they_were_asked():
    busy = Arm((1.2, -0.3), Part.HEAD, 0.5, Hand.TWO)
    assert (np.abs(picture(Acting(pose=Pose(prop="gift"))).astype(int) - picture()).sum(-1) > 60).mean() > 0.02
    two = picture(Acting(pose=Pose(left=busy, right=busy, prop="party-hat")))
    waving = picture(Acting(pose=Pose(left=busy, right=busy)))
    assert (np.abs(two.astype(int) - waving).sum(-1) > 60)[40:].mean() < 0.02


def test_a_screen_reader_hears_who_it_is():
    assert "밤톨" in draw(CHESTNUT, Acting()).title
    assert "<title>밤톨" in svg_of(draw(CHESTNUT, Acting()))


def test_drawing_is_a_pure_function():
    acting = Acting(pose=Pose(prop="cake"), marks={Mark.HEART: 0.8})
    assert svg_of(draw(CHESTNUT, acting)) == svg_of(draw(CHESTNUT, acting))


def test_looks_are_carried_through_a_film():
    blinks = [
        Acting(expression=Expression({"eyeBlinkLeft": v, "eyeBlinkRight": v})) for v in (0.0, 0.8, 0.68, 0.8, 0.0)
    ]
    kinds = [looks.left_eye for looks in looks_through(blinks)]
    assert kinds == [Eye.OPEN, Eye.SHUT, Eye.SHUT, Eye.SHUT, Eye.OPEN]
    assert looks_through(()) == ()


def test_an_unknown_design_is_told_with_those_there_are():
    with pytest.raises(PyojeongError, match="mascot") as caught:
        draw(Character("nobody"), Acting())
    assert "nobody" in caught.value.english and caught.value.kind == "unknown-design"
    with pytest.raises(PyojeongError, match="ears") as caught:
        draw(Character("mascot", chosen={"wings": 1.0}), Acting())
    assert caught.value.kind == "bad-choice"


_AWAKE = {"eyeWideLeft": 0.7, "eyeWideRight": 0.7, "browOuterUpLeft": 0.6, "browOuterUpRight": 0.6}


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("face", [{}, _AWAKE, {"browInnerUp": 0.6, "mouthFrownLeft": 0.6, "mouthFrownRight": 0.6}])
def test_nobody_snores_with_open_eyes(design, face):
    """Whatever mood or strength the face was given, as when a text's mood is put on the moment it speaks of."""
    tempered = [DESIGNS[design].temper(Acting(Expression(face), marks=marks)) for marks in ({Mark.SLEEP: 1.0}, {})]
    asleep, awake = (looks_through([acting])[0] for acting in tempered)
    shut = {Eye.SHUT, Eye.ARCH, Eye.WEEPING, Eye.CLENCHED}
    assert {asleep.right_eye, asleep.left_eye} <= shut
    assert not {awake.right_eye, awake.left_eye} & shut and asleep.mouth is awake.mouth


@pytest.mark.parametrize("design", DESIGNS)
def test_who_is_sleepy_keeps_its_eyes_shut_and_yawns(design):
    acting = DESIGNS[design].temper(act_of("sleepy", design=DESIGNS[design]).key)
    looks = looks_through([acting])[0]
    assert {looks.right_eye, looks.left_eye} == {Eye.SHUT} and looks.mouth in (Mouth.ROUND, Mouth.TALK)
