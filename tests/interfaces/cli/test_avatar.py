"""``pyojeong avatar``: what is written, what is said, what is refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import av
import jsonschema

from pyojeong.interfaces.avatars_schema import built_avatar_schema
from pyojeong.interfaces.python import sample_portrait
from pyojeong.performing.avatar.glb_reading import read_avatar


def test_a_photo_becomes_a_file_that_opens(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    out = tmp_path / "me.glb"
    said = pyojeong("avatar", pictures / "portrait.png", "-o", out, "--hair", "bob", "--json")
    document = json.loads(said.out)
    assert said.code == 0
    assert (document["hair"], document["output"]) == ("bob", str(out))
    assert [caution["korean"] in said.err for caution in document["cautions"]].count(False) == 0
    assert read_avatar(out).hair == "bob"


def test_a_zip_and_a_film(pyojeong: Any, pictures: Path, tmp_path: Path, monkeypatch: Any) -> None:
    from pyojeong.performing.avatar import turntable

    monkeypatch.setattr(turntable, "SECONDS", 0.25)
    monkeypatch.setattr(turntable, "SIZE_WH", (60, 70))
    assert pyojeong("avatar", pictures / "portrait.png", "-o", tmp_path / "me.zip").code == 0
    assert "avatar.obj" in zipfile.ZipFile(tmp_path / "me.zip").namelist()
    assert pyojeong("avatar", pictures / "portrait.png", "-o", tmp_path / "me.mp4").code == 0
    with av.open(str(tmp_path / "me.mp4")) as film:
        assert sum(1 for _ in film.decode(video=0)) == 6


def test_what_cannot_be_done_is_said_before_any_work(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    unknown = pyojeong("avatar", pictures / "portrait.png", "-o", tmp_path / "me.obj")
    assert unknown.code == 2 and ".glb" in unknown.err
    no_style = pyojeong("avatar", pictures / "portrait.png", "-o", tmp_path / "me.glb", "--hair", "beehive")
    assert no_style.code == 2 and "long-straight" in no_style.err
    crowd = pyojeong("avatar", pictures / "six.png", "-o", tmp_path / "me.glb")
    assert crowd.code == 2 and "--face" in crowd.err
    assert not list(tmp_path.iterdir())


def test_a_head_made_elsewhere_becomes_a_file(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "me.zip", tmp_path / "again.glb"
    assert pyojeong("avatar", sample_portrait(), "--hair", "bald", "-o", out).code == 0
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path)
    said = pyojeong("avatar", "--head", tmp_path / "avatar.obj", "-o", again, "--json")
    document = json.loads(said.out)
    jsonschema.validate(document, built_avatar_schema())
    assert said.code == 0 and document["details"]["made_from"] == "obj"
    assert "이용 허락" in said.err
    assert read_avatar(again).details == document["details"]
    head = ("avatar", "--head", tmp_path / "avatar.obj", pictures / "six.png", "-o", again, "--json")
    crowd = pyojeong(*head)
    assert crowd.code == 2 and "--face" in crowd.err
    chosen = pyojeong(*head, "--face", "1", "--hair", "bob", "--hair-colour", "#203040")
    assert chosen.code == 0 and json.loads(chosen.out)["hair"] == "bob"


def test_what_goes_with_a_head_is_refused_without_one(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    codes = pyojeong("avatar", pictures / "portrait.png", "--codes", "me.npy", "-o", tmp_path / "me.glb")
    assert codes.code == 2 and "--head" in codes.err
    nothing = pyojeong("avatar", "-o", tmp_path / "me.glb")
    assert nothing.code == 2 and "--head" in nothing.err
    gone = pyojeong("avatar", "--head", tmp_path / "gone.obj", "-o", tmp_path / "me.glb")
    assert gone.code == 2 and "gone.obj" in gone.err
