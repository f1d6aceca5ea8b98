"""Makes the head template: remeshing, parts, landmarks, measuring, writing."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.lab.head_template import mirror_of, principal, template_of, welded, whole_block
from pyojeong.lab.head_template_export import in_order, write
from pyojeong.lab.head_template_landmarks import (
    by_portraits,
    first_landmarks,
    ibug_places,
    portraits,
    surface_normals,
)
from pyojeong.lab.head_template_lips import with_own_lips
from pyojeong.lab.head_template_measuring import distances
from pyojeong.lab.head_template_skin import half_mesh
from pyojeong.lab.head_template_source import load_source
from pyojeong.lab.head_template_surface import Places
from pyojeong.performing.avatar.parts import Part
from pyojeong.weights.store import SHIPPED

log = logging.getLogger(__name__)


def train_head_template(source_folder: Path, portrait_folder: Path, *, folder: Path = SHIPPED) -> str:
    """Make the template from the source's data and place its landmarks by portraits; a report as JSON."""
    source = load_source(source_folder)
    block = in_order(whole_block(source, half_mesh(source)))
    links = (welded(block), mirror_of(block))
    log.info("mesh: %d points, %d triangles", len(block.points), len(block.triangles))
    identity = principal(block, links[1])
    skin = block.triangles[block.parts[block.triangles[:, 0]] == int(Part.SKIN)]
    normals = surface_normals(source.neutral, source.part("face", "head", "mouth", "socket"), source.anchors)
    ibug = ibug_places(block.points, skin, source.neutral[source.anchors], normals)
    block = with_own_lips(block, template_of(block, links, identity, ibug, ibug))
    template = template_of(block, links, identity, ibug, ibug)
    template = template_of(block, links, identity, first_landmarks(template), ibug)
    faces = portraits(portrait_folder)
    template, errors = by_portraits(template, faces)
    measured: dict[str, Any] = {
        "points, triangles, shapes": [len(block.points), len(block.triangles), len(identity)],
        f"landmarks: mean distance over {len(faces)} portraits, cm, before and after each round": [
            round(error, 4) for error in errors
        ],
        "distance of the source's skin, mm: mean, 95 %, largest": distances(source, block, template),
    }
    landmarks = Places(template.landmarks.corners, template.landmarks.shares.astype(np.float64))
    path = write(block, identity, links, landmarks, ibug, measured, folder=folder)
    return json.dumps({"file": str(path), **measured}, ensure_ascii=False, indent=2)
