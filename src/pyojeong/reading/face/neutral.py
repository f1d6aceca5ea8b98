"""A person's own neutral face: what the reader would see in it that is not a feeling. Numbers only, never the photo."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from pyojeong.emotion.taxonomy import FERPLUS
from pyojeong.errors import PyojeongError
from pyojeong.rig import Expression

FORMAT = "pyojeong.neutral/1"
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class NeutralFace:
    """How a resting face is read.

    Attributes:
        logits: The eight logits of FER+'s labels.
        coefficients: ARKit name → [0, 1], what the mesh seems to do at rest.

    >>> rest = NeutralFace((0.0,) * 8, {"browDownLeft": 0.4})
    >>> rest.taken_from(Expression({"browDownLeft": 0.5, "jawOpen": 0.3})).to_dict()
    {'browDownLeft': 0.1, 'jawOpen': 0.3}
    >>> loads(dumps(rest)) == rest
    True
    """

    logits: tuple[float, ...]
    coefficients: Mapping[str, float]

    def __post_init__(self) -> None:
        object.__setattr__(self, "logits", tuple(float(value) for value in self.logits))
        object.__setattr__(self, "coefficients", MappingProxyType(dict(self.coefficients)))
        if len(self.logits) != len(FERPLUS.labels) or not all(map(math.isfinite, self.logits)):
            raise ValueError(f"logits must be {len(FERPLUS.labels)} finite numbers, but got {self.logits!r}")
        Expression(self.coefficients)  # refuses unknown names and values outside [0, 1]

    def moved(self, logits: Sequence[float], towards: Sequence[float]) -> list[float]:
        """``logits`` as they would be if this person's rest were read as ``towards``, the usual neutral face."""
        return [said + usual - own for said, usual, own in zip(logits, towards, self.logits, strict=True)]

    def taken_from(self, expression: Expression) -> Expression:
        """What the face does beyond its rest."""
        rest = self.coefficients
        beyond = {name: max(0.0, value - rest.get(name, 0.0)) for name, value in expression.coefficients.items()}
        return Expression({name: round(value, _DIGITS) for name, value in beyond.items()})


def dumps(rest: NeutralFace) -> str:
    """The document `pyojeong.neutral/1`."""
    document = {
        "format": FORMAT,
        "logits": dict(zip(FERPLUS.labels, (round(value, _DIGITS) for value in rest.logits), strict=True)),
        "coefficients": {name: round(value, _DIGITS) for name, value in sorted(rest.coefficients.items())},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def loads(text: str) -> NeutralFace:
    """The neutral face written in ``text``.

    Raises:
        PyojeongError: When it is no such document, or does not hold together.
    """
    try:
        document = json.loads(text)
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise ValueError(f"format must be {FORMAT}")
        logits = [document["logits"][label] for label in FERPLUS.labels]
        return NeutralFace(tuple(logits), dict(document["coefficients"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as broken:
        raise PyojeongError(
            f"무표정 기록({FORMAT})을 읽을 수 없습니다: {broken}. 무표정 사진으로 다시 만들어 주세요.",
            f"Cannot read the neutral face ({FORMAT}): {broken}; make it again from a photo of a neutral face.",
            kind="neutral-face",
        ) from broken
