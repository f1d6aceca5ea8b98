"""How other label sets speak of the eight emotions, each mapping with its source.

A `LabelSet` keeps the other set's own names in its own order (index orders broke other tools in production), and maps
each to one `Emotion`, or to None where the eight have no fair counterpart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyojeong.emotion.emotion import Emotion
from pyojeong.emotion.feeling import Feeling

_J, _S, _A, _F = Emotion.JOY, Emotion.SADNESS, Emotion.ANGER, Emotion.FEAR
_E, _U, _D, _N = Emotion.EMBARRASSMENT, Emotion.SURPRISE, Emotion.DISGUST, Emotion.NEUTRAL


@dataclass(frozen=True, slots=True)
class LabelSet:
    """A named, ordered label set and what each label means here.

    >>> FER2013.labels[3], FER2013.emotion_of("Happy").value, FER2013.label_of(Emotion.JOY)
    ('Happy', 'joy', 'Happy')
    """

    name: str
    source: str
    emotions: Mapping[str, Emotion | None]

    def __post_init__(self) -> None:
        object.__setattr__(self, "emotions", MappingProxyType(dict(self.emotions)))

    @property
    def labels(self) -> tuple[str, ...]:
        """The set's own names in its own order."""
        return tuple(self.emotions)

    def emotion_of(self, label: str) -> Emotion | None:
        """The emotion ``label`` speaks of, or None when the eight have no counterpart.

        Raises:
            ValueError: When the set has no such label.
        """
        if label not in self.emotions:
            raise ValueError(f"{self.name} label must be one of {', '.join(self.labels)}, but got {label!r}")
        return self.emotions[label]

    def label_of(self, emotion: Emotion) -> str | None:
        """The first label of the set that speaks of ``emotion``, or None when it has none."""
        return next((label for label, meant in self.emotions.items() if meant is emotion), None)


FER2013 = LabelSet(
    "FER-7",
    "Goodfellow et al. 2013, arXiv 1307.0414; index order of fer2013.csv",
    {"Angry": _A, "Disgust": _D, "Fear": _F, "Happy": _J, "Sad": _S, "Surprise": _U, "Neutral": _N},
)
FERPLUS = LabelSet(
    "FER+-8",
    "Barsoum et al. 2016, arXiv 1608.01041; contempt read as disgust (Ekman's contempt family)",
    {
        "neutral": _N,
        "happiness": _J,
        "surprise": _U,
        "sadness": _S,
        "anger": _A,
        "disgust": _D,
        "fear": _F,
        "contempt": _D,
    },
)
AFFECTNET = LabelSet(
    "AffectNet-8",
    "Mollahosseini et al. 2017, arXiv 1708.03985; index order of the annotation files",
    {
        "Neutral": _N,
        "Happy": _J,
        "Sad": _S,
        "Surprise": _U,
        "Fear": _F,
        "Disgust": _D,
        "Anger": _A,
        "Contempt": _D,
    },
)
AIHUB_FACE = LabelSet(
    "AI Hub face 4",
    "AI Hub 한국인 감정인식을 위한 복합 영상, four of its seven classes",
    {"기쁨": _J, "당황": _E, "분노": _A, "슬픔": _S},
)
AIHUB_SPEECH = LabelSet(
    "AI Hub speech 7",
    "AI Hub 감정 분류를 위한 대화 음성 데이터셋, class names as distributed",
    {"happiness": _J, "anger": _A, "disgust": _D, "fear": _F, "neutral": _N, "sadness": _S, "surprise": _U},
)
EMOPIC_SIX = LabelSet(
    "Emopic 6",
    "Emopic, classes of its text and photo models",
    {"슬픔": _S, "분노": _A, "기쁨": _J, "불안": _F, "중립": _N, "놀람": _U},
)
EMOTICON_RECOMMENDER_SIX = LabelSet(
    "emoticon recommender 6",
    "a KoBERT emoticon recommender: seven prompt classes, of which 혐오 was merged into 분노",
    {"불안": _F, "당황": _E, "분노": _A, "슬픔": _S, "중립": _N, "행복": _J},
)
AIHUB_DIALOGUE = LabelSet(
    "AI Hub dialogue 6",
    "AI Hub 감성 대화 말뭉치, the six top classes; 상처 (hurt) read as sadness",
    {"기쁨": _J, "당황": _E, "분노": _A, "불안": _F, "상처": _S, "슬픔": _S},
)
GOEMOTIONS = LabelSet(
    "GoEmotions-28",
    "Demszky et al. 2020, arXiv 2005.00547, Ekman grouping of its appendix; embarrassment kept as itself, "
    "confusion and curiosity under surprise as there",
    {
        **dict.fromkeys(("admiration", "amusement"), _J),
        **dict.fromkeys(("anger", "annoyance"), _A),
        **dict.fromkeys(("approval", "caring"), _J),
        **dict.fromkeys(("confusion", "curiosity"), _U),
        "desire": _J,
        "disappointment": _S,
        "disapproval": _A,
        "disgust": _D,
        "embarrassment": _E,
        "excitement": _J,
        "fear": _F,
        "gratitude": _J,
        "grief": _S,
        **dict.fromkeys(("joy", "love"), _J),
        "nervousness": _F,
        **dict.fromkeys(("optimism", "pride"), _J),
        "realization": _U,
        "relief": _J,
        **dict.fromkeys(("remorse", "sadness"), _S),
        "surprise": _U,
        "neutral": _N,
    },
)
#: Feelings whose emotion is a loose fit: left out wherever KOTE rows are scored as eight emotions.
LOOSE_FEELINGS = frozenset({Feeling.REALIZATION, Feeling.RESOLVE, Feeling.BOTHERED, Feeling.BOREDOM})
KOTE = LabelSet(
    "KOTE-44",
    "Jeon et al. 2024, LREC-COLING #1499; emotions as in pyojeong.emotion.feeling, loose fits unmapped",
    {str(f): None if f in LOOSE_FEELINGS else f.emotion for f in Feeling},
)

LABEL_SETS: Mapping[str, LabelSet] = MappingProxyType(
    {
        s.name: s
        for s in (
            FER2013,
            FERPLUS,
            AFFECTNET,
            AIHUB_FACE,
            AIHUB_SPEECH,
            AIHUB_DIALOGUE,
            EMOPIC_SIX,
            EMOTICON_RECOMMENDER_SIX,
            GOEMOTIONS,
            KOTE,
        )
    }
)
