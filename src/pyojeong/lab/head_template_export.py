"""Writes the head template: shapes as whole numbers of a step, and a card with how near it is to its source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.lab.head_template_blocks import Block
from pyojeong.lab.head_template_surface import Places
from pyojeong.performing.avatar.template import MODEL
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import SHIPPED, sha256_of

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

STEPS = 32000


def in_steps(shapes: Floats) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.float32]]:
    """int16 shapes and what one step of each is in cm: at most .2 µm coarse for the largest movement.

    >>> whole, step = in_steps(np.array([[[0.0, 0.5, -1.0]]]))
    >>> whole.tolist(), round(float(step[0]) * 32000, 3)
    ([[[0, 16000, -32000]]], 1.0)
    """
    largest = np.maximum(np.abs(shapes).max((1, 2)), 1e-9)
    step = (largest / STEPS).astype(np.float32)
    return np.round(shapes / step[:, None, None]).astype(np.int16), step


def in_order(block: Block) -> Block:
    """The block with its triangles in the order of parts."""
    order = np.argsort(block.parts[block.triangles[:, 0]], kind="stable")
    return Block(
        block.points,
        block.triangles[order],
        block.uv,
        block.parts,
        block.identity,
        block.movements,
        block.marks,
    )


def write(
    block: Block,
    identity: Floats,
    links: tuple[Ints, Ints],
    landmarks: Places,
    ibug: Places,
    measured: dict[str, Any],
    *,
    folder: Path = SHIPPED,
) -> Path:
    """The file and its card in ``folder``; ``links`` are weld and mirror."""
    block = in_order(block)
    identity_whole, identity_step = in_steps(identity)
    movements_whole, movements_step = in_steps(block.movements)
    path = folder / f"{MODEL}.npz"
    np.savez_compressed(
        path,
        neutral=block.points.astype(np.float32),
        triangles=block.triangles.astype(np.uint16),
        uv=block.uv.astype(np.float32),
        parts=block.parts.astype(np.uint8),
        weld=links[0].astype(np.uint16),
        mirror=links[1].astype(np.uint16),
        identity=identity_whole,
        identity_step=identity_step,
        movements=movements_whole,
        movements_step=movements_step,
        landmark_corners=landmarks.corners.astype(np.uint16),
        landmark_shares=landmarks.shares.astype(np.float32),
        ibug_corners=ibug.corners.astype(np.uint16),
        ibug_shares=ibug.shares.astype(np.float32),
        **{f"mark_{name}": points.astype(np.uint16) for name, points in block.marks.items()},
    )
    save_card(_card(path, measured), path.with_suffix(".json"))
    return path


def _card(path: Path, measured: dict[str, Any]) -> Card:
    return Card(
        name=MODEL,
        file=path.name,
        sha256=sha256_of(path),
        task="A head of 7,000 points: 72 identity shapes, the 52 ARKit movements, places of a face mesh",
        licence="Apache-2.0 AND MIT",
        source="pyojeong-lab train head-template",
        ingredients=(
            Ingredient(
                "ICT-FaceKit",
                "MIT",
                "neutral head, 100 identity shapes and 51 movements, resampled on a mesh of our own",
            ),
            Ingredient(
                "generated portraits of SFHQ and SFHQ-T2I",
                "MIT",
                "median residuals that place the landmarks of MediaPipe's face mesh",
            ),
        ),
        measured=measured,
        weak=(
            "The source's heads are scans of few people; Korean faces lie within their span, not in their middle.",
            "Eyes, teeth, gums, tongue, lashes and tongueOut are modelled by hand, not scanned.",
        ),
    )
