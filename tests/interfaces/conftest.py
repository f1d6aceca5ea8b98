"""Pictures good and bad, and the command line run in this process."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import PIL.Image
import pytest
from skimage.data import astronaut

from pyojeong import Beat, Emotion, Evidence, Mood, PyojeongError, Score
from pyojeong.interfaces import wiring
from pyojeong.interfaces.cli.app import run
from pyojeong.interfaces.settings import settings

from .page_doubles import FakeLooker, FakeReader

sys.path.insert(0, str(Path(__file__).parents[1] / "stickers"))

from chat_service import Service


@dataclass(frozen=True)
class Said:
    """What one run of the command line left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def pyojeong(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """``pyojeong("read", "text", "…", stdin=b"…")``: exit code, stdout and stderr, native noise included."""

    def command(*arguments: object, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Said(code, captured.out, captured.err)

    return command


@pytest.fixture
def fresh_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Environment variables set through this are read; the next test has its own again."""
    settings.cache_clear()
    yield monkeypatch
    settings.cache_clear()


@pytest.fixture
def home(fresh_settings: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the program keeps what it keeps, of this test alone."""
    fresh_settings.setenv("PYOJEONG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def chat(fresh_settings: pytest.MonkeyPatch) -> Iterator[Service]:
    """A chat service the settings name, whose model is called ``little``."""
    service = Service()
    service.says("집이 나를 부른다\n오늘은 여기까지")
    fresh_settings.setenv("PYOJEONG_CAPTION_URL", service.url)
    fresh_settings.setenv("PYOJEONG_CAPTION_MODEL", "little")
    yield service
    service.server.shutdown()
    service.server.server_close()


class WordReader:
    """Reads sentences by four words: small, certain and quick, so that the doors alone are on trial."""

    WORDS: ClassVar = {"속상": Emotion.SADNESS, "기뻐": Emotion.JOY, "화나": Emotion.ANGER, "무서": Emotion.FEAR}

    def read(self, text: str) -> Score:
        if not re.search("[가-힣]", text):
            raise PyojeongError("한국어 글이 필요합니다.", "Korean text is needed.", kind="no-korean")
        return self.read_spans(text, [found.span() for found in re.finditer(r"[^\s.][^.]*\.?", text)])

    def read_spans(self, text: str, spans: Sequence[tuple[int, int]]) -> Score:
        beats = [Beat(start, end, self._mood(text[start:end], start)) for start, end in spans]
        return Score(text, beats[0].mood, tuple(beats))

    def _mood(self, sentence: str, start: int) -> Mood:
        for word, emotion in self.WORDS.items():
            if word in sentence:
                at = start + sentence.index(word)
                return replace(Mood.of(emotion, intensity=0.8), evidence=(Evidence(at, at + len(word), 1.0),))
        return replace(Mood.of(Emotion.NEUTRAL), unsure=True, certainty=0.2)


@pytest.fixture
def word_reader(monkeypatch: pytest.MonkeyPatch) -> WordReader:
    """The doors read with `WordReader`."""
    reader = WordReader()
    monkeypatch.setattr(wiring, "text_reader", lambda model=None: reader)
    return reader


@pytest.fixture
def page_reader(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    """The doors read pages with `FakeReader`."""
    reader = FakeReader()
    monkeypatch.setattr(wiring, "page_reader", lambda: reader)
    return reader


@pytest.fixture
def looker(monkeypatch: pytest.MonkeyPatch, portrait_pixels: np.ndarray) -> FakeLooker:
    """The doors look at web pages with `FakeLooker`."""
    one = FakeLooker(portrait_pixels)
    monkeypatch.setattr(wiring, "web_looker", lambda: one)
    return one


@pytest.fixture(scope="session")
def portrait_pixels() -> np.ndarray:
    """384×384 of the astronaut: one face, frontal, mouth a little open."""
    return np.ascontiguousarray(astronaut()[:384, 40:424])


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory, portrait_pixels: np.ndarray) -> Path:
    """A folder of pictures, each named for what is special about it."""
    folder = tmp_path_factory.mktemp("pictures")
    portrait = PIL.Image.fromarray(portrait_pixels)
    portrait.save(folder / "portrait.png")
    portrait.convert("CMYK").save(folder / "cmyk.jpg", quality=92)
    PIL.Image.fromarray(np.asarray(portrait.convert("L")).astype(np.uint16) * 257).save(folder / "sixteen.png")
    exif = PIL.Image.Exif()
    exif[0x0112] = 6  # the camera was held upright: turn clockwise to view
    portrait.transpose(PIL.Image.Transpose.ROTATE_90).save(folder / "rotated.jpg", exif=exif, quality=92)
    six_faces(portrait).save(folder / "six.png")
    PIL.Image.new("RGB", (1, 1)).save(folder / "one-pixel.png")
    PIL.Image.new("1", (10_000, 10_000)).save(folder / "hundred-megapixels.png")
    PIL.Image.fromarray(np.full((300, 400, 3), (90, 140, 200), np.uint8)).save(folder / "nobody.png")
    (folder / "truncated.png").write_bytes((folder / "portrait.png").read_bytes()[:20_000])
    (folder / "letter.jpg").write_text("사진이 아니라 글입니다.", encoding="utf-8")
    (folder / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (folder / "broken.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400))
    (folder / "empty.png").write_bytes(b"")
    return folder


def six_faces(portrait: PIL.Image.Image) -> PIL.Image.Image:
    """Six copies in two rows; the fifth (second row, middle) is the largest."""
    sheet = PIL.Image.new("RGB", (960, 800), (120, 120, 120))
    for n, side in enumerate((260, 270, 280, 290, 340, 300)):
        sheet.paste(portrait.resize((side, side)), (n % 3 * 320, n // 3 * 400))
    return sheet


BAD_PICTURES = {
    "one-pixel.png": "too-small",
    "hundred-megapixels.png": "too-large",
    "nobody.png": "no-face",
    "truncated.png": "truncated",
    "letter.jpg": "not-an-image",
    "drawing.svg": "svg",
    "broken.heic": "damaged",
    "empty.png": "empty-file",
}
"""Picture → kind of the refusal."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "bad_picture" in metafunc.fixturenames:
        metafunc.parametrize("bad_picture", list(BAD_PICTURES.items()), ids=list(BAD_PICTURES))
    if "good_picture" in metafunc.fixturenames:
        metafunc.parametrize("good_picture", ["portrait.png", "cmyk.jpg", "sixteen.png", "rotated.jpg"])
