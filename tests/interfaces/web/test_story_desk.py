"""One visitor's tale, without a browser."""

from __future__ import annotations

import asyncio
import io
import json
import wave
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.stories import FilmOrder, company_of
from pyojeong.interfaces.web.story import drafts, faces
from pyojeong.interfaces.web.story.desk import StoryDesk
from pyojeong.performing.character import Character
from pyojeong.performing.film.sources import PhotoSource
from pyojeong.stories.cast import NARRATOR, Looks, Part
from pyojeong.stories.tales.tales import sample_tales

TALE = '호랑이와 토끼\n\n"떡 하나 주면 안 잡아먹지." 호랑이가 말했어요.\n"싫어요!" 토끼가 소리쳤어요.'
pytestmark = pytest.mark.usefixtures("home", "word_reader")


def with_tale(work: Callable[[StoryDesk], Awaitable[None]]) -> None:
    async def run() -> None:
        desk = StoryDesk()
        desk._looking.ask = lambda _: None  # type: ignore[method-assign]  # nobody looks before it is made
        try:
            await desk.read(TALE)
            await work(desk)
        finally:
            desk.close()

    asyncio.run(run())


def test_a_tale_is_read_cast_and_titled() -> None:
    async def work(desk: StoryDesk) -> None:
        assert desk.title == "호랑이와 토끼" and desk.story is not None
        assert set(desk.story.company.parts) == {"호랑이", "토끼"}

    with_tale(work)


def test_a_tale_that_came_along_is_owed_to_its_makers_as_long_as_it_is_there() -> None:
    async def work(desk: StoryDesk) -> None:
        tale = sample_tales()[0]
        await desk.read_sample(tale.name)
        assert desk.title == tale.title and desk.order.credits == tale.credits != ()
        await desk.read(TALE)
        assert desk.order.credits == ()

    with_tale(work)


def test_an_empty_tale_is_refused_and_the_one_there_stays() -> None:
    async def work(desk: StoryDesk) -> None:
        await desk.read("  \n")
        assert isinstance(desk.trouble, PyojeongError) and desk.trouble.kind == "story-empty"
        assert desk.story is not None

    with_tale(work)


def test_who_plays_and_how_it_sounds_is_changed_and_undone() -> None:
    async def work(desk: StoryDesk) -> None:
        before = desk.companies.now
        desk.play("토끼", "mascot")
        desk.sound("토끼", name="jwi", pitch_semitones=3.0)
        desk.sound(NARRATOR, pace=1.2)
        part, narrator = desk.part_of("토끼"), desk.part_of(NARRATOR)
        assert part is not None and (part.source, part.voice.name, part.voice.pitch_semitones) == ("mascot", "jwi", 3.0)
        assert narrator is not None and narrator.voice.pace == 1.2
        desk.sound("토끼", pitch_semitones=99.0)
        assert isinstance(desk.trouble, PyojeongError) and desk.part_of("토끼") == part
        for _ in range(3):
            desk.undo_cast()
        assert desk.companies.now == before

    with_tale(work)


def test_a_photo_plays_a_role_and_goes_with_the_desk(pictures: Path) -> None:
    folders: list[Path] = []

    async def work(desk: StoryDesk) -> None:
        await desk.bring("호랑이", (pictures / "portrait.png").read_bytes(), "../../아이.png")
        part = desk.part_of("호랑이")
        assert part is not None and part.looks is Looks.PHOTO and part.source == "아이.png"
        assert (drawn(desk) or b"").startswith(b"\x89PNG")
        assert desk._maker()._store.folder.is_relative_to(desk.folder)  # scenes with a face stay with it
        folders.append(desk.folder)
        await desk.bring("호랑이", b"no picture", "x.png")
        assert desk.trouble is not None and desk.part_of("호랑이") == part

    with_tale(work)
    assert not folders[0].exists()


def test_of_six_faces_another_one_plays_and_is_undone(pictures: Path) -> None:
    async def work(desk: StoryDesk) -> None:
        await desk.bring("호랑이", (pictures / "six.png").read_bytes(), "소풍.png")
        assert desk.told == "story-largest"
        first, held = source_of(desk), desk.held_of("호랑이")
        assert held is not None and held.snapshot is not None and len(set(held.snapshot.thumbs)) == 6
        largest = drawn(desk)
        await desk.turn_to("호랑이", 3)
        part = desk.part_of("호랑이")
        assert part is not None and part.face == 3 and drawn(desk) == held.snapshot.thumbs[3] != largest
        assert source_of(desk).face.box_xyxy != first.face.box_xyxy and source_of(desk).path == first.path
        await desk.turn_to("호랑이", 6)  # there are six
        assert desk.part_of("호랑이") == part and "face = 3" in desk.cast_toml()
        desk.undo_cast()
        assert drawn(desk) == largest
        desk.redo_cast()
        desk.play("호랑이", "bear")
        await desk.turn_to("호랑이", 1)
        bear = desk.part_of("호랑이")
        assert bear is not None and bear.face == 0 and desk.held_of("호랑이") is None

    with_tale(work)


def test_a_3d_head_of_another_face_is_built_once(pictures: Path) -> None:
    async def work(desk: StoryDesk) -> None:
        await desk.bring_head("호랑이", (pictures / "six.png").read_bytes(), "소풍.png")
        first = desk.head_of("호랑이")
        await desk.turn_to("호랑이", 2)
        other = desk.head_of("호랑이")
        assert first is not None and other is not None and first.read_bytes() != other.read_bytes()
        held = desk.held_of("호랑이")
        assert held is not None and held.snapshot is not None and drawn(desk) == held.snapshot.thumbs[2]
        await desk.turn_to("호랑이", 0)
        assert desk.head_of("호랑이") == first
        await desk.turn_to("호랑이", 2)
        assert desk.head_of("호랑이") == other and len(list(desk.folder.glob("held/*.glb"))) == 2

    with_tale(work)


@pytest.mark.parametrize("way", ["bring", "bring_head"])
def test_a_picture_that_will_not_do_is_told_and_who_played_goes_on(
    way: str, bad_picture: tuple[str, str], pictures: Path
) -> None:
    async def work(desk: StoryDesk) -> None:
        before = desk.companies.now
        await getattr(desk, way)("호랑이", (pictures / bad_picture[0]).read_bytes(), bad_picture[0])
        assert isinstance(desk.trouble, PyojeongError) and desk.trouble.kind == bad_picture[1]
        assert desk.companies.now == before and desk.work is None

    with_tale(work)


def source_of(desk: StoryDesk) -> PhotoSource:
    part = desk.part_of("호랑이")
    assert part is not None
    found = desk.wardrobe.brought("호랑이", part)
    assert isinstance(found, PhotoSource)
    return found


def drawn(desk: StoryDesk) -> bytes | None:
    part = desk.part_of("호랑이")
    return None if part is None else faces.face_of(desk.wardrobe, "호랑이", part)


def test_a_3d_head_is_built_of_a_photo_and_can_be_taken_home(pictures: Path) -> None:
    async def work(desk: StoryDesk) -> None:
        assert desk.head_of("호랑이") is None
        await desk.bring_head("호랑이", (pictures / "portrait.png").read_bytes(), "아이.png")
        part, head = desk.part_of("호랑이"), desk.head_of("호랑이")
        assert part is not None and (part.looks, part.source) == (Looks.AVATAR, "아이.glb")
        assert head is not None and head.is_relative_to(desk.folder) and head.read_bytes().startswith(b"glTF")
        assert faces.has_face(desk.wardrobe, part) and faces.face_of(desk.wardrobe, "호랑이", part)
        await desk.bring_head("토끼", head.read_bytes(), "머리.glb")
        rabbit = desk.part_of("토끼")
        assert rabbit is not None and rabbit.looks is Looks.AVATAR and not faces.has_face(desk.wardrobe, rabbit)
        await desk.bring_head("토끼", (pictures / "nobody.png").read_bytes(), "벽.png")
        assert desk.trouble is not None and desk.part_of("토끼") == rabbit

    with_tale(work)


def test_a_cast_goes_out_and_comes_back_without_reaching_for_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text("{}")

    async def work(desk: StoryDesk) -> None:
        desk.sound("토끼", name="kkoma")
        told = desk.cast_toml()
        desk.undo_cast()
        desk.take_cast(told)
        part = desk.part_of("토끼")
        assert part is not None and part.voice.name == "kkoma"
        desk.take_cast(f'format = "pyojeong.cast/1"\n[role."토끼"]\nphoto = "{secret}"\nvoice = "jun"\n')
        after = desk.part_of("토끼")
        assert after is not None and (after.looks, after.source, after.voice.name) == (part.looks, part.source, "jun")
        assert isinstance(desk.trouble, PyojeongError) and "토끼" in desk.trouble.korean
        desk.take_cast("no toml [")
        assert isinstance(desk.trouble, PyojeongError) and desk.trouble.kind == "bad-cast"

    with_tale(work)


def test_a_character_document_plays_a_role() -> None:
    async def work(desk: StoryDesk) -> None:
        desk.bring_character("토끼", json.dumps(Character("mascot", "보리").to_dict()), "토끼.json")
        part = desk.part_of("토끼")
        assert part is not None and part.source == "토끼.json"
        desk.bring_character("토끼", "{}", "x.json")
        assert desk.trouble is not None and desk.part_of("토끼") == part

    with_tale(work)


def test_somebody_new_who_speaks_gets_a_part() -> None:
    async def work(desk: StoryDesk) -> None:
        desk.lines.choose(0)
        desk.lines.speak("할머니")
        part = desk.part_of("할머니")
        assert part is not None and part.voice.name == "halmae"
        desk.lines.feel(Emotion.ANGER, 0)
        assert desk.story is not None and desk.story.score.beats[0].mood.leading is Emotion.ANGER
        desk.lines.undo()
        desk.lines.undo()
        assert desk.story.score.beats[0].speaker != "할머니"

    with_tale(work)


def test_a_draft_comes_back_without_what_was_brought(pictures: Path) -> None:
    async def work(desk: StoryDesk) -> None:
        desk.sound("토끼", name="jwi")
        desk.wish(shape="9:16", title="숲속")
        await desk.bring("호랑이", (pictures / "portrait.png").read_bytes(), "아이.png")
        draft = desk.draft
        assert draft is not None and "아이" in drafts.written(draft)
        other = StoryDesk()
        other._looking.ask = lambda _: None  # type: ignore[method-assign]
        other.go_on(drafts.opened(drafts.written(draft)))
        tiger, rabbit = other.part_of("호랑이"), other.part_of("토끼")
        assert tiger is not None and tiger.looks is Looks.CHARACTER and other.told == "story-gone"
        assert rabbit is not None and rabbit.voice.name == "jwi"
        assert other.order.shape == "9:16" and other.lines.score == desk.lines.score
        other.close()

    with_tale(work)
    with pytest.raises(PyojeongError):
        drafts.opened('{"score": ""}')


def test_a_draft_holds_the_moods_exactly_so_that_no_scene_is_drawn_anew() -> None:
    uneven = Mood(dict(zip(Emotion, (1 / 3, 1 / 7, *6 * ((1 - 1 / 3 - 1 / 7) / 6,)), strict=True)), 0.123456789)
    score = Score("가. 나.", uneven, (Beat(0, 2, uneven), Beat(3, 5, uneven, speaker="곰")))
    order = FilmOrder(title="숲", credits=("글: 아무",))
    draft = drafts.Draft(score, company_of(score), "", order)
    again = drafts.opened(drafts.written(draft))
    assert [beat.mood.shares for beat in again.score.beats] == [beat.mood.shares for beat in score.beats]
    assert again.score.beats[1].mood.intensity == uneven.intensity and again.order == order
    older = json.loads(drafts.written(draft))
    older["order"]["rate"] = 24
    del older["order"]["frames_per_second"]
    assert drafts.opened(json.dumps(older)).order == replace(order, frames_per_second=24)
    damaged = json.loads(drafts.written(draft)) | {"moods": "AAAA"}
    with pytest.raises(PyojeongError):
        drafts.opened(json.dumps(damaged))


def test_a_line_is_heard() -> None:
    async def work(desk: StoryDesk) -> None:
        with wave.open(io.BytesIO(desk.heard(0))) as sound:
            assert sound.getnframes() / sound.getframerate() > 0.5
        with pytest.raises(PyojeongError):
            desk.heard(99)

    with_tale(work)


def test_a_role_without_lines_goes_comes_back_by_undo_and_the_order_stays() -> None:
    async def work(desk: StoryDesk) -> None:
        desk.play("호랑이", "mascot")
        order = list(roles(desk))
        number = next(n for n, beat in enumerate(lines(desk)) if beat.speaker == "호랑이")
        desk.lines.choose(number)
        desk.lines.speak("토끼")
        assert list(roles(desk)) == [role for role in order if role != "호랑이"]
        desk.lines.undo()
        part = desk.part_of("호랑이")
        assert list(roles(desk)) == order and part is not None and part.source == "mascot"
        desk.lines.speak("할머니")
        desk.undo_cast()  # an older cast brings nobody back who says nothing, and takes nobody away who does
        assert "호랑이" not in roles(desk) and "할머니" in roles(desk)
        other = StoryDesk()
        other._looking.ask = lambda _: None  # type: ignore[method-assign]
        assert desk.draft is not None
        other.go_on(drafts.opened(drafts.written(desk.draft)))
        assert list(roles(other)) == list(roles(desk))
        other.close()

    with_tale(work)


def roles(desk: StoryDesk) -> Mapping[str, Part]:
    assert desk.companies.now is not None
    return desk.companies.now.parts


def lines(desk: StoryDesk) -> tuple[Beat, ...]:
    assert desk.lines.score is not None
    return desk.lines.score.beats
