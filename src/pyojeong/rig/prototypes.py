"""What each emotion does to a face: EMFACS units with their strength and the intensity at which they set in.

Units: Friesen & Ekman 1983 (EMFACS-7) as tabled in the FACS Investigator's Guide (Ekman, Friesen & Hager 2002, table
10-1): joy 6+12; sadness 1+4+15+17, 54+64; surprise 1+2+5B+26; fear 1+2+4+5+20+25; anger 4+5+7+23/24; disgust
9/10+16+25 or 17. Embarrassment: Keltner 1995 (J. Pers. Soc. Psychol. 68, 441-454): gaze down and aside, a smile
held back by 14 and 24, head turned down and away; blush: Crozier 2006. Strengths and onsets are authored for this
project and were set by looking at photographs performed with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyojeong.emotion import Emotion, Feeling


@dataclass(frozen=True, slots=True)
class Part:
    """One action unit of an emotion.

    Attributes:
        unit: FACS notation without a letter, e.g. ``"12"`` or ``"L14"``.
        peak: Strength in [0, 1] at full intensity.
        onset: Intensity in [0, 1) below which the unit does not move; teeth come late in a smile.
    """

    unit: str
    peak: float
    onset: float = 0.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.peak <= 1.0 or not 0.0 <= self.onset < 1.0:
            raise ValueError(f"peak must be in [0, 1] and onset in [0, 1), but got {self.peak!r} and {self.onset!r}")

    def strength(self, intensity: float) -> float:
        """Strength in [0, 1] at ``intensity``: zero up to the onset, then straight to the peak.

        >>> Part("26", 0.4, onset=0.5).strength(0.75)
        0.2
        """
        return self.peak * max(0.0, intensity - self.onset) / (1.0 - self.onset)


PROTOTYPES: Mapping[Emotion, tuple[Part, ...]] = MappingProxyType(
    {
        Emotion.JOY: (
            Part("12", 0.95),
            Part("6", 0.95),
            Part("7", 0.22),
            Part("2", 0.10),
            Part("10", 0.50, onset=0.5),
            Part("16", 0.18, onset=0.5),
            Part("26", 0.30, onset=0.5),
        ),
        Emotion.SADNESS: (
            Part("1", 1.0),
            Part("4", 0.25),
            Part("15", 0.90),
            Part("17", 0.50),
            Part("43", 0.16),
            Part("64", 0.22),
            Part("54", 0.13, onset=0.2),
            Part("56", 0.13, onset=0.2),
        ),
        Emotion.ANGER: (
            Part("4", 1.0),
            Part("5", 0.30),
            Part("7", 0.60),
            Part("24", 0.70),
            Part("23", 0.45),
            Part("9", 0.20, onset=0.2),
            Part("15", 0.30),
            Part("17", 0.30),
        ),
        Emotion.FEAR: (
            Part("1", 1.0),
            Part("2", 0.45),
            Part("4", 0.35),
            Part("5", 0.80),
            Part("20", 0.85),
            Part("25", 0.70, onset=0.25),
            Part("26", 0.40, onset=0.25),
        ),
        Emotion.EMBARRASSMENT: (
            Part("L12", 0.50),
            Part("R12", 0.16),
            Part("24", 0.55),
            Part("14", 0.30),
            Part("1", 0.75),
            Part("6", 0.25),
            Part("43", 0.12),
            Part("64", 0.45),
            Part("61", 0.50),
            Part("54", 0.14),
            Part("52", 0.10),
        ),
        Emotion.SURPRISE: (
            Part("1", 0.80),
            Part("2", 1.0),
            Part("5", 0.75),
            Part("26", 0.90, onset=0.15),
            Part("27", 0.70, onset=0.75),
            Part("18", 0.20, onset=0.3),
        ),
        Emotion.DISGUST: (
            Part("9", 1.0),
            Part("10", 0.55),
            Part("4", 0.50),
            Part("7", 0.50),
            Part("6", 0.30),
            Part("15", 0.45),
            Part("17", 0.40),
        ),
        Emotion.NEUTRAL: (),
    }
)
#: Reddening of the cheeks at full intensity.
BLUSH: Mapping[Emotion, float] = MappingProxyType({Emotion.EMBARRASSMENT: 0.6, Emotion.ANGER: 0.15})

#: How strongly each emotion is told by a region, in [0, 1]; decides who moves what in a blend.
#: Brows tell sadness, fear and anger, the mouth tells joy, nose and upper lip tell disgust
#: (Smith, Cottrell, Gosselin & Schyns 2005, Psychol. Sci. 16, 184-189: diagnostic regions of six expressions).
SALIENCE: Mapping[Emotion, Mapping[str, float]] = MappingProxyType(
    {
        Emotion.JOY: {"brow": 0.2, "eye": 0.6, "mouth": 1.0, "nose": 0.2, "head": 0.3},
        Emotion.SADNESS: {"brow": 1.0, "eye": 0.7, "mouth": 0.6, "nose": 0.2, "head": 0.8},
        Emotion.ANGER: {"brow": 1.0, "eye": 0.8, "mouth": 0.6, "nose": 0.5, "head": 0.2},
        Emotion.FEAR: {"brow": 0.9, "eye": 1.0, "mouth": 0.6, "nose": 0.1, "head": 0.2},
        Emotion.EMBARRASSMENT: {"brow": 0.5, "eye": 0.8, "mouth": 0.7, "nose": 0.1, "head": 1.0},
        Emotion.SURPRISE: {"brow": 0.8, "eye": 1.0, "mouth": 0.8, "nose": 0.1, "head": 0.1},
        Emotion.DISGUST: {"brow": 0.4, "eye": 0.4, "mouth": 0.7, "nose": 1.0, "head": 0.2},
        Emotion.NEUTRAL: {"brow": 0.5, "eye": 0.5, "mouth": 0.5, "nose": 0.5, "head": 0.5},
    }
)

#: What a named feeling adds to its emotion's face, at that feeling's probability 1. Authored for this project;
#: 한심함 and 우쭐댐 are the one-sided dimple of contempt (EMFACS: R14 or L14), 지침 the drooping lids of FACS 43A-B.
ACCENTS: Mapping[Feeling, tuple[Part, ...]] = MappingProxyType(
    {
        Feeling.PATHETIC: (Part("L14", 0.7), Part("L10", 0.25)),
        Feeling.ARROGANCE: (Part("L14", 0.6), Part("53", 0.13)),
        Feeling.WEARINESS: (Part("43", 0.30), Part("54", 0.13)),
        Feeling.BOREDOM: (Part("43", 0.28), Part("R14", 0.2)),
        Feeling.COMFORT: (Part("43", 0.30),),
        Feeling.RELIEF: (Part("43", 0.15), Part("53", 0.10)),
        Feeling.DUMBFOUNDED: (Part("L2", 0.5), Part("26", 0.2)),
        Feeling.DOUBT: (Part("R2", 0.45), Part("L4", 0.35), Part("7", 0.25)),
        Feeling.SHOCK: (Part("5", 0.3), Part("27", 0.3)),
        Feeling.FUN: (Part("26", 0.25), Part("10", 0.2)),
        Feeling.GRATITUDE: (Part("1", 0.25), Part("54", 0.10)),
        Feeling.ADMIRATION: (Part("1", 0.35), Part("5", 0.15)),
        Feeling.SORROW: (Part("17", 0.3),),
        Feeling.SHAME: (Part("54", 0.08),),
    }
)
