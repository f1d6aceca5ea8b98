"""Avatars drawn by Skia, far to near: for machines without OpenGL. Simpler light, the same pose and framing."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.performing.avatar.avatar import Avatar, Piece, Surface
from pyojeong.performing.avatar.camera import DISTANCE_CM
from pyojeong.performing.avatar.rendering import (
    NECK_AXIS,
    Framing,
    View,
    head_turn,
    neck_share,
    posed,
    view_turn,
)
from pyojeong.rig import Expression

Pixels = npt.NDArray[np.uint8]
Doubles = npt.NDArray[np.float64]

_KEY = np.array([-0.45, 0.55, 0.85]) / np.linalg.norm([-0.45, 0.55, 0.85])
_BLUSH = 0.16
"""Of green and blue that a full blush takes away, as shown; in light it is the 38 % of OpenGL's."""
_NEARER_CM = {Surface.SKIN: 0.0, Surface.MOUTH: 0.0, Surface.EYES: -0.4, Surface.LASHES: 0.5, Surface.HAIR: 0.3}
"""Added to depths before sorting: triangles are sorted by their middles, and lids are as near as eyeballs."""


class SkiaPainter:
    """Draws one avatar: every triangle of every piece, sorted by depth, from one picture."""

    def __init__(self, avatar: Avatar) -> None:
        import skia

        self._avatar = avatar
        self._necks = [neck_share(piece.points) for piece in avatar.pieces]
        atlas, self._spots = _atlas(avatar)
        self._picture = skia.Image.fromarray(np.ascontiguousarray(atlas), skia.kRGBA_8888_ColorType)
        starts = np.cumsum([0, *(len(piece.points) for piece in avatar.pieces)])
        self._triangles = np.concatenate(
            [piece.triangles + start for piece, start in zip(avatar.pieces, starts[:-1], strict=True)]
        )
        self._two_sided = np.concatenate(
            [np.full(len(piece.triangles), piece.surface.is_cut_out) for piece in avatar.pieces]
        )
        self._cheeks = np.concatenate([_cheeks_of(piece) for piece in avatar.pieces])
        self._deep = np.concatenate([_depth_light(piece) for piece in avatar.pieces])
        self._nearer = np.concatenate([np.full(len(p.triangles), _NEARER_CM[p.surface]) for p in avatar.pieces])

    def paint(self, expression: Expression, size_wh: tuple[int, int], framing: Framing, view: View) -> Pixels:
        """uint8 H×W×4 RGBA, premultiplied."""
        import skia

        seen, normals = self._turned(expression, framing, view)
        scale = size_wh[1] / framing.span_cm * DISTANCE_CM / (DISTANCE_CM - seen[:, 2])
        places = np.stack([size_wh[0] / 2 + scale * seen[:, 0], size_wh[1] / 2 - scale * seen[:, 1]], 1)
        triangles = self._shown(places, seen[:, 2])
        surface = np.zeros((size_wh[1], size_wh[0], 4), np.uint8)
        canvas = skia.Canvas(surface, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
        paint = skia.Paint(
            Shader=self._picture.makeShader(samplingOptions=skia.SamplingOptions(skia.FilterMode.kLinear))
        )
        flat = triangles.ravel()
        shades = _shades(normals, self._deep, expression.blush * self._cheeks)
        canvas.drawVertices(
            skia.Vertices(
                skia.Vertices.kTriangles_VertexMode,
                [skia.Point(x, y) for x, y in places[flat].tolist()],
                [skia.Point(u, v) for u, v in self._spots[flat].tolist()],
                [int(c) for c in shades[flat]],
            ),
            paint,
            skia.BlendMode.kModulate,
        )
        return surface

    def _turned(self, expression: Expression, framing: Framing, view: View) -> tuple[Doubles, Doubles]:
        """Points and normals of all pieces as seen, the framing's middle at the origin."""
        turn, bust = head_turn(expression), view_turn(view)
        middle = np.array([0.0, (framing.top_cm + framing.bottom_cm) / 2, 0.0])
        points, normals = [], []
        for piece, neck in zip(self._avatar.pieces, self._necks, strict=True):
            place, facing = posed(self._avatar, piece, expression)
            share = neck[:, None]
            moved = place * (1 - share) + ((place - NECK_AXIS) @ turn.T + NECK_AXIS) * share
            points.append((moved - middle) @ bust.T)
            normals.append((facing * (1 - share) + facing @ turn.T * share) @ bust.T)
        flat = np.concatenate(normals)
        return np.concatenate(points), flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)

    def _shown(self, places: Doubles, depths: Doubles) -> npt.NDArray[np.int64]:
        """Triangles that face the viewer or have two sides, far to near."""
        a, b, c = (places[self._triangles[:, k]] for k in range(3))
        area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
        kept = np.flatnonzero((area < 0) | self._two_sided)
        order = np.argsort(depths[self._triangles[kept]].mean(1) + self._nearer[kept])
        return np.asarray(self._triangles[kept[order]])


def _atlas(avatar: Avatar) -> tuple[Pixels, Doubles]:
    """All pictures under one another, RGBA, and each point's place in it in pixels."""
    wide = max(piece.picture.shape[1] for piece in avatar.pieces)
    rows: list[Any] = []
    spots, top = [], 0
    for piece in avatar.pieces:
        high, own_wide = piece.picture.shape[:2]
        strip = np.zeros((high, wide, 4), np.uint8)
        strip[:, :own_wide, :3] = piece.picture[..., :3]
        strip[:, :own_wide, 3] = piece.picture[..., 3] if piece.picture.shape[2] == 4 else 255
        rows.append(strip)
        uv = np.clip(piece.uv.astype(np.float64), 0.002, 0.998)
        spots.append(np.stack([uv[:, 0] * own_wide, top + (1 - uv[:, 1]) * high], 1))
        top += high
    return np.concatenate(rows), np.concatenate(spots)


def _cheeks_of(piece: Piece) -> Doubles:
    """V: 1 on the cheeks' middle, 0 elsewhere."""
    x, y, z = piece.points.astype(np.float64).T
    far = ((np.abs(x) - 4.6) / 2.6) ** 2 + ((y + 0.8) / 2.0) ** 2
    return np.asarray(np.exp(-far) * (z > 0) * (piece.surface is Surface.SKIN))


def _depth_light(piece: Piece) -> Doubles:
    """V: how much light reaches a point: little inside the mouth."""
    if piece.surface is not Surface.MOUTH:
        return np.ones(len(piece.points))
    t = np.clip((piece.points[:, 2].astype(np.float64) - 4.2) / 5.7, 0, 1)
    return np.asarray(0.1 + 0.9 * t * t * (3 - 2 * t))


def _shades(normals: Doubles, deep: Doubles, cheeks: Doubles) -> npt.NDArray[np.int64]:
    """ARGB: wrapped key light over a soft sky; ``cheeks`` (V) is how far a point blushes."""
    light = (0.42 + 0.08 * normals[:, 1] + 0.55 * np.clip((normals @ _KEY + 0.3) / 1.3, 0, 1)) * deep
    grey = np.clip(255 * np.sqrt(np.clip(light, 0, 1)), 0, 255)
    red, pale = grey.astype(np.int64), (grey * (1 - _BLUSH * cheeks)).astype(np.int64)
    return np.asarray((255 << 24) | (red << 16) | (pale << 8) | pale)
