"""What people bring for roles: nothing of a photo that will not do stays, and what plays no role makes room."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wardrobe as wardrobes
from pyojeong.interfaces.wardrobe import Wardrobe
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.performing.character import Character

pytestmark = pytest.mark.usefixtures("home", "word_reader")
BEAR = json.dumps(Character("mascot", "보리").to_dict())


def refuse(*_: object, **__: object) -> None:
    raise PyojeongError("안 됩니다.", "No.", kind="refused")


def on_disk(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_nothing_of_a_photo_stays_whose_head_is_refused(
    tmp_path: Path, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wardrobe = Wardrobe(tmp_path / "held")
    monkeypatch.setattr("pyojeong.interfaces.avatars.avatar_of", refuse)
    with pytest.raises(PyojeongError):
        wardrobe.take_head((pictures / "portrait.png").read_bytes(), "나.png")
    assert on_disk(tmp_path) == [] and not wardrobe.names


def test_nothing_of_a_photo_stays_whose_head_cannot_be_written(
    tmp_path: Path, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: Path, data: bytes) -> None:
        if target.suffix == ".glb":
            refuse()
        target.write_bytes(data)

    wardrobe = Wardrobe(tmp_path / "held")
    monkeypatch.setattr(wardrobes, "write_file", full)
    with pytest.raises(PyojeongError):
        wardrobe.take_head((pictures / "portrait.png").read_bytes(), "나.png")
    assert on_disk(tmp_path) == [] and not wardrobe.names


def test_nothing_of_a_photo_stays_of_which_no_picture_can_be_shown(
    tmp_path: Path, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wardrobe = Wardrobe(tmp_path / "held")
    monkeypatch.setattr(wardrobes, "face_crop", refuse)
    with pytest.raises(PyojeongError):
        wardrobe.take_photo((pictures / "portrait.png").read_bytes(), "나.png")
    assert on_disk(tmp_path) == []


def test_a_photo_that_is_met_after_its_visitor_went_is_not_written(tmp_path: Path, pictures: Path) -> None:
    wardrobe = Wardrobe(tmp_path / "gone" / "held")
    with pytest.raises((OSError, PyojeongError)):
        wardrobe.take_photo((pictures / "portrait.png").read_bytes(), "나.png")
    assert not list(tmp_path.iterdir())


def test_what_is_forgotten_goes_from_the_disk_and_the_photo_with_the_last_that_came_in_it(
    tmp_path: Path, pictures: Path
) -> None:
    wardrobe = Wardrobe(tmp_path / "held")
    head = wardrobe.take_head((pictures / "six.png").read_bytes(), "소풍.png")
    other = wardrobe.another_head(head, 2)
    wardrobe.forget({head.name, "nobody"})
    assert on_disk(tmp_path) == ["held-0.png", "held-1.glb"] and wardrobe.names == {other.name}
    assert wardrobe.another_head(other, 2) is other
    wardrobe.forget({other.name})
    assert on_disk(tmp_path) == [] and not wardrobe.private


def at_a_desk(work: Callable[[StoryDesk], Awaitable[None]]) -> None:
    async def run() -> None:
        desk = StoryDesk()
        desk._looking.ask = lambda _: None  # type: ignore[method-assign]
        try:
            await desk.read('"떡 하나 주면 안 잡아먹지." 호랑이가 말했어요.\n"싫어요!" 토끼가 소리쳤어요.')
            await work(desk)
        finally:
            desk.close()

    asyncio.run(run())


def test_every_face_may_be_tried_as_a_head_and_no_more_than_fit_stay(
    pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wardrobes, "MOST_HELD", 3)

    async def work(desk: StoryDesk) -> None:
        desk.bring_character("토끼", BEAR, "보리.json")
        await desk.bring_head("호랑이", (pictures / "six.png").read_bytes(), "소풍.png")
        for face in (1, 2, 3, 4):
            await desk.turn_to("호랑이", face)
            held = desk.held_of("호랑이")
            assert desk.trouble is None and held is not None and held.face == face
        assert len(desk.wardrobe.names) <= 3 and len(list(desk.folder.glob("held/*.glb"))) <= 2
        assert len(list(desk.folder.glob("held/*.png"))) == 1 and desk.held_of("토끼") is not None
        for _ in range(9):
            desk.undo_cast()
            part = desk.part_of("호랑이")
            assert part is not None and (part.source in desk.wardrobe.names or desk.held_of("호랑이") is None)
            assert part.looks.value != "avatar" or desk.head_of("호랑이") is not None

    at_a_desk(work)


def test_what_plays_a_role_makes_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wardrobes, "MOST_HELD", 2)

    async def work(desk: StoryDesk) -> None:
        desk.bring_character("토끼", BEAR, "보리.json")
        desk.bring_character("호랑이", BEAR, "하나.json")
        desk.bring_character("호랑이", BEAR, "둘.json")
        assert desk.trouble is not None and desk.wardrobe.names == {"보리.json", "하나.json"}
        desk.play("토끼", "mascot")
        desk.bring_character("호랑이", BEAR, "셋.json")
        assert desk.trouble is None and desk.wardrobe.names == {"하나.json", "셋.json"}

    at_a_desk(work)


def test_a_photo_that_was_stopped_while_it_was_met_is_not_held(pictures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(desk: StoryDesk) -> None:
        keep = Wardrobe._keep

        def stopped(*args: object, **options: object) -> object:
            desk.cancel()
            return keep(*args, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(Wardrobe, "_keep", stopped)
        await desk.bring("호랑이", (pictures / "portrait.png").read_bytes(), "나.png")
        assert desk.told == "story-stopped" and not desk.wardrobe.names and not desk.wardrobe.private
        assert not list(desk.folder.glob("held/*"))

    at_a_desk(work)
