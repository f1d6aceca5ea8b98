"""What a visitor does with stickers: who, what it does, what it says, the plan, the pack."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pyojeong.emotion import Emotion
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.sticker_packs import zipped
from pyojeong.interfaces.web.stickers import drafts, scene
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.naming import act_name
from pyojeong.interfaces.web.stickers.pack_desk import Work
from pyojeong.interfaces.web.words import Language, Words
from pyojeong.media import Image
from pyojeong.performing.character import DESIGNS, Character, choices_of, design_of
from pyojeong.stickers import planning
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.planning import PlanItem


@pytest.fixture
def desk() -> Iterator[StickerDesk]:
    made = StickerDesk()
    yield made
    made.close()


def planned(desk: StickerDesk, count: int = 4, store: str = "discord") -> None:
    desk.sell_to(store)
    asyncio.run(desk.make_plan(count=count))
    assert desk.plan is not None


def test_every_change_is_told_and_undone(desk: StickerDesk) -> None:
    told: list[Character] = []
    desk.watch(lambda: told.append(desk.character))
    slider, swatch = design_of(desk.character).space.sliders[0], design_of(desk.character).space.swatches[0]
    desk.shape(swatch.name, "#123456")
    desk.shape(slider.name, slider.high, settled=False)
    desk.shape(slider.name, slider.low)
    assert desk.character.chosen == {swatch.name: "#123456", slider.name: slider.low}
    desk.undo()
    assert desk.character.chosen == {swatch.name: "#123456"}  # what was held is one step
    desk.undo()
    desk.redo()
    assert desk.character.chosen == {swatch.name: "#123456"} and len(told) == 6


def test_what_a_design_does_not_offer_is_refused(desk: StickerDesk) -> None:
    before = desk.character
    desk.shape("skin", "crimson")
    assert desk.character == before and isinstance(desk.trouble, PyojeongError)


@pytest.mark.parametrize("name", list(DESIGNS))
def test_somebody_by_chance_stays_within_the_design(desk: StickerDesk, name: str) -> None:
    desk.meet(name)
    met = set()
    for _ in range(8):
        desk.roll()
        choices_of(desk.character)
        met.add(desk.character)
    assert len(met) == 8 and {character.design for character in met} == {name}


def test_another_design_keeps_what_both_offer(desk: StickerDesk) -> None:
    desk.shape("skin", "#8a5a3c")
    desk.meet("webtoon")
    assert desk.character.chosen["skin"] == "#8a5a3c"
    desk.meet("cat")
    assert "skin" not in desk.character.chosen


def test_every_gag_of_every_design_is_played(desk: StickerDesk) -> None:
    for name, design in DESIGNS.items():
        for gag in design.gags:
            assert scene.gag_act(Character(name), gag).key.gag == gag
    desk.meet("mascot")
    desk.joke("puddle")
    assert desk.gag == "puddle"
    desk.meet("chibi")
    assert desk.gag == ""


def test_the_stage_is_drawn_still_moving_and_as_paths(desk: StickerDesk) -> None:
    desk.play("thank-you")
    assert desk.caption
    png, svg = (scene.pictured(desk.scene, suffix) for suffix in ("png", "svg"))
    assert png.startswith(b"\x89PNG") and b"<path" in svg
    assert scene.film(desk.scene)[8:12] == b"WEBP"
    assert scene.still(replace(desk.scene, caption=""), 64) != scene.still(desk.scene, 64)


def test_a_sentence_finds_what_to_do_and_to_say(desk: StickerDesk) -> None:
    desk.speak(Voice.POLITE)
    asyncio.run(desk.hear("오늘 드디어 퇴근이다"))
    assert desk.trouble is None and desk.act == "off-work"
    assert desk.caption == "오늘 드디어 퇴근이다" and desk.suggested and desk.caption not in desk.suggested
    asyncio.run(desk.hear("hello there"))
    assert isinstance(desk.trouble, PyojeongError)
    asyncio.run(desk.suggest())
    assert 0 < len(desk.suggested) <= 5 and desk.caption not in desk.suggested


def test_a_plan_is_edited_and_follows_the_character(desk: StickerDesk) -> None:
    planned(desk)
    assert desk.plan is not None
    first, second = desk.plan.items[:2]
    desk.reword(1, "  반가워! ")
    desk.shift(1, 2)
    assert [item.moment for item in desk.plan.items[:2]] == [second.moment, first.moment]
    assert desk.plan.items[1].caption == "반가워!"
    desk.shift(2, 1)
    desk.drop(4)
    assert len(desk.plan.items) == 3
    unused = next(
        name for name in ("rainy", "selfie", "idea", "bored") if name not in {i.moment for i in desk.plan.items}
    )
    desk.exchange(3, unused)
    assert desk.plan.items[2].moment == unused
    desk.play("gift" if unused != "gift" else "idea", caption="선물!")
    desk.add_shown()
    assert desk.plan.items[-1].caption == "선물!"
    desk.meet("mascot")
    assert desk.plan.character.design == "mascot" and desk.item_scene(1).character.design == "mascot"
    with pytest.raises(IndexError):
        desk.item_scene(9)


def test_the_plan_is_undone_apart_from_the_character(desk: StickerDesk) -> None:
    planned(desk)
    first = desk.plan
    assert first is not None
    desk.drop(1)
    desk.reword(1, "바꿨어")
    desk.meet("mascot")
    desk.undo_plan()
    desk.undo_plan()
    assert desk.plan is not None and desk.plan.items == first.items and desk.plan.character.design == "mascot"
    desk.redo_plan()
    assert len(desk.plan.items) == 3 and desk.character.design == "mascot"
    desk.undo()
    assert desk.plan.character == first.character and len(desk.plan.items) == 3


def test_the_title_follows_whom_it_names_until_it_is_somebodys_own(desk: StickerDesk) -> None:
    planned(desk)
    assert desk.plan is not None
    desk.call("보리")
    assert desk.plan.title == "보리 이모티콘"
    desk.meet("mascot")
    desk.call("")
    assert desk.plan.title == "밤톨 이모티콘"
    desk.name_pack("퇴근길", "나")
    desk.meet("cat")
    assert desk.plan.title == "퇴근길"


def test_as_many_as_the_store_takes_are_planned(desk: StickerDesk) -> None:
    desk.sell_to("line")
    desk.want(8)
    asyncio.run(desk.plan_anew())
    assert desk.plan is not None and len(desk.plan.items) == 8
    first = desk.plan
    asyncio.run(desk.plan_anew())
    assert desk.plan.seed == first.seed + 1 and desk.plan.items != first.items
    desk.sell_to("telegram")
    assert desk.plan.store == "telegram" and desk.wanted == 8  # the plan goes along, and what both stores take stays
    desk.sell_to("kakao")
    assert desk.wanted == 32
    desk.want(8)
    assert desk.wanted == 32


def test_what_a_tab_keeps_is_the_work_and_nothing_of_the_photo(desk: StickerDesk, pictures: Path) -> None:
    asyncio.run(desk.meet_person((pictures / "portrait.png").read_bytes()))
    planned(desk)
    desk.play("thank-you", caption="고마워요")
    desk.wish("회사원용")
    kept = drafts.written(desk.draft)
    assert len(kept) < drafts.LARGEST_CHARACTERS / 10 and "expression" not in kept and "traits" not in kept
    with closing(StickerDesk()) as other:
        other.go_on(drafts.opened(kept))
        assert other.draft == desk.draft and other.person is None and not other.wears_face
        assert other.character.drawn_from_photo  # what was chosen after it stays declared


@pytest.mark.parametrize("spoilt", ["", "null", "{}", '{"character": 3}', "[" * 100_000, "x" * 500_000])
def test_a_spoilt_draft_is_told(spoilt: str) -> None:
    with pytest.raises(PyojeongError):
        drafts.opened(spoilt)


def test_a_gag_the_design_has_not_is_left_out_of_a_draft(desk: StickerDesk) -> None:
    desk.go_on(replace(desk.draft, gag="no-such-gag"))
    assert desk.gag == ""


def test_what_cannot_be_done_meanwhile_is_told(desk: StickerDesk) -> None:
    planned(desk)

    async def hasty() -> None:
        drawing = asyncio.create_task(desk.draw())
        while desk.work is not Work.DRAWING:
            await asyncio.sleep(0.005)
        await desk.draw()  # a finger that clicked twice
        assert desk.trouble is None
        await desk.suggest()
        assert isinstance(desk.trouble, PyojeongError) and desk.trouble.kind == "busy"
        desk.cancel()
        await drawing

    asyncio.run(hasty())


def test_a_check_that_is_stopped_is_told_beside_the_pack(desk: StickerDesk) -> None:
    planned(desk)

    def stop_it() -> None:
        if desk.work is Work.CHECKING:
            desk.cancel()

    desk.watch(stop_it)
    asyncio.run(desk.draw())
    assert desk.written is not None and desk.report is None and desk.told == "sticker-stopped"


def test_the_same_moment_twice_is_refused_and_the_plan_stays(desk: StickerDesk) -> None:
    planned(desk)
    assert desk.plan is not None
    before = desk.plan
    desk.exchange(2, before.items[0].moment)
    assert desk.plan == before and isinstance(desk.trouble, PyojeongError)


def test_a_pack_is_drawn_checked_and_forgotten(desk: StickerDesk) -> None:
    planned(desk)
    seen: set[Work | None] = set()
    desk.watch(lambda: seen.add(desk.work))
    asyncio.run(desk.draw())
    assert desk.trouble is None and desk.written is not None and desk.report is not None
    assert {Work.DRAWING, Work.CHECKING, None} <= seen
    with zipfile.ZipFile(io.BytesIO(zipped(desk.written))) as archive:
        names = archive.namelist()
    assert sum(name.startswith("upload/") and name.endswith(".png") for name in names) == 4
    assert {"declaration.md", "alt-text.csv", "provenance.json"} <= set(names)
    archive_path = desk.written.archive
    desk.reword(1, "다르게")
    assert desk.written is None and desk.report is None  # an edited plan is not what was drawn
    desk.close()
    assert not archive_path.exists()


def test_an_edit_while_it_is_drawn_is_told_and_another_plan_forgets_the_pack(desk: StickerDesk) -> None:
    planned(desk)

    async def restless() -> None:
        drawing = asyncio.create_task(desk.draw())
        while desk.work is not Work.DRAWING:
            await asyncio.sleep(0.005)
        desk.reword(1, "바꿈")
        await drawing

    asyncio.run(restless())
    assert desk.written is None and desk.report is None and desk.told == "sticker-changed"
    asyncio.run(desk.draw())
    assert desk.written is not None and desk.plan is not None
    desk.take_plan(replace(desk.plan, title="다른 팩"))
    assert desk.written is None and desk.report is None


def test_only_what_a_plan_can_hold_is_added(desk: StickerDesk) -> None:
    planned(desk)
    assert desk.plan is not None
    before = desk.plan
    desk.joke(next(iter(design_of(desk.character).gags)))
    assert not desk.addable
    desk.add_shown()
    assert desk.plan == before


def test_drawing_stops_when_it_is_told_to(desk: StickerDesk) -> None:
    planned(desk, count=8)

    async def impatient() -> None:
        drawing = asyncio.create_task(desk.draw())
        while desk.work is not Work.DRAWING:
            await asyncio.sleep(0.005)
        desk.cancel()
        await drawing

    asyncio.run(impatient())
    assert desk.written is None and desk.told == "sticker-stopped" and desk.trouble is None


def test_a_saved_plan_and_character_come_back(desk: StickerDesk) -> None:
    desk.roll()
    planned(desk)
    assert desk.plan is not None
    written, who = planning.dumps(desk.plan), json.loads(json.dumps(desk.character.to_dict()))
    other = StickerDesk()
    other.take_plan(planning.loads(written))
    assert other.plan == desk.plan and other.character == desk.character and other.store == "discord"
    other.welcome(Character.from_dict(who))
    assert other.character == desk.character
    other.close()


def test_somebody_in_a_photo_is_drawn_and_their_face_is_worn(desk: StickerDesk, pictures: Path) -> None:
    asyncio.run(desk.meet_person((pictures / "portrait.png").read_bytes()))
    assert desk.trouble is None and desk.character.drawn_from_photo and desk.wears_face
    assert desk.scene.played.key.expression == desk.person.expression  # type: ignore[union-attr]
    chibi = desk.character
    desk.meet("cat")
    assert desk.character.drawn_from_photo and desk.character != chibi
    desk.rest()
    assert not desk.character.drawn_from_photo and desk.scene.face is None


@pytest.mark.parametrize(("photo", "faces"), [("portrait.png", 1), ("six.png", 6)])
def test_of_how_many_faces_the_largest_was_drawn_is_known(
    desk: StickerDesk, pictures: Path, photo: str, faces: int
) -> None:
    asyncio.run(desk.meet_person((pictures / photo).read_bytes()))
    assert desk.person is not None and desk.faces == faces
    for language in Language:
        assert f" {faces}" in Words(language)("sticker-largest", count=desk.faces)


def test_a_photo_without_a_face_changes_nothing(desk: StickerDesk) -> None:
    before = desk.character
    wall = Image(np.full((200, 200, 3), 180, np.uint8))
    asyncio.run(desk.meet_person(wiring.picture_bytes(wall, "png")))
    assert desk.character == before and isinstance(desk.trouble, PyojeongError)


def test_items_need_their_moment() -> None:
    with pytest.raises((PyojeongError, ValueError)):
        PlanItem("no-such-moment")


def test_an_emotion_has_one_name_on_the_page(desk: StickerDesk) -> None:
    words = Words(Language.KOREAN)
    for emotion in Emotion:
        desk.play(emotion.value)
        assert act_name(desk.scene, words) == words.emotion(emotion)
        desk.play(f"{emotion}-strong")
        assert act_name(desk.scene, words).startswith(words.emotion(emotion))


def test_rude_captions_of_a_plan_are_asked_about_with_their_number(desk: StickerDesk) -> None:
    from pyojeong.interfaces.web.stickers.panels.planning import kinder_captions

    planned(desk)
    assert desk.plan is not None and kinder_captions(desk.plan, Words(Language.KOREAN)) == ""
    desk.reword(2, "아 씨발 퇴근")
    assert kinder_captions(desk.plan, Words(Language.KOREAN)).startswith("2: ")
    assert desk.plan.items[1].caption == "아 씨발 퇴근"  # asked, never blocked
