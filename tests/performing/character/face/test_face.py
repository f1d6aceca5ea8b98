from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from drawn_face import PEN, changed, face, face_pixels, pixels

from pyojeong.emotion import Emotion
from pyojeong.media.drawing import Drawing, Group
from pyojeong.media.drawing.nodes import Node
from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.svg import svg_of
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.face import (
    Brows,
    Cheeks,
    Eyes,
    FacePlaces,
    FaceStyle,
    Nose,
    Teeth,
    brow_nodes,
    eye_nodes,
    face_nodes,
    mouth_nodes,
)
from pyojeong.performing.character.looks import Eye, Mouth, looks_of
from pyojeong.performing.character.pens import FlatPen, InkPen, Pen
from pyojeong.performing.character.pens_hand import BrushPen, CrayonPen, WobblePen
from pyojeong.performing.character.pens_volume import PaperPen, SoftPen
from pyojeong.rig import Expression
from pyojeong.rig.compose import prototype

PENS: list[Pen] = [
    kind("#402a24", 6.0) for kind in (InkPen, FlatPen, WobblePen, BrushPen, CrayonPen, SoftPen, PaperPen)
]


def every_expression() -> Iterator[Expression]:
    for emotion in Emotion:
        for strength in (0.35, 0.6, 1.0):
            yield prototype(emotion, strength)


@pytest.mark.parametrize("style", Eyes)
def test_kinds_of_eyes_differ_from_one_another(style: Eyes, places: FacePlaces) -> None:
    expression = Expression({"eyeWideLeft": 0.7, "eyeWideRight": 0.7})
    drawn = {
        kind: face_pixels_of(
            FaceStyle(eyes=style), places, Acting(expression if kind is Eye.WIDE else Expression(), eyes=kind.value)
        )
        for kind in Eye
    }
    for one in Eye:
        for other in Eye:
            if one.value < other.value and {one, other} != {Eye.OPEN, Eye.LIDDED}:
                assert changed(drawn[one], drawn[other]).sum() > 40, (one, other)


def test_kinds_of_mouths_differ_from_one_another(places: FacePlaces) -> None:
    drawn = {kind: face_pixels_of(FaceStyle(), places, Acting(mouth=kind.value)) for kind in Mouth}
    same = [
        (one.value, other.value)
        for one in Mouth
        for other in Mouth
        if one.value < other.value and changed(drawn[one], drawn[other]).sum() < 12
    ]
    assert not same


def face_pixels_of(style: FaceStyle, places: FacePlaces, acting: Acting) -> np.ndarray:
    return pixels(face(style, places, acting))


@pytest.mark.parametrize("eyes", Eyes)
def test_emotions_differ_from_one_another_and_grow(eyes: Eyes, places: FacePlaces) -> None:
    style = FaceStyle(eyes=eyes)
    full = {emotion: face_pixels(style, places, prototype(emotion, 1.0)) for emotion in Emotion}
    for one in Emotion:
        for other in Emotion:
            if one.value < other.value:
                assert changed(full[one], full[other]).sum() > 250, (one, other)
    for emotion in set(Emotion) - {Emotion.NEUTRAL}:
        rest = full[Emotion.NEUTRAL]
        hint = changed(rest, face_pixels(style, places, prototype(emotion, 0.35))).sum()
        assert hint > 100
        assert changed(rest, full[emotion]).sum() > hint


@pytest.mark.parametrize("pen", PENS, ids=lambda pen: type(pen).__name__)
def test_every_pen_draws_every_face_as_svg_too(pen: Pen, places: FacePlaces) -> None:
    for expression in every_expression():
        nodes = face_nodes(pen, places, FaceStyle(lashes=2, lip="#d86a6a"), Acting(expression), looks_of(expression))
        text = svg_of(Drawing(Group(nodes), (240, 240)))
        assert "nan" not in text.lower()
        assert text.count("<path") > 5


@pytest.mark.parametrize("pen", PENS, ids=lambda pen: type(pen).__name__)
def test_features_stay_on_the_face(pen: Pen, places: FacePlaces) -> None:
    for expression in every_expression():
        left, top, right, bottom = bounds(
            Group(face_nodes(pen, places, FaceStyle(), Acting(expression), looks_of(expression)))
        )
        assert left > 20 and right < 220
        assert top > 30 and bottom < 215


def test_a_face_is_drawn_the_same_twice(places: FacePlaces) -> None:
    acting = Acting(prototype(Emotion.FEAR, 1.0), phase=0.3)
    one, other = (svg_of(Drawing(Group(face(FaceStyle(), places, acting)), (240, 240))) for _ in range(2))
    assert one == other


def test_what_trembles_reads_the_phase(places: FacePlaces) -> None:
    for acting in (Acting(prototype(Emotion.FEAR, 1.0)), Acting(eyes="swirl"), Acting(mouth="chew")):
        one, other = (pixels(face(FaceStyle(), places, replace(acting, phase=phase))) for phase in (0.0, 0.4))
        assert changed(one, other).sum() > 10


def test_a_tilted_face_is_tilted_about_its_features(places: FacePlaces) -> None:
    acting = Acting(Expression({"mouthSmileLeft": 0.8, "mouthSmileRight": 0.8}))
    looks = looks_of(acting.expression)
    upright, tilted = (
        pixels(mouth_nodes(PEN, replace(places, tilt_degrees=degrees), FaceStyle(), acting, looks))
        for degrees in (0.0, 20.0)
    )
    rows = [np.argwhere(image[:, 125:].sum(-1) < 300)[:, 0].mean() for image in (upright, tilted)]
    assert rows[1] > rows[0] + 4


def test_layers_have_names(places: FacePlaces) -> None:
    acting = Acting(Expression({"browInnerUp": 1.0}))
    names = [node.name for node in face(FaceStyle(nose=Nose.DOT), places, acting) if isinstance(node, Group)]
    assert names == [
        "right-cheek", "left-cheek", "nose", "mouth", "right-eye", "left-eye", "right-brow", "left-brow",
    ]  # fmt: skip


@pytest.mark.parametrize("field, kinds", [("teeth", Teeth), ("nose", Nose), ("cheeks", Cheeks), ("brows", Brows)])
def test_every_style_is_another(field: str, kinds: type, places: FacePlaces) -> None:
    laugh = Expression({"mouthSmileLeft": 1.0, "mouthSmileRight": 1.0, "jawOpen": 0.9})
    drawn = [face_pixels(replace(FaceStyle(blush=1.0), **{field: kind}), places, laugh) for kind in kinds]
    for n, one in enumerate(drawn):
        for other in drawn[n + 1 :]:
            assert changed(one, other).sum() > 10


def test_blush_reddens_the_cheeks(places: FacePlaces) -> None:
    style = FaceStyle(blush=0.2)
    pale, red = (face_pixels(style, places, Expression(blush=blush))[138, 48] for blush in (0.0, 1.0))
    assert red[0] - red[1] > pale[0] - pale[1] + 20


def test_a_design_can_replace_one_feature(places: FacePlaces) -> None:
    acting, looks = Acting(), looks_of(Expression())
    whole = face_nodes(PEN, places, FaceStyle(), acting, looks)
    eyes, brows = (draw(PEN, places, FaceStyle(), acting, looks) for draw in (eye_nodes, brow_nodes))
    assert [names(node) for node in eyes] == [names(node) for node in whole[-2:]]
    assert brows == ()


def names(node: Node) -> str:
    return node.name if isinstance(node, Group) else ""


def test_styles_and_places_are_checked() -> None:
    with pytest.raises(ValueError, match="rest must be omega, smile or line, but got 'kiss'"):
        FaceStyle(rest=Mouth.KISS)
    with pytest.raises(ValueError, match="blush must be in"):
        FaceStyle(blush=1.5)
    with pytest.raises(ValueError, match="eye_radius must be > 0"):
        FacePlaces(((0, 0), (1, 0)), 0, 1, (0, 0), 1, ((0, 0), (1, 0)), (1, 1))
