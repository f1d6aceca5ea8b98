from __future__ import annotations

import numpy as np

from pyojeong.emotion import Emotion
from pyojeong.media import Image
from pyojeong.performing.portrait import PortraitPerformer
from pyojeong.performing.portrait.drawing.low_grid import low_grid
from pyojeong.performing.portrait.likeness.fit import source_mesh
from pyojeong.performing.portrait.mesh.topology import BROW_RIGHT
from pyojeong.performing.portrait.skin.furrows import furrow_removal
from pyojeong.rig.compose import prototype

LINES_CM = (-0.42, 0.42)
LINE_WIDTH_CM, DEPTH = 0.1, 0.8
HEIGHTS_CM = (3.7, 5.4)


def scowling(portrait) -> Image:
    """The drawn portrait with two dark upright valleys between the brows."""
    pixels = portrait.image.rgb.astype(float)
    scale = np.linalg.norm(portrait.affine[:, 1])
    (left, top), (right, bottom) = portrait.at(-1.2, HEIGHTS_CM[1]), portrait.at(1.2, HEIGHTS_CM[0])
    x_cm = (np.arange(left, right) - portrait.at(0.0, 4.5)[0]) / scale
    valleys = sum(np.exp(-(((x_cm - x) / LINE_WIDTH_CM) ** 2)) for x in LINES_CM)
    pixels[top:bottom, left:right] *= (1 - DEPTH * np.minimum(1, valleys))[:, None]
    return Image(pixels.astype(np.uint8))


def between_brows(portrait, rgb: np.ndarray) -> np.ndarray:
    left, top = portrait.at(-0.6, HEIGHTS_CM[1] - 0.6)
    right, bottom = portrait.at(0.6, HEIGHTS_CM[0] + 0.6)
    return rgb[top:bottom, left:right].astype(float).mean((0, 2))


def test_the_lines_go_and_the_rest_of_the_face_stays(studio) -> None:
    portrait = studio.portrait(scale=30.0)
    image = scowling(portrait)
    mesh = source_mesh(image, portrait.face)
    grid = low_grid(mesh.roi_xyxy, mesh.scale)
    left, top, right, bottom = mesh.roi_xyxy
    low = grid.reduced(image.rgb[top:bottom, left:right])
    removal = furrow_removal(low, mesh, grid)
    rows, columns = np.where(np.abs(removal.bias).max(2) > 1.0)
    changed = np.column_stack([columns, rows])
    x_cm = np.abs((grid.local(mesh.landmarks_px[[168], :2] - mesh.roi_xyxy[:2]) - changed)[:, 0]) / grid.scale
    assert len(changed) and x_cm.max() < 2.6
    brow = grid.local(mesh.landmarks_px[list(BROW_RIGHT[0][:4]), :2] - mesh.roi_xyxy[:2]).round().astype(int)
    assert np.abs(removal.bias[brow[:, 1], brow[:, 0]]).max() < 3.0
    cleaned = removal.gain[..., None] * low + removal.bias
    row = grid.local(np.array([portrait.at(0.0, 4.5)]) - mesh.roi_xyxy[:2])[0].round().astype(int)
    across = slice(row[0] - int(0.6 * grid.scale), row[0] + int(0.6 * grid.scale))
    assert np.ptp(cleaned[row[1], across].mean(1)) < 0.5 * np.ptp(low[row[1], across].mean(1))


def test_surprise_leaves_no_scowl_and_anger_keeps_it(studio) -> None:
    portrait = studio.portrait(scale=30.0)
    image = scowling(portrait)
    performer = PortraitPerformer(image, portrait.face)
    assert min(performer.scene.mesh.traits.brows.knit_cm) > 0.3
    lines = np.ptp(between_brows(portrait, image.rgb))
    surprised, angry = (performer.perform(prototype(e)).rgb for e in (Emotion.SURPRISE, Emotion.ANGER))
    assert np.ptp(between_brows(portrait, surprised)) < 0.5 * lines
    assert np.ptp(between_brows(portrait, angry)) > 0.8 * lines
