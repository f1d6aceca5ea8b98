"""Drawings painted and written alike."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import skia
from hypothesis import given
from hypothesis import strategies as st

from pyojeong.media.drawing import (
    Blend,
    Drawing,
    Grain,
    Group,
    Linear,
    Matrix,
    Node,
    Radial,
    Rimmed,
    Shape,
    Stop,
    Stroke,
)
from pyojeong.media.drawing.colours import contrast, hex_of, mixed, rgb_of, seen_on
from pyojeong.media.drawing.outline import bounds, rim
from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.paths import (
    circle,
    common,
    outside,
    oval,
    rounded,
    smooth,
    stroked,
    tapered,
    united,
    without,
)
from pyojeong.media.drawing.svg import path_data, svg_of

colours = st.tuples(*[st.integers(0, 255)] * 3).map(hex_of)


def drawing_of(*nodes: Node) -> Drawing:
    return Drawing(Group(tuple(nodes)), (100.0, 100.0), "시험")


@given(colours, colours, st.floats(0, 1))
def test_a_mix_lies_between(one: str, other: str, share: float) -> None:
    for a, b, m in zip(rgb_of(one), rgb_of(other), rgb_of(mixed(one, other, share)), strict=True):
        assert min(a, b) <= m <= max(a, b)


@given(colours, colours)
def test_a_colour_can_be_made_to_be_seen(colour: str, ground: str) -> None:
    assert contrast(seen_on(colour, ground, 3.0), ground) >= 3.0


def test_fill_and_opacity_are_painted() -> None:
    pixels = painted(drawing_of(Shape(circle((50, 50), 30), fill="#ff0000", opacity=0.5)), 100).pixels
    assert pixels[50, 50].tolist() == [255, 0, 0, 128]
    assert pixels[2, 2, 3] == 0


def test_any_width_shows_the_same() -> None:
    drawing = drawing_of(Shape(circle((50, 50), 30), fill="#3366cc"))
    for width in (1, 37, 400):
        image = painted(drawing, width)
        assert image.size_wh == (width, width)
    covered = painted(drawing, 400).pixels[..., 3].mean() / 255
    assert covered == pytest.approx(np.pi * 0.09, abs=0.002)


def test_too_large_a_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="4096"):
        painted(drawing_of(Shape(circle((5, 5), 3), fill="#000000")), 4097)


def test_a_clip_cuts_and_an_inverse_clip_spares() -> None:
    square = rounded(20, 20, 60, 60, 0)
    inside = painted(drawing_of(Group((Shape(square, fill="#000000"),), clip=circle((50, 50), 10))), 100).pixels
    around = painted(
        drawing_of(Group((Shape(square, fill="#000000"),), clip=outside(circle((50, 50), 10)))), 100
    ).pixels
    assert (inside[50, 50, 3], inside[25, 25, 3]) == (255, 0)
    assert (around[50, 50, 3], around[25, 25, 3]) == (0, 255)


def rimmed() -> Rimmed:
    turned = Group((Shape(oval((30, 50), (20, 5)), fill="#000000"),), matrix=Matrix.scaled(2, 2, (30, 50)))
    faint = Shape(circle((90, 90), 8), fill="#000000", opacity=0.1)
    return Rimmed(Group((turned, faint)), 4.0)


@pytest.mark.parametrize("edged", (rimmed(), rim(rimmed())), ids=("pixels", "document"))
def test_the_rim_surrounds_everything_that_is_solid(edged: Node) -> None:
    pixels = painted(drawing_of(edged), 100).pixels
    assert pixels[50, 72].tolist() == [255, 255, 255, 255]  # 30 + 2·20 + 4 - 2: the rim is not scaled with the group
    assert pixels[50, 76, 3] == 0
    assert pixels[90, 82:99, 3].max() < 30


@pytest.mark.parametrize("width_px", (100, 170, 1000))
def test_a_rim_of_pixels_lies_where_the_document_has_it(width_px: int) -> None:
    document = Group((rim(rimmed()), rimmed().node))
    ours, theirs = (painted(drawing_of(node), width_px).pixels[..., 3] / 255.0 for node in (rimmed(), document))
    around = 2.6 * width_px  # pixels of the edge's length
    assert np.abs(ours - theirs).sum() < 0.4 * around


def test_what_was_there_before_lies_under_the_rim() -> None:
    ground = Shape(rounded(0, 0, 100, 100, 0), fill="#3366cc")
    pixels = painted(
        drawing_of(ground, Rimmed(Shape(circle((50, 50), 20), fill="#aa0000"), 5.0, "#00ff00")), 100
    ).pixels
    shown = [pixels[50, x].tolist() for x in (50, 73, 90)]
    assert shown == [[170, 0, 0, 255], [0, 255, 0, 255], [51, 102, 204, 255]]


def test_a_rimmed_node_may_only_be_moved() -> None:
    Group((rimmed(),), matrix=Matrix.moved(1, 1))
    with pytest.raises(ValueError, match="only be moved"):
        Group((rimmed(),), opacity=0.5)


def test_bounds_hold_the_rim_of_what_casts_one() -> None:
    assert bounds(Rimmed(Shape(circle((50, 50), 10), fill="#000000"), 4.0)) == pytest.approx((36, 36, 64, 64), abs=0.1)
    faint = Shape(circle((50, 50), 10), fill="#000000", opacity=0.1)
    assert bounds(Rimmed(faint, 4.0)) == pytest.approx((40, 40, 60, 60), abs=0.1)


def test_grain_is_the_same_noise_at_every_size_and_has_no_seam() -> None:
    paper = Shape(rounded(0, 0, 600, 600, 0), fill="#808080")
    grained = Drawing(Group((paper,), grain=Grain(scale=2.0, strength=0.6)), (600.0, 600.0))
    small, large = (painted(grained, width).pixels[..., 0].astype(float) for width in (600, 1200))
    assert 4 < small.std() < 40
    assert np.corrcoef(small.ravel(), large[::2, ::2].ravel())[0, 1] > 0.8
    steps = np.abs(np.diff(small, axis=1)).mean(axis=0)
    assert steps.max() < 1.6 * steps.mean()


def test_a_gradient_that_repeats_shows_the_same_in_every_turn() -> None:
    stops = (Stop(0.0, "#ff0000"), Stop(0.5, "#0000ff"), Stop(1.0, "#ff0000"))
    for repeats in (True, False):
        fill = Linear((0, 0), (25, 0), stops, repeats=repeats)
        drawing = drawing_of(Shape(rounded(0, 0, 100, 100, 0), fill=fill))
        row = painted(drawing, 100).pixels[50, :, 2].astype(int)
        assert (abs(row[12] - row[62]) < 4) == repeats and row[12] > 230
        assert ('spreadMethod="repeat"' in svg_of(drawing)) == repeats


def test_grain_spares_white_black_and_what_lies_outside() -> None:
    half = rounded(0, 0, 100, 50, 0)
    for colour, changes in (("#ffffff", False), ("#000000", False), ("#8a7a6a", True)):
        plain, grained = (
            painted(drawing_of(Group((Shape(half, fill=colour),), grain=grain)), 200).pixels
            for grain in (None, Grain(strength=1.0))
        )
        assert np.array_equal(plain[..., 3], grained[..., 3])
        assert (np.abs(plain.astype(int) - grained).max() > 8) == changes


def test_grain_does_not_touch_what_was_there_before() -> None:
    ground = Shape(rounded(0, 0, 100, 100, 0), fill="#3366cc")
    grained = Group((Shape(circle((50, 50), 20), fill="#aa8866", opacity=0.5),), grain=Grain(strength=1.0))
    pixels = painted(drawing_of(ground, Group((grained,), matrix=Matrix.turned(20, (50, 50)))), 200).pixels
    assert pixels[10, 10].tolist() == [51, 102, 204, 255]
    assert pixels[80:120, 80:120, 0].std() > 1 and (pixels[..., 3] == 255).all()
    assert pixels[80:120, 80:120].mean((0, 1)) == pytest.approx((110.5, 119, 153, 255), abs=4)


def test_a_grained_group_may_only_be_moved() -> None:
    Group((), matrix=Matrix.moved(1, 1), grain=Grain())
    with pytest.raises(ValueError, match="only be moved"):
        Group((), opacity=0.5, grain=Grain())


def test_what_shows_in_part_keeps_its_colour() -> None:
    shadow = Group((Shape(circle((50, 50), 20), fill="#3a2a4a"),), blur=6.0, opacity=0.4)
    for node in (shadow, Shape(circle((50, 50), 20), fill="#3a2a4a", opacity=0.1)):
        pixels = painted(drawing_of(node), 200).pixels
        some = pixels[(pixels[..., 3] > 20) & (pixels[..., 3] < 255)]
        assert len(some) > 500
        assert np.abs(some[:, :3].astype(int) - (58, 42, 74)).max() <= 255 // 15


def test_bounds_hold_strokes_and_maps() -> None:
    line = Shape(circle((50, 50), 10), stroke=Stroke("#000000", 4))
    assert bounds(line) == pytest.approx((38, 38, 62, 62), abs=0.1)
    assert bounds(Group((line,), matrix=Matrix.moved(5, 0))) == pytest.approx((43, 38, 67, 62), abs=0.1)
    assert bounds(Group(())) == (0, 0, 0, 0)


def test_areas_unite_and_part() -> None:
    left, right = circle((40, 50), 20), circle((60, 50), 20)
    assert united(left, right).contains(25, 50) and united(left, right).contains(75, 50)
    assert common(left, right).contains(50, 50) and not common(left, right).contains(25, 50)
    assert without(left, right).contains(25, 50) and not without(left, right).contains(50, 50)


def test_a_limb_tapers() -> None:
    bone = skia.Path()
    bone.moveTo(10, 50)
    bone.lineTo(90, 50)
    limb = tapered(bone, 20, 8)
    assert limb.contains(12, 58) and not limb.contains(88, 58)
    assert stroked(bone, 10).contains(50, 54) and not stroked(bone, 10).contains(50, 57)


def everything() -> Drawing:
    stops = (Stop(0, "#ffffff"), Stop(1, "#ff8800", 0.5))
    return drawing_of(
        Shape(circle((50, 50), 40), fill=Linear((10, 10), (90, 90), stops), stroke=Stroke("#222222", 3)),
        Group((Shape(circle((40, 40), 10), fill=Radial((40, 40), 10, stops)),), blur=2, opacity=0.8, name="glow"),
        Group((Shape(rounded(10, 60, 80, 20, 4), fill="#00aa55"),), clip=circle((50, 50), 40), blend=Blend.MULTIPLY),
        Group((Shape(rounded(0, 0, 20, 20, 2), fill="#334455"),), matrix=Matrix.turned(30, (10, 10)), name="앞 & 뒤"),
        Group((Shape(circle((50, 50), 30), fill="#885522"),), grain=Grain()),
    )


def test_svg_is_well_formed_and_repeats_itself() -> None:
    written = svg_of(everything())
    root = ElementTree.fromstring(written)
    assert root.attrib["viewBox"] == "0 0 100 100"
    assert "앞 &amp; 뒤" in written
    assert written == svg_of(everything())


def test_path_data_says_circles_as_curves() -> None:
    written = path_data(circle((10, 10), 5))
    assert written.count("Q") == 8 and written.endswith("Z")


def test_the_svg_shows_what_is_painted(tmp_path: Path) -> None:
    """Skia's own SVG reader paints the written file: the same shapes, within antialiasing."""
    stops = (Stop(0, "#ffffff"), Stop(1, "#ff8800"))
    drawing = drawing_of(
        Shape(smooth([(20, 50), (50, 20), (80, 50), (50, 80)]), fill=Linear((20, 20), (80, 80), stops)),
        Group((Shape(rounded(10, 60, 80, 20, 4), fill="#00aa55"),), clip=circle((50, 50), 40)),
        Group((Shape(rounded(5, 5, 20, 20, 2), stroke=Stroke("#334455", 3)),), matrix=Matrix.turned(30, (10, 10))),
        Group((Shape(rounded(60, 5, 30, 20, 2), fill="#aa7744"),), grain=Grain(strength=0.2)),
    )
    stream = skia.MemoryStream(svg_of(drawing).encode(), True)
    read = skia.SVGDOM.MakeFromStream(stream)
    pixels = np.zeros((200, 200, 4), np.uint8)
    with skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType) as canvas:
        read.setContainerSize(skia.Size(200, 200))
        canvas.scale(2, 2)
        read.render(canvas)
    ours = painted(drawing, 200).pixels
    assert np.abs(ours[..., 3].astype(int) - pixels[..., 3].astype(int)).mean() < 1.5
    solid = (ours[..., 3] == 255) & (pixels[..., 3] == 255)
    assert np.abs(ours[solid].astype(int) - pixels[solid].astype(int)).mean() < 3


@pytest.mark.parametrize("wrong", ["red", "#FFF", "#FFFFFF", "#12345"])
def test_colours_are_checked(wrong: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        Shape(circle((0, 0), 1), fill=wrong)


def test_a_shape_needs_something_to_show() -> None:
    with pytest.raises(ValueError, match="fill or a stroke"):
        Shape(circle((0, 0), 1))


def test_bounds_leave_out_what_a_clip_hides_and_hold_lines_under_an_uneven_scale() -> None:
    hidden = Group((Shape(oval((300, 50), (10, 10)), fill="#000000"),), clip=oval((50, 50), (20, 20)))
    seen = Shape(oval((50, 50), (20, 20)), fill="#000000")
    assert bounds(Group((hidden, seen))) == pytest.approx((30, 30, 70, 70), abs=0.1)
    line = Shape(oval((0, 0), (10, 10)), stroke=Stroke("#000000", 4))
    wide = Group((line,), matrix=Matrix.scaled(3, 1, (0, 0)))
    assert bounds(wide) == pytest.approx((-36, -12, 36, 12), abs=0.1)


@pytest.mark.parametrize(
    "shape",
    (
        Shape(oval((50, 40), (24, 12)), fill="#aa3344"),
        Shape(oval((50, 40), (24, 12)), stroke=Stroke("#aa3344", 6.0, 0.8)),
    ),
    ids=("area", "line"),
)
@pytest.mark.parametrize(
    "matrix", (None, Matrix.turned(30, (50, 40)), Matrix.scaled(2, 2, (50, 40))), ids=("plain", "turned", "scaled")
)
def test_one_blurred_shape_looks_the_same_with_and_without_a_layer(shape, matrix):
    alone = Group((shape,), matrix=matrix, blur=4.0, opacity=0.7)
    layered = Group((Group((shape,)),), matrix=matrix, blur=4.0, opacity=0.7)
    one, other = (painted(Drawing(Group((node,)), (100, 80)), 200).pixels.astype(int) for node in (alone, layered))
    assert np.abs(one[..., 3] - other[..., 3]).max() <= 10
    assert one[..., 3].max() > 60
