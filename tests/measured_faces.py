"""Traits for tests, made from one written face."""

from __future__ import annotations

from typing import Any

from pyojeong.reading.face.traits.shape import SHAPE_RATIOS
from pyojeong.reading.face.traits.traits import Traits

_ROUND = [1.0] * 36


def face(**changed: dict[str, Any]) -> Traits:
    """A face as most are, parts of it changed: ``face(beard={"kind": "full", ...})``."""
    names = SHAPE_RATIOS
    document: dict[str, Any] = {
        "format": "pyojeong.traits/1",
        "shape": {"z": dict.fromkeys(names, 0.0), "outline": _ROUND, "certainty": 0.9},
        "skin": {"colour": "#c79b73", "as_photographed": "#c79b73", "certainty": 0.9},
        "hair": {
            "present": True,
            "colour": "#2b2426",
            "length": "short",
            "volume": 0.2,
            "outline": _ROUND,
            "outline_seen": [True] * 36,
            "fringe": [0.1, 0.1, 0.1],
            "parting": "none",
            "curl": 0.2,
            "styles": {"side-part": 0.5, "fringe": 0.3, "bun": 0.2},
            "certainty": 0.9,
        },
        "brows": {"thickness": 0.0, "tilt_degrees": -9.9, "arch": 0.14, "colour": "#33261f", "certainty": 0.9},
        "eyes": {
            "size": 0.0,
            "openness": 0.0,
            "distance": 0.0,
            "tilt_degrees": 4.2,
            "iris": "#3b261d",
            "certainty": 0.7,
        },
        "glasses": {"kind": "none", "colour": None, "tinted": False, "certainty": 0.98, "form_certainty": 0.0},
        "beard": {"kind": "none", "colour": None, "certainty": 0.8},
        "lips": {"fullness": 0.0, "colour": "#aa6655", "certainty": 0.85},
        "expression": {},
        "remarks": [],
    }
    for part, values in changed.items():
        document[part] = {**document[part], **values}
    return Traits.from_json(document)


def remarked(code: str) -> Traits:
    """A face of a photo with this remark."""
    return Traits.from_json({**face().to_json(), "remarks": [{"code": code}]})


def shaped(**z: float) -> Traits:
    """A face whose form differs by these standard deviations."""
    return face(shape={"z": {**face().shape.z, **z}})
