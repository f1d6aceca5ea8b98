"""What every voice from outside shares: the text it is sent, and its audio as a `Speech` of one channel."""

from __future__ import annotations

from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.media.sound_files import open_sound
from pyojeong.performing.voice.failures import nothing_to_say, unknown_voice, voice_failed
from pyojeong.performing.voice.manner import Manner, manner_of
from pyojeong.performing.voice.speaking import Line

RATE = 24_000
LONGEST_SECONDS = 600.0


def checked(line: Line, voices: tuple[str, ...]) -> str:
    """The text of ``line`` as written, a space where any white space was.

    Raises:
        PyojeongError: When the voice is unknown or nothing is to be said.
    """
    if line.voice.name not in voices:
        raise unknown_voice(line.voice.name, voices)
    if not any(word.surface for word in line.words):
        raise nothing_to_say()
    text, end = "", line.words[0].start
    for word in line.words:
        text += " " * (end < word.start) + word.written
        end = word.end
    return text


def pace_of(line: Line) -> tuple[Manner, float]:
    """The manner of the mood, and the speed asked for in [0.5, 2]."""
    manner = manner_of(line.mood)
    return manner, min(2.0, max(0.5, manner.pace_times * line.voice.pace))


def received(name: str, audio: bytes) -> Sound:
    """Audio that a voice called ``name`` sent.

    Raises:
        PyojeongError: When it is no sound.
    """
    try:
        return open_sound(audio, rate=RATE, channels=1, longest_seconds=LONGEST_SECONDS)
    except PyojeongError as error:
        raise voice_failed(name, f"받은 소리를 열 수 없습니다. {error.korean}", error.english) from error
