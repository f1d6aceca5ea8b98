"""The bridge between FACS action units and ARKit coefficients.

Units and their meaning: Ekman, Friesen & Hager 2002, Facial Action Coding System. Apple documents each blendshape by
what moves; the pairing below is read off both descriptions. Units ARKit has no shape of its own for (23, 25) are
written as weighted sets, so the bridge is exact from ARKit to FACS only for the one-to-one rows (tested).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.rig.expression import Expression

#: Intensity letters of FACS as the middle of the ranges of the manual's evidence scale, mapped to [0, 1].
LETTERS: Mapping[str, float] = MappingProxyType({"A": 0.1, "B": 0.3, "C": 0.5, "D": 0.75, "E": 1.0})

#: Stems get Left and Right; values are the coefficient at full unit strength.
_SIDED: Mapping[int, Mapping[str, float]] = MappingProxyType(
    {
        2: {"browOuterUp": 1.0},
        4: {"browDown": 1.0},
        5: {"eyeWide": 1.0},
        6: {"cheekSquint": 1.0},
        7: {"eyeSquint": 1.0},
        9: {"noseSneer": 1.0},
        10: {"mouthUpperUp": 1.0},
        12: {"mouthSmile": 1.0},
        14: {"mouthDimple": 1.0},
        15: {"mouthFrown": 1.0},
        16: {"mouthLowerDown": 1.0},
        20: {"mouthStretch": 1.0},
        24: {"mouthPress": 1.0},
        43: {"eyeBlink": 1.0},
        63: {"eyeLookUp": 1.0},
        64: {"eyeLookDown": 1.0},
    }
)
_MIDDLE: Mapping[int, Mapping[str, float]] = MappingProxyType(
    {
        1: {"browInnerUp": 1.0},
        8: {"mouthClose": 1.0},
        17: {"mouthShrugLower": 1.0},
        18: {"mouthPucker": 1.0},
        19: {"tongueOut": 1.0},
        22: {"mouthFunnel": 1.0},
        26: {"jawOpen": 0.5},
        27: {"jawOpen": 1.0},
        29: {"jawForward": 1.0},
        33: {"cheekPuff": 1.0},
    }
)
_COMPOUND: Mapping[int, Mapping[str, float]] = MappingProxyType(
    {
        23: {"mouthRollLower": 0.5, "mouthRollUpper": 0.35, "mouthPressLeft": 0.3, "mouthPressRight": 0.3},
        25: {
            "mouthLowerDownLeft": 0.3,
            "mouthLowerDownRight": 0.3,
            "mouthUpperUpLeft": 0.15,
            "mouthUpperUpRight": 0.15,
        },
        28: {"mouthRollLower": 1.0, "mouthRollUpper": 1.0},
        30: {"jawLeft": 1.0},
        61: {"eyeLookOutLeft": 1.0, "eyeLookInRight": 1.0},
        62: {"eyeLookInLeft": 1.0, "eyeLookOutRight": 1.0},
    }
)
#: Head units 51–56 at full strength: (field of Expression, degrees). 51 turns to the person's left = picture right.
_HEAD: Mapping[int, tuple[str, float]] = MappingProxyType(
    {
        51: ("headYaw", 20.0),
        52: ("headYaw", -20.0),
        53: ("headPitch", 15.0),
        54: ("headPitch", -15.0),
        55: ("headRoll", 15.0),
        56: ("headRoll", -15.0),
    }
)
KNOWN_UNITS = tuple(sorted({*_SIDED, *_MIDDLE, *_COMPOUND, *_HEAD}))


def coefficients_of(unit: int, strength: float, side: str = "") -> dict[str, float]:
    """ARKit coefficients (and head keys, in degrees) of one action unit.

    Args:
        unit: FACS number, one of `KNOWN_UNITS`.
        strength: [0, 1].
        side: ``""`` for both, ``"L"`` or ``"R"`` for a one-sided unit, the person's own side.

    Raises:
        ValueError: On a unit ARKit cannot show, or a side on a unit that has none.
    """
    if unit in _SIDED and side in ("", "L", "R"):
        sides = {"": ("Left", "Right"), "L": ("Left",), "R": ("Right",)}[side]
        return {stem + s: weight * strength for stem, weight in _SIDED[unit].items() for s in sides}
    if side:
        raise ValueError(f"action unit {unit} has no side, but got {side!r}; sided units are {sorted(_SIDED)}")
    if unit in _HEAD:
        key, degrees = _HEAD[unit]
        return {key: degrees * strength}
    table = _MIDDLE.get(unit) or _COMPOUND.get(unit)
    if table is None:
        raise ValueError(f"action unit must be one of {KNOWN_UNITS}, but got {unit}")
    return {name: weight * strength for name, weight in table.items()}


def parse_unit(text: str) -> tuple[int, str, float]:
    """Unit, side and strength of FACS notation such as ``12D``, ``L14B`` or ``4``.

    >>> parse_unit("L14B"), parse_unit("12")
    ((14, 'L', 0.3), (12, '', 1.0))
    """
    body = text.strip().upper()
    side = body[0] if body[:1] in ("L", "R") else ""
    digits = body[len(side) :].rstrip("ABCDE")
    letter = body[len(side) + len(digits) :]
    if not digits.isdigit() or letter not in ("", *LETTERS):
        raise ValueError(f"action unit must look like 12, 12D or L14B, but got {text!r}")
    return int(digits), side, LETTERS[letter] if letter else 1.0


def from_action_units(*units: str) -> Expression:
    """The expression of FACS notation; where units overlap the stronger movement counts.

    >>> from_action_units("6C", "12D")["mouthSmileLeft"]
    0.75
    """
    total: dict[str, float] = {}
    for text in units:
        unit, side, strength = parse_unit(text)
        for name, value in coefficients_of(unit, strength, side).items():
            total[name] = max(total.get(name, 0.0), value, key=abs)
    return Expression.from_dict(total)


def to_action_units(expression: Expression) -> dict[str, float]:
    """Strength of every one-to-one action unit the expression shows, e.g. ``{"12": 0.8, "L14": 0.3}``.

    A sided unit with equal sides is written once; jawOpen is written as 26 up to half and 27 above, as FACS counts it.

    >>> to_action_units(Expression({"mouthSmileLeft": 0.8, "mouthSmileRight": 0.8, "jawOpen": 0.3}))
    {'12': 0.8, '26': 0.6}
    """
    shown: dict[str, float] = {}
    for unit, stems in _SIDED.items():
        left, right = expression.both(next(iter(stems)))
        if left == right:
            shown[str(unit)] = left
        else:
            shown["L" + str(unit)], shown["R" + str(unit)] = left, right
    for unit, names in _MIDDLE.items():
        if unit not in (26, 27):
            shown[str(unit)] = expression[next(iter(names))]
    jaw = expression["jawOpen"]
    shown["26" if jaw <= 0.5 else "27"] = min(1.0, jaw * 2.0) if jaw <= 0.5 else jaw
    return {unit: strength for unit, strength in shown.items() if strength}
