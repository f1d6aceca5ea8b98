import numpy as np
import pytest

from pyojeong.media.drawing import Drawing, Group
from pyojeong.media.drawing.nodes import Radial, Stop
from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.paths import arc, circle, oval
from pyojeong.media.drawing.svg import svg_of
from pyojeong.performing.character.pens import FlatPen, InkPen, Nodes, Pen
from pyojeong.performing.character.pens_hand import BrushPen, CrayonPen, WobblePen
from pyojeong.performing.character.pens_volume import PaperPen, SoftPen

INK = "#402a24"
PENS: list[Pen] = [pen(INK, 6.0) for pen in (InkPen, FlatPen, WobblePen, BrushPen, CrayonPen, SoftPen, PaperPen)]
OUTLINED = (InkPen, WobblePen, BrushPen, CrayonPen)
BALL = circle((60.0, 60.0), 40.0)


def pixels(nodes: Nodes) -> np.ndarray:
    return painted(Drawing(Group(nodes), (120, 120)), 120).pixels.astype(int)


@pytest.fixture(params=PENS, ids=lambda pen: type(pen).__name__)
def pen(request: pytest.FixtureRequest) -> Pen:
    return request.param


def test_a_shape_fills_its_path_with_its_colour(pen: Pen) -> None:
    image = pixels(pen.shape(BALL, "#e08040", part="ball"))
    inside = image[40:80, 40:80]
    assert (inside[..., 3] == 255).all()
    red, _, blue = inside[..., :3].reshape(-1, 3).mean(0)
    assert red > blue + 60
    assert image[2, 2, 3] < 8


def test_a_shape_takes_a_gradient(pen: Pen) -> None:
    shade = Radial((60, 60), 40, (Stop(0.0, "#ffffff"), Stop(1.0, "#2040c0")))
    image = pixels(pen.shape(BALL, shade, part="ball"))
    assert image[60, 60, :3].sum() > image[60, 90, :3].sum() + 100


def test_a_line_follows_its_path(pen: Pen) -> None:
    image = pixels(pen.line(arc((20, 60), (60, 20), (100, 60)), part="brow"))
    assert image[34:47, 60, 3].max() > 200
    assert image[70:, :, 3].max() == 0


def test_a_line_can_have_another_colour(pen: Pen) -> None:
    image = pixels(pen.line(arc((20, 60), (60, 60), (100, 60)), colour="#20c040", part="brow"))
    seen = image[image[..., 3] > 200][:, :3].mean(0)
    assert seen[1] > seen[0] + 40


def test_a_fill_is_faint_as_asked(pen: Pen) -> None:
    image = pixels(pen.fill(BALL, "#ff0000", opacity=0.5))
    assert image[60, 60, 3] == pytest.approx(128, abs=2)


def test_only_outlined_styles_draw_around_openings_in_ink(pen: Pen) -> None:
    nodes = pen.edge(BALL, part="mouth")
    image = pixels(nodes) if nodes else np.zeros((120, 120, 4), int)
    ring = image[60, 92:108, 3].max()
    assert (ring > 180) == isinstance(pen, OUTLINED)


def test_the_same_drawing_is_drawn_the_same(pen: Pen) -> None:
    drawn = [svg_of(Drawing(Group(pen.shape(BALL, "#e08040", part="ball")), (120, 120))) for _ in range(2)]
    assert drawn[0] == drawn[1]


def test_small_and_open_paths_are_drawn(pen: Pen) -> None:
    for path in (circle((10, 10), 0.6), oval((10, 10), (5, 0.2)), arc((1, 1), (1.2, 1), (1.4, 1))):
        for nodes in (pen.shape(path, "#e08040"), pen.line(path), pen.fill(path, "#e08040"), pen.edge(path)):
            assert np.isfinite(bounds(Group(nodes))).all()


@pytest.mark.parametrize("kind", [WobblePen, CrayonPen, BrushPen])
def test_accidents_depend_on_seed_and_part_and_stay(kind: type) -> None:
    def drawn(seed: int, part: str) -> str:
        return svg_of(Drawing(Group(kind(INK, 6.0, seed=seed).line(BALL, part=part)), (120, 120)))

    assert drawn(1, "head") == drawn(1, "head")
    assert len({drawn(1, "head"), drawn(2, "head"), drawn(1, "body")}) == 3


@pytest.mark.parametrize("kind", [WobblePen, CrayonPen])
def test_boiling_redraws_the_line_near_where_it_was(kind: type) -> None:
    one, other = (pixels(kind(INK, 6.0, boil=boil).line(BALL, part="head"))[..., 3] > 127 for boil in (0, 1))
    assert (one != other).any()
    assert (one & other).sum() > 0.4 * one.sum()


def test_a_wobbly_line_moves_little_when_its_path_moves_little() -> None:
    boxes = [bounds(Group(WobblePen(INK, 6.0).line(circle((60, 60), r), part="head"))) for r in (40.0, 40.4)]
    assert np.abs(np.subtract(*boxes)).max() < 2.5


def test_a_doodle_colour_misses_its_line() -> None:
    pen = WobblePen(INK, 4.0)
    image = pixels(pen.shape(BALL, "#e08040", part="ball"))
    assert image[60, 24, :3].min() > 200 or image[36, 32, :3].min() > 200  # paper shows on the side away from the slip
    assert image[100, 75, 3] == 255  # and colour beyond the line on the other


def test_a_brush_line_swells_and_ends_thin() -> None:
    image = pixels(BrushPen(INK, 10.0).line(arc((10, 60), (60, 60), (110, 60)), part="brow"))
    thick = (image[..., 3] > 127).sum(0)
    assert thick[30:60].max() >= 2 * thick[104:108].max()


def test_paper_throws_a_shadow_down() -> None:
    image = pixels(PaperPen(INK, 5.0).shape(BALL, "#ffffff", part="sheet"))
    assert image[103, 60, 3] > image[17, 60, 3] + 20


def test_soft_volume_is_lit_from_above_left() -> None:
    image = pixels(SoftPen(INK, 5.0).shape(BALL, "#40c0a0", part="ball"))
    assert image[42, 44, :3].sum() > image[86, 84, :3].sum() + 60


def test_flat_shade_lies_away_from_the_light() -> None:
    image = pixels(FlatPen(INK, 5.0).shape(BALL, "#40c0a0", part="ball"))
    assert image[60, 98, :3].sum() < image[60, 24, :3].sum()
    assert tuple(image[60, 60, :3]) == (64, 192, 160)
