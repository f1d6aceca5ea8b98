import numpy as np
import pytest
import skia

from pyojeong.media.drawing.nodes import Drawing, Group
from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character.figure import Frame
from pyojeong.performing.character.pens import InkPen
from pyojeong.performing.character.wear.people import (
    BULGES,
    CUTS,
    HAIR_STYLES,
    Bulges,
    Hair,
    Outline,
    bulging,
    hair_of,
    outer_edge,
    pushed,
)
from pyojeong.reading.face.traits import hair_styles

HEAD = Frame((180.0, 160.0), (88.0, 77.0))
PEN = InkPen("#30202a", 5.0)
STYLES = [option.name for option in HAIR_STYLES]
STANDING = [name for name in STYLES if name not in ("bald",)]


def worn(style, **how):
    return hair_of(PEN, Hair(style, "#6f4a33", "#ffdfc8", **how), HEAD)


def picture(style, **how):
    back, front = worn(style, **how)
    root = Group((*back.nodes, *front.nodes))
    return painted(Drawing(root, (360.0, 360.0)), 90, ground="#ffffff").pixels[..., :3].astype(int)


def box(style, **how):
    back, front = worn(style, **how)
    return bounds(Group((*back.nodes, *front.nodes)))


def share_differing(one, other):
    return (np.abs(one - other).sum(-1) > 60).mean()


def test_a_photo_s_style_is_always_one_that_can_be_drawn():
    assert set(hair_styles.HAIR_STYLES) <= set(STYLES)
    assert set(STYLES) == set(CUTS)


def test_no_two_styles_look_alike():
    pictures = {name: picture(name) for name in STYLES}
    for n, one in enumerate(STYLES):
        for other in STYLES[n + 1 :]:
            assert share_differing(pictures[one], pictures[other]) > 0.006, (one, other)


@pytest.mark.parametrize("style", [name for name in STANDING if name not in ("buzz",)])
def test_more_volume_stands_further_off_the_head(style):
    flat, full = box(style, volume=0.85), box(style, volume=1.25)
    assert full[1] < flat[1] - 2


@pytest.mark.parametrize(
    "style", ["bob", "medium", "long-straight", "long-wavy", "long-curly", "pigtails", "braids", "tied"]
)
def test_longer_hair_hangs_lower_and_short_hair_does_not(style):
    assert box(style, length=1.2)[3] > box(style, length=0.8)[3] + 8
    assert box("quiff", length=1.2)[3] < box("quiff", length=0.8)[3] + 4


@pytest.mark.parametrize("style", ["fringe", "bob-fringe", "long-fringe", "two-block"])
def test_a_longer_fringe_covers_more_of_the_forehead(style):
    def covered(fringe):
        _, front = worn(style, fringe=fringe)
        inside = [front.areas[0].contains(*HEAD.at(0.1 * n, 0.01 * m)) for n in range(-5, 6) for m in range(-34, 2)]
        return sum(inside)

    assert covered(-1.0) < covered(0.0) < covered(1.0)


@pytest.mark.parametrize("style", ["side-part", "tied", "bob", "quiff"])
def test_a_parting_on_the_other_side_is_the_mirror_image(style):
    plain, turned = picture(style), picture(style, is_mirrored=True)
    assert share_differing(plain[:, ::-1], turned) < 0.004 < share_differing(plain, turned)


def test_a_measured_outline_pulls_the_drawn_one_by_its_share():
    wide = (2.1,) * 36
    widths = [box("afro", outline=Outline(wide, share=s) if s else None) for s in (0.0, 0.3, 0.8)]
    spans = [right - left for left, _, right, _ in widths]
    assert spans[0] < spans[1] < spans[2]


def test_an_outline_met_wholly_is_where_it_was_measured():
    outline = Outline(tuple(1.4 + 0.2 * np.cos(np.radians(10 * n)) for n in range(36)), share=1.0)
    once = pushed([(1.1, -0.4), (-0.8, -0.9), (0.0, -1.2)], outline)
    assert np.allclose(pushed(once, outline), once, atol=1e-6)


@pytest.mark.parametrize("wrong", [(1.0,) * 35, (0.0,) * 36])
def test_what_is_no_outline_is_refused(wrong):
    with pytest.raises(ValueError, match="radii"):
        Outline(wrong)
    with pytest.raises(ValueError, match="share"):
        Outline((1.0,) * 36, share=1.5)


@pytest.mark.parametrize("style", STYLES)
def test_hair_leaves_the_eyes_free(style):
    _, front = worn(style)
    for area in front.areas:
        assert isinstance(area, skia.Path)
        for side in (-1, 1):
            assert not area.contains(*HEAD.at(0.40 * side, 0.24)), style


@pytest.mark.parametrize("style", ["short-straight", "quiff", "afro", "long-wavy"])
def test_a_bulge_moves_its_own_side_of_the_outline_alone(style):
    plain = box(style)
    place = [name for name, _ in BULGES].index("side-right")
    right = box(style, outline=Bulges(tuple(0.2 if n == place else 0.0 for n in range(len(BULGES)))))
    assert right[2] > plain[2] + 4
    assert right[0] == pytest.approx(plain[0], abs=0.5)
    high = box(style, outline=Bulges(tuple(0.2 if name == "top" else 0.0 for name, _ in BULGES)))
    assert high[1] < plain[1] - 6


def test_bulges_meet_the_outline_they_were_measured_against():
    hair = Hair("short-straight", "#6f4a33", "#ffdfc8", volume=1.1)
    outline = Outline(tuple(1.5 + 0.5 * max(0.0, np.cos(np.radians(10 * n - 30))) for n in range(36)), share=1.0)
    edge = outer_edge(hair)
    left = bulging(edge, outline)
    again = bulging(pushed(edge, Bulges(left)), outline)
    assert max(map(abs, again)) < 0.4 * max(map(abs, left))


def test_cropped_hair_ends_in_a_line_all_over_the_head():
    shown = picture("buzz")
    for degrees in range(-60, 61, 15):  # from outside to the middle of the head
        reach = np.linspace(1.6, 0.8, 60) * 22
        x, y = 45 + reach * np.sin(np.radians(degrees)), 40 - 0.875 * reach * np.cos(np.radians(degrees))
        met = shown[y.round().astype(int), x.round().astype(int)].sum(1)
        first = int(np.argmax(met < 700))
        assert met[first : first + 8].min() < 300, degrees


def test_hair_beside_the_head_is_drawn_less_wide_than_measured():
    wide = Outline(tuple(1.2 + 0.4 * abs(np.sin(np.radians(10 * n))) for n in range(36)), share=1.0)
    assert wide.at(90) == pytest.approx(1.46, abs=0.01)
    assert Outline((1.0,) * 36, share=1.0).at(90) == pytest.approx(1.0)


def test_what_is_no_bulge_is_refused():
    for wrong in ((0.0,) * 8, (0.5,) * 9):
        with pytest.raises(ValueError, match="shares"):
            Bulges(wrong)
