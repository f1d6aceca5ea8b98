"""What was said for a film, its sound on the disk: a film of hours holds one line in memory at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np

from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.media.writing import refusal
from pyojeong.performing.voice.speaking import Speech
from pyojeong.rig.speech import Utterance


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """Where the samples of one line lie, and when its sounds are heard."""

    first: int
    count: int
    rate: int
    utterance: Utterance


class KeptSpeeches(Mapping[int, Speech]):
    """Beat → its speech. The file that holds the sound has no name and goes with the process, however that ends.

    Args:
        folder: On a disk with room for 6 MB a minute; made when needed.

    Raises:
        PyojeongError: When nothing can be written there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[int, _Place] = {}
        self._end = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 (closed on leaving)
        except OSError as error:
            raise _refused(error, folder) from error

    def keep(self, beat: int, speech: Speech) -> None:
        """Hold the speech of ``beat``: one channel.

        Raises:
            PyojeongError: When the disk is full.
        """
        data = np.ascontiguousarray(speech.sound.samples, np.float32)
        try:
            self._file.seek(self._end)
            rest = memoryview(data.tobytes())
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            raise _refused(error, self._folder) from error
        self._places[beat] = _Place(self._end, len(data), speech.sound.rate, speech.utterance)
        self._end += data.nbytes

    def __getitem__(self, beat: int) -> Speech:
        place = self._places[beat]
        self._file.seek(place.first)
        samples = np.frombuffer(self._file.read(4 * place.count), np.float32)
        return Speech(Sound(samples, place.rate), place.utterance)

    def __iter__(self) -> Iterator[int]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __enter__(self) -> KeptSpeeches:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _refused(error: OSError, folder: Path) -> PyojeongError:
    return refusal(error, folder / "speech")
