"""What the larynx does during every sound: when it swings, when it only breathes, and when the nose is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyojeong.performing.voice.curves import GRID, Curve, drawn, moments, smoothed
from pyojeong.performing.voice.sounds import PLAIN, STRONG, TENSE, Sounding
from pyojeong.performing.voice.timing import Breath
from pyojeong.performing.voice.tract import NASALS, is_tap
from pyojeong.rig.speech import Role, Stop

_SONORANT = frozenset("ㅏㅓㅗㅜㅡㅣㅐㅔjwㄴㅁㅇㄹ")

# Seconds between release and voice (Cho, Jun & Ladefoged 2002, doi 10.1006/jpho.2001.0153, shortened to flowing
# speech): tense, plain at the start of a breath, strong there, strong between voices, where its closure is longer than
# a plain one's and shorter than a tense one's (Yun 2022, Phonetics and Speech Sciences 14(4)).
_TENSE_VOT, _PLAIN_VOT, _STRONG_VOT, _STRONG_INSIDE_VOT = 0.012, 0.042, 0.058, 0.042
_VOICED_BURST = 0.011
_MURMURS = {"ㅁ": 0.42, "ㄴ": 0.38, "ㅇ": 0.40}
"""Makes ㅁ 6, ㅇ 7 and ㄴ 7 dB weaker than the vowels beside them (phonetic powers, Fletcher 1953)."""
_RAMP = 0.005
_FIRST_RISE = 0.028
"""Seconds in which a voice begins after silence."""


@dataclass(frozen=True, slots=True)
class Obstruent:
    """How a stop, an affricate or a fricative is made.

    Attributes:
        release: Seconds from the start of the line at which its noise begins: a closure is silent until then.
        voiced: Whether the larynx swings through its closure.
        held: A coda: closed and never released.
    """

    release: float
    voiced: bool
    held: bool


def obstruent(breath: Breath, number: int) -> Obstruent | None:
    """How sound ``number`` of ``breath`` is made; None where it is no obstruent."""
    sound, start, end = breath.sounds[number], breath.starts[number], breath.ends[number]
    if sound.role in (Role.VOWEL, Role.GLIDE) or sound.sound in "ㄴㅁㅇㄹㅎ":
        return None
    if sound.sound in "ㅅㅆ":
        return Obstruent(start, voiced=False, held=False)
    if sound.role is Role.CODA:
        return Obstruent(end, voiced=False, held=True)
    length = end - start
    inside = number > 0 and breath.sounds[number - 1].sound in _SONORANT
    if sound.sound in PLAIN and inside:
        affricated = 0.45 * length if sound.sound == "ㅈ" else min(_VOICED_BURST, 0.3 * length)
        return Obstruent(end - affricated, voiced=True, held=False)
    if sound.sound in "ㅈㅉㅊ":
        return Obstruent(end - {"ㅈ": 0.62, "ㅉ": 0.36, "ㅊ": 0.68}[sound.sound] * length, voiced=False, held=False)
    strong = _STRONG_INSIDE_VOT if inside else _STRONG_VOT
    later = _TENSE_VOT if sound.sound in TENSE else strong if sound.sound in STRONG else _PLAIN_VOT
    return Obstruent(end - min(later, 0.75 * length), voiced=False, held=False)


@dataclass(frozen=True, slots=True)
class Larynx:
    """Curves of one line, `GRID` points a second, each in [0, about 1].

    Attributes:
        voice: Strength of the swing.
        breath: Strength of the breath that is heard instead of it (ㅎ, after ㅋㅌㅍㅊ).
        nose: How far the velum is open.
    """

    voice: Curve
    breath: Curve
    nose: Curve


def larynx_curves(breaths: Sequence[Breath], seconds: float) -> Larynx:
    """What the larynx does through a line."""
    times = moments(seconds)
    voice, breath, nose = [(0.0, 0.0)], [(0.0, 0.0)], [(0.0, 0.0)]
    for one in breaths:
        voice += [(one.starts[0] - 0.004, 0.0)]
        breath += [(one.starts[0] - 0.010, 0.0)]
        for number in range(len(one.sounds)):
            voice += _voice_knots(one, number)
            breath += _breath_knots(one, number)
            nose += _nose_knots(one.sounds, number, one.starts[number], one.ends[number])
        dying = _dying(one)
        voice = [knot for knot in voice if knot[0] < dying[0][0]] + dying
        breath += [(one.ends[-1] + 0.02, 0.0)]
        nose += [(one.ends[-1], 0.0)]
    points = 0.003 * GRID
    return Larynx(
        smoothed(drawn(times, voice), points),
        smoothed(drawn(times, breath), points),
        smoothed(drawn(times, nose), 4 * points),
    )


def _level(sounds: Sequence[Sounding], number: int) -> float:
    sound = sounds[number]
    if sound.sound in _MURMURS:
        return _MURMURS[sound.sound]
    if sound.sound == "ㄹ":
        return 0.42 if is_tap(sounds, number) else 0.60
    return 0.85 if sound.role is Role.GLIDE else 1.0


def _voice_knots(breath: Breath, number: int) -> list[tuple[float, float]]:
    sounds, start, end = breath.sounds, breath.starts[number], breath.ends[number]
    made = obstruent(breath, number)
    if made is not None:
        if made.voiced:
            return [(start + _RAMP, 0.42), (made.release, 0.30), (end - 0.001, 0.55)]
        return [(start + 0.004, 0.0), (end - 0.002, 0.0)]
    if sounds[number].sound == "ㅎ":
        between = number > 0 and sounds[number - 1].sound in _SONORANT
        return [(start + _RAMP, 0.40), (end - _RAMP, 0.40)] if between else [(start, 0.0), (end - 0.002, 0.0)]
    level = _level(sounds, number)
    step = min(0.008, 0.25 * (end - start))
    rise = step if number else min(_FIRST_RISE, 0.4 * (end - start))
    return [(start + rise, level), (end - step, level)]


def _breath_knots(breath: Breath, number: int) -> list[tuple[float, float]]:
    sound, start, end = breath.sounds[number], breath.starts[number], breath.ends[number]
    if sound.sound == "ㅎ":
        between = number > 0 and breath.sounds[number - 1].sound in _SONORANT
        level = 0.85 if between else 1.0
        rising = [(start - 0.006, 0.0), (start, 0.1), (start + 0.3 * (end - start), level)]
        return [*rising, (end - 0.004, 0.8 * level), (end + 0.012, 0.0)]
    made = obstruent(breath, number)
    if made is None or made.held or made.voiced or sound.sound in TENSE:
        return []
    level = {"ㅅ": 0.35, "ㅈ": 0.3}.get(sound.sound, 1.0 if sound.sound in STRONG else 0.45)
    after_burst = (end - 0.022) if sound.sound == "ㅅ" else made.release + 0.35 * (end - made.release)
    return [(after_burst - 0.004, 0.0), (after_burst + 0.006, level), (end - 0.004, 0.75 * level), (end + 0.014, 0.0)]


def _nose_knots(sounds: Sequence[Sounding], number: int, start: float, end: float) -> list[tuple[float, float]]:
    if sounds[number].sound in NASALS and not sounds[number].is_vowel:
        return [(start, 0.9), (start + 0.008, 1.0), (end - 0.008, 1.0), (end, 0.9)]
    if sounds[number].role in (Role.VOWEL, Role.GLIDE):
        reach = min(0.06, 0.45 * (end - start))
        before = 0.4 if number and sounds[number - 1].sound in NASALS else 0.0
        after = 0.5 if number + 1 < len(sounds) and sounds[number + 1].sound in NASALS else 0.0
        return [(start + 0.006, before), (start + reach, 0.0), (end - reach, 0.0), (end - 0.006, after)]
    return [(start, 0.0), (end, 0.0)]


def _dying(breath: Breath) -> list[tuple[float, float]]:
    """The voice leaves before the breath does."""
    end = breath.ends[-1]
    if obstruent(breath, len(breath.sounds) - 1) is not None:
        return [(end, 0.0)]
    deep = breath.stop in (Stop.PERIOD, Stop.ELLIPSIS, Stop.EXCLAMATION)
    fading = min(0.10 if deep else 0.05, 0.5 * (end - breath.starts[-1]))
    level = _level(breath.sounds, len(breath.sounds) - 1)
    return [(end - fading, level), (end - 0.3 * fading, 0.45 * level), (end, 0.0)]
