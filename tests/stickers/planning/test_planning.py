"""Plans: everything a pack needs, nothing twice, as the person wished; and what becomes of them."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.performing.character import Character, design_of
from pyojeong.processes import Worker
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing import MomentGroup, act_called, known_moments
from pyojeong.stickers.packing import read_pack
from pyojeong.stickers.planning import (
    PackPlan,
    PlanItem,
    added,
    check_plan,
    draw_pack,
    dropped,
    dumps,
    heard,
    loads,
    moved,
    pack_of,
    plan_pack,
    replaced,
    shortfalls,
    swapped,
)
from pyojeong.stickers.planning.choosing import gags_wanted, usual_count
from pyojeong.stickers.planning.crew import encoded_beside
from pyojeong.stickers.planning.likeness import signature
from pyojeong.stickers.planning.worker import answered
from pyojeong.stickers.stores import known_stores

BORI = Character("mascot", "보리")


def groups(plan: PackPlan) -> Counter[MomentGroup]:
    return Counter(known_moments()[item.moment].group for item in plan.items)


@pytest.mark.parametrize("store", known_stores())
def test_a_plan_suits_its_store(store: str) -> None:
    plan = plan_pack(store, BORI)
    assert known_stores()[store].counts.allows(len(plan.items))
    check_plan(plan)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("voice", Voice)
def test_nothing_is_there_twice(seed: int, voice: Voice) -> None:
    plan = plan_pack("kakao", BORI, seed=seed, voice=voice)
    design = design_of(BORI)
    looks = [signature(act_called(item.moment, design=design), design) for item in plan.items]
    assert len({item.moment for item in plan.items}) == len(set(looks)) == len(plan.items) == 32
    captions = [item.caption for item in plan.items if item.caption]
    assert len(set(captions)) == len(captions) >= 30
    assert {item.voice for item in plan.items} == {voice}


def test_a_usual_pack_speaks_of_all_that_people_say() -> None:
    asked = set(MomentGroup) - {MomentGroup.ASKING, MomentGroup.REST, MomentGroup.DISGUST}
    for seed in range(5):
        found = groups(plan_pack("line", BORI, seed=seed, count=24))
        assert asked - set(found) == set()
        assert found[MomentGroup.GREETING] >= 2 and found[MomentGroup.ANSWER] >= 2


@pytest.mark.parametrize("count", [8, 16, 24, 32, 40])
def test_the_designs_own_gags_belong_to_it(count: int) -> None:
    plan = plan_pack("line", BORI, count=count)
    design = design_of(BORI)
    gags = {act_called(item.moment, design=design).key.gag for item in plan.items} - {""}
    assert len(gags) >= min(gags_wanted(count), len(design.gags))
    assert count < 16 or gags_wanted(count) >= 4


def test_the_same_question_has_the_same_answer_and_another_seed_another() -> None:
    assert plan_pack("kakao", BORI, seed=4) == plan_pack("kakao", BORI, seed=4)
    first, second = (plan_pack("kakao", BORI, seed=seed) for seed in (4, 5))
    assert [item.caption for item in first.items] != [item.caption for item in second.items]


def test_wishes_are_heard() -> None:
    usual = groups(plan_pack("line", BORI, count=24))
    work = plan_pack("line", BORI, count=24, wishes="회사원용, 퇴근 많이")
    assert groups(work)[MomentGroup.WORK] >= usual[MomentGroup.WORK] + 2
    assert "off-work" in {item.moment for item in work.items}
    calm = plan_pack("line", BORI, count=24, wishes="화내는 건 빼고")
    assert groups(calm)[MomentGroup.ANGRY] == 0


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("wish", "words", "fewest", "most"),
    [
        ("회사원용, 퇴근 많이", "퇴근", 4, 6),
        ("사과 많이", "미안|잘못|용서|면목", 4, 6),
        ("사랑 많이", "사랑|좋아", 4, 7),
        ("인사 많이", "안녕|아침|잘 [자가]|어서 와|인사", 4, 6),
        ("퇴근만 10개", "퇴근|칼퇴", 10, 10),
        ("감사 7장", "고마|감사", 7, 8),
        ("시험 많이", "시험", 5, 6),
        ("공부 많이", "공부", 5, 6),
        ("운동 많이", "운동", 5, 6),
        ("휴가 위주로", "휴가", 5, 6),
    ],
)
def test_much_of_one_thing_is_that_many_that_differ(seed: int, wish: str, words: str, fewest: int, most: int) -> None:
    plan = plan_pack("kakao", BORI, wishes=wish, seed=seed)
    assert fewest <= sum(bool(re.search(words, item.caption)) for item in plan.items) <= most
    looks = {signature(act_called(item.moment), design_of(BORI)) for item in plan.items}
    assert len(looks) == len(plan.items) == 32


def test_what_is_not_there_so_often_is_said() -> None:
    design = design_of(BORI)
    assert shortfalls(heard("회사원용, 퇴근 많이"), design, 32) == ()
    ((korean, _),) = shortfalls(heard("퇴근만 30개"), design, 32)
    assert "30장" in korean and "퇴근만 30개" in korean
    assert heard("만세 많이").much[0].only is False and heard("퇴근만").much[0].only is True


@pytest.mark.parametrize("wish", ["시험 20개", "공부만 20개", "다이어트 20개", "주말 20개", "덕질 20개", "과제 많이"])
def test_what_only_goes_with_a_thing_done_does_not_count_as_it(wish: str) -> None:
    ((korean, _),) = shortfalls(heard(wish), design_of(BORI), 32)
    assert wish in korean


def test_a_letter_inside_a_word_names_nothing() -> None:
    assert not {"yes", "what"} & heard("응원 많이").more.keys()


@pytest.mark.parametrize("seed", range(12))
def test_nothing_intimate_is_in_a_pack_for_work(seed: int) -> None:
    plan = plan_pack("kakao", BORI, wishes="회사원용", seed=seed)
    assert not [item.caption for item in plan.items if re.search("뽀뽀|예뻐|심장|평생|내 마음", item.caption)]
    assert "kiss" not in {item.moment for item in plan.items}


def test_the_words_of_topics_fit_on_stickers_and_differ() -> None:
    from pyojeong.stickers.captions.caption import syllables
    from pyojeong.stickers.planning.topics import _table

    rows = _table()
    assert all(act_called(line.moment) and 0 < syllables(line.plain) <= 14 and line.polite for _, line in rows)
    assert len({(topic, line.plain) for topic, line in rows}) == len(rows)


def test_what_was_not_understood_is_told() -> None:
    assert heard("양자역학, 퇴근 많이").unheard == ("양자역학",)
    assert heard("").more == {} and heard("").without == frozenset()


@pytest.mark.parametrize(
    ("wish", "more", "without"),
    [
        ("사랑 많이", {"love": 3.5}, set()),
        ("친구랑 사랑 많이", {"love": 3.5, "laugh": 2.0}, set()),
        ("화내는 건 빼고 사랑 많이", {"love": 3.5}, {"angry"}),
        ("퇴근 위주로 축하도", {"off-work": 3.5, "congratulations": 2.0}, set()),
        ("싫어하는 표정 많이", {"disgusted": 3.5}, set()),
        ("화난 건 싫어요", {}, {"angry"}),
        ("우는 건 빼고", {}, {"cry"}),
        ("졸업 축하", {"congratulations": 2.0, "sleepy": None}, set()),
        ("서울 여행", {"cry": None}, set()),
    ],
)
def test_wishes_as_people_write_them(wish: str, more: dict[str, float | None], without: set[str]) -> None:
    found = heard(wish)
    assert {name: found.more.get(name) for name in more} == more
    assert without <= found.without and bool(without) == bool(found.without)


def test_the_liveliest_move_where_only_three_may() -> None:
    plan = plan_pack("kakao-animated", BORI)
    assert [plan.moves(number) for number in (1, 3, 4, 24)] == [True, True, False, False]
    design = design_of(BORI)
    first = [act_called(item.moment, design=design) for item in plan.items[:3]]
    assert all(act.key.gag for act in first) and len({act.emotion for act in first}) == 3


def test_too_much_is_refused() -> None:
    with pytest.raises(PyojeongError, match="24"):
        plan_pack("kakao-animated", BORI, count=23)
    with pytest.raises(PyojeongError) as caught:
        plan_pack("telegram", BORI, count=120)
    assert caught.value.kind == "count"
    assert usual_count(known_stores()["ogq"]) == 24


def test_a_plan_is_written_and_read_line_by_line() -> None:
    plan = plan_pack("whatsapp", BORI, count=5, author="나", wishes="친구용")
    text = dumps(plan)
    assert loads(text) == plan
    other = dumps(replaced(plan, 2, PlanItem("gift", "선물!")))
    changed = [pair for pair in zip(text.splitlines(), other.splitlines(), strict=True) if pair[0] != pair[1]]
    assert len(changed) == 1


@pytest.mark.parametrize(
    "broken",
    [
        "not json",
        "[]",
        '{"format": "pyojeong.plan/2"}',
        {"store": "moon"},
        {"items": [{"moment": "hello"}, {"moment": "hello"}]},
        {"items": [{"moment": "hello", "caption": "안녕"}, {"moment": "bye", "caption": "안녕"}]},
        {"items": [{"moment": "hello", "voice": "opera"}]},
        {"items": [{"moment": "hello", "caption": 3}]},
        {"items": [{"moment": "hello", "stressed": "안녕"}]},
        {"items": [{"moment": "hello", "caption": "안녕", "text_model": 3}]},
        {"items": [{"moment": "hello", "caption": "안녕", "text_model": "하나\n# 둘"}]},
        {"items": [{"moment": "hello", "caption": "안녕", "text_model": "\ud800"}]},
        {"items": [{"moment": "hello", "caption": "안녕...", "stressed": "."}]},
        {"items": [{"moment": "moonwalk"}]},
        {"items": ["hello"]},
        {"items": []},
        {"colour": "red"},
        {"seed": "one"},
        {"character": {"format": "pyojeong.character/1", "design": "unicorn"}},
        {"title": " "},
        {"title": "\ud800"},
        {"title": "보리\n# 신고서"},
        {"author": "나\x1b[31m"},
        {"author": "나" * 81},
        {"author": "\ud800"},
        {"items": [{"moment": "hello", "caption": "안녕\udfff"}]},
        {"items": [{"moment": "\ud800"}]},
        {"\ud800": 1},
        {"character": {"format": "pyojeong.character/1", "design": "mascot", "name": "\ud800"}},
        {"character": {"format": "pyojeong.character/1", "design": "\ud800"}},
        {"character": {"format": "pyojeong.character/1", "design": "mascot", "name": "보리\0"}},
        {"character": {"format": "pyojeong.character/1", "design": "mascot", "name": "가" * 81}},
        "[" * 100_000,
    ],
)
def test_a_broken_plan_is_refused_with_a_sentence(broken: object) -> None:
    if not isinstance(broken, str):
        document = plan_pack("whatsapp", BORI, count=3).to_dict()
        document.update(broken)  # type: ignore[call-overload]
        broken = json.dumps(document)
    with pytest.raises(PyojeongError) as caught:
        loads(broken)
    assert caught.value.korean != caught.value.english
    assert f"{caught.value.korean} {caught.value.english}".encode()  # what cannot be encoded cannot be told


def test_a_broken_plan_is_told_in_the_readers_language() -> None:
    document = plan_pack("whatsapp", BORI, count=3).to_dict()
    for broken in ({"items": [{"moment": "hello", "voice": "opera"}]}, {"seed": "one"}, {"title": 3}):
        with pytest.raises(PyojeongError) as caught:
            loads(json.dumps({**document, **broken}))
        assert not {"must", "str", "int", "list"} & set(re.findall("[a-z]+", caught.value.korean))


def test_plans_are_edited_by_number() -> None:
    plan = PackPlan(BORI, "whatsapp", "보리", tuple(PlanItem(name) for name in ("hello", "bye", "ok")))

    def order(other: PackPlan) -> list[str]:
        return [item.moment for item in other.items]

    assert order(swapped(plan, 1, 3)) == ["ok", "bye", "hello"]
    assert order(moved(plan, 1, 3)) == ["bye", "ok", "hello"]
    assert order(dropped(plan, 2)) == ["hello", "ok"]
    assert order(added(plan, PlanItem("no"), at=1)) == ["no", "hello", "bye", "ok"]
    assert order(added(plan, PlanItem("no")))[-1] == "no"
    assert order(replaced(plan, 3, PlanItem("yes"))) == ["hello", "bye", "yes"]
    for refused in (lambda: added(plan, PlanItem("ok")), lambda: dropped(plan, 4), lambda: swapped(plan, 0, 1)):
        with pytest.raises(PyojeongError):
            refused()


def test_a_plan_that_is_too_short_is_refused_only_when_it_is_drawn(tmp_path: Path) -> None:
    short = dropped(plan_pack("line", BORI, count=8), 1)
    with pytest.raises(PyojeongError, match="7"):
        draw_pack(short, tmp_path / "pack")


def test_a_pack_is_drawn_read_back_and_not_drawn_again(tmp_path: Path) -> None:
    plan = plan_pack("whatsapp", replace(BORI, drawn_from_photo=True), count=3)
    told: list[float] = []
    written = draw_pack(plan, tmp_path / "pack", progress=told.append)
    assert told[-1] == 1.0 and told == sorted(told)
    assert [file.name for file in written.files] == ["01.webp", "02.webp", "03.webp", "tray.png"]
    assert [file.drawn for file in written.files] == [True] * 4
    found = read_pack(written.folder, plan.rules)
    assert [file.picture.size_wh for file in found.stickers if file.picture] == [(512, 512)] * 3
    other = replaced(plan, 2, PlanItem("gift", "선물!"))
    again = draw_pack(other, tmp_path / "pack")
    assert [file.drawn for file in again.files] == [False, True, False, False]


def test_what_stops_the_work_keeps_what_is_done(tmp_path: Path) -> None:
    plan = plan_pack("whatsapp", BORI, count=3)

    def stop(share: float) -> None:
        if share >= 0.4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw_pack(plan, tmp_path / "pack", progress=stop)
    assert not (tmp_path / "pack").exists()
    assert [file.drawn for file in draw_pack(plan, tmp_path / "pack").files] == [False, False, True, True]


def test_processes_beside_make_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyojeong.stickers.planning.crew.PAYS_FROM", 1)
    plan = plan_pack("discord", BORI, count=3)
    here = draw_pack(plan, tmp_path / "here", workers=1)
    beside = draw_pack(plan, tmp_path / "beside", workers=2)
    assert [file.sha256 for file in here.files] == [file.sha256 for file in beside.files]
    assert all(file.drawn for file in beside.files)


def test_letting_go_ends_the_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    from pyojeong.stickers.packing.writing import jobs_of
    from pyojeong.stickers.planning import crew

    monkeypatch.setattr(crew, "PAYS_FROM", 1)
    hired: list[Worker] = []
    monkeypatch.setattr(crew, "Worker", lambda module: hired.append(worker := Worker(module)) or worker)
    plan = plan_pack("discord", BORI, count=4)
    made = encoded_beside(plan, jobs_of(pack_of(plan), plan.rules), workers=2)
    next(made)
    made.close()  # type: ignore[attr-defined]
    assert len(hired) == 2
    for worker in hired:
        with pytest.raises(ProcessLookupError):
            os.kill(worker.pid, 0)


def test_a_worker_says_why_it_cannot() -> None:
    plan = plan_pack("discord", BORI, count=3)
    document = plan.to_dict()
    document["items"][0]["caption"] = "😀"
    answer = answered({"plan": document, "file": "01.png"})
    assert answer["error"]["kind"] == "unknown-letters"


def test_the_declaration_tells_of_a_photo_that_was_measured_and_where_to_give_an_author() -> None:
    from pyojeong.stickers.packing.papers import declaration_markdown

    plan = plan_pack("whatsapp", replace(BORI, drawn_from_photo=True), count=3)
    told = declaration_markdown(pack_of(plan), plan.rules)
    assert "그림에는 사진이 없습니다. 닮은 모양의 수치를 사진에서 쟀습니다" in told and "--author" in told
    drawn = declaration_markdown(pack_of(plan_pack("whatsapp", BORI, count=3, author="나")), plan.rules)
    assert "쟀습니다" not in drawn and "--author" not in drawn and "만든이 / Author: 나" in drawn


def test_discord_gets_one_emoji_each() -> None:
    assert {len(sticker.emoji) for sticker in pack_of(plan_pack("discord", BORI, count=10)).stickers} == {1}
