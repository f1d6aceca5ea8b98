"""What sounds leave behind in the voice around them: small turns of pitch, softness or pressure, and fading strength.

Without them every vowel of a voice is the same vowel at another height, which is what a machine sounds like.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pyojeong.performing.voice.curves import GRID, Curve, drawn, moments, smoothed
from pyojeong.performing.voice.sounds import PLAIN, RAISING, TENSE, Sounding
from pyojeong.performing.voice.timing import Breath
from pyojeong.rig.speech import Role, Stop

Knots = list[tuple[float, float]]

# Semitones at the start of a vowel (Kang & Dilley 2007, Speech Sciences 14(4): strong against plain inside a phrase;
# the high and low tones at its start are the melody's), and of the vowels themselves: high ones are higher the world
# over (Whalen & Levitt 1995, doi 10.1016/S0095-4470(95)80165-0), half as much in flowing speech.
_AFTER_TENSE, _AFTER_STRONG, _AFTER_VOICED = 0.7, 0.9, -0.4
_OWN = {"ㅣ": 0.35, "ㅜ": 0.35, "ㅡ": 0.35, "ㅔ": 0.0, "ㅗ": 0.1, "ㅓ": -0.1, "ㅐ": -0.2, "ㅏ": -0.35}
_TURN_SECONDS, _TURN_SMOOTHING = 0.075, 0.012

# 1 is breathy, -1 pressed. The vowel is breathiest after plain, less after strong, least after tense stops (Jang, Kim &
# Cho 2024, Phonetics and Speech Sciences 16(1)); lines begin and end soft (Klatt & Klatt 1990); sizes are ours.
_SOFT_AFTER = {
    **dict.fromkeys("ㄲㄸㅃㅉ", -0.8),
    "ㅆ": -0.5,
    **dict.fromkeys("ㅋㅌㅍㅊ", 0.45),
    **dict.fromkeys("ㄱㄷㅂㅈ", 0.7),
    "ㅅ": 0.5,
    "ㅎ": 0.9,
}
_SOFT_AFTER_VOICED = 0.25
_SOFT_START = 0.6
_SOFT_END = {
    Stop.PERIOD: 0.7,
    Stop.ELLIPSIS: 1.0,
    Stop.EXCLAMATION: 0.4,
    Stop.COMMA: 0.35,
    Stop.QUESTION: 0.25,
    Stop.NONE: 0.3,
}
_SOFT_MURMUR = 0.3
_ENDING_SECONDS = 0.22
_EFFORT_A_SEMITONE = 0.06

_FADES_DB = (1.0, -2.0)
"""Strength at the start and at the end of a breath; the lungs empty (Strik & Boves 1995, Journal of Phonetics 23)."""


def pitch_traces(breaths: Sequence[Breath], seconds: float) -> Curve:
    """Semitones that sounds add to the melody, `GRID` points a second."""
    knots: Knots = [(0.0, 0.0)]
    for breath in breaths:
        for number, sound in enumerate(breath.sounds):
            if sound.is_vowel:
                knots += _turn(breath, number, _OWN[sound.sound])
        knots.append((breath.ends[-1] + 0.03, 0.0))
    return smoothed(drawn(moments(seconds), knots), _TURN_SMOOTHING * GRID)


def softness(breaths: Sequence[Breath], seconds: float, semitones: Curve) -> Curve:
    """How breathy (1) or pressed (-1) the voice is, `GRID` points a second; high tones take effort.

    Args:
        breaths: What is said.
        seconds: Length of the line.
        semitones: The melody above the voice's own pitch.
    """
    knots: Knots = [(0.0, 0.0)]
    for breath in breaths:
        for number, sound in enumerate(breath.sounds):
            start, end = breath.starts[number], breath.ends[number]
            if sound.role in (Role.VOWEL, Role.GLIDE):
                knots += [(start, _soft_start(breath.sounds, number)), (start + min(0.08, 0.6 * (end - start)), 0.0)]
            elif sound.sound in "ㄴㅁㅇㄹ":
                knots += [(start + 0.01, _SOFT_MURMUR), (end - 0.005, _SOFT_MURMUR)]
        fading = max(breath.starts[-1] + 0.01, breath.ends[-1] - _ENDING_SECONDS)
        knots = [knot for knot in knots if knot[0] <= fading]
        knots += [(fading, knots[-1][1]), (breath.ends[-1], _SOFT_END[breath.stop]), (breath.ends[-1] + 0.05, 0.0)]
    effort = np.clip(_EFFORT_A_SEMITONE * semitones, -0.3, 0.4)
    return smoothed(drawn(moments(seconds), knots), 0.010 * GRID) - effort


def fading(breaths: Sequence[Breath], seconds: float) -> Curve:
    """Strength as amplitude over every breath, `GRID` points a second."""
    knots: Knots = [(0.0, _FADES_DB[0])]
    for breath in breaths:
        knots += [(breath.starts[0], _FADES_DB[0]), (breath.ends[-1], _FADES_DB[1])]
    return np.asarray(10 ** (smoothed(drawn(moments(seconds), knots), 0.05 * GRID) / 20))


def _turn(breath: Breath, number: int, own: float) -> Knots:
    start, end = breath.starts[number], breath.ends[number]
    before = _consonant_before(breath.sounds, number)
    first = number <= 2 and breath.starts[number] - breath.starts[0] < 0.2
    added = 0.0
    if before in TENSE:
        added = _AFTER_TENSE
    elif before in RAISING:
        added = _AFTER_STRONG
    elif before and before in PLAIN and not first:
        added = _AFTER_VOICED
    return [(start, own + added), (start + min(_TURN_SECONDS, 0.8 * (end - start)), own), (end - 0.004, own)]


def _soft_start(sounds: Sequence[Sounding], number: int) -> float:
    before = _consonant_before(sounds, number)
    if not before:
        return _SOFT_START if number == 0 else 0.0
    if before in PLAIN and number >= 2 and sounds[number - 2].sound not in TENSE | RAISING | PLAIN:
        return _SOFT_AFTER_VOICED
    return _SOFT_AFTER.get(before, 0.1)


def _consonant_before(sounds: Sequence[Sounding], number: int) -> str:
    """The consonant a vowel or glide follows; nothing where none does."""
    place = number - 1
    if place >= 0 and sounds[place].role is Role.GLIDE:
        place -= 1
    same = place >= 0 and sounds[place].role in (Role.ONSET, Role.CODA)
    return sounds[place].sound if same else ""
