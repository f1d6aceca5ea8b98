"""For every pixel of a moved face, the photo's pixel it comes from.

The map is smooth but for the lips and lids, so it is drawn on a grid of at most `GRID` cells a side, enlarged, and
drawn again at full resolution in a narrow band along those edges.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pyojeong.performing.portrait.mesh.raster import EMPTY, affines, covered_cells, mapped, painted, signed_area
from pyojeong.performing.portrait.mesh.topology import fine_mesh
from pyojeong.performing.portrait.muscles.head import HeadField
from pyojeong.performing.portrait.stage import Box, Floats, Ids, Map, Mask, SourceMesh

GRID = 288
"""Cells on the longer side. Against drawing every pixel of a 900 px face: mean error .01 px, 99 % below .12 px at the
fullest anger (256 cells .01 and .13, 384 cells .006 and .07, at half the speed)."""
HEAD_GRID = 96
MOVED_PX = 0.02
STRIP_ROWS = 256


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
        return np.asarray(np.divide(self.size_wh, self.cells_wh), np.float64)

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


def way_back(
    mesh: SourceMesh, fine: Floats, box: Box, field: HeadField | None, *, cells: int = GRID
) -> tuple[Map, Map, Mask, Mask]:
    """``map_x``, ``map_y``, ``inside`` and ``moved`` of `Deformed` for V×2 moved ``fine`` points in the box.

    ``cells`` is how many the longer side has: fewer are faster and less exact between lips and lids.
    """
    grid = grid_over(box, cells)
    triangles, at_edges = _unfolded(mesh, fine)
    map_x, map_y = _grid_shift(mesh, fine, grid, triangles, field)
    if grid.cells_wh != grid.size_wh:
        map_x, map_y = enlarged(map_x, grid.size_wh), enlarged(map_y, grid.size_wh)
        _draw_edges((map_x, map_y), mesh, fine, box, triangles[at_edges])
    inside = _filled(fine[fine_mesh().outermost], grid.size_wh)
    if field is not None:
        inside |= _filled(field.rim() - box[:2], grid.size_wh)
    return map_x, map_y, inside, _made_absolute(map_x, map_y, inside, box)


def _made_absolute(map_x: Map, map_y: Map, inside: Mask, box: Box) -> Mask:
    """Turn both shifts into picture coordinates in place; bool H×W within ``inside``: where they were not almost 0.

    In strips: over a whole 48-megapixel head each temporary costs as much memory as the photo's red, green or blue.
    """
    import cv2

    moved = np.empty_like(inside)
    columns, rows = (np.arange(box[k], box[k + 2], dtype=np.float32) for k in (0, 1))
    for first in range(0, len(rows), STRIP_ROWS):
        strip = slice(first, first + STRIP_ROWS)
        x, y = map_x[strip], map_y[strip]
        still = cv2.inRange(x, -MOVED_PX, MOVED_PX) & cv2.inRange(y, -MOVED_PX, MOVED_PX)
        np.logical_and(inside[strip], still == 0, out=moved[strip])
        x += columns
        y += rows[strip, None]
    return moved


def enlarged(plane: Map, size_wh: tuple[int, int]) -> Map:
    """H×W bilinear enlargement of one plane of numbers."""
    import cv2

    return np.asarray(cv2.resize(plane, size_wh, interpolation=cv2.INTER_LINEAR), np.float32)


def _unfolded(mesh: SourceMesh, fine: Floats) -> tuple[Ids, Mask]:
    """Triangles far to near without those that face the other way than in the photo; which run along lips and lids."""
    drawn = fine_mesh().triangles[mesh.draw_order]
    before, after = signed_area(mesh.vertices_px[drawn]), signed_area(fine[drawn])
    kept = (before * after > 0) & (np.abs(after) > 1e-6)
    return drawn[kept], fine_mesh().at_edges[mesh.draw_order][kept]


def _grid_shift(mesh: SourceMesh, fine: Floats, grid: Grid, triangles: Ids, field: HeadField | None) -> Map:
    """float32 2×h×w pixels from each cell to its source; 0 where nothing moves, continued into holes."""
    width, height = grid.cells_wh
    on_grid = grid.on_grid(fine)
    numbers = painted(on_grid[triangles], grid.cells_wh)
    known = numbers != EMPTY
    shift = np.zeros((2, height, width), np.float32)
    cells = np.flatnonzero(known)
    y, x = (index.astype(np.float32) for index in np.divmod(cells, width))
    maps = affines(on_grid[triangles], mesh.vertices_px[triangles] - grid.box_xyxy[:2])
    sources = mapped(maps, numbers.ravel()[cells], x, y)
    for plane, source, own, step in zip(shift, sources, (x, y), grid.step, strict=True):
        plane.ravel()[cells] = source - ((own + np.float32(0.5)) * np.float32(step) - np.float32(0.5))
    outline = _filled(on_grid[fine_mesh().outermost], grid.cells_wh)
    _continue_into(shift, outline & ~known, known)
    return shift if field is None else np.where(outline, shift, _head_shift(field, grid))


def _head_shift(field: HeadField, grid: Grid) -> Map:
    """float32 2×h×w pixels back along a turn of the head; smooth, so found on few cells."""
    sparse = grid_over(grid.box_xyxy, longest=HEAD_GRID)
    places = sparse.centres() + grid.box_xyxy[:2]
    shift = (field.origin(places) - places).astype(np.float32).transpose(2, 0, 1)
    return np.stack([enlarged(plane, grid.cells_wh) for plane in np.ascontiguousarray(shift)])


def _continue_into(shift: Map, holes: Mask, known: Mask) -> None:
    """Give every cell of ``holes`` the shift of the nearest known one."""
    import cv2

    rows, columns = np.flatnonzero(holes.any(1)), np.flatnonzero(holes.any(0))
    if not len(rows) or not known.any():
        return
    part = np.s_[max(0, rows[0] - 2) : rows[-1] + 3, max(0, columns[0] - 2) : columns[-1] + 3]
    near, wanted = known[part], holes[part]
    _, label = cv2.distanceTransformWithLabels((~near).view(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    place = np.zeros(int(label.max()) + 1, np.int64)
    place[label[near]] = np.flatnonzero(near)
    nearest = place[label[wanted]]
    for plane in shift:
        values = plane[part]
        values[wanted] = values.ravel()[nearest]


def _draw_edges(shift: tuple[Map, Map], mesh: SourceMesh, fine: Floats, box: Box, triangles: Ids) -> None:
    """Draw the triangles along lips and lids again, pixel by pixel."""
    height, width = shift[0].shape
    corners = fine[triangles]
    cells, numbers = covered_cells(corners, (width, height))
    y, x = (index.astype(np.float32) for index in np.divmod(cells, width))
    maps = affines(corners, mesh.vertices_px[triangles] - box[:2])
    for plane, source, own in zip(shift, mapped(maps, numbers, x, y), (x, y), strict=True):
        plane.ravel()[cells] = source - own


def _filled(outline: Floats, size_wh: tuple[int, int]) -> Mask:
    """Bool H×W: within a closed outline."""
    import cv2

    canvas = np.zeros(size_wh[::-1], np.uint8)
    cv2.fillPoly(canvas, [np.round(outline * 16).astype(np.int32)], 1, cv2.LINE_8, 4)
    return canvas.view(np.bool_)
