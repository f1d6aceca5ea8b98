"""Files to take home: progress that only grows, and a way to stop."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import PIL.Image
import pytest

from pyojeong.interfaces.finish import Finish, Staging
from pyojeong.interfaces.web.job import StoppedError
from pyojeong.interfaces.web.shelf import shelf
from pyojeong.interfaces.web.studio.making import Maker, Progress
from pyojeong.interfaces.web.studio.photo import OpenPhoto
from pyojeong.performing.portrait.recipe import Edit, Recipe

SMILE = Recipe().then(Edit(0, {"mouthSmileLeft": 0.8, "mouthSmileRight": 0.8}))


@pytest.fixture(scope="module")
def photo(pictures: Path) -> OpenPhoto:
    return OpenPhoto.opened((pictures / "portrait.png").read_bytes())


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp"])
def test_a_still_file_has_the_photos_size(photo: OpenPhoto, suffix: str) -> None:
    async def run() -> str:
        return await Maker(lambda _: None).make(photo, SMILE, Finish.of(suffix), stem="me-기쁨")

    item = shelf.at(asyncio.run(run()).rsplit("/", 1)[1])
    assert item is not None
    assert item.filename == f"me-기쁨.{suffix}"
    assert PIL.Image.open(io.BytesIO(item.data)).size == photo.image.size_wh


def test_a_moving_file_reports_and_moves(photo: OpenPhoto) -> None:
    seen: list[Progress | None] = []

    async def run() -> str:
        return await Maker(seen.append).make(photo, SMILE, Finish.of("gif", seconds=0.5, frames_per_second=10.0))

    item = shelf.at(asyncio.run(run()).rsplit("/", 1)[1])
    assert item is not None
    assert getattr(PIL.Image.open(io.BytesIO(item.data)), "n_frames", 1) > 1
    assert seen[-1] is None
    parts = [p.part or 0.0 for p in seen if p is not None]
    assert parts == sorted(parts)
    assert max(p.part or 0.0 for p in seen if p is not None) > 0.5


def test_cancelling_stops_at_the_next_frame(photo: OpenPhoto) -> None:
    seen: list[Progress | None] = []

    async def run() -> None:
        maker = Maker(seen.append)
        task = asyncio.create_task(maker.make(photo, SMILE, Finish.of("gif", Staging(), seconds=20.0)))
        while len(seen) < 3:
            await asyncio.sleep(0.01)
        maker.cancel()
        with pytest.raises(StoppedError):
            await task

    asyncio.run(run())
    assert max(p.part or 0.0 for p in seen if p is not None) < 0.5
