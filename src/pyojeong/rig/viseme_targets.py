"""What the mouth aims at for every sound and how strongly; authored, by looking at drawn and photographed mouths.

Channels are those of `Mouth` in their order: jaw, pucker, funnel, stretch, upper, lower, press, close, tongue, teeth.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

Target = tuple[float, ...]
REST = "_"
"""The sound of silence."""

TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "ㅏ": (0.72, 0.00, 0.00, 0.10, 0.16, 0.34, 0.00, 0.0, 0.10, 0.25),
        "ㅓ": (0.50, 0.10, 0.14, 0.00, 0.10, 0.26, 0.00, 0.0, 0.10, 0.15),
        "ㅗ": (0.32, 0.78, 0.50, 0.00, 0.02, 0.08, 0.00, 0.0, 0.05, 0.00),
        "ㅜ": (0.17, 0.98, 0.35, 0.00, 0.00, 0.04, 0.00, 0.0, 0.05, 0.00),
        "ㅡ": (0.15, 0.00, 0.00, 0.42, 0.08, 0.22, 0.00, 0.0, 0.15, 0.55),
        "ㅣ": (0.16, 0.00, 0.00, 0.62, 0.14, 0.24, 0.00, 0.0, 0.35, 0.70),
        "ㅐ": (0.44, 0.00, 0.00, 0.40, 0.18, 0.30, 0.00, 0.0, 0.25, 0.55),
        "ㅔ": (0.36, 0.00, 0.00, 0.42, 0.16, 0.28, 0.00, 0.0, 0.25, 0.60),
        "j": (0.14, 0.00, 0.00, 0.46, 0.08, 0.18, 0.00, 0.0, 0.40, 0.60),
        "w": (0.12, 0.92, 0.32, 0.00, 0.00, 0.00, 0.00, 0.0, 0.05, 0.00),
        "ㅂ": (0.05, 0.00, 0.00, 0.00, 0.00, 0.00, 0.25, 1.0, 0.05, 0.00),
        "ㅃ": (0.04, 0.00, 0.00, 0.05, 0.00, 0.00, 0.55, 1.0, 0.05, 0.00),
        "ㅍ": (0.04, 0.00, 0.00, 0.00, 0.00, 0.00, 0.48, 1.0, 0.05, 0.00),
        "ㅁ": (0.06, 0.00, 0.00, 0.00, 0.00, 0.00, 0.18, 1.0, 0.05, 0.00),
        "ㅅ": (0.08, 0.00, 0.06, 0.28, 0.16, 0.32, 0.00, 0.0, 0.45, 0.95),
        "ㅆ": (0.06, 0.00, 0.04, 0.36, 0.20, 0.36, 0.00, 0.0, 0.45, 1.00),
        "ㅈ": (0.10, 0.16, 0.34, 0.10, 0.18, 0.32, 0.00, 0.0, 0.50, 0.90),
        "ㅉ": (0.08, 0.16, 0.36, 0.14, 0.20, 0.34, 0.00, 0.0, 0.50, 0.95),
        "ㅊ": (0.10, 0.20, 0.42, 0.08, 0.20, 0.34, 0.00, 0.0, 0.50, 0.90),
        "ㄴ": (0.16, 0.00, 0.00, 0.12, 0.06, 0.16, 0.00, 0.0, 1.00, 0.40),
        "ㄷ": (0.15, 0.00, 0.00, 0.14, 0.08, 0.18, 0.00, 0.0, 1.00, 0.45),
        "ㄸ": (0.13, 0.00, 0.00, 0.16, 0.08, 0.18, 0.00, 0.0, 1.00, 0.50),
        "ㅌ": (0.17, 0.00, 0.00, 0.12, 0.08, 0.18, 0.00, 0.0, 1.00, 0.45),
        "ㄹ": (0.22, 0.00, 0.00, 0.08, 0.06, 0.16, 0.00, 0.0, 1.00, 0.30),
        "ㄱ": (0.24, 0.00, 0.00, 0.08, 0.06, 0.14, 0.00, 0.0, 0.10, 0.25),
        "ㄲ": (0.22, 0.00, 0.00, 0.10, 0.06, 0.14, 0.00, 0.0, 0.10, 0.25),
        "ㅋ": (0.28, 0.00, 0.00, 0.08, 0.08, 0.16, 0.00, 0.0, 0.10, 0.25),
        "ㅇ": (0.24, 0.00, 0.00, 0.06, 0.04, 0.12, 0.00, 0.0, 0.10, 0.20),
        "ㅎ": (0.30, 0.00, 0.00, 0.04, 0.06, 0.14, 0.00, 0.0, 0.10, 0.20),
        REST: (0.0,) * 10,
    }
)


class Group(int, Enum):
    """Channels that are pulled together."""

    JAW = 0
    LIPS = 1
    OPENING = 2
    TONGUE = 3


#: The group of each channel; press and close follow their own rule.
GROUPS = (
    Group.JAW,
    Group.LIPS,
    Group.LIPS,
    Group.LIPS,
    Group.OPENING,
    Group.OPENING,
    Group.OPENING,
    Group.OPENING,
    Group.TONGUE,
    Group.OPENING,
)


class Pull(NamedTuple):
    """How strongly a kind of sound pulls each group, and how far around it (seconds)."""

    jaw: float
    lips: float
    opening: float
    tongue: float
    reach: float


VOWEL = Pull(1.0, 1.0, 1.0, 0.5, 0.045)
_PULLS: Mapping[str, Pull] = MappingProxyType(
    dict.fromkeys("ㅏㅓㅡㅣㅐㅔ", VOWEL)
    | dict.fromkeys("ㅗㅜ", VOWEL._replace(lips=1.9))
    | {"j": Pull(0.7, 0.7, 0.6, 0.8, 0.030), "w": Pull(0.7, 2.1, 0.6, 0.3, 0.050)}
    | dict.fromkeys("ㅂㅃㅍㅁ", Pull(1.2, 0.12, 1.2, 0.3, 0.026))  # ㅜ in 무 is round while ㅁ is shut
    | dict.fromkeys("ㅅㅆㅈㅉㅊ", Pull(1.3, 0.45, 1.3, 1.0, 0.032))
    | dict.fromkeys("ㄴㄷㄸㅌㄹ", Pull(0.75, 0.10, 0.5, 1.4, 0.035))
    | dict.fromkeys("ㄱㄲㅋㅇ", Pull(0.40, 0.08, 0.25, 0.4, 0.040))
    | {"ㅎ": Pull(0.10, 0.05, 0.1, 0.1, 0.030), REST: Pull(0.85, 0.85, 0.85, 0.6, 0.060)}
)
BILABIAL = frozenset("ㅂㅃㅍㅁ")


def pull_of(sound: str) -> Pull:
    """How strongly ``sound`` pulls.

    >>> pull_of("ㅜ").lips > pull_of("ㅣ").lips
    True
    """
    return _PULLS[sound]
