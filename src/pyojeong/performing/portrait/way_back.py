"""For every pixel of a moved face, the photo's pixel it comes from.

The map is smooth but for the lips and lids, so it is drawn on a grid of at most `GRID` cells a side, enlarged, and drawn
again at full resolution in a narrow band along those edges. Measured against drawing everything at full resolution:
see ``tests/performing/portrait/test_way_back.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pyojeong.performing.portrait.head import HeadField
from pyojeong.performing.portrait.raster import EMPTY, affines, covered_cells, painted, signed_area
from pyojeong.performing.portrait.stage import Box, Floats, Ids, Map, Mask, SourceMesh
from pyojeong.performing.portrait.topology import fine_mesh

GRID = 384
"""Cells on the longer side; at 36 px a cm one is .07 cm, a quarter of the fine mesh's edges."""
MOVED_PX = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Cells laid over a box of pixels: cell (column, row) has its centre at ``(cell + .5) * step - .5`` in the box."""

    box_xyxy: Box
    cells_wh: tuple[int, int]

    @property
    def size_wh(self) -> tuple[int, int]:
        """Width and height of the box in pixels."""
        left, top, right, bottom = self.box_xyxy
        return right - left, bottom - top

    @property
    def step(self) -> Floats:
        """Pixels a cell, across and down."""
        return np.array(self.size_wh) / np.array(self.cells_wh)

    def on_grid(self, points: Floats) -> Floats:
        """Cell coordinates of …×2 box pixels."""
        return np.asarray((points + 0.5) / self.step - 0.5)

    def centres(self) -> Floats:
        """h×w×2 box pixels of the cell centres."""
        width, height = self.cells_wh
        cells = np.stack(np.meshgrid(np.arange(width), np.arange(height)), -1)
        return np.asarray((cells + 0.5) * self.step - 0.5)


def grid_over(box: Box, longest: int = GRID) -> Grid:
    """A grid of at most ``longest`` cells a side, never finer than the pixels."""
    size = (box[2] - box[0], box[3] - box[1])
    ratio = max(1.0, max(size) / longest)
    return Grid(box, (max(1, round(size[0] / ratio)), max(1, round(size[1] / ratio))))


def way_back(mesh: SourceMesh, fine: Floats, box: Box, field: HeadField | None) -> tuple[Map, Map, Mask, Mask]:
    """``map_x``, ``map_y``, ``inside`` and ``moved`` of `Deformed` for V×2 moved ``fine`` points in the box."""
    import cv2

    grid = grid_over(box)
    visible = _unfolded(mesh, fine, mesh.draw_order)
    shift = _grid_shift(mesh, fine, grid, visible, field)
    if grid.cells_wh != grid.size_wh:
        shift = cv2.resize(shift, grid.size_wh, interpolation=cv2.INTER_LINEAR)
        _draw_edges(shift, mesh, fine, box)
    inside = _inside(fine, grid.size_wh) if field is None else _within_reach(field, box)
    moved = inside & (np.maximum(np.abs(shift[..., 0]), np.abs(shift[..., 1])) > MOVED_PX)
    map_x = shift[..., 0] + np.arange(box[0], box[2], dtype=np.float32)
    map_y = shift[..., 1] + np.arange(box[1], box[3], dtype=np.float32)[:, None]
    return map_x, map_y, inside, moved


def _unfolded(mesh: SourceMesh, fine: Floats, order: Ids) -> Ids:
    """Triangles in drawing order without those that face the other way than in the photo."""
    triangles = fine_mesh().triangles[order]
    before, after = signed_area(mesh.vertices_px[triangles]), signed_area(fine[triangles])
    return np.asarray(triangles[(before * after > 0) & (np.abs(after) > 1e-6)])


def _grid_shift(mesh: SourceMesh, fine: Floats, grid: Grid, triangles: Ids, field: HeadField | None) -> Map:
    """float32 h×w×2 pixels from each cell to its source; 0 where nothing moves, continued into holes."""
    corners = grid.on_grid(fine)[triangles]
    numbers = painted(corners, grid.cells_wh)
    rows, columns = np.nonzero(numbers != EMPTY)
    maps = affines(corners, mesh.vertices_px[triangles] - grid.box_xyxy[:2]).astype(np.float32)
    shift = np.zeros((*numbers.shape, 2), np.float32)
    shift[rows, columns] = _applied(maps[numbers[rows, columns]], columns, rows) - _centres(grid, columns, rows)
    outline = _inside(grid.on_grid(fine), grid.cells_wh)
    _continue_into(shift, outline & (numbers == EMPTY), numbers != EMPTY)
    if field is not None:
        around = ~outline
        places = grid.centres()[around] + grid.box_xyxy[:2]
        shift[around] = (field.origin(places) - places).astype(np.float32)
    return shift


def _applied(maps: Map, columns: Ids, rows: Ids) -> Map:
    x, y = columns.astype(np.float32)[:, None], rows.astype(np.float32)[:, None]
    return np.asarray(maps[:, :, 0] * x + maps[:, :, 1] * y + maps[:, :, 2], np.float32)


def _centres(grid: Grid, columns: Ids, rows: Ids) -> Map:
    return ((np.stack([columns, rows], 1) + 0.5) * grid.step - 0.5).astype(np.float32)


def _continue_into(shift: Map, holes: Mask, known: Mask) -> None:
    """Give every cell of ``holes`` the shift of the nearest known one."""
    import cv2

    if not holes.any() or not known.any():
        return
    rows, columns = np.nonzero(holes)
    top, left = max(0, int(rows.min()) - 2), max(0, int(columns.min()) - 2)
    part = np.s_[top : int(rows.max()) + 3, left : int(columns.max()) + 3]
    near = known[part]
    _, label = cv2.distanceTransformWithLabels(
        (~near).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    place = np.zeros((int(label.max()) + 1, 2), np.int32)
    place[label[near]] = np.argwhere(near)
    wanted = place[label[holes[part]]]
    shift[part][holes[part]] = shift[part][wanted[:, 0], wanted[:, 1]]


def _draw_edges(shift: Map, mesh: SourceMesh, fine: Floats, box: Box) -> None:
    """Draw the triangles along lips and lids again, pixel by pixel."""
    height, width = shift.shape[:2]
    triangles = _unfolded(mesh, fine, mesh.draw_order[fine_mesh().at_edges[mesh.draw_order]])
    corners = fine[triangles]
    cells, numbers = covered_cells(corners, (width, height))
    rows, columns = np.divmod(cells, width)
    maps = affines(corners, mesh.vertices_px[triangles] - box[:2]).astype(np.float32)
    own = np.stack([columns, rows], 1).astype(np.float32)
    shift[rows, columns] = _applied(maps[numbers], columns, rows) - own


def _inside(fine: Floats, size_wh: tuple[int, int]) -> Mask:
    """Bool H×W: within the outermost ring."""
    import cv2

    canvas = np.zeros(size_wh[::-1], np.uint8)
    cv2.fillPoly(canvas, [np.round(fine[fine_mesh().outermost] * 16).astype(np.int32)], 1, cv2.LINE_8, 4)
    return canvas.astype(bool)


def _within_reach(field: HeadField, box: Box) -> Mask:
    """Bool H×W: where the turn of the head may show."""
    grid = grid_over(box, longest=max(box[2] - box[0], box[3] - box[1]))
    return np.asarray(field.weight(grid.centres() + box[:2]) > 0)
