"""A mood becomes an expression."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pyojeong.emotion import Emotion, Mood
from pyojeong.rig.action_units import coefficients_of, parse_unit
from pyojeong.rig.expression import HEAD_KEYS, Expression
from pyojeong.rig.names import ARKIT_NAMES
from pyojeong.rig.prototypes import ACCENTS, BLUSH, PROTOTYPES, SALIENCE, Part

#: Emotions below this share of the leading one do not show: a face tells two feelings, seldom three (authored).
MIN_RELATIVE_SHARE = 0.3
#: Power that turns a read intensity into strength of movement: on photographs, movements at half strength read as rest
#: (by eye on the contact sheets), while half-felt is a feeling.
EXPRESSIVENESS = 0.6
#: How sharply the most telling emotion takes a region: 1 averages, large lets one emotion win.
SHARPNESS = 3.0
#: Largest relative change of one movement by variation, and of one side against the other.
#: The left half of posed faces is a little stronger (Sackeim, Gur & Saucy 1978, Science 202, 434-436).
VARIATION = 0.05
LEFT_BIAS = 0.02

#: Movements that pull against each other in a blend: the weaker is taken off the stronger. Brows up and down are not
#: among them: fear and sadness raise and knit at once (EMFACS 1+2+4), and anger's stare widens tightened lids (5+7).
ANTAGONISTS = (("mouthSmile{}", "mouthFrown{}"), ("eyeWide{}", "eyeBlink{}"))


def _region(name: str) -> str:
    if name == "blush":
        return "head"
    if name.startswith("cheekSquint"):
        return "eye"
    return next((region for region in ("brow", "eye", "nose", "head") if name.startswith(region)), "mouth")


_REGION: Mapping[str, str] = MappingProxyType({n: _region(n) for n in (*ARKIT_NAMES, *HEAD_KEYS, "blush")})


def prototype(emotion: Emotion, intensity: float = 1.0) -> Expression:
    """The plain face of one emotion, without variation.

    >>> prototype(Emotion.JOY, 0.5)["mouthSmileLeft"], prototype(Emotion.JOY, 0.5)["jawOpen"]
    (0.475, 0.0)
    """
    return Expression.nearest(_emotion_values(emotion, intensity))


def compose(mood: Mood, intensity: float | None = None, *, seed: int | None = None) -> Expression:
    """The face that shows ``mood``.

    Each region (brows, eyes, nose, mouth, head) is led by the emotion it tells best, so that joy and sadness together
    cry with the brows and smile with the mouth instead of cancelling out.

    Args:
        mood: What is felt.
        intensity: [0, 1], used as it is; None takes `shown_strength`.
        seed: Chooses the small variation of strength and symmetry. None derives it from the mood, so that one mood
            always gives one face; a negative seed gives none.

    >>> crying_smile = compose(Mood.blend({Emotion.JOY: 1, Emotion.SADNESS: 1}), seed=-1)
    >>> crying_smile["browInnerUp"] > 0.7, crying_smile["mouthSmileLeft"] > 0.6, crying_smile["mouthFrownLeft"]
    (True, True, 0.0)
    """
    if intensity is None:
        strength = shown_strength(mood)
    elif 0.0 <= intensity <= 1.0:
        strength = intensity
    else:
        raise ValueError(f"intensity must be in [0, 1], but got {intensity!r}")
    values = _blended(_shown(mood), strength)
    _add(values, _accents(mood, strength))
    _oppose(values)
    if seed is None or seed >= 0:
        _vary(values, _seed_of(mood) if seed is None else seed)
    return Expression.nearest(values)


def shown_strength(mood: Mood) -> float:
    """The strength in [0, 1] a mood that was read is shown with; half of it when the reader was unsure.

    >>> round(shown_strength(Mood({Emotion.JOY: 1.0}, intensity=0.5)), 2)
    0.66
    """
    return float(mood.intensity**EXPRESSIVENESS) * (0.5 if mood.unsure else 1.0)


def _shown(mood: Mood) -> dict[Emotion, float]:
    """Weights in [0, 1] of the emotions that show; the leading one has 1."""
    top = mood.shares[mood.leading]
    return {e: p / top for e, p in mood.shares.items() if p >= MIN_RELATIVE_SHARE * top}


def _emotion_values(emotion: Emotion, intensity: float) -> dict[str, float]:
    values = _parts_values(PROTOTYPES[emotion], intensity)
    if emotion in BLUSH:
        values["blush"] = BLUSH[emotion] * intensity
    return values


def _parts_values(parts: Iterable[Part], intensity: float) -> dict[str, float]:
    values: dict[str, float] = {}
    for part in parts:
        unit, side, _ = parse_unit(part.unit)
        _add(values, coefficients_of(unit, part.strength(intensity), side))
    return values


def _add(values: dict[str, float], more: Mapping[str, float]) -> None:
    for name, value in more.items():
        values[name] = values.get(name, 0.0) + value


def _blended(weights: Mapping[Emotion, float], strength: float) -> dict[str, float]:
    total: dict[str, float] = {}
    faces = {emotion: _emotion_values(emotion, strength) for emotion in weights}
    for name in {name for face in faces.values() for name in face}:
        region = _REGION[name]
        pull = {e: (w * SALIENCE[e][region]) ** SHARPNESS for e, w in weights.items()}
        total[name] = sum(pull[e] * faces[e].get(name, 0.0) for e in weights) / sum(pull.values())
    return total


def _accents(mood: Mood, strength: float) -> dict[str, float]:
    values: dict[str, float] = {}
    for feeling in mood.named:
        if feeling in ACCENTS and mood.shares[feeling.emotion] >= MIN_RELATIVE_SHARE * mood.shares[mood.leading]:
            probability = mood.feelings.get(feeling, 1.0)
            for name, value in _parts_values(ACCENTS[feeling], strength).items():
                values[name] = max(values.get(name, 0.0), value * probability, key=abs)
    return values


def _oppose(values: dict[str, float]) -> None:
    for pair in ANTAGONISTS:
        for side in ("Left", "Right"):
            one, other = (name.format(side) for name in pair)
            lesser = min(values.get(one, 0.0), values.get(other, 0.0))
            if lesser and values[one] != values[other]:
                values[one] -= lesser
                values[other] -= lesser


def _vary(values: dict[str, float], seed: int) -> None:
    skew = LEFT_BIAS + random.Random(seed).uniform(-VARIATION, VARIATION) / 2
    for name in values:
        stem = name.removesuffix("Left").removesuffix("Right")
        shared = random.Random(f"{seed} {stem}").uniform(-VARIATION, VARIATION)
        side = skew if name.endswith("Left") else -skew if name.endswith("Right") else 0.0
        values[name] *= 1.0 + shared + side


def _seed_of(mood: Mood) -> int:
    text = ",".join(f"{mood.shares[e]:.2f}" for e in Emotion)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
