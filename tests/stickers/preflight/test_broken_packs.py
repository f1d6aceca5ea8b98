"""Every kind of broken pack is caught with the right sentence, and nothing else is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from broken_packs import FAULTS, sound_pack

from pyojeong.errors import PyojeongError
from pyojeong.stickers.preflight import Instruments, Report, Severity, check_pack
from pyojeong.stickers.stores import find_store

SERIOUS = {
    "wrong-size": ("size", "error", "03.png", "358×360픽셀인데 360×360픽셀이어야"),
    "too-heavy": ("bytes", "error", "05.png", "151.0 KB인데 150 KB까지"),
    "too-many-frames": ("frames", "error", "01.gif", "25장인데 2–24장"),
    "no-alpha": ("alpha", "error", "07.png", "투명하지 않습니다 (투명도 없는 RGB 파일)"),
    "opaque": ("alpha", "error", "07.png", "모든 픽셀이 불투명"),
    "too-few": ("count", "error", "", "31개인데 32개여야"),
    "wrong-format": ("format", "error", "09.png", "PNG 파일이어야 하는데 JPEG 파일"),
    "cut-off": ("unreadable-truncated", "error", "04.png", "중간에 잘려"),
    "not-a-picture": ("unreadable-not-a-picture", "error", "06.png", "그림 파일이 아닙니다"),
    "same-picture-twice": ("same-picture", "error", "10.png", "10.png과(와) 11.png: 같은 그림"),
    "no-icon": ("icon", "error", "", "main.png(240×240)이 없습니다"),
    "odd-size": ("size", "error", "02.png", "369×320픽셀인데 370×320픽셀 이하, 가로세로 짝수"),
    "no-margin": ("margin", "error", "02.png", "여백이 0픽셀인데 10픽셀쯤"),
    "too-long": ("seconds", "error", "01.png", "5.00초(5.00 s)인데 4초까지"),
    "broken-second": ("whole-seconds", "error", "01.png", "1.25초입니다"),
    "too-many-plays": ("plays", "error", "01.png", "5번 되풀이하는데 1–4번"),
    "stands-still": ("still", "error", "01.png", "한 장뿐인 그림"),
    "moves-among-stills": ("moves", "error", "02.webp", "4장이 움직입니다"),
    "empty-picture": ("empty", "error", "08.png", "아무것도 그려져 있지"),
    "other-name": ("name", "warning", "스티커 1.png", "파일 이름이 01.png"),
    "film-too-long": ("seconds", "error", "001.webm", "3.35초(3.35 s)인데 3초까지"),
    "film-too-small": ("size", "error", "001.webm", "480×480픽셀인데 512×512픽셀 이하, 한 변은 512픽셀 이상"),
    "film-too-fast": ("rate", "error", "001.webm", "1초에 62장인데 30장까지"),
    "film-bursts": ("rate", "error", "001.webm", "1초에 59장인데 30장까지"),
}


def test_every_fault_has_its_sentence() -> None:
    assert set(SERIOUS) == set(FAULTS)


def _serious(report: Report) -> list[tuple[str, str, str]]:
    return [(f.code, f.severity.value, f.sticker) for f in report.findings if f.severity is not Severity.NOTE]


@pytest.mark.parametrize("fault", SERIOUS)
def test_a_fault_is_caught_alone(fault: str, check) -> None:  # type: ignore[no-untyped-def]
    code, severity, name, words = SERIOUS[fault]
    report = check(FAULTS[fault]())
    assert _serious(report) == [(code, severity, name)]
    found = report.findings[0]
    assert words in found.says.korean
    assert found.mend.korean and found.mend.english and found.says.english
    assert report.passed is (severity != "error")


@pytest.mark.parametrize(
    "store", ["kakao", "kakao-animated", "line", "line-animated", "ogq", "whatsapp", "telegram-video"]
)
def test_a_sound_pack_passes(store: str, check) -> None:  # type: ignore[no-untyped-def]
    report = check(sound_pack(store), zipped=True)
    assert _serious(report) == []
    assert report.passed and len(report.rows) == len(sound_pack(store).files)


def test_limits_say_where_they_were_read(check) -> None:  # type: ignore[no-untyped-def]
    found = check(FAULTS["too-heavy"]()).findings[0]
    assert (found.measured, found.limit) == ("151.0 KB", "150 KB")
    assert found.source is not None and found.source.address.startswith("https://")


def test_an_own_choice_is_no_error(check) -> None:  # type: ignore[no-untyped-def]
    """OGQ's cap on bytes was not found anywhere: a file over it is a warning."""
    pack = sound_pack("ogq")
    files = {**pack.files, "05.png": pack.files["05.png"] + b"\0" * 1_000_000}
    report = check(type(pack)("heavy", "ogq", files))
    assert _serious(report) == [("bytes", "warning", "05.png")]
    assert report.passed


def test_an_icon_that_only_some_reports_want_is_noted_where_it_lacks_and_held_to_its_rules(check) -> None:  # type: ignore[no-untyped-def]
    pack = sound_pack("kakao")
    without = {name: data for name, data in pack.files.items() if name != "icon.png"}
    report = check(type(pack)("no-icon", "kakao", without))
    (found,) = [finding for finding in report.findings if finding.code == "icon"]
    assert found.severity.value == "note" and report.passed
    assert "icon.png(78×78)" in found.says.korean and "말하지 않는 글도" in found.says.korean
    assert found.source is not None and "16 KB" in found.source.title


@pytest.mark.parametrize(("data", "code"), [("01.png", "size"), ("heavy", "bytes")])
def test_a_wrong_icon_is_an_error_even_where_none_need_be(data: str, code: str, check) -> None:  # type: ignore[no-untyped-def]
    pack = sound_pack("kakao")
    icon = pack.files["icon.png"] + b"\0" * 16_000 if data == "heavy" else pack.files[data]
    assert (code, "error", "icon.png") in _serious(check(type(pack)("icon", "kakao", {**pack.files, "icon.png": icon})))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as refused:
        check_pack(tmp_path, find_store("kakao"), instruments=Instruments())
    assert refused.value.kind == "empty-pack"


def test_a_hostile_archive_is_refused(tmp_path: Path) -> None:
    import zipfile

    place = tmp_path / "pack.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("../../outside.png", b"x")
    with pytest.raises(PyojeongError) as refused:
        check_pack(place, find_store("kakao"), instruments=Instruments())
    assert refused.value.kind == "unsafe-archive"
    place.write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(PyojeongError) as refused:
        check_pack(place, find_store("kakao"), instruments=Instruments())
    assert refused.value.kind == "bad-archive"


def test_progress_rises_to_one_and_can_stop(check, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    told: list[float] = []
    place = sound_pack("line").write(tmp_path / "line")
    check_pack(place, find_store("line"), instruments=Instruments(), progress=told.append)
    assert told == sorted(told) and told[-1] == 1.0

    def stop(share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        check_pack(place, find_store("line"), instruments=Instruments(), progress=stop)
