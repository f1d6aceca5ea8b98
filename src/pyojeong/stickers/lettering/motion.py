"""Lettering that moves: where each letter is at one moment of a loop. Pure functions of the phase.

The phase runs over [0, 1); 1 would be 0 again. A caption is fitted once for its whole loop, so it never jumps in size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from pyojeong.media.drawing.nodes import Matrix
from pyojeong.stickers.lettering.forms import dice
from pyojeong.stickers.lettering.glyphs import HANDS, glyph
from pyojeong.stickers.lettering.setting import Letter
from pyojeong.stickers.lettering.style import Style
from pyojeong.stickers.lettering.voices import Voice


class Motion(str, Enum):
    """How a caption moves."""

    POP = "pop"
    SHAKE = "shake"
    TYPE = "type"
    WAVE = "wave"
    HOP = "hop"
    BEAT = "beat"
    BOIL = "boil"

    @property
    def korean(self) -> str:
        """The Korean name shown to people."""
        return _KOREAN[self]


_KOREAN = dict(zip(Motion, ("톡", "부들부들", "한 글자씩", "출렁", "콩콩", "두근", "꼬물꼬물"), strict=True))
_SWELL = {Motion.POP: 1.16, Motion.BEAT: 1.1, Motion.TYPE: 1.0}
_REACH = {Motion.SHAKE: 0.07, Motion.WAVE: 0.17, Motion.HOP: 0.3}
_TYPED = 0.62
"""Share of the loop in which the letters arrive; then the whole stands to be read."""
_POPPED = 0.22
_SHAKES = 10
"""Different places in one loop of a shake: 8 to 12 in two seconds is trembling, more is a blur."""


def swell(motion: Motion | None) -> float:
    """How much larger the moving caption gets than it is at rest."""
    return _SWELL.get(motion, 1.0) if motion else 1.0


def reach(motion: Motion | None) -> float:
    """How far its letters stray, in heights of a syllable."""
    return _REACH.get(motion, 0.0) if motion else 0.0


def moved(letters: Sequence[Letter], motion: Motion, phase: float, style: Style, voice: Voice) -> tuple[Letter, ...]:
    """The letters at ``phase``; those that have not come yet are left out.

    Raises:
        ValueError: When the phase is outside [0, 1).
    """
    if not 0.0 <= phase < 1.0:
        raise ValueError(f"phase must be in [0, 1), but got {phase!r}")
    if motion is Motion.BOIL:
        return tuple(_boiled(letter, n, phase, style, voice) for n, letter in enumerate(letters))
    placed = ((letter, _where(motion, n, len(letters), phase, style.seed)) for n, letter in enumerate(letters))
    return tuple(replace(letter, matrix=_carried(letter, where)) for letter, where in placed if where is not None)


_Where = tuple[float, float, float, float, bool]
"""Right, down, turn, size, and whether the size is about the middle of the whole (else of the letter)."""


def _where(motion: Motion, number: int, count: int, phase: float, seed: int) -> _Where | None:
    around = 2 * math.pi * phase
    if motion is Motion.POP:
        size = popped(phase / _POPPED)
        return (0.0, 0.0, 0.0, size, True) if size > 0.02 else None
    if motion is Motion.BEAT:
        return 0.0, 0.0, 0.0, 1 + 0.1 * _heartbeat(phase), True
    if motion is Motion.TYPE:
        since = phase / _TYPED * count - number
        return None if since < 0 else (0.0, 0.0, 0.0, min(1.0, 0.55 + 0.45 * since), False)
    if motion is Motion.WAVE:
        return 0.0, 0.15 * math.sin(around - 0.9 * number), 4 * math.cos(around - 0.9 * number), 1.0, False
    if motion is Motion.HOP:
        hop = max(0.0, math.sin(2 * math.pi * (phase - 0.5 * number / max(1, count)))) ** 0.8
        return 0.0, -0.28 * hop, 0.0, 1.0, False
    step = int(phase * _SHAKES)
    right, down = (0.05 * dice(seed + step, number, what) for what in (11, 12))
    return right, down, 4 * dice(seed + step, number, 13), 1.0, False


def _heartbeat(phase: float) -> float:
    """Two knocks in the first half of the loop, the second weaker; 1 at the height of the first."""
    return math.exp(-(((phase - 0.16) / 0.06) ** 2)) + 0.6 * math.exp(-(((phase - 0.38) / 0.07) ** 2))


def popped(share: float) -> float:
    """Size of what pops up: 0 at 0, past 1 on the way, 1 from 1 on.

    >>> popped(0.0), popped(0.6) > 1.0, popped(2.0)
    (0.0, True, 1.0)
    """
    if share >= 1:
        return 1.0
    # The usual overshooting ease of animation ("back"), with an overshoot of 15 %.
    late = share - 1
    return 1 + 2.4 * late**3 + 1.4 * late**2 if share > 0 else 0.0


def _carried(letter: Letter, where: _Where) -> Matrix:
    right, down, turn, size, is_whole = where
    if is_whole:
        return Matrix.scaled(size, size, (0.0, 0.0)) @ letter.matrix
    middle = letter.matrix.of(letter.glyph.box.centre)
    around = Matrix.turned(turn, middle) @ Matrix.scaled(size, size, middle)
    return Matrix.moved(right, down) @ around @ letter.matrix


def _boiled(letter: Letter, number: int, phase: float, style: Style, voice: Voice) -> Letter:
    """Drawn by the next hand at each third of the loop; the ink keeps its middle."""
    hand = 1 + (number + style.seed + int(phase * 3)) % HANDS
    drawn = glyph(voice, letter.glyph.character, hand, max(style.unsteadiness, 0.014))
    (x, y), (to_x, to_y) = drawn.box.centre, letter.glyph.box.centre
    return replace(letter, glyph=drawn, matrix=letter.matrix @ Matrix.moved(to_x - x, to_y - y))
