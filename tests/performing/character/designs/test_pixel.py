import numpy as np
import pytest

from pyojeong.media.drawing.nodes import Group, Shape
from pyojeong.performing.character.acting import Acting, Hand, Legs, Mark, Pose
from pyojeong.performing.character.acts import MOMENTS
from pyojeong.performing.character.character import Character, Choices
from pyojeong.performing.character.designs.pixel import PIXEL
from pyojeong.performing.character.designs.pixel_body import HANDS as PIXEL_HANDS
from pyojeong.performing.character.designs.pixel_body import drawn
from pyojeong.performing.character.designs.pixel_marks import PIECES
from pyojeong.performing.character.designs.pixel_props import THINGS
from pyojeong.performing.character.designs.pixel_sheet import CELL, FLOOR, Sheet, box_mask, grown, moved, runs
from pyojeong.performing.character.looks import Eye, Mouth, looks_of
from pyojeong.performing.character.props import PROPS
from pyojeong.performing.character.stage import scene
from pyojeong.rig.expression import Expression
from pyojeong.rig.names import ARKIT_NAMES

RESTING = Choices(PIXEL.space, {})
CONTEXT = {"jawLeft": {"jawOpen": 0.5}, "jawRight": {"jawOpen": 0.5}}


def cells(acting, **chosen):
    acting = PIXEL.temper(acting)
    looks = looks_of(acting.expression, eyes=acting.eyes, mouth=acting.mouth)
    sheet, _ = drawn(Choices(PIXEL.space, chosen), acting, looks)
    return np.array([["", *sheet.colours][index] for index in sheet.cells.ravel()]).reshape(sheet.cells.shape)


def paths(node):
    for child in node.children:
        if isinstance(child, Shape):
            yield child.path
        elif isinstance(child, Group):
            yield from paths(child)


@pytest.mark.parametrize(
    "acting",
    [
        Acting(),
        Acting(
            pose=Pose(lean_degrees=9.0, squash=0.83, lift=0.13, shift=0.04), marks={Mark.FIRE: 0.8, Mark.HEART: 1.0}
        ),
        Acting(gag="glitch", phase=0.4, marks={Mark.SPLASH: 0.7}),
    ],
)
def test_every_edge_lies_on_the_grid(acting):
    whole = scene(Character("pixel"), acting).whole
    found = [path.getPoint(n) for path in paths(whole) for n in range(path.countPoints())]
    assert len(found) > 200
    offsets = np.array([[p.x() / CELL % 1, p.y() / CELL % 1] for p in found])
    assert np.all(np.minimum(offsets, 1 - offsets) < 1e-3)
    assert whole.matrix is None


def test_the_rim_has_corners_and_lies_half_a_square_around_everything():
    shot = scene(Character("pixel"), Acting(marks={Mark.HEART: 0.8}))
    edge = [path.computeTightBounds() for path in paths(shot.edged)]
    inside = [path.computeTightBounds() for path in paths(shot.whole)]
    assert min(b.left() for b in edge) == pytest.approx(min(b.left() for b in inside) - CELL / 2)
    assert max(b.bottom() for b in edge) == pytest.approx(max(b.bottom() for b in inside) + CELL / 2)


@pytest.mark.parametrize("name", ARKIT_NAMES)
def test_every_movement_moves_a_square(name):
    base = CONTEXT.get(name, {})
    assert not np.array_equal(cells(Acting(Expression({**base, name: 1.0}))), cells(Acting(Expression(base))))


def test_every_kind_of_eye_mouth_hand_and_stance_is_other_squares():
    eyes = [cells(Acting(eyes=kind.value)) for kind in Eye if kind not in (Eye.OPEN, Eye.LIDDED)]
    mouths = [cells(Acting(Expression({"jawOpen": 0.4}), mouth=kind.value)) for kind in Mouth]
    legs = [cells(Acting(pose=Pose(legs=kind))) for kind in Legs]
    for family in (eyes, mouths, legs):
        assert len({tuple(one.ravel()) for one in family}) == len(family)
    assert set(Hand) <= set(PIXEL_HANDS)


def test_it_has_glyphs_for_every_mark_and_for_what_moments_hold():
    states = {
        "tear",
        "stream",
        "welling",
        "blush",
        "flush",
        "pale",
        "green",
        "gloom",
        "dizzy",
        "shock",
        "puddle",
        "speed",
    }
    states |= {"confetti", "drool", "fire", "rain"}
    assert {mark.value for mark in Mark} == {mark.value for mark in PIECES} | states
    held = {act.key.pose.prop for act in MOMENTS.values()} - {""}
    assert held <= set(THINGS) <= set(PROPS)


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_changes_the_picture(mark):
    def dots(marks):
        shot = scene(Character("pixel"), Acting(marks=marks))
        return sum(path.countPoints() for path in paths(shot.whole))

    assert dots({mark: 0.8}) != dots({})


def test_runs_cover_a_mask_exactly_once():
    mask = grown(box_mask(3, 4, 7, 2)) | box_mask(20, 1, 3, 30)
    count = np.zeros(mask.shape, int)
    for left, top, right, bottom in runs(mask):
        count[top:bottom, left:right] += 1
    assert np.array_equal(count, mask.astype(int))
    assert not moved(mask, 40, 0).any() and moved(mask, 0, 0).sum() == mask.sum()


def test_nothing_stands_below_the_floor_and_a_part_has_ink_around_it():
    assert not (cells(Acting(pose=Pose(legs=Legs.SIT)))[FLOOR + 1 :] != "").any()
    sheet = Sheet()
    sheet.part(box_mask(5, 5, 4, 4), "#aa0000", "#550000", "#000000")
    assert int(sheet.has("#000000").sum()) == 16 and int(sheet.has("#aa0000", "#550000").sum()) == 16
