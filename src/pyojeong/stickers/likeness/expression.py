"""The expression a person has in a photo, as a drawing may take it up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.reading.face.traits.traits import Traits
from pyojeong.rig import Expression

RESTS: Mapping[str, float] = MappingProxyType(
    {
        "browInnerUp": 0.10,
        "browDown": 0.10,
        "browOuterUp": 0.10,
        "eyeBlink": 0.07,
        "eyeSquint": 0.33,
        "eyeLookUp": 0.17,
        "eyeLookDown": 0.10,
        "eyeLookIn": 0.12,
        "eyeLookOut": 0.12,
        "eyeWide": 0.02,
        "jawOpen": 0.02,
        "mouthSmile": 0.02,
        "mouthFrown": 0.01,
        "mouthPress": 0.06,
        "mouthPucker": 0.60,
        "mouthRollLower": 0.15,
        "mouthRollUpper": 0.10,
        "mouthShrugLower": 0.06,
        "mouthShrugUpper": 0.06,
        "mouthStretch": 0.05,
        "mouthUpperUp": 0.01,
        "mouthLowerDown": 0.01,
    }
)
"""What the mesh seems to do in faces at rest: medians over 178 generated faces. Puckering is told of every narrow
mouth and rolling of every thin one, so most of both is left out."""
GAINS: Mapping[str, float] = MappingProxyType(
    {
        "mouthFrown": 5.0,
        "eyeWide": 4.0,
        "eyeBlink": 1.9,
        "eyeSquint": 1.35,
        "mouthStretch": 2.0,
        "browDown": 1.25,
        "browInnerUp": 1.3,
        "browOuterUp": 1.25,
    }
)
"""Movements the mesh tells much too small: of frowns it shows .05 where a person sees one."""
_SIDES = ("Left", "Right")
_ONE_SIDED = 0.28
"""Difference of the sides under which both are the mean: less is the turn of the head, not a wink."""


def expression_of_photo(traits: Traits) -> Expression:
    """What the face does in the photo beyond being a face; symmetric unless it winks or smirks.

    Raises:
        Nothing: a face without movement gives an expression at rest.
    """
    seen = traits.expression
    levelled = {name: _levelled(seen, name) for name in seen.coefficients}
    return Expression({name: round(_beyond(name, value), 4) for name, value in levelled.items()})


def _levelled(seen: Expression, name: str) -> float:
    stem = _stem(name)
    if stem == name or stem.startswith("eyeLook"):
        return seen[name]
    left, right = seen.both(stem)
    return (left + right) / 2 if abs(left - right) < _ONE_SIDED else seen[name]


def _beyond(name: str, value: float) -> float:
    stem = _stem(name)
    rest = RESTS.get(stem, 0.0)
    return min(1.0, GAINS.get(stem, 1.0) * max(0.0, value - rest) / (1 - rest))


def _stem(name: str) -> str:
    for side in _SIDES:
        if name.endswith(side):
            return name.removesuffix(side)
    return name
