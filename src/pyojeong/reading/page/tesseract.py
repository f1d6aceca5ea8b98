"""Lines of text by the Tesseract program, called as a process of its own."""

from __future__ import annotations

import csv
import io
import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

from pyojeong.errors import PyojeongError
from pyojeong.reading.page.page import Line, Word
from pyojeong.reading.page.stopping import Stop, never

Grey = npt.NDArray[np.uint8]
LANGUAGE = "kor"
BLOCK_OF_TEXT = 6
"""Tesseract's page segmentation mode "one uniform block of text" (manual page tesseract(1), ``--psm``)."""
INSTALL = "apt-get install tesseract-ocr tesseract-ocr-kor"
TIME_LIMIT_SECONDS = 120.0
"""A full page takes 1–3 s on a core of its own; above two minutes the picture is no page."""
LEAST_SPACE = 0.25
"""Share of the line's height: on a printed page words stood .35–.8 apart, syllables of one word up to .2."""
ANSWER_SECONDS = 10.0
"""It names its models in 0.02 s; on a machine this busy a page would not be read in time either (authored)."""
_LOOK_SECONDS = 0.05
_WORD_LEVEL = "5"
_MODE = "L"


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program, where it is.

    Attributes:
        program: Path of the executable.
        time_limit_seconds: After this it is ended.
    """

    program: str
    time_limit_seconds: float = TIME_LIMIT_SECONDS

    @classmethod
    def found(cls) -> Tesseract:
        """The installed program, with its Korean model.

        Raises:
            PyojeongError: When either is missing or the program does not answer; the sentence says what to do.
        """
        program = shutil.which("tesseract")
        if program is None:
            raise _not_installed()
        return cls(_korean(program))

    def lines(self, grey: Grey, *, stop: Stop = never) -> tuple[Line, ...]:
        """The lines of a grey picture (uint8 H×W, dark ink on light paper) in reading order.

        Raises:
            PyojeongError: When it takes too long, fails, or ``stop`` says to.
        """
        from PIL import Image

        with TemporaryDirectory(prefix="pyojeong-") as folder:
            picture = Path(folder) / "page.png"
            Image.fromarray(grey, _MODE).save(picture, compress_level=1)
            output = self._run(
                [str(picture), str(Path(folder) / "page"), "-l", LANGUAGE, "--psm", str(BLOCK_OF_TEXT), "tsv"], stop
            )
            if output != 0:
                raise PyojeongError(
                    f"Tesseract가 이 그림을 읽지 못했습니다(끝난 값 {output}); 다른 그림을 주세요.",
                    f"Tesseract could not read this picture (exit code {output}); try another one.",
                    kind="tesseract-failed",
                )
            return lines_of_tsv((Path(folder) / "page.tsv").read_text("utf-8"))

    def _run(self, arguments: Sequence[str], stop: Stop) -> int:
        # One thread: its own four on two cores made a page slower, and pages are read side by side.
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        quiet = subprocess.DEVNULL
        with subprocess.Popen(
            [self.program, *arguments], env=environment, stdin=quiet, stdout=quiet, stderr=quiet
        ) as process:
            try:
                return _waited(process, time.monotonic() + self.time_limit_seconds, stop)
            finally:
                process.kill()


def _waited(process: subprocess.Popen[bytes], deadline: float, stop: Stop) -> int:
    while True:
        try:
            return process.wait(_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            stop()
            if time.monotonic() > deadline:
                raise PyojeongError(
                    "그림이 너무 복잡해 제때 읽지 못했습니다; 글이 있는 곳만 잘라서 다시 주세요.",
                    "The picture is too complex to be read in time; crop it to the writing.",
                    kind="too-slow",
                ) from None


def languages(program: str, run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run) -> set[str]:
    """Names of the models ``program`` has.

    Raises:
        PyojeongError: When it cannot be started, or says nothing for `ANSWER_SECONDS`.
    """
    arguments = [program, "--list-langs"]
    try:
        told = run(arguments, capture_output=True, encoding="utf-8", errors="replace", timeout=ANSWER_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as failure:
        what = type(failure).__name__
        raise PyojeongError(
            f"{program}이(가) 답하지 않습니다({what}); 잠시 뒤에 다시 하거나 새로 설치해 주세요: {INSTALL}",
            f"{program} does not answer ({what}); try again later, or install it anew: {INSTALL}",
            kind="tesseract-failed",
        ) from failure
    return set(told.stdout.split())


@cache
def _korean(program: str) -> str:
    """``program`` itself, which has the Korean model.

    Asked once a process; a refusal is not kept, so that a model installed meanwhile is found.
    """
    if LANGUAGE not in languages(program):
        raise _not_installed()
    return program


def _not_installed() -> PyojeongError:
    return PyojeongError(
        f"종이를 읽으려면 Tesseract와 한국어 모델이 필요합니다; 설치: {INSTALL}",
        f"Reading a page needs Tesseract and its Korean model; install them: {INSTALL}",
        kind="no-tesseract",
    )


def lines_of_tsv(table: str) -> tuple[Line, ...]:
    r"""The lines in Tesseract's TSV (columns level … conf, text; documented in its manual, "Command Line Usage").

    >>> head = "level page_num block_num par_num line_num word_num left top width height conf text".split()
    >>> row = ["5", "1", "1", "1", "1", "1", "10", "20", "30", "12", "91.5", "안녕"]
    >>> line, = lines_of_tsv("\t".join(head) + "\n" + "\t".join(row))
    >>> line.text, line.confidence, line.box_xyxy
    ('안녕', 0.915, (10.0, 20.0, 40.0, 32.0))
    """
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    lines: dict[tuple[str, str, str], list[Word]] = {}
    for row in rows:
        if row["level"] == _WORD_LEVEL and row["text"] and row["text"].strip():
            place = row["block_num"], row["par_num"], row["line_num"]
            lines.setdefault(place, []).extend(_words(row))
    return tuple(Line(tuple(joined(words))) for words in lines.values())


def joined(words: Sequence[Word]) -> list[Word]:
    """The words of one line with those put together that stand closer than a space.

    Tesseract's Korean model often cuts a word after every syllable.

    >>> cut = [Word("발", 0.9, (0, 0, 20, 26)), Word("표", 0.5, (22, 0, 44, 26)), Word("를", 0.7, (55, 0, 70, 26))]
    >>> [(word.text, round(word.confidence, 2)) for word in joined(cut)]
    [('발표', 0.7), ('를', 0.7)]
    """
    height = statistics.median(word.box_xyxy[3] - word.box_xyxy[1] for word in words)
    whole: list[Word] = []
    for word in words:
        if whole and word.box_xyxy[0] - whole[-1].box_xyxy[2] < LEAST_SPACE * height:
            line = Line((whole.pop(), word))
            word = Word("".join(one.text for one in line.words), line.confidence, line.box_xyxy)
        whole.append(word)
    return whole


def _words(row: dict[str, str]) -> list[Word]:
    left, top, width, height = (float(row[side]) for side in ("left", "top", "width", "height"))
    confidence = min(max(float(row["conf"]) / 100, 0.0), 1.0)
    return [Word(text, confidence, (left, top, left + width, top + height)) for text in row["text"].split()]
