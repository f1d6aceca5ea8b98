"""Characters and packs at the Python door, and the documents they are written as."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import jsonschema
import numpy as np
import pytest
from chat_service import Service

import pyojeong
from pyojeong import Character, Emotion, Expression, Mood, PackPlan, PlanItem, PyojeongError
from pyojeong.interfaces import sticker_schemas, wiring
from pyojeong.interfaces.caption_writers import caption_writer, captions_json, written
from pyojeong.interfaces.characters import chosen_of, designs_json
from pyojeong.interfaces.sticker_orders import StickerOrder, moment_in
from pyojeong.interfaces.sticker_packs import pack_json, plan_notices, planned
from pyojeong.stickers.captions import Voice


def test_a_character_is_made_kept_and_drawn(tmp_path: Path) -> None:
    bori = pyojeong.new_character("mascot", name="보리", chosen={"ears": "cat", "eyes": 1.2})
    pyojeong.save_character(bori, tmp_path / "bori.json")
    jsonschema.validate(json.loads((tmp_path / "bori.json").read_text("utf-8")), sticker_schemas.character_schema())
    again = pyojeong.load_character(tmp_path / "bori.json")
    assert again == bori
    assert pyojeong.draw_character(again, Emotion.JOY, 80).size_wh == (80, 80)


def test_by_chance_the_same_seed_is_the_same_character() -> None:
    one, again, other = (pyojeong.new_character("mascot", seed=seed) for seed in (3, 3, 4))
    assert one == again != other
    assert pyojeong.new_character("mascot", seed=3, chosen={"ears": "cat"}).chosen["ears"] == "cat"


@pytest.mark.parametrize("seed", range(8))
def test_whoever_comes_by_chance_can_be_drawn(seed: int) -> None:
    for design in designs_json()["designs"]:
        character = pyojeong.new_character(design["name"], seed=seed)
        assert (pyojeong.draw_character(character, "hello", 40).pixels[:, :, 3] > 128).mean() > 0.1


@pytest.mark.parametrize(
    "what",
    [Emotion.ANGER, "슬픔:0.7", "joy+sadness", "off-work", Mood.of(Emotion.FEAR), Expression({"jawOpen": 0.8})],
)
def test_what_is_asked_for_is_shown(what: object) -> None:
    bori = Character("mascot")
    shown = pyojeong.draw_character(bori, what, 90)  # type: ignore[arg-type]
    assert not np.array_equal(shown.pixels, pyojeong.draw_character(bori, Emotion.NEUTRAL, 90).pixels)


def test_a_stronger_feeling_is_another_picture() -> None:
    pictures = [pyojeong.draw_character(Character("mascot"), f"joy:{share}", 90).pixels for share in (0.3, 0.9)]
    assert not np.array_equal(*pictures)


@pytest.mark.parametrize("design", ["chibi", "webtoon"])
def test_an_emotion_asked_for_is_a_portrait(design: str) -> None:
    def name(order: StickerOrder) -> str:
        return order.shown(Character(design)).sticker.name

    assert name(StickerOrder(emotion="중립")) == name(StickerOrder(mood=Mood.of(Emotion.NEUTRAL))) == "neutral"
    plain, calm = (pyojeong.draw_character(Character(design), spec, 90).pixels for spec in ("중립", "중립:0.3"))
    assert np.array_equal(plain, calm)


def test_text_is_shown_by_what_it_speaks_of(word_reader: object) -> None:
    order = StickerOrder(text="퇴근이라 기뻐.", caption="auto")
    sticker = order.shown(Character("mascot")).sticker
    assert sticker.name == "off-work" and sticker.emotion is Emotion.JOY and sticker.caption == "퇴근이라 기뻐."
    assert moment_in("퇴근이라 속상해", Emotion.SADNESS) == "heartbroken"
    assert moment_in("퇴근했어", Emotion.ANGER) is None
    assert moment_in("생일 축하해", Emotion.SADNESS) == "birthday"


def test_captions_are_auto_given_or_none() -> None:
    def caption(asked: str) -> str:
        return StickerOrder(emotion="anger", caption=asked).shown(Character("mascot")).sticker.caption

    assert caption("none") == "" and caption("내 말 좀 들어") == "내 말 좀 들어"
    assert caption("auto") == "화난다!!"
    hand = StickerOrder(expression=Expression({"jawOpen": 1.0}), caption="auto")
    assert hand.shown(Character("mascot")).sticker.caption == ""


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (lambda: pyojeong.new_character("unicorn"), "unknown-design"),
        (lambda: pyojeong.new_character(chosen={"ears": "of-corn"}), "bad-choice"),
        (lambda: chosen_of("mascot", ["ears"]), "bad-choice"),
        (lambda: chosen_of("mascot", ["horns=2"]), "bad-choice"),
        (lambda: chosen_of("mascot", ["eyes=big"]), "bad-choice"),
        (lambda: pyojeong.draw_character(Character("mascot"), Emotion.JOY, 5), "size"),
        (lambda: pyojeong.draw_character(Character("mascot"), Emotion.JOY, 9000), "size"),
        (lambda: StickerOrder(), "what"),
        (lambda: StickerOrder(emotion="joy", moment="hello"), "what"),
        (lambda: StickerOrder(moment="moonwalk").shown(Character("mascot")), "unknown-moment"),
        (lambda: pyojeong.plan_pack("moon", Character("mascot")), "unknown-store"),
        (lambda: pyojeong.plan_pack("line", Character("mascot"), count=9), "count"),
        (lambda: pyojeong.plan_pack("line", Character("mascot"), voice="opera"), "unknown-voice"),
    ],
)
def test_mistakes_are_told_with_what_would_work(wrong: Callable[[], object], kind: str) -> None:
    with pytest.raises(PyojeongError) as caught:
        wrong()
    assert caught.value.kind == kind


def test_captions_come_from_the_bank_when_nothing_is_set(word_reader: object) -> None:
    lines = pyojeong.suggest_captions("퇴근이라 기뻐.", voice="존댓말", count=3)
    assert len(lines) == 3
    found = written("퇴근이라 기뻐", Mood.of(Emotion.JOY), Voice.BANMAL, count=2)
    assert found.model is None and found.instead_of is None
    jsonschema.validate(captions_json("퇴근이라 기뻐", found, Voice.BANMAL), sticker_schemas.captions_schema())


def test_a_chat_service_that_does_not_answer_is_told_and_the_bank_writes(
    fresh_settings: pytest.MonkeyPatch, word_reader: object
) -> None:
    fresh_settings.setenv("PYOJEONG_CAPTION_URL", "http://127.0.0.1:9/v1")
    fresh_settings.setenv("PYOJEONG_CAPTION_MODEL", "someone")
    assert caption_writer().name == "someone"
    shown = StickerOrder(text="속상해.", caption="auto").shown(Character("mascot"))
    assert shown.sticker.caption and shown.notices and shown.sticker.making.text_model is None


def test_a_caption_of_a_language_model_is_declared_whoever_puts_it_into_the_plan(
    chat: Service, word_reader: object, tmp_path: Path
) -> None:
    found = pyojeong.suggest_captions("퇴근이라 기뻐.", count=2)
    assert list(found) == ["집이 나를 부른다", "오늘은 여기까지"] and found.model == "little"
    item = PlanItem("off-work", found[0], text_model=found.model)
    plan = PackPlan(Character("mascot"), "discord", "밤톨", (item, PlanItem("hello", "안녕!")))
    again = PackPlan.from_dict(json.loads(json.dumps(plan.to_dict())))
    assert again == plan and [item.text_model for item in again.items] == ["little", None]
    jsonschema.validate(plan.to_dict(), sticker_schemas.plan_schema())
    folder = pyojeong.draw_pack(again, tmp_path / "pack", workers=1).folder
    sheet = (folder / "declaration.md").read_text("utf-8")
    assert "글귀를 언어 모델이 썼나요? / Captions by a language model: **예 / yes** (little)" in sheet
    from pyojeong.stickers.preflight import Instruments, check_pack

    report = check_pack(folder, plan.rules, instruments=Instruments())
    assert [(one.code, one.others) for one in report.findings if one.code == "text-model"] == [
        ("text-model", ("01.png",))
    ]


def test_the_page_asks_the_writer_of_the_settings_and_hands_on_what_it_is_told(
    chat: Service, word_reader: object
) -> None:
    from pyojeong.interfaces.web.stickers.hearing import heard

    act, first, lines = heard("퇴근이라 기뻐.", Voice.BANMAL)
    assert act == "off-work" and first == lines[0] == "집이 나를 부른다" and lines.model == "little"
    chat.status = 500
    _, first, lines = heard("퇴근이라 기뻐.", Voice.BANMAL)
    assert first == "퇴근이라 기뻐." and len(lines) == 5 and lines.model is None and lines.notices


def test_what_python_is_told_stands_in_the_log(
    chat: Service, word_reader: object, caplog: pytest.LogCaptureFixture
) -> None:
    chat.status = 500
    with caplog.at_level(logging.WARNING):
        assert len(pyojeong.suggest_captions("퇴근이라 기뻐.", count=2)) == 2
        pyojeong.draw_character(Character("mascot"), "퇴근이라 기뻐.", 40, caption="auto")
        pyojeong.draw_character(Character("mascot"), "scared", 40, caption="뷁!")
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == 3 and "little" in told[0] and "little" in told[1] and "뷁" in told[2]


def test_a_caption_whose_font_lacks_a_letter_is_told_at_every_door(tmp_path: Path) -> None:
    plan = PackPlan(Character("mascot"), "discord", "밤톨", (PlanItem("scared", "뷁!"), PlanItem("hello", "안녕!")))
    ((korean, english),) = plan_notices(plan)
    assert "“뷁!”의 뷁" in korean and "안녕" not in korean and "뷁" in english
    shown = StickerOrder(moment="scared", caption="뷁!").shown(Character("mascot"))
    assert "뷁" in shown.notices[0][0]
    document = pack_json(plan, pyojeong.draw_pack(plan, tmp_path / "pack", workers=1))
    jsonschema.validate(document, sticker_schemas.drawn_pack_schema())
    assert document["notices"] == [korean]
    assert plan_notices(PackPlan(Character("mascot"), "discord", "밤톨", (PlanItem("hello", "안녕!"),))) == ()


def test_who_writes_captions_must_be_clear(fresh_settings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fresh_settings.setenv("PYOJEONG_CAPTION_URL", "http://127.0.0.1:9/v1")
    with pytest.raises(PyojeongError, match="CAPTION_MODEL"):
        caption_writer()
    fresh_settings.setenv("PYOJEONG_CAPTION_FOLDER", str(tmp_path))
    from pyojeong.interfaces.settings import settings

    settings.cache_clear()
    with pytest.raises(PyojeongError, match="하나만"):
        caption_writer()


def test_a_pack_is_planned_and_drawn(tmp_path: Path) -> None:
    plan = pyojeong.plan_pack("whatsapp", Character("mascot"), count=3, wishes="친구용")
    jsonschema.validate(plan.to_dict(), sticker_schemas.plan_schema())
    document = pack_json(plan, pyojeong.draw_pack(plan, tmp_path / "pack"))
    jsonschema.validate(document, sticker_schemas.drawn_pack_schema())
    assert len(document["files"]) == 4
    jsonschema.validate(designs_json(), sticker_schemas.designs_schema())


def test_wishes_that_were_not_understood_are_told() -> None:
    _, notices = planned("line", Character("mascot"), wishes="양자역학")
    assert "양자역학" in notices[0][0]
    assert planned("line", Character("mascot"))[1] == ()


def test_plans_can_be_written_by_hand() -> None:
    plan = PackPlan(Character("mascot"), "whatsapp", "밤톨", (PlanItem("hello", "안녕!"), PlanItem("bye")))
    assert [plan.moves(number) for number in (1, 2)] == [False, False]


def test_drawn_files_say_that_they_are_drawn() -> None:
    image = pyojeong.draw_character(Character("mascot"), Emotion.JOY, 40)
    assert b"digitalCreation" in wiring.drawn_picture_bytes(image, "png")
