"""What the doors make of a photo before a head is built, and which hair they choose."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.avatars import (
    FORMAT,
    avatar_of,
    check_hair,
    close_up,
    hair_colour_of,
    likely_style,
    without_clothes,
)
from pyojeong.interfaces.python import sample_portrait
from pyojeong.media.opening import open_image
from pyojeong.performing.avatar.avatar import Surface
from pyojeong.performing.avatar.glb import FORMAT as GLB_FORMAT
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.reading.face.traits.parts import RAYS, Hair, HairLength, Parting

SHORT = Hair(
    present=True,
    colour="#302010",
    length=HairLength.SHORT,
    volume=0.3,
    outline=(1.2,) * RAYS,
    outline_seen=(True,) * RAYS,
    fringe=(0.0, 0.0, 0.0),
    parting=Parting.NONE,
    curl=0.1,
    styles={"buzz": 0.5, "short-straight": 0.3, "tied": 0.2},
    certainty=0.8,
)


@pytest.mark.parametrize(
    ("changed", "style"),
    [
        ({}, "short-straight"),
        ({"volume": 0.05}, "buzz"),
        ({"parting": Parting.LEFT}, "side-part"),
        ({"volume": 0.15}, "swept-back"),
        ({"volume": 0.15, "styles": {"receding": 0.7, "buzz": 0.3}}, "receding"),
        ({"volume": 0.15, "styles": {"bald": 0.8, "receding": 0.2}}, "bald"),
        ({"volume": 0.15, "fringe": (0.0, 0.5, 0.4)}, "short-straight"),
        ({"volume": 0.15, "parting": Parting.LEFT}, "side-part"),
        ({"length": HairLength.LONG}, "long-straight"),
        ({"length": HairLength.CHIN, "styles": {"tied": 0.6, "bob": 0.4}}, "bob"),
        ({"styles": {"short-curly": 0.6, "fringe": 0.4}}, "fringe"),
        ({"styles": {"short-curly": 0.6, "fringe": 0.4}, "curl": 0.5}, "short-curly"),
        ({"styles": {"long-wavy": 1.0}}, "long-wavy"),
    ],
)
def test_a_style_agrees_with_what_is_measured(changed: dict[str, object], style: str) -> None:
    assert likely_style(replace(SHORT, **changed)) == style


def test_an_unknown_hair_style_is_refused_with_the_known_ones() -> None:
    with pytest.raises(PyojeongError) as refused:
        check_hair("beehive")
    assert refused.value.kind == "no-such-hair"
    assert "two-block" in refused.value.english and "bob(단발)" in refused.value.korean


@pytest.mark.parametrize("colour", ["red", "#3B2A20", "#12345", ""])
def test_an_odd_hair_colour_is_refused_with_an_example(colour: str) -> None:
    with pytest.raises(PyojeongError, match="#3b2a20") as refused:
        check_hair("bob", colour)
    assert refused.value.kind == "no-such-hair"


def test_a_chosen_colour_wins_and_a_bare_head_has_none() -> None:
    assert hair_colour_of("bob", "#112233", "#445566") == "#112233"
    assert hair_colour_of("bob", None, "#445566") == "#445566"
    assert hair_colour_of("bald", None, "#445566") is None
    with pytest.raises(PyojeongError, match="민머리"):
        hair_colour_of("bald", "#112233", "#445566")


def test_who_is_to_be_bald_has_a_bare_scalp() -> None:
    bald = avatar_of(open_image(sample_portrait()), hair="bald")
    assert bald.piece(Surface.HAIR) is None
    skin = bald.piece(Surface.SKIN)
    assert skin is not None
    crown, cheek = (_colour_at(skin.picture, place) for place in ((0.0, 13.0, 0.0), (4.0, -1.0, 9.0)))
    np.testing.assert_allclose(np.log(crown / cheek), 0, atol=0.35)


def _colour_at(picture: np.ndarray, place: tuple[float, float, float]) -> np.ndarray:
    """Mean colour of the skin's picture around a place of the mean head."""
    template = Template.shipped()
    points = template.points_of(Part.SKIN)
    u, v = template.uv[points[np.linalg.norm(template.neutral[points] - place, axis=1).argmin()]]
    x, y = round(u * picture.shape[1]), round((1 - v) * picture.shape[0])
    return picture[max(y - 6, 0) : y + 7, max(x - 6, 0) : x + 7].reshape(-1, 3).astype(float).mean(0)


def test_a_close_up_keeps_the_face_where_it_was_in_the_picture() -> None:
    image = open_image(sample_portrait())
    wide = np.pad(image.rgb, ((900, 700), (800, 900), (0, 0)), mode="edge")
    face = wiring.faces_of(image)[0]
    moved = replace(
        face,
        landmarks=face.landmarks + np.array([800.0, 900.0, 0.0]),
        box_xyxy=tuple(side + shift for side, shift in zip(face.box_xyxy, (800, 900, 800, 900), strict=True)),
    )
    near, found = close_up(image.with_pixels(np.ascontiguousarray(wide)), moved)
    assert near.size_wh[0] * near.size_wh[1] < 0.5 * wide.shape[0] * wide.shape[1]
    x, y = np.round(found.landmarks[4, :2]).astype(int)
    there_x, there_y = np.round(face.landmarks[4, :2]).astype(int)
    assert (near.rgb[y, x] == image.rgb[there_y, there_x]).all()


def test_a_dark_collar_is_no_long_hair_and_long_hair_is() -> None:
    image = open_image(sample_portrait())
    face = wiring.faces_of(image)[0]
    left, top, right, bottom = (round(edge) for edge in face.box_xyxy)
    mask = np.zeros(image.rgb.shape[:2], np.float32)
    mask[max(0, top - 40) : top, left:right] = 1.0
    mask[bottom - 20 : bottom + 90, left:right] = 1.0
    bare, clothes = without_clothes(mask, image.size_wh, face)
    assert clothes and bare[bottom:].max() == 0.0 and bare[top - 10, (left + right) // 2] == 1.0
    mask[top - 40 : bottom + 90, left - 12 : left] = 1.0
    kept, clothes = without_clothes(mask, image.size_wh, face)
    assert not clothes and (kept == mask).all()


def test_what_is_said_of_an_avatar_is_not_called_what_its_file_is() -> None:
    assert (FORMAT, GLB_FORMAT) == ("pyojeong.built-avatar/1", "pyojeong.avatar/1")
