"""Moods of light: one place in eight of them, told apart at a glance while what stands in front stays readable."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import skia

from pyojeong.emotion import Emotion
from pyojeong.performing.film.screenplay import Hour, Weather
from pyojeong.performing.film.sets.pigments import inked, parts

#: Luma of ITU-R BT.709.
_LUMA = (0.2126, 0.7152, 0.0722)
BUCKETS = 4
"""Steps of a tone's strength that are painted apart."""


@dataclass(frozen=True, slots=True)
class Light:
    """What a mood does to colours; chosen by eye on all sets beside a drawn figure.

    Attributes:
        dark: What black becomes where the mood is whole.
        bright: What white becomes.
        share: How far far things go that way at full strength; near things keep about half of their own colour.
        colourful: Saturation.
        edge: Colour of the picture's edges.
        edge_alpha: How strongly.
        heart: Colour of the light in the middle.
        heart_alpha: How strongly.
        gain: Of brightness.
    """

    dark: str
    bright: str
    share: float
    colourful: float
    edge: str
    edge_alpha: float
    heart: str
    heart_alpha: float
    gain: float = 1.0


LIGHTS = MappingProxyType(
    {
        Emotion.NEUTRAL: Light("#1c1a2c", "#ffffff", 0.0, 1.0, "#3a3050", 0.10, "#fffdf2", 0.20),
        Emotion.JOY: Light("#6a2f1c", "#fff3bc", 0.30, 1.36, "#ff9a3c", 0.20, "#fff0a8", 0.34, 1.05),
        Emotion.SADNESS: Light("#2c3b5c", "#b4c4da", 0.74, 0.50, "#1d2b4d", 0.42, "#c3d2e4", 0.26),
        Emotion.ANGER: Light("#30030c", "#f2663c", 0.78, 1.0, "#250006", 0.80, "#ff7a34", 0.30, 0.88),
        Emotion.FEAR: Light("#0d0a26", "#7c70b4", 0.82, 0.6, "#05021a", 0.94, "#9488cc", 0.26, 0.80),
        Emotion.SURPRISE: Light("#3a2a6a", "#fffef0", 0.22, 1.25, "#4a22a8", 0.42, "#ffffff", 0.82, 1.06),
        Emotion.EMBARRASSMENT: Light("#8a3a5c", "#ffe6ea", 0.60, 0.92, "#ff7aa0", 0.30, "#fff0f2", 0.44),
        Emotion.DISGUST: Light("#1c2c12", "#d4da86", 0.74, 0.72, "#18260a", 0.55, "#d8e08e", 0.26),
    }
)
_NIGHT = Light("#0a1034", "#7686cc", 0.78, 0.85, "#040822", 0.55, "#8298dc", 0.12, 0.78)
_AIRS = MappingProxyType(
    {
        Weather.RAIN: Light("#1f2c46", "#b6c3d0", 0.40, 0.66, "#1c2a4a", 0.26, "#d0dae4", 0.06, 0.92),
        Weather.SNOW: Light("#4a6088", "#f2f8ff", 0.30, 0.80, "#5a78ac", 0.16, "#ffffff", 0.12, 0.97),
        Weather.FOG: Light("#75828e", "#eef1ee", 0.50, 0.62, "#a2adb4", 0.14, "#f6f7f2", 0.26),
        Weather.STARS: _NIGHT,
    }
)
_HOURS = MappingProxyType(
    {
        Hour.DAWN: Light("#2b3566", "#ffe3da", 0.46, 0.86, "#33407c", 0.34, "#ffe2d0", 0.20, 0.96),
        Hour.DUSK: Light("#45204e", "#ffc07a", 0.52, 1.12, "#5c2450", 0.46, "#ffc878", 0.22, 0.93),
        Hour.NIGHT: _NIGHT,
    }
)


@dataclass(frozen=True, slots=True)
class Mood:
    """The light of a scene: its tone at a strength, and its weather.

    Attributes:
        tone: The feeling.
        bucket: Its strength in `BUCKETS` steps, 0 to `BUCKETS`.
        weather: In the air.
        lamplit: Whether the place keeps its own light: night and indoors do not darken with the weather outside.
        hour: Of the day.
    """

    tone: Emotion
    bucket: int
    weather: Weather
    lamplit: bool = False
    hour: Hour = Hour.DAY

    @property
    def strength(self) -> float:
        """A weak mood still shows: half of the way at a quarter of strength."""
        return 0.0 if self.tone is Emotion.NEUTRAL else (self.bucket / BUCKETS) ** 0.5

    @property
    def light(self) -> Light:
        """Of the tone."""
        return LIGHTS[self.tone]

    @property
    def airs(self) -> tuple[Light, ...]:
        """Of the weather and of the hour, where they change the light; stars are the night's own."""
        if self.lamplit:
            return ()
        lights = (_AIRS.get(self.weather), _HOURS.get(self.hour))
        return tuple(dict.fromkeys(light for light in lights if light is not None))

    def matrix(self, near: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        """What happens to red, green and blue of something ``near`` in [0, 1]: 3×4, the last column added."""
        whole = _identity()
        for air in self.airs:
            whole = _after(whole, _graded(air, 1.0, near))
        return _after(whole, _graded(self.light, self.strength, near))

    def ink(self, ink: str, *, near: float = 0.6) -> str:
        """A colour as it looks in this light; for what moves and is painted frame by frame."""
        return inked([float(part) for part in self.matrix(near) @ np.array([*parts(ink), 1.0])])

    def filter(self, near: float) -> skia.ColorFilter:
        """The same for whole sheets."""
        alpha = np.array([[0.0, 0.0, 0.0, 1.0, 0.0]])
        rows = self.matrix(near)
        full = np.concatenate([np.insert(rows, 3, 0.0, axis=1), alpha])
        return skia.ColorFilters.Matrix([float(value) for value in full.ravel()])


def _identity() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.eye(3, 4)


def _after(
    first: np.ndarray[tuple[int, int], np.dtype[np.float64]], then: np.ndarray[tuple[int, int], np.dtype[np.float64]]
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Two changes of colour as one."""
    full: np.ndarray[tuple[int, int], np.dtype[np.float64]] = then @ np.vstack([first, [0.0, 0.0, 0.0, 1.0]])
    return full


def _graded(light: Light, strength: float, near: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Towards the mood's two colours by brightness, keeping more of its own colour the nearer it is."""
    grey = np.outer(np.ones(3), _LUMA)
    colourful = 1.0 + (light.colourful - 1.0) * strength
    own = np.eye(3) * colourful + grey * (1.0 - colourful)
    dark, bright = np.array(parts(light.dark)), np.array(parts(light.bright))
    two = np.outer(bright - dark, _LUMA)
    share = light.share * strength * (1.0 - 0.5 * near)
    gain = 1.0 + (light.gain - 1.0) * strength
    return gain * np.hstack([own * (1.0 - share) + two * share, (dark * share)[:, None]])
