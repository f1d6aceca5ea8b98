"""Where things go: both sides alike, chance that is the same again."""

from __future__ import annotations

import pytest

from pyojeong.performing.film.sets.layout import Layout

SIZES = [(1920, 1080), (1080, 1920), (1080, 1080)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("share", [0.13, 0.26, 0.5])
def test_margins_are_alike_on_both_sides(size: tuple[int, int], share: float) -> None:
    layout = Layout.of(size)
    (left, inner), (other, right) = layout.margins(share)
    assert (left, right) == (layout.left, layout.right)
    assert inner - left == pytest.approx(right - other)
    assert inner == pytest.approx(share * layout.width)


@pytest.mark.parametrize("size", SIZES)
def test_the_way_in_from_an_edge_leads_into_the_picture(size: tuple[int, int]) -> None:
    layout = Layout.of(size)
    assert all(0 < edge + way_in * layout.width / 2 < layout.width for edge, way_in in layout.edges)


def test_a_side_is_the_same_again_and_either_one_by_seed() -> None:
    sides = [Layout.of((1280, 720), seed).side() for seed in range(20)]
    assert sides == [Layout.of((1280, 720), seed).side() for seed in range(20)]
    assert set(sides) == {-1, 1}
    assert any(Layout.of((1280, 720), seed).side("home") != side for seed, side in enumerate(sides))
