"""A person's own recordings of the lines: one file a beat."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyojeong.media.sound_files import open_sound
from pyojeong.performing.voice.asking import LONGEST_SECONDS, RATE, checked
from pyojeong.performing.voice.failures import voice_missing
from pyojeong.performing.voice.fitting import fitted
from pyojeong.performing.voice.speaking import Line, Speech

SUFFIXES = (".wav", ".flac", ".m4a", ".mp3", ".ogg", ".webm")


@dataclass(frozen=True, slots=True)
class RecordedSpeaker:
    """Plays what somebody recorded, as it is: mood, pitch and pace are the person's.

    Attributes:
        folder: Holds ``1.wav``, ``2.wav`` … (or ``001.wav``; any of `SUFFIXES`).
        numbers: The number of every line, by its written words joined by spaces.
        voice: The name it answers to.
    """

    folder: Path
    numbers: Mapping[str, int]
    voice: str = "recorded"
    name: str = "recorded"

    @property
    def cache_key(self) -> str:
        """Changes when a file does."""
        files = sorted((f.name, f.stat().st_size, f.stat().st_mtime_ns) for f in self.folder.glob("*") if f.is_file())
        told = repr((str(self.folder), files, sorted(self.numbers.items())))
        return "recorded " + hashlib.sha256(told.encode()).hexdigest()[:16]

    def voices(self) -> tuple[str, ...]:
        """One."""
        return (self.voice,)

    def say(self, line: Line) -> Speech:
        """The recording of ``line``, with times fitted to it."""
        text = checked(line, self.voices())
        number = self.numbers.get(text)
        if number is None:
            raise voice_missing(self.name, f"이 문장의 번호가 없습니다: {text}", f"this line has no number: {text}")
        sound = open_sound(self._file(number), rate=RATE, channels=1, longest_seconds=LONGEST_SECONDS)
        return fitted(line.words, sound, name=self.name)

    def _file(self, number: int) -> Path:
        files = self.folder.glob("*") if self.folder.is_dir() else []
        found = sorted(f for f in files if f.suffix.lower() in SUFFIXES and f.stem.isdigit() and int(f.stem) == number)
        if not found:
            korean = f"{self.folder}에 {number}번 녹음이 없습니다. {number}.wav 로 넣어 주세요."
            raise voice_missing(self.name, korean, f"{self.folder} has no recording {number}; add {number}.wav")
        return found[0]
