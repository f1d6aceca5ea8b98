"""What was read in a stretch of text or in a face: shares of eight emotions, and how sure the reader is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pyojeong.emotion.emotion import Emotion
from pyojeong.emotion.feeling import Feeling

_SUM_TOLERANCE = 1e-3


def _unit(name: str, value: float) -> float:
    number = float(value)
    if not 0.0 <= number <= 1.0:
        raise ValueError(f"{name} must be in [0, 1], but got {value!r}")
    return number


def _signed(name: str, value: float) -> float:
    number = float(value)
    if not -1.0 <= number <= 1.0:
        raise ValueError(f"{name} must be in [-1, 1], but got {value!r}")
    return number


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters ``start:end`` of the text that was read, and how much they spoke for the leading emotion.

    ``weight`` lies in [-1, 1]: positive for, negative against; 1 is the strongest word of its sentence.
    """

    start: int
    end: int
    weight: float

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"evidence span must satisfy 0 <= start < end, but got {self.start}:{self.end}")
        _signed("evidence weight", self.weight)

    def shifted(self, offset: int) -> Evidence:
        """The same evidence ``offset`` characters further on."""
        return Evidence(self.start + offset, self.end + offset, self.weight)


@dataclass(frozen=True, slots=True)
class Mood:
    """A frozen reading of feeling.

    Attributes:
        shares: All eight emotions, each in [0, 1], summing to 1.
        intensity: Strength of the leading emotion, in [0, 1].
        feelings: Calibrated probability of each feeling (multi-label); may be empty.
        named: The feelings above their own threshold, strongest first.
        valence: Unpleasant -1 … pleasant 1.
        arousal: Calm -1 … stirred 1.
        certainty: Calibrated probability in [0, 1] that ``leading`` is right.
        unsure: Whether the reader says "모르겠어요" instead of guessing.
        evidence: Spans of the text that decided; empty for faces.

    >>> mood = Mood.of(Emotion.SADNESS, intensity=0.7)
    >>> mood.leading.korean, mood.shares[Emotion.JOY], mood.unsure
    ('슬픔', 0.0, False)
    """

    shares: Mapping[Emotion, float]
    intensity: float = 0.5
    feelings: Mapping[Feeling, float] = field(default_factory=dict)
    named: tuple[Feeling, ...] = ()
    valence: float = 0.0
    arousal: float = 0.0
    certainty: float = 1.0
    unsure: bool = False
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        shares = {emotion: _unit(f"share of {emotion}", self.shares.get(emotion, 0.0)) for emotion in Emotion}
        total = math.fsum(shares.values())
        if abs(total - 1.0) > _SUM_TOLERANCE:
            raise ValueError(f"shares must sum to 1, but got {total:.4f}")
        feelings = {Feeling.of(f): _unit(f"feeling {f}", p) for f, p in self.feelings.items()}
        object.__setattr__(self, "shares", MappingProxyType(shares))
        object.__setattr__(self, "feelings", MappingProxyType(feelings))
        object.__setattr__(self, "named", tuple(Feeling.of(f) for f in self.named))
        object.__setattr__(self, "evidence", tuple(self.evidence))
        for name in ("intensity", "certainty"):
            _unit(name, getattr(self, name))
        for name in ("valence", "arousal"):
            _signed(name, getattr(self, name))

    @property
    def leading(self) -> Emotion:
        """The emotion with the largest share; the first in `Emotion` order among equals."""
        return max(Emotion, key=lambda emotion: self.shares[emotion])

    @property
    def second(self) -> Emotion:
        """The emotion with the second largest share."""
        return sorted(Emotion, key=lambda emotion: -self.shares[emotion])[1]

    @classmethod
    def of(cls, emotion: Emotion, *, intensity: float = 1.0) -> Mood:
        """A pure mood, as a person sets it by hand: certain, one emotion, its usual valence and arousal."""
        valence, arousal = PURE_VALENCE_AROUSAL[emotion]
        return cls({emotion: 1.0}, intensity=intensity, valence=valence * intensity, arousal=arousal * intensity)

    @classmethod
    def told(cls, emotion: Emotion, *, intensity: float, named: Iterable[Feeling] = ()) -> Mood:
        """A mood in a person's own words: one emotion, certain, with the feelings they named and no evidence.

        Each named feeling has probability 1 and the others are left out: nobody asked about them. Valence and arousal
        are those of the named feelings on average, or the emotion's usual ones without any, times the intensity.

        >>> mood = Mood.told(Emotion.SADNESS, intensity=0.5, named=[Feeling.SORROW])
        >>> mood.certainty, mood.unsure, mood.valence == Feeling.SORROW.valence / 2
        (1.0, False, True)
        """
        return cls.of(emotion, intensity=intensity).naming(named)

    @classmethod
    def blend(cls, parts: Mapping[Emotion, float], *, intensity: float = 1.0) -> Mood:
        """A mixed mood set by hand, e.g. crying while smiling; ``parts`` are any non-negative weights.

        >>> mood = Mood.blend({Emotion.JOY: 1, Emotion.SADNESS: 3})
        >>> mood.leading.value, mood.shares[Emotion.JOY]
        ('sadness', 0.25)
        """
        total = math.fsum(parts.values())
        if total <= 0 or min(parts.values()) < 0:
            raise ValueError(f"blend weights must be non-negative with a positive sum, but got {dict(parts)!r}")
        shares = {emotion: weight / total for emotion, weight in parts.items()}
        valence = math.fsum(PURE_VALENCE_AROUSAL[e][0] * w for e, w in shares.items())
        arousal = math.fsum(PURE_VALENCE_AROUSAL[e][1] * w for e, w in shares.items())
        return cls(shares, intensity=intensity, valence=valence * intensity, arousal=arousal * intensity)

    def naming(self, named: Iterable[Feeling]) -> Mood:
        """This mood as a person tells it who names its feelings: certain, and never unsure.

        The shares stay, unless the reader was unsure: then the first feeling named says which emotion it is.
        Naming none takes the names away and leaves valence and arousal.
        """
        told = tuple(dict.fromkeys(named))
        shares = {told[0].emotion: 1.0} if self.unsure and told else self.shares
        valence = math.fsum(f.valence for f in told) / len(told) * self.intensity if told else self.valence
        arousal = math.fsum(f.arousal for f in told) / len(told) * self.intensity if told else self.arousal
        return replace(
            self,
            shares=shares,
            feelings=dict.fromkeys(told, 1.0),
            named=told,
            valence=valence,
            arousal=arousal,
            certainty=1.0,
            unsure=False,
            evidence=self.evidence if shares is self.shares else (),
        )

    def at(self, intensity: float) -> Mood:
        """This mood felt more or less, as a person tells it: certain; valence and arousal grow with the intensity.

        >>> weak = Mood.of(Emotion.JOY, intensity=0.25)
        >>> weak.at(0.5).valence == 2 * weak.valence
        True
        """
        strength = _unit("intensity", intensity)
        if self.intensity > 0:
            valence, arousal = (part * strength / self.intensity for part in (self.valence, self.arousal))
        else:
            usual = Mood.blend(self.shares, intensity=strength)
            valence, arousal = usual.valence, usual.arousal
        return replace(
            self,
            intensity=strength,
            valence=min(max(valence, -1.0), 1.0),
            arousal=min(max(arousal, -1.0), 1.0),
            certainty=1.0,
            unsure=False,
        )


#: Valence and arousal of each pure emotion: the mean of its feelings in `pyojeong.emotion.feeling`.
PURE_VALENCE_AROUSAL: Mapping[Emotion, tuple[float, float]] = MappingProxyType(
    {
        emotion: (
            math.fsum(f.valence for f in Feeling if f.emotion is emotion) / sum(f.emotion is emotion for f in Feeling),
            math.fsum(f.arousal for f in Feeling if f.emotion is emotion) / sum(f.emotion is emotion for f in Feeling),
        )
        if emotion is not Emotion.NEUTRAL
        else (0.0, 0.0)
        for emotion in Emotion
    }
)
