from itertools import pairwise

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.media.drawing.colours import luminance, rgb_of
from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.paths import circle, lines
from pyojeong.performing.character import Acting, Character, Edge, Legs, Mark, Pose, draw
from pyojeong.performing.character.acts import MOMENTS, act_for
from pyojeong.performing.character.acts.emotions import EMOTION_ACTS
from pyojeong.performing.character.acts.stances import HIGH, both
from pyojeong.performing.character.designs import DESIGNS, choices_of
from pyojeong.performing.character.designs.person_space import person_space
from pyojeong.performing.character.designs.webtoon_pen import CelPen, deepened
from pyojeong.performing.character.looks import looks_of
from pyojeong.performing.character.wear.people import garment
from pyojeong.rig.expression import Expression
from pyojeong.rig.names import ARKIT_NAMES

PEOPLE = ("chibi", "webtoon")
RAISED = Expression({"browInnerUp": 1.0, "browOuterUpLeft": 1.0, "browOuterUpRight": 1.0})


def picture(name, acting=None, px=120, **chosen):
    character = Character(name, chosen={key.replace("_", "-"): value for key, value in chosen.items()})
    return (
        painted(draw(character, acting or Acting(), edge=Edge.NONE), px, ground="#ffffff").pixels[..., :3].astype(int)
    )


def differing(one, other):
    return (np.abs(one - other).sum(-1) > 40).sum()


def figure_of(name, acting, **chosen):
    design, character = DESIGNS[name], Character(name, chosen={k.replace("_", "-"): v for k, v in chosen.items()})
    acting = design.temper(acting)
    return design.figure(choices_of(character), acting, looks_of(acting.expression), seed=0)


def test_one_photo_serves_every_person():
    assert set(DESIGNS["chibi"].space.names) == set(DESIGNS["webtoon"].space.names)
    for name in ("skin", "hair-style", "hair-colour", "hair-volume", "fringe", "brow-thickness", "brow-tilt", "jaw"):
        assert all(name in DESIGNS[design].space for design in PEOPLE)


def test_a_person_has_only_what_people_have():
    with pytest.raises(KeyError, match="antlers"):
        person_space({"antlers": 2.0})
    with pytest.raises(KeyError):
        person_space(hair_style="antlers")


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("coefficient", ARKIT_NAMES)
def test_every_coefficient_moves_the_face(name, coefficient):
    moved = picture(name, Acting(expression=Expression({coefficient: 1.0})), px=240)
    assert differing(moved, picture(name, px=240)) > 4


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("colours", [("#2b2426", "#2b2426"), ("#e9e4dc", "#e9e4dc"), ("#6f4a33", "#4a342b")])
def test_raised_brows_are_seen_on_the_fringe(name, colours):
    hair, brow = colours
    looks = {"hair_style": "fringe", "hair_colour": hair, "brow_colour": brow, "fringe": 1.0}
    lifted, still = (picture(name, Acting(expression=e), px=240, **looks) for e in (RAISED, Expression()))
    figure = figure_of(name, Acting(), hair_style="fringe", fringe=1.0)
    assert figure.hair is not None
    on_hair = np.zeros((240, 240), bool)
    for y in range(240):
        for x in range(240):
            on_hair[y, x] = figure.hair.contains(x * 1.5, y * 1.5)
    assert (np.abs(lifted - still).sum(-1) > 40)[on_hair].sum() > 25


@pytest.mark.parametrize("name", PEOPLE)
def test_a_flush_colours_the_face_and_not_the_hair(name):
    plain, flushed = (picture(name, Acting(marks=m), px=240) for m in ({}, {Mark.FLUSH: 1.0}))
    figure = figure_of(name, Acting())
    crown = figure.head.at(0.0, -0.93)
    brow = figure.head.at(0.0, 0.12)
    for place, changes in ((crown, False), (brow, True)):
        x, y = (int(v / 1.5) for v in place)
        assert bool(np.abs(plain[y, x] - flushed[y, x]).sum() > 40) is changes


@pytest.mark.parametrize("style", ["afro", "long-curly", "fringe"])
def test_raised_hands_are_not_lost_behind_the_head(style):
    figure = figure_of("chibi", Acting(pose=both(HIGH)), hair_style=style)
    (cx, cy), (w, h) = figure.head.centre, figure.head.half_size
    for x, y in figure.hands:
        assert np.hypot((x - cx) / w, (y - cy) / h) > 1.25


def test_energy_changes_the_stance_and_no_look_does():
    limp, wild = (figure_of("chibi", Acting(), energy=value) for value in (-1.0, 1.0))
    assert limp.head.centre[1] > wild.head.centre[1] + 20
    plain = figure_of("chibi", Acting())
    for chosen in ({"hair_style": "long-wavy"}, {"beard": "full"}, {"clothes": "dress"}, {"skin": "#5c3828"}):
        other = figure_of("chibi", Acting(), **chosen)
        assert other.head == plain.head and other.hands == plain.hands


def test_the_small_one_leaps_where_the_dry_one_stays():
    leap = Acting(pose=Pose(legs=Legs.JUMP, lift=0.1, lean_degrees=10.0))
    small, dry = (DESIGNS[name].temper(leap).pose for name in PEOPLE)
    assert small.lift > leap.pose.lift and small.legs is Legs.JUMP
    assert dry.lift == 0.0 and dry.legs is Legs.STAND and abs(dry.lean_degrees) < 10


def test_the_dry_one_s_lids_hang_unless_it_is_startled():
    dry = DESIGNS["webtoon"]
    calm = dry.temper(Acting()).expression
    startled = dry.temper(Acting(expression=Expression({"eyeWideLeft": 1.0, "eyeWideRight": 1.0}))).expression
    assert calm["eyeSquintLeft"] > 0.2 > startled["eyeSquintLeft"]


@pytest.mark.parametrize("stem", ["eyeBlink", "eyeSquint"])
def test_what_the_eyes_of_the_dry_one_do_comes_on_top_of_its_hanging_lids(stem):
    dry = DESIGNS["webtoon"]
    steps = [Expression({stem + side: n / 10 for side in ("Left", "Right")}) for n in range(11)]
    shown = [dry.temper(Acting(expression=step)).expression[stem + "Left"] for step in steps]
    assert all(after > before for before, after in pairwise(shown))


@pytest.mark.parametrize("name", PEOPLE)
def test_narrow_eyes_narrow_further(name):
    squinting = Acting(expression=Expression({"eyeSquintLeft": 0.5, "eyeSquintRight": 0.5}))
    assert differing(*(picture(name, acting, eye_openness=-1.0) for acting in (Acting(), squinting))) > 10


@pytest.mark.parametrize("name", PEOPLE)
def test_every_gag_is_somebody_s_way_of_doing_something(name):
    design = DESIGNS[name]
    known = {act.name for act in EMOTION_ACTS} | set(MOMENTS)
    assert set(design.own_acts) <= known
    played = {act for act in design.own_acts.values() if isinstance(act, str)}
    assert played == set(design.gags)


@pytest.mark.parametrize("intensity", [0.5, 1.0])
def test_every_emotion_is_another_picture(intensity):
    for name in PEOPLE:
        pictures = [picture(name, act_for(e, intensity, design=DESIGNS[name]).key, px=100) for e in Emotion]
        for n, one in enumerate(pictures):
            for other in pictures[n + 1 :]:
                assert differing(one, other) > 150


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("gag", ["first", "last"])
def test_a_gag_moves_through_its_cycle(name, gag):
    which = list(DESIGNS[name].gags)[0 if gag == "first" else -1]
    one, other = (picture(name, Acting(gag=which, phase=phase)) for phase in (0.0, 0.12))
    assert differing(one, other) > 10


def test_a_gag_that_shows_a_soul_or_the_wind_shows_it_once():
    soul = DESIGNS["webtoon"].temper(Acting(gag="soul", marks={Mark.SOUL: 0.8, Mark.SWEAT: 0.8}))
    assert set(soul.marks) == {Mark.SWEAT}
    rocket = DESIGNS["chibi"].temper(Acting(gag="rocket", marks={Mark.SPEED: 0.8, Mark.NOTE: 0.8}))
    assert set(rocket.marks) == {Mark.NOTE}
    assert rocket.pose.lean_degrees == 0.0


def test_a_straight_face_laughs_less():
    laugh = Acting(expression=Expression({"jawOpen": 0.8, "mouthSmileLeft": 0.9, "mouthSmileRight": 0.9}))
    small, dry = (DESIGNS[name].temper(laugh).expression for name in PEOPLE)
    assert dry["jawOpen"] < 0.7 * small["jawOpen"] and 0.4 < dry["mouthSmileLeft"] < small["mouthSmileLeft"]


@pytest.mark.parametrize("name", PEOPLE)
def test_long_hair_is_never_drawn_over_what_a_gag_puts_before_it(name):
    for gag in ("boxed", "rolled") if name == "chibi" else ("paperwork",):
        long, short = (
            picture(name, Acting(gag=gag), hair_style=style, hair_colour="#00ff00") for style in ("long-fringe", "buzz")
        )
        low = slice(int(0.82 * 120), int(0.92 * 120))
        assert differing(long[low, 45:75], short[low, 45:75]) < 25, gag


def test_lines_of_the_flat_comic_run_out_in_points():
    pen = CelPen("#2b2a3d", 6.0)
    (shape,) = pen.line(lines([(20.0, 50.0), (120.0, 50.0)]))
    middle, end = (sum(shape.path.contains(x, 44.0 + 0.25 * n) for n in range(48)) for x in (70.0, 21.0))
    assert end < 0.6 * middle
    (ring,) = pen.line(circle((60.0, 60.0), 30.0))
    assert ring.stroke is not None and ring.stroke.width == 6.0


@pytest.mark.parametrize("colour", ["#ffdfc8", "#8d5637", "#5b7fb8"])
def test_a_shade_in_the_flat_comic_is_darker_and_as_colourful(colour):
    shade = deepened(colour, "#2b2a3d")
    assert luminance(shade) < 0.85 * luminance(colour)
    spread = [max(rgb) - min(rgb) for rgb in (rgb_of(shade), rgb_of(colour))]
    assert spread[0] > 0.8 * spread[1]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_hanbok_has_a_skirt_or_trousers_or_is_a_robe(name):
    def worn(kind):
        choices = choices_of(Character(name, chosen={"clothes": kind}))
        body = figure_of(name, Acting()).body
        return garment(DESIGNS[name].pen(choices, 0), kind, body, "#58b09c", "#3f6b5a")

    skirt, trousers, robe = (worn(kind) for kind in ("hanbok", "baji", "dopo"))
    lows = [max(path.getBounds().bottom() for path in one.areas) for one in (skirt, trousers, robe)]
    assert lows[1] < min(lows[0], lows[2])
    assert (skirt.legs, trousers.legs) == (None, "#58b09c") and robe.legs not in (None, "#58b09c")


@pytest.mark.parametrize("name", PEOPLE)
def test_a_gat_is_wider_than_the_head(name):
    shown = figure_of(name, Acting(), hat="gat", hair_style="topknot")
    above = shown.head.centre[1] - 0.85 * shown.head.half_size[1]
    reach = [x for x in range(360) if shown.silhouette.contains(x, above)]
    assert len(reach) > 2.0 * shown.head.half_size[0]
