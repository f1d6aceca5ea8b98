"""The espeak-ng program as somebody to ask: started when needed, again after a crash, and never left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import weakref
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pyojeong.performing.voice.failures import voice_failed, voice_missing

COMMAND = (sys.executable, "-m", "pyojeong.performing.voice.espeak_worker")


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """What espeak-ng said.

    Attributes:
        samples: In [-1, 1].
        rate: Samples a second.
        phonemes: IPA name without stress, first and last sample; pauses left out.
    """

    samples: npt.NDArray[np.float64]
    rate: int
    phonemes: tuple[tuple[str, int, int], ...]


class EspeakProcess:
    """One program, one line at a time; safe to ask from several threads and after a fork.

    Args:
        seconds: A line that takes longer is given up and the program ended.
        command: What is started.
    """

    def __init__(self, *, seconds: float = 20.0, command: tuple[str, ...] = COMMAND) -> None:
        self._seconds = seconds
        self._command = command
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def say(self, text: str, *, voice: str, rate: int, pitch: int) -> Spoken:
        """``text`` on one pitch.

        Raises:
            PyojeongError: When the program is missing, fails twice, or takes too long.
        """
        asked: dict[str, str | int] = {"text": text, "voice": voice, "rate": rate, "pitch": pitch, "range": 0}
        with self._turn:
            try:
                return self._asked(asked)
            except (OSError, EOFError, ValueError):
                self._end()  # it crashed: a fresh one is asked once more
            try:
                return self._asked(asked)
            except (OSError, EOFError, ValueError) as error:
                self._end()
                korean = "읽는 도중에 두 번 멈췄습니다. 문장을 나누어 다시 해 주세요."
                raise voice_failed("espeak-ng", korean, f"it stopped twice while reading ({error})") from error

    def close(self) -> None:
        """End the program; the next line starts it again."""
        with self._turn:
            self._end()

    def _asked(self, asked: dict[str, str | int]) -> Spoken:
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        late = threading.Event()
        timer = threading.Timer(self._seconds, _stop, (process, late))
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            process.stdin.flush()
            told = json.loads(process.stdout.readline() or b"null")
            if told is None:
                raise EOFError("the program ended")
            if "error" in told:
                raise voice_failed("espeak-ng", "그 말투를 모릅니다.", str(told["error"]))
            samples = process.stdout.read(2 * told["samples"])
            if len(samples) < 2 * told["samples"]:
                raise EOFError("the program ended within its answer")
        except (OSError, EOFError, ValueError) as error:
            if late.is_set():
                self._end()
                korean = f"{self._seconds:g}초 안에 끝나지 않아 멈췄습니다. 문장을 나누어 다시 해 주세요."
                raise voice_failed("espeak-ng", korean, f"it took longer than {self._seconds:g} s") from error
            raise
        finally:
            timer.cancel()
        return _spoken(told, samples)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            self._process = None  # after a fork the pipe belongs to the other process
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            if self._command == COMMAND:
                _check_installed()
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self._owner = os.getpid()
            weakref.finalize(self, _finish, self._process, self._owner)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            _finish(process, self._owner)


def _check_installed() -> None:
    from importlib.util import find_spec

    if find_spec("espeakng_loader") is None:
        korean = "`pip install espeakng-loader`로 설치해 주세요."
        raise voice_missing("espeak-ng", korean, "install it with `pip install espeakng-loader`")


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _finish(process: subprocess.Popen[bytes], owner: int) -> None:
    if owner != os.getpid():
        return
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:  # what was still to be written to a dead program
                continue


def _spoken(told: dict[str, object], samples: bytes) -> Spoken:
    heard = np.frombuffer(samples, "<i2").astype(np.float64) / 32768.0
    rate, events = told["rate"], told["phonemes"]
    if not isinstance(rate, int) or not isinstance(events, list):
        raise ValueError(f"answer must hold rate and phonemes, but got {told!r}")
    starts = [*(int(start) for _, start in events), len(heard)]
    named = [(str(name).strip("ˈˌ-"), starts[n], starts[n + 1]) for n, (name, _) in enumerate(events)]
    return Spoken(heard, rate, tuple(event for event in named if event[0]))
