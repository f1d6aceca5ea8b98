"""Which engine speaks, as the settings say; and how our ten voices are told to one that has others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from pyojeong.errors import PyojeongError

if TYPE_CHECKING:
    from pyojeong.interfaces.settings import Settings
    from pyojeong.performing.voice.speaking import Line, Speaker, Speech


@dataclass(frozen=True, slots=True)
class RenamedSpeaker:
    """Another speaker, asked by the names of ours; what comes back is as it says it.

    Attributes:
        speaker: Who speaks.
        names: Our voice → its own; every other name is asked as it is, or is ``usual`` where it is one of ours.
        usual: Its voice for ours that are not named.
        ours: Names of our voices.
    """

    speaker: Speaker
    names: Mapping[str, str]
    usual: str
    ours: frozenset[str] = field(default=frozenset())

    @property
    def name(self) -> str:
        """Of the speaker."""
        return self.speaker.name

    @property
    def cache_key(self) -> str:
        """Of the speaker, with who speaks for whom."""
        return f"{self.speaker.cache_key} {sorted(self.names.items())} {self.usual}"

    def voices(self) -> tuple[str, ...]:
        """Ours, and its own."""
        return (*sorted(self.ours), *self.speaker.voices())

    def say(self, line: Line) -> Speech:
        """``line`` in the voice that stands for the one it asks for."""
        wanted = line.voice.name
        name = self.names.get(wanted, self.usual if wanted in self.ours else wanted)
        return self.speaker.say(replace(line, voice=replace(line.voice, name=name)))


def chosen_speaker(settings: Settings) -> Speaker:
    """The engine the settings name.

    Raises:
        PyojeongError: ``settings`` when they name none, or lack what it needs.
    """
    from pyojeong.performing.voice.characters import CHARACTERS

    made = _ENGINES.get(settings.voice)
    if made is None:
        known = ", ".join(_ENGINES)
        raise _wrong(
            f"PYOJEONG_VOICE는 {known} 가운데 하나인데 {settings.voice}입니다",
            f"PYOJEONG_VOICE is one of {known}, but got {settings.voice}",
        )
    speaker = made(settings)
    if settings.voice == "espeak":
        return speaker
    names = voice_names(settings.voice_names)
    usual = next(iter(names.values()), None) or next(iter(speaker.voices()), "")
    if not usual:
        raise _wrong(
            f"{settings.voice}에 한국어 목소리가 없습니다; PYOJEONG_VOICE_NAMES에 적어 주세요",
            f"{settings.voice} has no Korean voice; name some in PYOJEONG_VOICE_NAMES",
        )
    return RenamedSpeaker(speaker, names, usual, frozenset(CHARACTERS))


def voice_names(told: str) -> Mapping[str, str]:
    """Our voice → the engine's.

    >>> dict(voice_names("narae=nova, jun=onyx"))
    {'narae': 'nova', 'jun': 'onyx'}

    Raises:
        PyojeongError: ``settings`` when it is written otherwise.
    """
    pairs = [pair.strip().split("=") for pair in told.split(",") if pair.strip()]
    if not all(len(pair) == 2 and all(word.strip() for word in pair) for pair in pairs):
        raise _wrong(
            f"PYOJEONG_VOICE_NAMES는 narae=nova,jun=onyx 처럼 적는데 {told}입니다",
            f"PYOJEONG_VOICE_NAMES is written narae=nova,jun=onyx, but got {told}",
        )
    return MappingProxyType({ours.strip(): theirs.strip() for ours, theirs in pairs})


def _espeak(_: Settings) -> Speaker:
    from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker

    return EspeakSpeaker()


def _supertonic(settings: Settings) -> Speaker:
    from pyojeong.performing.voice.supertonic_speech import SupertonicSpeaker

    if settings.voice_folder is None:
        raise _wrong(
            "PYOJEONG_VOICE_FOLDER에 Supertonic 폴더를 적어 주세요", "Set PYOJEONG_VOICE_FOLDER to Supertonic's folder"
        )
    return SupertonicSpeaker(settings.voice_folder)


def _openai(settings: Settings) -> Speaker:
    from pyojeong.performing.voice.openai_speech import OpenAISpeaker

    names = tuple(dict.fromkeys(voice_names(settings.voice_names).values()))
    if not (settings.voice_url and settings.voice_model and names):
        raise _wrong(
            "PYOJEONG_VOICE_URL, PYOJEONG_VOICE_MODEL, PYOJEONG_VOICE_NAMES를 모두 적어 주세요",
            "Set PYOJEONG_VOICE_URL, PYOJEONG_VOICE_MODEL and PYOJEONG_VOICE_NAMES",
        )
    try:
        return OpenAISpeaker(settings.voice_url, settings.voice_model, names, key=settings.voice_key.get_secret_value())
    except ValueError as broken:
        raise _wrong(
            f"PYOJEONG_VOICE_URL은 http나 https 주소인데 {settings.voice_url}입니다",
            f"PYOJEONG_VOICE_URL is an http or https address, but got {settings.voice_url}",
        ) from broken


def _edge(_: Settings) -> Speaker:
    from pyojeong.performing.voice.online_packages import EdgeSpeaker

    return EdgeSpeaker()


def _google(_: Settings) -> Speaker:
    from pyojeong.performing.voice.online_packages import GoogleSpeaker

    return GoogleSpeaker()


def _macos(_: Settings) -> Speaker:
    from pyojeong.performing.voice.system_speech import MacSpeaker

    return MacSpeaker()


def _windows(_: Settings) -> Speaker:
    from pyojeong.performing.voice.system_speech import WindowsSpeaker

    return WindowsSpeaker()


_ENGINES: Mapping[str, Callable[[Settings], Speaker]] = MappingProxyType(
    {
        "espeak": _espeak,
        "supertonic": _supertonic,
        "openai": _openai,
        "edge-tts": _edge,
        "gtts": _google,
        "macos": _macos,
        "windows": _windows,
    }
)


def _wrong(korean: str, english: str) -> PyojeongError:
    return PyojeongError(f"{korean}.", f"{english}.", kind="settings")
