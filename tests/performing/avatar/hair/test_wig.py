from __future__ import annotations

import numpy as np
import pytest

from pyojeong.performing.avatar.hair.growing import Body
from pyojeong.performing.avatar.hair.strands import LOCKS, Wave, painted_hair
from pyojeong.performing.avatar.hair.styles import STYLES
from pyojeong.performing.avatar.hair.wig import MOST_TRIANGLES, HairMesh, hair_mesh
from pyojeong.performing.avatar.parts import Part
from pyojeong.performing.avatar.template import Template
from pyojeong.performing.avatar.texture.regions import hairline_height, regions
from pyojeong.reading.face.traits.hair_styles import HAIR_STYLES

PAINTED = {"buzz"}
"""Too short for ribbons: the skin's picture shows it."""
GROWING = [name for name, style in STYLES.items() if not style.is_bare and name not in PAINTED]
CHIN_CM = -8.0


def _grown(name: str, identity: float = 0.0) -> HairMesh:
    template = Template.shipped()
    head = template.shaped(np.full(len(template.identity), identity, np.float32))
    mesh = hair_mesh(head, regions().scalp, STYLES[name], parting="middle")
    assert mesh is not None
    return mesh


def test_every_style_that_is_read_can_be_worn() -> None:
    assert set(HAIR_STYLES) <= set(STYLES)
    assert len(GROWING) >= 10


@pytest.mark.parametrize("name", ["bald", *PAINTED])
def test_nothing_stands_off_a_bald_or_shorn_head(name: str) -> None:
    assert hair_mesh(Template.shipped().neutral, regions().scalp, STYLES[name]) is None


@pytest.mark.parametrize("name", GROWING)
@pytest.mark.parametrize("identity", [0.0, 0.25])
def test_hair_lies_on_the_head_and_out_of_the_face(name: str, identity: float) -> None:
    template, mesh = Template.shipped(), _grown(name, identity)
    assert 200 < len(mesh.triangles) <= MOST_TRIANGLES
    assert np.isfinite(mesh.points).all() and mesh.triangles.max() < len(mesh.points)
    assert mesh.uv.min() >= 0 and mesh.uv.max() <= 1
    assert np.abs(np.linalg.norm(mesh.normals, axis=1) - 1).max() < 1e-4
    head = template.shaped(np.full(len(template.identity), identity, np.float32))
    skin = template.points_of(Part.SKIN)
    skull = skin[template.neutral[skin, 1] > 4]
    body = Body(head[skull].astype(np.float64), template.normals(head)[skull].astype(np.float64))
    on_skull = mesh.points[mesh.points[:, 1] > 6]
    _, heights = body.nearest(on_skull.astype(np.float64))
    assert np.mean(heights > -0.4) > 0.97
    x, y, z = mesh.points.T
    assert not ((np.abs(x) < 3.5) & (y > CHIN_CM) & (y < 4.5) & (z > 8)).any()


@pytest.mark.parametrize(
    ("name", "hangs"), [("long-straight", True), ("medium", True), ("two-block", False), ("buzz", False)]
)
def test_long_hair_hangs_below_the_chin_and_short_does_not(name: str, hangs: bool) -> None:
    mesh = hair_mesh(Template.shipped().neutral, regions().scalp, STYLES[name])
    lowest = 99.0 if mesh is None else float(np.percentile(mesh.points[:, 1], 1))
    assert (lowest < CHIN_CM - 2) == hangs


SHORT = [name for name in GROWING if not STYLES[name].covers_ears and STYLES[name].tie is None]


@pytest.mark.parametrize("name", SHORT)
def test_short_hair_ends_at_the_hairline_beside_and_behind(name: str) -> None:
    x, y, z = _grown(name).points.T
    below = hairline_height(z) - y
    beside = ((np.abs(x) > 6.0) & (z < 0)) | (z < -4.0)
    assert np.quantile(below[beside], 0.99) < 1.6


def test_flat_hair_lies_nearer_to_the_skull() -> None:
    template, style = Template.shipped(), STYLES["short-straight"]
    flat, usual = (hair_mesh(template.neutral, regions().scalp, one) for one in (style.lifted(0.55), style.lifted(1.0)))
    assert flat is not None and usual is not None
    assert flat.points[:, 1].max() < usual.points[:, 1].max() - 0.4


def test_a_fringe_covers_the_forehead_that_its_sister_leaves_free() -> None:
    def over_the_forehead(name: str) -> int:
        x, y, z = _grown(name).points.T
        return int(((np.abs(x) < 2.5) & (y > 5.5) & (y < 8.5) & (z > 7)).sum())

    assert over_the_forehead("bob-fringe") > 20 + over_the_forehead("bob")


def test_the_same_head_grows_the_same_hair() -> None:
    assert (_grown("bob").points == _grown("bob").points).all()


@pytest.mark.parametrize("wave", list(Wave))
def test_locks_thin_out_and_have_the_hairs_colour(wave: Wave) -> None:
    picture = painted_hair(np.array([150, 60, 20], np.uint8), wave=wave).astype(int)
    alpha = picture[..., 3]
    high, wide = alpha.shape
    assert alpha[: high // 2].mean() > 1.3 * alpha[-high // 6 :].mean() > 0
    assert alpha[:, : wide // LOCKS].mean() > 2 * alpha[:, -wide // LOCKS :].mean()
    red, green, blue = picture[alpha > 200][:, :3].mean(0)
    assert red > green > blue
