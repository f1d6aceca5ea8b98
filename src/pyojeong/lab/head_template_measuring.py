"""How near the head template is to what it learned from, in millimetres."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.lab.head_template_blocks import Block
from pyojeong.lab.head_template_source import RANGES, Source
from pyojeong.lab.head_template_surface import closest, triangle_normals
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.rig.names import ARKIT_NAMES

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

STRANGERS, SEED = 12, 0


def distances(source: Source, block: Block, template: Template) -> dict[str, Any]:
    """Mean, 95th percentile and maximum distance of the source's skin from the template's surface, by what is shown.

    Strangers are heads of random coefficients of the source, explained by the template's fewer shapes.
    """
    skin = np.concatenate([np.arange(*RANGES["face"]), np.arange(*RANGES["head"])])
    triangles = template.triangles_of(Part.SKIN, Part.MOUTH)
    still = template.neutral.astype(np.float64)
    found: dict[str, Any] = {"neutral": _figures(source.neutral[skin], still, triangles)}
    strangers, only_mesh = [], []
    drawn = np.random.default_rng(SEED).standard_normal((STRANGERS, len(source.identity)))
    explained = _explained(block, template, drawn)
    for coefficients, own in zip(drawn, explained, strict=True):
        head = source.neutral + np.tensordot(coefficients, source.identity, 1)
        strangers.append(_figures(head[skin], still + own, triangles))
        whole = still + np.tensordot(coefficients, block.identity, 1)
        only_mesh.append(_figures(head[skin], whole, triangles))
    found[f"{STRANGERS} strangers"] = [round(float(np.mean(column)), 3) for column in zip(*strangers, strict=True)]
    found["the same with all 100 shapes"] = [round(float(np.mean(c)), 3) for c in zip(*only_mesh, strict=True)]
    for k, name in enumerate(ARKIT_NAMES):
        if name in source.movements:
            there = source.neutral[skin] + source.movements[name][skin]
            found[name] = _figures(there, still + template.movements[k], triangles)
    return found


def _figures(points: Floats, surface: Floats, triangles: Ints) -> list[float]:
    distance = closest(points, surface, triangles)[1] * 10
    return [round(float(v), 3) for v in (distance.mean(), np.percentile(distance, 95), distance.max())]


def turned_over(template: Template, still: Floats, posed: Floats) -> float:
    """Share of the skin's triangles that face against the surface around them in ``posed`` and did not in ``still``."""
    triangles = template.triangles_of(Part.SKIN)
    against = []
    for points in (still, posed):
        faces = triangle_normals(points, triangles)
        around = template.normals(points)[triangles].astype(np.float64).sum(1)
        against.append((faces * around).sum(1) < 0)
    return float((against[1] & ~against[0]).mean())


def _explained(block: Block, template: Template, drawn: Floats) -> Floats:
    """S×V×3: what the template's shapes make of heads of the source."""
    basis = template.identity.reshape(len(template.identity), -1).astype(np.float64)
    wanted = np.tensordot(drawn, block.identity, 1).reshape(len(drawn), -1)
    coefficients = np.linalg.lstsq(basis.T, wanted.T, rcond=None)[0]
    return np.asarray((coefficients.T @ basis).reshape(len(drawn), -1, 3))
