"""What was drawn by another version of anything that draws is drawn again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pyojeong.stories.production import drawing_code as told
from pyojeong.stories.production.drawing_code import drawing_code


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    drawing_code.cache_clear()
    yield
    drawing_code.cache_clear()


def test_it_is_the_same_as_long_as_nothing_changes() -> None:
    first = drawing_code()
    drawing_code.cache_clear()
    assert drawing_code() == first


def test_another_version_of_a_library_is_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawing_code()
    drawing_code.cache_clear()
    monkeypatch.setattr(told, "version", lambda name: "0.0" if name == "skia-python" else "1.0")
    assert drawing_code() != first


@pytest.mark.parametrize("room", ["emotion", "media", "performing", "rig", "weights"])
def test_every_room_that_draws_is_in_it(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawing_code()
    drawing_code.cache_clear()
    monkeypatch.setattr(told, "_ROOMS", tuple(name for name in told._ROOMS if name != room))
    assert drawing_code() != first
