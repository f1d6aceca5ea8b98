"""The emotion model itself: crops in, logits out, and the numbers that were fitted with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from pyojeong.emotion.taxonomy import FERPLUS
from pyojeong.errors import PyojeongError
from pyojeong.media.image import Pixels
from pyojeong.reading.face.aligning import CROP_PX
from pyojeong.reading.face.emotion_input import standardised
from pyojeong.weights.session import open_session
from pyojeong.weights.store import verify

Floats = npt.NDArray[np.float32]

MODEL = "face-emotion"
FACES, VOTED_LOGITS, OWN_LOGITS = "faces", "voted", "own"
"""Names of the input and of both outputs: logits of FER+'s eight votes and of FER2013's seven labels."""
SETTINGS_KEY = "pyojeong.face-emotion"
"""Under which the ONNX file keeps its `Settings`, as JSON."""
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """What was fitted on held-out pictures once the network stood.

    Attributes:
        temperature: Logits are divided by it (Guo et al. 2017, arXiv 1706.04599).
        unsure_below: Certainty below which the reader says "모르겠어요".
        neutral_logits: Mean of the eight logits over clearly neutral faces: where a person's own neutral is moved to.
    """

    temperature: float = 1.0
    unsure_below: float = 0.5
    neutral_logits: tuple[float, ...] = (0.0,) * len(FERPLUS.labels)

    def __post_init__(self) -> None:
        object.__setattr__(self, "neutral_logits", tuple(float(value) for value in self.neutral_logits))
        if not self.temperature > 0:
            raise ValueError(f"temperature must be above 0, but got {self.temperature!r}")
        if not 0 <= self.unsure_below <= 1:
            raise ValueError(f"unsure_below must be in [0, 1], but got {self.unsure_below!r}")
        if len(self.neutral_logits) != len(FERPLUS.labels):
            raise ValueError(f"neutral_logits must be {len(FERPLUS.labels)}, but got {len(self.neutral_logits)}")

    def to_json(self) -> dict[str, Any]:
        """As the ONNX file keeps them."""
        return asdict(self)


class Answers(NamedTuple):
    """Logits of N crops: N×8 in the order of FER+'s votes, N×7 in the order of FER2013's labels."""

    voted: Floats
    own: Floats


class EmotionModel:
    """48×48 crops → logits. One instance serves many threads."""

    def __init__(self, path: Path, *, threads: int = 2) -> None:
        self._session = open_session(path, threads=threads)
        kept = self._session.get_modelmeta().custom_metadata_map.get(SETTINGS_KEY)
        if kept is None:
            raise PyojeongError(
                f"모델 {path.name}은 얼굴 감정 모델이 아닙니다.",
                f"The model {path.name} does not read emotion in faces.",
                kind="model-broken",
            )
        self.settings = Settings(**json.loads(kept))

    @classmethod
    def shipped(cls) -> EmotionModel:
        """The one that comes with the package, checked against its card."""
        return cls(verify(MODEL).path)

    def answers(self, crops: Sequence[Pixels] | Pixels) -> Answers:
        """The logits of N crops of 48×48: the mean of each crop's and its mirror image's."""
        return self._asked(crops, lambda shown: (shown, shown[..., ::-1]))

    def answers_one_way(self, crops: Sequence[Pixels] | Pixels) -> Answers:
        """The logits of N crops as they are: half the time, and measured a little worse."""
        return self._asked(crops, lambda shown: (shown,))

    def _asked(self, crops: Sequence[Pixels] | Pixels, views: Callable[[Floats], tuple[Floats, ...]]) -> Answers:
        grey = np.asarray(crops, np.uint8).reshape(-1, CROP_PX, CROP_PX)
        parts = []
        for start in range(0, len(grey), _AT_ONCE):
            ways = views(standardised(grey[start : start + _AT_ONCE])[:, None])
            said = self._session.run([VOTED_LOGITS, OWN_LOGITS], {FACES: np.concatenate(ways)})
            parts.append([answer.reshape(len(ways), -1, answer.shape[1]).mean(0) for answer in said])
        return Answers(*(np.concatenate(answer) for answer in zip(*parts, strict=True)))
