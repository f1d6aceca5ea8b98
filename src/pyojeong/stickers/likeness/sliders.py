"""From standard deviations of a face to a design's sliders: exaggerated, and stopped before it becomes a caricature."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyojeong.performing.character.space import Slider
from pyojeong.reading.face.traits.traits import Traits

USUAL_EYE_TILT, USUAL_BROW_TILT = 4.2, -9.9
"""Degrees, means of the population."""
_EYE_TILT_SPREAD, _BROW_TILT_SPREAD = 3.2, 4.6
"""Degrees, standard deviations over 176 generated faces."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one slider follows a face.

    Attributes:
        score: Standard deviations from the mean; 0 leaves the slider at rest.
        gain: Share of the way to the slider's end one standard deviation goes. A real jaw's width varies by 3 %,
            a drawn one's by 30 %: without that, everybody looks alike.
        most: Share of the way it may go at all. Widths of nose, lips, cheeks and the eyes' tilt and opening are kept
            short: larger, they mock where somebody comes from or what somebody weighs.
    """

    score: Callable[[Traits], float]
    gain: float = 0.45
    most: float = 1.0

    def share(self, traits: Traits) -> float:
        """Share of the way to the slider's end, [-most, most]; far scores are pressed together, never cut off."""
        return self.most * math.tanh(self.gain * self.score(traits) / self.most)


def _z(*names: str) -> Callable[[Traits], float]:
    def score(traits: Traits) -> float:
        return sum(traits.shape.z.get(name, 0.0) for name in names) / len(names)

    return score


_WIDTH = Rule(lambda t: 0.5 * t.shape.z.get("cheek_width", 0.0) - 0.5 * t.shape.z.get("face_length", 0.0), 0.4, 0.7)
_LENGTH = Rule(_z("face_length"), 0.5, 0.85)
_EYES = Rule(lambda t: 0.7 * t.eyes.size + 0.4 * t.eyes.openness, 0.45)
_APART = Rule(lambda t: t.eyes.distance, 0.5)
_MOUTH = Rule(_z("mouth_width"), 0.5)
PEOPLE: Mapping[str, Rule] = MappingProxyType(
    {
        "face-width": _WIDTH,
        "face-length": _LENGTH,
        "jaw": Rule(_z("jaw_width"), 0.5),
        "chin": Rule(_z("chin_width"), 0.5),
        "cheeks": Rule(_z("cheek_width", "jaw_width"), 0.3, 0.45),
        "eye-size": _EYES,
        "eye-openness": Rule(lambda t: t.eyes.openness, 0.4, 0.5),
        "eye-distance": _APART,
        "eye-height": Rule(lambda t: -t.shape.z.get("eye_height", 0.0), 0.45),
        "eye-tilt": Rule(lambda t: (t.eyes.tilt_degrees - USUAL_EYE_TILT) / _EYE_TILT_SPREAD, 0.3, 0.45),
        "brow-thickness": Rule(lambda t: t.brows.thickness, 0.55),
        "brow-tilt": Rule(lambda t: (t.brows.tilt_degrees - USUAL_BROW_TILT) / _BROW_TILT_SPREAD, 0.35, 0.7),
        "nose-size": Rule(_z("nose_width", "nose_length"), 0.35, 0.5),
        "mouth-size": _MOUTH,
        "lips": Rule(lambda t: t.lips.fullness, 0.35, 0.6),
    }
)
"""By the names every person design has."""
CREATURES: Mapping[str, Rule] = MappingProxyType(
    {"width": _WIDTH, "height": _LENGTH, "eyes": _EYES, "distance": _APART, "mouth": _MOUTH}
)
"""By the names animals and things have for the same."""
_TRUSTED_FROM = 0.6
"""Certainty of a face's form from which it is drawn in full; a turned head's is drawn milder."""


def slider_value(slider: Slider, rule: Rule, traits: Traits) -> float:
    """Where the face puts the slider; at rest for a face that is as most are."""
    share = rule.share(traits) * min(1.0, traits.shape.certainty / _TRUSTED_FROM)
    return placed(slider, share)


def placed(slider: Slider, share: float) -> float:
    """The value ``share`` in [-1, 1] of the way from rest to an end.

    >>> placed(Slider("jaw", "턱", "Jaw", -1.0, 3.0, 1.0), -0.5)
    0.0
    """
    end = slider.high if share > 0 else slider.low
    return round(slider.rest + abs(share) * (end - slider.rest), 4)
