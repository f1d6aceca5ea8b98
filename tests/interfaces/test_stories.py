"""What a film may be ordered as, and what is refused before anything is drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.stories import FilmOrder


@pytest.mark.parametrize(
    "wish",
    [
        {"workers": 0},
        {"workers": -3},
        {"workers": 10_000},
        {"title": "가" * 81},
        {"title": "해와\n달"},
        {"title": "해와 \x1b[31m달"},
        {"title": "\ud800"},
        {"height": 10**9},
        {"rate": 0},
        {"shape": "0:0"},
    ],
)
def test_an_order_nobody_can_fill_is_refused_in_words(wish: dict[str, Any]) -> None:
    with pytest.raises(PyojeongError) as refused:
        FilmOrder(**wish)
    assert refused.value.kind == "option" and any("가" <= letter <= "힣" for letter in refused.value.korean)


@pytest.mark.parametrize("name", ["tale.mp4", "tale.srt", "tale.vtt"])
def test_a_film_never_overwrites_the_tale_it_is_made_of(name: str, tmp_path: Path) -> None:
    from pyojeong.interfaces.cli.app import run

    tale = tmp_path / name
    tale.write_text("토끼가 웃었어요.", "utf-8")
    assert run(["story", "film", str(tale), "-o", str(tmp_path / "tale.mp4")]) == 2
    assert tale.read_text("utf-8") == "토끼가 웃었어요." and [tale] == list(tmp_path.iterdir())
