"""What a face does: 52 coefficients and the turn of the head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pyojeong.rig.names import ARKIT_NAMES, mirrored_name

_KNOWN = frozenset(ARKIT_NAMES)
HEAD_KEYS = ("headYaw", "headPitch", "headRoll")
MAX_HEAD_DEGREES = 45.0


@dataclass(frozen=True, slots=True)
class Expression:
    """A frozen set of ARKit coefficients; a missing one is 0.

    Attributes:
        coefficients: ARKit name → [0, 1]; zeros are dropped.
        yaw_degrees: Head turn relative to the head's own rest, towards the picture's right.
        pitch_degrees: Chin up is positive.
        roll_degrees: Clockwise as the viewer sees it is positive.
        blush: Reddening of the cheeks in [0, 1]. ARKit has no word for it and embarrassment needs one.

    >>> smile = Expression({"mouthSmileLeft": 0.8, "mouthSmileRight": 0.6})
    >>> smile["mouthSmileLeft"], smile["jawOpen"], smile.mirrored()["mouthSmileLeft"]
    (0.8, 0.0, 0.6)
    >>> Expression.from_dict(smile.to_dict()) == smile
    True
    """

    coefficients: Mapping[str, float] = field(default_factory=dict)
    yaw_degrees: float = 0.0
    pitch_degrees: float = 0.0
    roll_degrees: float = 0.0
    blush: float = 0.0

    def __post_init__(self) -> None:
        kept: dict[str, float] = {}
        for name, value in self.coefficients.items():
            if name not in _KNOWN:
                raise ValueError(f"coefficient must be an ARKit name such as mouthSmileLeft, but got {name!r}")
            number = float(value)
            if not 0.0 <= number <= 1.0:
                raise ValueError(f"{name} must be in [0, 1], but got {value!r}")
            if number:
                kept[name] = number
        object.__setattr__(self, "coefficients", MappingProxyType(kept))
        if not 0.0 <= self.blush <= 1.0:
            raise ValueError(f"blush must be in [0, 1], but got {self.blush!r}")
        for name in ("yaw_degrees", "pitch_degrees", "roll_degrees"):
            if not abs(getattr(self, name)) <= MAX_HEAD_DEGREES:
                raise ValueError(f"{name} must be within ±{MAX_HEAD_DEGREES}, but got {getattr(self, name)!r}")

    def __getitem__(self, name: str) -> float:
        if name not in _KNOWN:
            raise KeyError(name)
        return self.coefficients.get(name, 0.0)

    def __iter__(self) -> Iterator[str]:
        return iter(self.coefficients)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.to_dict().items())))

    def both(self, stem: str) -> tuple[float, float]:
        """The (left, right) pair of ``stem``, e.g. ``both("mouthSmile")``."""
        return self[stem + "Left"], self[stem + "Right"]

    def mirrored(self) -> Expression:
        """Left and right exchanged, head turn and tilt too."""
        return replace(
            self,
            coefficients={mirrored_name(n): v for n, v in self.coefficients.items()},
            yaw_degrees=-self.yaw_degrees,
            roll_degrees=-self.roll_degrees,
        )

    def scaled(self, factor: float) -> Expression:
        """Every movement times ``factor`` >= 0; coefficients stop at 1."""
        return mix({self: factor})

    def to_dict(self) -> dict[str, float]:
        """ARKit names, then headYaw/headPitch/headRoll in degrees and blush where they are not 0."""
        extra = dict(zip(HEAD_KEYS, (self.yaw_degrees, self.pitch_degrees, self.roll_degrees), strict=True))
        extra["blush"] = self.blush
        return {**self.coefficients, **{k: v for k, v in extra.items() if v}}

    @classmethod
    def from_dict(cls, values: Mapping[str, float]) -> Expression:
        """The expression `to_dict` wrote.

        Raises:
            ValueError: On an unknown name or a value out of range.
        """
        rest = {k: float(v) for k, v in values.items() if k not in (*HEAD_KEYS, "blush")}
        yaw, pitch, roll = (float(values.get(key, 0.0)) for key in HEAD_KEYS)
        return cls(rest, yaw, pitch, roll, float(values.get("blush", 0.0)))

    @classmethod
    def nearest(cls, values: Mapping[str, float]) -> Expression:
        """The expression of ``values``, named as in `to_dict`, each brought to the nearest that is allowed.

        >>> Expression.nearest({"jawOpen": 1.2, "headYaw": -90.0}).to_dict()
        {'jawOpen': 1.0, 'headYaw': -45.0}

        Raises:
            ValueError: On an unknown name.
        """
        limits = dict.fromkeys(HEAD_KEYS, MAX_HEAD_DEGREES)
        return cls.from_dict({n: max(-limits.get(n, 0.0), min(limits.get(n, 1.0), v)) for n, v in values.items()})


def mix(parts: Mapping[Expression, float]) -> Expression:
    """The weighted sum of expressions; coefficients stop at 1.

    >>> a, b = Expression({"jawOpen": 0.8}), Expression({"mouthSmileLeft": 1.0})
    >>> mix({a: 0.5, b: 0.25}).to_dict()
    {'jawOpen': 0.4, 'mouthSmileLeft': 0.25}
    """
    if any(weight < 0 for weight in parts.values()):
        raise ValueError(f"weights must be >= 0, but got {list(parts.values())!r}")
    total: dict[str, float] = {}
    for expression, weight in parts.items():
        for name, value in expression.to_dict().items():
            total[name] = total.get(name, 0.0) + weight * value
    return Expression.nearest(total)
