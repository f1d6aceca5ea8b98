"""Heads made elsewhere become avatars that act: the whole way, with the finder of faces."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import made_heads
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.avatars_from_heads import avatar_of_head
from pyojeong.interfaces.python import build_avatar, build_avatar_from_head
from pyojeong.performing.avatar.avatar import CREDIT, Avatar, Surface
from pyojeong.performing.avatar.cautions import Caution
from pyojeong.performing.avatar.glb import glb_bytes
from pyojeong.performing.avatar.glb_reading import avatar_of_bytes
from pyojeong.performing.avatar.gltf_obj import obj_zip
from pyojeong.performing.avatar.template import Template


@pytest.fixture(scope="module")
def from_obj(tmp_path_factory: pytest.TempPathFactory) -> Avatar:
    folder = tmp_path_factory.mktemp("deca")
    made = made_heads.head(2)
    lying = made_heads.Head(made.points[:, [0, 2, 1]] * [1, -1, 1], made.triangles, made.spots)
    return avatar_of_head(made_heads.write_obj(folder, lying, made_heads.portrait_texture()), hair="bob")


def test_an_obj_with_z_up_keeps_its_form_and_colours(from_obj: Avatar) -> None:
    details = from_obj.details or {}
    assert details["made_from"] == "obj" and details["surface_error_cm"] < 0.03
    assert from_obj.cautions == (Caution.OTHERS_LICENCE,)
    skin = from_obj.piece(Surface.SKIN)
    assert skin is not None
    template = Template.shipped()
    spots = np.asarray(template.landmarks.of(template.uv)) * [1024, -1024] + [0, 1024]
    lip, brow, cheek = (
        skin.picture[int(spots[k, 1]) - 4 : int(spots[k, 1]) + 5, int(spots[k, 0]) - 4 : int(spots[k, 0]) + 5]
        .reshape(-1, 3).astype(float).mean(0)
        for k in (16, 105, 50)
    )  # fmt: skip
    assert brow.mean() < 0.8 * cheek.mean()
    assert lip[0] / lip[1] > 1.3 * cheek[0] / cheek[1]


def test_it_makes_all_movements_and_goes_through_its_file(from_obj: Avatar) -> None:
    again = avatar_of_bytes(glb_bytes(from_obj))
    skin = again.piece(Surface.SKIN)
    assert skin is not None and skin.moves is not None and len(skin.moves) == 52
    assert (np.abs(skin.moves).max((1, 2)) > 0.05).sum() >= 50
    assert again.piece(Surface.HAIR) is not None
    assert again.details == from_obj.details


def test_others_licence_goes_with_every_file_and_only_with_theirs(from_obj: Avatar) -> None:
    said = Caution.OTHERS_LICENCE.english
    assert said in json.loads(_json_of(glb_bytes(from_obj)))["asset"]["copyright"]
    with zipfile.ZipFile(io.BytesIO(obj_zip(from_obj))) as archive:
        assert said in archive.read("NOTICE.txt").decode() and said in archive.read("avatar.obj").decode()
    own = replace(from_obj, cautions=())
    assert own.notice == CREDIT and said not in own.notice


def _json_of(data: bytes) -> bytes:
    return data[20 : 20 + int.from_bytes(data[12:16], "little")]


def test_a_model_without_colours_is_painted_and_says_so(tmp_path: Path) -> None:
    path = made_heads.write_flame_pickle(tmp_path / "generic_model.pkl", made_heads.head(4))
    avatar = avatar_of_head(path)
    assert avatar.cautions == (Caution.NO_COLOURS, Caution.OTHERS_LICENCE)
    assert (avatar.details or {})["made_from"] == "flame" and avatar.hair == "bald"


def test_a_ball_has_no_face(tmp_path: Path) -> None:
    turn, tip = np.meshgrid(np.linspace(0, 2 * np.pi, 40), np.linspace(0.01, np.pi, 30))
    points = np.stack([np.cos(turn) * np.sin(tip), np.cos(tip), np.sin(turn) * np.sin(tip)], -1).reshape(-1, 3)
    lines = [f"v {x} {y} {z}" for x, y, z in points]
    for row in range(29):
        for column in range(39):
            a = 40 * row + column + 1
            lines.append(f"f {a} {a + 1} {a + 41} {a + 40}")
    (tmp_path / "ball.obj").write_text("\n".join(lines))
    with pytest.raises(PyojeongError) as refused:
        avatar_of_head(tmp_path / "ball.obj")
    assert refused.value.kind == "head-file"


def test_hair_is_chosen_or_that_of_a_face_in_a_photo(tmp_path: Path, pictures: Path) -> None:
    head = made_heads.write_obj(tmp_path, made_heads.head(3), None)
    alone = build_avatar_from_head(head, hair="bob", hair_colour="#c03020")
    assert _hairs_colour(alone)[0] > 1.5 * _hairs_colour(alone)[2]
    with pytest.raises(PyojeongError) as several:
        build_avatar_from_head(head, photo=pictures / "six.png")
    assert several.value.kind == "which-face"
    of_one = build_avatar_from_head(head, photo=pictures / "six.png", face=2)
    assert of_one.hair == build_avatar(pictures / "six.png", face=2).hair
    with pytest.raises(PyojeongError, match="민머리"):
        build_avatar_from_head(tmp_path / "gone.obj", hair_colour="#c03020")


def _hairs_colour(avatar: Avatar) -> np.ndarray:
    hair = avatar.piece(Surface.HAIR)
    assert hair is not None
    return np.asarray(hair.picture[hair.picture[..., 3] > 200][:, :3].mean(0))


def test_a_faces_number_without_a_photo_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match="사진"):
        avatar_of_head(tmp_path / "any.obj", face=1)
