"""The rules of the stores: complete, sourced, without contradiction."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

import pyojeong.stickers.stores as stores_room
from pyojeong.errors import PyojeongError
from pyojeong.stickers.packing.encoding import _MOVING, _STILL
from pyojeong.stickers.stores import FileSpec, Standing, StickerFormat, find_store, known_stores
from pyojeong.stickers.stores.catalogue import read_stores

DOCUMENT = json.loads(Path(stores_room.__file__).with_name("stores.json").read_text(encoding="utf-8"))


def test_every_store_that_was_promised_is_there() -> None:
    promised = {"kakao", "kakao-animated", "ogq", "line", "line-animated", "telegram", "telegram-video"}
    assert promised | {"whatsapp", "whatsapp-animated", "discord"} <= set(known_stores())


def test_figures_that_creators_know() -> None:
    kakao, moving = find_store("kakao"), find_store("kakao-animated")
    assert (kakao.counts.choices, kakao.parts[0].file.max_wh, kakao.parts[0].file.bytes_max) == (
        (32,),
        (360, 360),
        150_000,
    )
    assert [str(part.counts) for part in moving.parts] == ["3", "21"] and moving.counts.choices == (24,)
    assert [moving.part_of(n).file.format.value for n in (1, 3, 4, 24)] == ["gif", "gif", "png", "png"]
    line = find_store("line-animated").parts[0].file
    assert line.motion is not None and line.motion.frames == (5, 20) and line.motion.plays == (1, 4)


@pytest.mark.parametrize("name", list(known_stores()))
def test_every_rule_has_a_source_with_a_day(name: str) -> None:
    store = known_stores()[name]
    for subject in store.subjects():
        source = store.sources[subject]
        assert source.title and source.checked in ("2026-11-20", "2026-11-21")
        assert source.address.startswith("https://") or source.standing is Standing.CHOSEN


#: Pages of the stores themselves: what is read there is verified, not reported.
OWN_PAGES = (
    "kakao.com",
    "kakaoemoticonstudio",
    "ogq.me",
    "supportogq",
    "line.me",
    "telegram.org",
    "discord.com",
    "github.com/WhatsApp",
)


@pytest.mark.parametrize("name", list(DOCUMENT["sources"]))
def test_a_source_leads_to_where_it_was_read(name: str) -> None:
    source = DOCUMENT["sources"][name]
    assert "public code index" not in source["title"] and "same studio" not in source["title"]
    assert source["standing"] != "reported" or not any(own in source["address"] for own in OWN_PAGES)


@pytest.mark.parametrize("name", list(known_stores()))
def test_every_file_can_be_encoded(name: str) -> None:
    store = known_stores()[name]
    for spec in [part.file for part in store.parts] + [icon.file for icon in store.icons]:
        assert spec.format in (_MOVING if spec.motion else _STILL)


def test_kakao_bars_generative_models_and_says_where_that_was_read() -> None:
    store = find_store("kakao")
    assert store.declaration.image_model == "barred" and "2023" in store.declaration.korean
    assert "inews24" in store.sources["image_model"].address


def test_kakaos_icon_is_drawn_though_only_some_reports_want_it() -> None:
    for name in ("kakao", "kakao-animated"):
        store = find_store(name)
        (icon,) = store.icons
        assert (icon.name, icon.file.max_wh, icon.file.bytes_max) == ("icon.png", (78, 78), 16_000)
        assert icon.optional and store.sources["icons"].standing is Standing.REPORTED
    assert not any(
        icon.optional for store in known_stores().values() for icon in store.icons if "kakao" not in store.name
    )


def test_an_unknown_store_is_answered_with_those_there_are() -> None:
    with pytest.raises(PyojeongError, match="kakao-animated") as caught:
        find_store("wechat")
    assert caught.value.kind == "unknown-store"


def test_a_rule_without_a_source_is_refused() -> None:
    document = copy.deepcopy(DOCUMENT)
    del document["stores"][0]["sources"]["bytes"]
    with pytest.raises(ValueError, match="no source for"):
        read_stores(document)


def test_a_drawn_size_the_file_may_not_have_is_refused() -> None:
    document = copy.deepcopy(DOCUMENT)
    document["stores"][0]["parts"][0]["file"]["draw_wh"] = [361, 360]
    with pytest.raises(ValueError, match="drawn size"):
        read_stores(document)


def test_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match=r"pyojeong\.stores/1"):
        read_stores({**DOCUMENT, "format": "pyojeong.stores/2"})


@pytest.mark.parametrize(
    ("size", "taken"),
    [((370, 320), True), ((372, 320), False), ((369, 320), False), ((100, 100), True), ((0, 10), False)],
)
def test_sizes_line_takes(size: tuple[int, int], taken: bool) -> None:
    assert find_store("line").parts[0].file.takes_size(size) is taken


@pytest.mark.parametrize(("size", "taken"), [((320, 270), True), ((270, 100), True), ((268, 268), False)])
def test_one_side_must_be_long_enough(size: tuple[int, int], taken: bool) -> None:
    assert find_store("line-animated").parts[0].file.takes_size(size) is taken


def test_an_apng_is_called_png() -> None:
    assert FileSpec(StickerFormat.APNG, (10, 10), (10, 10), 100).suffix == ".png"


@pytest.mark.parametrize("name", list(known_stores()))
def test_the_page_shows_the_same_figures(name: str) -> None:
    store = known_stores()[name]
    page = Path(__file__).parents[3] / "docs" / "stickers-stores.md"
    (row,) = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{name}` |")]
    width, height = store.parts[0].file.max_wh
    assert store.korean in row and f" {store.counts} " in row and f"{width}×{height}" in row
    assert all(f"{part.file.bytes_max // 1000:,} KB" in row for part in store.parts)
    assert all(f"{icon.name} {icon.file.draw_wh[0]}×{icon.file.draw_wh[1]}" in row for icon in store.icons)
    motion = next((part.file.motion for part in store.parts if part.file.motion), None)
    assert motion is None or f"{motion.frames[0]}–{motion.frames[1]}장" in row


def test_what_is_only_reported_is_known() -> None:
    assert {"counts", "size", "bytes"} <= set(find_store("kakao").reported)
    assert "image_model" not in find_store("kakao").reported and find_store("line").reported == ("names",)
    assert find_store("signal").reported == ()


def test_stores_of_chats_and_of_other_kinds_of_packs() -> None:
    signal, moving = (find_store(name).parts[0] for name in ("signal", "signal-animated"))
    assert signal.counts.allows(200) and not signal.counts.allows(201)
    assert signal.file.takes_size((512, 512)) and not signal.file.takes_size((511, 512))
    assert signal.file.bytes_max == moving.file.bytes_max == 300_000 and moving.file.format is StickerFormat.APNG
    message = find_store("imessage").parts[0].file
    assert [message.takes_size((side, side)) for side in (299, 300, 618, 619)] == [False, True, True, False]
    assert message.bytes_max < 500_000
    big = find_store("kakao-big")
    assert big.counts.choices == (16,) and big.declaration.image_model == "barred"
    wide = [big.part_of(4).file.takes_size(size) for size in ((540, 540), (540, 300), (300, 540), (360, 360))]
    assert wide == [True, True, True, False]
    film = find_store("ogq-animated").parts[0].file
    assert film.format is StickerFormat.GIF and film.motion is not None and film.motion.frames == (2, 100)
