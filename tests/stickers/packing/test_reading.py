"""Packs made elsewhere: faults are found, hostile archives refused, nothing crashes."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import av
import numpy as np
import PIL.Image
import pytest
from broken_packs import FAULTS, face, film, moving, png, sound_pack
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pyojeong.errors import PyojeongError
from pyojeong.stickers.packing import PackOnDisk, PictureFacts, Transparency, read_pack
from pyojeong.stickers.packing import reading as reading_module
from pyojeong.stickers.packing.inspecting import frames_of, look_at
from pyojeong.stickers.stores import find_store


def _fault(name: str, tmp_path: Path) -> PackOnDisk:
    drawn = FAULTS[name]()
    return read_pack(drawn.write(tmp_path / "pack"), find_store(drawn.store))


def _facts(pack: PackOnDisk, name: str) -> PictureFacts:
    file = pack.file(name)
    assert file is not None and file.picture is not None
    return file.picture


@pytest.mark.parametrize("store", ["kakao", "line", "line-animated", "whatsapp"])
def test_a_sound_pack_is_what_its_store_wants(store: str, tmp_path: Path) -> None:
    rules = find_store(store)
    pack = read_pack(sound_pack(store).zipped(tmp_path / "pack.zip"), rules)
    assert rules.counts.allows(len(pack.stickers)) and len(pack.icons) == len(rules.icons)
    for number, file in enumerate(pack.stickers, start=1):
        spec = rules.part_of(number).file
        assert file.problem is None and file.picture is not None
        assert file.name == rules.part_of(number).name_of(number) and file.bytes <= spec.bytes_max
        assert file.picture.format == spec.format.value and spec.takes_size(file.picture.size_wh)
        assert file.picture.transparency is Transparency.USED


@pytest.mark.parametrize(
    ("fault", "file", "what"),
    [
        ("wrong-size", "03.png", {"size_wh": (358, 360)}),
        ("too-many-frames", "01.gif", {"frames": 25, "format": "gif"}),
        ("no-alpha", "07.png", {"transparency": Transparency.NONE, "mode": "RGB"}),
        ("opaque", "07.png", {"transparency": Transparency.UNUSED}),
        ("wrong-format", "09.png", {"format": "jpeg"}),
        ("odd-size", "02.png", {"size_wh": (369, 320)}),
        ("no-margin", "02.png", {"format": "png"}),
        ("too-long", "01.png", {"seconds": 5.0, "frames": 10, "plays": 1}),
        ("too-many-plays", "01.png", {"plays": 5}),
        ("stands-still", "01.png", {"frames": 1, "moves": False, "format": "png"}),
        ("moves-among-stills", "02.webp", {"frames": 4, "moves": True}),
        ("empty-picture", "08.png", {"margins": None}),
    ],
)
def test_facts_tell_what_is_wrong(fault: str, file: str, what: dict[str, object], tmp_path: Path) -> None:
    facts = _facts(_fault(fault, tmp_path), file)
    assert {key: getattr(facts, key) for key in what} == what


def test_the_heavy_file_weighs_151_000_bytes(tmp_path: Path) -> None:
    file = _fault("too-heavy", tmp_path).file("05.png")
    assert file is not None and file.bytes == 151_000 and file.problem is None


def test_margins_are_measured(tmp_path: Path) -> None:
    margins = _facts(_fault("no-margin", tmp_path), "02.png").margins
    assert margins is not None and margins[3] == 0


@pytest.mark.parametrize(
    ("fault", "file", "kind"), [("cut-off", "04.png", "truncated"), ("not-a-picture", "06.png", "not-a-picture")]
)
def test_unreadable_pictures_are_findings(fault: str, file: str, kind: str, tmp_path: Path) -> None:
    pack = _fault(fault, tmp_path)
    found = pack.file(file)
    assert found is not None and found.picture is None and found.problem is not None
    assert found.problem.kind == kind and found.problem.korean.endswith(".") and len(pack.stickers) == 32


def test_equal_files_have_equal_digests(tmp_path: Path) -> None:
    pack = _fault("same-picture-twice", tmp_path)
    first, second = pack.file("10.png"), pack.file("11.png")
    assert first is not None and second is not None and first.sha256 == second.sha256


def test_numbers_are_ordered_by_value(tmp_path: Path) -> None:
    for number in (10, 2, 1):
        (tmp_path / f"{number}.png").write_bytes(png(face((40, 40), number)))
    assert [file.name for file in read_pack(tmp_path).files] == ["1.png", "2.png", "10.png"]


def test_one_folder_around_everything_is_taken_off(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("my pack/01.png", png(face((40, 40))))
        archive.writestr("__MACOSX/my pack/._01.png", b"x")
        archive.writestr("my pack/.DS_Store", b"x")
    assert [file.name for file in read_pack(tmp_path / "a.zip").files] == ["01.png"]


@pytest.mark.parametrize("name", ["../evil.png", "/etc/evil.png", "a/../../evil.png", "c:\\evil.png", "a\\..\\b.png"])
def test_names_that_point_outside_are_refused(name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, png(face((40, 40))))
    with pytest.raises(PyojeongError, match="안전하지 않은") as caught:
        read_pack(tmp_path / "a.zip")
    assert caught.value.kind == "unsafe-archive"


def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("01.png", bytes(reading_module.MAX_FILE_BYTES + 1))
    assert (tmp_path / "a.zip").stat().st_size < 100_000
    with pytest.raises(PyojeongError, match="20 MB까지"):
        read_pack(tmp_path / "a.zip")


def test_a_lie_about_the_size_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The directory says 10 bytes: whatever comes, no more than the limit is kept."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("01.png", bytes(500_000))
    data = (tmp_path / "a.zip").read_bytes().replace(struct.pack("<I", 500_000), struct.pack("<I", 10))
    (tmp_path / "a.zip").write_bytes(data)
    monkeypatch.setattr(reading_module, "MAX_FILE_BYTES", 100_000)
    with pytest.raises(PyojeongError):
        read_pack(tmp_path / "a.zip")


def test_too_many_files_and_too_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = sound_pack("line").zipped(tmp_path / "a.zip")
    monkeypatch.setattr(reading_module, "MAX_FILES", 9)
    with pytest.raises(PyojeongError, match="너무 많습니다"):
        read_pack(pack)
    monkeypatch.setattr(reading_module, "MAX_FILES", 400)
    monkeypatch.setattr(reading_module, "MAX_PACK_BYTES", 10_000)
    with pytest.raises(PyojeongError, match="너무 큽니다"):
        read_pack(pack)


def test_a_huge_picture_is_not_decoded() -> None:
    whole = png(face((40, 40)))
    header = struct.pack(">II", 60_000, 60_000)
    import zlib

    body = b"IHDR" + header + whole[24:29]
    data = whole[:12] + body + struct.pack(">I", zlib.crc32(body)) + whole[33:]
    problem = look_at("01.png", data).problem
    assert problem is not None and problem.kind == "too-large"


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(png(face((40, 40))))
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "01.png").write_bytes(secret.read_bytes())
    (pack / "02.png").symlink_to(secret)
    read = read_pack(pack)
    assert [file.name for file in read.files] == ["01.png"] and [p.kind for p in read.problems] == ["link"]


@pytest.mark.parametrize(("content", "kind"), [(b"not a zip", "bad-archive"), (b"", "bad-archive")])
def test_what_is_no_archive(content: bytes, kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(PyojeongError) as caught:
        read_pack(tmp_path / "a.zip")
    assert caught.value.kind == kind


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_archive_of_any_method_is_told(method: int, tmp_path: Path) -> None:
    place = tmp_path / "pack.zip"
    with zipfile.ZipFile(place, "w", method) as archive:
        archive.writestr("01.png", bytes(range(256)) * 200)
    data = bytearray(place.read_bytes())
    data[60:68] = bytes(byte ^ 0xFF for byte in data[60:68])
    place.write_bytes(data)
    with pytest.raises(PyojeongError) as caught:
        read_pack(place)
    assert caught.value.kind == "bad-archive"


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "01.png").write_bytes(b"x")

    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)  # permissions bind nobody where tests run as root
    with pytest.raises(PyojeongError, match=r"01\.png"):
        read_pack(tmp_path)


def test_nothing_there_and_nothing_in_it(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match="팩이 없습니다"):
        read_pack(tmp_path / "none")
    with pytest.raises(PyojeongError, match="비어"):
        read_pack(tmp_path)


SAMPLES = [
    png(face((48, 40))),
    moving("APNG", (48, 40), frames=3),
    moving("WEBP", (48, 40), frames=3),
    moving("GIF", (48, 40), frames=3),
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SAMPLES), st.integers(0, 10**6), st.integers(0, 255), st.booleans())
def test_mutated_and_cut_files_never_crash(sample: bytes, place: int, value: int, cut: bool) -> None:
    place %= len(sample)
    data = sample[:place] if cut else sample[:place] + bytes([value]) + sample[place + 1 :]
    file = look_at("a.png", data)
    assert (file.picture is None) != (file.problem is None)


def test_a_cut_film_is_a_finding() -> None:
    from pyojeong.media.animated import Strip
    from pyojeong.media.animated_encoding import encode_webm

    frames = tuple(np.asarray(face((64, 64), 1, turn=i / 6)) for i in range(6))
    data = encode_webm(Strip(frames, (100,) * 6), crf=30)
    whole = look_at("a.webm", data).picture
    assert whole is not None and whole.frames == 6 and whole.transparency is Transparency.USED
    assert whole.mode == "vp9" and whole.seconds == pytest.approx(0.6, abs=0.02)
    for length in (10, 60, 200):
        problem = look_at("a.webm", data[:length]).problem
        assert problem is not None and problem.korean


def test_a_film_tells_how_long_each_frame_is_shown() -> None:
    picture = look_at("a.webm", film((64, 64), (0, 16, 32, 500), last_ms=250)).picture
    assert picture is not None
    assert picture.durations_ms[:3] == (16, 16, 468) and picture.durations_ms[3] == pytest.approx(250, abs=2)


def test_a_film_whose_frames_differ_in_size_is_a_finding() -> None:
    """Two films of one stream, one behind the other: the header speaks of the first."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="webm") as container:
        stream = None
        for part, size in enumerate(((64, 64), (96, 96))):
            with av.open(io.BytesIO(film(size, (0, 100, 200)))) as source:
                stream = stream or container.add_stream_from_template(source.streams.video[0])
                for packet in source.demux(source.streams.video[0]):
                    if packet.pts is not None:
                        packet.pts, packet.dts, packet.stream = (
                            packet.pts + part * 300,
                            packet.pts + part * 300,
                            stream,
                        )
                        container.mux(packet)
    problem = look_at("a.webm", buffer.getvalue()).problem
    assert problem is not None and problem.kind == "uneven-frames" and "96×96" in problem.korean


def test_frames_of_a_damaged_file_raise_a_sentence() -> None:
    data = png(face((48, 40)))
    with pytest.raises(PyojeongError):
        list(frames_of(data[: len(data) // 2]))
    (frame,) = frames_of(data)
    assert np.array_equal(frame, np.asarray(PIL.Image.open(io.BytesIO(data)).convert("RGBA")))


def test_every_fault_can_be_made() -> None:
    for name, make in FAULTS.items():
        assert make().fault == name
