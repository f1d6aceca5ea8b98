from xml.etree import ElementTree

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.svg import svg_of
from pyojeong.performing.character import CANVAS, DESIGNS, Acting, Character, Edge, Pose, choices_of, draw
from pyojeong.performing.character.acts import MOMENTS
from pyojeong.performing.character.acts.choosing import own
from pyojeong.performing.character.acts.emotions import EMOTION_ACTS
from pyojeong.performing.character.stage import looks_through
from pyojeong.rig.expression import Expression

JOY = Expression({f"{name}{side}": 0.9 for name in ("mouthSmile", "cheekSquint") for side in ("Left", "Right")})
FRIGHT = Expression(
    {f"{name}{side}": 0.9 for name in ("eyeWide", "browOuterUp") for side in ("Left", "Right")} | {"browInnerUp": 0.9}
)
FAR_OFF = "#3344ff"
SADNESS = Expression({"mouthFrownLeft": 0.9, "mouthFrownRight": 0.9, "browInnerUp": 0.6})


def picture(character, acting=None, px=100):
    return (
        painted(draw(character, acting or Acting(), edge=Edge.NONE), px, ground="#ffffff").pixels[..., :3].astype(int)
    )


def differing(one, other):
    return (np.abs(one - other).sum(-1) > 40).mean()


def extremes():
    for design in DESIGNS.values():
        for slider in design.space.sliders:
            yield design.name, slider.name, (slider.low, slider.high)
        for swatch in design.space.swatches:
            yield design.name, swatch.name, (swatch.rest, FAR_OFF)
        for choice in design.space.choices:
            for option in choice.options[1:]:
                yield design.name, choice.name, (choice.options[0].name, option.name)


@pytest.mark.parametrize(("design", "name", "values"), list(extremes()))
def test_everything_that_can_be_chosen_changes_the_picture(design, name, values):
    dressed = {choice.name: choice.options[-1].name for choice in DESIGNS[design].space.choices}
    bare, worn = (
        differing(*(picture(Character(design, chosen={**others, name: value})) for value in values))
        for others in ({}, dressed)
    )
    assert max(bare, worn) > 0.0008


@pytest.mark.parametrize("name", DESIGNS)
def test_a_design_offers_enough_and_names_itself_in_both_languages(name):
    design = DESIGNS[name]
    assert design.name == name and design.korean and design.english
    assert all(len(sentence) > 20 for sentence in design.about)
    space = design.space
    assert len(space.sliders) >= 8 and len(space.swatches) >= 5 and len(space.choices) >= 4
    assert len(design.gags) >= 6
    assert all(korean and english for korean, english in design.gags.values())


@pytest.mark.parametrize("name", DESIGNS)
def test_every_gag_redraws_the_figure_and_keeps_the_face(name):
    still = picture(Character(name))
    pictures = {gag: picture(Character(name), Acting(gag=gag)) for gag in DESIGNS[name].gags}
    for gag, drawn in pictures.items():
        assert differing(drawn, still) > 0.08, gag
        assert differing(drawn, picture(Character(name), Acting(gag=gag, expression=FRIGHT))) > 0.004, gag
    gags = list(pictures)
    for n, gag in enumerate(gags):
        for other in gags[n + 1 :]:
            assert differing(pictures[gag], pictures[other]) > 0.05, (gag, other)


@pytest.mark.parametrize("name", DESIGNS)
@pytest.mark.parametrize("acting", (Acting(), Acting(pose=Pose(lean_degrees=0.0, bow=0.7))), ids=("standing", "bowing"))
def test_a_figure_tells_the_truth_about_where_its_parts_are(name, acting):
    design, choices = DESIGNS[name], choices_of(Character(name))
    figure = design.figure(choices, acting, looks_through([acting])[0], seed=0)
    left, _, right, bottom = bounds(figure.node)
    assert -20 <= left < right <= CANVAS + 20 and bottom <= CANVAS
    for place in (*figure.eyes, figure.mouth, figure.head.centre, figure.body.centre):
        assert figure.silhouette.contains(*place)
    assert figure.eyes[0][0] < figure.mouth[0] < figure.eyes[1][0]
    assert figure.mouth[1] > max(eye[1] for eye in figure.eyes)
    assert figure.hands[0][0] < figure.hands[1][0]


@pytest.mark.parametrize("name", [name for name, design in DESIGNS.items() if hasattr(design, "own_acts")])
def test_a_design_s_own_acts_are_acts_there_are_and_gags_it_has(name):
    design, shared = DESIGNS[name], MOMENTS | {act.name: act for act in EMOTION_ACTS}
    for act_name, own_act in design.own_acts.items():
        act = own(shared[act_name], design)
        assert act.key.gag == own_act if isinstance(own_act, str) else act == own_act
        assert not isinstance(own_act, str) or own_act in design.gags


def test_the_chestnut_feels_with_its_whole_body():
    chestnut = DESIGNS["mascot"]
    glad, afraid, sad = (chestnut.temper(Acting(expression=e)).pose for e in (JOY, FRIGHT, SADNESS))
    assert glad.ears > 0 and afraid.ears > 0.5 and sad.ears < -0.3
    assert glad.squash > 1 > sad.squash
    asked = chestnut.temper(Acting(expression=SADNESS, pose=Pose(ears=0.7))).pose
    assert asked.ears == 0.7


def test_a_character_survives_being_written_and_read():
    bori = Character("mascot", "보리", {"ears": "cat", "tip": 0.2, "shell": "#7d4330"}, seed=4, drawn_from_photo=True)
    assert Character.from_dict(bori.to_dict()) == bori
    assert hash(Character.from_dict(bori.to_dict())) == hash(bori)


def test_a_name_of_any_letters_stands_in_a_drawing_that_is_xml():
    name = "보리 <&> 👨‍👩‍👧"
    root = ElementTree.fromstring(svg_of(draw(Character("mascot", name), Acting())))
    assert name in root.findtext("{http://www.w3.org/2000/svg}title", "")


@pytest.mark.parametrize(
    ("wrong", "told"),
    (
        ({"format": "pyojeong.character/2"}, "pyojeong.character/1"),
        ({"design": ""}, "design"),
        ({"design": 3}, "design"),
        ({"seed": 1.5}, "seed"),
        ({"seed": True}, "seed"),
        ({"chosen": ["ears"]}, "chosen"),
        ({"chosen": {"ears": None}}, "ears"),
        ({"wings": 2}, "wings"),
        ({"name": "\ud800"}, "ud800"),
    ),
)
def test_what_is_wrong_with_a_character_document_is_told(wrong, told):
    with pytest.raises(PyojeongError) as caught:
        Character.from_dict({**Character("mascot").to_dict(), **wrong})
    assert told in caught.value.korean and told in caught.value.english
    assert caught.value.kind == "bad-character"


@pytest.mark.parametrize(
    ("chosen", "offered"),
    (
        ({"eyes": float("nan")}, "0.75"),
        ({"eyes": "large"}, "0.75"),
        ({"ears": "wings"}, "rabbit"),
        ({"ears": 3}, "rabbit"),
        ({"shell": "brown"}, "#rrggbb"),
        ({"horns": 1}, "eyes"),
    ),
)
def test_what_a_design_does_not_offer_is_told_in_both_languages_with_what_it_does(chosen, offered):
    with pytest.raises(PyojeongError) as caught:
        choices_of(Character("mascot", chosen=chosen))
    assert offered in caught.value.korean and offered in caught.value.english
    assert "must" not in caught.value.korean and "must" in caught.value.english


def test_what_is_no_document_at_all_is_told():
    for nonsense in (None, [], "mascot", {}):
        with pytest.raises(PyojeongError, match=r"pyojeong\.character/1"):
            Character.from_dict(nonsense)
