import numpy as np
import pytest

from pyojeong.media.drawing.nodes import Drawing, Group
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character.build import Build
from pyojeong.performing.character.face import FacePlaces
from pyojeong.performing.character.figure import CANVAS, Frame
from pyojeong.performing.character.pens import InkPen
from pyojeong.performing.character.wear import (
    CLOTHES,
    EARS,
    GLASSES,
    HAIR,
    HATS,
    TAILS,
    below_chin,
    clothes,
    ears,
    glasses,
    hair,
    hat,
    some,
    tail,
)

PEN = InkPen("#47291d", 6.5)
HEAD, BODY = Frame((180, 150), (112, 96)), Frame((180, 280), (60, 52))
PLACES = FacePlaces(((137, 160), (223, 160)), 13, 28, (180, 190), 30, ((106, 188), (254, 188)), (18, 12))
COLOUR = "#7aa7f5"


def painted_cells(nodes):
    return painted(Drawing(Group(tuple(nodes)), (CANVAS, CANVAS)), 90).pixels


def drawn(kind, name, stand=0.0):
    if kind == "ears":
        return ears(PEN, name, HEAD, COLOUR, "#ffffff", stand=stand).nodes
    if kind == "tail":
        return tail(PEN, name, BODY, COLOUR, "#ffffff", stand=stand).nodes
    if kind == "hat":
        return hat(PEN, name, (180, 54), 112, COLOUR, stand=stand).nodes
    if kind == "glasses":
        return glasses(PEN, name, PLACES, COLOUR)
    if kind == "clothes":
        return sum(clothes(PEN, name, BODY, COLOUR), ())
    back, front = hair(PEN, name, HEAD, COLOUR)
    return (*back.nodes, *front.nodes)


KINDS = {"ears": EARS, "tail": TAILS, "hat": HATS, "glasses": GLASSES, "clothes": CLOTHES, "hair": HAIR}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_another_picture_and_none_is_none(kind):
    pictures = {option.name: painted_cells(drawn(kind, option.name)) for option in KINDS[kind]}
    assert pictures.pop("none").max() == 0
    assert all(picture[..., 3].max() > 200 for picture in pictures.values())
    names = list(pictures)
    for n, name in enumerate(names):
        for other in names[n + 1 :]:
            differing = np.abs(pictures[name].astype(int) - pictures[other]).sum(-1) > 40
            assert differing.sum() > 12, (name, other)


@pytest.mark.parametrize("kind", ("ears", "tail"))
def test_what_has_a_mood_hangs_and_stands(kind):
    for option in KINDS[kind]:
        if option.name in ("none", "puff"):
            continue
        hanging, standing = (painted_cells(drawn(kind, option.name, stand))[..., 3] > 100 for stand in (-1, 1))
        assert (hanging ^ standing).sum() > 10, option.name


@pytest.mark.parametrize("kind", KINDS)
def test_every_option_has_both_names(kind):
    assert all(option.korean and option.english for option in KINDS[kind])


def test_a_silhouette_covers_what_ears_and_hats_add():
    for option in EARS[1:]:
        worn = ears(PEN, option.name, HEAD, COLOUR, "#ffffff")
        seen = painted_cells(worn.nodes)[..., 3] > 200
        rows, columns = np.nonzero(seen)
        inside = [
            any(area.contains(4 * x + 2, 4 * y + 2) for area in worn.areas) for y, x in zip(rows, columns, strict=True)
        ]
        assert np.mean(inside) > 0.7, option.name


def test_clothes_are_put_below_a_chin_that_hides_the_body():
    tall = Build(head=Frame((180, 100), (90, 90)), body=BODY)
    low = Build(head=Frame((180, 190), (90, 90)), body=BODY)
    assert below_chin(tall, BODY) == BODY
    assert below_chin(low, BODY).centre[1] > BODY.centre[1]
    assert below_chin(low, BODY).at(0, 1)[1] == pytest.approx(BODY.at(0, 1)[1])


def test_options_can_be_picked_in_an_order_of_ones_own():
    assert [option.name for option in some(HATS, "crown", "none")] == ["crown", "none"]
    with pytest.raises(KeyError):
        some(HATS, "fez")
