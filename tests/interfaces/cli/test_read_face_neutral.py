"""``pyojeong read face --keep-neutral`` and ``--neutral``: numbers kept under a name, and used when asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pyojeong.reading.face.neutral import loads


@pytest.fixture(autouse=True)
def _home(fresh_settings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fresh_settings.setenv("PYOJEONG_HOME", str(tmp_path / "home"))


def leading(document: dict[str, Any]) -> str:
    shares = document["faces"][0]["mood"]["shares"]
    return max(shares, key=shares.get)


def test_what_a_face_always_looks_like_is_no_feeling(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    photo = pictures / "portrait.png"
    plain = json.loads(pyojeong("read", "face", photo, "--json").out)
    kept = pyojeong("read", "face", photo, "--keep-neutral", "지호", "--json")
    assert (kept.code, leading(plain)) == (0, "joy")
    files = list((tmp_path / "home" / "neutral").iterdir())
    assert [file.name for file in files] == ["지호.json"]
    assert files[0].stat().st_size < 4_000
    assert loads(files[0].read_text("utf-8")).coefficients
    against = json.loads(pyojeong("read", "face", photo, "--neutral", "지호", "--json").out)
    assert leading(against) == "neutral"
    assert against["faces"][0]["expression"].get("mouthSmileLeft", 0) < 0.05


@pytest.mark.parametrize("name", ["../지호", "", ".hidden", "a" * 41, "a/b"])
def test_a_name_is_a_name(pyojeong: Any, pictures: Path, name: str, tmp_path: Path) -> None:
    said = pyojeong("read", "face", pictures / "portrait.png", "--keep-neutral", name)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert not (tmp_path / "home").exists()


def test_bad_wishes_have_one_sentence_each(pyojeong: Any, pictures: Path) -> None:
    photo = pictures / "portrait.png"
    unknown = pyojeong("read", "face", photo, "--neutral", "수아")
    crowd = pyojeong("read", "face", pictures / "six.png", "--keep-neutral", "수아")
    several = pyojeong("read", "face", photo, photo, "--keep-neutral", "수아")
    folder = pyojeong("read", "face", pictures, "--neutral", "수아", "-o", pictures / "out.csv")
    for said, word in ((unknown, "수아"), (crowd, "6개"), (several, "한 장"), (folder, "폴더")):
        assert (said.code, said.err.count("\n")) == (2, 1)
        assert word in said.err


def test_a_broken_record_is_refused(pyojeong: Any, pictures: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / "neutral").mkdir(parents=True)
    (tmp_path / "home" / "neutral" / "지호.json").write_text("{}", "utf-8")
    said = pyojeong("read", "face", pictures / "portrait.png", "--neutral", "지호")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "무표정" in said.err
