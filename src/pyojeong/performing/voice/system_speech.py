"""Voices of the computer itself: ``say`` of macOS and System.Speech of Windows."""

from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyojeong.performing.voice.asking import checked, pace_of, received
from pyojeong.performing.voice.failures import voice_failed, voice_missing
from pyojeong.performing.voice.fitting import fitted
from pyojeong.performing.voice.speaking import Line, Speaker, Speech

_WORDS_A_MINUTE = 175
"""The calm speed of ``say``."""
_WINDOWS = """
$ErrorActionPreference = 'Stop'
[Console]::InputEncoding = [Text.Encoding]::UTF8
[Console]::OutputEncoding = [Text.Encoding]::UTF8
Add-Type -AssemblyName System.Speech
$speaker = New-Object System.Speech.Synthesis.SpeechSynthesizer
"""
_WINDOWS_LIST = (
    _WINDOWS + "$speaker.GetInstalledVoices() | % { $_.VoiceInfo } | ? { $_.Culture.Name -eq 'ko-KR' } | % { $_.Name }"
)
_WINDOWS_SAY = (
    _WINDOWS
    + """
$told = [Console]::In.ReadToEnd() | ConvertFrom-Json
$speaker.SelectVoice($told.voice)
$speaker.Rate = $told.rate
$speaker.SetOutputToWaveFile($told.file)
$speaker.Speak($told.text)
$speaker.Dispose()
"""
)


@dataclass(frozen=True, slots=True)
class MacSpeaker:
    """Korean voices of macOS. It knows no pitch; speed follows voice and mood.

    Attributes:
        command: What is started.
        seconds: Given up after.
    """

    command: str = "say"
    seconds: float = 120.0
    name: str = "macos"
    cache_key: str = "macos say"

    def voices(self) -> tuple[str, ...]:
        """Names of the installed Korean voices."""
        listed = _ran(self.name, [_program(self.name, self.command), "-v", "?"], "", self.seconds)
        return tuple(
            match[1].strip() for line in listed.splitlines() if (match := re.match(r"(.+?)\s+ko[_-]KR\b", line))
        )

    def say(self, line: Line) -> Speech:
        """``line`` as macOS says it."""

        def write(text: str, pace: float, file: Path) -> None:
            asked = [
                "-v",
                line.voice.name,
                "-r",
                str(round(_WORDS_A_MINUTE * pace)),
                "-o",
                str(file),
                "--file-format=WAVE",
                "--data-format=LEI16@22050",
                "-f",
                "-",
            ]
            _ran(self.name, [_program(self.name, self.command), *asked], text, self.seconds)

        return _heard(self, line, write)


@dataclass(frozen=True, slots=True)
class WindowsSpeaker:
    """Korean voices of Windows (SAPI). It knows no pitch; speed follows voice and mood.

    Attributes:
        command: What is started.
        seconds: Given up after.
    """

    command: str = "powershell"
    seconds: float = 120.0
    name: str = "windows"
    cache_key: str = "windows System.Speech"

    def voices(self) -> tuple[str, ...]:
        """Names of the installed Korean voices."""
        return tuple(name.strip() for name in self._ran(_WINDOWS_LIST, "").splitlines() if name.strip())

    def say(self, line: Line) -> Speech:
        """``line`` as Windows says it."""

        def write(text: str, pace: float, file: Path) -> None:
            # SAPI's -10 … 10 is a third … three times the speed.
            told = {"voice": line.voice.name, "rate": round(10 * math.log(pace, 3)), "file": str(file), "text": text}
            self._ran(_WINDOWS_SAY, json.dumps(told))

        return _heard(self, line, write)

    def _ran(self, script: str, told: str) -> str:
        program = _program(self.name, self.command)
        return _ran(self.name, [program, "-NoProfile", "-NonInteractive", "-Command", script], told, self.seconds)


def _heard(speaker: Speaker, line: Line, write: Callable[[str, float, Path], None]) -> Speech:
    """``line`` from the file that ``write`` makes of its text and its speed."""
    text = checked(line, speaker.voices())
    _, pace = pace_of(line)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "line.wav"
        write(text, pace, file)
        return fitted(line.words, received(speaker.name, _written(speaker.name, file)), name=speaker.name)


def _program(name: str, command: str) -> str:
    found = shutil.which(command)
    if found is None:
        raise voice_missing(name, f"이 컴퓨터에 {command} 명령이 없습니다.", f"this computer has no command {command}")
    return found


def _ran(name: str, command: list[str], told: str, seconds: float) -> str:
    try:
        done = subprocess.run(command, input=told.encode(), capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise voice_failed(
            name, f"{seconds:g}초 안에 끝나지 않았습니다.", f"it took longer than {seconds:g} s"
        ) from error
    except OSError as error:
        raise voice_failed(name, "명령을 시작하지 못했습니다.", str(error)) from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()[-300:]
        raise voice_failed(name, "명령이 실패했습니다.", reason or f"it ended with {done.returncode}")
    return done.stdout.decode("utf-8", "replace")


def _written(name: str, file: Path) -> bytes:
    if not file.is_file():
        raise voice_failed(name, "소리 파일이 만들어지지 않았습니다.", "no sound file was written")
    return file.read_bytes()
