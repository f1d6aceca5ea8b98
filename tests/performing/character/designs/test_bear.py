"""The bear: slow, near to its body, a father of an office."""

import math

import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.colours import contrast
from pyojeong.performing.character.acting import Acting, Legs, Mark, Pose
from pyojeong.performing.character.acts import act_for, act_of
from pyojeong.performing.character.acts.faces import face
from pyojeong.performing.character.acts.stances import OUT, both
from pyojeong.performing.character.build import posture
from pyojeong.performing.character.character import Choices
from pyojeong.performing.character.designs.animals import Cast, turned
from pyojeong.performing.character.designs.bear import BEAR
from pyojeong.performing.character.designs.bear_figure import standing
from pyojeong.performing.character.designs.bear_parts import build, style
from pyojeong.performing.character.face import Eyes
from pyojeong.performing.character.looks import looks_of


def cast(acting: Acting, **chosen: str | float) -> Cast:
    choices = Choices(BEAR.space, chosen)
    return Cast(BEAR.pen(choices, 0), choices, acting, looks_of(acting.expression))


def test_it_has_a_small_head_on_a_large_body() -> None:
    made = build(Choices(BEAR.space, {}))
    head, body = (math.prod(frame.half_size) for frame in (made.head, made.body))
    assert head < 0.5 * body


def test_it_does_everything_slowly_and_near_its_body() -> None:
    acted = BEAR.temper(Acting(face(Emotion.JOY, 1.0), both(OUT, legs=Legs.JUMP, lift=0.2))).pose
    assert acted.legs is not Legs.JUMP and acted.lift == 0.0
    assert abs(acted.left.at[0]) < abs(OUT.at[0])


def test_what_takes_both_hands_is_held_in_both() -> None:
    act = act_of("gift", design=BEAR)
    acted = BEAR.temper(act.key)
    right, left = posture(build(Choices(BEAR.space, {})), acted).arms
    assert math.dist(right.bones.hand, left.bones.hand) < 1.5 * build(Choices(BEAR.space, {})).head.half_size[0]


def test_bowing_it_comes_down_and_its_hands_hang() -> None:
    bowed = BEAR.temper(Acting(pose=Pose(bow=0.8))).pose
    assert bowed.left == bowed.right and bowed.left.at[0] > 0.9
    choices = Choices(BEAR.space, {})
    assert build(choices, bow=0.8).body.half_size[1] < 0.8 * build(choices).body.half_size[1]


def test_anger_is_not_softened() -> None:
    furious = BEAR.temper(Acting(face(Emotion.ANGER, 1.0), marks={Mark.VEIN: 0.5}))
    assert Mark.VEIN in furious.marks
    assert furious.expression["browDownLeft"] > 0.7


@pytest.mark.parametrize("fur", ("#a8704a", "#5a4a52", "#f3ece0", "#3a2226"))
def test_its_eyes_show_on_every_paper(fur: str) -> None:
    manner = style(Choices(BEAR.space, {"fur": fur}))
    assert manner.eye_colour is not None
    seen = contrast(manner.eye_colour, fur) if manner.eyes is Eyes.DOT else contrast(manner.white, fur)
    assert seen > 2.2
    assert manner.brow_colour is not None and contrast(manner.brow_colour, fur) > 1.5


def test_a_turned_figure_knows_where_its_parts_are() -> None:
    figure = standing(cast(Acting()))
    laid = turned(figure, 90.0, (180.0, 336.0))
    (x, y), (a, b) = figure.mouth, laid.mouth
    assert (a, b) == pytest.approx((180 + 336 - y, 336 + x - 180))
    assert laid.head.tilt_degrees == figure.head.tilt_degrees + 90
    assert laid.silhouette.contains(*laid.mouth)


def test_strong_emotions_and_the_office_are_gags_of_its_own() -> None:
    played = {act_for(e, 1.0, design=BEAR).key.gag for e in Emotion} - {""}
    assert len(played) >= 5
    assert act_of("to-work", design=BEAR).key.gag == "commute"
    assert set(BEAR.own_acts.values()) == set(BEAR.gags)
