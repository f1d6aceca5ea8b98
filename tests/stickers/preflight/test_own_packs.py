"""Packs drawn here and then checked: every caption is measured where the log says it is, whoever drew it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from pyojeong.performing.character import Character
from pyojeong.stickers.packing.framing import drawn_size
from pyojeong.stickers.planning import PackPlan, PlanItem, draw_pack, pack_of
from pyojeong.stickers.preflight import Instruments, Report, Severity, check_pack
from pyojeong.stickers.stores import find_store

BORI = Character("mascot", "보리")
LONG = "오늘은 정말이지 아무것도 하고 싶지 않은 날이라서 이불 밖은 위험해"


def _checked(place: Path, *items: PlanItem, store: str = "discord", workers: int = 1) -> Report:
    plan = PackPlan(BORI, store, "보리", items)
    return check_pack(draw_pack(plan, place, workers=workers).folder, find_store(store), instruments=Instruments())


def _entries(place: Path) -> dict[str, dict[str, object]]:
    log = json.loads((place / "provenance.json").read_text("utf-8"))
    return {entry["name"]: entry for entry in log["files"]}


def test_every_caption_is_measured_without_a_reader_of_letters(tmp_path: Path) -> None:
    items = PlanItem("hello", "안녕!"), PlanItem("ok", ""), PlanItem("tired", "오늘도 수고했어요")
    report = _checked(tmp_path / "pack", *items)
    told = [entry["caption"] for entry in _entries(tmp_path / "pack").values()]
    assert told[0] is not None and told[1] is None and told[2] is not None
    assert not any("글귀" in said.korean for said in report.unchecked)
    assert not [found for found in report.findings if found.code.startswith("caption")]


def test_an_unreadable_caption_of_a_drawn_pack_is_told_with_its_height(tmp_path: Path) -> None:
    report = _checked(tmp_path / "pack", PlanItem("hello", LONG), PlanItem("ok", "좋아"))
    found = [found for found in report.findings if found.code == "caption-small"]
    assert [one.sticker for one in found] == ["01.png"]
    assert (
        found[0].severity is Severity.WARNING
        and "읽기 어렵습니다" in found[0].says.korean
        and LONG in found[0].says.korean
    )


@pytest.mark.parametrize("store", ["line", "discord-animated"])
def test_the_words_are_where_the_log_says(store: str) -> None:
    """What differs from the same sticker in other words lies in both boxes together, to a pixel of 360."""
    spec = find_store(store).parts[0].file
    size = drawn_size(spec)
    boxes, pictures = [], []
    for caption in ("안녕!", "안뇽!"):
        (sticker,) = pack_of(PackPlan(BORI, store, "보리", (PlanItem("hello", caption),))).stickers
        drawn = sticker.picture_of(size)
        pictures.append((drawn.frame(0) if hasattr(drawn, "frame") else drawn.pixels).astype(int))
        boxes.append(sticker.picture_of.caption_drawn(size).box)  # type: ignore[attr-defined]
    rows, columns = np.nonzero(np.abs(pictures[0] - pictures[1]).max(2) > 40)
    assert len(rows)
    left, top = (min(box[n] for box in boxes) for n in (0, 1))
    right, bottom = (max(box[n] for box in boxes) for n in (2, 3))
    assert left * size[0] - 1 <= columns.min() and columns.max() <= right * size[0] + 1
    assert top * size[1] - 1 <= rows.min() and rows.max() <= bottom * size[1] + 1


def test_a_font_that_lacks_a_letter_is_told(tmp_path: Path) -> None:
    report = _checked(tmp_path / "pack", PlanItem("scared", "뷁!"))
    assert [(found.code, found.measured) for found in report.findings if found.code == "caption-font"] == [
        ("caption-font", "뷁")
    ]


def test_processes_beside_tell_of_words_as_this_one_does() -> None:
    from pyojeong.stickers.planning.crew import _caption
    from pyojeong.stickers.planning.worker import answered

    plan = PackPlan(BORI, "discord", "보리", (PlanItem("hello", "안녕!"), PlanItem("ok")))
    (sticker, _) = pack_of(plan).stickers
    told = [_caption(json.loads(json.dumps(answered({"plan": plan.to_dict(), "file": name})))["caption"])
            for name in ("01.png", "02.png")]  # fmt: skip
    assert told == [sticker.picture_of.caption_drawn((320, 320)), None]  # type: ignore[attr-defined]
