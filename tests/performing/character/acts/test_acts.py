"""Acts: every one another picture, each findable, each its design's own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Arm, Legs, Mark, Pose
from pyojeong.performing.character.acts import MOMENTS, Act, Temper, act_for, act_of, moments_for, portrait_for
from pyojeong.performing.character.acts.emotions import BANDS, EMOTION_ACTS
from pyojeong.performing.character.designs import DESIGNS
from pyojeong.performing.character.looks import looks_of
from pyojeong.performing.character.props import PROPS
from pyojeong.rig import Expression

EVERY = (*EMOTION_ACTS, *MOMENTS.values())


def arm_of(arm: Arm) -> tuple[object, ...]:
    return (tuple(round(v, 1) for v in arm.at), arm.part, arm.hand, arm.layer)


def body_of(pose: Pose) -> tuple[object, ...]:
    return (arm_of(pose.left), arm_of(pose.right), pose.legs, round(pose.bow, 1), pose.prop)


def looks(acting: Acting) -> tuple[object, ...]:
    found = looks_of(acting.expression, eyes=acting.eyes, mouth=acting.mouth)
    return found.right_eye, found.left_eye, found.mouth


def signature(acting: Acting) -> tuple[object, ...]:
    return body_of(acting.pose), frozenset(acting.marks), looks(acting)


def test_there_is_a_moment_for_everyday_needs() -> None:
    assert len(MOMENTS) >= 56
    assert {act.emotion for act in MOMENTS.values()} == set(Emotion)


@pytest.mark.parametrize("act", EVERY, ids=lambda act: act.name)
def test_an_act_can_be_found_and_played(act: Act) -> None:
    assert act.korean and act.english and len(act.tags) >= 3
    assert len(set(act.tags)) == len(act.tags)
    assert not act.key.pose.prop or act.key.pose.prop in PROPS
    assert act.at(0.0) == act.key
    for n in range(48):
        assert act.at(n / 48).phase == pytest.approx(n / 48)


def test_no_two_moments_are_the_same_picture() -> None:
    seen: dict[tuple[object, ...], str] = {}
    for act in EVERY:
        other = seen.setdefault(signature(act.key), act.name)
        assert other == act.name, f"{act.name} and {other}"


def test_most_moments_differ_from_every_other_without_their_marks() -> None:
    bare = [(body_of(act.key.pose), looks(act.key)) for act in MOMENTS.values()]
    assert len(set(bare)) >= 0.97 * len(bare)


@pytest.mark.parametrize("emotion", Emotion)
def test_the_second_band_is_another_pose_face_and_signs(emotion: Emotion) -> None:
    soft, strong = (act.key for act in BANDS[emotion])
    assert body_of(soft.pose) != body_of(strong.pose)
    assert looks(soft)[:2] != looks(strong)[:2] or looks(soft)[2] != looks(strong)[2]
    assert set(soft.marks) != set(strong.marks)


def test_sixteen_cells_differ_in_eyes_and_mouth_or_in_pose() -> None:
    cells = [(body_of(act.key.pose), looks(act.key)) for act in EMOTION_ACTS]
    for n, (pose, face) in enumerate(cells):
        for other_pose, other_face in cells[n + 1 :]:
            assert pose != other_pose or (face[:2] != other_face[:2] and face[2] != other_face[2])


def test_intensity_chooses_the_band_and_scales_the_face_within_it() -> None:
    weak, strong = act_for(Emotion.ANGER, 0.2), act_for(Emotion.ANGER, 0.55)
    assert weak.name == strong.name == "anger"
    assert weak.key.expression["browDownLeft"] < strong.key.expression["browDownLeft"]
    assert act_for(Emotion.ANGER, 0.6).name == "anger-strong"
    with pytest.raises(ValueError, match="intensity"):
        act_for(Emotion.JOY, 0.0)


def test_an_unknown_moment_is_told_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="hello"):
        act_of("helo")


@pytest.mark.parametrize(
    ("words", "name"),
    [("생일 축하해", "birthday"), ("퇴근하고 싶다", "off-work"), ("배고파 죽겠다", "hungry"), ("고마워", "thank-you")],
)
def test_moments_are_found_by_what_people_type(words: str, name: str) -> None:
    assert name in [act.name for act in moments_for(words)[:3]]


def test_words_for_nothing_find_nothing() -> None:
    assert moments_for("") == moments_for("qzx") == ()


class Gruff:
    """A design that sleeps in its own way and has a gag for anger."""

    own_acts: Mapping[str, Act | str] = {"sleeping": MOMENTS["zoning-out"], "anger-strong": "volcano"}


def test_a_design_does_some_things_in_its_own_way() -> None:
    assert act_of("sleeping", design=Gruff()).name == "zoning-out"
    assert act_for(Emotion.ANGER, 1.0, design=Gruff()).key.gag == "volcano"
    assert act_of("hello", design=Gruff()) == MOMENTS["hello"]


TEMPERS = {
    "lively": Temper(energy=1.0, grumpiness=-0.5),
    "limp": Temper(energy=-1.0),
    "shy": Temper(shyness=0.9, softness=0.2),
    "gruff": Temper(grumpiness=0.9, softness=-0.4),
    "soft": Temper(softness=0.9),
}


def shown(acting: Acting) -> tuple[object, ...]:
    pose = acting.pose
    numbers = (pose.lean_degrees, pose.lift, pose.squash, *pose.turn, *pose.head_shift)
    return (*signature(acting), tuple(round(v, 2) for v in numbers), acting.expression)


def test_the_same_moment_by_five_tempers_is_five_pictures() -> None:
    for act in EVERY:
        pictures = {shown(temper.acted(act.key)) for temper in TEMPERS.values()}
        assert len(pictures) >= 4, act.name


def test_most_moments_change_pose_or_signs_with_the_temper_not_only_angles() -> None:
    changed = sum(len({signature(t.acted(act.key)) for t in TEMPERS.values()}) >= 3 for act in EVERY)
    assert changed >= 0.8 * len(EVERY), changed / len(EVERY)


def test_a_gag_is_nobody_elses_business() -> None:
    gag = Acting(gag="volcano", marks={Mark.HEART: 0.8})
    assert Temper(grumpiness=1.0).acted(gag) == gag


def test_a_plain_temper_changes_nothing() -> None:
    assert all(Temper().acted(act.key) == act.key for act in EVERY)


def test_a_limp_temper_stays_on_the_ground_and_a_gruff_one_gives_no_hearts() -> None:
    jump = act_for(Emotion.JOY, 1.0).key
    assert Temper(energy=-1).acted(jump).pose.legs is Legs.SIT
    assert Temper(energy=-0.5).acted(jump).pose.legs is Legs.STAND
    assert Temper(energy=-1).acted(jump).pose.lift == 0
    assert Mark.HEART not in Temper(grumpiness=1).acted(jump).marks
    assert Temper(energy=1).acted(jump).pose.lift > jump.pose.lift


def test_a_trait_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="energy"):
        Temper(energy=1.5)


def test_an_act_keeps_what_is_felt() -> None:
    for emotion, (soft, strong) in BANDS.items():
        for act in (soft, strong):
            assert act.emotion is emotion
            assert isinstance(act.key.expression, Expression)


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
@pytest.mark.parametrize("emotion", Emotion)
def test_a_portrait_stands_and_is_no_gag(emotion: Emotion, design: object) -> None:
    for intensity in (0.2, 0.6, 1.0):
        act = portrait_for(emotion, intensity, design=design)
        assert act.emotion is emotion and act.intensity == intensity and not act.key.gag
        assert act.key.pose.legs not in (Legs.SIT, Legs.KNEEL, Legs.LIE)
        assert emotion is not Emotion.NEUTRAL or act.key.marks == {}
