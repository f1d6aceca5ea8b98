"""Lines that were said once are not said again: kept as files named for all that makes them sound as they do."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.media.writing import write_file
from pyojeong.performing.voice.speaking import Line, Speaker, Speech
from pyojeong.rig.speech import Phone, Role, Utterance

_MARK = b"PJSPEECH1\n"
_SUFFIX = ".speech"


@dataclass(frozen=True, slots=True)
class CachedSpeaker:
    """Another speaker, remembered in a folder. A damaged entry is made again; the oldest used go when it grows too big.

    Attributes:
        speaker: Who says what is not yet known.
        folder: Made when it is not there.
        most_bytes: Of all entries together.
    """

    speaker: Speaker
    folder: Path
    most_bytes: int = 512 << 20

    @property
    def name(self) -> str:
        """Of the speaker."""
        return self.speaker.name

    @property
    def cache_key(self) -> str:
        """Of the speaker."""
        return self.speaker.cache_key

    def voices(self) -> tuple[str, ...]:
        """Of the speaker."""
        return self.speaker.voices()

    def say(self, line: Line) -> Speech:
        """``line``, from the folder or from the speaker."""
        file = self.folder / (key_of(self.speaker.cache_key, line) + _SUFFIX)
        with suppress(FileNotFoundError):
            kept = unpacked(file.read_bytes(), line)
            if kept is not None:
                with suppress(OSError):
                    file.touch()
                return kept
        said = self.speaker.say(line)
        self._keep(file, said)
        return said

    def _keep(self, file: Path, said: Speech) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        packed_line = packed(said)
        if len(packed_line) > self.most_bytes:
            return
        self._make_room(len(packed_line))
        try:
            write_file(file, packed_line)
        except PyojeongError as error:
            if error.kind != "disk-full":  # a full disk costs the memory of a line, not the line
                raise

    def _make_room(self, needed: int) -> None:
        entries = []
        for entry in self.folder.glob("*" + _SUFFIX):
            with suppress(FileNotFoundError):  # another process may clear it too
                told = entry.stat()
                entries.append((told.st_mtime_ns, told.st_size, entry))
        size = sum(bytes_ for _, bytes_, _ in entries)
        for _, bytes_, entry in sorted(entries):
            if size + needed <= self.most_bytes:
                return
            entry.unlink(missing_ok=True)
            size -= bytes_


def key_of(cache_key: str, line: Line) -> str:
    """Name of everything that decides how ``line`` sounds; evidence and certainty of its mood do not."""
    mood = {str(emotion): round(share, 6) for emotion, share in line.mood.shares.items()}
    told = [cache_key, [astuple(word) for word in line.words], mood, round(line.mood.intensity, 6), asdict(line.voice)]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:40]


def packed(speech: Speech) -> bytes:
    """A line of JSON with its checksum, then float32 samples."""
    samples = np.ascontiguousarray(speech.sound.samples, "<f4").tobytes()
    phones = [(p.sound, p.role.value, p.word, p.syllable, p.start, p.end) for p in speech.utterance.phones]
    told = {"rate": speech.sound.rate, "seconds": speech.utterance.seconds, "phones": phones}
    body = json.dumps(told, ensure_ascii=False).encode() + b"\n" + samples
    return _MARK + hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def unpacked(data: bytes, line: Line) -> Speech | None:
    """The speech of ``line`` in an entry; None where the entry is damaged."""
    head = len(_MARK) + 65
    if (
        not data.startswith(_MARK)
        or hashlib.sha256(data[head:]).hexdigest().encode() + b"\n" != data[len(_MARK) : head]
    ):
        return None
    text, _, samples = data[head:].partition(b"\n")
    told: dict[str, Any] = json.loads(text)
    phones = tuple(Phone(sound, Role(role), *rest) for sound, role, *rest in told["phones"])
    sound = Sound(np.frombuffer(samples, "<f4").astype(np.float32), int(told["rate"]))
    return Speech(sound, Utterance(line.words, phones, float(told["seconds"])))
