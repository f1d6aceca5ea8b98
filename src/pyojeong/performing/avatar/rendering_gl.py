"""Avatars drawn by OpenGL without a screen (Mesa's software EGL will do)."""

from __future__ import annotations

from functools import cache
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
from pyojeong.performing.avatar.rendering_shaders import VERTEX, fragment_of
from pyojeong.rig import Expression

Pixels = npt.NDArray[np.uint8]

_NEAR_CM, _FAR_CM = 40.0, 160.0
_TURNED_AWAY, _HIDES_ABOVE_CM, _LIES_WITHIN_CM = -0.35, -1.0, 2.2
"""Hair that lies on the head, faces this far from the viewer and is above the jaw is behind the head; a tail is not."""
_EVERY = 4
"""Every fourth point of the skin tells how far hair is from it."""
_ORDER = (Surface.SKIN, Surface.EYES, Surface.MOUTH, Surface.LASHES, Surface.HAIR)
_SHADERS = {Surface.SKIN: 0, Surface.MOUTH: 1, Surface.EYES: 2, Surface.LASHES: 3, Surface.HAIR: 4}


@cache
def _context() -> Any:
    import moderngl

    context = moderngl.create_context(standalone=True, backend="egl")  # type: ignore[arg-type]
    context.gc_mode = "auto"  # buffers go with the painter that made them
    return context


def gl_works() -> bool:
    """Whether this machine can draw by OpenGL without a screen."""
    try:
        _context()
    except Exception:  # what a missing libEGL raises differs from one library to the next
        return False
    return True


class GlPainter:
    """Draws one avatar; one context a process, never to be shared between threads."""

    def __init__(self, avatar: Avatar) -> None:
        self._avatar = avatar
        self._context = _context()
        ordered = sorted(avatar.pieces, key=lambda piece: _ORDER.index(piece.surface))
        skin = avatar.piece(Surface.SKIN)
        self._drawn = [_Drawn(self._context, piece, skin) for piece in ordered]
        self._target: tuple[tuple[int, int], Any] | None = None

    def paint(self, expression: Expression, size_wh: tuple[int, int], framing: Framing, view: View) -> Pixels:
        """uint8 H×W×4, premultiplied."""
        target = self._target_of(size_wh)
        target.use()
        self._context.enable_only(self._context.DEPTH_TEST)
        target.clear(0.0, 0.0, 0.0, 0.0)
        for drawn in self._drawn:
            _set(drawn.program, expression, size_wh, framing, view)
        towards = (view_turn(view) @ head_turn(expression))[2]
        for drawn in self._drawn:
            drawn.move(self._avatar, expression)
            drawn.draw(self._context, towards)
        raw = np.frombuffer(target.read(components=4), np.uint8)
        return np.ascontiguousarray(raw.reshape(size_wh[1], size_wh[0], 4)[::-1])

    def _target_of(self, size_wh: tuple[int, int]) -> Any:
        if self._target is None or self._target[0] != size_wh:
            if self._target is not None:
                self._target[1].release()
            self._target = (size_wh, self._context.simple_framebuffer(size_wh, components=4))
        return self._target[1]


def _set(program: Any, expression: Expression, size_wh: tuple[int, int], framing: Framing, view: View) -> None:
    """The uniforms of a program; those that a surface does not look at are not there."""
    values = {
        "to_screen": _projection(size_wh, framing).T,
        "view": view_turn(view).T,
        "head": head_turn(expression).T,
        "axis": NECK_AXIS,
        "middle": np.array([0.0, (framing.top_cm + framing.bottom_cm) / 2, 0.0]),
        "blush": np.array([expression.blush]),
    }
    for name, value in values.items():
        if name in program:
            program[name].write(value.astype("f4").tobytes())


def _projection(size_wh: tuple[int, int], framing: Framing) -> npt.NDArray[np.float64]:
    """4×4, camera at `DISTANCE_CM` before the origin."""
    up = 2 * DISTANCE_CM / framing.span_cm
    across = up * size_wh[1] / size_wh[0]
    depth = (_NEAR_CM + _FAR_CM) / (_NEAR_CM - _FAR_CM)
    shift = 2 * _NEAR_CM * _FAR_CM / (_NEAR_CM - _FAR_CM)
    return np.array([[across, 0, 0, 0], [0, up, 0, 0], [0, 0, depth, shift], [0, 0, -1, 0]])


class _Drawn:
    """One piece on the graphics side."""

    def __init__(self, context: Any, piece: Piece, skin: Piece | None) -> None:
        self._piece = piece
        self.program = context.program(vertex_shader=VERTEX, fragment_shader=fragment_of(_SHADERS[piece.surface]))
        still = np.concatenate([piece.uv, neck_share(piece.points)[:, None], strands(piece)], 1).astype("f4")
        self._moving = context.buffer(_packed(piece.points, piece.normals), dynamic=True)
        still_buffer = context.buffer(still.tobytes())
        self._order = context.buffer(piece.triangles.astype("i4").tobytes(), dynamic=True)
        parts = [(self._moving, "3f 3f", "place", "normal"), (still_buffer, "2f 1f 3f", "uv", "neck", "along")]
        self._array = context.vertex_array(self.program, parts, index_buffer=self._order, skip_errors=True)
        self._middles = piece.points[piece.triangles].mean(1).astype(np.float64)
        self._facing = piece.normals[piece.triangles].mean(1).astype(np.float64)
        self._hides = (self._middles[:, 1] > _HIDES_ABOVE_CM) & _lies_on(self._middles, piece, skin)
        high, wide, channels = piece.picture.shape
        self._texture = context.texture((wide, high), channels, np.ascontiguousarray(piece.picture[::-1]).tobytes())
        self._texture.build_mipmaps()
        self._texture.filter = (context.LINEAR_MIPMAP_NEAREST, context.LINEAR)

    def move(self, avatar: Avatar, expression: Expression) -> None:
        if self._piece.moves is not None:
            self._moving.write(_packed(*posed(avatar, self._piece, expression)))

    def draw(self, context: Any, towards: npt.NDArray[np.float64]) -> None:
        """``towards`` is the viewer's direction in the head's own frame."""
        self._texture.use(0)
        surface = self._piece.surface
        if surface is Surface.HAIR:
            context.disable(context.CULL_FACE)
            shown = self._hair_in_view(towards)
            self._order.write(shown.tobytes())
            self._array.render(vertices=shown.size)
            return
        if surface is Surface.LASHES:
            context.disable(context.CULL_FACE)
            context.enable(context.BLEND)
            context.blend_func = context.ONE, context.ONE_MINUS_SRC_ALPHA
            self._array.render()
            context.disable(context.BLEND)
            return
        context.enable(context.CULL_FACE)
        self._array.render()

    def _hair_in_view(self, towards: npt.NDArray[np.float64]) -> npt.NDArray[np.int32]:
        """Triangles near to far without those on the skull's far side: half of the time went into painting over."""
        near = self._middles @ towards
        hidden = (self._facing @ towards < _TURNED_AWAY) & self._hides
        kept = np.flatnonzero(~hidden)
        return np.asarray(self._piece.triangles[kept[np.argsort(-near[kept])]], np.int32)


def _lies_on(middles: npt.NDArray[np.float64], piece: Piece, skin: Piece | None) -> npt.NDArray[np.bool_]:
    """T: whether a hair's triangles lie on the head; False for what is no hair."""
    if piece.surface is not Surface.HAIR or skin is None:
        return np.zeros(len(middles), bool)
    points = skin.points[::_EVERY].astype(np.float64)
    squares = (points**2).sum(1)[None] - 2 * middles @ points.T + (middles**2).sum(1)[:, None]
    return np.asarray(squares.min(1) < _LIES_WITHIN_CM**2)


def strands(piece: Piece) -> npt.NDArray[np.float32]:
    """V×3: which way hair runs at each point, root to tip, smooth from one triangle to the next; 0 for other pieces."""
    total = np.zeros((len(piece.points), 3), np.float32)
    if piece.surface is not Surface.HAIR:
        return total
    for first, second in ((0, 1), (1, 2), (2, 0)):
        a, b = piece.triangles[:, first], piece.triangles[:, second]
        way = (piece.points[b] - piece.points[a]) * (piece.uv[a, 1:] - piece.uv[b, 1:])
        np.add.at(total, a, way)
        np.add.at(total, b, way)
    return np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9), np.float32)


def _packed(points: npt.NDArray[np.float32], normals: npt.NDArray[np.float32]) -> bytes:
    return np.concatenate([points, normals], 1).astype("f4", copy=False).tobytes()
